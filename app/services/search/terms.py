"""The vocabulary: learned when idle, asked for parts of words and for what was meant by a typo."""

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract
from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from app.models.base import table_of
from app.models.messages import Message, MessageAttachment
from app.models.search import SearchDoc, SearchState, SearchTerm
from app.services.search import index
from app.services.search.words import SHORTEST_PART, words_of
from app.services.storage.database import Unit

BATCH = 200
MOST_HOLDERS = 60
MOST_BEGUN = 128
LONGEST, SHORTEST = 40, 3
_CANDIDATES = 20_000
_LEARNED, _UNINDEXED = "learned_to", "unindexed_to"
_TERMS = table_of(SearchTerm).c
_COUNT_ON = (
    update(table_of(SearchTerm))
    .where(_TERMS.term == bindparam("word"))
    .values(count=_TERMS.count + bindparam("more"))
)
_NEW_TERM = insert(table_of(SearchTerm))
_NEW_PART = text(
    "insert into search_parts(rowid, term) select id, term from search_terms where term = :word"
)
_HOLDERS = text(
    "select t.term from search_parts p join search_terms t on t.id = p.rowid"
    " where p.term like :part and t.term not like :start order by t.count desc limit :most"
)
_ALIKE = text(
    "select term from search_terms where length(term) between :least and :most"
    " and substr(term, 1, 1) in (:first, :second) order by count desc limit :limit"
)


def catch_up(unit: Unit) -> bool:
    """Do a piece of the work that is left; returns whether there may be more.

    First messages of a store that was upgraded get into the new index, the newest first; then
    the words of new messages are learned.
    """
    left = _state(unit, _UNINDEXED)
    if left:
        _index_older(unit, left)
        return True
    return _learn(unit)


def holders(session: Session, word: str) -> tuple[str, ...]:
    """Return the known words that hold a folded word inside, the commonest first."""
    if len(word) < SHORTEST_PART:
        return ()
    values = {"part": f"%{word}%", "start": f"{word}%", "most": MOST_HOLDERS}
    return tuple(session.execute(_HOLDERS, values).scalars())


def begun(session: Session, word: str) -> tuple[str, ...]:
    """Return the known words that begin with a folded word, the commonest first."""
    statement = (
        select(_TERMS.term)
        .where(_TERMS.term >= word, _TERMS.term < _after(word))
        .order_by(_TERMS.count.desc())
        .limit(MOST_BEGUN)
    )
    return tuple(session.scalars(statement))


def meant(session: Session, words: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words with typing errors mended from the vocabulary, or None for nothing better.

    A word that begins a known one is no error. One letter may be wrong in a short word, two from
    seven letters on; two letters that changed places count as one error.
    """
    mended = [_mended(session, word) for word in words]
    if all(new is None for new in mended):
        return None
    return tuple(new or old for new, old in zip(mended, words, strict=True))


def _mended(session: Session, word: str) -> str | None:
    if len(word) < SHORTEST or not word.isalpha() or _begins_one(session, word):
        return None
    errors = 2 if len(word) > 6 else 1
    values = {
        "least": len(word) - errors,
        "most": len(word) + errors,
        "first": word[0],
        "second": word[1],
        "limit": _CANDIDATES,
    }
    known = session.execute(_ALIKE, values).scalars().all()
    found = extract(
        word,
        known,
        scorer=DamerauLevenshtein.distance,
        score_cutoff=errors,
        limit=1,
        processor=None,
    )
    return str(found[0][0]) if found else None


def _begins_one(session: Session, word: str) -> bool:
    known = select(_TERMS.term).where(_TERMS.term >= word, _TERMS.term < _after(word)).limit(1)
    return session.scalar(known) is not None


def _after(word: str) -> str:
    """Return the first word that no longer begins with this one."""
    return word[:-1] + chr(ord(word[-1]) + 1)


# --- learning --------------------------------------------------------------------------------


def _learn(unit: Unit) -> bool:
    learned = _state(unit, _LEARNED)
    rows = unit.session.execute(
        select(Message.id, Message.subject, Message.author_name, Message.text)
        .where(Message.id > learned)
        .order_by(Message.id)
        .limit(BATCH)
    ).all()
    if not rows:
        return False
    counted: Counter[str] = Counter()
    for row in rows:
        counted.update(_terms_of(f"{row.subject}\n{row.author_name}\n{row.text[:20_000]}"))
    _count(unit, counted)
    _set_state(unit, _LEARNED, rows[-1].id)
    return len(rows) == BATCH


def _terms_of(body: str) -> set[str]:
    return {word for word in words_of(body) if SHORTEST <= len(word) <= LONGEST and word.isalpha()}


def _count(unit: Unit, counted: Counter[str]) -> None:
    words = sorted(counted)
    known: set[str] = set()
    for at in range(0, len(words), 500):
        part = words[at : at + 500]
        known.update(unit.session.scalars(select(_TERMS.term).where(_TERMS.term.in_(part))))
    old = [{"word": word, "more": counted[word]} for word in words if word in known]
    new = [word for word in words if word not in known]
    connection = unit.session.connection()
    if old:
        connection.execute(_COUNT_ON, old)
    if new:
        connection.execute(_NEW_TERM, [{"term": word, "count": counted[word]} for word in new])
        connection.execute(_NEW_PART, [{"word": word} for word in new])


def _index_older(unit: Unit, left: int) -> None:
    rows = unit.session.scalars(
        select(Message)
        .outerjoin(SearchDoc, (SearchDoc.kind == index.MESSAGE) & (SearchDoc.ref_id == Message.id))
        .where(Message.id <= left, SearchDoc.id.is_(None))
        .order_by(Message.id.desc())
        .limit(BATCH)
    ).all()
    for message in rows:
        index.add(unit, index.MESSAGE, message.id, message.created_at, message_parts(unit, message))
    _set_state(unit, _UNINDEXED, rows[-1].id - 1 if len(rows) == BATCH else 0)


def message_parts(unit: Unit, message: Message) -> tuple[str, ...]:
    """Return the texts of a stored message by which it is found."""
    names = unit.session.scalars(
        select(MessageAttachment.name).where(MessageAttachment.message_id == message.id)
    )
    author = f"{message.author_name} {message.author_handle}"
    return (message.subject, author, message.text, " ".join(names))


def _state(unit: Unit, name: str) -> int:
    found = unit.session.scalar(select(SearchState.value).where(SearchState.name == name))
    return found or 0


def _set_state(unit: Unit, name: str, value: int) -> None:
    unit.session.execute(
        upsert(table_of(SearchState))
        .values(name=name, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )
