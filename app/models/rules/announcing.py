"""What the desktop tells of customers who wrote or wait: in one notice, quiet when closed."""

from collections import Counter
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
class Warned:
    """A ticket of which a clock has used `level` percent of its time."""

    waiting: Waiting
    level: int


@dataclass(frozen=True, slots=True)
class Telling:
    """One notice about all of them.

    Attributes:
        shown: those that are named; those with a warning when no customer wrote.
        more: how many there are besides.
        warnings: of how many tickets a clock is how far (percent, tickets), the furthest first.
        wrote: whether those that are named wrote just now.
    """

    shown: tuple[Waiting, ...]
    more: int
    warnings: tuple[tuple[int, int], ...] = ()
    wrote: bool = True


def telling(
    waiting: Sequence[Waiting], *, is_open: bool, warned: Sequence[Warned] = ()
) -> Telling | None:
    """Return the one notice about tickets in which nobody reacted yet, or None for no notice.

    Outside of the opening hours only what is urgent is told (product.md: quiet hours); warnings
    come in hours only (services/tickets/clock_watch.py). Notices of mail-like programs are summed
    up in one (GNOME HIG, "Notifications").
    """
    wanted = [one for one in waiting if is_open or one.urgent]
    wanted.sort(key=lambda one: not one.urgent)
    if not wanted and not warned:
        return None
    late = [one.waiting for one in sorted(warned, key=lambda one: -one.level)]
    named = wanted or late
    levels = sorted(Counter(one.level for one in warned).items(), reverse=True)
    return Telling(
        tuple(named[:MOST_LINES]), max(0, len(named) - MOST_LINES), tuple(levels), bool(wanted)
    )
