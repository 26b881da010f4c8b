"""The owner's rules at work: trying one out, letting one act on tickets, and on what comes in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.messages import Message
from app.models.rules import policy
from app.models.rules.advice import FIELDS, Advice, Said
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.hours import is_open
from app.models.rules.messages import Direction
from app.models.rules.policy import Chosen, Effect, Facts, Rule
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
    """A message that a rule holds for, and what it would change of its ticket.

    `because`: what the suggestion says, by the conditions that asked for it.
    """

    ticket_id: int
    number: int
    message_id: int
    subject: str
    sender: str
    changes: tuple[Change, ...]
    because: Mapping[str, Said]


def dry_run(
    session: Session, rule: Rule, *, last: int = 100, advice: Mapping[int, Advice] | None = None
) -> list[Hit]:
    """Return what a rule, kept or not, would change by itself; nothing is written.

    Args:
        last: how many of the newest messages of customers are looked at, the newest first.
        advice: what the suggestion says, by ticket, of those that `asking` names.
    """
    told = advice or {}
    hits = [
        _hit(session, rule, ticket, message, told.get(ticket.id))
        for message, ticket in _newest_messages(session, last)
    ]
    return [one for one in hits if one is not None]


def asking(session: Session, rule: Rule, *, last: int = 100) -> list[int]:
    """Return the tickets that a dry run of a rule needs the suggestion for."""
    if not policy.asks(rule):
        return []
    found = _newest_messages(session, last)
    return list(dict.fromkeys(
        ticket.id for message, ticket in found if wants_advice(session, [rule], ticket, message)
    ))  # fmt: skip


def asking_of(session: Session, rule_id: int, ticket_ids: Sequence[int]) -> list[int]:
    """Return those of some tickets that a rule needs the suggestion for when it acts on them.

    Raises:
        NotFoundError: there is no such rule or ticket.
    """
    rule = policies.find(session, rule_id).rule
    if not policy.asks(rule):
        return []
    found = [(lifecycle.find(session, one), _newest(session, one)) for one in ticket_ids]
    return [
        ticket.id for ticket, message in found
        if message is not None and wants_advice(session, [rule], ticket, message)
    ]  # fmt: skip


def apply_to(
    unit: Unit,
    rule_id: int,
    ticket_ids: Sequence[int],
    *,
    advice: Mapping[int, Advice] | None = None,
    confirmed: bool = False,
    origin: object | None = None,
) -> Done:
    """Let a rule act on tickets by their newest message, as one act; it overwrites what is there.

    Args:
        advice: what the suggestion says, by ticket, of those that `asking_of` names.

    Raises:
        ManyTicketsError: more than MOST_AT_ONCE would change and nobody confirmed it.
        LoopingRuleError: it is one of a circle and nobody confirmed it.
        NotFoundError: there is no such rule.
    """
    rule = policies.find(unit.session, rule_id).rule
    found = [lifecycle.find(unit.session, one) for one in ticket_ids]
    told = advice or {}
    hits = [(one, _newest_hit(unit.session, rule, one, told.get(one.id))) for one in found]
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
        _carry_out(unit, ticket, rule, hit.changes, hit.because)
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
    _act_gently(unit, ticket, policy.decide(asked, facts))


def advised(unit: Unit, ticket: Ticket, message: Message, advice: Advice) -> None:
    """Let the rules act on what the suggestion says of a message that came in a moment ago.

    What follows without the suggestion was done at arrival and is not done again.
    """
    asked = policies.active(unit.session)
    facts = _facts_of(unit.session, asked, ticket, message)
    before = set(policy.decide(asked, facts))
    with_it = replace(facts, advice=advice)
    new = [one for one in policy.decide(asked, with_it) if one not in before]
    _act_gently(unit, ticket, new, advice)


def wants_advice(session: Session, asked: Sequence[Rule], ticket: Ticket, message: Message) -> bool:
    """Tell whether one of some rules depends on what the suggestion says of a message."""
    facts = _facts_of(session, asked, ticket, message)
    return any(policy.wants_advice(rule, facts) for rule in asked)


# --- how -------------------------------------------------------------------------------------


def _act_gently(
    unit: Unit, ticket: Ticket, chosen: Iterable[Chosen], advice: Advice | None = None
) -> None:
    tags = acts.tags_of(unit.session, ticket.id)
    by_rule: dict[int, tuple[Rule, list[Change]]] = {}
    for one in chosen:
        change = _change(unit.session, ticket, tags, one.effect)
        if change is not None and _is_gentle(ticket, change):
            by_rule.setdefault(one.rule.id, (one.rule, []))[1].append(change)
    for rule, changes in by_rule.values():
        _carry_out(unit, ticket, rule, changes, _because(rule, advice))


def _newest_messages(session: Session, last: int) -> Sequence[tuple[Message, Ticket]]:
    found = session.execute(
        select(Message, Ticket)
        .join(Ticket, Ticket.id == Message.ticket_id)
        .where(Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(last)
    )
    return [(message, ticket) for message, ticket in found]


def _because(rule: Rule, advice: Advice | None) -> dict[str, Said]:
    says = advice.says if advice is not None else {}
    asked = {one.field for one in rule.conditions}
    return {name: says[name] for name in FIELDS if name in asked and name in says}


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


def _facts_of(session: Session, asked: Sequence[Rule], ticket: Ticket, message: Message) -> Facts:
    words, sender = f"{message.subject}\n{message.text}", message.reply_handle
    return _facts(
        session, asked, ticket, words, sender or message.author_handle, message.received_at
    )


def _newest(session: Session, ticket_id: int) -> Message | None:
    return session.scalar(
        select(Message)
        .where(Message.ticket_id == ticket_id, Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    )


def _newest_hit(session: Session, rule: Rule, ticket: Ticket, advice: Advice | None) -> Hit | None:
    message = _newest(session, ticket.id)
    return None if message is None else _hit(session, rule, ticket, message, advice)


def _hit(
    session: Session, rule: Rule, ticket: Ticket, message: Message, advice: Advice | None
) -> Hit | None:
    facts = replace(_facts_of(session, [rule], ticket, message), advice=advice)
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
        _because(rule, advice),
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


def _carry_out(
    unit: Unit,
    ticket: Ticket,
    rule: Rule,
    changes: Sequence[Change],
    because: Mapping[str, Said],
) -> None:
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
        data={
            "rule": rule.id,
            "name": rule.name,
            "set": {one.kind: one.after for one in changes},
            **(
                {"because": {name: [said.key, said.percent] for name, said in because.items()}}
                if because
                else {}
            ),
        },
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
