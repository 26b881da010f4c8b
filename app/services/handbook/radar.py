"""Questions that come back without a page that answers them: noticed, given a task, settled.

What makes questions alike is passed in; by default it is their words (`alike`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.knowledge import RadarFinding, RadarTicket, TicketPage
from app.models.messages import Message
from app.models.rules.errors import NotFoundError
from app.models.rules.messages import Direction
from app.models.rules.radar import State, Task, answers
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services.events import SettingsChanged
from app.services.handbook import pages
from app.services.handbook.alike import Similar, alike_by_words, stems_of
from app.services.settings import RadarSettings, load
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal, setting_acts

SECTION = "radar_findings"
"""What the event says that tells of a change of findings."""
MOST = 3_000
"""Of how many tickets at most, the newest, the radar reads the question."""
_HEADING = re.compile(r"(?m)^(?=#)")


@dataclass(frozen=True, slots=True)
class Noticed:
    """Tickets that ask the same, and the words that they share; no page answers them."""

    ticket_ids: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TicketRef:
    """A ticket that asks a question that comes back."""

    id: int
    number: int
    subject: str
    state: str


@dataclass(frozen=True, slots=True)
class FindingInfo:
    """A question that comes back, as shown; its tickets are the newest first."""

    id: int
    words: tuple[str, ...]
    state: str
    task: str | None
    found_at: datetime
    settled_at: datetime | None
    tickets: tuple[TicketRef, ...]


def notice(session: Session, *, now: datetime, similar: Similar = alike_by_words) -> list[Noticed]:
    """Return the questions that came in often enough of late and that no page answers.

    Reads and counts; takes about a second for 2,000 tickets. `keep` writes down what it returns.
    """
    settings = load(session, RadarSettings)
    asked = _asked(session, now - timedelta(days=settings.days))
    ids = [ticket_id for ticket_id, _ in asked]
    groups = similar([text for _, text in asked], settings.least)
    known = _pages(session) if groups else []
    linked = set(session.scalars(select(TicketPage.ticket_id)))
    found = []
    for group in groups:
        members = tuple(ids[place] for place in group.members)
        stems = sorted(stems_of(" ".join(group.words)))
        if linked.isdisjoint(members) and not any(answers(page, stems) for page in known):
            found.append(Noticed(members, group.words))
    return found


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
    unit: Unit, finding_id: int, *, task: Task | None, origin: object | None = None
) -> int | None:
    """Say what is to be done about a finding; returns the act, None when it said so already.

    Raises:
        NotFoundError: there is none.
    """
    value = None if task is None else task.value
    return _change(unit, finding_id, "radar_task", origin, task=value)


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
    first = (
        select(Message.ticket_id, func.min(Message.id).label("message_id"))
        .where(Message.direction == Direction.IN.value, Message.automatic.is_(None))
        .where(Message.created_at >= since)
        .group_by(Message.ticket_id)
        .subquery()
    )
    rows = session.execute(
        select(Ticket.id, Ticket.subject, Message.text)
        .join(first, first.c.ticket_id == Ticket.id)
        .join(Message, Message.id == first.c.message_id)
        .where(Ticket.merged_into_id.is_(None), Ticket.state != TicketState.SPAM.value)
        .order_by(Ticket.id.desc())
        .limit(MOST)
    ).all()
    return [(row[0], f"{row[2]}\n{row[1]}") for row in reversed(rows)]


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


def _added(unit: Unit, words: Sequence[str]) -> int:
    row = RadarFinding(
        words=list(words), state=State.OPEN.value, task=None, found_at=unit.now, settled_at=None
    )
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
    tickets = session.execute(
        select(Ticket.id, Ticket.number, Ticket.subject, Ticket.state)
        .join(RadarTicket, RadarTicket.ticket_id == Ticket.id)
        .where(RadarTicket.finding_id == row.id, Ticket.merged_into_id.is_(None))
        .order_by(Ticket.id.desc())
    )
    return FindingInfo(
        row.id, tuple(row.words), row.state, row.task, row.found_at, row.settled_at,
        tuple(TicketRef(*one) for one in tickets),
    )  # fmt: skip


def _order(one: FindingInfo) -> tuple[bool, int, int]:
    return one.state != State.OPEN, -len(one.tickets), one.id
