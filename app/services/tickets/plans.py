"""SLA plans, and which one a ticket has."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.contacts import Identity
from app.models.plans import SlaPlan
from app.models.rules.clocks import Target, Targets
from app.models.rules.errors import NotFoundError
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


def minutes_of(amount: timedelta) -> int:
    """Return an amount of time in the whole minutes in which plans are kept."""
    return int(amount / timedelta(minutes=1))


def contact_of(session: Session, handle: str) -> int:
    """Return the customer with this handle (an address, a number, a name on a platform).

    Raises:
        NotFoundError: nobody has it.
    """
    wanted = handle.strip()
    found = session.scalar(
        select(Identity.contact_id).where(Identity.handle.in_({wanted, wanted.lower()})).limit(1)
    )
    if found is None:
        raise NotFoundError(what="customer", name=wanted)
    return found


def handles_of(session: Session, contact_ids: Iterable[int]) -> dict[int, str]:
    """Return one handle of each of these customers."""
    rows = session.execute(
        select(Identity.contact_id, Identity.handle)
        .where(Identity.contact_id.in_(list(contact_ids)))
        .order_by(Identity.id.desc())
    )
    return {row.contact_id: row.handle for row in rows}


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
