"""Ticket states: who is at turn, which way a state may go, and why."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.rules.errors import NotAllowedError

FOLLOW_UP_AFTER = timedelta(days=14)
"""A reply to a ticket closed longer ago opens a linked follow-up."""


class TicketState(StrEnum):
    """The nine states of a ticket."""

    NEW = "new"
    OPEN = "open"
    WAITING_COLLEAGUE = "waiting_colleague"
    WAITING_CUSTOMER = "waiting_customer"
    SNOOZED = "snoozed"
    ANSWERED = "answered"
    CLOSED = "closed"
    NO_REACTION = "no_reaction"
    SPAM = "spam"


class AtTurn(StrEnum):
    """Who has to do something now."""

    US = "us"
    US_LATER = "us_later"
    COLLEAGUE = "colleague"
    CUSTOMER = "customer"
    NOBODY = "nobody"


class Priority(StrEnum):
    """How much a ticket weighs in the order of work, lightest first."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


AT_TURN = {
    TicketState.NEW: AtTurn.US,
    TicketState.OPEN: AtTurn.US,
    TicketState.WAITING_COLLEAGUE: AtTurn.COLLEAGUE,
    TicketState.WAITING_CUSTOMER: AtTurn.CUSTOMER,
    TicketState.SNOOZED: AtTurn.US_LATER,
    TicketState.ANSWERED: AtTurn.NOBODY,
    TicketState.CLOSED: AtTurn.NOBODY,
    TicketState.NO_REACTION: AtTurn.NOBODY,
    TicketState.SPAM: AtTurn.NOBODY,
}

OUR_TURN = frozenset({AtTurn.US, AtTurn.COLLEAGUE})
"""Whose turn it is while the customer waits for us, a colleague of ours included."""

OPEN_STATES = frozenset(state for state, turn in AT_TURN.items() if turn is not AtTurn.NOBODY)

_WORKING = frozenset(TicketState) - {TicketState.NEW}

OWNER_MAY = {
    TicketState.NEW: _WORKING,
    TicketState.OPEN: _WORKING,
    TicketState.WAITING_COLLEAGUE: _WORKING,
    TicketState.WAITING_CUSTOMER: _WORKING,
    TicketState.SNOOZED: _WORKING,
    TicketState.ANSWERED: _WORKING - {TicketState.NO_REACTION},
    TicketState.CLOSED: frozenset({TicketState.OPEN}),
    TicketState.NO_REACTION: frozenset({TicketState.OPEN, TicketState.CLOSED, TicketState.SPAM}),
    TicketState.SPAM: frozenset({TicketState.OPEN}),
}


@dataclass(frozen=True, slots=True)
class Transition:
    """A decided change of state and the code of the rule that decided it."""

    state: TicketState
    reason: str
    follow_up: bool = False


def by_owner(state: TicketState, wanted: TicketState) -> Transition:
    """Decide a change that the owner asks for.

    Raises:
        NotAllowedError: the table OWNER_MAY does not lead from `state` to `wanted`.
    """
    if wanted not in OWNER_MAY[state]:
        raise NotAllowedError(state=state.value, wanted=wanted.value)
    return Transition(wanted, "owner")


def on_customer_message(
    state: TicketState, *, closed_at: datetime | None, now: datetime, wakes: bool = True
) -> Transition:
    """Decide what a new message of the customer does to its ticket.

    A message to a ticket closed more than FOLLOW_UP_AFTER ago does not change it but asks for a
    new, linked ticket (`follow_up`); spam stays spam; a snoozed one sleeps on when the owner said
    so (`wakes`); everything else is ours again.
    """
    if state is TicketState.SPAM:
        return Transition(state, "stays_spam")
    if state is TicketState.NEW:
        return Transition(state, "still_new")
    if state is TicketState.SNOOZED and not wakes:
        return Transition(state, "sleeps_on")
    if state is TicketState.CLOSED and closed_at and now - closed_at > FOLLOW_UP_AFTER:
        return Transition(TicketState.NEW, "reply_after_closing", follow_up=True)
    return Transition(TicketState.OPEN, "customer_wrote")


def on_answer(state: TicketState, *, elsewhere: bool) -> Transition:
    """Decide what our own answer does; `elsewhere` when it was written in another program."""
    if state in {TicketState.CLOSED, TicketState.SPAM, TicketState.NO_REACTION}:
        return Transition(state, "answered_after_closing")
    return Transition(TicketState.ANSWERED, "answered_elsewhere" if elsewhere else "answered")


def on_answer_after_failed(state: TicketState) -> Transition:
    """Decide what an answer does that was to be the last, while an earlier one is unsettled.

    Nobody may think that the earlier one arrived: the ticket stays ours until the owner says so.
    """
    over = state in {TicketState.CLOSED, TicketState.SPAM, TicketState.NO_REACTION}
    return Transition(state if over else TicketState.OPEN, "earlier_answer_unsettled")


def on_waking() -> Transition:
    """Decide what a snoozed ticket becomes when its time has come."""
    return Transition(TicketState.OPEN, "snooze_over")


def on_send_failed(state: TicketState, *, unknown: bool = False) -> Transition:
    """Decide what it means that an answer did not, or may not, have reached the customer.

    It is ours again: the owner has to look at it.
    """
    reason = "send_unknown" if unknown else "send_failed"
    done = state in {TicketState.ANSWERED, TicketState.CLOSED}
    return Transition(TicketState.OPEN if done else state, reason)
