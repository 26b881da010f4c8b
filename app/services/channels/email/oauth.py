"""Signing in with a provider: authorization code, PKCE and tokens that renew (RFC 8252, 7636)."""

import json
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from app.services.channels import http
from app.services.channels.api import SecretBox
from app.services.channels.email.loopback import LoopbackListener
from app.services.channels.email.settings import OAuthSettings
from app.services.channels.errors import (
    AuthExpired,
    CertificateRefused,
    NotAllowedByPlatform,
    Offline,
    ProtocolChanged,
    Transient,
)

TOKEN = "oauth_token"  # noqa: S105  the name of a secret, not the secret
CLIENT_SECRET = "oauth-client-secret"  # noqa: S105  idem

MARGIN = timedelta(seconds=60)
"""A token that ends within this is renewed first."""

SIGN_IN_TIME = timedelta(minutes=3)

Token = dict[str, Any]


class SignInFlow:
    """One attempt to sign in: open `url` in the browser, then `finish`.

    Signing in again for an existing account replaces its token and nothing else.
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
        self._listener = LoopbackListener(state, host=settings.redirect_host, time_limit=time_limit)
        with closing(_session(settings, secrets)) as session:
            session.redirect_uri = self._listener.url
            self.url: str = session.create_authorization_url(
                settings.authorize_url,
                state=state,
                code_verifier=self._verifier,
                login_hint=account,
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


def _session(settings: OAuthSettings, secrets: SecretBox) -> Any:
    secret = secrets.get(CLIENT_SECRET)
    session = OAuth2Session(
        settings.client_id,
        secret,
        token_endpoint_auth_method="client_secret_post" if secret else "none",
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
    return json.dumps(kept)
