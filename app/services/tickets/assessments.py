"""What a ticket is about and how much it weighs: at arrival, and as shown."""

from dataclasses import dataclass
from datetime import datetime

from app.models.rules.influence import Reason
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services.channels.api import InboundMessage
from app.services.storage.database import Unit
from app.services.tickets import influence, policy_acts, stars


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule proposes.

    A department to forward it to (its key), whom to ask (an id), a procedure to walk (its key).
    """

    rule: str
    forward: str | None = None
    propose: str | None = None
    procedure: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is said of a ticket beyond its category, department and priority.

    `influence` is 0 to 100; `assessed_at` when the owner first said something of it.
    """

    type: str | None
    product_group: str | None
    influence: int
    influence_reasons: tuple[Reason, ...]
    no_reaction_reason: str | None
    proposal: Proposal | None
    assessed_at: datetime | None


def of(ticket: Ticket) -> Assessment:
    """Return how a ticket was assessed."""
    return Assessment(
        ticket.type,
        ticket.product_group,
        ticket.influence,
        influence.reasons_of(ticket),
        ticket.no_reaction_reason,
        Proposal(**ticket.proposal) if ticket.proposal else None,
        ticket.assessed_at,
    )


def arrived(unit: Unit, ticket: Ticket, message: InboundMessage) -> bool:
    """Score a message that came in and let the owner's rules act; tells whether to react to it.

    Stars come first: what they say of it counts for the rules.
    """
    influence.arrived(unit, ticket, message)
    stars.arrived(unit, ticket, message)
    policy_acts.arrived(unit, ticket, message)
    return ticket.state != TicketState.NO_REACTION.value
