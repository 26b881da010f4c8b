"""The checklist for publishing, a procedure of the handbook, walked for what is posted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.models.communication import Content
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError, NotFoundError
from app.models.rules.handbook.walk import Entry, Move, Walk, after, begun, walked
from app.services.communication import rows
from app.services.handbook import pages
from app.services.settings import LookSettings, load
from app.services.storage.database import Unit
from app.services.tickets import journal, walks

PAGE = "publiceren"
"""The key of the procedure in the starter handbook."""

ACT = "content_checked"


class NoChecklistError(KnownError):
    """The handbook has no procedure for publishing."""

    code = "no_checklist"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The handbook has no procedure with the key “{key}” whose steps could be walked. "
        "Get it from the starter handbook, or write it.",
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """How far the checklist is for an entry of the log; `page` is its title."""

    content_id: int
    page: str
    walk: Walk


def of(session: Session, content_id: int) -> Checked | None:
    """Return how far the checklist is; None when it was not begun.

    Raises:
        NotFoundError: there is no such entry.
    """
    row = rows.row(session, Content, content_id)
    if row.page_id is None or row.version is None:
        return None
    sop = walks.procedure(session, row.page_id, row.version)
    return Checked(content_id, sop.title, walked(sop, _entries(row.checks)))


def begin(unit: Unit, content_id: int, *, origin: object | None = None) -> int | None:
    """Begin the checklist for an entry, as the handbook has it now; returns the act.

    One that was begun stays as it is.

    Raises:
        NotFoundError: there is no such entry.
        NoChecklistError: the handbook has none.
    """
    row = rows.row(unit.session, Content, content_id)
    if row.page_id is not None:
        return None
    return _keep(unit, row, origin, **_started(unit.session))


def go(
    unit: Unit,
    content_id: int,
    *,
    move: Move,
    answer: int | None = None,
    origin: object | None = None,
) -> int | None:
    """Do the step of the checklist that is to be done, the first of all too, or go back one.

    Returns the act.

    Raises:
        NotFoundError: there is no such entry.
        WrongMoveError: it cannot be done there, or it has ended.
        NoChecklistError: it was not begun, and the handbook has none.
    """
    row = rows.row(unit.session, Content, content_id)
    started = {} if row.page_id is not None else _started(unit.session)
    sop = walks.procedure(unit.session, **_of_page(row, started))
    walk = walked(sop, _entries(row.checks))
    after(walk, Entry(walk.number, move, answer))
    done: dict[str, Any] = {
        "step": walk.number, "move": move.value, "answer": answer, "at": unit.now.isoformat(),
        "who": journal.OWNER,
    }  # fmt: skip
    return _keep(unit, row, origin, checks=[*row.checks, done], **started)


def _started(session: Session) -> dict[str, Any]:
    page = _page(session)
    return {"page_id": page.id, "version": page.version}


def _of_page(row: Content, started: dict[str, Any]) -> dict[str, Any]:
    return started or {"page_id": row.page_id, "version": row.version}


def _page(session: Session) -> pages.PageInfo:
    for language in (load(session, LookSettings).language, None):
        try:
            page = pages.named(session, PAGE, language=language)
            if begun(walks.procedure(session, page.id, page.version)).at is not None:
                return page
        except NotFoundError:
            continue
    raise NoChecklistError(key=PAGE)


def _keep(unit: Unit, row: Content, origin: object | None, **values: Any) -> int | None:
    _id, act_id = rows.keep(unit, Content, row.id, ACT, values, about=row.title, origin=origin)
    return act_id


def _entries(checks: Sequence[dict[str, Any]]) -> list[Entry]:
    return [Entry(one["step"], Move(one["move"]), one["answer"]) for one in checks]
