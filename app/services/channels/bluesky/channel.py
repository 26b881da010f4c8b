"""Bluesky: mentions, replies, quotes and direct messages come in, answers go out."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from threading import Event
from typing import ClassVar
from urllib.parse import urlencode

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    Parses,
    Prepared,
    SecretBox,
    SendResult,
    SupportsReply,
    Traits,
)
from app.services.channels.bluesky import posts, talks
from app.services.channels.bluesky.answers import Answers
from app.services.channels.bluesky.calls import CALLS
from app.services.channels.bluesky.chats import POLL, Chats
from app.services.channels.bluesky.scan import Scan
from app.services.channels.bluesky.session import NAME, Session
from app.services.channels.errors import (
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    ProtocolChanged,
)
from app.services.channels.http import Http
from app.services.channels.kit import ApiType, Call, Node, answered
from app.services.channels.setup import Finding, SetupField

NOTIFICATIONS, OWN = "notifications", "own"
REASONS = ("mention", "reply", "quote")
PAGE, PROFILES = 100, 25
"""The most that one answer of listNotifications and getAuthorFeed, and of getProfiles, holds."""

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
        "setup",
        "Choose Add app password, call it Balie, tick “Allow access to your direct messages”, and "
        "copy the password that appears.",
    ),
    QT_TRANSLATE_NOOP(
        "setup", "Do not use the password of the account itself: an app password you can withdraw."
    ),
)
EXPLAINS = QT_TRANSLATE_NOOP(
    "channels",
    "Everybody can read an answer to a post. Nothing can be changed afterwards. Not everyone takes "
    "direct messages; Bluesky says so when it is sent.",
)
_POSTS = QT_TRANSLATE_NOOP(
    "setup", "Signed in as {handle}: mentions, replies and quotes come in, answers go out publicly."
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
        self._answers, self._chats = Answers(self._session, now), Chats(self._session, now)
        # Sending runs beside reading, and an Http is not shared between threads.
        self._http, self._sending = Http(now), Http(now)

    @override
    def streams(self) -> Sequence[str]:
        return [NOTIFICATIONS, OWN, talks.CHATS]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if stream == talks.CHATS:
            return self._chats.fetch(self._http, cursor, budget, stop)
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
        if draft.attachments:
            raise NotAllowedByPlatform(server=NAME, detail="no files from here")
        if not text:
            raise InvalidContent(server=NAME, detail="the message is empty")
        if draft.private or (draft.references and talks.convo_of(draft.references[-1])):
            return self._chats.prepare(draft, text)
        return self._answers.prepare(draft, text)

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        payload = Node.of(prepared.payload)
        return self._writer(payload).send(self._sending, payload, committing)

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        payload = Node.of(prepared.payload)
        return self._writer(payload).reconcile(self._sending, payload)

    def _writer(self, payload: Node) -> Answers | Chats:
        return self._answers if payload["rkey"] else self._chats

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
            self._chats.finding(self._http),
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


class BlueskyType(ApiType):
    """Posts at Bluesky that mention, answer or quote the account."""

    kind: ClassVar[str] = "bluesky"
    traits: ClassVar[Traits] = Traits(
        attachments=False, public=True, private=True, explains=EXPLAINS
    )
    fields: ClassVar[Sequence[SetupField]] = FIELDS
    parse: ClassVar[Parses] = staticmethod(talks.parse_bluesky)
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
