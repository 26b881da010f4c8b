"""Finds passages by words: stems, parts of compounds, and words with a typing error."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from app.services.assist.words import is_small
from app.services.search.words import SHORTEST_PART, stem, words_of

TYPO = 0.7
"""What a word counts for that was mended; a part of a compound counts for its share of it."""

_LONG_WORD = 7
_ERRORS = {False: 1, True: 2}


@dataclass(frozen=True, slots=True)
class Hit:
    """Which part of what a question says a passage says too (0 to 1), and by which words."""

    score: float
    words: tuple[str, ...]


class Words:
    """An index of some thousand passages, in memory."""

    def __init__(self, passages: Sequence[str]) -> None:
        self._count = len(passages)
        self._where: dict[str, set[int]] = defaultdict(set)
        for at, one in enumerate(passages):
            for word in words_of(one):
                self._where[stem(word)].add(at)
        self._terms = [term for term in self._where if term.isalpha()]
        self._known, self._sorted = frozenset(self._terms), sorted(self._terms)
        self._turned = sorted(term[::-1] for term in self._terms)

    def knows(self, word: str) -> bool:
        """Tell whether a passage has a word, in any of its forms."""
        return stem(word) in self._where

    def search(self, question: str) -> Mapping[int, Hit]:
        """Return the passages that have words of a question, by their place.

        A rare word counts for more than a common one, also when no passage has it: what is
        found by the others alone answers less of the question.
        """
        scores: dict[int, float] = defaultdict(float)
        found: dict[int, list[str]] = defaultdict(list)
        whole = 0.0
        for word in dict.fromkeys(words_of(question)):
            if len(word) < 2 or is_small(word):
                continue
            best: dict[int, float] = {}
            for term, weight in self._meant(word):
                for at in self._where[term]:
                    best[at] = max(weight, best.get(at, 0.0))
            rare = math.log(1 + (self._count - len(best) + 0.5) / (len(best) + 0.5))
            whole += rare
            for at, weight in best.items():
                scores[at] += weight * rare
                found[at].append(word)
        return {at: Hit(score / whole, tuple(found[at])) for at, score in scores.items()}

    def _meant(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield the stems of the passages that a word stands for, and what each counts for."""
        wanted = stem(word)
        known = wanted in self._where
        if known:
            yield wanted, 1.0
        yield from self._compounds(wanted)
        mended = not known and len(wanted) >= SHORTEST_PART and wanted.isalpha()
        if mended:
            near = extract(
                wanted,
                self._terms,
                scorer=DamerauLevenshtein.distance,
                score_cutoff=_ERRORS[len(wanted) >= _LONG_WORD],
                limit=3,
                processor=None,
            )
            yield from ((str(one[0]), TYPO) for one in near)

    def _compounds(self, wanted: str) -> Iterator[tuple[str, float]]:
        """Yield the terms that begin or end with a stem, or it with them, and their share of it.

        Looked up rather than tried one by one: a long message has a hundred words, and a handbook
        some thousand.
        """
        if len(wanted) < SHORTEST_PART:
            return
        longer = {*_begun(self._sorted, wanted)}
        longer |= {term[::-1] for term in _begun(self._turned, wanted[::-1])}
        size = len(wanted)
        shorter = {wanted[:at] for at in range(SHORTEST_PART, size)} & self._known
        shorter |= {wanted[-at:] for at in range(SHORTEST_PART, size)} & self._known
        yield from ((term, size / len(term)) for term in longer if term != wanted)
        yield from ((term, len(term) / size) for term in shorter)


def _begun(terms: Sequence[str], wanted: str) -> Iterator[str]:
    """Yield those of sorted terms that begin with a word."""
    for at in range(bisect_left(terms, wanted), len(terms)):
        if not terms[at].startswith(wanted):
            return
        yield terms[at]
