"""A real mail server for the tests: Dovecot (IMAP, LMTP) and Exim (SMTP), private, on loopback."""

import email
import imaplib
import itertools
import shutil
import signal
import smtplib
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import Self

from imap_tools.imap_utf7 import utf7_encode

from tests.servers import processes
from tests.servers.certificates import Certificate, certificate
from tests.servers.mail_config import PASSWORD, dovecot_conf, exim_conf, oauth_conf

OWNER = "owner@winkel.test"
ANNA = "anna@klant.test"
ACCOUNTS = (OWNER, "backoffice@winkel.test", ANNA, "bert@klant.test")


@dataclass(frozen=True)
class MailUser:
    """A mailbox with its own address, which no other test uses."""

    address: str
    password: str = field(default=PASSWORD, repr=False)


@dataclass(frozen=True)
class MailOptions:
    """How this server differs from a good modern one.

    Attributes:
        prefix, separator: of the folder names ("INBOX." and "." at many Dutch hosters).
        capability: what a poor server announces, e.g. "IMAP4rev1 UIDPLUS".
        certificate: good | expired | selfsigned | wronghost.
        introspection: "host:port" that answers /introspect?token=...; adds XOAUTH2.
        size_limit: largest message that SMTP takes.
    """

    prefix: str = ""
    separator: str = "/"
    capability: str = ""
    quota: str = "500M"
    certificate: str = "good"
    introspection: str = ""
    size_limit: str = "25M"


@dataclass(frozen=True)
class MailPorts:
    """Where the servers listen, all on 127.0.0.1."""

    imap: int
    imaps: int
    lmtp: int
    smtp: int
    submission: int
    smtps: int


class MailServer:
    """Dovecot and Exim with a folder of their own; use it as a context manager.

    IMAP with STARTTLS on `ports.imap`, with TLS on `ports.imaps`; SMTP from the world without AUTH
    on `ports.smtp`; submission with AUTH and STARTTLS on `ports.submission`, TLS on `ports.smtps`.
    Addresses that Exim refuses: onbekend@, and any unknown user (550); tijdelijk@ (451, later);
    other domains (550 relaying denied). Sub-addresses (owner+x@winkel.test) arrive.
    """

    def __init__(self, options: MailOptions | None = None) -> None:
        self.options = options or MailOptions()
        self.certificate: Certificate = certificate(self.options.certificate)
        self.folder = Path(tempfile.mkdtemp(prefix="balie-mail-"))
        self.ports = MailPorts(*processes.free_ports(6))
        self._numbers = itertools.count(1)
        self._dovecot: subprocess.Popen[bytes] | None = None
        self._exim: subprocess.Popen[bytes] | None = None

    # --- life ------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        try:
            self._write()
            self._run_dovecot()
            self._run_exim()
            self._wait_imap()
            self._wait_smtp()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.resume()
        self.stop_smtp()
        self.stop_imap()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self) -> None:
        for name in ("run", "state", "boxes", "spool", "log"):
            (self.folder / name).mkdir()
        self.folder.chmod(0o755)
        self.certificate.write(self.folder)
        for address in ACCOUNTS:
            self._add(address)
        (self.folder / "dovecot.conf").write_text(
            dovecot_conf(self.folder, self.ports, self.options, processes.account())
        )
        (self.folder / "exim.conf").write_text(
            exim_conf(self.folder, self.ports, self.options, processes.account())
        )
        (self.folder / "oauth2.ext").write_text(oauth_conf(self.options))
        processes.hand_over(self.folder)

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        with (self.folder / "log" / "start.log").open("ab") as log:
            return subprocess.Popen(
                processes.unprivileged(command),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env={"HOME": str(self.folder), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
                start_new_session=True,
            )

    def _wait(self, process: subprocess.Popen[bytes], port: int, what: str) -> None:
        def ready() -> bool:
            if process.poll() is not None:
                raise RuntimeError(f"{what} ended at its start:\n{self.log()}")
            return processes.greets(port)

        processes.until(ready, f"{what} on port {port}")

    def log(self) -> str:
        """Return what the servers wrote, for a failing test."""
        paths = sorted((self.folder / "log").iterdir())
        return "\n".join(
            f"--- {path.name}\n{path.read_text(errors='replace')[-4000:]}" for path in paths
        )

    # --- faults ----------------------------------------------------------------------------

    def _run_dovecot(self) -> None:
        dovecot = processes.program("dovecot", "dovecot-imapd")
        if not Path("/usr/lib/dovecot/lmtp").exists():
            raise RuntimeError("The tests need Dovecot's LMTP: `apt-get install dovecot-lmtpd`.")
        self._dovecot = self._run(dovecot, "-F", "-c", str(self.folder / "dovecot.conf"))

    def _run_exim(self) -> None:
        exim = processes.program("exim4", "exim4-daemon-light")
        # Debian's is setuid root; a plain copy stays within our rights and ends with us.
        copy = self.folder / "exim4"
        if not copy.exists():
            shutil.copyfile(exim, copy)
            copy.chmod(0o755)
        self._exim = self._run(str(copy), "-C", str(self.folder / "exim.conf"), "-bdf", "-q2s")

    def _wait_imap(self) -> None:
        assert self._dovecot
        self._wait(self._dovecot, self.ports.imap, "Dovecot")

    def _wait_smtp(self) -> None:
        assert self._exim
        self._wait(self._exim, self.ports.submission, "Exim")

    def start_imap(self) -> None:
        """Start Dovecot (again), on the same ports and mail."""
        if self._dovecot is None:
            self._run_dovecot()
            self._wait_imap()

    def stop_imap(self) -> None:
        """Stop Dovecot: connections are refused."""
        if self._dovecot is not None:
            processes.end(self._dovecot)
            self._dovecot = None

    def start_smtp(self) -> None:
        """Start Exim (again), on the same ports."""
        if self._exim is None:
            self._run_exim()
            self._wait_smtp()

    def stop_smtp(self) -> None:
        """Stop Exim: connections are refused."""
        if self._exim is not None:
            processes.end(self._exim)
            self._exim = None

    def _pids(self) -> list[int]:
        running = [each.pid for each in (self._dovecot, self._exim) if each]
        return running + [below for pid in running for below in processes.descendants(pid)]

    def drop_connections(self) -> None:
        """Cut every IMAP connection, as a restarting server or a lost network does."""
        assert self._dovecot
        below = processes.descendants(self._dovecot.pid)
        # Not imap-login, which passes TLS on: Dovecot starts a killed one again only after a while.
        doomed = [pid for pid in below if processes.name_of(pid) == "imap"]
        processes.send_signal(doomed, signal.SIGKILL)
        # Until Dovecot has buried them it hands new sign-ins to the dead.
        end = time.monotonic() + 10
        while set(doomed) & set(processes.descendants(self._dovecot.pid)):
            assert time.monotonic() < end, "Dovecot does not notice that its processes are gone"
            time.sleep(0.01)

    def hang(self) -> None:
        """Let the servers stop answering while their sockets stay open."""
        processes.send_signal(self._pids(), signal.SIGSTOP)

    def resume(self) -> None:
        """Let hanging servers go on."""
        processes.send_signal(self._pids(), signal.SIGCONT)

    # --- accounts --------------------------------------------------------------------------

    @property
    def ca(self) -> str:
        """PEM text of the authority that signed the server's certificate."""
        return self.certificate.ca

    @property
    def ca_file(self) -> Path:
        """The same as a file."""
        return self.folder / "ca.pem"

    def _add(self, address: str) -> None:
        with (self.folder / "exim.users").open("a") as users:
            users.write(f"{address}: {PASSWORD}\n")

    def new_user(self, local: str = "winkel", domain: str = "winkel.test") -> MailUser:
        """Make a mailbox that no other test has."""
        user = MailUser(f"{local}{next(self._numbers)}@{domain}")
        self._add(user.address)
        return user

    def settings(self, user: MailUser | str) -> dict[str, object]:
        """Return the settings of an e-mail account for this user, as `AccountSettings.values`."""
        return {
            "imap": f"localhost:{self.ports.imap}",
            "smtp": f"localhost:{self.ports.submission}",
            "user": user if isinstance(user, str) else user.address,
            "tls": "starttls",
            "ca": self.ca,
            "auth": "password",
            "oauth": None,
            "folders": [],
            "sent_by_provider": None,
        }

    # --- mail ------------------------------------------------------------------------------

    def name(self, folder: str) -> str:
        """Return a folder's name as this server has it ("INBOX.Sent")."""
        if folder.upper() == "INBOX" or folder.startswith(self.options.prefix or "\0"):
            return folder
        return self.options.prefix + folder

    @contextmanager
    def imap(self, user: MailUser | str) -> Iterator[imaplib.IMAP4]:
        """Give a plain logged-in connection of the standard library."""
        address = user if isinstance(user, str) else user.address
        with imaplib.IMAP4("127.0.0.1", self.ports.imap, timeout=20) as client:
            client.login(address, PASSWORD)
            yield client

    def append(
        self,
        user: MailUser | str,
        folder: str,
        message: bytes,
        internaldate: datetime | None = None,
    ) -> int:
        """Put a message into a folder and return its UID; makes the folder when needed."""
        return self.append_many(user, folder, [message], internaldate)[0]

    def append_many(
        self,
        user: MailUser | str,
        folder: str,
        messages: Iterable[bytes],
        internaldate: datetime | None = None,
    ) -> list[int]:
        """Put messages into a folder over one connection and return their UIDs."""
        box = self.quoted(folder)
        when = imaplib.Time2Internaldate(internaldate) if internaldate else ""
        uids = []
        with self.imap(user) as client:
            if folder.upper() != "INBOX":
                client.create(box)  # type: ignore[arg-type]
            for message in messages:
                status, answer = client.append(box, "", when, message)  # type: ignore[arg-type]
                assert status == "OK", answer
                uids.append(int(answer[-1].split(b"]")[0].split()[-1]))
        return uids

    def quoted(self, folder: str) -> bytes:
        """Return a folder's name as it goes over the wire."""
        return b'"' + utf7_encode(self.name(folder)) + b'"'

    def mailbox(self, user: MailUser | str, folder: str = "INBOX") -> list[bytes]:
        """Return the raw messages of a folder, oldest first; nothing when it is not there."""
        with self.imap(user) as client:
            if client.select(self.quoted(folder), readonly=True)[0] != "OK":  # type: ignore[arg-type]
                return []
            _, data = client.uid("FETCH", "1:*", "(BODY.PEEK[])")
            return [part[1] for part in data if isinstance(part, tuple)]

    def flags(self, user: MailUser | str, folder: str = "INBOX") -> list[bytes]:
        """Return the flags of each message of a folder, oldest first."""
        with self.imap(user) as client:
            client.select(self.quoted(folder), readonly=True)  # type: ignore[arg-type]
            _, data = client.uid("FETCH", "1:*", "(FLAGS)")
            return [part for part in data if isinstance(part, bytes)]

    def expunge(self, user: MailUser | str, folder: str, uids: str) -> None:
        """Delete messages by UID set ("3", "1:*"), as another mail program does."""
        with self.imap(user) as client:
            client.select(self.quoted(folder))  # type: ignore[arg-type]
            client.uid("STORE", uids, "+FLAGS", r"(\Deleted)")
            client.expunge()

    def reset(self, user: MailUser | str) -> None:
        """Empty every folder of a user."""
        with self.imap(user) as client:
            for line in client.list()[1]:
                name = line.split(b" ", 2)[2]  # type: ignore[union-attr]
                status, count = client.select(name)  # type: ignore[arg-type]
                if status == "OK" and count[0] != b"0":
                    client.store("1:*", "+FLAGS", r"(\Deleted)")
                    client.close()

    def bump_uidvalidity(self, user: MailUser | str, folder: str = "INBOX") -> None:
        """Give a folder a new UIDVALIDITY and its messages new UIDs, as a moved mailbox has."""
        address = user if isinstance(user, str) else user.address
        path = self.folder / "boxes" / address / "Maildir"
        if folder.upper() != "INBOX":
            path /= "." + utf7_encode(folder.replace(self.options.separator, ".")).decode()
        for old in (path / "dovecot-uidlist", *path.glob("dovecot.index*")):
            old.unlink(missing_ok=True)

    def deliver(
        self,
        message: bytes | None = None,
        *,
        sender: str = ANNA,
        recipient: str = OWNER,
        subject: str = "Waar blijft mijn pakket?",
        text: str = "Bestelling 1234 is al vijf dagen te laat. €\n",
        wait: bool = True,
        **headers: str,
    ) -> str:
        """Send a mail as the outside world does and return its Message-ID.

        Keyword arguments beyond the named ones are headers (`In_Reply_To="<a@b>"`). With `wait`
        the call returns when the message stands in the recipient's INBOX.
        """
        if message is None:
            message = written(sender, recipient, subject, text, headers)
        identity = str(email.message_from_bytes(message)["Message-ID"])
        before = self._count(recipient)
        with closing(smtplib.SMTP("127.0.0.1", self.ports.smtp, "buiten.test", timeout=20)) as smtp:
            smtp.sendmail(sender, [recipient], message)  # Exim takes 0.2 s over a QUIT
        if wait:
            what = f"Delivery to {recipient}"
            processes.until(lambda: self._count(recipient) > before, what, pause=0.005)
        return identity

    def _count(self, address: str) -> int:
        local, _, domain = address.partition("@")
        maildir = self.folder / "boxes" / f"{local.partition('+')[0]}@{domain}" / "Maildir"
        folders = [maildir / "new", maildir / "cur"]
        return sum(len(list(each.iterdir())) for each in folders if each.exists())

    def client_context(self) -> ssl.SSLContext:
        """Return a context that trusts this server's authority, for a test's own client."""
        return ssl.create_default_context(cadata=self.ca)


def written(
    sender: str, recipient: str, subject: str, text: str, headers: dict[str, str] | None = None
) -> bytes:
    """Return a simple mail as bytes with CRLF lines."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, recipient, subject
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2] or "klant.test")
    for name, value in (headers or {}).items():
        del message[name.replace("_", "-")]
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
