"""The IMAP commands that the standard library lacks: several at once, QRESYNC, IDLE."""

import re
import ssl
from collections.abc import Callable, Sequence
from threading import Event
from time import monotonic

from imap_tools import BaseMailBox
from typing_extensions import override

from app.services.channels.email import line
from app.services.channels.email.imap_line import ImapLine
from app.services.channels.email.settings import Endpoint

_SETS = re.compile(rb"(\d{1,10})(?::(\d{1,10}))?")


class ImapClient(ImapLine):
    """Sends commands, also several at once, and counts what comes and goes.

    Attributes:
        exists: messages in the open folder, kept up to date by EXISTS, EXPUNGE and VANISHED.
        expunged: how many of them went away since the folder was opened.
        earlier: UIDs that went away before it was opened, as QRESYNC reports them.
    """

    exists = 0
    expunged = 0
    earlier = 0

    # --- commands --------------------------------------------------------------------------

    def run(self, name: str, *arguments: str | bytes) -> tuple[str, list[bytes | None]]:
        """Send one command and return its status and text; the answers stay in `taken`."""
        return self.pipeline((name, *arguments))[0]

    def pipeline(self, *commands: Sequence[str | bytes]) -> list[tuple[str, list[bytes | None]]]:
        """Send commands in one go, so that they cost one round trip, and return their results."""
        self._prepare()
        tags = [self._command(*command) for command in commands]
        return [
            self._command_complete(command[0], tag)
            for command, tag in zip(commands, tags, strict=True)
        ]

    def taken(self, name: str) -> list[bytes | tuple[bytes, bytes]]:
        """Return the untagged answers of one kind to the last commands, and forget them."""
        taken: list[bytes | tuple[bytes, bytes]] = self.untagged_responses.pop(name, [])
        return taken

    def _append_untagged(self, typ: str, dat: bytes | tuple[bytes, bytes] | None) -> None:
        if isinstance(dat, bytes):
            self._keep_count(typ, dat)
        super()._append_untagged(typ, dat)  # type: ignore[misc]  # not in the stubs

    def _keep_count(self, kind: str, data: bytes) -> None:
        if kind == "EXISTS" and data.isdigit():
            self.exists = int(data[:10])
        elif kind == "EXPUNGE":
            self._gone(1)
        elif kind == "VANISHED" and data.startswith(b"(EARLIER)"):
            self.earlier += _size_of_set(data.partition(b")")[2])
        elif kind == "VANISHED":
            self._gone(_size_of_set(data))

    def _gone(self, count: int) -> None:
        self.exists = max(self.exists - count, 0)
        self.expunged += count

    # --- signing in ------------------------------------------------------------------------

    def sign_in(self, command: Callable[[], object]) -> None:
        """Run a command that signs in, and learn what the server can do afterwards."""
        self._prepare()
        command()
        self.state = "AUTH"
        told = self.taken("CAPABILITY")
        if told and isinstance(told[-1], bytes):
            self.capabilities = tuple(told[-1].decode("ascii", "replace").upper().split())
        else:
            self._get_capabilities()

    # --- folders ---------------------------------------------------------------------------

    def examine(self, folder: bytes, *parameters: bytes) -> tuple[str, list[bytes | None]]:
        """Open a folder for reading only and count its messages afresh."""
        self.exists = self.expunged = self.earlier = 0
        self.state = "AUTH"
        status, text = self.run("EXAMINE", folder, *parameters)
        if status == "OK":
            self.state = "SELECTED"
        return status, text

    def number(self, code: str) -> int | None:
        """Return the number of a response code such as UIDVALIDITY, None when it did not come."""
        for value in self.taken(code):
            if isinstance(value, bytes) and value[:20].isdigit():
                return int(value[:20])
        return None

    # --- waiting ---------------------------------------------------------------------------

    def idle(self, seconds: float) -> bool | None:
        """Wait by IDLE (RFC 2177) until the folder changes (True) or the time is over.

        None when the server announces IDLE and refuses it. Sleeps without looking at `stop`:
        whoever sets it interrupts.
        """
        before = self.exists, self.expunged
        end = monotonic() + seconds
        self._prepare()
        self.reader.end_in(seconds + self._patience.command)
        tag = self._command("IDLE")
        while self._get_response() is not None:
            self._check_bye()
            if self.tagged_commands[tag]:
                del self.tagged_commands[tag]
                return None
        self.reader.slice = seconds
        while (self.exists, self.expunged) == before and monotonic() < end:
            if self._something_there(end - monotonic()):
                self._get_response()
                self._check_bye()
        self.reader.slice = line.SLICE
        self.send(b"DONE\r\n")
        self._command_complete("IDLE", tag)
        return (self.exists, self.expunged) != before

    def _something_there(self, seconds: float) -> bool:
        self.reader.glance(max(seconds, 0.01))
        if self._lines.peek(1):
            return True
        if self.reader.ended:
            raise self.abort("socket error: EOF")
        return False


def _size_of_set(data: bytes) -> int:
    return sum(abs(int(last or first) - int(first)) + 1 for first, last in _SETS.findall(data))


class ImapBox(BaseMailBox):
    """imap-tools' mailbox over our connection."""

    client: ImapClient

    def __init__(
        self,
        server: Endpoint,
        context: ssl.SSLContext,
        patience: line.Patience,
        stop: Event | None = None,
    ) -> None:
        self._arguments = server, context, patience, stop
        super().__init__()

    @override
    def _get_mailbox_client(self) -> ImapClient:
        return ImapClient(*self._arguments)
