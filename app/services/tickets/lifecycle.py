"""What the owner decides about a ticket: state, category, priority, department."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.rules.clocks import next_due
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.models.rules.tickets import AT_TURN, AtTurn, Priority, TicketState, Transition, by_owner
from app.models.tickets import Category, Department, Ticket
from app.services.events import TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import journal


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list the owner chooses from."""

    key: str
    name_nl: str
    name_en: str


def find(session: Session, ticket_id: int) -> Ticket:
    """Return a ticket by id.

    Raises:
        NotFoundError: there is none.
    """
    ticket = session.get(Ticket, ticket_id)
    if ticket is None:
        raise NotFoundError(what="message", name=ticket_id)
    return ticket


def by_number(session: Session, number: int) -> int:
    """Return the id of the ticket with this number.

    Raises:
        NotFoundError: there is none.
    """
    ticket_id = session.scalar(select(Ticket.id).where(Ticket.number == number))
    if ticket_id is None:
        raise NotFoundError(what="message", name=number)
    return ticket_id


def categories(session: Session) -> list[Choice]:
    """Return the categories in their order."""
    found = session.scalars(select(Category).order_by(Category.position))
    return [Choice(row.key, row.name_nl, row.name_en) for row in found]


def departments(session: Session) -> list[Choice]:
    """Return the departments in their order."""
    found = session.scalars(select(Department).order_by(Department.position))
    return [Choice(row.key, row.name_nl, row.name_en) for row in found]


def change_state(
    unit: Unit, ticket_id: int, *, state: str, reason: str = "", origin: object | None = None
) -> None:
    """Bring a ticket into another state because the owner says so.

    Raises:
        InvalidValueError: there is no such state.
        NotAllowedError: the table of states does not lead there.
    """
    wanted = _one_of(state, list(TicketState), "state")
    ticket = find(unit.session, ticket_id)
    transition = by_owner(TicketState(ticket.state), TicketState(wanted))
    apply(unit, ticket, transition, actor=journal.OWNER, words=reason)
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket_id}), origin=origin))


def set_category(
    unit: Unit, ticket_id: int, *, category: str | None, origin: object | None = None
) -> None:
    """File a ticket under a category; None takes it off.

    Raises:
        InvalidValueError: there is no such category.
    """
    if category is not None:
        _one_of(category, [choice.key for choice in categories(unit.session)], "category")
    _set(unit, ticket_id, "category", category, origin)


def set_department(
    unit: Unit, ticket_id: int, *, department: str | None, origin: object | None = None
) -> None:
    """Say which department knows about a ticket; None takes it off.

    Raises:
        InvalidValueError: there is no such department.
    """
    if department is not None:
        _one_of(department, [choice.key for choice in departments(unit.session)], "department")
    _set(unit, ticket_id, "department", department, origin)


def set_priority(
    unit: Unit, ticket_id: int, *, priority: str, origin: object | None = None
) -> None:
    """Give a ticket its weight.

    Raises:
        InvalidValueError: there is no such priority.
    """
    _set(unit, ticket_id, "priority", _one_of(priority, list(Priority), "priority"), origin)


def apply(
    unit: Unit, ticket: Ticket, transition: Transition, *, actor: str, words: str = ""
) -> None:
    """Execute a decided change of state and write its reason; nothing when it stays the same."""
    before = ticket.state
    if transition.state == before:
        return
    ticket.state = transition.state.value
    ticket.closed_at = unit.now if transition.state is TicketState.CLOSED else None
    ticket.updated_at = unit.now
    recount(ticket)
    journal.append(
        unit,
        "state",
        ticket_id=ticket.id,
        actor=actor,
        reason=words or transition.reason,
        data={"from": before, "to": ticket.state, "rule": transition.reason},
    )


def recount(ticket: Ticket) -> None:
    """Bring `next_due` in line with the state and the clocks."""
    ticket.next_due = next_due(
        running=AT_TURN[TicketState(ticket.state)] in {AtTurn.US, AtTurn.COLLEAGUE},
        first_reaction_due=ticket.first_reaction_due,
        first_reacted_at=ticket.first_reacted_at,
        answer_due=ticket.answer_due,
        answered_at=ticket.answered_at,
    )


def _set(unit: Unit, ticket_id: int, name: str, value: str | None, origin: object | None) -> None:
    ticket = find(unit.session, ticket_id)
    before = getattr(ticket, name)
    if before == value:
        return
    setattr(ticket, name, value)
    ticket.updated_at = unit.now
    journal.append(unit, name, ticket_id=ticket_id, data={"from": before, "to": value})
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket_id}), origin=origin))


def _one_of(value: str, choices: list[str], field: str) -> str:
    if value not in choices:
        raise InvalidValueError(value=value, field=field, choices=", ".join(choices))
    return value
