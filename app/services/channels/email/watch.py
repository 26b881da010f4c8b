"""Waiting for new mail on a connection of its own: IDLE, or asking now and then."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from time import monotonic

from app.services.channels.email.folders import INBOX
from app.services.channels.email.imap import ImapSession
from app.services.channels.email.line import Dropped, Stopped

POLL_EVERY = timedelta(seconds=15)
"""How often to ask a server without IDLE."""


class Watcher:
    """Keeps an eye on INBOX; used by one thread."""

    def __init__(
        self,
        connect: Callable[[Event], ImapSession],
        *,
        poll_every: timedelta = POLL_EVERY,
    ) -> None:
        self._connect = connect
        self._poll = poll_every.total_seconds()
        self._session: ImapSession | None = None
        self._seen: tuple[int, int] | None = None
        self._stop: Event | None = None
        self._closings = 0

    def wait(self, stop: Event, timeout: timedelta, expected: int | None) -> bool:
        """Wait until INBOX changes (True), the time is over or `stop` is set (False).

        `expected` is how many messages the last fetch saw; a new connection compares with it.

        Raises:
            ChannelError: the server cannot be watched now.
        """
        end = monotonic() + timeout.total_seconds()
        try:
            session = self._session
            if session is not None and not session.broken:
                try:
                    return self._watch(session, stop, end)
                except Dropped:
                    if self._session is not session:  # closed meanwhile
                        raise
                    self.close()
            session = self._open(stop)
            if expected is not None and session.exists != expected:
                return True
            if self._seen is not None and self._seen != (session.exists, session.expunged):
                return True
            return self._watch(session, stop, end)
        except Stopped:
            self.close()
            return False

    def _open(self, stop: Event) -> ImapSession:
        closings = self._closings
        self._session = session = self._connect(stop)
        if self._closings != closings:  # while this thread was connecting
            raise Stopped
        session.open(INBOX)
        return session

    def _watch(self, session: ImapSession, stop: Event, end: float) -> bool:
        session.stop_on(stop)
        self._interrupt_on(stop)
        changed = False
        while not changed and not stop.is_set() and (left := end - monotonic()) > 0:
            if session.can("IDLE") and session.idles:
                changed = session.idle(left)
            else:
                changed = self._ask(session, stop, min(left, self._poll))
        self._seen = session.exists, 0
        return changed

    def _interrupt_on(self, stop: Event) -> None:
        """Let `stop` end the sleep of IDLE; looking at it every second would wake the computer."""
        if self._stop is not stop:
            self._stop = stop
            Thread(target=self._interrupt, args=(stop,), daemon=True, name="mail-stop").start()

    def _interrupt(self, stop: Event) -> None:
        stop.wait()
        session = self._session
        if session is not None:
            session.interrupt()

    @staticmethod
    def _ask(session: ImapSession, stop: Event, seconds: float) -> bool:
        before = session.exists, session.expunged
        session.check()
        if (session.exists, session.expunged) == before and not stop.wait(seconds):
            session.check()
        return (session.exists, session.expunged) != before

    def close(self) -> None:
        """End the connection, also one that is just being opened; never raises."""
        self._closings += 1
        if self._session is not None:
            self._session.close()
            self._session = None
