"""Practising: a task lets a customer write, and looks at what became of his message."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.directory import Question
from app.models.handbook import HandbookPage
from app.models.messages import Message, OutboxItem
from app.models.promises import Promise
from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError, KnownError
from app.models.rules.learning.practice import TASKS, Check, Facts, State, is_done, look
from app.models.rules.messages import Direction, Purpose
from app.models.rules.tickets import TicketState
from app.models.runs import Run
from app.models.tickets import Ticket
from app.services import settings
from app.services.channels.api import InboundMessage, Person
from app.services.events import SettingsChanged
from app.services.learning import words
from app.services.settings import PracticeSettings, load
from app.services.storage.database import Unit
from app.services.tickets import lifecycle
from app.services.tickets.arrivals import Arrival, receive
from app.services.tickets.questions import DISCARDED

TEXTS = "practice.json"
_MAIL = "email"


class PracticeElsewhereError(KnownError):
    """These are the owner's own messages."""

    code = "practice_elsewhere"
    text = QT_TRANSLATE_NOOP(
        "errors", "Practising is done in the example firm: no customer of yours notices it."
    )


@dataclass(frozen=True, slots=True)
class TaskInfo:
    """A task, as shown; `ticket` is the id of its message, None as long as it was not begun."""

    key: str
    title: str
    todo: str
    ticket: int | None
    begun_at: datetime | None
    found: tuple[tuple[Check, State], ...]
    done: bool


def tasks(session: Session, now: datetime) -> list[TaskInfo]:
    """Return the tasks in their order, with how each stands."""
    begun = {key: ticket_id for key, ticket_id, _at in load(session, PracticeSettings).begun}
    return [_info(session, key, begun.get(key), now) for key in TASKS]


def begin(unit: Unit, key: str, *, is_example: bool, origin: object | None = None) -> int:
    """Let the customer of a task write, once more when he wrote before; returns his ticket.

    Raises:
        PracticeElsewhereError: this is not the example firm.
        InvalidValueError: there is no such task.
    """
    if key not in TASKS:
        raise InvalidValueError(value=key, field="task", choices=", ".join(TASKS))
    account = unit.session.scalar(select(Account).where(Account.kind == _MAIL).limit(1))
    if not is_example or account is None:
        raise PracticeElsewhereError
    before = load(unit.session, PracticeSettings).begun
    message = _message(unit, key, account, len(before))
    placed = receive(unit, Arrival(account.id, account.kind, 0, message, in_sent=False))
    assert placed is not None  # noqa: S101  nothing that is new is left out
    entry = (key, placed.ticket_id, unit.now.isoformat())
    others = tuple(one for one in before if one[0] != key)
    settings.save(unit.session, PracticeSettings(begun=(*others, entry)))
    unit.publish(SettingsChanged(section=PracticeSettings.section, origin=origin))
    return placed.ticket_id


# --- how -------------------------------------------------------------------------------------


def _message(unit: Unit, key: str, account: Account, count: int) -> InboundMessage:
    told = words.read(TEXTS)[key]
    said = told[words.language_of(unit.session)]
    name, address = told["customer"]
    identity = f"<practice-{key}-{count}-{unit.now.timestamp()}@klant.example>"
    return InboundMessage(
        key=identity, fingerprint=identity, direction=Direction.IN,
        author=Person(address, name), recipients=(Person(account.handle, account.name),),
        subject=said["subject"], text=said["text"], created_at=unit.now, received_at=unit.now,
    )  # fmt: skip


def _info(session: Session, key: str, ticket_id: int | None, now: datetime) -> TaskInfo:
    said = words.read(TEXTS)[key][words.language_of(session)]
    if ticket_id is None:
        found = tuple((check, State.OPEN) for check in TASKS[key].checks)
        return TaskInfo(key, said["title"], said["todo"], None, None, found, done=False)
    ticket = lifecycle.standing(session, ticket_id)
    found = look(TASKS[key], _facts(session, ticket, now))
    return TaskInfo(
        key, said["title"], said["todo"], ticket.id, ticket.created_at, found, done=is_done(found)
    )


def _facts(session: Session, ticket: Ticket, now: datetime) -> Facts:
    begun, written = ticket.created_at, _written(session, ticket.id)
    reacted = min(written.values(), default=None)
    walked = session.scalars(
        select(HandbookPage.key)
        .join(Run, Run.page_id == HandbookPage.id)
        .where(Run.ticket_id == ticket.id, Run.ended == "done")
    )
    asked = select(Question.id).join(Message, Message.id == Question.message_id)
    promised = select(Promise.id).where(Promise.ticket_id == ticket.id)
    closed = ticket.state == TicketState.CLOSED.value
    return Facts(
        waited=_minutes(now - begun),
        reacted=None if reacted is None else _minutes(reacted - begun),
        category=ticket.category,
        priority=ticket.priority,
        walked=frozenset(walked),
        asked=session.scalar(asked.where(Message.ticket_id == ticket.id).limit(1)) is not None,
        promised=session.scalar(promised.limit(1)) is not None,
        answered=Purpose.ANSWER.value in written,
        closed=closed and ticket.outcome is not None,
    )


def _written(session: Session, ticket_id: int) -> dict[str, datetime]:
    """Return when the owner first wrote to the customer, by purpose, unless he took it back."""
    rows = session.execute(
        select(OutboxItem.purpose, func.min(OutboxItem.created_at))
        .join(Message, Message.id == OutboxItem.message_id)
        .where(Message.ticket_id == ticket_id, OutboxItem.automatic.is_(False))
        .where(OutboxItem.purpose != Purpose.QUESTION.value)
        .where(OutboxItem.state != DISCARDED)
        .group_by(OutboxItem.purpose)
    )
    return {row[0]: row[1] for row in rows}


def _minutes(amount: timedelta) -> float:
    return amount / timedelta(minutes=1)
