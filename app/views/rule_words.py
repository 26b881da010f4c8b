"""The owner's rules as sentences: if ... then ..."""

from collections.abc import Iterable, Mapping

from app.models.rules import advice, policy
from app.models.rules.advice import Said
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.policy import Condition, Effect
from app.services.tickets.lists import COLLEAGUE, DEPARTMENT, LISTS, PROCEDURE, REASON, Lists
from app.views import channel_looks, sentences
from app.views.assessing import choice_name
from app.views.language import translate

CONDITIONS: Mapping[str, str] = {
    policy.CHANNEL: QT_TRANSLATE_NOOP("RuleWords", "it comes by {value}"),
    policy.CATEGORY: QT_TRANSLATE_NOOP("RuleWords", "the category is {value}"),
    policy.TYPE: QT_TRANSLATE_NOOP("RuleWords", "the type is {value}"),
    policy.WORDS: QT_TRANSLATE_NOOP("RuleWords", "it says {value}"),
    policy.SENDER: QT_TRANSLATE_NOOP("RuleWords", "it is from {value}"),
    policy.INFLUENCE: QT_TRANSLATE_NOOP("RuleWords", "the influence is at least {value}"),
    policy.VIP: QT_TRANSLATE_NOOP("RuleWords", "the customer is a VIP"),
    policy.PRESS: QT_TRANSLATE_NOOP("RuleWords", "it is the press"),
    policy.OUT_OF_HOURS: QT_TRANSLATE_NOOP("RuleWords", "the shop is closed"),
    advice.CATEGORY: QT_TRANSLATE_NOOP("RuleWords", "the suggestion says category {value}"),
    advice.TYPE: QT_TRANSLATE_NOOP("RuleWords", "the suggestion says type {value}"),
    advice.TONE: QT_TRANSLATE_NOOP("RuleWords", "it sounds {value}"),
    advice.PRIORITY: QT_TRANSLATE_NOOP("RuleWords", "it looks {value} or heavier"),
}
TONES: Mapping[str, str] = {
    "negative": QT_TRANSLATE_NOOP("RuleWords", "unhappy"),
    "neutral": QT_TRANSLATE_NOOP("RuleWords", "neutral"),
    "positive": QT_TRANSLATE_NOOP("RuleWords", "happy"),
}
NOT: Mapping[str, str] = {
    policy.VIP: QT_TRANSLATE_NOOP("RuleWords", "the customer is no VIP"),
    policy.PRESS: QT_TRANSLATE_NOOP("RuleWords", "it is not the press"),
    policy.OUT_OF_HOURS: QT_TRANSLATE_NOOP("RuleWords", "the shop is open"),
}
EFFECTS: Mapping[str, str] = {
    policy.CATEGORY: QT_TRANSLATE_NOOP("RuleWords", "category {value}"),
    policy.DEPARTMENT: QT_TRANSLATE_NOOP("RuleWords", "department {value}"),
    policy.TYPE: QT_TRANSLATE_NOOP("RuleWords", "type {value}"),
    policy.PRODUCT_GROUP: QT_TRANSLATE_NOOP("RuleWords", "product group {value}"),
    policy.PRIORITY: QT_TRANSLATE_NOOP("RuleWords", "priority {value}"),
    policy.TAG: QT_TRANSLATE_NOOP("RuleWords", "label {value}"),
    policy.NO_REACTION: QT_TRANSLATE_NOOP("RuleWords", "no reaction: {value}"),
    policy.PROPOSE: QT_TRANSLATE_NOOP("RuleWords", "propose to ask {value}"),
    policy.FORWARD: QT_TRANSLATE_NOOP("RuleWords", "propose to forward to {value}"),
    policy.PROCEDURE: QT_TRANSLATE_NOOP("RuleWords", "propose the procedure {value}"),
}


def rule_text(
    conditions: Iterable[Condition], effects: Iterable[Effect], lists: Lists
) -> tuple[str, str]:
    """Return both halves of a rule: if ..., then ..."""
    joint = translate("RuleWords", "and")
    when = f" {joint} ".join(condition_text(one, lists) for one in conditions)
    then = ", ".join(effect_text(one.kind, one.value, lists) for one in effects)
    return (
        translate("RuleWords", "If {conditions}").format(conditions=when),
        translate("RuleWords", "then {effects}").format(effects=then),
    )


def condition_text(condition: Condition, lists: Lists) -> str:
    """Return a condition in words."""
    name = condition.field
    if name in NOT:
        holds = policy.YES in condition.values
        return translate("RuleWords", CONDITIONS[name] if holds else NOT[name])
    shown = values_text(name, condition.values, lists)
    return translate("RuleWords", CONDITIONS[name]).format(value=shown)


def values_text(name: str, values: Iterable[str], lists: Lists) -> str:
    """Return values of which one has to fit, in words."""
    either = translate("RuleWords", "or")
    return f" {either} ".join(value_text(name, value, lists) for value in values)


def effect_text(kind: str, value: str, lists: Lists) -> str:
    """Return an effect in words."""
    if kind not in EFFECTS:
        return f"{kind} {value}"
    return translate("RuleWords", EFFECTS[kind]).format(value=value_text(kind, value, lists))


def list_of(name: str) -> str | None:
    """Return the list that the values of a condition or an effect come from, if any."""
    also = {policy.FORWARD: DEPARTMENT, policy.NO_REACTION: REASON, **advice.LISTED}
    field = also.get(name, name)
    return field if field in LISTS else None


def value_text(name: str, value: str, lists: Lists) -> str:
    """Return a value in the owner's words."""
    if name in advice.LIKELY:
        key, percent = advice.parted(value)
        sure = translate("RuleWords", "{value} (at least {percent} %)")
        return sure.format(value=key_text(name, key, lists), percent=percent)
    return key_text(name, value, lists)


def because_text(because: Iterable[tuple[str, Said]], lists: Lists) -> str:
    """Return what the suggestion said that a rule went by, and how sure it was."""
    told = (
        key_text(name, one.key, lists)
        if name == advice.PRIORITY
        else f"{key_text(name, one.key, lists)} {one.percent} %"
        for name, one in because
    )
    return translate("RuleWords", "suggested: {what}").format(what=", ".join(told))


def key_text(name: str, value: str, lists: Lists) -> str:
    """Return a key, as `value_text` without how sure it has to be."""
    field = list_of(name)
    if name == policy.PROPOSE:
        return _whom(value, lists)
    if field is not None or name == policy.PROCEDURE:
        return choice_name(lists, field or PROCEDURE, value)
    if name == advice.TONE:
        return translate("RuleWords", TONES.get(value, value))
    if name in {policy.PRIORITY, advice.PRIORITY}:
        return sentences.word(sentences.PRIORITIES, value)
    if name == policy.CHANNEL:
        return channel_looks.name_of(value)
    return f"“{value}”" if name in {policy.WORDS, policy.TAG} else value


def _whom(value: str, lists: Lists) -> str:
    if value in {one.key for one in lists.get(DEPARTMENT, ())}:
        name = choice_name(lists, DEPARTMENT, value)
        return translate("RuleWords", "whom {department} asks first").format(department=name)
    return choice_name(lists, COLLEAGUE, value)
