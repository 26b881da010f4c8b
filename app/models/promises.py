"""What we promised to customers."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Promise(Base):
    """A word given to a customer, with a clock of its own.

    `kind`: promise or callback. `state`: open; kept or late, by when the answer came; extended,
    when another one took its place (`extends_id` of that one); withdrawn, when the message that
    gave it never reached him. `message_id`: the message that gave it, None when given by phone.
    `lapsed_at`: when it was booked that it has run out. `nudged_at`: when the owner was told that
    it runs out, or has; None as long as he was not.
    """

    __tablename__ = "promises"
    __table_args__ = (
        Index("ix_promises_ticket_id", "ticket_id"),
        Index("ix_promises_open", "due_at", sqlite_where=text("state = 'open'")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    kind: Mapped[str]
    words: Mapped[str]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    state: Mapped[str]
    settled_at: Mapped[datetime | None]
    message_id: Mapped[int | None]
    extends_id: Mapped[int | None]
    nudged_at: Mapped[datetime | None]
    lapsed_at: Mapped[datetime | None]
