"""How often platforms are asked: less while the firm is closed, and again when it opens."""

from datetime import datetime, timedelta

from app.models.rules.hours import OpeningHours, is_open, next_opening

SLOWER = 10
"""So many times as long it takes while nobody is there (reference: "poll defaults")."""

LONGEST = timedelta(hours=1)
"""More than this only what is that slow by day as well."""

AT_ONCE = timedelta(seconds=30)
"""Whoever asks to be called sooner has something to go on with, and does not only look."""


def next_look(hours: OpeningHours, now: datetime, pace: timedelta) -> datetime:
    """Return when a platform is asked again that is asked every `pace` while we are open.

    Evening hours count as open. A firm that is never open has no nights.
    """
    hours = hours.extended()
    if pace < AT_ONCE or not any(hours.week) or is_open(hours, now):
        return now + pace
    quiet = max(pace, min(SLOWER * pace, LONGEST))
    # Whoever opens the shop finds everything there.
    return min(now + quiet, max(now + pace, next_opening(hours, now)))
