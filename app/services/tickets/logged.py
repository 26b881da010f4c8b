"""What was said or written outside Balie in a message that is here, kept with its clocks."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.contacts import Contact, Identity
from app.models.promises import Promise
from app.models.rules.errors import EmptyTextError, InvalidValueError
from app.models.rules.promises import Found, PromiseKind, PromiseState, settled
from app.models.rules.tickets import TicketState, Transition, on_answer
from app.models.tickets import Ticket
from app.services.channels.api import Attachment
from app.services.storage.database import Unit
from app.services.tickets import (
    acts,
    attached,
    contents,
    deliveries,
    entries,
    journal,
    lifecycle,
    promises,
    timing,
)
from app.services.tickets.decisions import NotInTheFutureError
from app.services.tickets.entries import IN, OUT, NotInThePastError

PAGE, PHONE, SHOP, ELSEWHERE = "page", "phone", "walkin", "elsewhere"
WAYS = (PAGE, PHONE, SHOP, ELSEWHERE)
TALKS = frozenset({PHONE, SHOP})
"""The customer may have come to us by these; by the others we went to him."""

_OVER = frozenset({TicketState.CLOSED, TicketState.NO_REACTION, TicketState.SPAM})


def log(
    unit: Unit,
    ticket_id: int,
    *,
    way: str,
    text: str,
    direction: str = OUT,
    at: datetime | None = None,
    minutes: int = 0,
    attachments: Sequence[Attachment] = (),
    callback_at: datetime | None = None,
    settled: bool = True,
    origin: object | None = None,
) -> int | None:
    """Note in a ticket what was said to or by its customer, or written to him; returns the act.

    Nothing is sent. He has had his first reaction with it, and his answer when it is settled:
    the clocks stop at that moment. What is not settled stays, or becomes, ours. Whoever is to be
    rung back gets a promise with a clock, and then nothing is settled.

    Args:
        way: page (of the platform), phone, walkin, elsewhere.
        direction: in when the customer came to us: by phone or in the shop.
        at: when it was said; now by default.
        minutes: how long it took.

    Raises:
        EmptyTextError, InvalidValueError, NotInThePastError, NotInTheFutureError,
        AttachmentsTooLargeError, NotFoundError.
    """
    _check(unit, way, direction, text, at, callback_at)
    attached.check_largest(unit.session, attachments)
    moment = at or unit.now
    ticket = lifecycle.standing(unit.session, ticket_id)
    recorder = acts.begin(unit, f"logged_{way}", origin=origin, number=ticket.number)
    recorder.watch(ticket)
    who = _customer(unit.session, ticket)
    body = entries.note(unit, _how(way, direction), who, text, minutes, callback_at)
    message_id = entries.file_note(unit, ticket, body, attachments, at=moment)
    recorder.step(op="note", message=message_id)
    data = {"message": message_id, "way": way, "direction": direction, "minutes": minutes}
    journal.append(unit, "logged", ticket_id=ticket.id, reason=way, data=data)
    if direction == IN and TicketState(ticket.state) is not TicketState.SPAM:
        timing.wait_from(unit, ticket, moment - timedelta(minutes=minutes))
    ticket.first_reacted_at = ticket.first_reacted_at or moment
    if callback_at is not None:
        promise = Found(who, callback_at, PromiseKind.CALLBACK)
        recorder.step(**promises.make(unit, ticket, promise, actor=journal.OWNER))
    if settled and callback_at is None:
        _answered(unit, ticket, recorder, moment)
    else:
        _ours(unit, ticket, callback=callback_at is not None)
    ticket.updated_at = unit.now
    contents.recount(unit, ticket)
    return recorder.finish()


def _check(
    unit: Unit,
    way: str,
    direction: str,
    text: str,
    at: datetime | None,
    callback_at: datetime | None,
) -> None:
    if way not in WAYS:
        raise InvalidValueError(value=way, field="way", choices=", ".join(WAYS))
    known = (IN, OUT) if way in TALKS else (OUT,)
    if direction not in known:
        raise InvalidValueError(value=direction, field="direction", choices=", ".join(known))
    if not text.strip():
        raise EmptyTextError
    if at is not None and at > unit.now:
        raise NotInThePastError
    if callback_at is not None and callback_at <= unit.now:
        raise NotInTheFutureError


def _how(way: str, direction: str) -> str:
    return f"{way}_{direction}" if way in TALKS else way


def _customer(session: Session, ticket: Ticket) -> str:
    name = session.scalar(select(Contact.name).where(Contact.id == ticket.contact_id))
    if name:
        return name
    handles = select(Identity.handle).where(Identity.contact_id == ticket.contact_id)
    return session.scalar(handles.order_by(Identity.id).limit(1)) or ""


def _answered(unit: Unit, ticket: Ticket, recorder: acts.Recorder, at: datetime) -> None:
    deliveries.stop_clocks(ticket, at)
    kept = select(Promise).where(
        Promise.ticket_id == ticket.id,
        Promise.state == PromiseState.OPEN.value,
        Promise.made_at < at,
    )
    for row in unit.session.scalars(kept).all():
        state = settled(row.due_at, at)
        recorder.add(promises.close(unit, row.id, state, actor=journal.OWNER))
    answered = on_answer(TicketState(ticket.state), elsewhere=True)
    logged = Transition(answered.state, "logged")
    lifecycle.apply(unit, ticket, logged, actor=journal.OWNER, at=at)


def _ours(unit: Unit, ticket: Ticket, *, callback: bool) -> None:
    """Let what is not done with be ours; what was over stays so, unless somebody is to be rung."""
    if TicketState(ticket.state) in _OVER and not callback:
        return
    kept = Transition(TicketState.OPEN, "promised" if callback else "left_open")
    lifecycle.apply(unit, ticket, kept, actor=journal.OWNER)
