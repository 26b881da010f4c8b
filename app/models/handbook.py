"""The handbook: its pages, every version of each, and their pictures."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class HandbookPage(Base):
    """A page, known by key and language; `version` is the one that holds, 0 for thrown away.

    It has no other field, so that undoing one save cannot mix two versions.
    """

    __tablename__ = "handbook_pages"
    __table_args__ = (UniqueConstraint("key", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    language: Mapped[str]
    version: Mapped[int]


class HandbookVersion(Base):
    """The text of a page (rules/handbook/text.py) from a moment on; none is ever changed.

    `kind` (article, sop), `title`, `department`, `owner` and `review_on` (ISO date) are read from
    it.
    """

    __tablename__ = "handbook_versions"

    page_id: Mapped[int] = mapped_column(ForeignKey("handbook_pages.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    department: Mapped[str]
    owner: Mapped[str]
    review_on: Mapped[str | None]
    reason: Mapped[str]
    author: Mapped[str]
    saved_at: Mapped[datetime]


class HandbookImage(Base):
    """A picture that texts of pages name; a name means the same picture for ever."""

    __tablename__ = "handbook_images"

    name: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"), index=True)
    mime: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    added_at: Mapped[datetime]
