"""What is learnt from: the shipped seeds, the names of the owner's entries, and his own tickets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from app.services.assist import head, known, seeds
from app.services.assist.answers import Alike, Chance, Learnt, Pick
from app.services.assist.corpus import Corpus, Row
from app.services.assist.embedder import Vectors
from app.services.assist.head import Head
from app.services.assist.known import Key, Known, Like
from app.services.assist.seeds import TONE, Seed
from app.services.tickets import lists
from app.services.tickets.lists import Choice

FIELDS = (lists.CATEGORY, lists.TYPE, TONE)
MOST_OWN = 1_000
"""The newest that are learnt from: half a second, and an owner changes his mind."""

STRANGE = 0.3
"""Cosine below which a message is like nothing that was learnt, whatever the chances say."""

_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Examples:
    """Labelled texts of one field; `numbers`: the ticket of each, None for what was shipped.

    `texts`: of what was shipped only.
    """

    keys: tuple[Key, ...]
    labels: tuple[str, ...]
    texts: tuple[str, ...]
    numbers: tuple[int | None, ...]

    @property
    def shipped(self) -> tuple[Key, ...]:
        """The keys of those that were shipped, which come first."""
        return self.keys[: self.numbers.count(None)]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A field with what was learnt of it; `head` is None while there is nothing to tell apart.

    Attributes:
        columns: where each example is among what is known.
        but: an example that nothing is learnt from.
    """

    field: str
    examples: Examples
    head: Head | None
    columns: NDArray[np.intp]
    but: int | None = None

    def pick(self, like: Like, threshold: float) -> Pick:
        """Return what a message is likely to be, and the examples that say so."""
        if self.head is None:
            return Pick(None, ())
        chances = self.head.probabilities(like.whole[:, self.columns])[0]
        order = np.argsort(-chances)[:2]
        best = tuple(Chance(self.head.labels[at], float(chances[at])) for at in order)
        cosines = like.cosines[0, self.columns]
        if self.but is not None:
            cosines[self.but] = -1
        sure = float(cosines.max()) >= STRANGE and best[0].chance >= threshold
        alike = self._alike(cosines, best[0].key)
        return Pick(best[0].key if sure else None, best, alike=alike)

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

    def without(self, number: int | None) -> "Lesson":
        """Return what is known without the ticket of a number, which is asked about."""
        if self.head is None or number is None or number not in self.examples.numbers:
            return self
        at = self.examples.numbers.index(number)
        return replace(self, head=self.head.without(at), but=at)

    def _alike(self, cosines: Vectors, key: str) -> tuple[Alike, ...]:
        same = [at for at, label in enumerate(self.examples.labels) if label == key]
        nearest = sorted((at for at in same if at != self.but), key=lambda at: -cosines[at])
        return tuple(
            Alike(self.examples.numbers[at], self.examples.texts[at], float(cosines[at]))
            for at in nearest[:_ALIKE]
        )


@dataclass(frozen=True, slots=True)
class Taught:
    """What was shipped of a field, with vectors, and the keys of its list: no other is learnt."""

    shipped: Sequence[tuple[Seed, Vectors]]
    keys: Sequence[str]


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is known of all fields."""

    known: Known
    of: Mapping[str, Lesson]


class School:
    """Learns anew when what it is taught has changed, which takes some 50 ms a field."""

    def __init__(self, read: Callable[[Sequence[int]], Mapping[int, str]]) -> None:
        """Make it; `read` returns the words of messages by their ids."""
        self._read = read
        self._known: tuple[Known, Known] | None = None
        self._lessons: dict[str, Lesson] = {}
        self._lock = Lock()

    def lessons(
        self, taught: Mapping[str, Taught], corpus: Corpus, *, but: int | None = None
    ) -> Lessons:
        """Return what is known of each field.

        Args:
            taught: what each field is learnt from, beside the owner's tickets in `corpus`.
            but: a ticket that nothing is to be learnt from: the one that is asked about.
        """
        with self._lock:
            base, now = self._knowing(taught, corpus)
            found = {
                field: self._lesson(_examples(field, each, corpus), field, base, now)
                for field, each in taught.items()
            }
        number = next((row.number for row in corpus.rows if row.ticket_id == but), None)
        return Lessons(now, {field: one.without(number) for field, one in found.items()})

    def _knowing(self, taught: Mapping[str, Taught], corpus: Corpus) -> tuple[Known, Known]:
        """Return what is known of what is shipped, and of that and the owner's tickets."""
        shipped = {one.text: vector for each in taught.values() for one, vector in each.shipped}
        before = self._known
        if before is None or before[0].places.keys() != shipped.keys():
            rows = np.stack(list(shipped.values())).tobytes()
            base = known.of_shipped(tuple(shipped), rows)
            before = (base, base)
        wanted: dict[Key, Vectors] = dict(shipped.items())
        wanted |= {_key(corpus.rows[at]): corpus.matrix[at] for at in _assessed(corpus)}
        self._known = (before[0], before[1].knowing(wanted, self._texts))
        return self._known

    def _texts(self, keys: Sequence[Key]) -> list[str]:
        read = self._read([key[0] for key in keys if isinstance(key, tuple)])
        return [key if isinstance(key, str) else read.get(key[0], "") for key in keys]

    def _lesson(self, examples: Examples, field: str, base: Known, now: Known) -> Lesson:
        found = self._lessons.get(field)
        columns = _places(examples.keys, now.places)
        if found is None or found.examples != examples:
            shipped = _settled(examples.shipped, base)
            learnt = head.fit(now.alike.of(columns), examples.labels, shipped)
            found = self._lessons[field] = Lesson(field, examples, learnt, columns)
        return replace(found, columns=columns)


@lru_cache(maxsize=len(FIELDS))
def _settled(keys: tuple[Key, ...], base: Known) -> Vectors:
    return head.settled(base.alike.of(_places(keys, base.places)))


def _places(keys: Sequence[Key], places: Mapping[Key, int]) -> NDArray[np.intp]:
    return np.array([places[key] for key in keys], dtype=np.intp)


def _key(row: Row) -> Key:
    return row.message_id, row.made_at


def _assessed(corpus: Corpus) -> list[int]:
    """Return the places of the newest tickets of which the owner said what they are about."""
    return [at for at, row in enumerate(corpus.rows) if row.assessed][:MOST_OWN]


def _examples(field: str, taught: Taught, corpus: Corpus) -> Examples:
    given = [one for one, _ in taught.shipped if one.labels[field] in taught.keys]
    own: list[tuple[Row, str]] = []
    if field != TONE:
        rows = (corpus.rows[at] for at in _assessed(corpus))
        said = ((row, row.label(field)) for row in rows)
        own = [(row, label) for row, label in said if label in taught.keys and label]
    return Examples(
        (*(one.text for one in given), *(_key(row) for row, _ in own)),
        (*(one.labels[field] for one in given), *(label for _, label in own)),
        (*(one.text for one in given), *("" for _ in own)),
        (*(None for _ in given), *(row.number for row, _ in own)),
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
