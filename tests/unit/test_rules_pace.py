from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.hours import Block, OpeningHours
from app.models.rules.pace import next_look

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DAY = (Block(9 * 60, 17 * 60),)
EVENING = (Block(19 * 60, 21 * 60),)
HOURS = OpeningHours("UTC", (DAY,) * 5 + ((), ()), evening=(EVENING,) * 5 + ((), ()))
NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize("hour", [9, 16, 19, 20])
def test_by_day_and_in_evening_hours_the_pace_is_kept(hour: int) -> None:
    now = NIGHT.replace(hour=hour)
    assert next_look(HOURS, now, MINUTE) == now + MINUTE


@pytest.mark.parametrize(
    ("pace", "quiet"),
    [
        (30 * MINUTE / 60, 5 * MINUTE),
        (MINUTE, 10 * MINUTE),
        (3 * MINUTE, 30 * MINUTE),
        (15 * MINUTE, HOUR),
        (HOUR, HOUR),
        (24 * HOUR, 24 * HOUR),
    ],
)
def test_at_night_it_is_slower(pace: timedelta, quiet: timedelta) -> None:
    friday_night = datetime(2026, 11, 27, 22, 0, tzinfo=UTC)
    assert next_look(HOURS, friday_night, pace) == friday_night + quiet


def test_what_is_gone_on_with_is_not_put_off() -> None:
    pace = timedelta(seconds=5)
    assert next_look(HOURS, NIGHT, pace) == NIGHT + pace


def test_whoever_opens_the_shop_finds_everything_there() -> None:
    just_before = NIGHT.replace(hour=8, minute=40)
    assert next_look(HOURS, just_before, 15 * MINUTE) == NIGHT.replace(hour=9)
    assert next_look(HOURS, just_before, 30 * MINUTE) == just_before + 30 * MINUTE


def test_a_firm_that_is_never_open_has_no_nights() -> None:
    never = OpeningHours("UTC", ((),) * 7)
    assert next_look(never, NIGHT, MINUTE) == NIGHT + MINUTE
