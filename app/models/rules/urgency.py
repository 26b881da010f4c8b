"""How heavy a message looks: points that anybody can count, each with its reason.

No learning here: a priority has to be explained in one sentence. It is never lowered by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from app.models.rules.tickets import Priority

TONE, PUBLIC, INFLUENCE, WORD, SERIOUS = "tone", "public", "influence", "word", "serious"
REPEAT, CLOCK = "repeat", "clock"
AGAIN_WITHIN = timedelta(hours=48)
"""Who wrote so shortly before writes again: his question was not answered well, or not at all."""

HIGH_FROM, URGENT_FROM = 3, 5
_INFLUENCE = ((40, 2), (20, 1))
_CLOCK = ((1.0, 2), (0.8, 1))
_ORDER = tuple(Priority)


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a message.

    Attributes:
        negative: it sounds unhappy.
        public: everybody can read it.
        influence: 0 to 100 (influence.py).
        words: that ask for haste; `serious` ones speak of danger, the law or the press.
        since_last: how long before the customer wrote already, without a good answer.
        used: which part of the time for an answer is gone, 1 for all of it; None without a clock.
    """

    negative: bool = False
    public: bool = False
    influence: int = 0
    words: tuple[str, ...] = ()
    serious: tuple[str, ...] = ()
    since_last: timedelta | None = None
    used: float | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One reason: its code, how much it counts, and the word found if it is one."""

    code: str
    points: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """What the points add up to, and the priority that follows; at least the present one."""

    priority: Priority
    total: int
    points: tuple[Point, ...]


def weigh(signs: Signs, present: Priority) -> Weight:
    """Return the priority that a message looks like: three points make high, five urgent."""
    points = tuple(_points(signs))
    total = sum(one.points for one in points)
    looks = present
    if total >= URGENT_FROM:
        looks = Priority.URGENT
    elif total >= HIGH_FROM:
        looks = Priority.HIGH
    return Weight(max(looks, present, key=_ORDER.index), total, points)


def _points(signs: Signs) -> Iterator[Point]:
    if signs.serious:
        yield Point(SERIOUS, 3, signs.serious[0])
    if signs.negative:
        yield Point(TONE, 2)
    if signs.words:
        yield Point(WORD, 2, signs.words[0])
    for code, value, steps in (
        (INFLUENCE, signs.influence, _INFLUENCE),
        (CLOCK, signs.used or 0, _CLOCK),
    ):
        gives = next((points for least, points in steps if value >= least), 0)
        if gives:
            yield Point(code, gives)
    if signs.public:
        yield Point(PUBLIC, 1)
    if signs.since_last is not None and signs.since_last <= AGAIN_WITHIN:
        yield Point(REPEAT, 1)
