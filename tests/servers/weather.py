"""A proxy before a web server in which some requests go wrong, as between here and there."""

import random
import socket
import threading
from collections import Counter
from io import BufferedReader

from tests.servers.threaded import ThreadedServer

REFUSALS = {
    "429": b"HTTP/1.1 429 X\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}",
    "500": b"HTTP/1.1 500 X\r\nContent-Length: 2\r\n\r\n{}",
    "expired": b"HTTP/1.1 401 X\r\nContent-Length: 2\r\n\r\n{}",
}
FAULTS = (*REFUSALS, "500 after", "cut before", "cut after")
"""What can go wrong; "after": the server has carried the request out."""


class Weather(ThreadedServer):
    """Passes every request on to a port of 127.0.0.1, or lets it go wrong.

    Attributes:
        odds: the chance that a request goes wrong; 0 when the sun shines.
        met: how often each fault came.
    """

    def __init__(self, target: int, seed: str) -> None:
        super().__init__()
        self.url = f"http://127.0.0.1:{self.port}"
        self.odds = 0.0
        self.met: Counter[str] = Counter()
        self._target = target
        self._random = random.Random(seed)
        self._choosing = threading.Lock()
        self._expired = 0

    def _fault(self) -> str:
        """Choose what happens to the next request; a token that is over is so for some time."""
        with self._choosing:
            if self.odds and self._expired:
                self._expired -= 1
                return "expired"
            if self._random.random() >= self.odds:
                return ""
            fault = self._random.choice(FAULTS)
            self.met[fault] += 1
            if fault == "expired":
                self._expired = self._random.randrange(4)
            return fault

    def serve(self, connection: socket.socket) -> None:
        with (
            connection.makefile("rb") as asked,
            socket.create_connection(("127.0.0.1", self._target)) as server,
            server.makefile("rb") as answered,
        ):
            while request := message(asked):
                fault = self._fault()
                if fault == "cut before":
                    return
                if fault in REFUSALS:
                    connection.sendall(REFUSALS[fault])
                    continue
                server.sendall(request)
                answer = message(answered)
                if not answer or fault == "cut after":
                    return
                connection.sendall(REFUSALS["500"] if fault == "500 after" else answer)


def message(lines: BufferedReader) -> bytes:
    """Return the bytes of the next HTTP message, which says its length; b"" at the end."""
    head, length = b"", 0
    while line := lines.readline():
        head += line
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        if not line.strip():
            return head + lines.read(length)
    return b""
