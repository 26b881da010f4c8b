"""One text to many customers: filled in for each, shown before, and sent as one act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.contacts import Contact
from app.models.messages import Message, OutboxItem
from app.models.rules.errors import QT_TRANSLATE_NOOP, EmptyTextError, KnownError
from app.models.rules.messages import Delivery, Direction, Purpose
from app.models.rules.templates import places
from app.models.tickets import Ticket
from app.services.channels.errors import NoAnswersThere
from app.services.settings import LookSettings, load
from app.services.storage.database import Unit
from app.services.tickets import acts, lifecycle, promises, replies, templates
from app.services.tickets.templates import TemplateInfo

UNDECIDED = (Delivery.QUEUED.value, Delivery.SENDING.value, Delivery.UNKNOWN.value)


class MovedOnError(KnownError):
    """Something was written in the ticket since its letter was shown: by the customer, or by us."""

    code = "moved_on"
    text = QT_TRANSLATE_NOOP(
        "errors", "Something was written here since you looked. Read it before you send."
    )


class UnfilledError(KnownError):
    """A place of the text was left open."""

    code = "unfilled"
    text = QT_TRANSLATE_NOOP("errors", "Fill in what stands in braces first: {places}.")


class OnItsWayError(KnownError):
    """An answer is waiting to leave already, or may have arrived."""

    code = "on_its_way"
    text = QT_TRANSLATE_NOOP("errors", "An answer to this is on its way already.")


class WindowClosedError(KnownError):
    """The platform takes no answer to the customer any more."""

    code = "answer_window_over"
    text = QT_TRANSLATE_NOOP("errors", "The time in which the platform takes answers is over.")


@dataclass(frozen=True, slots=True)
class Letter:
    """The text for one ticket, as it was shown or changed by hand.

    Attributes:
        recipient: whom it goes to, "" when there is no way to him.
        last_id: the newest message when it was shown; anything after it stops the letter.
        problems: codes of what keeps it from going like this.
        missing: the places for which nothing was known.
    """

    ticket_id: int
    number: int
    customer: str
    recipient: str
    text: str
    last_id: int
    problems: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """The act, the tickets that were answered, and why the others were not, by ticket."""

    act_id: int | None
    tickets: tuple[int, ...]
    refused: Mapping[int, str]


def preview(
    session: Session, ticket_ids: Sequence[int], *, body: str, now: datetime
) -> list[Letter]:
    """Return what each customer would read; tickets that were put together get one letter.

    Raises:
        NotFoundError: there is no such ticket.
    """
    language = load(session, LookSettings).language
    template = TemplateInfo(0, "answer", "", body, language, ())
    found = {one.id: one for one in (lifecycle.standing(session, i) for i in ticket_ids)}
    return [_letter(session, ticket, template, now) for ticket in found.values()]


def send(unit: Unit, letters: Sequence[Letter], *, origin: object | None = None) -> Sent:
    """Send letters as one act, each with its own time to undo; what cannot go is left and named.

    No ticket gets two, and none gets one after something was written in it since it was shown.
    """
    first: dict[int, Letter] = {}
    for letter in letters:
        first.setdefault(letter.ticket_id, letter)
    sent: list[int] = []
    refused: dict[int, str] = {}
    with acts.together(unit, "answered_many", origin=origin, count=len(first)) as recorder:
        for letter in first.values():
            try:
                _send(unit, letter, origin)
            except KnownError as error:
                refused[letter.ticket_id] = error.code
            else:
                sent.append(letter.ticket_id)
    return Sent(recorder.finish(), tuple(sent), refused)


def _letter(session: Session, ticket: Ticket, template: TemplateInfo, now: datetime) -> Letter:
    filled = templates.filled(session, template, ticket, now)
    letter = Letter(
        ticket_id=ticket.id,
        number=ticket.number,
        customer=session.get_one(Contact, ticket.contact_id).name,
        recipient=_recipient(session, ticket),
        text=filled.text,
        last_id=_last_id(session, ticket.id),
        missing=filled.missing,
    )
    return replace(letter, problems=tuple(e.code for e in _hindrances(session, letter, now)))


def _send(unit: Unit, letter: Letter, origin: object | None) -> None:
    for error in _hindrances(unit.session, letter, unit.now):
        raise error
    replies.answer(
        unit,
        letter.ticket_id,
        text=letter.text,
        promise=promises.found(unit.session, letter.text, unit.now),
        seen=replies.Seen(recipient=letter.recipient),
        origin=origin,
    )


def _hindrances(session: Session, letter: Letter, now: datetime) -> Iterator[KnownError]:
    """Yield what keeps a letter from going, as the store is now."""
    ticket = lifecycle.find(session, letter.ticket_id)
    if ticket.merged_into_id is not None or _last_id(session, ticket.id) != letter.last_id:
        yield MovedOnError()
    try:
        replies.check_way(session, ticket)
    except KnownError as error:
        yield error
    if not letter.recipient:
        yield replies.NobodyToAnswerError()
    if ticket.window_due is not None and ticket.window_due <= now:
        yield WindowClosedError()
    if _on_its_way(session, ticket.id):
        yield OnItsWayError()
    if not letter.text.strip():
        yield EmptyTextError()
    if left := places(letter.text):
        yield UnfilledError(places=", ".join(left))


def _recipient(session: Session, ticket: Ticket) -> str:
    try:
        last = replies.last_inbound(session, ticket.id)
        return replies.recipient_of(session, ticket, last).handle
    except (replies.NobodyToAnswerError, NoAnswersThere):
        return ""


def _last_id(session: Session, ticket_id: int) -> int:
    statement = select(func.max(Message.id)).where(
        Message.ticket_id == ticket_id, Message.direction != Direction.NOTE.value
    )
    return session.scalar(statement) or 0


def _on_its_way(session: Session, ticket_id: int) -> bool:
    statement = (
        select(OutboxItem.id)
        .join(Message, Message.id == OutboxItem.message_id)
        .where(
            Message.ticket_id == ticket_id,
            OutboxItem.purpose == Purpose.ANSWER.value,
            OutboxItem.state.in_(UNDECIDED),
        )
    )
    return session.scalar(statement.limit(1)) is not None
