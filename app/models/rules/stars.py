"""What the stars of a review say: the first priority of its ticket, and that it complains."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.models.rules.errors import InvalidValueError
from app.models.rules.policy import raised
from app.models.rules.tickets import Priority

MOST = 5
"""Stars of the best review; the worst has one."""

COMPLAINT = "complaint"
"""The type of a ticket that complains, of the list as it is shipped."""


@dataclass(frozen=True, slots=True)
class StarRule:
    """The owner's rule.

    Attributes:
        priorities: for one star, two, ... five.
        complaint: up to so many stars it is a complaint; 0 for never.
    """

    priorities: tuple[str, ...] = (
        Priority.HIGH.value, Priority.HIGH.value, Priority.NORMAL.value,
        Priority.LOW.value, Priority.LOW.value,
    )  # fmt: skip
    complaint: int = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows for a ticket: its priority from now on, and whether it complains."""

    priority: str
    complaint: bool


def changed(
    rule: StarRule, priorities: Mapping[int, str], complaint: int | None = None
) -> StarRule:
    """Return a rule with other priorities for some stars; what is not given stays.

    Raises:
        InvalidValueError: there are no such stars, or no such priority.
    """
    after = list(rule.priorities)
    for stars, priority in priorities.items():
        if not 1 <= stars <= MOST:
            raise InvalidValueError(value=stars, field="stars", choices=f"1-{MOST}")
        if priority not in set(Priority):
            raise InvalidValueError(value=priority, field="priority", choices=", ".join(Priority))
        after[stars - 1] = priority
    most = rule.complaint if complaint is None else complaint
    if not 0 <= most <= MOST:
        raise InvalidValueError(value=most, field="complaint", choices=f"0-{MOST}")
    return replace(rule, priorities=tuple(after), complaint=most)


def judged(rule: StarRule, stars: int | None, priority: str, *, first: bool) -> Verdict | None:
    """Return what stars say of a ticket of this priority; None when there are none.

    Of a new ticket they decide the priority; later, as when a review is changed, they make it
    heavier only, like every rule (policy.raised).
    """
    if stars is None or not 1 <= stars <= MOST:
        return None
    wanted = rule.priorities[stars - 1]
    return Verdict(wanted if first else raised(priority, wanted), stars <= rule.complaint)
