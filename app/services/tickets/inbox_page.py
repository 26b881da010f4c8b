"""The list as plain SQL: also for the first paint, before SQLAlchemy is imported."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # read when somebody asks
    from app.models.rules.query import Query

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
Execute = Callable[[str, dict[str, Any]], Iterable[Sequence[Any]]]
Condition = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One ticket of the list.

    Attributes:
        next_due, due_kind: our clock that runs out first ("first_reaction" or "answer"), and when
            it began; None when nobody waits for us.
        window_due: when the platform's own reply window closes.
        delivery: how far our newest message got.
        snippet: the newest words, or those that were searched for; `marks` are places in it.
    """

    id: int
    number: int
    subject: str
    snippet: str
    state: str
    kind: str
    account_id: int
    customer: str
    category: str | None
    priority: str
    next_due: datetime | None
    due_kind: str | None
    window_due: datetime | None
    clock_started: datetime | None
    snoozed_until: datetime | None
    updated_at: datetime
    message_count: int
    new_sender: bool
    delivery: str | None
    tags: tuple[str, ...]
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tickets each view holds, and the to-do view per account and per category."""

    views: Mapping[str, int]
    accounts: Mapping[int, int]
    categories: Mapping[str, int]


TODO, WAITING, SNOOZED, DONE, ALL, SPAM = "todo", "waiting", "snoozed", "done", "all", "spam"
NEWEST, BEST = "newest", "best"
"""Orders of what was searched for."""

EVERY = "every"
"""All tickets in the order of work, those without a clock behind, the newest first."""

_STATES = {
    TODO: ("new", "open"),
    WAITING: ("waiting_colleague", "waiting_customer"),
    SNOOZED: ("snoozed",),
    DONE: ("answered", "closed", "no_reaction"),
    SPAM: ("spam",),
}
_OPEN_STATES = (*_STATES[TODO], *_STATES[WAITING], *_STATES[SNOOZED])


def _in(states: Sequence[str]) -> str:
    # Word for word as in the partial indexes of models/tickets.py.
    return "t.state in (" + ",".join(f"'{state}'" for state in states) + ")"


VIEWS = {
    **{view: _in(states) for view, states in _STATES.items() if view != SPAM},
    ALL: "t.state <> 'spam'",
    SPAM: "t.state = 'spam'",
    EVERY: "1=1",
}
_FLAGS = {
    "open": _in(_OPEN_STATES),
    "waiting": VIEWS[WAITING],
    "snoozed": VIEWS[SNOOZED],
    "done": VIEWS[DONE],
    "spam": VIEWS[SPAM],
    "late": "t.next_due is not null and t.next_due < :now",
}
_HAS = {
    "attachment": "exists (select 1 from messages m join attachments a on a.message_id = m.id"
    " where m.ticket_id = t.id and not a.inline)",
    "draft": "exists (select 1 from drafts d where d.ticket_id = t.id)",
}
_WORK, _NEWEST = "t.order_at, t.id", "t.updated_at desc, t.id desc"
ORDERS = {
    **dict.fromkeys((TODO, WAITING, SNOOZED, EVERY), _WORK),
    **dict.fromkeys((DONE, ALL, SPAM), _NEWEST),
}
_FEW = frozenset({TODO, WAITING, SNOOZED})
_COLUMNS = (
    "t.id, t.number, t.subject, t.snippet, t.state, t.kind, t.account_id,"
    " case when c.name = '' then (select handle from identities i where i.contact_id = c.id"
    " order by i.id limit 1) else c.name end,"
    " t.category, t.priority, t.next_due, t.due_kind, t.window_due,"
    " case when t.due_kind in ('promise', 'callback') then t.promise_at else t.clock_at end,"
    " t.snoozed_until, t.updated_at, t.message_count, t.new_sender,"
    " (select o.state from outbox o join messages m on m.id = o.message_id"
    " where m.ticket_id = t.id order by o.id desc limit 1),"
    " (select group_concat(tag, char(10)) from ticket_tags g where g.ticket_id = t.id)"
)
_FIELDS = {
    "state": "t.state in ({values})",
    "priority": "t.priority in ({values})",
    "kind": "t.kind in ({values})",
    "category": "t.category in ({values})",
    "department": "t.department in ({values})",
    "type": "t.type in ({values})",
    "product_group": "t.product_group in ({values})",
    "incident": "t.incident_id in (select id from incidents where cast(id as text) in ({values})"
    " or lower(title) in ({values}))",
    "account": "t.account_id in (select id from accounts where handle in ({values}) or"
    " cast(id as text) in ({values}))",
    "tag": "t.id in (select ticket_id from ticket_tags where lower(tag) in ({values}))",
    "sender": "t.contact_id in (select contact_id from identities where handle in ({values}))",
}


def read_page(
    execute: Execute,
    query: "Query",
    *,
    now: datetime,
    view: str = ALL,
    limit: int = 100,
    offset: int = 0,
) -> list[InboxRow]:
    """Return a page of a view, in its order: open ones by what dies first, others newest first."""
    where, params = conditions(query, view=view, now=now)
    sql = (
        f"select {_COLUMNS} from tickets t join contacts c on c.id = t.contact_id"
        f" where {where} order by {ORDERS[view]} limit :limit offset :offset"
    )
    rows = execute(sql, {**params, "limit": limit, "offset": offset})
    return [_row(row) for row in rows]


def read_rows(execute: Execute, ticket_ids: Sequence[int]) -> list[InboxRow]:
    """Return rows by their ids, in the order of the ids; what is gone is left out."""
    if not ticket_ids:
        return []
    ids = ",".join(str(int(one)) for one in ticket_ids)
    sql = (
        f"select {_COLUMNS} from tickets t join contacts c on c.id = t.contact_id"
        f" where t.id in ({ids})"
    )
    found = {row[0]: _row(row) for row in execute(sql, {})}
    return [found[one] for one in ticket_ids if one in found]


def read_ids(execute: Execute, query: "Query", *, now: datetime, view: str) -> "array[int]":
    """Return the ids of a whole view in its order: eight bytes each, one step of SQLite."""
    where, params = conditions(query, view=view, now=now)
    sql = (
        "select group_concat(id) from"
        f" (select t.id from tickets t where {where} order by {ORDERS[view]})"
    )
    ((text,),) = execute(sql, params)
    return array("q", map(int, text.split(","))) if text else array("q")


def read_counts(execute: Execute) -> Counts:
    """Return how many tickets stand where, from the counters that every change keeps."""
    views = {view: 0 for view in VIEWS if view != EVERY}
    accounts: dict[int, int] = {}
    categories: dict[str, int] = {}
    for state, account_id, category, count in execute(
        "select state, account_id, category, count from ticket_counts where count > 0", {}
    ):
        for view, states in _STATES.items():
            views[view] += count if state in states else 0
        views[ALL] += count if state != "spam" else 0
        if state in _STATES[TODO]:
            accounts[account_id] = accounts.get(account_id, 0) + count
            categories[category] = categories.get(category, 0) + count
    return Counts(views, accounts, categories)


def count(execute: Execute, query: "Query", *, now: datetime, view: str, most: int) -> int:
    """Return how many tickets a query finds, at most `most`."""
    where, params = conditions(query, view=view, now=now)
    sql = f"select count(*) from (select 1 from tickets t where {where} limit :most)"
    ((found,),) = execute(sql, {**params, "most": most})
    return int(found)


def conditions(query: "Query", *, view: str, now: datetime, by_message: bool = False) -> Condition:
    """Return the SQL condition on `tickets t` of a query, and its parameters.

    A query that names states is asked of all tickets, also spam. With `by_message` the days of
    the query are left to whoever looks at messages.
    """
    base = "1=1" if view == ALL and query.names_states else VIEWS[view]
    parts = [base, "t.merged_into_id is null"]
    params: dict[str, Any] = {}
    for number, (name, values) in enumerate(_all_fields(query)):
        texts = ",".join(f":v{number}_{at}" for at in range(len(values)))
        field = name.removeprefix("not ")
        # What is open is little: its own index is walked, not that of a whole category (a plus
        # keeps SQLite from it; 200 ms became 3 on 100,000 tickets).
        plus = "+" if view in _FEW and field in {"category", "account"} else ""
        parts.append(plus + _FIELDS[field].replace("{values}", texts))
        if name.startswith("not "):
            parts[-1] = f"not coalesce({parts[-1]}, 0)"
        params |= {f"v{number}_{at}": value.lower() for at, value in enumerate(values)}
    parts += [_FLAGS[flag] for flag in sorted(query.flags)]
    parts += [f"not ({_FLAGS[flag]})" for flag in query.refused.get("flag", ())]
    parts += [_HAS[what] for what in sorted(query.has)]
    parts += [f"not {_HAS[what]}" for what in query.refused.get("has", ())]
    _add_senders(query, parts, params)
    if query.number is not None:
        parts.append("t.number = :number")
        params["number"] = query.number
    if not by_message:
        _add_days(query, parts, params)
    if any(":now" in part for part in parts):
        params["now"] = micros(now)
    return " and ".join(parts), params


def _all_fields(query: "Query") -> list[tuple[str, tuple[str, ...]]]:
    fields = list(query.filters.items())
    fields += [("tag", (tag,)) for tag in query.tags]
    fields += [
        (f"not {name}", values)
        for name, values in query.refused.items()
        if name not in {"flag", "has", "number"}
    ]
    return fields


def _add_senders(query: "Query", parts: list[str], params: dict[str, Any]) -> None:
    for at, sender in enumerate(query.senders):
        parts.append(
            f"t.contact_id in (select contact_id from identities where handle like :s{at}"
            f" or lower(name) like :s{at})"
        )
        params[f"s{at}"] = f"%{sender}%"


def _add_days(query: "Query", parts: list[str], params: dict[str, Any]) -> None:
    if query.after is not None:
        parts.append("t.updated_at >= :after")
        params["after"] = micros(query.after)
    if query.before is not None:
        parts.append("t.updated_at < :before")
        params["before"] = micros(query.before)


def with_hit(row: InboxRow, snippet: str, marks: tuple[tuple[int, int], ...]) -> InboxRow:
    """Return a row that shows the words that were searched for."""
    return replace(row, snippet=snippet, marks=marks)


def _row(row: Sequence[Any]) -> InboxRow:
    return InboxRow(
        id=row[0],
        number=row[1],
        subject=row[2],
        snippet=row[3],
        state=row[4],
        kind=row[5],
        account_id=row[6],
        customer=row[7] or "",
        category=row[8],
        priority=row[9],
        next_due=_moment(row[10]),
        due_kind=row[11],
        window_due=_moment(row[12]),
        clock_started=_moment(row[13]),
        snoozed_until=_moment(row[14]),
        updated_at=_EPOCH + timedelta(microseconds=row[15]),
        message_count=row[16],
        new_sender=bool(row[17]),
        delivery=row[18],
        tags=tuple(sorted(row[19].split("\n"))) if row[19] else (),
    )


def _moment(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(microseconds=value)


def micros(moment: datetime) -> int:
    """Return a moment as the store keeps it."""
    return (moment - _EPOCH) // timedelta(microseconds=1)
