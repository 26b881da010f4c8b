"""Warnings of clocks that run out: once each, in opening hours, together."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from app.bootstrap import Services
from app.models.rules.blocks import parse_blocks
from app.models.rules.clocks import Target
from app.models.rules.hours import Counting
from app.services.events import ClockWarning
from app.services.sync.housekeeping import Housekeeper
from app.services.tickets import (
    acts,
    clock_watch,
    decisions,
    hours_acts,
    journal,
    plan_acts,
    plans,
    replies,
)
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_engine import sync, until

Write = Callable[..., Any]
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
pytestmark = pytest.mark.usefixtures("account_id")


class Watch:
    """Looks as the housekeeper does, and remembers what was told."""

    def __init__(self, services: Services, clock: FakeClock, channel: FakeChannelType) -> None:
        self.services, self.clock, self.channel = services, clock, channel
        self.events: list[Any] = []

    def arrive(self, **values: Any) -> None:
        self.channel.platform.deliver(at=self.clock.now(), **values)
        sync(self.services)

    def listen(self) -> None:
        self.events.clear()
        self.services.database.announce = self.events.extend

    def after(self, pause: timedelta) -> list[tuple[int, set[int]]]:
        """Let time pass, and return what is told then."""
        self.clock.forward(pause)
        self.listen()
        while self.services.database.write_now(clock_watch.due_warnings):
            pass
        found = [event for event in self.events if isinstance(event, ClockWarning)]
        return [(event.level, set(event.ticket_ids)) for event in found]

    @property
    def next(self) -> timedelta | None:
        """How long after Monday 10:00 there is something to look at."""
        found = self.services.database.read_now(clock_watch.next_warning, self.clock.now())
        return None if found is None else found - MONDAY

    def breaches(self) -> list[tuple[str, str]]:
        entries = self.services.database.read_now(journal.entries, 1)
        return [(one.reason, one.actor) for one in entries if one.act == "breach"]


@pytest.fixture
def watch(services: Services, clock: FakeClock, channel: FakeChannelType) -> Watch:
    return Watch(services, clock, channel)


def test_each_clock_warns_three_times(watch: Watch) -> None:
    assert watch.next is None
    watch.arrive()
    assert watch.after(timedelta(0)) == []
    assert watch.next == 2.5 * MINUTE
    assert watch.after(2.5 * MINUTE) == [(50, {1})]
    assert watch.after(1.4 * MINUTE) == []
    assert watch.after(0.1 * MINUTE) == [(80, {1})]
    assert watch.after(2 * MINUTE) == [(100, {1})]
    assert watch.breaches() == [("first_reaction", "balie")]
    # Half of the 24 hours is over at 22:00: it is told when the shop opens.
    assert watch.next == 23 * HOUR
    assert watch.after(14 * HOUR) == []
    assert watch.after(9 * HOUR) == [(80, {1})]
    assert watch.after(1 * HOUR) == [(100, {1})]
    assert watch.breaches() == [("first_reaction", "balie"), ("answer", "balie")]
    assert watch.next is None


def test_what_comes_in_together_is_told_together(watch: Watch) -> None:
    for number in range(3):
        watch.arrive(key=f"<{number}@x>")
    assert watch.after(3 * MINUTE) == [(50, {1, 2, 3})]


def test_a_reaction_ends_the_first_clock(watch: Watch, write: Write) -> None:
    watch.arrive(key="<1@x>")
    assert watch.after(3 * MINUTE) == [(50, {1})]
    write(replies.answer, 1, text="Morgen", now=True)
    sync(watch.services)
    assert watch.after(30 * HOUR) == []
    assert watch.next is None
    watch.arrive(key="<2@x>", parents=["<1@x>"])
    assert watch.after(13 * HOUR) == []
    assert watch.after(5 * HOUR) == [(50, {1})]


def test_a_sleeping_message_warns_when_it_wakes(
    watch: Watch, write: Write, clock: FakeClock
) -> None:
    watch.arrive()
    write(decisions.snooze, [1], until=clock.now() + HOUR)
    assert watch.after(30 * MINUTE) == []
    assert watch.next is None
    clock.forward(30 * MINUTE)
    write(decisions.wake_due)
    assert watch.after(timedelta(0)) == [(100, {1})]


def test_a_clock_that_was_set_back_warns_again(watch: Watch, write: Write) -> None:
    watch.arrive()
    assert watch.after(3 * MINUTE) == [(50, {1})]
    (plan,) = watch.services.database.read_now(plans.plans)
    slow = replace(plan.targets, first_reaction=Target(HOUR, Counting.WORKING))
    write(plan_acts.change, replace(plan, targets=slow))
    assert watch.after(timedelta(0)) == []
    assert watch.next == 30 * MINUTE
    assert watch.after(30 * MINUTE) == [(50, {1})]
    write(acts.undo)
    assert watch.after(timedelta(0)) == [(100, {1})]


def test_evening_hours_are_hours(watch: Watch, write: Write) -> None:
    watch.arrive()
    watch.after(timedelta(0))
    write(hours_acts.set_week, {0: ()})
    write(hours_acts.set_evening, {0: parse_blocks("20-22")})
    assert watch.next == 10 * HOUR
    assert watch.after(10 * HOUR) == []


def test_what_was_there_before_is_looked_at_once(watch: Watch, write: Write) -> None:
    watch.arrive()
    write(lambda unit: unit.session.execute(text("update tickets set clock_at = null")))
    assert watch.after(HOUR) == []
    assert watch.next is None


def test_the_housekeeper_warns(watch: Watch, services: Services, clock: FakeClock) -> None:
    def is_booked() -> bool:
        return any(one.act == "breach" for one in services.database.read_now(journal.entries, 1))

    async def keep(*, seen: bool = True) -> None:
        housekeeper = Housekeeper(services.database, services.hub, clock, seen=seen)
        housekeeper.start()
        await until(lambda: any(isinstance(one, ClockWarning) for one in watch.events)
                    if seen else is_booked())  # fmt: skip
        await housekeeper.stop()

    watch.arrive()
    clock.forward(3 * MINUTE)
    watch.listen()
    asyncio.run(keep())
    clock.forward(3 * MINUTE)
    watch.listen()
    asyncio.run(keep(seen=False))
    assert not [one for one in watch.events if isinstance(one, ClockWarning)]


def test_a_clock_that_was_set_back_after_nobody_looked_is_booked_again(
    watch: Watch, write: Write, services: Services
) -> None:
    watch.arrive()
    watch.clock.forward(6 * MINUTE)
    (plan,) = services.database.read_now(plans.plans)
    slow = replace(plan.targets, first_reaction=Target(HOUR, Counting.WORKING))
    assert write(clock_watch.book_breaches) == 0
    write(plan_acts.change, replace(plan, targets=slow))
    write(clock_watch.book_breaches)
    assert watch.after(timedelta(0)) == []
    write(acts.undo)
    for _ in range(2):
        write(clock_watch.book_breaches)
    acts_of = [one.act for one in services.database.read_now(journal.entries, 1)]
    assert acts_of.count("breach") == 2
    assert watch.after(timedelta(0)) == [(100, {1})]


def test_the_housekeeper_writes_only_when_there_is_something_to_do(
    services: Services, clock: FakeClock
) -> None:
    begun: list[object] = []

    async def keep() -> None:
        # What words are learned of is looked for in a transaction of its own, a second later.
        housekeeper = Housekeeper(services.database, services.hub, clock)
        housekeeper.start()
        await asyncio.sleep(0.4)
        await housekeeper.stop()

    event.listen(services.database.write_engine, "begin", begun.append)
    asyncio.run(keep())
    assert begun == []
