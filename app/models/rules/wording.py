"""Moments in words, for texts that go to customers."""

from datetime import datetime
from zoneinfo import ZoneInfo

_DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_NEAR = {"nl": ("vandaag", "morgen"), "en": ("today", "tomorrow")}
_AT = {"nl": "om", "en": "at"}


def spoken(moment: datetime, now: datetime, *, zone: str, language: str) -> str:
    """Return a moment to come as a customer reads it, such as "vrijdag 4 december om 9:00"."""
    local, today = (one.astimezone(ZoneInfo(zone)) for one in (moment, now))
    days = (local.date() - today.date()).days
    if 0 <= days < 2:
        day = _NEAR[language][days]
    else:
        month = _MONTHS[language].split()[local.month - 1]
        day = f"{_DAYS[language][local.weekday()]} {local.day} {month}"
    return f"{day} {_AT[language]} {local.hour}:{local.minute:02}"
