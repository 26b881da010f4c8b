"""YouTube: comments on the videos of a channel come in, public replies go out."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from threading import Event
from typing import ClassVar
from urllib.parse import unquote, urlsplit

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
from app.services.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    PermissionMissing,
    QuotaExhausted,
)
from app.services.channels.google.comments import (
    COMMENTS,
    HELD,
    key_of,
    mark,
    parse_youtube,
    text_of,
)
from app.services.channels.google.line import (
    PROJECT_FIELDS,
    PROJECT_STEPS,
    GoogleType,
    Line,
    checked,
)
from app.services.channels.google.quota import UNITS, Quota
from app.services.channels.google.threads import NAME, PATH, Api, Reading
from app.services.channels.kit import Call, Node, answered, check_length, setting
from app.services.channels.setup import Finding, SetupField

SERVER = "https://youtube.googleapis.com"
SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
REPLY_UNITS = 50

_SLACK = timedelta(minutes=5)
"""How far Google's clock may be from ours when a reply of ours is looked for."""

_COMMENT = (
    "id",
    "snippet.textDisplay",
    "snippet.textOriginal",
    "snippet.authorDisplayName",
    "snippet.authorChannelId.value",
    "snippet.publishedAt",
    "snippet.updatedAt",
    "snippet.parentId",
    "snippet.moderationStatus",
)
_READS = QT_TRANSLATE_NOOP(
    "setup", "Comments on the videos of {title} come in, also those held for review"
)
_NO_MESSAGES = QT_TRANSLATE_NOOP(
    "setup", "Private messages are not possible: YouTube has none, so every answer is public."
)
_UNITS = QT_TRANSLATE_NOOP(
    "setup",
    "Google gives your project {limit} units a day: reading takes about a thousand, each answer "
    "50.",
)


class YouTubeChannel(Channel, SupportsReply):
    """The comments of one YouTube channel."""

    def __init__(
        self, account: AccountSettings, line: Line, quota: Quota, now: Callable[[], datetime]
    ) -> None:
        self._account, self._line, self._quota, self._now = account, line, quota, now
        self._server = setting(account, "server", SERVER)
        self._api = Api(line, self._server, quota)
        self._wanted = channel_name(setting(account, "channel", account.handle))
        self._own: Node | None = None
        self._answered: list[str] = []

    @override
    def streams(self) -> Sequence[str]:
        return [COMMENTS, HELD]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if stop.is_set():
            return FetchResult([], dict(cursor or {}), more=True)
        reading = Reading(self._api, self._me(), stream, cursor, self._now())
        answered_here = list(self._answered) if stream == COMMENTS else []
        reading.look_after(answered_here)
        result = reading.read(budget, stop)
        self._answered = [one for one in self._answered if one not in answered_here]
        return result

    def _me(self) -> str:
        return self._channel().need("id")

    def _channel(self) -> Node:
        """Return our channel; asked once in a session.

        Raises:
            PermissionMissing: the sign-in is for another one.
        """
        if self._own is None:
            answer = self._api.get("channels", {"part": "snippet", "mine": "true"}, keep=0)
            # Without a channel there is no list at all.
            found = answered(answer, "items", NAME) if answer["items"] else answer["items"]
            there = [one for one in found if one["id"].text]
            own = [one for one in there if self._wanted in _names(one)]
            if not own:
                other = there[0]["snippet"]["title"].text if there else "no channel"
                what = f"read this channel: the sign-in is for {other}"
                raise PermissionMissing(account=self._account.handle, what=what)
            self._own = own[0]
        return self._own

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        text = checked(draft, NAME)
        check_length(Measure("youtube"), text, NAME)
        payload: Json = {
            "parent": draft.references[-1].partition("/")[0],
            "text": text,
            "since": draft.created_at.isoformat(),
        }
        data = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
        return Prepared(f"out:{draft.key}", draft.recipient.handle, data, mark(text))

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        wanted = Node.of(prepared.payload)
        parent = wanted.need("parent")
        self._quota.spend(REPLY_UNITS, account=self._account.handle, server=NAME)
        snippet: Json = {"parentId": parent, "textOriginal": wanted.need("text")}
        try:
            answer = self._line.write(
                "POST",
                f"{self._server}{PATH}/comments",
                {"snippet": snippet},
                params={"part": "snippet"},
                committing=committing,
            )
        except QuotaExhausted:
            self._quota.used_up()
            raise
        self._answered.append(parent)
        if not answer["id"].text:
            raise OutcomeUnknown(server=NAME)
        return _result(answer, parent)

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        wanted = Node.of(prepared.payload)
        parent, text = wanted.need("parent"), mark(wanted.need("text"))
        since, me = wanted["since"].moment() - _SLACK, self._me()
        for one in self._api.replies(parent, keep=0):
            ours = one["snippet"]["authorChannelId"]["value"].text == me
            found = _result(one, parent)
            newer = found.sent_at is not None and found.sent_at >= since
            if ours and newer and mark(text_of(one)) == text:
                self._answered.append(parent)
                return found
        return None

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            title = self._channel()["snippet"]["title"].text or self._account.handle
            page = self._api.threads(allThreadsRelatedToChannelId=self._me(), maxResults="1")
            answered(page, "items", NAME)
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]
        return [
            Finding("reads", ok=True, text=_READS, params={"title": title}),
            Finding("no_messages", ok=True, text=_NO_MESSAGES),
            Finding("units", ok=True, text=_UNITS, params={"limit": UNITS}),
            self._line.ends(),
        ]

    @override
    def close(self) -> None:
        self._line.close()


def channel_name(told: str) -> str:
    """Return what names a channel: its id, or its handle with @ in lower case; "" for neither."""
    text = unquote(told.strip())
    if "/" in text:
        url = text if "://" in text else f"https://{text}"
        text = urlsplit(url).path.strip("/").removeprefix("channel/").partition("/")[0]
    if text[:2] in {"UC", "uc"} and len(text) == 24:
        return text
    handle = text.lower().removeprefix("@")
    return (
        f"@{handle}" if handle.replace("-", "").replace("_", "").replace(".", "").isalnum() else ""
    )


def _names(channel: Node) -> set[str]:
    handle = channel["snippet"]["customUrl"].text.lower().removeprefix("@")
    return {channel["id"].text} | ({f"@{handle}"} if handle else set())


def _result(comment: Node, parent: str) -> SendResult:
    try:
        at = comment["snippet"]["publishedAt"].moment()
    except ValueError:
        at = None
    told = comment["snippet"]["parentId"].text
    return SendResult(key_of(comment) if told else f"{parent}/{comment['id'].text}", at)


class YouTubeType(GoogleType):
    """The comments on a YouTube channel."""

    kind: ClassVar[str] = "youtube"
    scope: ClassVar[str] = SCOPE
    traits: ClassVar[Traits] = Traits(
        attachments=False,
        public=True,
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "YouTube has no private messages and takes no files: everybody can read this reply. "
            "Do not ask for an order number or an address here.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField(
            "channel",
            QT_TRANSLATE_NOOP("setup", "Your YouTube channel"),
            required=True,
            help=QT_TRANSLATE_NOOP("setup", "Its handle (@myshop), its address, or its id (UC…)."),
        ),
        *PROJECT_FIELDS,
    )
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP(
            "setup",
            "Open console.cloud.google.com, make a project for your shop, and under Library switch "
            "on the YouTube Data API v3. It costs nothing.",
        ),
        *PROJECT_STEPS,
        QT_TRANSLATE_NOOP(
            "setup",
            "Google gives a project 10,000 units a day, until midnight in California: reading "
            "takes about a thousand, each answer 50. Likely spam stays in YouTube Studio.",
        ),
    )
    parse: ClassVar[Parses] = staticmethod(parse_youtube)
    calls: ClassVar[Sequence[Call]] = (
        Call(
            "GET",
            f"{PATH}/channels",
            ("part", "mine"),
            ("items.id", "items.snippet.title", "items.snippet.customUrl"),
        ),
        Call(
            "GET",
            f"{PATH}/commentThreads",
            (
                "part",
                "allThreadsRelatedToChannelId",
                "order",
                "maxResults",
                "textFormat",
                "pageToken",
                "moderationStatus",
                "id",
            ),
            (
                "nextPageToken",
                "items.id",
                "items.snippet.videoId",
                "items.snippet.totalReplyCount",
                *(f"items.snippet.topLevelComment.{one}" for one in _COMMENT),
                *(f"items.replies.comments.{one}" for one in _COMMENT),
            ),
        ),
        Call(
            "GET",
            f"{PATH}/comments",
            ("part", "parentId", "textFormat", "maxResults", "pageToken"),
            ("nextPageToken", *(f"items.{one}" for one in _COMMENT)),
        ),
        Call(
            "POST",
            f"{PATH}/comments",
            ("part", "snippet.parentId", "snippet.textOriginal"),
            ("id", "snippet.publishedAt", "snippet.parentId"),
        ),
    )

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._quotas: dict[str, Quota] = {}

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        """Return the channel's handle or id, in lower case.

        Raises:
            InvalidValueError: it is neither.
        """
        told = channel_name(values.get("channel", ""))
        if not told:
            raise InvalidValueError(
                value=values.get("channel", ""), field="channel", choices="@myshop"
            )
        return told.lower()

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> YouTubeChannel:
        project = self.oauth(account.values).client_id
        quota = self._quotas.setdefault(project, Quota(self.now))
        return YouTubeChannel(account, self.line(account, secrets), quota, self.now)
