from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.clocks import (
    Level,
    Target,
    Targets,
    countdown,
    due_at,
    first_reaction_due,
    next_change,
)
from app.models.rules.hours import Block, Counting, OpeningHours
from app.models.rules.ledger import Span, Turn
from app.models.rules.retries import CAP, retry_delay

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DUE = START + timedelta(minutes=10)
HOURS = OpeningHours("Europe/Amsterdam", ((Block(540, 1050),),) * 5 + ((), ()))


def test_a_message_is_due_in_five_working_minutes_and_a_day() -> None:
    targets = Targets()
    assert first_reaction_due(targets, HOURS, START) == START + timedelta(minutes=5)
    assert due_at(targets.answer, HOURS, START) == START + timedelta(hours=24)


def test_a_clock_stands_still_while_it_is_the_customers_turn() -> None:
    target = Target(timedelta(hours=2), Counting.ALWAYS)
    one, two = START + timedelta(hours=1), START + timedelta(hours=5)
    spans = [Span(Turn.US, START, one), Span(Turn.CUSTOMER, one, two)]
    assert due_at(target, HOURS, START, [*spans[:1], Span(Turn.CUSTOMER, one)]) is None
    assert due_at(target, HOURS, START, [*spans, Span(Turn.COLLEAGUE, two)]) == two + (one - START)
    late = [Span(Turn.US, START, two), Span(Turn.CLOSED, two)]
    assert due_at(target, HOURS, START, late) == START + timedelta(hours=2)


def test_what_comes_in_by_evening_is_reacted_to_in_the_evening() -> None:
    hours = replace(HOURS, evening=((Block(1140, 1260),),) * 7)
    evening = START.replace(hour=18, minute=30)
    targets = Targets(evening=timedelta(minutes=30))
    assert first_reaction_due(targets, hours, evening) == evening + timedelta(minutes=30)
    assert first_reaction_due(targets, hours, START) == START + timedelta(minutes=5)
    night = START.replace(hour=22)
    assert first_reaction_due(targets, hours, night) == first_reaction_due(Targets(), hours, night)
    asleep = [Span(Turn.CUSTOMER, evening)]
    assert first_reaction_due(targets, hours, evening, asleep) is None


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
