"""Collects what changed in the firm between two moments: pages, decisions and what acts set."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.handbook import HandbookPage, HandbookVersion
from app.models.journal import Act
from app.models.rules.learning.briefing import Changes, Decided, PageChange
from app.models.rules.learning.changes import (
    ACTS,
    PAGE_ACTS,
    Change,
    Saved,
    What,
    changes_of,
    pages_of,
)
from app.services.learning import decision_log

ORDER = {What.NEW: 0, What.CHANGED: 1, What.REMOVED: 2}


def between(session: Session, since: datetime, until: datetime, *, language: str) -> Changes:
    """Return what changed after `since`, up to and including `until`; what was undone is left out.

    A page that is there in both languages is told once, by its title in `language`.
    """
    return Changes(
        since.astimezone().date(),
        until.astimezone().date(),
        tuple(_pages(session, since, until, language)),
        tuple(_decided(session, since, until)),
        tuple(_others(session, since, until)),
    )


# --- how -------------------------------------------------------------------------------------


def _acts(
    session: Session, since: datetime, until: datetime, names: Collection[str]
) -> Iterator[Act]:
    yield from session.scalars(
        select(Act)
        .where(Act.at > since, Act.at <= until, Act.undone_at.is_(None), Act.name.in_(names))
        .order_by(Act.id)
    )


def _others(session: Session, since: datetime, until: datetime) -> Iterator[Change]:
    rows = _acts(session, since, until, ACTS.keys())
    yield from changes_of((row.name, row.params, row.steps) for row in rows)


def _decided(session: Session, since: datetime, until: datetime) -> Iterator[Decided]:
    for one in reversed(decision_log.infos(session)):
        if since < one.noted_at <= until:
            people = tuple(person.name for person in one.people)
            yield Decided(one.id, one.decided_on, one.what, one.why, people)


def _pages(
    session: Session, since: datetime, until: datetime, language: str
) -> Iterator[PageChange]:
    rows = _acts(session, since, until, PAGE_ACTS)
    steps = (step for row in rows for step in row.steps)
    told: dict[str, tuple[bool, PageChange]] = {}
    for one in pages_of(steps, HandbookPage.__tablename__):
        row = session.get_one(HandbookPage, one.page_id)
        own = row.language == language
        if row.key not in told or own:
            told[row.key] = (own, _page(session, one, row.key))
    changes = (change for _own, change in told.values())
    yield from sorted(changes, key=lambda change: (ORDER[change.what], change.title.casefold()))


def _page(session: Session, one: Saved, key: str) -> PageChange:
    """Return what happened to a page, with the reasons of its versions."""
    number = one.now or one.before
    title = session.get_one(HandbookVersion, (one.page_id, number)).title
    if one.now == 0:
        return PageChange(What.REMOVED, title, "")
    versions = (session.get(HandbookVersion, (one.page_id, each)) for each in one.saved)
    reasons = (version.reason for version in versions if version is not None)
    what = What.CHANGED if one.before else What.NEW
    return PageChange(what, title, key, tuple(dict.fromkeys(filter(None, reasons))))
