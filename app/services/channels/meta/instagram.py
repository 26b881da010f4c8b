"""Instagram: comments under our posts, direct messages, and answers to both."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from threading import Event
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
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
from app.services.channels.errors import ChannelError
from app.services.channels.kit import Call
from app.services.channels.meta import pushes
from app.services.channels.meta.common import SERVER_FIELD, VERSION_FIELD, MetaType
from app.services.channels.meta.instagram_comments import COMMENTS, MEDIA_FIELDS, CommentReader
from app.services.channels.meta.instagram_line import SERVER, InstagramLine
from app.services.channels.meta.instagram_messages import MESSAGE_FIELDS, MESSAGES, MessageReader
from app.services.channels.meta.instagram_parse import parse_instagram
from app.services.channels.meta.instagram_push import Pushes
from app.services.channels.meta.instagram_send import Answering, compose
from app.services.channels.meta.relay import FIELDS as RELAY_FIELDS
from app.services.channels.meta.relay import relay_address
from app.services.channels.setup import Finding, SetupField

_NAME = re.compile(r"[a-z0-9._]{1,30}")

SIGNED_IN = QT_TRANSLATE_NOOP("setup", "Signed in as @{name}; comments can be read and answered")
OTHER = QT_TRANSLATE_NOOP(
    "setup", "The token belongs to @{name}, not to the account that you filled in"
)
DIRECTS = QT_TRANSLATE_NOOP("setup", "Direct messages can be read")
NO_DIRECTS_YET = QT_TRANSLATE_NOOP(
    "setup",
    "No direct messages are shown. If there are some: in the Instagram app, open Settings, "
    "Messages and story replies, Message controls, Connected tools, and allow access to messages",
)
MENTIONS = QT_TRANSLATE_NOOP(
    "setup",
    "Mentions of @{name} under other people's posts do not come in: Instagram does not list them",
)
RENEWED = QT_TRANSLATE_NOOP(
    "setup", "Balie renews the token every week; it ends when Balie does not run for 60 days"
)


class InstagramChannel(Channel, SupportsReply):
    """One professional account."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._account, self._now = account, now
        self._line = InstagramLine(account, secrets, now)
        self._graph = self._line.graph
        self._answering = Answering(self._line, now)
        self._pushes = Pushes(self._line, account, secrets, now)

    @override
    def streams(self) -> Sequence[str]:
        pushed = [pushes.STREAM] if self._pushes.relay.is_there else []
        return [MESSAGES, COMMENTS, *pushed]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if stop.is_set():
            return FetchResult([], dict(cursor or {"since": self._now().isoformat()}))
        self._line.renew()
        if stream == pushes.STREAM:
            return self._pushes.read(cursor, budget, stop)
        kind = CommentReader if stream == COMMENTS else MessageReader
        return kind(self._line, self._now(), budget, stop).read(cursor)

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        return compose(draft, self._graph.host)

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        return self._answering.send(prepared, committing)

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        return self._answering.find(prepared)

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            return [*self._findings()]
        except ChannelError as error:
            return [_refused(error)]

    def _findings(self) -> list[Finding]:
        name = self._line.me["username"].text
        params = {"name": name}
        if name.lower() != self._account.handle:
            return [Finding("other_account", ok=False, text=OTHER, params=params)]
        self._graph.page("/me/media", {"fields": MEDIA_FIELDS, "limit": "1"})
        return [
            Finding("sign_in", ok=True, text=SIGNED_IN, params=params),
            self._direct_finding(),
            *([self._pushes.relay.finding()] if self._pushes.relay.is_there else []),
            Finding("mentions", ok=True, text=MENTIONS, params=params),
            Finding("token", ok=True, text=RENEWED),
        ]

    def _direct_finding(self) -> Finding:
        asked = {"platform": "instagram", "fields": "id", "limit": "1"}
        try:
            found = self._graph.page("/me/conversations", asked).items
        except ChannelError as error:
            return _refused(error)
        return Finding("direct", ok=True, text=DIRECTS if found else NO_DIRECTS_YET)

    @override
    def close(self) -> None:
        self._line.close()
        self._pushes.relay.close()


def _refused(error: ChannelError) -> Finding:
    return Finding(error.code, ok=False, text=error.text, params=error.params)


class InstagramType(MetaType):
    """An Instagram account for business, by Instagram Login."""

    kind: ClassVar[str] = "instagram"
    home: ClassVar[str] = SERVER
    traits: ClassVar[Traits] = Traits(
        attachments=False,
        public=True,
        private=True,
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "An answer to a comment can be read by everybody; keep it below 300 characters. In "
            "private you can write once about a comment, within 7 days. A direct message is "
            "answered within 24 hours after the customer's last one, in at most 1,000 bytes. No "
            "files.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField(
            "user",
            QT_TRANSLATE_NOOP("setup", "Your name on Instagram"),
            required=True,
            help=QT_TRANSLATE_NOOP("setup", "For example @myshop."),
        ),
        SetupField(
            "token", QT_TRANSLATE_NOOP("setup", "Token of Instagram"), "secret", required=True
        ),
        *RELAY_FIELDS,
        SERVER_FIELD,
        VERSION_FIELD,
    )
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP(
            "setup",
            "In the Instagram app, make your account a professional one (Business or Creator) and "
            "public. It costs nothing.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "There, open Settings, Messages and story replies, Message controls, Connected tools, "
            "and allow access to messages.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "At developers.facebook.com, choose My Apps, Create app, and the type Business. Add "
            "the product Instagram and choose API setup with Instagram login.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Add your account there, choose Generate token, allow reading and answering comments "
            "and messages, and copy the token. The app may stay in development mode.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Balie sees the comments under your 100 newest posts and your direct messages. Of a "
            "conversation Instagram shows the 20 newest messages: let Balie run every day.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "If you like: with the relay on your web hosting (balie-relay.php, with a README) "
            "direct messages come in sooner, none is missed when more than 20 came at once, and "
            "what the customer unsent is marked. Subscribe there to “messages”.",
        ),
    )
    parse: ClassVar[Parses] = staticmethod(parse_instagram)

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        told = (values.get("user") or "").strip().lower()
        name = told.removeprefix("https://").removeprefix("www.").removeprefix("instagram.com/")
        name = name.strip("/").removeprefix("@")
        if not _NAME.fullmatch(name):
            raise InvalidValueError(value=told, field="user", choices="@myshop")
        return name

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        return {**super().discover(values), "relay": relay_address(values)}

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> InstagramChannel:
        return InstagramChannel(account, secrets, self.now)

    calls: ClassVar[Sequence[Call]] = (
        Call(
            "GET",
            "/{version}/me",
            ("fields", "access_token"),
            ("id", "user_id", "username", "account_type"),
        ),
        Call(
            "GET",
            "/{version}/me/media",
            ("fields", "limit", "after", "access_token"),
            tuple(MEDIA_FIELDS.split(",")),
        ),
        Call(
            "GET",
            "/{version}/{media_id}/comments",
            ("fields", "limit", "after", "access_token"),
            (
                "id",
                "text",
                "timestamp",
                "username",
                "from.id",
                "from.username",
                "parent_id",
                "hidden",
                "replies",
            ),
        ),
        Call(
            "GET",
            "/{version}/{comment_id}/replies",
            ("fields", "limit", "after", "access_token"),
            ("id", "text", "timestamp", "username", "from.id", "from.username"),
        ),
        Call(
            "GET",
            "/{version}/{node_id}",
            ("fields", "access_token"),
            (
                "id",
                "timestamp",
                "hidden",
                "parent_id",
                "participants",
                "messages",
                *MESSAGE_FIELDS.split(",")[1:],
            ),
        ),
        Call(
            "GET",
            "/{version}/me/conversations",
            ("platform", "user_id", "fields", "limit", "after", "access_token"),
            ("id", "updated_time"),
        ),
        Call("POST", "/{version}/{comment_id}/replies", ("message", "access_token"), ("id",)),
        Call(
            "POST",
            "/{version}/me/messages",
            ("recipient.id", "recipient.comment_id", "message.text", "access_token"),
            ("message_id",),
        ),
        Call(
            "GET",
            "/refresh_access_token",
            ("grant_type", "access_token"),
            ("access_token",),
        ),
    )
