"""Triage: one message after the other, each said what it is about, or that nobody reacts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from app.models.rules.messages import Direction
from app.models.rules.tickets import TicketState
from app.models.tickets import TO_ASSESS
from app.services.storage.database import Unit
from app.services.tickets import acts, decisions, inbox, journal, lifecycle, lists
from app.services.tickets.decisions import Done
from app.services.tickets.inbox import MessageInfo, TicketInfo

MOST_COUNTED = 1_000
_NEXT = text(
    f"select id from tickets where {TO_ASSESS} and id not in :left_out"  # noqa: S608  own text
    " order by order_at, id limit :limit"
).bindparams(bindparam("left_out", expanding=True))
_WAITING = text(
    f"select count(*) from (select 1 from tickets where {TO_ASSESS} limit :most)"  # noqa: S608
)


@dataclass(frozen=True, slots=True)
class Card:
    """A ticket to assess, with the newest message of its customer."""

    ticket: TicketInfo
    message: MessageInfo | None


def next_ids(session: Session, *, limit: int = 1, left_out: Collection[int] = ()) -> list[int]:
    """Return the tickets that nobody has assessed or answered yet, what dies first on top."""
    values = {"limit": limit, "left_out": list(left_out)}
    return list(session.scalars(_NEXT, values))


def waiting(session: Session) -> int:
    """Return how many tickets are to be assessed, at most MOST_COUNTED."""
    return session.scalar(_WAITING, {"most": MOST_COUNTED}) or 0


def cards(session: Session, ticket_ids: Sequence[int]) -> list[Card]:
    """Return tickets as triage shows them; those that are gone are left out."""
    return [Card(info, _newest(session, info.id)) for info in inbox.infos(session, ticket_ids)]


def next_cards(session: Session, *, limit: int, left_out: Collection[int] = ()) -> list[Card]:
    """Return the next tickets to assess, as triage shows them."""
    return cards(session, next_ids(session, limit=limit, left_out=left_out))


def accept(unit: Unit, ticket_ids: Sequence[int], *, origin: object | None = None) -> Done:
    """Say that tickets are assessed as they stand; those that are already stay as they are."""
    found = [lifecycle.find(unit.session, one) for one in ticket_ids]
    changed = [ticket for ticket in found if ticket.assessed_at is None]
    number = changed[0].number if changed else None
    recorder = acts.begin(unit, "assessed", origin=origin, count=len(changed), number=number)
    for ticket in changed:
        recorder.watch(ticket)
        ticket.assessed_at = unit.now
        journal.append(unit, "assessed", ticket_id=ticket.id)
    return Done(recorder.finish(), len(changed))


def forward(
    unit: Unit, ticket_ids: Sequence[int], *, department: str, origin: object | None = None
) -> Done:
    """Hand tickets to a department: it is at turn now.

    Raises:
        InvalidValueError: there is no such department.
        NotAllowedError: none of them can wait for a colleague in its state.
    """
    key = lists.check(unit.session, lists.DEPARTMENT, department)
    with acts.together(unit, "forwarded", origin=origin, count=len(ticket_ids)) as recorder:
        decisions.set_listed(unit, ticket_ids, field="department", value=key, origin=origin)
        state = TicketState.WAITING_COLLEAGUE.value
        done = decisions.change_state(unit, ticket_ids, state=state, origin=origin)
    return Done(recorder.finish(), done.changed, done.refused)


def assess(
    unit: Unit,
    ticket_id: int,
    *,
    listed: Mapping[str, str | None],
    priority: str | None = None,
    no_reaction: str | None = None,
    forward_to: str | None = None,
    origin: object | None = None,
) -> Done:
    """Say everything about a ticket as one act; without anything it is accepted as it stands.

    Args:
        listed: entries by field of lists.LISTS; None takes one off.
        no_reaction: why nobody reacts.
        forward_to: the department that has to see to it.

    Raises:
        InvalidValueError, NotAllowedError, ReasonNeededError: see the acts themselves.
    """
    ids = [ticket_id]
    number = lifecycle.find(unit.session, ticket_id).number
    with acts.together(unit, "assessed", origin=origin, count=1, number=number) as recorder:
        for field, value in listed.items():
            decisions.set_listed(unit, ids, field=field, value=value, origin=origin)
        if priority is not None:
            decisions.set_priority(unit, ids, priority=priority, origin=origin)
        if no_reaction is not None:
            wanted = TicketState.NO_REACTION.value
            decisions.change_state(unit, ids, state=wanted, reason=no_reaction, origin=origin)
        if forward_to is not None:
            forward(unit, ids, department=forward_to, origin=origin)
        accept(unit, ids, origin=origin)
    act_id = recorder.finish()
    return Done(act_id, 0 if act_id is None else 1)


def _newest(session: Session, ticket_id: int) -> MessageInfo | None:
    theirs = [
        message
        for message in inbox.messages(session, ticket_id)
        if message.direction == Direction.IN.value
    ]
    return theirs[-1] if theirs else None
