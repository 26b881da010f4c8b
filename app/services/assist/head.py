"""Learns which label a vector gets: ridge regression, and probabilities that mean something.

The measured choice of several (closed form, 20 ms for 2,000 messages). Its scores are no
probabilities: a softmax temperature is fitted on what each example would have got without itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.services.assist.embedder import Vectors

Numbers = NDArray[np.float64]

LAMBDA = 1.0
"""How much the regression is held back: what surprises least, of the shipped examples left out."""

SAME = 0.7
"""Cosine from which two examples say the same, in one language or two.

The nearest of a shipped one has .71 (median).
"""

ENOUGH = 40
"""Own examples from which on their chances are measured by themselves."""

TEMPERATURES = np.geomspace(0.5, 40.0, 60)


@dataclass(frozen=True, slots=True)
class Head:
    """What was learnt: a score per label is `vector @ weights + bias`.

    Attributes:
        labels: in the order of the scores.
        temperature: scores are multiplied by it before the softmax.
        left_out: a row per example: its probabilities as learnt from all the others.
    """

    labels: tuple[str, ...]
    weights: Numbers
    bias: Numbers
    temperature: float
    left_out: Numbers

    def probabilities(self, vectors: Vectors) -> Numbers:
        """Return a row of probabilities per vector, in the order of `labels`."""
        scores = vectors.astype(np.float64) @ self.weights + self.bias
        return _softmax(scores * self.temperature)


def fit(vectors: Vectors, labels: Sequence[str], weights: Sequence[float]) -> Head | None:
    """Learn labels from vectors, some with more weight than others; None below two labels."""
    known = tuple(sorted(set(labels)))
    if len(known) < 2:
        return None
    index = {label: at for at, label in enumerate(known)}
    truth = np.array([index[label] for label in labels])
    wanted = np.full((len(labels), len(known)), -1.0 / (len(known) - 1))
    wanted[np.arange(len(labels)), truth] = 1.0
    given = np.asarray(weights, dtype=np.float64)
    share = given / given.sum()
    points = vectors.astype(np.float64)
    middle, level = share @ points, share @ wanted
    centred = points - middle
    root = np.sqrt(given)
    gain = _gain(centred * root[:, None]) * root
    slope = gain @ (wanted - level)
    bias = level - middle @ slope
    influence = centred @ gain + share
    missed = wanted - (points @ slope + bias)
    without = wanted - _missed_without(influence, missed, _companions(vectors))
    temperature = _temperature(without, truth, given)
    return Head(known, slope, bias, temperature, _softmax(without * temperature))


def _gain(rows: Numbers) -> Numbers:
    """Return the ridge regression's matrix, by the smaller of the two systems that give it."""
    count, size = rows.shape
    if count < size:
        inverse = np.linalg.inv(rows @ rows.T + LAMBDA * np.eye(count))
        found: Numbers = rows.T @ inverse
    else:
        found = np.linalg.inv(rows.T @ rows + LAMBDA * np.eye(size)) @ rows.T
    return found


def _companions(vectors: Vectors) -> list[NDArray[np.intp]]:
    """Return, for each example, those that say the same: itself, and its translation if any."""
    near = vectors @ vectors.T >= SAME
    np.fill_diagonal(near, val=True)
    return [np.flatnonzero(row) for row in near]


def _missed_without(
    influence: Numbers, missed: Numbers, companions: Sequence[NDArray[np.intp]]
) -> Numbers:
    """Return by how much each would be missed, had it and what says the same not been learnt.

    In a ridge regression this has a closed form: (I - H)^-1 of what is left out, times what is
    missed with it. What is left out alone would be known from its translation.
    """
    found = missed / np.maximum(1.0 - influence.diagonal(), 1e-6)[:, None]
    for at, left in enumerate(companions):
        if len(left) > 1:
            block = np.eye(len(left)) - influence[np.ix_(left, left)]
            found[at] = np.linalg.solve(block, missed[left])[np.searchsorted(left, at)]
    return found


def _temperature(scores: Numbers, truth: NDArray[np.intp], weights: Numbers) -> float:
    """Return the temperature at which the scores are the least surprised by the truth.

    Once there are enough of the owner's own, which weigh more, only theirs count: what is written
    for learning is clearer than what customers write.
    """
    own = weights > weights.min()
    asked = own if own.sum() >= ENOUGH else np.ones(len(truth), dtype=bool)
    rows = np.flatnonzero(asked)

    def surprise(temperature: float) -> float:
        chance = _softmax(scores[rows] * temperature)[np.arange(len(rows)), truth[rows]]
        return float(-np.log(np.maximum(chance, 1e-9)).sum())

    return float(min(TEMPERATURES, key=surprise))


def _softmax(scores: Numbers) -> Numbers:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    made: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return made
