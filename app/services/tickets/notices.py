"""What the desktop may tell of tickets in which customers wrote."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.models.rules.announcing import Promised, Telling, Waiting, Warned, telling
from app.models.rules.hours import is_open
from app.models.rules.tickets import AtTurn, Priority, TicketState
from app.services.settings import NoticeSettings, load
from app.services.tickets import inbox, promises
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.opening import opening_hours

_OURS = frozenset({AtTurn.US.value, AtTurn.COLLEAGUE.value})
OPEN_STATES = frozenset({TicketState.NEW, TicketState.OPEN})


def still_waiting(
    session: Session,
    ticket_ids: Iterable[int],
    *,
    now: datetime,
    warned: Mapping[int, int] | None = None,
    promised: Iterable[int] = (),
) -> tuple[frozenset[int], Telling | None]:
    """Return those of the tickets that are not handled yet, and what to tell of them.

    Args:
        ticket_ids: those in which customers wrote.
        warned: those of which a clock warned, with its level in percent.
        promised: those with a promise that runs out, or has.
    """
    ids, levels = set(ticket_ids), dict(warned or {})
    told_of = promises.told_of(session, promised)
    infos = inbox.infos(session, sorted({*ids, *levels, *(one for one, _ in told_of)}))
    waiting = [_waiting(one) for one in infos if one.id in ids and _is_open(one)]
    late = [
        Warned(_waiting(one), levels[one.id]) for one in infos if one.id in levels and _runs(one)
    ]
    by_id = {one.id: _waiting(one) for one in infos}
    given = [Promised(by_id[one], lapsed) for one, lapsed in told_of]
    wanted = load(session, NoticeSettings).enabled
    opened = is_open(opening_hours(session, now), now)
    told = telling(waiting, is_open=opened, warned=late, promised=given)
    left = {one.ticket_id for one in waiting} | {one.waiting.ticket_id for one in late}
    left |= {one for one, _ in told_of}
    return frozenset(left), told if wanted else None


def _waiting(info: TicketInfo) -> Waiting:
    return Waiting(
        info.id,
        info.contact_name or ", ".join(one.handle for one in info.identities),
        info.subject,
        info.priority == Priority.URGENT.value,
    )


def _is_open(info: TicketInfo) -> bool:
    return TicketState(info.state) in OPEN_STATES


def _runs(info: TicketInfo) -> bool:
    return info.at_turn in _OURS and info.next_due is not None
