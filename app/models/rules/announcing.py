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
class Promised:
    """A promise to a customer that runs out, or has, and its ticket."""

    waiting: Waiting
    lapsed: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One notice about all of them.

    Attributes:
        shown: those that are named; those with a promise or warning when no customer wrote.
        more: how many there are besides.
        warnings: of how many tickets a clock is how far (percent, tickets), the furthest first.
        wrote: whether those that are named wrote just now.
        lapsed: how many promises have run out.
        running_out: how many promises soon will.
    """

    shown: tuple[Waiting, ...]
    more: int
    warnings: tuple[tuple[int, int], ...] = ()
    wrote: bool = True
    lapsed: int = 0
    running_out: int = 0


def telling(
    waiting: Sequence[Waiting],
    *,
    is_open: bool,
    warned: Sequence[Warned] = (),
    promised: Sequence[Promised] = (),
) -> Telling | None:
    """Return the one notice about tickets in which nobody reacted yet, or None for no notice.

    Outside of the opening hours only what is urgent is told (product.md: quiet hours); warnings
    come in hours only (services/tickets/clock_watch.py), promises too. Notices of mail-like
    programs are summed up in one (GNOME HIG, "Notifications").
    """
    wanted = [one for one in waiting if is_open or one.urgent]
    wanted.sort(key=lambda one: not one.urgent)
    given = sorted(promised, key=lambda one: not one.lapsed) if is_open else []
    if not wanted and not warned and not given:
        return None
    late = [one.waiting for one in sorted(warned, key=lambda one: -one.level)]
    broken = [one.waiting for one in given if one.lapsed]
    soon = [one.waiting for one in given if not one.lapsed]
    named = wanted or list(dict.fromkeys([*broken, *late, *soon]))
    levels = sorted(Counter(one.level for one in warned).items(), reverse=True)
    return Telling(
        tuple(named[:MOST_LINES]),
        max(0, len(named) - MOST_LINES),
        tuple(levels),
        bool(wanted),
        len(broken),
        len(soon),
    )
