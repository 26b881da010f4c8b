"""Which questions come back: messages that resemble each other, and what they have in common.

What makes two messages alike is not decided here: a message comes as the features it has.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

Vector = Mapping[str, float]
"""Weights by feature, of length 1."""


class Task(StrEnum):
    """What is to be done about a question that comes back."""

    ARTICLE = "article"
    CONTENT = "content"
    WEBSITE = "website"


class State(StrEnum):
    """How far the owner is with it."""

    OPEN = "open"
    DONE = "done"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Measure:
    """When messages belong together; all but `least` and `common` are cosines.

    Attributes:
        least: how many there have to be.
        tight: from here, on the average of every two, a group is one: in a star that came about by
            chance each is like the middle and nobody like the others.
        near: from here two messages are neighbours.
        joined: from here two groups are one, by their centres.
        taken: from here a message that is left goes to a group, by its centre.
        common: the share of all messages above which a feature says nothing.
    """

    least: int = 5
    tight: float = 0.24
    near: float = 0.2
    joined: float = 0.35
    taken: float = 0.3
    common: float = 0.05


def vectors(documents: Sequence[Collection[str]], *, common: float) -> list[Vector]:
    """Return tf-idf vectors of documents given by their features.

    A feature of only one document joins nothing, one of nearly all says nothing: both are left
    out, but their weight counts in the length of what they stand in.
    """
    total = len(documents)
    counts = Counter(feature for one in documents for feature in set(one))
    most = max(common * total, 30)
    found: list[Vector] = []
    for one in documents:
        weights = {
            feature: math.log(1 + total / counts[feature])
            for feature in set(one)
            if counts[feature] <= most
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found.append(
            {name: weight / length for name, weight in weights.items() if counts[name] > 1}
        )
    return found


def groups(found: Sequence[Vector], measure: Measure) -> list[tuple[int, ...]]:
    """Return groups of messages that ask the same, the largest first; no message is in two.

    Whoever has most neighbours begins a group with them; groups with one centre become one, and
    take in what is left near it. So no chain of messages ties two questions together.
    """
    near = _neighbours(found, measure.near)
    stars = _stars(near)
    centres = [(star, _centre(found, star)) for star in stars]
    kept: list[tuple[list[int], Vector]] = []
    for star, centre in centres:
        for place, (members, its) in enumerate(kept):
            if cosine(centre, its) >= measure.joined:
                both = [*members, *star]
                kept[place] = (both, _centre(found, both))
                break
        else:
            kept.append((list(star), centre))
    kept = [one for one in kept if _holds(found, one[0], measure)]
    taken = {one for members, _ in kept for one in members}
    for one in (one for one in range(len(found)) if one not in taken and near[one]):
        likest = max(((cosine(found[one], its), its, members) for members, its in kept),
                     key=_likeness, default=None)  # fmt: skip
        if likest is not None and likest[0] >= measure.taken:
            likest[2].append(one)
    return sorted((tuple(sorted(members)) for members, _ in kept), key=_largest)


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two vectors are, 0 to 1."""
    small, large = sorted((one, other), key=len)
    return sum(weight * large.get(name, 0.0) for name, weight in small.items())


def shared(found: Sequence[Vector], group: Sequence[int], *, most: int = 5) -> tuple[str, ...]:
    """Return the features that the messages of a group share, those that weigh most first."""
    weights: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for one in group:
        weights.update(found[one])
        held.update(found[one].keys())
    often = [name for name in weights if held[name] * 3 >= len(group)]
    return tuple(sorted(often, key=lambda name: (-weights[name], name))[:most])


def answers(page: Collection[str], words: Sequence[str]) -> bool:
    """Tell whether a page has most of the words that the messages of a group share."""
    return bool(words) and sum(word in page for word in words) * 5 >= len(words) * 4


# --- how -------------------------------------------------------------------------------------


def _neighbours(found: Sequence[Vector], alike: float) -> list[dict[int, float]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    near: list[dict[int, float]] = [{} for _ in found]
    for one, vector in enumerate(found):
        scores: dict[int, float] = defaultdict(float)
        for feature, weight in vector.items():
            for other, its in postings[feature]:
                scores[other] += weight * its
            postings[feature].append((one, weight))
        for other, score in scores.items():
            if score >= alike:
                near[one][other] = near[other][one] = score
    return near


def _stars(near: Sequence[Mapping[int, float]]) -> list[list[int]]:
    """Return whoever has most neighbours with those that are still free, over and over."""
    free = [True] * len(near)
    stars = []
    for one in sorted(range(len(near)), key=lambda place: (-len(near[place]), place)):
        star = [one, *(other for other in near[one] if free[other])]
        if free[one] and len(star) > 1:
            stars.append(star)
            for member in star:
                free[member] = False
    return stars


def _centre(found: Sequence[Vector], members: Collection[int]) -> Vector:
    total: Counter[str] = Counter()
    for one in members:
        total.update(found[one])
    length = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {name: weight / length for name, weight in total.items()}


def _holds(found: Sequence[Vector], members: Sequence[int], measure: Measure) -> bool:
    if len(members) < measure.least:
        return False
    pairs = list(combinations(members, 2))
    return sum(cosine(found[a], found[b]) for a, b in pairs) >= measure.tight * len(pairs)


def _likeness(one: tuple[float, Vector, list[int]]) -> float:
    return one[0]


def _largest(group: tuple[int, ...]) -> tuple[int, int]:
    return -len(group), group[0]
