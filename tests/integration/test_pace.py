"""Each stream is asked at the pace that its platform gives."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from app.bootstrap import Services
from app.services.channels.api import Budget
from app.services.sync.digest import Digest
from app.services.sync.runner import Runner, Tools
from tests.fakes import FakeChannelType, FakeClock

MINUTE, HALF_HOUR = timedelta(minutes=1), timedelta(minutes=30)


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
    assert seen == [0, 1, 1]
