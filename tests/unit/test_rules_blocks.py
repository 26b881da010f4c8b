import pytest

from app.models.rules.blocks import (
    HoursBeyondDayError,
    HoursOverlapError,
    HoursReversedError,
    UnreadableHoursError,
    checked,
    parse_blocks,
    parse_weekdays,
    spelled,
)
from app.models.rules.errors import KnownError
from app.models.rules.hours import Block


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("9:00-12:30, 13:00-17:30", "9:00-12:30, 13:00-17:30"),
        ("13-17.30; 9 – 12:30", "9:00-12:30, 13:00-17:30"),
        ("0-24", "0:00-24:00"),
        ("9-12 12-13", "9:00-12:00, 12:00-13:00"),
        ("closed", ""),
        (" Gesloten ", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, read: str) -> None:
    assert spelled(parse_blocks(typed)) == read
    assert parse_blocks(read) == parse_blocks(typed)


@pytest.mark.parametrize(
    ("typed", "error", "named"),
    [
        ("nine to five", UnreadableHoursError, "nine to five"),
        ("9-12 or so", UnreadableHoursError, "9-12 or so"),
        (",", UnreadableHoursError, ","),
        ("9:75-12", HoursBeyondDayError, "9:75-12"),
        ("9-24:30", HoursBeyondDayError, "9:00-24:30"),
        ("22-2", HoursReversedError, "22:00-2:00"),
        ("9-9", HoursReversedError, "9:00-9:00"),
        ("9-13, 12:30-17", HoursOverlapError, "9:00-13:00 and 12:30-17:00"),
    ],
)
def test_what_is_wrong_is_named(typed: str, error: type[KnownError], named: str) -> None:
    with pytest.raises(error, match=named):
        parse_blocks(typed)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("ma", (0,)),
        ("Friday", (4,)),
        ("ma-vr", (0, 1, 2, 3, 4)),
        ("sat-mon", (5, 6, 0)),
        ("ma-", None),
        ("someday", None),
    ],
)
def test_weekdays_are_read(typed: str, days: tuple[int, ...] | None) -> None:
    assert parse_weekdays(typed) == days


def test_a_day_begins_at_midnight() -> None:
    with pytest.raises(HoursBeyondDayError):
        checked([Block(-60, 60)])
