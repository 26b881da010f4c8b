"""Mastodon and servers that speak its language: mentions, direct messages, and our answers."""

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from threading import Event, Lock
from typing import ClassVar
from urllib.parse import urlsplit

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP, InvalidValueError
from app.models.rules.limits import OWN_LIMIT
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
    SupportsWatch,
    Traits,
)
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    TargetGone,
    Transient,
)
from app.services.channels.http import Http
from app.services.channels.kit import ApiType, Call, Node, secret, server_address, setting
from app.services.channels.mastodon.calls import CALLS
from app.services.channels.mastodon.compose import DIRECT, Limits, compose, narrowed, only_for
from app.services.channels.mastodon.line import Line
from app.services.channels.mastodon.parse import key_of, mark, parse_mastodon, partner, text_of
from app.services.channels.mastodon.reading import MENTIONS, OWN, read
from app.services.channels.mastodon.stream import Stream
from app.services.channels.setup import Finding, SetupField

_SIGNED_IN = QT_TRANSLATE_NOOP("setup", "Signed in at {server} as @{name}")
_OTHER = QT_TRANSLATE_NOOP(
    "setup", "The access token belongs to @{name}, not to the account that you filled in."
)
_READS = QT_TRANSLATE_NOOP("setup", "Mentions and direct messages can be read")
_NO_WRITE = QT_TRANSLATE_NOOP(
    "setup",
    "Answers cannot be sent: tick the right write at your application, save, and paste the new "
    "access token.",
)
_HANDLE = re.compile(r"@?([a-z0-9_][a-z0-9_.-]*)@([a-z0-9.-]+\.[a-z]{2,}|127\.0\.0\.1)")
_SLACK = timedelta(minutes=5)
"""How far the clock of a server may be from ours when a message of ours is looked for."""

_LIMITS, _STREAMING = "limits", "streaming"


class MastodonChannel(Channel, SupportsReply, SupportsWatch):
    """One account on one server."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._account, self._secrets, self._now = account, secrets, now
        self._limits = Limits.of(Node(account.values.get(_LIMITS)))
        self._made: Line | None = None
        self._stream: Stream | None = None
        self._opening, self._is_closed = Lock(), False

    @property
    def _line(self) -> Line:
        if self._made is None:
            token = secret(self._secrets, "token", self._account)
            server = setting(self._account, "server")
            self._made = Line(Http(self._now), server, token, self._account.handle)
        return self._made

    @property
    def _server(self) -> str:
        return urlsplit(setting(self._account, "server")).hostname or self._account.handle

    @override
    def streams(self) -> Sequence[str]:
        return [MENTIONS, OWN]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if stop.is_set():
            return FetchResult([], dict(cursor or {}))
        return read(self._line, stream, cursor, budget, self._now())

    @override
    def wait(self, stop: Event, timeout: timedelta) -> bool:
        token = secret(self._secrets, "token", self._account)
        with self._opening:
            if self._is_closed:
                return False
            address = setting(self._account, _STREAMING) or setting(self._account, "server")
            self._stream = self._stream or Stream(address, token)
        return self._stream.wait(stop, timeout.total_seconds())

    # --- sending -----------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        return compose(draft, self._limits, self._server)

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        wanted = Node.of(prepared.payload)
        text, answers = wanted["status"].text, wanted["answers"].text
        visibility = self._visibility(wanted)
        if visibility == DIRECT:
            only_for(prepared.recipient, text, self._server)
        status: dict[str, Json] = {"status": text, "visibility": visibility}
        if answers:
            status["in_reply_to_id"] = answers
        if wanted["files"]:
            status["media_ids"] = [self._uploaded(one) for one in wanted["files"]]
        committing()
        answer = self._line.publish(status, wanted["key"].text)
        result = _result(Node(answer.json()), prepared.recipient)
        if result is None:
            raise OutcomeUnknown(server=self._server)
        return result

    def _visibility(self, wanted: Node) -> str:
        """Return who may read it, from what the answered status is now; it may have gone."""
        if not wanted["answers"].text:
            return DIRECT
        parent = self._line.node(f"/api/v1/statuses/{wanted['answers'].text}")
        return DIRECT if wanted["private"].is_true else narrowed(parent["visibility"].text)

    def _uploaded(self, one: Node) -> str:
        data = base64.b64decode(one["data"].text)
        answer = self._line.upload(one["name"].text, data, one["mime"].text)
        stored = Node(answer.json())["id"].text
        if answer.status == 202 and stored:
            answer = self._line.get(f"/api/v1/media/{stored}")
        if answer.status != 200 or not stored:
            raise Transient(server=self._server, detail="the file is not ready")
        return stored

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        wanted = Node.of(prepared.payload)
        since = wanted["since"].moment() - _SLACK
        path = f"/api/v1/accounts/{self._line.me().need('id')}/statuses"
        for status in self._line.page(path, {"limit": "40", "exclude_reblogs": "true"}):
            if status["in_reply_to_id"].text != wanted["answers"].text:
                continue
            files = len(list(status["media_attachments"]))
            result = _result(status, prepared.recipient)
            if mark(text_of(status), files) == wanted["mark"].text and _is_newer(result, since):
                return result
        return None

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            return [*self._findings()]
        except ChannelError as error:
            return [Finding(error.code, ok=False, text=error.text, params=error.params)]

    def _findings(self) -> list[Finding]:
        name = self._line.me()["acct"].text.lower()
        params = {"server": self._server, "name": name}
        if name != self._account.handle.partition("@")[0]:
            return [Finding("other_account", ok=False, text=_OTHER, params=params)]
        found = [Finding("sign_in", ok=True, text=_SIGNED_IN, params=params)]
        self._line.page("/api/v1/notifications", {"types[]": "mention", "limit": "1"})
        self._line.page(f"/api/v1/accounts/{self._line.me()['id'].text}/statuses", {"limit": "1"})
        found.append(Finding("reads", ok=True, text=_READS))
        if not self._may_write():
            found.append(Finding("no_write", ok=False, text=_NO_WRITE))
        return found

    def _may_write(self) -> bool:
        """Tell whether the token may write; where a server does not say, that it may."""
        try:
            scopes = self._line.node("/api/v1/apps/verify_credentials")["scopes"]
        except (AuthExpired, NotAllowedByPlatform, PermissionMissing, TargetGone):
            return True  # some servers ask another kind of token for this
        told = {one.text for one in scopes}
        return not told or bool(told & {"write", "write:statuses"})

    @override
    def close(self) -> None:
        with self._opening:
            self._is_closed = True
        if self._stream is not None:
            self._stream.close()
        if self._made is not None:
            self._made.close()


def _result(status: Node, recipient: str) -> SendResult | None:
    """Return the platform's word that it has a status, under the key that `parse` gives it."""
    if not status["id"].text:
        return None
    try:
        at = status["created_at"].moment()
    except ValueError:
        at = None
    return SendResult(key_of(partner(status) or recipient, status["id"].text), at)


def _is_newer(result: SendResult | None, since: datetime) -> bool:
    return result is not None and result.sent_at is not None and result.sent_at >= since


def _streaming(told: str) -> str:
    """Return where a server tells what happens, from how it says so ("wss://..."); "" if nowhere.

    The token goes there, so it has to be private.
    """
    scheme, _, rest = told.partition("://")
    if scheme not in {"wss", "ws", "https", "http"}:
        return ""
    try:
        return server_address(f"{'http' if scheme in {'ws', 'http'} else 'https'}://{rest}")
    except InvalidValueError:
        return ""


class MastodonType(ApiType):
    """An account on a Mastodon server."""

    kind: ClassVar[str] = "mastodon"
    traits: ClassVar[Traits] = Traits(
        public=True,
        private=True,
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "Direct messages on Mastodon are not encrypted: the people who run the servers can "
            "read them. Everybody who is mentioned in one gets it. Only pictures can go along.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField(
            "user",
            QT_TRANSLATE_NOOP("setup", "Your name on Mastodon"),
            required=True,
            help=QT_TRANSLATE_NOOP("setup", "With the server, for example @shop@mastodon.nl."),
        ),
        SetupField(
            "token",
            QT_TRANSLATE_NOOP("setup", "Access token"),
            "secret",
            required=True,
        ),
        SetupField(
            "server",
            QT_TRANSLATE_NOOP("setup", "Address of the server"),
            help=QT_TRANSLATE_NOOP(
                "setup", "Only when it differs from what stands behind the second @ of your name."
            ),
        ),
    )
    parse: ClassVar[Parses] = staticmethod(parse_mastodon)
    calls: ClassVar[Sequence[Call]] = CALLS
    steps: ClassVar[Sequence[str]] = (
        QT_TRANSLATE_NOOP(
            "setup",
            "Sign in to your Mastodon server in the browser and open Preferences, Development, "
            "New application.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Name it Balie and tick the rights read and write; leave the rest as it is. Save it.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Open the application and copy “Your access token”. It costs nothing and does not "
            "expire.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "Balie sees what mentions you and what is sent to you directly. Posts that name your "
            "firm without a mention stay unseen.",
        ),
    )

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        found = _HANDLE.fullmatch((values.get("user") or "").strip().lower())
        if found is None:
            raise InvalidValueError(
                value=values.get("user") or "", field="user", choices="@shop@mastodon.nl"
            )
        return f"{found[1]}@{found[2]}"

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        """Return the settings of an account, with what its server says that it takes.

        Raises:
            InvalidValueError: a value that cannot be used.
            ChannelError: the server cannot be reached.
        """
        handle = self.handle(values)
        server = server_address(values.get("server") or handle.partition("@")[2])
        http = Http(self.now, time_limits=(5, 10), total_limit=15)
        try:
            told = Node(http.request("GET", f"{server}/api/v2/instance").json())
        except (AuthExpired, PermissionMissing, TargetGone):
            told = Node(None)  # a server that tells strangers nothing, or an older one
        finally:
            http.close()
        limits = Limits.of(told["configuration"])
        found: dict[str, Json] = {"user": handle, "server": server, _LIMITS: limits.to_values()}
        if streaming := _streaming(told["configuration"]["urls"]["streaming"].text):
            found[_STREAMING] = streaming
        return found | {OWN_LIMIT: limits.characters}

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> MastodonChannel:
        return MastodonChannel(account, secrets, self.now)
