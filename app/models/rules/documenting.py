"""When a ticket may be closed: documented, with nothing left open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for closing a ticket, and what against it.

    Attributes:
        outcome: how it ended, a key of the owner's list.
        promises: promises that are open.
        questions: questions to colleagues that are open.
        procedures: walks through procedures that are open and have to be ended.
        unsettled: the newest answer did not arrive, or may not have.
    """

    outcome: str | None = None
    promises: int = 0
    questions: int = 0
    procedures: int = 0
    unsettled: bool = False


def missing(evidence: Evidence) -> tuple[str, ...]:
    """Return what stands in the way: outcome, promise, question, open_procedure, sending."""
    found = []
    if not evidence.outcome:
        found.append("outcome")
    if evidence.promises:
        found.append("promise")
    if evidence.questions:
        found.append("question")
    if evidence.procedures:
        found.append("open_procedure")
    if evidence.unsettled:
        found.append("sending")
    return tuple(found)
