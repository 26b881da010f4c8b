"""What the owner decides about tickets, one or many at once: each act is undone as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    InvalidValueError,
    KnownError,
    NotAllowedError,
)
from app.models.rules.tickets import (
    OWNER_MAY,
    Priority,
    TicketState,
    Transition,
    by_owner,
    on_waking,
)
from app.models.tickets import Ticket, TicketTag
from app.services.events import TicketsChanged
from app.services.storage.database import Unit
from app.services.tickets import acts, documenting, journal, lifecycle, lists, timing
from app.services.tickets.documenting import AS_IT_IS, Ending

LONGEST_TAG = 40


class NotInTheFutureError(KnownError):
    """The moment to wake up is over already."""

    code = "not_in_the_future"
    text = QT_TRANSLATE_NOOP("errors", "Choose a moment that is still to come.")


class BadTagError(KnownError):
    """A tag that could not be shown or searched for."""

    code = "bad_tag"
    text = QT_TRANSLATE_NOOP("errors", "A label is one to {most} characters without a colon.")


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did: its id (None when nothing changed), and what it could not be done to."""

    act_id: int | None
    changed: int
    refused: int = 0


def change_state(
    unit: Unit,
    ticket_ids: Sequence[int],
    *,
    state: str,
    reason: str = "",
    ending: Ending = AS_IT_IS,
    origin: object | None = None,
) -> Done:
    """Bring tickets into another state because the owner says so.

    Of several tickets those that cannot get there stay as they are and are counted.

    Args:
        ending: how they ended, for those to be closed.

    Raises:
        ReasonNeededError: nobody shall react and nothing says why (a key of the list, or words).
        InvalidValueError: there is no such state, or it needs more than its name (snoozed), or
            no such outcome.
        NotAllowedError: the table of states leads there for none of them.
        UndocumentedError: none of them may be closed yet.
    """
    wanted = TicketState(_one_of(state, list(TicketState), "state"))
    if wanted is TicketState.SNOOZED:
        raise InvalidValueError(value=state, field="state", choices="snooze")
    why = lists.reason(unit.session, reason) if wanted is TicketState.NO_REACTION else None
    found = [lifecycle.find(unit.session, one) for one in ticket_ids]
    able = [one for one in found if wanted in OWNER_MAY[TicketState(one.state)]]
    if found and not able:
        raise NotAllowedError(state=found[0].state, wanted=wanted.value)
    lacking: dict[int, tuple[str, ...]] = {}
    if wanted is TicketState.CLOSED:
        lacking = documenting.closable(unit.session, able, ending)
        able = [one for one in able if one.id in lacking]

    def act(ticket: Ticket) -> None:
        if wanted is TicketState.CLOSED:
            documenting.document(unit, ticket, ending, left=lacking[ticket.id])
        transition = by_owner(TicketState(ticket.state), wanted)
        lifecycle.apply(unit, ticket, transition, actor=journal.OWNER, words=reason)
        ticket.no_reaction_reason = why.key if why else None

    return _each(unit, able, act, f"state_{wanted.value}", origin, refused=len(found) - len(able))


def set_listed(
    unit: Unit,
    ticket_ids: Sequence[int],
    *,
    field: str,
    value: str | None,
    origin: object | None = None,
) -> Done:
    """File tickets under an entry of one of the owner's lists (lists.FILED); None takes it off.

    Raises:
        InvalidValueError: the list has no such entry, or no ticket is filed by it at will.
    """
    _one_of(field, list(lists.FILED), "list")
    key = None if value is None else lists.check(unit.session, field, value)
    return _set(unit, ticket_ids, field, key, origin)


def set_priority(
    unit: Unit, ticket_ids: Sequence[int], *, priority: str, origin: object | None = None
) -> Done:
    """Give tickets their weight, which moves them in the order of work.

    Raises:
        InvalidValueError: there is no such priority.
    """
    _one_of(priority, list(Priority), "priority")
    return _set(unit, ticket_ids, "priority", priority, origin)


# --- snooze ----------------------------------------------------------------------------------


def snooze(
    unit: Unit,
    ticket_ids: Sequence[int],
    *,
    until: datetime,
    wake_on_reply: bool = True,
    origin: object | None = None,
) -> Done:
    """Put tickets out of sight until a moment; nothing is ever sent by it.

    Raises:
        NotInTheFutureError: `until` is over.
        NotAllowedError: none of them can sleep in its state.
    """
    if until <= unit.now:
        raise NotInTheFutureError
    found = [lifecycle.find(unit.session, one) for one in ticket_ids]
    able = [one for one in found if TicketState.SNOOZED in OWNER_MAY[TicketState(one.state)]]
    if found and not able:
        raise NotAllowedError(state=found[0].state, wanted=TicketState.SNOOZED.value)

    def act(ticket: Ticket) -> None:
        before = ticket.state
        if before != TicketState.SNOOZED.value:
            ticket.snoozed_from = before
        ticket.snoozed_until, ticket.wake_on_reply = until, wake_on_reply
        ticket.updated_at = unit.now
        transition = Transition(TicketState.SNOOZED, "owner")
        lifecycle.apply(unit, ticket, transition, actor=journal.OWNER)
        lifecycle.recount(ticket)

    return _each(
        unit,
        able,
        act,
        "snoozed",
        origin,
        refused=len(found) - len(able),
        until=until.isoformat(),
    )


def next_waking(session: Session) -> datetime | None:
    """Return when the next snoozed ticket wakes up, or None."""
    return session.scalar(
        select(Ticket.snoozed_until)
        .where(Ticket.state == TicketState.SNOOZED.value, Ticket.snoozed_until.is_not(None))
        .order_by(Ticket.snoozed_until)
        .limit(1)
    )


def wake_due(unit: Unit) -> int:
    """Wake the tickets whose time has come; returns how many."""
    due = unit.session.scalars(
        select(Ticket).where(
            Ticket.state == TicketState.SNOOZED.value, Ticket.snoozed_until <= unit.now
        )
    ).all()
    for ticket in due:
        lifecycle.apply(unit, ticket, on_waking(), actor=journal.BALIE)
    if due:
        unit.publish(TicketsChanged(ticket_ids=frozenset(ticket.id for ticket in due)))
    return len(due)


# --- tags ------------------------------------------------------------------------------------


def add_tag(
    unit: Unit, ticket_ids: Sequence[int], *, tag: str, origin: object | None = None
) -> Done:
    """Put a word of the owner's own on tickets.

    Raises:
        BadTagError: it is empty, too long, or could not be searched for.
    """
    clean = clean_tag(tag)

    def act(ticket: Ticket) -> None:
        acts.put_tags(unit, ticket.id, [clean])
        journal.append(unit, "tag", ticket_id=ticket.id, data={"added": clean})

    lacking = [
        one for one in _found(unit, ticket_ids) if clean not in acts.tags_of(unit.session, one.id)
    ]
    return _each(unit, lacking, act, "tag_added", origin, tag=clean)


def clean_tag(tag: str) -> str:
    """Return a tag as it is kept.

    Raises:
        BadTagError: it is empty, too long, or could not be searched for.
    """
    clean = " ".join(tag.split())
    if not clean or len(clean) > LONGEST_TAG or ":" in clean or not clean.isprintable():
        raise BadTagError(most=LONGEST_TAG)
    return clean


def remove_tag(
    unit: Unit, ticket_ids: Sequence[int], *, tag: str, origin: object | None = None
) -> Done:
    """Take a word off tickets."""

    def act(ticket: Ticket) -> None:
        acts.take_tags(unit, ticket.id, [tag])
        journal.append(unit, "tag", ticket_id=ticket.id, data={"removed": tag})

    having = [one for one in _found(unit, ticket_ids) if tag in acts.tags_of(unit.session, one.id)]
    return _each(unit, having, act, "tag_removed", origin, tag=tag)


def known_tags(session: Session) -> list[str]:
    """Return all tags that are in use, sorted."""
    return list(session.scalars(select(TicketTag.tag).distinct().order_by(TicketTag.tag)))


# --- how -------------------------------------------------------------------------------------


def _found(unit: Unit, ticket_ids: Sequence[int]) -> list[Ticket]:
    return [lifecycle.find(unit.session, one) for one in ticket_ids]


def _each(
    unit: Unit,
    tickets: Sequence[Ticket],
    act: Callable[[Ticket], None],
    name: str,
    origin: object | None,
    *,
    refused: int = 0,
    **params: Any,
) -> Done:
    recorder = acts.begin(
        unit,
        name,
        origin=origin,
        count=len(tickets),
        number=tickets[0].number if tickets else None,
        **params,
    )
    for ticket in tickets:
        recorder.watch(ticket)
        act(ticket)
    return Done(recorder.finish(), len(tickets), refused)


def _set(
    unit: Unit, ticket_ids: Sequence[int], name: str, value: str | None, origin: object | None
) -> Done:
    def act(ticket: Ticket) -> None:
        before = getattr(ticket, name)
        setattr(ticket, name, value)
        ticket.updated_at = unit.now
        ticket.assessed_at = ticket.assessed_at or unit.now
        if name == "priority":
            timing.count(unit, ticket)
        lifecycle.recount(ticket)
        data = {"from": before, "to": value}
        journal.append(unit, name, ticket_id=ticket.id, data=data)

    other = [one for one in _found(unit, ticket_ids) if getattr(one, name) != value]
    return _each(unit, other, act, name, origin, value=value)


def _one_of(value: str, choices: list[str], field: str) -> str:
    if value not in choices:
        raise InvalidValueError(value=value, field=field, choices=", ".join(choices))
    return value
