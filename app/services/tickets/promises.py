"""Promises to customers: made, kept, and watched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.models.promises import Promise
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.hours import OpeningHours, is_open
from app.models.rules.promises import Found, PromiseState, found_in, nudge_at, settled, told_at
from app.models.tickets import Ticket
from app.services.events import PromisesDue, TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import act_rows, journal
from app.services.tickets.act_rows import Json
from app.services.tickets.opening import opening_hours

_OPEN = Promise.state == PromiseState.OPEN.value


class NotAPromiseError(KnownError):
    """There is no such promise, or it is settled already."""

    code = "not_a_promise"
    text = QT_TRANSLATE_NOOP("errors", "There is no open promise here.")


@dataclass(frozen=True, slots=True)
class PromiseInfo:
    """A promise as shown."""

    id: int
    ticket_id: int
    ticket_number: int
    subject: str
    kind: str
    words: str
    made_at: datetime
    due_at: datetime
    state: str
    settled_at: datetime | None
    lapsed: bool


def found(session: Session, text: str, now: datetime) -> Found | None:
    """Return the promise that a text of ours gives, by the firm's hours."""
    return found_in(text, now, opening_hours(session, now))


def make(
    unit: Unit,
    ticket: Ticket,
    promise: Found,
    *,
    actor: str,
    message_id: int | None = None,
    extends_id: int | None = None,
) -> Json:
    """Book a promise; its clock runs from now. Returns the step of an act that takes it back."""
    row = Promise(
        ticket_id=ticket.id,
        kind=promise.kind.value,
        words=promise.words,
        made_at=unit.now,
        due_at=promise.due_at,
        state=PromiseState.OPEN.value,
        message_id=message_id,
        extends_id=extends_id,
    )
    step = act_rows.added(unit, row)
    _tell(unit, ticket.id, "promised", row, actor=actor)
    recount(unit, ticket)
    return {**step, "ticket": ticket.id}


def settle(unit: Unit, ticket: Ticket, at: datetime, *, written_at: datetime) -> None:
    """Book that the customer has his answer: what was promised before it is kept, or came late.

    What was promised in that answer, or since it was written, is not kept by it.
    """
    if ticket.promise_due is None:
        return
    for row in _open_of(unit.session, ticket.id):
        if row.made_at < written_at:
            row.state, row.settled_at = settled(row.due_at, at).value, at
            _tell(unit, ticket.id, f"promise_{row.state}", row, actor=journal.BALIE)
    recount(unit, ticket)


def given_by(session: Session, message_id: int) -> bool:
    """Tell whether a message of ours gave a promise that is still open."""
    given = select(Promise.id).where(Promise.message_id == message_id, _OPEN)
    return session.scalar(given.limit(1)) is not None


def withdraw_of(unit: Unit, ticket: Ticket, message_id: int) -> None:
    """Take back what a message promised that never reached the customer.

    What it would have extended is all that he knows of, so that runs again.
    """
    for row in _open_of(unit.session, ticket.id):
        if row.message_id == message_id:
            row.state, row.settled_at = PromiseState.WITHDRAWN.value, unit.now
            _tell(unit, ticket.id, "promise_withdrawn", row, actor=journal.BALIE)
            _put(unit, row.extends_id, PromiseState.EXTENDED, PromiseState.OPEN, None)
    recount(unit, ticket)


def revive_of(unit: Unit, ticket: Ticket, message_id: int) -> None:
    """Let what a message promised count again, because it is sent once more."""
    withdrawn = (Promise.message_id == message_id,
                 Promise.state == PromiseState.WITHDRAWN.value)  # fmt: skip
    for row in unit.session.scalars(select(Promise).where(*withdrawn)).all():
        row.state, row.settled_at, row.ticket_id = PromiseState.OPEN.value, None, ticket.id
        _tell(unit, ticket.id, "promised", row, actor=journal.OWNER)
        _put(unit, row.extends_id, PromiseState.OPEN, PromiseState.EXTENDED, unit.now)
    recount(unit, ticket)


def _put(
    unit: Unit,
    promise_id: int | None,
    before: PromiseState,
    after: PromiseState,
    settled_at: datetime | None,
) -> None:
    row = None if promise_id is None else unit.session.get(Promise, promise_id)
    if row is not None and row.state == before.value:
        row.state, row.settled_at = after.value, settled_at


def close(unit: Unit, promise_id: int, state: PromiseState, *, actor: str) -> Json | None:
    """Settle a promise by the owner's word, such as after ringing back; returns the step.

    Raises:
        NotAPromiseError: it is not open.
    """
    row = unit.session.get(Promise, promise_id)
    if row is None or row.state != PromiseState.OPEN.value:
        raise NotAPromiseError
    step = act_rows.changed(unit, row, state=state.value, settled_at=unit.now)
    _tell(unit, row.ticket_id, f"promise_{state.value}", row, actor=actor)
    recount(unit, unit.session.get_one(Ticket, row.ticket_id))
    return None if step is None else {**step, "ticket": row.ticket_id}


def recount(unit: Unit, ticket: Ticket) -> None:
    """Bring the promise on a ticket in line with its rows; the place in the order is not."""
    unit.session.flush()
    rows = _open_of(unit.session, ticket.id)
    first = min(rows, key=lambda row: row.due_at, default=None)
    ticket.promise_due = first.due_at if first else None
    ticket.promise_at = first.made_at if first else None
    ticket.promise_kind = first.kind if first else None


def take_along(
    unit: Unit, ticket_id: int, target: int, *, given_in: Sequence[int] | None = None
) -> list[Json]:
    """Let the open promises of a ticket stand on another one; returns the steps.

    Args:
        given_in: only those that these messages gave.
    """
    steps = (
        act_rows.changed(unit, row, ticket_id=target)
        for row in _open_of(unit.session, ticket_id)
        if given_in is None or row.message_id in given_in
    )
    return [{**step, "ticket": target} for step in steps if step]


def of(session: Session, ticket_id: int) -> list[PromiseInfo]:
    """Return the promises of a ticket, the oldest first."""
    return _infos(session, Promise.ticket_id == ticket_id)


def open_ones(session: Session, until: datetime | None = None) -> list[PromiseInfo]:
    """Return the open promises, the first to run out first; of those due until a moment only."""
    found = _infos(session, _OPEN)
    return sorted(
        (one for one in found if until is None or one.due_at <= until), key=lambda one: one.due_at
    )


def watch(unit: Unit) -> datetime | None:
    """Tell of promises that run out or have, once each, at the moments that `next_watch` returns.

    Returns when to look again; None when nothing is left to tell.
    """
    hours = opening_hours(unit.session, unit.now)
    nudged, lapsed = set[int](), set[int]()
    for row in _watched(unit.session):
        look = _look(row, hours, unit.now)
        if look is None or look > unit.now:
            continue
        gone = _lapse(unit, row) or row.lapsed_at is not None
        row.nudged_at = unit.now
        (lapsed if gone else nudged).add(row.ticket_id)
    if nudged or lapsed:
        unit.publish(PromisesDue(ticket_ids=frozenset(nudged), lapsed=frozenset(lapsed)))
    return next_watch(unit.session, unit.now)


def next_watch(session: Session, now: datetime) -> datetime | None:
    """Return when the owner is to be told of a promise, `now` when he is already, None for never.

    While we are closed only what runs out before we open is told.
    """
    hours = opening_hours(session, now)
    looks = [_look(row, hours, now) for row in _watched(session)]
    return min((look for look in looks if look is not None), default=None)


def _watched(session: Session) -> Sequence[Promise]:
    return session.scalars(select(Promise).where(_OPEN).order_by(Promise.due_at)).all()


def _look(row: Promise, hours: OpeningHours, now: datetime) -> datetime | None:
    if row.nudged_at is None:
        return told_at(nudge_at(row.made_at, row.due_at), row.due_at, hours, now)
    return None if row.lapsed_at is not None else told_at(row.due_at, row.due_at, hours, now)


def book_lapses(unit: Unit) -> int:
    """Write in the journal what has run out while nobody is there to be told; returns how many.

    Whoever looks next tells of it (`watch`).
    """
    if not is_open(opening_hours(unit.session, unit.now), unit.now):
        return 0
    rows = unit.session.scalars(select(Promise).where(_OPEN).order_by(Promise.due_at))
    return sum(_lapse(unit, row) for row in rows.all())


def _lapse(unit: Unit, row: Promise) -> bool:
    """Book that a promise has run out if it just has; the owner is yet to be told of that."""
    if row.lapsed_at is not None or row.due_at > unit.now:
        return False
    row.lapsed_at, row.nudged_at = unit.now, None
    _tell(unit, row.ticket_id, "promise_lapsed", row, actor=journal.BALIE)
    return True


def told_of(session: Session, ticket_ids: Iterable[int]) -> list[tuple[int, bool]]:
    """Return the open promises in tickets that `watch` told of: the ticket, and whether lapsed."""
    rows = session.execute(
        select(Promise.ticket_id, Promise.lapsed_at)
        .where(
            Promise.ticket_id.in_(list(ticket_ids)),
            _OPEN,
            or_(Promise.nudged_at.is_not(None), Promise.lapsed_at.is_not(None)),
        )
        .order_by(Promise.due_at)
    )
    return [(ticket_id, lapsed_at is not None) for ticket_id, lapsed_at in rows]


def _open_of(session: Session, ticket_id: int) -> list[Promise]:
    return list(session.scalars(select(Promise).where(Promise.ticket_id == ticket_id, _OPEN)))


def _infos(session: Session, condition: ColumnElement[bool]) -> list[PromiseInfo]:
    rows = session.execute(
        select(Promise, Ticket.number, Ticket.subject)
        .join(Ticket, Ticket.id == Promise.ticket_id)
        .where(condition)
        .order_by(Promise.id)
    )
    return [
        PromiseInfo(
            id=row.id,
            ticket_id=row.ticket_id,
            ticket_number=number,
            subject=subject,
            kind=row.kind,
            words=row.words,
            made_at=row.made_at,
            due_at=row.due_at,
            state=row.state,
            settled_at=row.settled_at,
            lapsed=row.lapsed_at is not None,
        )
        for row, number, subject in rows
    ]


def _tell(unit: Unit, ticket_id: int, act: str, row: Promise, *, actor: str) -> None:
    journal.append(
        unit,
        act,
        ticket_id=ticket_id,
        actor=actor,
        data={"promise": row.id, "kind": row.kind, "due": row.due_at.isoformat()},
    )
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket_id})))
