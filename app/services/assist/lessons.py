"""What is learnt from: the shipped seeds, the names of the owner's entries, and his own tickets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from app.services.assist import head, seeds
from app.services.assist.answers import Alike, Chance, Learnt, Pick
from app.services.assist.corpus import Corpus
from app.services.assist.embedder import Vectors
from app.services.assist.head import Head
from app.services.assist.seeds import TONE, Seed
from app.services.tickets import lists
from app.services.tickets.lists import Choice

FIELDS = (lists.CATEGORY, lists.TYPE, TONE)
OWN_WEIGHT = 2.0
"""What one message of the owner's counts for, in seeds."""

MOST_OWN = 1_000
"""The newest that are learnt from: a tenth of a second, and an owner changes his mind."""

STRANGE = 0.3
"""Cosine below which a message is like nothing that was learnt, whatever the chances say."""

_ALIKE = 2
_KEPT = 12


@dataclass(frozen=True, slots=True)
class Examples:
    """Labelled texts of one field; `numbers`: the ticket of each, None for what was shipped."""

    labels: tuple[str, ...]
    texts: tuple[str, ...]
    numbers: tuple[int | None, ...]
    rows: Vectors

    @property
    def weights(self) -> list[float]:
        """What each counts for."""
        return [1.0 if number is None else OWN_WEIGHT for number in self.numbers]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A field with what was learnt of it; `head` is None while there is nothing to tell apart."""

    field: str
    examples: Examples
    head: Head | None

    def pick(self, vector: Vectors, threshold: float) -> Pick:
        """Return what a vector is likely to be, and the examples that say so."""
        if self.head is None:
            return Pick(None, ())
        chances = self.head.probabilities(vector[None])[0]
        order = np.argsort(-chances)[:2]
        best = tuple(Chance(self.head.labels[at], float(chances[at])) for at in order)
        known = float((self.examples.rows @ vector).max()) >= STRANGE
        key = best[0].key if known and best[0].chance >= threshold else None
        return Pick(key, best, alike=self._alike(vector, best[0].key))

    def learnt(self, threshold: float) -> Learnt:
        """Return how it does on the owner's own messages."""
        own = [at for at, number in enumerate(self.examples.numbers) if number is not None]
        if self.head is None or not own:
            return Learnt(self.field, len(own), None, None, None)
        chances = self.head.left_out[own]
        truth = [self.head.labels.index(self.examples.labels[at]) for at in own]
        right = chances.argmax(axis=1) == np.array(truth)
        said = chances.max(axis=1) >= threshold
        when_said = float(right[said].mean()) if said.any() else None
        return Learnt(self.field, len(own), float(right.mean()), float(said.mean()), when_said)

    def _alike(self, vector: Vectors, key: str) -> tuple[Alike, ...]:
        same = [at for at, label in enumerate(self.examples.labels) if label == key]
        cosines = self.examples.rows[same] @ vector
        return tuple(
            Alike(
                self.examples.numbers[same[at]],
                self.examples.texts[same[at]],
                float(cosines[at]),
            )
            for at in np.argsort(-cosines)[:_ALIKE]
        )


class School:
    """Learns anew when what it is taught has changed, which takes some 20 ms a field."""

    def __init__(self) -> None:
        self._lessons: dict[object, Lesson] = {}
        self._lock = Lock()

    def lesson(
        self,
        field: str,
        shipped: Sequence[tuple[Seed, Vectors]],
        corpus: Corpus,
        keys: Sequence[str],
        *,
        but: int | None = None,
    ) -> Lesson:
        """Return what is known of a field.

        Args:
            shipped: the seeds of the field, with their vectors.
            corpus: the owner's tickets.
            keys: the entries of the field's list; other labels are not learnt.
            but: a ticket that nothing is to be learnt from: the one that is asked about.
        """
        known = set(keys)
        own = _own(corpus, field, known, but)
        taught = (
            field,
            tuple(keys),
            tuple(one.text for one, _ in shipped),
            tuple((*corpus.rows[at][:2], label) for at, label in own),
        )
        with self._lock:
            if taught not in self._lessons:
                while len(self._lessons) >= _KEPT:
                    self._lessons.pop(next(iter(self._lessons)))
                given = [(one, row) for one, row in shipped if one.labels[field] in known]
                examples = _examples(field, given, corpus, own)
                learnt = head.fit(examples.rows, examples.labels, examples.weights)
                self._lessons[taught] = Lesson(field, examples, learnt)
            return self._lessons[taught]


def _examples(
    field: str,
    given: Sequence[tuple[Seed, Vectors]],
    corpus: Corpus,
    own: Sequence[tuple[int, str]],
) -> Examples:
    return Examples(
        (*(one.labels[field] for one, _ in given), *(label for _, label in own)),
        (*(one.text for one, _ in given), *("" for _ in own)),
        (*(None for _ in given), *(corpus.rows[at].number for at, _ in own)),
        np.vstack([*(row[None] for _, row in given), corpus.matrix[[at for at, _ in own]]]),
    )


def named(field: str, entries: Sequence[Choice], shipped: Sequence[Seed]) -> list[Seed]:
    """Return seeds for entries that none was shipped for: what the owner calls them."""
    known = {one.labels[field] for one in shipped}
    return [
        Seed(name, {field: one.key})
        for one in entries
        if one.key not in known
        for name in dict.fromkeys((one.name_nl, one.name_en))
    ]


def keys_of(entries: Mapping[str, Sequence[Choice]], field: str) -> tuple[str, ...]:
    """Return the labels that a field can have."""
    if field == TONE:
        return (seeds.NEGATIVE, seeds.NEUTRAL, seeds.POSITIVE)
    return tuple(one.key for one in entries[field])


def _own(corpus: Corpus, field: str, known: set[str], but: int | None) -> list[tuple[int, str]]:
    if field == TONE:
        return []
    labelled = (
        (at, row.label(field)) for at, row in enumerate(corpus.rows) if row.ticket_id != but
    )
    return [(at, label) for at, label in labelled if label in known and label][:MOST_OWN]
