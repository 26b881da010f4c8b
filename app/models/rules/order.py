"""The order of work: what dies first comes first, and weight brings it forward."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.models.rules.tickets import AT_TURN, OUR_TURN, Priority, TicketState

HEAD_START = {
    Priority.LOW: timedelta(hours=-8),
    Priority.NORMAL: timedelta(0),
    Priority.HIGH: timedelta(hours=4),
    Priority.URGENT: timedelta(hours=24),
}
"""How much earlier than its clock a ticket of this weight stands in the list."""

FIRST_REACTION, ANSWER, NEXT_REPLY = "first_reaction", "answer", "next_reply"
WINDOW, SNOOZE = "window", "snooze"
PROMISE, CALLBACK = "promise", "callback"
_FAR = datetime(2300, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The due times of a ticket, and when those that have stopped did so.

    `answer_kind`: ANSWER for the first question, NEXT_REPLY for what came after an answer.
    """

    first_reaction_due: datetime | None = None
    first_reacted_at: datetime | None = None
    answer_due: datetime | None = None
    answered_at: datetime | None = None
    window_due: datetime | None = None
    snoozed_until: datetime | None = None
    answer_kind: str = ANSWER
    promise_due: datetime | None = None
    promise_kind: str = PROMISE


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ticket stands, sorted by `order_at`.

    Attributes:
        next_due, due_kind: our own clock that runs out first: FIRST_REACTION, ANSWER, NEXT_REPLY,
            PROMISE or CALLBACK; None while nobody waits for us.
        reason: what decides the place: one of these, WINDOW, SNOOZE, or None for the time alone.
    """

    order_at: datetime
    reason: str | None
    next_due: datetime | None
    due_kind: str | None


def place_of(
    state: TicketState, clocks: Clocks, *, priority: Priority, updated_at: datetime
) -> Place:
    """Return the place of a ticket in the order of work.

    A snoozed ticket stands where it wakes; one without a running clock after all that have one,
    the newest first.
    """
    if state is TicketState.SNOOZED and clocks.snoozed_until is not None:
        return Place(clocks.snoozed_until, SNOOZE, None, None)
    running = _running(state, clocks)
    if not running:
        return Place(_FAR + (_FAR - updated_at), None, None, None)
    own = {name: due for name, due in running.items() if name != WINDOW}
    kind = min(own, key=own.__getitem__, default=None)
    reason = min(running, key=running.__getitem__)
    order_at = running[reason] - HEAD_START[priority]
    return Place(order_at, reason, own[kind] if kind else None, kind)


def _running(state: TicketState, clocks: Clocks) -> dict[str, datetime]:
    running = {}
    if clocks.promise_due and state is not TicketState.SPAM:
        running[clocks.promise_kind] = clocks.promise_due
    if AT_TURN[state] not in OUR_TURN:
        return running
    if clocks.first_reaction_due and not clocks.first_reacted_at:
        running[FIRST_REACTION] = clocks.first_reaction_due
    if clocks.answer_due and not clocks.answered_at:
        running[clocks.answer_kind] = clocks.answer_due
        if clocks.window_due:
            running[WINDOW] = clocks.window_due
    return running
