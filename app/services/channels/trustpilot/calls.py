"""Calling Trustpilot: a token that lasts 100 hours, and what refusals mean."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Lock
from urllib.parse import quote, urlsplit

from app.services.channels.api import AccountSettings, Json, SecretBox
from app.services.channels.errors import AuthExpired, ChannelError, ProtocolChanged
from app.services.channels.http import Answer, Http
from app.services.channels.kit import Call, Node, secret, setting

SERVER = "https://api.trustpilot.com"
TOKEN = "access"  # noqa: S105  the name of a secret, not the secret
TOKEN_PATH = "/v1/oauth/oauth-business-users-for-applications/accesstoken"  # noqa: S105  a path
FIND_PATH = "/v1/business-units/find"
REVIEWS_PATH = "/v1/private/business-units/{businessUnitId}/reviews"
REVIEW_PATH = "/v1/private/reviews/{reviewId}"
REPLY_PATH = "/v1/private/reviews/{reviewId}/reply"

MARGIN = timedelta(hours=1)
"""A token that ends within this is replaced first."""

SELDOM = timedelta(minutes=15)
"""A token that was refused is not replaced sooner: who asks too often is shut out (429)."""

_LONGEST = timedelta(days=30)
_REVIEW = (
    "id", "stars", "title", "text", "createdAt", "updatedAt", "consumer.id", "consumer.displayName",
    "companyReply.text", "companyReply.createdAt", "companyReply.updatedAt", "referenceId",
    "referralEmail", "status",
)  # fmt: skip
CALLS = (
    Call("POST", TOKEN_PATH, ("grant_type",), ("access_token", "expires_in")),
    Call("GET", FIND_PATH, ("name",), ("id",)),
    Call(
        "GET",
        REVIEWS_PATH,
        ("orderBy", "page", "perPage", "startDateTime"),
        tuple(f"reviews.{name}" for name in _REVIEW),
    ),
    Call("GET", REVIEW_PATH, (), _REVIEW),
    Call("POST", REPLY_PATH, ("authorBusinessUserId", "message")),
)


class Caller:
    """Makes the calls of one account.

    Args:
        lock: one token is asked for at a time.
    """

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        now: Callable[[], datetime],
        lock: Lock,
    ) -> None:
        self._account, self._secrets, self._now, self._lock = account, secrets, now, lock
        self._http = Http(now)
        self._server = setting(account, "server", SERVER).rstrip("/")
        self.host = urlsplit(self._server).hostname or ""

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def unit(self) -> str:
        """Return the id of the firm, looked up by the domain that it is known by.

        Raises:
            TargetGone: Trustpilot does not know the domain.
        """
        answer = self._http.request(
            "GET",
            self._server + FIND_PATH,
            params={"name": self._account.handle},
            headers={"apikey": secret(self._secrets, "key", self._account)},
            account=self._account.name,
            judge=self._judge,
        )
        found = Node(answer.json())["id"].text
        if not found:
            raise ProtocolChanged(server=self.host, detail="no business unit")
        return found

    def get(self, path: str, name: str, params: Mapping[str, str] | None = None) -> Node:
        """Read something; `name` is what varies in the path."""
        return Node(self._asked("GET", path, name, params=params).json())

    def reply(self, review: str, user: str, text: str, committing: Callable[[], None]) -> None:
        """Answer a review in public."""
        token = self._token(refused="")
        body = {"authorBusinessUserId": user, "message": text}
        committing()
        self._http.request(
            "POST",
            self._url(REPLY_PATH, review),
            token=token,
            headers={"x-business-user-id": user},
            body=body,
            account=self._account.name,
            writes=True,
        )

    def sign_in(self) -> None:
        """Make sure that there is a token."""
        self._token(refused="")

    # --- how ---------------------------------------------------------------------------------

    def _url(self, path: str, name: str) -> str:
        head, _, rest = path.partition("{")
        return f"{self._server}{head}{quote(name, safe='')}{rest.partition('}')[2]}"

    def _asked(
        self, method: str, path: str, name: str, *, params: Mapping[str, str] | None
    ) -> Answer:
        token = self._token(refused="")
        try:
            return self._once(method, path, name, params, token)
        except AuthExpired:
            return self._once(method, path, name, params, self._token(refused=token))

    def _once(
        self, method: str, path: str, name: str, params: Mapping[str, str] | None, token: str
    ) -> Answer:
        return self._http.request(
            method,
            self._url(path, name),
            params=params,
            token=token,
            account=self._account.name,
            judge=self._judge,
        )

    def _judge(self, answer: Answer) -> ChannelError | None:
        if answer.status == 400:  # of a reading: nothing the owner wrote is wrong
            return ProtocolChanged(server=self.host, detail="HTTP 400")
        return None

    def _token(self, *, refused: str) -> str:
        """Return a token; a new one when the kept one ends soon or was refused.

        Raises:
            AuthExpired: Trustpilot does not accept the key, or refuses a token it just gave.
        """
        with self._lock:
            kept = _kept(self._secrets.get(TOKEN))
            token, now = kept["token"].text, self._now()
            try:
                made, ends = kept["made"].moment(), kept["ends"].moment()
            except ValueError:
                return self._new_token()
            if token == refused and now - made < SELDOM:
                raise AuthExpired(server=self.host, account=self._account.handle)
            if token and token != refused and ends - now > MARGIN:
                return token
            return self._new_token()

    def _new_token(self) -> str:
        key = secret(self._secrets, "key", self._account)
        answer = self._http.request(
            "POST",
            self._server + TOKEN_PATH,
            basic=(key, secret(self._secrets, "secret", self._account)),
            data={"grant_type": "client_credentials"},
            account=self._account.name,
            judge=self._judge_token,
        )
        node = Node(answer.json())
        token, lasts = node["access_token"].text, node["expires_in"].number
        if not token or lasts is None:
            raise ProtocolChanged(server=self.host, detail="no token")
        now = self._now()
        ends = now + min(timedelta(seconds=max(lasts, 0)), _LONGEST)
        kept: Json = {"token": token, "made": now.isoformat(), "ends": ends.isoformat()}
        self._secrets.put(TOKEN, json.dumps(kept))
        return token

    def _judge_token(self, answer: Answer) -> ChannelError | None:
        if answer.status == 400:  # RFC 6749 5.2: invalid_client comes with it or with 401
            return AuthExpired(server=self.host, account=self._account.handle)
        return None


def _kept(told: str | None) -> Node:
    try:
        return Node.of((told or "{}").encode())
    except ValueError:
        return Node(None)
