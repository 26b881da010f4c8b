"""What the firm posts, what it says about a subject, and who is told of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Content(Base):
    """A post, newsletter or offer: what was put where, and what customers will ask about it.

    `kind`: of the channel, or website, newsletter, other; `account_id` the account it was posted
    with. `posted_at`: None while it is made; `until`: the last day (ISO) that it is about.
    `questions`: {question, line}. `page_id` and `version`: the checklist that is walked for it,
    `checks` what was done there: {step, move, answer, at (ISO), who}. What was thrown away is not
    `active`: who was told of it stays on record.
    """

    __tablename__ = "posted_content"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    kind: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    link: Mapped[str]
    posted_at: Mapped[datetime | None]
    until: Mapped[str | None]
    posted_by: Mapped[str]
    text: Mapped[str]
    questions: Mapped[list[dict[str, Any]]]
    page_id: Mapped[int | None] = mapped_column(ForeignKey("handbook_pages.id"))
    version: Mapped[int | None]
    checks: Mapped[list[dict[str, Any]]]
    active: Mapped[bool]


class Statement(Base):
    """What the firm says about a subject, from a day on, and until one (ISO), if any.

    `asked` are questions it answers; `texts` the same said longer and shorter, in any order.
    `state`: draft, approved, withdrawn (rules/communication.py).
    """

    __tablename__ = "statements"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str]
    language: Mapped[str]
    asked: Mapped[list[str]]
    texts: Mapped[list[str]]
    valid_from: Mapped[str]
    valid_until: Mapped[str | None]
    owner: Mapped[str]
    state: Mapped[str]
    active: Mapped[bool]


class InformList(Base):
    """Who is told about which subjects.

    `members`: colleague:ID, department:KEY or mail:ADDRESS.
    """

    __tablename__ = "inform_lists"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    subjects: Mapped[list[str]]
    members: Mapped[list[str]]
    active: Mapped[bool]


class Informed(Base):
    """That a list was told: the words, when, how, by whom, and who was on it: {name, address}."""

    __tablename__ = "informed"
    __table_args__ = (Index("ix_informed_list_id", "list_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("inform_lists.id"))
    content_id: Mapped[int | None] = mapped_column(ForeignKey("posted_content.id"))
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statements.id"))
    subject: Mapped[str]
    text: Mapped[str]
    how: Mapped[str]
    told_at: Mapped[datetime]
    told_by: Mapped[str]
    people: Mapped[list[dict[str, Any]]]
