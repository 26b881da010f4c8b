"""Keeps every account in step: fetches, watches, sends; one task set per account."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from app.models.rules.errors import KnownError
from app.services.assist.advising import Adviser
from app.services.channels.api import Budget, ChannelType
from app.services.clock import Clock
from app.services.events import (
    AccountHealthChanged,
    Event,
    EventHub,
    OutboxChanged,
    StoreChangedElsewhere,
)
from app.services.handbook.alike import Similar
from app.services.search import terms
from app.services.storage.database import Database
from app.services.sync import health, outbox, ruling
from app.services.sync.digest import Digest
from app.services.sync.housekeeping import Housekeeper, book_unseen, by_words, look_daily
from app.services.sync.parser import Parser
from app.services.sync.pauses import wait
from app.services.sync.runner import Runner, Tools
from app.services.tickets import decisions, question_watch

log = logging.getLogger(__name__)
POLL = timedelta(seconds=60)
WATCH = timedelta(seconds=60)
ELSEWHERE_SECONDS = 1.0
SLEPT = timedelta(seconds=60)
"""A tick this much later than planned means that the computer slept."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one round of synchronising did: new items, and the error of each failing account."""

    new: int
    sent: int
    errors: Mapping[str, KnownError]


@dataclass(slots=True)
class _Lane:
    """An account's runner with what wakes its tasks."""

    runner: Runner
    fetch: asyncio.Event = field(default_factory=asyncio.Event)
    send: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)


class SyncEngine:
    """Runs on the event loop; only the holder of the profile's lock may have one."""

    def __init__(
        self,
        database: Database,
        hub: EventHub,
        clock: Clock,
        channels: Mapping[str, ChannelType],
        parser: Parser,
        similar: Callable[[], Similar] = by_words,
        adviser: Adviser | None = None,
    ) -> None:
        self._database, self._similar = database, similar
        self._hub = hub
        self._clock = clock
        self._adviser = adviser
        self._network = ThreadPoolExecutor(8, thread_name_prefix="net")
        self._watching = ThreadPoolExecutor(32, thread_name_prefix="watch")
        self._digest = Digest(database, channels, parser)
        self._tools = Tools(
            database, clock, channels, self._digest, self._network, self._watching, Budget()
        )
        self._lanes: dict[int, _Lane] = {}
        self._unsubscribe: list[Callable[[], None]] = []
        self._ticker: asyncio.Task[None] | None = None
        self._refreshing: asyncio.Task[None] | None = None
        self._housekeeper: Housekeeper | None = None

    async def run_once(self, account_ids: Iterable[int] | None = None) -> Report:
        """Fetch everything new, send what is due, and say which accounts failed."""
        await self._database.write(outbox.recover)
        await self._database.write(decisions.wake_due)
        await self._digest.drain()
        wanted = None if account_ids is None else set(account_ids)
        infos = [info for info in await self._active() if wanted is None or info.id in wanted]
        results = await asyncio.gather(*(self._once(info.id) for info in infos))
        errors = {
            info.handle: error
            for info, (_new, _sent, error) in zip(infos, results, strict=True)
            if error is not None
        }
        await self._watch()
        while await self._database.write(terms.catch_up):
            continue
        await ruling.ask_all(self._database, self._clock, self._adviser)
        return Report(
            sum(new for new, _sent, _error in results),
            sum(sent for _new, sent, _error in results),
            errors,
        )

    async def _watch(self) -> None:
        """Do once what the housekeeper does all the time; nobody is there to be told."""
        await book_unseen(self._database)
        await self._database.write(question_watch.watch)
        await look_daily(self._database, self._clock, self._similar)

    async def send_all_due(self) -> int:
        """Send what is due of every account, once; returns how many messages were tried."""
        await self._database.write(outbox.recover)
        tried = 0
        for info in await self._active():
            runner = Runner(self._tools, info.id)
            try:
                tried += await runner.send_due()
            finally:
                await runner.close()
        return tried

    async def drain(self) -> int:
        """Understand the raw items that wait, and learn their words; returns how many."""
        understood = await self._digest.drain()
        while await self._database.write(terms.catch_up):
            continue
        return understood

    async def start(self, *, seen: bool = True) -> None:
        """Begin to keep all accounts in step, until `stop`; `seen` when somebody can be told."""
        await self._database.write(outbox.recover)
        self._unsubscribe = [
            self._hub.subscribe(OutboxChanged, self._on_outbox_changed),
            self._hub.subscribe(StoreChangedElsewhere, self._on_outbox_changed),
            self._hub.subscribe(AccountHealthChanged, self._on_accounts_changed),
        ]
        await self._refresh()
        self._ticker = asyncio.create_task(self._tick())
        self._housekeeper = Housekeeper(
            self._database, self._hub, self._clock, seen=seen, similar=self._similar
        )
        self._housekeeper.start(self._adviser)

    def poke(self) -> None:
        """Fetch from all accounts now."""
        for lane in self._lanes.values():
            lane.fetch.set()
            lane.send.set()

    async def stop(self) -> None:
        """End all tasks and sessions; what hangs is cut off."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        if self._housekeeper is not None:
            await self._housekeeper.stop()
        for task in (self._ticker, self._refreshing):
            if task is not None:
                task.cancel()
        for account_id in list(self._lanes):
            await self._end_lane(account_id)
        self._digest.close()
        self._network.shutdown(wait=False, cancel_futures=True)
        self._watching.shutdown(wait=False, cancel_futures=True)

    # --- one round ---------------------------------------------------------------------------

    async def _once(self, account_id: int) -> tuple[int, int, KnownError | None]:
        runner = Runner(self._tools, account_id)
        new = sent = 0
        failed: KnownError | None = None
        try:
            try:
                new = await runner.cycle()
            except KnownError as error:
                failed = error
            sent = await runner.send_due()
            if failed is None:
                await runner.look_after()
        finally:
            await runner.close()
        return new, sent, failed

    # --- all the time ------------------------------------------------------------------------

    async def _active(self) -> list[health.AccountInfo]:
        infos = await self._database.read(health.accounts)
        return [info for info in infos if info.state == "active"]

    async def _refresh(self) -> None:
        """Have a lane for each active account and none for others."""
        active = {
            info.id for info in await self._database.read(health.accounts) if info.state == "active"
        }
        for account_id in set(self._lanes) - active:
            await self._end_lane(account_id)
        for account_id in active - set(self._lanes):
            lane = _Lane(Runner(self._tools, account_id))
            self._lanes[account_id] = lane
            for work in (self._keep_fetching, self._keep_sending, self._keep_watching):
                lane.tasks.append(asyncio.create_task(self._guard(work(lane))))

    async def _end_lane(self, account_id: int) -> None:
        lane = self._lanes.pop(account_id)
        # First the tasks: one that goes on would open a session again that nobody closes.
        for task in lane.tasks:
            task.cancel()
        await lane.runner.close()
        await asyncio.gather(*lane.tasks, return_exceptions=True)

    async def _guard(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception:
            log.exception("the work for an account has stopped")

    async def _keep_fetching(self, lane: _Lane) -> None:
        poked = True
        while True:
            try:
                await lane.runner.cycle(due_only=not poked)
                pause = lane.runner.next_fetch(POLL)
                lane.reached.set()
                lane.send.set()
            except KnownError as error:
                lane.reached.clear()
                pause = lane.runner.pause_after(error)
            poked = await wait(lane.fetch, pause)

    async def _keep_watching(self, lane: _Lane) -> None:
        while True:
            await lane.reached.wait()
            try:
                told = await lane.runner.watch(WATCH)
                if told is None:
                    return
                if told:
                    lane.fetch.set()
            except KnownError as error:
                log.info("watching an account broke off: %s", error.code)
                lane.fetch.set()
                await asyncio.sleep(lane.runner.pause_after(error).total_seconds())

    async def _keep_sending(self, lane: _Lane) -> None:
        account_id = lane.runner.account_id
        while True:
            try:
                await lane.runner.send_due()
                if lane.reached.is_set():
                    await lane.runner.look_after()
            except KnownError as error:
                log.warning("sending stopped for now: %s", error.code)
            due_at = await self._database.read(outbox.next_due, account_id)
            pause = POLL if due_at is None else due_at - self._clock.now()
            await wait(lane.send, max(min(pause, POLL), timedelta(0)))

    async def _tick(self) -> None:
        """Notice what other programs wrote to the store, and that the computer slept."""
        version = await asyncio.to_thread(self._database.data_version)
        while True:
            planned = self._clock.now() + timedelta(seconds=ELSEWHERE_SECONDS)
            await asyncio.sleep(ELSEWHERE_SECONDS)
            if self._clock.now() - planned > SLEPT:
                self.poke()
            now = await asyncio.to_thread(self._database.data_version)
            if now != version:
                version = now
                self._hub.publish([StoreChangedElsewhere()])
                await self._refresh()

    def _on_outbox_changed(self, _event: Event) -> None:
        for lane in self._lanes.values():
            lane.send.set()

    def _on_accounts_changed(self, event: AccountHealthChanged) -> None:
        if event.account_id not in self._lanes:
            self._refreshing = asyncio.ensure_future(self._refresh())
