"""What a channel cannot do: be asked more often than it gives, or be answered at all."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.bootstrap import Services
from app.services.channels.api import AccountSettings, Budget, SecretBox
from app.services.channels.errors import AlreadyReplied
from app.services.sync.digest import Digest
from app.services.sync.engine import SyncEngine
from app.services.sync.runner import Runner, Tools
from app.services.tickets import inbox, replies
from tests.conftest import opened
from tests.fakes import FakeChannel, FakeChannelType, FakeClock, add_account
from tests.integration.test_engine import rows, sync, until
from tests.integration.test_engine import run as run_engine

MINUTE, HALF_HOUR = timedelta(minutes=1), timedelta(minutes=30)


def run(
    services: Services,
    account_id: int,
    clock: FakeClock,
    work: Callable[[Runner], Awaitable[None]],
) -> None:
    """Let a runner of an account work."""

    async def whole() -> None:
        services.run_on(asyncio.get_running_loop())
        digest = Digest(services.database, services.channels, services.parser)
        with ThreadPoolExecutor(2) as pool:
            tools = Tools(services.database, clock, services.channels, digest, pool, pool, Budget())
            runner = Runner(tools, account_id)
            await work(runner)
            await runner.close()
        digest.close()

    asyncio.run(whole())


def test_a_stream_is_left_alone_until_it_is_worth_asking(
    services: Services, account_id: int, channel: FakeChannelType, clock: FakeClock
) -> None:
    channel.platform.next_after = HALF_HOUR
    seen = []

    async def work(runner: Runner) -> None:
        assert runner.next_fetch(MINUTE) == MINUTE
        await runner.cycle()
        assert runner.next_fetch(MINUTE) == HALF_HOUR
        channel.platform.deliver()
        seen.append(await runner.cycle(due_only=True))
        clock.forward(HALF_HOUR)
        assert runner.next_fetch(MINUTE) == timedelta(seconds=1)
        seen.append(await runner.cycle(due_only=True))
        channel.platform.deliver()
        seen.append(await runner.cycle())

    run(services, account_id, clock, work)
    assert seen == [0, 1, 1]


class ReadOnly:
    """A channel that nothing can be sent by."""

    def __init__(self, channel: FakeChannel) -> None:
        self.streams, self.fetch = channel.streams, channel.fetch
        self.probe, self.close = channel.probe, channel.close


class ReadOnlyType(FakeChannelType):
    """A kind of channel that is only read."""

    def open(self, account: AccountSettings, secrets: SecretBox) -> Any:
        return ReadOnly(super().open(account, secrets))


def test_nights_are_quiet_for_who_does_not_tell_of_news(
    tmp_path: Path, new_profile: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    kind = ReadOnlyType()
    kind.platform.next_after = MINUTE
    services = opened(folder, clock, kind)
    account_id = add_account(services)
    waits = []

    async def work(runner: Runner) -> None:
        # Monday 10:00 and 22:00 in Amsterdam, 8:55 on Tuesday, and after it opened.
        for ahead in (0, 12 * 60, 10 * 60 + 55, 5):
            clock.forward(ahead * MINUTE)
            await runner.cycle(due_only=True)
            waits.append(runner.next_fetch(HALF_HOUR))

    run(services, account_id, clock, work)
    assert waits == [MINUTE, 10 * MINUTE, 5 * MINUTE, MINUTE]
    services.close()


def test_who_tells_of_news_is_not_asked_less_at_night(
    services: Services, account_id: int, channel: FakeChannelType, clock: FakeClock
) -> None:
    channel.platform.next_after = MINUTE
    clock.forward(12 * 60 * MINUTE)

    async def work(runner: Runner) -> None:
        await runner.cycle()
        assert runner.next_fetch(HALF_HOUR) == MINUTE

    run(services, account_id, clock, work)


def test_starting_and_waking_up_at_night_fetch_at_once(
    tmp_path: Path, new_profile: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    kind = ReadOnlyType()
    kind.platform.next_after = HALF_HOUR
    services = opened(folder, clock, kind)
    add_account(services)
    clock.forward(12 * 60 * MINUTE)

    def here(count: int) -> bool:
        return services.database.read_now(inbox.counts).views.get("todo") == count

    async def work(engine: SyncEngine) -> None:
        kind.platform.deliver()
        await engine.start()
        await until(lambda: here(1))
        # Shut and opened again: the hour in between is not waited for.
        kind.platform.deliver()
        clock.forward(2 * MINUTE)
        await until(lambda: here(2))

    run_engine(services, work)
    services.close()


def test_a_channel_that_never_tells_of_news_leaves_the_rest_its_time(
    tmp_path: Path, new_profile: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    kind = ReadOnlyType()
    kind.platform.deliver()
    services = opened(folder, clock, kind)
    add_account(services)

    async def work(engine: SyncEngine) -> None:
        await engine.start()
        await until(lambda: services.database.read_now(inbox.counts).views.get("todo") == 1)

    run_engine(services, work)
    services.close()


def test_an_answer_that_cannot_leave_is_said(
    tmp_path: Path, new_profile: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    kind = ReadOnlyType()
    services = opened(folder, clock, kind)
    add_account(services)
    kind.platform.deliver()
    sync(services)
    services.database.write_now(replies.answer, 1, text="Dank voor uw bericht", now=True)
    sync(services)
    (row,) = rows(services)
    assert (row.state, row.error_code) == ("failed", "no_answers_there")
    (info,) = services.database.read_now(inbox.infos, [1])
    assert info.state == "open"
    services.close()


def test_a_second_answer_where_one_is_all_is_not_tried_for_ever(
    services: Services, account_id: int, channel: FakeChannelType
) -> None:
    channel.platform.deliver()
    sync(services)
    channel.platform.send_errors.append(AlreadyReplied(server="fake"))
    services.database.write_now(replies.answer, 1, text="Dank voor uw bericht", now=True)
    sync(services)
    (row,) = rows(services)
    assert (row.state, row.error_code) == ("failed", "already_replied")
