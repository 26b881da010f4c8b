"""Connected accounts, their secrets, and how far each stream was read."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Account(Base):
    """A connected channel. `state` is active, paused (needs the owner) or removed (history stays).

    Two are never connected: archive (imported mail) and local (talks that were noted by hand).

    `health` is the last known state: unknown, working, ok, offline, attention; `health_code` and
    `health_params` are the code and parameters of the error behind it.
    """

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    handle: Mapped[str]
    name: Mapped[str]
    values: Mapped[dict[str, Any]]
    state: Mapped[str]
    created_at: Mapped[datetime]
    health: Mapped[str]
    health_code: Mapped[str | None]
    health_params: Mapped[dict[str, Any] | None]
    checked_at: Mapped[datetime | None]
    next_try_at: Mapped[datetime | None]


class Secret(Base):
    """A password or token of an account; lives nowhere but in the encrypted store."""

    __tablename__ = "secrets"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class StreamState(Base):
    """How far a stream of an account was read: `local_count` of `remote_count` are in."""

    __tablename__ = "stream_states"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    stream: Mapped[str] = mapped_column(primary_key=True)
    cursor: Mapped[dict[str, Any] | None]
    complete_to: Mapped[datetime | None]
    remote_count: Mapped[int | None]
    local_count: Mapped[int]
    loss_code: Mapped[str | None]
