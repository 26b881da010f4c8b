"""First reactions and promises: given, kept, late, extended, and told of in time."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.promises import Found, PromiseKind
from app.models.tickets import Ticket
from app.services.channels.errors import RecipientUnavailable
from app.services.settings import AcknowledgeSettings, save
from app.services.tickets import acts, drafts, merging, promises, reactions, replies
from app.services.tickets.documenting import Ending
from app.services.tickets.inbox import TicketView, ticket_view
from app.services.tickets.promises import PromiseInfo
from tests.fakes import MONDAY, FakeChannelType, FakeClock
from tests.integration.test_acts import picture
from tests.integration.test_engine import sync

pytestmark = pytest.mark.usefixtures("account_id")
Write = Callable[..., Any]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def arrived(services: Services, channel: FakeChannelType, account_id: int) -> None:
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)


def view(services: Services, ticket_id: int = 1) -> TicketView:
    found = services.database.read_now(ticket_view, ticket_id)
    assert found is not None
    return found


def made(services: Services, ticket_id: int = 1) -> list[PromiseInfo]:
    return services.database.read_now(promises.of, ticket_id)


def reply(services: Services, text: str, **more: Any) -> Any:
    now = services.clock.now()
    promise = services.database.read_now(promises.found, text, now)
    return services.database.write_now(
        replies.answer, 1, text=text, now=True, promise=promise, **more
    )


@pytest.mark.usefixtures("arrived")
def test_a_reaction_stops_the_first_clock_only(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    write(reactions.react, [1], promise=True)
    clock.forward(timedelta(minutes=1))
    sync(services)
    assert len(channel.platform.accepted) == 1
    assert "binnen 24 uur" in view(services).messages[-1].text
    ticket = view(services).ticket
    assert ticket.first_reacted_at is not None
    assert (ticket.state, ticket.answered_at, ticket.due_kind) == ("open", None, "promise")
    (promise,) = made(services)
    assert (promise.state, promise.due_at) == ("open", MONDAY + DAY)
    with pytest.raises(reactions.NothingToReactToError):
        write(reactions.react, [1], promise=False)


@pytest.mark.usefixtures("arrived")
def test_a_reaction_is_taken_back_with_its_promise(services: Services, write: Write) -> None:
    before = picture(services)
    done = write(reactions.react, [1], promise=True)
    assert view(services).messages[-1].direction == "out"
    write(acts.undo, done.act_id)
    assert picture(services) == before
    assert made(services) == []
    assert services.database.read_now(drafts.saved, 1) is None


def test_out_of_hours_the_words_say_when_we_open(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    clock.forward(timedelta(hours=12))
    channel.platform.deliver(key="<1@x>", at=clock.now())
    sync(services)
    write(reactions.react, [1], promise=False)
    assert "vanaf morgen om 9:00" in view(services).messages[-1].text


@pytest.mark.usefixtures("arrived")
@pytest.mark.parametrize(("hours", "state"), [(5, "kept"), (30, "late")])
def test_an_answer_settles_what_was_promised(
    services: Services, clock: FakeClock, write: Write, hours: int, state: str
) -> None:
    write(reactions.react, [1], promise=True)
    clock.forward(hours * HOUR)
    sync(services)
    reply(services, "Hij is morgen in huis.")
    sync(services)
    (promise,) = made(services)
    assert (promise.state, promise.settled_at) == (state, clock.now())
    assert view(services).ticket.state == "answered"


@pytest.mark.usefixtures("arrived")
def test_an_answer_that_promises_stays_ours(services: Services, clock: FakeClock) -> None:
    reply(services, "We zoeken het uit. U hoort morgen van ons.", ending=Ending("solved"))
    sync(services)
    ticket = view(services).ticket
    assert (ticket.state, ticket.due_kind) == ("open", "promise")
    (promise,) = made(services)
    assert ticket.next_due == promise.due_at
    assert ticket.answered_at is not None
    clock.forward(HOUR)
    reply(services, "Hij is gevonden.")
    sync(services)
    assert [one.state for one in made(services)] == ["kept"]
    assert view(services).ticket.next_due is None


@pytest.mark.usefixtures("arrived")
def test_a_promise_that_never_reached_him_is_none(
    services: Services, channel: FakeChannelType
) -> None:
    channel.platform.send_errors = [RecipientUnavailable(server="x", recipient="a", detail="")]
    reply(services, "U hoort morgen van ons.")
    sync(services)
    assert [one.state for one in made(services)] == ["withdrawn"]


@pytest.mark.usefixtures("arrived")
def test_a_promise_is_extended_honestly(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    write(reactions.react, [1], promise=True)
    clock.forward(20 * HOUR)
    sync(services)
    (old,) = made(services)
    write(reactions.extend, old.id)
    clock.forward(timedelta(minutes=1))
    sync(services)
    old, new = made(services)
    assert (old.state, new.state) == ("extended", "open")
    assert new.due_at > old.due_at
    assert "uiterlijk morgen om 11:00" in view(services).messages[-1].text
    with pytest.raises(promises.NotAPromiseError):
        write(reactions.extend, old.id)
    told = [entry.act for entry in view(services).journal]
    assert (told.count("reaction"), told.count("extension")) == (1, 1)


@pytest.mark.usefixtures("arrived")
def test_the_owner_is_told_once_and_only_in_hours(
    services: Services, clock: FakeClock, write: Write
) -> None:
    write(reactions.react, [1], promise=True)
    look = write(promises.watch)
    assert look == MONDAY + 0.8 * DAY
    clock.forward(20 * HOUR)  # five in the morning: closed
    assert write(promises.watch) == MONDAY + 23 * HOUR
    assert not view(services).journal[-1].act.startswith("promise_")
    clock.forward(3.5 * HOUR)
    write(promises.watch)
    write(promises.watch)
    clock.forward(2 * HOUR)
    assert write(promises.watch) is None
    (promise,) = made(services)
    assert promise.lapsed
    entries = [entry.act for entry in view(services).journal]
    assert entries.count("promise_lapsed") == 1


@pytest.mark.usefixtures("arrived")
def test_what_runs_out_before_we_open_is_told_at_its_moment(
    services: Services, clock: FakeClock, write: Write
) -> None:
    closing, evening = MONDAY + 7.5 * HOUR, MONDAY + 9 * HOUR
    for due in (closing, evening):
        said = Found("Ik bel u terug", due, PromiseKind.CALLBACK)
        write(reactions.give, 1, promise=said)
    clock.forward(7.4 * HOUR)
    assert write(promises.watch) == closing
    clock.forward(0.1 * HOUR)
    assert write(promises.watch) == evening
    assert [one.lapsed for one in made(services)] == [True, False]
    clock.forward(2 * HOUR)
    assert services.database.read_now(promises.next_watch, clock.now()) == clock.now()
    assert write(promises.watch) is None
    assert [one.lapsed for one in made(services)] == [True, True]


def test_an_automatic_reaction_keeps_its_word(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    write(lambda unit: save(unit.session, AcknowledgeSettings(enabled=True)))
    channel.platform.deliver(key="<1@x>", at=MONDAY)
    sync(services)
    (promise,) = made(services)
    assert promise.due_at == MONDAY + DAY


def test_promises_go_along_when_tickets_are_merged(
    services: Services, channel: FakeChannelType, write: Write
) -> None:
    for number in range(2):
        channel.platform.deliver(key=f"<{number}@x>", at=MONDAY)
    sync(services)
    write(reactions.react, [2], promise=True)
    write(merging.merge, [1, 2])
    assert len(made(services, 1)) == 1
    write(acts.undo)
    assert (len(made(services, 1)), len(made(services, 2))) == (0, 1)


@pytest.mark.usefixtures("arrived")
def test_a_promise_goes_along_with_its_message_when_a_ticket_is_split(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    clock.forward(HOUR)
    channel.platform.deliver(key="<2@x>", parents=["<1@x>"], at=clock.now())
    sync(services)
    write(reactions.react, [1], promise=True)
    before = picture(services)
    second = view(services).messages[1].id
    made_id, act_id = write(merging.split, 1, from_message=second)
    assert (len(made(services, 1)), len(made(services, made_id))) == (0, 1)
    write(acts.undo, act_id)
    assert picture(services)["promises"] == before["promises"]


@pytest.mark.usefixtures("arrived")
def test_a_promise_given_by_phone_is_booked_and_kept(
    services: Services, clock: FakeClock, write: Write
) -> None:
    before = picture(services)
    promise = Found("Bel morgen terug", MONDAY + DAY, PromiseKind.CALLBACK)
    write(reactions.give, 1, promise=promise)
    (row,) = services.database.read_now(promises.open_ones)
    assert (row.kind, row.ticket_number) == ("callback", 1)
    assert services.database.read_now(promises.open_ones, MONDAY) == []
    write(acts.undo)
    assert picture(services) == before
    write(reactions.give, 1, promise=promise)
    (row,) = services.database.read_now(promises.open_ones)
    write(reactions.keep, row.id)
    assert [one.state for one in made(services)] == ["kept"]
    with pytest.raises(promises.NotAPromiseError):
        write(reactions.keep, 99)


@pytest.mark.usefixtures("arrived")
def test_a_promise_that_was_told_of_can_still_be_taken_back(
    services: Services, clock: FakeClock, write: Write
) -> None:
    promise = Found("Ik bel u terug", MONDAY + HOUR, PromiseKind.CALLBACK)
    act_id = write(reactions.give, 1, promise=promise)
    clock.forward(2 * HOUR)
    write(promises.watch)
    (told,) = made(services)
    assert told.lapsed
    write(acts.undo, act_id)
    assert made(services) == []


@pytest.mark.usefixtures("arrived")
def test_nobody_is_told_to_wait_for_an_hour_at_which_nobody_works(
    services: Services, clock: FakeClock
) -> None:
    clock.forward(timedelta(hours=7, minutes=20))
    now = clock.now()
    until = services.database.read_now(
        lambda session: reactions.longer(session, session.get_one(Ticket, 1), now)
    )
    assert until == MONDAY + 2 * DAY + HOUR
