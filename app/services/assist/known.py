"""The texts that are learnt from, and how alike they are: by meaning and by spelling."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.services.assist import spelling
from app.services.assist.embedder import SIZE, Vectors
from app.services.assist.spelling import Spelling

SHARP = 2.0
"""How much sooner the near ones count than the far: (e^(SHARP * cosine) - 1) / SHARP.

A straight line (0) asks whether a message points the way of a label; this also whether it lies by
messages of that label, which corrections are learnt sooner by (docs/assist.md).
"""

SAME = 0.7
"""Cosine from which two texts say the same, in one language or two.

The nearest of a shipped one has .71 (median).
"""

SPELLING = 1.0
"""What the spelling counts for, beside the meaning."""

Kind = TypeVar("Kind", bound=np.generic)
Key: TypeAlias = str | tuple[int, int]
"""A shipped text, or the number and the time of a vector of a message."""


@dataclass(frozen=True, slots=True)
class Like:
    """How much messages are like each known text, a row each.

    Attributes:
        cosines: by meaning alone.
        whole: by meaning and spelling: what is learnt with.
    """

    cosines: Vectors
    whole: Vectors


@dataclass(frozen=True, slots=True)
class Alike:
    """How much texts are like each other.

    Attributes:
        whole: see `Like`.
        same: which say the same, themselves included.
    """

    whole: Vectors
    same: NDArray[np.bool_]

    def of(self, places: NDArray[np.intp]) -> "Alike":
        """Return it for some of them."""
        both = np.ix_(places, places)
        return Alike(self.whole[both], self.same[both])


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Texts by their keys; the words themselves are not kept.

    Attributes:
        places: the row and column of each.
        alike: among themselves.
    """

    places: Mapping[Key, int]
    vectors: Vectors
    spelt: Spelling
    alike: Alike

    def like(self, vectors: Vectors, texts: Sequence[str]) -> Like:
        """Return how much messages, by what they mean and their words, are like each."""
        cosines = vectors @ self.vectors.T
        return Like(cosines, whole(cosines, self.spelt.like(texts)))

    def knowing(
        self,
        wanted: Mapping[Key, Vectors],
        read: Callable[[Sequence[Key]], Sequence[str]],
    ) -> "Known":
        """Return it with the wanted ones alone; only those that are new are read."""
        if wanted.keys() == self.places.keys():
            return self
        kept = [key for key in self.places if key in wanted]
        added = [key for key in wanted if key not in self.places]
        rows = np.array([self.places[key] for key in kept], dtype=np.intp)
        texts = read(added)
        new = [wanted[key][None] for key in added]
        vectors = np.concatenate([self.vectors[rows], *new])
        spelt = self.spelt.changed(rows, texts)
        places = {key: at for at, key in enumerate((*kept, *added))}
        found = Known(places, vectors, spelt, self.alike.of(rows))
        near = found.like(vectors[len(kept) :], texts)
        alike = Alike(
            _grown(found.alike.whole, near.whole), _grown(found.alike.same, near.cosines >= SAME)
        )
        return Known(places, vectors, spelt, alike)


def nothing(texts: Sequence[str]) -> Known:
    """Return it knowing nothing; what spelling is rare is measured on `texts`."""
    none = np.zeros((0, 0))
    rows = np.zeros((0, SIZE), dtype=np.float32)
    alike = Alike(none.astype(np.float32), none.astype(np.bool_))
    return Known({}, rows, spelling.empty(texts), alike)


@lru_cache(maxsize=1)
def of_shipped(texts: tuple[str, ...], rows: bytes) -> Known:
    """Return it knowing what is shipped; made once, though a program has several stores.

    Args:
        texts: what is shipped.
        rows: the bytes of a vector of each.
    """
    vectors = np.frombuffer(rows, dtype=np.float32).reshape(len(texts), SIZE)
    return nothing(texts).knowing(
        dict(zip(texts, vectors, strict=True)), lambda keys: [str(key) for key in keys]
    )


def whole(cosines: Vectors, spelt: Vectors) -> Vectors:
    """Return how alike texts are, by the cosines of what they mean and by how they are spelt."""
    near: Vectors = np.expm1(SHARP * cosines) / np.float32(SHARP) + SPELLING * spelt
    return near


def _grown(old: NDArray[Kind], new: NDArray[Kind]) -> NDArray[Kind]:
    """Return a square that is alike on both sides, with the rows of what came."""
    before, count = len(old), new.shape[1]
    made = np.empty((count, count), dtype=old.dtype)
    made[:before, :before] = old
    made[before:] = new
    made[:before, before:] = new[:, :before].T
    return made
