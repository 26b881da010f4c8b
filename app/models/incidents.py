"""Incidents: what many tickets are about at once."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Incident(Base):
    """Something that went wrong for many customers; tickets hang on it by `incident_id`.

    `status` is what colleagues are told of it now.
    """

    __tablename__ = "incidents"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    status: Mapped[str]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
