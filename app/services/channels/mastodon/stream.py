"""The line on which a server tells that a mention came in, so that it is fetched at once.

It is only a hint: nothing of what is told is kept, and whatever is missed is found by asking.
"""

import random
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock
from urllib.parse import urlsplit

from typing_extensions import override

from app.services.channels.email.line import (
    SLICE,
    DeadlineReader,
    Patience,
    Stopped,
    connect,
    tls_context,
)
from app.services.channels.email.settings import Endpoint, Tls
from app.services.channels.errors import ChannelError
from app.services.channels.http import USER_AGENT
from app.services.channels.kit import Node

PATH = "/api/v1/streaming/user/notification"
PATIENCE = Patience(connect=3, answer=10)
SILENCE = 60.0
"""Seconds without a sign of life after which a line is dead; one comes every 15 (":thump")."""

STEADY = 60.0
"""Seconds that a line must have held before the next break counts as the first."""

LONGEST_PAUSE = 300.0
_LONGEST_LINE = 1 << 20
_HEAD = 1 << 16


def pause_after(failures: int) -> float:
    """Return the seconds before the next try: twice as long each time, and never all at once."""
    return random.uniform(0.5, 1) * min(LONGEST_PAUSE, 2.0**failures)  # noqa: S311  spreads load


class _Broken(Exception):
    """The line is no use any more."""


@dataclass(frozen=True, slots=True)
class Times:
    """How long things may take, in seconds."""

    silence: float = SILENCE
    pause_after: Callable[[int], float] = pause_after


class Stream:
    """Keeps one line open from one wait to the next; only one thread waits at a time.

    Args:
        address: of the server for this ("https://streaming.example"), checked by `server_address`.
        token: never sent to anyone else, and never shown.
    """

    def __init__(self, address: str, token: str, times: Times = Times()) -> None:
        self._address, self._token, self._times = address, token, times
        self._sock: socket.socket | None = None
        self._reader: DeadlineReader | None = None
        self._buffer = b""
        self._blocks: _Blocks | None = None
        self._kind = ""
        self._failures = 0
        self._opened = self._heard = self._next_try = 0.0
        self._closed = Event()
        self._busy = Lock()

    def wait(self, stop: Event, seconds: float) -> bool:
        """Wait until a mention is told (True), the time is over or `stop` is set (False).

        A new line is worth a fetch as well: what came in before it is not told again. A line that
        cannot be had is tried later, and no error.
        """
        end = time.monotonic() + seconds
        ends = _Either(stop, self._closed)
        with self._busy:
            while not ends.is_set() and time.monotonic() < end:
                try:
                    if self._is_worth_a_fetch(ends, end):
                        return True
                except (ChannelError, OSError, _Broken, Stopped):
                    self._drop()
            if ends.is_set():
                self._drop()
        return False

    def _is_worth_a_fetch(self, stop: Event, end: float) -> bool:
        if self._reader is None:
            return self._is_open(stop, end)
        self._reader.stop = stop
        return self._is_told(self._reader, end)

    def close(self) -> None:
        """End a wait and the line; never raises."""
        self._closed.set()
        with self._busy:
            self._drop()

    def _drop(self) -> None:
        """Close the line, and let the next try wait a little longer each time."""
        if self._opened and time.monotonic() - self._opened > STEADY:
            self._failures = 0
        self._failures += 1
        self._next_try = time.monotonic() + self._times.pause_after(self._failures)
        if self._sock is not None:
            self._sock.close()
        self._sock = self._reader = None
        self._buffer, self._kind, self._opened = b"", "", 0.0

    # --- opening -----------------------------------------------------------------------------

    def _is_open(self, stop: Event, end: float) -> bool:
        """Open the line when it is time to."""
        left = min(self._next_try, end) - time.monotonic()
        if left > 0:
            self._closed.wait(min(left, SLICE))
            return False
        parts = urlsplit(self._address)
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        server = Endpoint(parts.hostname or "", port, Tls.TLS if secure else Tls.NONE)
        request = self._request(parts.netloc)
        self._sock = connect(server, tls_context(None), PATIENCE)
        self._sock.sendall(request)
        reader = DeadlineReader(self._sock)
        reader.stop = stop
        reader.expect(PATIENCE.answer)
        self._read_head(reader)
        self._reader = reader
        self._opened = time.monotonic()
        return True

    def _request(self, host: str) -> bytes:
        """Return the request, in HTTP/1.0: its answer lasts until it is closed.

        Raises:
            _Broken: the token could not stand in a header.
        """
        if not (self._token.isascii() and self._token.isprintable()):
            raise _Broken
        lines = (
            f"GET {PATH} HTTP/1.0",
            f"Host: {host}",
            "Accept: text/event-stream",
            f"User-Agent: {USER_AGENT}",
            f"Authorization: Bearer {self._token}",
        )
        return "\r\n".join([*lines, "", ""]).encode()

    def _read_head(self, reader: DeadlineReader) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += self._some(reader)
            if len(head) > _HEAD:
                raise _Broken
        head, _, begun = head.partition(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        status = lines[0].split()
        streams = any(
            line.startswith(b"content-type:") and b"text/event-stream" in line for line in lines
        )
        if status[1:2] != [b"200"] or not streams:
            raise _Broken
        blocked = any(line.startswith(b"transfer-encoding:") for line in lines)
        self._blocks = _Blocks() if blocked else None
        self._hear(begun)

    @staticmethod
    def _some(reader: DeadlineReader) -> bytes:
        """Return the next bytes; b"" when there are none in the time that was given.

        Raises:
            _Broken: the server has closed the line.
        """
        room = bytearray(1 << 14)
        count = reader.readinto(room)
        if count == 0:
            raise _Broken
        return bytes(room[: count or 0])

    # --- listening ---------------------------------------------------------------------------

    def _is_told(self, reader: DeadlineReader, end: float) -> bool:
        """Read until a mention is told or the time is over; what it says of anything else goes."""
        while True:
            if self._has_mention():
                return True
            now = time.monotonic()
            dead = self._heard + self._times.silence
            if now >= end:
                return False
            if now >= dead or len(self._buffer) > _LONGEST_LINE:
                raise _Broken
            reader.glance(min(end, dead) - now)
            if some := self._some(reader):
                self._hear(some)

    def _hear(self, some: bytes) -> None:
        self._buffer += self._blocks.whole(some) if self._blocks else some
        self._heard = time.monotonic()

    def _has_mention(self) -> bool:
        """Go through the whole lines that came; forget them all when one tells of a mention."""
        *lines, self._buffer = self._buffer.split(b"\n")
        told = False
        for line in lines:
            name, _, value = line.decode(errors="replace").strip().partition(":")
            if name == "event":
                self._kind = value.strip()
            elif name == "data" and self._kind == "notification":
                told = _is_mention(value) or told
        return told


class _Blocks:
    """Takes the blocks of an answer apart (RFC 9112 7.1)."""

    def __init__(self) -> None:
        self._raw, self._left = b"", 0

    def whole(self, data: bytes) -> bytes:
        """Return what the blocks hold, as far as they came.

        Raises:
            _Broken: these are none, or the last one came.
        """
        self._raw += data
        found = b""
        while True:
            found += self._raw[: self._left]
            took = min(self._left, len(self._raw))
            self._raw, self._left = self._raw[took:], self._left - took
            line, end, rest = self._raw.partition(b"\r\n")
            if self._left or not end:
                return found
            self._raw = rest
            if line:
                self._left = self._size(line)

    @staticmethod
    def _size(line: bytes) -> int:
        try:
            size = int(line.partition(b";")[0], 16)
        except ValueError:
            raise _Broken from None
        if size <= 0:
            raise _Broken
        return size


class _Either(Event):
    """Set when one of two is."""

    def __init__(self, one: Event, other: Event) -> None:
        super().__init__()
        self._either = (one, other)

    @override
    def is_set(self) -> bool:
        return any(each.is_set() for each in self._either)


def _is_mention(data: str) -> bool:
    try:
        return Node.of(data.encode())["type"].text == "mention"
    except (ValueError, RecursionError):
        return False
