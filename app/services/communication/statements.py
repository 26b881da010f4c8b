"""Statements: what the firm says about a subject, as long as it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.communication import Statement
from app.models.rules.communication import State, Status, status_of
from app.models.rules.errors import EmptyTextError, InvalidValueError, NotFoundError
from app.models.rules.templates import LANGUAGES
from app.services.communication import rows
from app.services.communication.days import (
    EndsBeforeError,
    clean_day,
    clean_title,
    local_day,
)
from app.services.storage.database import Unit

ACT, REMOVED, WITHDRAWN = "statement_saved", "statement_removed", "statement_withdrawn"


@dataclass(frozen=True, slots=True)
class StatementInfo:
    """A statement as shown; the days are ISO, `texts` the longest first."""

    id: int
    subject: str
    language: str
    asked: tuple[str, ...]
    texts: tuple[str, ...]
    valid_from: str
    valid_until: str | None
    owner: str
    state: str
    status: str


def all_of(session: Session, now: datetime, *, status: str | None = None) -> list[StatementInfo]:
    """Return the statements, those that hold first, then by subject."""
    found = session.scalars(select(Statement).where(Statement.active))
    today = local_day(session, now).isoformat()
    infos = [_info(one, today) for one in found]
    infos.sort(key=_order)
    return [one for one in infos if status in {None, one.status}]


def find(session: Session, statement_id: int, now: datetime) -> StatementInfo:
    """Return a statement.

    Raises:
        NotFoundError: there is none.
    """
    row = rows.row(session, Statement, statement_id)
    return _info(row, local_day(session, now).isoformat())


def named(session: Session, name: str, now: datetime) -> StatementInfo:
    """Return a statement by its number or subject, of two with one subject the one that holds.

    Raises:
        NotFoundError: there is none.
    """
    wanted = name.strip().casefold()
    for one in all_of(session, now):
        if wanted in {str(one.id), one.subject.casefold()}:
            return one
    raise NotFoundError(what="statement", name=name)


def save(
    unit: Unit, statement_id: int | None = None, /, *, origin: object | None = None, **values: Any
) -> tuple[int, int | None]:
    """Keep a statement, or change the fields that are given; returns its id and the act.

    Values are those of StatementInfo; days in the owner's words, `valid_from` today when left out.

    Raises:
        NotFoundError: there is no statement of this id.
        NoSubjectError, EmptyTextError: it says nothing.
        BadDayError, EndsBeforeError: it is not clear when it holds.
        InvalidValueError: there is no such language or state.
    """
    now = _values(unit.session, statement_id)
    clean = _checked(unit, {**now, **values})
    return rows.keep(
        unit, Statement, statement_id, ACT, clean, about=clean["subject"], origin=origin
    )


def withdraw(unit: Unit, statement_id: int, *, origin: object | None = None) -> int | None:
    """Let a statement hold no more from now on; returns the act.

    Raises:
        NotFoundError: there is none.
    """
    row = rows.row(unit.session, Statement, statement_id)
    values = {"state": State.WITHDRAWN.value}
    _id, act_id = rows.keep(
        unit, Statement, statement_id, WITHDRAWN, values, about=row.subject, origin=origin
    )
    return act_id


def remove(unit: Unit, statement_id: int, *, origin: object | None = None) -> int | None:
    """Throw a statement away; returns the act.

    Raises:
        NotFoundError: there is none.
    """
    row = rows.row(unit.session, Statement, statement_id)
    return rows.remove(unit, Statement, row.id, REMOVED, about=row.subject, origin=origin)


_FIELDS = ("subject", "language", "asked", "texts", "valid_from", "valid_until", "owner", "state")


def _values(session: Session, statement_id: int | None) -> dict[str, Any]:
    if statement_id is None:
        return {
            "subject": "", "language": "nl", "asked": (), "texts": (), "valid_from": None,
            "valid_until": None, "owner": "", "state": State.APPROVED.value,
        }  # fmt: skip
    row = rows.row(session, Statement, statement_id)
    return {name: getattr(row, name) for name in _FIELDS}


def _checked(unit: Unit, values: dict[str, Any]) -> dict[str, Any]:
    for field, choices in (("language", LANGUAGES), ("state", tuple(State))):
        if values[field] not in choices:
            raise InvalidValueError(value=values[field], field=field, choices=", ".join(choices))
    today = local_day(unit.session, unit.now)
    first = clean_day(values["valid_from"], today) or today.isoformat()
    last = clean_day(values["valid_until"], today)
    if last is not None and last < first:
        raise EndsBeforeError
    texts = _clean(values["texts"])
    if not texts:
        raise EmptyTextError
    return {
        "subject": clean_title(values["subject"]),
        "language": values["language"],
        "asked": _clean(values["asked"]),
        "texts": sorted(texts, key=len, reverse=True),
        "valid_from": first,
        "valid_until": last,
        "owner": " ".join(values["owner"].split()),
        "state": str(values["state"]),
    }


def _clean(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(one.strip() for one in texts if one.strip()))


def _info(row: Statement, today: str) -> StatementInfo:
    status = status_of(row.state, row.valid_from, row.valid_until, today)
    return StatementInfo(
        row.id, row.subject, row.language, tuple(row.asked), tuple(row.texts), row.valid_from,
        row.valid_until, row.owner, row.state, status.value,
    )  # fmt: skip


def _order(one: StatementInfo) -> tuple[int, str]:
    return _PLACES[Status(one.status)], one.subject.casefold()


_PLACES = {
    Status.VALID: 0, Status.COMING: 1, Status.DRAFT: 2, Status.EXPIRED: 3, Status.WITHDRAWN: 4,
}  # fmt: skip
