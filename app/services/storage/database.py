"""Runs the services: one writer thread with one connection, a few readers, one session per call."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Dialect, Engine, Executable, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from app.services.clock import Clock
from app.services.events import Event, merged
from app.services.storage.errors import classify

P = ParamSpec("P")
R = TypeVar("R")
Announce = Callable[[Iterable[Event]], None]
Opener = Callable[[bool], Any]
"""Opens a raw connection; the argument says whether it only reads."""

READERS = 2
_COMPILED: LRUCache[Any, Any] = LRUCache(1500)
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Unit:
    """One unit of work: a transaction, its time, and the events to publish after the commit.

    `memory` is for what a service looks up again and again within one transaction.
    """

    session: Session
    now: datetime
    events: list[Event] = field(default_factory=list)
    memory: dict[str, Any] = field(default_factory=dict)
    later: dict[Executable, list[dict[str, Any]]] = field(default_factory=dict)

    def defer(self, statement: Executable, values: dict[str, Any]) -> None:
        """Run a statement that nothing in this transaction reads at its end, together with others.

        Many rows at once cost a tenth of as many single statements (the ingest, measured).
        """
        self.later.setdefault(statement, []).append(values)

    def publish(self, happened: Event) -> None:
        """Tell about a change once it is committed; forgotten when the transaction fails."""
        self.events.append(happened)


class Database:
    """The store as services see it.

    `write` functions get a `Unit` first, `read` functions a `Session`; the type checker refuses
    one for the other. Entities stay inside: results are ids, frozen dataclasses or None.
    """

    def __init__(self, opener: Opener, clock: Clock, announce: Announce) -> None:
        self._clock = clock
        self.announce = announce
        self.write_engine = _engine(opener, read_only=False)
        self.read_engine = _engine(opener, read_only=True)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="db-write")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="db-read")

    def submit_write(
        self, fn: Callable[Concatenate[Unit, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> Future[R]:
        """Start a write and return its future; events are announced before it is done."""
        return self._writer.submit(self._write, fn, args, kwargs)

    def submit_read(
        self, fn: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> Future[R]:
        """Start a read and return its future."""
        return self._readers.submit(self._read, fn, args, kwargs)

    async def write(
        self, fn: Callable[Concatenate[Unit, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `fn(unit, ...)` in one transaction on the writer thread.

        Raises:
            KnownError: of storage/errors.py when the disk, a lock or the file stands in the way.
        """
        return await asyncio.wrap_future(self.submit_write(fn, *args, **kwargs))

    async def read(
        self, fn: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `fn(session, ...)` on a reader thread."""
        return await asyncio.wrap_future(self.submit_read(fn, *args, **kwargs))

    def write_now(
        self, fn: Callable[Concatenate[Unit, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Like `write`, for callers that may block (command line, network threads)."""
        return self.submit_write(fn, *args, **kwargs).result()

    def read_now(
        self, fn: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Like `read`, for callers that may block."""
        return self.submit_read(fn, *args, **kwargs).result()

    def data_version(self) -> int:
        """Return a number that changes when another program wrote to the store."""
        return self._writer.submit(self._data_version).result()

    def close(self) -> None:
        """Finish what runs, then let go of the file."""
        self._writer.shutdown()
        self._readers.shutdown()
        self.write_engine.dispose()
        self.read_engine.dispose()

    def _write(
        self, fn: Callable[..., R], args: tuple[object, ...], kwargs: dict[str, object]
    ) -> R:
        try:
            with Session(self.write_engine, expire_on_commit=False) as session, session.begin():
                unit = Unit(session, self._clock.now())
                result = fn(unit, *args, **kwargs)
                for statement, rows in unit.later.items():
                    session.execute(statement, rows)
        except DBAPIError as error:
            raise classify(error.orig or error) or error from error
        if unit.events:
            self.announce(merged(unit.events))
        return result

    def _data_version(self) -> int:
        # Asked on the writing connection: SQLite changes the number only for others' commits.
        raw = self.write_engine.raw_connection()
        try:
            return int(raw.cursor().execute("pragma data_version").fetchone()[0])
        finally:
            raw.close()

    def _read(self, fn: Callable[..., R], args: tuple[object, ...], kwargs: dict[str, object]) -> R:
        try:
            with Session(self.read_engine, expire_on_commit=False) as session:
                return fn(session, *args, **kwargs)
        except DBAPIError as error:
            raise classify(error.orig or error) or error from error


@cache
def _dialect() -> Dialect:
    """Return a dialect that has seen a connection, and so knows what the library can do."""
    engine = create_engine("sqlite://", module=dbapi2)
    engine.connect().close()
    engine.dispose()
    return engine.dialect


def _engine(opener: Opener, *, read_only: bool) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: opener(read_only),
        poolclass=QueuePool,
        pool_size=READERS if read_only else 1,
        max_overflow=0,
        # The connection that read last has its pages at hand, decrypted; in turns, each read
        # finds those of the read before the last (slow searches took a fifth more, measured).
        pool_use_lifo=True,
        pool_reset_on_return="rollback",
        execution_options={"compiled_cache": _COMPILED},
    )
    # Compiled statements are kept by dialect; with one for all, what one engine has compiled is
    # ready for the others (a fifth of the time of short transactions, measured).
    engine.dialect = _dialect()
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def start_transaction(connection: Connection) -> None:
        # The driver's own transaction handling is off (isolation_level None): it would commit
        # before schema changes and leave a failed migration half done.
        connection.exec_driver_sql(begin)

    return engine
