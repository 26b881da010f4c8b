"""Texts the owner uses again and again."""

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Template(Base):
    """A saved reply with places to fill in (rules/templates.py).

    `purpose`: reaction, reaction_promise, out_of_hours, extension, answer, public, private,
    closing, question, phone. `kinds`: the channels it is for; none for all others.
    """

    __tablename__ = "templates"

    id: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    name: Mapped[str]
    body: Mapped[str]
    language: Mapped[str]
    kinds: Mapped[list[str]]
    position: Mapped[int]
