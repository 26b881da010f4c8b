"""Counting the clocks of all tickets that wait for us again: hours or plans have changed."""

from sqlalchemy import or_, select

from app.models.rules.clocks import RUNNING
from app.models.rules.ledger import turn_of
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services import settings
from app.services.events import TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import lifecycle, plans, timing, turns

_FOLLOWED = frozenset({settings.HoursSettings.section, "plans"})
"""What clocks follow from: a section of the settings, and a table."""

_OPEN = (
    Ticket.state.in_([state.value for state in TicketState if turn_of(state) in RUNNING]),
    Ticket.merged_into_id.is_(None),
    Ticket.clock_at.is_not(None),
    or_(Ticket.answered_at.is_(None), Ticket.first_reacted_at.is_(None)),
)


def follow(unit: Unit, section: str) -> None:
    """Let the clocks follow what was put back: a section of the settings, or a table."""
    settings.forget(unit.session)
    if section in _FOLLOWED:
        all_running(unit)


def all_running(unit: Unit) -> int:
    """Count the clocks that run as hours and plans now are; returns how many tickets changed."""
    settings.forget(unit.session)
    plans.forget(unit.session)
    unit.session.flush()
    spans = turns.spans_of(unit.session, *_OPEN)
    changed = set()
    for ticket in unit.session.scalars(select(Ticket).where(*_OPEN)):
        before = ticket.first_reaction_due, ticket.answer_due, ticket.plan_id
        timing.count(unit, ticket, spans[ticket.id])
        lifecycle.recount(ticket)
        if before != (ticket.first_reaction_due, ticket.answer_due, ticket.plan_id):
            changed.add(ticket.id)
    if changed:
        unit.publish(TicketsChanged(ticket_ids=frozenset(changed)))
    return len(changed)
