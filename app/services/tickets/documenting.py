"""The last step: how it ended, and the guard that nothing is closed undocumented."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.directory import Question
from app.models.messages import Message, OutboxItem
from app.models.promises import Promise
from app.models.rules.documenting import Evidence, missing
from app.models.rules.errors import InvalidValueError, UndocumentedError
from app.models.rules.messages import Delivery, Purpose
from app.models.rules.promises import PromiseState
from app.models.rules.questions import QuestionState
from app.models.tickets import Outcome, Ticket
from app.services.storage.database import Unit
from app.services.tickets import journal
from app.services.tickets.lifecycle import Choice


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


def outcomes(session: Session) -> list[Choice]:
    """Return the outcomes in their order."""
    rows = session.scalars(select(Outcome).order_by(Outcome.position))
    return [Choice(row.key, row.name_nl, row.name_en) for row in rows]


def evidence(session: Session, ticket: Ticket, outcome: str | None) -> Evidence:
    """Return what speaks for and against closing a ticket with an outcome."""
    promised = select(func.count()).where(
        Promise.ticket_id == ticket.id, Promise.state == PromiseState.OPEN.value
    )
    asked = (
        select(func.count())
        .select_from(Question)
        .join(Message, Message.id == Question.message_id)
        .where(Message.ticket_id == ticket.id, Question.state == QuestionState.OPEN.value)
    )
    return Evidence(
        outcome=outcome,
        questions=session.scalar(asked) or 0,
        promises=session.scalar(promised) or 0,
        unsettled=unsettled(session, ticket.id) is not None,
    )


def unsettled(session: Session, ticket_id: int) -> str | None:
    """Return how the newest answer stands that did not arrive, or may not have; None if all did.

    One before an answer that was sent is settled: the customer heard from us since.
    """
    newest = session.scalar(
        select(OutboxItem.state)
        .join(Message, Message.id == OutboxItem.message_id)
        .where(Message.ticket_id == ticket_id, OutboxItem.purpose == Purpose.ANSWER)
        .where(OutboxItem.state.in_([Delivery.FAILED, Delivery.UNKNOWN, Delivery.SENT]))
        .order_by(OutboxItem.id.desc())
        .limit(1)
    )
    return None if newest == Delivery.SENT else newest


def closable(
    unit: Unit, tickets: Sequence[Ticket], ending: Ending, *, answering: bool = False
) -> list[Ticket]:
    """Return those of some tickets that may be closed like this.

    With `answering` an answer goes out at the same time: it keeps what was promised before it.

    Raises:
        InvalidValueError: there is no such outcome.
        UndocumentedError: there are tickets, and none of them may; what the first one lacks.
    """
    if ending.outcome is not None:
        check(unit.session, ending.outcome)
    lacking = [_missing(unit.session, one, ending, answering=answering) for one in tickets]
    able = [one for one, left in zip(tickets, lacking, strict=True) if not left]
    if tickets and not able:
        left = lacking[0]
        raise UndocumentedError(number=tickets[0].number, missing=left[0], left=left)
    return able


def document(unit: Unit, ticket: Ticket, ending: Ending, *, answering: bool = False) -> None:
    """Write down how a ticket ended, so that it may be closed.

    Raises:
        InvalidValueError, UndocumentedError: see `closable`.
    """
    closable(unit, [ticket], ending, answering=answering)
    ticket.outcome = ending.outcome or ticket.outcome
    left = _missing(unit.session, ticket, Ending(ticket.outcome), answering=answering)
    ticket.documented_at = unit.now
    ticket.override_reason = ending.override.strip() if left else None
    journal.append(
        unit,
        "documented",
        ticket_id=ticket.id,
        reason=ticket.override_reason or "",
        data={"outcome": ticket.outcome, "missing": list(left)},
    )


def _missing(
    session: Session, ticket: Ticket, ending: Ending, *, answering: bool
) -> tuple[str, ...]:
    if ending.override.strip():
        return ()
    found = evidence(session, ticket, ending.outcome or ticket.outcome)
    return missing(replace(found, promises=0) if answering else found)


def check(session: Session, outcome: str) -> None:
    """Make sure that there is such an outcome.

    Raises:
        InvalidValueError: there is not.
    """
    known = [one.key for one in outcomes(session)]
    if outcome not in known:
        raise InvalidValueError(value=outcome, field="outcome", choices=", ".join(known))
