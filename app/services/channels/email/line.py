"""The line to a mail server: TLS that proves who is there, and reading that never hangs."""

import io
import socket
import ssl
import time
from dataclasses import dataclass
from functools import lru_cache
from threading import Event
from typing import TYPE_CHECKING

from typing_extensions import override

from app.models.rules.errors import InvalidValueError
from app.services.channels.email.settings import Endpoint, Tls
from app.services.channels.errors import CertificateRefused, ChannelError, Offline, Transient

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SLICE = 0.5
"""Seconds after which a waiting read looks whether it should stop."""

MINIMUM_PACE = 10_000
"""Bytes per second below which a large answer counts as hanging."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server, in seconds.

    Attributes:
        connect: for the connection itself.
        answer: for a line of an answer.
        accept: for the word that a sent message was taken (RFC 5321 4.5.3.2.6 gives 10 minutes).
        command: for everything that answers one command.
    """

    connect: float = 10
    answer: float = 60
    accept: float = 300
    command: float = 600


class Stopped(Exception):
    """The `stop` event was set while waiting for a server."""


class Dropped(Transient):
    """The connection broke; a kept one is worth a second try at once."""


@lru_cache(maxsize=16)
def tls_context(ca: str | None) -> ssl.SSLContext:
    """Return a context that checks certificate and name, also when a certificate is pinned.

    Raises:
        InvalidValueError: `ca` is not a PEM text.
    """
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca:
        try:
            context.load_verify_locations(cadata=ca)
        except ssl.SSLError as error:
            raise InvalidValueError(value="...", field="ca", choices="PEM") from error
        # The pinned one may be the server's own certificate instead of its authority's.
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def connect(server: Endpoint, context: ssl.SSLContext, patience: Patience) -> socket.socket:
    """Open a connection, private from its first byte when the server is set up so.

    Raises:
        Offline, CertificateRefused: nobody there, or not who he should be.
    """
    try:
        sock = socket.create_connection((server.host, server.port), patience.connect)
    except OSError as error:
        raise Offline(server=server.host, detail=_reason(error)) from error
    except UnicodeError as error:
        raise Offline(server=server.host, detail="not a host name") from error
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.settimeout(patience.answer)
    return protect(sock, server, context) if server.tls is Tls.TLS else sock


def protect(sock: socket.socket, server: Endpoint, context: ssl.SSLContext) -> ssl.SSLSocket:
    """Make an open connection private and check who is at the other end.

    Raises:
        CertificateRefused: the certificate is not valid for this host; nothing was sent.
        Offline: the connection broke.
    """
    try:
        return context.wrap_socket(sock, server_hostname=server.host)
    except (OSError, ValueError) as error:
        sock.close()
        raise handshake_error(error, server) from error


def handshake_error(error: Exception, server: Endpoint) -> ChannelError:
    """Return what a failed TLS handshake means."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return refused(server, error.verify_message)
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return Offline(server=server.host, detail="the connection was closed")
    if isinstance(error, ssl.SSLError):
        return refused(server, (error.reason or "TLS").replace("_", " ").lower())
    return Offline(server=server.host, detail=_reason(error))


def refused(server: Endpoint, detail: str) -> CertificateRefused:
    """Return the error of a server that did not prove who it is."""
    return CertificateRefused(server=server.host, host=server.host, detail=detail)


def no_starttls(server: Endpoint) -> CertificateRefused:
    """Return the error of a server, or somebody in between, that hides STARTTLS."""
    return refused(server, "it does not offer STARTTLS")


def broken(error: Exception, server: Endpoint) -> Transient:
    """Return what a failure in the middle of a session means."""
    if isinstance(error, TimeoutError):
        return Transient(server=server.host, detail="no answer")
    return Dropped(server=server.host, detail="the connection was closed")


def _reason(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "the name is not known"
    if isinstance(error, TimeoutError):
        return "no answer"
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__


class DeadlineReader(io.RawIOBase):
    """Reads a socket until a deadline, whatever pace the server keeps, and stops when told.

    Attributes:
        stop: ends reading when set; looked at every `slice` seconds.
        timed_out: the deadline passed.
        ended: the server has closed the connection.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._deadline = 0.0
        self._end = float("inf")
        self._raises = True
        self.stop: Event | None = None
        self.slice = SLICE
        self.timed_out = False
        self.ended = False

    def expect(self, seconds: float) -> None:
        """Give the next reads together this many seconds."""
        self._deadline, self._raises = time.monotonic() + seconds, True

    def glance(self, seconds: float) -> None:
        """Let the next read give up without an error after this many seconds."""
        self._deadline, self._raises = time.monotonic() + seconds, False

    def end_in(self, seconds: float) -> None:
        """Give everything from now on this many seconds."""
        self._end = time.monotonic() + seconds

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        while True:
            if self.stop is not None and self.stop.is_set():
                raise Stopped
            left = min(self._deadline, self._end) - time.monotonic()
            if left <= 0:
                if self._raises:
                    self.timed_out = True
                    raise TimeoutError("no answer")
                return None
            self._sock.settimeout(min(left, self.slice))
            try:
                count = self._sock.recv_into(buffer)
            except TimeoutError:
                continue
            self.ended = count == 0
            if self.ended and self.stop is not None and self.stop.is_set():
                raise Stopped
            return count
