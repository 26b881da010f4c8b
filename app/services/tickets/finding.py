"""Search over everything: which tickets hold what was typed, newest or best first."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.models.base import from_micros
from app.models.rules.query import Query, parse_query
from app.services.search import index, terms
from app.services.search.words import (
    LONGEST_PREFIX,
    STEM_MARK,
    Span,
    Wanted,
    holds_phrase,
    spans,
    stem,
    words_of,
)
from app.services.settings import HoursSettings, load
from app.services.tickets import inbox_page, lists
from app.services.tickets.inbox_page import BEST, NEWEST, InboxRow

CANDIDATES = 1_000
"""Messages looked at, newest first; a search that finds more says so."""

RANKED = 300
SNIPPET = 160
LEAD = 24
"""So much stands before the first hit: little, so that a narrow list shows the hit itself."""
_HITS = (
    "select m.id, m.ticket_id from search_index f cross join search_docs d on d.id = f.rowid"
    " cross join messages m indexed by ix_messages_place on m.id = d.ref_id{tickets}"
    " where search_index match :match and d.kind = 'message' and {where}"
    " order by f.rowid desc limit :limit"
)
_TICKETS = " cross join tickets t on t.id = m.ticket_id"
_NO_SPAM = (
    "m.ticket_id not in (select id from tickets where state = 'spam' and merged_into_id is null)"
)
_TEXTS = (
    "select m.id, m.subject, m.text, m.author_name || ' ' || m.author_handle from messages m"
    " where m.id in ({ids})"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gives.

    Attributes:
        ticket_ids: tickets in their order.
        messages: per ticket the message that holds what was looked for.
        wanted: the words to mark.
        capped: there is more than was looked at.
        meant: what was probably meant, when nothing was found; a query to ask instead.
    """

    ticket_ids: "array[int]"
    messages: Mapping[int, int] = field(default_factory=dict)
    wanted: tuple[Wanted, ...] = ()
    capped: bool = False
    meant: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One message that was found; `marks` are places in the snippet."""

    ticket_id: int
    number: int
    message_id: int
    subject: str
    author: str
    snippet: str
    created_at: datetime
    marks: tuple[tuple[int, int], ...] = ()


def query_of(session: Session, typed: str, now: datetime) -> Query:
    """Return what was typed as a query, in the firm's own days.

    Raises:
        InvalidValueError: an operator got a value it does not take.
    """
    query = parse_query(typed, now=now, zone=load(session, HoursSettings).zone)
    return replace(
        query,
        filters=_with_keys(session, query.filters),
        refused=_with_keys(session, query.refused),
    )


def _with_keys(
    session: Session, fields: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Let the entries of the owner's lists be named as he reads them."""
    keyed = dict(fields)
    for name in fields.keys() & lists.LISTS.keys():
        keys = {
            written.lower(): choice.key
            for choice in lists.entries(session, name)
            for written in (choice.name_nl, choice.name_en, choice.key)
        }
        keyed[name] = tuple(keys.get(value.lower(), value) for value in fields[name])
    return keyed


def find(
    session: Session,
    typed: str,
    *,
    now: datetime,
    view: str = inbox_page.ALL,
    order: str = NEWEST,
) -> Found:
    """Return the tickets of a view that hold what was typed.

    Without words this is the whole view in its own order, filtered.

    Raises:
        InvalidValueError: an operator got a value it does not take.
    """
    query = query_of(session, typed, now)
    if not query.searches:
        return Found(inbox_page.read_ids(executor(session), query, now=now, view=view))
    wanted = _wanted(session, query)
    hits, capped = _hits(session, query, wanted, view=view, now=now)
    if not hits:
        return Found(array("q"), meant=_meant(session, typed, query))
    if order == BEST:
        hits = _best(session, hits, wanted)
    messages: dict[int, int] = {}
    for message_id, ticket_id in hits:
        messages.setdefault(ticket_id, message_id)
    return Found(array("q", messages), messages, wanted, capped)


def first_rows(
    session: Session, typed: str, *, now: datetime, view: str, limit: int
) -> list[InboxRow] | None:
    """Return the first rows of a view at once; None when texts have to be searched.

    Raises:
        InvalidValueError: an operator got a value it does not take.
    """
    query = query_of(session, typed, now)
    if query.searches:
        return None
    return inbox_page.read_page(executor(session), query, now=now, view=view, limit=limit)


def find_shown(
    session: Session, typed: str, *, now: datetime, view: str, order: str, first: int
) -> tuple[Found, list[InboxRow]]:
    """Return what `find` does, and of a search in texts the first rows with it.

    Raises:
        InvalidValueError: an operator got a value it does not take.
    """
    found = find(session, typed, now=now, view=view, order=order)
    return found, rows(session, found, found.ticket_ids[:first]) if found.wanted else []


def rows(session: Session, found: Found, ticket_ids: Sequence[int]) -> list[InboxRow]:
    """Return rows of what was found, each with the words around its hit."""
    read = inbox_page.read_rows(executor(session), ticket_ids)
    if not found.wanted:
        return read
    hits = {one: found.messages[one] for one in ticket_ids if one in found.messages}
    texts = _texts(session, list(hits.values()))
    shown = []
    for row in read:
        _subject, body, _author = texts.get(hits.get(row.id, 0), ("", "", ""))
        snippet, marks = cut(body, found.wanted)
        shown.append(inbox_page.with_hit(row, snippet, marks) if snippet else row)
    return shown


def rows_of(session: Session, ticket_ids: Sequence[int]) -> list[InboxRow]:
    """Return rows by their ids, in the order of the ids."""
    return inbox_page.read_rows(executor(session), ticket_ids)


def found_rows(session: Session, typed: str, *, now: datetime, limit: int) -> list[InboxRow]:
    """Return the rows of the first tickets that hold what was typed.

    Raises:
        InvalidValueError: an operator got a value it does not take.
    """
    found = find(session, typed, now=now)
    return rows(session, found, found.ticket_ids[:limit])


def messages(session: Session, typed: str, *, now: datetime, limit: int = 50) -> list[Hit]:
    """Return the newest messages that hold what was typed; none for a query without words."""
    query = query_of(session, typed, now)
    if not query.searches:
        return []
    wanted = _wanted(session, query)
    hits, _capped = _hits(session, query, wanted, view=inbox_page.ALL, now=now)
    ids = [message_id for message_id, _ticket in hits[:limit]]
    found = session.execute(
        text(
            "select t.id, t.number, m.id, m.subject, m.author_name, m.author_handle, m.text,"
            " m.created_at from messages m join tickets t on t.id = m.ticket_id"
            f" where m.id in ({_numbers(ids)})"
        )
    )
    by_id = {row[2]: _hit(row, wanted) for row in found}
    return [by_id[one] for one in ids if one in by_id]


def executor(session: Session) -> inbox_page.Execute:
    """Return what runs the plain SQL of the list in a session."""

    def execute(sql: str, params: dict[str, Any]) -> Any:
        return session.execute(text(sql), params)

    return execute


# --- what is looked for ----------------------------------------------------------------------


def _wanted(session: Session, query: Query) -> tuple[Wanted, ...]:
    loose = [one for word in query.words for one in words_of(word)]
    exact = [one for phrase in query.phrases for one in words_of(phrase)]
    return (
        *(Wanted(word, stem(word), _forms(session, word)) for word in loose),
        *(Wanted(word, word) for word in exact),
    )


def _forms(session: Session, word: str) -> tuple[str, ...]:
    begun = terms.begun(session, word) if len(word) > LONGEST_PREFIX else ()
    return (*begun, *terms.holders(session, word))


def _expression(query: Query, wanted: Sequence[Wanted]) -> str | None:
    """Return the FTS5 expression; every word is quoted, since raw text of people is syntax."""
    needed = " AND ".join(_any_of(one) for one in wanted)
    words = [one for text_ in query.excluded for one in words_of(text_)]
    refused = " OR ".join(_any_of(Wanted(word, stem(word))) for word in words)
    if not needed:
        return None
    return f"({needed}) NOT ({refused})" if refused else needed


def _any_of(one: Wanted) -> str:
    # A long beginning without a prefix index would be merged from all its words first.
    begins = f'"{one.typed}" *' if len(one.typed) <= LONGEST_PREFIX else f'"{one.typed}"'
    forms = {begins: None, f'"{STEM_MARK}{one.stem}"': None, f'"{one.stem}"': None}
    forms |= {f'"{word}"': None for word in one.forms}
    return f"({' OR '.join(forms)})"


def _hits(
    session: Session, query: Query, wanted: Sequence[Wanted], *, view: str, now: datetime
) -> tuple[list[tuple[int, int]], bool]:
    where, params = inbox_page.conditions(query, view=view, now=now, by_message=True)
    plain = where == inbox_page.conditions(Query(), view=inbox_page.ALL, now=now)[0]
    expression = _expression(query, wanted)
    if expression is None:
        return _without(session, query, where, params), False
    for name, moment, sign in (("after", query.after, ">="), ("before", query.before, "<")):
        if moment is not None:
            plain = False
            where += f" and f.rowid {sign} :{name}"
            params[name] = index.first_id(moment)
    values = {**params, "match": expression, "limit": CANDIDATES + 1}
    sql = _HITS.format(where=_NO_SPAM if plain else where, tickets="" if plain else _TICKETS)
    found = session.execute(text(sql), values)
    hits = [(row[0], row[1]) for row in found]
    capped = len(hits) > CANDIDATES
    return _with_phrases(session, hits[:CANDIDATES], query.phrases), capped


def _without(
    session: Session, query: Query, where: str, params: dict[str, Any]
) -> list[tuple[int, int]]:
    """Return tickets that do not hold the excluded words, when nothing else is looked for."""
    words = [one for text_ in query.excluded for one in words_of(text_)]
    if not words:
        return []
    refused = " OR ".join(_any_of(Wanted(word, stem(word))) for word in words)
    sql = (
        f"select 0, t.id from tickets t where {where} and t.id not in (select m.ticket_id"
        " from search_index f join search_docs d on d.id = f.rowid"
        " join messages m on m.id = d.ref_id where search_index match :match)"
        " order by t.updated_at desc, t.id desc limit :limit"
    )
    found = session.execute(text(sql), {**params, "match": refused, "limit": CANDIDATES})
    return [(row[0], row[1]) for row in found]


def _with_phrases(
    session: Session, hits: list[tuple[int, int]], phrases: Sequence[str]
) -> list[tuple[int, int]]:
    """Keep the hits that hold each phrase to the letter: the index knows no order of words."""
    if not phrases:
        return hits
    kept = []
    for at in range(0, len(hits), RANKED):
        part = hits[at : at + RANKED]
        texts = _texts(session, [message_id for message_id, _ticket in part])
        for message_id, ticket_id in part:
            whole = "\n".join(texts[message_id])
            if all(holds_phrase(whole, phrase) for phrase in phrases):
                kept.append((message_id, ticket_id))
    return kept


def _best(
    session: Session, hits: list[tuple[int, int]], wanted: Sequence[Wanted]
) -> list[tuple[int, int]]:
    """Return the newest hits by how well they fit: subject first, whole words before parts."""
    ranked = hits[:RANKED]
    texts = _texts(session, [message_id for message_id, _ticket in ranked])
    scores = {
        message_id: _score(texts[message_id], wanted) - at / RANKED
        for at, (message_id, _ticket) in enumerate(ranked)
    }
    return [*sorted(ranked, key=lambda hit: -scores[hit[0]]), *hits[RANKED:]]


def _score(texts: tuple[str, str, str], wanted: Sequence[Wanted]) -> float:
    total = 0.0
    for weight, body in zip((4.0, 1.0, 3.0), texts, strict=True):
        words = words_of(body)
        for one in wanted:
            exact = words.count(one.typed)
            near = sum(one.fits(word) for word in words) - exact
            total += weight * (min(exact, 5) * 2 + min(near, 5)) / (1 + len(words) / 200)
    return total


def _meant(session: Session, typed: str, query: Query) -> str | None:
    words = [one for word in query.words for one in words_of(word)]
    mended = terms.meant(session, words) if words else None
    if mended is None:
        return None
    for old, new in zip(words, mended, strict=True):
        at = typed.lower().find(old)
        if at >= 0:
            typed = typed[:at] + new + typed[at + len(old) :]
    return typed


# --- what is shown ---------------------------------------------------------------------------


def cut(body: str, wanted: Sequence[Wanted]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the piece of a body around its first hit on one line, and the places to mark."""
    flat = " ".join(body.split())
    found = spans(flat, wanted)
    before = max(0, (found[0].start if found else 0) - LEAD)
    start = flat.rfind(" ", 0, before) + 1 if before else 0
    piece = flat[start : start + SNIPPET]
    lead = "…" if start else ""
    inside = [
        Span(one.start - start + len(lead), one.length)
        for one in found
        if one.start >= start and one.start + one.length <= start + SNIPPET
    ]
    more = "…" if start + SNIPPET < len(flat) else ""
    return f"{lead}{piece}{more}", tuple((one.start, one.length) for one in inside)


def _texts(session: Session, message_ids: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    if not message_ids:
        return {}
    found = session.execute(text(_TEXTS.format(ids=_numbers(message_ids))))
    return {row[0]: (row[1], row[2], row[3]) for row in found}


def _numbers(ids: Sequence[int]) -> str:
    return ",".join(str(int(one)) for one in ids) or "0"


def _hit(row: Sequence[Any], wanted: Sequence[Wanted]) -> Hit:
    snippet, marks = cut(row[6], wanted)
    return Hit(
        row[0], row[1], row[2], row[3], row[4] or row[5], snippet, from_micros(row[7]), marks
    )
