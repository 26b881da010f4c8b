"""Questions to colleagues: asked as one act, taken back as one."""

import secrets
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.models.accounts import Account
from app.models.directory import Colleague, Question
from app.models.messages import Message, OutboxItem
from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    EmptyTextError,
    KnownError,
    NotFoundError,
)
from app.models.rules.hours import add_working_time
from app.models.rules.messages import Delivery
from app.models.rules.questions import (
    QuestionKind,
    QuestionState,
    on_not_asked,
    with_token,
)
from app.models.rules.tickets import TicketState, Transition, by_owner
from app.models.tickets import Ticket
from app.services.events import OutboxChanged
from app.services.settings import AskingSettings, SendingSettings, load
from app.services.storage.database import Unit
from app.services.tickets import (
    act_rows,
    acts,
    contents,
    directory,
    journal,
    lifecycle,
    people,
    question_mail,
)
from app.services.tickets.opening import opening_hours
from app.services.tickets.question_mail import ColleagueIsCustomerError, Letter

DISCARDED = "discarded"


class NoMailError(KnownError):
    """The colleague's mail address is not known."""

    code = "no_mail"
    text = QT_TRANSLATE_NOOP(
        "errors", "{name} has no e-mail address yet. Fill it in, or call and note what was said."
    )


class OwnAddressError(KnownError):
    """The colleague's address is one of the accounts here: the question would come back in."""

    code = "own_address"
    text = QT_TRANSLATE_NOOP(
        "errors", "{address} is read here as an account of your own. Give another address."
    )


class NotOpenError(KnownError):
    """The question was answered or withdrawn already."""

    code = "question_not_open"
    text = QT_TRANSLATE_NOOP("errors", "This question is no longer open.")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its way: its row, its mail in the outbox, and the act that can be undone."""

    question_id: int
    outbox_id: int
    act_id: int | None


@dataclass(frozen=True, slots=True)
class QuestionInfo:
    """A question, as shown. `answer` is what the colleague wrote, "" while he has not."""

    id: int
    ticket_id: int
    ticket: int
    kind: str
    state: str
    colleague_id: int
    colleague: str
    deputy: str
    text: str
    draft: str | None
    approved: bool | None
    answer: str
    delivery: str | None
    asked_at: datetime
    due_at: datetime | None
    reminded_at: datetime | None
    escalated_at: datetime | None
    answered_at: datetime | None


def ask(
    unit: Unit,
    ticket_id: int,
    *,
    colleague_id: int,
    text: str,
    draft: str | None = None,
    now: bool = False,
    origin: object | None = None,
) -> Asked:
    """Ask a colleague by mail; the ticket waits for him, the customer sees nothing of it.

    Args:
        draft: an answer to the customer that he is asked to approve; it is kept with the question.
        now: leave out the undo delay.

    Raises:
        EmptyTextError: there is no word in it.
        NotFoundError: there is no such ticket or colleague.
        NoMailError, OwnAddressError, ColleagueIsCustomerError, NoMailboxError: it cannot go there.
        NotAllowedError: the ticket is done with.
    """
    if not text.strip() or (draft is not None and not draft.strip()):
        raise EmptyTextError
    ticket = lifecycle.find(unit.session, ticket_id)
    colleague = directory.find(unit.session, colleague_id)
    _check_address(unit.session, ticket, colleague)
    account = question_mail.account_for(unit.session, ticket)
    by_owner(TicketState(ticket.state), TicketState.WAITING_COLLEAGUE)
    kind = QuestionKind.QUESTION if draft is None else QuestionKind.APPROVAL
    name = "asked" if draft is None else "asked_approval"
    recorder = acts.begin(
        unit, name, origin=origin, number=ticket.number, ticket=ticket.id, colleague=colleague.name
    )
    recorder.watch(ticket)
    token = new_token()
    delay = timedelta(0) if now else load(unit.session, SendingSettings).undo_delay
    letter = Letter(
        colleague=colleague,
        subject=_subject(unit.session, ticket, kind, token),
        text=text,
        below=question_mail.context(unit.session, ticket, draft=draft),
        due_at=unit.now + delay,
    )
    message_id, outbox_id = question_mail.queue(unit, ticket, account, letter)
    recorder.step(op="sending", outbox=outbox_id)
    question = _question(unit, message_id, colleague, kind, token, draft)
    recorder.step(**act_rows.added(unit, question), ticket=ticket.id)
    asked = Transition(TicketState.WAITING_COLLEAGUE, "asked")
    lifecycle.apply(unit, ticket, asked, actor=journal.OWNER)
    contents.recount(unit, ticket)
    data = {"question": question.id, "colleague": colleague.id, "message": message_id}
    journal.append(unit, name, ticket_id=ticket.id, data=data)
    unit.publish(OutboxChanged(ticket_ids=frozenset({ticket.id}), origin=origin))
    return Asked(question.id, outbox_id, recorder.finish())


def _question(
    unit: Unit,
    message_id: int,
    colleague: Colleague,
    kind: QuestionKind,
    token: str,
    draft: str | None,
) -> Question:
    hours = opening_hours(unit.session, unit.now)
    waits = load(unit.session, AskingSettings).waits
    return Question(
        message_id=message_id,
        colleague_id=colleague.id,
        kind=kind.value,
        state=QuestionState.OPEN.value,
        token=token,
        draft=draft,
        asked_at=unit.now,
        due_at=add_working_time(hours, unit.now, waits.remind),
    )


def new_token() -> str:
    """Return a token of 100 random bits that mail programs leave as it is."""
    return b32encode(secrets.token_bytes(13)).decode().lower()[:20]


def _subject(session: Session, ticket: Ticket, kind: QuestionKind, token: str) -> str:
    said = question_mail.words(session)
    form = said["subject" if kind is QuestionKind.QUESTION else "approval_subject"]
    return with_token(form.format(number=ticket.number, subject=ticket.subject), token)


def _check_address(session: Session, ticket: Ticket, colleague: Colleague) -> None:
    if not colleague.mail:
        raise NoMailError(name=colleague.name)
    if colleague.mail in set(session.scalars(select(Account.handle))):
        raise OwnAddressError(address=colleague.mail)
    if colleague.mail in people.customers(session, ticket.id):
        raise ColleagueIsCustomerError(address=colleague.mail)


def withdraw(unit: Unit, question_id: int, *, origin: object | None = None) -> int | None:
    """Wait no longer for an answer; what is not sent yet stays here. Returns the act.

    Raises:
        NotFoundError: there is no such question.
        NotOpenError: it is answered or withdrawn already.
    """
    question = find(unit.session, question_id)
    if question.state != QuestionState.OPEN.value:
        raise NotOpenError
    message = unit.session.get_one(Message, question.message_id)
    ticket = lifecycle.find(unit.session, message.ticket_id)
    recorder = acts.begin(unit, "question_withdrawn", origin=origin, number=ticket.number)
    recorder.watch(ticket)
    withdrawn = act_rows.changed(unit, question, state=QuestionState.WITHDRAWN.value)
    for step in (withdrawn, *_hold_back(unit, message)):
        if step is not None:
            recorder.step(**step, ticket=ticket.id)
    no_longer_waiting(unit, ticket, "question_withdrawn")
    data = {"question": question.id}
    journal.append(unit, "question_withdrawn", ticket_id=ticket.id, data=data)
    return recorder.finish()


def no_longer_waiting(unit: Unit, ticket: Ticket, reason: str) -> None:
    """Make a ticket ours again when no question in it is open any more."""
    if not open_in(unit.session, ticket.id):
        back = on_not_asked(TicketState(ticket.state), reason)
        lifecycle.apply(unit, ticket, back, actor=journal.OWNER)


def _hold_back(unit: Unit, message: Message) -> list[dict[str, Any] | None]:
    item = unit.session.scalar(select(OutboxItem).where(OutboxItem.message_id == message.id))
    if item is None or item.state not in {Delivery.QUEUED.value, Delivery.FAILED.value}:
        return []
    unit.publish(OutboxChanged(ticket_ids=frozenset({message.ticket_id})))
    return [
        act_rows.changed(unit, item, state=DISCARDED),
        act_rows.changed(unit, message, delivery=None),
    ]


def find(session: Session, question_id: int) -> Question:
    """Return a question by id.

    Raises:
        NotFoundError: there is none.
    """
    found = session.get(Question, question_id)
    if found is None:
        raise NotFoundError(what="question to a colleague", name=question_id)
    return found


def open_in(session: Session, ticket_id: int) -> list[int]:
    """Return the ids of the questions of a ticket that wait for an answer."""
    return list(
        session.scalars(
            select(Question.id)
            .join(Message, Message.id == Question.message_id)
            .where(Message.ticket_id == ticket_id, Question.state == QuestionState.OPEN.value)
            .order_by(Question.id)
        )
    )


_ASKED, _ANSWER = aliased(Message), aliased(Message)
_COLLEAGUE, _DEPUTY = aliased(Colleague), aliased(Colleague)
_INFOS = (
    select(
        Question.id,
        _ASKED.ticket_id,
        Ticket.number,
        Question.kind,
        Question.state,
        Question.colleague_id,
        _COLLEAGUE.name,
        func.coalesce(_DEPUTY.name, ""),
        _ASKED.text,
        Question.draft,
        Question.approved,
        func.coalesce(_ANSWER.text, ""),
        _ASKED.delivery,
        Question.asked_at,
        Question.due_at,
        Question.reminded_at,
        Question.escalated_at,
        Question.answered_at,
    )
    .join(_ASKED, _ASKED.id == Question.message_id)
    .join(Ticket, Ticket.id == _ASKED.ticket_id)
    .join(_COLLEAGUE, _COLLEAGUE.id == Question.colleague_id)
    .outerjoin(_DEPUTY, _DEPUTY.id == Question.deputy_id)
    .outerjoin(_ANSWER, _ANSWER.id == Question.answer_message_id)
    .order_by(Question.id)
)
"""The columns of QuestionInfo; made once, as every ticket that is opened asks for it."""


def infos(
    session: Session, *, ticket_id: int | None = None, only_open: bool = False
) -> list[QuestionInfo]:
    """Return questions, of one ticket or of all, the oldest first."""
    statement = _INFOS
    if ticket_id is not None:
        statement = statement.where(_ASKED.ticket_id == ticket_id)
    if only_open:
        statement = statement.where(Question.state == QuestionState.OPEN.value)
    found: Iterable[Any] = session.execute(statement)
    return [QuestionInfo(*row) for row in found]
