"""What colleagues answer: it comes into the ticket as a note, and the customer never sees it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from app.models.accounts import Account
from app.models.directory import Colleague, Question
from app.models.messages import Message
from app.models.rules.messages import Delivery, Direction
from app.models.rules.questions import (
    Asked,
    Mail,
    Match,
    QuestionKind,
    QuestionState,
    match,
    on_colleague_wrote,
    tokens_in,
    tokens_of_keys,
    verdict,
)
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services.channels.api import InboundMessage
from app.services.events import TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import contents, filing, journal, lifecycle, people

_ANY = "any question"
_OWN = "own addresses"
_ON_ITS_WAY = (Delivery.QUEUED.value, Delivery.SENDING.value, Delivery.SENT.value)


def receive(
    unit: Unit, account_id: int, message: InboundMessage, *, ticket_id: int | None
) -> tuple[int, int] | None:
    """File a message that belongs to a question and book what follows; None when it does not.

    So are our own mails to the colleague from another mail program, bounces of the question, and
    what machines write; none of these answers it.

    Args:
        ticket_id: the ticket to which what the message refers to belongs.

    Returns:
        The ticket and the message.
    """
    if message.history or not _anything_asked(unit):
        return None
    mail = _mail(message, ticket_id)
    candidates = _candidates(unit, mail, message)
    found = match(mail, candidates, _own(unit)) if candidates else None
    if found is None:
        return None
    question = unit.session.get_one(Question, found.question_id)
    asked = unit.session.get_one(Message, question.message_id)
    ticket = lifecycle.standing(unit.session, asked.ticket_id)
    message_id = _file(unit, account_id, ticket, asked, message)
    if message.direction is Direction.IN and message.automatic is None:
        _book(unit, ticket, question, message, message_id, found)
    _journal(unit, ticket, question, message_id, message, found)
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket.id})))
    return ticket.id, message_id


def _anything_asked(unit: Unit) -> bool:
    # Once per transaction: a firm without questions pays nothing for them at ingest.
    if _ANY not in unit.memory:
        unit.memory[_ANY] = unit.session.scalar(select(Question.id).limit(1)) is not None
    return bool(unit.memory[_ANY])


def _own(unit: Unit) -> Iterable[str]:
    if _OWN not in unit.memory:
        unit.memory[_OWN] = list(unit.session.scalars(select(Account.handle)))
    own: list[str] = unit.memory[_OWN]
    return own


def _mail(message: InboundMessage, ticket_id: int | None) -> Mail:
    keys = message.parents
    if message.bounce is not None and message.bounce.original_key is not None:
        keys = (*keys, message.bounce.original_key)
    # What we write ourselves belongs to a question by its token or headers only.
    ours = message.direction is Direction.OUT
    return Mail(
        sender="" if ours else message.author.handle,
        subject=message.subject,
        recipients=tuple(person.handle for person in message.recipients),
        keys=keys,
        automatic=message.automatic,
        ticket=ticket_id,
    )


def _ways(unit: Unit, mail: Mail) -> list[ColumnElement[bool]]:
    """Return by what a mail may belong to a question; most customers' mails by nothing.

    Only what a colleague wrote himself has the questions to him looked through.
    """
    ways: list[ColumnElement[bool]] = []
    tokens = [*tokens_in(mail, _own(unit)), *tokens_of_keys(mail.keys)]
    if tokens:
        ways.append(Question.token.in_(tokens))
    if mail.sender:
        who = unit.session.scalars(select(Colleague.id).where(Colleague.mail == mail.sender)).all()
        if who:
            ways += [Question.colleague_id.in_(who), Question.deputy_id.in_(who)]
    if mail.keys:
        answers = select(Message.id).where(
            Message.key.in_(mail.keys), Message.direction == Direction.NOTE.value
        )
        ways.append(Question.answer_message_id.in_(answers))
    return ways


def _candidates(unit: Unit, mail: Mail, message: InboundMessage) -> list[Asked]:
    ways = _ways(unit, mail)
    if not ways:
        return []
    rows = unit.session.execute(
        select(Question, Message.ticket_id)
        .join(Message, Message.id == Question.message_id)
        .where(
            Question.kind != QuestionKind.PHONE.value,
            or_(*ways),
        )
        .order_by(Question.id)
    ).all()
    asked = _asked(unit, [(question, ticket_id) for question, ticket_id in rows])
    if message.direction is Direction.IN:
        return asked
    return [one for one in asked if not one.customers.intersection(mail.recipients)]


def _asked(unit: Unit, rows: Sequence[tuple[Question, int]]) -> list[Asked]:
    """Return questions with what they are matched by, read for all of them at once."""
    who = {one for row, _ticket in rows for one in (row.colleague_id, row.deputy_id)} - {None}
    answers = {row.answer_message_id for row, _ticket in rows} - {None}
    mails = _by_id(unit, Colleague.id, Colleague.mail, who)
    keys = _by_id(unit, Message.id, Message.key, answers)
    about = people.customers_of(unit.session, {ticket_id for _row, ticket_id in rows})
    return [
        Asked(
            id=row.id,
            ticket=ticket_id,
            token=row.token,
            is_open=row.state == QuestionState.OPEN.value,
            addresses=frozenset(
                mails[one] for one in (row.colleague_id, row.deputy_id) if one in mails
            ),
            answer_keys=frozenset(keys[one] for one in (row.answer_message_id,) if one in keys),
            customers=about[ticket_id],
        )
        for row, ticket_id in rows
    ]


def _by_id(
    unit: Unit,
    key: InstrumentedAttribute[int],
    value: InstrumentedAttribute[str],
    ids: Iterable[int | None],
) -> dict[int | None, str]:
    return {row[0]: row[1] for row in unit.session.execute(select(key, value).where(key.in_(ids)))}


def _file(
    unit: Unit, account_id: int, ticket: Ticket, asked: Message, message: InboundMessage
) -> int:
    """Store a message as a note, never before the question: mail counts whole seconds."""
    after = asked.created_at + timedelta(milliseconds=1)
    note = replace(
        message,
        direction=Direction.NOTE,
        reply_to=None,
        created_at=max(message.created_at, after),
    )
    delivery = Delivery.SENT if message.direction is Direction.OUT else None
    message_id = filing.file_message(unit, ticket.id, account_id, note, delivery=delivery)
    filing.add_thread_keys(unit, account_id, ticket.id, [message.key])
    ticket.updated_at = max(ticket.updated_at, message.received_at)
    contents.recount(unit, ticket)
    return message_id


def _book(
    unit: Unit,
    ticket: Ticket,
    question: Question,
    message: InboundMessage,
    message_id: int,
    found: Match,
) -> None:
    if found.answers:
        question.state = QuestionState.ANSWERED.value
        question.answered_at, question.answer_message_id = message.received_at, message_id
        if question.kind == QuestionKind.APPROVAL.value:
            question.approved = verdict(message.text)
    wrote = on_colleague_wrote(
        TicketState(ticket.state),
        wakes=ticket.wake_on_reply,
        others=_others_asked(unit, ticket.id, question.id),
    )
    lifecycle.apply(unit, ticket, wrote, actor=journal.COLLEAGUE, at=message.received_at)


def _others_asked(unit: Unit, ticket_id: int, question_id: int) -> bool:
    """Tell whether another question of a ticket is open that somebody has, or will be sent."""
    others = (
        select(Question.id)
        .join(Message, Message.id == Question.message_id)
        .where(
            Message.ticket_id == ticket_id,
            Question.id != question_id,
            Question.state == QuestionState.OPEN.value,
            # Who was reminded in vain and has no deputy is waited for no longer.
            or_(Question.escalated_at.is_(None), Question.deputy_id.is_not(None)),
            Message.delivery.in_(_ON_ITS_WAY),
        )
    )
    return unit.session.scalar(others.limit(1)) is not None


def _journal(
    unit: Unit,
    ticket: Ticket,
    question: Question,
    message_id: int,
    message: InboundMessage,
    found: Match,
) -> None:
    ours = message.direction is Direction.OUT
    journal.append(
        unit,
        "question_answered" if found.answers and not ours else "question_mail",
        ticket_id=ticket.id,
        actor=journal.OWNER if ours else journal.COLLEAGUE,
        reason=f"by_{found.by.value}",
        data={
            "question": question.id,
            "message": message_id,
            "automatic": message.automatic,
            "approved": question.approved,
        },
    )
