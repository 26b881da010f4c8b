"""The line to take: known at once, matched to what a customer asks, filled in for his channel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.communication import Content, Statement
from app.models.rules.answer_check import Code, Finding
from app.models.rules.communication import (
    NEVER,
    Line,
    Source,
    State,
    Status,
    fitting,
    last_day,
    lines_for,
    outdated,
    status_of,
)
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.handbook.alike import stems_of
from app.services.search.words import SHORTEST_PART
from app.services.settings import HoursSettings, load
from app.services.tickets import lifecycle, outgoing, templates
from app.services.tickets.outgoing import Looked


class LineGoneError(KnownError):
    """It held when it was shown, and does not any more."""

    code = "line_gone"
    text = QT_TRANSLATE_NOOP("errors", "“{subject}” no longer holds, so it was not put in.")


@dataclass(frozen=True, slots=True)
class Ready:
    """What is said, for one customer; `missing` are places that nothing is known for.

    `fits` is False when no text of the line is short enough for the channel: then it is the
    shortest.
    """

    text: str
    missing: tuple[str, ...]
    fits: bool


@dataclass(frozen=True, slots=True)
class Known:
    """All lines to take that hold or will, and the time zone of the firm."""

    lines: tuple[Line, ...] = ()
    zone: str = HoursSettings().zone

    def matching(self, asked: Iterable[str], now: datetime) -> list[Line]:
        """Return what is said now to who wrote these texts, the best first; reads nothing."""
        if not self.lines:
            return []
        return lines_for(self.lines, _stems("\n".join(asked)), self._day(now))

    def holding(self, now: datetime) -> list[Line]:
        """Return all that hold now."""
        today = self._day(now)
        return [one for one in self.lines if one.first <= today <= one.last]

    def _day(self, now: datetime) -> str:
        return now.astimezone(ZoneInfo(self.zone)).date().isoformat()


def known(session: Session, now: datetime) -> Known:
    """Return all lines to take that hold now or will; two short queries."""
    zone = load(session, HoursSettings).zone
    today = now.astimezone(ZoneInfo(zone)).date().isoformat()
    found = [*_of_content(session, zone), *_of_statements(session)]
    return Known(tuple(one for one in found if one.texts and one.last >= today), zone)


def ready(session: Session, ticket_id: int, line: Line, now: datetime) -> Ready:
    """Return a line for the customer of a ticket: the longest of its texts that fits there.

    Raises:
        NotFoundError: there is no such ticket.
        LineGoneError: it does not hold any more.
    """
    ticket = lifecycle.standing(session, ticket_id)
    holding = known(session, now).holding(now)
    current = next((one for one in holding if _same(one, line)), None)
    if current is None:
        raise LineGoneError(subject=line.subject)
    language = templates.language_for(session, ticket)
    filled = {}
    for one in current.texts:
        done = templates.filled_body(session, one, ticket, now, language=language)
        filled[done.text] = done.missing
    measure = outgoing.measure_for(session, ticket)
    fits = fitting(filled, measure, outgoing.signature_for(session, ticket))
    text = min(filled, key=len) if fits is None else fits
    return Ready(text, filled[text], fits is not None)


def look(session: Session, ticket_id: int, text: str, now: datetime) -> Looked:
    """Look an answer through before it goes, also for what no longer holds."""
    looked = outgoing.look(session, ticket_id, text, now)
    zone = ZoneInfo(load(session, HoursSettings).zone)
    today = now.astimezone(zone).date().isoformat()
    gone: dict[str, list[str]] = {}
    holding: list[str] = []
    for row in session.scalars(select(Statement).where(Statement.active)):
        status = status_of(row.state, row.valid_from, row.valid_until, today)
        if status in {Status.EXPIRED, Status.WITHDRAWN}:
            gone.setdefault(row.subject, []).extend(row.texts)
        elif status is Status.VALID:
            holding += row.texts
    for posted in session.execute(_POSTED):
        texts = [one["line"] for one in posted.questions if one["line"]]
        if last_day(posted.posted_at.astimezone(zone).date(), posted.until) < today:
            gone.setdefault(posted.title, []).extend(texts)
        else:
            holding += texts
    wrong = outdated(text, gone, holding) if gone else ()
    more = (Finding(Code.OUTDATED, subject) for subject in wrong)
    return replace(looked, findings=(*more, *looked.findings))


_POSTED = (
    select(Content.id, Content.title, Content.posted_at, Content.until, Content.questions)
    .where(Content.active, Content.posted_at.is_not(None))
    .order_by(Content.id)
)


def _of_content(session: Session, zone: str) -> Iterator[Line]:
    for row in session.execute(_POSTED):
        posted = row.posted_at.astimezone(ZoneInfo(zone)).date()
        for one in row.questions:
            yield Line(
                Source.CONTENT, row.id, row.title, one["question"],
                (one["line"],) if one["line"] else (), _stems(one["question"]),
                _stems(row.title), posted.isoformat(), last_day(posted, row.until),
            )  # fmt: skip


def _of_statements(session: Session) -> Iterator[Line]:
    approved = select(Statement).where(Statement.active, Statement.state == State.APPROVED.value)
    for row in session.scalars(approved.order_by(Statement.id)):
        for question in (row.subject, *row.asked):
            yield Line(
                Source.STATEMENT, row.id, row.subject, question, tuple(row.texts),
                _stems(question), _stems(row.subject), row.valid_from,
                row.valid_until or NEVER,
            )  # fmt: skip


def _stems(text: str) -> frozenset[str]:
    """Return the stems of a text; "blauwe" asks for what "blauw" does, and "geldt" for "geld"."""
    return frozenset(_bare(one) for one in stems_of(text))


def _bare(stem: str) -> str:
    if stem.endswith("dt"):
        return stem[:-1]
    return stem[:-1] if stem.endswith("e") and len(stem) > SHORTEST_PART else stem


def _same(one: Line, other: Line) -> bool:
    return (one.source, one.id, one.question) == (other.source, other.id, other.question)
