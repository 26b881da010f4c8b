"""A small web server for the tests that answers what it is told to and remembers what came."""

import socket
import time
from dataclasses import dataclass

from tests.servers.threaded import ThreadedServer


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


class WebServer(ThreadedServer):
    """Answers from `pages`: path (without the query) -> (status, headers, body).

    Attributes:
        raw: when set, these bytes are the whole answer.
        pause: seconds to wait before each answer, and between its bytes when `dribble`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[Asked] = []
        self.raw: bytes | None = None
        self.pause = 0.0
        self.dribble = False
        self.url = f"http://127.0.0.1:{self.port}"

    def serve(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as lines:
            while line := lines.readline():
                method, target, _ = line.decode().split(" ", 2)
                headers = {}
                while line := lines.readline().strip():
                    name, _, value = line.decode().partition(":")
                    headers[name.lower()] = value.strip()
                body = lines.read(int(headers.get("content-length", "0")))
                self.asked.append(Asked(method, target, headers, body))
                self._answer(connection, target.partition("?")[0])
                if self.raw is not None:
                    return

    def _answer(self, connection: socket.socket, path: str) -> None:
        time.sleep(self.pause)
        if self.raw is not None:
            connection.sendall(self.raw)
            return
        status, headers, body = self.pages.get(path, (404, {}, b""))
        head = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}"]
        head += [f"{name}: {value}" for name, value in headers.items()]
        connection.sendall("\r\n".join([*head, "", ""]).encode())
        if not self.dribble:
            connection.sendall(body)
            return
        for place in range(len(body)):
            connection.sendall(body[place : place + 1])
            time.sleep(self.pause)
