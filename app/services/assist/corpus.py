"""The tickets that suggestions are learnt from and compared with, each by what it asked first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np
from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

from app.models.assist import MessageVector
from app.models.messages import Message
from app.models.rules.messages import Direction
from app.models.tickets import Ticket
from app.services.assist import vectors
from app.services.assist.embedder import Encoder, Vectors
from app.services.storage.database import Database
from app.services.tickets import lifecycle, lists

NEWEST = 5_000
"""Tickets that are looked at. Older ones have little to say of today, and cost a millisecond."""

CHARACTERS = 1_000
"""Of a message that are read: what comes behind them seldom says what it is about."""

SHORTEST = 20
"""Characters of a message that asks something; "Hallo?" before it is passed over."""

_ROWS = text(
    "select v.message_id, v.made_at, t.id, t.number, t.state, t.contact_id, t.category, t.type,"
    " t.assessed_at is not null, t.last_out_at is not null from message_vectors v"
    " join messages m on m.id = v.message_id join tickets t on t.id = m.ticket_id"
    " where v.model = :model and t.state <> 'spam' and t.merged_into_id is null"
    " order by v.message_id desc limit :limit"
)
_LACKING = text(
    "select t.id from (select id, state, merged_into_id from tickets order by id desc limit :limit)"
    " t where t.state <> 'spam' and t.merged_into_id is null and exists (select 1 from messages m"
    " where m.ticket_id = t.id and m.direction = 'in') and not exists (select 1 from messages m"
    " join message_vectors v on v.message_id = m.id and v.model = :model where m.ticket_id = t.id)"
    " limit :batch"
)


class Row(NamedTuple):
    """A ticket as far as suggestions go; `assessed`: the owner said what it is about."""

    message_id: int
    made_at: int
    ticket_id: int
    number: int
    state: str
    contact_id: int
    category: str | None
    type: str | None
    assessed: int
    answered: int

    def label(self, field: str) -> str | None:
        """Return what the owner said of it."""
        if not self.assessed:
            return None
        return self.category if field == lists.CATEGORY else self.type


@dataclass(frozen=True, slots=True)
class Corpus:
    """Tickets, newest first, and a vector for each."""

    rows: tuple[Row, ...]
    matrix: Vectors


@dataclass(frozen=True, slots=True)
class Question:
    """A ticket that something is suggested for.

    Attributes:
        text: what it asked first, which its category follows from.
        newest: what its customer wrote last, which its tone and weight follow from.
        public: whether everybody can read that; None where it is as its channel is.
        since_last: how long before that he wrote already, in this ticket or another.
        used: which part of the time for an answer is gone; None without a clock.
    """

    ticket_id: int
    contact_id: int
    kind: str
    priority: str
    influence: int
    message_id: int
    text: str
    vector: Vectors | None
    newest: str
    public: bool | None
    since_last: timedelta | None
    used: float | None


def question(session: Session, ticket_id: int, *, model: str, now: datetime) -> Question | None:
    """Return what a ticket asks; None when its customer wrote nothing.

    Raises:
        NotFoundError: there is no such ticket.
    """
    ticket = lifecycle.standing(session, ticket_id)
    first = session.scalar(_first(ticket.id))
    if first is None:
        return None
    newest = session.scalars(
        _inbound(ticket.id).order_by(Message.created_at.desc(), Message.id.desc()).limit(1)
    ).one()
    kept = session.get(MessageVector, first.id)
    before = session.scalar(
        select(func.max(Message.created_at))
        .join(Ticket, Ticket.id == Message.ticket_id)
        .where(Ticket.contact_id == ticket.contact_id, Message.direction == Direction.IN.value)
        .where(Message.id != newest.id, Message.created_at <= newest.created_at)
    )
    return Question(
        ticket_id=ticket.id,
        contact_id=ticket.contact_id,
        kind=ticket.kind,
        priority=ticket.priority,
        influence=ticket.influence,
        message_id=first.id,
        text=text_of(first.subject, first.text),
        vector=vectors.unpacked(kept.vector) if kept and kept.model == model else None,
        newest=text_of(newest.subject, newest.text),
        public=newest.public,
        since_last=None if before is None else newest.created_at - before,
        used=_used(ticket, now),
    )


def _used(ticket: Ticket, now: datetime) -> float | None:
    if ticket.next_due is None or ticket.clock_at is None or ticket.next_due <= ticket.clock_at:
        return None
    return (now - ticket.clock_at) / (ticket.next_due - ticket.clock_at)


def text_of(subject: str, body: str) -> str:
    """Return what of a message is read: its subject, unless it is its beginning, and its words."""
    body = " ".join(body.split())
    whole = body if body.startswith(subject.strip()) else f"{subject.strip()}. {body}"
    return whole[:CHARACTERS]


class Memory:
    """Keeps vectors at hand, so that a question reads only those that are new."""

    def __init__(self, database: Database, encoder: Encoder) -> None:
        self._database, self._encoder = database, encoder
        self._known: dict[tuple[int, int], Vectors] = {}

    def corpus(self) -> Corpus:
        """Return the newest tickets with their vectors, one row for each."""
        rows = self._database.read_now(_rows, self._encoder.model)
        before = self._known  # another thread may put a newer one in its place meanwhile
        missing = [row.message_id for row in rows if row[:2] not in before]
        made = self._database.read_now(vectors.of_messages, missing) if missing else {}
        known = {
            row[:2]: made[row.message_id] if row.message_id in made else before[row[:2]]
            for row in rows
        }
        self._known = known
        found = [known[row[:2]] for row in rows]
        return Corpus(tuple(rows), np.stack(found) if found else self._encoder.encode([]))

    def lacking(self) -> int:
        """Return how many tickets have no vector yet."""
        return self._database.read_now(_lacking_count, self._encoder.model)

    def texts(self, ids: Sequence[int]) -> dict[int, str]:
        """Return what is read of messages, by their ids."""
        return self._database.read_now(_texts, ids) if ids else {}

    def catch_up(self, batch: int) -> bool:
        """Make vectors of some tickets that have none; returns whether there may be more."""
        found = self._database.read_now(_lacking, self._encoder.model, batch)
        if not found:
            return False
        made = self._encoder.meanings(list(found.values()))
        values = dict(zip(found, made, strict=True))
        self._database.write_now(vectors.keep, self._encoder.model, values)
        return len(found) == batch


def _rows(session: Session, model: str) -> list[Row]:
    found: dict[int, Row] = {}
    for one in session.execute(_ROWS, {"model": model, "limit": NEWEST}):
        row = Row(*one)
        found.setdefault(row.ticket_id, row)
    return list(found.values())


def _lacking(session: Session, model: str, batch: int) -> dict[int, str]:
    """Return what is read of the first questions of tickets that have no vector."""
    values = {"model": model, "limit": NEWEST, "batch": batch}
    tickets = session.execute(_LACKING, values).scalars().all()
    first = (session.scalar(_first(ticket_id)) for ticket_id in tickets)
    return {one.id: text_of(one.subject, one.text) for one in first if one is not None}


def _lacking_count(session: Session, model: str) -> int:
    values = {"model": model, "limit": NEWEST, "batch": NEWEST}
    return len(session.execute(_LACKING, values).all())


def _texts(session: Session, ids: Sequence[int]) -> dict[int, str]:
    asked = select(Message.id, Message.subject, Message.text)
    rows = (
        row
        for at in range(0, len(ids), vectors.AT_ONCE)
        for row in session.execute(asked.where(Message.id.in_(ids[at : at + vectors.AT_ONCE])))
    )
    return {row.id: text_of(row.subject, row.text) for row in rows}


def _inbound(ticket_id: int) -> Select[Message]:
    return select(Message).where(
        Message.ticket_id == ticket_id, Message.direction == Direction.IN.value
    )


def _first(ticket_id: int) -> Select[Message]:
    short = func.length(Message.text) < SHORTEST
    return _inbound(ticket_id).order_by(short, Message.created_at, Message.id).limit(1)
