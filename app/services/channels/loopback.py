"""The one-shot listener on this computer that a browser comes back to (RFC 8252 7.3, 8.3)."""

import hmac
import selectors
import socket
import time
from contextlib import suppress
from datetime import timedelta
from ipaddress import ip_address
from threading import Event
from urllib.parse import parse_qs, urlsplit

PATH = "/signed-in"
MAX_REQUEST = 8192
MAX_REFUSED = 200
MAX_WAITING = 20
SLICE = 0.2

PAGE = (
    "<!doctype html><meta charset=utf-8><title>Balie</title>"
    "<p lang=nl>Je kunt dit venster sluiten en terug naar Balie gaan.</p>"
    "<p lang=en>You can close this window and go back to Balie.</p>"
)


def is_loopback(host: str) -> bool:
    """Say whether a host name or address means this computer."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class LoopbackListener:
    """Listens on 127.0.0.1 until one request brings the right state, or the time is over.

    Everything else (other path, method, Host header or state, too long, a second time) gets a 4xx
    answer and changes nothing.
    """

    def __init__(self, state: str, *, host: str, time_limit: timedelta, port: int = 0) -> None:
        self._state = state
        self._seconds = time_limit.total_seconds()
        self._server = socket.create_server(("127.0.0.1", port), backlog=8)
        self._server.settimeout(0)
        self._host = f"{host}:{self._server.getsockname()[1]}"
        self._refused = 0
        self.url = f"http://{self._host}{PATH}"

    def close(self) -> None:
        """Stop listening; never raises."""
        self._server.close()

    def wait(self, stop: Event) -> dict[str, str]:
        """Return the parameters that came back, or nothing when the time is over."""
        end = time.monotonic() + self._seconds
        with selectors.DefaultSelector() as selector, self._server:
            if self._server.fileno() < 0:
                return {}
            selector.register(self._server, selectors.EVENT_READ)
            try:
                return self._serve(selector, end, stop)
            finally:
                for key in list(selector.get_map().values()):
                    if isinstance(key.fileobj, socket.socket):
                        key.fileobj.close()

    def _serve(self, selector: selectors.BaseSelector, end: float, stop: Event) -> dict[str, str]:
        while time.monotonic() < end and not stop.is_set() and self._refused < MAX_REFUSED:
            for key, _ in selector.select(SLICE):
                if key.fileobj is self._server:
                    self._accept(selector)
                    continue
                back = self._hear(selector, key)
                if back is not None:
                    return back
        return {}

    def _accept(self, selector: selectors.BaseSelector) -> None:
        with suppress(OSError):
            connection, _ = self._server.accept()
            if len(selector.get_map()) > MAX_WAITING:
                connection.close()
                return
            connection.settimeout(0)
            selector.register(connection, selectors.EVENT_READ, bytearray())

    def _hear(
        self, selector: selectors.BaseSelector, key: selectors.SelectorKey
    ) -> dict[str, str] | None:
        connection, heard = key.fileobj, key.data
        if not isinstance(connection, socket.socket):
            return None
        try:
            part = connection.recv(MAX_REQUEST)
        except OSError:
            part = b""
        heard += part
        if part and b"\r\n\r\n" not in heard and len(heard) <= MAX_REQUEST:
            return None
        selector.unregister(connection)
        with connection:
            return self._answer(connection, bytes(heard)) if heard else None

    def _answer(self, connection: socket.socket, heard: bytes) -> dict[str, str] | None:
        back = self._accepted(heard)
        self._refused += back is None
        status = "200 OK" if back is not None else "400 Bad Request"
        page = PAGE.encode() if back is not None else b""
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"Content-Length: {len(page)}\r\nCache-Control: no-store\r\n"
            "Referrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\n"
            "Connection: close\r\n\r\n"
        )
        with suppress(OSError):
            connection.settimeout(1)
            connection.sendall(head.encode() + page)
        return back

    def _accepted(self, heard: bytes) -> dict[str, str] | None:
        """Return the parameters of the one right request, None for every other."""
        if len(heard) > MAX_REQUEST or b"\r\n\r\n" not in heard:
            return None
        lines = heard.decode("latin-1").split("\r\n")
        method, _, rest = lines[0].partition(" ")
        target, _, version = rest.partition(" ")
        hosts = [line[5:].strip() for line in lines[1:] if line.lower().startswith("host:")]
        if method != "GET" or not version.startswith("HTTP/1.") or hosts != [self._host]:
            return None
        return self._parameters(target)

    def _parameters(self, target: str) -> dict[str, str] | None:
        try:
            parts = urlsplit(target)
            values = parse_qs(parts.query, keep_blank_values=True, max_num_fields=20)
        except ValueError:
            return None
        if parts.path != PATH or parts.netloc or any(len(each) > 1 for each in values.values()):
            return None
        state = values.get("state", [""])[0]
        if not hmac.compare_digest(state.encode(), self._state.encode()):
            return None
        wanted = ("code", "error")
        return {name: values[name][0] for name in wanted if name in values}
