"""A connection to an IMAP server: signing in, and what its failures mean."""

import imaplib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from threading import Event
from typing import Protocol

from imap_tools.errors import ImapToolsError, UnexpectedCommandStatusError

from app.services.channels.email import imap_answers as answers
from app.services.channels.email import line
from app.services.channels.email.imap_client import ImapBox, ImapClient
from app.services.channels.email.imap_line import Stripped
from app.services.channels.email.settings import Auth, EmailSettings
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    ProtocolChanged,
    Transient,
)

_GARBAGE = (ValueError, TypeError, LookupError, AttributeError, OverflowError, MemoryError)
"""What imaplib raises itself when a server does not keep to the protocol."""

_COMPLAINT = re.compile(rb"command error: BAD|not IMAP4|no CAPABILITY|illegal in state")


class Secret(Protocol):
    """Gives the password or a valid access token."""

    def __call__(self, *, renew: bool) -> str:
        """Return it; `renew` when the server refused the last one."""
        ...


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who signs in: the account for our words, the user for the server's."""

    account: str
    user: str
    auth: Auth
    secret: Secret


class ImapConnection:
    """A connection that is signed in; every failure is one of our errors and ends the session.

    Attributes:
        folder: name of the open folder, None when none is.
        broken: the session cannot be used any more.
    """

    def __init__(
        self,
        settings: EmailSettings,
        sign_in: SignIn,
        now: Callable[[], datetime],
        patience: line.Patience,
        stop: Event | None = None,
    ) -> None:
        self._settings, self._sign_in, self._now = settings, sign_in, now
        self._server = settings.imap
        self._patience = patience
        self._quick_resync = False
        self.folder: str | None = None
        self.broken = False
        self._box = self._connect(stop)

    # --- begin and end ---------------------------------------------------------------------

    def _connect(self, stop: Event | None) -> ImapBox:
        try:
            self._begin(stop, renew=False)
        except AuthExpired:
            if self._sign_in.auth is not Auth.XOAUTH2:
                raise
            # The provider may have ended the token early: a new one tells.
            self._begin(stop, renew=True)
        self.broken = False
        return self._box

    def _begin(self, stop: Event | None, *, renew: bool) -> None:
        secret = self._sign_in.secret(renew=renew)
        self._box = self._greeted(stop)
        self._authenticate(secret)
        self._enable()

    def _greeted(self, stop: Event | None) -> ImapBox:
        context = line.tls_context(self._settings.ca)
        box: ImapBox | None = None
        try:
            with self._guard(signing_in=True):
                box = ImapBox(self._server, context, self._patience, stop)
                box.client.begin()
        except Exception:
            if box is not None:
                box.client.shutdown()
            raise
        return box

    def _authenticate(self, secret: str) -> None:
        box, user = self._box, self._sign_in.user
        client = box.client
        with self._guard(signing_in=True):
            if self._sign_in.auth is Auth.XOAUTH2:
                client.sign_in(lambda: _xoauth2(client, user, secret))
            elif _speakable(user) and _speakable(secret) and self._allows("LOGIN"):
                client.sign_in(lambda: box.login(user, secret, None))
            else:
                client.sign_in(lambda: box.login_utf8(user, secret, None))

    def _allows(self, command: str) -> bool:
        return f"{command}DISABLED" not in self._box.client.capabilities

    def _enable(self) -> None:
        if self.can("QRESYNC") and self.can("ENABLE"):
            with self._guard():
                self._quick_resync = self._box.client.run("ENABLE", "QRESYNC")[0] == "OK"

    def close(self) -> None:
        """Say goodbye when the line still works, and close it; never raises."""
        client, self.broken, self.folder = self._box.client, True, None
        with suppress(OSError, imaplib.IMAP4.error, line.Stopped, *_GARBAGE):
            if client.state != "LOGOUT":
                client.stop_on(None)
                client.send(b"bye LOGOUT\r\n")
        client.shutdown()

    def stop_on(self, stop: Event | None) -> None:
        """Let waiting for the server end when `stop` is set."""
        self._box.client.stop_on(stop)

    @contextmanager
    def _guard(self, *, signing_in: bool = False) -> Iterator[None]:
        """Turn whatever a server or line does into our errors; the session is over then."""
        try:
            yield
        except Stripped:
            self._end()
            raise line.no_starttls(self._server) from None
        except (imaplib.IMAP4.error, ImapToolsError) as error:
            self._end()
            raise self._meaning(error, signing_in=signing_in) from None
        except OSError as error:
            self._end()
            raise line.broken(error, self._server) from None
        except line.Stopped:
            self._end()
            raise
        except _GARBAGE as error:
            self._end()
            raise ProtocolChanged(server=self._server.host, detail=type(error).__name__) from None

    def _end(self) -> None:
        self.broken, self.folder = True, None
        box = getattr(self, "_box", None)
        if box is not None:
            box.client.shutdown()

    def _meaning(self, error: Exception, *, signing_in: bool) -> ChannelError:
        if isinstance(error, imaplib.IMAP4.abort):
            return self._cut(str(error))
        if isinstance(error, UnexpectedCommandStatusError):
            return self._refusal(_words(error.command_result[1]), signing_in=signing_in)
        detail = error.args[0] if error.args else b""
        words = detail if isinstance(detail, bytes) else str(detail).encode()
        if words.startswith(b"* BYE") or not _COMPLAINT.search(words):
            return self._refusal(words, signing_in=signing_in)
        if b"not connected" in words:  # Exchange Online says BAD when it is overloaded
            return Transient(server=self._server.host, detail="busy")
        return ProtocolChanged(server=self._server.host, detail=answers.safe_text(words))

    def _cut(self, text: str) -> ChannelError:
        if any(word in text for word in ("EOF", "unterminated", "socket error")):
            return line.Dropped(server=self._server.host, detail="the connection was closed")
        if "unexpected" in text or "too large" in text:
            return ProtocolChanged(server=self._server.host, detail="not IMAP")
        meant = self._refusal(text.encode())
        return (
            line.Dropped(server=self._server.host, detail=answers.safe_text(text))
            if type(meant) is Transient
            else meant
        )

    def _refusal(self, text: bytes, *, signing_in: bool = False) -> ChannelError:
        return answers.refusal(
            text,
            server=self._server.host,
            account=self._sign_in.account,
            now=self._now(),
            signing_in=signing_in,
        )

    def can(self, capability: str) -> bool:
        """Say whether the server announces a capability."""
        return capability in self._box.client.capabilities

    def _done(self, result: tuple[str, Sequence[bytes | None]]) -> None:
        status, text = result
        if status != "OK":
            raise self._refusal(_words(text))


def _xoauth2(client: ImapClient, user: str, token: str) -> object:
    """Sign in with an access token; the second question is an error report, answered empty."""
    answer = f"user={user}\x01auth=Bearer {token}\x01\x01".encode()
    return client.authenticate("XOAUTH2", lambda challenge: b"" if challenge else answer)


def _speakable(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _words(text: Sequence[bytes | None]) -> bytes:
    return b" ".join(each for each in text if isinstance(each, bytes))
