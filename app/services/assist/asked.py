"""Learns from what is asked when a page is the one to open: `asked` in its details.

Kernel ridge regression over what phrases mean and how they are spelt. A question is like several
phrases of its page rather than like one of them, so the nearest alone tells less (measured: of
the starter handbook's own phrases, each left out, 93 % had their page among three; by the nearest
phrase 65 %).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.services.assist import spelling
from app.services.assist.embedder import Vectors
from app.services.assist.spelling import Spelling

LAMBDA = 1.0
"""How much the regression is held back."""

SPELLING = 1.0
"""What the spelling counts for, beside the meaning: it bears typing errors and compounds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was learnt.

    Attributes:
        keys: the pages, in the order of the columns of `weights`.
        vectors: a row per phrase, what it means.
        spelt: the phrases, by how they are spelt.
        weights: a row per phrase, a column per page.
    """

    keys: tuple[str, ...]
    vectors: Vectors
    spelt: Spelling
    weights: Vectors

    def scores(self, question: str, vector: Vectors) -> dict[str, float]:
        """Return how much a question is one for each page: about 0 to 1.

        Args:
            question: its words; `vector` is what they mean.
        """
        if not self.keys:
            return {}
        near = self.vectors @ vector + SPELLING * self.spelt.like([question])[0] + 1.0
        return dict(zip(self.keys, map(float, near @ self.weights), strict=True))


def learnt(phrases: Sequence[str], keys: Sequence[str], vectors: Vectors) -> Asked:
    """Learn which page phrases belong to.

    Args:
        phrases: what is asked; in `keys` the page of each, in `vectors` what each means.
    """
    known = tuple(sorted(set(keys)))
    none = spelling.empty(phrases)
    if len(known) < 2:
        return Asked((), vectors, none, np.zeros((0, 0), dtype=np.float32))
    spelt = none.changed(np.zeros(0, dtype=np.intp), phrases)
    column = {key: at for at, key in enumerate(known)}
    wanted = np.full((len(phrases), len(known)), -1.0 / (len(known) - 1), dtype=np.float32)
    wanted[np.arange(len(phrases)), [column[key] for key in keys]] = 1.0
    kernel = vectors @ vectors.T + SPELLING * spelt.like(phrases) + 1.0
    kernel[np.diag_indices_from(kernel)] += LAMBDA
    return Asked(known, vectors, spelt, np.linalg.solve(kernel, wanted))
