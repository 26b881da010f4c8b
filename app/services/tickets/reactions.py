"""First reactions and promises: that we have it, and when he hears from us."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.models.promises import Promise
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.hours import add_time, is_open, next_opening
from app.models.rules.messages import Purpose
from app.models.rules.promises import Found, PromiseKind, PromiseState, settled
from app.models.rules.tickets import AT_TURN, OUR_TURN, TicketState, Transition
from app.models.tickets import Ticket
from app.services.events import OutboxChanged
from app.services.settings import SendingSettings, load
from app.services.storage.database import Unit
from app.services.tickets import (
    acts,
    journal,
    lifecycle,
    plans,
    promises,
    replies,
    templates,
)
from app.services.tickets.decisions import Done
from app.services.tickets.opening import opening_hours
from app.services.tickets.outgoing import UnfilledTextError

HOUR = timedelta(hours=1)


class NothingToReactToError(KnownError):
    """Nobody waits for a first reaction here."""

    code = "nothing_to_react_to"
    text = QT_TRANSLATE_NOOP(
        "errors", "Nobody waits for a first reaction here: it was given, or it is not our turn."
    )


def words_for(session: Session, ticket: Ticket, now: datetime, *, promise: bool) -> str:
    """Return the text of the first reaction to a ticket, by its channel and the hour.

    Raises:
        UnfilledTextError: a place without a fallback stays open.
    """
    hours = opening_hours(session, now)
    purpose = "reaction_promise" if promise else "reaction"
    if not promise and not is_open(hours, now):
        purpose = "out_of_hours"
    return _filled(session, purpose, ticket, now)


def react(
    unit: Unit, ticket_ids: Sequence[int], *, promise: bool, origin: object | None = None
) -> Done:
    """Tell customers that we have their message; of several tickets those that wait for it.

    Stops the clock of the first reaction when it is sent, and no other. A promise in the words
    gets a clock of its own.

    Raises:
        NothingToReactToError: none of them waits for a first reaction.
        NobodyToAnswerError, NotConnectedError, UnfilledTextError: nothing can be sent to one.
    """
    found = [lifecycle.find(unit.session, one) for one in ticket_ids]
    waiting = [one for one in found if _waits(one)]
    if not waiting:
        raise NothingToReactToError
    name = "reacted_promise" if promise else "reacted"
    recorder = acts.begin(unit, name, origin=origin, number=waiting[0].number, count=len(waiting))
    for ticket in waiting:
        recorder.watch(ticket)
        words = words_for(unit.session, ticket, unit.now, promise=promise)
        _send(unit, recorder, ticket, words, promises.found(unit.session, words, unit.now))
        if ticket.state == TicketState.NEW.value:
            opened = Transition(TicketState.OPEN, "reacted")
            lifecycle.apply(unit, ticket, opened, actor=journal.OWNER)
    return Done(recorder.finish(), len(waiting), len(found) - len(waiting))


def extension_words(session: Session, ticket: Ticket, now: datetime, until: datetime) -> str:
    """Return the honest text that it takes longer."""
    return _filled(session, "extension", ticket, now, moment=until)


def longer(session: Session, ticket: Ticket, now: datetime) -> datetime:
    """Return until when a promise may well be extended: once more the time of an answer.

    A customer is not told to wait for an hour at which nobody works.
    """
    plan, _reason = plans.of(session, ticket)
    target = plan.targets.answer
    hours = opening_hours(session, now)
    due = _next_hour(add_time(hours, target.counting, now, target.amount))
    return due if is_open(hours, due) else _next_hour(next_opening(hours, due) + HOUR)


def _next_hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0) + HOUR


def extend(
    unit: Unit,
    promise_id: int,
    *,
    until: datetime | None = None,
    text: str | None = None,
    origin: object | None = None,
) -> int | None:
    """Tell the customer that it takes longer, before the promise lapses; returns the act.

    The old promise is booked as extended, and a new one runs.

    Raises:
        NotAPromiseError: it is not open.
    """
    row = unit.session.get(Promise, promise_id)
    if row is None or row.state != PromiseState.OPEN.value:
        raise promises.NotAPromiseError
    ticket = lifecycle.find(unit.session, row.ticket_id)
    until = until or longer(unit.session, ticket, unit.now)
    words = text or extension_words(unit.session, ticket, unit.now, until)
    recorder = acts.begin(unit, "extended", origin=origin, number=ticket.number)
    recorder.watch(ticket)
    recorder.add(promises.close(unit, promise_id, PromiseState.EXTENDED, actor=journal.OWNER))
    new = Found(words, until, PromiseKind(row.kind))
    _send(unit, recorder, ticket, words, new, extends_id=promise_id, act="extension")
    return recorder.finish()


def give(unit: Unit, ticket_id: int, *, promise: Found, origin: object | None = None) -> int | None:
    """Book a promise that was given elsewhere, such as by phone; returns the act."""
    ticket = lifecycle.find(unit.session, ticket_id)
    recorder = acts.begin(unit, "promised", origin=origin, number=ticket.number)
    recorder.watch(ticket)
    recorder.step(**promises.make(unit, ticket, promise, actor=journal.OWNER))
    lifecycle.recount(ticket)
    return recorder.finish()


def keep(unit: Unit, promise_id: int, *, origin: object | None = None) -> int | None:
    """Book that a promise was kept in another way, such as by ringing back; returns the act.

    Raises:
        NotAPromiseError: it is not open.
    """
    row = unit.session.get(Promise, promise_id)
    if row is None:
        raise promises.NotAPromiseError
    state = settled(row.due_at, unit.now)
    ticket = lifecycle.find(unit.session, row.ticket_id)
    recorder = acts.begin(unit, "promise_kept", origin=origin, number=ticket.number)
    recorder.watch(ticket)
    recorder.add(promises.close(unit, promise_id, state, actor=journal.OWNER))
    lifecycle.recount(ticket)
    return recorder.finish()


def _waits(ticket: Ticket) -> bool:
    return ticket.first_reacted_at is None and AT_TURN[TicketState(ticket.state)] in OUR_TURN


def _filled(
    session: Session,
    purpose: str,
    ticket: Ticket,
    now: datetime,
    moment: datetime | None = None,
) -> str:
    template = templates.fitting(session, purpose, ticket.kind)
    filled = templates.filled(session, template, ticket, now, moment=moment)
    if filled.missing:
        raise UnfilledTextError(places=", ".join(filled.missing))
    return filled.text


def _send(
    unit: Unit,
    recorder: acts.Recorder,
    ticket: Ticket,
    words: str,
    promise: Found | None,
    extends_id: int | None = None,
    act: str = "reaction",
) -> None:
    replies.connected(unit, ticket.id)
    last = replies.last_inbound(unit.session, ticket.id)
    recipient = replies.recipient_of(unit.session, ticket, last)
    delay: timedelta = load(unit.session, SendingSettings).undo_delay
    queued = replies.queue(
        unit,
        ticket,
        words,
        recipient=recipient,
        due_at=unit.now + delay,
        purpose=Purpose.REACTION,
    )
    recorder.step(op="sending", outbox=queued.outbox_id)
    if promise is not None:
        step = promises.make(
            unit,
            ticket,
            promise,
            actor=journal.OWNER,
            message_id=queued.message_id,
            extends_id=extends_id,
        )
        recorder.step(**step)
    lifecycle.recount(ticket)
    journal.append(unit, act, ticket_id=ticket.id, data={"message": queued.message_id})
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket.id})))
