"""SLA plans: up to three sets of targets, and which one a ticket has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.models.rules.clocks import Targets

MOST = 3
"""More plans than these nobody at a small firm can tell apart."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Targets, and for whom they are: channels, priorities or customers; without any, for all."""

    id: int
    name: str
    targets: Targets
    kinds: frozenset[str] = frozenset()
    priorities: frozenset[str] = frozenset()
    contacts: frozenset[int] = frozenset()

    @property
    def conditions(self) -> bool:
        """Whether it is for some only."""
        return bool(self.kinds or self.priorities or self.contacts)


def choose(plans: Sequence[Plan], *, kind: str, priority: str, contact_id: int) -> tuple[Plan, str]:
    """Return the plan of a ticket, and why: customer, priority, channel or default.

    What is said about a customer goes before a priority, that before a channel; within these the
    first plan in order. There is always one without conditions (services/tickets/plans.py).
    """
    wanted: tuple[tuple[str, Callable[[Plan], bool]], ...] = (
        ("customer", lambda plan: contact_id in plan.contacts),
        ("priority", lambda plan: priority in plan.priorities),
        ("channel", lambda plan: kind in plan.kinds),
    )
    for reason, fits in wanted:
        found = next(filter(fits, plans), None)
        if found is not None:
            return found, reason
    return next(plan for plan in plans if not plan.conditions), "default"
