"""Cases: which of our messages took a ticket from public to private."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class CaseLine(Base):
    """The message that is the evidence for one line of a case (rules/cases.py).

    The case stands in the ticket of its messages, so merging and splitting take it along; a
    message that is taken back takes its line with it.
    """

    __tablename__ = "case_lines"

    message_id: Mapped[int] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True
    )
    line: Mapped[str]
