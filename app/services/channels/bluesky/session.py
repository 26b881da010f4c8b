"""The session of an account at Bluesky: made with the app password, renewed one at a time."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.services.channels.api import AccountSettings, Json, SecretBox
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    TargetGone,
)
from app.services.channels.http import Answer, Http
from app.services.channels.kit import Node, fingerprint, secret, setting

NAME = "Bluesky"
SERVER = "https://bsky.social"
CHAT_SERVICE = "did:web:api.bsky.chat#bsky_chat"
"""Who keeps the direct messages: a server passes calls on to whom a header names."""

_SIGN_IN = frozenset(
    {"ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired",
     "AuthFactorTokenRequired"}
)  # fmt: skip
_RESTRICTED = frozenset({"AccountTakedown", "AccountDeactivated", "AccountSuspended"})
_GONE = frozenset({"RecordNotFound", "NotFound", "InvalidConvo", "RecipientNotFound"})
_BLOCKED = {
    "BlockedActor": "BlockedActor",
    "BlockedByActor": "BlockedByActor",
    "BlockedSubject": "you have blocked this person",
    "MessagesDisabled": "this person takes no direct messages",
    "NotFollowedBySender": "this person only takes direct messages from people whom he follows",
    "ConvoLocked": "this conversation is closed",
}
"""What somebody or something does not allow, and how that is said."""

_NOT_PRIVILEGED = "Bad token method"
_NO_SERVICE = "proxy did"


@dataclass(frozen=True, slots=True)
class _Tokens:
    access: str = field(repr=False)
    refresh: str = field(repr=False)
    did: str
    base: str
    password: str

    def kept(self) -> str:
        return json.dumps([self.access, self.refresh, self.did, self.base, self.password])

    @classmethod
    def read(cls, kept: str | None) -> "_Tokens | None":
        try:
            return cls(*map(str, json.loads(kept or "")))
        except (ValueError, TypeError):
            return None


class Session:
    """Calls the platform as the account; may be used by several threads, each with its own Http.

    Signing in is limited to 30 times in 5 minutes and 300 a day, so a session is kept. A refresh
    token works once: whoever renews holds `lock`, which all channels of an account share, and
    stores the new one before it is used. With another app password, which may allow more, it is
    another session.
    """

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        *,
        now: Callable[[], datetime],
        lock: threading.Lock,
    ) -> None:
        self._account, self._secrets, self._now, self._lock = account, secrets, now, lock
        self._server = setting(account, "server", SERVER).rstrip("/")

    @property
    def did(self) -> str:
        """The account's own identifier; "" before the first sign-in."""
        tokens = self._kept()
        return tokens.did if tokens else ""

    def get(self, http: Http, method: str, params: Mapping[str, str], *, many: str = "") -> Node:
        """Ask something; `many` is a query string of repeated parameters.

        Raises:
            ChannelError: it could not be had.
        """
        return self._call(http, "GET", f"{method}?{many}" if many else method, params=params)

    def write(self, http: Http, method: str, body: Json) -> Node:
        """Change something over there.

        Raises:
            OutcomeUnknown: it may or may not have been done.
            ChannelError: it was not.
        """
        return self._call(http, "POST", method, body=body, writes=True)

    def settle(self, http: Http, method: str, body: Json) -> None:
        """Change something over there that may be done again.

        Raises:
            ChannelError: it may or may not have been done.
        """
        self._call(http, "POST", method, body=body)

    def _kept(self) -> _Tokens | None:
        tokens = _Tokens.read(self._secrets.get("session"))
        return tokens if tokens and tokens.password == self._password_mark() else None

    def _password_mark(self) -> str:
        return fingerprint(self._secrets.get("password") or "")

    def _call(
        self,
        http: Http,
        verb: str,
        method: str,
        *,
        params: Mapping[str, str] | None = None,
        body: Json = None,
        writes: bool = False,
    ) -> Node:
        headers = {"atproto-proxy": CHAT_SERVICE} if method.startswith("chat.bsky.") else None
        tokens = self._kept() or self._renewed(http, None)
        for again in (False, True):
            try:
                answer = http.request(
                    verb,
                    f"{tokens.base}/xrpc/{method}",
                    token=tokens.access,
                    params=params,
                    headers=headers,
                    body=body,
                    account=self._account.handle,
                    writes=writes,
                    judge=self._judge_write if writes else self._judge_read,
                )
            except AuthExpired:
                if again:
                    raise
                # A refused token has changed nothing, so this is no second write.
                tokens = self._renewed(http, tokens)
            else:
                return Node(answer.json())
        raise AssertionError("unreachable")

    def _renewed(self, http: Http, refused: _Tokens | None) -> _Tokens:
        with self._lock:
            kept = self._kept()
            if kept is not None and kept != refused:
                return kept  # somebody else did it while we waited
            found = self._refreshed(http, kept) if kept else None
            found = found or self._signed_in(http)
            self._secrets.put("session", found.kept())
            return found

    def _refreshed(self, http: Http, kept: _Tokens) -> _Tokens | None:
        try:
            answer = self._post(http, f"{kept.base}/xrpc", "refreshSession", token=kept.refresh)
        except AuthExpired:
            return None
        return self._tokens(answer, kept.base)

    def _signed_in(self, http: Http) -> _Tokens:
        body = {
            "identifier": self._account.handle,
            "password": secret(self._secrets, "password", self._account),
        }
        return self._tokens(
            self._post(http, f"{self._server}/xrpc", "createSession", body=body), self._server
        )

    def _post(
        self, http: Http, base: str, name: str, *, token: str | None = None, body: Json = None
    ) -> Node:
        answer = http.request(
            "POST",
            f"{base}/com.atproto.server.{name}",
            token=token,
            body=body,
            account=self._account.handle,
            judge=self._judge_read,
        )
        return Node(answer.json())

    def _tokens(self, answer: Node, base: str) -> _Tokens:
        try:
            tokens = [answer.need(name) for name in ("accessJwt", "refreshJwt", "did")]
        except ValueError as error:
            raise ProtocolChanged(server=self._server, detail=f"no {error}") from None
        for service in answer["didDoc"]["service"]:
            # Only https: the tokens go there.
            end = service["serviceEndpoint"].text.rstrip("/")
            if service["id"].text.endswith("#atproto_pds") and end.startswith("https://"):
                base = end
        return _Tokens(tokens[0], tokens[1], tokens[2], base, self._password_mark())

    # --- what its refusals mean --------------------------------------------------------------

    def _judge_read(self, answer: Answer) -> ChannelError | None:
        found = self._judge(answer)
        if found is None and answer.status == 400:
            return ProtocolChanged(server=answer.server, detail=_words(answer))
        return found

    def _judge_write(self, answer: Answer) -> ChannelError | None:
        found = self._judge(answer)
        if found is None and answer.status == 400:
            return InvalidContent(server=answer.server, detail=_words(answer))
        if found is None and answer.status in {404, 410}:
            return ProtocolChanged(server=answer.server, detail=_words(answer))
        return found

    def _judge(self, answer: Answer) -> ChannelError | None:
        name, server, account = _name(answer), answer.server, self._account.handle
        if answer.status == 429:
            return self._wait(answer)
        if answer.status == 400 and _NOT_PRIVILEGED in _words(answer):
            return PermissionMissing(account=account, what="direct messages")
        if answer.status == 400 and _NO_SERVICE in _words(answer):
            return NotAllowedByPlatform(server=server, detail=_words(answer))
        if name in _SIGN_IN:
            return AuthExpired(server=server, account=account)
        if name in _RESTRICTED:
            return AccountRestricted(server=server, account=account, detail=name)
        if name in _GONE:
            return TargetGone(server=server, what=_words(answer))
        if name in _BLOCKED:
            return NotAllowedByPlatform(server=NAME, detail=_BLOCKED[name])
        return None

    def _wait(self, answer: Answer) -> RateLimited | None:
        told = answer.headers.get("ratelimit-reset", "")
        if not told.isdecimal() or len(told) > 11:
            return None
        retry_at = max(datetime.fromtimestamp(int(told), UTC), self._now())
        return RateLimited(retry_at=retry_at, server=answer.server)


def posted(answer: Node, server: str) -> str:
    """Return the address of what was written.

    Raises:
        OutcomeUnknown: the answer does not say.
    """
    uri = answer["uri"].text
    if not uri.startswith("at://"):
        raise OutcomeUnknown(server=server)
    return uri


def _told(answer: Answer) -> Node:
    try:
        return Node.of(answer.body)
    except (ValueError, RecursionError):
        return Node(None)


def _name(answer: Answer) -> str:
    return _told(answer)["error"].text


def _words(answer: Answer) -> str:
    told = _told(answer)
    return (told["message"].text or told["error"].text or f"HTTP {answer.status}")[:200]
