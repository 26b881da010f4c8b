"""The append-only record of every act and its reason."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Act(Base):
    """One act of the owner with what takes it back (services/tickets/acts.py)."""

    __tablename__ = "acts"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    name: Mapped[str]
    params: Mapped[dict[str, Any]]
    steps: Mapped[list[dict[str, Any]]]
    undone_at: Mapped[datetime | None]


class JournalEntry(Base):
    """One act. `hash` covers the entry and `previous`, the hash of the entry before it.

    `actor` is owner, balie, customer or colleague; `reason` names the rule or carries the
    owner's words.
    """

    __tablename__ = "journal"

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    ticket_id: Mapped[int | None] = mapped_column(index=True)
    actor: Mapped[str]
    act: Mapped[str]
    reason: Mapped[str]
    data: Mapped[dict[str, Any]]
    previous: Mapped[str]
    hash: Mapped[str]
