"""Who in the firm knows what, and what was asked of whom."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Colleague(Base):
    """Somebody in or near the firm who can be asked; he needs no account.

    `department` is the key of one, `hours` says in words when he is there, `deputy_id` who is
    asked when he does not answer. Who left is not `active`: what he once said stays his.
    """

    __tablename__ = "colleagues"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    department: Mapped[str | None]
    subjects: Mapped[list[str]]
    hours: Mapped[str]
    phone: Mapped[str]
    mail: Mapped[str]
    whatsapp: Mapped[str]
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("colleagues.id"))
    active: Mapped[bool]


class Question(Base):
    """What was asked of a colleague, and what became of it.

    Its words, its subject and its ticket are those of the note `message_id`, so that it goes along
    when tickets are merged or split. `kind`: question, approval (of the text `draft`; `approved`
    is the verdict), phone (asked and answered at once). `state`: open, answered, withdrawn,
    lapsed. `token` is in the subject and the Message-ID of every mail about it. `due_at` is when
    the colleague is reminded, `deputy_id` who was asked beside him at `escalated_at`.
    """

    __tablename__ = "questions"
    __table_args__ = (
        Index("ix_questions_open", "colleague_id", sqlite_where=text("state = 'open'")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), index=True)
    colleague_id: Mapped[int] = mapped_column(ForeignKey("colleagues.id"))
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("colleagues.id"))
    kind: Mapped[str]
    state: Mapped[str]
    token: Mapped[str] = mapped_column(unique=True)
    draft: Mapped[str | None]
    approved: Mapped[bool | None]
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    answer_message_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"), index=True)
