"""Messenger: what customers write to a Facebook Page in private, and our answers."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from threading import Event
from typing import ClassVar

from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.limits import Measure
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Budget,
    Channel,
    Cursor,
    Draft,
    FetchResult,
    Json,
    Parses,
    Person,
    Prepared,
    RawItem,
    SecretBox,
    SendResult,
    SupportsReply,
    Traits,
)
from app.services.channels.errors import (
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    PermissionMissing,
    WindowClosed,
)
from app.services.channels.http import Http
from app.services.channels.kit import Call, Node, setting
from app.services.channels.meta import pushes, relay_reading
from app.services.channels.meta.common import ANSWER_WINDOW, HUMAN_WINDOW
from app.services.channels.meta.graph import Files
from app.services.channels.meta.messenger_parse import parse_messenger
from app.services.channels.meta.messenger_read import (
    MESSAGE_FIELDS,
    STREAM,
    TALK_FIELDS,
    Reader,
)
from app.services.channels.meta.page import (
    APP_STEPS,
    PAGE_FIELDS,
    SERVER_FIELDS,
    TOKEN_STEPS,
    PageLine,
    PageType,
    composed,
    reads,
    refused,
    upload,
)
from app.services.channels.meta.relay import FIELDS as RELAY_FIELDS
from app.services.channels.meta.relay import Record, Relay, relay_address
from app.services.channels.meta.relay_reading import Makes, Place
from app.services.channels.setup import Finding, SetupField

LARGEST = 25 << 20
_KINDS = frozenset({"image", "audio", "video"})
_READS = QT_TRANSLATE_NOOP("setup", "Conversations can be read")
_NONE_SEEN = QT_TRANSLATE_NOOP(
    "setup",
    "No conversations are to be seen. If Meta Business Suite does show some, your app lacks "
    "Advanced Access to pages_messaging: Meta then gives only those of people with a role at the "
    "app. It takes App Review and Business Verification at developers.facebook.com.",
)
_REFUSED = QT_TRANSLATE_NOOP(
    "setup",
    "Meta does not let Balie read the conversations: {reason} The token needs the right "
    "pages_messaging, and for customers your app needs Advanced Access to it (App Review and "
    "Business Verification at developers.facebook.com).",
)
_DAILY = QT_TRANSLATE_NOOP(
    "setup",
    "Of each conversation Meta gives the 20 newest messages: let Balie run at least once a day.",
)


class MessengerChannel(Channel, SupportsReply):
    """The conversations of one Page."""

    def __init__(
        self, account: AccountSettings, secrets: SecretBox, now: Callable[[], datetime]
    ) -> None:
        self._now = now
        self._line = PageLine(account, secrets, now)
        self._files = Http(now)
        self._relay = Relay(account, secrets, now, f"messenger:{account.handle}")
        self._human = setting(account, "human_agent", "no") == "yes"

    @property
    def _window(self) -> timedelta:
        return HUMAN_WINDOW if self._human else ANSWER_WINDOW

    @override
    def streams(self) -> Sequence[str]:
        return [STREAM, *([pushes.STREAM] if self._relay.is_there else [])]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if stream == pushes.STREAM:
            return relay_reading.fetch(self._relay, stream, cursor, budget, stop, self._pushed)
        if stop.is_set():
            return FetchResult([], dict(cursor or {}))
        return self._reader().read(cursor, budget)

    def _reader(self) -> Reader:
        return Reader(self._line, self._files, self._now(), self._window)

    def _pushed(self, record: Record, place: Place) -> list[Makes]:
        events = pushes.pushed(record.hook, "page", {self._line.id})
        return [
            partial(self._push, event, record.received_at, place.since)
            for event in events
            if not event["message"]["is_deleted"]
        ]

    def _push(self, event: Node, received_at: datetime, since: datetime) -> RawItem:
        name = event["message"]["mid"].text
        found = pushes.asked(self._line.graph, name, MESSAGE_FIELDS)
        told = found or pushes.as_asked(event, received_at)
        people = (told["from"], *told["to"]["data"])
        other = next((one for one in people if not self._line.is_us(one)), Node(None))
        person = Person(other["id"].text, other["name"].text)
        item = self._reader().item(told, person, "", since)
        return replace(item, stream=pushes.STREAM)

    # --- answering ---------------------------------------------------------------------------

    @override
    def prepare(self, draft: Draft) -> Prepared:
        host, text = self._line.host, draft.text.strip()
        to = draft.recipient.handle
        if not (to.isascii() and to.isdigit()):
            detail = "this customer has not written to the Page"
            raise NotAllowedByPlatform(server=host, detail=detail)
        file = _only_file(draft.attachments, text, host)
        return composed(
            draft, to, file, Measure("messenger"), host, to=to, automatic=draft.automatic
        )

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        self._line.me()
        wanted = Node.of(prepared.payload)
        committing()
        try:
            told = self._written(wanted, {"messaging_type": "RESPONSE"})
        except WindowClosed:
            # The tag is for what a person writes, and what was refused did not go out.
            if not self._human or wanted["automatic"].is_true:
                raise
            tag = {"messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
            told = self._written(wanted, tag)
        return SendResult(told["message_id"].text)

    def _written(self, wanted: Node, kind: Mapping[str, str]) -> Node:
        recipient, file = {"id": wanted.need("to")}, wanted["file"]
        message: dict[str, Json] = {"text": wanted["text"].text}
        form: dict[str, str] | None = None
        files: Files | None = None
        if file:
            sort = file["mime"].text.partition("/")[0]
            kept = {"is_reusable": False}
            message = {"attachment": {"type": sort if sort in _KINDS else "file", "payload": kept}}
            form = {"recipient": json.dumps(recipient), "message": json.dumps(message), **kind}
            files = {"filedata": upload(file)}
        return self._line.graph.write(
            f"/{self._line.id}/messages",
            gives="message_id",
            form=form,
            body=None if form else {"recipient": recipient, "message": message, **kind},
            files=files,
            recipient=wanted["to"].text,
        )

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        params = {"platform": "messenger", "user_id": prepared.recipient, "fields": "id"}
        for talk in self._line.graph.page(f"/{self._line.id}/conversations", params).items:
            found = self._line.find_message(talk.need("id"), prepared)
            if found is not None:
                return found
        return None

    # --- set-up ------------------------------------------------------------------------------

    @override
    def probe(self) -> Sequence[Finding]:
        try:
            found = [self._line.finding()]
        except ChannelError as error:
            return [refused(error)]
        params = {"platform": "messenger", "fields": "id", "limit": "1"}
        try:
            page = self._line.graph.page(f"/{self._line.id}/conversations", params)
        except PermissionMissing as error:
            told = {"reason": str(error)}
            return [*found, Finding("gate", ok=False, text=_REFUSED, params=told)]
        except ChannelError as error:
            return [*found, refused(error)]
        # A new Page has none either, so this alone is no reason against it.
        seen = Finding("reads", ok=True, text=_READS)
        found.append(seen if page.items else Finding("gate", ok=True, text=_NONE_SEEN))
        if self._relay.is_there:
            found.append(self._relay.finding())
        return [*found, Finding("daily", ok=True, text=_DAILY)]

    @override
    def close(self) -> None:
        self._line.graph.close()
        self._relay.close()
        self._files.close()


def _only_file(files: Sequence[Attachment], text: str, host: str) -> Attachment | None:
    if not files:
        return None
    file, *others = files
    if others or text:
        detail = "a file goes by itself: one in a message, and no text with it"
        raise InvalidContent(server=host, detail=detail)
    if not 0 < len(file.data) <= LARGEST:
        raise InvalidContent(server=host, detail=f"{file.name}: at most 25 MB, and not empty")
    return file


class MessengerType(PageType):
    """The private side of a Facebook Page."""

    kind: ClassVar[str] = "messenger"
    traits: ClassVar[Traits] = Traits(
        explains=QT_TRANSLATE_NOOP(
            "channels",
            "Messenger takes an answer within 24 hours after the customer wrote last; after that "
            "only he can go on. A file goes as a message of its own, without text.",
        ),
    )
    fields: ClassVar[Sequence[SetupField]] = (
        *PAGE_FIELDS,
        SetupField(
            "human_agent",
            QT_TRANSLATE_NOOP("setup", "Answering up to 7 days later"),
            "choice",
            choices=("no", "yes"),
            help=QT_TRANSLATE_NOOP(
                "setup", "Only when Meta has approved the feature Human Agent for your app."
            ),
        ),
        *RELAY_FIELDS,
        *SERVER_FIELDS,
    )
    parse: ClassVar[Parses] = staticmethod(parse_messenger)
    steps: ClassVar[Sequence[str]] = (
        *APP_STEPS,
        QT_TRANSLATE_NOOP(
            "setup",
            "Add the rights pages_show_list, pages_read_engagement, pages_manage_metadata and "
            "pages_messaging. You need the task Messaging at the Page.",
        ),
        *TOKEN_STEPS,
        QT_TRANSLATE_NOOP(
            "setup",
            "For messages of customers Meta asks more: Advanced Access to pages_messaging, with "
            "App Review and Business Verification. It is free, but takes weeks. Until then Balie "
            "sees only conversations with people who have a role at your app.",
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "If you like: with the relay on your web hosting (balie-relay.php, with a README) "
            "messages come in sooner, and none is missed when more than 20 came at once. Subscribe "
            "the Page there to “messages” and “message_echoes”.",
        ),
    )
    calls: ClassVar[Sequence[Call]] = (
        Call("GET", "/{version}/me", ("fields", "access_token"), ("id", "name")),
        Call(
            "GET",
            "/{version}/{page_id}/conversations",
            ("platform", "fields", "limit", "user_id", "after", "access_token"),
            reads(TALK_FIELDS),
        ),
        Call(
            "GET",
            "/{version}/{conversation_id}/messages",
            ("fields", "limit", "after", "access_token"),
            reads(MESSAGE_FIELDS),
        ),
        Call(
            "GET",
            "/{version}/{message_id}",
            ("fields", "access_token"),
            tuple(name.removeprefix("data.") for name in reads(MESSAGE_FIELDS)[:-1]),
        ),
        Call(
            "POST",
            "/{version}/{page_id}/messages",
            (
                "recipient.id",
                "messaging_type",
                "tag",
                "message.text",
                "message.attachment.type",
                "message.attachment.payload.is_reusable",
                "filedata",
                "access_token",
            ),
            ("recipient_id", "message_id"),
        ),
    )

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        return {**super().discover(values), "relay": relay_address(values)}

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> MessengerChannel:
        return MessengerChannel(account, secrets, self.now)
