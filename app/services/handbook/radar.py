"""Questions that come back without a page that answers them: noticed, given a task, settled.

What makes questions alike is passed in; by default it is their words (`alike`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Subquery, func, select
from sqlalchemy.orm import Session

from app.models.knowledge import RadarFinding, RadarTicket, TicketPage
from app.models.messages import Message
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook.from_case import bare
from app.models.rules.handbook.pages import line
from app.models.rules.messages import Direction
from app.models.rules.radar import State, Task, answers
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services.events import SettingsChanged
from app.services.handbook import pages
from app.services.handbook.alike import Group, Similar, alike_by_words, stems_of
from app.services.settings import RadarLook, RadarSettings, load, save
from app.services.storage.database import Database, Unit
from app.services.tickets import act_rows, acts, journal, setting_acts
from app.services.tickets.opening import opening_hours

SECTION = "radar_findings"
"""What the event says that tells of a change of findings."""
MOST = 3_000
"""Of how many tickets at most, the newest, the radar reads the question."""
LONGEST_ASKED = 160
"""Characters of a question that are shown."""
_HEADING = re.compile(r"(?m)^(?=#)")


@dataclass(frozen=True, slots=True)
class Noticed:
    """Tickets that ask the same, and the words that they share; no page answers them."""

    ticket_ids: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TicketRef:
    """A ticket that asks a question that comes back; `question` is how it began, on one line."""

    id: int
    number: int
    subject: str
    state: str
    asked_at: datetime
    question: str


@dataclass(frozen=True, slots=True)
class FindingInfo:
    """A question that comes back, as shown; its tickets are the newest first.

    `task` is what is to be done about it, `note` how, `owner` who does it.
    """

    id: int
    words: tuple[str, ...]
    state: str
    task: str | None
    note: str
    owner: str
    found_at: datetime
    settled_at: datetime | None
    tickets: tuple[TicketRef, ...]


def notice(session: Session, *, now: datetime, similar: Similar = alike_by_words) -> list[Noticed]:
    """Return the questions that came in often enough of late and that no page answers.

    Reads and counts; takes about a second for 2,000 tickets. `keep` writes down what it returns.
    """
    asked, least = questions(session, now=now)
    return unanswered(session, asked, similar([text for _, text in asked], least))


def questions(session: Session, *, now: datetime) -> tuple[list[tuple[int, str]], int]:
    """Return the tickets of late with what they ask, and how many make a question come back."""
    settings = load(session, RadarSettings)
    return _asked(session, now - timedelta(days=settings.days)), settings.least


def unanswered(
    session: Session, asked: Sequence[tuple[int, str]], groups: Sequence[Group]
) -> list[Noticed]:
    """Return the groups of `questions` that no page answers."""
    ids = [ticket_id for ticket_id, _ in asked]
    known = _pages(session) if groups else []
    linked = set(session.scalars(select(TicketPage.ticket_id)))
    found = []
    for group in groups:
        members = tuple(ids[place] for place in group.members)
        stems = sorted(stems_of(" ".join(group.words)))
        if linked.isdisjoint(members) and not any(answers(page, stems) for page in known):
            found.append(Noticed(members, group.words))
    return found


def look(
    database: Database, *, now: datetime, similar: Similar = alike_by_words
) -> tuple[int, ...]:
    """Look for what comes back and write it down; returns the new findings.

    Blocks for a second or more, for a worker thread. What is alike is worked out between two
    readings, so that no reader is kept from others meanwhile.
    """
    asked, least = database.read_now(questions, now=now)
    groups = similar([text for _, text in asked], least)
    return database.write_now(looked, database.read_now(unanswered, asked, groups))


def is_due(session: Session, *, now: datetime) -> bool:
    """Tell whether it was not looked yet today, the firm's day."""
    return load(session, RadarLook).day != _day(session, now)


def next_day(session: Session, *, now: datetime) -> datetime:
    """Return when the next day of the firm begins."""
    hours = opening_hours(session, now)
    tomorrow = hours.local_day(now) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), ZoneInfo(hours.zone)).astimezone(UTC)


def looked(unit: Unit, noticed: Sequence[Noticed]) -> tuple[int, ...]:
    """`keep` what was noticed, and that it was looked today."""
    save(unit.session, RadarLook(day=_day(unit.session, unit.now)))
    return keep(unit, noticed)


def keep(unit: Unit, noticed: Sequence[Noticed]) -> tuple[int, ...]:
    """Write down what was noticed; returns the new findings.

    A ticket counts once. Those that ask what an open finding asks are added to it; what was
    settled comes back only when enough others ask it again.
    """
    least = load(unit.session, RadarSettings).least
    findings = {one.id: one for one in unit.session.scalars(select(RadarFinding))}
    counted: dict[int, int] = {
        one.ticket_id: one.finding_id for one in unit.session.scalars(select(RadarTicket))
    }
    new: list[int] = []
    changed = False
    for one in noticed:
        fresh = [ticket_id for ticket_id in one.ticket_ids if ticket_id not in counted]
        open_ones = [
            counted[ticket_id]
            for ticket_id in one.ticket_ids
            if ticket_id in counted and findings[counted[ticket_id]].state == State.OPEN
        ]
        if open_ones:
            finding_id = max(set(open_ones), key=open_ones.count)
        elif len(fresh) >= least:
            finding_id = _added(unit, one.words)
            new.append(finding_id)
        else:
            continue
        changed = changed or bool(fresh)
        for ticket_id in fresh:
            unit.session.add(RadarTicket(ticket_id=ticket_id, finding_id=finding_id))
    if changed:
        unit.session.flush()
        unit.publish(SettingsChanged(section=SECTION))
    return tuple(new)


def findings(session: Session, *, everyone: bool = False) -> list[FindingInfo]:
    """Return the open findings, what most asked first; with `everyone` also the settled ones."""
    statement = select(RadarFinding)
    if not everyone:
        statement = statement.where(RadarFinding.state == State.OPEN.value)
    found = [_info(session, one) for one in session.scalars(statement)]
    return sorted(found, key=_order)


def count_open(session: Session) -> int:
    """Return how many findings are open."""
    counted = select(func.count()).where(RadarFinding.state == State.OPEN.value)
    return session.scalar(counted.select_from(RadarFinding)) or 0


def find(session: Session, finding_id: int) -> FindingInfo:
    """Return a finding.

    Raises:
        NotFoundError: there is none.
    """
    return _info(session, _row(session, finding_id))


def tickets_of(session: Session, finding_id: int) -> list[int]:
    """Return the tickets of a finding, for one answer to all (tickets/bulk_replies.py).

    Raises:
        NotFoundError: there is none.
    """
    return [one.id for one in find(session, finding_id).tickets]


def assign(
    unit: Unit, finding_id: int, *, task: Task | None, note: str | None = None,
    owner: str | None = None, origin: object | None = None,
) -> int | None:  # fmt: skip
    """Say what is to be done about a finding; returns the act, None when it said so already.

    Args:
        note: how it is done; None leaves it as it is, and so does `owner`.
        owner: who does it.

    Raises:
        NotFoundError: there is none.
    """
    values: dict[str, object] = {"task": None if task is None else task.value}
    given = {"note": note, "owner": owner}
    values |= {name: line(text) for name, text in given.items() if text is not None}
    return _change(unit, finding_id, "radar_task", origin, **values)


def settle(
    unit: Unit, finding_id: int, *, state: State, origin: object | None = None
) -> int | None:
    """Say that it was done, is left as it is, or is open again; returns the act, None if it was.

    Raises:
        NotFoundError: there is none.
    """
    if _row(unit.session, finding_id).state == state.value:
        return None
    settled = None if state is State.OPEN else unit.now
    return _change(
        unit, finding_id, f"radar_{state.value}", origin, state=state.value, settled_at=settled
    )


def watch(
    unit: Unit, *, least: int | None = None, days: int | None = None, origin: object | None = None
) -> int | None:
    """Set how often a question has to come in, and within how many days; returns the act."""
    before = load(unit.session, RadarSettings)
    after = RadarSettings(
        least=before.least if least is None else least,
        days=before.days if days is None else days,
    )
    recorder = acts.begin(unit, "radar", origin=origin)
    recorder.add(setting_acts.keep(unit, after))
    data = {"least": after.least, "days": after.days}
    return setting_acts.finish(unit, recorder, after, data)


# --- how -------------------------------------------------------------------------------------


def _asked(session: Session, since: datetime) -> list[tuple[int, str]]:
    """Return the tickets since a moment with the first that each customer wrote, oldest first."""
    # By the tickets that changed since: else all messages there ever were would be read.
    changed = select(Ticket.id).where(Ticket.updated_at >= since)
    first = _first(Message.ticket_id.in_(changed), Message.created_at >= since)
    rows = session.execute(
        select(Ticket.id, Ticket.subject, Message.text)
        .join(first, first.c.ticket_id == Ticket.id)
        .join(Message, Message.id == first.c.message_id)
        .where(Ticket.merged_into_id.is_(None), Ticket.state != TicketState.SPAM.value)
        .order_by(Ticket.id.desc())
        .limit(MOST)
    ).all()
    return [(row[0], f"{row[2]}\n{row[1]}") for row in reversed(rows)]


def _first(*more: ColumnElement[bool]) -> Subquery:
    """Return a query of the first message that the customer of each ticket wrote."""
    return (
        select(Message.ticket_id, func.min(Message.id).label("message_id"))
        .where(Message.direction == Direction.IN.value, Message.automatic.is_(None), *more)
        .group_by(Message.ticket_id)
        .subquery()
    )


def _pages(session: Session) -> list[frozenset[str]]:
    """Return the stems of each section of each page, with those of its title."""
    return [
        stems_of(page.title) | stems_of(section)
        for page, text in pages.texts(session)
        for section in _sections(text)
    ]


def _sections(text: str) -> Iterator[str]:
    body = text.split("\n---\n", 1)[-1]
    yield from filter(str.strip, _HEADING.split(body))


def _day(session: Session, now: datetime) -> str:
    return opening_hours(session, now).local_day(now).isoformat()


def _added(unit: Unit, words: Sequence[str]) -> int:
    row = RadarFinding(
        words=list(words), state=State.OPEN.value, task=None, note="", owner="",
        found_at=unit.now, settled_at=None,
    )  # fmt: skip
    unit.session.add(row)
    unit.session.flush()
    return row.id


def _change(
    unit: Unit, finding_id: int, name: str, origin: object | None, **values: object
) -> int | None:
    row = _row(unit.session, finding_id)
    recorder = acts.begin(unit, name, origin=origin, text=" ".join(row.words))
    recorder.add(act_rows.changed(unit, row, **values))
    act_id = recorder.finish()
    if act_id is not None:
        journal.append(unit, name, data={"finding": row.id, "task": row.task})
        unit.publish(SettingsChanged(section=SECTION, origin=origin))
    return act_id


def _row(session: Session, finding_id: int) -> RadarFinding:
    found = session.get(RadarFinding, finding_id)
    if found is None:
        raise NotFoundError(what="finding", name=finding_id)
    return found


def _info(session: Session, row: RadarFinding) -> FindingInfo:
    of_it = select(RadarTicket.ticket_id).where(RadarTicket.finding_id == row.id)
    first = _first(Message.ticket_id.in_(of_it))
    tickets = session.execute(
        select(
            Ticket.id,
            Ticket.number,
            Ticket.subject,
            Ticket.state,
            func.coalesce(Message.created_at, Ticket.created_at),
            Message.text,
        )
        .join(RadarTicket, RadarTicket.ticket_id == Ticket.id)
        .outerjoin(first, first.c.ticket_id == Ticket.id)
        .outerjoin(Message, Message.id == first.c.message_id)
        .where(RadarTicket.finding_id == row.id, Ticket.merged_into_id.is_(None))
        .order_by(Ticket.id.desc())
    )
    return FindingInfo(
        row.id, tuple(row.words), row.state, row.task, row.note, row.owner, row.found_at,
        row.settled_at, tuple(TicketRef(*one[:5], _short(one[5] or "")) for one in tickets),
    )  # fmt: skip


def _short(text: str) -> str:
    found = line(bare(text))
    return found if len(found) <= LONGEST_ASKED else f"{found[:LONGEST_ASKED].rstrip()}…"


def _order(one: FindingInfo) -> tuple[bool, int, int]:
    return one.state != State.OPEN, -len(one.tickets), one.id
