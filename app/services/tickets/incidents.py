"""Incidents: opened, tickets put under them and taken out, told of to colleagues, closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.incidents import Incident
from app.models.rules.errors import QT_TRANSLATE_NOOP, EmptyTextError, KnownError, NotFoundError
from app.models.rules.tickets import AT_TURN, OUR_TURN
from app.models.tickets import Ticket
from app.services.events import SettingsChanged, TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal, lifecycle
from app.services.tickets.decisions import Done

SECTION = "incidents"
LONGEST_TITLE = 80
WAITS = tuple(state for state, turn in AT_TURN.items() if turn in OUR_TURN)


class IncidentClosedError(KnownError):
    """Nothing is put under an incident that is over."""

    code = "incident_closed"
    text = QT_TRANSLATE_NOOP("errors", "This incident is closed. Open it again first.")


@dataclass(frozen=True, slots=True)
class IncidentInfo:
    """An incident, as shown: how many tickets hang on it, and how many of them wait for us."""

    id: int
    title: str
    status: str
    opened_at: datetime
    closed_at: datetime | None
    tickets: int
    waiting: int


def infos(session: Session, *, everyone: bool = False) -> list[IncidentInfo]:
    """Return the open incidents, the newest first; with `everyone` also the closed ones."""
    waits = Ticket.state.in_([state.value for state in WAITS])
    stands = Ticket.merged_into_id.is_(None)
    statement = (
        select(Incident, func.count(Ticket.id), func.count(Ticket.id).filter(waits))
        .outerjoin(Ticket, (Ticket.incident_id == Incident.id) & stands)
        .group_by(Incident.id)
        .order_by(Incident.id.desc())
    )
    if not everyone:
        statement = statement.where(Incident.closed_at.is_(None))
    return [
        IncidentInfo(one.id, one.title, one.status, one.opened_at, one.closed_at, held, waiting)
        for one, held, waiting in session.execute(statement)
    ]


def info(session: Session, incident_id: int) -> IncidentInfo:
    """Return one incident.

    Raises:
        NotFoundError: there is none.
    """
    found = [one for one in infos(session, everyone=True) if one.id == incident_id]
    if not found:
        raise NotFoundError(what="incident", name=incident_id)
    return found[0]


def titles(session: Session, ticket_ids: Sequence[int]) -> Mapping[int, tuple[int, str, str]]:
    """Return the id, title and status of the incident of those tickets that hang on one."""
    rows = session.execute(
        select(Ticket.id, Incident.id, Incident.title, Incident.status)
        .join(Incident, Incident.id == Ticket.incident_id)
        .where(Ticket.id.in_(ticket_ids))
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def tickets_of(session: Session, incident_id: int) -> list[int]:
    """Return the tickets that hang on an incident, the oldest first."""
    statement = select(Ticket.id).where(
        Ticket.incident_id == incident_id, Ticket.merged_into_id.is_(None)
    )
    return list(session.scalars(statement.order_by(Ticket.id)))


def numbers_of(session: Session, incident_id: int) -> list[int]:
    """Return the numbers of the tickets that hang on an incident."""
    statement = select(Ticket.number).where(Ticket.id.in_(tickets_of(session, incident_id)))
    return list(session.scalars(statement.order_by(Ticket.number)))


def begin(
    unit: Unit,
    *,
    title: str,
    status: str = "",
    ticket_ids: Sequence[int] = (),
    origin: object | None = None,
) -> tuple[int, int | None]:
    """Open an incident, with tickets under it at once; returns it and the act.

    Raises:
        EmptyTextError: it has no title.
    """
    clean = " ".join(title.split())[:LONGEST_TITLE]
    if not clean:
        raise EmptyTextError
    with acts.together(unit, "incident_opened", origin=origin, incident=clean) as recorder:
        made = Incident(title=clean, status=status.strip(), opened_at=unit.now, closed_at=None)
        recorder.step(**act_rows.added(unit, made))
        journal.append(unit, "incident_opened", data={"incident": made.id})
        link(unit, ticket_ids, incident_id=made.id, origin=origin)
    _tell(unit, origin)
    return made.id, recorder.finish()


def link(
    unit: Unit, ticket_ids: Sequence[int], *, incident_id: int | None, origin: object | None = None
) -> Done:
    """Put tickets under an incident, each under one at most; None takes them out.

    Raises:
        NotFoundError: there is no such incident or ticket.
        IncidentClosedError: it is over.
    """
    title = ""
    if incident_id is not None:
        incident = _find(unit.session, incident_id)
        title = incident.title
        if incident.closed_at is not None:
            raise IncidentClosedError
    found = {one.id: one for one in (lifecycle.standing(unit.session, i) for i in ticket_ids)}
    other = [one for one in found.values() if one.incident_id != incident_id]
    name = "incident_out" if incident_id is None else "incident_in"
    number = other[0].number if other else None
    recorder = acts.begin(
        unit, name, origin=origin, count=len(other), number=number, incident=title
    )
    for ticket in other:
        recorder.watch(ticket)
        data = {"from": ticket.incident_id, "to": incident_id, "number": incident_id}
        ticket.incident_id = incident_id
        journal.append(unit, name, ticket_id=ticket.id, data=data)
    unit.session.flush()
    return Done(recorder.finish(), len(other), 0)


def tell(unit: Unit, incident_id: int, *, status: str, origin: object | None = None) -> int | None:
    """Say how it stands, for colleagues; returns the act, None when it said so already."""
    return _change(unit, incident_id, "incident_status", origin, status=status.strip())


def close(unit: Unit, incident_id: int, *, origin: object | None = None) -> int | None:
    """Say that it is over; its tickets stay under it. Returns the act, None when it was."""
    if _find(unit.session, incident_id).closed_at is not None:
        return None
    return _change(unit, incident_id, "incident_closed", origin, closed_at=unit.now)


def reopen(unit: Unit, incident_id: int, *, origin: object | None = None) -> int | None:
    """Say that it is not over after all; returns the act, None when it was open."""
    return _change(unit, incident_id, "incident_reopened", origin, closed_at=None)


def _change(
    unit: Unit, incident_id: int, name: str, origin: object | None, **values: object
) -> int | None:
    incident = _find(unit.session, incident_id)
    step = act_rows.changed(unit, incident, **values)
    if step is None:
        return None
    recorder = acts.begin(unit, name, origin=origin, incident=incident.title)
    recorder.step(**step)
    journal.append(unit, name, data={"incident": incident.id})
    unit.publish(TicketsChanged(ticket_ids=frozenset(tickets_of(unit.session, incident_id))))
    _tell(unit, origin)
    return recorder.finish()


def _find(session: Session, incident_id: int) -> Incident:
    found = session.get(Incident, incident_id)
    if found is None:
        raise NotFoundError(what="incident", name=incident_id)
    return found


def _tell(unit: Unit, origin: object | None) -> None:
    unit.publish(SettingsChanged(section=SECTION, origin=origin))
