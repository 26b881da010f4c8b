"""Work of the program's own: waking tickets, promises, clocks, reminding, learning words."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from app.models.rules.errors import KnownError
from app.services.assist.advising import Adviser
from app.services.clock import Clock
from app.services.events import (
    Event,
    EventHub,
    MessagesArrived,
    SettingsChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.handbook import radar
from app.services.handbook.alike import Similar, alike_by_words
from app.services.search import terms
from app.services.storage.database import Database
from app.services.sync import ruling
from app.services.sync.pauses import wait
from app.services.tickets import advice_mark, clock_watch, decisions, promises, question_watch

log = logging.getLogger(__name__)
LONGEST = timedelta(seconds=60)
SETTLE_SECONDS = 1.0
"""Words are learned after the messages of a burst are in, not between them."""

QUIET_SECONDS = 45.0
"""Without anything that comes in or changes, before what takes a second of thinking."""

BREATH_SECONDS = 0.05
"""Between two pieces of idle work, so that the owner's own acts get between."""


async def book_unseen(database: Database) -> None:
    """Write breaches and lapsed promises in the journal; the owner is told when he looks."""
    await database.write(promises.book_lapses)
    after = await database.write(clock_watch.book_breaches)
    while after:
        after = await database.write(clock_watch.book_breaches, after)


def by_words() -> Similar:
    """Return what makes questions alike where there is no model."""
    return alike_by_words


async def look_daily(database: Database, clock: Clock, similar: Callable[[], Similar]) -> timedelta:
    """Look for questions that come back, unless that was done today; returns how long today is."""
    now = clock.now()
    if await database.read(radar.is_due, now=now):
        await asyncio.to_thread(radar.look, database, now=now, similar=similar())
    return await database.read(radar.next_day, now=now) - now


class Housekeeper:
    """Runs on the event loop, one per engine.

    Args:
        seen: somebody is there to be told.
        similar: what makes questions alike.
        quiet: seconds in which nothing comes in or changes before the day's look for what comes
            back.
    """

    def __init__(
        self,
        database: Database,
        hub: EventHub,
        clock: Clock,
        *,
        seen: bool = True,
        similar: Callable[[], Similar] = by_words,
        quiet: float = QUIET_SECONDS,
    ) -> None:
        self._database, self._hub, self._clock, self._seen = database, hub, clock, seen
        self._similar, self._quiet = similar, quiet
        self._changed, self._promised, self._asked, self._counted, self._stirred = (
            asyncio.Event() for _ in range(5)
        )
        self._learn, self._rule = asyncio.Event(), asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._unsubscribe = [
            hub.subscribe(kind, self._on_changed)
            for kind in (TicketsChanged, MessagesArrived, StoreChangedElsewhere, SettingsChanged)
        ]

    def start(self, adviser: Adviser | None = None) -> None:
        """Begin, until `stop`; rules that ask the suggestion ask `adviser`."""
        self._learn.set()
        self._rule.set()
        telling = (self._keep_promises, self._keep_warning) if self._seen else (self._keep_booking,)
        own = (self._keep_waking, self._keep_asking, self._keep_learning, self._keep_looking)
        works = (*own, *telling)
        self._tasks = [asyncio.create_task(work()) for work in works]
        self._tasks.append(asyncio.create_task(self._keep_ruling(adviser)))

    async def stop(self) -> None:
        """End; what is being written is finished."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _keep_waking(self) -> None:
        while True:
            pause = LONGEST
            try:
                due = await self._database.read(decisions.next_waking)
                if due is not None and due <= self._clock.now():
                    await self._database.write(decisions.wake_due)
                    due = await self._database.read(decisions.next_waking)
                if due is not None:
                    pause = min(LONGEST, max(due - self._clock.now(), timedelta(0)))
            except KnownError as error:
                log.warning("snoozed tickets could not be woken: %s", error.code)
            await wait(self._changed, pause)

    async def _keep_promises(self) -> None:
        while True:
            pause = LONGEST
            try:
                now = self._clock.now()
                look = await self._database.read(promises.next_watch, now)
                if look is not None and look <= now:
                    look = await self._database.write(promises.watch)
                if look is not None:
                    pause = min(LONGEST, max(look - self._clock.now(), timedelta(seconds=1)))
            except KnownError as error:
                log.warning("promises could not be watched: %s", error.code)
            await wait(self._promised, pause)

    async def _keep_asking(self) -> None:
        while True:
            pause = LONGEST
            try:
                now = self._clock.now()
                due = await self._database.read(question_watch.next_watch, now)
                if due is not None and due <= now:
                    await self._database.write(question_watch.watch)
                    due = await self._database.read(question_watch.next_watch, now)
                if due is not None:
                    pause = min(LONGEST, max(due - now, timedelta(seconds=1)))
            except KnownError as error:
                log.warning("colleagues could not be reminded: %s", error.code)
            await wait(self._asked, pause)

    async def _keep_warning(self) -> None:
        while True:
            pause = LONGEST
            try:
                pause = await self._warn()
            except KnownError as error:
                log.warning("clocks could not be looked at: %s", error.code)
            await wait(self._counted, pause)

    async def _keep_booking(self) -> None:
        while True:
            try:
                await book_unseen(self._database)
            except KnownError as error:
                log.warning("what is late could not be booked: %s", error.code)
            await wait(self._counted, LONGEST)

    async def _warn(self) -> timedelta:
        """Tell of clocks until there is nothing more to tell; returns for how long."""
        while True:
            now = self._clock.now()
            due = await self._database.read(clock_watch.next_warning, now)
            if due is None or due > now:
                return LONGEST if due is None else min(LONGEST, due - now)
            await self._database.write(clock_watch.due_warnings)
            await asyncio.sleep(BREATH_SECONDS)

    async def _keep_learning(self) -> None:
        while True:
            await self._learn.wait()
            self._learn.clear()
            await asyncio.sleep(SETTLE_SECONDS)
            try:
                more = True
                while more:
                    more = await self._database.write(terms.catch_up)
                    await asyncio.sleep(BREATH_SECONDS)
            except KnownError as error:
                log.warning("words could not be learned: %s", error.code)

    async def _keep_looking(self) -> None:
        while True:
            self._stirred.clear()
            await asyncio.sleep(self._quiet)
            if self._stirred.is_set():
                continue
            pause = LONGEST
            try:
                pause = await look_daily(self._database, self._clock, self._similar)
            except KnownError as error:
                log.warning("questions that come back could not be looked for: %s", error.code)
            except Exception:
                log.exception("looking for questions that come back failed")
            # A computer that slept counts no time: what changed since then wakes it.
            await wait(self._stirred, pause)

    async def _keep_ruling(self, adviser: Adviser | None) -> None:
        while True:
            # A message on which asking failed is tried again without anything having changed.
            await wait(self._rule, advice_mark.PAUSE)
            await asyncio.sleep(SETTLE_SECONDS)
            try:
                await ruling.ask_all(self._database, self._clock, adviser)
            except KnownError as error:
                log.warning("rules could not ask the suggestion: %s", error.code)
            except Exception:
                log.exception("asking the suggestion for rules failed")

    def _on_changed(self, _event: Event) -> None:
        for each in (self._changed, self._promised, self._asked, self._counted, self._stirred):
            each.set()
        self._learn.set()
        self._rule.set()
