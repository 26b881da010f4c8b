"""What keeps people up to date: decisions, briefings with their readers, and inductions."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Decision(Base):
    """What was decided, why, on which day (ISO date), and by whom; none is ever changed.

    `people` are objects with `name` and `colleague`, his id or None. `replaces_id` is the entry
    that this one corrects. `kept` is False for one that was taken back: it stays all the same.
    """

    __tablename__ = "decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str]
    why: Mapped[str]
    decided_on: Mapped[str]
    people: Mapped[list[dict[str, Any]]]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)
    kept: Mapped[bool]
    noted_at: Mapped[datetime]


class DecisionLink(Base):
    """What a decision is about: `kind` is ticket, page, finding or incident, `target` its id."""

    __tablename__ = "decision_links"
    __table_args__ = (Index("ix_decision_links_target", "kind", "target"),)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Briefing(Base):
    """What changed from `since` to `until`, in Markdown; a draft until `published_at`.

    `due_on` (ISO date) is the last day for reading it.
    """

    __tablename__ = "briefings"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    text: Mapped[str]
    since: Mapped[datetime]
    until: Mapped[datetime]
    published_at: Mapped[datetime | None]
    due_on: Mapped[str | None]


class BriefingReader(Base):
    """A colleague who has to read a briefing, and when he said that he had."""

    __tablename__ = "briefing_readers"

    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id"), primary_key=True)
    colleague_id: Mapped[int] = mapped_column(
        ForeignKey("colleagues.id"), primary_key=True, index=True
    )
    read_at: Mapped[datetime | None]


class InductionItem(Base):
    """One thing that a new colleague goes through, at its place in his own list.

    `kind` is read, walk, account or other; `page_key` the page of the handbook that it is about,
    "" for none. `done_by` says who ticked it.
    """

    __tablename__ = "induction_items"

    colleague_id: Mapped[int] = mapped_column(ForeignKey("colleagues.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    text: Mapped[str]
    page_key: Mapped[str]
    added_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str]
