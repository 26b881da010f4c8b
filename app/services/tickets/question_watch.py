"""Questions without an answer: the colleague is reminded, then his deputy is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account, StreamState
from app.models.base import EPOCH
from app.models.directory import Colleague, Question
from app.models.messages import Message, OutboxItem
from app.models.rules.errors import KnownError
from app.models.rules.hours import is_open, next_opening
from app.models.rules.messages import Delivery
from app.models.rules.questions import (
    Progress,
    QuestionState,
    Step,
    due_step,
    next_step,
    on_not_asked,
)
from app.models.rules.tickets import OPEN_STATES, TicketState
from app.models.tickets import Ticket
from app.services.events import OutboxChanged, TicketsChanged
from app.services.settings import AskingSettings, load
from app.services.storage.database import Unit
from app.services.tickets import contents, journal, lifecycle, people, question_mail
from app.services.tickets.opening import opening_hours
from app.services.tickets.question_mail import Letter


@dataclass(frozen=True, slots=True)
class _Open:
    question: Question
    message: Message
    item: OutboxItem
    ticket: Ticket

    @property
    def progress(self) -> Progress:
        sent_at = self.item.sent_at or self.question.asked_at
        return Progress(sent_at, self.question.reminded_at, self.question.escalated_at)


def watch(unit: Unit) -> int:
    """Do what is due about open questions, in opening hours only; returns how many were.

    A ticket whose colleague does not answer and has no deputy is ours again.
    """
    hours = opening_hours(unit.session, unit.now)
    waits = load(unit.session, AskingSettings).waits
    done = 0
    for one in list(_open(unit.session)):
        read_to = _read_to(unit.session, one) or unit.now
        step = due_step(one.progress, hours, unit.now, read_to=read_to, waits=waits)
        if step is not None:
            _remind(unit, one) if step is Step.REMIND else _escalate(unit, one)
            done += 1
    return done


def next_watch(session: Session, now: datetime) -> datetime | None:
    """Return when something is due about an open question, or None.

    What waits for the mailbox to be read is not counted: nobody knows when that will be.
    """
    hours = opening_hours(session, now)
    waits = load(session, AskingSettings).waits
    due = []
    for one in _open(session):
        step = next_step(one.progress, hours, waits)
        if step is not None and (step[1] > now or step[1] <= (_read_to(session, one) or now)):
            due.append(step[1])
    if not due:
        return None
    return max(min(due), now if is_open(hours, now) else next_opening(hours, now))


def _open(session: Session) -> Iterator[_Open]:
    rows = session.execute(
        select(Question, Message, OutboxItem, Ticket)
        .join(Message, Message.id == Question.message_id)
        .join(OutboxItem, OutboxItem.message_id == Message.id)
        .join(Ticket, Ticket.id == Message.ticket_id)
        .where(
            Question.state == QuestionState.OPEN.value,
            Question.escalated_at.is_(None),
            OutboxItem.state == Delivery.SENT.value,
            Ticket.state.in_([state.value for state in OPEN_STATES]),
        )
        .order_by(Question.id)
    )
    for question, message, item, ticket in rows:
        yield _Open(question, message, item, ticket)


def _read_to(session: Session, one: _Open) -> datetime | None:
    """Return up to when the mailbox was read into which the answer comes; None when it never is.

    One folder is enough: another one may be so large that it takes days.
    """
    account = session.get_one(Account, one.message.account_id)
    if account.state != "active":
        return None
    streams = select(StreamState.complete_to).where(StreamState.account_id == account.id)
    known = session.scalars(streams).all()
    return max((moment or EPOCH for moment in known), default=EPOCH)


def _remind(unit: Unit, one: _Open) -> None:
    one.question.reminded_at = unit.now
    colleague = unit.session.get_one(Colleague, one.question.colleague_id)
    said = question_mail.words(unit.session)
    problem = _send(unit, one, colleague, said["reminder"])
    _tell(unit, one, "question_reminded", problem or "no_answer", colleague)


def _escalate(unit: Unit, one: _Open) -> None:
    one.question.escalated_at = unit.now
    colleague = unit.session.get_one(Colleague, one.question.colleague_id)
    deputy = _deputy(unit.session, colleague)
    problem = "no_deputy"
    if deputy is not None:
        said = question_mail.words(unit.session)["deputy"].format(colleague=colleague.name)
        problem = _send(unit, one, deputy, said)
    if deputy is not None and not problem:
        one.question.deputy_id = deputy.id
        _tell(unit, one, "question_escalated", "no_answer_still", deputy)
        return
    back = on_not_asked(TicketState(one.ticket.state), "nobody_answers")
    lifecycle.apply(unit, one.ticket, back, actor=journal.BALIE)
    _tell(unit, one, "question_escalated", problem, colleague)


def _deputy(session: Session, colleague: Colleague) -> Colleague | None:
    if colleague.deputy_id is None:
        return None
    deputy = session.get_one(Colleague, colleague.deputy_id)
    return deputy if deputy.active and deputy.mail else None


def _send(unit: Unit, one: _Open, to: Colleague, said: str) -> str:
    """Queue one more mail about a question; returns why not, "" when it is on its way."""
    if not to.active or not to.mail:
        return "no_address"
    if to.mail in people.customers(unit.session, one.ticket.id):
        return question_mail.ColleagueIsCustomerError.code
    try:
        account = _account(unit.session, one)
    except KnownError as error:
        return error.code
    letter = Letter(
        colleague=to,
        subject=one.message.subject,
        text=said,
        below=f"{one.message.text}\n\n{one.message.quoted}",
        due_at=unit.now,
        parents=[one.message.key],
        automatic=True,
    )
    question_mail.queue(unit, one.ticket, account, letter)
    contents.recount(unit, one.ticket)
    unit.publish(OutboxChanged(ticket_ids=frozenset({one.ticket.id})))
    return ""


def _account(session: Session, one: _Open) -> Account:
    asked_by = session.get_one(Account, one.message.account_id)
    return (
        asked_by if asked_by.state == "active" else question_mail.account_for(session, one.ticket)
    )


def _tell(unit: Unit, one: _Open, act: str, reason: str, who: Colleague) -> None:
    asking = load(unit.session, AskingSettings)
    reminded = act == "question_reminded"
    journal.append(
        unit,
        act,
        ticket_id=one.ticket.id,
        actor=journal.BALIE,
        reason=reason,
        data={
            "question": one.question.id,
            "colleague": who.id,
            "minutes": asking.remind_minutes if reminded else asking.deputy_minutes,
        },
    )
    unit.publish(TicketsChanged(ticket_ids=frozenset({one.ticket.id})))
