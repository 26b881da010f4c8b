"""The firm's opening hours with the holidays of its country and the dates that differ."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import holidays
from sqlalchemy.orm import Session

from app.models.rules.hours import Block, OpeningHours
from app.services.settings import HoursSettings, Week, load

COUNTRIES = ("NL", "BE", "")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday, whether we are open on it, and whether the owner has said so."""

    day: date
    name: str
    open: bool
    confirmed: bool


def opening_hours(session: Session, around: datetime) -> OpeningHours:
    """Return the calendar, with holidays from the year before `around` to two years after."""
    return _calendar(load(session, HoursSettings), around.year)


def holidays_of(session: Session, year: int) -> list[Holiday]:
    """Return the holidays of a year, by date."""
    return list(_holidays(load(session, HoursSettings), year, year))


@lru_cache(maxsize=8)
def _calendar(settings: HoursSettings, year: int) -> OpeningHours:
    special: dict[date, tuple[Block, ...]] = {
        one.day: () for one in _holidays(settings, year - 1, year + 2) if not one.open
    }
    for day, blocks, _why in settings.dates:
        special[date.fromisoformat(day)] = tuple(Block(*block) for block in blocks)
    return OpeningHours(
        zone=settings.zone,
        week=_week(settings.week),
        special=special,
        evening=_week(settings.evening),
    )


def _week(week: Week) -> tuple[tuple[Block, ...], ...]:
    return tuple(tuple(Block(*block) for block in day) for day in week)


@lru_cache(maxsize=16)
def _holidays(settings: HoursSettings, first: int, last: int) -> tuple[Holiday, ...]:
    if not settings.country:
        return ()
    found = holidays.country_holidays(settings.country, years=range(first, last + 1), language="nl")
    said = dict(settings.holidays)
    return tuple(
        Holiday(
            day,
            name,
            open=said.get(day.isoformat(), name in settings.open_holidays),
            confirmed=day.isoformat() in said,
        )
        for day, name in sorted(found.items())
    )
