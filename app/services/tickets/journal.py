"""The append-only, hash-chained record of every act and its reason."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.models.base import canonical_json, table_of, to_micros
from app.models.journal import JournalEntry
from app.services.storage.database import Unit

GENESIS = "0" * 64
_TAIL = "journal tail"
_INSERT = insert(table_of(JournalEntry))
_ENTRIES = table_of(JournalEntry).c
_LAST = select(_ENTRIES.seq, _ENTRIES.hash).order_by(_ENTRIES.seq.desc()).limit(1)
OWNER, BALIE, CUSTOMER, COLLEAGUE = "owner", "balie", "customer", "colleague"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of the journal, as shown."""

    seq: int
    at: datetime
    actor: str
    act: str
    reason: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Verification:
    """Result of checking the chain: `broken_at` is the first entry that does not fit."""

    entries: int
    broken_at: int | None


def append(
    unit: Unit,
    act: str,
    *,
    ticket_id: int | None = None,
    actor: str = OWNER,
    reason: str = "",
    data: Mapping[str, object] | None = None,
) -> None:
    """Write one act. `data` holds ids and codes, never a message's text."""
    last, previous = unit.memory.get(_TAIL) or _tail(unit.session)
    values = {
        "seq": last + 1,
        "at": unit.now,
        "ticket_id": ticket_id,
        "actor": actor,
        "act": act,
        "reason": reason,
        "data": dict(data or {}),
        "previous": previous,
    }
    values["hash"] = _hash(values)
    unit.defer(_INSERT, values)
    unit.memory[_TAIL] = (last + 1, values["hash"])


def entries(session: Session, ticket_id: int) -> list[Entry]:
    """Return the acts of a ticket, oldest first."""
    found = session.scalars(
        select(JournalEntry).where(JournalEntry.ticket_id == ticket_id).order_by(JournalEntry.seq)
    )
    return [Entry(row.seq, row.at, row.actor, row.act, row.reason, row.data) for row in found]


def verify(session: Session) -> Verification:
    """Recompute the whole chain; a changed, removed or inserted entry breaks it."""
    previous, expected = GENESIS, 1
    for row in session.scalars(select(JournalEntry).order_by(JournalEntry.seq)).yield_per(1000):
        values = {
            "seq": row.seq,
            "at": row.at,
            "ticket_id": row.ticket_id,
            "actor": row.actor,
            "act": row.act,
            "reason": row.reason,
            "data": row.data,
            "previous": row.previous,
        }
        if row.seq != expected or row.previous != previous or row.hash != _hash(values):
            return Verification(expected - 1, expected)
        previous, expected = row.hash, expected + 1
    return Verification(expected - 1, None)


def _tail(session: Session) -> tuple[int, str]:
    last = session.execute(_LAST).first()
    return (last.seq, last.hash) if last else (0, GENESIS)


def _hash(values: Mapping[str, object]) -> str:
    at = values["at"]
    plain = {**values, "at": to_micros(at) if isinstance(at, datetime) else at}
    return hashlib.sha256(canonical_json(plain).encode()).hexdigest()
