"""Messages, their files, and the platform's own bytes behind them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class RawEvent(Base):
    """One thing as a platform gave it; stored before anything tries to understand it.

    `state`: pending (not yet understood), done, quarantined (needs the owner), gone (understood,
    but no longer in its stream). `attempts` is counted before each try.
    """

    __tablename__ = "raw_events"
    __table_args__ = (
        UniqueConstraint("account_id", "external_id"),
        Index("ix_raw_events_pending", "id", sqlite_where=text("state = 'pending'")),
        Index("ix_raw_events_quarantined", "id", sqlite_where=text("state = 'quarantined'")),
        Index("ix_raw_events_stream", "account_id", "stream"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    external_id: Mapped[str]
    stream: Mapped[str]
    received_at: Mapped[datetime]
    outgoing: Mapped[bool]
    history: Mapped[bool]
    state: Mapped[str]
    attempts: Mapped[int]
    problem: Mapped[str | None]
    detail: Mapped[str | None]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"), index=True)


class RawPayload(Base):
    """The bytes of a raw event, apart so that listing events stays quick."""

    __tablename__ = "raw_payloads"

    raw_event_id: Mapped[int] = mapped_column(ForeignKey("raw_events.id"), primary_key=True)
    data: Mapped[bytes]


class Message(Base):
    """One message of a ticket. `key` identifies it on its channel; a note's key is its own.

    `text` is what the author wrote, `quoted` what he quoted and his signature; `delivery` is set
    on our own messages. `public` is None where all of its channel is alike; `permalink` is where it
    stands on the web, `stars` (1 to 5) those of a review; `edited_at` and `gone_at` when its author
    changed it last, or it was found gone, at the platform.
    """

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("account_id", "key", "fingerprint"),
        Index("ix_messages_ticket", "ticket_id", "created_at", "id"),
        Index("ix_messages_place", "id", "ticket_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    key: Mapped[str]
    fingerprint: Mapped[str]
    direction: Mapped[str]
    author_handle: Mapped[str]
    author_name: Mapped[str]
    reply_handle: Mapped[str | None]
    recipients: Mapped[list[str]]
    subject: Mapped[str]
    text: Mapped[str]
    quoted: Mapped[str]
    has_html: Mapped[bool]
    parents: Mapped[list[str]]
    automatic: Mapped[str | None]
    new_sender: Mapped[bool]
    delivery: Mapped[str | None]
    created_at: Mapped[datetime]
    received_at: Mapped[datetime]
    public: Mapped[bool | None]
    permalink: Mapped[str | None]
    stars: Mapped[int | None]
    edited_at: Mapped[datetime | None]
    gone_at: Mapped[datetime | None]


class MessageHtml(Base):
    """The unsanitised HTML of a message; only services.markup may show it."""

    __tablename__ = "message_html"

    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    html: Mapped[str]


class Blob(Base):
    """The content of a file, stored once by its SHA-256."""

    __tablename__ = "blobs"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    data: Mapped[bytes]


class MessageAttachment(Base):
    """A file of a message; `name` is safe to show and to save under."""

    __tablename__ = "attachments"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    mime: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    content_id: Mapped[str | None]
    inline: Mapped[bool]


class OutboxItem(Base):
    """A message on its way out. `key` is its idempotency key.

    `state`: queued, sending, sent, unknown, failed, discarded. `committing` is set durably right
    before the point of no return, so that a crash before it may safely be tried again.
    `sent_copy`: none (the provider keeps it), pending, done. `parents` are the keys it answers,
    oldest first; `seen_message_id` is the newest message the owner knew of, after which a later
    one holds the answer back; `scheduled` when he chose the moment himself. `purpose`: answer,
    reaction, question (rules/messages.py). `private`: what was public is answered in private.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "due_at", sqlite_where=text("state in ('queued','sending')")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    state: Mapped[str]
    committing: Mapped[bool]
    attempts: Mapped[int]
    due_at: Mapped[datetime]
    external_id: Mapped[str | None] = mapped_column(index=True)
    sent_at: Mapped[datetime | None]
    sent_copy: Mapped[str]
    error_code: Mapped[str | None]
    error_params: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    automatic: Mapped[bool]
    parents: Mapped[list[str]]
    seen_message_id: Mapped[int | None]
    scheduled: Mapped[bool] = mapped_column(default=False)
    purpose: Mapped[str] = mapped_column(default="answer", server_default="answer")
    private: Mapped[bool] = mapped_column(default=False, server_default=text("0"))


class ComposerDraft(Base):
    """What the owner was writing, bound to a ticket and the account it would go out by.

    `files`: name, mime and sha256 of each file; the contents are blobs.
    """

    __tablename__ = "drafts"

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    text: Mapped[str]
    html: Mapped[str | None]
    internal: Mapped[bool]
    files: Mapped[list[dict[str, Any]]]
    updated_at: Mapped[datetime]
