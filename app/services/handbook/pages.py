"""The pages of the handbook, as they are read."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.models.handbook import HandbookPage, HandbookVersion
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook.pages import Article, Sop
from app.models.rules.handbook.text import parse

SECTION = "handbook_pages"
"""What the event says that tells of a change of pages."""


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page as shown in a list; `review_on` is an ISO date, `saved_at` that of its text."""

    id: int
    key: str
    language: str
    kind: str
    title: str
    department: str
    owner: str
    review_on: str | None
    version: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """A version of a page: since when, by whom and why."""

    number: int
    saved_at: datetime
    author: str
    reason: str


def all_of(session: Session, *, language: str | None = None) -> list[PageInfo]:
    """Return the pages by title, of one language or of all."""
    statement = _infos().order_by(HandbookVersion.title, HandbookPage.id)
    if language is not None:
        statement = statement.where(HandbookPage.language == language)
    return [_info(*row) for row in session.execute(statement)]


def find(session: Session, page_id: int) -> PageInfo:
    """Return a page.

    Raises:
        NotFoundError: there is no such page, or it was thrown away.
    """
    found = session.execute(_infos().where(HandbookPage.id == page_id)).first()
    if found is None:
        raise NotFoundError(what="page", name=page_id)
    return _info(*found)


def named(session: Session, name: str, *, language: str | None = None) -> PageInfo:
    """Return a page by its key, title or number; the first language in the list that has it.

    Raises:
        NotFoundError: no page is called so.
    """
    wanted = name.strip().casefold()
    for page in all_of(session, language=language):
        if wanted in {page.key, page.title.casefold(), str(page.id)}:
            return page
    raise NotFoundError(what="page", name=name)


def text_of(session: Session, page_id: int, *, version: int | None = None) -> str:
    """Return the text of a page, as it is now or as it was in a version.

    Raises:
        NotFoundError: there is no such page or version.
    """
    number = find(session, page_id).version if version is None else version
    found = session.get(HandbookVersion, (page_id, number))
    if found is None:
        raise NotFoundError(what="version", name=number)
    return found.text


def read(session: Session, page_id: int) -> Article | Sop:
    """Return what a page says.

    Raises:
        NotFoundError: there is no such page.
    """
    return parse(text_of(session, page_id))


def texts(
    session: Session, *, language: str | None = None, kind: str | None = None
) -> list[tuple[PageInfo, str]]:
    """Return all pages with their texts, by title; of one language or kind only."""
    statement = _infos().order_by(HandbookVersion.title, HandbookPage.id)
    if language is not None:
        statement = statement.where(HandbookPage.language == language)
    if kind is not None:
        statement = statement.where(HandbookVersion.kind == kind)
    found = session.execute(statement)
    return [(_info(page, version), version.text) for page, version in found]


def versions(session: Session, page_id: int) -> list[VersionInfo]:
    """Return the versions of a page, the newest first; also those that were undone."""
    found = session.scalars(
        select(HandbookVersion)
        .where(HandbookVersion.page_id == page_id)
        .order_by(HandbookVersion.number.desc())
    )
    return [VersionInfo(one.number, one.saved_at, one.author, one.reason) for one in found]


def _infos() -> Select[HandbookPage, HandbookVersion]:
    return select(HandbookPage, HandbookVersion).join(
        HandbookVersion,
        (HandbookVersion.page_id == HandbookPage.id)
        & (HandbookVersion.number == HandbookPage.version),
    )


def _info(page: HandbookPage, version: HandbookVersion) -> PageInfo:
    return PageInfo(
        page.id, page.key, page.language, version.kind, version.title, version.department,
        version.owner, version.review_on, page.version, version.saved_at,
    )  # fmt: skip
