"""An OAuth2 provider for the tests: authorization code with PKCE, rotating refresh tokens."""

import base64
import hashlib
import json
import secrets
import threading
import time
import urllib.request
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT_ID = "balie-test"


@dataclass
class Grant:
    """What a code or refresh token stands for."""

    user: str
    challenge: str = ""
    redirect_uri: str = ""


class OAuthServer:
    """The provider; `browse` stands in for the owner's browser and password.

    Attributes:
        ttl: seconds that an access token lasts.
        refreshes: how many refreshes were asked.
        overlapping: how many of them came while another was being answered.
        refresh_ttl: seconds that it says a refresh token lasts, if it says so.
        trouble: status and body that /token answers instead.
    """

    def __init__(self, *, ttl: float = 3600, refresh_takes: float = 0.0) -> None:
        self.ttl, self.refresh_takes = ttl, refresh_takes
        self.refreshes = self.overlapping = 0
        self.refresh_ttl: int | None = None
        self.trouble: tuple[int, dict[str, object]] | None = None
        self.requests: list[dict[str, str]] = []
        self._codes: dict[str, Grant] = {}
        self._refresh: dict[str, Grant] = {}
        self._access: dict[str, tuple[str, float]] = {}
        self._refreshing = 0
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.address = f"127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def settings(self) -> dict[str, object]:
        """Return the "oauth" part of an account's settings."""
        return {
            "authorize_url": f"http://{self.address}/authorize",
            "token_url": f"http://{self.address}/token",
            "client_id": CLIENT_ID,
            "scope": "mail offline_access",
        }

    def token_for(self, user: str) -> str:
        """Return the stored form of a token, as if this user had signed in a moment ago."""
        token = self._new_token(Grant(user))
        ends = time.time() + self.ttl
        return json.dumps({**token, "expires_at": ends})

    def browse(self, url: str) -> None:
        """Open a sign-in page as a browser does: sign in, and follow the way back."""
        with urllib.request.urlopen(url, timeout=10) as answer:
            answer.read()

    def end_access(self) -> None:
        """Let all access tokens be refused from now on."""
        self._access.clear()

    def revoke(self) -> None:
        """Let refresh tokens be refused from now on as well."""
        self._access.clear()
        self._refresh.clear()

    # --- endpoints -------------------------------------------------------------------------

    def authorize(self, asked: dict[str, str]) -> str:
        """Return the way back with a code."""
        code = secrets.token_urlsafe(16)
        challenge = asked["code_challenge"] if asked["code_challenge_method"] == "S256" else "?"
        user = asked.get("login_hint", "owner@winkel.test")
        self._codes[code] = Grant(user, challenge, asked["redirect_uri"])
        back = urlencode({"code": code, "state": asked["state"]})
        return f"{asked['redirect_uri']}?{back}"

    def token(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        """Answer a token request."""
        self.requests.append(asked)
        if self.trouble:
            return self.trouble
        if asked.get("client_id") != CLIENT_ID:
            return 401, {"error": "invalid_client"}
        if asked.get("grant_type") == "refresh_token":
            return self._renew(asked)
        grant = self._codes.pop(asked.get("code", ""), None)
        digest = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if not grant or grant.challenge != challenge:
            return 400, {"error": "invalid_grant"}
        if grant.redirect_uri != asked.get("redirect_uri"):
            return 400, {"error": "invalid_grant"}
        return 200, self._new_token(grant)

    def _renew(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        with self._lock:
            self.refreshes += 1
            self.overlapping += self._refreshing > 0
            self._refreshing += 1
            grant = self._refresh.pop(asked.get("refresh_token", ""), None)
        time.sleep(self.refresh_takes)
        with self._lock:
            self._refreshing -= 1
        return (200, self._new_token(grant)) if grant else (400, {"error": "invalid_grant"})

    def _new_token(self, grant: Grant) -> dict[str, object]:
        access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self._access[access] = grant.user, time.time() + self.ttl
        self._refresh[refresh] = grant
        told: dict[str, object] = {
            "access_token": access,
            "refresh_token": refresh,
            "token_type": "Bearer",
            "expires_in": self.ttl,
        }
        return told | ({"refresh_token_expires_in": self.refresh_ttl} if self.refresh_ttl else {})

    def introspect(self, token: str) -> dict[str, object]:
        """Say whose token this is, in the form that Dovecot and Exim are set up for."""
        user, ends = self._access.get(token, ("", 0.0))
        if ends > time.time():
            return {"active": "true", "email": user}
        return {"active": "false"}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked = {n: v[0] for n, v in parse_qs(urlsplit(self.path).query).items()}
                if self.path.startswith("/authorize"):
                    self.send_response(302)
                    self.send_header("Location", provider.authorize(asked))
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                else:
                    self._answer(200, provider.introspect(asked.get("token", "")))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._answer(*provider.token({n: v[0] for n, v in parse_qs(body).items()}))

            def _answer(self, status: int, value: dict[str, object]) -> None:
                # Without spaces: Exim looks for the text itself.
                body = json.dumps(value, separators=(",", ":")).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
