"""The firm's opening hours with the holidays of its country."""

from datetime import date, datetime, timedelta
from functools import lru_cache

import holidays
from sqlalchemy.orm import Session

from app.models.rules.clocks import Targets
from app.models.rules.hours import Block, OpeningHours
from app.services.settings import HoursSettings, TargetSettings, load


def opening_hours(session: Session, around: datetime) -> OpeningHours:
    """Return the calendar, with holidays from the year before `around` to two years after."""
    return _calendar(load(session, HoursSettings), around.year)


def targets(session: Session) -> Targets:
    """Return how soon the firm wants to react and answer."""
    stored = load(session, TargetSettings)
    return Targets(
        first_reaction=timedelta(minutes=stored.first_reaction_minutes),
        answer=timedelta(hours=stored.answer_hours),
    )


@lru_cache(maxsize=8)
def _calendar(settings: HoursSettings, year: int) -> OpeningHours:
    return OpeningHours(
        zone=settings.zone,
        week=tuple(tuple(Block(*block) for block in day) for day in settings.week),
        closed=_holidays(settings, year),
    )


def _holidays(settings: HoursSettings, year: int) -> frozenset[date]:
    if not settings.country:
        return frozenset()
    found = holidays.country_holidays(
        settings.country, years=range(year - 1, year + 3), language="nl"
    )
    return frozenset(day for day, name in found.items() if name not in settings.open_holidays)
