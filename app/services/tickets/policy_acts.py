"""The owner's rules at work: trying one out, letting one act on tickets, and on what comes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.messages import Message
from app.models.rules import policy
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.hours import is_open
from app.models.rules.messages import Direction
from app.models.rules.policy import Effect, Facts, Rule
from app.models.rules.tickets import OWNER_MAY, TicketState, Transition
from app.models.tickets import Ticket
from app.services.channels.api import InboundMessage
from app.services.storage.database import Unit
from app.services.tickets import (
    acts,
    influence,
    journal,
    lifecycle,
    lists,
    policies,
    proposals,
    timing,
)
from app.services.tickets.decisions import Done
from app.services.tickets.opening import opening_hours

MOST_AT_ONCE = 50
_READ = "policies"


class ManyTicketsError(KnownError):
    """More messages than the owner may have had in mind."""

    code = "many_tickets"
    text = QT_TRANSLATE_NOOP(
        "errors", "The rule “{name}” would change {count} messages at once. Confirm it first."
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule changes of a ticket: the kind of effect, what was there, what comes."""

    kind: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that a rule holds for, and what it would change of its ticket."""

    ticket_id: int
    number: int
    message_id: int
    subject: str
    sender: str
    changes: tuple[Change, ...]


def dry_run(session: Session, rule: Rule, *, last: int = 100) -> list[Hit]:
    """Return what a rule, kept or not, would change by itself; nothing is written.

    Args:
        last: how many of the newest messages of customers are looked at, the newest first.
    """
    found = session.execute(
        select(Message, Ticket)
        .join(Ticket, Ticket.id == Message.ticket_id)
        .where(Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(last)
    )
    hits = [_hit(session, rule, ticket, message) for message, ticket in found]
    return [one for one in hits if one is not None]


def apply_to(
    unit: Unit,
    rule_id: int,
    ticket_ids: Sequence[int],
    *,
    confirmed: bool = False,
    origin: object | None = None,
) -> Done:
    """Let a rule act on tickets by their newest message, as one act; it overwrites what is there.

    Raises:
        ManyTicketsError: more than MOST_AT_ONCE would change and nobody confirmed it.
        LoopingRuleError: it is one of a circle and nobody confirmed it.
        NotFoundError: there is no such rule.
    """
    rule = policies.find(unit.session, rule_id).rule
    found = [lifecycle.find(unit.session, one) for one in ticket_ids]
    hits = [(ticket, _newest_hit(unit.session, rule, ticket)) for ticket in found]
    changing = [(ticket, hit) for ticket, hit in hits if hit is not None and hit.changes]
    if not confirmed:
        policies.refuse_loop(policies.active(unit.session), rule_id)
        if len(changing) > MOST_AT_ONCE:
            raise ManyTicketsError(name=rule.name, count=len(changing))
    recorder = acts.begin(
        unit,
        "policy",
        origin=origin,
        rule=rule.name,
        count=len(changing),
        number=changing[0][0].number if changing else None,
    )
    for ticket, hit in changing:
        recorder.watch(ticket)
        _carry_out(unit, ticket, rule, hit.changes)
    return Done(recorder.finish(), len(changing), len(found) - len(changing))


def arrived(unit: Unit, ticket: Ticket, message: InboundMessage) -> None:
    """Let the rules act on a message that came in.

    What somebody filed stays: rules fill in what is empty, and make a message heavier only. None
    keeps a customer without a reaction once there was one, or when he writes again.
    """
    asked = unit.memory.get(_READ)
    if asked is None:
        asked = unit.memory[_READ] = policies.active(unit.session)
    if not asked or ticket.state == TicketState.SPAM.value:
        return
    author = message.reply_to or message.author
    words = f"{message.subject}\n{message.text}"
    facts = _facts(unit.session, asked, ticket, words, author.handle, message.received_at)
    tags = acts.tags_of(unit.session, ticket.id)
    by_rule: dict[int, tuple[Rule, list[Change]]] = {}
    for chosen in policy.decide(asked, facts):
        change = _change(unit.session, ticket, tags, chosen.effect)
        if change is not None and _is_gentle(ticket, change):
            by_rule.setdefault(chosen.rule.id, (chosen.rule, []))[1].append(change)
    for rule, changes in by_rule.values():
        _carry_out(unit, ticket, rule, changes)


# --- how -------------------------------------------------------------------------------------


def _facts(
    session: Session, asked: Sequence[Rule], ticket: Ticket, words: str, sender: str, at: datetime
) -> Facts:
    codes = {reason.code for reason in influence.reasons_of(ticket)}
    fields = {condition.field for rule in asked for condition in rule.conditions}
    closed = policy.OUT_OF_HOURS in fields and not is_open(opening_hours(session, at), at)
    return Facts(
        channel=ticket.kind,
        text=words,
        sender=sender,
        category=ticket.category,
        type=ticket.type,
        influence=ticket.influence,
        vip="vip" in codes,
        press="press" in codes,
        out_of_hours=closed,
    )


def _newest_hit(session: Session, rule: Rule, ticket: Ticket) -> Hit | None:
    message = session.scalar(
        select(Message)
        .where(Message.ticket_id == ticket.id, Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    )
    return None if message is None else _hit(session, rule, ticket, message)


def _hit(session: Session, rule: Rule, ticket: Ticket, message: Message) -> Hit | None:
    words, sender = f"{message.subject}\n{message.text}", message.reply_handle
    facts = _facts(
        session, [rule], ticket, words, sender or message.author_handle, message.received_at
    )
    if not policy.matches(rule, facts):
        return None
    tags = acts.tags_of(session, ticket.id)
    changes = (_change(session, ticket, tags, one.effect) for one in policy.decide([rule], facts))
    return Hit(
        ticket.id,
        ticket.number,
        message.id,
        ticket.subject,
        message.author_name or message.author_handle,
        tuple(change for change in changes if change is not None),
    )


def _change(session: Session, ticket: Ticket, tags: Sequence[str], effect: Effect) -> Change | None:
    """Return what an effect changes, None when it is so already or cannot be."""
    kind, value = effect.kind, effect.value
    if kind == policy.PROPOSE:
        before, whom = (ticket.proposal or {}).get(kind), proposals.resolved(session, value)
        return None if whom in {None, before} else Change(kind, before, str(whom))
    if kind == policy.TAG:
        return None if value in tags else Change(kind, None, value)
    if kind == policy.NO_REACTION:
        may = TicketState.NO_REACTION in OWNER_MAY[TicketState(ticket.state)]
        return Change(kind, ticket.no_reaction_reason, value) if may else None
    held = ticket.proposal or {}
    proposed = kind in {policy.FORWARD, policy.PROCEDURE}
    before = held.get(kind) if proposed else getattr(ticket, kind)
    return None if before == value else Change(kind, before, value)


def _is_gentle(ticket: Ticket, change: Change) -> bool:
    if change.kind == policy.PRIORITY:
        return policy.raised(ticket.priority, change.after) == change.after
    if change.kind == policy.NO_REACTION:
        return ticket.state == TicketState.NEW.value and ticket.message_count <= 1
    return change.kind == policy.TAG or change.before is None


def _carry_out(unit: Unit, ticket: Ticket, rule: Rule, changes: Sequence[Change]) -> None:
    for change in changes:
        _set(unit, ticket, rule, change)
        if change.kind == policy.PRIORITY:
            timing.count(unit, ticket)
    lifecycle.recount(ticket)
    journal.append(
        unit,
        "policy",
        ticket_id=ticket.id,
        actor=journal.BALIE,
        reason=f"policy:{rule.id}",
        data={"rule": rule.id, "name": rule.name, "set": {one.kind: one.after for one in changes}},
    )


def _set(unit: Unit, ticket: Ticket, rule: Rule, change: Change) -> None:
    kind, value = change.kind, change.after
    if kind in lists.FILED or kind == policy.PRIORITY:
        setattr(ticket, kind, value)
    elif kind == policy.TAG:
        acts.put_tags(unit, ticket.id, [value])
    elif kind == policy.NO_REACTION:
        transition = Transition(TicketState.NO_REACTION, f"policy:{rule.id}")
        lifecycle.apply(unit, ticket, transition, actor=journal.BALIE)
        ticket.no_reaction_reason = value
    else:
        ticket.proposal = {**(ticket.proposal or {}), kind: value, "rule": rule.name}
        if kind == policy.FORWARD:
            ticket.department = ticket.department or value
