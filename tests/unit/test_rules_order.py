"""What dies first comes first."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.order import ANSWER, FIRST_REACTION, SNOOZE, WINDOW, Clocks, Place, place_of
from app.models.rules.tickets import Priority, TicketState

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BOTH = Clocks(first_reaction_due=NOON, answer_due=NOON + 5 * HOUR)


def place(
    clocks: Clocks, state: TicketState = TicketState.OPEN, priority: Priority = Priority.NORMAL
) -> Place:
    return place_of(state, clocks, priority=priority, updated_at=NOON)


def test_the_clock_that_runs_out_first_decides() -> None:
    assert place(BOTH) == Place(NOON, FIRST_REACTION, NOON, FIRST_REACTION)


def test_a_clock_that_stopped_decides_nothing() -> None:
    reacted = Clocks(NOON, NOON - HOUR, NOON + 5 * HOUR)
    assert place(reacted) == Place(NOON + 5 * HOUR, ANSWER, NOON + 5 * HOUR, ANSWER)


def test_the_platforms_window_decides_when_it_closes_first() -> None:
    clocks = Clocks(None, None, NOON + 5 * HOUR, None, NOON + 2 * HOUR)
    assert place(clocks) == Place(NOON + 2 * HOUR, WINDOW, NOON + 5 * HOUR, ANSWER)


@pytest.mark.parametrize(
    ("priority", "hours"),
    [(Priority.LOW, 8), (Priority.NORMAL, 0), (Priority.HIGH, -4), (Priority.URGENT, -24)],
)
def test_weight_brings_forward(priority: Priority, hours: int) -> None:
    assert place(BOTH, priority=priority).order_at == NOON + hours * HOUR


@pytest.mark.parametrize("state", [TicketState.WAITING_CUSTOMER, TicketState.ANSWERED])
def test_while_nobody_waits_for_us_the_newest_comes_first_after_all_others(
    state: TicketState,
) -> None:
    older = place_of(state, BOTH, priority=Priority.NORMAL, updated_at=NOON - HOUR)
    newer = place_of(state, BOTH, priority=Priority.NORMAL, updated_at=NOON)
    assert newer.order_at < older.order_at
    assert newer.order_at > NOON + timedelta(days=365 * 200)
    assert newer.next_due is None


def test_a_snoozed_ticket_stands_where_it_wakes() -> None:
    clocks = Clocks(NOON, None, NOON + HOUR, snoozed_until=NOON + 9 * HOUR)
    assert place(clocks, TicketState.SNOOZED) == Place(NOON + 9 * HOUR, SNOOZE, None, None)


def test_a_colleague_is_waited_for_against_the_clock() -> None:
    assert place(BOTH, TicketState.WAITING_COLLEAGUE).next_due == NOON
