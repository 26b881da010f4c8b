"""What all that is kept about communication has in common: found by id, kept and taken back."""

from typing import Any, TypeVar

from sqlalchemy.orm import Session

from app.models.communication import Content, InformList, Statement
from app.models.rules.errors import NotFoundError
from app.services.events import SettingsChanged
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal

R = TypeVar("R", Content, Statement, InformList)
CONTENT, STATEMENTS, LISTS = "posted_content", "statements", "inform_lists"
TOLD = "informed"
SECTIONS = frozenset({CONTENT, STATEMENTS, LISTS, TOLD})
"""The sections of SettingsChanged when any of it changes: the names of the tables."""

_NAMES = {CONTENT: "content", STATEMENTS: "statement", LISTS: "inform list"}


def row(session: Session, kind: type[R], row_id: int) -> R:
    """Return a row.

    Raises:
        NotFoundError: there is none, or it was thrown away.
    """
    found = session.get(kind, row_id)
    if found is None or not found.active:
        raise NotFoundError(what=_NAMES[kind.__tablename__], name=row_id)
    return found


def keep(
    unit: Unit, kind: type[R], row_id: int | None, act: str, values: dict[str, Any],
    *, about: str, origin: object | None,
) -> tuple[int, int | None]:  # fmt: skip
    """Store a new row, or change the one of this id, as an act; returns the id and the act.

    Raises:
        NotFoundError: there is no such row.
    """
    recorder = acts.begin(unit, act, origin=origin, text=about)
    if row_id is None:
        made = kind(active=True, **values)
        recorder.step(**act_rows.added(unit, made))
        row_id = made.id
    else:
        recorder.add(act_rows.changed(unit, row(unit.session, kind, row_id), **values))
    return row_id, finish(unit, recorder, kind.__tablename__, {"id": row_id})


def remove(
    unit: Unit, kind: type[R], row_id: int, act: str, *, about: str, origin: object | None
) -> int | None:
    """Throw a row away; what leans on it stays on record. Returns the act.

    Raises:
        NotFoundError: there is no such row.
    """
    recorder = acts.begin(unit, act, origin=origin, text=about)
    recorder.add(act_rows.changed(unit, row(unit.session, kind, row_id), active=False))
    return finish(unit, recorder, kind.__tablename__, {"id": row_id})


def finish(unit: Unit, recorder: acts.Recorder, section: str, data: dict[str, Any]) -> int | None:
    """Finish an act, write the journal, tell of it, and return it."""
    act_id = recorder.finish()
    if act_id is not None:
        journal.append(unit, recorder.name, data=data)
        unit.publish(SettingsChanged(section=section, origin=recorder.origin))
    return act_id
