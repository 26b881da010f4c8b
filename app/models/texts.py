"""Texts the owner uses again and again."""

from typing import Any

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


class Macro(Base):
    """A text with what is done along with it, as one act.

    `text` is a body as of a template, "" for none; `actions` are {kind, value} in their order
    (rules/macros.py).
    """

    __tablename__ = "macros"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    text: Mapped[str]
    actions: Mapped[list[dict[str, Any]]]
    position: Mapped[int]
