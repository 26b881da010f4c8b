"""Walks through procedures on tickets, as they are read, and as merging takes them along.

They are begun and gone on with above, where the handbook is: app/services/handbook/runs.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.handbook import HandbookVersion
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook.pages import Article, Sop
from app.models.rules.handbook.text import parse
from app.models.rules.handbook.walk import Entry, Move, Walk, title_of, walked
from app.models.runs import Run, RunEntry
from app.services.storage.database import Unit
from app.services.tickets import act_rows

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that was done on a walk.

    Attributes:
        move: tick, choose or back.
        step, title: where, by its number and in one line; START and "" where an arrow led nowhere.
        answer: the answer that was chosen.
    """

    at: datetime
    who: str
    move: str
    step: int
    title: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A walk on a ticket, as shown; `ended` is done, stopped, or None while it is open."""

    id: int
    ticket_id: int
    page_id: int
    version: int
    title: str
    required: bool
    started_at: datetime
    ended: str | None
    ended_at: datetime | None
    outcome: str
    reason: str
    walk: Walk
    taken: tuple[Taken, ...]


def of(session: Session, ticket_id: int) -> list[RunInfo]:
    """Return the walks on a ticket, the oldest first."""
    rows = session.scalars(select(Run).where(Run.ticket_id == ticket_id).order_by(Run.id)).all()
    return [_info(session, row) for row in rows]


def find(session: Session, run_id: int) -> RunInfo:
    """Return a walk.

    Raises:
        NotFoundError: there is none of this id.
    """
    return _info(session, row(session, run_id))


def row(session: Session, run_id: int) -> Run:
    """Return the row of a walk.

    Raises:
        NotFoundError: there is none of this id.
    """
    found = session.get(Run, run_id)
    if found is None:
        raise NotFoundError(what="walk", name=run_id)
    return found


def entries(session: Session, run_id: int) -> Sequence[RunEntry]:
    """Return the rows of what was done on a walk, in their order."""
    statement = select(RunEntry).where(RunEntry.run_id == run_id).order_by(RunEntry.id)
    return session.scalars(statement).all()


def procedure(session: Session, page_id: int, version: int) -> Sop:
    """Return the procedure that a version of a page holds.

    Raises:
        NotFoundError: there is no such version, or it is an article.
    """
    found = session.get(HandbookVersion, (page_id, version))
    page = None if found is None else parsed(found.text)
    if not isinstance(page, Sop):
        raise NotFoundError(what="procedure", name=page_id)
    return page


@lru_cache(maxsize=256)
def parsed(text: str) -> Article | Sop:
    """Return what the text of a version says; it never changes, so it is read once."""
    return parse(text)


def take_along(unit: Unit, ticket_id: int, target: int) -> list[Json]:
    """Let all walks of a ticket stand on another one; returns the steps."""
    rows = unit.session.scalars(select(Run).where(Run.ticket_id == ticket_id)).all()
    steps = (act_rows.changed(unit, one, ticket_id=target) for one in rows)
    return [{**step, "ticket": target} for step in steps if step]


def _info(session: Session, run: Run) -> RunInfo:
    sop = procedure(session, run.page_id, run.version)
    rows = entries(session, run.id)
    walk = walked(sop, (Entry(one.step, Move(one.move), one.answer) for one in rows))
    return RunInfo(
        run.id, run.ticket_id, run.page_id, run.version, sop.title, run.required, run.started_at,
        run.ended, run.ended_at, run.outcome, run.reason, walk,
        tuple(_taken(sop, one) for one in rows),
    )  # fmt: skip


def _taken(sop: Sop, entry: RunEntry) -> Taken:
    step = next((one for one in sop.steps if one.id == entry.step), None)
    answer = "" if step is None or entry.answer is None else step.answers[entry.answer].label
    title = "" if step is None else title_of(step)
    return Taken(entry.at, entry.who, entry.move, entry.step, title, answer)
