"""What the desktop tells of customers who wrote: in one notice, and quiet when it is closed."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket in which a customer wrote while nobody looked."""

    ticket_id: int
    customer: str
    subject: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One notice about all of them.

    Attributes:
        shown: those that are named.
        more: how many there are besides.
    """

    shown: tuple[Waiting, ...]
    more: int


def telling(waiting: Sequence[Waiting], *, is_open: bool) -> Telling | None:
    """Return the one notice about tickets in which nobody reacted yet, or None for no notice.

    Outside of the opening hours only what is urgent is told (product.md: quiet hours). Notices of
    mail-like programs are summed up in one (GNOME HIG, "Notifications").
    """
    wanted = [one for one in waiting if is_open or one.urgent]
    wanted.sort(key=lambda one: not one.urgent)
    if not wanted:
        return None
    return Telling(tuple(wanted[:MOST_LINES]), max(0, len(wanted) - MOST_LINES))
