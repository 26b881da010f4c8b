"""The way out: each step of a message is durable before the next is taken, so none goes twice.

queued -> sending (attempt counted) -> committing (the point of no return) -> sent; whatever breaks
after `committing` is unknown until the message is found at the platform or the owner decides.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.contacts import Contact
from app.models.messages import Message, MessageHtml, OutboxItem
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError, NotFoundError
from app.models.rules.messages import Delivery, Purpose
from app.models.tickets import Ticket
from app.services.channels.api import Draft, Person, SendResult
from app.services.events import OutboxChanged, TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import (
    contents,
    deliveries,
    filing,
    journal,
    question_mail,
    replies,
)

DISCARDED = "discarded"
WAITING = (Delivery.QUEUED.value, Delivery.SENDING.value)


class AlreadyLeavingError(KnownError):
    """Too late to take a message back."""

    code = "already_leaving"
    text = QT_TRANSLATE_NOOP("errors", "This message is already on its way ({state}).")


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One message on its way out, as shown."""

    id: int
    ticket: int
    recipient: str
    state: str
    attempts: int
    due_at: datetime
    created_at: datetime
    external_id: str | None
    error_code: str | None
    error_params: dict[str, object]


def rows(session: Session, *, finished: bool = False) -> list[OutboxRow]:
    """Return what is in the outbox, oldest first; with `finished` also what was sent."""
    statement = (
        select(OutboxItem, Account, Ticket.number, Message.recipients)
        .join(Account, Account.id == OutboxItem.account_id)
        .join(Message, Message.id == OutboxItem.message_id)
        .join(Ticket, Ticket.id == Message.ticket_id)
        .order_by(OutboxItem.id)
    )
    if not finished:
        statement = statement.where(
            OutboxItem.state.in_((*WAITING, Delivery.UNKNOWN.value, Delivery.FAILED.value))
        )
    return [
        OutboxRow(
            item.id,
            number,
            recipients[0] if recipients else "",
            item.state,
            item.attempts,
            item.due_at,
            item.created_at,
            item.external_id,
            *deliveries.obstacle(item, account),
        )
        for item, account, number, recipients in session.execute(statement)
    ]


def due(session: Session, account_id: int, now: datetime) -> list[int]:
    """Return the outbox ids of an account that may leave now, oldest first."""
    return list(
        session.scalars(
            select(OutboxItem.id)
            .where(
                OutboxItem.account_id == account_id,
                OutboxItem.state == Delivery.QUEUED.value,
                OutboxItem.due_at <= now,
            )
            .order_by(OutboxItem.id)
        )
    )


def next_due(session: Session, account_id: int) -> datetime | None:
    """Return when the next message of an account wants to leave, or None."""
    return session.scalar(
        select(OutboxItem.due_at)
        .where(OutboxItem.account_id == account_id, OutboxItem.state == Delivery.QUEUED.value)
        .order_by(OutboxItem.due_at)
        .limit(1)
    )


def interrupted(session: Session, account_id: int) -> list[int]:
    """Return the ids of an account's messages that need looking after at the platform.

    Those are messages of unknown outcome, and sent ones whose copy is not in Sent yet.
    """
    return list(
        session.scalars(
            select(OutboxItem.id)
            .where(
                OutboxItem.account_id == account_id,
                or_(
                    OutboxItem.state == Delivery.UNKNOWN.value,
                    (OutboxItem.state == Delivery.SENT.value) & (OutboxItem.sent_copy == "pending"),
                ),
            )
            .order_by(OutboxItem.id)
        )
    )


def recover(unit: Unit) -> None:
    """Settle at start what was interrupted: before the point of no return it leaves again.

    After it nobody knows, so it is looked for at the platform and then left to the owner.
    """
    sending = select(OutboxItem).where(OutboxItem.state == Delivery.SENDING.value)
    for item in unit.session.scalars(sending):
        if item.committing:
            deliveries.unknown(unit, item, code="interrupted")
        else:
            deliveries.mark(unit, item, Delivery.QUEUED)


def draft(session: Session, outbox_id: int) -> Draft | None:
    """Return what an outbox row sends, or None when it is gone; the same row gives the same."""
    found = session.execute(
        select(OutboxItem, Message, Ticket, Account, Contact.name, MessageHtml.html)
        .join(Message, Message.id == OutboxItem.message_id)
        .join(Ticket, Ticket.id == Message.ticket_id)
        .join(Account, Account.id == OutboxItem.account_id)
        .join(Contact, Contact.id == Ticket.contact_id)
        .outerjoin(MessageHtml, MessageHtml.message_id == Message.id)
        .where(OutboxItem.id == outbox_id)
    ).first()
    if found is None:
        return None
    item, message, ticket, account, name, html = found
    token, text = ticket.token, message.text
    if item.purpose == Purpose.QUESTION:
        token, name = question_mail.envelope(session, message)
        text = f"{text}\n\n{message.quoted}"
    return Draft(
        key=item.key,
        thread_token=token,
        sender=Person(account.handle, account.name),
        recipient=Person(message.recipients[0], name),
        subject=message.subject,
        text=text,
        created_at=item.created_at,
        html=html,
        private=item.private,
        references=tuple(item.parents),
        attachments=contents.attachments(session, message.id),
        automatic=item.automatic,
    )


def claim(unit: Unit, outbox_id: int, *, external_id: str, fingerprint: str) -> bool:
    """Take a queued message for sending and count the attempt; False when it may not leave."""
    item = unit.session.get(OutboxItem, outbox_id)
    if item is None or item.state != Delivery.QUEUED.value or item.due_at > unit.now:
        return False
    stopped = _stopped(unit, item)
    if stopped is not None:
        deliveries.refused(unit, item, code=stopped.code, params=_plain(stopped))
        return False
    deliveries.mark(unit, item, Delivery.SENDING)
    item.attempts += 1
    item.committing = False
    item.external_id = external_id
    unit.session.execute(
        update(Message)
        .where(Message.id == item.message_id)
        .values(key=external_id, fingerprint=fingerprint)
    )
    ticket = deliveries.ticket_of(unit, item)
    filing.add_thread_keys(unit, item.account_id, ticket.id, [external_id])
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket.id})))
    return True


def _stopped(unit: Unit, item: OutboxItem) -> KnownError | None:
    if item.purpose == Purpose.QUESTION:
        return question_mail.stopped(unit.session, item)
    return replies.NewerMessageError() if _overtaken(unit, item) else None


def _overtaken(unit: Unit, item: OutboxItem) -> bool:
    """Tell whether the customer's came in after what the owner knew of, whatever date it bears."""
    if item.automatic:
        return False
    ticket = deliveries.ticket_of(unit, item)
    seen = item.seen_message_id or 0
    if replies.last_stored_inbound(unit.session, ticket.id) > max(seen, item.message_id):
        return True
    newest = replies.last_inbound(unit.session, ticket.id)
    return newest is not None and 0 < seen < item.message_id and newest.id != seen


def commit_point(unit: Unit, outbox_id: int) -> None:
    """Remember that from now on the platform may have the message."""
    unit.session.get_one(OutboxItem, outbox_id).committing = True


def sent(unit: Unit, outbox_id: int, result: SendResult, *, copy: bool) -> None:
    """Book that the platform took the message; `copy` when our own copy is still to be stored."""
    item = unit.session.get_one(OutboxItem, outbox_id)
    if item.sent_copy != "done":
        item.sent_copy = "pending" if copy else "none"
    deliveries.named(unit, item, result.external_id)
    deliveries.delivered(unit, item, at=result.sent_at or unit.now, reason="accepted")


def settle(unit: Unit, outbox_id: int, result: SendResult) -> None:
    """Book that a message stands in the Sent folder: it went out, and its copy is there."""
    item = unit.session.get_one(OutboxItem, outbox_id)
    item.sent_copy = "done"
    deliveries.named(unit, item, result.external_id)
    if item.state == Delivery.UNKNOWN.value:
        deliveries.delivered(unit, item, at=result.sent_at or unit.now, reason="found_in_sent")


def wants_copy(session: Session, outbox_id: int) -> bool:
    """Tell whether our own copy of a sent message is still to be stored."""
    item = session.get_one(OutboxItem, outbox_id)
    return item.state == Delivery.SENT.value and item.sent_copy == "pending"


def copied(unit: Unit, outbox_id: int) -> None:
    """Book that our own copy stands in the Sent folder."""
    unit.session.get_one(OutboxItem, outbox_id).sent_copy = "done"


def unknown(unit: Unit, outbox_id: int, *, code: str) -> None:
    """Book that nobody knows whether the platform took the message."""
    deliveries.unknown(unit, unit.session.get_one(OutboxItem, outbox_id), code=code)


def refused(unit: Unit, outbox_id: int, error: KnownError) -> None:
    """Book that the message can never leave like this: the ticket is ours again."""
    item = unit.session.get_one(OutboxItem, outbox_id)
    deliveries.refused(unit, item, code=error.code, params=_plain(error))


def postponed(unit: Unit, outbox_id: int, error: KnownError, *, delay: timedelta) -> None:
    """Book that nothing was sent and when it is tried again."""
    item = unit.session.get_one(OutboxItem, outbox_id)
    deliveries.mark(unit, item, Delivery.QUEUED)
    item.committing = False
    item.due_at = unit.now + delay
    item.error_code, item.error_params = error.code, _plain(error)
    ticket = deliveries.ticket_of(unit, item)
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket.id})))


def hurry(unit: Unit, account_id: int) -> int:
    """Let everything that was postponed for lack of a connection leave now; returns how many."""
    postponed_ids = unit.session.scalars(
        update(OutboxItem)
        .where(
            OutboxItem.account_id == account_id,
            OutboxItem.state == Delivery.QUEUED.value,
            OutboxItem.error_code.in_(("offline", "transient", "auth_expired")),
            OutboxItem.due_at > unit.now,
        )
        .values(due_at=unit.now)
        .returning(OutboxItem.id)
    ).all()
    return len(postponed_ids)


def release(unit: Unit) -> int:
    """Let leave now what only waits for its undo to be over, as the owner goes; returns how many.

    What he wants sent at a moment of his own choice stays until then.
    """
    rows = unit.session.scalars(
        update(OutboxItem)
        .where(
            OutboxItem.state == Delivery.QUEUED.value,
            OutboxItem.scheduled.is_(False),
            OutboxItem.error_code.is_(None),
            OutboxItem.due_at > unit.now,
        )
        .values(due_at=unit.now)
        .returning(OutboxItem.id)
    ).all()
    unit.publish(OutboxChanged(ticket_ids=frozenset()))
    return len(rows)


def leaving(session: Session, *, now: datetime) -> int:
    """Return how many messages are being sent, or could be at once."""
    due = (OutboxItem.state == Delivery.QUEUED.value) & (OutboxItem.due_at <= now)
    return (
        session.scalar(
            select(func.count())
            .select_from(OutboxItem)
            .join(Account, (Account.id == OutboxItem.account_id) & (Account.state == "active"))
            .where((OutboxItem.state == Delivery.SENDING.value) | due)
        )
        or 0
    )


# --- what the owner decides ------------------------------------------------------------------


def retry(unit: Unit, outbox_id: int) -> None:
    """Send a failed or unknown message (again) because the owner says so, or a waiting one now.

    Raises:
        NotFoundError: there is no such message.
        AlreadyLeavingError: it is being sent or was sent.
    """
    item = _item(unit.session, outbox_id)
    if item.state in {Delivery.SENDING.value, Delivery.SENT.value, DISCARDED}:
        raise AlreadyLeavingError(state=item.state)
    ticket = deliveries.ticket_of(unit, item)
    deliveries.mark(unit, item, Delivery.QUEUED)
    item.due_at, item.committing = unit.now, False
    item.error_code = item.error_params = None
    # By now he can have read all that is here; what comes after holds it back again.
    item.seen_message_id = max(
        item.message_id, replies.last_stored_inbound(unit.session, ticket.id)
    )
    journal.append(unit, "send_again", ticket_id=ticket.id, data={"message": item.message_id})
    deliveries.sent_again(unit, item, ticket)
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket.id})))


def mark_sent(unit: Unit, outbox_id: int) -> None:
    """Book a message of unknown outcome as sent because the owner has seen that it was.

    Raises:
        NotFoundError: there is no such message.
        AlreadyLeavingError: its outcome is not unknown.
    """
    item = _item(unit.session, outbox_id)
    if item.state != Delivery.UNKNOWN.value:
        raise AlreadyLeavingError(state=item.state)
    deliveries.delivered(unit, item, at=unit.now, reason="owner_has_seen_it")


def discard(unit: Unit, outbox_id: int) -> None:
    """Take a message out of the outbox: undo of a waiting one, end of a failed or unknown one.

    The text of a message that never left becomes the draft again; one that may have left stays in
    its ticket.

    Raises:
        NotFoundError: there is no such message.
        AlreadyLeavingError: it is being sent or was sent.
    """
    item = _item(unit.session, outbox_id)
    if item.state in {Delivery.SENDING.value, Delivery.SENT.value, DISCARDED}:
        raise AlreadyLeavingError(state=item.state)
    ticket, message_id = deliveries.ticket_of(unit, item), item.message_id
    if item.state == Delivery.QUEUED.value or item.error_code == replies.NewerMessageError.code:
        contents.take_back(unit, outbox_id)
        deliveries.taken_back(unit, item, ticket)
    else:
        item.state = DISCARDED
        deliveries.given_up(unit, item)
    journal.append(unit, "send_undone", ticket_id=ticket.id, data={"message": message_id})
    contents.recount(unit, ticket)
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket.id})))
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket.id})))


def _item(session: Session, outbox_id: int) -> OutboxItem:
    item = session.get(OutboxItem, outbox_id)
    if item is None:
        raise NotFoundError(what="message in the outbox", name=outbox_id)
    return item


def _plain(error: KnownError) -> dict[str, object]:
    return {name: str(value) for name, value in error.params.items()}
