"""Learns which label a text gets, and probabilities that mean something.

Kernel ridge regression over how alike texts are, in closed form. The owner's own messages are
learnt twice: as examples like any, and for what he does otherwise than the shipped ones say
(Evgeniou and Pontil 2004, regularized multi-task learning). Its scores are no probabilities: a
softmax temperature is fitted on what each example would have got without itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.services.assist.embedder import Vectors
from app.services.assist.known import Alike

Numbers = NDArray[np.float64]
Reals = NDArray[np.floating[Any]]

LAMBDA = 1.0
"""How much the regression is held back: what surprises least, of the shipped examples left out."""

OWN_WEIGHT = 2.0
"""What one message of the owner's counts for, in shipped ones."""

OTHERWISE = 1.0
"""What his messages teach of his others alone, beside what they teach of all."""

ENOUGH = 40
"""Own examples from which on their chances are measured by themselves."""

MOST_SAME = 12
"""Of those that say the same, as a form does that all fill in, how many are left out with one."""

_SMALL = 64
TEMPERATURES = np.geomspace(0.5, 40.0, 60)


@dataclass(frozen=True, slots=True)
class Head:
    """What was learnt: a score per label is `whole @ (weights, own ones for more) + bias`.

    Attributes:
        labels: in the order of the scores.
        weights: a row per example.
        own: which examples are the owner's.
        temperature: scores are multiplied by it before the softmax.
        left_out: a row per example: its probabilities as learnt from all the others.
        inverse: a column per own example, which unlearning it takes.
    """

    labels: tuple[str, ...]
    weights: Vectors
    own: NDArray[np.bool_]
    temperature: float
    left_out: Numbers
    inverse: Vectors

    def probabilities(self, near: Vectors) -> Numbers:
        """Return a row of probabilities for each message of the owner's, in the order of `labels`.

        Args:
            near: a row per message: how much it is like each example (`Like.whole`).
        """
        counted = self.weights * (1 + OTHERWISE * self.own[:, None])
        scores = near @ counted + self.weights.sum(axis=0)
        return _softmax(scores.astype(np.float64) * self.temperature)

    def without(self, at: int) -> "Head":
        """Return what would be known without an own example, in closed form."""
        column = self.inverse[:, np.count_nonzero(self.own[:at])]
        left = self.weights - np.outer(column, self.weights[at] / column[at])
        left[at] = 0
        return replace(self, weights=left)


def settled(alike: Alike) -> Vectors:
    """Return what learning from the shipped examples comes down to, which is made once.

    Args:
        alike: each with each.
    """
    kernel = alike.whole.astype(np.float64) + 1
    kernel[np.diag_indices_from(kernel)] += LAMBDA
    return _inverted(kernel).astype(np.float32)


def fit(alike: Alike, labels: Sequence[str], shipped: Vectors) -> Head | None:
    """Learn labels of texts from how alike they are; None below two labels.

    Args:
        alike: each with each, the shipped ones first, then the owner's.
        labels: of each.
        shipped: what is `settled` of the shipped ones.
    """
    known = tuple(sorted(set(labels)))
    if len(known) < 2:
        return None
    index = {label: at for at, label in enumerate(known)}
    truth = np.array([index[label] for label in labels])
    wanted = np.full((len(labels), len(known)), -1.0 / (len(known) - 1), dtype=np.float32)
    wanted[np.arange(len(labels)), truth] = 1.0
    own = np.arange(len(labels)) >= len(shipped)
    inverse = _inverse(alike.whole, shipped)
    weights = inverse @ wanted
    without = wanted - _missed_without(inverse, weights, alike.same)
    temperature = _temperature(without, truth, own)
    chances = _softmax(without * temperature)
    return Head(known, weights, own, temperature, chances, inverse[:, own])


def _inverse(near: Vectors, shipped: Vectors) -> Vectors:
    """Return the inverse of the regression's matrix, from the one of the shipped examples."""
    first = len(shipped)
    own = near[first:, first:] * np.float32(1 + OTHERWISE) + np.float32(1)
    own[np.diag_indices_from(own)] += np.float32(LAMBDA / OWN_WEIGHT)
    return _joined(shipped, near[:first, first:] + np.float32(1), own).astype(np.float32)


def _inverted(matrix: Reals) -> Reals:
    """Return the inverse of a symmetric matrix by halves, twice as fast as at once.

    In single precision halves would lose three digits.
    """
    half = len(matrix) // 2
    if half < _SMALL or matrix.dtype == np.float32:
        found: Reals = np.linalg.inv(matrix)
        return found
    return _joined(_inverted(matrix[:half, :half]), matrix[:half, half:], matrix[half:, half:])


def _joined(first: Reals, between: Reals, rest: Reals) -> Reals:
    """Return the inverse of a symmetric matrix of which that of the first block is known.

    Schur's complement: an eighth of the work while the rest is a tenth.
    """
    count = len(first)
    known = first @ between
    made = np.empty((count + len(rest), count + len(rest)), dtype=first.dtype)
    made[count:, count:] = _inverted(rest - between.T @ known)
    made[:count, count:] = -known @ made[count:, count:]
    made[count:, :count] = made[:count, count:].T
    made[:count, :count] = first - made[:count, count:] @ known.T
    return made


def _missed_without(inverse: Vectors, weights: Vectors, same: NDArray[np.bool_]) -> Numbers:
    """Return by how much each would be missed, had it and what says the same not been learnt.

    In a ridge regression this has a closed form: of what is left out, the block of the inverse,
    inverted, times its weights. What is left out alone would be known from its translation.
    """
    found = (weights / inverse.diagonal()[:, None]).astype(np.float64)
    for at in np.flatnonzero(same.sum(axis=1) > 1):
        left = np.union1d(np.flatnonzero(same[at])[:MOST_SAME], at)
        missed = np.linalg.solve(inverse[np.ix_(left, left)], weights[left])
        found[at] = missed[np.searchsorted(left, at)]
    return found


def _temperature(scores: Numbers, truth: NDArray[np.intp], own: NDArray[np.bool_]) -> float:
    """Return the temperature at which the scores are the least surprised by the truth.

    Once there are enough of the owner's own, only theirs count: what is written for learning is
    clearer than what customers write.
    """
    asked = own if own.sum() >= ENOUGH else np.ones(len(truth), dtype=np.bool_)
    rows = np.flatnonzero(asked)

    def surprise(temperature: float) -> float:
        chance = _softmax(scores[rows] * temperature)[np.arange(len(rows)), truth[rows]]
        return float(-np.log(np.maximum(chance, 1e-9)).sum())

    return float(min(TEMPERATURES, key=surprise))


def _softmax(scores: Numbers) -> Numbers:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    made: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return made
