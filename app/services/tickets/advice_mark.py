"""Up to which message the owner's rules have asked what the suggestion says: each is asked once."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.messages import Message
from app.services.settings import AdviceMark, load, save
from app.services.storage.database import Unit


def get(session: Session) -> int | None:
    """Return the id of the newest message that was asked about; None while no rule asks."""
    return load(session, AdviceMark).message_id


def put(unit: Unit, message_id: int | None) -> None:
    """Book that rules have asked up to a message."""
    save(unit.session, AdviceMark(message_id))


def begin(unit: Unit) -> None:
    """Let rules ask from now on: what is in the store already is left alone."""
    put(unit, newest(unit.session))


def newest(session: Session) -> int:
    """Return the id of the message that came into the store last, 0 without any."""
    return session.scalar(select(func.max(Message.id))) or 0
