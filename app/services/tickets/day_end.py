"""The check at the end of the day, and whether the owner is to be shown it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.contacts import Contact
from app.models.directory import Colleague
from app.models.learning import Briefing, BriefingReader
from app.models.messages import Message, OutboxItem
from app.models.rules.day_end import BRIEFINGS, Due, Facts, check, ends, tomorrow
from app.models.rules.messages import Delivery
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services.events import SettingsChanged
from app.services.settings import AcknowledgeSettings, DayEndSettings, load, save
from app.services.storage.database import Unit
from app.services.tickets import promises
from app.services.tickets.opening import opening_hours


@dataclass(frozen=True, slots=True)
class Left:
    """A ticket that a point is about."""

    id: int
    number: int
    subject: str
    customer: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A colleague who did not confirm in time that he read a briefing."""

    name: str
    briefing: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Checked:
    """One point: unanswered, promises, outbox, absence or briefings, with what it is about."""

    key: str
    ok: bool
    tickets: tuple[Left, ...]
    readers: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class DayEnd:
    """How the day ends: until when we are closed, and the points."""

    opens_at: datetime
    points: tuple[Checked, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is left."""
        return all(point.ok for point in self.points)


def look(session: Session, now: datetime) -> DayEnd:
    """Return what the day leaves for tomorrow."""
    hours = opening_hours(session, now)
    following = tomorrow(hours, now)
    unread = _unread(session, hours.local_day(now))
    facts = Facts(
        now=now,
        tomorrow=following,
        waiting=_waiting(session),
        promises=tuple(Due(one.ticket_id, one.due_at) for one in promises.open_ones(session)),
        stuck=_stuck(session),
        absence=_tells_by_itself(session),
        unread=len(unread),
    )
    points = check(facts)
    known = _left(session, [one for point in points for one in point.ticket_ids])
    return DayEnd(
        following.opens,
        tuple(
            Checked(
                point.key,
                point.ok,
                tuple(known[one] for one in point.ticket_ids),
                unread if point.key == BRIEFINGS else (),
            )
            for point in points
        ),
    )


def to_ask(session: Session, now: datetime) -> DayEnd | None:
    """Return the check when the owner, who leaves now, is to see it.

    That is at the end of an open day, once, with something left, unless he switched it off.
    """
    hours = opening_hours(session, now)
    settings = load(session, DayEndSettings)
    today = hours.local_day(now).isoformat()
    if not settings.enabled or settings.asked == today or not ends(hours, now):
        return None
    found = look(session, now)
    return None if found.ok else found


def asked(unit: Unit) -> None:
    """Remember that the owner has seen the check today."""
    today = opening_hours(unit.session, unit.now).local_day(unit.now)
    settings = load(unit.session, DayEndSettings)
    save(unit.session, replace(settings, asked=today.isoformat()))


def switch(unit: Unit, *, enabled: bool) -> None:
    """Show the check when the owner leaves, or do not."""
    save(unit.session, replace(load(unit.session, DayEndSettings), enabled=enabled))
    unit.publish(SettingsChanged(section=DayEndSettings.section))


def _waiting(session: Session) -> tuple[Due, ...]:
    working = [TicketState.NEW.value, TicketState.OPEN.value]
    rows = session.execute(
        select(
            Ticket.id,
            Ticket.first_reaction_due,
            Ticket.first_reacted_at,
            Ticket.answer_due,
            Ticket.answered_at,
        ).where(Ticket.state.in_(working), Ticket.merged_into_id.is_(None))
    )
    clocks = [
        (row.id, due)
        for row in rows
        for due, stopped in (
            (row.first_reaction_due, row.first_reacted_at),
            (row.answer_due, row.answered_at),
        )
        if due is not None and stopped is None
    ]
    return tuple(Due(ticket_id, due) for ticket_id, due in clocks)


def _stuck(session: Session) -> tuple[int, ...]:
    states = [Delivery.FAILED.value, Delivery.UNKNOWN.value]
    rows = session.scalars(
        select(Message.ticket_id)
        .join(OutboxItem, OutboxItem.message_id == Message.id)
        .where(OutboxItem.state.in_(states))
        .order_by(OutboxItem.id)
    )
    return tuple(rows)


def _unread(session: Session, today: date) -> tuple[Unread, ...]:
    """Return who should have read which briefing before today, the longest overdue first."""
    rows = session.execute(
        select(Colleague.name, Briefing.title, Briefing.due_on)
        .join(BriefingReader, BriefingReader.colleague_id == Colleague.id)
        .join(Briefing, Briefing.id == BriefingReader.briefing_id)
        .where(Briefing.published_at.is_not(None), BriefingReader.read_at.is_(None))
        .where(Colleague.active, Briefing.due_on < today.isoformat())
        .order_by(Briefing.due_on, Briefing.id, Colleague.name)
    )
    return tuple(Unread(name, title, date.fromisoformat(due)) for name, title, due in rows if due)


def _tells_by_itself(session: Session) -> bool:
    settings = load(session, AcknowledgeSettings)
    return settings.enabled and bool(settings.text.strip())


def _left(session: Session, ticket_ids: Sequence[int]) -> dict[int, Left]:
    rows = session.execute(
        select(Ticket.id, Ticket.number, Ticket.subject, Contact.name)
        .join(Contact, Contact.id == Ticket.contact_id)
        .where(Ticket.id.in_(ticket_ids))
    )
    return {row.id: Left(*row) for row in rows}
