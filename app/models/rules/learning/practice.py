"""Practising on the example firm: what a task asks, and what went well by its facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

FAST = 5
"""Minutes within which a customer hears that we have his message."""


class Check(StrEnum):
    """One thing that a task asks for."""

    REACTED = "reacted"
    IN_TIME = "in_time"
    CATEGORY = "category"
    PRIORITY = "priority"
    WALKED = "walked"
    ASKED = "asked"
    PROMISED = "promised"
    ANSWERED = "answered"
    CLOSED = "closed"


class State(StrEnum):
    """How a check stands: it went well, it is still to be done, or it can no longer go well."""

    MET = "met"
    OPEN = "open"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done with a message.

    Attributes:
        category, priorities: what it has to be assessed as.
        page: the key of the procedure that has to be walked to its end.
    """

    checks: tuple[Check, ...]
    category: str = ""
    priorities: frozenset[str] = frozenset()
    page: str = ""


_HEAVY = frozenset({"high", "urgent"})
TASKS: Mapping[str, Task] = {
    "react": Task((Check.REACTED, Check.IN_TIME)),
    "assess": Task((Check.CATEGORY, Check.PRIORITY), "complaints", _HEAVY),
    "complaint": Task((Check.WALKED, Check.ANSWERED), page="klacht"),
    "ask": Task((Check.ASKED,)),
    "promise": Task((Check.REACTED, Check.PROMISED)),
    "finish": Task((Check.ANSWERED, Check.CLOSED)),
}
"""The tasks in the order in which they are offered (their words: resources/practice.json)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What became of the message of a task.

    Attributes:
        waited: minutes since it came in.
        reacted: minutes after which the first reaction was given, None as long as there is none.
        walked: keys of the procedures that were walked to their end.
        closed: it is done, with how it ended.
    """

    waited: float
    reacted: float | None
    category: str | None
    priority: str
    walked: frozenset[str]
    asked: bool
    promised: bool
    answered: bool
    closed: bool


def look(task: Task, facts: Facts) -> tuple[tuple[Check, State], ...]:
    """Return how each thing that a task asks for stands."""
    return tuple((check, _state(check, task, facts)) for check in task.checks)


def is_done(found: tuple[tuple[Check, State], ...]) -> bool:
    """Tell whether nothing is left to do; what was missed stays missed."""
    return all(state is not State.OPEN for _check, state in found)


def _state(check: Check, task: Task, facts: Facts) -> State:
    if check is Check.IN_TIME:
        late = (facts.waited if facts.reacted is None else facts.reacted) > FAST
        if late:
            return State.MISSED
        return State.OPEN if facts.reacted is None else State.MET
    met = {
        Check.REACTED: facts.reacted is not None,
        Check.CATEGORY: facts.category == task.category,
        Check.PRIORITY: facts.priority in task.priorities,
        Check.WALKED: task.page in facts.walked,
        Check.ASKED: facts.asked,
        Check.PROMISED: facts.promised,
        Check.ANSWERED: facts.answered,
        Check.CLOSED: facts.closed,
    }
    return State.MET if met[check] else State.OPEN
