from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.hours import (
    Block,
    OpeningHours,
    add_open_days_time,
    add_working_time,
    is_open,
)

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = (Block(9 * 60, 12 * 60 + 30), Block(13 * 60, 17 * 60))
WEEK = (DAY, DAY, DAY, DAY, DAY, (), ())
HOURS = OpeningHours("Europe/Amsterdam", WEEK, frozenset({date(2026, 4, 27)}))
NIGHT = OpeningHours("Europe/Amsterdam", ((Block(0, 1440),),) * 7)
NEVER = OpeningHours("Europe/Amsterdam", ((),) * 7)
MINUTE = timedelta(minutes=1)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type,misc]


def oracle(hours: OpeningHours, start: datetime, minutes: int) -> datetime:
    """Count minute by minute on the wall clock; slow and plainly right."""
    moment = start
    while True:
        wall = moment.astimezone(ZONE)
        minute = wall.hour * 60 + wall.minute
        open_now = any(b.start <= minute < b.end for b in hours.blocks(wall.date()))
        if open_now:
            if minutes == 0:
                return moment
            minutes -= 1
        moment += MINUTE
        if open_now and minutes == 0:
            return moment


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


@settings(max_examples=150, deadline=None)
@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 20)),
    minutes=st.integers(1, 900),
)
def test_working_time_equals_counting_minutes(start: datetime, minutes: int) -> None:
    moment = start.replace(second=0, microsecond=0, tzinfo=UTC)
    assert add_working_time(HOURS, moment, minutes * MINUTE) == oracle(HOURS, moment, minutes)


def test_a_firm_that_never_opens_counts_every_hour() -> None:
    start = local(2026, 11, 23, 10, 0)
    assert add_working_time(NEVER, start, MINUTE) == start + MINUTE
    assert add_open_days_time(NEVER, start, MINUTE) == start + MINUTE


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
    assert add_open_days_time(HOURS, start, timedelta(hours=24)) == end


def test_is_open_between_the_blocks() -> None:
    assert is_open(HOURS, local(2026, 11, 23, 9, 0))
    assert not is_open(HOURS, local(2026, 11, 23, 12, 45))
    assert not is_open(HOURS, local(2026, 4, 27, 10, 0))


def test_a_promise_beyond_the_horizon_counts_every_hour() -> None:
    start = local(2026, 11, 23, 10, 0).astimezone(UTC)
    assert add_open_days_time(HOURS, start, timedelta(days=900)) == start + timedelta(days=900)
