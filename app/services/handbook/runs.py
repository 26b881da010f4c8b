"""Walking a procedure on a ticket: each thing that is done is one act, which can be undone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.pages import Kind, Step
from app.models.rules.handbook.walk import (
    Ended,
    Entry,
    Move,
    Walk,
    WrongMoveError,
    after,
    begun,
    title_of,
)
from app.models.rules.templates import Filled
from app.models.runs import Run, RunEntry
from app.models.tickets import Department, Ticket
from app.services.handbook import pages
from app.services.storage.database import Unit
from app.services.tickets import (
    act_rows,
    acts,
    directory,
    journal,
    lifecycle,
    lists,
    templates,
    walks,
)
from app.services.tickets.templates import TemplateInfo
from app.services.tickets.walks import RunInfo

_ACTS = {Move.TICK: "sop_ticked", Move.CHOOSE: "sop_chosen", Move.BACK: "sop_back"}


class NothingToWalkError(KnownError):
    """A page that is no procedure, or one that does not say where it begins."""

    code = "nothing_to_walk"
    text = QT_TRANSLATE_NOOP(
        "errors", "“{title}” has no steps to walk. Write them in the handbook first."
    )


class WalkedAlreadyError(KnownError):
    """The same procedure is being walked on the same ticket."""

    code = "walked_already"
    text = QT_TRANSLATE_NOOP("errors", "“{title}” is being walked here already.")


class NoReasonError(KnownError):
    """Where and why walks stop says what to do about a procedure."""

    code = "no_reason_to_stop"
    text = QT_TRANSLATE_NOOP("errors", "Say in a few words why you stop here.")


class OtherStepError(KnownError):
    """What is asked for belongs to a step of another kind."""

    code = "other_step"
    text = QT_TRANSLATE_NOOP("errors", "The step that is to be done now is another one.")


@dataclass(frozen=True, slots=True)
class Question:
    """What a step wants to know of whom.

    Attributes:
        about: the department or colleague as the procedure calls it; "" for nobody in particular.
        colleague_id: who that is today, None when nobody can be found by it.
    """

    about: str
    colleague_id: int | None
    text: str


def start(
    unit: Unit, ticket_id: int, *, page_id: int, origin: object | None = None
) -> tuple[int, int | None]:
    """Begin to walk a procedure on a ticket, as its page is now; returns the walk and the act.

    Raises:
        NotFoundError: there is no such ticket or page.
        NothingToWalkError: the page has no step to begin with.
        WalkedAlreadyError: it is being walked there.
    """
    ticket = lifecycle.standing(unit.session, ticket_id)
    page = pages.find(unit.session, page_id)
    if page.kind != "sop":
        raise NothingToWalkError(title=page.title)
    sop = walks.procedure(unit.session, page.id, page.version)
    if begun(sop).at is None:
        raise NothingToWalkError(title=page.title)
    if _open_run(unit.session, ticket.id, page.id) is not None:
        raise WalkedAlreadyError(title=page.title)
    recorder = _begin(unit, "sop_started", ticket, origin)
    run = Run(
        ticket_id=ticket.id, page_id=page.id, version=page.version, required=sop.required,
        started_at=unit.now, started_by=journal.OWNER, outcome="", reason="",
    )  # fmt: skip
    recorder.step(**act_rows.added(unit, run), ticket=ticket.id)
    _end_if_done(unit, recorder, run, begun(sop))
    _tell(unit, "sop_started", run, page.title)
    return run.id, recorder.finish()


def tick(
    unit: Unit, run_id: int, *, step: int | None = None, origin: object | None = None
) -> int | None:
    """Say that the step is done and go on to the next; returns the act.

    Args:
        step: the one that is meant, so that nothing else is ticked when somebody went on since.

    Raises:
        NotFoundError: there is no such walk.
        WrongMoveError: the walk has ended, stands elsewhere, or asks for a choice.
    """
    return _move(unit, run_id, Move.TICK, None, step, origin)


def choose(
    unit: Unit, run_id: int, *, answer: int, step: int | None = None, origin: object | None = None
) -> int | None:
    """Answer a choice, 0 for the first answer; returns the act.

    Raises:
        NotFoundError: there is no such walk.
        WrongMoveError: the walk has ended, stands elsewhere, or has no such answer.
    """
    return _move(unit, run_id, Move.CHOOSE, answer, step, origin)


def back(
    unit: Unit, run_id: int, *, step: int | None = None, origin: object | None = None
) -> int | None:
    """Go back to the step before, which is then to be done again; returns the act.

    What was done there, such as a message that was sent, stays.

    Raises:
        NotFoundError: there is no such walk.
        WrongMoveError: the walk has ended, stands elsewhere, or at its first step.
    """
    return _move(unit, run_id, Move.BACK, None, step, origin)


def stop(unit: Unit, run_id: int, *, reason: str, origin: object | None = None) -> int | None:
    """End a walk before its end; returns the act.

    Raises:
        NotFoundError: there is no such walk.
        NoReasonError: nothing says why.
        WrongMoveError: it has ended already.
    """
    why = " ".join(reason.split())
    if not why:
        raise NoReasonError
    info = _open(unit.session, run_id)
    run = walks.row(unit.session, run_id)
    recorder = _begin(unit, "sop_stopped", lifecycle.find(unit.session, run.ticket_id), origin)
    _end(unit, recorder, run, Ended.STOPPED, info.walk, reason=why)
    _tell(unit, "sop_stopped", run, info.title, info.walk.at, reason=why)
    return recorder.finish()


# --- what a step brings along ----------------------------------------------------------------


def template_for(session: Session, run_id: int, now: datetime) -> tuple[TemplateInfo, Filled]:
    """Return the text that the step sends, filled in for the ticket.

    Of two texts with one name it is the one in the language of the customer.

    Raises:
        OtherStepError: the step sends nothing.
        NotFoundError: there is no text of this name.
    """
    info = find(session, run_id)
    step = _step_of(info, Kind.SEND)
    ticket = lifecycle.find(session, info.ticket_id)
    language = templates.language_for(session, ticket)
    template = templates.named(session, step.about, language=language)
    return template, templates.filled(session, template, ticket, now)


def question_for(session: Session, run_id: int) -> Question:
    """Return what the step asks of whom.

    Raises:
        OtherStepError: the step asks nobody.
    """
    step = _step_of(find(session, run_id), Kind.ASK)
    return Question(step.about, _whom(session, step.about.casefold()), step.text)


def find(session: Session, run_id: int) -> RunInfo:
    """Return a walk (walks.find)."""
    return walks.find(session, run_id)


def on(session: Session, ticket_id: int) -> RunInfo | None:
    """Return the walk to go on with on a ticket: the newest open one; None when there is none."""
    found = [one for one in walks.of(session, ticket_id) if one.ended is None]
    return found[-1] if found else None


def done_since(session: Session, ticket_id: int, moment: datetime | None) -> str:
    """Return the title of the walk that ended last on a ticket; "" when not by its end, or before.

    Args:
        moment: when the customer wrote last, None for never.
    """
    last = session.scalar(
        select(Run)
        .where(Run.ticket_id == ticket_id, Run.ended_at.is_not(None))
        .order_by(Run.ended_at.desc(), Run.id.desc())
        .limit(1)
    )
    if last is None or last.ended_at is None or last.ended != Ended.DONE.value:
        return ""
    before = moment is not None and last.ended_at < moment
    return "" if before else walks.find(session, last.id).title


# --- how -------------------------------------------------------------------------------------


def _move(
    unit: Unit, run_id: int, move: Move, answer: int | None, step: int | None,
    origin: object | None,
) -> int | None:  # fmt: skip
    info = _open(unit.session, run_id)
    entry = Entry(info.walk.number if step is None else step, move, answer)
    further = after(info.walk, entry)
    run = walks.row(unit.session, run_id)
    ticket = lifecycle.find(unit.session, run.ticket_id)
    recorder = _begin(unit, _ACTS[move], ticket, origin)
    before = walks.entries(unit.session, run_id)
    row = RunEntry(
        run_id=run_id, previous_id=before[-1].id if before else None, step=entry.step,
        move=move.value, answer=answer, at=unit.now, who=journal.OWNER,
    )  # fmt: skip
    recorder.step(**act_rows.added(unit, row), ticket=ticket.id)
    chosen = further.behind[-1].answer if move is Move.CHOOSE else ""
    _tell(unit, _ACTS[move], run, info.title, info.walk.at, choice=answer, answer=chosen)
    if _end_if_done(unit, recorder, run, further):
        _tell(unit, "sop_done", run, info.title, further.at)
    return recorder.finish()


def _open(session: Session, run_id: int) -> RunInfo:
    info = find(session, run_id)
    if info.ended is not None:
        raise WrongMoveError
    return info


def _open_run(session: Session, ticket_id: int, page_id: int) -> int | None:
    return session.scalar(
        select(Run.id).where(
            Run.ticket_id == ticket_id, Run.page_id == page_id, Run.ended.is_(None)
        )
    )


def _begin(unit: Unit, name: str, ticket: Ticket, origin: object | None) -> acts.Recorder:
    recorder = acts.begin(unit, name, origin=origin, number=ticket.number)
    recorder.watch(ticket)
    return recorder


def _end_if_done(unit: Unit, recorder: acts.Recorder, run: Run, walk: Walk) -> bool:
    if walk.is_done:
        _end(unit, recorder, run, Ended.DONE, walk)
    return walk.is_done


def _end(
    unit: Unit, recorder: acts.Recorder, run: Run, how: Ended, walk: Walk, *, reason: str = ""
) -> None:
    step = act_rows.changed(
        unit, run, ended=how.value, ended_at=unit.now, ended_step=walk.number,
        outcome=walk.outcome, reason=reason,
    )  # fmt: skip
    if step is not None:
        recorder.step(**step, ticket=run.ticket_id)


def _tell(
    unit: Unit, act: str, run: Run, title: str, step: Step | None = None, *, reason: str = "",
    choice: int | None = None, answer: str = "",
) -> None:  # fmt: skip
    """Write in the journal what was done: words of the procedure only, and the owner's reason."""
    data: dict[str, object] = {
        "run": run.id, "page": run.page_id, "version": run.version, "title": title,
    }  # fmt: skip
    if step is not None:
        data |= {"step": step.id, "text": title_of(step)}
    if choice is not None:
        data |= {"choice": choice, "answer": answer}
    journal.append(unit, act, ticket_id=run.ticket_id, reason=reason, data=data)


def _step_of(info: RunInfo, kind: Kind) -> Step:
    step = info.walk.at
    if info.ended is not None or step is None or step.kind is not kind:
        raise OtherStepError
    return step


def _whom(session: Session, about: str) -> int | None:
    """Return who is meant: a colleague by name, or whom a department asks first."""
    known = {one.id: one for one in directory.colleagues(session)}
    for one in known.values():
        if about == one.name.casefold():
            return one.id
    for entry in lists.entries(session, lists.DEPARTMENT):
        if about in {entry.key, entry.name_nl.casefold(), entry.name_en.casefold()}:
            fixed = session.get_one(Department, entry.key).colleague_id
            return fixed if fixed in known else None
    return None
