"""A review server for the tests, written from what is public of Trustpilot's API."""

import base64
import json
import socket
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from typing_extensions import override

from tests.servers.web import Asked, WebServer

KEY, SECRET, USER, UNIT = "sleutel123", "geheim456", "user789", "unit42"
LASTS = 359_999
MOST_TOKENS = 3
"""So many tokens are given within an hour; the next is refused with 429."""


class TrustpilotModel(WebServer):
    """One firm, "winkel.nl".

    Attributes:
        now: tells the time; tokens end and are counted by it.
        status: other than 200, refuses everything; `body` is answered to what is read.
        cut: carry an answer out and do not tell.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.now = now
        self.reviews: list[dict[str, Any]] = []
        self.tokens: dict[str, datetime] = {}
        self.given: list[datetime] = []
        self.status, self.body, self.cut = 200, b"", False
        self.retry_after: str | None = None

    def add(self, text: str, at: datetime, stars: int = 1, **more: Any) -> dict[str, Any]:
        review = {
            "id": f"507f{len(self.reviews):04x}", "stars": stars, "title": "Slecht", "text": text,
            "language": "nl", "createdAt": at.strftime("%Y-%m-%dT%H:%M:%SZ"), "updatedAt": None,
            "experiencedAt": None, "companyReply": None, "referenceId": None,
            "referralEmail": None, "status": "active", "reportData": None, "links": [],
            "consumer": {"id": f"C{len(self.reviews)}", "displayName": "Anna", "profileUrl": ""},
        }  # fmt: skip
        self.reviews.append({**review, **more})
        return self.reviews[-1]

    def edit(self, review: dict[str, Any], at: datetime, **values: Any) -> None:
        """Let the customer change a review."""
        review.update(values, updatedAt=at.strftime("%Y-%m-%dT%H:%M:%SZ"))

    def refuse_tokens(self) -> None:
        """Let no token that was given be of use any more."""
        self.tokens.clear()

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        asked = self.asked[-1]
        if self.status != 200:
            status, body = self.status, b'{"message":"refused"}'
        else:
            status, told = self._carry_out(asked, path)
            body = json.dumps(told).encode()
            if self.body and asked.method == "GET" and status == 200:
                body = self.body
        if self.cut and asked.method == "POST" and path.endswith("/reply"):
            connection.shutdown(socket.SHUT_RDWR)
            return
        headers = {} if self.retry_after is None else {"Retry-After": self.retry_after}
        self.pages[path] = (status, headers, body)
        super()._answer(connection, path)

    def _carry_out(self, asked: Asked, path: str) -> tuple[int, Any]:
        if path.startswith("/v1/oauth/"):
            return self._give_token(asked)
        if path == "/v1/business-units/find":
            return self._find(asked)
        token = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if self.tokens.get(token, datetime.min.replace(tzinfo=self.now().tzinfo)) <= self.now():
            return 401, {"fault": {"faultstring": "Invalid Access Token"}}
        if path == f"/v1/private/business-units/{UNIT}/reviews":
            return self._listed(asked)
        name = unquote(path.removeprefix("/v1/private/reviews/")).removesuffix("/reply")
        review = next((one for one in self.reviews if one["id"] == name), None)
        if review is None:
            return 404, {"message": "not found"}
        return self._replied(asked, review) if asked.method == "POST" else (200, review)

    def _give_token(self, asked: Asked) -> tuple[int, Any]:
        basic = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
        form = parse_qs(asked.body.decode())
        if asked.headers.get("authorization") != f"Basic {basic}":
            return 401, {"error": "invalid_client"}
        if form != {"grant_type": ["client_credentials"]}:
            return 400, {"error": "unsupported_grant_type"}
        now = self.now()
        if sum(now - at < timedelta(hours=1) for at in self.given) >= MOST_TOKENS:
            return 429, {"message": "too many tokens"}
        self.given.append(now)
        token = f"toegang{len(self.given)}"
        self.tokens[token] = now + timedelta(seconds=LASTS)
        return 200, {"access_token": token, "expires_in": str(LASTS), "token_type": "BearerToken"}

    def _find(self, asked: Asked) -> tuple[int, Any]:
        if asked.headers.get("apikey") != KEY:
            return 401, {"message": "no key"}
        known = _query(asked) == {"name": "winkel.nl"}
        return (200, {"id": UNIT, "displayName": "Winkel"}) if known else (404, {})

    def _listed(self, asked: Asked) -> tuple[int, Any]:
        query = _query(asked)
        if query.pop("orderBy", "") != "createdat.desc":
            return 400, {"message": "orderBy"}
        page, size = int(query.pop("page")), int(query.pop("perPage"))
        start = query.pop("startDateTime", "")
        if query or size > 100 or (start and len(start) != len("2026-11-23T09:00:00")):
            return 400, {"message": "unknown parameter"}
        found = [one for one in self.reviews if one["createdAt"].rstrip("Z") >= start]
        found.sort(key=lambda one: str(one["createdAt"]), reverse=True)
        return 200, {"links": [], "reviews": found[(page - 1) * size : page * size]}

    def _replied(self, asked: Asked, review: dict[str, Any]) -> tuple[int, Any]:
        told = json.loads(asked.body)
        if told.get("authorBusinessUserId") != USER or not told.get("message"):
            return 400, {"message": "authorBusinessUserId"}
        at = self.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        review["companyReply"] = {"text": told["message"], "createdAt": at, "updatedAt": None}
        return 201, {}


def _query(asked: Asked) -> dict[str, str]:
    found: Mapping[str, list[str]] = parse_qs(urlsplit(asked.target).query)
    return {name: one[0] for name, one in found.items()}
