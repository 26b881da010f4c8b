"""The settings of one mail account, typed, from and to the account's own dictionary."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError, KnownError
from app.services.channels.api import Json
from app.services.channels.loopback import is_loopback
from app.services.channels.oauth import OAuthSettings

STORES_SENT_ITSELF = ("smtp.gmail.com", "smtp.office365.com", "smtp-mail.outlook.com")
"""Submission servers that put what they send into the Sent folder."""


class PlainConnectionRefused(KnownError):
    """The owner asked for a connection without TLS to another computer."""

    code = "plain_connection_refused"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Balie does not send a password to {host} over an open line. Choose TLS or STARTTLS.",
    )


class Tls(StrEnum):
    """How a connection becomes private: by STARTTLS, from its first byte, or not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class Auth(StrEnum):
    """What the account signs in with."""

    PASSWORD = "password"  # noqa: S105  the word, not a password
    XOAUTH2 = "xoauth2"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server: its name, port, and how the connection becomes private."""

    host: str
    port: int
    tls: Tls

    @override
    def __str__(self) -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"{name}:{self.port}"

    @classmethod
    def parse(cls, text: str, tls: str | None = None, *, field: str = "imap") -> Self:
        """Read "host:port"; the port decides about TLS when `tls` is not given.

        Raises:
            InvalidValueError: not a host and port, or an unknown word for `tls`.
            PlainConnectionRefused: "none" to another computer.
        """
        host, _, port = text.strip().rpartition(":")
        host = host.strip("[]").lower()
        if not host or not port.isdecimal() or not 0 < int(port) < 65536 or _strange(host):
            raise InvalidValueError(value=text, field=field, choices="name:port")
        implied = Tls.TLS if int(port) in {465, 993} else Tls.STARTTLS
        if tls and tls not in set(Tls):
            raise InvalidValueError(value=tls, field="tls", choices=", ".join(Tls))
        chosen = Tls(tls) if tls else implied
        if chosen is Tls.NONE and not is_loopback(host):
            raise PlainConnectionRefused(host=host)
        return cls(host, int(port), chosen)


@dataclass(frozen=True, slots=True)
class EmailSettings:
    """How to reach and sign in to one mail account.

    Attributes:
        ca: PEM text of one certificate or authority that the owner trusts besides the system's.
        smtp_user: the name to sign in with for sending, where it differs.
        folders: names of further folders to read.
        sent_by_provider: the server itself keeps what it sends; None: known by the server's name.
    """

    imap: Endpoint
    smtp: Endpoint
    user: str
    ca: str | None = None
    auth: Auth = Auth.PASSWORD
    oauth: OAuthSettings | None = None
    folders: tuple[str, ...] = ()
    sent_by_provider: bool | None = None
    smtp_user: str | None = None

    @property
    def keeps_sent(self) -> bool:
        """Whether the server stores what it sends, so that we must not."""
        if self.sent_by_provider is not None:
            return self.sent_by_provider
        return self.smtp.host in STORES_SENT_ITSELF

    @classmethod
    def parse(cls, values: Mapping[str, Json]) -> Self:
        """Read an account's dictionary.

        Raises:
            InvalidValueError, PlainConnectionRefused: a value that cannot be used.
        """
        tls = _text(values, "tls")
        user = _text(values, "user")
        if not user or not user.isprintable():
            raise InvalidValueError(value=user, field="user", choices="name, name@example.nl")
        auth = _text(values, "auth") or Auth.PASSWORD
        if auth not in set(Auth):
            raise InvalidValueError(value=auth, field="auth", choices=", ".join(Auth))
        oauth = values.get("oauth")
        folders = values.get("folders")
        kept = values.get("sent_by_provider")
        return cls(
            imap=Endpoint.parse(
                _text(values, "imap"), _text(values, "imap_tls") or tls, field="imap"
            ),
            smtp=Endpoint.parse(
                _text(values, "smtp"), _text(values, "smtp_tls") or tls, field="smtp"
            ),
            user=user,
            ca=_text(values, "ca") or None,
            auth=Auth(auth),
            oauth=OAuthSettings.parse(oauth) if isinstance(oauth, Mapping) else None,
            folders=_texts(folders),
            sent_by_provider=kept if isinstance(kept, bool) else None,
            smtp_user=_text(values, "smtp_user") or None,
        )

    def to_values(self) -> dict[str, Json]:
        """Return the dictionary that `parse` reads."""
        values: dict[str, Json] = {
            "imap": str(self.imap),
            "smtp": str(self.smtp),
            "user": self.user,
            "tls": self.imap.tls.value,
            "ca": self.ca,
            "auth": self.auth.value,
            "oauth": self.oauth.to_values() if self.oauth else None,
            "folders": list(self.folders),
            "sent_by_provider": self.sent_by_provider,
        }
        if self.smtp.tls is not self.imap.tls:
            values["smtp_tls"] = self.smtp.tls.value
        if self.smtp_user:
            values["smtp_user"] = self.smtp_user
        return values


def _strange(text: str) -> bool:
    """Say whether a name holds what could end a line or a command."""
    return not text.isprintable() or any(letter in text for letter in ' "\\')


def _text(values: Mapping[str, Json], name: str) -> str:
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""


def _texts(value: Json) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(each for each in value if isinstance(each, str) and each)
