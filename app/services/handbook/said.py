"""What the firm says about a subject as long as it holds, as the printed handbook needs it.

The entity is read here, as the services of communication stand over those of the handbook.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.communication import Statement
from app.models.rules.communication import Status, status_of


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that holds; `texts` the longest first, `last` None until it is withdrawn."""

    subject: str
    asked: tuple[str, ...]
    texts: tuple[str, ...]
    first: date
    last: date | None
    owner: str


def holding(session: Session, day: date, language: str) -> tuple[Said, ...]:
    """Return the statements in a language that hold on a day of the firm, by subject."""
    own = select(Statement).where(Statement.active, Statement.language == language)
    today = day.isoformat()
    found = [
        Said(
            row.subject, tuple(row.asked), tuple(row.texts), date.fromisoformat(row.valid_from),
            date.fromisoformat(row.valid_until) if row.valid_until else None, row.owner,
        )
        for row in session.scalars(own.order_by(Statement.id))
        if status_of(row.state, row.valid_from, row.valid_until, today) is Status.VALID
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.subject.casefold()))
