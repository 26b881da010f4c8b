"""A scripted IMAP server in memory: for faults and odd servers that Dovecot cannot play."""

import base64
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.servers.threaded import ThreadedServer

MODERN = "IMAP4rev1 IDLE ENABLE CONDSTORE QRESYNC UIDPLUS SPECIAL-USE"
POOR = "IMAP4rev1"


@dataclass
class Mail:
    """One message in a folder."""

    uid: int
    data: bytes
    date: datetime
    modseq: int = 1


@dataclass
class Box:
    """One folder."""

    uidvalidity: int = 1000
    next_uid: int = 1
    modseq: int = 1
    mails: list[Mail] = field(default_factory=list)
    vanished: list[tuple[int, int]] = field(default_factory=list)

    def add(self, data: bytes, date: datetime | None = None, *, skip: int = 0) -> int:
        """Put a message in and return its UID; `skip` leaves UIDs out before it."""
        self.modseq += 1
        uid = self.next_uid + skip
        self.next_uid = uid + 1
        self.mails.append(Mail(uid, data, date or datetime.now(UTC), self.modseq))
        return uid

    def remove(self, uid: int) -> None:
        """Delete a message."""
        self.modseq += 1
        self.mails = [mail for mail in self.mails if mail.uid != uid]
        self.vanished.append((uid, self.modseq))

    def renumber(self) -> None:
        """Give the folder a new life: another UIDVALIDITY, UIDs from 1."""
        self.uidvalidity += 1
        for number, mail in enumerate(self.mails, 1):
            mail.uid = number
        self.next_uid = len(self.mails) + 1
        self.vanished.clear()


class ImapModel(ThreadedServer):
    """The server; change `boxes` at any time under `lock`.

    Attributes:
        answers: what to answer to a command instead of doing it, without the tag
            ("LOGIN": b"NO [UNAVAILABLE] later"); None cuts the line, b"" says nothing at all.
        greeting: the first line.
        quirks: "no_uidnext", "low_uidnext", "quoted_bodies", "no_dates", "no_sizes",
            "twice" (each FETCH answer comes twice), "flags" (flag updates in between),
            "lost" (UIDs in `lost` are never given).
        damaged: UIDs whose body the server refuses with NO.
        commands: every command that came, without its tag.
    """

    def __init__(self, capability: str = MODERN) -> None:
        super().__init__()
        self.capability = capability
        self.boxes: dict[str, Box] = {"INBOX": Box(), "Sent": Box()}
        self.flags = {"Sent": r"\Sent"}
        self.separator = "/"
        self.answers: dict[str, bytes | None] = {}
        self.greeting = b"* OK ready"
        self.quirks: set[str] = set()
        self.damaged: set[int] = set()
        self.lost: set[int] = set()
        self.commands: list[bytes] = []
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)

    def serve(self, connection: socket.socket) -> None:
        _Session(self, connection).talk()

    def touch(self) -> None:
        """Tell clients that wait by IDLE."""
        with self.changed:
            self.changed.notify_all()


class _Session:
    """One client."""

    def __init__(self, server: ImapModel, connection: socket.socket) -> None:
        self.server, self.connection = server, connection
        self.lines = connection.makefile("rb")
        self.box: Box | None = None
        self.known: list[int] = []
        self.qresync = False

    def talk(self) -> None:
        with self.lines:
            self.say(self.server.greeting)
            while line := self.lines.readline():
                tag, _, rest = line.rstrip(b"\r\n").partition(b" ")
                self.server.commands.append(rest)
                name = rest.split(b" ")[0].upper().decode()
                if name == "UID":
                    name = "UID " + rest.split(b" ")[1].upper().decode()
                if name in self.server.answers:
                    answer = self.server.answers[name]
                    if answer is None:
                        return
                    if answer:
                        self.say(tag + b" " + answer if not answer.startswith(b"*") else answer)
                    continue
                if not self.do(tag, name, rest):
                    return

    def say(self, line: bytes) -> None:
        self.connection.sendall(line + b"\r\n")

    def do(self, tag: bytes, name: str, rest: bytes) -> bool:
        method: Callable[[bytes, bytes], bytes | None] | None
        method = getattr(self, "do_" + name.lower().replace(" ", "_"), None)
        if method is None:
            self.say(tag + b" BAD unknown")
            return True
        with self.server.lock:
            answer = method(tag, rest)
        if answer is None:
            return False
        self.say(tag + b" " + answer)
        return True

    # --- commands --------------------------------------------------------------------------

    def do_capability(self, tag: bytes, rest: bytes) -> bytes:
        self.say(b"* CAPABILITY " + self.server.capability.encode())
        return b"OK done"

    def do_login(self, tag: bytes, rest: bytes) -> bytes:
        return b"OK done" if b'"geheim"' in rest else b"NO [AUTHENTICATIONFAILED] no"

    def do_authenticate(self, tag: bytes, rest: bytes) -> bytes:
        self.say(b"+ ")
        words = base64.b64decode(self.lines.readline()).decode()
        return b"OK done" if words.endswith("\0geheim") else b"NO no"

    def do_enable(self, tag: bytes, rest: bytes) -> bytes:
        self.qresync = b"QRESYNC" in rest
        return b"OK done"

    def do_logout(self, tag: bytes, rest: bytes) -> None:
        self.say(b"* BYE bye")

    def do_list(self, tag: bytes, rest: bytes) -> bytes:
        for name in self.server.boxes:
            flags = self.server.flags.get(name, "")
            self.say(f'* LIST ({flags}) "{self.server.separator}" "{name}"'.encode())
        return b"OK done"

    def do_examine(self, tag: bytes, rest: bytes) -> bytes:
        match = re.match(rb'EXAMINE "([^"]*)"(.*)', rest)
        self.box = self.server.boxes.get(match[1].decode()) if match else None
        if self.box is None or match is None:
            return b"NO [NONEXISTENT] no such folder"
        box = self.box
        self.known = [mail.uid for mail in box.mails]
        self.say(f"* {len(self.known)} EXISTS".encode())
        self.say(f"* OK [UIDVALIDITY {box.uidvalidity}] ok".encode())
        if "no_uidnext" not in self.server.quirks:
            low = "low_uidnext" in self.server.quirks
            self.say(f"* OK [UIDNEXT {1 if low else box.next_uid}] ok".encode())
        if "CONDSTORE" in self.server.capability:
            self.say(f"* OK [HIGHESTMODSEQ {box.modseq}] ok".encode())
        since = re.search(rb"QRESYNC \((\d+) (\d+)\)", match[2])
        if since and int(since[1]) == box.uidvalidity:
            gone = [str(uid) for uid, modseq in box.vanished if modseq > int(since[2])]
            if gone:
                self.say(f"* VANISHED (EARLIER) {','.join(gone)}".encode())
        return b"OK [READ-ONLY] done"

    def do_status(self, tag: bytes, rest: bytes) -> bytes:
        match = re.match(rb'STATUS "([^"]*)"', rest)
        name = match[1].decode() if match else ""
        box = self.server.boxes[name]
        told = f"MESSAGES {len(box.mails)} UIDNEXT {box.next_uid} UIDVALIDITY {box.uidvalidity}"
        self.say(f'* STATUS "{name}" ({told} HIGHESTMODSEQ {box.modseq})'.encode())
        return b"OK done"

    def do_noop(self, tag: bytes, rest: bytes) -> bytes:
        self.update()
        return b"OK done"

    def update(self) -> bool:
        """Tell what happened in the open folder; say whether anything did."""
        if self.box is None:
            return False
        now = [mail.uid for mail in self.box.mails]
        before = list(self.known)
        for place in range(len(self.known), 0, -1):
            uid = self.known[place - 1]
            if uid not in now:
                line = f"* VANISHED {uid}" if self.qresync else f"* {place} EXPUNGE"
                self.say(line.encode())
                del self.known[place - 1]
        if len(now) > len(self.known):
            self.say(f"* {len(now)} EXISTS".encode())
        self.known = now
        return now != before

    def do_idle(self, tag: bytes, rest: bytes) -> bytes | None:
        self.say(b"+ idling")
        self.connection.settimeout(0.02)
        try:
            while True:
                self.update()
                self.server.changed.wait(0.02)
                try:
                    line = self.connection.recv(100)
                except TimeoutError:
                    continue
                return b"OK done" if line else None
        finally:
            self.connection.settimeout(None)

    def do_uid_search(self, tag: bytes, rest: bytes) -> bytes:
        assert self.box
        mails = self.box.mails
        header = re.search(rb'HEADER Message-ID "([^"]*)"', rest)
        bounds = re.search(rb"UID SEARCH UID 1:(\d+)", rest)
        if header:
            mails = [mail for mail in mails if header[1] in mail.data]
        elif bounds:
            mails = [mail for mail in mails if mail.uid <= int(bounds[1])]
        self.say(b"* SEARCH " + b" ".join(str(mail.uid).encode() for mail in mails))
        return b"OK done"

    def do_fetch(self, tag: bytes, rest: bytes) -> bytes:
        assert self.box
        _, which, parts = rest.split(b" ", 2)
        places = _numbers(which, len(self.known))
        uids = {self.known[place - 1] for place in places if 0 < place <= len(self.known)}
        return self.fetch(uids, parts)

    def do_uid_fetch(self, tag: bytes, rest: bytes) -> bytes:
        assert self.box
        _, _, which, parts = rest.split(b" ", 3)
        highest = max((mail.uid for mail in self.box.mails), default=0)
        return self.fetch(set(_numbers(which, highest)), parts)

    def fetch(self, uids: set[int], parts: bytes) -> bytes:
        assert self.box
        refused = b"OK done"
        for place, mail in enumerate(self.box.mails, 1):
            if mail.uid not in uids or (
                "lost" in self.server.quirks and mail.uid in self.server.lost
            ):
                continue
            if b"BODY" in parts and mail.uid in self.server.damaged:
                refused = b"NO [SERVERBUG] damaged"
                break
            for _ in range(2 if "twice" in self.server.quirks else 1):
                self.connection.sendall(self.told(place, mail, parts))
        return refused

    def told(self, place: int, mail: Mail, parts: bytes) -> bytes:
        quirks = self.server.quirks
        told = [b"UID %d" % mail.uid]
        if b"INTERNALDATE" in parts and "no_dates" not in quirks:
            told.append(b'INTERNALDATE "%s"' % mail.date.strftime("%d-%b-%Y %H:%M:%S %z").encode())
        if b"RFC822.SIZE" in parts and "no_sizes" not in quirks:
            told.append(b"RFC822.SIZE %d" % len(mail.data))
        if b"BODY.PEEK" in parts:
            told.append(self.body(mail, parts))
        flags = b"* %d FETCH (FLAGS (\\Seen))\r\n" % place if "flags" in quirks else b""
        return flags + b"* %d FETCH (%s)\r\n" % (place, b" ".join(told))

    def body(self, mail: Mail, parts: bytes) -> bytes:
        data, name = mail.data, b"BODY[]"
        if b"[HEADER]" in parts:
            data, name = data.partition(b"\r\n\r\n")[0] + b"\r\n\r\n", b"BODY[HEADER]"
        limit = re.search(rb"<0\.(\d+)>", parts)
        if limit:
            data, name = data[: int(limit[1])], name + b"<0>"
        if "quoted_bodies" in self.server.quirks and b"\n" not in data:
            quoted = data.replace(b"\\", b"\\\\").replace(b'"', b'\\"')
            return name + b' "' + quoted + b'"'
        return name + b" {%d}\r\n%s" % (len(data), data)

    def do_create(self, tag: bytes, rest: bytes) -> bytes:
        self.server.boxes[rest.split(b'"')[1].decode()] = Box()
        return b"OK done"

    def do_subscribe(self, tag: bytes, rest: bytes) -> bytes:
        return b"OK done"

    def do_append(self, tag: bytes, rest: bytes) -> bytes:
        size = int(rest.rpartition(b"{")[2].rstrip(b"}"))
        self.say(b"+ go")
        data = self.lines.read(size)
        self.lines.readline()
        self.server.boxes[rest.split(b'"')[1].decode()].add(data)
        return b"OK done"


def _numbers(which: bytes, highest: int) -> list[int]:
    found: list[int] = []
    for part in which.decode().split(","):
        first, _, last = part.partition(":")
        ends = [
            highest if each == "*" else min(int(each), 10**6) for each in (first, last or first)
        ]
        found.extend(range(min(ends), max(ends) + 1))
    return found
