from datetime import timedelta

import pytest

from app.models.rules.clocks import Target, Targets
from app.models.rules.hours import Counting
from app.models.rules.plans import Plan, choose

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
