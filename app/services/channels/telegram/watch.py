"""Waiting for messages beside the fetches. Telegram ends a call when another one begins."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from threading import Condition, Event
from time import monotonic

from app.services.channels.errors import ChannelError
from app.services.channels.telegram.line import OtherReader

LONGEST_POLL = 50
"""Seconds of one call, below the time limit of reading."""


class Watcher:
    """Asks from where the last fetch asked, so that nothing is confirmed that is not stored.

    Args:
        poll: waits at most so many seconds for an update from an offset; True when there is one.
        interrupt: makes a call of its own, which ends the one that waits.
    """

    def __init__(
        self,
        poll: Callable[[int | None, int], bool],
        interrupt: Callable[[int | None], None],
    ) -> None:
        self._poll, self._interrupt = poll, interrupt
        self._state = Condition()
        self._begun = self._told = 0
        self._offset: int | None = None
        self._fetching = self._unconfirmed = self._closed = False
        self.polling = False

    def fetch_begins(self, offset: int | None) -> None:
        """Note that a fetch asks from an offset, which ends a call that waits."""
        with self._state:
            self._begun += 1
            self._fetching, self._offset = True, offset

    def fetch_ends(self, *, unconfirmed: bool) -> None:
        """Note that it is over, and whether it took something that Telegram still keeps."""
        with self._state:
            self._fetching, self._unconfirmed = False, unconfirmed
            self._state.notify_all()

    def wait(self, stop: Event, timeout: timedelta) -> bool:
        """Wait until a fetch is worth while (True), the time is over or `stop` is set (False).

        What the last fetch took is worth one more, because only that confirms it; until then it
        would come again at once. After each True, nothing is asked before the next fetch.

        Raises:
            ChannelError: Telegram cannot be asked now.
        """
        end = monotonic() + timeout.total_seconds()
        while (begun := self._ready(stop, end)) is not None:
            if self._unconfirmed or self._asked(stop, end, begun):
                self._told = begun
                return True
        return False

    def _ready(self, stop: Event, end: float) -> int | None:
        """Wait for the fetch that goes on, or the next one; None when there is no time left."""
        with self._state:
            self._state.wait_for(
                lambda: self._closed or (not self._fetching and self._begun > self._told),
                max(0.0, end - monotonic()),
            )
            idle = not self._fetching and self._begun > self._told
            over = self._closed or stop.is_set() or end - monotonic() < 1
            return self._begun if idle and not over else None

    def _asked(self, stop: Event, end: float, begun: int) -> bool:
        seconds = max(1, min(LONGEST_POLL, int(end - monotonic())))
        self.polling = True
        try:
            return self._poll(self._offset, seconds)
        except OtherReader:
            if self._begun != begun or self._closed or stop.is_set():
                return False  # it was ourselves
            raise
        finally:
            self.polling = False

    def close(self) -> None:
        """End a wait; never raises."""
        with self._state:
            self._closed = True
            self._state.notify_all()
        if self.polling:
            with suppress(ChannelError):
                self._interrupt(self._offset)
