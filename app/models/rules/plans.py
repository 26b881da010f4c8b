"""SLA plans: up to three sets of targets, and which one a ticket has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from app.models.rules.clocks import Target, Targets
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.hours import Counting
from app.models.rules.tickets import Priority

MOST = 3
"""More plans than these nobody at a small firm can tell apart."""

LONGEST_NAME = 40
MOST_TIME = timedelta(days=60)
KINDS = (
    "email", "facebook", "messenger", "instagram", "whatsapp", "whatsapp_twilio", "sms",
    "telegram", "mastodon", "bluesky", "x", "youtube", "google", "kiyoh", "trustpilot", "rss",
    "webform", "phone", "walkin",
    "linkedin", "marktplaats", "bol", "booking", "tripadvisor", "thuisbezorgd", "zorgkaart",
    "werkspot",
)  # fmt: skip
_IN_PUBLIC = frozenset({"facebook", "instagram", "mastodon", "bluesky", "x", "youtube"})


class TooManyPlansError(KnownError):
    """There are three plans."""

    code = "too_many_plans"
    text = QT_TRANSLATE_NOOP(
        "errors", "There are {most} plans already. Take one of them out first."
    )


class PlanNameError(KnownError):
    """A name that is missing, too long or taken."""

    code = "plan_name"
    text = QT_TRANSLATE_NOOP(
        "errors", "A plan has a name of its own, of at most {most} characters."
    )


class PlanTimeError(KnownError):
    """A target nobody can keep, or nobody would notice."""

    code = "plan_time"
    text = QT_TRANSLATE_NOOP("errors", "The {what} takes between 1 minute and {days} days.")


class SecondPlanForAllError(KnownError):
    """There would be two plans without conditions, of which one would never be used."""

    code = "second_plan_for_all"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” is for everybody already. Choose channels, priorities or customers for this one.",
    )


class NoPlanForAllError(KnownError):
    """There would be messages without a plan."""

    code = "no_plan_for_all"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "One plan has to be for everybody, without channels, priorities and customers of its own.",
    )


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


def _within(minutes: int, hours: int) -> Targets:
    working = Target(timedelta(hours=hours), Counting.WORKING)
    return Targets(Target(timedelta(minutes=minutes), Counting.WORKING), working, working)


PRESETS = {
    "fast": Plan(
        0, "Snel", _within(5, 4), kinds=_IN_PUBLIC, priorities=frozenset({Priority.HIGH.value})
    ),
    "vip": Plan(0, "VIP en pers", _within(5, 2), priorities=frozenset({Priority.URGENT.value})),
}
"""Plans ready to be added: for what everybody can read, and for whom nobody lets wait."""


def checked(plan: Plan, others: Sequence[Plan]) -> Plan:
    """Return a plan as it can be kept beside the others.

    Raises:
        PlanNameError, PlanTimeError, TooManyPlansError: what is wrong with it.
        SecondPlanForAllError, NoPlanForAllError: not exactly one would be for everybody.
    """
    name = " ".join(plan.name.split())
    taken = {one.name.casefold() for one in others}
    if not name or len(name) > LONGEST_NAME or name.casefold() in taken:
        raise PlanNameError(most=LONGEST_NAME)
    for what, amount in _amounts(plan.targets):
        if not timedelta(minutes=1) <= amount <= MOST_TIME:
            raise PlanTimeError(what=what, days=MOST_TIME.days)
    if len(others) >= MOST:
        raise TooManyPlansError(most=MOST)
    for_all = next((one for one in others if not one.conditions), None)
    if for_all is not None and not plan.conditions:
        raise SecondPlanForAllError(name=for_all.name)
    if for_all is None and plan.conditions:
        raise NoPlanForAllError
    return replace(plan, name=name)


def _amounts(targets: Targets) -> list[tuple[str, timedelta]]:
    found = [
        ("first reaction", targets.first_reaction.amount),
        ("answer", targets.answer.amount),
        ("next reply", targets.next_reply.amount),
    ]
    return found if targets.evening is None else [*found, ("first reaction", targets.evening)]


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
