"""A Facebook Page: comments, visitors' posts, recommendations, and our answers."""

from collections.abc import Callable, Sequence
from datetime import datetime
from threading import Event
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
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
from app.services.channels.errors import ChannelError
from app.services.channels.kit import Call
from app.services.channels.meta import facebook_send
from app.services.channels.meta.facebook_parse import parse_facebook
from app.services.channels.meta.facebook_read import (
    COMMENT_FIELDS,
    LIST_FIELDS,
    POST_FIELDS,
    RATING_FIELDS,
    RATINGS,
    STREAMS,
    TAGGED,
    VISITORS,
    Reader,
)
from app.services.channels.meta.graph import Graph
from app.services.channels.meta.page import (
    APP_STEPS,
    PAGE_FIELDS,
    SENT_FIELDS,
    SERVER_FIELDS,
    TOKEN_STEPS,
    PageLine,
    PageType,
    reads,
    refused,
)
from app.services.channels.setup import Finding, SetupField

_READS = QT_TRANSLATE_NOOP("setup", "Comments and visitors' posts can be read")
_NOT_READ = {
    RATINGS: QT_TRANSLATE_NOOP("setup", "Recommendations cannot be read: {reason}"),
    TAGGED: QT_TRANSLATE_NOOP("setup", "Posts that name the Page cannot be read: {reason}"),
}
_PRIVATE = QT_TRANSLATE_NOOP(
    "setup",
    "Answering a comment in private: once, within 7 days. Without Advanced Access Meta allows it "
    "only to people who have a role at your app.",
)
_EDITS = QT_TRANSLATE_NOOP(
    "setup",
    "Facebook does not tell of changed comments: Balie sees a change only among the 50 newest "
    "under a post.",
)


class FacebookChannel(Channel, SupportsReply):
    """One Page."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._now = now
        self._line = PageLine(account, secrets, now)
        self._sender = facebook_send.Sender(self._line, now)

    @property
    def graph(self) -> Graph:
        """The line to Meta, whose `rate` tells how much is left."""
        return self._line.graph

    @override
    def streams(self) -> Sequence[str]:
        return STREAMS

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if stop.is_set():
            return FetchResult([], dict(cursor or {}))
        return Reader(self._line, self._now()).read(stream, cursor, budget)

    @override
    def prepare(self, draft: Draft) -> Prepared:
        return facebook_send.compose(draft, self._line.host)

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        return self._sender.send(prepared, committing)

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        return self._sender.find(prepared)

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            found = [self._line.finding()]
            for edge in ("published_posts", VISITORS):
                self._can_read(edge)
        except ChannelError as error:
            return [refused(error)]
        found.append(Finding("reads", ok=True, text=_READS))
        for edge, text in _NOT_READ.items():
            try:
                self._can_read(edge)
            except ChannelError as error:
                params = {"reason": str(error)}
                found.append(Finding(f"no_{edge}", ok=True, text=text, params=params))
        found.append(Finding("private", ok=True, text=_PRIVATE))
        return [*found, Finding("edits", ok=True, text=_EDITS)]

    def _can_read(self, edge: str) -> None:
        fields = RATING_FIELDS if edge == RATINGS else "id"
        self.graph.page(f"/{self._line.id}/{edge}", {"fields": fields, "limit": "1"})

    @override
    def close(self) -> None:
        self._line.graph.close()


_PAGED = ("fields", "limit", "after", "access_token")


class FacebookType(PageType):
    """The public side of a Facebook Page."""

    kind: ClassVar[str] = "facebook"
    traits: ClassVar[Traits] = Traits(
        public=True,
        private=True,
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "Everybody reads an answer on Facebook. A comment can be answered once in private, "
            "within 7 days and with text only; after that the customer has to write first. One "
            "picture can go along in public.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (*PAGE_FIELDS, *SERVER_FIELDS)
    parse: ClassVar[Parses] = staticmethod(parse_facebook)
    steps: ClassVar[Sequence[str]] = (
        *APP_STEPS,
        QT_TRANSLATE_NOOP(
            "setup",
            "Add the rights pages_show_list, pages_read_engagement, pages_read_user_content and "
            "pages_manage_engagement; for private answers pages_messaging as well. You need the "
            "tasks Moderate and Create content at the Page.",
        ),
        *TOKEN_STEPS,
        QT_TRANSLATE_NOOP(
            "setup",
            "Private messages to the Page come in by the channel Messenger, which you connect "
            "apart.",
        ),
    )
    calls: ClassVar[Sequence[Call]] = (
        Call("GET", "/{version}/me", ("fields", "access_token"), ("id", "name")),
        Call("GET", "/{version}/{page_id}/published_posts", _PAGED, reads(LIST_FIELDS)),
        Call("GET", "/{version}/{page_id}/visitor_posts", _PAGED, reads(POST_FIELDS)),
        Call("GET", "/{version}/{page_id}/tagged", _PAGED, reads(POST_FIELDS)),
        Call("GET", "/{version}/{page_id}/ratings", _PAGED, reads(RATING_FIELDS)),
        Call(
            "GET",
            "/{version}/{post_id}/comments",
            (*_PAGED, "filter", "order"),
            reads(COMMENT_FIELDS),
        ),
        Call(
            "GET",
            "/{version}/{comment_id}",
            ("fields", "access_token"),
            (
                "id",
                "created_time",
                "parent.id",
                "can_reply_privately",
                "private_reply_conversation.id",
            ),
        ),
        Call("GET", "/{version}/{post_id}", ("fields", "access_token"), ("id", "created_time")),
        Call(
            "GET",
            "/{version}/{conversation_id}/messages",
            _PAGED,
            reads(SENT_FIELDS),
        ),
        Call(
            "POST",
            "/{version}/{comment_id}/comments",
            ("message", "attachment_id", "access_token"),
            ("id",),
        ),
        Call(
            "POST",
            "/{version}/{post_id}/comments",
            ("message", "attachment_id", "access_token"),
            ("id",),
        ),
        Call(
            "POST",
            "/{version}/{page_id}/photos",
            ("published", "source", "access_token"),
            ("id",),
        ),
        Call(
            "POST",
            "/{version}/{page_id}/messages",
            ("recipient.comment_id", "recipient.post_id", "message.text", "access_token"),
            ("message_id",),
        ),
    )

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> FacebookChannel:
        return FacebookChannel(account, secrets, self.now)
