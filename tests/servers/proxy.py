"""A proxy between client and server that cuts, delays, or swallows the server's last answer."""

import socket
import threading
import time
from contextlib import suppress

from tests.servers.threaded import ThreadedServer


class Proxy(ThreadedServer):
    """Passes everything on to a port of 127.0.0.1, except for the fault that is set.

    Attributes:
        cut_to_client, cut_to_server: bytes of one connection after which both sides are cut.
        delay: seconds to wait before each part is passed on.
        swallow_after: once the client has sent this, no answer comes back and the line is cut
            after `hold` seconds.
        passed: bytes that went by over all connections, to the client and to the server.
    """

    def __init__(self, target: int) -> None:
        super().__init__()
        self._target = target
        self.cut_to_client: int | None = None
        self.cut_to_server: int | None = None
        self.delay = 0.0
        self.swallow_after: bytes | None = None
        self.hold = 0.05
        self.passed = [0, 0]

    def serve(self, connection: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", self._target)) as server:
            server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            swallow = threading.Event()
            back = threading.Thread(
                target=self._pass, args=(server, connection, 0, swallow), daemon=True
            )
            back.start()
            self._pass(connection, server, 1, swallow)
            back.join(5)

    def _pass(
        self, source: socket.socket, drain: socket.socket, way: int, swallow: threading.Event
    ) -> None:
        with suppress(OSError):
            self._pass_all(source, drain, way, swallow)
        for each in (source, drain):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _pass_all(
        self, source: socket.socket, drain: socket.socket, way: int, swallow: threading.Event
    ) -> None:
        sent, tail = 0, b""
        while part := source.recv(65536):
            time.sleep(self.delay)
            limit = self.cut_to_server if way else self.cut_to_client
            if limit is not None and sent + len(part) > limit:
                drain.sendall(part[: max(limit - sent, 0)])
                return
            if way and self.swallow_after:
                tail = (tail + part)[-65536 - 64 :]
                if self.swallow_after in tail:
                    swallow.set()
            elif swallow.is_set():
                time.sleep(self.hold)
                return
            drain.sendall(part)
            sent += len(part)
            self.passed[way] += len(part)
