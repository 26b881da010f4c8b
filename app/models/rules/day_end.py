"""The end of the day: whether it is there, and what should not be left lying until tomorrow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.rules.hours import DAY, OpeningHours, next_opening

HOUR = timedelta(hours=1)
MOMENT = timedelta(microseconds=1)
LONG_CLOSURE = timedelta(days=3)
"""Customers expect nothing at night or in a weekend; when it takes longer, they should be told."""

UNANSWERED, PROMISES, OUTBOX, ABSENCE = "unanswered", "promises", "outbox", "absence"
BRIEFINGS = "briefings"


@dataclass(frozen=True, slots=True)
class Due:
    """A ticket with a clock that runs, and when it runs out."""

    ticket_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Tomorrow:
    """The next day on which we are open: from when until when."""

    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What the check is about.

    Attributes:
        waiting: tickets that are new or open, by the first of their own clocks.
        promises: promises that are open.
        stuck: tickets with a message of ours that did not leave, or may not have.
        absence: whether customers are told by themselves that we have their message.
        unread: how many times a colleague did not read a briefing in time.
    """

    now: datetime
    tomorrow: Tomorrow
    waiting: tuple[Due, ...] = ()
    promises: tuple[Due, ...] = ()
    stuck: tuple[int, ...] = ()
    absence: bool = False
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the check: whether it is in order, and the tickets when it is not."""

    key: str
    ok: bool
    ticket_ids: tuple[int, ...] = ()


def check(facts: Facts) -> tuple[Point, ...]:
    """Return the points of the end of the day, always all five and in this order."""
    closed_for_long = facts.tomorrow.opens - facts.now > LONG_CLOSURE
    return (
        _nobody(UNANSWERED, _until(facts.waiting, facts.tomorrow.opens)),
        _nobody(PROMISES, _until(facts.promises, facts.tomorrow.closes)),
        _nobody(OUTBOX, facts.stuck),
        Point(ABSENCE, facts.absence or not closed_for_long),
        Point(BRIEFINGS, not facts.unread),
    )


def tomorrow(hours: OpeningHours, now: datetime) -> Tomorrow:
    """Return when we open and close on the next day on which we are open.

    A calendar without any opening has a tomorrow of 24 hours.
    """
    opens = next_opening(hours, hours.midnight(hours.local_day(now) + DAY) - MOMENT)
    closes = [end for _start, end in hours.intervals(hours.local_day(opens))]
    return Tomorrow(opens, closes[-1] if closes else opens + DAY)


def ends(hours: OpeningHours, now: datetime) -> bool:
    """Tell whether the day is over, or will be within the hour; a closed day does not end."""
    closes = [end for _start, end in hours.intervals(hours.local_day(now))]
    return bool(closes) and now >= closes[-1] - HOUR


def _until(dues: Iterable[Due], moment: datetime) -> tuple[int, ...]:
    """Return the tickets of what runs out until a moment, the first one first."""
    found = sorted((due for due in dues if due.at <= moment), key=lambda due: due.at)
    return tuple(dict.fromkeys(due.ticket_id for due in found))


def _nobody(key: str, ticket_ids: Iterable[int]) -> Point:
    found = tuple(dict.fromkeys(ticket_ids))
    return Point(key, not found, found)
