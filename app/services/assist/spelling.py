"""How alike texts are spelt: runs of three to five signs, of which rare ones count for more.

Beside the meaning it knows what the words are: names of products, typing errors, compounds.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.services.assist.embedder import Vectors

LEAST = 5
"""Texts that a run counts as being in at least: what hardly any example has is no proof."""

_PLACES = 1 << 18
"""Runs are known by a number below this; two that share one are rare enough."""

_LENGTHS = (3, 4, 5)
_FACTOR, _SHIFT = np.uint32(0x9E3779B1), np.uint32(15)
_SIGNS = re.compile(r"\W+")

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Spelling:
    """Known texts, by what runs of signs they have.

    Attributes:
        rarity: per run, what it counts for.
        count: how many texts there are.
        runs, rows, weights: sorted by run: a run, a text that has it, and how much.
    """

    rarity: Vectors
    count: int
    runs: Places
    rows: Places
    weights: Vectors

    def like(self, texts: Sequence[str]) -> Vectors:
        """Return a row per text: how much it is spelt like each known one (0 to 1)."""
        made = np.zeros((len(texts), self.count), dtype=np.float32)
        for at, text in enumerate(texts):
            made[at] = self._like(text)
        return made

    def changed(self, kept: Places, added: Sequence[str]) -> "Spelling":
        """Return the texts of some rows, in that order, and others behind them."""
        place = np.full(self.count, -1, dtype=np.intp)
        place[kept] = np.arange(len(kept))
        rows = place[self.rows]
        old = rows >= 0
        found = [_weighed(text, self.rarity) for text in added]
        new = np.repeat(np.arange(len(added)) + len(kept), [len(runs) for runs, _ in found])
        runs = np.concatenate([self.runs[old], *(runs for runs, _ in found)])
        weights = np.concatenate([self.weights[old], *(weights for _, weights in found)])
        rows = np.concatenate([rows[old], new])
        order = np.argsort(runs, kind="stable")
        count = len(kept) + len(added)
        return Spelling(self.rarity, count, runs[order], rows[order], weights[order])

    def _like(self, text: str) -> Vectors:
        runs, weights = _weighed(text, self.rarity)
        first, end = (np.searchsorted(self.runs, runs, side) for side in ("left", "right"))
        many = end - first
        before = np.cumsum(many) - many
        found = np.repeat(first - before, many) + np.arange(many.sum())
        shares = self.weights[found] * np.repeat(weights, many)
        near: Vectors = np.bincount(self.rows[found], shares, self.count).astype(np.float32)
        return near


def empty(texts: Sequence[str]) -> Spelling:
    """Return a spelling that knows no text yet; what is rare is measured on `texts`."""
    having = np.full(_PLACES, 0, dtype=np.float32)
    for text in texts:
        having[_runs(text)[0]] += 1
    rarity = np.log((len(texts) + 1) / np.maximum(having, LEAST))
    none = np.zeros(0, dtype=np.intp)
    return Spelling(
        np.maximum(rarity, 0).astype(np.float32), 0, none, none, np.zeros(0, dtype=np.float32)
    )


def _runs(text: str) -> tuple[Places, NDArray[np.intp]]:
    """Return the runs of signs of a text by their numbers, and how often each occurs."""
    whole = f" {_SIGNS.sub(' ', text.casefold()).strip()} "
    signs = np.frombuffer(whole.encode("utf-32-le"), dtype=np.uint32)
    mixed, found = signs, []
    for length in range(2, _LENGTHS[-1] + 1):
        mixed = mixed[: max(0, len(signs) - length + 1)] * _FACTOR + signs[length - 1 :]
        if length in _LENGTHS:
            found.append((mixed ^ (mixed >> _SHIFT)) % _PLACES)
    runs, times = np.unique(np.concatenate(found).astype(np.intp), return_counts=True)
    return runs, times


def _weighed(text: str, rarity: Vectors) -> tuple[Places, Vectors]:
    runs, times = _runs(text)
    weights = ((1 + np.log(times)) * rarity[runs]).astype(np.float32)
    size = math.sqrt(float(weights @ weights)) or 1.0
    return runs, weights / np.float32(size)
