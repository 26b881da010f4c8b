"""Booking the minutes of a ticket to whose turn it is; the one place that writes the ledger."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from app.models.base import table_of
from app.models.ledger import LedgerSpan
from app.models.rules.clocks import RUNNING
from app.models.rules.ledger import Span, Turn, turn_of
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services.storage.database import Unit

_LEDGER = table_of(LedgerSpan)


def begin(unit: Unit, ticket: Ticket) -> None:
    """Book a new ticket from its beginning on."""
    _open(unit, ticket, _turn(ticket), ticket.created_at)


def book(unit: Unit, ticket: Ticket, *, at: datetime | None = None) -> bool:
    """Book what comes to whose turn it is now; to be called after every change of state.

    Returns whether the clocks, which stood still, run again. `at`: see lifecycle.apply.
    """
    session = unit.session
    running = session.execute(
        select(_LEDGER.c.id, _LEDGER.c.turn, _LEDGER.c.since).where(
            _LEDGER.c.ticket_id == ticket.id, _LEDGER.c.until.is_(None)
        )
    ).first()
    turn = _turn(ticket)
    if running is None:
        begin(unit, ticket)
        return False
    if running.turn == turn.value:
        return False
    since = max(at or unit.now, running.since)
    session.execute(_LEDGER.update().where(_LEDGER.c.id == running.id).values(until=since))
    _open(unit, ticket, turn, since)
    return turn in RUNNING and Turn(running.turn) not in RUNNING


def begins_earlier(unit: Unit, ticket: Ticket) -> None:
    """Book the time before, when an older message turns out to be the first of a ticket."""
    first = select(LedgerSpan.id).where(LedgerSpan.ticket_id == ticket.id).order_by(LedgerSpan.id)
    unit.session.execute(
        update(LedgerSpan)
        .where(LedgerSpan.id == first.limit(1).scalar_subquery())
        .values(since=ticket.created_at)
    )


def spans(session: Session, ticket_id: int) -> list[Span]:
    """Return the spans of a ticket, the oldest first."""
    rows = session.scalars(
        select(LedgerSpan).where(LedgerSpan.ticket_id == ticket_id).order_by(LedgerSpan.id)
    )
    return [Span(Turn(row.turn), row.since, row.until) for row in rows]


def spans_of(session: Session, *conditions: ColumnElement[bool]) -> defaultdict[int, list[Span]]:
    """Return the spans of all tickets that meet the conditions, by the id of the ticket."""
    rows = session.execute(
        select(_LEDGER.c.ticket_id, _LEDGER.c.turn, _LEDGER.c.since, _LEDGER.c.until)
        .join(Ticket, Ticket.id == _LEDGER.c.ticket_id)
        .where(*conditions)
        .order_by(_LEDGER.c.ticket_id, _LEDGER.c.id)
    )
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for row in rows:
        found[row.ticket_id].append(Span(Turn(row.turn), row.since, row.until))
    return found


def _open(unit: Unit, ticket: Ticket, turn: Turn, since: datetime) -> None:
    unit.session.execute(
        _LEDGER.insert().values(ticket_id=ticket.id, turn=turn.value, since=since, until=None)
    )


def _turn(ticket: Ticket) -> Turn:
    return turn_of(TicketState(ticket.state), merged=ticket.merged_into_id is not None)
