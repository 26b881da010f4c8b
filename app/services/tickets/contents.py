"""What a ticket holds: moving messages, taking unsent ones back, and what follows from them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.orm import Session

from app.models.directory import Question
from app.models.messages import (
    Blob,
    ComposerDraft,
    Message,
    MessageAttachment,
    MessageHtml,
    OutboxItem,
    RawEvent,
)
from app.models.promises import Promise
from app.models.rules.messages import Delivery, Direction, Purpose
from app.models.runs import Run, RunEntry
from app.models.tickets import ThreadKey, Ticket
from app.services.channels.api import Attachment
from app.services.storage.database import Unit
from app.services.tickets import drafts, filing, lifecycle, promises, turns

Key = tuple[int, str]
"""A thread key with its account."""


def newest_words(session: Session, ticket_id: int) -> tuple[datetime, str] | None:
    """Return when the newest message was written, and its beginning; a note only without others."""
    row = session.execute(
        select(Message.created_at, Message.text, Message.quoted)
        .where(Message.ticket_id == ticket_id)
        .order_by(
            Message.direction == Direction.NOTE.value,
            Message.created_at.desc(),
            Message.id.desc(),
        )
        .limit(1)
    ).first()
    return None if row is None else (row.created_at, filing.snippet(row.text or row.quoted))


def recount(unit: Unit, ticket: Ticket) -> None:
    """Bring everything that follows from a ticket's messages and fields in line with them."""
    ours, theirs = Direction.OUT.value, Direction.IN.value
    row = unit.session.execute(
        select(
            func.count(),
            func.max(Message.received_at).filter(Message.direction == theirs),
            func.max(Message.created_at).filter(
                Message.direction == ours,
                or_(Message.delivery.is_(None), Message.delivery == Delivery.SENT.value),
            ),
            func.max(Message.new_sender),
        ).where(Message.ticket_id == ticket.id)
    ).one()
    ticket.message_count = row[0]
    ticket.last_in_at, ticket.last_out_at = row[1], row[2]
    ticket.new_sender = bool(row[3])
    words = newest_words(unit.session, ticket.id)
    ticket.snippet = words[1] if words else ""
    promises.recount(unit, ticket)
    lifecycle.recount(ticket)
    turns.book(unit, ticket)


# --- moving ----------------------------------------------------------------------------------


def move(
    unit: Unit, message_ids: Sequence[int], *, source: int, target: int, keys: Iterable[Key] = ()
) -> bool:
    """Move messages and thread keys from one ticket to another; False when none was there."""
    moved = unit.session.execute(
        update(Message)
        .where(Message.ticket_id == source, Message.id.in_(message_ids))
        .values(ticket_id=target)
        .returning(Message.id)
    ).all()
    for account_id, key in keys:
        unit.session.execute(
            update(ThreadKey)
            .where(
                ThreadKey.account_id == account_id,
                ThreadKey.key == key,
                ThreadKey.ticket_id == source,
            )
            .values(ticket_id=target)
        )
    return bool(moved)


def keys_of(session: Session, ticket_id: int) -> list[Key]:
    """Return all thread keys of a ticket."""
    rows = session.execute(
        select(ThreadKey.account_id, ThreadKey.key).where(ThreadKey.ticket_id == ticket_id)
    )
    return [(row.account_id, row.key) for row in rows]


def keys_to_move(session: Session, ticket_id: int, message_ids: Sequence[int]) -> list[Key]:
    """Return the keys that belong to these messages of a ticket and to none that stay."""
    rows = session.execute(
        select(Message.id, Message.account_id, Message.key, Message.parents).where(
            Message.ticket_id == ticket_id
        )
    ).all()
    going = set(message_ids)
    mine = {
        (row.account_id, key) for row in rows if row.id in going for key in (row.key, *row.parents)
    }
    staying = {
        (row.account_id, key)
        for row in rows
        if row.id not in going
        for key in (row.key, *row.parents)
    }
    return sorted(mine - staying)


def message_ids(session: Session, ticket_id: int) -> list[int]:
    """Return the ids of a ticket's messages."""
    return list(session.scalars(select(Message.id).where(Message.ticket_id == ticket_id)))


def move_draft(unit: Unit, *, source: int, target: int) -> bool:
    """Give a ticket the draft of another one, when it has none of its own; tells whether."""
    taken = select(ComposerDraft.account_id).where(ComposerDraft.ticket_id == target)
    moved = unit.session.execute(
        update(ComposerDraft)
        .where(and_(ComposerDraft.ticket_id == source, ComposerDraft.account_id.not_in(taken)))
        .values(ticket_id=target)
        .returning(ComposerDraft.account_id)
    ).all()
    return bool(moved)


# --- taking back -----------------------------------------------------------------------------


def key_of_sending(session: Session, outbox_id: int) -> str | None:
    """Return the key of a message in the outbox, which no other ever has."""
    return session.scalar(select(OutboxItem.key).where(OutboxItem.id == outbox_id))


def take_back(unit: Unit, outbox_id: int, *, key: str | None = None) -> int | None:
    """Take an answer that has not left out of its ticket; its text becomes the draft again.

    The text of a first reaction was not the owner's own and does not; the words of a question
    become a draft for the owner's eyes, unless he is writing already.

    Returns the ticket, or None when it is too late, or `key` is not that of the message any more.
    """
    item = unit.session.get(OutboxItem, outbox_id)
    if item is None or (key is not None and item.key != key):
        return None
    if item.state not in {Delivery.QUEUED.value, Delivery.FAILED.value}:
        return None
    message = unit.session.get_one(Message, item.message_id)
    html = unit.session.get(MessageHtml, message.id)
    asked = item.purpose == Purpose.QUESTION
    since = drafts.saved(unit.session, message.ticket_id)
    if item.purpose == Purpose.ANSWER or (asked and since is None):
        taken = drafts.SavedDraft(
            message.text,
            asked,
            attachments(unit.session, message.id),
            html.html if html else None,
        )
        drafts.put(unit, message.ticket_id, taken.before(since))
    unit.session.delete(item)
    unit.session.execute(delete(Question).where(Question.message_id == message.id))
    unit.session.flush()
    _delete(unit, message)
    return message.ticket_id


def remove_note(unit: Unit, message_id: int) -> int | None:
    """Take a note out of its ticket; returns the ticket, or None when there is no such note."""
    message = unit.session.get(Message, message_id)
    if message is None or message.direction != Direction.NOTE.value:
        return None
    _delete(unit, message)
    return message.ticket_id


def take_out_entry(unit: Unit, ticket_id: int, message_id: int) -> bool:
    """Take back a ticket that was noted by hand; False when more has come into it since.

    Its number stays: it is merged into itself, so that nothing shows or counts it any more.
    """
    if message_ids(unit.session, ticket_id) != [message_id]:
        return False
    unit.session.execute(delete(Promise).where(Promise.ticket_id == ticket_id))
    runs = select(Run.id).where(Run.ticket_id == ticket_id).scalar_subquery()
    unit.session.execute(delete(RunEntry).where(RunEntry.run_id.in_(runs)))
    unit.session.execute(delete(Run).where(Run.ticket_id == ticket_id))
    _delete(unit, unit.session.get_one(Message, message_id))
    lifecycle.find(unit.session, ticket_id).merged_into_id = ticket_id
    return True


def attachments(session: Session, message_id: int) -> tuple[Attachment, ...]:
    """Return the files of a message with their contents."""
    found: Sequence[tuple[MessageAttachment, bytes]] = session.execute(
        select(MessageAttachment, Blob.data)
        .join(Blob, Blob.sha256 == MessageAttachment.sha256)
        .where(MessageAttachment.message_id == message_id)
        .order_by(MessageAttachment.position)
    ).all()
    return tuple(
        Attachment(row.name, row.mime, data, row.content_id, row.inline) for row, data in found
    )


def _delete(unit: Unit, message: Message) -> None:
    unit.session.execute(
        update(RawEvent).where(RawEvent.message_id == message.id).values(message_id=None)
    )
    for part in (MessageAttachment, MessageHtml):
        unit.session.execute(delete(part).where(part.message_id == message.id))
    filing.forget(unit, message.id)
    unit.session.delete(message)
    unit.session.flush()
