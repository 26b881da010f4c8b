"""SLA plans, as the owner set them."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class SlaPlan(Base):
    """Targets for some or all tickets (rules/plans.py).

    A target is its minutes and which time counts (working, open_days, always). `evening_minutes`
    is the first reaction to what comes in during the evening hours; None to wait for opening.
    `conditions` may have `kinds`, `priorities` and `contacts`; none of them: for all.
    """

    __tablename__ = "plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    first_reaction_minutes: Mapped[int]
    evening_minutes: Mapped[int | None]
    answer_minutes: Mapped[int]
    answer_counting: Mapped[str]
    next_reply_minutes: Mapped[int]
    next_reply_counting: Mapped[str]
    conditions: Mapped[dict[str, Any]]
