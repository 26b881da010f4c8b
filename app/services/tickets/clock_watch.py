"""Telling the owner in time that clocks run out, in the hours in which somebody reacts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.rules.hours import is_open, next_opening
from app.models.rules.ledger import Span
from app.models.rules.order import ANSWER, FIRST_REACTION
from app.models.rules.tickets import AT_TURN, OUR_TURN, TicketState
from app.models.rules.warnings import (
    BREACH,
    Look,
    answer_moments,
    first_reaction_moments,
    look,
)
from app.models.tickets import Ticket
from app.services.events import ClockWarning
from app.services.storage.database import Unit
from app.services.tickets import journal, plans, timing, turns
from app.services.tickets.opening import opening_hours

_TOLD = {FIRST_REACTION: "warned_reaction", ANSWER: "warned_answer"}
"""How far each clock was when the owner was last told: 0, or one of the levels."""

BREACH_UNSEEN = -BREACH
"""In place of a level: the breach is in the journal, and the owner has not been told."""

BATCH = 200
"""Tickets looked at in one transaction: some 50 ms, between which the owner's own acts get."""


def due_warnings(unit: Unit) -> int:
    """Look at clocks that may have got further and tell of those; returns how many it looked at.

    Outside the hours in which somebody reacts nothing is looked at. A breach is written in the
    journal. What the owner has been told once is not told again, unless the clock was set back.
    """
    if not is_open(opening_hours(unit.session, unit.now).extended(), unit.now):
        return 0
    found = unit.session.scalars(
        select(Ticket).where(Ticket.warn_at <= unit.now).order_by(Ticket.warn_at).limit(BATCH)
    ).all()
    spans = turns.spans_of(unit.session, Ticket.id.in_([ticket.id for ticket in found]))
    told: defaultdict[int, set[int]] = defaultdict(set)
    for ticket in found:
        level = _look_at(unit, ticket, spans[ticket.id])
        if level:
            told[level].add(ticket.id)
    for level, ids in told.items():
        unit.publish(ClockWarning(ticket_ids=frozenset(ids), level=level))
    return len(found)


def book_breaches(unit: Unit, after: int = 0) -> int:
    """Write breaches in the journal while nobody is there to be told, in the same hours.

    Whoever looks next tells of all of it. Returns the id of the ticket to go on after, 0 for none.
    """
    if not is_open(opening_hours(unit.session, unit.now).extended(), unit.now):
        return 0
    found = unit.session.scalars(
        select(Ticket)
        .where(Ticket.warn_at <= unit.now, Ticket.id > after)
        .order_by(Ticket.id)
        .limit(BATCH)
    ).all()
    spans = turns.spans_of(unit.session, Ticket.id.in_([ticket.id for ticket in found]))
    for ticket in found:
        for clock, seen in _clocks(unit, ticket, spans[ticket.id]):
            told = getattr(ticket, _TOLD[clock])
            if seen.level == BREACH and told not in {BREACH, BREACH_UNSEEN}:
                setattr(ticket, _TOLD[clock], BREACH_UNSEEN)
                _breached(unit, ticket, clock)
            elif seen.level < BREACH and told == BREACH_UNSEEN:
                setattr(ticket, _TOLD[clock], 0)
    return found[-1].id if len(found) == BATCH else 0


def next_warning(session: Session, now: datetime) -> datetime | None:
    """Return when there is something to look at next, in the hours in which somebody reacts."""
    due = session.scalar(select(func.min(Ticket.warn_at)).where(Ticket.warn_at.is_not(None)))
    if due is None:
        return None
    hours = opening_hours(session, now).extended()
    wanted = max(due, now)
    return wanted if is_open(hours, wanted) else next_opening(hours, wanted)


def _look_at(unit: Unit, ticket: Ticket, spans: Sequence[Span]) -> int:
    """Bring up to date what was told of a ticket; returns the new level to tell of, or 0."""
    again, risen = [], 0
    for clock, seen in _clocks(unit, ticket, spans):
        column = _TOLD[clock]
        told = getattr(ticket, column)
        setattr(ticket, column, seen.level)
        if seen.again is not None:
            again.append(seen.again)
        if seen.level > told:
            risen = max(risen, seen.level)
        if seen.level == BREACH > told != BREACH_UNSEEN:
            _breached(unit, ticket, clock)
    ticket.warn_at = min(again, default=None)
    return risen


def _clocks(unit: Unit, ticket: Ticket, spans: Sequence[Span]) -> Iterator[tuple[str, Look]]:
    """Give the clocks of a ticket that run, each with how far it is."""
    started = ticket.clock_at
    if AT_TURN[TicketState(ticket.state)] not in OUR_TURN or started is None:
        return
    targets = plans.of(unit.session, ticket)[0].targets
    hours = opening_hours(unit.session, started)
    first, answer = ticket.first_reaction_due, ticket.answer_due
    if first is not None and ticket.first_reacted_at is None:
        moments = first_reaction_moments(targets, hours, started, spans, first)
        yield FIRST_REACTION, look(moments, unit.now)
    if answer is not None and ticket.answered_at is None:
        target = timing.answer_target(targets, ticket)
        yield ANSWER, look(answer_moments(target, hours, started, spans, answer), unit.now)


def _breached(unit: Unit, ticket: Ticket, clock: str) -> None:
    first = clock == FIRST_REACTION
    due = ticket.first_reaction_due if first else ticket.answer_due
    journal.append(
        unit,
        "breach",
        ticket_id=ticket.id,
        actor=journal.BALIE,
        reason=FIRST_REACTION if first else ticket.answer_kind,
        data={"due": due.isoformat() if due else None, "plan": ticket.plan_id},
    )
