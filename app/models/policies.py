"""The owner's own rules for what comes in."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Policy(Base):
    """One rule (rules/policy.py): its conditions and effects as JSON, asked in order of place."""

    __tablename__ = "policies"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    active: Mapped[bool]
    conditions: Mapped[list[dict[str, Any]]]
    effects: Mapped[list[dict[str, Any]]]
