"""One connected account: fetches, sends and watches, never with two calls in flight."""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event
from typing import ParamSpec, TypeVar

from app.models.rules.errors import KnownError
from app.models.rules.pace import next_look
from app.models.rules.retries import retry_delay
from app.services.channels.api import (
    Budget,
    Channel,
    ChannelType,
    Cursor,
    Draft,
    FetchResult,
    ParseContext,
    Prepared,
    RawItem,
    SupportsRefetch,
    SupportsReply,
    SupportsSentCopy,
    SupportsWatch,
)
from app.services.channels.errors import (
    AccountRestricted,
    AlreadyReplied,
    AuthExpired,
    ChannelError,
    InvalidContent,
    NoAnswersThere,
    NotAllowedByPlatform,
    OutcomeUnknown,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
    Transient,
    WindowClosed,
)
from app.services.clock import Clock
from app.services.storage.credentials import StoredSecrets
from app.services.storage.database import Database
from app.services.sync import accounts, health, ingest, outbox
from app.services.sync.digest import Digest
from app.services.tickets.opening import opening_hours

P = ParamSpec("P")
R = TypeVar("R")
log = logging.getLogger(__name__)
FOREVER = (
    InvalidContent,
    RecipientUnavailable,
    NotAllowedByPlatform,
    WindowClosed,
    TargetGone,
    AccountRestricted,
    AlreadyReplied,
)
SIGN_IN_AGAIN = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Tools:
    """What every runner works with."""

    database: Database
    clock: Clock
    channels: Mapping[str, ChannelType]
    digest: Digest
    network: Executor
    watching: Executor
    budget: Budget


class Runner:
    """Carries the channel of one account between the network threads and the store."""

    def __init__(self, tools: Tools, account_id: int) -> None:
        self._tools = tools
        self.account_id = account_id
        self._channel: Channel | None = None
        self._type: ChannelType | None = None
        self._handle = ""
        self._calling = asyncio.Lock()
        self._sending = asyncio.Lock()
        self._stop = Event()
        self._failures = 0
        self._due: dict[str, datetime] = {}

    async def cycle(self, *, due_only: bool = False) -> int:
        """Fetch everything new from every stream; returns how many items came in.

        `due_only` leaves out the streams of which the platform gives nothing new yet.

        Raises:
            ChannelError: after it was booked as the account's health.
        """
        try:
            new = await self._fetch_all(due_only=due_only)
        except KnownError as error:
            await self._ill(error)
            raise
        self._failures = 0
        await self._tools.database.write(health.set_health, self.account_id, health.OK)
        await self._tools.database.write(outbox.hurry, self.account_id)
        return new

    def pause_after(self, error: KnownError) -> timedelta:
        """Return how long to wait before the next try."""
        if isinstance(error, AuthExpired):
            return SIGN_IN_AGAIN
        if isinstance(error, RateLimited) and error.retry_at is not None:
            return max(error.retry_at - self._tools.clock.now(), timedelta(seconds=1))
        return retry_delay(max(self._failures, 1), random.random())  # noqa: S311  only spreads load

    async def send_due(self) -> int:
        """Send what may leave now, one after the other; returns how many were tried."""
        async with self._sending:
            database = self._tools.database
            waiting = await database.read(outbox.due, self.account_id, self._tools.clock.now())
            for outbox_id in waiting:
                await self._send(outbox_id)
            return len(waiting)

    async def look_after(self) -> None:
        """Look for messages of unknown outcome, and store the copies that are still missing."""
        async with self._sending:
            database = self._tools.database
            for outbox_id in await database.read(outbox.interrupted, self.account_id):
                draft = await database.read(outbox.draft, outbox_id)
                if draft is not None:
                    await self._settle(outbox_id, draft)

    async def watch(self, at_most: timedelta) -> bool | None:
        """Wait until the platform tells that something changed; None when it never tells."""
        channel = await self._open()
        if not isinstance(channel, SupportsWatch):
            return None
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._tools.watching, channel.wait, self._stop, at_most)

    async def close(self) -> None:
        """End the session; a call that hangs is cut off."""
        self._stop.set()
        if self._channel is not None:
            await asyncio.get_running_loop().run_in_executor(
                self._tools.watching, self._channel.close
            )

    # --- fetching ----------------------------------------------------------------------------

    def next_fetch(self, otherwise: timedelta) -> timedelta:
        """Return how long until a stream is worth asking again, by what the platform said."""
        if not self._due:
            return otherwise
        left = min(self._due.values()) - self._tools.clock.now()
        return max(left, timedelta(seconds=1))

    async def _fetch_all(self, *, due_only: bool) -> int:
        channel = await self._open()
        new = 0
        for stream in await self._call(channel.streams):
            due = self._due.get(stream)
            if not due_only or due is None or due <= self._tools.clock.now():
                new += await self._fetch_stream(channel, stream)
        await self._tools.digest.drain()
        return new

    async def _fetch_stream(self, channel: Channel, stream: str) -> int:
        database = self._tools.database
        cursor = await database.read(ingest.cursor_of, self.account_id, stream)
        new, asked_again = 0, False
        digesting: asyncio.Task[int] | None = None
        while not self._stop.is_set():
            result = await self._call(channel.fetch, stream, cursor, self._tools.budget, self._stop)
            stored = await database.write(ingest.store_fetched, self.account_id, stream, result)
            new += stored.new
            if digesting is not None:
                await digesting
            digesting = asyncio.ensure_future(self._tools.digest.drain())
            cursor = result.cursor
            if result.next_after is not None:
                self._due[stream] = await _next_look(self._tools, channel, result.next_after)
            if stored.missing and not asked_again and isinstance(channel, SupportsRefetch):
                cursor = await self._want(channel, stream, result, stored.missing)
                asked_again = True
            elif not result.more:
                break
            else:
                await database.write(health.set_health, self.account_id, health.WORKING)
        if digesting is not None:
            await digesting
        return new

    async def _want(
        self, channel: SupportsRefetch, stream: str, result: FetchResult, missing: tuple[str, ...]
    ) -> Cursor:
        cursor = channel.want(result.cursor, missing)
        again = FetchResult(items=(), cursor=cursor, more=True, remote_count=result.remote_count)
        await self._tools.database.write(ingest.store_fetched, self.account_id, stream, again)
        return cursor

    # --- sending -----------------------------------------------------------------------------

    async def _send(self, outbox_id: int) -> None:
        database = self._tools.database
        draft = await database.read(outbox.draft, outbox_id)
        channel = await self._open()
        if draft is None:
            return
        if not isinstance(channel, SupportsReply):
            await database.write(outbox.refused, outbox_id, NoAnswersThere(server=self._handle))
            return
        try:
            prepared = channel.prepare(draft)
        except ChannelError as error:
            await database.write(outbox.refused, outbox_id, error)
            return
        claimed = await database.write(
            outbox.claim,
            outbox_id,
            external_id=prepared.external_id,
            fingerprint=self._fingerprint(prepared),
        )
        if claimed:
            await self._transmit(channel, outbox_id, draft, prepared)

    async def _transmit(
        self, channel: SupportsReply, outbox_id: int, draft: Draft, prepared: Prepared
    ) -> None:
        database = self._tools.database

        def committing() -> None:
            database.write_now(outbox.commit_point, outbox_id)

        try:
            # Mail reads and sends by connections of their own; others have one session for both.
            apart = isinstance(channel, SupportsSentCopy)
            call = self._off_loop if apart else self._call
            result = await call(channel.send, prepared, committing)
        except OutcomeUnknown as error:
            await database.write(outbox.unknown, outbox_id, code=error.code)
            await self._settle(outbox_id, draft)
        except FOREVER as error:
            await database.write(outbox.refused, outbox_id, error)
        except ChannelError as error:
            await self._postpone(outbox_id, error)
        else:
            copy = isinstance(channel, SupportsSentCopy)
            await database.write(outbox.sent, outbox_id, result, copy=copy)
            if copy:
                await self._settle(outbox_id, draft)

    async def _postpone(self, outbox_id: int, error: ChannelError) -> None:
        self._failures += 1
        delay = self.pause_after(error)
        if isinstance(error, Transient) and error.retry_after is not None:
            delay = error.retry_after
        await self._tools.database.write(outbox.postponed, outbox_id, error, delay=delay)
        if isinstance(error, AuthExpired):
            await self._ill(error)

    async def _settle(self, outbox_id: int, draft: Draft) -> None:
        """Find out about an unknown message, then store the copy of a sent one; may wait."""
        channel = await self._open()
        database = self._tools.database
        if not isinstance(channel, SupportsReply):
            return
        try:
            prepared = channel.prepare(draft)
            if await database.read(outbox.wants_copy, outbox_id):
                if isinstance(channel, SupportsSentCopy):
                    await self._call(channel.store_copy, prepared)
                await database.write(outbox.copied, outbox_id)
            else:
                found = await self._call(channel.reconcile, prepared)
                if found is not None:
                    await database.write(outbox.settle, outbox_id, found)
        except ChannelError as error:
            log.info("an outbox message could not be looked after yet: %s", error.code)

    # --- the channel -------------------------------------------------------------------------

    async def _open(self) -> Channel:
        if self._channel is None:
            database = self._tools.database
            kind, settings = await database.read(accounts.settings_of, self.account_id)
            # The first look imports the adapter and its libraries: a third of a second.
            self._type = await self._off_loop(self._tools.channels.__getitem__, kind)
            self._handle = settings.handle
            self._channel = self._type.open(settings, StoredSecrets(database, self.account_id))
        return self._channel

    async def _call(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        async with self._calling:
            return await self._off_loop(fn, *args, **kwargs)

    async def _off_loop(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._tools.network, lambda: fn(*args, **kwargs))

    async def _ill(self, error: KnownError) -> None:
        self._failures += 1
        offline = error.code in {"offline", "transient", "rate_limited"}
        await self._tools.database.write(
            health.set_health,
            self.account_id,
            health.OFFLINE if offline else health.ATTENTION,
            error=error,
            next_try_at=self._tools.clock.now() + self.pause_after(error),
        )

    def _fingerprint(self, prepared: Prepared) -> str:
        """Return the fingerprint by which a copy of our own message is known when it comes back."""
        if prepared.fingerprint is not None:
            return prepared.fingerprint
        if self._type is None:
            return prepared.external_id
        item = RawItem("", "", self._tools.clock.now(), prepared.payload, outgoing=True)
        context = ParseContext(own_handles=frozenset({self._handle}))
        return self._type.parse(item, context).fingerprint


async def _next_look(tools: Tools, channel: Channel, pace: timedelta) -> datetime:
    """Return when a stream is asked again: one that tells of news itself is never slower."""
    now = tools.clock.now()
    if isinstance(channel, SupportsWatch):
        return now + pace
    return next_look(await tools.database.read(opening_hours, now), now, pace)
