"""The check at the end of the day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import Services
from app.models.rules.promises import Found, PromiseKind
from app.services.channels.errors import RecipientUnavailable
from app.services.learning import briefings
from app.services.settings import AcknowledgeSettings, DayEndSettings, load, save
from app.services.tickets import day_end, decisions, directory, hours_acts, reactions, replies
from app.services.tickets.day_end import DayEnd
from app.services.tickets.documenting import Ending
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration import test_cli
from tests.integration.test_cli import Balie
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
balie = test_cli.balie
HOUR = timedelta(hours=1)
EVENING = timedelta(hours=7)  # 17:00 here: half an hour before we close
Ask = Callable[[], DayEnd | None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def ask(services: Services) -> Ask:
    return lambda: services.database.read_now(day_end.to_ask, services.clock.now())


def open_points(services: Services, now: datetime | None = None) -> dict[str, list[int]]:
    found = services.database.read_now(day_end.look, now or services.clock.now())
    return {one.key: [left.id for left in one.tickets] for one in found.points if not one.ok}


def test_a_quiet_day_leaves_nothing(services: Services) -> None:
    found = services.database.read_now(day_end.look, MONDAY)
    assert (found.ok, found.opens_at) == (True, MONDAY + 23 * HOUR)


def test_who_is_not_answered_before_we_open_is_named(
    services: Services, channel: FakeChannelType, clock: FakeClock
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    channel.platform.deliver(key="<2@x>", at=MONDAY)
    sync(services)
    assert open_points(services) == {"unanswered": [1, 2]}
    services.database.write_now(replies.answer, 1, text="Hij komt morgen aan.", now=True)
    services.database.write_now(reactions.give, 2, promise=_promise(MONDAY + 30 * HOUR))
    sync(services)
    assert open_points(services) == {"unanswered": [2], "promises": [2]}
    ending = Ending("solved", "Gebeld")
    services.database.write_now(decisions.change_state, [2], state="closed", ending=ending)
    assert open_points(services) == {"promises": [2]}


def test_what_was_not_sent_is_named(services: Services, channel: FakeChannelType) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    refused = RecipientUnavailable(server="fake", recipient="a", detail="x")
    channel.platform.send_errors = [refused]
    services.database.write_now(replies.answer, 1, text="Dag", now=True)
    sync(services)
    assert open_points(services)["outbox"] == [1]


def test_who_is_away_for_long_should_say_so(services: Services, clock: FakeClock) -> None:
    for number in range(24, 28):
        day = date(2026, 11, number)
        services.database.write_now(hours_acts.set_date, day, blocks=(), why="Vakantie")
    assert open_points(services) == {"absence": []}
    services.database.write_now(
        lambda unit: save(unit.session, AcknowledgeSettings(enabled=True, text="Tot maandag"))
    )
    assert open_points(services) == {}


def test_the_owner_is_asked_once_at_the_end_of_a_day_that_leaves_something(
    services: Services, channel: FakeChannelType, clock: FakeClock, ask: Ask
) -> None:
    clock.forward(EVENING)
    assert ask() is None
    channel.platform.deliver(key="<1@x>", at=clock.now())
    sync(services)
    clock.forward(-EVENING)
    assert ask() is None
    clock.forward(EVENING)
    found = ask()
    assert found is not None
    assert not found.ok
    services.database.write_now(day_end.switch, enabled=False)
    assert ask() is None
    services.database.write_now(day_end.switch, enabled=True)
    services.database.write_now(day_end.asked)
    assert ask() is None
    clock.forward(timedelta(days=1))
    assert ask() is not None


def test_the_day_is_told_on_the_command_line(
    services: Services, channel: FakeChannelType, clock: FakeClock, balie: Balie
) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    told = balie("today", "--json")
    assert set(told) == {"ok", "opens_at", "points"}
    (left,) = told["points"][0]["tickets"]
    assert set(left) == {"id", "number", "subject", "customer"}
    assert "NO  everybody answered before we open again\n      no. 1  " in balie("today")
    write = services.database.write_now
    piet, _act = write(directory.add, name="Piet")
    gone, _act = write(directory.add, name="Anna")
    made, _act = write(briefings.draft)
    write(briefings.edit, made, title="Nieuws")
    write(briefings.publish, made, days=1)
    write(directory.remove, gone)
    read = services.database.read_now
    assert "briefings" not in open_points(services, MONDAY + timedelta(days=1))
    late = read(day_end.look, MONDAY + timedelta(days=2)).points[-1]
    (reader,) = late.readers
    assert (late.key, late.ok, reader.name, reader.briefing) == (
        "briefings",
        False,
        "Piet",
        "Nieuws",
    )
    clock.forward(timedelta(days=2))
    assert f"      Piet  Nieuws  by {reader.due_on}" in balie("today")
    write(briefings.confirm, made, piet)
    assert "ok  briefings read in time" in balie("today")
    for at_close in (False, True):
        balie("today", "--at-close" if at_close else "--not-at-close")
        assert services.database.read_now(load, DayEndSettings).enabled is at_close


def _promise(due_at: datetime) -> Found:
    return Found("U hoort morgen van ons", due_at, PromiseKind.PROMISE)
