"""The owner's rules: keeping them, trying them out, and letting them act on tickets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.policies import Policy
from app.models.rules import advice, policy
from app.models.rules.errors import (
    QT_TRANSLATE_NOOP,
    InvalidValueError,
    KnownError,
    NotFoundError,
)
from app.models.rules.policy import Condition, Effect, Rule
from app.models.rules.tickets import Priority
from app.services.events import SettingsChanged
from app.services.storage.database import Unit
from app.services.tickets import (
    act_rows,
    acts,
    advice_mark,
    decisions,
    directory,
    journal,
    lists,
    offered,
)

SECTION = "policies"
LONGEST_NAME = 60


class BadRuleNameError(KnownError):
    """A rule that could not be told from others in the journal."""

    code = "bad_rule_name"
    text = QT_TRANSLATE_NOOP(
        "errors", "Give the rule a name of at most {most} characters that no other rule has."
    )


class EmptyRuleError(KnownError):
    """A rule without conditions would hold for everything; one without effects does nothing."""

    code = "empty_rule"
    text = QT_TRANSLATE_NOOP("errors", "A rule says when it holds, and what follows.")


class LoopingRuleError(KnownError):
    """Rules that set each other off; Balie asks each message once, but hardly as it was meant."""

    code = "looping_rule"
    text = QT_TRANSLATE_NOOP(
        "errors", "These rules set each other off: {names}. Do it all the same only if you mean it."
    )


@dataclass(frozen=True, slots=True)
class PolicyInfo:
    """A rule as it is kept; one that is not active is asked of nothing."""

    id: int
    name: str
    active: bool
    conditions: tuple[Condition, ...]
    effects: tuple[Effect, ...]

    @property
    def rule(self) -> Rule:
        """Return what is decided by."""
        return Rule(self.id, self.name, self.conditions, self.effects)


# --- keeping them ----------------------------------------------------------------------------


def rules(session: Session) -> list[PolicyInfo]:
    """Return all rules in the order in which they are asked."""
    return [
        PolicyInfo(
            row.id,
            row.name,
            row.active,
            tuple(Condition(one["field"], tuple(one["values"])) for one in row.conditions),
            tuple(Effect(one["kind"], one["value"]) for one in row.effects),
        )
        for row in session.scalars(select(Policy).order_by(Policy.position, Policy.id))
    ]


def find(session: Session, rule_id: int) -> PolicyInfo:
    """Return a rule.

    Raises:
        NotFoundError: there is none of this id.
    """
    for one in rules(session):
        if one.id == rule_id:
            return one
    raise NotFoundError(what="rule", name=rule_id)


def checked(
    session: Session,
    *,
    name: str,
    conditions: Iterable[Condition],
    effects: Iterable[Effect],
    rule_id: int = 0,
) -> Rule:
    """Return a rule as it would be kept, with keys for what was named by its name.

    Raises:
        BadRuleNameError: the name says nothing, is too long or taken.
        EmptyRuleError: nothing is asked, or nothing follows.
        InvalidValueError: a condition or an effect has a value it does not take.
        NotFoundError: it proposes a colleague who is not there.
    """
    clean = " ".join(name.split())
    taken = {one.name.casefold() for one in rules(session) if one.id != rule_id}
    if not clean or len(clean) > LONGEST_NAME or clean.casefold() in taken:
        raise BadRuleNameError(most=LONGEST_NAME)
    rule = Rule(
        rule_id,
        clean,
        tuple(_condition(session, one) for one in conditions),
        tuple(_effect(session, one) for one in effects),
    )
    if not rule.conditions or not rule.effects:
        raise EmptyRuleError
    return rule


def save(
    unit: Unit,
    *,
    name: str,
    conditions: Iterable[Condition],
    effects: Iterable[Effect],
    rule_id: int | None = None,
    active: bool = True,
    confirmed: bool = False,
    origin: object | None = None,
) -> tuple[int, int | None]:
    """Keep a new rule behind the others, or another wording of one; returns its id and the act.

    Raises:
        LoopingRuleError: it would set itself off, alone or with others, and nobody confirmed that.
        NotFoundError: there is no such rule to change.
        BadRuleNameError, EmptyRuleError, InvalidValueError: see `checked`.
    """
    rule = checked(
        unit.session, name=name, conditions=conditions, effects=effects, rule_id=rule_id or 0
    )
    others = [one.rule for one in rules(unit.session) if one.active and one.id != rule_id]
    if active and not confirmed:
        refuse_loop([*others, rule], rule.id)
    if active and policy.asks(rule) and not any(map(policy.asks, others)):
        advice_mark.begin(unit)
    values = {
        "name": rule.name,
        "active": active,
        "conditions": [{"field": c.field, "values": list(c.values)} for c in rule.conditions],
        "effects": [{"kind": e.kind, "value": e.value} for e in rule.effects],
    }
    recorder = acts.begin(unit, "rule_saved", origin=origin, rule=rule.name)
    if rule_id is None:
        last = unit.session.scalar(select(func.max(Policy.position))) or 0
        row = Policy(position=last + 1, **values)
        recorder.step(**act_rows.added(unit, row))
    else:
        row = _row(unit.session, rule_id)
        recorder.add(act_rows.changed(unit, row, **values))
    return row.id, _finished(unit, recorder, "rule_saved", row)


def remove(unit: Unit, rule_id: int, *, origin: object | None = None) -> int | None:
    """Forget a rule; what it did stays. Returns the act.

    Raises:
        NotFoundError: there is no such rule.
    """
    row = _row(unit.session, rule_id)
    recorder = acts.begin(unit, "rule_removed", origin=origin, rule=row.name)
    recorder.step(**act_rows.removed(unit, row))
    return _finished(unit, recorder, "rule_removed", row)


def move(unit: Unit, rule_id: int, *, to: int, origin: object | None = None) -> int | None:
    """Put a rule at a place in the order, 0 for the first; returns the act.

    Raises:
        NotFoundError: there is no such rule.
    """
    row = _row(unit.session, rule_id)
    rows = unit.session.scalars(select(Policy).order_by(Policy.position, Policy.id)).all()
    recorder = acts.begin(unit, "rule_moved", origin=origin, rule=row.name)
    for step in act_rows.moved(unit, rows, row, to=to, first=1):
        recorder.add(step)
    return _finished(unit, recorder, "rule_moved", row)


def contradictions(session: Session) -> tuple[policy.Contradiction, ...]:
    """Return the active rules that quarrel."""
    return policy.contradictions(active(session))


def loops(session: Session) -> tuple[tuple[Rule, ...], ...]:
    """Return the active rules that set each other off."""
    return policy.loops(active(session))


def active(session: Session) -> list[Rule]:
    """Return the rules that are asked of what comes in, in the order in which they are."""
    return policy.in_order(one.rule for one in rules(session) if one.active)


def refuse_loop(asked: Sequence[Rule], rule_id: int) -> None:
    """Refuse a rule that is one of a circle among those that are asked.

    Raises:
        LoopingRuleError: it is.
    """
    for circle in policy.loops(asked):
        if rule_id in {one.id for one in circle}:
            raise LoopingRuleError(names=", ".join(f"“{one.name}”" for one in circle))


# --- how -------------------------------------------------------------------------------------


def _row(session: Session, rule_id: int) -> Policy:
    row = session.get(Policy, rule_id)
    if row is None:
        raise NotFoundError(what="rule", name=rule_id)
    return row


def _finished(unit: Unit, recorder: acts.Recorder, act: str, row: Policy) -> int | None:
    act_id = recorder.finish()
    if act_id is not None:
        journal.append(unit, act, data={"rule": row.id, "name": row.name})
        unit.publish(SettingsChanged(section=SECTION, origin=recorder.origin))
    return act_id


def _condition(session: Session, condition: Condition) -> Condition:
    if condition.field not in policy.CONDITIONS:
        choices = ", ".join(policy.CONDITIONS)
        raise InvalidValueError(value=condition.field, field="condition", choices=choices)
    if condition.field in lists.LISTS:
        keys = [lists.check(session, condition.field, value) for value in condition.values]
        return Condition(condition.field, tuple(keys))
    if condition.field in advice.FIELDS:
        return Condition(condition.field, tuple(_advised(session, condition)))
    clean = tuple(" ".join(value.split()) for value in condition.values)
    wrong = policy.check(Condition(condition.field, clean))
    if wrong is not None:
        choices = {policy.INFLUENCE: "0-100"}.get(condition.field, f"{policy.YES}, {policy.NO}")
        raise InvalidValueError(value=wrong, field=condition.field, choices=choices)
    return Condition(condition.field, clean)


def _advised(session: Session, condition: Condition) -> Iterator[str]:
    """Yield the values of a condition that asks the suggestion, with their percents."""
    name = condition.field
    if not condition.values:
        raise EmptyRuleError
    for value in condition.values:
        if name == advice.PRIORITY:
            _one_of(value, tuple(Priority), name)
            yield value
            continue
        try:
            key, percent = advice.parted(value)
        except ValueError as error:
            choices = advice.joined("…", f"{advice.LEAST}-{advice.MOST}")
            raise InvalidValueError(value=value, field=name, choices=choices) from error
        if name in advice.LISTED:
            key = lists.check(session, advice.LISTED[name], key)
        else:
            _one_of(key, advice.TONES, name)
        yield advice.joined(key, percent)


def _one_of(value: str, known: Sequence[str], field: str) -> None:
    if value not in known:
        raise InvalidValueError(value=value, field=field, choices=", ".join(known))


def _effect(session: Session, effect: Effect) -> Effect:
    kind, value = effect.kind, " ".join(effect.value.split())
    if kind not in policy.EFFECTS:
        raise InvalidValueError(value=kind, field="effect", choices=", ".join(policy.EFFECTS))
    field = {policy.FORWARD: lists.DEPARTMENT, policy.NO_REACTION: lists.REASON}.get(kind, kind)
    if field in lists.LISTS:
        return Effect(kind, lists.check(session, field, value))
    if kind == policy.TAG:
        return Effect(kind, decisions.clean_tag(value))
    if kind == policy.PRIORITY and value not in set(Priority):
        raise InvalidValueError(value=value, field="priority", choices=", ".join(Priority))
    if not value:
        raise EmptyRuleError
    if kind == policy.PROCEDURE:
        return Effect(kind, _procedure(session, value))
    return Effect(kind, _whom(session, value) if kind == policy.PROPOSE else value)


def _procedure(session: Session, value: str) -> str:
    known = offered.procedures(session)
    if value not in {one.key for one in known}:
        choices = ", ".join(one.key for one in known)
        raise InvalidValueError(value=value, field="procedure", choices=choices)
    return value


def _whom(session: Session, value: str) -> str:
    """Return the key of a department that was named, or the id of a colleague as text."""
    try:
        return lists.check(session, lists.DEPARTMENT, value)
    except InvalidValueError:
        return str(directory.named(session, value))
