"""Opening hours and the two ways of counting time against them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
_HORIZON_DAYS = 400


@dataclass(frozen=True, slots=True)
class Block:
    """Open from `start` until `end`, in minutes after local midnight (end <= 1440)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A weekly calendar, Monday first, with days on which the firm is closed all day."""

    zone: str
    week: tuple[tuple[Block, ...], ...]
    closed: frozenset[date] = frozenset()

    def blocks(self, day: date) -> tuple[Block, ...]:
        """Return the open blocks of a local day."""
        return () if day in self.closed else self.week[day.weekday()]

    def intervals(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """Give the open intervals of a local day in UTC, right on days of clock change too."""
        for block in self.blocks(day):
            yield self._moment(day, block.start), self._moment(day, block.end)

    def _moment(self, day: date, minute: int) -> datetime:
        days, minute = divmod(minute, 1440)
        wall = datetime.combine(day + days * DAY, time(minute // 60, minute % 60))
        return wall.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def local_day(self, moment: datetime) -> date:
        """Return the local calendar day of a moment."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def midnight(self, day: date) -> datetime:
        """Return the moment at which a local day begins, in UTC."""
        return self._moment(day, 0)


def is_open(hours: OpeningHours, moment: datetime) -> bool:
    """Tell whether the firm is open at a moment."""
    return any(start <= moment < end for start, end in hours.intervals(hours.local_day(moment)))


def add_working_time(hours: OpeningHours, start: datetime, amount: timedelta) -> datetime:
    """Return the moment (UTC) at which `amount` of opening time has passed since `start`.

    A calendar without any opening within 400 days counts every hour, so that nothing is due never.
    """
    first = hours.local_day(start)
    left = amount
    for offset in range(_HORIZON_DAYS):
        for opens, closes in hours.intervals(first + offset * DAY):
            begin = max(opens, start)
            if begin >= closes:
                continue
            if closes - begin >= left:
                return begin + left
            left -= closes - begin
    return start + amount


def add_open_days_time(hours: OpeningHours, start: datetime, amount: timedelta) -> datetime:
    """Return `start` + `amount` of ordinary hours, leaving out days without any opening.

    This is what "within 24 hours" promises: nights count, a closed weekend or holiday does not;
    what comes in on such a day counts from the next opening.
    """
    moment: datetime | None = start.astimezone(UTC)
    if not hours.blocks(hours.local_day(start)):
        moment = _next_opening(hours, hours.local_day(start))
    left = amount
    for _ in range(_HORIZON_DAYS):
        if moment is None:
            break
        day = hours.local_day(moment)
        next_day = hours.midnight(day + DAY)
        if hours.blocks(day):
            if next_day - moment >= left:
                return moment + left
            left -= next_day - moment
        moment = next_day
    return start.astimezone(UTC) + amount


def next_opening(hours: OpeningHours, moment: datetime) -> datetime:
    """Return when the firm opens next after a moment (UTC); a day later when it never does."""
    day = hours.local_day(moment)
    for opens, _closes in hours.intervals(day):
        if opens > moment:
            return opens
    return _next_opening(hours, day) or moment + DAY


def _next_opening(hours: OpeningHours, day: date) -> datetime | None:
    for offset in range(1, _HORIZON_DAYS):
        for opens, _closes in hours.intervals(day + offset * DAY):
            return opens
    return None
