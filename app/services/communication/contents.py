"""The log of what was posted: where, when, by whom, and what to say to who asks about it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.communication import Content
from app.models.rules.communication import Asked
from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError, KnownError, NotFoundError
from app.services.channels.registry import CHANNELS
from app.services.communication import rows
from app.services.communication.days import EndsBeforeError, clean_day, clean_title, local_day
from app.services.storage.database import Unit

ACT, REMOVED = "content_saved", "content_removed"
ELSEWHERE = ("linkedin", "website", "newsletter", "advert", "other")
"""Places that are no account."""


class PostedLaterError(KnownError):
    """What is still to come was not posted."""

    code = "posted_later"
    text = QT_TRANSLATE_NOOP(
        "errors", "That moment is still to come. Leave it open until it has been posted."
    )


@dataclass(frozen=True, slots=True)
class ContentInfo:
    """What was posted, as shown.

    Attributes:
        kind: of the channel, or one of ELSEWHERE.
        account: the handle of the account it was posted with, "" for none.
        posted_at: None while it is made.
        until: the last day (ISO) that it is about.
        checks: how many steps of the checklist were done.
    """

    id: int
    title: str
    kind: str
    account_id: int | None
    account: str
    link: str
    posted_at: datetime | None
    until: str | None
    posted_by: str
    text: str
    questions: tuple[Asked, ...]
    checks: int


def all_of(session: Session, *, since: datetime | None = None) -> list[ContentInfo]:
    """Return what is being made, then what was posted, the newest first; or only since then."""
    statement = (
        select(Content, Account.handle)
        .outerjoin(Account, Account.id == Content.account_id)
        .where(Content.active)
        .order_by(Content.posted_at.desc().nulls_first(), Content.id.desc())
    )
    if since is not None:
        statement = statement.where(Content.posted_at >= since)
    return [_info(row, handle) for row, handle in session.execute(statement)]


def find(session: Session, content_id: int) -> ContentInfo:
    """Return one entry of the log.

    Raises:
        NotFoundError: there is none.
    """
    row = rows.row(session, Content, content_id)
    account = None if row.account_id is None else session.get(Account, row.account_id)
    return _info(row, account.handle if account else None)


def named(session: Session, name: str) -> ContentInfo:
    """Return the newest entry by its number or title.

    Raises:
        NotFoundError: there is none.
    """
    wanted = name.strip().casefold()
    for one in all_of(session):
        if wanted in {str(one.id), one.title.casefold()}:
            return one
    raise NotFoundError(what="content", name=name)


def save(
    unit: Unit, content_id: int | None = None, /, *, origin: object | None = None, **values: Any
) -> tuple[int, int | None]:
    """Keep an entry, or change the fields that are given; returns its id and the act.

    Values are those of ContentInfo, `until` in the owner's words. With an account the kind is its.

    Raises:
        NotFoundError: there is no entry or account of this id.
        NoSubjectError: it has no title.
        BadDayError, EndsBeforeError, PostedLaterError: it is not clear when it was or until when.
        InvalidValueError: there is no such kind.
    """
    clean = _checked(unit, {**_values(unit.session, content_id), **values})
    if content_id is None:
        clean |= {"page_id": None, "version": None, "checks": []}
    return rows.keep(unit, Content, content_id, ACT, clean, about=clean["title"], origin=origin)


def remove(unit: Unit, content_id: int, *, origin: object | None = None) -> int | None:
    """Throw an entry away; returns the act.

    Raises:
        NotFoundError: there is none.
    """
    row = rows.row(unit.session, Content, content_id)
    return rows.remove(unit, Content, row.id, REMOVED, about=row.title, origin=origin)


def places(session: Session) -> list[tuple[int, str, str]]:
    """Return the accounts that something can be posted with: id, kind and handle of each."""
    rows_of = session.execute(
        select(Account.id, Account.kind, Account.handle)
        .where(Account.state == "active")
        .order_by(Account.id)
    )
    return [(account_id, kind, handle) for account_id, kind, handle in rows_of]


def kinds() -> tuple[str, ...]:
    """Return the kinds of places that something can be posted in."""
    return (*CHANNELS, *ELSEWHERE)


_EMPTY: dict[str, Any] = {
    "title": "", "kind": "other", "account_id": None, "link": "", "posted_at": None,
    "until": None, "posted_by": "", "text": "", "questions": (),
}  # fmt: skip


def _values(session: Session, content_id: int | None) -> dict[str, Any]:
    if content_id is None:
        return _EMPTY
    row = rows.row(session, Content, content_id)
    found = {name: getattr(row, name) for name in _EMPTY}
    return {**found, "questions": _asked(row)}


def _checked(unit: Unit, values: dict[str, Any]) -> dict[str, Any]:
    kind, account_id, posted = values["kind"], values["account_id"], values["posted_at"]
    if account_id is not None:
        account = unit.session.get(Account, account_id)
        if account is None:
            raise NotFoundError(what="account", name=account_id)
        kind = account.kind
    elif kind not in kinds():
        raise InvalidValueError(value=kind, field="kind", choices=", ".join(kinds()))
    if posted is not None and posted > unit.now + timedelta(minutes=1):
        raise PostedLaterError
    until = clean_day(values["until"], local_day(unit.session, unit.now))
    if until and posted and until < local_day(unit.session, posted).isoformat():
        raise EndsBeforeError
    return {
        "title": clean_title(values["title"]),
        "kind": kind,
        "account_id": account_id,
        "link": values["link"].strip(),
        "posted_at": posted,
        "until": until,
        "posted_by": " ".join(values["posted_by"].split()),
        "text": values["text"].strip(),
        "questions": _stored(values["questions"]),
    }


def _stored(asked: Iterable[Asked]) -> list[dict[str, Any]]:
    return [asdict(one) for one in asked if one.question.strip()]


def _asked(row: Content) -> tuple[Asked, ...]:
    return tuple(Asked(one["question"], one["line"]) for one in row.questions)


def _info(row: Content, handle: str | None) -> ContentInfo:
    return ContentInfo(
        row.id, row.title, row.kind, row.account_id, handle or "", row.link, row.posted_at,
        row.until, row.posted_by, row.text, _asked(row), len(row.checks),
    )  # fmt: skip
