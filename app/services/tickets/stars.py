"""The stars of reviews at work: they set priority and type, by a rule that the owner can change."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.models.rules import stars as rules
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket, TicketType
from app.services.channels.api import InboundMessage
from app.services.settings import StarSettings, load
from app.services.storage.database import Unit
from app.services.tickets import acts, journal, lifecycle, setting_acts, timing

NAME = "stars_rule"


def set_rule(
    unit: Unit,
    *,
    priorities: Mapping[int, str] | None = None,
    complaint: int | None = None,
    origin: object | None = None,
) -> int | None:
    """Say which priority stars give, and up to how many it is a complaint (0 for never).

    What is not given stays, and so do tickets that are there. Returns the act, None when nothing
    changed.

    Raises:
        InvalidValueError: see rules.stars.changed.
    """
    before = load(unit.session, StarSettings)
    rule = rules.changed(before.rule, priorities or {}, complaint)
    after = StarSettings(priorities=rule.priorities, complaint=rule.complaint)
    data = {"priorities": list(rule.priorities), "complaint": rule.complaint}
    recorder = acts.begin(unit, NAME, origin=origin)
    recorder.add(setting_acts.keep(unit, after))
    return setting_acts.finish(unit, recorder, after, data)


def arrived(unit: Unit, ticket: Ticket, message: InboundMessage) -> None:
    """Let the stars of a review that came in decide about its ticket."""
    _judge(unit, ticket, message.stars, first=ticket.message_count <= 1)


def edited(unit: Unit, ticket: Ticket, before: int | None, after: int | None) -> None:
    """Let stars that the customer changed make the ticket heavier."""
    if after != before:
        _judge(unit, ticket, after, first=False, before=before)


def _judge(
    unit: Unit, ticket: Ticket, stars: int | None, *, first: bool, before: int | None = None
) -> None:
    if stars is None or ticket.state == TicketState.SPAM.value:
        return
    rule = load(unit.session, StarSettings).rule
    verdict = rules.judged(rule, stars, ticket.priority, first=first)
    if verdict is None:
        return
    done = {}
    if verdict.priority != ticket.priority:
        ticket.priority = done["priority"] = verdict.priority
        timing.count(unit, ticket)
    if verdict.complaint and ticket.type is None and _is_listed(unit.session):
        ticket.type = done["type"] = rules.COMPLAINT
    if done:
        lifecycle.recount(ticket)
        journal.append(
            unit,
            "stars",
            ticket_id=ticket.id,
            actor=journal.BALIE,
            reason=f"stars:{stars}",
            data={"stars": stars, "before": before, "set": done},
        )


def _is_listed(session: Session) -> bool:
    return session.get(TicketType, rules.COMPLAINT) is not None
