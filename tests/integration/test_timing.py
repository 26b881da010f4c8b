"""The clocks of tickets: plans, pauses, and the reply after an answer."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.bootstrap import Services
from app.models.plans import SlaPlan
from app.models.tickets import Ticket
from app.services.tickets import decisions, plans, replies, timing
from app.services.tickets.inbox import TicketInfo, ticket_view
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
Write = Callable[..., Any]
HOUR = timedelta(hours=1)


def info(services: Services) -> TicketInfo:
    view = services.database.read_now(ticket_view, 1)
    assert view is not None
    return view.ticket


def test_clocks_stand_still_while_it_is_the_customers_turn(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    clock.forward(HOUR)
    write(decisions.change_state, [1], state="waiting_customer")
    clock.forward(5 * HOUR)
    channel.platform.deliver(key="<2@x>", parents=["<1@x>"], at=clock.now() - HOUR)
    sync(services)
    found = info(services)
    # It ran for an hour, stood still for four, and runs again since he wrote.
    assert found.answer_due == MONDAY + timedelta(hours=24) + 4 * HOUR
    assert found.clock_started == MONDAY
    assert (found.answer_kind, found.due_kind) == ("answer", "first_reaction")


def test_a_message_after_an_answer_starts_the_next_clock(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    write(replies.answer, 1, text="Morgen in huis", now=True)
    sync(services)
    clock.forward(2 * HOUR)
    first = clock.now()
    channel.platform.deliver(key="<2@x>", parents=["<1@x>"], at=first)
    sync(services)
    clock.forward(HOUR)
    channel.platform.deliver(key="<3@x>", parents=["<2@x>"], at=clock.now())
    sync(services)
    found = info(services)
    assert (found.answer_kind, found.due_kind) == ("next_reply", "next_reply")
    assert (found.clock_started, found.answer_due) == (first, first + timedelta(hours=24))


def test_a_message_to_a_closed_ticket_starts_anew(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    write(decisions.change_state, [1], state="no_reaction", reason="dubbel")
    clock.forward(2 * HOUR)
    channel.platform.deliver(key="<2@x>", parents=["<1@x>"], at=clock.now())
    sync(services)
    found = info(services)
    assert found.clock_started == clock.now()
    assert found.first_reaction_due == clock.now() + timedelta(minutes=5)


def test_a_plan_changed_half_way_counts_from_the_beginning(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)

    def change(unit: Any) -> None:
        unit.session.scalars(select(SlaPlan)).one().answer_minutes = 60
        plans.forget(unit.session)
        timing.count(unit, unit.session.get_one(Ticket, 1))

    clock.forward(HOUR)
    write(change)
    assert info(services).answer_due == MONDAY + HOUR
