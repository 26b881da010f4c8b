"""Up to which message the owner's rules have asked what the suggestion says: each is asked once.

One on which asking failed stands aside, so that it holds nobody up, and is tried again.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.messages import Message
from app.services.settings import AdviceMark, load, save
from app.services.storage.database import Unit

TRIES = 3
PAUSE = timedelta(minutes=10)
"""Before a message on which asking failed is tried again."""


def get(session: Session) -> int | None:
    """Return the id of the newest message that was asked about; None while no rule asks."""
    return load(session, AdviceMark).message_id


def due(session: Session, now: datetime) -> tuple[int, ...]:
    """Return the messages on which asking failed and is to be tried again now."""
    again = load(session, AdviceMark).again
    return tuple(one for one, _tries, moment in again if datetime.fromisoformat(moment) <= now)


def put(
    unit: Unit,
    message_id: int | None,
    *,
    tried: Collection[int] = (),
    failed: Collection[int] = (),
) -> None:
    """Book that rules have asked up to a message.

    Args:
        tried: those of `due` that were asked about.
        failed: messages on which asking failed, of these or new ones; left alone from TRIES on.
    """
    known = load(unit.session, AdviceMark).again
    tries = {one: count for one, count, _moment in known}
    later = (unit.now + PAUSE).isoformat()
    again = [one for one in known if one[0] not in {*tried, *failed}]
    again += [(one, tries.get(one, 0) + 1, later) for one in failed]
    kept = () if message_id is None else tuple(one for one in again if one[1] < TRIES)
    save(unit.session, AdviceMark(message_id, kept))


def begin(unit: Unit) -> None:
    """Let rules ask from now on: what is in the store already is left alone."""
    save(unit.session, AdviceMark(newest(unit.session)))


def newest(session: Session) -> int:
    """Return the id of the message that came into the store last, 0 without any."""
    return session.scalar(select(func.max(Message.id))) or 0
