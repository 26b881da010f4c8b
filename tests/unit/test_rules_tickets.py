from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.errors import NotAllowedError
from app.models.rules.tickets import (
    AT_TURN,
    OPEN_STATES,
    OWNER_MAY,
    AtTurn,
    TicketState,
    by_owner,
    on_answer,
    on_answer_after_failed,
    on_customer_message,
    on_send_failed,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_every_state_says_who_is_at_turn() -> None:
    assert set(AT_TURN) == set(TicketState) == set(OWNER_MAY)


def test_open_states_are_those_where_someone_is_at_turn() -> None:
    assert TicketState.SNOOZED in OPEN_STATES
    assert TicketState.ANSWERED not in OPEN_STATES
    assert AT_TURN[TicketState.SNOOZED] is AtTurn.US_LATER


@pytest.mark.parametrize("state", list(TicketState))
@pytest.mark.parametrize("wanted", list(TicketState))
def test_owner_gets_what_the_table_allows_and_nothing_else(
    state: TicketState, wanted: TicketState
) -> None:
    if wanted in OWNER_MAY[state]:
        assert by_owner(state, wanted).state is wanted
    else:
        with pytest.raises(NotAllowedError, match=f"{state.value}.*{wanted.value}"):
            by_owner(state, wanted)


@pytest.mark.parametrize(
    "state", [TicketState.ANSWERED, TicketState.WAITING_CUSTOMER, TicketState.SNOOZED]
)
def test_a_reply_reopens(state: TicketState) -> None:
    assert on_customer_message(state, closed_at=None, now=NOW).state is TicketState.OPEN


def test_a_reply_to_a_new_ticket_leaves_it_new() -> None:
    decision = on_customer_message(TicketState.NEW, closed_at=None, now=NOW)
    assert decision.state is TicketState.NEW


def test_a_reply_to_spam_stays_spam() -> None:
    decision = on_customer_message(TicketState.SPAM, closed_at=None, now=NOW)
    assert decision.state is TicketState.SPAM


@pytest.mark.parametrize(("days", "follow_up"), [(14, False), (15, True)])
def test_a_late_reply_to_a_closed_ticket_asks_for_a_follow_up(days: int, follow_up: bool) -> None:
    decision = on_customer_message(
        TicketState.CLOSED, closed_at=NOW - timedelta(days=days), now=NOW
    )
    assert decision.follow_up is follow_up


def test_an_answer_gives_the_turn_away() -> None:
    assert on_answer(TicketState.OPEN, elsewhere=False).reason == "answered"
    assert on_answer(TicketState.NEW, elsewhere=True).reason == "answered_elsewhere"
    assert on_answer(TicketState.NEW, elsewhere=True).state is TicketState.ANSWERED


def test_an_answer_after_closing_leaves_it_closed() -> None:
    assert on_answer(TicketState.CLOSED, elsewhere=False).state is TicketState.CLOSED


def test_an_answer_after_one_that_failed_keeps_the_ticket_ours() -> None:
    assert on_answer_after_failed(TicketState.ANSWERED).state is TicketState.OPEN
    assert on_answer_after_failed(TicketState.WAITING_CUSTOMER).state is TicketState.OPEN
    assert on_answer_after_failed(TicketState.CLOSED).state is TicketState.CLOSED


def test_a_failed_answer_makes_the_ticket_ours_again() -> None:
    assert on_send_failed(TicketState.ANSWERED).state is TicketState.OPEN
    assert on_send_failed(TicketState.CLOSED).state is TicketState.OPEN
    assert on_send_failed(TicketState.SPAM).state is TicketState.SPAM
