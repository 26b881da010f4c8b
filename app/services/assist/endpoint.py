"""Asks a language model behind an OpenAI-compatible server on this computer, and nowhere else."""

import ipaddress
import json
import logging
import socket
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Event, Lock, Timer
from typing import Any

import requests
from requests import exceptions as failures

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.loopback import Address, NotOnThisComputerError, authority
from app.services.channels.http import limit

SECONDS = 60.0
"""For a whole answer, connecting included."""

CONNECT_SECONDS = 5.0
SIZE_LIMIT = 1 << 20
"""Bytes of the largest answer that is read."""

_ASK = "/chat/completions"
log = logging.getLogger(__name__)


class NoServerError(KnownError):
    """Nothing listens there."""

    code = "draft_no_server"
    text = QT_TRANSLATE_NOOP(
        "errors", "No server answers at {address}. Start it, or change the address."
    )


class NoSuchModelError(KnownError):
    """The server is there and has no such model (404)."""

    code = "draft_no_model"
    text = QT_TRANSLATE_NOOP("errors", "The server at {address} does not know the model “{model}”.")


class TooSlowError(KnownError):
    """No whole answer came in time."""

    code = "draft_too_slow"
    text = QT_TRANSLATE_NOOP(
        "errors", "There was no draft within {seconds} seconds. Try a smaller model."
    )


class RefusedError(KnownError):
    """The server answered with an error of its own, or sent us elsewhere."""

    code = "draft_refused"
    text = QT_TRANSLATE_NOOP("errors", "The server at {address} refused to draft (HTTP {status}).")


class NonsenseError(KnownError):
    """What came back is no answer of such a server, is empty or is far too long."""

    code = "draft_nonsense"
    text = QT_TRANSLATE_NOOP("errors", "The server at {address} answered with nothing of use.")


class CancelledError(KnownError):
    """The owner thought better of it."""

    code = "draft_cancelled"
    text = QT_TRANSLATE_NOOP("errors", "No draft was made: it was stopped.")


class Call:
    """One question; another thread may `cancel` it, which cuts the connection at once."""

    def __init__(self, address: Address, *, seconds: float = SECONDS) -> None:
        self._address, self._seconds = address, seconds
        self._cancelled, self._late = Event(), Event()
        self._lock = Lock()
        self._connections: list[Any] = []

    def cancel(self) -> None:
        """Stop; `ask` raises CancelledError."""
        self._cancelled.set()
        self._cut()

    def ask(self, model: str, messages: Sequence[Mapping[str, str]]) -> str:
        """Return what the model says; blocks until then.

        Args:
            model: its name at the server.
            messages: `role` (system or user) and `content` of each.

        Raises:
            NotOnThisComputerError: localhost is another computer here.
            NoServerError, NoSuchModelError, TooSlowError, RefusedError, NonsenseError,
            CancelledError: why there is none.
        """
        body = {"model": model, "messages": list(messages), "stream": False, "temperature": 0.3}
        clock = Timer(self._seconds, self._on_late)
        clock.daemon = True
        clock.start()
        began = time.monotonic()
        try:
            status, answer = self._post(body)
        except (failures.RequestException, OSError) as error:
            log.info("no draft: %s", type(error).__name__)
            raise self._why(error) from None
        finally:
            clock.cancel()
        log.info(
            "a draft: HTTP %d, %d bytes, %.1f s", status, len(answer), time.monotonic() - began
        )
        if self._cancelled.is_set():
            raise CancelledError
        if self._late.is_set():
            raise TooSlowError(seconds=round(self._seconds))
        return self._text_of(status, answer, model)

    # --- how ---------------------------------------------------------------------------------

    def _post(self, body: Mapping[str, Any]) -> tuple[int, bytes]:
        if self._cancelled.is_set():
            raise CancelledError
        host = _resolved(self._address)
        where = f"http://{authority(host, self._address.port)}{self._address.path}{_ASK}"
        session = requests.Session()
        limit(session, (CONNECT_SECONDS, self._seconds))
        with session:
            prepared = session.prepare_request(
                requests.Request(
                    "POST", where, json=body, headers={"Host": self._address.authority}
                )
            )
            way: Any = session.get_adapter(where)
            pool: Any = way.get_connection_with_tls_context(prepared, verify=True)
            made = pool.ConnectionCls

            def kept(*arguments: Any, **options: Any) -> Any:
                connection = made(*arguments, **options)
                connect = connection.connect

                def connecting() -> None:
                    connect()
                    # Who stopped before there was a socket could not cut it.
                    if self._cancelled.is_set() or self._late.is_set():
                        self._cut()

                connection.connect = connecting
                with self._lock:
                    self._connections.append(connection)
                return connection

            pool.ConnectionCls = kept
            # By the adapter: the session itself would follow a redirect.
            with way.send(prepared, stream=True, verify=True) as response:
                return response.status_code, _read(response)

    def _cut(self) -> None:
        with self._lock:
            open_ones = [one.sock for one in self._connections if one.sock is not None]
        for each in open_ones:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _on_late(self) -> None:
        self._late.set()
        self._cut()

    def _why(self, error: Exception) -> KnownError:
        if self._cancelled.is_set():
            return CancelledError()
        if self._late.is_set() or isinstance(error, failures.ReadTimeout):
            return TooSlowError(seconds=round(self._seconds))
        return NoServerError(address=self._address.text)

    def _text_of(self, status: int, answer: bytes, model: str) -> str:
        where = self._address.text
        if status == 404:
            raise NoSuchModelError(address=where, model=model)
        if status != 200:
            raise RefusedError(address=where, status=status)
        try:
            said = json.loads(answer)["choices"][0]["message"]["content"]
        except (ValueError, RecursionError, LookupError, TypeError) as error:
            raise NonsenseError(address=where) from error
        if not isinstance(said, str) or not said.strip() or len(answer) > SIZE_LIMIT:
            raise NonsenseError(address=where)
        return said.strip()


def _read(response: requests.Response) -> bytes:
    """Return what a server answers, up to a little more than is accepted."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_content(1 << 16):
        parts.append(part)
        size += len(part)
        if size > SIZE_LIMIT:
            break
    return b"".join(parts)


def _resolved(address: Address) -> str:
    """Return the number that a host stands for; localhost may be written over in a file.

    Raises:
        NotOnThisComputerError: it is not this computer's own.
    """
    if address.host != "localhost":
        return address.host
    found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    numbers = [str(one[4][0]) for one in found]
    if not numbers or not all(ipaddress.ip_address(one).is_loopback for one in numbers):
        raise NotOnThisComputerError(address=address.text)
    # A server mostly listens on IPv4, whichever comes first here.
    return min(numbers, key=lambda one: ":" in one)
