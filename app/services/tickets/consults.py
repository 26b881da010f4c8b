"""Consulting a colleague beside the mail: by phone, and before an answer is sent."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.directory import Colleague, Question
from app.models.messages import Message
from app.models.rules.errors import EmptyTextError
from app.models.rules.messages import Direction
from app.models.rules.questions import QuestionKind, QuestionState
from app.services.channels.api import InboundMessage, Person
from app.services.storage.database import Unit
from app.services.tickets import (
    act_rows,
    acts,
    contents,
    directory,
    filing,
    journal,
    lifecycle,
    question_mail,
    questions,
)


def log_phone(
    unit: Unit,
    ticket_id: int,
    *,
    colleague_id: int,
    asked: str,
    answer: str,
    origin: object | None = None,
) -> int | None:
    """Note what a colleague said on the phone, in the form of the template; returns the act.

    The state of the ticket stays as it is: nobody is waited for.

    Raises:
        EmptyTextError: there is no answer in it.
        NotFoundError: there is no such ticket or colleague.
    """
    if not answer.strip():
        raise EmptyTextError
    ticket = lifecycle.find(unit.session, ticket_id)
    colleague = directory.find(unit.session, colleague_id)
    recorder = acts.begin(
        unit, "consulted", origin=origin, number=ticket.number, colleague=colleague.name
    )
    recorder.watch(ticket)
    account = unit.session.get_one(Account, ticket.account_id)
    key = f"note:{uuid.uuid4().hex}"
    note = InboundMessage(
        key=key,
        fingerprint=key,
        direction=Direction.NOTE,
        author=Person(account.handle, account.name),
        subject=ticket.subject,
        text=phone_note(unit.session, colleague, asked=asked, answer=answer),
        created_at=unit.now,
        received_at=unit.now,
    )
    message_id = filing.file_message(unit, ticket.id, account.id, note, delivery=None)
    recorder.step(op="note", message=message_id)
    row = Question(
        message_id=message_id,
        colleague_id=colleague.id,
        kind=QuestionKind.PHONE.value,
        state=QuestionState.ANSWERED.value,
        token=questions.new_token(),
        asked_at=unit.now,
        answered_at=unit.now,
    )
    recorder.step(**act_rows.added(unit, row), ticket=ticket.id)
    ticket.updated_at = unit.now
    contents.recount(unit, ticket)
    data = {"question": row.id, "colleague": colleague.id, "message": message_id}
    journal.append(unit, "consulted", ticket_id=ticket.id, data=data)
    return recorder.finish()


def phone_note(session: Session, colleague: Colleague, *, asked: str, answer: str) -> str:
    """Return the note of a phone consult as the template has it."""
    said = question_mail.words(session)
    role = f" ({colleague.role})" if colleague.role else ""
    lines = [said["phone"].format(name=colleague.name, role=role)]
    if asked.strip():
        lines.append(said["asked"].format(text=asked.strip()))
    lines.append(said["answered"].format(text=answer.strip()))
    return "\n".join(lines)


def decide(
    unit: Unit, question_id: int, *, approved: bool, origin: object | None = None
) -> int | None:
    """Say what a colleague's answer to a draft comes down to; returns the act.

    A word by phone counts as well: a question that is still open is answered by it.

    Raises:
        NotFoundError: there is no such question.
        NotOpenError: it asks for no approval, or was withdrawn.
    """
    question = questions.find(unit.session, question_id)
    settled = {QuestionState.WITHDRAWN.value, QuestionState.LAPSED.value}
    if question.kind != QuestionKind.APPROVAL.value or question.state in settled:
        raise questions.NotOpenError
    ticket_id = unit.session.scalars(
        select(Message.ticket_id).where(Message.id == question.message_id)
    ).one()
    ticket = lifecycle.find(unit.session, ticket_id)
    name = "approved" if approved else "not_approved"
    recorder = acts.begin(unit, name, origin=origin, number=ticket.number)
    recorder.watch(ticket)
    step = act_rows.changed(
        unit,
        question,
        approved=approved,
        state=QuestionState.ANSWERED.value,
        answered_at=question.answered_at or unit.now,
    )
    if step is None:
        return None
    recorder.step(**step, ticket=ticket.id)
    questions.no_longer_waiting(unit, ticket, "approval_given")
    journal.append(unit, name, ticket_id=ticket.id, data={"question": question.id})
    return recorder.finish()
