from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.rules.ledger import Span, Turn, minutes, sums, turn_of
from app.models.rules.tickets import TicketState
from tests.fakes import MONDAY


@pytest.mark.parametrize(
    ("state", "turn"),
    [
        ("new", "us"), ("open", "us"), ("snoozed", "us"), ("waiting_colleague", "colleague"),
        ("waiting_customer", "customer"), ("answered", "closed"), ("closed", "closed"),
        ("no_reaction", "closed"), ("spam", "closed"),
    ],
)  # fmt: skip
def test_every_state_is_somebodys_turn(state: str, turn: str) -> None:
    assert turn_of(TicketState(state)) == turn
    assert turn_of(TicketState(state), merged=True) == "closed"


@given(
    st.lists(st.tuples(st.sampled_from(Turn), st.integers(0, 10**9)), min_size=1, max_size=12),
    st.integers(0, 10**9),
)
def test_the_parts_add_up_to_the_time_that_passed(
    parts: list[tuple[Turn, int]], running: int
) -> None:
    at, spans = MONDAY, []
    for turn, micros in parts:
        spans.append(Span(turn, at, at + timedelta(microseconds=micros)))
        at += timedelta(microseconds=micros)
    spans.append(Span(Turn.US, at))
    now = at + timedelta(microseconds=running)
    assert sum(sums(spans, now).values(), timedelta(0)) == now - MONDAY
    assert sum(minutes(spans, now).values()) == (now - MONDAY) // timedelta(minutes=1)


def test_what_is_left_of_minutes_goes_to_the_largest_rest() -> None:
    at = MONDAY + timedelta(seconds=100)
    spans = [Span(Turn.US, MONDAY, at), Span(Turn.CUSTOMER, at, at + timedelta(seconds=80))]
    found = minutes(spans, at + timedelta(seconds=80))
    assert (found[Turn.US], found[Turn.CUSTOMER]) == (2, 1)
