"""How a ticket stands: its plan and why, and whose minutes it took."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.models.rules.ledger import Span, minutes
from app.models.tickets import Ticket
from app.services.tickets import lifecycle, plans, turns


@dataclass(frozen=True, slots=True)
class PlanOfTicket:
    """The plan of a ticket.

    Attributes:
        reason: customer, priority, channel or default (rules.plans.choose), or before: its clocks
            ended under this plan, and others would have another one now.
    """

    id: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Plan and ledger of a ticket."""

    plan: PlanOfTicket
    spans: tuple[Span, ...]

    def minutes(self, now: datetime) -> dict[str, int]:
        """Return the minutes of us, customer, colleague and closed; together all since it came."""
        return {turn.value: number for turn, number in minutes(self.spans, now).items()}


def standing_of(session: Session, ticket_id: int) -> Standing:
    """Return how a ticket stands.

    Raises:
        NotFoundError: there is none.
    """
    ticket = lifecycle.find(session, ticket_id)
    return Standing(_plan(session, ticket), tuple(turns.spans(session, ticket_id)))


def _plan(session: Session, ticket: Ticket) -> PlanOfTicket:
    chosen, reason = plans.of(session, ticket)
    kept = next((one for one in plans.plans(session) if one.id == ticket.plan_id), chosen)
    return PlanOfTicket(kept.id, kept.name, reason if kept == chosen else "before")
