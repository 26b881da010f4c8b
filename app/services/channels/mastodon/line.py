"""The line to one Mastodon server: requests with the account's token, its refusals, its pace."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from app.services.channels.addresses import is_public
from app.services.channels.api import Json, RateState
from app.services.channels.errors import (
    AccountRestricted,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
)
from app.services.channels.http import Answer, Http
from app.services.channels.kit import Node, answered

_SCOPES = "authorized scopes"
_RESTRICTED = ("disabled", "suspended", "pending approval", "confirmed e-mail")


class Line:
    """Asks one server in the name of one account."""

    def __init__(self, http: Http, server: str, token: str, account: str) -> None:
        self._http, self._base, self._token = http, server, token
        self.account = account
        self.server = urlsplit(server).hostname or server
        self.rate: RateState | None = None
        self._me: Node | None = None

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Answer:
        """Read something.

        Raises:
            ChannelError: it was refused, or there is no line.
        """
        answer = self._http.request(
            "GET",
            f"{self._base}{path}",
            token=self._token,
            params=params,
            account=self.account,
            judge=self._judge,
        )
        self.rate = _rate(answer) or self.rate
        return answer

    def node(self, path: str) -> Node:
        """Read one thing."""
        return Node(self.get(path).json())

    def page(self, path: str, params: Mapping[str, str]) -> list[Node]:
        """Read a list."""
        told = Node({"page": self.get(path, params).json()})
        return list(answered(told, "page", self.server))

    def me(self) -> Node:
        """Return the account that the token is for; asked once in a session."""
        if self._me is None:
            self._me = self.node("/api/v1/accounts/verify_credentials")
        return self._me

    def upload(self, name: str, data: bytes, mime: str) -> Answer:
        """Store a file, which nobody sees before a status shows it."""
        return self._http.request(
            "POST",
            f"{self._base}/api/v2/media",
            token=self._token,
            files={"file": (name, data, mime)},
            account=self.account,
            judge=self._judge,
        )

    def file(self, url: str, size_limit: int) -> Answer:
        """Return a file of a status, which everybody may have who knows its address.

        It may stand with another host, which is asked for nothing within a network of the firm's
        own: anybody can write a status.

        Raises:
            ChannelError: it cannot be had.
        """
        if not url.startswith(("https://", f"{self._base}/")):
            raise ProtocolChanged(server=self.server, detail="a file elsewhere")
        return self._http.get_public(
            url,
            size_limit=size_limit,
            may_ask=lambda host: host == self.server or is_public(host),
        )

    def publish(self, status: Json, key: str) -> Answer:
        """Publish a status; the same key within an hour gives the same status."""
        return self._http.request(
            "POST",
            f"{self._base}/api/v1/statuses",
            token=self._token,
            headers={"Idempotency-Key": key},
            body=status,
            account=self.account,
            writes=True,
            judge=self._judge,
        )

    def _judge(self, answer: Answer) -> ChannelError | None:
        words = said(answer)
        if answer.status == 429:
            rate = _rate(answer)
            if rate and rate.reset_at:
                return RateLimited(retry_at=rate.reset_at, server=self.server)
        if answer.status == 422 and words:
            return InvalidContent(server=self.server, detail=words)
        if answer.status == 403:
            return self._forbidden(words)
        return None

    def _forbidden(self, words: str) -> ChannelError | None:
        if _SCOPES in words:
            return PermissionMissing(account=self.account, what="read or write there")
        if any(word in words for word in _RESTRICTED):
            return AccountRestricted(server=self.server, account=self.account, detail=words)
        return NotAllowedByPlatform(server=self.server, detail=words) if words else None


def said(answer: Answer) -> str:
    """Return what a refusal says, shortened."""
    try:
        return Node.of(answer.body)["error"].text[:200]
    except (ValueError, RecursionError):
        return ""


def _rate(answer: Answer) -> RateState | None:
    told = {name: Node(answer.headers.get(f"x-ratelimit-{name}")) for name in _RATE}
    if not any(told.values()):
        return None
    try:
        reset = told["reset"].moment()
    except ValueError:
        reset = None
    return RateState(told["limit"].number, told["remaining"].number, reset)


_RATE = ("limit", "remaining", "reset")
