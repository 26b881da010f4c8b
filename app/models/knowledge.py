"""What was learned from tickets: the pages that go with them, and questions that come back."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class TicketPage(Base):
    """A page of the handbook that goes with a ticket: made or extended from it, or used in it."""

    __tablename__ = "ticket_pages"

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    page_id: Mapped[int] = mapped_column(
        ForeignKey("handbook_pages.id"), primary_key=True, index=True
    )
    linked_at: Mapped[datetime]


class RadarFinding(Base):
    """A question that came in again and again without a page that answers it.

    `words` are those that its messages share; `state` is open, done or dismissed, `task` what is
    to be done about it (article, content, website), None as long as nobody has said; `note` says
    how, `owner` who does it.
    """

    __tablename__ = "radar_findings"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[list[str]]
    state: Mapped[str]
    task: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="", server_default="")
    owner: Mapped[str] = mapped_column(default="", server_default="")
    found_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class RadarTicket(Base):
    """A ticket that asks the question of a finding; it is counted for one finding only."""

    __tablename__ = "radar_tickets"
    __table_args__ = (Index("ix_radar_tickets_finding", "finding_id"),)

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("radar_findings.id"))
