"""Turns an understood message into a ticket, or into the next message of one."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update

from app.models.base import table_of
from app.models.messages import Message, OutboxItem, RawEvent
from app.models.rules.messages import Automatic, Delivery, Direction
from app.models.rules.threading import choose_ticket, token_in
from app.models.rules.tickets import TicketState, on_answer, on_customer_message
from app.models.tickets import ThreadKey, Ticket
from app.services.channels.api import InboundMessage, Person
from app.services.events import MessagesArrived, OutboxChanged, TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import (
    assessments,
    colleague_answers,
    deliveries,
    filing,
    journal,
    lifecycle,
    people,
    promises,
    revisions,
    timing,
    turns,
)
from app.services.tickets.acknowledge import acknowledge

SECOND = timedelta(seconds=1)
# Statements made once: building one costs more than running it (performance: the ingest).
_MESSAGES, _OUTBOX = table_of(Message).c, table_of(OutboxItem).c
_RAW, _TICKETS, _KEYS = table_of(RawEvent).c, table_of(Ticket).c, table_of(ThreadKey).c
_SAME_MESSAGE = select(_MESSAGES.id, _MESSAGES.ticket_id).where(
    _MESSAGES.account_id == bindparam("account"),
    _MESSAGES.key == bindparam("key"),
    _MESSAGES.fingerprint == bindparam("fingerprint"),
)
_OUR_MESSAGE = (
    select(_MESSAGES.id, _MESSAGES.ticket_id)
    .join(table_of(OutboxItem), _OUTBOX.message_id == _MESSAGES.id)
    .where(_OUTBOX.account_id == bindparam("account"), _OUTBOX.external_id == bindparam("key"))
)
_NEWEST_PARENT = select(func.max(_MESSAGES.created_at)).where(
    _MESSAGES.ticket_id == bindparam("ticket"), _MESSAGES.key.in_(bindparam("keys", expanding=True))
)
_NEWEST_WRITTEN = select(func.max(_MESSAGES.created_at)).where(
    _MESSAGES.ticket_id == bindparam("ticket"), _MESSAGES.direction != Direction.NOTE.value
)
_DONE = (
    update(table_of(RawEvent))
    .where(_RAW.id == bindparam("raw"))
    .values(state="done", problem=None, detail=None, message_id=bindparam("message"))
)
_BY_TOKEN = select(_TICKETS.token, _TICKETS.id).where(
    _TICKETS.token.in_(bindparam("tokens", expanding=True))
)
_BY_KEY = select(_KEYS.key, _KEYS.ticket_id).where(
    _KEYS.account_id == bindparam("account"),
    _KEYS.key.in_(bindparam("keys", expanding=True)),
)
SILENT = frozenset({Automatic.AUTO_REPLY, Automatic.BOUNCE, Automatic.RECEIPT, Automatic.LOOP})
"""What these machines write never makes an answered ticket ours again (RFC 3834)."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An understood message with the account and raw event it came from."""

    account_id: int
    kind: str
    raw_event_id: int
    message: InboundMessage
    in_sent: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a message ended up; `known` when it was in the store already."""

    ticket_id: int
    message_id: int
    known: bool


def receive(unit: Unit, arrival: Arrival) -> Placed | None:
    """Put a message where it belongs and book what follows from it; the same one twice is one.

    What belongs to a question to a colleague is kept from the customer's conversation first.
    Publishes MessagesArrived for customers' messages and TicketsChanged otherwise.

    Returns:
        Where it is; None when it is gone at the platform and never was here.
    """
    known = _known(unit, arrival) or _revised(unit, arrival)
    if known is None and arrival.message.gone:
        _done(unit, arrival, None)
        return None
    if known is not None:
        _done(unit, arrival, known.message_id)
        return known
    bounced = deliveries.bounced(unit, arrival.account_id, arrival.message)
    ticket = bounced or _find_ticket(unit, arrival)
    internal = colleague_answers.receive(
        unit, arrival.account_id, arrival.message, ticket_id=ticket.id if ticket else None
    )
    if internal is not None:
        _done(unit, arrival, internal[1])
        return Placed(*internal, known=False)
    placed = _append(unit, arrival, ticket) if ticket else _begin(unit, arrival, None)
    _done(unit, arrival, placed.message_id)
    changed = frozenset({placed.ticket_id})
    if arrival.message.direction is Direction.IN:
        unit.publish(MessagesArrived(ticket_ids=changed))
    unit.publish(TicketsChanged(ticket_ids=changed))
    return placed


def _known(unit: Unit, arrival: Arrival) -> Placed | None:
    message = arrival.message
    values = {
        "account": arrival.account_id,
        "key": message.key,
        "fingerprint": message.fingerprint,
    }
    found = unit.session.execute(_SAME_MESSAGE, values).first()
    if found is None and arrival.in_sent:
        found = unit.session.execute(_OUR_MESSAGE, values).first()
    ours: Any = found
    if ours is None and arrival.in_sent:
        ours = deliveries.on_its_way(unit, arrival.account_id, message)
    if ours is None:
        return None
    if arrival.in_sent:
        deliveries.seen_in_sent(unit, ours.id)
        unit.publish(OutboxChanged(ticket_ids=frozenset({ours.ticket_id})))
    return Placed(ours.ticket_id, ours.id, known=True)


def _revised(unit: Unit, arrival: Arrival) -> Placed | None:
    message = arrival.message
    if not (message.edited or message.gone):
        return None
    known = revisions.revise(unit, arrival.account_id, message)
    if known is None:
        return None
    changed = frozenset({known.ticket_id})
    if message.direction is Direction.IN and not message.gone:
        unit.publish(MessagesArrived(ticket_ids=changed))
    unit.publish(TicketsChanged(ticket_ids=changed))
    return Placed(known.ticket_id, known.id, known=True)


def _done(unit: Unit, arrival: Arrival, message_id: int | None) -> None:
    unit.defer(_DONE, {"raw": arrival.raw_event_id, "message": message_id})


def _find_ticket(unit: Unit, arrival: Arrival) -> Ticket | None:
    keys = (arrival.message.key, *arrival.message.parents)
    tokens = {token for token in map(token_in, arrival.message.parents) if token}
    by_token: dict[str, int] = {}
    if tokens:
        rows = unit.session.execute(_BY_TOKEN, {"tokens": list(tokens)})
        by_token = {row.token: row.id for row in rows}
    rows_by_key = unit.session.execute(_BY_KEY, {"account": arrival.account_id, "keys": list(keys)})
    by_key = {row.key: row.ticket_id for row in rows_by_key}
    ticket_id = choose_ticket(keys, by_token=by_token, by_key=by_key)
    return None if ticket_id is None else lifecycle.standing(unit.session, ticket_id)


# --- a new ticket ----------------------------------------------------------------------------


def _begin(unit: Unit, arrival: Arrival, follows: Ticket | None) -> Placed:
    message = arrival.message
    inbound = message.direction is Direction.IN
    customer = (message.reply_to or message.author) if inbound else _first_recipient(message)
    kind = people.kind_of(arrival.kind, message.via, customer)
    ticket = lifecycle.new_ticket(
        unit,
        account_id=arrival.account_id,
        kind=message.via or arrival.kind,
        contact_id=people.contact_of(unit, kind, customer),
        subject=message.subject,
        at=message.received_at,
    )
    ticket.state = _first_state(message).value
    if message.history:
        ticket.closed_at = ticket.documented_at = unit.now
        ticket.override_reason = "before_balie"
    ticket.follows_id = follows.id if follows else None
    if inbound and not message.history:
        _start_clocks(unit, ticket, message)
    else:
        lifecycle.recount(ticket)
    unit.session.add(ticket)
    unit.session.flush()
    turns.begin(unit, ticket)
    journal.append(
        unit,
        "ticket",
        ticket_id=ticket.id,
        actor=journal.CUSTOMER if inbound else journal.OWNER,
        reason=_first_reason(message, follows),
        data={"state": ticket.state, "follows": ticket.follows_id},
    )
    placed = _store(unit, arrival, ticket, new_sender=False)
    if inbound and not message.history and assessments.arrived(unit, ticket, message):
        acknowledge(unit, ticket, message)
    return placed


def _first_recipient(message: InboundMessage) -> Person:
    return message.recipients[0] if message.recipients else message.author


def _first_state(message: InboundMessage) -> TicketState:
    if message.history:
        return TicketState.CLOSED
    if message.direction is Direction.OUT:
        return TicketState.ANSWERED
    if message.automatic in {Automatic.RECEIPT, Automatic.LOOP}:
        return TicketState.NO_REACTION
    return TicketState.NEW


def _first_reason(message: InboundMessage, follows: Ticket | None) -> str:
    if message.history:
        return "before_balie"
    if follows is not None:
        return "reply_after_closing"
    if message.automatic is not None:
        return f"automatic_{message.automatic.value}"
    return "new_conversation" if message.direction is Direction.IN else "written_elsewhere"


def _start_clocks(unit: Unit, ticket: Ticket, message: InboundMessage) -> None:
    ticket.window_due = message.reply_until
    timing.wait_from(unit, ticket, message.received_at)
    lifecycle.recount(ticket)


# --- the next message of a ticket ------------------------------------------------------------


def _append(unit: Unit, arrival: Arrival, ticket: Ticket) -> Placed:
    message = arrival.message
    if message.direction is Direction.OUT:
        return _append_ours(unit, arrival, ticket)
    if message.automatic in SILENT:
        return _store(unit, arrival, ticket, new_sender=False)
    if _already_answered(unit, ticket, message):
        if not message.history and ticket.first_reaction_due is None:
            _start_clocks(unit, ticket, message)
            ticket.answered_at = ticket.last_out_at
            lifecycle.recount(ticket)
        return _store(unit, arrival, ticket, new_sender=_is_new_sender(unit, arrival, ticket))
    return _append_theirs(unit, arrival, ticket)


def _already_answered(unit: Unit, ticket: Ticket, message: InboundMessage) -> bool:
    """Tell whether we wrote after this message: it only comes in late (newest-first sync).

    Servers give whole seconds and have clocks of their own, so a reply to our newest message is
    never older than it.
    """
    if message.history:
        return True
    if ticket.last_out_at is None or message.received_at + SECOND > ticket.last_out_at:
        return False
    return _newest_key(unit, ticket, Direction.OUT) not in message.parents


def _newest_key(unit: Unit, ticket: Ticket, direction: Direction) -> str | None:
    return unit.session.scalar(
        select(Message.key)
        .where(Message.ticket_id == ticket.id, Message.direction == direction.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    )


def _append_theirs(unit: Unit, arrival: Arrival, ticket: Ticket) -> Placed:
    transition = on_customer_message(
        TicketState(ticket.state),
        closed_at=ticket.closed_at,
        now=unit.now,
        wakes=ticket.wake_on_reply,
    )
    if transition.follow_up:
        running = unit.session.scalar(
            select(Ticket)
            .where(Ticket.follows_id == ticket.id, Ticket.state != TicketState.CLOSED.value)
            .order_by(Ticket.id.desc())
        )
        if running is None:
            return _begin(unit, arrival, ticket)
        return _append(unit, arrival, running)
    new_sender = _is_new_sender(unit, arrival, ticket)
    if transition.state is not TicketState.SPAM:
        _start_clocks(unit, ticket, arrival.message)
    at = arrival.message.received_at
    lifecycle.apply(unit, ticket, transition, actor=journal.CUSTOMER, at=at)
    placed = _store(unit, arrival, ticket, new_sender=new_sender)
    assessments.arrived(unit, ticket, arrival.message)
    return placed


def _append_ours(unit: Unit, arrival: Arrival, ticket: Ticket) -> Placed:
    message = arrival.message
    if (
        ticket.last_in_at is None
        or message.created_at >= ticket.last_in_at
        or _newest_key(unit, ticket, Direction.IN) in message.parents
    ):
        deliveries.stop_clocks(ticket, message.created_at)
        transition = on_answer(TicketState(ticket.state), elsewhere=True)
        at = message.created_at
        lifecycle.apply(unit, ticket, transition, actor=journal.OWNER, at=at)
        promises.settle(unit, ticket, at, written_at=at)
        lifecycle.recount(ticket)
    return _store(unit, arrival, ticket, new_sender=False)


def _is_new_sender(unit: Unit, arrival: Arrival, ticket: Ticket) -> bool:
    handle = arrival.message.author.handle
    return bool(handle) and handle not in people.participants(unit.session, ticket.id)


# --- storing ---------------------------------------------------------------------------------


def _store(unit: Unit, arrival: Arrival, ticket: Ticket, *, new_sender: bool) -> Placed:
    message = _after_its_parents(unit, ticket, arrival.message)
    newest = _newest_written(unit, ticket)
    outgoing = message.direction is Direction.OUT
    message_id = filing.file_message(
        unit,
        ticket.id,
        arrival.account_id,
        message,
        delivery=Delivery.SENT if outgoing else None,
        new_sender=new_sender,
    )
    filing.add_thread_keys(unit, arrival.account_id, ticket.id, (message.key, *message.parents))
    created_at = ticket.created_at
    _count_in(ticket, message, newest, new_sender=new_sender)
    if ticket.created_at < created_at:
        turns.begins_earlier(unit, ticket)
    journal.append(
        unit,
        "sent_elsewhere" if outgoing else "received",
        ticket_id=ticket.id,
        actor=journal.OWNER if outgoing else journal.CUSTOMER,
        reason="new_sender" if new_sender else "",
        data={"message": message_id, "automatic": message.automatic},
    )
    return Placed(ticket.id, message_id, known=False)


def _newest_written(unit: Unit, ticket: Ticket) -> datetime | None:
    if not ticket.message_count:
        return None
    newest: datetime | None = unit.session.scalar(_NEWEST_WRITTEN, {"ticket": ticket.id})
    return newest


def _after_its_parents(unit: Unit, ticket: Ticket, message: InboundMessage) -> InboundMessage:
    """Let no message stand before one it answers: clocks differ, and mail counts whole seconds."""
    if not message.parents:
        return message
    values = {"ticket": ticket.id, "keys": list(message.parents)}
    newest = unit.session.scalar(_NEWEST_PARENT, values)
    if newest is None or newest < message.created_at:
        return message
    return replace(message, created_at=newest + timedelta(milliseconds=1))


def _count_in(
    ticket: Ticket, message: InboundMessage, newest: datetime | None, *, new_sender: bool
) -> None:
    ticket.message_count += 1
    ticket.new_sender = ticket.new_sender or new_sender
    if newest is None or message.created_at >= newest:
        ticket.snippet = filing.snippet(message.text or message.quoted)
    ticket.created_at = min(ticket.created_at, message.received_at)
    ticket.updated_at = max(ticket.updated_at, message.received_at)
    if message.direction is Direction.IN:
        ticket.last_in_at = max(ticket.last_in_at or message.received_at, message.received_at)
        if ticket.created_at == message.received_at and message.subject:
            ticket.subject = message.subject
    else:
        ticket.last_out_at = max(ticket.last_out_at or message.created_at, message.created_at)
