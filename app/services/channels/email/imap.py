"""One signed-in IMAP session: what the adapter asks of a server."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Event

from imap_tools.imap_utf7 import utf7_encode

from app.services.channels.email import imap_answers as answers
from app.services.channels.email import line
from app.services.channels.email.imap_answers import Fetched, Folder
from app.services.channels.email.imap_connection import ImapConnection, SignIn
from app.services.channels.email.settings import EmailSettings
from app.services.channels.errors import TargetGone

LISTING = "(UID INTERNALDATE RFC822.SIZE)"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a folder looked like when it was opened.

    Attributes:
        modseq: HIGHESTMODSEQ, None where the server has no CONDSTORE.
        vanished: how many messages went away since the last time, None when it did not say.
    """

    uidvalidity: int
    exists: int
    modseq: int | None
    vanished: int | None


class ImapSession(ImapConnection):
    """A signed-in session.

    Attributes:
        openings: how often a folder was opened, to notice that another one was.
        idles: the server has not refused IDLE yet.
    """

    def __init__(
        self,
        settings: EmailSettings,
        sign_in: SignIn,
        now: Callable[[], datetime],
        patience: line.Patience,
        stop: Event | None = None,
    ) -> None:
        self._folders: list[Folder] | None = None
        self.openings = 0
        self.idles = True
        super().__init__(settings, sign_in, now, patience, stop)

    @property
    def exists(self) -> int:
        """How many messages the open folder holds, as far as the server has told."""
        return self._box.client.exists

    @property
    def expunged(self) -> int:
        """How many messages went away since the folder was opened."""
        return self._box.client.expunged

    def folders(self) -> list[Folder]:
        """Return the folders that can be opened."""
        if self._folders is None:
            client = self._box.client
            with self._guard():
                result = client.run("LIST", '""', "*")
                self._folders = answers.folders(client.taken("LIST"))
            self._done(result)
        return self._folders

    def _wire(self, folder: str) -> bytes:
        names = {each.name: each.wire for each in self.folders()} if folder != "INBOX" else {}
        return names.get(folder) or answers.quoted(utf7_encode(folder))

    def open(self, folder: str, since: tuple[int, int] | None = None) -> Opened:
        """Open a folder for reading only.

        `since` = (UIDVALIDITY, modseq) of the last time makes a server with QRESYNC (RFC 7162)
        tell how many messages went away after it.

        Raises:
            TargetGone: there is no such folder (any more).
        """
        wire = self._wire(folder)
        client = self._box.client
        resync = since if self._quick_resync else None
        parameters = [b"(QRESYNC (%d %d))" % resync] if resync else []
        if not resync and self.can("CONDSTORE"):
            parameters = [b"(CONDSTORE)"]
        self.folder = None
        self.openings += 1
        with self._guard():
            result = client.examine(wire, *parameters)
        if result[0] != "OK":
            raise TargetGone(server=self._server.host, what=folder)
        self.folder = folder
        with self._guard():
            return Opened(
                uidvalidity=client.number("UIDVALIDITY") or 0,
                exists=client.exists,
                modseq=client.number("HIGHESTMODSEQ"),
                vanished=client.earlier if resync else None,
            )

    def status(self, folder: str) -> dict[str, int]:
        """Return MESSAGES, UIDNEXT, UIDVALIDITY and HIGHESTMODSEQ without opening a folder."""
        wire = self._wire(folder)
        client = self._box.client
        with self._guard():
            client.run("STATUS", wire, "(MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ)")
            told = b" ".join(_flat(client.taken("STATUS")))
            pairs = re.findall(rb"([A-Z]+) (\d{1,19})\b", told.rpartition(b"(")[2])
            return {name.decode(): int(value) for name, value in pairs}

    def newest(self, count: int) -> list[Fetched]:
        """List the `count` newest messages by their place, ascending."""
        first = max(self.exists - count + 1, 1)
        return self._fetch("FETCH", f"{first}:{self.exists}", LISTING)

    def listing(self, uids: str) -> list[Fetched]:
        """List messages: UID, size and date, without their bodies."""
        return self._fetch("UID FETCH", uids, LISTING)

    def bodies(self, uids: str) -> list[Fetched]:
        """Read whole messages in one stream, leaving them unread."""
        return self._fetch("UID FETCH", uids, "(UID BODY.PEEK[])")

    def headers(self, uids: str) -> list[Fetched]:
        """Read the first megabyte of the headers of messages, leaving them unread."""
        return self._fetch("UID FETCH", uids, "(UID BODY.PEEK[HEADER]<0.1048576>)")

    def news(self, uids: str, limit: int) -> list[Fetched]:
        """Ask what is new, and read at most `limit` bytes of each of `uids`, in one round trip."""
        parts = f"(UID INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.{limit}>)"
        client = self._box.client
        with self._guard():
            _, result = client.pipeline(("NOOP",), ("UID", "FETCH", uids, parts))
            found = list(answers.fetched(client.taken("FETCH")))
        self._done(result)
        return found

    def _fetch(self, command: str, which: str, parts: str) -> list[Fetched]:
        client = self._box.client
        with self._guard():
            result = client.run(*command.split(), which, parts)
            found = list(answers.fetched(client.taken("FETCH")))
        self._done(result)
        return found

    def search(self, *criteria: str) -> list[int]:
        """Return the ascending UIDs of the messages that answer the criteria."""
        client = self._box.client
        with self._guard():
            result = client.run("UID", "SEARCH", *criteria)
            told = b" ".join(_flat(client.taken("SEARCH")))
            found = sorted({int(word) for word in told.split() if word.isdigit()})
        self._done(result)
        return found

    def check(self) -> None:
        """Ask whether anything happened in the open folder."""
        with self._guard():
            self._box.client.run("NOOP")

    def idle(self, seconds: float) -> bool:
        """Wait until the open folder changes (True) or the time is over."""
        with self._guard():
            changed = self._box.client.idle(seconds)
        self.idles = changed is not None
        return bool(changed)

    def interrupt(self) -> None:
        """End whatever another thread waits for; the session is over then."""
        self._box.client.interrupt()

    def create(self, folder: str) -> None:
        """Make a folder and subscribe to it."""
        wire = answers.quoted(utf7_encode(folder))
        with self._guard():
            self._box.client.run("CREATE", wire)
            self._box.client.run("SUBSCRIBE", wire)
        self._folders = None

    def append(self, folder: str, message: bytes) -> None:
        """Store a message in a folder as read."""
        wire = self._wire(folder)
        client = self._box.client
        with self._guard():
            # The stubs of imaplib want texts where it takes None and bytes too.
            result = client.append(wire, r"(\Seen)", None, message)  # type: ignore[arg-type]
        self._done(result)


def _flat(told: Sequence[bytes | tuple[bytes, bytes]]) -> Iterator[bytes]:
    for each in told:
        if isinstance(each, tuple):
            yield from each
        else:
            yield each
