"""Waits for a moment in which the owner does nothing."""

import asyncio
import time


class Quiet:
    """What takes the processor for seconds begins while the owner reads, not while he acts."""

    def __init__(self) -> None:
        self._stirred = time.monotonic()

    def stir(self, *_what: object) -> None:
        """The owner does something; to be connected to any signal that says so."""
        self._stirred = time.monotonic()

    async def come(self, seconds: float, at_most: float) -> None:
        """Return when nothing was done for `seconds`, or after `at_most` seconds anyway."""
        end = time.monotonic() + at_most
        while (left := min(self._stirred + seconds, end) - time.monotonic()) > 0:  # noqa: ASYNC110  nothing tells of nothing
            await asyncio.sleep(left)
