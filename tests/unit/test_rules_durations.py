from datetime import timedelta

import pytest

from app.models.rules.durations import UnreadableAmountError, parse_amount, parts_of


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("5", 5), ("5m", 5), (" 30 Min. ", 30), ("4 uur", 240), ("24h", 1440), ("2 days", 2880)],
)
def test_amounts_are_read_as_people_write_them(typed: str, minutes: int) -> None:
    assert parse_amount(typed) == timedelta(minutes=minutes)


@pytest.mark.parametrize("typed", ["", "soon", "5 x", "-5", "1,5 uur", "1234567"])
def test_what_is_no_amount(typed: str) -> None:
    with pytest.raises(UnreadableAmountError):
        parse_amount(typed)


@pytest.mark.parametrize(
    ("minutes", "parts"),
    [(0, (0, "min")), (5, (5, "min")), (90, (90, "min")), (240, (4, "h")), (1440, (24, "h")),
     (2880, (2, "d"))],
)  # fmt: skip
def test_the_largest_whole_unit(minutes: int, parts: tuple[int, str]) -> None:
    assert parts_of(timedelta(minutes=minutes)) == parts
    assert parse_amount("{} {}".format(*parts)) == timedelta(minutes=minutes)
