"""Opening hours as people write them: 9:00-12:30, 13:00-17:30."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.hours import FULL_DAY, Block
from app.models.rules.moments import weekday_of

_BLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?")
_SEPARATORS = re.compile(r"[,;+&\s]+")
_CLOSED = frozenset({"", "-", "closed", "gesloten", "dicht"})


class UnreadableHoursError(KnownError):
    """What was typed is no row of times."""

    code = "unreadable_hours"
    text = QT_TRANSLATE_NOOP(
        "errors", "“{value}” is not clear. Write hours like 9:00-12:30, 13:00-17:30."
    )


class HoursBeyondDayError(KnownError):
    """A time after midnight, or minutes that a clock does not have."""

    code = "hours_beyond_day"
    text = QT_TRANSLATE_NOOP("errors", "{block}: a day goes from 0:00 to 24:00.")


class HoursReversedError(KnownError):
    """A block that ends before it begins, such as one that goes past midnight."""

    code = "hours_reversed"
    text = QT_TRANSLATE_NOOP(
        "errors", "{block} ends before it begins. Write what is after midnight on the next day."
    )


class HoursOverlapError(KnownError):
    """Two blocks of a day that share time."""

    code = "hours_overlap"
    text = QT_TRANSLATE_NOOP("errors", "{first} and {second} overlap.")


def parse_blocks(typed: str) -> tuple[Block, ...]:
    """Return the blocks that somebody wrote, in order; () for "closed", "-" or nothing.

    Raises:
        UnreadableHoursError, HoursBeyondDayError, HoursReversedError, HoursOverlapError: what is
            wrong with it.
    """
    if typed.strip().casefold() in _CLOSED:
        return ()
    found, rest = [], _BLOCK.sub(" ", typed)
    for match in _BLOCK.finditer(typed):
        from_hour, from_minute, to_hour, to_minute = (int(part or 0) for part in match.groups())
        if max(from_minute, to_minute) > 59:
            raise HoursBeyondDayError(block=match.group().strip())
        found.append(Block(from_hour * 60 + from_minute, to_hour * 60 + to_minute))
    if _SEPARATORS.sub("", rest) or not found:
        raise UnreadableHoursError(value=typed.strip())
    return checked(found)


def parse_weekdays(typed: str) -> tuple[int, ...] | None:
    """Return the weekdays (0 is Monday) of "ma", "friday", "ma-vr" or "za-ma", or None."""
    first, dash, last = typed.partition("-")
    start, end = weekday_of(first), weekday_of(last if dash else first)
    if start is None or end is None:
        return None
    return tuple((start + number) % 7 for number in range((end - start) % 7 + 1))


def checked(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks of one day in order.

    Raises:
        HoursBeyondDayError, HoursReversedError, HoursOverlapError: they cannot be of one day.
    """
    ordered = tuple(sorted(blocks))
    for block in ordered:
        if block.start < 0 or block.end > FULL_DAY:
            raise HoursBeyondDayError(block=spelled([block]))
        if block.start >= block.end:
            raise HoursReversedError(block=spelled([block]))
    for first, second in pairwise(ordered):
        if second.start < first.end:
            raise HoursOverlapError(first=spelled([first]), second=spelled([second]))
    return ordered


def spelled(blocks: Sequence[Block]) -> str:
    """Return blocks as `parse_blocks` reads them; "" for none."""
    return ", ".join(f"{_clock(block.start)}-{_clock(block.end)}" for block in blocks)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
