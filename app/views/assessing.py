"""Words for how a ticket was assessed: entries of lists, influence with its reasons, proposals."""

from collections.abc import Mapping

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.influence import Reason
from app.services.tickets.assessments import Assessment
from app.services.tickets.lists import COLLEAGUE, DEPARTMENT, PROCEDURE, Lists
from app.views import moments
from app.views.language import is_dutch, translate

REASONS: Mapping[str, str] = {
    "followers": QT_TRANSLATE_NOOP("Assessing", "{number} followers"),
    "reach": QT_TRANSLATE_NOOP("Assessing", "{number} people saw it"),
    "verified": QT_TRANSLATE_NOOP("Assessing", "verified account"),
    "reviewer": QT_TRANSLATE_NOOP("Assessing", "reviewer of level {number}"),
    "value": QT_TRANSLATE_NOOP("Assessing", "buys for € {number} a year"),
    "vip": QT_TRANSLATE_NOOP("Assessing", "VIP"),
    "press": QT_TRANSLATE_NOOP("Assessing", "press"),
}


def choice_name(lists: Lists, field: str, key: str | None) -> str:
    """Return what an entry of a list is called; the key when it is gone, "" for none."""
    for choice in lists.get(field, ()):
        if choice.key == key:
            return choice.name_nl if is_dutch() else choice.name_en
    return key or ""


def influence_text(found: Assessment) -> str:
    """Return the score as a sentence."""
    return translate("Assessing", "Influence: {score} of 100").format(score=found.influence)


def reason_lines(found: Assessment) -> list[str]:
    """Return why the score is what it is, the heaviest reason first."""
    return [f"+{one.points}  {_reason(one)}" for one in found.influence_reasons]


def proposal_text(found: Assessment, lists: Lists) -> str:
    """Return what a rule proposes, "" when none does."""
    proposal = found.proposal
    if proposal is None:
        return ""
    parts = [_asks(proposal.propose, lists)]
    if proposal.forward:
        name = choice_name(lists, DEPARTMENT, proposal.forward)
        parts.append(translate("Assessing", "forward to {name}").format(name=name))
    if proposal.procedure:
        name = choice_name(lists, PROCEDURE, proposal.procedure)
        parts.append(translate("Assessing", "walk “{name}”").format(name=name))
    what = " · ".join(filter(None, parts))
    told = translate("Assessing", "The rule “{rule}” proposes: {what}")
    return told.format(rule=proposal.rule, what=what) if what else ""


def proposes_colleague(found: Assessment, lists: Lists) -> bool:
    """Tell whether a rule proposes somebody who can be asked."""
    whom = found.proposal.propose if found.proposal else None
    return any(one.key == whom for one in lists.get(COLLEAGUE, ()))


def _asks(whom: str | None, lists: Lists) -> str:
    name = choice_name(lists, COLLEAGUE, whom)
    if whom is None or not whom.isdecimal():
        return name  # rules of old tell it in words
    return "" if name == whom else translate("Assessing", "ask {name}").format(name=name)


def _reason(reason: Reason) -> str:
    number = "" if reason.number is None else moments.number(reason.number)
    return translate("Assessing", REASONS[reason.code]).format(number=number)
