"""The firm's opening hours with the holidays of its country and the dates that differ."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays
from sqlalchemy.orm import Session

from app.models.rules.hours import Block, OpeningHours, next_opening
from app.models.rules.moments import parse_moment
from app.models.rules.past import past_moment
from app.services.settings import HoursSettings, Week, load

COUNTRIES = ("NL", "BE", "")
_OPTIONAL = {"NL": holidays.OPTIONAL, "BE": holidays.BANK}
"""Days on which the country does not stand still: offices or banks close, shops may not."""

ASK_AHEAD = timedelta(days=30)
"""How long before a holiday the owner is asked whether the firm is open."""


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


def moment_named(session: Session, words: str, now: datetime) -> datetime | None:
    """Return the future moment (UTC) that words such as "morgen" or "over 2 uur" name, or None.

    A day that is named without a time begins when the firm opens on the next day.
    """
    hours = opening_hours(session, now)
    return parse_moment(words, now=now, zone=hours.zone, opens=opening_time(hours, now))


def past_named(session: Session, words: str, now: datetime) -> datetime | None:
    """Return the moment (UTC) before now that words such as "gisteren 16:00" name, or None."""
    return past_moment(words, now=now, zone=load(session, HoursSettings).zone)


def opening_time(hours: OpeningHours, now: datetime) -> time:
    """Return the time of day at which the firm next opens after today, in its own zone."""
    following = next_opening(hours, hours.midnight(hours.local_day(now) + timedelta(days=1)))
    return following.astimezone(ZoneInfo(hours.zone)).time()


def holidays_of(session: Session, year: int) -> list[Holiday]:
    """Return the holidays of a year, by date."""
    return list(_holidays(load(session, HoursSettings), year, year))


def holiday_names(session: Session, year: int, *, language: str) -> dict[date, str]:
    """Return what the holidays of a year are called in a language (nl or en)."""
    country = load(session, HoursSettings).country
    if not country:
        return {}
    spoken = "en_US" if language == "en" else language
    kinds = (_OPTIONAL[country], holidays.PUBLIC)
    return {
        day: name
        for kind in kinds
        for day, name in _named(country, year, year, kind, spoken).items()
    }


def unconfirmed(session: Session, now: datetime) -> list[Holiday]:
    """Return the holidays of the coming 30 days about which the owner has to decide.

    Those on which the firm is closed anyway, or for which he gave the date blocks of its own, are
    left out.
    """
    settings = load(session, HoursSettings)
    hours = opening_hours(session, now)
    today = hours.local_day(now)
    given = {day for day, _blocks, _why in settings.dates}
    return [
        one
        for one in _holidays(settings, today.year, today.year + 1)
        if today <= one.day <= today + ASK_AHEAD
        and not one.confirmed
        and one.day.isoformat() not in given
        and hours.week[one.day.weekday()]
    ]


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
    public = _named(settings.country, first, last, holidays.PUBLIC)
    optional = _named(settings.country, first, last, _OPTIONAL[settings.country])
    said = dict(settings.holidays)
    return tuple(
        Holiday(
            day,
            name,
            open=said.get(day.isoformat(), day not in public or name in settings.open_holidays),
            confirmed=day.isoformat() in said,
        )
        for day, name in sorted((optional | public).items())
    )


def _named(
    country: str, first: int, last: int, category: str, language: str = "nl"
) -> dict[date, str]:
    found = holidays.country_holidays(
        country, years=range(first, last + 1), language=language, categories=(category,)
    )
    return dict(found.items())
