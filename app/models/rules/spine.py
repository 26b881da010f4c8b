"""The six steps of a ticket, each with what shows that it was done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class StepName(StrEnum):
    """The steps in their order."""

    MONITOR = "monitor"
    ASSESS = "assess"
    REACT = "react"
    FETCH = "fetch"
    ANSWER = "answer"
    DOCUMENT = "document"


class Progress(StrEnum):
    """How far a step is; skipped when it was not needed."""

    TODO = "todo"
    BUSY = "busy"
    DONE = "done"
    LATE = "late"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a ticket.

    Attributes:
        assessed: it has a category, or the owner decided that nobody has to react.
        settled: nobody has to react: spam, or no reaction needed.
        asked, told: questions to colleagues, and those that were answered.
    """

    created_at: datetime
    assessed: bool = False
    settled: bool = False
    first_reaction_due: datetime | None = None
    first_reacted_at: datetime | None = None
    answer_due: datetime | None = None
    answered_at: datetime | None = None
    asked: int = 0
    told: int = 0
    documented_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how far it is, and since when."""

    name: StepName
    progress: Progress
    at: datetime | None = None


def steps(facts: Facts) -> tuple[Step, ...]:
    """Return the six steps; each is judged by its own evidence, none by the state alone."""
    return (
        Step(StepName.MONITOR, Progress.DONE, facts.created_at),
        Step(StepName.ASSESS, Progress.DONE if facts.assessed else Progress.TODO),
        _clocked(StepName.REACT, facts.first_reaction_due, facts.first_reacted_at, facts),
        _fetched(facts),
        _clocked(StepName.ANSWER, facts.answer_due, facts.answered_at, facts),
        _documented(facts),
    )


def _documented(facts: Facts) -> Step:
    if facts.documented_at is not None:
        return Step(StepName.DOCUMENT, Progress.DONE, facts.documented_at)
    return Step(StepName.DOCUMENT, Progress.SKIPPED if facts.settled else Progress.TODO)


def _clocked(name: StepName, due: datetime | None, at: datetime | None, facts: Facts) -> Step:
    if at is None:
        return Step(name, Progress.SKIPPED if facts.settled else Progress.TODO)
    late = due is not None and at > due
    return Step(name, Progress.LATE if late else Progress.DONE, at)


def _fetched(facts: Facts) -> Step:
    if facts.asked > facts.told:
        return Step(StepName.FETCH, Progress.BUSY)
    if facts.told:
        return Step(StepName.FETCH, Progress.DONE)
    done = facts.settled or facts.answered_at is not None
    return Step(StepName.FETCH, Progress.SKIPPED if done else Progress.TODO)
