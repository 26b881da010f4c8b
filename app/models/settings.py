"""Business settings: they travel with the store and its backups."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Setting(Base):
    """One section of settings as JSON; services.settings gives it its type."""

    __tablename__ = "settings"

    section: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]
