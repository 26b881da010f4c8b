"""How much is tried at random: a little at hand, the full number in the gate, all on demand.

BALIE_EFFORT is "quick" under `dev.py check`, "full" under `dev.py test` and where nothing is said,
and "all" when somebody asks for every step and the great numbers.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import pytest
from coverage import Coverage

T = TypeVar("T")

EFFORT = os.environ.get("BALIE_EFFORT", "full")
assert EFFORT in {"quick", "full", "all"}, f"BALIE_EFFORT={EFFORT} is no effort"

repeated = pytest.mark.no_cover
"""Of a test that tries the same lines very often: other tests run each of them once, and where
nobody counts lines it takes a third of the time."""


def examples(full: int, *, quick: int | None = None, most: int | None = None) -> int:
    """Return how many times to try; a tenth, and at least 2, when quick."""
    if EFFORT == "quick":
        return max(2, full // 10) if quick is None else quick
    return most if most is not None and EFFORT == "all" else full


def some(cases: Sequence[T]) -> list[T]:
    """Return the cases to try of many slow ones: when quick, every fourth."""
    return list(cases)[:: 4 if EFFORT == "quick" else 1]


_counted: set[str] = set()


@contextmanager
def counted_once(what: str) -> Iterator[None]:
    """Count the lines of what very many tests begin with only the first time that it is done.

    No thread may be started by it: its lines would not be counted later, either.
    """
    counting = Coverage.current() if what in _counted else None
    _counted.add(what)
    if counting is not None:
        counting.stop()
    try:
        yield
    finally:
        if counting is not None:
            counting.start()
