"""The line to X: signing, what its refusals mean, and the two spellings of its fields."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial

from app.services.channels.api import Attachment, Json
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    InvalidContent,
    NoAnswersThere,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    QuotaExhausted,
    RateLimited,
    TargetGone,
)
from app.services.channels.http import Answer, Http
from app.services.channels.kit import Node
from app.services.channels.oauth import TokenSource

NAME = "X"
FIELDS = (
    "created_at,author_id,conversation_id,in_reply_to_user_id,referenced_posts,entities,"
    "attachments,edit_history_post_ids,note_post"
)
USER_FIELDS = "username,name,public_metrics,verified"
_OLDER = (("_posts", "_tweets"), ("_post_ids", "_tweet_ids"), ("note_post", "note_tweet"))


class Line:
    """Calls of one account; `token` is renewed once when it is refused."""

    def __init__(
        self, server: str, account: str, tokens: TokenSource, now: Callable[[], datetime]
    ) -> None:
        self._server, self._account, self._tokens, self._now = server, account, tokens, now
        self._older = False

    def get(self, http: Http, path: str, params: Mapping[str, str]) -> Node:
        """Read something.

        Raises:
            ChannelError: as the platform refuses, also in an answer that says 200.
        """
        answer = self._ask(http, "GET", path, params=params)
        found = Node(answer.json())
        if not isinstance(found.raw, Mapping):
            raise ProtocolChanged(server=NAME, detail="no object")
        for one in found["errors"] if not found["data"] else ():
            raise self._problem(one) or ProtocolChanged(server=NAME, detail="error without type")
        return found

    def posts(self, http: Http, path: str, params: Mapping[str, str]) -> Node:
        """Read posts, by the names of their fields that this server knows.

        The names changed without a word in the summer of 2026; an older server refuses the new.
        """
        if not self._older:
            try:
                return self.get(http, path, {**params, "post.fields": FIELDS})
            except InvalidContent:
                pass
        fields = FIELDS
        for name, older in _OLDER:
            fields = fields.replace(name, older)
        found = self.get(http, path, {**params, "tweet.fields": fields})
        self._older = True
        return found

    def upload(self, http: Http, file: Attachment, category: str) -> str:
        """Bring a file there and return its id; nobody sees it before it is in a message."""
        answer = self._ask(
            http,
            "POST",
            "/2/media/upload",
            data={"media_category": category},
            files={"media": (file.name, file.data, file.mime)},
        )
        found = Node(answer.json())["data"]["id"].text
        if not found:
            raise ProtocolChanged(server=NAME, detail="a file without id")
        return found

    def write(self, http: Http, path: str, body: Json, name: str) -> str:
        """Send a message and return its id, which the answer calls `name`.

        Raises:
            OutcomeUnknown: nobody knows whether it went.
            ChannelError: it did not.
        """
        told = Node(self._ask(http, "POST", path, body=body, writes=True).json())
        found = told["data"][name].text
        if found:
            return found
        for one in told["errors"]:
            raise self._problem(one) or OutcomeUnknown(server=NAME)
        raise OutcomeUnknown(server=NAME)

    def _ask(
        self,
        http: Http,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        body: Json = None,
        data: Mapping[str, str] | None = None,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
        writes: bool = False,
    ) -> Answer:
        ask = partial(
            http.request,
            method,
            f"{self._server}{path}",
            params=params,
            body=body,
            data=data,
            files=files,
            account=self._account,
            writes=writes,
            judge=partial(self._judge, writes=writes),
        )
        try:
            return ask(token=self._tokens.access_token(renew=False))
        except AuthExpired:
            return ask(token=self._tokens.access_token(renew=True))

    def _judge(self, answer: Answer, *, writes: bool) -> ChannelError | None:
        try:
            told = Node.of(answer.body)
        except ValueError:
            told = Node(None)
        found = self._problem(told, answer)
        if found is None and writes and answer.status == 403:
            return _refused(told["detail"].text)
        return found

    def _problem(self, told: Node, answer: Answer | None = None) -> ChannelError | None:
        """Return what a problem (RFC 9457) of the platform means; None: its status decides."""
        kind = told["type"].text.rpartition("/")[2]
        detail = (told["detail"].text or told["title"].text)[:200]
        status = answer.status if answer else told["status"].number
        words = detail.lower()
        if status == 402 or kind == "usage-capped" or "credits" in words:
            return QuotaExhausted(server=NAME, account=self._account)
        if status == 429 or kind == "rate-limit-exceeded":
            return self._limited(answer)
        if "suspended" in words or "account is locked" in words:
            return AccountRestricted(server=NAME, account=self._account, detail=detail)
        return self._meant(kind, detail)

    def _meant(self, kind: str, detail: str) -> ChannelError | None:
        if kind == "invalid-request":
            return InvalidContent(server=NAME, detail=detail)
        if kind in {"resource-not-found", "resource-unavailable"}:
            return TargetGone(server=NAME, what="post")
        if kind == "client-forbidden":
            return PermissionMissing(account=self._account, what=detail)
        if kind in {"not-authorized-for-resource", "disallowed-resource"}:
            return NotAllowedByPlatform(server=NAME, detail=detail)
        return None

    def _limited(self, answer: Answer | None) -> ChannelError | None:
        told = answer.headers.get("x-rate-limit-reset", "") if answer else ""
        if not (told.isdecimal() and len(told) < 12):
            return None if answer else RateLimited(server=NAME)
        return RateLimited(retry_at=datetime.fromtimestamp(int(told), UTC), server=NAME)


def _refused(detail: str) -> ChannelError:
    if "duplicate" in detail.lower():
        return InvalidContent(server=NAME, detail="the same words were sent before")
    return NoAnswersThere(server=NAME, detail=detail[:200])
