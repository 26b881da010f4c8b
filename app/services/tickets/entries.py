"""What was said by phone or at the counter, noted by hand as a ticket of its own."""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.contacts import Contact, Identity
from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    EmptyTextError,
    InvalidValueError,
    KnownError,
)
from app.models.rules.handles import Handle, handle_of
from app.models.rules.messages import Direction
from app.models.rules.promises import Found, PromiseKind
from app.models.rules.tickets import TicketState, Transition
from app.models.rules.wording import spoken
from app.models.tickets import Ticket
from app.services.channels.api import Attachment, InboundMessage, Person
from app.services.events import AccountHealthChanged
from app.services.resources import resource
from app.services.settings import HoursSettings, LookSettings, load
from app.services.storage.database import Unit
from app.services.tickets import (
    acts,
    attached,
    contents,
    filing,
    journal,
    lifecycle,
    people,
    promises,
    timing,
    turns,
)
from app.services.tickets.decisions import NotInTheFutureError

KINDS = ("phone", "walkin")
IN, OUT = Direction.IN.value, Direction.OUT.value
LOCAL = "local"
TEXTS = "entry_texts.json"
LONGEST_SUBJECT = 80


class NotInThePastError(KnownError):
    """A talk is to come."""

    code = "not_in_the_past"
    text = QT_TRANSLATE_NOOP("errors", "A talk that is noted is over: give a moment before now.")


class UnknownHandleError(KnownError):
    """What was given reaches nobody."""

    code = "unknown_handle"
    text = QT_TRANSLATE_NOOP(
        "errors", "“{value}” is neither a telephone number nor an e-mail address."
    )


class NobodySpokenToError(KnownError):
    """It is not said with whom was spoken."""

    code = "nobody_spoken_to"
    text = QT_TRANSLATE_NOOP("errors", "Say who it was: a name, a number or an address.")


class NobodyToRingError(KnownError):
    """Somebody is to be rung back, and nothing says where."""

    code = "nobody_to_ring"
    text = QT_TRANSLATE_NOOP("errors", "To ring back, a number or an address is needed.")


@dataclass(frozen=True, slots=True)
class Entered:
    """The ticket that was made, and the act that can be undone."""

    ticket_id: int
    number: int
    act_id: int | None


def add(
    unit: Unit,
    *,
    kind: str,
    direction: str,
    name: str,
    handle: str,
    text: str,
    minutes: int = 0,
    at: datetime | None = None,
    attachments: Sequence[Attachment] = (),
    callback_at: datetime | None = None,
    subject: str = "",
    settled: bool = True,
    origin: object | None = None,
) -> Entered:
    """Note a talk as a ticket of the customer.

    It ended `at` that moment, now by default, after so many minutes. A customer who came to us has
    had his first reaction with it; his answer too, when it is settled. Whoever is to be rung back
    gets a promise with a clock, and then nothing is settled.

    Args:
        kind: phone or walkin.
        direction: in when the customer came to us, out when we went to him.
        handle: his number or address, "" when he gave none.

    Raises:
        EmptyTextError, NobodySpokenToError, UnknownHandleError, NobodyToRingError,
        NotInTheFutureError, NotInThePastError, AttachmentsTooLargeError, InvalidValueError.
    """
    _check(unit, kind, direction, text, callback_at)
    ended = _ended(unit, at)
    attached.check_largest(unit.session, attachments)
    name = " ".join(name.split())
    who = _who(name, handle)
    person = _handle(unit.session, handle, needed=callback_at is not None)
    began = ended - timedelta(minutes=minutes)
    contact_id = _contact(unit, person, name)
    ticket = _begin(unit, kind, contact_id, subject or _first_line(text), began)
    recorder = acts.begin(unit, f"entered_{kind}", origin=origin, number=ticket.number)
    recorder.watch(ticket)
    body = note(unit, f"{kind}_{direction}", who, text, minutes, callback_at)
    message_id = file_note(unit, ticket, body, attachments, at=ended)
    recorder.step(op="entry", ticket=ticket.id, message=message_id)
    data = {"message": message_id, "direction": direction, "minutes": minutes}
    journal.append(unit, f"entered_{kind}", ticket_id=ticket.id, data=data)
    if direction == IN:
        timing.wait_from(unit, ticket, ticket.created_at)
        ticket.first_reacted_at = ticket.created_at
    if callback_at is not None:
        promise = Found(_whom(name, handle), callback_at, PromiseKind.CALLBACK)
        recorder.step(**promises.make(unit, ticket, promise, actor=journal.OWNER))
    elif settled:
        ticket.answered_at = ended if ticket.answer_due else None
        done = Transition(TicketState.ANSWERED, "settled_at_once")
        lifecycle.apply(unit, ticket, done, actor=journal.OWNER, at=ended)
    contents.recount(unit, ticket)
    return Entered(ticket.id, ticket.number, recorder.finish())


def body(session: Session, *, about: str, agreed: str) -> str:
    """Return the text of a note in the form of the template; lines without words are left out."""
    said = _words(session)
    parts = {"about": about.strip(), "agreed": agreed.strip()}
    return "\n".join(said[key].format(text=text) for key, text in parts.items() if text)


def _check(unit: Unit, kind: str, direction: str, text: str, callback_at: datetime | None) -> None:
    for value, field, known in ((kind, "channel", KINDS), (direction, "direction", (IN, OUT))):
        if value not in known:
            raise InvalidValueError(value=value, field=field, choices=", ".join(known))
    if not text.strip():
        raise EmptyTextError
    if callback_at is not None and callback_at <= unit.now:
        raise NotInTheFutureError


def _ended(unit: Unit, at: datetime | None) -> datetime:
    if at is not None and at > unit.now:
        raise NotInThePastError
    return at or unit.now


def _who(name: str, handle: str) -> str:
    if not (name or handle.strip()):
        raise NobodySpokenToError
    return name or handle.strip()


def _handle(session: Session, said: str, *, needed: bool) -> Handle | None:
    if not said.strip():
        if needed:
            raise NobodyToRingError
        return None
    found = handle_of(said, load(session, HoursSettings).country)
    if found is None:
        raise UnknownHandleError(value=said.strip())
    return found


def _contact(unit: Unit, person: Handle | None, name: str) -> int:
    """Return the customer of a handle, on whatever channel he has it, or a new one."""
    if person is None:
        made = Contact(name=name, created_at=unit.now)
        unit.session.add(made)
        unit.session.flush()
        return made.id
    handles = (person.handle, person.handle.removeprefix("+"))
    known = unit.session.scalar(
        select(Identity.contact_id).where(Identity.handle.in_(handles)).order_by(Identity.id)
    )
    if known is None:
        return people.contact_of(unit, person.kind, Person(person.handle, name))
    contact = unit.session.get_one(Contact, known)
    contact.name = contact.name or name
    return known


def _account(unit: Unit, kind: str) -> Account:
    """Return the account under which such talks stand; no channel fetches or sends for it."""
    found = unit.session.scalar(select(Account).where(Account.kind == kind, Account.state == LOCAL))
    if found is not None:
        return found
    made = Account(
        kind=kind,
        handle=kind,
        name="",
        values={},
        state=LOCAL,
        created_at=unit.now,
        health="ok",
    )
    unit.session.add(made)
    unit.session.flush()
    unit.publish(AccountHealthChanged(account_id=made.id))
    return made


def _begin(unit: Unit, kind: str, contact_id: int, subject: str, at: datetime) -> Ticket:
    ticket = lifecycle.new_ticket(
        unit,
        account_id=_account(unit, kind).id,
        kind=kind,
        contact_id=contact_id,
        subject=" ".join(subject.split()),
        at=at,
    )
    ticket.state, ticket.updated_at = TicketState.OPEN.value, unit.now
    lifecycle.recount(ticket)
    unit.session.add(ticket)
    unit.session.flush()
    turns.begin(unit, ticket)
    return ticket


def file_note(
    unit: Unit, ticket: Ticket, text: str, attachments: Sequence[Attachment], *, at: datetime
) -> int:
    """Keep the note of a talk in its ticket; returns the message."""
    account = unit.session.get_one(Account, ticket.account_id)
    key = f"entry:{uuid.uuid4().hex}"
    # A note: these are the owner's words, and no answer may ever go out to them.
    note = InboundMessage(
        key=key,
        fingerprint=key,
        direction=Direction.NOTE,
        author=Person(account.handle, account.name),
        subject=ticket.subject,
        text=text,
        attachments=tuple(attachments),
        created_at=at,
        received_at=at,
    )
    return filing.file_message(unit, ticket.id, account.id, note, delivery=None)


def note(
    unit: Unit, how: str, who: str, text: str, minutes: int, callback_at: datetime | None
) -> str:
    """Return the note of a talk, with who it was and how long it took above it."""
    session, now = unit.session, unit.now
    said = _words(session)
    head = said[how].format(who=who)
    if minutes:
        head = said["minutes"].format(head=head, minutes=minutes)
    lines = [head, text.strip()]
    if callback_at is not None:
        zone, language = load(session, HoursSettings).zone, load(session, LookSettings).language
        moment = spoken(callback_at, now, zone=zone, language=language)
        lines.append(said["callback"].format(moment=moment))
    return "\n".join(lines)


def _whom(name: str, handle: str) -> str:
    return ", ".join(filter(None, (name, handle.strip())))


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:LONGEST_SUBJECT]


def _words(session: Session) -> Mapping[str, str]:
    texts = _texts()
    return texts.get(load(session, LookSettings).language, texts["nl"])


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(resource(TEXTS).read_text("utf-8"))
    return found
