from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.clocks import Target, Targets, first_reaction_due
from app.models.rules.hours import Block, Counting, OpeningHours
from app.models.rules.ledger import Span, Turn
from app.models.rules.warnings import (
    Look,
    answer_moments,
    first_reaction_moments,
    look,
)

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WORKDAY = (Block(9 * 60, 12 * 60), Block(13 * 60, 17 * 60))
HOURS = OpeningHours("UTC", (WORKDAY,) * 5 + ((), ()), evening=((Block(19 * 60, 21 * 60),),) * 7)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WORKING_4H = Target(4 * HOUR, Counting.WORKING)


def test_shares_are_counted_in_opening_time() -> None:
    started = MONDAY + 2 * HOUR
    moments = answer_moments(WORKING_4H, HOURS, started, (), MONDAY + 7 * HOUR)
    # The lunch hour does not count: half of it is over at 14:00.
    assert moments == (MONDAY + 5 * HOUR, MONDAY + 6 * HOUR + 12 * MINUTE, MONDAY + 7 * HOUR)


def test_a_pause_moves_them() -> None:
    spans = (
        Span(Turn.US, MONDAY, MONDAY + HOUR),
        Span(Turn.CUSTOMER, MONDAY + HOUR, MONDAY + 2 * HOUR),
        Span(Turn.US, MONDAY + 2 * HOUR),
    )
    half, *_ = answer_moments(WORKING_4H, HOURS, MONDAY, spans, MONDAY + 6 * HOUR)
    assert half == MONDAY + 3 * HOUR


def test_evening_targets_have_shares_of_their_own() -> None:
    targets = Targets(evening=30 * MINUTE)
    evening = MONDAY + 10 * HOUR
    due = first_reaction_due(targets, HOURS, evening)
    assert due == evening + 30 * MINUTE
    moments = first_reaction_moments(targets, HOURS, evening, (), due)
    assert moments == (evening + 15 * MINUTE, evening + 24 * MINUTE, due)
    morning = first_reaction_moments(Targets(), HOURS, evening, (), MONDAY + 25 * HOUR)
    assert morning[0] == MONDAY + 24 * HOUR + timedelta(seconds=150)


def test_nothing_is_told_after_the_due_time() -> None:
    stands = (Span(Turn.CUSTOMER, MONDAY),)
    assert answer_moments(WORKING_4H, HOURS, MONDAY, stands, MONDAY + HOUR) == (MONDAY + HOUR,) * 3
    due = MONDAY + 90 * MINUTE
    assert answer_moments(WORKING_4H, HOURS, MONDAY, (), due) == (due,) * 3


@pytest.mark.parametrize(
    ("minutes", "level", "again"), [(0, 0, 1), (1, 50, 2), (1.5, 50, 2), (2, 80, 3), (3, 100, None)]
)
def test_how_far_a_clock_is(minutes: float, level: int, again: int | None) -> None:
    moments = [MONDAY + number * MINUTE for number in (1, 2, 3)]
    after = None if again is None else MONDAY + again * MINUTE
    assert look(moments, MONDAY + minutes * MINUTE) == Look(level, after)
