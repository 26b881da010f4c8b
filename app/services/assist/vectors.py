"""Vectors in the store: computed once per text and model, half as long as in memory."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.models.assist import MessageVector, TextVector
from app.models.base import table_of
from app.services.assist import seeds
from app.services.assist.embedder import Encoder, Vectors
from app.services.storage.database import Database, Unit

AT_ONCE = 500
_AS_MESSAGE = "message: "
_MESSAGES, _TEXTS = table_of(MessageVector), table_of(TextVector)
_PUT_MESSAGE = insert(_MESSAGES)
_PUT_MESSAGE = _PUT_MESSAGE.on_conflict_do_update(
    index_elements=["message_id"],
    set_={name: _PUT_MESSAGE.excluded[name] for name in ("model", "made_at", "vector")},
)
_PUT_TEXT = insert(_TEXTS).on_conflict_do_nothing()
_OF_MESSAGES = select(_MESSAGES.c.message_id, _MESSAGES.c.vector).where(
    _MESSAGES.c.message_id.in_(bindparam("ids", expanding=True))
)
_OF_TEXTS = select(_TEXTS.c.digest, _TEXTS.c.vector).where(
    _TEXTS.c.model == bindparam("model"),
    _TEXTS.c.digest.in_(bindparam("digests", expanding=True)),
)


def packed(vector: Vectors) -> bytes:
    """Return a vector as it is kept: two bytes per number."""
    return vector.astype("<f2").tobytes()


def unpacked(kept: bytes) -> Vectors:
    """Return a kept vector."""
    return np.frombuffer(kept, dtype="<f2").astype(np.float32)


def rounded(vectors: Vectors) -> Vectors:
    """Return vectors as they come back from the store, so that both times say the same."""
    return vectors.astype("<f2").astype(np.float32)


def keep(unit: Unit, model: str, made: Mapping[int, Vectors]) -> None:
    """Keep the vectors of messages, by their ids."""
    same = {"model": model, "made_at": unit.now}
    values = [{"message_id": one, **same, "vector": packed(made[one])} for one in made]
    unit.session.connection().execute(_PUT_MESSAGE, values)


def of_messages(session: Session, ids: Sequence[int]) -> dict[int, Vectors]:
    """Return the kept vectors of messages."""
    rows = (
        row
        for at in range(0, len(ids), AT_ONCE)
        for row in session.execute(_OF_MESSAGES, {"ids": ids[at : at + AT_ONCE]})
    )
    return {row.message_id: unpacked(row.vector) for row in rows}


def of_texts(database: Database, encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Return the vectors of texts; those that are not kept yet are made and kept.

    Those of shipped texts are shipped too: they are neither made nor kept.

    Raises:
        NotAvailableError: the model cannot be had.
    """
    shipped = seeds.vectors_for(encoder.model)
    return _of(database, encoder, texts, [digest(text) for text in texts], encoder.encode, shipped)


def of_examples(database: Database, encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Return the vectors of texts as messages have them, see `Encoder.meanings`.

    Shipped and kept as in `of_texts`.

    Raises:
        NotAvailableError: the model cannot be had.
    """
    digests = [digest(text, as_message=True) for text in texts]
    shipped = seeds.vectors_for(encoder.model)
    return _of(database, encoder, texts, digests, encoder.meanings, shipped)


def digest(text: str, *, as_message: bool = False) -> bytes:
    """Return what the vector of a text is kept by."""
    return sha256(f"{_AS_MESSAGE if as_message else ''}{text}".encode()).digest()[:16]


def _of(
    database: Database,
    encoder: Encoder,
    texts: Sequence[str],
    digests: Sequence[bytes],
    make: Callable[[Sequence[str]], Vectors],
    shipped: Mapping[bytes, NDArray[np.float16]],
) -> Vectors:
    encoder.ready()
    known = {one: shipped[one].astype(np.float32) for one in digests if one in shipped}
    asked = [one for one in dict.fromkeys(digests) if one not in known]
    if asked:
        known |= database.read_now(_of_texts, encoder.model, asked)
    missing = {one: text for one, text in zip(digests, texts, strict=True) if one not in known}
    if missing:
        rows = rounded(make(list(missing.values())))
        made = dict(zip(missing, rows, strict=True))
        database.write_now(_keep_texts, encoder.model, made.items())
        known |= made
    return np.stack([known[one] for one in digests]) if digests else encoder.encode([])


def _of_texts(session: Session, model: str, digests: Sequence[bytes]) -> dict[bytes, Vectors]:
    rows = (
        row
        for at in range(0, len(digests), AT_ONCE)
        for row in session.execute(
            _OF_TEXTS, {"model": model, "digests": digests[at : at + AT_ONCE]}
        )
    )
    return {row.digest: unpacked(row.vector) for row in rows}


def _keep_texts(unit: Unit, model: str, made: Iterable[tuple[bytes, Vectors]]) -> None:
    unit.session.execute(delete(TextVector).where(TextVector.model != model))
    values = [
        {"digest": digest, "model": model, "vector": packed(vector)} for digest, vector in made
    ]
    unit.session.connection().execute(_PUT_TEXT, values)
