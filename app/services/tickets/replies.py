"""What the owner writes: answers to customers and notes to himself."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.messages import ComposerDraft, Message, OutboxItem
from app.models.rules.errors import QT_TRANSLATE_NOOP, EmptyTextError, KnownError
from app.models.rules.messages import Delivery, Direction, Purpose
from app.models.rules.promises import Found
from app.models.rules.tickets import (
    OWNER_MAY,
    TicketState,
    Transition,
    by_owner,
    on_answer,
    on_answer_after_failed,
)
from app.models.tickets import Ticket
from app.services.channels.api import Attachment, InboundMessage, Person
from app.services.channels.errors import NoAnswersThere
from app.services.events import OutboxChanged
from app.services.settings import SendingSettings, load
from app.services.storage.database import Unit
from app.services.tickets import (
    acts,
    attached,
    contents,
    documenting,
    filing,
    journal,
    lifecycle,
    outgoing,
    promises,
    routes,
)
from app.services.tickets.documenting import Ending


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


class NotConnectedError(KnownError):
    """The ticket came from files, or its account was disconnected: nothing can leave there."""

    code = "not_connected"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Balie cannot answer here: this message is not of an account that is connected. "
        "Connect that account first.",
    )


class NotedByHandError(KnownError):
    """The ticket was noted by hand after a talk: there is no channel that an answer could take."""

    code = "noted_by_hand"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "This was said by phone or in the shop, so nothing can be sent from here. "
        "Ring back, and write down as an internal note what was said.",
    )


class RecipientChangedError(KnownError):
    """The answer would go to somebody else than the owner had on screen."""

    code = "recipient_changed"
    text = QT_TRANSLATE_NOOP(
        "errors", "This answer would now go to {recipient}. Look at the conversation again."
    )


@dataclass(frozen=True, slots=True)
class Queued:
    """An answer on its way: the outbox row, its message, and the act that can be undone.

    Attributes:
        unsettled: "failed" or "unknown" when an earlier answer kept the ticket from being closed.
    """

    outbox_id: int
    message_id: int
    act_id: int | None = None
    unsettled: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What the owner had on screen when he sent: the newest message, and to whom it would go.

    `latest_id`: the message that had come in last, which may bear an older date.
    """

    message_id: int | None = None
    recipient: str | None = None
    latest_id: int | None = None

    def is_overtaken(self, newest: int, latest: int) -> bool:
        """Tell whether something else is the newest by now, or came in since."""
        return (self.message_id or newest) != newest or latest > (self.latest_id or latest)


def answer(
    unit: Unit,
    ticket_id: int,
    *,
    text: str,
    html: str | None = None,
    attachments: Sequence[Attachment] = (),
    now: bool = False,
    send_at: datetime | None = None,
    ending: Ending | None = None,
    promise: Found | None = None,
    seen: Seen = Seen(),
    origin: object | None = None,
) -> Queued:
    """Answer the customer in his channel: message, outbox row and journal in one transaction.

    Args:
        html: the same text with formatting, where the channel has it.
        now: leave out the undo delay.
        send_at: when it should leave; then it is looked at again whether the customer wrote since.
        ending: the ticket is done with this answer, and how it ended; it stays open when an earlier
            answer did not arrive for sure.
        promise: what the text promises: it gets a clock, and the ticket stays ours.
        seen: what the owner knew of; anything newer stops the answer.

    Raises:
        EmptyTextError, NewerMessageError, RecipientChangedError, NobodyToAnswerError,
        NotConnectedError, AttachmentsTooLargeError, UndocumentedError; see `outgoing.sign`.
    """
    ticket = connected(unit, ticket_id)
    sending = load(unit.session, SendingSettings)
    attached.check_size(attachments, sending.attachment_megabytes)
    recipient = _recipient(unit.session, ticket, seen)
    text, html = outgoing.sign(unit.session, ticket, text, html)
    unsettled = documenting.unsettled(unit.session, ticket_id) if ending else None
    done = ending is not None and promise is None and unsettled is None
    name = "answered_closed" if done else "answered"
    recorder = acts.begin(unit, name, origin=origin, number=ticket.number, ticket=ticket.id)
    recorder.watch(ticket)
    soon = unit.now + (timedelta(0) if now else sending.undo_delay)
    queued = queue(
        unit,
        ticket,
        text,
        html=html,
        recipient=recipient,
        due_at=soon if send_at is None else max(send_at, unit.now),
        attachments=attachments,
        scheduled=send_at is not None,
    )
    recorder.step(op="sending", outbox=queued.outbox_id)
    journal.append(unit, "answer", ticket_id=ticket_id, data={"message": queued.message_id})
    if promise is not None:
        recorder.step(**_promised(unit, ticket, promise, queued.message_id))
    else:
        _take_turn(unit, ticket, ending, unsettled=unsettled is not None)
    unit.session.execute(delete(ComposerDraft).where(ComposerDraft.ticket_id == ticket_id))
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket_id}), origin=origin))
    return replace(queued, act_id=recorder.finish(), unsettled=unsettled)


def _recipient(session: Session, ticket: Ticket, seen: Seen) -> Person:
    last = last_inbound(session, ticket.id)
    if last and seen.is_overtaken(last.id, last_stored_inbound(session, ticket.id)):
        raise NewerMessageError
    recipient = recipient_of(session, ticket, last)
    if seen.recipient is not None and seen.recipient != recipient.handle:
        raise RecipientChangedError(recipient=recipient.handle)
    return recipient


def _take_turn(unit: Unit, ticket: Ticket, ending: Ending | None, *, unsettled: bool) -> None:
    if unsettled:
        kept = on_answer_after_failed(TicketState(ticket.state))
        lifecycle.apply(unit, ticket, kept, actor=journal.BALIE)
        return
    answered = on_answer(TicketState(ticket.state), elsewhere=False)
    lifecycle.apply(unit, ticket, answered, actor=journal.OWNER)
    if ending is not None and TicketState.CLOSED in OWNER_MAY[TicketState(ticket.state)]:
        lacking = documenting.closable(unit.session, [ticket], ending, answering=True)
        documenting.document(unit, ticket, ending, left=lacking[ticket.id])
        closing = by_owner(TicketState(ticket.state), TicketState.CLOSED)
        lifecycle.apply(unit, ticket, closing, actor=journal.OWNER)


def _promised(unit: Unit, ticket: Ticket, promise: Found, message_id: int) -> acts.Json:
    made = promises.make(unit, ticket, promise, actor=journal.OWNER, message_id=message_id)
    kept = Transition(TicketState.OPEN, "promised")
    lifecycle.apply(unit, ticket, kept, actor=journal.OWNER)
    lifecycle.recount(ticket)
    return made


def connected(unit: Unit, ticket_id: int) -> Ticket:
    """Return a ticket from which something can leave.

    Raises:
        NotConnectedError: its account was disconnected, or it came from files.
        NotedByHandError: it was noted by hand after a talk.
    """
    ticket = lifecycle.find(unit.session, ticket_id)
    check_way(unit.session, ticket)
    return ticket


def check_way(session: Session, ticket: Ticket) -> None:
    """Raise what `connected` raises for a ticket from which nothing can leave."""
    state = session.get_one(Account, ticket.account_id).state
    if state == "local":
        raise NotedByHandError
    if state in {"archive", "removed"}:
        raise NotConnectedError


def queue(
    unit: Unit,
    ticket: Ticket,
    text: str,
    *,
    recipient: Person,
    due_at: datetime,
    html: str | None = None,
    attachments: Sequence[Attachment] = (),
    automatic: bool = False,
    scheduled: bool = False,
    purpose: Purpose = Purpose.ANSWER,
    account_id: int | None = None,
    private: bool = False,
    answered: Message | None = None,
) -> Queued:
    """Put a message into its ticket and the outbox, with the key that makes it go once.

    By default it answers the customer's newest message, by the account that reaches him.
    """
    key = uuid.uuid4().hex
    last = last_inbound(unit.session, ticket.id)
    by = account_id or routes.by(unit.session, ticket, last)
    near = answered or last_inbound(unit.session, ticket.id, account_id=by)
    parents = [] if near is None else [*reversed(near.parents), near.key]
    message_id = _file(
        unit, ticket, text, attachments, recipient=recipient, key=key, html=html, by=by
    )
    outbox_id = unit.session.execute(
        insert(OutboxItem)
        .values(
            key=key,
            message_id=message_id,
            account_id=by,
            state=Delivery.QUEUED.value,
            committing=False,
            attempts=0,
            due_at=due_at,
            sent_copy="none",
            created_at=unit.now,
            automatic=automatic,
            parents=parents,
            seen_message_id=last.id if last and not automatic else None,
            scheduled=scheduled,
            purpose=purpose.value,
            private=private,
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
    """Write an internal note that no customer sees; returns the act.

    Raises:
        EmptyTextError: there is no word in it.
    """
    if not text.strip():
        raise EmptyTextError
    ticket = lifecycle.find(unit.session, ticket_id)
    recorder = acts.begin(unit, "noted", origin=origin, number=ticket.number)
    recorder.watch(ticket)
    message_id = _file(unit, ticket, text, attachments, recipient=None, key=uuid.uuid4().hex)
    recorder.step(op="note", message=message_id)
    journal.append(unit, "note", ticket_id=ticket_id, data={"message": message_id})
    act_id = recorder.finish()
    if act_id is None:
        raise EmptyTextError
    return act_id


def _file(
    unit: Unit,
    ticket: Ticket,
    text: str,
    attachments: Sequence[Attachment],
    *,
    recipient: Person | None,
    key: str,
    html: str | None = None,
    by: int | None = None,
) -> int:
    account = unit.session.get_one(Account, by or ticket.account_id)
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
        html=html,
        attachments=tuple(attachments),
        created_at=unit.now,
        received_at=unit.now,
    )
    message_id = filing.file_message(
        unit, ticket.id, account.id, message, delivery=None if note else Delivery.QUEUED
    )
    ticket.updated_at = unit.now
    contents.recount(unit, ticket)
    return message_id


def last_inbound(
    session: Session, ticket_id: int, *, account_id: int | None = None
) -> Message | None:
    """Return the newest message of the customer in a ticket, or None; of one account only."""
    statement = select(Message).where(
        Message.ticket_id == ticket_id, Message.direction == Direction.IN.value
    )
    if account_id is not None:
        statement = statement.where(Message.account_id == account_id)
    return session.scalar(statement.order_by(Message.created_at.desc(), Message.id.desc()).limit(1))


def last_stored_inbound(session: Session, ticket_id: int) -> int:
    """Return the message of the customer that came in last, whatever its date; 0 for none."""
    theirs = (Message.ticket_id == ticket_id) & (Message.direction == Direction.IN.value)
    return session.scalar(select(func.max(Message.id)).where(theirs)) or 0


def recipient_of(session: Session, ticket: Ticket, last: Message | None) -> Person:
    """Return whom an answer goes to: the author of the newest message, or whom we wrote to.

    Raises:
        NobodyToAnswerError: the ticket holds no address of a customer.
        NoAnswersThere: he wrote on pages where only the owner himself can answer.
    """
    known = None if last is None or last.automatic == "bounce" else last
    if known and (handle := known.reply_handle or known.author_handle):
        if routes.reached(session, ticket, known, handle):
            return Person(handle, "" if known.reply_handle else known.author_name)
        if known.permalink:
            raise NoAnswersThere(server=urlsplit(known.permalink).hostname)
    earlier = session.scalar(
        select(Message.recipients)
        .where(Message.ticket_id == ticket.id, Message.direction == Direction.OUT.value)
        .where(Message.account_id == routes.by(session, ticket, last))
        .order_by(Message.created_at.desc())
        .limit(1)
    )
    if not earlier:
        raise NobodyToAnswerError
    return Person(earlier[0])
