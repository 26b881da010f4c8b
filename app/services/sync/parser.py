"""Understands raw items in a process of its own, so that no message can stop the program."""

import logging
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.channels.api import InboundMessage, ParseContext, Parses, RawItem
from app.services.sync.parser_process import Failure, serve

log = logging.getLogger(__name__)
START_SECONDS = 60.0
LOOK_SECONDS = 0.1
TOO_SLOW = "too_slow"
PATIENCE = 5
"""So many times as long may the second try of an item take."""
CHUNK_BYTES = 4_000_000


class ParserNotStartedError(KnownError):
    """The operating system did not start our process in time."""

    code = "parser_not_started"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "This computer is too busy to read new messages. They are kept and read later.",
    )


@dataclass(frozen=True, slots=True)
class Job:
    """One raw item and the function that understands its kind."""

    parse: Parses
    item: RawItem
    context: ParseContext


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why an item was not understood: "too_slow", "crashed" or "unreadable"."""

    problem: str
    detail: str


Parsed = InboundMessage | Unreadable


class Parser(Protocol):
    """Understands items one by one; never raises for a bad one."""

    def prepare(self, parses: set[Parses]) -> None:
        """Be ready to use these functions at once."""
        ...

    def parse(self, jobs: Sequence[Job]) -> list[Parsed]:
        """Return one result per job, in order."""
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


class InlineParser(Parser):
    """Parses in the calling thread, without a limit of time: for tests and bare scripts."""

    @override
    def prepare(self, parses: set[Parses]) -> None:
        """Be ready as it is."""

    @override
    def parse(self, jobs: Sequence[Job]) -> list[Parsed]:
        results: list[Parsed] = []
        for job in jobs:
            try:
                results.append(job.parse(job.item, job.context))
            except Exception as error:
                log.exception("an item could not be understood")
                results.append(Unreadable("unreadable", type(error).__name__))
        return results

    @override
    def close(self) -> None:
        """Hold nothing."""


class ProcessParser(Parser):
    """Parses in a child process that is killed and replaced when an item takes too long.

    Items cross in chunks: one by one, each crossing would wait for whatever else runs here.
    """

    def __init__(self, seconds: float = 2.0, seconds_per_megabyte: float = 0.3) -> None:
        self._seconds = seconds
        self._per_byte = seconds_per_megabyte / 1_000_000
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._progress: Any = None
        self._imported: list[Parses] = []

    @override
    def prepare(self, parses: set[Parses]) -> None:
        self._ready_for(parses)

    @override
    def parse(self, jobs: Sequence[Job]) -> list[Parsed]:
        results: list[Parsed] = []
        for chunk in _chunks(jobs):
            results += self._chunk(chunk)
        return results

    @override
    def close(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None

    def _chunk(self, jobs: Sequence[Job], patience: int = 1) -> list[Parsed]:
        """Return the results of a chunk; when one item ends the process, the others go again.

        One that took too long is tried once more, alone and with more time: a busy computer makes
        an ordinary message slow too, and that shall not be set apart.
        """
        if not jobs:
            return []
        pipe = self._ready_for({job.parse for job in jobs})
        self._progress.value = 0
        try:
            pipe.send([(job.parse, job.item, job.context) for job in jobs])
            problem = self._watch(pipe, jobs, patience)
            if problem is None:
                return [_result(answer) for answer in pipe.recv()]
        except (EOFError, OSError):
            problem = Unreadable("crashed", "")
        place = self._progress.value
        self.close()
        before = self._chunk(jobs[:place])
        slow = problem.problem == TOO_SLOW and patience == 1
        again = self._chunk([jobs[place]], PATIENCE) if slow else [problem]
        return [*before, *again, *self._chunk(jobs[place + 1 :])]

    def _watch(self, pipe: Connection, jobs: Sequence[Job], patience: int) -> Unreadable | None:
        """Wait for the results, as long as each item keeps to its own time."""
        place, since = 0, time.monotonic()
        while not pipe.poll(LOOK_SECONDS):
            now = time.monotonic()
            if self._progress.value != place:
                place, since = self._progress.value, now
            limit = patience * (self._seconds + self._per_byte * len(jobs[place].item.data))
            if now - since > limit:
                return Unreadable(TOO_SLOW, f"{limit:.1f} s")
        return None

    def _ready_for(self, wanted: set[Parses]) -> Connection:
        """Return the pipe to a process that has imported all that the wanted functions need.

        The import takes longer than a message may, so it has an empty message of its own.
        """
        pipe = self._pipe or self._start()
        for parse in wanted:
            if parse not in self._imported:
                empty = RawItem("", "", datetime.fromtimestamp(0, UTC), b"")
                pipe.send([(parse, empty, ParseContext(frozenset()))])
                self._wait_for_start(pipe)
                self._imported.append(parse)
        return pipe

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._progress = context.RawValue("i", 0)
        self._process = context.Process(target=serve, args=(theirs, self._progress), daemon=True)
        self._process.start()
        theirs.close()
        self._imported = []
        self._wait_for_start(self._pipe)
        return self._pipe

    def _wait_for_start(self, pipe: Connection) -> None:
        if not pipe.poll(START_SECONDS):
            self.close()
            raise ParserNotStartedError
        pipe.recv()


def _chunks(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    start = size = 0
    for place, job in enumerate(jobs):
        if size and size + len(job.item.data) > CHUNK_BYTES:
            yield jobs[start:place]
            start, size = place, 0
        size += len(job.item.data)
    yield jobs[start:]


def _result(answer: InboundMessage | Failure) -> Parsed:
    if isinstance(answer, Failure):
        log.warning("an item could not be understood: %s", answer.error)
        return Unreadable("unreadable", answer.error)
    return answer
