"""The clocks of a ticket: when a first reaction and an answer are due, and how a badge shows it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.rules.hours import OpeningHours, add_open_days_time, add_working_time

AMBER_SHARE = 0.2
"""A badge turns amber in the last 20 % of its time: soon enough to act, late enough to matter."""


@dataclass(frozen=True, slots=True)
class Targets:
    """How soon the firm wants to react (opening time) and to answer (hours of open days)."""

    first_reaction: timedelta = timedelta(minutes=5)
    answer: timedelta = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Dues:
    """When the two clocks of a ticket run out (UTC)."""

    first_reaction: datetime
    answer: datetime


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


def dues(received_at: datetime, hours: OpeningHours, targets: Targets) -> Dues:
    """Return when a message that came in at `received_at` has to be reacted to and answered."""
    return Dues(
        add_working_time(hours, received_at, targets.first_reaction),
        add_open_days_time(hours, received_at, targets.answer),
    )


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
