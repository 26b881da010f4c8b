"""What becomes of our own messages, and what that means for their tickets."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists, select, update

from app.models.accounts import Account
from app.models.base import table_of
from app.models.directory import Question
from app.models.messages import Message, OutboxItem
from app.models.rules.messages import Delivery, Purpose
from app.models.rules.questions import QuestionState, on_asked_after_all, on_not_asked
from app.models.rules.tickets import TicketState, Transition, on_answer, on_send_failed
from app.models.tickets import Ticket
from app.services.channels.api import Bounce, InboundMessage
from app.services.events import OutboxChanged
from app.services.storage.database import Unit
from app.services.tickets import filing, journal, lifecycle, promises

ACCOUNT_GONE = "account_gone"
"""Why a message waits whose account is not connected: nothing sends it."""

UNNAMED = "out:"
"""How the external id begins of what only the platform can name, and has not named yet."""

CLOCKS_DIFFER = timedelta(minutes=5)
_OUTBOX, _MESSAGES = table_of(OutboxItem), table_of(Message)
# A statement made once, with a range that the index takes: each copy in Sent asks for it.
_UNNAMED = (
    select(
        _OUTBOX.c.id,
        _MESSAGES.c.id,
        _MESSAGES.c.ticket_id,
        _MESSAGES.c.text,
        _MESSAGES.c.fingerprint,
    )
    .join(_MESSAGES, _MESSAGES.c.id == _OUTBOX.c.message_id)
    .where(
        _OUTBOX.c.external_id.between(UNNAMED, f"{UNNAMED}~"),
        _OUTBOX.c.account_id == bindparam("account"),
        _OUTBOX.c.state.in_((Delivery.SENDING.value, Delivery.UNKNOWN.value)),
        _OUTBOX.c.created_at <= bindparam("latest"),
    )
    .order_by(_OUTBOX.c.id)
)


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """A message of ours in its ticket."""

    id: int
    ticket_id: int


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
        if was_unknown and not promises.given_by(unit.session, item.message_id):
            answered = on_answer(TicketState(ticket.state), elsewhere=False)
            lifecycle.apply(unit, ticket, answered, actor=journal.BALIE)
        promises.settle(unit, ticket, at, written_at=item.created_at)
    elif was_unknown:
        asked = on_asked_after_all(TicketState(ticket.state))
        lifecycle.apply(unit, ticket, asked, actor=journal.BALIE)
    lifecycle.recount(ticket)
    _tell(unit, ticket, "sent", reason, item)


def refused(unit: Unit, item: OutboxItem, *, code: str, params: dict[str, object]) -> None:
    """Book that the message did not reach the customer or colleague: its ticket is ours again."""
    mark(unit, item, Delivery.FAILED)
    item.error_code, item.error_params = code, params
    ticket = ticket_of(unit, item)
    if item.sent_at is not None and item.purpose != Purpose.QUESTION:
        _start_clocks_again(ticket, item.sent_at)
    promises.withdraw_of(unit, ticket, item.message_id)
    lifecycle.apply(unit, ticket, _back(ticket, item, unknown=False), actor=journal.BALIE)
    lifecycle.recount(ticket)
    _tell(unit, ticket, "send_failed", code, item)


def _start_clocks_again(ticket: Ticket, sent_at: datetime) -> None:
    if ticket.answered_at == sent_at:
        ticket.answered_at = None
    if ticket.first_reacted_at == sent_at:
        ticket.first_reacted_at = None


def _back(ticket: Ticket, item: OutboxItem, *, unknown: bool) -> Transition:
    state = TicketState(ticket.state)
    if item.purpose == Purpose.QUESTION:
        return on_not_asked(state, "send_unknown" if unknown else "send_failed")
    return on_send_failed(state, unknown=unknown)


def unknown(unit: Unit, item: OutboxItem, *, code: str) -> None:
    """Book that nobody knows whether the message went out: the owner has to look at its ticket."""
    mark(unit, item, Delivery.UNKNOWN)
    item.error_code = code
    ticket = ticket_of(unit, item)
    lifecycle.apply(unit, ticket, _back(ticket, item, unknown=True), actor=journal.BALIE)
    _tell(unit, ticket, "send_unknown", code, item)


def sent_again(unit: Unit, item: OutboxItem, ticket: Ticket) -> None:
    """Book that the owner sends a message once more: he waits for what it asks or answers.

    A first reaction answers nothing, and what it or an answer promises is ours to do again.
    """
    promises.revive_of(unit, ticket, item.message_id)
    lifecycle.recount(ticket)
    state = TicketState(ticket.state)
    if item.purpose == Purpose.QUESTION:
        again = on_asked_after_all(state)
    elif (
        state is TicketState.OPEN
        and item.purpose == Purpose.ANSWER
        and not promises.given_by(unit.session, item.message_id)
    ):
        again = Transition(TicketState.ANSWERED, "answered")
    else:
        return
    lifecycle.apply(unit, ticket, again, actor=journal.OWNER)


def taken_back(unit: Unit, item: OutboxItem, ticket: Ticket) -> None:
    """Book that a message never left: it promises nothing, and nobody is waited for."""
    promises.withdraw_of(unit, ticket, item.message_id)
    state = TicketState(ticket.state)
    if item.purpose == Purpose.QUESTION:
        back = on_not_asked(state, "send_undone")
    elif state is TicketState.ANSWERED and item.purpose == Purpose.ANSWER:
        back = Transition(TicketState.OPEN, "send_undone")
    else:
        return
    lifecycle.apply(unit, ticket, back, actor=journal.OWNER)


def given_up(unit: Unit, item: OutboxItem) -> None:
    """Book that the owner leaves a message that failed: no answer to it is waited for."""
    unit.session.execute(
        update(Question)
        .where(Question.message_id == item.message_id, Question.state == QuestionState.OPEN.value)
        .values(state=QuestionState.LAPSED.value)
    )


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


def on_its_way(unit: Unit, account_id: int, message: InboundMessage) -> OnItsWay | None:
    """Find by its words a message of ours whose name at the platform is not known yet.

    That is one that is being sent, or whose outcome is unknown: where the platform names what it
    takes, its coming back is the first we hear of it. Gives it its name.

    Returns:
        The ids of the message and of its ticket.
    """
    latest = message.created_at + CLOCKS_DIFFER
    rows = unit.session.execute(_UNNAMED, {"account": account_id, "latest": latest}).all()
    for outbox_id, message_id, ticket_id, text, fingerprint in rows:
        # The adapter knows what the platform adds to a text, as a mention before it.
        if fingerprint == message.fingerprint or text.split() == message.text.split():
            named(unit, unit.session.get_one(OutboxItem, outbox_id), message.key)
            return OnItsWay(message_id, ticket_id)
    return None


def named(unit: Unit, item: OutboxItem, external_id: str) -> None:
    """Keep the name that the platform gave a message of ours, by which it and answers come back."""
    if item.external_id == external_id:
        return
    item.external_id = external_id
    ticket = ticket_of(unit, item)
    filing.add_thread_keys(unit, item.account_id, ticket.id, [external_id])
    taken = exists().where(Message.account_id == item.account_id, Message.key == external_id)
    unit.session.execute(
        update(Message).where(Message.id == item.message_id, ~taken).values(key=external_id)
    )


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
