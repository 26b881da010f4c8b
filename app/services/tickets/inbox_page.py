"""The pages of the list as plain SQL: also for the first paint, before SQLAlchemy is imported."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.models.rules.query import Query

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_WORD = re.compile(r"\w+")
Execute = Callable[[str, dict[str, Any]], Iterable[Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One ticket of the list.

    `next_due` is the clock that runs out first and `clock_started` when it began; both None when
    nobody waits for us. `delivery` is how far our newest message got.
    """

    id: int
    number: int
    subject: str
    snippet: str
    state: str
    kind: str
    customer: str
    category: str | None
    priority: str
    next_due: datetime | None
    clock_started: datetime | None
    updated_at: datetime
    message_count: int
    new_sender: bool
    delivery: str | None


OPEN = "t.state in ('new','open','waiting_colleague','waiting_customer','snoozed')"
VIEWS = {
    "todo": "t.state in ('new','open')",
    "waiting": "t.state in ('waiting_colleague','waiting_customer','snoozed')",
    "done": "t.state in ('answered','closed','no_reaction','spam')",
    "all": "1=1",
}
_FLAGS = {
    "open": OPEN,
    "waiting": VIEWS["waiting"],
    "done": VIEWS["done"],
    "late": "t.next_due is not null and t.next_due < :now",
}
ORDER = (
    f"case when {OPEN} then 0 else 1 end, t.next_due is null, t.next_due, t.updated_at desc, t.id"
)
_COLUMNS = (
    "t.id, t.number, t.subject, t.snippet, t.state, t.kind,"
    " case when c.name = '' then (select handle from identities i where i.contact_id = c.id"
    " order by i.id limit 1) else c.name end,"
    " t.category, t.priority, t.next_due, t.last_in_at, t.updated_at, t.message_count,"
    " t.new_sender, (select o.state from outbox o join messages m on m.id = o.message_id"
    " where m.ticket_id = t.id order by o.id desc limit 1)"
)
_FROM = " from tickets t join contacts c on c.id = t.contact_id where "


def read_page(
    execute: Execute,
    query: Query,
    *,
    now: datetime,
    view: str = "all",
    limit: int = 100,
    offset: int = 0,
) -> list[InboxRow]:
    """Return a page of the list: open ones first, in the order in which their clocks run out."""
    where, params = conditions(query, view=view, now=now)
    sql = f"select {_COLUMNS}{_FROM}{where} order by {ORDER} limit :limit offset :offset"
    rows = execute(sql, {**params, "limit": limit, "offset": offset})
    return [_row(row) for row in rows]


def count(execute: Execute, query: Query, *, now: datetime, view: str = "all") -> int:
    """Return how many tickets a query finds."""
    where, params = conditions(query, view=view, now=now)
    (row,) = execute(f"select count(*){_FROM}{where}", params)
    return int(row[0])


def conditions(query: Query, *, view: str, now: datetime) -> tuple[str, dict[str, Any]]:
    """Return the SQL condition of a query and its parameters."""
    parts = [VIEWS[view]]
    params: dict[str, Any] = {}
    for name, value in query.filters.items():
        parts.append(f"t.{name} = :{name}")
        params[name] = value
    for flag in sorted(query.flags):
        parts.append(_FLAGS[flag])
        if flag == "late":
            params["now"] = _micros(now)
    if query.sender:
        parts.append(
            "t.contact_id in (select contact_id from identities"
            " where handle like :sender or lower(name) like :sender)"
        )
        params["sender"] = f"%{query.sender}%"
    words = match_expression(query.words)
    if words is not None:
        parts.append(
            "t.id in (select m.ticket_id from message_fts f join messages m on m.id = f.rowid"
            " where message_fts match :words)"
        )
        params["words"] = words
    return " and ".join(parts), params


def match_expression(text: str) -> str | None:
    """Return the FTS5 expression in which every word of `text` begins a word; None for no words.

    Each word is quoted: raw words of a person are syntax errors or operators to FTS5.
    """
    words = words_of(text)
    return " ".join(f'"{word}" *' for word in words) if words else None


def words_of(text: str) -> list[str]:
    """Return the words of a text as the index cuts them."""
    return _WORD.findall(text)


def _row(row: Sequence[Any]) -> InboxRow:
    return InboxRow(
        id=row[0],
        number=row[1],
        subject=row[2],
        snippet=row[3],
        state=row[4],
        kind=row[5],
        customer=row[6] or "",
        category=row[7],
        priority=row[8],
        next_due=_moment(row[9]),
        clock_started=_moment(row[10]),
        updated_at=_EPOCH + timedelta(microseconds=row[11]),
        message_count=row[12],
        new_sender=bool(row[13]),
        delivery=row[14],
    )


def _moment(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(microseconds=value)


def _micros(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)
