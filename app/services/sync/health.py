"""How each account is doing, in words the owner can act on."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account, StreamState
from app.models.messages import RawEvent
from app.models.rules.errors import KnownError
from app.services.channels.kit import sign_in_ends
from app.services.events import AccountHealthChanged
from app.services.storage.credentials import get_secret
from app.services.storage.database import Unit
from app.services.sync import ingest

UNKNOWN, WORKING, OK, OFFLINE, ATTENTION = "unknown", "working", "ok", "offline", "attention"


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """A connected account as shown.

    `complete_to` is the moment up to which everything the platform has is in the store,
    `sign_in_ends` until when the platform takes the sign-in, where that is known.
    """

    id: int
    kind: str
    handle: str
    name: str
    state: str
    health: str
    health_code: str | None
    health_params: dict[str, Any]
    checked_at: datetime | None
    next_try_at: datetime | None
    complete_to: datetime | None
    progress: tuple[ingest.Progress, ...]
    quarantined: int
    sign_in_ends: datetime | None


def set_health(
    unit: Unit,
    account_id: int,
    health: str,
    *,
    error: KnownError | None = None,
    next_try_at: datetime | None = None,
) -> None:
    """Book how an account is doing; tells only when something changed that shows."""
    account = unit.session.get_one(Account, account_id)
    code = error.code if error else None
    params = {name: str(value) for name, value in error.params.items()} if error else None
    changed = (account.health, account.health_code) != (health, code)
    account.health, account.health_code, account.health_params = health, code, params
    account.next_try_at = next_try_at
    if health == OK:
        account.checked_at = unit.now
    if changed or health != WORKING:
        unit.publish(AccountHealthChanged(account_id=account_id))


def accounts(session: Session, *, removed: bool = False) -> list[AccountInfo]:
    """Return the connected accounts, oldest first."""
    statement = select(Account).order_by(Account.id)
    if not removed:
        statement = statement.where(Account.state != "removed")
    return [_info(session, account) for account in session.scalars(statement)]


def _info(session: Session, account: Account) -> AccountInfo:
    complete = session.scalars(
        select(StreamState.complete_to).where(StreamState.account_id == account.id)
    ).all()
    known = [moment for moment in complete if moment is not None]
    quarantined = session.scalars(
        select(RawEvent.id).where(
            RawEvent.account_id == account.id, RawEvent.state == "quarantined"
        )
    ).all()
    return AccountInfo(
        id=account.id,
        kind=account.kind,
        handle=account.handle,
        name=account.name,
        state=account.state,
        health=account.health,
        health_code=account.health_code,
        health_params=account.health_params or {},
        checked_at=account.checked_at,
        next_try_at=account.next_try_at,
        complete_to=min(known) if known and len(known) == len(complete) else None,
        progress=tuple(ingest.progress(session, account.id)),
        quarantined=len(quarantined),
        sign_in_ends=sign_in_ends(partial(get_secret, session, account.id)),
    )
