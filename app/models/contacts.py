"""Customers and the handles by which channels know them."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Contact(Base):
    """A customer. `value`: what he buys in a year, in whole euros, as far as the owner knows."""

    __tablename__ = "contacts"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    created_at: Mapped[datetime]
    vip: Mapped[bool] = mapped_column(default=False, server_default="0")
    press: Mapped[bool] = mapped_column(default=False, server_default="0")
    value: Mapped[int | None]


class PictureSender(Base):
    """A handle whose remote pictures the owner wants to see."""

    __tablename__ = "picture_senders"

    kind: Mapped[str] = mapped_column(primary_key=True)
    handle: Mapped[str] = mapped_column(primary_key=True)


class Identity(Base):
    """One handle of a contact on one kind of channel, with what the platform says of it."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("kind", "handle"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    kind: Mapped[str]
    handle: Mapped[str]
    name: Mapped[str]
    followers: Mapped[int | None]
    verified: Mapped[bool] = mapped_column(default=False, server_default="0")
    reviewer_level: Mapped[int | None]
