"""The standard library's IMAP connection with deadlines, limits, and TLS that is checked."""

import imaplib
import io
import socket
import ssl
from contextlib import suppress
from threading import Event
from typing import Literal

from typing_extensions import Buffer, override

from app.services.channels.email import line
from app.services.channels.email.settings import Endpoint, Tls

MAX_LITERAL = 128 << 20
"""Bytes of the largest single answer that is read at all."""

MAX_ANSWER = 512 << 20
"""Bytes that one command may bring in, so that a hostile server cannot fill the memory."""


class Stripped(Exception):
    """The server does not offer STARTTLS, or somebody in between hides it."""


class ImapLine(imaplib.IMAP4):
    """One IMAP connection that cannot hang and keeps no password."""

    def __init__(
        self, server: Endpoint, context: ssl.SSLContext, patience: line.Patience, stop: Event | None
    ) -> None:
        self._server, self._context, self._patience = server, context, patience
        self._stop = stop
        self._received = 0
        super().__init__(server.host, server.port)
        self.is_readonly = True

    @override
    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        self.host, self.port = host, port
        self.sock = line.connect(self._server, self._context, self._patience)
        self._attach()

    def _attach(self) -> None:
        self.reader = line.DeadlineReader(self.sock)
        self.reader.stop = self._stop
        self.reader.end_in(self._patience.command)
        self.file = self._lines = io.BufferedReader(self.reader, 1 << 18)

    def stop_on(self, stop: Event | None) -> None:
        """Let waiting for the server end when `stop` is set."""
        self._stop = self.reader.stop = stop

    @override
    def read(self, size: int) -> bytes:
        self._count(size)
        self.reader.expect(self._patience.answer + size / line.MINIMUM_PACE)
        return self._lines.read(size)

    @override
    def readline(self) -> bytes:
        self.reader.expect(self._patience.answer)
        answer = super().readline()
        self._count(len(answer))
        return answer

    def _count(self, size: int) -> None:
        self._received += size
        if size > MAX_LITERAL or self._received > MAX_ANSWER:
            raise self.abort("the answer is too large")

    @override
    def send(self, data: Buffer) -> None:
        self.sock.settimeout(self._patience.answer)
        super().send(data)

    @override
    def shutdown(self) -> None:
        with suppress(OSError):
            super().shutdown()

    def _log(self, line: str) -> None:
        """Keep no last commands: one of them holds the password."""

    def _prepare(self) -> None:
        self.untagged_responses.clear()
        self._received = 0
        self.reader.end_in(self._patience.command)

    def interrupt(self) -> None:
        """End whatever another thread waits for on this connection."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    @override
    def starttls(
        self, ssl_context: ssl.SSLContext | None = None
    ) -> tuple[Literal["OK"], list[None]]:
        """Make the connection private; whatever stood in it before is thrown away.

        Raises:
            Stripped: STARTTLS is not offered, or refused, or the session is already signed in.
        """
        if self.state != "NONAUTH" or "STARTTLS" not in self.capabilities:
            raise Stripped
        self._prepare()
        if self._simple_command("STARTTLS")[0] != "OK":
            raise Stripped
        self.sock = line.protect(self.sock, self._server, self._context)
        self._attach()
        self._prepare()
        self._get_capabilities()
        return "OK", [None]

    def begin(self) -> None:
        """Make the connection private when the server is set up for STARTTLS."""
        if self._server.tls is Tls.STARTTLS:
            self.starttls()
