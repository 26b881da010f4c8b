"""Hand-written stand-ins: a clock that is set, and a platform that lives in memory."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any, ClassVar

from app.bootstrap import Services
from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import (
    AccountSettings,
    Bounce,
    Budget,
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
    Traits,
)
from app.services.channels.setup import Finding, SetupField
from app.services.sync import accounts

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 10:00 in Amsterdam, open
SHOP = "winkel@voorbeeld.nl"


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time

    def forward(self, amount: timedelta) -> None:
        self.time += amount


@dataclass
class Platform:
    """What the fake platform holds: per stream the items in order, and what was sent to it."""

    items: dict[str, list[RawItem]] = field(default_factory=lambda: {"in": [], "sent": []})
    accepted: list[Prepared] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    fetch_error: Exception | None = None
    send_errors: list[Exception] = field(default_factory=list)
    lost_answers: list[Exception] = field(default_factory=list)
    closed: bool = False
    page: int = 100
    next_after: timedelta | None = None
    announced: Event = field(default_factory=Event)

    def deliver(self, stream: str = "in", **values: Any) -> RawItem:
        """Put a message into a stream; see `raw_item` for the values."""
        item = raw_item(stream=stream, number=len(self.items[stream]) + 1, **values)
        self.items[stream].append(item)
        self.announced.set()
        return item


def raw_item(
    *,
    stream: str = "in",
    number: int = 1,
    at: datetime = MONDAY,
    history: bool = False,
    **values: Any,
) -> RawItem:
    """Return an item whose data is the JSON of a message (key, author, text, parents, ...)."""
    key = values.pop("key", f"<{stream}-{number}@elders.example>")
    body = {"key": key, "author": "anna@klant.example", "text": f"Bericht {number}", **values}
    return RawItem(
        external_id=f"{stream}/1/{number}",
        stream=stream,
        received_at=at,
        data=json.dumps(body).encode(),
        outgoing=stream == "sent",
        history=history,
    )


def parse_fake(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand a fake item; data that is no JSON raises, as hostile input does."""
    if item.data.startswith(b"WIRE "):
        return _from_wire(item)
    body = json.loads(item.data)
    author = Person(body["author"], body.get("name", ""), address=body.get("address", ""))
    outgoing = item.outgoing or author.handle in context.own_handles
    bounce = body.get("bounce")
    return InboundMessage(
        key=body["key"],
        fingerprint=body.get("fingerprint", body["key"]),
        direction=Direction.OUT if outgoing else Direction.IN,
        author=author,
        reply_to=Person(body["reply_to"]) if "reply_to" in body else None,
        recipients=tuple(Person(handle) for handle in body.get("to", [SHOP])),
        parents=tuple(body.get("parents", ())),
        subject=body.get("subject", "Waar blijft mijn pakket?"),
        text=body["text"],
        quoted=body.get("quoted", ""),
        html=body.get("html"),
        automatic=Automatic(body["automatic"]) if "automatic" in body else None,
        bounce=Bounce(*bounce) if bounce else None,
        created_at=item.received_at,
        received_at=item.received_at,
        history=item.history,
        edited=body.get("edited", False),
        gone=body.get("gone", False),
        permalink=body.get("permalink"),
        stars=body.get("stars"),
        public=body.get("public"),
    )


def _from_wire(item: RawItem) -> InboundMessage:
    """Understand one of our own messages as it comes back from the platform."""
    key, recipient, text = item.data.decode().split(" ", 3)[1:]
    return InboundMessage(
        key=key,
        fingerprint=key,
        direction=Direction.OUT,
        author=Person(SHOP),
        recipients=(Person(recipient),),
        text=text,
        created_at=item.received_at,
        received_at=item.received_at,
    )


class FakeChannel:
    """A channel to the fake platform."""

    def __init__(self, platform: Platform, account: AccountSettings) -> None:
        self.platform = platform
        self.account = account
        self.stopped = Event()

    def streams(self) -> Sequence[str]:
        return list(self.platform.items)

    def fetch(self, stream: str, cursor: Cursor | None, budget: Budget, stop: Event) -> FetchResult:
        if self.platform.fetch_error is not None:
            raise self.platform.fetch_error
        values: dict[str, Any] = dict(cursor or {})
        held = self.platform.items[stream]
        ids = frozenset(item.external_id for item in held)
        if wanted := values.pop("want", None):
            items = [item for item in held if item.external_id in wanted]
            return FetchResult(items, values, remote_count=len(held), remote_ids=ids)
        start = values.get("next", 0)
        items = held[start : start + self.platform.page]
        end = start + len(items)
        more = end < len(held)
        return FetchResult(
            items,
            {"next": end},
            more=more,
            remote_count=len(held),
            remote_ids=None if more else ids,
            next_after=self.platform.next_after,
        )

    def want(self, cursor: Cursor, external_ids: Sequence[str]) -> Cursor:
        return {**cursor, "want": list(external_ids)}

    def prepare(self, draft: Draft) -> Prepared:
        external_id = f"<{draft.thread_token}.{draft.key}@voorbeeld.nl>"
        payload = f"WIRE {external_id} {draft.recipient.handle} {draft.text}".encode()
        return Prepared(external_id, draft.recipient.handle, payload)

    def send(self, prepared: Prepared, committing: Callable[[], None]) -> SendResult:
        if self.platform.send_errors:
            raise self.platform.send_errors.pop(0)
        committing()
        self.platform.accepted.append(prepared)
        if self.platform.lost_answers:
            raise self.platform.lost_answers.pop(0)
        return SendResult(prepared.external_id)

    def reconcile(self, prepared: Prepared) -> SendResult | None:
        there = prepared.external_id in self.platform.copies
        return SendResult(prepared.external_id) if there else None

    def store_copy(self, prepared: Prepared) -> None:
        if prepared.external_id in self.platform.copies:
            return
        self.platform.copies.append(prepared.external_id)
        number = len(self.platform.items["sent"]) + 1
        self.platform.items["sent"].append(
            RawItem(f"sent/1/{number}", "sent", MONDAY, prepared.payload, outgoing=True)
        )

    def wait(self, stop: Event, timeout: timedelta) -> bool:
        for _ in range(int(timeout.total_seconds() * 50)):
            if stop.is_set() or self.stopped.is_set():
                return False
            if self.platform.announced.wait(0.02):
                self.platform.announced.clear()
                return True
        return False

    def probe(self) -> Sequence[Finding]:
        good = self.account.values.get("password_hint") != "wrong"
        return [Finding("sign_in", good, "Sign-in at {server}", {"server": "fake"})]

    def close(self) -> None:
        self.platform.closed = True
        self.stopped.set()


class FakeSignIn:
    """A provider where the owner signs in at once."""

    url = "https://provider.example/sign-in"

    def __init__(self, secrets: SecretBox) -> None:
        self._secrets = secrets

    def finish(self, stop: Event) -> None:
        self._secrets.put("token", "made while signing in")

    def cancel(self) -> None:
        """Wait for nothing."""


class FakeChannelType:
    """A kind of channel whose platform lives in memory."""

    kind: ClassVar[str] = "fake"
    traits: ClassVar[Traits] = Traits(html=True)
    fields: ClassVar[Sequence[SetupField]] = (
        SetupField("address", "Address", kind="address", required=True),
        SetupField("password", "Password", kind="secret"),
        SetupField("password-hint", "Hint"),
    )
    parse: ClassVar[Parses] = staticmethod(parse_fake)
    steps: ClassVar[Sequence[str]] = ()

    def __init__(self) -> None:
        self.platform = Platform()

    def handle(self, values: Mapping[str, str]) -> str:
        return values["address"].lower()

    def discover(self, values: Mapping[str, str]) -> dict[str, Json]:
        return {"password_hint": values.get("password-hint", "")}

    def filled_in(self, account: AccountSettings) -> Mapping[str, str]:
        return {"address": account.handle}

    def sign_in(self, account: AccountSettings, secrets: SecretBox) -> "FakeSignIn":
        return FakeSignIn(secrets)

    def open(self, account: AccountSettings, secrets: SecretBox) -> FakeChannel:
        return FakeChannel(self.platform, account)


class FakeReviewType(FakeChannelType):
    """A kind of channel that everybody reads, by a name that the command line knows too."""

    kind: ClassVar[str] = "google"
    traits: ClassVar[Traits] = Traits(attachments=False, public=True)


class FakeMailType(FakeChannelType):
    """E-mail without a network, for what goes from another kind of channel to e-mail."""

    kind: ClassVar[str] = "email"


def add_account(services: Services, handle: str = SHOP, *, kind: str = "fake") -> int:
    """Connect a fake account without the network step."""
    return services.database.write_now(
        accounts.save, kind, handle, name="De Winkel", values={}, secrets={"password": "geheim"}
    )
