"""The owner's own rules: what follows when something comes in that fits; rules that quarrel."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from app.models.rules import advice as suggested
from app.models.rules.advice import Advice
from app.models.rules.tickets import Priority

CHANNEL, CATEGORY, TYPE = "channel", "category", "type"
WORDS, SENDER, INFLUENCE = "words", "sender", "influence"
VIP, PRESS, OUT_OF_HOURS = "vip", "press", "out_of_hours"
CONDITIONS = (
    CHANNEL, CATEGORY, TYPE, WORDS, SENDER, INFLUENCE, VIP, PRESS, OUT_OF_HOURS, *suggested.FIELDS,
)  # fmt: skip
"""What a condition may look at."""

DEPARTMENT, PRODUCT_GROUP, PRIORITY, TAG = "department", "product_group", "priority", "tag"
NO_REACTION, PROPOSE, FORWARD = "no_reaction", "propose", "forward"
PROCEDURE = "procedure"
EFFECTS = (
    CATEGORY, DEPARTMENT, TYPE, PRODUCT_GROUP, PRIORITY, TAG, NO_REACTION, PROPOSE, FORWARD,
    PROCEDURE,
)  # fmt: skip
"""What may follow. FORWARD proposes a department to hand it to, which is set at once; PROPOSE tells
whom to ask: the id of a colleague, or the department whose fixed colleague it is; PROCEDURE which
one of the handbook to walk, by its key."""

YES, NO = "yes", "no"
_ONE_OF = frozenset({CHANNEL, CATEGORY, TYPE, VIP, PRESS, OUT_OF_HOURS})
_SLOTS = {FORWARD: DEPARTMENT}


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that has to hold: one of the values fits.

    `words`: a word, the beginning of one, or several in a row, in subject or text; `sender`: an
    address or the domain behind it; `influence`: at least this; VIP and the like: yes or no; what
    the suggestion says: see `advice.FIELDS`.
    """

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that follows: its kind and the key, tag, reason or text that it gives."""

    kind: str
    value: str

    @property
    def slot(self) -> str:
        """What of a ticket it decides; every tag is one of its own."""
        return f"{TAG} {self.value}" if self.kind == TAG else _SLOTS.get(self.kind, self.kind)


@dataclass(frozen=True, slots=True)
class Rule:
    """When all conditions hold, the effects follow."""

    id: int
    name: str
    conditions: tuple[Condition, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules may know of a message: texts as written, the rest as keys.

    `advice` is None while nobody asked for it.
    """

    channel: str
    text: str = ""
    sender: str = ""
    category: str | None = None
    type: str | None = None
    influence: int = 0
    vip: bool = False
    press: bool = False
    out_of_hours: bool = False
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """An effect and the rule it comes from."""

    rule: Rule
    effect: Effect


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two rules that can hold for the same message and give it different values of one thing."""

    first: Rule
    second: Rule
    slot: str
    values: tuple[str, str]


def matches(rule: Rule, facts: Facts) -> bool:
    """Tell whether all conditions of a rule hold; a rule without any holds for nothing."""
    return bool(rule.conditions) and all(_holds(one, facts) for one in rule.conditions)


def asks(rule: Rule) -> bool:
    """Tell whether a rule asks what the suggestion says."""
    return any(one.field in suggested.FIELDS for one in rule.conditions)


def wants_advice(rule: Rule, facts: Facts) -> bool:
    """Tell whether a rule asks for a suggestion, and holds but for what it says."""
    others = (one for one in rule.conditions if one.field not in suggested.FIELDS)
    return asks(rule) and all(_holds(one, facts) for one in others)


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules as they are asked: what asks the suggestion is known a moment later."""
    return sorted(rules, key=asks)


def decide(rules: Sequence[Rule], facts: Facts) -> tuple[Chosen, ...]:
    """Return what follows for a message: of each thing the first rule that says it.

    What a rule decides counts for the rules that are asked after it, and then for those before it,
    until nothing new follows; nothing is decided twice, so this ends for every set of rules.
    A message that is filed already stays where it is, so only an empty field is filled by that.
    """
    chosen: dict[str, Chosen] = {}
    before = -1
    while len(chosen) > before:
        before = len(chosen)
        for rule in rules:
            if matches(rule, facts):
                for effect in rule.effects:
                    chosen.setdefault(effect.slot, Chosen(rule, effect))
                facts = _after(facts, chosen)
    return tuple(chosen.values())


def contradictions(rules: Sequence[Rule]) -> tuple[Contradiction, ...]:
    """Return the pairs of rules that quarrel; the first of a pair is the one that wins."""
    found = []
    for first, second in combinations(rules, 2):
        if not _can_both_hold(first, second):
            continue
        theirs = {effect.slot: effect for effect in second.effects}
        for effect in first.effects:
            other = theirs.get(effect.slot)
            if other is not None and other.value != effect.value:
                values = (effect.value, other.value)
                found.append(Contradiction(first, second, effect.slot, values))
    return tuple(found)


def loops(rules: Sequence[Rule]) -> tuple[tuple[Rule, ...], ...]:
    """Return the rules that go round: what each does makes, step by step, its own condition true.

    Rules of one circle stand together, in their order; a rule may go round by itself.
    """
    reached = {rule.id: _reached(rule, rules) for rule in rules}
    circles = (
        tuple(one for one in rules if one.id in reached[rule.id] and rule.id in reached[one.id])
        for rule in rules
    )
    return tuple(dict.fromkeys(circle for circle in circles if circle))


def fits_sender(handle: str, pattern: str) -> bool:
    """Tell whether a handle is the one meant, or of the domain (or a part of it) that is meant."""
    handle, pattern = handle.casefold(), pattern.casefold().removeprefix("@")
    domain = handle.rpartition("@")[2]
    return pattern in {handle, domain} or domain.endswith(f".{pattern}")


# --- how -------------------------------------------------------------------------------------


def _holds(condition: Condition, facts: Facts) -> bool:
    if condition.field == WORDS:
        return any(_occurs(value, facts.text) for value in condition.values)
    if condition.field == SENDER:
        return any(fits_sender(facts.sender, value) for value in condition.values)
    if condition.field == INFLUENCE:
        return facts.influence >= min(map(int, condition.values))
    if condition.field in suggested.FIELDS:
        return suggested.holds(condition.field, condition.values, facts.advice)
    value = getattr(facts, condition.field)
    if isinstance(value, bool):
        value = YES if value else NO
    return value in condition.values


def _occurs(words: str, text: str) -> bool:
    pattern = r"\s+".join(map(re.escape, words.casefold().split()))
    return re.search(rf"(?<!\w){pattern}", text.casefold()) is not None


def _after(facts: Facts, chosen: Mapping[str, Chosen]) -> Facts:
    known = {slot: chosen[slot].effect.value for slot in (CATEGORY, TYPE) if slot in chosen}
    return replace(facts, category=facts.category or known.get(CATEGORY),
                   type=facts.type or known.get(TYPE))  # fmt: skip


def _can_both_hold(first: Rule, second: Rule) -> bool:
    together: dict[str, list[tuple[str, ...]]] = {}
    for one in (*first.conditions, *second.conditions):
        together.setdefault(one.field, []).append(one.values)
    return all(_possible(name, groups) for name, groups in together.items())


def _possible(name: str, groups: Sequence[tuple[str, ...]]) -> bool:
    if name in _ONE_OF:
        return bool(set(groups[0]).intersection(*groups[1:]))
    if name in suggested.LIKELY:
        return bool(set.intersection(*(suggested.keys_of(name, one) for one in groups)))
    if name == SENDER:
        known = {value for group in groups for value in group}
        return any(all(_any_covers(group, one) for group in groups) for one in known)
    return True


def _any_covers(patterns: Iterable[str], one: str) -> bool:
    return any(fits_sender(one, pattern) for pattern in patterns)


def _triggers(rule: Rule, other: Rule) -> bool:
    return any(
        effect.kind == condition.field and effect.value in condition.values
        for effect in rule.effects
        for condition in other.conditions
    )


def _reached(rule: Rule, rules: Sequence[Rule]) -> set[int]:
    reached: set[int] = set()
    ahead = [rule]
    while ahead:
        step = ahead.pop()
        nexts = [one for one in rules if one.id not in reached and _triggers(step, one)]
        reached.update(one.id for one in nexts)
        ahead += nexts
    return reached


def check(condition: Condition) -> str | None:
    """Return a value that a condition cannot take, None when it is right as it stands."""
    if not condition.values or not all(value.strip() for value in condition.values):
        return ""
    if condition.field == INFLUENCE:
        return next((one for one in condition.values if not one.isdecimal()), None)
    if condition.field in {VIP, PRESS, OUT_OF_HOURS}:
        return next((one for one in condition.values if one not in {YES, NO}), None)
    return None


def raised(before: str, wanted: str) -> str:
    """Return the heavier of two priorities: a rule by itself never makes a message lighter."""
    weights = list(Priority)
    return max(Priority(before), Priority(wanted), key=weights.index).value
