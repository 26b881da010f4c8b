from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.rules.clocks import Target, Targets
from app.models.rules.errors import KnownError
from app.models.rules.hours import Counting
from app.models.rules.plans import (
    MOST,
    PRESETS,
    NoPlanForAllError,
    Plan,
    PlanNameError,
    PlanTimeError,
    SecondPlanForAllError,
    TooManyPlansError,
    checked,
    choose,
)

FAST = Targets(Target(timedelta(minutes=2), Counting.WORKING))
PLANS = (
    Plan(1, "Gewoon", Targets()),
    Plan(2, "Snel", FAST, kinds=frozenset({"x"}), priorities=frozenset({"urgent"})),
    Plan(3, "Vaste klanten", FAST, contacts=frozenset({7}), kinds=frozenset({"x"})),
)


@pytest.mark.parametrize(
    ("kind", "priority", "contact", "chosen"),
    [
        ("email", "normal", 1, (1, "default")),
        ("x", "normal", 1, (2, "channel")),
        ("email", "urgent", 1, (2, "priority")),
        ("email", "urgent", 7, (3, "customer")),
    ],
)
def test_what_is_said_of_a_customer_goes_first(
    kind: str, priority: str, contact: int, chosen: tuple[int, str]
) -> None:
    plan, reason = choose(PLANS, kind=kind, priority=priority, contact_id=contact)
    assert (plan.id, reason) == chosen


NEVER = Target(timedelta(0), Counting.ALWAYS)
FOR_ALL, FOR_X, _ = PLANS


@pytest.mark.parametrize(
    ("plan", "others", "error"),
    [
        (replace(FOR_X, name=" "), [FOR_ALL], PlanNameError),
        (replace(FOR_X, name="x" * 41), [FOR_ALL], PlanNameError),
        (replace(FOR_X, name="gewoon"), [FOR_ALL], PlanNameError),
        (replace(FOR_X, targets=Targets(NEVER)), [FOR_ALL], PlanTimeError),
        (replace(FOR_X, targets=Targets(next_reply=NEVER)), [FOR_ALL], PlanTimeError),
        (replace(FOR_X, targets=Targets(evening=timedelta(61))), [FOR_ALL], PlanTimeError),
        (replace(FOR_X, name="Nog een"), PLANS, TooManyPlansError),
        (Plan(0, "Anders", Targets()), [FOR_ALL], SecondPlanForAllError),
        (FOR_X, [], NoPlanForAllError),
    ],
)
def test_a_plan_that_cannot_be_kept(
    plan: Plan, others: list[Plan], error: type[KnownError]
) -> None:
    with pytest.raises(error):
        checked(plan, others)


def test_the_ready_plans_can_be_added_to_the_first() -> None:
    known = [FOR_ALL]
    for plan in PRESETS.values():
        known.append(checked(plan, known))
    assert len(known) == MOST
    assert checked(replace(FOR_X, name="  Heel   snel "), [FOR_ALL]).name == "Heel snel"
