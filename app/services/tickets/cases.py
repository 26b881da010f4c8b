"""From public to private as one case: three lines, each with the message that is its evidence."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import false, select
from sqlalchemy.orm import Session

from app.models.cases import CaseLine
from app.models.contacts import Identity
from app.models.messages import Message
from app.models.rules.cases import Line, belongs_in_private, may
from app.models.rules.errors import QT_TRANSLATE_NOOP, EmptyTextError, KnownError
from app.models.rules.messages import Delivery, Direction, Purpose
from app.models.rules.tickets import TicketState, Transition, on_answer
from app.models.tickets import Ticket
from app.services.channels.api import Person, Traits
from app.services.events import OutboxChanged
from app.services.settings import SendingSettings, load
from app.services.storage.database import Unit
from app.services.tickets import (
    act_rows,
    acts,
    deliveries,
    journal,
    lifecycle,
    replies,
    routes,
    templates,
)
from app.services.tickets.replies import Queued

PRIVATE_KIND = "email"
NOT_THERE = frozenset({Delivery.FAILED.value, Delivery.UNKNOWN.value})
"""A line whose message may not have arrived is no evidence."""

NOTHING_SEEN = replies.Seen()


class NotInPublicError(KnownError):
    """Only what came in public can be taken to private."""

    code = "not_in_public"
    text = QT_TRANSLATE_NOOP("errors", "Nobody else can read this channel: just answer.")


class NoPrivateWayError(KnownError):
    """There is no e-mail address of the customer, or no account of ours that could write to it."""

    code = "no_private_way"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "There is no private way to this customer: give an e-mail address, with an e-mail account "
        "connected, or note what you wrote elsewhere.",
    )


class NotYourTurnError(KnownError):
    """The line was written already, or another one comes first."""

    code = "case_order"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "This line was written already, or it has to wait for the private message.",
    )


@dataclass(frozen=True, slots=True)
class Written:
    """One line of a case with its evidence; `delivery` is None for a note of the owner."""

    line: Line
    message_id: int
    at: datetime
    delivery: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """How far a ticket is on its way from public to private.

    Attributes:
        written: the newest message of each line; `done` are those that count.
        address: the e-mail address that the customer is known by, or None.
        there: the platform itself has a private way to the customer.
        warns: it is a complaint, and an answer now would be read by everybody.
        language: "nl" or "en", in which the customer wrote.
    """

    ticket_id: int
    public: bool
    written: tuple[Written, ...]
    address: str | None
    there: bool
    warns: bool
    language: str

    @property
    def done(self) -> frozenset[Line]:
        """The lines that count."""
        return _done(self.written)


def of(session: Session, ticket_id: int, *, traits: Traits) -> Case:
    """Return the case of a ticket, whose channel has these traits; it may be all empty.

    Raises:
        NotFoundError: there is no such ticket.
    """
    ticket = lifecycle.standing(session, ticket_id)
    written = _written(session, ticket.id)
    last = replies.last_inbound(session, ticket.id)
    warns = belongs_in_private(
        public=traits.public and routes.by(session, ticket, last) == ticket.account_id,
        marks=(ticket.type, ticket.category),
        done=_done(written),
    )
    address, language = _address(session, ticket), templates.language_for(session, ticket)
    return Case(ticket.id, traits.public, written, address, traits.private, warns, language)


def write(
    unit: Unit,
    ticket_id: int,
    *,
    line: Line,
    text: str,
    traits: Traits,
    address: str | None = None,
    seen: replies.Seen = NOTHING_SEEN,
    origin: object | None = None,
) -> Queued:
    """Send one line: the public ones where everybody reads, the private one where only he does.

    That is by the platform itself where it has such a way, else by e-mail. The public line stops
    the clock of the first reaction only; the private one is the answer.

    Args:
        address: where the private message goes by e-mail; by default the platform's own private
            way, or the customer's known address.
        seen: what the owner knew of; anything newer stops it.

    Raises:
        EmptyTextError, NotInPublicError, NotYourTurnError, NoPrivateWayError, NewerMessageError,
        NobodyToAnswerError, NotConnectedError.
    """
    ticket = _ready(unit, ticket_id, line=line, text=text, traits=traits)
    last = replies.last_inbound(unit.session, ticket.id)
    latest = replies.last_stored_inbound(unit.session, ticket.id)
    if last is not None and seen.is_overtaken(last.id, latest):
        raise replies.NewerMessageError
    private = line is Line.PRIVATE
    there = private and traits.private and address is None
    way = _private_way if private and not there else _public_way
    account_id, recipient = way(unit.session, ticket, address)
    recorder = acts.begin(unit, f"case_{line.value}", origin=origin, number=ticket.number)
    recorder.watch(ticket)
    delay = load(unit.session, SendingSettings).undo_delay
    queued = replies.queue(
        unit,
        ticket,
        text,
        recipient=recipient,
        due_at=unit.now + delay,
        purpose=Purpose.ANSWER if private else Purpose.REACTION,
        account_id=account_id,
        private=there,
        answered=None if private else _last_in_public(unit.session, ticket),
    )
    recorder.step(op="sending", outbox=queued.outbox_id)
    recorder.step(**_kept(unit, ticket, line, queued.message_id))
    _take_turn(unit, ticket, line)
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket.id}), origin=origin))
    return Queued(queued.outbox_id, queued.message_id, recorder.finish())


def note(
    unit: Unit,
    ticket_id: int,
    *,
    line: Line,
    text: str,
    traits: Traits,
    origin: object | None = None,
) -> int | None:
    """Tick a line that was written outside Balie; a note of what was said is its evidence.

    The clocks stop as if it had left from here. Returns the act.

    Raises:
        EmptyTextError, NotInPublicError, NotYourTurnError.
    """
    ticket = _ready(unit, ticket_id, line=line, text=text, traits=traits)
    with acts.together(unit, "case_noted", origin=origin, number=ticket.number) as recorder:
        recorder.watch(ticket)
        replies.add_note(unit, ticket.id, text=text, origin=origin)
        message_id = next(one["message"] for one in recorder.steps if one["op"] == "note")
        recorder.step(**_kept(unit, ticket, line, message_id))
    if line is Line.PRIVATE:
        deliveries.stop_clocks(ticket, unit.now)
    ticket.first_reacted_at = ticket.first_reacted_at or unit.now
    _take_turn(unit, ticket, line, elsewhere=True)
    return recorder.finish()


def _ready(unit: Unit, ticket_id: int, *, line: Line, text: str, traits: Traits) -> Ticket:
    if not text.strip():
        raise EmptyTextError
    if not traits.public:
        raise NotInPublicError
    ticket = replies.connected(unit, ticket_id)
    written = _written(unit.session, ticket.id)
    # What may have arrived is not written again before the owner has looked.
    stands = {one.line for one in written if one.delivery != Delivery.FAILED.value}
    if line in stands or not may(line, _done(written)):
        raise NotYourTurnError
    return ticket


def _kept(unit: Unit, ticket: Ticket, line: Line, message_id: int) -> acts.Json:
    step = act_rows.added(unit, CaseLine(message_id=message_id, line=line.value))
    data = {"line": line.value, "message": message_id}
    journal.append(unit, "case_line", ticket_id=ticket.id, data=data)
    return {**step, "ticket": ticket.id}


def _take_turn(unit: Unit, ticket: Ticket, line: Line, *, elsewhere: bool = False) -> None:
    state = TicketState(ticket.state)
    if line is Line.PRIVATE:
        answered = on_answer(state, elsewhere=elsewhere)
        lifecycle.apply(unit, ticket, answered, actor=journal.OWNER)
    elif state is TicketState.NEW:
        opened = Transition(TicketState.OPEN, "reacted")
        lifecycle.apply(unit, ticket, opened, actor=journal.OWNER)
    lifecycle.recount(ticket)


def _public_way(session: Session, ticket: Ticket, _address: str | None) -> tuple[int, Person]:
    last = _last_in_public(session, ticket)
    return ticket.account_id, replies.recipient_of(session, ticket, last)


def _last_in_public(session: Session, ticket: Ticket) -> Message | None:
    """Return what a public line stands under: some channels have both in one conversation."""
    return session.scalar(
        select(Message)
        .where(Message.ticket_id == ticket.id, Message.direction == Direction.IN.value)
        .where(Message.account_id == ticket.account_id, Message.public.is_not(false()))
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    )


def _private_way(session: Session, ticket: Ticket, address: str | None) -> tuple[int, Person]:
    account_id = routes.of_kind(session, PRIVATE_KIND)
    handle = (address or _address(session, ticket) or "").strip().lower()
    if account_id is None or "@" not in handle.strip("@"):
        raise NoPrivateWayError
    return account_id, Person(handle)


def _address(session: Session, ticket: Ticket) -> str | None:
    statement = select(Identity.handle).where(
        Identity.contact_id == ticket.contact_id, Identity.kind == PRIVATE_KIND
    )
    return session.scalar(statement.order_by(Identity.id.desc()).limit(1))


def _written(session: Session, ticket_id: int) -> tuple[Written, ...]:
    rows = session.execute(
        select(CaseLine.line, Message)
        .join(Message, Message.id == CaseLine.message_id)
        .where(Message.ticket_id == ticket_id)
        .order_by(Message.id)
    )
    newest = {
        Line(line): Written(Line(line), row.id, row.created_at, _how(row), row.text)
        for line, row in rows
    }
    return tuple(newest[line] for line in Line if line in newest)


def _how(message: Message) -> str | None:
    return None if message.direction == Direction.NOTE.value else message.delivery


def _done(written: tuple[Written, ...]) -> frozenset[Line]:
    return frozenset(one.line for one in written if one.delivery not in NOT_THERE)
