"""The moments that are offered to wake a snoozed ticket, as they fit the time of day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.models.rules.hours import DAY, OpeningHours, is_open, next_opening

LATER = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Preset:
    """A moment with the name of what it is: "later_today", "opening", "tomorrow", ..."""

    name: str
    until: datetime


def presets(hours: OpeningHours, now: datetime) -> list[Preset]:
    """Return the presets of this moment, the soonest first; none of them twice.

    Each is a time at which the firm is open, since nobody would see the ticket before.
    """
    found: dict[datetime, Preset] = {}
    later = now + LATER
    if is_open(hours, now) and is_open(hours, later):
        found[later] = Preset("later_today", later)
    opening = next_opening(hours, now)
    today = hours.local_day(now)
    days = (hours.local_day(opening) - today).days
    name = "opening" if days == 0 else "tomorrow" if days == 1 else "next_opening"
    found.setdefault(opening, Preset(name, opening))
    after = next_opening(hours, hours.midnight(hours.local_day(opening) + DAY))
    found.setdefault(after, Preset("day_after", after))
    monday = today + (7 - today.weekday()) * DAY
    for name, day in (("next_week", monday), ("in_two_weeks", monday + 7 * DAY)):
        moment = next_opening(hours, hours.midnight(day))
        found.setdefault(moment, Preset(name, moment))
    month = next_opening(hours, hours.midnight(today + 30 * DAY))
    found.setdefault(month, Preset("in_a_month", month))
    return sorted(found.values(), key=lambda one: one.until)
