"""What the owner sees of hours and plans, read at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.models.rules.plans import Plan
from app.services.settings import AskingSettings, HoursSettings, load
from app.services.tickets import opening, plans
from app.services.tickets.opening import Holiday


@dataclass(frozen=True, slots=True)
class Times:
    """Hours, the holidays of the coming twelve months, and the plans in their order.

    Attributes:
        handles: one handle of each customer that a plan is for.
    """

    hours: HoursSettings
    holidays: tuple[Holiday, ...]
    plans: tuple[Plan, ...]
    handles: Mapping[int, str]
    asking: AskingSettings


def read(session: Session, now: datetime) -> Times:
    """Return what counts now."""
    today = opening.opening_hours(session, now).local_day(now)
    coming = [
        one
        for year in (today.year, today.year + 1)
        for one in opening.holidays_of(session, year)
        if today <= one.day and (one.day.year - today.year) * 12 + one.day.month <= today.month + 12
    ]
    known = plans.plans(session)
    contacts = {one for plan in known for one in plan.contacts}
    return Times(
        load(session, HoursSettings),
        tuple(coming),
        known,
        plans.handles_of(session, contacts),
        load(session, AskingSettings),
    )
