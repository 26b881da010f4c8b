"""The child process of the parser; imports little, so that it starts quickly."""

from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any


@dataclass(frozen=True, slots=True)
class Failure:
    """An item raised; only the name of the error crosses, never the item's text."""

    error: str


def serve(pipe: Connection, progress: Any) -> None:
    """Answer each list of (parse, item, context) with its results until the other end is gone.

    `progress` is a number in shared memory: how many items of the list are done.
    """
    # A parent that was killed leaves a broken pipe: that is the end, not an error.
    with suppress(EOFError, OSError, KeyboardInterrupt):
        pipe.send("ready")
        while True:
            jobs = pipe.recv()
            results = []
            for done, (parse, item, context) in enumerate(jobs):
                progress.value = done
                try:
                    results.append(parse(item, context))
                except Exception as error:  # noqa: BLE001  the edge: whatever it is, it is the item's
                    results.append(Failure(type(error).__name__))
            pipe.send(results)
