"""The clocks of a ticket: when a first reaction and an answer are due, and how a badge shows it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from app.models.rules.hours import (
    Counting,
    OpeningHours,
    count_on,
    counting_start,
    is_open,
    time_between,
)
from app.models.rules.ledger import Span, Turn

RUNNING = frozenset({Turn.US, Turn.COLLEAGUE})
"""Whose turn it is while the clocks run: the customer waits for us or for a colleague of ours."""

AMBER_SHARE = 0.2
"""A badge turns amber in the last 20 % of its time: soon enough to act, late enough to matter."""


@dataclass(frozen=True, slots=True)
class Target:
    """How much time there is, and which time counts."""

    amount: timedelta
    counting: Counting


@dataclass(frozen=True, slots=True)
class Targets:
    """What the firm wants to keep.

    Attributes:
        answer: to the first question of a conversation.
        next_reply: to what the customer writes after an answer, from his oldest message that waits.
        evening: opening and evening time in which to react to what comes in during the evening
            hours; None to react when we open.
    """

    first_reaction: Target = Target(timedelta(minutes=5), Counting.WORKING)
    answer: Target = Target(timedelta(hours=24), Counting.OPEN_DAYS)
    next_reply: Target = Target(timedelta(hours=24), Counting.OPEN_DAYS)
    evening: timedelta | None = None


class Level(StrEnum):
    """How pressing a clock is; shown by colour, text and shape."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Countdown:
    """What a badge shows: `left` is negative when late."""

    level: Level
    left: timedelta


def due_at(
    target: Target, hours: OpeningHours, started: datetime, spans: Iterable[Span] = ()
) -> datetime | None:
    """Return when a clock that started then runs out (UTC); None while it stands still.

    It runs while the ticket is with us or a colleague, and stands still while it is the customer's
    turn or nobody's; without `spans` it has run all the time.
    """
    left = target.amount
    begin = counting_start(hours, target.counting, started.astimezone(UTC))
    for since, until in _running(spans, begin):
        spent = None if until is None else time_between(hours, target.counting, since, until)
        if spent is None or spent >= left:
            return count_on(hours, target.counting, since, left)
        left -= spent
    return None


def _running(spans: Iterable[Span], begin: datetime) -> Iterator[tuple[datetime, datetime | None]]:
    known = False
    for span in spans:
        known = True
        if span.turn in RUNNING and (span.until is None or span.until > begin):
            yield max(span.since, begin), span.until
    if not known:
        yield begin, None


def first_reaction_due(
    targets: Targets, hours: OpeningHours, started: datetime, spans: Sequence[Span] = ()
) -> datetime | None:
    """Return when the first reaction is due, in the evening hours by their own target."""
    due = due_at(targets.first_reaction, hours, started, spans)
    if targets.evening is None or is_open(hours, started):
        return due
    reachable = hours.extended()
    if not is_open(reachable, started):
        return due
    evening = due_at(Target(targets.evening, Counting.WORKING), reachable, started, spans)
    return min((one for one in (due, evening) if one is not None), default=None)


def countdown(due: datetime, started: datetime, now: datetime) -> Countdown:
    """Return how a clock stands at `now`."""
    left = due - now
    if left < timedelta(0):
        return Countdown(Level.LATE, left)
    total = max(due - started, timedelta(seconds=1))
    return Countdown(Level.SOON if left <= AMBER_SHARE * total else Level.CALM, left)


def next_change(due: datetime, started: datetime, now: datetime) -> datetime:
    """Return the next moment at which the text or level of a badge changes.

    Under an hour the badge counts seconds of the last minute and minutes before it; under a day
    minutes; above it hours.
    """
    left = abs(due - now)
    if left < timedelta(minutes=1):
        step = timedelta(seconds=1)
    elif left < timedelta(days=1):
        step = timedelta(minutes=1)
    else:
        step = timedelta(hours=1)
    step_ends = now + ((due - now) % step or step)
    turns_amber = due - AMBER_SHARE * (due - started)
    return turns_amber if now < turns_amber < step_ends else step_ends
