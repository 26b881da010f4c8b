"""Sending over SMTP: every failure is certain, except between the message and the word for it."""

import base64
import io
import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from typing_extensions import override

from app.services.channels.api import Prepared, SendResult
from app.services.channels.email import line
from app.services.channels.email.imap_answers import safe_text
from app.services.channels.email.imap_connection import SignIn
from app.services.channels.email.settings import Auth, EmailSettings, Endpoint, Tls
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    Offline,
    OutcomeUnknown,
    ProtocolChanged,
    QuotaExhausted,
    RateLimited,
    RecipientUnavailable,
    Transient,
)

EHLO_NAME = "[127.0.0.1]"
"""What mail programs say behind a router (RFC 5321 4.1.3); tells nothing about this computer."""

RETRY_AFTER = {
    421: timedelta(minutes=15),
    450: timedelta(minutes=5),
    451: timedelta(minutes=5),
    452: timedelta(minutes=60),
}
"""How long a temporary refusal usually lasts; greylisting (450, 451) takes 5 minutes."""

_ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_TOO_OFTEN = re.compile(r"too many|rate limit|throttl|exceed.{0,30}rate", re.IGNORECASE)
_SIGN_IN_CODES = (454, 530, 534, 535, 538)


class SmtpClient(smtplib.SMTP):
    """One SMTP connection that cannot hang and checks who is at the other end."""

    def __init__(self, server: Endpoint, context: ssl.SSLContext, patience: line.Patience) -> None:
        self._server, self._context, self._patience = server, context, patience
        self.answer_within = patience.answer
        super().__init__(local_hostname=EHLO_NAME)
        self._host = server.host
        code, text = self.connect(server.host, server.port)
        if code != 220:
            self.close()
            raise smtplib.SMTPConnectError(code, text)

    def _get_socket(self, *_where: object) -> object:
        return line.connect(self._server, self._context, self._patience)

    @override
    def getreply(self) -> tuple[int, bytes]:
        if self.file is None and self.sock is not None:
            self._reader = line.DeadlineReader(self.sock)
            self.file = io.BufferedReader(self._reader)
        if self.sock is not None:
            self._reader.expect(self.answer_within)
            self._reader.end_in(self.answer_within)
        return super().getreply()

    @override
    def send(self, s: bytes | str) -> None:  # type: ignore[override]  # the stubs name a buffer
        if self.sock is not None:
            self.sock.settimeout(self._patience.answer)
        super().send(s)

    def protect(self) -> None:
        """Begin TLS by STARTTLS; whatever the server said before is forgotten.

        Raises:
            CertificateRefused: it is not offered, or the certificate is not valid.
        """
        self.ehlo()
        if not self.has_extn("starttls") or self.docmd("STARTTLS")[0] != 220:
            self.close()
            raise line.no_starttls(self._server)
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("closed")
        self.sock = line.protect(self.sock, self._server, self._context)
        self.file = None
        self.esmtp_features = {}

    def sign_in(self, user: str, secret: str, auth: Auth) -> tuple[int, bytes]:
        """Authenticate by the best mechanism on offer and return the server's answer."""
        offered = self.esmtp_features.get("auth", "").upper().split()
        if auth is Auth.XOAUTH2:
            code, text = self._auth("XOAUTH2", f"user={user}\x01auth=Bearer {secret}\x01\x01")
            # A 334 holds an error report, which an empty line ends.
            return self.docmd("") if code == 334 else (code, text)
        if "PLAIN" in offered or "LOGIN" not in offered:
            return self._auth("PLAIN", f"\0{user}\0{secret}")
        code, text = self.docmd("AUTH", "LOGIN")
        for word in (user, secret):
            if code == 334:
                code, text = self.docmd(_base64(word))
        return code, text

    def _auth(self, mechanism: str, words: str) -> tuple[int, bytes]:
        return self.docmd("AUTH", f"{mechanism} {_base64(words)}")

    @property
    def size_limit(self) -> int:
        """Bytes of the largest message that the server takes, 0 when it does not say."""
        told = self.esmtp_features.get("size", "")
        return int(told) if told.isdecimal() and len(told) < 16 else 0

    def leave(self) -> None:
        """Say goodbye without waiting for an answer; never raises."""
        with suppress(OSError, smtplib.SMTPException):
            self.putcmd("quit")
        with suppress(OSError):
            self.close()


class SmtpSender:
    """Sends for one account; a connection lives as long as one message."""

    def __init__(
        self,
        settings: EmailSettings,
        sign_in: SignIn,
        now: Callable[[], datetime],
        patience: line.Patience,
    ) -> None:
        self._settings, self._sign_in, self._now = settings, sign_in, now
        self._patience = patience
        self._server = settings.smtp

    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        """Hand over one message.

        `committing` is called when the server is ready for the text. Until then every failure
        means that nothing was sent.

        Raises:
            OutcomeUnknown: the connection broke between the text and the server's word for it.
            ChannelError: the server has not taken it.
        """
        client = self._signed_in()
        try:
            with self._guard():
                self._address(client, prepared)
            committing()
            result = self._hand_over(client, prepared)
        except BaseException:
            client.close()  # without a goodbye, which the server would take for the message
            raise
        client.leave()
        return result

    def check(self) -> int:
        """Sign in and return the server's size limit in bytes, 0 when it does not say."""
        client = self._signed_in()
        limit = client.size_limit
        client.leave()
        return limit

    # --- before the message ----------------------------------------------------------------

    def _signed_in(self) -> SmtpClient:
        try:
            return self._sign_in_with(renew=False)
        except AuthExpired:
            if self._sign_in.auth is not Auth.XOAUTH2:
                raise
        return self._sign_in_with(renew=True)

    def _sign_in_with(self, *, renew: bool) -> SmtpClient:
        secret = self._sign_in.secret(renew=renew)
        with self._guard():
            context = line.tls_context(self._settings.ca)
            client = SmtpClient(self._server, context, self._patience)
        try:
            with self._guard():
                if self._server.tls is Tls.STARTTLS:
                    client.protect()
                self._expect(client.ehlo(), "hello")
                answer = client.sign_in(self._sign_in.user, secret, self._sign_in.auth)
            self._expect_signed_in(*answer)
        except BaseException:
            client.leave()
            raise
        return client

    def _address(self, client: SmtpClient, prepared: Prepared) -> None:
        size, limit = len(prepared.payload), client.size_limit
        if limit and size > limit:
            raise InvalidContent(
                server=self._server.host,
                detail=f"{size / 1e6:.1f} MB, at most {limit / 1e6:.1f} MB",
            )
        options = [f"SIZE={size}"] if client.has_extn("size") else []
        self._expect(client.mail(self._sign_in.account, options), "sender")
        self._expect(client.rcpt(prepared.recipient), "recipient", prepared.recipient)
        code, text = client.docmd("DATA")
        if code != 354:
            raise self._refusal(code, text, "message", prepared.recipient)

    # --- the message -----------------------------------------------------------------------

    def _hand_over(self, client: SmtpClient, prepared: Prepared) -> SendResult:
        client.answer_within = self._patience.accept
        try:
            with self._guard():
                # When this fails, the end of the message has not left: it cannot be accepted.
                client.send(_dotted(prepared.payload))
            code, text = client.getreply()
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise OutcomeUnknown(server=self._server.host) from error
        if 200 <= code < 300:
            return SendResult(prepared.external_id, self._now())
        if not 400 <= code < 600:
            raise OutcomeUnknown(server=self._server.host)
        raise self._refusal(code, text, "message", prepared.recipient)

    # --- what answers mean -----------------------------------------------------------------

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Turn whatever a server or line does before the message into our errors."""
        try:
            yield
        except smtplib.SMTPConnectError as error:
            raise self._refusal(error.smtp_code, _bytes(error.smtp_error), "greeting") from None
        except smtplib.SMTPServerDisconnected as error:
            timed_out = "no answer" in str(error) or "timed out" in str(error)
            detail = "no answer" if timed_out else "the connection was closed"
            raise Transient(server=self._server.host, detail=detail) from None
        except smtplib.SMTPException as error:
            detail = type(error).__name__
            raise ProtocolChanged(server=self._server.host, detail=detail) from None
        except OSError as error:
            raise line.broken(error, self._server) from None
        except ValueError:
            raise ProtocolChanged(server=self._server.host, detail="not SMTP") from None

    def _expect(self, answer: tuple[int, bytes], stage: str, recipient: str = "") -> None:
        code, text = answer
        if not 200 <= code < 300:
            raise self._refusal(code, text, stage, recipient)

    def _expect_signed_in(self, code: int, text: bytes) -> None:
        if code != 235:
            raise self._refused_sign_in(code, text)

    def _refused_sign_in(self, code: int, text: bytes) -> ChannelError:
        words = safe_text(text)
        if "5.7.139" in words or "5.7.30" in words or code in {502, 503, 504}:
            # Exchange Online with SMTP AUTH switched off; a server that knows no such mechanism.
            return NotAllowedByPlatform(server=self._server.host, detail=words)
        if code in {535, 534} or code not in range(400, 500):
            return AuthExpired(server=self._server.host, account=self._sign_in.account)
        return self._refusal(code, text, "sign-in")

    def _refusal(self, code: int, text: bytes, stage: str, recipient: str = "") -> ChannelError:
        words = safe_text(text)
        server = self._server.host
        found = _ENHANCED.search(words)
        status = found[1] if found else ""
        if code not in range(400, 600):
            return ProtocolChanged(server=server, detail=f"{stage}: {code}")
        if status.endswith(".4.5") or ("quota exceeded" in words and stage != "recipient"):
            return QuotaExhausted(server=server, account=self._sign_in.account)
        if code < 500:
            return self._later(code, words)
        if code in _SIGN_IN_CODES:
            return AuthExpired(server=server, account=self._sign_in.account)
        return self._final_refusal(code, status, words, stage, recipient)

    def _final_refusal(
        self, code: int, status: str, words: str, stage: str, recipient: str
    ) -> ChannelError:
        server = self._server.host
        if status == "5.3.4" or (code == 552 and stage != "recipient"):
            return InvalidContent(server=server, detail=words)
        if stage == "recipient" or status.startswith("5.1."):
            return RecipientUnavailable(server=server, recipient=recipient, detail=words)
        if stage == "message":
            return InvalidContent(server=server, detail=words)
        if stage == "greeting":
            return Offline(server=server, detail=words)
        return NotAllowedByPlatform(server=server, detail=words)

    def _later(self, code: int, words: str) -> ChannelError:
        wait = RETRY_AFTER.get(code, timedelta(minutes=15))
        if _TOO_OFTEN.search(words):
            return RateLimited(retry_at=self._now() + wait, server=self._server.host)
        return Transient(retry_after=wait, server=self._server.host, detail=words)


def _dotted(payload: bytes) -> bytes:
    """Return a message with CRLF lines, dots doubled, and its end (RFC 5321 4.5.2)."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", payload)
    lines = re.sub(rb"(?m)^\.", b"..", lines)
    return lines + (b"" if lines.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode("ascii")


def _bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
