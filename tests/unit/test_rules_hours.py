from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models.rules.hours import (
    Block,
    Counting,
    OpeningHours,
    add_time,
    add_working_time,
    is_open,
    joined,
)

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = (Block(9 * 60, 12 * 60 + 30), Block(13 * 60, 17 * 60))
WEEK = (DAY, DAY, DAY, DAY, DAY, (), ())
HOURS = OpeningHours("Europe/Amsterdam", WEEK, {date(2026, 4, 27): ()})
NIGHT = OpeningHours("Europe/Amsterdam", ((Block(0, 1440),),) * 7)
NEVER = OpeningHours("Europe/Amsterdam", ((),) * 7)
MINUTE = timedelta(minutes=1)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        (local(2026, 11, 23, 10, 0), 5, local(2026, 11, 23, 10, 5)),
        (local(2026, 11, 20, 16, 58), 5, local(2026, 11, 23, 9, 3)),
        (local(2026, 11, 21, 11, 0), 5, local(2026, 11, 23, 9, 5)),
        (local(2026, 11, 23, 12, 28), 5, local(2026, 11, 23, 13, 3)),
        (local(2026, 4, 24, 16, 59), 5, local(2026, 4, 28, 9, 4)),
        (local(2026, 11, 23, 16, 55), 5, local(2026, 11, 23, 17, 0)),
    ],
)
def test_working_minutes(start: datetime, minutes: int, end: datetime) -> None:
    assert add_working_time(HOURS, start, minutes * MINUTE) == end


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_round_the_clock_firms_count_real_hours_when_the_clock_changes(day: date) -> None:
    start = datetime(day.year, day.month, day.day, 0, 30, tzinfo=ZONE).astimezone(UTC)
    assert add_working_time(NIGHT, start, timedelta(hours=6)) == start + timedelta(hours=6)


def test_a_firm_that_never_opens_counts_every_hour() -> None:
    start = local(2026, 11, 23, 10, 0)
    assert add_working_time(NEVER, start, MINUTE) == start + MINUTE
    assert add_time(NEVER, Counting.OPEN_DAYS, start, MINUTE) == start + MINUTE


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (local(2026, 11, 23, 10, 0), local(2026, 11, 24, 10, 0)),
        (local(2026, 11, 23, 22, 0), local(2026, 11, 24, 22, 0)),
        (local(2026, 11, 20, 16, 0), local(2026, 11, 23, 16, 0)),
        (local(2026, 11, 21, 16, 0), local(2026, 11, 24, 9, 0)),
        (local(2026, 4, 24, 16, 0), local(2026, 4, 28, 16, 0)),
    ],
)
def test_twenty_four_hours_leave_out_closed_days(start: datetime, end: datetime) -> None:
    assert add_time(HOURS, Counting.OPEN_DAYS, start, timedelta(hours=24)) == end


def test_is_open_between_the_blocks() -> None:
    assert is_open(HOURS, local(2026, 11, 23, 9, 0))
    assert not is_open(HOURS, local(2026, 11, 23, 12, 45))
    assert not is_open(HOURS, local(2026, 4, 27, 10, 0))


def test_a_promise_beyond_the_horizon_counts_every_hour() -> None:
    start = local(2026, 11, 23, 10, 0).astimezone(UTC)
    assert add_time(HOURS, Counting.OPEN_DAYS, start, timedelta(days=900)) == start + timedelta(
        days=900
    )


@pytest.mark.parametrize(
    ("day", "block", "minutes"),
    [
        (date(2026, 3, 29), Block(135, 195), 15), (date(2026, 3, 29), Block(150, 240), 60),
        (date(2026, 3, 29), Block(135, 165), 0), (date(2026, 3, 29), Block(60, 150), 60),
        (date(2026, 10, 25), Block(135, 195), 105), (date(2026, 10, 25), Block(150, 240), 120),
        (date(2026, 10, 25), Block(135, 165), 60), (date(2026, 10, 25), Block(60, 150), 120),
    ],
)  # fmt: skip
def test_the_nights_of_the_clock_change(day: date, block: Block, minutes: int) -> None:
    hours = OpeningHours("Europe/Amsterdam", ((block,),) * 7)
    spent = sum((end - start for start, end in hours.intervals(day)), timedelta(0))
    assert spent == minutes * MINUTE


def test_blocks_that_touch_are_one() -> None:
    assert joined((Block(600, 700), Block(0, 60), Block(650, 660), Block(700, 800))) == (
        Block(0, 60), Block(600, 800),
    )  # fmt: skip
