"""SLA plans as the owner changes them; the clocks follow, and back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.clocks import Target
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.models.rules.hours import Counting
from app.models.rules.plans import (
    KINDS,
    NoPlanForAllError,
    Plan,
    SecondPlanForAllError,
    TooManyPlansError,
)
from app.models.tickets import Ticket
from app.services.tickets import acts, decisions, plan_acts, plans
from app.services.tickets.inbox import TicketInfo, infos
from app.views import channel_looks
from tests.fakes import MONDAY, FakeChannelType
from tests.integration.test_acts import picture
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
Write = Callable[..., Any]
HOUR = timedelta(hours=1)
MINUTES_5 = timedelta(minutes=5)


@pytest.fixture
def waiting(services: Services, channel: FakeChannelType, account_id: int) -> None:
    """A message of Monday 10:00 that waits, and one that was closed."""
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    channel.platform.deliver(key="<2@x>", at=MONDAY, author="bert@klant.example")
    sync(services)
    services.database.write_now(decisions.change_state, [2], state="no_reaction", reason="dubbel")


def info(services: Services, ticket_id: int = 1) -> TicketInfo:
    return services.database.read_now(infos, [ticket_id])[0]


def known(services: Services) -> list[Plan]:
    return list(services.database.read_now(plans.plans))


@pytest.mark.usefixtures("waiting")
def test_a_priority_may_bring_another_plan(services: Services, write: Write) -> None:
    plan_id, _act = write(plan_acts.add_preset, "vip")
    before, closed = picture(services), info(services, 2)
    write(decisions.set_priority, [1, 2], priority="urgent")
    assert info(services).answer_due == MONDAY + 2 * HOUR
    now = info(services, 2)
    as_now = replace(closed, updated_at=now.updated_at, assessment=now.assessment)
    assert replace(as_now, priority="urgent") == now
    assert services.database.read_now(plan_of) == plan_id
    write(acts.undo)
    assert picture(services) == before
    assert services.database.read_now(plan_of) == 1


def plan_of(session: Any) -> int | None:
    ticket = session.get(Ticket, 1)
    return None if ticket is None else ticket.plan_id


@pytest.mark.usefixtures("waiting")
def test_plans_come_change_and_go(services: Services, write: Write) -> None:
    write(decisions.set_priority, [1], priority="urgent")
    pictures = [(picture(services), known(services))]
    plan_id, _act = write(plan_acts.add_preset, "vip")
    assert info(services).answer_due == MONDAY + 2 * HOUR
    pictures.append((picture(services), known(services)))
    first, vip = known(services)
    slower = replace(vip.targets, answer=Target(4 * HOUR, Counting.WORKING), evening=MINUTES_5)
    assert write(plan_acts.change, replace(vip, targets=slower)) is not None
    assert write(plan_acts.change, replace(vip, targets=slower)) is None
    assert info(services).answer_due == MONDAY + 4 * HOUR
    pictures.append((picture(services), known(services)))
    assert known(services)[1].targets == slower
    write(plan_acts.remove, plan_id)
    assert known(services) == [first]
    assert info(services).answer_due == MONDAY + 24 * HOUR
    for before in reversed(pictures):
        write(acts.undo)
        assert (picture(services), known(services)) == before


def test_one_plan_is_for_everybody(services: Services, write: Write) -> None:
    write(plan_acts.add_preset, "fast")
    write(plan_acts.add_preset, "vip")
    for_all, fast, _vip = known(services)
    with pytest.raises(TooManyPlansError):
        write(plan_acts.add, replace(fast, name="Nog een"))
    with pytest.raises(NoPlanForAllError):
        write(plan_acts.remove, for_all.id)
    with pytest.raises(NoPlanForAllError):
        write(plan_acts.change, replace(for_all, kinds=frozenset({"x"})))
    with pytest.raises(SecondPlanForAllError, match="Gewoon"):
        write(plan_acts.change, replace(for_all, id=fast.id, name="Snel"))
    with pytest.raises(NotFoundError):
        write(plan_acts.remove, 99)
    with pytest.raises(NotFoundError):
        write(plan_acts.edit, 99, lambda plan: plan)
    for value in (
        replace(fast, kinds=frozenset({"fax"})),
        replace(fast, priorities=frozenset({"hot"})),
    ):
        with pytest.raises(InvalidValueError):
            write(plan_acts.change, value)
    with pytest.raises(InvalidValueError):
        write(plan_acts.add_preset, "slow")


@pytest.mark.usefixtures("waiting")
def test_a_plan_for_a_customer(services: Services, write: Write) -> None:
    contact = services.database.read_now(plans.contact_of, "Anna@klant.example")
    fast = Plan(
        0, "Anna", replace(known(services)[0].targets, answer=Target(HOUR, Counting.WORKING)),
        contacts=frozenset({contact}),
    )  # fmt: skip
    write(plan_acts.add, fast)
    assert info(services).answer_due == MONDAY + HOUR
    handles = services.database.read_now(plans.handles_of, [contact])
    assert handles == {contact: "anna@klant.example"}
    with pytest.raises(NotFoundError):
        services.database.read_now(plans.contact_of, "niemand@klant.example")


@pytest.mark.usefixtures("waiting")
def test_the_number_of_a_plan_is_not_used_twice(services: Services, write: Write) -> None:
    write(decisions.set_priority, [1], priority="urgent")
    first, _act = write(plan_acts.add_preset, "vip")
    write(decisions.change_state, [1], state="no_reaction", reason="dubbel")
    write(plan_acts.remove, first)
    second, _act = write(plan_acts.add_preset, "fast")
    assert second > first


def test_plans_know_all_channels() -> None:
    assert list(KINDS) == list(channel_looks.ICONS)
