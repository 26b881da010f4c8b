"""What makes two questions alike by their words and by what they mean, for the radar.

Words alone miss who asks the same in others; meaning alone takes all that is about one matter for
one question (measured in docs/handbook.md). So both count, and what is asked of a group is as with
words alone (models/rules/radar.py), with the measures of this mixture.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from app.models.rules.handbook.from_case import bare
from app.models.rules.radar import Vector
from app.services.assist.corpus import CHARACTERS
from app.services.assist.embedder import Encoder, Vectors
from app.services.handbook.alike import Group, named, vectors_of

MEANING = 0.3
"""The share of what is meant in how alike two texts are; the rest are their words."""
NEAR, TIGHT, JOINED, TAKEN = 0.25, 0.27, 0.5, 0.35
"""Cosines as in `rules.radar.Measure`."""
_COLUMNS = 1024
"""Words that are multiplied at once, so that a few thousand messages fit in memory."""


class AlikeByMeaning:
    """Groups texts; remembers what those of the last time mean, for most come again the next day.

    Raises:
        NotAvailableError: when it is called and the model cannot be had.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def __call__(self, texts: Sequence[str], least: int) -> list[Group]:
        """Return groups of at least so many; some 3 ms per text that is new."""
        if len(texts) < least:
            return []
        found = vectors_of(texts)
        meaning = self._meaning([" ".join(bare(text).split())[:CHARACTERS] for text in texts])
        both = (1 - MEANING) * _words(found) + MEANING * (meaning @ meaning.T)
        return named(texts, found, _groups(both, least))

    def _meaning(self, texts: Sequence[str]) -> Vectors:
        before = self._known  # another thread may put others there meanwhile
        new = [one for one in dict.fromkeys(texts) if one not in before]
        made = dict(zip(new, self._encoder.meanings(new), strict=True))
        known = {one: made[one] if one in made else before[one] for one in texts}
        self._known = known
        return np.stack([known[one] for one in texts])


def _words(found: Sequence[Vector]) -> Vectors:
    """Return the cosines of all pairs of vectors."""
    names = sorted({name for one in found for name in one})
    place = {name: at for at, name in enumerate(names)}
    cosines = np.zeros((len(found), len(found)), dtype=np.float32)
    for begin in range(0, len(names), _COLUMNS):
        part = np.zeros((len(found), _COLUMNS), dtype=np.float32)
        for row, one in enumerate(found):
            for name, weight in one.items():
                if begin <= place[name] < begin + _COLUMNS:
                    part[row, place[name] - begin] = weight
        cosines += part @ part.T
    return cosines


def _groups(both: Vectors, least: int) -> list[list[int]]:
    """Return groups as `rules.radar.groups` makes them; `both` has how alike every two are."""
    near = both >= NEAR
    np.fill_diagonal(near, val=False)
    kept: list[list[int]] = []
    for star in _stars(near):
        same = next((one for one in kept if _between(both, one, star) >= JOINED), None)
        if same is None:
            kept.append(star)
        else:
            same += star
    kept = [one for one in kept if len(one) >= least and _tight(both, one) >= TIGHT]
    taken = {member for one in kept for member in one}
    for text in range(len(both)):
        if kept and text not in taken and near[text].any():
            likest = max(kept, key=lambda one: _between(both, one, [text]))
            if _between(both, likest, [text]) >= TAKEN:
                likest.append(text)
    return sorted((sorted(one) for one in kept), key=_largest)


def _stars(near: npt.NDArray[np.bool_]) -> Iterator[list[int]]:
    """Yield whoever has most neighbours with those that are still free, over and over."""
    counts = near.sum(axis=1)
    free = np.ones(len(near), dtype=np.bool_)
    for one in np.argsort(-counts, kind="stable"):
        star = [int(one), *(int(other) for other in np.flatnonzero(near[one] & free))]
        if free[one] and len(star) > 1:
            free[star] = False
            yield star


def _between(both: Vectors, one: Sequence[int], other: Sequence[int]) -> float:
    """Return the cosine of the centres of two groups."""
    inner = float(both[np.ix_(one, other)].mean())
    lengths = (float(both[np.ix_(each, each)].mean()) for each in (one, other))
    return inner / max(float(np.sqrt(np.prod(list(lengths)))), 1e-6)


def _tight(both: Vectors, group: Sequence[int]) -> float:
    """Return how alike every two of a group are, on the average."""
    part = both[np.ix_(group, group)]
    pairs = len(group) * (len(group) - 1)
    return float(part.sum() - np.trace(part)) / pairs


def _largest(group: Sequence[int]) -> tuple[int, int]:
    return -len(group), group[0]
