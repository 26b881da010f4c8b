"""Days and moments as people write them, in Dutch and English: "vrijdag 9u", "in 2 hours"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MORNING = time(9)
_PARTS_OF_DAY = {
    "ochtend": MORNING,
    "morgens": MORNING,
    "morning": MORNING,
    "middag": time(13),
    "noon": time(12),
    "afternoon": time(13),
    "avond": time(19),
    "evening": time(19),
    "tonight": time(19),
    "vanavond": time(19),
    "vanmiddag": time(13),
    "vanochtend": MORNING,
}
_WEEKDAYS = (
    ("maandag", "ma", "monday", "mon"),
    ("dinsdag", "di", "tuesday", "tue"),
    ("woensdag", "wo", "wednesday", "wed"),
    ("donderdag", "do", "thursday", "thu"),
    ("vrijdag", "vr", "friday", "fri"),
    ("zaterdag", "za", "saturday", "sat"),
    ("zondag", "zo", "sunday", "sun"),
)
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_MONTHS = (
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "january february march april may june july august september october november december",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
)
_MONTH = {name: at for names in _MONTHS for at, name in enumerate(names.split(), start=1)}
_RELATIVE = {
    "vandaag": 0,
    "today": 0,
    "vanavond": 0,
    "vanmiddag": 0,
    "vanochtend": 0,
    "tonight": 0,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
    "gisteren": -1,
    "yesterday": -1,
    "eergisteren": -2,
}
_UNITS = {
    "minuten": "minutes", "minuut": "minutes", "min": "minutes", "minutes": "minutes",
    "minute": "minutes", "uur": "hours", "uren": "hours", "u": "hours", "hours": "hours",
    "hour": "hours", "h": "hours", "dagen": "days", "dag": "days", "days": "days", "day": "days",
    "weken": "weeks", "week": "weeks", "weeks": "weeks", "maanden": "months", "maand": "months",
    "months": "months", "month": "months",
}  # fmt: skip
_ONE = {"een": 1, "één": 1, "a": 1, "an": 1}
_IN = re.compile(r"(?:over|in|na) (?P<count>\d{1,3}|een|één|an?) (?P<unit>[a-z]+)")
_HALF = re.compile(r"(?:over|in) (?:een half uur|half an hour)")
_CLOCK = re.compile(
    r"(?:\b(?:om|at|@) ?)?\b(?P<hour>[01]?\d|2[0-4])"
    r"(?:[:.](?P<minute>[0-5]\d)\b ?(?P<after>am|pm|uur|u|h)?\b"
    r"|(?P<mark> ?(?:uur|u|h|am|pm))(?:(?P<late>[0-5]\d)\b|\b))"
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_DUTCH = re.compile(r"\b(?P<day>\d{1,2})[-/](?P<month>\d{1,2})(?:[-/](?P<year>\d{4}|\d{2}))?\b")
_NAMED = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|e)? (?P<name>[a-z]{3,9})\.?(?: (?P<year>\d{4}))?\b"
)
_ENGLISH = re.compile(r"\b(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?\b")
_JOINED = re.compile(
    rf"\b({'|'.join(names[0] for names in _WEEKDAYS)}|morgen)(ochtend|middag|avond)\b"
)
_FILLER = re.compile(r"\b(?:op|on|om|at|de|the|tot|until|'s|s|aan|van|this|deze|komende)\b|[,;]")
_NEXT = re.compile(r"\b(?:volgende|next)\b")


def weekday_of(name: str) -> int | None:
    """Return the weekday (0 is Monday) of a Dutch or English name, or None."""
    return _WEEKDAY.get(name.strip().casefold().rstrip("."))


def parse_day(text: str, *, today: date) -> date | None:
    """Return the day that a text names, or None: "2026-11-05", "5-11", "maandag", "yesterday".

    A weekday is the latest one up to today, since it is asked of the past.
    """
    words = _clean(text)
    found = _calendar_day(words, today, forward=False)
    if found is not None:
        return found[0]
    if words in _RELATIVE:
        return today + _RELATIVE[words] * DAY
    if words in _WEEKDAY:
        return today - (today.weekday() - _WEEKDAY[words]) % 7 * DAY
    return None


def parse_moment(text: str, *, now: datetime, zone: str, opens: time = MORNING) -> datetime | None:
    """Return the future moment that a text names (aware, in UTC), or None.

    Args:
        text: such as "vrijdag 9u", "morgen", "over 2 uur", "25 dec 14:00", "next week".
        now: the present, aware.
        zone: the firm's time zone, in which the text is meant.
        opens: time of a day that is named without one.
    """
    here = ZoneInfo(zone)
    local = now.astimezone(here)
    words = _JOINED.sub(r"\1 \2", _HALF.sub("over 30 min", _clean(text)))
    if not words:
        return None
    amount = _IN.fullmatch(words)
    if amount is not None:
        wall = _later(amount, local, opens)
    else:
        wall = _day_and_time(words, local, opens)
    if wall is None:
        return None
    moment = wall.replace(tzinfo=here).astimezone(now.tzinfo)
    return moment if moment > now else None


@dataclass(slots=True)
class _Reader:
    """Takes parts out of a text; what is left was not understood."""

    words: str

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.search(self.words)
        if found is not None:
            self.words = f"{self.words[: found.start()]} {self.words[found.end() :]}"
        return found

    def take_word(self, known: Callable[[str], bool]) -> str | None:
        parts = self.words.split()
        found = next((word for word in parts if known(word)), None)
        if found is not None:
            parts.remove(found)
            self.words = " ".join(parts)
        return found

    @property
    def rest(self) -> str:
        return " ".join(_FILLER.sub(" ", self.words).split())


def _clean(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _later(found: re.Match[str], local: datetime, opens: time) -> datetime | None:
    unit = _UNITS.get(found["unit"])
    count = _ONE.get(found["count"]) or int(found["count"])
    if unit is None:
        return None
    if unit in {"minutes", "hours"}:
        # In UTC: an hour is an hour, also in the night in which the clock is changed.
        utc = local.astimezone(UTC) + timedelta(**{unit: count})
        return utc.astimezone(local.tzinfo).replace(tzinfo=None)
    if unit == "months":
        return _in_months(local.date(), count, opens)
    return datetime.combine(local.date() + timedelta(**{unit: count}), opens)


def _in_months(day: date, count: int, at: time) -> datetime:
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - DAY).day
    return datetime.combine(date(year, month, min(day.day, last)), at)


def _day_and_time(words: str, local: datetime, opens: time) -> datetime | None:
    reader = _Reader(words)
    day, following = _take_day(reader, local.date())
    at = _take_time(reader)
    if reader.rest or (day is None and at is None):
        return None
    if day is None:
        wall = datetime.combine(local.date(), at or opens)
        return wall if wall > local.replace(tzinfo=None) else wall + DAY
    wall = datetime.combine(day, at or opens)
    if following and wall <= local.replace(tzinfo=None):
        wall += 7 * DAY
    return wall


def _take_day(reader: _Reader, today: date) -> tuple[date | None, bool]:
    """Return a named day, and whether it comes again every week."""
    found = _calendar_day(reader.words, today, forward=True)
    if found is not None:
        reader.words = found[1]
        return found[0], False
    following = reader.take(_NEXT) is not None
    if following and reader.take_word(lambda word: word == "week"):
        return today + (7 - today.weekday()) * DAY, False
    if following and reader.take_word(lambda word: word in {"maand", "month"}):
        return _in_months(today.replace(day=1), 1, MORNING).date(), False
    name = reader.take_word(_WEEKDAY.__contains__)
    if name is not None:
        ahead = (_WEEKDAY[name] - today.weekday()) % 7
        if following:
            ahead = ahead or 7
        return today + ahead * DAY, True
    return _take_relative(reader, today), False


def _take_relative(reader: _Reader, today: date) -> date | None:
    known = {word: days for word, days in _RELATIVE.items() if days >= 0}
    name = next((word for word in reader.words.split() if word in known), None)
    if name is None:
        return None
    if name not in _PARTS_OF_DAY:  # "vanavond" is a day and a time
        reader.take_word(lambda word: word == name)
    return today + known[name] * DAY


def _take_time(reader: _Reader) -> time | None:
    found = reader.take(_CLOCK)
    part = reader.take_word(_PARTS_OF_DAY.__contains__)
    if found is None:
        return _PARTS_OF_DAY[part] if part else None
    hour, minute = int(found["hour"]), int(found["minute"] or found["late"] or 0)
    half = (found["mark"] or found["after"] or "").strip()
    if part and hour < 12 and not half.endswith("m") and _PARTS_OF_DAY[part].hour > 12:
        hour += 12  # "vanavond 8u"
    elif half in {"am", "pm"} and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour % 24, minute) if hour < 24 else time(23, 59)


def _calendar_day(words: str, today: date, *, forward: bool) -> tuple[date, str] | None:
    """Return a day written with a month, and the words without it."""
    for pattern in (_ISO, _DUTCH, _NAMED, _ENGLISH):
        found = pattern.search(words)
        day = None if found is None else _date(found.groupdict(), today, forward=forward)
        if found is not None and day is not None:
            return day, f"{words[: found.start()]} {words[found.end() :]}"
    return None


def _date(parts: dict[str, str | None], today: date, *, forward: bool) -> date | None:
    month = _MONTH.get(parts["name"] or "") if "name" in parts else int(parts["month"] or 0)
    if not month:
        return None
    written = parts.get("year")
    year = int(written) if written else today.year
    try:
        day = date(year + 2000 if written and year < 100 else year, month, int(parts["day"] or 0))
        if written or (day >= today) == forward or day == today:
            return day
        return day.replace(year=year + (1 if forward else -1))
    except ValueError:
        return None
