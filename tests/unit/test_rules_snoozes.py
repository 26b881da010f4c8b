"""The moments that are offered to wake up."""

from datetime import UTC, datetime, timedelta

from app.models.rules.hours import Block, OpeningHours, is_open, next_opening
from app.models.rules.snoozes import presets

HOURS = OpeningHours("Europe/Amsterdam", ((Block(540, 1050),),) * 5 + ((), ()))
NEVER = OpeningHours("Europe/Amsterdam", ((),) * 7)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 10:00


def names(now: datetime, hours: OpeningHours = HOURS) -> list[tuple[str, str]]:
    return [(one.name, f"{one.until:%a %d %H:%M}") for one in presets(hours, now)]


def test_on_a_monday_morning() -> None:
    assert names(MONDAY) == [
        ("later_today", "Mon 23 12:00"),
        ("tomorrow", "Tue 24 08:00"),
        ("day_after", "Wed 25 08:00"),
        ("next_week", "Mon 30 08:00"),
        ("in_two_weeks", "Mon 07 08:00"),
        ("in_a_month", "Wed 23 08:00"),
    ]


def test_before_opening_and_in_the_weekend() -> None:
    assert names(MONDAY - timedelta(hours=3))[0] == ("opening", "Mon 23 08:00")
    friday_evening = MONDAY + timedelta(days=4, hours=8)
    assert names(friday_evening)[:2] == [
        ("next_opening", "Mon 30 08:00"), ("day_after", "Tue 01 08:00"),
    ]  # fmt: skip
    assert ("later_today", "Mon 23 18:30") not in names(MONDAY + timedelta(hours=6, minutes=30))


def test_the_next_opening() -> None:
    assert next_opening(HOURS, MONDAY - timedelta(hours=3)) == MONDAY - timedelta(hours=1)
    assert next_opening(HOURS, MONDAY) == MONDAY + timedelta(hours=23)
    assert next_opening(NEVER, MONDAY) == MONDAY + timedelta(days=1)


def test_every_preset_is_in_the_future_and_open() -> None:
    for hour in range(24 * 9):
        now = MONDAY + timedelta(hours=hour)
        for preset in presets(HOURS, now):
            assert preset.until > now
            assert is_open(HOURS, preset.until)
