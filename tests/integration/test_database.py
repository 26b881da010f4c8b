"""One writer, readers beside it, events after the commit, known errors at the edge."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.bootstrap import Services, build_services
from app.services.events import (
    Event,
    EventHub,
    MessagesArrived,
    SettingsChanged,
    TicketsChanged,
    merged,
)
from app.services.storage.backup import list_backups
from app.services.storage.connection import open_connection
from app.services.storage.database import READERS, Unit
from app.services.storage.errors import StoreTooNew
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from tests.fakes import FakeChannelType, FakeClock
from tests.migrations.stores import migrated_to


def rename(unit: Unit, name: str) -> None:
    unit.session.execute(
        text("insert into contacts(name, created_at) values (:name, 0)"), {"name": name}
    )
    unit.publish(TicketsChanged(ticket_ids=frozenset({1})))


def names(services: Services) -> list[str]:
    return services.database.read_now(
        lambda session: list(session.scalars(text("select name from contacts order by id")))
    )


def test_events_follow_the_commit(services: Services) -> None:
    seen: list[list[str]] = []

    def announce(_events: Iterable[Event]) -> None:
        connection = open_connection(services.profile.store, services.key)
        seen.append([row[0] for row in connection.execute("select name from contacts")])
        connection.close()

    services.database.announce = announce
    services.database.write_now(rename, "Anna")
    assert seen == [["Anna"]]


def test_failed_work_leaves_nothing_and_tells_nothing(services: Services) -> None:
    told: list[Event] = []
    services.database.announce = told.extend

    def fail(unit: Unit) -> None:
        rename(unit, "Anna")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        services.database.write_now(fail)
    assert (names(services), told) == ([], [])


def test_readers_refuse_to_write(services: Services) -> None:
    with pytest.raises(Exception, match="not allowed to write"):
        services.database.read_now(lambda session: session.execute(text("delete from contacts")))


def test_reads_after_each_other_share_one_connection(services: Services) -> None:
    both = Barrier(READERS, timeout=30)

    def used(session: Session, *, together: bool = False) -> int:
        connection = id(session.connection().connection.driver_connection)
        if together:
            both.wait()
        return connection

    database = services.database
    started = [database.submit_read(used, together=True) for _ in range(READERS)]
    assert len({one.result() for one in started}) == READERS
    assert len({database.read_now(used) for _ in range(2 * READERS)}) == 1


def test_async_calls_run_off_the_loop(services: Services) -> None:
    async def work() -> int:
        services.run_on(asyncio.get_running_loop())
        await services.database.write(rename, "Anna")
        return len(await services.database.read(lambda session: [session]))

    assert asyncio.run(work()) == 1


def test_events_on_a_closed_loop_are_dropped(services: Services) -> None:
    loop = asyncio.new_event_loop()
    services.run_on(loop)
    loop.close()
    services.database.write_now(rename, "Anna")
    assert names(services) == ["Anna"]


def test_a_store_of_a_later_program_is_not_opened(
    services: Services, clock: FakeClock, channel: FakeChannelType
) -> None:
    services.database.write_now(
        lambda unit: unit.session.execute(text("update alembic_version set version_num='9999'"))
    )
    with pytest.raises(StoreTooNew, match="9999"):
        build_services(services.profile, None, clock=clock, channels=(channel,))


def test_an_upgrade_is_preceded_by_a_backup(
    tmp_path: Path, clock: FakeClock, channel: FakeChannelType
) -> None:
    made = create_profile(tmp_path / "old", now=clock.now(), practice=True)
    migrated_to(made.profile.store, "0001")
    again = build_services(
        made.profile, None, clock=clock, channels=(channel,), parser=InlineParser()
    )
    again.close()
    assert len(list_backups(Path(made.profile.backups))) == 1


def test_events_about_tickets_are_put_together() -> None:
    origin = object()
    events = [
        TicketsChanged(ticket_ids=frozenset({1})),
        MessagesArrived(ticket_ids=frozenset({1})),
        TicketsChanged(ticket_ids=frozenset({2})),
        TicketsChanged(ticket_ids=frozenset({3}), origin=origin),
        SettingsChanged(section="look"),
        SettingsChanged(section="hours"),
    ]
    assert merged(events) == [
        TicketsChanged(ticket_ids=frozenset({1, 2})),
        MessagesArrived(ticket_ids=frozenset({1})),
        TicketsChanged(ticket_ids=frozenset({3}), origin=origin),
        SettingsChanged(section="look"),
        SettingsChanged(section="hours"),
    ]


@pytest.mark.allow_log
def test_the_hub_keeps_order_and_survives_handlers() -> None:
    hub = EventHub()
    heard: list[str] = []

    def first(_event: SettingsChanged) -> None:
        heard.append("first")
        hub.publish([TicketsChanged(ticket_ids=frozenset())])

    def broken(_event: SettingsChanged) -> None:
        raise RuntimeError

    def last(_event: SettingsChanged) -> None:
        heard.append("last")

    def other(_event: TicketsChanged) -> None:
        heard.append("other")

    hub.subscribe(SettingsChanged, first)
    hub.subscribe(SettingsChanged, broken)
    end = hub.subscribe(SettingsChanged, last)
    hub.subscribe(TicketsChanged, other)
    hub.publish([SettingsChanged(section="look")])
    end()
    end()
    hub.publish([SettingsChanged(section="look")])
    assert heard == ["first", "last", "other", "first", "other"]
