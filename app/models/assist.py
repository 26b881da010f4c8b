"""What texts mean, as numbers: vectors that are computed once and never leave the store."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class MessageVector(Base):
    """The vector of a message: 512 numbers of two bytes, made by `model`.

    A trigger removes it when the words of its message change.
    """

    __tablename__ = "message_vectors"

    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    model: Mapped[str]
    made_at: Mapped[datetime]
    vector: Mapped[bytes]


class TextVector(Base):
    """The vector of a text of the program's or the handbook's, by the text's digest."""

    __tablename__ = "text_vectors"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    model: Mapped[str] = mapped_column(primary_key=True)
    vector: Mapped[bytes]
