"""E-mail as a kind of channel: what the owner fills in, and how an account is opened."""

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import AccountSettings, Json, Parses, SecretBox, Traits
from app.services.channels.email import discover, line
from app.services.channels.email.account import EmailChannel
from app.services.channels.email.parse import parse_mail
from app.services.channels.email.settings import Auth, EmailSettings, Tls
from app.services.channels.errors import PermissionMissing
from app.services.channels.http import Http
from app.services.channels.oauth import SignInFlow
from app.services.channels.setup import SetupField

__all__ = ["EmailChannel", "EmailType"]

FIELDS = (
    SetupField("address", QT_TRANSLATE_NOOP("setup", "E-mail address"), "address"),
    SetupField("password", QT_TRANSLATE_NOOP("setup", "Password"), "secret"),
    SetupField(
        "provider",
        QT_TRANSLATE_NOOP("setup", "Provider"),
        "choice",
        choices=discover.provider_names(),
        help=QT_TRANSLATE_NOOP("setup", "Only for a domain of your own at one of these."),
    ),
    SetupField("imap", QT_TRANSLATE_NOOP("setup", "Incoming server (IMAP)"), "host_port"),
    SetupField("smtp", QT_TRANSLATE_NOOP("setup", "Outgoing server (SMTP)"), "host_port"),
    SetupField(
        "user",
        QT_TRANSLATE_NOOP("setup", "User name"),
        help=QT_TRANSLATE_NOOP("setup", "Usually the whole address."),
    ),
    SetupField(
        "tls",
        QT_TRANSLATE_NOOP("setup", "Secure connection"),
        "choice",
        choices=tuple(each.value for each in Tls),
    ),
    SetupField(
        "ca",
        QT_TRANSLATE_NOOP("setup", "Certificate to trust as well"),
        "file",
        help=QT_TRANSLATE_NOOP("setup", "PEM file, only for a server with its own certificate."),
    ),
    SetupField(
        "folder",
        QT_TRANSLATE_NOOP("setup", "Further folders to read"),
        help=QT_TRANSLATE_NOOP(
            "setup", "Names with ; between them. INBOX and Sent are always read."
        ),
    ),
    SetupField(
        "auth",
        QT_TRANSLATE_NOOP("setup", "Signing in"),
        "choice",
        choices=tuple(each.value for each in Auth),
    ),
    SetupField(
        "oauth-provider",
        QT_TRANSLATE_NOOP("setup", "Sign in with"),
        "choice",
        choices=("microsoft", "google"),
    ),
    SetupField("oauth-client-id", QT_TRANSLATE_NOOP("setup", "Client id of your own app")),
    SetupField("oauth-client-secret", QT_TRANSLATE_NOOP("setup", "Its client secret"), "secret"),
    SetupField("oauth-authorize-url", QT_TRANSLATE_NOOP("setup", "Address to sign in at")),
    SetupField("oauth-token-url", QT_TRANSLATE_NOOP("setup", "Address that gives tokens")),
    SetupField("oauth-scope", QT_TRANSLATE_NOOP("setup", "Scope")),
)


class EmailType:
    """Mail over IMAP and SMTP.

    Args:
        now: tells the time (aware UTC).
        patience: how long to wait for servers.
        around: where to look for the settings of an address.
    """

    kind: ClassVar[str] = "email"
    traits: ClassVar[Traits] = Traits(html=True)
    fields: ClassVar[Sequence[SetupField]] = FIELDS
    parse: ClassVar[Parses] = staticmethod(parse_mail)
    steps: ClassVar[Sequence[str]] = ()

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        patience: line.Patience | None = None,
        around: discover.Surroundings | None = None,
    ) -> None:
        self._now, self._around = now, around
        self._patience = patience or line.Patience()
        self._locks: dict[str, threading.Lock] = {}

    def handle(self, values: Mapping[str, str]) -> str:
        """Return the account's own address in lower case.

        Raises:
            InvalidValueError: it is no address.
        """
        address = (values.get("address") or values.get("user") or "").strip().lower()
        local, at, domain = address.rpartition("@")
        if not (local and at and "." in domain) or not address.isprintable() or " " in address:
            raise InvalidValueError(value=address, field="address", choices="name@example.nl")
        return address

    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        """Return the settings of an account: what the owner filled in, the rest looked up.

        Raises:
            InvalidValueError, PlainConnectionRefused: a value that cannot be used.
            SettingsNotFound: the servers are not known and were not filled in.
        """
        address = self.handle(values)
        ca = _certificate(values.get("ca", ""))
        given = {name: text.strip() for name, text in values.items() if text.strip()}
        settings: dict[str, Json] = {"user": address}
        if not ("imap" in given and "smtp" in given):
            found = discover.discover(
                address,
                provider=given.get("provider", ""),
                ca=ca,
                http=self._http,
                around=self._around,
            )
            settings = found.to_values()
        settings |= _chosen(given, settings)
        settings["ca"] = ca
        return EmailSettings.parse(settings).to_values()

    def _http(self) -> Http:
        return Http(self._now, time_limits=(5, 10), total_limit=15)

    def open(self, account: AccountSettings, secrets: SecretBox) -> EmailChannel:
        """Return the channel of an account; it connects at its first use.

        Raises:
            InvalidValueError, PlainConnectionRefused: its settings cannot be used.
        """
        return EmailChannel(
            account,
            secrets,
            now=self._now,
            patience=self._patience,
            lock=self._locks.setdefault(account.handle, threading.Lock()),
        )

    def filled_in(self, account: AccountSettings) -> Mapping[str, str]:
        """Return its address; the rest is looked up again."""
        return {"address": account.handle}

    def sign_in(self, account: AccountSettings, secrets: SecretBox) -> SignInFlow | None:
        """Begin to sign in with the account's provider, again or for the first time.

        None for an account with a password: there is nothing to do.

        Raises:
            PermissionMissing: no provider or client id was filled in.
        """
        settings = EmailSettings.parse(account.values)
        if settings.auth is not Auth.XOAUTH2:
            return None
        if settings.oauth is None or not settings.oauth.client_id:
            raise PermissionMissing(account=account.handle, what="client id")
        return SignInFlow(settings.oauth, account=account.handle, secrets=secrets, now=self._now)


def _chosen(given: Mapping[str, str], found: Mapping[str, Json]) -> dict[str, Json]:
    """Return the settings that the owner filled in himself."""
    chosen: dict[str, Json] = {}
    for name in ("imap", "smtp"):
        if name in given:
            chosen |= {name: given[name], f"{name}_tls": given.get("tls", "")}
    for name in ("user", "auth"):
        if name in given:
            chosen[name] = given[name]
    if "user" in given:
        chosen["smtp_user"] = None
    if "folder" in given:
        chosen["folders"] = [each.strip() for each in re.split(r"[;\n]", given["folder"])]
    oauth = _oauth(given, found)
    if oauth:
        chosen["oauth"] = oauth
    return chosen


def _oauth(given: Mapping[str, str], found: Mapping[str, Json]) -> dict[str, Json]:
    known = found.get("oauth")
    oauth = dict(known) if isinstance(known, Mapping) else {}
    oauth |= discover.oauth_endpoints(given.get("oauth-provider", ""))
    for name in ("client_id", "authorize_url", "token_url", "scope"):
        option = f"oauth-{name.replace('_', '-')}"
        if option in given:
            oauth[name] = given[option]
    return oauth


def _certificate(text: str) -> str | None:
    """Return the PEM text of a file, or the text itself when it is one."""
    if not text.strip():
        return None
    if "-----BEGIN" in text:
        return text
    try:
        return Path(text).read_text("ascii")
    except (OSError, UnicodeError) as error:
        raise InvalidValueError(value=text, field="ca", choices="PEM") from error
