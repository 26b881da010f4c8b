"""Which words weighed: how much less likely the label would be without each of them."""

import re
from dataclasses import dataclass, replace

import numpy as np

from app.services.assist import words
from app.services.assist.answers import Pick, Word
from app.services.assist.embedder import Encoder, Vectors, mean_of, sentences
from app.services.assist.lessons import Lesson

MOST_WORDS = 30
"""Words of a text that are tried, the first ones."""

SHOWN = 3
LEAST = 0.02
"""A drop below this is chance."""

_WORD = re.compile(r"[^\W_][\w'-]*")


@dataclass(frozen=True, slots=True)
class Without:
    """A text without each of its words: a row for each of them."""

    words: tuple[str, ...]
    rows: Vectors

    def explained(self, pick: Pick, lesson: Lesson) -> Pick:
        """Return a pick with the words that weighed most."""
        if lesson.head is None or not pick.best or len(self.words) < 2:
            return pick
        at = lesson.head.labels.index(pick.best[0].key)
        chances = lesson.head.probabilities(self.rows)[:, at]
        drops = (
            Word(one, pick.best[0].chance - float(left))
            for one, left in zip(self.words, chances, strict=True)
        )
        heavy = sorted(drops, key=lambda word: -word.drop)[:SHOWN]
        return replace(pick, words=tuple(one for one in heavy if one.drop >= LEAST))


def without(text: str, encoder: Encoder) -> Without:
    """Leave each word out of a text; only the sentences that have it are understood anew."""
    parts = sentences(text)
    found = dict.fromkeys(_WORD.findall(text))
    tried = [one for one in found if not words.is_small(one)][:MOST_WORDS]
    places, changed = [], []
    for number, word in enumerate(tried):
        pattern = re.compile(rf"\b{re.escape(word)}\b")
        for at, part in enumerate(parts):
            left, times = pattern.subn(" ", part)
            if times:
                places.append((number, at))
                changed.append(left)
    rows = encoder.encode([*parts, *changed])
    whole = np.repeat(rows[None, : len(parts)], len(tried), axis=0)
    for (number, at), row in zip(places, rows[len(parts) :], strict=True):
        whole[number, at] = row
    made = [mean_of(one) for one in whole]
    return Without(tuple(tried), np.stack(made) if made else encoder.encode([]))
