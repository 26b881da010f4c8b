"""How long a text is as each platform counts it."""

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What a platform counts."""

    CHARACTERS = "characters"


@dataclass(frozen=True, slots=True)
class Longest:
    """How long a text may be: `limit` of what `measure` counts."""

    limit: int
    measure: Measure = Measure.CHARACTERS


def length(text: str, measure: Measure) -> int:
    """Return how long a text is."""
    del measure
    return len(text)
