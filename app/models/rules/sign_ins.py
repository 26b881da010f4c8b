"""When the owner is told that a sign-in at a platform ends, so that nothing falls silent."""

from datetime import datetime, timedelta
from enum import StrEnum

SOON = timedelta(days=14)
URGENT = timedelta(days=3)


class Ending(StrEnum):
    """How near the end of a sign-in is."""

    SOON = "soon"
    URGENT = "urgent"
    OVER = "over"


def ending(ends: datetime | None, now: datetime) -> Ending | None:
    """Return how near the end of a sign-in is; None while nobody has to think of it."""
    if ends is None or ends - now > SOON:
        return None
    if ends <= now:
        return Ending.OVER
    return Ending.URGENT if ends - now <= URGENT else Ending.SOON
