"""Bluesky: mentions, replies and quotes come in, public answers go out."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from threading import Event
from typing import ClassVar
from urllib.parse import urlencode

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.models.rules.limits import Measure
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    Json,
    Parses,
    Prepared,
    SecretBox,
    SendResult,
    SupportsReply,
    Traits,
)
from app.services.channels.bluesky import posts
from app.services.channels.bluesky.calls import CALLS
from app.services.channels.bluesky.scan import Scan
from app.services.channels.bluesky.session import Session, posted
from app.services.channels.errors import (
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.http import Http
from app.services.channels.kit import ApiType, Call, Node, answered, check_length, fingerprint
from app.services.channels.setup import Finding, SetupField

NOTIFICATIONS, OWN = "notifications", "own"
REASONS = ("mention", "reply", "quote")
POLL = timedelta(seconds=60)
PAGE, PROFILES = 100, 25
"""The most that one answer of listNotifications and getAuthorFeed, and of getProfiles, holds."""

NAME = "Bluesky"
FIELDS = (
    SetupField("handle", QT_TRANSLATE_NOOP("setup", "Handle"), required=True,
               help=QT_TRANSLATE_NOOP("setup", "As in your profile: shop.bsky.social.")),
    SetupField("password", QT_TRANSLATE_NOOP("setup", "App password"), "secret", required=True),
    SetupField("server", QT_TRANSLATE_NOOP("setup", "Server"),
               help=QT_TRANSLATE_NOOP("setup", "Only for a server of your own; else leave empty.")),
)  # fmt: skip
STEPS = (
    QT_TRANSLATE_NOOP(
        "setup",
        "Open bsky.app, sign in, and go to Settings, Privacy and security, App passwords. "
        "It costs nothing.",
    ),
    QT_TRANSLATE_NOOP(
        "setup", "Choose Add app password, call it Balie, and copy the password that appears."
    ),
    QT_TRANSLATE_NOOP(
        "setup", "Do not use the password of the account itself: an app password you can withdraw."
    ),
)
EXPLAINS = QT_TRANSLATE_NOOP(
    "channels", "Everybody can read this answer, and it cannot be changed afterwards."
)
_POSTS = QT_TRANSLATE_NOOP(
    "setup", "Signed in as {handle}: mentions, replies and quotes come in, answers go out publicly."
)
_MESSAGES = QT_TRANSLATE_NOOP(
    "setup", "Direct messages of Bluesky do not come in: read them at bsky.app."
)


class BlueskyChannel(Channel, SupportsReply):
    """An account at Bluesky or at another server of the AT protocol."""

    def __init__(
        self,
        account: AccountSettings,
        secrets: SecretBox,
        *,
        now: Callable[[], datetime],
        lock: threading.Lock,
    ) -> None:
        self._account, self._now = account, now
        self._session = Session(account, secrets, now=now, lock=lock)
        # Sending runs beside reading, and an Http is not shared between threads.
        self._http, self._sending = Http(now), Http(now)

    @override
    def streams(self) -> Sequence[str]:
        return [NOTIFICATIONS, OWN]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        scan = Scan.of(cursor, self._now())
        if stop.is_set():
            return FetchResult([], scan.cursor(), more=True)
        try:
            things, page = self._page(stream, min(PAGE, max(1, budget.items)), scan.page)
        except ProtocolChanged:
            if not scan.page:
                raise
            # The page may be forgotten over there: from the top again, at the usual pace.
            return FetchResult([], scan.restarted(), next_after=POLL)
        new = scan.take(things)
        voices = self._profiles(new) if stream == NOTIFICATIONS else {}
        items = [scan.item(stream, node, voices) for node in new]
        more = scan.turn(page)
        return FetchResult(items, scan.cursor(), more=more, next_after=None if more else POLL)

    def _page(self, stream: str, limit: int, page: str) -> tuple[list[Node], str]:
        params = {"limit": str(limit)} | ({"cursor": page} if page else {})
        if stream == NOTIFICATIONS:
            reasons = urlencode([("reasons", reason) for reason in REASONS])
            method = "app.bsky.notification.listNotifications"
            answer = self._session.get(self._http, method, params, many=reasons)
            things = [
                one
                for one in answered(answer, "notifications", NAME)
                if one["reason"].text in REASONS
            ]
        else:
            params |= {"actor": self._account.handle, "filter": "posts_with_replies"}
            answer = self._session.get(self._http, "app.bsky.feed.getAuthorFeed", params)
            things = [
                _with_reader(one)
                for one in answered(answer, "feed", NAME)
                if not one["reason"]
                and one["post"]["author"]["did"].text == self._session.did
                and posts.partner(one["post"])
            ]
        return things, answer["cursor"].text

    def _profiles(self, things: Sequence[Node]) -> dict[str, Node]:
        """Return who wrote them, with the followers that a notification leaves out, by DID."""
        authors = list(dict.fromkeys(one["author"]["did"].text for one in things))
        found: dict[str, Node] = {}
        for start in range(0, len(authors), PROFILES):
            actors = urlencode(
                [("actors", one) for one in authors[start : start + PROFILES] if one]
            )
            if actors:
                method = "app.bsky.actor.getProfiles"
                answer = self._session.get(self._http, method, {}, many=actors)
                found |= {one["did"].text: one for one in answer["profiles"]}
        return found

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        text = Node(draft.text).text.strip()
        _check(draft, text)
        rkey = posts.tid(draft.key, draft.created_at)
        parent = posts.uri_of(draft.references[-1])
        created = draft.created_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        payload: Json = {"rkey": rkey, "text": text, "created_at": created, "parent": parent}
        did = self._session.did
        uri = f"at://{did}/{posts.COLLECTION}/{rkey}"
        name = posts.key_of(posts.did_of(parent), uri) if did else f"out:{draft.key}"
        data = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
        return Prepared(name, draft.recipient.handle, data, fingerprint(text))

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        payload = Node.of(prepared.payload)
        parent = self._parent(payload.need("parent"))
        text = payload.need("text")
        record: dict[str, Json] = {
            "$type": posts.COLLECTION,
            "text": text,
            "createdAt": payload.need("created_at"),
            "reply": parent,
        }
        facets = [*posts.links(text), *self._mentioned(text)]
        if facets:
            record["facets"] = facets
        body: Json = {
            "repo": self._session.did,
            "collection": posts.COLLECTION,
            "rkey": payload.need("rkey"),
            "record": record,
        }
        committing()
        answer = self._session.write(self._sending, "com.atproto.repo.putRecord", body)
        return SendResult(_key(payload, answer), self._now())

    def _parent(self, uri: str) -> Json:
        """Return what an answer points at; the platform itself does not check it.

        Raises:
            TargetGone: the post is not there any more.
            NotAllowedByPlatform: its author does not take our answers.
        """
        params = {"uris": uri}
        answer = self._session.get(self._sending, "app.bsky.feed.getPosts", params)
        for post in answered(answer, "posts", NAME):
            if post["uri"].text != uri:
                continue
            viewer = post["author"]["viewer"]
            if post["viewer"]["replyDisabled"].is_true or viewer["blockedBy"].is_true:
                detail = "the author does not take answers"
                raise NotAllowedByPlatform(server=NAME, detail=detail)
            me = _reference(post)
            root = post["record"]["reply"]["root"]
            return {"parent": me, "root": _reference(root) if root else me}
        raise TargetGone(server=NAME, what="post")

    def _mentioned(self, text: str) -> Iterator[Json]:
        for handle, start, end in posts.mentions(text):
            params = {"handle": handle}
            try:
                found = self._session.get(
                    self._sending, "com.atproto.identity.resolveHandle", params
                )
            except (ProtocolChanged, TargetGone):
                continue  # nobody has this name: it stays plain text
            if found["did"].text:
                yield posts.mention_facet(text, start, end, found["did"].text)

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        payload = Node.of(prepared.payload)
        profile = self._session.get(self._http, "com.atproto.server.getSession", {})
        params = {
            "repo": profile["did"].text,
            "collection": posts.COLLECTION,
            "rkey": payload.need("rkey"),
        }
        try:
            found = self._session.get(self._http, "com.atproto.repo.getRecord", params)
        except TargetGone:
            return None
        if found["value"]["text"].text.strip() != payload.need("text"):
            return None
        return SendResult(_key(payload, found), payload["created_at"].moment())

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            told = self._session.get(self._http, "com.atproto.server.getSession", {})
            self._page(NOTIFICATIONS, 1, "")
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]
        handle = told["handle"].text or self._account.handle
        return [
            Finding("sign_in", ok=True, text=_POSTS, params={"handle": handle}),
            Finding("direct_messages", ok=True, text=_MESSAGES),
        ]

    @override
    def close(self) -> None:
        self._http.close()
        self._sending.close()


def _with_reader(one: Node) -> Node:
    """Return a post of ours with who wrote what it answers, of which it has only the address."""
    post, reply = one["post"], one["reply"]
    other = posts.partner(post)
    for author in (reply["parent"]["author"], reply["root"]["author"]):
        if author["did"].text == other:
            reader = {name: author[name].text for name in ("did", "handle", "displayName")}
            return Node({name: post[name].raw for name in _names(post)} | {posts.TO: reader})
    return post


def _names(node: Node) -> list[str]:
    return list(node.raw) if isinstance(node.raw, Mapping) else []


def _key(payload: Node, answer: Node) -> str:
    """Return the key of what was written, as `parse` gives it for the echo."""
    return posts.key_of(posts.did_of(payload.need("parent")), posted(answer, NAME))


def _reference(post: Node) -> Json:
    uri, cid = post["uri"].text, post["cid"].text
    if not (uri and cid):
        raise ProtocolChanged(server=NAME, detail="a post without uri and cid")
    return {"uri": uri, "cid": cid}


def _check(draft: Draft, text: str) -> None:
    if draft.private:
        raise NotAllowedByPlatform(server=NAME, detail="no private answers from here")
    if draft.attachments:
        raise NotAllowedByPlatform(server=NAME, detail="no files from here")
    if not draft.references or not posts.uri_of(draft.references[-1]):
        raise NotAllowedByPlatform(server=NAME, detail="there is no post to answer")
    if not text:
        raise InvalidContent(server=NAME, detail="the message is empty")
    check_length(Measure("bluesky"), text, NAME)


class BlueskyType(ApiType):
    """Posts at Bluesky that mention, answer or quote the account."""

    kind: ClassVar[str] = "bluesky"
    traits: ClassVar[Traits] = Traits(attachments=False, public=True, explains=EXPLAINS)
    fields: ClassVar[Sequence[SetupField]] = FIELDS
    parse: ClassVar[Parses] = staticmethod(posts.parse_bluesky)
    calls: ClassVar[Sequence[Call]] = CALLS
    steps: ClassVar[Sequence[str]] = STEPS

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._locks: dict[str, threading.Lock] = {}

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        """Return the handle without @, in lower case.

        Raises:
            InvalidValueError: it is none.
        """
        handle = values.get("handle", "").strip().lstrip("@").lower()
        if "." not in handle or not handle.replace(".", "").replace("-", "").isalnum():
            raise InvalidValueError(value=handle, field="handle", choices="shop.bsky.social")
        return handle

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> BlueskyChannel:
        lock = self._locks.setdefault(account.handle, threading.Lock())
        return BlueskyChannel(account, secrets, now=self.now, lock=lock)
