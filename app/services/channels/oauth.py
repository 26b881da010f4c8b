"""Signing in with a provider: authorization code, PKCE and tokens that renew (RFC 8252, 7636)."""

import json
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any, Self

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from app.models.rules.errors import InvalidValueError
from app.services.channels import http
from app.services.channels.api import Json, SecretBox
from app.services.channels.errors import (
    AuthExpired,
    CertificateRefused,
    NotAllowedByPlatform,
    Offline,
    ProtocolChanged,
    Transient,
)
from app.services.channels.loopback import LoopbackListener, is_loopback

TOKEN = "oauth_token"  # noqa: S105  the name of a secret, not the secret
CLIENT_SECRET = "oauth-client-secret"  # noqa: S105  idem

SIGN_IN_ENDS = "refresh_ends_at"
"""Until when the stored token can be renewed, in seconds since 1970; null if nothing was said."""

MARGIN = timedelta(seconds=60)
"""A token that ends within this is renewed first."""

SIGN_IN_TIME = timedelta(minutes=3)

Token = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OAuthSettings:
    """A provider where the owner signs in; the client id is his own or the product's.

    Attributes:
        redirect_host: the loopback name that the provider has registered.
        redirect_port: the port that it has registered; 0 where any will do.
        basic: the client's secret goes in the Authorization header, not in the form.
        extra: further parameters of the authorization request.
    """

    authorize_url: str
    token_url: str
    client_id: str
    scope: str
    redirect_host: str = "127.0.0.1"
    extra: tuple[tuple[str, str], ...] = ()
    redirect_port: int = 0
    basic: bool = False

    @classmethod
    def parse(cls, values: Mapping[str, Json]) -> Self:
        """Read the dictionary; https only, except on this computer.

        Raises:
            InvalidValueError: an address is missing or not https.
        """
        extra = values.get("extra")
        pairs = extra.items() if isinstance(extra, Mapping) else ()
        return cls(
            authorize_url=_secure_url(values, "authorize_url"),
            token_url=_secure_url(values, "token_url"),
            client_id=_text(values, "client_id"),
            scope=_text(values, "scope"),
            redirect_host=_text(values, "redirect_host") or "127.0.0.1",
            extra=tuple((str(name), str(value)) for name, value in pairs),
        )

    def to_values(self) -> dict[str, Json]:
        """Return the dictionary that `parse` reads."""
        return {
            "authorize_url": self.authorize_url,
            "token_url": self.token_url,
            "client_id": self.client_id,
            "scope": self.scope,
            "redirect_host": self.redirect_host,
            "extra": dict(self.extra),
        }


class SignInFlow:
    """One attempt to sign in: open `url` in the browser, then `finish`.

    Signing in again for an existing account replaces its token and nothing else.

    Raises:
        Transient: the one port that the provider knows is in use on this computer.
    """

    def __init__(
        self,
        settings: OAuthSettings,
        *,
        account: str,
        secrets: SecretBox,
        now: Callable[[], datetime],
        time_limit: timedelta = SIGN_IN_TIME,
    ) -> None:
        self._settings, self._account, self._secrets, self._now = settings, account, secrets, now
        self._verifier = generate_token(64)
        state = generate_token(43)
        self._listener = _listener(settings, state, time_limit)
        with closing(_session(settings, secrets)) as session:
            session.redirect_uri = self._listener.url
            self.url: str = session.create_authorization_url(
                settings.authorize_url,
                state=state,
                code_verifier=self._verifier,
                **_hint(account),
                **dict(settings.extra),
            )[0]

    def finish(self, stop: Event) -> None:
        """Wait until the browser comes back, and store the token.

        Raises:
            AuthExpired: nobody signed in in time, or the provider refused.
            ChannelError: the provider cannot be reached or answers strangely.
        """
        server = self._settings.authorize_url.split("/")[2]
        back = self._listener.wait(stop)
        if "code" not in back:
            raise AuthExpired(server=server, account=self._account)
        with closing(_session(self._settings, self._secrets)) as session:
            token = _ask(
                lambda: session.fetch_token(
                    self._settings.token_url,
                    grant_type="authorization_code",
                    code=back["code"],
                    code_verifier=self._verifier,
                    redirect_uri=self._listener.url,
                    allow_redirects=False,
                ),
                self._settings,
                self._account,
            )
        self._secrets.put(TOKEN, _stored(token, {}, self._now()))

    def cancel(self) -> None:
        """Stop listening; never raises."""
        self._listener.close()


class TokenSource:
    """The access token of one account, renewed by one thread at a time.

    Providers end the whole sign-in when two refreshes run at once.
    """

    def __init__(
        self,
        settings: OAuthSettings,
        *,
        account: str,
        secrets: SecretBox,
        now: Callable[[], datetime],
        lock: threading.Lock,
    ) -> None:
        self._settings, self._account, self._secrets, self._now = settings, account, secrets, now
        self._lock = lock

    def access_token(self, *, renew: bool) -> str:
        """Return a valid access token; `renew` when the server refused the last one.

        Raises:
            AuthExpired: the provider wants the owner to sign in again.
            ChannelError: the provider cannot be reached or answers strangely.
        """
        with self._lock:
            token = self._read()
            access = str(token.get("access_token") or "")
            if access and not renew and not self._ends(token):
                return access
            renewed = self._refresh(token)
            self._secrets.put(TOKEN, _stored(renewed, token, self._now()))
            return str(renewed["access_token"])

    def _read(self) -> Token:
        try:
            token = json.loads(self._secrets.get(TOKEN) or "{}")
        except ValueError:
            return {}
        return token if isinstance(token, dict) else {}

    def _ends(self, token: Token) -> bool:
        ends = token.get("expires_at")
        return isinstance(ends, int | float) and ends < (self._now() + MARGIN).timestamp()

    def _refresh(self, token: Token) -> Token:
        refresh_token = token.get("refresh_token")
        if not refresh_token:
            server = self._settings.token_url.split("/")[2]
            raise AuthExpired(server=server, account=self._account)
        with closing(_session(self._settings, self._secrets)) as session:
            return _ask(
                lambda: session.refresh_token(
                    self._settings.token_url, refresh_token=refresh_token, allow_redirects=False
                ),
                self._settings,
                self._account,
            )


def _listener(settings: OAuthSettings, state: str, time_limit: timedelta) -> LoopbackListener:
    port = settings.redirect_port
    try:
        return LoopbackListener(
            state, host=settings.redirect_host, time_limit=time_limit, port=port
        )
    except OSError as error:
        raise Transient(server=settings.redirect_host, detail=f"port {port} is in use") from error


def _hint(account: str) -> dict[str, str]:
    """Return whom the provider may fill in: it knows people by address, not by another handle."""
    return {"login_hint": account} if "@" in account[1:] else {}


def _session(settings: OAuthSettings, secrets: SecretBox) -> Any:
    secret = secrets.get(CLIENT_SECRET)
    with_secret = "client_secret_basic" if settings.basic else "client_secret_post"
    session = OAuth2Session(
        settings.client_id,
        secret,
        token_endpoint_auth_method=with_secret if secret else "none",
        scope=settings.scope,
        code_challenge_method="S256",
    )
    http.limit(session)
    return session


def _ask(question: Callable[[], Mapping[str, Any]], settings: OAuthSettings, account: str) -> Token:
    """Ask the token endpoint (RFC 6749 5.2); no error carries what was asked or answered."""
    server = settings.token_url.split("/")[2]
    try:
        token = dict(question())
    except OAuthError as error:
        if error.error in {"invalid_grant", "interaction_required", "login_required"}:
            raise AuthExpired(server=server, account=account) from None
        raise NotAllowedByPlatform(server=server, detail=str(error.error)[:60]) from None
    except requests.exceptions.SSLError:
        raise CertificateRefused(server=server, host=server, detail="TLS") from None
    except (requests.exceptions.ConnectTimeout, requests.exceptions.ConnectionError):
        raise Offline(server=server, detail="no connection") from None
    except (requests.exceptions.Timeout, requests.exceptions.HTTPError):
        raise Transient(server=server, detail="no token") from None
    except (requests.exceptions.RequestException, ValueError, TypeError, KeyError):
        raise ProtocolChanged(server=server, detail="no token") from None
    if not isinstance(token.get("access_token"), str):
        raise ProtocolChanged(server=server, detail="no token")
    return token


def _stored(token: Mapping[str, Any], before: Mapping[str, Any], now: datetime) -> str:
    """Return the token as it is kept: with its end by our clock, and a refresh token."""
    kept = {"access_token": token["access_token"]}
    kept["refresh_token"] = token.get("refresh_token") or before.get("refresh_token")
    lasts = token.get("expires_in")
    if isinstance(lasts, int | float) or (isinstance(lasts, str) and lasts.isdecimal()):
        ends = now.astimezone(UTC) + timedelta(seconds=min(float(lasts), 10**8))
        kept["expires_at"] = ends.timestamp()
    kept[SIGN_IN_ENDS] = _sign_in_ends(token, before, now)
    return json.dumps(kept)


def _sign_in_ends(
    token: Mapping[str, Any], before: Mapping[str, Any], now: datetime
) -> float | None:
    lasts = token.get("refresh_token_expires_in")
    if not isinstance(lasts, int | float) or isinstance(lasts, bool):
        return before.get(SIGN_IN_ENDS)
    return (now.astimezone(UTC) + timedelta(seconds=min(float(lasts), 10**9))).timestamp()


def _text(values: Mapping[str, Json], name: str) -> str:
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""


def _secure_url(values: Mapping[str, Json], name: str) -> str:
    url = _text(values, name)
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0].rpartition("@")[2].partition(":")[0]
    if not (scheme == "https" and host) and not (scheme == "http" and is_loopback(host)):
        raise InvalidValueError(value=url, field=name, choices="https://...")
    return url
