"""Every minute of a ticket is booked to whose turn it was."""

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.models.rules.ledger import Turn, sums
from app.models.tickets import Category
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, decisions, lifecycle, merging, replies, turns
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
HOUR = timedelta(hours=1)


def spent(services: Services, clock: FakeClock, ticket_id: int = 1) -> dict[str, float]:
    spans = services.database.read_now(turns.spans, ticket_id)
    for one, after in itertools.pairwise(spans):
        assert one.until == after.since
    found = sums(spans, clock.now())
    return {turn.value: passed / HOUR for turn, passed in found.items() if passed}


def test_minutes_go_to_whose_turn_it_is(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Callable[..., Any]
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    clock.forward(HOUR)
    write(decisions.change_state, [1], state="waiting_colleague")
    clock.forward(2 * HOUR)
    write(decisions.change_state, [1], state="waiting_customer")
    clock.forward(3 * HOUR)
    channel.platform.deliver(key="<2@x>", parents=["<1@x>"], at=clock.now())
    sync(services)
    clock.forward(HOUR)
    write(replies.answer, 1, text="Morgen in huis", now=True)
    clock.forward(5 * HOUR)
    booked = {"us": 2, "colleague": 2, "customer": 3, "closed": 5}
    assert spent(services, clock) == pytest.approx(booked, abs=0.01)
    assert sum(spent(services, clock).values()) == pytest.approx((clock.now() - MONDAY) / HOUR)


def test_taking_back_goes_on_from_now(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Callable[..., Any]
) -> None:
    channel.platform.deliver(at=MONDAY)
    sync(services)
    write(decisions.change_state, [1], state="spam")
    clock.forward(HOUR)
    write(acts.undo)
    clock.forward(HOUR)
    assert spent(services, clock)["closed"] == pytest.approx(1, abs=0.01)
    assert services.database.read_now(turns.spans, 1)[-1].turn is Turn.US


def test_an_older_first_message_begins_the_time_earlier(
    services: Services, channel: FakeChannelType, clock: FakeClock
) -> None:
    channel.platform.deliver(key="<2@x>", parents=["<1@x>"], at=MONDAY)
    sync(services)
    channel.platform.deliver(key="<1@x>", at=MONDAY - HOUR)
    sync(services)
    (span,) = services.database.read_now(turns.spans, 1)
    assert span.since == MONDAY - HOUR


def test_merged_and_split_tickets_keep_counting(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Callable[..., Any]
) -> None:
    for number in range(2):
        channel.platform.deliver(key=f"<{number}@x>", at=MONDAY)
    sync(services)
    clock.forward(HOUR)
    write(merging.merge, [1, 2])
    clock.forward(HOUR)
    merged = spent(services, clock, 2)
    assert merged == pytest.approx({"us": 1, "closed": 1}, abs=0.01)
    assert spent(services, clock, 1) == pytest.approx({"us": 2}, abs=0.01)


# --- acts made of parts, and rows of other tables --------------------------------------------


def test_acts_done_together_are_undone_as_one(
    services: Services, channel: FakeChannelType, write: Callable[..., Any]
) -> None:
    channel.platform.deliver()
    sync(services)

    def all_of_it(unit: Unit) -> int | None:
        with acts.together(unit, "state", number=1) as recorder:
            decisions.set_listed(unit, [1], field="category", value="orders")
            assert replies.add_note(unit, 1, text="Bel Lisa") == acts.PART
            decisions.change_state(unit, [1], state="spam")
        return recorder.finish()

    act_id = write(all_of_it)
    write(decisions.set_priority, [1], priority="high")
    write(acts.undo, act_id)

    def now(session: Any) -> tuple[Any, ...]:
        ticket = lifecycle.find(session, 1)
        return ticket.state, ticket.category, ticket.message_count, ticket.priority

    assert services.database.read_now(now) == ("new", None, 1, "high")


def rows(services: Services) -> dict[str, tuple[Any, ...]]:
    found = services.database.read_now(
        lambda session: session.execute(text("select * from categories")).all()
    )
    return {row.key: tuple(row) for row in found}


@pytest.mark.parametrize("how", ["add", "change", "remove"])
def test_rows_of_a_list_come_back(services: Services, write: Callable[..., Any], how: str) -> None:
    def do(unit: Unit) -> int | None:
        recorder = acts.begin(unit, "state")
        orders = unit.session.get_one(Category, "orders")
        if how == "add":
            new = Category(key="x", name_nl="Nieuw", name_en="New", position=9)
            recorder.step(**act_rows.added(unit, new))
        elif how == "change":
            step = act_rows.changed(unit, orders, name_nl="Anders", position=7)
            recorder.step(**(step or {}))
            assert act_rows.changed(unit, orders, position=7) is None
        else:
            recorder.step(**act_rows.removed(unit, orders))
        return recorder.finish()

    before = rows(services)
    act_id = write(do)
    assert rows(services) != before
    write(acts.undo, act_id)
    assert rows(services) == before


def test_what_was_changed_since_stays(services: Services, write: Callable[..., Any]) -> None:
    def rename(unit: Unit, name: str) -> int | None:
        recorder = acts.begin(unit, "state")
        orders = unit.session.get_one(Category, "orders")
        recorder.step(**(act_rows.changed(unit, orders, name_nl=name) or {}))
        return recorder.finish()

    first = write(rename, "Een")
    write(rename, "Twee")
    with pytest.raises(acts.TooLateToUndoError):
        write(acts.undo, first)
    assert rows(services)["orders"][1] == "Twee"
