"""X: posts that mention us and direct messages come in, answers go out, and the costs are kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from threading import Event

from typing_extensions import override

from app.models.rules.addresses_in_text import without_addresses
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    Json,
    Prepared,
    RawItem,
    SecretBox,
    SendResult,
    SupportsReply,
)
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    PermissionMissing,
    ProtocolChanged,
)
from app.services.channels.http import Http
from app.services.channels.kit import Node, versioned
from app.services.channels.setup import Finding
from app.services.channels.x import compose, words
from app.services.channels.x.line import NAME, USER_FIELDS, Line
from app.services.channels.x.meter import Meter, dollars
from app.services.channels.x.parse import (
    answered_by,
    direct_key,
    key_of,
    mark_of,
    sent_key,
    with_people,
)
from app.services.channels.x.walk import Walk

MENTIONS, OWN, MESSAGES = "mentions", "own", "messages"
POLL = timedelta(minutes=3)
OPEN_FOR, HISTORY = timedelta(days=7), timedelta(days=30)
"""What is older than the first at connecting is history, what is older than the second not read."""

SLACK = timedelta(minutes=5)
"""How far the clock of X may be from ours when a message of ours is looked for."""

ME = "user-id"
_FEWEST, _PAGE = 5, 100
"""The least and most that a page of posts holds."""

_LOOK, _STRETCH = 5, 20
"""How many direct messages are asked for: there is no way to have the new ones alone, and each one
costs, known or not."""

_MOST_PAGES = 8
"""So many pages back a message of unknown outcome is looked for."""

_LISTS = {MENTIONS: "mentions", OWN: "tweets"}


class XChannel(Channel, SupportsReply):
    """An account at X, by the owner's own app there."""

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        now: Callable[[], datetime],
        *,
        line: Line,
        meter: Meter,
    ) -> None:
        self._account, self._secrets, self._now = account, secrets, now
        self._line, self._meter = line, meter
        # Sending runs beside reading, and an Http is not shared between threads.
        self._http, self._sending = Http(now), Http(now)

    @override
    def streams(self) -> Sequence[str]:
        return [MENTIONS, MESSAGES, OWN]

    @override
    def close(self) -> None:
        self._http.close()
        self._sending.close()

    # --- reading -----------------------------------------------------------------------------

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        walk = Walk.of(cursor, self._now())
        if stop.is_set():
            return FetchResult([], walk.cursor(), more=True)
        self._meter.check()
        us = self._me(self._http)
        try:
            told = self._page(stream, walk, us, budget.items)
        except InvalidContent:
            if not walk.page:
                raise
            walk.restart()
            return FetchResult([], walk.cursor(), next_after=POLL)
        things, page = _listed(told), told["meta"]["next_token"].text
        if stream == MESSAGES:
            recent = _until(things, walk.since - OPEN_FOR)
            if len(recent) < len(things) or walk.knows(recent):
                page = ""
            things = recent
        new, whole = walk.take(things, max(1, budget.items))
        more = walk.turn(page) if whole else True
        users = {one["id"].text: one for one in told["includes"]["users"]}
        items = [
            self._item(stream, with_people(one, users, us), walk.since)
            for one in new
            if stream != OWN or _answers_another(one, us)
        ]
        return FetchResult(items, walk.cursor(), more, None if more else POLL)

    def _page(self, stream: str, walk: Walk, us: str, most: int) -> Node:
        params = {"pagination_token": walk.page} if walk.page else {}
        params |= {"user.fields": USER_FIELDS}
        if stream == MESSAGES:
            least = _LOOK if walk.newest and not walk.page else _STRETCH
            size = min(least, max(1, most))
            told = self._messages(self._http, size, params)
        else:
            size = min(_PAGE, max(_FEWEST, most))
            params |= {"max_results": str(size), "expansions": "author_id"}
            if walk.newest:
                params["since_id"] = str(walk.newest)
            else:
                start = walk.since - HISTORY
                params["start_time"] = start.strftime("%Y-%m-%dT%H:%M:%SZ")
            told = self._line.posts(self._http, f"/2/users/{us}/{_LISTS[stream]}", params)
            self._count("owned", told)
        return told

    def _messages(self, http: Http, size: int, params: Mapping[str, str]) -> Node:
        told = self._line.get(
            http,
            "/2/dm_events",
            {
                "max_results": str(size),
                "event_types": "MessageCreate",
                "dm_event.fields": "created_at,sender_id,dm_conversation_id,entities,attachments",
                "expansions": "sender_id",
                **params,
            },
        )
        self._count("message", told)
        return told

    def _count(self, kind: str, told: Node) -> None:
        self._meter.count(kind, [one["id"].text for one in told["data"]])
        self._meter.count("user", [one["id"].text for one in told["includes"]["users"]])

    def _item(self, stream: str, thing: Node, since: datetime) -> RawItem:
        try:
            at = thing["created_at"].moment()
        except ValueError:
            raise ProtocolChanged(server=NAME, detail="no date") from None
        if stream == MESSAGES:
            name = direct_key(thing, thing["us"].text)
            ours = thing["sender_id"].text == thing["us"].text
        else:
            key, number = key_of(thing), thing["id"].text
            name = versioned(key, number if number != key else "")
            ours = stream == OWN
        old = at < since - OPEN_FOR
        return RawItem(name, stream, at, thing.bytes(), outgoing=ours, history=old)

    def _me(self, http: Http) -> str:
        """Return our own number there, asked once.

        Raises:
            AuthExpired: somebody else signed in.
        """
        known = self._secrets.get(ME)
        if known:
            return known
        found = self._line.get(http, "/2/users/me", {})["data"]
        number, name = found["id"].text, found["username"].text
        if not number:
            raise ProtocolChanged(server=NAME, detail="no user")
        self._meter.count("user", [number])
        if name.lower() != self._account.handle:
            raise AuthExpired(server=NAME, account=self._account.handle)
        self._secrets.put(ME, number)
        return number

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        return compose.prepare(draft)

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        payload = Node.of(prepared.payload)
        direct = not payload["answers"]
        user = self._recipient(payload) if direct else ""
        text, body = payload["text"].text, dict[str, Json]()
        if text:
            body["text"] = text
        media: list[Json] = []
        for file in compose.files_of(payload):
            category = compose.category_of(file, direct=direct)
            media.append(self._line.upload(self._sending, file, category))
            self._meter.count("media", [str(media[-1])])
        if direct:
            if media:
                body["attachments"] = [{"media_id": one} for one in media]
            committing()
            path = f"/2/dm_conversations/with/{user}/messages"
            number = self._line.write(self._sending, path, body, "dm_event_id")
            self._meter.count("direct", [number])
            return SendResult(sent_key(user, number), self._now())
        body["reply"] = {"in_reply_to_tweet_id": payload["answers"].text}
        if media:
            body["media"] = {"media_ids": media}
        committing()
        number = self._line.write(self._sending, "/2/tweets", body, "id")
        _, links = without_addresses(text, bare=True)
        self._meter.count("link" if links else "reply", [number])
        return SendResult(number, self._now())

    def _recipient(self, payload: Node) -> str:
        """Return the number of who gets a direct message.

        Raises:
            NotAllowedByPlatform: he takes none from us.
        """
        if payload["user"]:
            return payload["user"].text
        path = f"/2/users/by/username/{payload.need('handle')}"
        found = self._line.get(self._sending, path, {"user.fields": "receives_your_dm"})["data"]
        self._meter.count("user", [found["id"].text])
        if not found["id"] or found["receives_your_dm"].raw is False:
            detail = "the customer takes no direct messages from you"
            raise NotAllowedByPlatform(server=NAME, detail=detail)
        return found["id"].text

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        payload = Node.of(prepared.payload)
        us, wanted = self._me(self._http), payload["mark"].text
        if payload["answers"]:
            answered = payload["answers"].text
            for post in self._since_then(partial(self._own_after, us, answered)):
                if answered_by(post) == answered and mark_of(post) == wanted:
                    return SendResult(key_of(post), post["created_at"].moment())
            return None
        begins, since = sent_key(self._recipient(payload), ""), payload["since"].moment() - SLACK
        look = partial(self._messages, self._http, _STRETCH)
        for event in self._since_then(look, oldest=since):
            key = direct_key(event, us)
            ours = event["sender_id"].text == us and key.startswith(begins)
            if ours and mark_of(event) == wanted:
                return SendResult(key, event["created_at"].moment())
        return None

    def _own_after(self, us: str, post: str, params: Mapping[str, str]) -> Node:
        params = {"since_id": post, "max_results": str(_PAGE), **params}
        told = self._line.posts(self._http, f"/2/users/{us}/tweets", params)
        self._count("owned", told)
        return told

    def _since_then(
        self, look: Callable[[Mapping[str, str]], Node], oldest: datetime | None = None
    ) -> Iterator[Node]:
        """Yield what is listed, newest first, down to a moment or to the last page that is read."""
        params: dict[str, str] = {}
        for _ in range(_MOST_PAGES):
            told = look(params)
            things = _listed(told)
            recent = _until(things, oldest) if oldest else things
            yield from recent
            params = {"pagination_token": told["meta"]["next_token"].text}
            if len(recent) < len(things) or not params["pagination_token"]:
                return

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        found = [self._tried(self._probe_posts), self._tried(self._probe_messages)]
        usage = self._meter.usage()
        costs: dict[str, object] = {
            "spent": dollars(usage.spent),
            "cap": dollars(self._meter.cap),
            "read": usage.read,
            "sent": usage.sent,
        }
        return [
            *found,
            Finding("costs", ok=True, text=words.COSTS, params=costs),
            Finding("encrypted", ok=True, text=words.ENCRYPTED),
        ]

    def _tried(self, attempt: Callable[[], Finding]) -> Finding:
        try:
            return attempt()
        except ChannelError as error:
            return Finding(error.code, ok=False, text=error.text, params=error.params)

    def _probe_posts(self) -> Finding:
        us = self._me(self._http)
        walk = Walk(self._now(), newest=0)
        self._page(MENTIONS, walk, us, _FEWEST)
        params = {"handle": self._account.handle}
        return Finding("sign_in", ok=True, text=words.SIGNED_IN, params=params)

    def _probe_messages(self) -> Finding:
        try:
            self._messages(self._http, 1, {})
        except (PermissionMissing, NotAllowedByPlatform):
            return Finding("direct_messages", ok=False, text=words.NO_MESSAGES)
        return Finding("direct_messages", ok=True, text=words.DIRECT_MESSAGES)


def _listed(told: Node) -> list[Node]:
    """Return the things of an answer; X leaves the list out where it would be empty."""
    if not isinstance(told["data"].raw, list) and not told["meta"]:
        raise ProtocolChanged(server=NAME, detail="no list")
    return list(told["data"])


def _until(things: Sequence[Node], oldest: datetime) -> list[Node]:
    """Return the things down to a moment; the list is newest first."""
    return [one for one in things if not one["created_at"] or one["created_at"].moment() >= oldest]


def _answers_another(post: Node, us: str) -> bool:
    return post["in_reply_to_user_id"].text not in {"", us}
