"""Puts texts into the index and takes them out, in the transaction that stores them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, text

from app.models.base import table_of, to_micros
from app.models.search import SearchDoc
from app.services.search.words import content_of
from app.services.storage.database import Unit

MESSAGE = "message"
_CHARACTERS = 100_000
_TIME_BITS = 20
_DOCS = table_of(SearchDoc)
# Statements made once: building one costs more than running it (performance: the ingest).
_FIND = select(_DOCS.c.id).where(
    _DOCS.c.kind == bindparam("kind"), _DOCS.c.ref_id == bindparam("ref_id")
)
_TAKEN = select(_DOCS.c.ref_id).where(_DOCS.c.id == bindparam("id"))
_INSERT_DOC = insert(_DOCS)
_INSERT_TEXT = text("insert into search_index(rowid, content) values (:id, :content)")
_DELETE_TEXT = text("delete from search_index where rowid = :id")


def first_id(moment: datetime) -> int:
    """Return the smallest id that a document of this moment may have."""
    return (to_micros(moment) // 1000) << _TIME_BITS


def add(unit: Unit, kind: str, ref_id: int, at: datetime, parts: Iterable[str]) -> None:
    """Make a thing findable by its texts; it must not be in the index yet.

    Ids grow with the time of the thing, so that the newest are found first without sorting.
    """
    doc_id = first_id(at) | (ref_id & ((1 << _TIME_BITS) - 1))
    while unit.session.execute(_TAKEN, {"id": doc_id}).first() is not None:
        doc_id += 1
    unit.session.execute(_INSERT_DOC, {"id": doc_id, "kind": kind, "ref_id": ref_id})
    content = content_of("\n".join(parts)[:_CHARACTERS])
    unit.defer(_INSERT_TEXT, {"id": doc_id, "content": content})


def remove(unit: Unit, kind: str, ref_id: int) -> None:
    """Make a thing unfindable; nothing when it is not in the index."""
    doc_id = unit.session.scalar(_FIND, {"kind": kind, "ref_id": ref_id})
    if doc_id is not None:
        unit.session.execute(_DELETE_TEXT, {"id": doc_id})
        unit.session.execute(delete(_DOCS).where(_DOCS.c.id == doc_id))
