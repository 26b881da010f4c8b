"""What a macro does besides its text, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass

CATEGORY, DEPARTMENT, PRIORITY, NOTE = "category", "department", "priority", "note"
STATE, OUTCOME, SNOOZE = "state", "outcome", "snooze"
KINDS = (CATEGORY, DEPARTMENT, PRIORITY, NOTE, OUTCOME, STATE, SNOOZE)
"""The kinds in the order in which they are done: what ends a ticket comes last."""

STATES = ("open", "waiting_customer", "waiting_colleague", "closed")
"""Where a macro may bring a ticket: what needs a reason of its own is the owner's to say."""

OPENING = "opening"
"""Snoozes until the next opening; other values of a snooze are hours."""

LONGEST_SNOOZE = 24 * 365
_CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: its kind, and a key of a list, words of a note, or hours."""

    kind: str
    value: str


def in_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return actions as they are done."""
    return tuple(sorted(actions, key=lambda one: KINDS.index(one.kind)))


def value_of(actions: Iterable[Action], kind: str) -> str | None:
    """Return what a macro sets of a kind, None when it leaves it."""
    return next((one.value for one in actions if one.kind == kind), None)


def closes(actions: Iterable[Action]) -> bool:
    """Tell whether a macro marks as done."""
    return value_of(actions, STATE) == _CLOSED


def wrong(actions: Iterable[Action]) -> str | None:
    """Return the kind of an action that cannot be, None when all can.

    A kind stands once; a snooze does not go with a state; an outcome only with done.
    """
    found = tuple(actions)
    kinds = [one.kind for one in found]
    for one in found:
        if one.kind not in KINDS or kinds.count(one.kind) > 1 or not one.value.strip():
            return one.kind
        if one.kind == STATE and one.value not in STATES:
            return one.kind
        if one.kind == SNOOZE and (STATE in kinds or hours_of(one.value) is None):
            return one.kind
        if one.kind == OUTCOME and not closes(found):
            return one.kind
    return None


def hours_of(value: str) -> int | None:
    """Return the hours of a snooze, 0 for until the opening, None for what is neither."""
    if value == OPENING:
        return 0
    if not (value.isascii() and value.isdigit()):
        return None
    return int(value) if 0 < int(value) <= LONGEST_SNOOZE else None
