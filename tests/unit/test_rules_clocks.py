from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.clocks import Level, Targets, countdown, dues, next_change
from app.models.rules.hours import Block, OpeningHours
from app.models.rules.retries import CAP, retry_delay

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DUE = START + timedelta(minutes=10)
HOURS = OpeningHours("Europe/Amsterdam", ((Block(540, 1050),),) * 5 + ((), ()))


def test_a_message_is_due_in_five_working_minutes_and_a_day() -> None:
    found = dues(START, HOURS, Targets())
    assert found.first_reaction == START + timedelta(minutes=5)
    assert found.answer == START + timedelta(hours=24)


@pytest.mark.parametrize(
    ("minutes", "level"), [(0, Level.CALM), (7, Level.CALM), (8, Level.SOON), (11, Level.LATE)]
)
def test_a_badge_warns_in_the_last_fifth(minutes: int, level: Level) -> None:
    found = countdown(DUE, START, START + timedelta(minutes=minutes))
    assert found.level is level
    assert found.left == timedelta(minutes=10 - minutes)


def test_a_badge_without_any_time_is_not_a_division_by_zero() -> None:
    assert countdown(START, START, START).level is Level.SOON


@pytest.mark.parametrize(
    ("left", "step"),
    [
        (timedelta(seconds=30, milliseconds=400), timedelta(milliseconds=400)),
        (timedelta(minutes=9, seconds=20), timedelta(seconds=20)),
        (timedelta(hours=30, minutes=15), timedelta(minutes=15)),
        (timedelta(minutes=-2), timedelta(minutes=1)),
    ],
)
def test_a_badge_changes_when_its_text_does(left: timedelta, step: timedelta) -> None:
    now = DUE - left
    assert next_change(DUE, DUE - timedelta(days=30), now) == now + step


def test_a_badge_changes_when_it_turns_amber() -> None:
    start = DUE - timedelta(minutes=9)  # amber at 1:48 before
    now = DUE - timedelta(minutes=2)
    assert next_change(DUE, start, now) == DUE - timedelta(seconds=108)


def test_pauses_grow_to_a_cap() -> None:
    assert retry_delay(1, 0.999) < retry_delay(5, 0.0)
    assert retry_delay(500, 0.999) <= CAP
    assert retry_delay(1, 0.0) >= timedelta(seconds=2)
