"""What the owner writes: answers to customers and notes to himself."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.messages import ComposerDraft, Message, OutboxItem
from app.models.rules.errors import QT_TRANSLATE_NOOP, EmptyTextError, KnownError
from app.models.rules.messages import Delivery, Direction
from app.models.rules.tickets import TicketState, on_answer
from app.models.tickets import Ticket
from app.services.channels.api import Attachment, InboundMessage, Person
from app.services.events import OutboxChanged, TicketsChanged
from app.services.settings import SendingSettings, load
from app.services.storage.database import Unit
from app.services.tickets import filing, journal, lifecycle


class NewerMessageError(KnownError):
    """The customer wrote again while the owner was writing."""

    code = "newer_message"
    text = QT_TRANSLATE_NOOP(
        "errors", "The customer has written again. Read the new message before you send."
    )


class NobodyToAnswerError(KnownError):
    """The ticket holds no address of the customer."""

    code = "nobody_to_answer"
    text = QT_TRANSLATE_NOOP("errors", "There is no address to answer to.")


class AttachmentsTooLargeError(KnownError):
    """The files together are larger than mail servers take."""

    code = "attachments_too_large"
    text = QT_TRANSLATE_NOOP(
        "errors", "The files are {size} MB together; most mail servers refuse more than {limit} MB."
    )


@dataclass(frozen=True, slots=True)
class Queued:
    """An answer on its way: the outbox row and its message."""

    outbox_id: int
    message_id: int


def answer(
    unit: Unit,
    ticket_id: int,
    *,
    text: str,
    attachments: Sequence[Attachment] = (),
    now: bool = False,
    seen_message_id: int | None = None,
    origin: object | None = None,
) -> Queued:
    """Answer the customer in his channel: message, outbox row and journal in one transaction.

    Args:
        now: leave out the undo delay.
        seen_message_id: the newest message of the customer that the owner had on screen.

    Raises:
        EmptyTextError, NewerMessageError, NobodyToAnswerError, AttachmentsTooLargeError.
    """
    if not text.strip():
        raise EmptyTextError
    ticket = lifecycle.find(unit.session, ticket_id)
    sending = load(unit.session, SendingSettings)
    _check_size(attachments, sending.attachment_megabytes)
    last = _last_inbound(unit.session, ticket_id)
    if seen_message_id is not None and last is not None and last.id != seen_message_id:
        raise NewerMessageError
    recipient = _recipient(unit.session, ticket, last)
    queued = queue(
        unit,
        ticket,
        text,
        recipient=recipient,
        due_at=unit.now + (timedelta(0) if now else sending.undo_delay),
        attachments=attachments,
    )
    journal.append(unit, "answer", ticket_id=ticket_id, data={"message": queued.message_id})
    transition = on_answer(TicketState(ticket.state), elsewhere=False)
    lifecycle.apply(unit, ticket, transition, actor=journal.OWNER)
    unit.session.execute(delete(ComposerDraft).where(ComposerDraft.ticket_id == ticket_id))
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket_id}), origin=origin))
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket_id}), origin=origin))
    return queued


def queue(
    unit: Unit,
    ticket: Ticket,
    text: str,
    *,
    recipient: Person,
    due_at: datetime,
    attachments: Sequence[Attachment] = (),
    automatic: bool = False,
) -> Queued:
    """Put a message into its ticket and the outbox, with the key that makes it go once."""
    key = uuid.uuid4().hex
    message_id = _file(unit, ticket, text, attachments, recipient=recipient, key=key)
    outbox_id = unit.session.execute(
        insert(OutboxItem)
        .values(
            key=key,
            message_id=message_id,
            account_id=ticket.account_id,
            state=Delivery.QUEUED.value,
            committing=False,
            attempts=0,
            due_at=due_at,
            sent_copy="none",
            created_at=unit.now,
            automatic=automatic,
        )
        .returning(OutboxItem.id)
    ).scalar_one()
    return Queued(outbox_id, message_id)


def add_note(
    unit: Unit,
    ticket_id: int,
    *,
    text: str,
    attachments: Sequence[Attachment] = (),
    origin: object | None = None,
) -> int:
    """Write an internal note that no customer sees; returns its message id.

    Raises:
        EmptyTextError: there is no word in it.
    """
    if not text.strip():
        raise EmptyTextError
    ticket = lifecycle.find(unit.session, ticket_id)
    message_id = _file(unit, ticket, text, attachments, recipient=None, key=uuid.uuid4().hex)
    journal.append(unit, "note", ticket_id=ticket_id, data={"message": message_id})
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket_id}), origin=origin))
    return message_id


def _file(
    unit: Unit,
    ticket: Ticket,
    text: str,
    attachments: Sequence[Attachment],
    *,
    recipient: Person | None,
    key: str,
) -> int:
    account = unit.session.get_one(Account, ticket.account_id)
    note = recipient is None
    # The platform's own key is known when the adapter prepares the message; until then this one.
    own_key = f"{'note' if note else 'out'}:{key}"
    message = InboundMessage(
        key=own_key,
        fingerprint=own_key,
        direction=Direction.NOTE if note else Direction.OUT,
        author=Person(account.handle, account.name),
        recipients=() if recipient is None else (recipient,),
        subject=ticket.subject,
        text=text.strip(),
        attachments=tuple(attachments),
        created_at=unit.now,
        received_at=unit.now,
    )
    message_id = filing.file_message(
        unit, ticket.id, ticket.account_id, message, delivery=None if note else Delivery.QUEUED
    )
    ticket.message_count += 1
    ticket.updated_at = unit.now
    return message_id


def _last_inbound(session: Session, ticket_id: int) -> Message | None:
    return session.scalar(
        select(Message)
        .where(Message.ticket_id == ticket_id, Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    )


def _recipient(session: Session, ticket: Ticket, last: Message | None) -> Person:
    if last is not None and last.automatic != "bounce":
        handle = last.reply_handle or last.author_handle
        if handle:
            return Person(handle, "" if last.reply_handle else last.author_name)
    earlier = session.scalar(
        select(Message.recipients)
        .where(Message.ticket_id == ticket.id, Message.direction == Direction.OUT.value)
        .order_by(Message.created_at.desc())
        .limit(1)
    )
    if not earlier:
        raise NobodyToAnswerError
    return Person(earlier[0])


def _check_size(attachments: Sequence[Attachment], limit: int) -> None:
    size = sum(len(attachment.data) for attachment in attachments)
    if size > limit * 1_000_000:
        raise AttachmentsTooLargeError(size=round(size / 1_000_000, 1), limit=limit)
