"""Tickets, the keys that thread messages into them, and the owner's lists they refer to."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base

OPEN_STATES_SQL = "state in ('new','open','waiting_colleague','waiting_customer','snoozed')"


class Ticket(Base):
    """A conversation with a customer.

    `next_due` is the earliest clock that still runs, kept for sorting; a clock that has stopped
    leaves its due time in place and sets its `*_at`.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        Index("ix_tickets_open", "next_due", "id", sqlite_where=text(OPEN_STATES_SQL)),
        Index("ix_tickets_updated", "updated_at", "id"),
        Index("ix_tickets_state", "state", "updated_at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str]
    state: Mapped[str]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str]
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    category: Mapped[str | None]
    department: Mapped[str | None]
    priority: Mapped[str]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    last_in_at: Mapped[datetime | None]
    last_out_at: Mapped[datetime | None]
    first_reaction_due: Mapped[datetime | None]
    first_reacted_at: Mapped[datetime | None]
    answer_due: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    next_due: Mapped[datetime | None]
    message_count: Mapped[int]
    snippet: Mapped[str]
    new_sender: Mapped[bool]
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"))


class ThreadKey(Base):
    """A message key (own or referred to) that belongs to a ticket."""

    __tablename__ = "thread_keys"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)


class Category(Base):
    """What a ticket is about; five are shipped."""

    __tablename__ = "categories"

    key: Mapped[str] = mapped_column(primary_key=True)
    name_nl: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]


class Department(Base):
    """Who in the firm knows about it."""

    __tablename__ = "departments"

    key: Mapped[str] = mapped_column(primary_key=True)
    name_nl: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]
