"""Whom a rule proposes to ask: a colleague, or whomever a department asks first."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.directory import Colleague, Question
from app.models.messages import Message
from app.models.policies import Policy
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.policy import PROPOSE
from app.models.tickets import Department, Ticket
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, lifecycle


class ProposedByRuleError(KnownError):
    """A rule would go on proposing somebody who is not there any more."""

    code = "proposed_by_rule"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "{name} is proposed by rules: {rules}. Give {name} a deputy, or let them propose another.",
    )


@dataclass(frozen=True, slots=True)
class Proposed:
    """The colleague to ask about a ticket, and the name of the rule that says so."""

    colleague_id: int
    rule: str


def resolved(session: Session, value: str) -> str | None:
    """Return the id, as text, of the colleague that the value of an effect means today.

    None when he left, or the department asks nobody first. Words, which rules of old have, stay.
    """
    if value.isdecimal():
        colleague_id: int | None = int(value)
    else:
        department = session.get(Department, value)
        if department is None:
            return value
        colleague_id = department.colleague_id
    found = None if colleague_id is None else session.get(Colleague, colleague_id)
    return str(found.id) if found is not None and found.active else None


def of(session: Session, ticket_id: int) -> Proposed | None:
    """Return whom a rule proposes to ask about a ticket; None once he was asked about it."""
    proposal = lifecycle.find(session, ticket_id).proposal or {}
    value = proposal.get(PROPOSE) or ""
    if not value.isdecimal() or resolved(session, value) is None:
        return None
    asked = (
        select(Question.id)
        .join(Message, Message.id == Question.message_id)
        .where(Message.ticket_id == ticket_id, Question.colleague_id == int(value))
    )
    if session.scalar(asked.limit(1)) is not None:
        return None
    return Proposed(int(value), proposal["rule"])


def hand_over(unit: Unit, recorder: acts.Recorder, colleague: Colleague) -> None:
    """Let rules and tickets propose a colleague's deputy, as part of an act; he leaves.

    Raises:
        ProposedByRuleError: rules propose him, and he has no deputy.
    """
    value, heir = str(colleague.id), colleague.deputy_id
    rules = [row for row in unit.session.scalars(select(Policy)) if _proposes(row, value)]
    if rules and heir is None:
        names = ", ".join(f"“{row.name}”" for row in rules)
        raise ProposedByRuleError(name=colleague.name, rules=names)
    for row in rules:
        effects = [{**one, "value": str(heir)} if _is(one, value) else one for one in row.effects]
        recorder.add(act_rows.changed(unit, row, effects=effects))
    for ticket in _tickets_with(unit.session, value):
        recorder.watch(ticket)
        rest = {key: one for key, one in (ticket.proposal or {}).items() if key != PROPOSE}
        if heir is not None:
            ticket.proposal = {**rest, PROPOSE: str(heir)}
        else:
            ticket.proposal = rest if rest.keys() - {"rule"} else None


def _is(effect: dict[str, object], value: str) -> bool:
    return effect["kind"] == PROPOSE and effect["value"] == value


def _proposes(row: Policy, value: str) -> bool:
    return any(_is(one, value) for one in row.effects)


def _tickets_with(session: Session, value: str) -> Sequence[Ticket]:
    rows = session.scalars(select(Ticket).where(Ticket.proposal.is_not(None))).all()
    return [row for row in rows if (row.proposal or {}).get(PROPOSE) == value]
