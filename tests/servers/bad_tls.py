"""Mail servers that may not be trusted; they record whatever a client tells them."""

import re
import socket
import ssl
import tempfile
import warnings
from pathlib import Path

from tests.servers.certificates import Certificate, certificate
from tests.servers.threaded import ThreadedServer

FAULTS = ("expired", "selfsigned", "wronghost", "old_tls", "not_tls", "stripped")

_CREDENTIALS = re.compile(rb"\b(LOGIN|AUTH|AUTHENTICATE|geheim)\b", re.IGNORECASE)


class BadServer(ThreadedServer):
    """An IMAP or SMTP server with one fault.

    Attributes:
        heard: every byte that clients sent to it, on the open line and after the handshake.
    """

    def __init__(self, protocol: str, fault: str, *, at_once: bool) -> None:
        self._imap = protocol == "imap"
        self._fault, self._at_once = fault, at_once
        self.heard = bytearray()
        kind = fault if fault in {"expired", "selfsigned", "wronghost"} else "good"
        self.certificate: Certificate = certificate(kind)
        self._context = self._server_context()
        super().__init__()

    def _server_context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with tempfile.TemporaryDirectory() as folder:
            _, chain, key = self.certificate.write(Path(folder))
            context.load_cert_chain(chain, key)
        if self._fault == "old_tls":
            context.set_ciphers("ALL:@SECLEVEL=0")
            with warnings.catch_warnings(action="ignore"):  # it is old, that is the point
                context.minimum_version = ssl.TLSVersion.TLSv1
                context.maximum_version = ssl.TLSVersion.TLSv1_1
        return context

    @property
    def credentials(self) -> list[bytes]:
        """Whatever of `heard` looks like signing in."""
        return _CREDENTIALS.findall(bytes(self.heard))

    def serve(self, connection: socket.socket) -> None:
        if self._at_once and self._fault != "not_tls":
            self._encrypted(connection)
        else:
            self._open_line(connection)

    def _open_line(self, connection: socket.socket) -> None:
        offered = "" if self._fault == "stripped" else " STARTTLS"
        self._say(connection, "* OK ready" if self._imap else "220 mx.winkel.test ESMTP")
        while line := self._hear(connection):
            tag, _, rest = line.partition(b" ")
            command = (rest if self._imap else tag).upper()
            if command.startswith(b"CAPABILITY"):
                capability = f"* CAPABILITY IMAP4rev1 AUTH=PLAIN{offered}"
                self._say(connection, f"{capability}\r\n{tag.decode()} OK done")
            elif command.startswith(b"EHLO"):
                middle = "250-STARTTLS\r\n" if offered else ""
                self._say(connection, f"250-mx\r\n{middle}250 AUTH PLAIN LOGIN")
            elif command.startswith(b"STARTTLS") and offered:
                self._say(connection, f"{tag.decode()} OK go" if self._imap else "220 go")
                if self._fault == "not_tls":
                    while self._hear(connection):
                        self._say(connection, "HTTP/1.1 400 Bad Request")
                else:
                    self._encrypted(connection)
                return
            else:
                self._say(connection, f"{tag.decode()} OK" if self._imap else "235 welcome")

    def _encrypted(self, connection: socket.socket) -> None:
        with self._context.wrap_socket(connection, server_side=True) as private:
            self._say(private, "* OK ready" if self._imap else "220 mx.winkel.test ESMTP")
            while self._hear(private):
                self._say(private, "* OK")

    @staticmethod
    def _say(connection: socket.socket, text: str) -> None:
        connection.sendall(text.encode() + b"\r\n")

    def _hear(self, connection: socket.socket) -> bytes:
        part = connection.recv(4096)
        self.heard += part
        return part.strip()
