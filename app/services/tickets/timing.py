"""The clocks of a ticket: when they start, and when they are due by its plan and the ledger."""

from collections.abc import Sequence
from datetime import UTC, datetime

from app.models.rules.clocks import RUNNING, Target, Targets, due_at, first_reaction_due
from app.models.rules.ledger import Span, turn_of
from app.models.rules.order import ANSWER, NEXT_REPLY
from app.models.rules.tickets import TicketState
from app.models.tickets import Ticket
from app.services.storage.database import Unit
from app.services.tickets import plans, turns
from app.services.tickets.opening import opening_hours

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""As `warn_at`: what was counted has to be looked at anew (clock_watch)."""

_OVER = frozenset({TicketState.CLOSED.value, TicketState.NO_REACTION.value})


def wait_from(unit: Unit, ticket: Ticket, at: datetime) -> None:
    """Start the clocks for a message of the customer that came in then.

    An answer clock that still runs goes on: it counts from the oldest message that waits.
    """
    runs = ticket.answer_due is not None and ticket.answered_at is None
    if runs and ticket.state not in _OVER:
        return
    ticket.answer_kind = ANSWER if ticket.answered_at is None else NEXT_REPLY
    ticket.clock_at, ticket.answered_at = at, None
    ticket.warned_reaction = ticket.warned_answer = 0
    _count(unit, ticket, at, ())


def count(unit: Unit, ticket: Ticket, spans: Sequence[Span] | None = None) -> None:
    """Count the running clocks again: the plan or the hours changed, or they stood still.

    Clocks that stand still stay as they are until they run again. `spans`: the ledger of the
    ticket, when it is known already.
    """
    if ticket.clock_at is None or turn_of(TicketState(ticket.state)) not in RUNNING:
        return
    known = turns.spans(unit.session, ticket.id) if spans is None else spans
    _count(unit, ticket, ticket.clock_at, known)


def _count(unit: Unit, ticket: Ticket, started: datetime, spans: Sequence[Span]) -> None:
    plan, _reason = plans.of(unit.session, ticket)
    hours = opening_hours(unit.session, started)
    ticket.plan_id, ticket.warn_at = plan.id, AT_ONCE
    if ticket.first_reacted_at is None:
        due = first_reaction_due(plan.targets, hours, started, spans)
        ticket.first_reaction_due = due or ticket.first_reaction_due
    if ticket.answered_at is None:
        target = answer_target(plan.targets, ticket)
        ticket.answer_due = due_at(target, hours, started, spans) or ticket.answer_due


def answer_target(targets: Targets, ticket: Ticket) -> Target:
    """Return the target of the clock that runs: of the first answer, or of the next reply."""
    return targets.answer if ticket.answer_kind == ANSWER else targets.next_reply
