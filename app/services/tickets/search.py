"""Full-text search over all messages: words and beginnings of words, newest first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.models.base import from_micros
from app.services.storage.database import Unit
from app.services.tickets.inbox_page import match_expression, words_of

_INDEXED_CHARACTERS = 100_000
SNIPPET = 160
_INDEX = text("insert into message_fts(rowid, content) values (:id, :content)")


@dataclass(frozen=True, slots=True)
class Hit:
    """One message that was found."""

    ticket_id: int
    number: int
    message_id: int
    subject: str
    author: str
    snippet: str
    created_at: datetime


def index_message(unit: Unit, message_id: int, parts: tuple[str, ...]) -> None:
    """Make a message findable by its parts (subject, author, own text, file names)."""
    content = "\n".join(parts)[:_INDEXED_CHARACTERS]
    unit.defer(_INDEX, {"id": message_id, "content": content})


def search(session: Session, query: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
    """Return the newest messages that hold every word of `query`; none for an empty query."""
    expression = match_expression(query)
    if expression is None:
        return []
    rows = session.execute(
        text(
            "select t.id, t.number, m.id, m.subject, m.author_name, m.author_handle, m.text,"
            " m.created_at from message_fts f join messages m on m.id = f.rowid"
            " join tickets t on t.id = m.ticket_id where message_fts match :match"
            " order by m.created_at desc limit :limit offset :offset"
        ),
        {"match": expression, "limit": limit, "offset": offset},
    )
    words = [word.lower() for word in words_of(query)]
    return [
        Hit(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4] or row[5],
            _cut(row[6], words),
            from_micros(row[7]),
        )
        for row in rows
    ]


def _cut(body: str, words: list[str]) -> str:
    """Return the piece of a body around its first found word, on one line."""
    flat = " ".join(body.split())
    lowered = flat.lower()
    found = [place for place in (lowered.find(word) for word in words) if place >= 0]
    start = max(0, min(found, default=0) - SNIPPET // 3)
    piece = flat[start : start + SNIPPET]
    return ("…" if start else "") + piece + ("…" if start + SNIPPET < len(flat) else "")
