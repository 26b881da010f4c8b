"""Messages that wait until the owner's rules have asked what the suggestion says of them.

The model takes its time and may have to be loaded, so it is never asked while a message is being
put in the store. What asks it reads here what waits, asks, and settles: each message once.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.models.messages import Message
from app.models.rules import policy
from app.models.rules.advice import Advice
from app.models.rules.messages import Direction
from app.models.rules.tickets import OPEN_STATES
from app.models.tickets import Ticket
from app.services.events import TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import advice_mark, policies, policy_acts
from app.services.tickets.arrivals import SILENT

BATCH = 20
OLDEST = timedelta(days=2)
"""A rule that comes later than this surprises more than it helps."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A batch of what waits.

    Attributes:
        tickets: those that the suggestion is to be asked for.
        up_to: the message that it ends with; None when no rule asks any more.
        again: messages before these on which asking failed, to be tried once more.
    """

    tickets: tuple[int, ...]
    up_to: int | None
    again: tuple[int, ...] = ()


def waiting(session: Session, now: datetime) -> Waiting | None:
    """Return what rules are to be asked for next; None when nothing waits."""
    mark = advice_mark.get(session)
    asked = policies.active(session)
    if not any(map(policy.asks, asked)):
        return None if mark is None else Waiting((), None)
    if mark is None:  # a rule that came back by undo begins now
        return Waiting((), advice_mark.newest(session))
    found = _open(session, Message.id > mark, now)
    up_to = found[-1][0].id if len(found) == BATCH else max(mark, advice_mark.newest(session))
    again = advice_mark.due(session, now)[:BATCH]
    found += _open(session, Message.id.in_(again), now)
    wanted = [
        ticket.id
        for message, ticket in found
        if policy_acts.wants_advice(session, asked, ticket, message)
    ]
    is_there = up_to > mark or again
    return Waiting(tuple(dict.fromkeys(wanted)), up_to, again) if is_there else None


def settle(
    unit: Unit, done: Waiting, advice: Mapping[int, Advice], failed: Collection[int] = ()
) -> None:
    """Let the rules act on what was asked, and book that they have; the same twice is once.

    Args:
        done: what `waiting` gave.
        advice: what the suggestion says of its tickets; one that it says nothing of is passed by.
        failed: tickets on which asking failed: they are passed by and tried again later.
    """
    mark, up_to = advice_mark.get(unit.session), done.up_to
    if mark is None or up_to is None:
        advice_mark.put(unit, up_to)
        return
    again = [one for one in done.again if one in advice_mark.due(unit.session, unit.now)]
    left = []
    for message, ticket in (
        *_open(unit.session, Message.id.in_(again), unit.now),
        *_open(unit.session, Message.id.between(mark + 1, up_to), unit.now),
    ):
        if ticket.id in advice:
            policy_acts.advised(unit, ticket, message, advice[ticket.id])
            unit.publish(TicketsChanged(ticket_ids=frozenset({ticket.id})))
        elif ticket.id in failed:
            left.append(message.id)
    if up_to > mark or again:
        advice_mark.put(unit, max(mark, up_to), tried=again, failed=left)


def _open(
    session: Session, which: ColumnElement[bool], now: datetime
) -> list[tuple[Message, Ticket]]:
    """Return messages of customers that nobody answered yet, in the order in which they came."""
    found = session.execute(
        select(Message, Ticket)
        .join(Ticket, Ticket.id == Message.ticket_id)
        .where(which, Message.direction == Direction.IN.value)
        .where(Message.automatic.is_(None) | Message.automatic.not_in(SILENT))
        .where(Message.received_at > now - OLDEST)
        .where(Ticket.merged_into_id.is_(None))
        .where(Ticket.state.in_([state.value for state in OPEN_STATES]))
        .where(Ticket.last_out_at.is_(None) | (Message.created_at > Ticket.last_out_at))
        .order_by(Message.id)
        .limit(BATCH)
    )
    return [(message, ticket) for message, ticket in found]
