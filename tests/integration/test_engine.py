"""The engine against a platform in memory: nothing lost, nothing twice, everything visible."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from app.bootstrap import Services
from app.models.rules.promises import Found, PromiseKind
from app.services import settings
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    Offline,
    OutcomeUnknown,
    RateLimited,
    RecipientUnavailable,
    Transient,
)
from app.services.events import (
    ClockWarning,
    Event,
    MessagesArrived,
    PromisesDue,
    StoreChangedElsewhere,
)
from app.services.search import terms
from app.services.settings import AcknowledgeSettings
from app.services.storage.database import Unit
from app.services.sync import accounts, health, ingest, outbox, quarantine
from app.services.sync.engine import Report, SyncEngine
from app.services.sync.outbox import OutboxRow
from app.services.tickets import (
    clock_watch,
    decisions,
    inbox,
    journal,
    lifecycle,
    promises,
    reactions,
    replies,
)
from tests.fakes import MONDAY, FakeChannelType, FakeClock, Platform, add_account

pytestmark = pytest.mark.usefixtures("account_id")


@pytest.fixture
def platform(channel: FakeChannelType) -> Platform:
    return channel.platform


def run(services: Services, work: Callable[[SyncEngine], Awaitable[Any]]) -> Any:
    async def whole() -> Any:
        services.run_on(asyncio.get_running_loop())
        engine = services.engine()
        try:
            return await work(engine)
        finally:
            await engine.stop()

    return asyncio.run(whole())


def sync(services: Services) -> Report:
    report = run(services, lambda engine: engine.run_once())
    assert isinstance(report, Report)
    return report


def rows(services: Services) -> list[OutboxRow]:
    return services.database.read_now(outbox.rows, finished=True)


def answer_first(services: Services, text: str = "Het komt eraan.", *, now: bool = True) -> int:
    ticket_id = services.database.read_now(lifecycle.by_number, 1)
    return services.database.write_now(replies.answer, ticket_id, text=text, now=now).outbox_id


def state(services: Services, number: int = 1) -> str:
    ticket_id = services.database.read_now(lifecycle.by_number, number)
    return services.database.read_now(inbox.infos, [ticket_id])[0].state


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


def test_all_pages_come_in_and_the_counts_are_equal(
    services: Services, platform: Platform, account_id: int
) -> None:
    platform.page = 7
    for _ in range(30):
        platform.deliver()
    assert sync(services).new == 30
    found = services.database.read_now(ingest.progress, account_id)
    assert [(part.stream, part.local, part.remote) for part in found] == [
        ("in", 30, 30),
        ("sent", 0, 0),
    ]
    assert sync(services).new == 0


def test_a_question_of_a_fast_clock_stands_above_its_answer(
    services: Services, platform: Platform
) -> None:
    platform.deliver(at=MONDAY + timedelta(minutes=4), text="Waar blijft het?")
    sync(services)
    answer_first(services)
    sync(services)
    ticket_id = services.database.read_now(lifecycle.by_number, 1)
    view = services.database.read_now(inbox.ticket_view, ticket_id)
    assert view is not None
    assert [message.direction for message in view.messages] == ["in", "out"]
    assert view.messages[0].created_at == MONDAY


def test_health_says_ok_and_complete(services: Services, platform: Platform) -> None:
    platform.deliver()
    sync(services)
    (info,) = services.database.read_now(health.accounts)
    assert (info.health, info.health_code, info.complete_to) == ("ok", None, MONDAY)


def test_what_the_store_misses_is_fetched_again(
    services: Services, platform: Platform, account_id: int
) -> None:
    for _ in range(3):
        platform.deliver()
    services.database.write_now(_skip_to, account_id, 3)
    assert sync(services).new == 3


def _skip_to(unit: Unit, account_id: int, place: int) -> None:
    from app.services.channels.api import FetchResult

    ingest.store_fetched(unit, account_id, "in", FetchResult((), {"next": place}))


def test_what_left_the_platform_is_no_longer_counted(
    services: Services, platform: Platform, account_id: int
) -> None:
    platform.deliver()
    platform.deliver()
    sync(services)
    del platform.items["in"][0]
    sync(services)
    found = services.database.read_now(ingest.progress, account_id)
    assert found[0].local == found[0].remote == 1
    assert state(services) == "new"


@pytest.mark.allow_log
def test_an_unreadable_item_is_put_aside_and_the_rest_comes_in(
    services: Services, platform: Platform
) -> None:
    platform.deliver()
    bad = platform.deliver()
    object.__setattr__(bad, "data", b"no json")
    platform.deliver()
    sync(services)
    (aside,) = services.database.read_now(quarantine.items)
    assert (aside.problem, aside.detail) == ("unreadable", "JSONDecodeError")
    assert services.database.read_now(quarantine.source, aside.id) == b"no json"
    assert services.database.read_now(inbox.counts).views["all"] == 2


@pytest.mark.allow_log
def test_a_quarantined_item_can_be_read_again(services: Services, platform: Platform) -> None:
    bad = platform.deliver()
    object.__setattr__(bad, "data", b"no json")
    sync(services)
    (aside,) = services.database.read_now(quarantine.items)
    services.database.write_now(quarantine.retry, aside.id)
    sync(services)
    assert len(services.database.read_now(quarantine.items)) == 1


@pytest.mark.allow_log
def test_an_item_that_cannot_be_stored_does_not_stop_the_batch(
    services: Services, platform: Platform
) -> None:
    platform.deliver()
    platform.deliver(text={"no": "text"})
    platform.deliver()
    sync(services)
    assert len(services.database.read_now(quarantine.items)) == 1
    assert services.database.read_now(inbox.counts).views["all"] == 2


def test_an_item_that_took_the_program_down_is_put_aside(
    services: Services, platform: Platform, account_id: int
) -> None:
    item = platform.deliver()
    services.database.write_now(ingest._store_raw, account_id, item)
    (waiting,) = services.database.read_now(ingest.pending)
    for _ in range(ingest.MAX_ATTEMPTS):
        assert services.database.write_now(ingest.begin_attempt, [waiting.raw_event_id])
    assert not services.database.write_now(ingest.begin_attempt, [waiting.raw_event_id])
    assert services.database.read_now(quarantine.items)[0].problem == "crashed"


@pytest.mark.parametrize(
    ("error", "light"),
    [
        (Offline(server="fake", detail="x"), "offline"),
        (Transient(server="fake", detail="x"), "offline"),
        (AuthExpired(server="fake", account="x"), "attention"),
    ],
)
def test_a_failing_account_shows_why(
    services: Services, platform: Platform, error: Exception, light: str
) -> None:
    platform.fetch_error = error
    report = sync(services)
    assert list(report.errors.values()) == [error]
    (info,) = services.database.read_now(health.accounts)
    assert info.health == light
    assert info.health_params["server"] == "fake"
    assert info.next_try_at is not None


def test_an_answer_goes_out_once_with_its_copy(services: Services, platform: Platform) -> None:
    platform.deliver()
    sync(services)
    answer_first(services)
    sync(services)
    sync(services)
    assert [prepared.recipient for prepared in platform.accepted] == ["anna@klant.example"]
    assert platform.copies == [platform.accepted[0].external_id]
    (row,) = rows(services)
    assert (row.state, row.attempts) == ("sent", 1)
    view = services.database.read_now(inbox.ticket_view, 1)
    assert view is not None
    assert [message.direction for message in view.messages] == ["in", "out"]
    assert view.messages[-1].external_id == platform.accepted[0].external_id


def test_the_clocks_stop_when_the_answer_is_sent(
    services: Services, platform: Platform, clock: FakeClock
) -> None:
    platform.deliver()
    sync(services)
    answer_first(services)
    info = services.database.read_now(inbox.infos, [1])[0]
    assert info.first_reacted_at is None
    clock.forward(timedelta(minutes=2))
    sync(services)
    info = services.database.read_now(inbox.infos, [1])[0]
    assert info.first_reacted_at == clock.now() == info.answered_at


def test_undo_within_the_delay_gives_the_text_back(
    services: Services, platform: Platform, clock: FakeClock
) -> None:
    from app.services.tickets import drafts

    platform.deliver()
    sync(services)
    outbox_id = answer_first(services, "Toch niet", now=False)
    sync(services)
    assert not platform.accepted
    services.database.write_now(outbox.discard, outbox_id)
    clock.forward(timedelta(minutes=1))
    sync(services)
    assert not platform.accepted
    assert state(services) == "open"
    draft = services.database.read_now(drafts.saved, 1)
    assert draft is not None
    assert draft.text == "Toch niet"


def test_an_answer_leaves_after_the_delay(
    services: Services, platform: Platform, clock: FakeClock
) -> None:
    platform.deliver()
    sync(services)
    answer_first(services, now=False)
    clock.forward(timedelta(seconds=11))
    sync(services)
    assert len(platform.accepted) == 1


def test_one_round_also_looks_at_clocks_and_promises(
    services: Services, platform: Platform, clock: FakeClock
) -> None:
    platform.deliver()
    sync(services)
    services.database.write_now(
        reactions.give,
        1,
        promise=Found("Ik bel u", MONDAY + timedelta(minutes=3), PromiseKind.CALLBACK),
    )
    clock.forward(timedelta(minutes=6))
    sync(services)
    sync(services)
    entries = services.database.read_now(journal.entries, 1)
    told = [one.act for one in entries if one.act in {"breach", "promise_lapsed"}]
    assert told == ["promise_lapsed", "breach"]


def test_what_a_round_booked_is_told_when_somebody_looks(
    services: Services, platform: Platform, clock: FakeClock
) -> None:
    platform.deliver()
    sync(services)
    soon = Found("Ik bel u", MONDAY + timedelta(minutes=3), PromiseKind.CALLBACK)
    services.database.write_now(reactions.give, 1, promise=soon)
    clock.forward(timedelta(hours=30))
    told: list[Event] = []
    for kind in (PromisesDue, ClockWarning):
        services.hub.subscribe(kind, told.append)

    def look() -> None:
        services.database.announce = services.hub.publish
        services.database.write_now(promises.watch)
        services.database.write_now(clock_watch.due_warnings)

    sync(services)
    assert told == []
    one = frozenset({1})
    expected = [
        PromisesDue(ticket_ids=frozenset(), lapsed=one), ClockWarning(ticket_ids=one, level=100),
    ]  # fmt: skip
    look()
    assert told == expected
    sync(services)
    look()
    assert told == expected
    acts = [one.act for one in services.database.read_now(journal.entries, 1)]
    assert (acts.count("breach"), acts.count("promise_lapsed")) == (2, 1)


def test_an_unknown_outcome_is_never_resent_and_left_to_the_owner(
    services: Services, platform: Platform, clock: FakeClock
) -> None:
    platform.deliver()
    sync(services)
    platform.lost_answers = [OutcomeUnknown(server="fake")]
    outbox_id = answer_first(services)
    for _ in range(3):
        sync(services)
        clock.forward(timedelta(hours=1))
    assert len(platform.accepted) == 1
    assert rows(services)[0].state == "unknown"
    assert state(services) == "open"
    services.database.write_now(outbox.mark_sent, outbox_id)
    assert rows(services)[0].state == "sent"
    assert state(services) == "answered"


def test_an_unknown_outcome_found_in_sent_is_sent(services: Services, platform: Platform) -> None:
    platform.deliver()
    sync(services)
    platform.lost_answers = [OutcomeUnknown(server="fake")]
    answer_first(services)
    sync(services)
    prepared = platform.accepted[0]
    platform.copies.append(prepared.external_id)
    sync(services)
    assert rows(services)[0].state == "sent"
    assert len(platform.accepted) == 1


def test_the_owner_may_send_an_unknown_message_again(
    services: Services, platform: Platform
) -> None:
    platform.deliver()
    sync(services)
    platform.lost_answers = [OutcomeUnknown(server="fake")]
    outbox_id = answer_first(services)
    sync(services)
    services.database.write_now(outbox.retry, outbox_id)
    sync(services)
    assert len({prepared.external_id for prepared in platform.accepted}) == 1
    assert rows(services)[0].state == "sent"


@pytest.mark.parametrize(
    "refused",
    [
        RecipientUnavailable(server="fake", recipient="anna", detail="unknown user"),
        AccountRestricted(server="fake", account="winkel", detail="368"),
    ],
)
def test_a_refused_answer_makes_the_ticket_ours_again(
    refused: ChannelError, services: Services, platform: Platform
) -> None:
    platform.deliver()
    sync(services)
    platform.send_errors = [refused]
    answer_first(services)
    sync(services)
    (row,) = rows(services)
    assert (row.state, row.error_code) == ("failed", refused.code)
    assert state(services) == "open"


@pytest.mark.parametrize(
    "error",
    [
        Offline(server="fake", detail="x"),
        Transient(server="fake", detail="x", retry_after=timedelta(minutes=5)),
        RateLimited(server="fake", retry_at=MONDAY + timedelta(minutes=2)),
        AuthExpired(server="fake", account="x"),
    ],
)
def test_what_may_work_later_is_kept_and_tried_again(
    services: Services, platform: Platform, clock: FakeClock, error: Exception
) -> None:
    platform.deliver()
    sync(services)
    platform.send_errors = [error]
    answer_first(services)
    sync(services)
    assert rows(services)[0].state == "queued"
    assert rows(services)[0].due_at > clock.now()
    clock.forward(timedelta(hours=1))
    sync(services)
    assert rows(services)[0].state == "sent"
    assert len(platform.accepted) == 1


def test_an_interruption_before_the_point_of_no_return_is_sent_once(
    services: Services, platform: Platform
) -> None:
    platform.deliver()
    sync(services)
    outbox_id = answer_first(services)
    claimed = services.database.write_now(
        outbox.claim, outbox_id, external_id="<a@b>", fingerprint="f"
    )
    assert claimed
    sync(services)
    assert len(platform.accepted) == 1


def test_an_interruption_after_it_is_unknown(services: Services, platform: Platform) -> None:
    platform.deliver()
    sync(services)
    outbox_id = answer_first(services)
    services.database.write_now(outbox.claim, outbox_id, external_id="<a@b>", fingerprint="f")
    services.database.write_now(outbox.commit_point, outbox_id)
    sync(services)
    assert rows(services)[0].state == "unknown"
    assert not platform.accepted


def test_a_bounce_is_booked_on_its_message(services: Services, platform: Platform) -> None:
    platform.deliver()
    sync(services)
    answer_first(services)
    sync(services)
    own = platform.accepted[0].external_id
    about = [own, "anna@klant.example", "5.1.1", True]
    platform.deliver(author="mailer-daemon@x", automatic="bounce", bounce=about)
    sync(services)
    (row,) = rows(services)
    assert (row.state, row.error_code) == ("failed", "bounced")
    info = services.database.read_now(inbox.infos, [1])[0]
    assert (info.state, info.first_reacted_at) == ("open", None)
    assert services.database.read_now(inbox.counts).views["all"] == 1


def test_a_discarded_failure_stays_in_its_ticket(services: Services, platform: Platform) -> None:
    platform.deliver()
    sync(services)
    platform.send_errors = [RecipientUnavailable(server="f", recipient="a", detail="x")]
    outbox_id = answer_first(services)
    sync(services)
    services.database.write_now(outbox.discard, outbox_id)
    assert rows(services)[0].state == "discarded"
    assert services.database.read_now(outbox.rows) == []
    with pytest.raises(outbox.AlreadyLeavingError):
        services.database.write_now(outbox.retry, outbox_id)


def test_watching_brings_messages_in_and_answers_out(
    services: Services, platform: Platform
) -> None:
    arrived: list[MessagesArrived] = []
    services.hub.subscribe(MessagesArrived, arrived.append)

    async def work(engine: SyncEngine) -> None:
        await engine.start()
        platform.deliver()
        await until(lambda: bool(arrived))
        await services.database.write(replies.answer, 1, text="Dag Anna", now=True)
        await until(lambda: len(platform.copies) == 1)
        platform.deliver(parents=[platform.accepted[0].external_id])
        await until(lambda: len(arrived) == 2)

    run(services, work)
    assert state(services) == "open"


def test_an_account_added_while_running_is_watched(
    services: Services, platform: Platform, account_id: int
) -> None:
    services.database.write_now(accounts.remove, account_id)
    arrived: list[MessagesArrived] = []
    services.hub.subscribe(MessagesArrived, arrived.append)

    async def work(engine: SyncEngine) -> None:
        await engine.start()
        platform.deliver()
        await asyncio.to_thread(add_account, services, "tweede@voorbeeld.nl")
        await until(lambda: bool(arrived))

    run(services, work)


def test_what_another_program_writes_is_noticed(services: Services, platform: Platform) -> None:
    from app.services.storage.connection import open_connection

    platform.deliver()
    sync(services)
    changed: list[StoreChangedElsewhere] = []

    async def work(engine: SyncEngine) -> None:
        services.hub.subscribe(StoreChangedElsewhere, changed.append)
        await engine.start()
        await asyncio.sleep(0.1)
        assert not changed
        other = open_connection(services.profile.store, services.key)
        other.execute("update tickets set priority = 'high'")
        other.close()
        await until(lambda: bool(changed))

    run(services, work)


def test_stopping_ends_a_watch_at_once(services: Services, platform: Platform) -> None:
    async def work(engine: SyncEngine) -> None:
        await engine.start()
        await asyncio.sleep(0.2)
        engine.poke()

    run(services, work)
    assert platform.closed


def switch_acknowledgement_on(services: Services) -> None:
    services.database.write_now(
        lambda unit: settings.save(unit.session, AcknowledgeSettings(enabled=True))
    )


def test_an_acknowledgement_goes_out_by_itself_when_the_owner_wants_it(
    services: Services, platform: Platform
) -> None:
    switch_acknowledgement_on(services)
    platform.deliver()
    sync(services)
    assert len(platform.accepted) == 1
    info = services.database.read_now(inbox.infos, [1])[0]
    assert (info.state, info.first_reacted_at, info.answered_at) == ("new", MONDAY, None)
    assert info.next_due == info.answer_due


def test_a_sender_gets_one_acknowledgement_a_day(services: Services, platform: Platform) -> None:
    switch_acknowledgement_on(services)
    for _ in range(3):
        platform.deliver()
    platform.deliver(author="robot@x", automatic="auto_reply")
    sync(services)
    sync(services)
    assert len(platform.accepted) == 1


def test_a_hard_stop_of_ten_an_hour(services: Services, platform: Platform) -> None:
    switch_acknowledgement_on(services)
    for number in range(15):
        platform.deliver(author=f"klant{number}@klant.example")
    sync(services)
    assert len(platform.accepted) == 10


def test_a_snoozed_ticket_wakes_while_the_engine_runs(
    services: Services, platform: Platform, clock: FakeClock
) -> None:
    platform.deliver()
    sync(services)
    services.database.write_now(decisions.snooze, [1], until=MONDAY + timedelta(minutes=5))

    async def watch(engine: SyncEngine) -> None:
        await engine.start()
        await asyncio.sleep(0.05)
        assert state(services) == "snoozed"
        clock.forward(timedelta(minutes=6))
        services.hub.publish([StoreChangedElsewhere()])
        await until(lambda: state(services) == "open")

    run(services, watch)


def test_words_are_learned_when_all_is_in(services: Services, platform: Platform) -> None:
    platform.deliver(text="De aanhangerkoppeling lekt")

    async def watch(engine: SyncEngine) -> None:
        await engine.start()
        await until(
            lambda: services.database.read_now(terms.holders, "koppel") == ("aanhangerkoppeling",)
        )

    run(services, watch)
