"""Learns from what is asked when a page is the one to open: `asked` in its details.

Kernel ridge regression over what phrases mean and how they are spelt. A question is like several
phrases of its page rather than like one of them, so the nearest alone tells less (measured: of
the starter handbook's own phrases, each left out, 93 % had their page among three; by the nearest
phrase 65 %).
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.services.assist.embedder import Vectors

LAMBDA = 1.0
"""How much the regression is held back."""

SPELLING = 1.0
"""What the spelling counts for, beside the meaning: it bears typing errors and compounds."""

_SIGNS = re.compile(r"\W+")
_LENGTHS = (3, 4, 5)

Postings = Mapping[str, tuple[NDArray[np.intp], Vectors]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was learnt.

    Attributes:
        keys: the pages, in the order of the columns of `weights`.
        vectors: a row per phrase, what it means.
        postings: per piece of spelling, the phrases that have it and how much.
        rarity: per piece of spelling, what it counts for.
        weights: a row per phrase, a column per page.
    """

    keys: tuple[str, ...]
    vectors: Vectors
    postings: Postings
    rarity: Mapping[str, float]
    weights: Vectors

    def scores(self, question: str, vector: Vectors) -> dict[str, float]:
        """Return how much a question is one for each page: about 0 to 1.

        Args:
            question: its words; `vector` is what they mean.
        """
        if not self.keys:
            return {}
        near = self.vectors @ vector + SPELLING * self._spelt_like(question) + 1.0
        return dict(zip(self.keys, map(float, near @ self.weights), strict=True))

    def _spelt_like(self, question: str) -> Vectors:
        near = np.zeros(len(self.vectors), dtype=np.float32)
        for piece, weight in _weighed(_pieces(question), self.rarity).items():
            places, theirs = self.postings[piece]
            near[places] += weight * theirs
        return near


def learnt(phrases: Sequence[str], keys: Sequence[str], vectors: Vectors) -> Asked:
    """Learn which page phrases belong to.

    Args:
        phrases: what is asked; in `keys` the page of each, in `vectors` what each means.
    """
    known = tuple(sorted(set(keys)))
    if len(known) < 2:
        return Asked((), vectors, {}, {}, np.zeros((0, 0), dtype=np.float32))
    pieces = [_pieces(phrase) for phrase in phrases]
    seen = Counter(piece for each in pieces for piece in each)
    rarity = {piece: math.log(len(phrases) / many) for piece, many in seen.items() if many > 1}
    weighed = [_weighed(each, rarity) for each in pieces]
    postings = _postings(weighed)
    spelt = np.zeros((len(phrases), len(phrases)), dtype=np.float32)
    for places, weights in postings.values():
        spelt[np.ix_(places, places)] += np.outer(weights, weights)
    column = {key: at for at, key in enumerate(known)}
    wanted = np.full((len(phrases), len(known)), -1.0 / (len(known) - 1), dtype=np.float32)
    wanted[np.arange(len(phrases)), [column[key] for key in keys]] = 1.0
    kernel = vectors @ vectors.T + SPELLING * spelt + 1.0
    kernel[np.diag_indices_from(kernel)] += LAMBDA
    return Asked(known, vectors, postings, rarity, np.linalg.solve(kernel, wanted))


def _pieces(text: str) -> Counter[str]:
    """Return how often each run of three to five signs occurs."""
    whole = f" {_SIGNS.sub(' ', text.casefold()).strip()} "
    return Counter(
        whole[at : at + length]
        for length in _LENGTHS
        for at in range(len(whole) - length + 1)
    )  # fmt: skip


def _weighed(pieces: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    found = {
        piece: (1 + math.log(many)) * rarity[piece]
        for piece, many in pieces.items()
        if piece in rarity
    }
    size = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {piece: weight / size for piece, weight in found.items()}


def _postings(weighed: Sequence[Mapping[str, float]]) -> Postings:
    places: dict[str, list[int]] = {}
    weights: dict[str, list[float]] = {}
    for at, each in enumerate(weighed):
        for piece, weight in each.items():
            places.setdefault(piece, []).append(at)
            weights.setdefault(piece, []).append(weight)
    return {
        piece: (np.array(found, dtype=np.intp), np.array(weights[piece], dtype=np.float32))
        for piece, found in places.items()
    }
