"""What the desktop may tell of tickets in which customers wrote."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from app.models.rules.announcing import Telling, Waiting, telling
from app.models.rules.hours import is_open
from app.models.rules.tickets import Priority, TicketState
from app.services.settings import NoticeSettings, load
from app.services.tickets import inbox
from app.services.tickets.opening import opening_hours

OPEN_STATES = frozenset({TicketState.NEW, TicketState.OPEN})


def still_waiting(
    session: Session, ticket_ids: Iterable[int], *, now: datetime
) -> tuple[frozenset[int], Telling | None]:
    """Return those of the tickets in which nobody reacted yet, and what to tell of them."""
    waiting = [
        Waiting(
            info.id,
            info.contact_name or ", ".join(one.handle for one in info.identities),
            info.subject,
            info.priority == Priority.URGENT.value,
        )
        for info in inbox.infos(session, sorted(ticket_ids))
        if TicketState(info.state) in OPEN_STATES
    ]
    wanted = load(session, NoticeSettings).enabled
    told = telling(waiting, is_open=is_open(opening_hours(session, now), now))
    return frozenset(one.ticket_id for one in waiting), told if wanted else None
