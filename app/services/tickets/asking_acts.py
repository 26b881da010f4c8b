"""How long a colleague is waited for, changed as an act; open questions follow at once."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from app.models.directory import Question
from app.models.messages import Message
from app.models.rules.hours import add_working_time
from app.models.rules.questions import QuestionState, Waits, checked
from app.services.events import TicketsChanged
from app.services.settings import AskingSettings, load
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, setting_acts
from app.services.tickets.opening import opening_hours

NAME = "asking"
_MINUTE = timedelta(minutes=1)


def set_waits(
    unit: Unit,
    *,
    remind: timedelta | None = None,
    deputy: timedelta | None = None,
    origin: object | None = None,
) -> int | None:
    """Say after how much opening time a colleague is reminded and his deputy asked.

    What is not given stays. Returns the act, None when nothing changed.

    Raises:
        WaitError: see rules.questions.checked.
    """
    before = load(unit.session, AskingSettings)
    known = before.waits
    waits = checked(
        Waits(
            known.remind if remind is None else remind, known.deputy if deputy is None else deputy
        )
    )
    after = replace(
        before,
        remind_minutes=waits.remind // _MINUTE,
        deputy_minutes=waits.deputy // _MINUTE,
    )
    data = {"remind": after.remind_minutes, "deputy": after.deputy_minutes}
    recorder = acts.begin(unit, NAME, origin=origin, **data)
    recorder.add(setting_acts.keep(unit, after))
    _expect(unit, recorder, waits)
    return setting_acts.finish(unit, recorder, after, data)


def _expect(unit: Unit, recorder: acts.Recorder, waits: Waits) -> None:
    """Let the answers to open questions be due by what counts now."""
    hours = opening_hours(unit.session, unit.now)
    rows = unit.session.execute(
        select(Question, Message.ticket_id)
        .join(Message, Message.id == Question.message_id)
        .where(Question.state == QuestionState.OPEN.value, Question.reminded_at.is_(None))
    ).all()
    for question, ticket_id in rows:
        due = add_working_time(hours, question.asked_at, waits.remind)
        step = act_rows.changed(unit, question, due_at=due)
        if step is not None:
            recorder.step(**step, ticket=ticket_id)
            unit.publish(TicketsChanged(ticket_ids=frozenset({ticket_id})))
