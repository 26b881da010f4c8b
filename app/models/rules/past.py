"""Moments that are over as people write them: "14:30", "gisteren 16u", "10 minuten geleden"."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONGEST = timedelta(days=366)
_DAYS = {
    "vandaag": 0, "today": 0, "gisteren": 1, "yesterday": 1, "eergisteren": 2,
}  # fmt: skip
_UNITS = {
    "m": "minutes", "min": "minutes", "minuut": "minutes", "minuten": "minutes",
    "minute": "minutes", "minutes": "minutes", "u": "hours", "uur": "hours", "uren": "hours",
    "h": "hours", "hour": "hours", "hours": "hours", "dag": "days", "dagen": "days",
    "day": "days", "days": "days",
}  # fmt: skip
_ONE = {"een": 1, "één": 1, "a": 1, "an": 1}
_AGO = re.compile(r"(\d{1,4}|een|één|an?) ([a-z]+) (?:geleden|ago)")
_CLOCK = re.compile(r"(?:om |at )?([01]?\d|2[0-3])(?:[:.]([0-5]\d)(?: ?(?:uur|u))?| ?(?:uur|u|h))")
_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/](\d{1,2})[-/](\d{4}))")


def past_moment(words: str, *, now: datetime, zone: str) -> datetime | None:
    """Return the moment (UTC) that words name, or None: not understood, to come, or long ago.

    A time of day alone is that of today, or of yesterday when it is still to come.
    """
    said = " ".join(words.lower().replace(",", " ").split())
    found = _ago(said, now) or _named(said, now, ZoneInfo(zone))
    if found is None or not now - LONGEST <= found <= now:
        return None
    return found


def _ago(said: str, now: datetime) -> datetime | None:
    found = _AGO.fullmatch(said)
    if found is None or found[2] not in _UNITS:
        return None
    count = _ONE.get(found[1]) or int(found[1])
    return now - timedelta(**{_UNITS[found[2]]: count})


def _named(said: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    today = now.astimezone(zone).date()
    first, _, rest = said.partition(" ")
    day = _day(first, today)
    clock = _time(said if day is None else rest)
    if clock is None:
        return None
    moment = datetime.combine(day or today, clock, zone).astimezone(UTC)
    if day is None and moment > now:
        moment = datetime.combine(today - timedelta(days=1), clock, zone).astimezone(UTC)
    return moment


def _day(word: str, today: date) -> date | None:
    if word in _DAYS:
        return today - timedelta(days=_DAYS[word])
    found = _DATE.fullmatch(word)
    if found is None:
        return None
    year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(said: str) -> time | None:
    found = _CLOCK.fullmatch(said)
    return None if found is None else time(int(found[1]), int(found[2] or 0))
