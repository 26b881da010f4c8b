"""Works off the raw items that wait to be understood."""

import asyncio
import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from app.models.rules.errors import KnownError
from app.services.channels.api import ChannelType, ParseContext
from app.services.storage.database import Database
from app.services.sync import ingest
from app.services.sync.ingest import Pending
from app.services.sync.parser import Job, Parsed, Parser, Unreadable

BATCH = 50
Results = Mapping[int, tuple[Pending, Parsed]]
log = logging.getLogger(__name__)


class Digest:
    """Turns raw items into messages, batch by batch, so that the owner's own acts get between."""

    def __init__(
        self, database: Database, channels: Mapping[str, ChannelType], parser: Parser
    ) -> None:
        self._database = database
        self._channels = channels
        self._parser = parser
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="parse")
        self._busy = asyncio.Lock()

    async def drain(self) -> int:
        """Understand everything that waits; returns how many items that were.

        While one batch is stored, the next one is already being understood.
        """
        done = after = 0
        async with self._busy:
            ready: Results = {}
            while True:
                batch = await self._database.read(ingest.pending, BATCH, after=after)
                for part in _parts(batch):
                    allowed = await self._begin(part)
                    ready, _ = await asyncio.gather(self._understand(allowed), self._take_in(ready))
                done += len(batch)
                if batch:
                    after = batch[-1].raw_event_id
                elif after:
                    await self._take_in(ready)
                    ready, after = {}, 0
                else:
                    return done

    def close(self) -> None:
        """End the parser."""
        self._parser.close()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _begin(self, batch: list[Pending]) -> list[Pending]:
        # Starting the parser takes a second; whoever ends the program meanwhile again and again
        # shall not make it look as if a message did.
        parses = {self._channels[waiting.kind].parse for waiting in batch}
        await asyncio.get_running_loop().run_in_executor(self._pool, self._parser.prepare, parses)
        ids = [waiting.raw_event_id for waiting in batch]
        allowed = await self._database.write(ingest.begin_attempt, ids)
        return [waiting for waiting in batch if waiting.raw_event_id in allowed]

    async def _understand(self, batch: list[Pending]) -> Results:
        loop = asyncio.get_running_loop()
        parsed = await loop.run_in_executor(self._pool, self._parse, batch)
        return {
            waiting.raw_event_id: (waiting, result)
            for waiting, result in zip(batch, parsed, strict=True)
        }

    async def _take_in(self, results: Results) -> None:
        if not results:
            return
        try:
            await self._database.write(ingest.take_in, results)
        except KnownError:
            raise
        except Exception:
            log.exception("a batch could not be taken in; trying its items one by one")
            await self._one_by_one(results)

    async def _one_by_one(self, results: Results) -> None:
        for raw_event_id, result in sorted(results.items()):
            try:
                await self._database.write(ingest.take_in, {raw_event_id: result})
            except KnownError:
                raise
            except Exception as error:
                log.exception("an item could not be taken in")
                why = Unreadable("unreadable", type(error).__name__)
                await self._database.write(ingest.quarantine, raw_event_id, why)

    def _parse(self, batch: list[Pending]) -> list[Parsed]:
        jobs = [self._job(waiting) for waiting in batch]
        results = self._parser.parse(jobs)
        for place, result in enumerate(results):
            # The process may have been ended by something else: it gets a second chance.
            if isinstance(result, Unreadable) and result.problem == "crashed":
                results[place] = self._parser.parse([jobs[place]])[0]
        return results

    def _job(self, waiting: Pending) -> Job:
        context = ParseContext(frozenset({waiting.own_handle}), waiting.platforms)
        return Job(self._channels[waiting.kind].parse, waiting.item, context)


def _parts(batch: list[Pending]) -> list[list[Pending]]:
    """Return the items that may be tried together, then each suspect alone."""
    fresh = [waiting for waiting in batch if not waiting.is_suspect]
    alone = [[waiting] for waiting in batch if waiting.is_suspect]
    return [fresh, *alone] if fresh else alone
