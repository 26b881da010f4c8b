"""What becomes of our own messages, and what that means for their tickets."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from app.models.accounts import Account
from app.models.messages import Message, OutboxItem
from app.models.rules.messages import Delivery, Purpose
from app.models.rules.tickets import TicketState, on_answer, on_send_failed
from app.models.tickets import Ticket
from app.services.channels.api import Bounce, InboundMessage
from app.services.events import OutboxChanged
from app.services.storage.database import Unit
from app.services.tickets import journal, lifecycle, promises

ACCOUNT_GONE = "account_gone"
"""Why a message waits whose account is not connected: nothing sends it."""


def obstacle(item: OutboxItem, account: Account) -> tuple[str | None, dict[str, Any]]:
    """Return what keeps a message from going out, as a code and its values; None for nothing."""
    if item.state == Delivery.QUEUED.value and account.state != "active":
        return ACCOUNT_GONE, {"account": account.handle}
    return item.error_code, item.error_params or {}


def stop_clocks(ticket: Ticket, at: datetime) -> None:
    """Stop both clocks of a ticket at the moment an answer was given."""
    ticket.first_reacted_at = ticket.first_reacted_at or at
    ticket.answered_at = at


def mark(unit: Unit, item: OutboxItem, state: Delivery) -> None:
    """Set how far a message got, on its outbox row and on the message itself."""
    item.state = state.value
    unit.session.execute(
        update(Message).where(Message.id == item.message_id).values(delivery=state.value)
    )


def delivered(unit: Unit, item: OutboxItem, *, at: datetime, reason: str) -> None:
    """Book that the platform has the message: it is sent, and the ticket's clocks stop."""
    was_unknown = item.state == Delivery.UNKNOWN.value
    mark(unit, item, Delivery.SENT)
    item.sent_at, item.error_code, item.error_params = at, None, None
    ticket = ticket_of(unit, item)
    if item.purpose == Purpose.REACTION:
        ticket.first_reacted_at = ticket.first_reacted_at or at
    elif item.purpose == Purpose.ANSWER:
        stop_clocks(ticket, at)
        ticket.last_out_at = max(ticket.last_out_at or at, at)
        if was_unknown:
            answered = on_answer(TicketState(ticket.state), elsewhere=False)
            lifecycle.apply(unit, ticket, answered, actor=journal.BALIE)
        promises.settle(unit, ticket, at, but_message=item.message_id)
    lifecycle.recount(ticket)
    _tell(unit, ticket, "sent", reason, item)


def refused(unit: Unit, item: OutboxItem, *, code: str, params: dict[str, object]) -> None:
    """Book that the message did not reach the customer: its ticket is ours again."""
    mark(unit, item, Delivery.FAILED)
    item.error_code, item.error_params = code, params
    ticket = ticket_of(unit, item)
    if item.sent_at is not None and ticket.answered_at == item.sent_at:
        ticket.answered_at = None
    if item.sent_at is not None and ticket.first_reacted_at == item.sent_at:
        ticket.first_reacted_at = None
    promises.withdraw_of(unit, ticket, item.message_id)
    lifecycle.apply(unit, ticket, on_send_failed(TicketState(ticket.state)), actor=journal.BALIE)
    lifecycle.recount(ticket)
    _tell(unit, ticket, "send_failed", code, item)


def unknown(unit: Unit, item: OutboxItem, *, code: str) -> None:
    """Book that nobody knows whether the message went out: the owner has to look at its ticket."""
    mark(unit, item, Delivery.UNKNOWN)
    item.error_code = code
    ticket = ticket_of(unit, item)
    transition = on_send_failed(TicketState(ticket.state), unknown=True)
    lifecycle.apply(unit, ticket, transition, actor=journal.BALIE)
    _tell(unit, ticket, "send_unknown", code, item)


def bounced(unit: Unit, account_id: int, message: InboundMessage) -> Ticket | None:
    """Match a bounce to the message it is about and book it; None when it is not one of ours."""
    bounce = message.bounce
    if bounce is None or bounce.original_key is None:
        return None
    item = unit.session.scalar(
        select(OutboxItem).where(
            OutboxItem.account_id == account_id, OutboxItem.external_id == bounce.original_key
        )
    )
    if item is None:
        return None
    if bounce.permanent:
        refused(unit, item, code="bounced", params=_words(bounce))
    return ticket_of(unit, item)


def seen_in_sent(unit: Unit, message_id: int) -> None:
    """Book that a message of ours stands in the Sent folder: proof that it went out."""
    item = unit.session.scalar(select(OutboxItem).where(OutboxItem.message_id == message_id))
    if item is None:
        return
    item.sent_copy = "done"
    if item.state == Delivery.UNKNOWN.value:
        delivered(unit, item, at=unit.now, reason="found_in_sent")


def ticket_of(unit: Unit, item: OutboxItem) -> Ticket:
    """Return the ticket of an outbox row."""
    return unit.session.scalars(
        select(Ticket)
        .join(Message, Message.ticket_id == Ticket.id)
        .where(Message.id == item.message_id)
    ).one()


def _words(bounce: Bounce) -> dict[str, object]:
    return {"recipient": bounce.recipient or "", "status": bounce.status or ""}


def _tell(unit: Unit, ticket: Ticket, act: str, reason: str, item: OutboxItem) -> None:
    journal.append(
        unit,
        act,
        ticket_id=ticket.id,
        actor=journal.BALIE,
        reason=reason,
        data={"message": item.message_id, "attempts": item.attempts},
    )
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket.id})))
