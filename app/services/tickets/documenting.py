"""The last step: how it ended, and the guard that nothing is closed undocumented."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.models.directory import Question
from app.models.messages import Message, OutboxItem
from app.models.promises import Promise
from app.models.rules.documenting import Evidence, missing
from app.models.rules.errors import UndocumentedError
from app.models.rules.messages import Delivery, Purpose
from app.models.rules.promises import PromiseState
from app.models.rules.questions import QuestionState
from app.models.runs import Run
from app.models.tickets import Ticket
from app.services.storage.database import Unit
from app.services.tickets import journal, lists


@dataclass(frozen=True, slots=True)
class Ending:
    """How a ticket is to be closed.

    Attributes:
        outcome: a key of the list; None for the one that the ticket has already.
        override: why it is closed although something is missing; kept with the ticket.
    """

    outcome: str | None = None
    override: str = ""


AS_IT_IS = Ending()
"""By the outcome that the ticket has already."""


def evidence(session: Session, ticket_ids: Sequence[int]) -> dict[int, Evidence]:
    """Return what speaks for and against closing tickets, without how they ended."""
    promised = _counts(
        session,
        select(Promise.ticket_id, func.count())
        .where(Promise.ticket_id.in_(ticket_ids), Promise.state == PromiseState.OPEN.value)
        .group_by(Promise.ticket_id),
    )
    asked = _counts(
        session,
        select(Message.ticket_id, func.count())
        .join(Question, Question.message_id == Message.id)
        .where(Message.ticket_id.in_(ticket_ids), Question.state == QuestionState.OPEN.value)
        .group_by(Message.ticket_id),
    )
    walked = _counts(
        session,
        select(Run.ticket_id, func.count())
        .where(Run.ticket_id.in_(ticket_ids), Run.ended.is_(None), Run.required)
        .group_by(Run.ticket_id),
    )
    loose = _unsettled(session, ticket_ids)
    return {
        one: Evidence(
            promises=promised.get(one, 0),
            questions=asked.get(one, 0),
            procedures=walked.get(one, 0),
            unsettled=one in loose,
        )
        for one in ticket_ids
    }


def unsettled(session: Session, ticket_id: int) -> str | None:
    """Return how the newest answer stands that did not arrive, or may not have; None if all did.

    One before an answer that was sent is settled: the customer heard from us since.
    """
    return _unsettled(session, [ticket_id]).get(ticket_id)


def _unsettled(session: Session, ticket_ids: Sequence[int]) -> dict[int, str]:
    settled_or_not = (
        select(Message.ticket_id, func.max(OutboxItem.id).label("newest"))
        .join(Message, Message.id == OutboxItem.message_id)
        .where(Message.ticket_id.in_(ticket_ids), OutboxItem.purpose == Purpose.ANSWER)
        .where(OutboxItem.state.in_([Delivery.FAILED, Delivery.UNKNOWN, Delivery.SENT]))
        .group_by(Message.ticket_id)
        .subquery()
    )
    rows = session.execute(
        select(settled_or_not.c.ticket_id, OutboxItem.state)
        .join(settled_or_not, settled_or_not.c.newest == OutboxItem.id)
        .where(OutboxItem.state != Delivery.SENT)
    )
    return {row.ticket_id: row.state for row in rows}


def _counts(session: Session, statement: Select[int, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in session.execute(statement)}


def closable(
    session: Session, tickets: Sequence[Ticket], ending: Ending, *, answering: bool = False
) -> dict[int, tuple[str, ...]]:
    """Return those of some tickets that may be closed like this, each with what it lacks.

    With `answering` an answer goes out at the same time: it keeps what was promised before it.
    Only with a reason (`ending.override`) may a ticket lack something.

    Raises:
        InvalidValueError: there is no such outcome.
        UndocumentedError: there are tickets, and none of them may; what the first one lacks.
    """
    if ending.outcome is not None:
        outcome = lists.check(session, lists.OUTCOME, ending.outcome)
        ending = replace(ending, outcome=outcome)
    found = evidence(session, [one.id for one in tickets])
    lacking = {
        one.id: missing(
            replace(
                found[one.id],
                outcome=ending.outcome or one.outcome,
                promises=0 if answering else found[one.id].promises,
            )
        )
        for one in tickets
    }
    able = {one: left for one, left in lacking.items() if not left or ending.override.strip()}
    if tickets and not able:
        left = lacking[tickets[0].id]
        raise UndocumentedError(number=tickets[0].number, missing=left[0], left=left)
    return able


def document(unit: Unit, ticket: Ticket, ending: Ending, *, left: tuple[str, ...]) -> None:
    """Write down how a ticket ended, so that it may be closed; `left`: see `closable`."""
    if ending.outcome is not None:
        ticket.outcome = lists.check(unit.session, lists.OUTCOME, ending.outcome)
    ticket.documented_at = unit.now
    ticket.override_reason = ending.override.strip() if left else None
    journal.append(
        unit,
        "documented",
        ticket_id=ticket.id,
        reason=ticket.override_reason or "",
        data={"outcome": ticket.outcome, "missing": list(left)},
    )
