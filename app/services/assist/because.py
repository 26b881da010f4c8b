"""Which words weighed: how much less likely the label would be without each of them."""

import re
from dataclasses import dataclass, replace

import numpy as np

from app.services.assist import words
from app.services.assist.answers import Pick, Word
from app.services.assist.embedder import Encoder, Vectors, mean_of, sentences
from app.services.assist.known import Known, Like
from app.services.assist.lessons import Lesson

MOST_WORDS = 30
"""Words of a text that are tried, the first ones."""

SHOWN = 3
LEAST = 0.02
"""A drop below this is chance."""

_WORD = re.compile(r"[^\W_][\w'-]*")


@dataclass(frozen=True, slots=True)
class Without:
    """A text without each of its words: what is left, and a row of what it means."""

    words: tuple[str, ...]
    texts: tuple[str, ...]
    rows: Vectors


@dataclass(frozen=True, slots=True)
class Weighed:
    """The words of a text, and how much it is like what is known without each of them."""

    words: tuple[str, ...]
    like: Like

    def explained(self, pick: Pick, lesson: Lesson) -> Pick:
        """Return a pick with the words that weighed most."""
        if lesson.head is None or not pick.best or len(self.words) < 2:
            return pick
        at = lesson.head.labels.index(pick.best[0].key)
        chances = lesson.head.probabilities(self.like.whole[:, lesson.columns])[:, at]
        drops = (
            Word(one, pick.best[0].chance - float(left))
            for one, left in zip(self.words, chances, strict=True)
        )
        heavy = sorted(drops, key=lambda word: -word.drop)[:SHOWN]
        return replace(pick, words=tuple(one for one in heavy if one.drop >= LEAST))


def weighed(text: str, encoder: Encoder, known: Known) -> Weighed:
    """Compare a text without each of its words with what is known."""
    left = without(text, encoder)
    return Weighed(left.words, known.like(left.rows, left.texts))


def without(text: str, encoder: Encoder) -> Without:
    """Leave each word out of a text; only the sentences that have it are understood anew."""
    parts = sentences(text)
    found = dict.fromkeys(_WORD.findall(text))
    tried = [one for one in found if not words.is_small(one)][:MOST_WORDS]
    places, changed, texts = [], [], []
    for number, word in enumerate(tried):
        pattern = re.compile(rf"\b{re.escape(word)}\b")
        texts.append(pattern.sub(" ", text))
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
    return Without(tuple(tried), tuple(texts), np.stack(made) if made else encoder.encode([]))
