"""SLA plans: which one a ticket has, and changing them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.plans import SlaPlan
from app.models.rules.clocks import Target, Targets
from app.models.rules.hours import Counting
from app.models.rules.plans import Plan, choose
from app.models.tickets import Ticket

_READ = "plans"


def plans(session: Session) -> tuple[Plan, ...]:
    """Return the plans in their order; read once per session."""
    found: tuple[Plan, ...] | None = session.info.get(_READ)
    if found is None:
        rows = session.scalars(select(SlaPlan).order_by(SlaPlan.position, SlaPlan.id))
        found = session.info[_READ] = tuple(map(_plan, rows))
    return found


def forget(session: Session) -> None:
    """Read the plans anew: they have been changed."""
    session.info.pop(_READ, None)


def of(session: Session, ticket: Ticket) -> tuple[Plan, str]:
    """Return the plan of a ticket and why it is this one: see rules.plans.choose."""
    return choose(
        plans(session), kind=ticket.kind, priority=ticket.priority, contact_id=ticket.contact_id
    )


def _plan(row: SlaPlan) -> Plan:
    conditions: Mapping[str, Any] = row.conditions
    return Plan(
        id=row.id,
        name=row.name,
        targets=Targets(
            first_reaction=Target(_minutes(row.first_reaction_minutes), Counting.WORKING),
            answer=Target(_minutes(row.answer_minutes), Counting(row.answer_counting)),
            next_reply=Target(_minutes(row.next_reply_minutes), Counting(row.next_reply_counting)),
            evening=None if row.evening_minutes is None else _minutes(row.evening_minutes),
        ),
        kinds=frozenset(conditions.get("kinds", ())),
        priorities=frozenset(conditions.get("priorities", ())),
        contacts=frozenset(conditions.get("contacts", ())),
    )


def _minutes(number: int) -> timedelta:
    return timedelta(minutes=number)
