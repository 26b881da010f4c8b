"""Opening hours and the ways of counting time against them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
FULL_DAY = 1440
_HORIZON_DAYS = 400


class Counting(StrEnum):
    """Which time counts: while we are open, on days we open at all, or always."""

    WORKING = "working"
    OPEN_DAYS = "open_days"
    """What "within 24 hours" promises: nights count, a closed weekend or holiday does not; what
    comes in on such a day counts from the next opening."""
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Open from `start` until `end`, in minutes after local midnight (0 <= start < end <= 1440)."""

    start: int
    end: int


Week = tuple[tuple[Block, ...], ...]
Interval = tuple[datetime, datetime]
_NOTHING: Week = ((),) * 7


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A weekly calendar, Monday first, with dates that have blocks of their own.

    A minute is open when the wall clock shows one of a block: in the night the clock goes forward
    the hour that is left out is never open, in the night it goes back an hour is open twice.

    Attributes:
        special: dates that differ: their blocks, () for closed all day.
        evening: blocks outside the opening hours in which somebody reacts all the same; none on
            special dates.
    """

    zone: str
    week: Week
    special: Mapping[date, tuple[Block, ...]] = field(default_factory=dict)
    evening: Week = _NOTHING

    def blocks(self, day: date) -> tuple[Block, ...]:
        """Return the open blocks of a local day."""
        own = self.special.get(day)
        return self.week[day.weekday()] if own is None else own

    def intervals(self, day: date) -> Iterator[Interval]:
        """Give the open intervals of a local day in UTC, in their order."""
        blocks = self.blocks(day)
        if not blocks:
            return
        for begins, ends, offset in self._stretches(day):
            wall_midnight = datetime.combine(day, time(0), UTC) - offset
            for block in blocks:
                opens = max(begins, wall_midnight + block.start * MINUTE)
                closes = min(ends, wall_midnight + block.end * MINUTE)
                if opens < closes:
                    yield opens, closes

    def _stretches(self, day: date) -> list[tuple[datetime, datetime, timedelta]]:
        """Return the parts of a local day with one offset from UTC each."""
        zone = ZoneInfo(self.zone)
        begins, ends = self.midnight(day), self.midnight(day + DAY)
        first, last = (_offset(zone, moment) for moment in (begins, ends))
        if first == last:
            return [(begins, ends, first)]
        low, high = begins, ends
        while high - low > timedelta(seconds=1):
            middle = low + (high - low) / 2
            low, high = (middle, high) if _offset(zone, middle) == first else (low, middle)
        changes = high.replace(microsecond=0)
        return [(begins, changes, first), (changes, ends, last)]

    def local_day(self, moment: datetime) -> date:
        """Return the local calendar day of a moment."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def midnight(self, day: date) -> datetime:
        """Return the moment at which a local day begins, in UTC."""
        return datetime.combine(day, time(0), ZoneInfo(self.zone)).astimezone(UTC)

    def extended(self) -> "OpeningHours":
        """Return the hours in which somebody reacts: those of opening and the evening ones."""
        week = tuple(
            joined((*day, *evening)) for day, evening in zip(self.week, self.evening, strict=True)
        )
        return replace(self, week=week, evening=_NOTHING)


def joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks in order, with those that touch or overlap made one."""
    found: list[Block] = []
    for block in sorted(blocks):
        if found and block.start <= found[-1].end:
            found[-1] = Block(found[-1].start, max(found[-1].end, block.end))
        else:
            found.append(block)
    return tuple(found)


def is_open(hours: OpeningHours, moment: datetime) -> bool:
    """Tell whether the firm is open at a moment."""
    return any(start <= moment < end for start, end in hours.intervals(hours.local_day(moment)))


def counting_start(hours: OpeningHours, counting: Counting, start: datetime) -> datetime:
    """Return from when on time counts for what came in at `start`."""
    if counting is Counting.OPEN_DAYS and not hours.blocks(hours.local_day(start)):
        return _opening_after(hours, hours.local_day(start)) or start
    return start


def add_time(
    hours: OpeningHours, counting: Counting, start: datetime, amount: timedelta
) -> datetime:
    """Return the moment (UTC) at which what came in at `start` has waited `amount`."""
    return count_on(hours, counting, counting_start(hours, counting, start), amount)


def count_on(
    hours: OpeningHours, counting: Counting, start: datetime, amount: timedelta
) -> datetime:
    """Return the moment (UTC) at which `amount` of counted time has passed since `start`.

    A calendar without any opening within 400 days counts every hour, so that nothing is due never.
    """
    start = start.astimezone(UTC)
    first = hours.local_day(start)
    left = amount
    for offset in range(_HORIZON_DAYS):
        for opens, closes in _counted(hours, counting, first + offset * DAY):
            begin = max(opens, start)
            if begin >= closes:
                continue
            if closes - begin >= left:
                return begin + left
            left -= closes - begin
    return start + amount


def add_working_time(hours: OpeningHours, start: datetime, amount: timedelta) -> datetime:
    """Return the moment (UTC) at which `amount` of opening time has passed since `start`."""
    return add_time(hours, Counting.WORKING, start, amount)


def time_between(
    hours: OpeningHours, counting: Counting, start: datetime, end: datetime
) -> timedelta:
    """Return how much time counts between two moments."""
    found = timedelta(0)
    day, last = hours.local_day(start), hours.local_day(end)
    while day <= last:
        for opens, closes in _counted(hours, counting, day):
            found += max(min(closes, end) - max(opens, start), timedelta(0))
        day += DAY
    return found


def _counted(hours: OpeningHours, counting: Counting, day: date) -> Iterable[Interval]:
    if counting is Counting.WORKING:
        return hours.intervals(day)
    if counting is Counting.ALWAYS or hours.blocks(day):
        return ((hours.midnight(day), hours.midnight(day + DAY)),)
    return ()


def next_opening(hours: OpeningHours, moment: datetime) -> datetime:
    """Return when the firm opens next after a moment (UTC); a day later when it never does."""
    day = hours.local_day(moment)
    for opens, _closes in hours.intervals(day):
        if opens > moment:
            return opens
    return _opening_after(hours, day) or moment + DAY


def _opening_after(hours: OpeningHours, day: date) -> datetime | None:
    for offset in range(1, _HORIZON_DAYS):
        for opens, _closes in hours.intervals(day + offset * DAY):
            return opens
    return None


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)
