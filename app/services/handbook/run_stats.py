"""How procedures are walked: how often, how long, and where walks stop."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.handbook import HandbookPage
from app.models.rules.handbook.walk import Ended, middle, title_of
from app.models.runs import Run
from app.services.tickets import walks


@dataclass(frozen=True, slots=True)
class Stop:
    """A step at which walks were stopped, how often, and the reasons, the newest first."""

    step: int
    title: str
    count: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SopStats:
    """The walks of one page, of all its versions.

    `median_minutes` is that of those that came to an end, whole; None without any. `stops` has the
    step at which most stopped first; it is told as it was in the newest version that has it.
    """

    page_id: int
    key: str
    language: str
    title: str
    begun: int
    finished: int
    stopped: int
    open: int
    median_minutes: int | None
    stops: tuple[Stop, ...]


def stats(session: Session) -> list[SopStats]:
    """Return how each procedure that was ever begun is walked, the one begun most first."""
    rows = session.scalars(select(Run).order_by(Run.id)).all()
    by_page: dict[int, list[Run]] = {}
    for row in rows:
        by_page.setdefault(row.page_id, []).append(row)
    found = [_of_page(session, page_id, runs) for page_id, runs in by_page.items()]
    return sorted(found, key=lambda one: (-one.begun, one.title))


def of_page(session: Session, page_id: int) -> SopStats | None:
    """Return how one procedure is walked, None when it was never begun."""
    runs = session.scalars(select(Run).where(Run.page_id == page_id).order_by(Run.id)).all()
    return _of_page(session, page_id, runs) if runs else None


def _of_page(session: Session, page_id: int, runs: Sequence[Run]) -> SopStats:
    page = session.get_one(HandbookPage, page_id)
    newest = max(run.version for run in runs)
    counted = Counter(run.ended for run in runs)
    lasted = middle(
        run.ended_at - run.started_at
        for run in runs
        if run.ended == Ended.DONE and run.ended_at is not None
    )
    return SopStats(
        page_id, page.key, page.language, walks.procedure(session, page_id, newest).title,
        len(runs), counted[Ended.DONE.value], counted[Ended.STOPPED.value], counted[None],
        None if lasted is None else lasted // timedelta(minutes=1),
        tuple(_stops(session, [run for run in runs if run.ended == Ended.STOPPED])),
    )  # fmt: skip


def _stops(session: Session, runs: Sequence[Run]) -> list[Stop]:
    counted = Counter(run.ended_step or 0 for run in runs)
    stops = []
    for step, count in counted.most_common():
        here = [run for run in runs if (run.ended_step or 0) == step]
        reasons = dict.fromkeys(run.reason for run in reversed(here))
        stops.append(Stop(step, _title(session, here[-1], step), count, tuple(reasons)))
    return stops


def _title(session: Session, run: Run, number: int) -> str:
    sop = walks.procedure(session, run.page_id, run.version)
    return next((title_of(step) for step in sop.steps if step.id == number), "")
