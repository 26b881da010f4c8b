"""When the owner is told that a clock runs out: at half of its time, at four fifths, and late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.rules.clocks import Target, Targets, due_at, first_reaction_due
from app.models.rules.hours import OpeningHours
from app.models.rules.ledger import Span

HALF, MOST, BREACH = 50, 80, 100
LEVELS = (HALF, MOST, BREACH)
"""How much of its time is over, in percent, when the owner is told."""


@dataclass(frozen=True, slots=True)
class Look:
    """How far a clock is, and when it is further."""

    level: int
    again: datetime | None


def first_reaction_moments(
    targets: Targets,
    hours: OpeningHours,
    started: datetime,
    spans: Sequence[Span],
    due: datetime,
) -> tuple[datetime, ...]:
    """Return when the clock of the first reaction reaches each of LEVELS; it is late at `due`."""
    shares = [_part_of(targets, share) for share in LEVELS[:-1]]
    return _until(due, [first_reaction_due(one, hours, started, spans) for one in shares])


def answer_moments(
    target: Target, hours: OpeningHours, started: datetime, spans: Sequence[Span], due: datetime
) -> tuple[datetime, ...]:
    """Return when the clock of an answer or reply reaches each of LEVELS; it is late at `due`."""
    shares = [Target(_share(target.amount, one), target.counting) for one in LEVELS[:-1]]
    return _until(due, [due_at(one, hours, started, spans) for one in shares])


def look(moments: Sequence[datetime], now: datetime) -> Look:
    """Return how far a clock is at `now` that reaches LEVELS at these moments."""
    level = max((one for one, at in zip(LEVELS, moments, strict=True) if at <= now), default=0)
    return Look(level, min((at for at in moments if at > now), default=None))


def _part_of(targets: Targets, share: int) -> Targets:
    first = targets.first_reaction
    evening = None if targets.evening is None else _share(targets.evening, share)
    return Targets(Target(_share(first.amount, share), first.counting), evening=evening)


def _share(amount: timedelta, percent: int) -> timedelta:
    return amount * percent / 100


def _until(due: datetime, found: Sequence[datetime | None]) -> tuple[datetime, ...]:
    """What was put together with another ticket may be due before its own time is half over."""
    return (*(min(one or due, due) for one in found), due)
