"""Says that something is still going on, and how far it is, on standard error."""

import time
from threading import Event, Thread
from typing import Self

from app.cli.context import say

PATIENCE_SECONDS = 1.0
"""Before the first line: what is done sooner needs none."""

BETWEEN_SECONDS = 3.0


class Slow:
    """While it is entered it says "WHAT: 320 of 5000 (4 s)" now and then."""

    def __init__(self, what: str, patience: float | None = None) -> None:
        self._what, self._far = what, ""
        self._patience = PATIENCE_SECONDS if patience is None else patience
        self._done = Event()
        self._thread = Thread(target=self._say, name="slow", daemon=True)

    def __enter__(self) -> Self:
        self._began = time.monotonic()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def told(self, done: int, of: int) -> None:
        """Hear how far it is."""
        self._far = f"{done} of {of} " if done < of else ""

    def _say(self) -> None:
        pause = self._patience
        while not self._done.wait(pause):
            say(f"{self._what}: {self._far}({time.monotonic() - self._began:.0f} s)")
            pause = BETWEEN_SECONDS
