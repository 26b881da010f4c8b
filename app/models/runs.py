"""Procedures of the handbook walked on tickets."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Run(Base):
    """A walk through a procedure on a ticket, by the version of the page that it began with.

    `required`: the ticket is not done while it is open. `ended`: done (at `ended_step`, with the
    `outcome` that stands there) or stopped (at that step, for `reason`); None while it is open.
    """

    __tablename__ = "sop_runs"
    __table_args__ = (
        ForeignKeyConstraint(
            ["page_id", "version"], ["handbook_versions.page_id", "handbook_versions.number"]
        ),
        Index("ix_sop_runs_ticket_id", "ticket_id"),
        Index("ix_sop_runs_page_id", "page_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    page_id: Mapped[int]
    version: Mapped[int]
    required: Mapped[bool]
    started_at: Mapped[datetime]
    started_by: Mapped[str]
    ended: Mapped[str | None]
    ended_at: Mapped[datetime | None]
    ended_step: Mapped[int | None]
    outcome: Mapped[str]
    reason: Mapped[str]


class RunEntry(Base):
    """One thing done on a walk (rules/handbook/walk.py); going back is one too.

    Each leans on the one before it, so that none can be taken back while a later one stands;
    `answer` counts from 0.
    """

    __tablename__ = "sop_run_entries"
    __table_args__ = (Index("ix_sop_run_entries_run_id", "run_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("sop_runs.id"))
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("sop_run_entries.id"), unique=True)
    step: Mapped[int]
    move: Mapped[str]
    answer: Mapped[int | None]
    at: Mapped[datetime]
    who: Mapped[str]
