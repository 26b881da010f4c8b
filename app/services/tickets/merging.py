"""Tickets that belong together: merged, split, linked; each undone as one."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.messages import Message
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.messages import Direction
from app.models.rules.tickets import AT_TURN, OUR_TURN, AtTurn, Priority, TicketState
from app.models.tickets import Ticket, TicketLink
from app.services.storage.database import Unit
from app.services.tickets import acts, contents, journal, lifecycle, promises, timing, turns, walks

_URGENCY = list(TicketState)


class NothingToMergeError(KnownError):
    """Merging takes two tickets at least."""

    code = "nothing_to_merge"
    text = QT_TRANSLATE_NOOP("errors", "Choose two messages or more to put together.")


class DifferentAccountsError(KnownError):
    """Answers leave by one account, so its customers cannot be answered from another one."""

    code = "different_accounts"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "These messages came in on different channels. Link them instead: "
        "each keeps its own answer.",
    )


class NothingToSplitError(KnownError):
    """Splitting leaves something behind and takes something along."""

    code = "nothing_to_split"
    text = QT_TRANSLATE_NOOP(
        "errors", "Choose a message of the customer that is not the first one here."
    )


def merge(
    unit: Unit, ticket_ids: Sequence[int], *, into: int | None = None, origin: object | None = None
) -> int:
    """Put tickets together into one, by default the oldest; returns the act.

    All messages, tags and the earliest clocks go along. The others keep their numbers, which from
    now on lead to the one; mail to them arrives there.

    Raises:
        NothingToMergeError: there is only one.
        DifferentAccountsError: they came in by different accounts.
    """
    found = [lifecycle.standing(unit.session, one) for one in ticket_ids]
    if into is not None:
        found.append(lifecycle.standing(unit.session, into))
    together = sorted({ticket.id: ticket for ticket in found}.values(), key=lambda one: one.number)
    if len(together) < 2:
        raise NothingToMergeError
    if len({ticket.account_id for ticket in together}) > 1:
        raise DifferentAccountsError
    kept = together[0] if into is None else lifecycle.standing(unit.session, into)
    others = [ticket for ticket in together if ticket.id != kept.id]
    recorder = acts.begin(unit, "merged", origin=origin, count=len(together), number=kept.number)
    recorder.watch(kept)
    for other in others:
        recorder.watch(other)
        _move_all(unit, recorder, other, kept)
    _take_clocks(kept, together)
    _take_lists(kept, together)
    acts.put_tags(
        unit, kept.id, [tag for one in others for tag in acts.tags_of(unit.session, one.id)]
    )
    for other in others:
        other.merged_into_id = kept.id
        contents.recount(unit, other)
        _journal(unit, other, "merged_into", kept)
        _journal(unit, kept, "merged", other)
    contents.recount(unit, kept)
    return _finished(recorder)


def split(
    unit: Unit, ticket_id: int, *, from_message: int, origin: object | None = None
) -> tuple[int, int]:
    """Begin a new ticket with a message of the customer and all that follow it.

    Returns the new ticket and the act.

    Raises:
        NothingToSplitError: there is no such message of the customer, or nothing before it.
    """
    ticket = lifecycle.find(unit.session, ticket_id)
    messages = unit.session.scalars(
        select(Message)
        .where(Message.ticket_id == ticket_id)
        .order_by(Message.created_at, Message.id)
    ).all()
    at = next((at for at, one in enumerate(messages) if one.id == from_message), 0)
    if at == 0 or messages[at].direction != Direction.IN.value:
        raise NothingToSplitError
    going = [message.id for message in messages[at:]]
    recorder = acts.begin(unit, "split", origin=origin, number=ticket.number, count=1)
    recorder.watch(ticket)
    made = _new_beside(unit, ticket, messages[at])
    recorder.watch(made)
    recorder.step(op="ticket", id=made.id, before={"merged_into_id": ticket.id},
                  after={"merged_into_id": None})  # fmt: skip
    keys = contents.keys_to_move(unit.session, ticket_id, going)
    contents.move(unit, going, source=ticket_id, target=made.id, keys=keys)
    recorder.step(
        op="move", **{"from": ticket_id}, to=made.id, messages=going, keys=[list(k) for k in keys]
    )
    for step in promises.take_along(unit, ticket_id, made.id, given_in=going):
        recorder.step(**step)
    _link(unit, recorder, ticket.id, made.id, made=True)
    for one, other, act in ((ticket, made, "split"), (made, ticket, "split_off")):
        contents.recount(unit, one)
        _journal(unit, one, act, other)
    return made.id, _finished(recorder)


def link(
    unit: Unit, ticket_id: int, other_id: int, *, linked: bool = True, origin: object | None = None
) -> int | None:
    """Say that two tickets have to do with each other, or no longer; returns the act."""
    first, second = (lifecycle.standing(unit.session, one) for one in (ticket_id, other_id))
    if first.id == second.id or (other_id_in(unit.session, first.id, second.id) == linked):
        return None
    name = "linked" if linked else "unlinked"
    recorder = acts.begin(unit, name, origin=origin, number=first.number, count=1)
    recorder.watch(first)
    recorder.watch(second)
    _link(unit, recorder, first.id, second.id, made=linked)
    _journal(unit, first, name, second)
    _journal(unit, second, name, first)
    return recorder.finish()


def other_id_in(session: Session, first: int, second: int) -> bool:
    """Tell whether two tickets are linked."""
    return session.get(TicketLink, (min(first, second), max(first, second))) is not None


def _link(unit: Unit, recorder: acts.Recorder, one: int, other: int, *, made: bool) -> None:
    first, second = min(one, other), max(one, other)
    if made:
        unit.session.merge(TicketLink(ticket_id=first, other_id=second))
    else:
        unit.session.delete(unit.session.get_one(TicketLink, (first, second)))
    unit.session.flush()
    recorder.step(op="link", first=first, second=second, made=made)


def _move_all(unit: Unit, recorder: acts.Recorder, source: Ticket, target: Ticket) -> None:
    ids = contents.message_ids(unit.session, source.id)
    keys = contents.keys_of(unit.session, source.id)
    contents.move(unit, ids, source=source.id, target=target.id, keys=keys)
    recorder.step(
        op="move", **{"from": source.id}, to=target.id, messages=ids, keys=[list(k) for k in keys]
    )
    for step in promises.take_along(unit, source.id, target.id):
        recorder.step(**step)
    for step in walks.take_along(unit, source.id, target.id):
        recorder.step(**step)
    if contents.move_draft(unit, source=source.id, target=target.id):
        recorder.step(op="draft", **{"from": source.id}, to=target.id)


def _take_clocks(kept: Ticket, together: Sequence[Ticket]) -> None:
    """Let the earliest clocks of those who still wait count for all."""
    waiting = [
        one for one in together if AT_TURN[TicketState(one.state)] in OUR_TURN | {AtTurn.US_LATER}
    ]
    if not waiting:
        return
    first = min(waiting, key=lambda one: (_URGENCY.index(TicketState(one.state)), one.order_at))
    kept.state, kept.closed_at, kept.documented_at = first.state, None, None
    kept.no_reaction_reason = first.no_reaction_reason
    kept.snoozed_until, kept.snoozed_from = first.snoozed_until, first.snoozed_from
    kept.wake_on_reply = first.wake_on_reply
    unreacted = [
        one.first_reaction_due
        for one in waiting
        if one.first_reacted_at is None and one.first_reaction_due
    ]
    unanswered = [one for one in waiting if one.answered_at is None and one.answer_due]
    if unreacted:
        kept.first_reaction_due, kept.first_reacted_at = min(unreacted), None
    if unanswered:
        longest = min(unanswered, key=lambda one: one.answer_due or one.created_at)
        kept.answer_due, kept.answered_at = longest.answer_due, None
        kept.answer_kind = longest.answer_kind
        kept.clock_at = min(one.clock_at or one.created_at for one in unanswered)


def _take_lists(kept: Ticket, together: Sequence[Ticket]) -> None:
    weights = list(Priority)
    kept.priority = max((Priority(one.priority) for one in together), key=weights.index).value
    for name in (
        "category",
        "department",
        "type",
        "product_group",
        "proposal",
        "assessed_at",
        "incident_id",
    ):
        if getattr(kept, name) is None:
            setattr(
                kept, name, next((getattr(o, name) for o in together if getattr(o, name)), None)
            )
    kept.reach = max(one.reach or 0 for one in together) or None
    loudest = max(together, key=lambda one: one.influence)
    kept.influence, kept.influence_reasons = loudest.influence, loudest.influence_reasons
    kept.updated_at = max(one.updated_at for one in together)


def _new_beside(unit: Unit, ticket: Ticket, first: Message) -> Ticket:
    """Return a new ticket for messages of another one, with clocks of its own."""
    made = lifecycle.new_ticket(
        unit,
        account_id=ticket.account_id,
        kind=ticket.kind,
        contact_id=ticket.contact_id,
        subject=first.subject or ticket.subject,
        at=first.received_at,
    )
    made.state, made.priority = TicketState.OPEN.value, ticket.priority
    made.first_reacted_at = ticket.first_reacted_at
    timing.wait_from(unit, made, first.received_at)
    lifecycle.recount(made)
    unit.session.add(made)
    unit.session.flush()
    turns.begin(unit, made)
    return made


def _finished(recorder: acts.Recorder) -> int:
    act_id = recorder.finish()
    if act_id is None:
        raise NothingToMergeError
    return act_id


def _journal(unit: Unit, ticket: Ticket, act: str, other: Ticket) -> None:
    journal.append(
        unit, act, ticket_id=ticket.id, data={"ticket": other.id, "number": other.number}
    )
