"""What platforms give becomes messages: raw bytes first, understanding later, nothing lost.

1. `store_fetched` keeps the raw items and the cursor in one transaction.
2. `begin_attempt` counts the attempt, so that an item that kills the program is found out.
3. `take_in` turns what was understood into tickets, and the rest into quarantine.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from app.models.accounts import Account, StreamState
from app.models.base import table_of
from app.models.messages import RawEvent, RawPayload
from app.models.rules.notifications import Chosen
from app.services.channels.api import Cursor, FetchResult, InboundMessage, RawItem
from app.services.events import AccountHealthChanged
from app.services.settings import PlatformSettings, load
from app.services.storage.database import Unit
from app.services.sync.parser import Parsed, Unreadable
from app.services.tickets import journal
from app.services.tickets.arrivals import Arrival, receive

log = logging.getLogger(__name__)
ALONE_AFTER = 2
"""An item tried so often without an end is tried alone, after the others."""

MAX_ATTEMPTS = 5
"""An item that ended the program so often, the last times alone, is put aside."""

IN_STREAM = ("pending", "done", "quarantined")
_INSERT_RAW = upsert(table_of(RawEvent)).on_conflict_do_nothing().returning(table_of(RawEvent).c.id)
_INSERT_DATA = insert(table_of(RawPayload))


@dataclass(frozen=True, slots=True)
class Stored:
    """What a fetch brought: new raw items, and ids at the platform that the store misses."""

    new: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """A raw item that waits to be understood."""

    raw_event_id: int
    account_id: int
    kind: str
    own_handle: str
    attempts: int
    item: RawItem
    platforms: Chosen

    @property
    def is_suspect(self) -> bool:
        """Tell whether the program ended before while this item was tried."""
        return self.attempts >= ALONE_AFTER


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a stream is in the store."""

    stream: str
    local: int
    remote: int | None


def cursor_of(session: Session, account_id: int, stream: str) -> Cursor | None:
    """Return how far a stream was read."""
    return session.scalar(
        select(StreamState.cursor).where(
            StreamState.account_id == account_id, StreamState.stream == stream
        )
    )


def store_fetched(unit: Unit, account_id: int, stream: str, result: FetchResult) -> Stored:
    """Keep raw items and cursor in one transaction; what is known already stays as it is."""
    new = 0
    for item in result.items:
        new += _store_raw(unit, account_id, item)
    missing: tuple[str, ...] = ()
    if result.remote_ids is not None:
        missing = _reconcile(unit, account_id, stream, result.remote_ids)
    local = _local_count(unit.session, account_id, stream)
    values = {
        "cursor": dict(result.cursor),
        "local_count": local,
        "remote_count": result.remote_count,
        "loss_code": result.loss_possible,
        "complete_to": None if result.more else unit.now,
    }
    if result.more:
        del values["complete_to"]
    unit.session.execute(
        upsert(StreamState)
        .values(account_id=account_id, stream=stream, **values)
        .on_conflict_do_update(index_elements=["account_id", "stream"], set_=values)
    )
    if result.loss_possible:
        journal.append(
            unit,
            "gap_possible",
            actor=journal.BALIE,
            reason=result.loss_possible,
            data={"account": account_id},
        )
    if new or result.more:
        unit.publish(AccountHealthChanged(account_id=account_id))
    return Stored(new, missing)


def pending(session: Session, limit: int = 200, *, after: int = 0) -> list[Pending]:
    """Return the oldest raw items, of those after a raw event, that wait to be understood."""
    rows = session.execute(
        select(RawEvent, RawPayload.data, Account.kind, Account.handle)
        .join(RawPayload, RawPayload.raw_event_id == RawEvent.id)
        .join(Account, Account.id == RawEvent.account_id)
        .where(RawEvent.state == "pending", RawEvent.id > after)
        .order_by(RawEvent.id)
        .limit(limit)
    )
    chosen = load(session, PlatformSettings).chosen
    return [
        Pending(
            event.id, event.account_id, kind, handle, event.attempts, _item(event, data), chosen
        )
        for event, data, kind, handle in rows
    ]


def waiting(session: Session) -> int:
    """Return how many raw items wait to be understood."""
    statement = select(func.count()).select_from(RawEvent).where(RawEvent.state == "pending")
    return session.scalar(statement) or 0


def begin_attempt(unit: Unit, raw_event_ids: Sequence[int]) -> set[int]:
    """Count an attempt for each item before it is made; returns those that may be tried.

    An item that was tried MAX_ATTEMPTS times without an end took the program down with it and is
    quarantined; one that was only there when the program was ended gets through when tried alone.
    """
    unit.session.execute(
        update(RawEvent)
        .where(RawEvent.id.in_(raw_event_ids))
        .values(attempts=RawEvent.attempts + 1)
    )
    hopeless = unit.session.scalars(
        select(RawEvent.id).where(RawEvent.id.in_(raw_event_ids), RawEvent.attempts > MAX_ATTEMPTS)
    ).all()
    for raw_event_id in hopeless:
        quarantine(unit, raw_event_id, Unreadable("crashed", ""))
    return set(raw_event_ids) - set(hopeless)


def take_in(unit: Unit, results: Mapping[int, tuple[Pending, Parsed]]) -> None:
    """Turn understood items into messages of tickets, in the order they came."""
    for raw_event_id, (origin, parsed) in sorted(results.items()):
        if isinstance(parsed, Unreadable):
            quarantine(unit, raw_event_id, parsed)
        else:
            receive(unit, _arrival(origin, parsed))


def quarantine(unit: Unit, raw_event_id: int, why: Unreadable) -> None:
    """Put an item aside with its bytes, visible until the owner has dealt with it."""
    unit.session.execute(
        update(RawEvent)
        .where(RawEvent.id == raw_event_id)
        .values(state="quarantined", problem=why.problem, detail=why.detail)
    )
    journal.append(
        unit,
        "quarantined",
        actor=journal.BALIE,
        reason=why.problem,
        data={"raw": raw_event_id},
    )
    account_id = unit.session.scalar(select(RawEvent.account_id).where(RawEvent.id == raw_event_id))
    if account_id is not None:
        unit.publish(AccountHealthChanged(account_id=account_id))


def progress(session: Session, account_id: int) -> list[Progress]:
    """Return per stream how many items are in ("412 of 412")."""
    rows = session.execute(
        select(StreamState.stream, StreamState.local_count, StreamState.remote_count)
        .where(StreamState.account_id == account_id)
        .order_by(StreamState.stream)
    )
    return [Progress(*row) for row in rows]


def _arrival(origin: Pending, parsed: InboundMessage) -> Arrival:
    latest = origin.item.received_at
    if parsed.created_at > latest or parsed.received_at > latest:
        parsed = replace(
            parsed,
            created_at=min(parsed.created_at, latest),
            received_at=min(parsed.received_at, latest),
        )
    return Arrival(
        account_id=origin.account_id,
        kind=origin.kind,
        raw_event_id=origin.raw_event_id,
        message=parsed,
        in_sent=origin.item.outgoing,
    )


def _store_raw(unit: Unit, account_id: int, item: RawItem) -> int:
    raw_event_id = unit.session.execute(
        _INSERT_RAW,
        {
            "account_id": account_id,
            "external_id": item.external_id,
            "stream": item.stream,
            # Clocks of platforms run ahead: an answer would stand above its question.
            "received_at": min(item.received_at, unit.now),
            "outgoing": item.outgoing,
            "history": item.history,
            "state": "pending",
            "attempts": 0,
            "problem": item.problem,
        },
    ).scalar()
    if raw_event_id is None:
        unit.session.execute(
            update(RawEvent)
            .where(
                RawEvent.account_id == account_id,
                RawEvent.external_id == item.external_id,
                RawEvent.state == "gone",
            )
            .values(state="done")
        )
        return 0
    unit.session.execute(_INSERT_DATA, {"raw_event_id": raw_event_id, "data": item.data})
    return 1


def _reconcile(unit: Unit, account_id: int, stream: str, remote: frozenset[str]) -> tuple[str, ...]:
    """Mark what left the stream, and return what the platform has and the store has not."""
    rows = unit.session.execute(
        select(RawEvent.id, RawEvent.external_id, RawEvent.state).where(
            RawEvent.account_id == account_id, RawEvent.stream == stream
        )
    ).all()
    gone = [row.id for row in rows if row.state == "done" and row.external_id not in remote]
    for start in range(0, len(gone), 500):
        unit.session.execute(
            update(RawEvent).where(RawEvent.id.in_(gone[start : start + 500])).values(state="gone")
        )
    return tuple(sorted(remote - {row.external_id for row in rows}))


def _local_count(session: Session, account_id: int, stream: str) -> int:
    return (
        session.scalar(
            select(func.count())
            .select_from(RawEvent)
            .where(
                RawEvent.account_id == account_id,
                RawEvent.stream == stream,
                RawEvent.state.in_(IN_STREAM),
            )
        )
        or 0
    )


def _item(event: RawEvent, data: bytes) -> RawItem:
    return RawItem(
        external_id=event.external_id,
        stream=event.stream,
        received_at=event.received_at,
        data=data,
        outgoing=event.outgoing,
        history=event.history,
        problem=event.problem,
    )
