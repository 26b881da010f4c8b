"""Whose turn it was, minute by minute."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class LedgerSpan(Base):
    """A stretch of time of a ticket, from `since` up to but not including `until`.

    `turn`: us, customer, colleague or closed (rules/ledger.py). The spans of a ticket follow on
    each other without a gap; the one that still runs has no `until`. Nothing is ever taken out.
    """

    __tablename__ = "ledger"
    __table_args__ = (
        Index("ix_ledger_ticket", "ticket_id", "id"),
        Index("ix_ledger_open", "ticket_id", unique=True, sqlite_where=text("until is null")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    turn: Mapped[str]
    since: Mapped[datetime]
    until: Mapped[datetime | None]
