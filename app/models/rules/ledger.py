"""The ledger: every minute of a ticket is booked to us, the customer, a colleague or closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.rules.tickets import AT_TURN, AtTurn, TicketState


class Turn(StrEnum):
    """Whose minutes they are."""

    US = "us"
    CUSTOMER = "customer"
    COLLEAGUE = "colleague"
    CLOSED = "closed"


_OF = {
    AtTurn.US: Turn.US,
    AtTurn.US_LATER: Turn.US,
    AtTurn.COLLEAGUE: Turn.COLLEAGUE,
    AtTurn.CUSTOMER: Turn.CUSTOMER,
    AtTurn.NOBODY: Turn.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, half open; `until` is None while it runs."""

    turn: Turn
    since: datetime
    until: datetime | None = None


def turn_of(state: TicketState, *, merged: bool = False) -> Turn:
    """Return whose minutes a ticket in this state counts; one merged away counts for nobody."""
    return Turn.CLOSED if merged else _OF[AT_TURN[state]]


def sums(spans: Iterable[Span], now: datetime) -> dict[Turn, timedelta]:
    """Return how long it was whose turn; together exactly the time from the first span to `now`."""
    found = dict.fromkeys(Turn, timedelta(0))
    for span in spans:
        found[span.turn] += (now if span.until is None else span.until) - span.since
    return found


def minutes(spans: Iterable[Span], now: datetime) -> dict[Turn, int]:
    """Return the whole minutes of each; together the whole minutes of the time as it passed.

    What is left of minutes goes to those with the largest rest (largest remainder method), so
    that a report adds up.
    """
    exact = sums(spans, now)
    minute = timedelta(minutes=1)
    whole = {turn: spent // minute for turn, spent in exact.items()}
    missing = sum(exact.values(), timedelta(0)) // minute - sum(whole.values())
    by_rest = sorted(Turn, key=lambda turn: exact[turn] % minute, reverse=True)
    for turn in by_rest[:missing]:
        whole[turn] += 1
    return whole
