"""What could not be understood, with its bytes, until the owner has dealt with it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.messages import RawEvent, RawPayload
from app.models.rules.errors import NotFoundError
from app.services.events import AccountHealthChanged
from app.services.storage.database import Unit
from app.services.tickets import journal


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One item put aside."""

    id: int
    account: str
    stream: str
    external_id: str
    received_at: datetime
    problem: str
    detail: str
    attempts: int
    size: int


def items(session: Session) -> list[Quarantined]:
    """Return what is in quarantine, oldest first."""
    rows = session.execute(
        select(RawEvent, Account.handle, func.length(RawPayload.data))
        .join(Account, Account.id == RawEvent.account_id)
        .join(RawPayload, RawPayload.raw_event_id == RawEvent.id)
        .where(RawEvent.state == "quarantined")
        .order_by(RawEvent.id)
    )
    return [
        Quarantined(
            event.id,
            handle,
            event.stream,
            event.external_id,
            event.received_at,
            event.problem or "",
            event.detail or "",
            event.attempts,
            size,
        )
        for event, handle, size in rows
    ]


def source(session: Session, raw_event_id: int) -> bytes:
    """Return the raw bytes of an item.

    Raises:
        NotFoundError: there is no such item.
    """
    payload = session.get(RawPayload, raw_event_id)
    if payload is None:
        raise NotFoundError(what="quarantined item", name=raw_event_id)
    return payload.data


def retry(unit: Unit, raw_event_id: int) -> None:
    """Let an item be read again at the next sync.

    Raises:
        NotFoundError: it is not in quarantine.
    """
    event = unit.session.get(RawEvent, raw_event_id)
    if event is None or event.state != "quarantined":
        raise NotFoundError(what="quarantined item", name=raw_event_id)
    event.state, event.attempts = "pending", 0
    journal.append(unit, "quarantine_retry", data={"raw": raw_event_id})
    unit.publish(AccountHealthChanged(account_id=event.account_id))
