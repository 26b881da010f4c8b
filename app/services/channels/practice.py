"""Channels of the example firm: they look like the real ones and reach nothing outside."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from threading import Event
from typing import Any, ClassVar

from typing_extensions import override

from app.models.rules.messages import Direction
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Budget,
    Channel,
    ChannelType,
    Cursor,
    Draft,
    FetchResult,
    InboundMessage,
    Json,
    ParseContext,
    Parses,
    Person,
    Prepared,
    RawItem,
    SecretBox,
    SendResult,
    SupportsReply,
    SupportsWatch,
    Traits,
)
from app.services.channels.errors import AuthExpired
from app.services.channels.registry import Channels
from app.services.channels.setup import Finding, SetupField, SignIn

STREAM = "messages"
KINDS: Mapping[str, Traits] = {"phone": Traits(attachments=False)}
"""Those of the example firm that have no adapter of their own."""


def encoded(message: Mapping[str, Json]) -> bytes:
    """Return a message in the wire form that `parse_practice` reads."""
    return json.dumps(message, ensure_ascii=False).encode()


def parse_practice(item: RawItem, context: ParseContext) -> InboundMessage:  # noqa: ARG001  the form of Parses
    """Understand a message of the example firm.

    Raises:
        ValueError: the bytes are no such message.
    """
    body = json.loads(item.data)
    return InboundMessage(
        key=body["key"],
        fingerprint=body["key"],
        direction=Direction(body.get("direction", Direction.IN.value)),
        author=Person(body["author"], body.get("name", "")),
        recipients=tuple(Person(handle) for handle in body.get("to", ())),
        parents=tuple(body.get("parents", ())),
        subject=body.get("subject", ""),
        text=body["text"],
        quoted=body.get("quoted", ""),
        html=body.get("html"),
        created_at=item.received_at,
        received_at=item.received_at,
        reply_until=_moment(body.get("reply_until")),
        attachments=tuple(
            Attachment(name, mime, bytes.fromhex(data))
            for name, mime, data in body.get("files", ())
        ),
    )


def _moment(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


class PracticeChannel(Channel, SupportsReply, SupportsWatch):
    """An account of the example firm. What is sent goes nowhere, and comes out well.

    The account's values may hold `refuses` (it does not accept the sign-in) and `coming`, messages
    that arrive while somebody looks: `{after: seconds, message: {...}}`.
    """

    def __init__(self, account: AccountSettings, now: Callable[[], datetime]) -> None:
        self._account = account
        self._now = now
        self._next: datetime | None = None

    @override
    def streams(self) -> Sequence[str]:
        return [STREAM]

    @override
    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if self._account.values.get("refuses"):
            raise AuthExpired(server=self._account.handle, account=self._account.name)
        now = self._now()
        begun = datetime.fromisoformat(str((cursor or {}).get("begun", now.isoformat())))
        items, self._next = [], None
        coming: Any = self._account.values.get("coming", ())
        for number, one in enumerate(coming):
            at = begun + timedelta(seconds=one["after"])
            if at <= now:
                data = encoded(one["message"])
                items.append(RawItem(f"{STREAM}/{number}", stream, at, data))
            else:
                self._next = min(self._next or at, at)
        return FetchResult(items, {"begun": begun.isoformat()})

    @override
    def wait(self, stop: Event, timeout: timedelta) -> bool:
        pause = timeout if self._next is None else min(self._next - self._now(), timeout)
        stop.wait(max(0.0, pause.total_seconds()))
        return not stop.is_set() and self._next is not None and self._next <= self._now()

    @override
    def prepare(self, draft: Draft) -> Prepared:
        external_id = f"<{draft.thread_token}.{draft.key}@practice>"
        message: dict[str, Json] = {
            "key": external_id,
            "direction": Direction.OUT.value,
            "author": draft.sender.handle,
            "text": draft.text,
        }
        return Prepared(external_id, draft.recipient.handle, encoded(message))

    @override
    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        committing()
        return SendResult(prepared.external_id)

    @override
    def reconcile(self, prepared: Prepared) -> SendResult | None:
        return None

    @override
    def probe(self) -> Sequence[Finding]:
        good = not self._account.values.get("refuses")
        return [Finding("sign_in", good, "Sign-in at {server}", {"server": self._account.handle})]

    @override
    def close(self) -> None:
        return None


class PracticeType(ChannelType):
    """A kind of channel as the example firm has it; no further account can be connected."""

    kind: ClassVar[str] = "practice"
    traits: ClassVar[Traits] = Traits()
    fields: ClassVar[Sequence[SetupField]] = ()
    parse: ClassVar[Parses] = staticmethod(parse_practice)
    steps: ClassVar[Sequence[str]] = ()

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    @override
    def handle(self, values: Mapping[str, str]) -> str:
        return values["address"]

    @override
    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        return {}

    @override
    def filled_in(self, account: AccountSettings) -> Mapping[str, str]:
        return {}

    @override
    def sign_in(self, account: AccountSettings, secrets: SecretBox) -> SignIn | None:
        return None

    @override
    def open(self, account: AccountSettings, secrets: SecretBox) -> PracticeChannel:
        return PracticeChannel(account, self._now)


def _type_of(kind: str, traits: Traits) -> type[PracticeType]:
    name = f"Practice{kind.title()}"
    return type(name, (PracticeType,), {"kind": kind, "traits": traits})


class PracticeChannels(Mapping[str, ChannelType]):
    """All kinds of channels, without anything that could reach a network.

    What a kind can do is what its adapter says, where there is one.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._real = Channels(now)
        self._made: dict[str, ChannelType] = {}

    @override
    def __getitem__(self, kind: str) -> ChannelType:
        if kind not in self._made:
            traits = self._real[kind].traits if kind in self._real else KINDS[kind]
            self._made[kind] = _type_of(kind, traits)(self._now)
        return self._made[kind]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*KINDS, *self._real)))

    @override
    def __len__(self) -> int:
        return len(set(KINDS) | set(self._real))
