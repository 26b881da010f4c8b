"""A streaming server of Mastodon in small (docs.joinmastodon.org/methods/streaming)."""

import json
import socket
from contextlib import suppress
from threading import Condition
from typing import Any

from tests.servers.threaded import ThreadedServer

GREETING = b":)\n"


class MastodonStream(ThreadedServer):
    """Tells whoever listens.

    Attributes:
        fault: "" | "refuses" (401) | "ends" (after the head) | "mute" (no head at all) | "page"
            (no events) | "endless" (a head without end): what it does to who comes.
        blocks: it answers in blocks, as some do though nobody asked for it.
        heads: the requests.
    """

    def __init__(self, token: str) -> None:
        super().__init__()
        self.url = f"http://127.0.0.1:{self.port}"
        self.token, self.fault, self.blocks = token, "", False
        self.heads: list[str] = []
        self.listening: list[socket.socket] = []
        self._changed = Condition()

    def serve(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(4096) or b"\r\n\r\n"
        self.heads.append(head.decode())
        if self.fault == "mute":
            connection.recv(1)
            return
        status = "200 OK" if f"Bearer {self.token}\r\n" in self.heads[-1] else "401 Unauthorized"
        status = "401 Unauthorized" if self.fault == "refuses" else status
        kind = "text/html" if self.fault == "page" else "text/event-stream"
        more = "\r\nTransfer-Encoding: chunked" if self.blocks else ""
        connection.sendall(f"HTTP/1.1 {status}\r\nContent-Type: {kind}{more}\r\n".encode())
        while self.fault == "endless":
            connection.sendall(b"X-More: " + b"x" * 4096 + b"\r\n")
        connection.sendall(b"\r\n" + self._blocked(GREETING))
        if self.fault or "401" in status:
            return
        with self._changed:
            self.listening.append(connection)
            self._changed.notify_all()
        connection.recv(1)
        with self._changed:
            self.listening.remove(connection)
            self._changed.notify_all()

    def has(self, listeners: int, seconds: float = 3) -> bool:
        """Wait until so many listen."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.listening) == listeners, seconds)

    def tell(self, kind: str, data: Any) -> None:
        """Tell everybody something."""
        self.say(f"event: {kind}\ndata: {json.dumps(data)}\n\n".encode())

    def say(self, data: bytes) -> None:
        """Send bytes to everybody."""
        for one in list(self.listening):
            with suppress(OSError):
                one.sendall(self._blocked(data))

    def _blocked(self, data: bytes) -> bytes:
        return f"{len(data):x};x=1\r\n".encode() + data + b"\r\n" if self.blocks else data
