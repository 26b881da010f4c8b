"""What a suggestion says of a message, as far as the owner's own rules may ask for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.models.rules.tickets import Priority

CATEGORY, TYPE, TONE = "suggests_category", "suggests_type", "suggests_tone"
PRIORITY = "suggests_priority"
LIKELY = (CATEGORY, TYPE, TONE)
"""Conditions whose values are "KEY@PERCENT": the key, and how likely it has to be at least."""

FIELDS = (*LIKELY, PRIORITY)
"""Conditions that ask the suggestion. PRIORITY has no chance: at least this heavy."""

LISTED = {CATEGORY: "category", TYPE: "type"}
"""Whose keys are entries of one of the owner's lists."""

TONES = ("negative", "neutral", "positive")
LEAST, USUAL, MOST = 30, 80, 99
"""Percents that can be asked for; the usual one where none is said."""

_AT = "@"
_WEIGHTS = tuple(one.value for one in Priority)


class Silence(StrEnum):
    """Why a suggestion says nothing of anything."""

    OFF = "off"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Said:
    """A key, and how likely it is in whole percents, rounded down; 100 for a priority."""

    key: str
    percent: int


@dataclass(frozen=True, slots=True)
class Advice:
    """What a suggestion says, by condition (FIELDS); `silent` when it could not be asked."""

    says: Mapping[str, Said] = field(default_factory=dict)
    silent: Silence | None = None


def parted(value: str) -> tuple[str, int]:
    """Return the key and the percent of a value.

    Raises:
        ValueError: the percent is no number from LEAST to MOST.
    """
    key, sign, percent = value.partition(_AT)
    least = int(percent.strip().removesuffix("%")) if sign else USUAL
    if not LEAST <= least <= MOST:
        raise ValueError(value)
    return key.strip(), least


def joined(key: str, percent: int | str) -> str:
    """Return a value: `parted` backwards."""
    return f"{key}{_AT}{percent}"


def holds(name: str, values: Sequence[str], advice: Advice | None) -> bool:
    """Tell whether a condition holds; never while nothing is said of it."""
    said = advice.says.get(name) if advice is not None else None
    if said is None:
        return False
    if name == PRIORITY:
        return _WEIGHTS.index(said.key) >= min(map(_WEIGHTS.index, values))
    wanted = map(parted, values)
    return any(said.key == key and said.percent >= least for key, least in wanted)


def keys_of(name: str, values: Iterable[str]) -> set[str]:
    """Return the keys of a condition without their percents."""
    return {parted(value)[0] if name in LIKELY else value for value in values}


def renamed(values: Iterable[str], key: str, new: str) -> list[str]:
    """Return values of LIKELY with another key in place of one, each once."""
    made = (joined(new, least) if one == key else joined(one, least)
            for one, least in map(parted, values))  # fmt: skip
    return list(dict.fromkeys(made))
