"""Changing the SLA plans, as acts; the clocks of what waits follow at once."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select

from app.models.plans import SlaPlan
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.models.rules.plans import KINDS, PRESETS, NoPlanForAllError, Plan, checked
from app.models.rules.tickets import Priority
from app.models.tickets import Ticket
from app.services.events import SettingsChanged
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, journal, plans, reclocking

SECTION = "plans"


def add(unit: Unit, plan: Plan, *, origin: object | None = None) -> tuple[int, int | None]:
    """Add a plan after the others; returns its id and the act.

    Raises:
        KnownError: see rules.plans.checked.
        InvalidValueError: there is no such channel or priority.
    """
    known = plans.plans(unit.session)
    good = _checked(plan, known)
    row = SlaPlan(id=_unused_id(unit), position=_next_position(unit), **_values(good))
    act_id = _done(unit, "plan_added", row, act_rows.added(unit, row), origin)
    return row.id, act_id


def add_preset(unit: Unit, preset: str, *, origin: object | None = None) -> tuple[int, int | None]:
    """Add one of the plans that are ready (rules.plans.PRESETS); as `add`."""
    if preset not in PRESETS:
        raise InvalidValueError(value=preset, field="plan", choices=", ".join(PRESETS))
    return add(unit, PRESETS[preset], origin=origin)


def change(unit: Unit, plan: Plan, *, origin: object | None = None) -> int | None:
    """Give the plan with this id other values; returns the act, None when nothing changed.

    Raises:
        NotFoundError: there is no such plan.
        KnownError: as `add`.
    """
    row = _row(unit, plan.id)
    others = [one for one in plans.plans(unit.session) if one.id != plan.id]
    step = act_rows.changed(unit, row, **_values(_checked(plan, others)))
    return None if step is None else _done(unit, "plan_changed", row, step, origin)


def edit(
    unit: Unit, plan_id: int, edited: Callable[[Plan], Plan], *, origin: object | None = None
) -> int | None:
    """Change a plan as it is now, whatever was changed since it was looked at; as `change`."""
    plan = next((one for one in plans.plans(unit.session) if one.id == plan_id), None)
    if plan is None:
        raise NotFoundError(what="plan", name=plan_id)
    return change(unit, edited(plan), origin=origin)


def remove(unit: Unit, plan_id: int, *, origin: object | None = None) -> int | None:
    """Take a plan out.

    Raises:
        NotFoundError: there is no such plan.
        NoPlanForAllError: it is the one for everybody.
    """
    row = _row(unit, plan_id)
    if all(one.conditions for one in plans.plans(unit.session) if one.id != plan_id):
        raise NoPlanForAllError
    return _done(unit, "plan_removed", row, act_rows.removed(unit, row), origin)


def _done(unit: Unit, name: str, row: SlaPlan, step: Any, origin: object | None) -> int | None:
    recorder = acts.begin(unit, name, origin=origin, plan=row.name)
    recorder.step(**step)
    reclocking.all_running(unit)
    journal.append(unit, name, data={"plan": row.id})
    unit.publish(SettingsChanged(section=SECTION, origin=origin))
    return recorder.finish()


def _checked(plan: Plan, others: Any) -> Plan:
    for field, values, choices in (
        ("channel", plan.kinds, KINDS),
        ("priority", plan.priorities, tuple(Priority)),
    ):
        for value in values:
            if value not in choices:
                raise InvalidValueError(value=value, field=field, choices=", ".join(choices))
    return checked(plan, others)


def _row(unit: Unit, plan_id: int) -> SlaPlan:
    row = unit.session.get(SlaPlan, plan_id)
    if row is None:
        raise NotFoundError(what="plan", name=plan_id)
    return row


def _values(plan: Plan) -> dict[str, Any]:
    targets, minutes = plan.targets, plans.minutes_of
    conditions = {
        "kinds": sorted(plan.kinds),
        "priorities": sorted(plan.priorities),
        "contacts": sorted(plan.contacts),
    }
    return {
        "name": plan.name,
        "first_reaction_minutes": minutes(targets.first_reaction.amount),
        "evening_minutes": None if targets.evening is None else minutes(targets.evening),
        "answer_minutes": minutes(targets.answer.amount),
        "answer_counting": targets.answer.counting.value,
        "next_reply_minutes": minutes(targets.next_reply.amount),
        "next_reply_counting": targets.next_reply.counting.value,
        "conditions": {name: values for name, values in conditions.items() if values},
    }


def _unused_id(unit: Unit) -> int:
    """Return an id no ticket remembers: those of plans that are gone stay in closed tickets."""
    used = (unit.session.scalar(select(func.max(one))) for one in (SlaPlan.id, Ticket.plan_id))
    return max(number or 0 for number in used) + 1


def _next_position(unit: Unit) -> int:
    return (unit.session.scalar(select(func.max(SlaPlan.position))) or 0) + 1
