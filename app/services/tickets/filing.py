"""Writes a message with its HTML, files and thread keys, and makes it findable."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.dialects.sqlite import insert as upsert

from app.models.base import table_of
from app.models.messages import Blob, Message, MessageAttachment, MessageHtml
from app.models.rules.messages import Delivery
from app.models.tickets import ThreadKey
from app.services.channels.api import Attachment, InboundMessage
from app.services.search import index
from app.services.storage.database import Unit

SNIPPET = 140
# Statements made once: building one costs more than running it (performance: the ingest).
_INSERT_MESSAGE = insert(table_of(Message)).returning(table_of(Message).c.id)
_INSERT_HTML = insert(table_of(MessageHtml))
_INSERT_BLOB = upsert(table_of(Blob)).on_conflict_do_nothing()
_INSERT_ATTACHMENT = insert(table_of(MessageAttachment))
_INSERT_KEY = upsert(table_of(ThreadKey)).on_conflict_do_nothing()


def file_message(
    unit: Unit,
    ticket_id: int,
    account_id: int,
    message: InboundMessage,
    *,
    delivery: Delivery | None,
    new_sender: bool = False,
) -> int:
    """Store a message of a ticket and return its id."""
    message_id: int = unit.session.execute(
        _INSERT_MESSAGE,
        {
            "ticket_id": ticket_id,
            "account_id": account_id,
            "key": message.key,
            "fingerprint": message.fingerprint,
            "direction": message.direction.value,
            "author_handle": message.author.handle,
            "author_name": message.author.name,
            "reply_handle": message.reply_to.handle if message.reply_to else None,
            "recipients": [person.handle for person in message.recipients],
            "subject": message.subject,
            "text": message.text,
            "quoted": message.quoted,
            "has_html": message.html is not None,
            "parents": list(message.parents),
            "automatic": message.automatic.value if message.automatic else None,
            "new_sender": new_sender,
            "delivery": delivery.value if delivery else None,
            "created_at": message.created_at,
            "received_at": message.received_at,
            "public": message.public,
            "permalink": message.permalink,
            "stars": message.stars,
        },
    ).scalar_one()
    if message.html is not None:
        unit.defer(_INSERT_HTML, {"message_id": message_id, "html": message.html})
    add_attachments(unit, message_id, message.attachments)
    _make_findable(unit, message_id, message.created_at, message)
    return message_id


def find_again(unit: Unit, message_id: int, at: datetime, message: InboundMessage) -> None:
    """Let a message be found by what it says now."""
    index.remove(unit, index.MESSAGE, message_id)
    _make_findable(unit, message_id, at, message)


def _make_findable(unit: Unit, message_id: int, at: datetime, message: InboundMessage) -> None:
    names = " ".join(attachment.name for attachment in message.attachments)
    author = f"{message.author.name} {message.author.handle}"
    index.add(unit, index.MESSAGE, message_id, at, (message.subject, author, message.text, names))


def add_attachments(unit: Unit, message_id: int, attachments: Iterable[Attachment]) -> None:
    """Store the files of a message, each content once."""
    for position, attachment in enumerate(attachments):
        digest = keep_content(unit, attachment.data)
        unit.session.execute(
            _INSERT_ATTACHMENT,
            {
                "message_id": message_id,
                "position": position,
                "name": attachment.name,
                "mime": attachment.mime,
                "size": len(attachment.data),
                "sha256": digest,
                "content_id": attachment.content_id,
                "inline": attachment.inline,
            },
        )


def keep_content(unit: Unit, data: bytes) -> str:
    """Store a content once and return the SHA-256 by which it is found."""
    digest = hashlib.sha256(data).hexdigest()
    unit.session.execute(_INSERT_BLOB, {"sha256": digest, "size": len(data), "data": data})
    return digest


def add_thread_keys(unit: Unit, account_id: int, ticket_id: int, keys: Iterable[str]) -> None:
    """Let later messages that refer to these keys find the ticket; the first owner keeps a key."""
    rows = [
        {"account_id": account_id, "key": key, "ticket_id": ticket_id}
        for key in dict.fromkeys(keys)
    ]
    if rows:
        unit.session.execute(_INSERT_KEY, rows)


def snippet(body: str) -> str:
    """Return the beginning of a body on one line."""
    return " ".join(body[: SNIPPET * 4].split())[:SNIPPET]


def forget(unit: Unit, message_id: int) -> None:
    """Make a message that never left unfindable again."""
    index.remove(unit, index.MESSAGE, message_id)
