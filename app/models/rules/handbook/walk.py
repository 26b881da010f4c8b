"""A procedure walked on a case: where one is, what may be done there, and what is left.

What was done is a row of entries that only grows: going back is an entry too. The walk is what
they come to, so that it can be told, counted and undone from them alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from statistics import median

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.pages import START, Kind, Sop, Step

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|`)(.+?)\1")


class Move(StrEnum):
    """What somebody does at a step."""

    TICK = "tick"
    CHOOSE = "choose"
    BACK = "back"


class Ended(StrEnum):
    """How a walk ended: at an end of the procedure, or before it, for a reason."""

    DONE = "done"
    STOPPED = "stopped"


class WrongMoveError(KnownError):
    """What cannot be done where the walk is: somebody went on already, or a choice is asked."""

    code = "wrong_move"
    text = QT_TRANSLATE_NOOP(
        "errors", "That cannot be done here. The walk stands at another step, or has ended."
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done, where the walk stood (`Walk.number`); `answer` counts from 0."""

    step: int
    move: Move
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A step that is behind us, with the answer that was given, "" where none was asked."""

    step: Step
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a walk through a procedure is.

    Attributes:
        behind: the steps that were done and not gone back on, the oldest first.
        at: the step that is to be done; None where an arrow leads nowhere.
    """

    sop: Sop
    behind: tuple[Passed, ...]
    at: Step | None

    @property
    def number(self) -> int:
        """The number of the step that is to be done; that of the start where there is none."""
        return START if self.at is None else self.at.id

    @property
    def is_done(self) -> bool:
        """Whether an end of the procedure was reached: nobody has to do anything there."""
        return self.at is not None and self.at.kind is Kind.END

    @property
    def outcome(self) -> str:
        """How it ended, in the words of the procedure; "" while it has not."""
        return self.at.about if self.at is not None and self.is_done else ""

    @property
    def moves(self) -> frozenset[Move]:
        """What can be done now."""
        found = {Move.BACK} if self.behind and not self.is_done else set[Move]()
        if self.at is not None and not self.is_done:
            found.add(Move.CHOOSE if self.at.kind is Kind.CHOICE else Move.TICK)
        return frozenset(found)

    @property
    def least_left(self) -> int | None:
        """How many steps are to be done at least until an end; None when none is in reach."""
        return None if self.at is None else _least(_by_number(self.sop), self.at.id)


def begun(sop: Sop) -> Walk:
    """Return a walk that nothing was done in yet."""
    return Walk(sop, (), _step(sop, sop.first))


def walked(sop: Sop, entries: Iterable[Entry]) -> Walk:
    """Return the walk that entries come to.

    Raises:
        WrongMoveError: one of them does not fit those before it.
    """
    walk = begun(sop)
    for entry in entries:
        walk = after(walk, entry)
    return walk


def after(walk: Walk, entry: Entry) -> Walk:
    """Return the walk after one thing more.

    Raises:
        WrongMoveError: it cannot be done there.
    """
    if entry.move not in walk.moves or entry.step != walk.number:
        raise WrongMoveError
    if entry.move is Move.BACK:
        return replace(walk, behind=walk.behind[:-1], at=walk.behind[-1].step)
    step = _by_number(walk.sop)[entry.step]
    if entry.move is Move.TICK:
        return _on(walk, Passed(step), step.next)
    if entry.answer is None or not 0 <= entry.answer < len(step.answers):
        raise WrongMoveError
    answer = step.answers[entry.answer]
    return _on(walk, Passed(step, answer.label), answer.target)


def title_of(step: Step) -> str:
    """Return a step on one line: its first line, or what it sends or how it ends."""
    first = plain(step.text.split("\n")[0].strip())
    return step.about if step.kind in {Kind.SEND, Kind.END} and step.about else first


def plain(text: str) -> str:
    """Return Markdown without the marks of links and emphasis, for where it is shown as text."""
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))


def middle(durations: Iterable[timedelta]) -> timedelta | None:
    """Return the median duration, None of none."""
    found = [one.total_seconds() for one in durations]
    return timedelta(seconds=median(found)) if found else None


# --- how -------------------------------------------------------------------------------------


def _by_number(sop: Sop) -> Mapping[int, Step]:
    return {step.id: step for step in reversed(sop.steps)}


def _step(sop: Sop, number: int | None) -> Step | None:
    return None if number is None else _by_number(sop).get(number)


def _on(walk: Walk, passed: Passed, target: int | None) -> Walk:
    return replace(walk, behind=(*walk.behind, passed), at=_step(walk.sop, target))


def _least(steps: Mapping[int, Step], number: int) -> int | None:
    """Return the length of the shortest way to an end, in steps that are to be done."""
    seen, ring, length = set[int](), {number}, 0
    while ring:
        if any(steps[one].kind is Kind.END for one in ring):
            return length
        seen |= ring
        ways = {way for one in ring for way in _ways(steps[one])}
        ring = (ways & steps.keys()) - seen
        length += 1
    return None


def _ways(step: Step) -> set[int]:
    targets = (step.next, *(answer.target for answer in step.answers))
    return {one for one in targets if one is not None}
