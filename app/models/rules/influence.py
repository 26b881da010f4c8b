"""How far the voice of a customer carries: 0 to 100, with the reasons that make it up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FOLLOWERS, REACH, VERIFIED, REVIEWER = "followers", "reach", "verified", "reviewer"
VALUE, VIP, PRESS = "value", "vip", "press"
MOST = 100
_STEPS: dict[str, tuple[tuple[int, int], ...]] = {
    FOLLOWERS: ((1_000_000, 60), (100_000, 40), (10_000, 25), (1_000, 10)),
    REACH: ((100_000, 30), (10_000, 15), (1_000, 5)),
    REVIEWER: ((8, 20), (6, 10), (4, 5)),
    VALUE: ((10_000, 30), (2_500, 20), (500, 10)),
}
"""Points from this number on: followers, people who saw the message, level of a reviewer (1 to 10
at Google), euros a year."""

_FLAGS = {VERIFIED: 10, VIP: 40, PRESS: 50}


@dataclass(frozen=True, slots=True)
class Voice:
    """What is known of somebody who writes, and how many saw what he wrote.

    A platform may tell all but the last three: those are the owner's own.
    """

    followers: int | None = None
    reach: int | None = None
    verified: bool = False
    reviewer_level: int | None = None
    value: int | None = None
    vip: bool = False
    press: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: its code, its points, and the number it rests on if there is one."""

    code: str
    points: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Influence:
    """A score of 0 to 100 and its reasons, the heaviest first; together they may exceed it."""

    score: int
    reasons: tuple[Reason, ...]


def influence(voice: Voice) -> Influence:
    """Return how far a voice carries. It decides nothing by itself: only a rule may use it."""
    reasons = sorted(_reasons(voice), key=lambda reason: -reason.points)
    return Influence(min(MOST, sum(one.points for one in reasons)), tuple(reasons))


def strongest(voices: Sequence[Voice]) -> Voice:
    """Return what several handles of one customer say of him together: the most of each."""
    return Voice(
        followers=_most(one.followers for one in voices),
        reach=_most(one.reach for one in voices),
        verified=any(one.verified for one in voices),
        reviewer_level=_most(one.reviewer_level for one in voices),
        value=_most(one.value for one in voices),
        vip=any(one.vip for one in voices),
        press=any(one.press for one in voices),
    )


def _most(numbers: Iterator[int | None]) -> int | None:
    return max((one for one in numbers if one is not None), default=None)


def _reasons(voice: Voice) -> Iterator[Reason]:
    numbers = {
        FOLLOWERS: voice.followers,
        REACH: voice.reach,
        REVIEWER: voice.reviewer_level,
        VALUE: voice.value,
    }
    for code, number in numbers.items():
        points = next((gives for least, gives in _STEPS[code] if (number or 0) >= least), 0)
        if points:
            yield Reason(code, points, number)
    flags = {VERIFIED: voice.verified, VIP: voice.vip, PRESS: voice.press}
    yield from (Reason(code, _FLAGS[code]) for code, holds in flags.items() if holds)
