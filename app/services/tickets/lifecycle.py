"""Tickets as they stand: finding them, and what a change of state brings along."""

import secrets
from base64 import b32encode
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.base import table_of
from app.models.rules.errors import NotFoundError, UndocumentedError
from app.models.rules.order import ANSWER, PROMISE, Clocks, place_of
from app.models.rules.tickets import Priority, TicketState, Transition
from app.models.tickets import Ticket
from app.services.storage.database import Unit
from app.services.tickets import journal, timing, turns

_LAST_NUMBER = select(func.max(table_of(Ticket).c.number))


def find(session: Session, ticket_id: int) -> Ticket:
    """Return a ticket by id.

    Raises:
        NotFoundError: there is none.
    """
    ticket = session.get(Ticket, ticket_id)
    if ticket is None:
        raise NotFoundError(what="message", name=ticket_id)
    return ticket


def new_ticket(
    unit: Unit, *, account_id: int, kind: str, contact_id: int, subject: str, at: datetime
) -> Ticket:
    """Return a ticket with the next number, not stored yet: without messages and clocks."""
    return Ticket(
        number=_next_number(unit),
        token=b32encode(secrets.token_bytes(13)).decode().lower()[:20],
        subject=subject,
        state=TicketState.NEW.value,
        account_id=account_id,
        kind=kind,
        contact_id=contact_id,
        priority=Priority.NORMAL.value,
        influence=0,
        influence_reasons=[],
        answer_kind=ANSWER,
        warned_reaction=0,
        warned_answer=0,
        created_at=at,
        updated_at=at,
        message_count=0,
        snippet="",
        new_sender=False,
        wake_on_reply=True,
    )


def _next_number(unit: Unit) -> int:
    last: int = unit.memory.get("last number") or unit.session.scalar(_LAST_NUMBER) or 0
    unit.memory["last number"] = last + 1
    return last + 1


def standing(session: Session, ticket_id: int) -> Ticket:
    """Return a ticket, or the one that it was merged into.

    Raises:
        NotFoundError: there is none.
    """
    ticket = find(session, ticket_id)
    seen = {ticket.id}
    while ticket.merged_into_id is not None and ticket.merged_into_id not in seen:
        ticket = find(session, ticket.merged_into_id)
        seen.add(ticket.id)
    return ticket


def by_number(session: Session, number: int) -> int:
    """Return the id of the ticket with this number, or of the one it was merged into.

    Raises:
        NotFoundError: there is none.
    """
    ticket_id = session.scalar(select(Ticket.id).where(Ticket.number == number))
    if ticket_id is None:
        raise NotFoundError(what="message", name=number)
    ticket = standing(session, ticket_id)
    if ticket.merged_into_id is not None:  # noted by hand, and taken back
        raise NotFoundError(what="message", name=number)
    return ticket.id


def apply(
    unit: Unit,
    ticket: Ticket,
    transition: Transition,
    *,
    actor: str,
    words: str = "",
    at: datetime | None = None,
) -> None:
    """Execute a decided change of state and write its reason; nothing when it stays the same.

    Args:
        at: since when it is so, when that is not now: a message comes in before it is fetched.

    Raises:
        UndocumentedError: it would be closed without having been documented.
    """
    before = ticket.state
    if transition.state == before:
        return
    if transition.state is not TicketState.CLOSED:
        ticket.documented_at = ticket.override_reason = None
    elif ticket.documented_at is None:
        raise UndocumentedError(number=ticket.number, missing="outcome", left=("outcome",))
    ticket.state = transition.state.value
    if transition.state is not TicketState.SNOOZED:
        ticket.snoozed_until = ticket.snoozed_from = None
        ticket.wake_on_reply = True
    if transition.state is not TicketState.NO_REACTION:
        ticket.no_reaction_reason = None
    ticket.closed_at = unit.now if transition.state is TicketState.CLOSED else None
    ticket.updated_at = unit.now
    if turns.book(unit, ticket, at=at):
        timing.count(unit, ticket)
    recount(ticket)
    journal.append(
        unit,
        "state",
        ticket_id=ticket.id,
        actor=actor,
        reason=words or transition.reason,
        data={"from": before, "to": ticket.state, "rule": transition.reason},
    )


def recount(ticket: Ticket) -> None:
    """Bring the running clock and the place in the order of work in line with the rest.

    What runs now is looked at for warnings, when that is something else than before.
    """
    place = place_of(
        TicketState(ticket.state),
        Clocks(
            first_reaction_due=ticket.first_reaction_due,
            first_reacted_at=ticket.first_reacted_at,
            answer_due=ticket.answer_due,
            answered_at=ticket.answered_at,
            answer_kind=ticket.answer_kind,
            promise_due=ticket.promise_due,
            promise_kind=ticket.promise_kind or PROMISE,
            window_due=ticket.window_due,
            snoozed_until=ticket.snoozed_until,
        ),
        priority=Priority(ticket.priority),
        updated_at=ticket.updated_at,
    )
    if place.next_due is None:
        ticket.warn_at = None
    elif (place.next_due, place.due_kind) != (ticket.next_due, ticket.due_kind):
        ticket.warn_at = timing.AT_ONCE
    ticket.next_due, ticket.due_kind = place.next_due, place.due_kind
    ticket.order_at = place.order_at
