"""What every channel must do; the test of each adapter inherits it and brings its platform."""

import logging
from collections.abc import Iterator, Mapping
from threading import Event
from typing import ClassVar, Protocol

import pytest

from app.models.rules.messages import Direction
from app.services.channels.api import (
    Budget,
    Channel,
    Cursor,
    FetchResult,
    InboundMessage,
    ParseContext,
    RawItem,
)
from app.services.channels.errors import ChannelError

BODIES = {
    "empty": "",
    "long": "De bestelling is er nog niet. " * 350,
    "emoji": "Top! 👍🏽 🇳🇱 👩‍👩‍👧 é ü €",
    "right-to-left": "שלום, איפה החבילה שלי؟ مرحبا",
}


class ContractPlatform(Protocol):
    """A platform with an account of ours, as the contract needs it.

    Attributes:
        stream, own_stream: where customers' messages and our own come in.
        failures: the faults that `fail` can set, with the class that each must give.
        secrets: words that may never be seen.
    """

    stream: str
    own_stream: str
    failures: Mapping[str, type[ChannelError]]
    secrets: tuple[str, ...]

    def open(self) -> Channel:
        """Return a new channel of the account; the caller closes it."""
        ...

    def put(self, text: str) -> None:
        """Let a customer write."""
        ...

    def put_own(self, text: str) -> None:
        """Let us write with another program."""
        ...

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        """Understand an item as the adapter does."""
        ...

    def own_handle(self) -> str:
        """Return our own handle."""
        ...

    def state(self) -> object:
        """Return all that a fetch must leave as it is."""
        ...

    def fail(self, fault: str) -> None:
        """Let the platform fail from now on."""
        ...

    def recover(self) -> None:
        """Let it work again."""
        ...


def fetch(
    channel: Channel, stream: str, cursor: Cursor | None = None, budget: Budget | None = None
) -> FetchResult:
    """Fetch once."""
    return channel.fetch(stream, cursor, budget or Budget(), Event())


def fetch_all(
    channel: Channel, stream: str, cursor: Cursor | None = None, budget: Budget | None = None
) -> tuple[list[RawItem], Cursor]:
    """Fetch until there is no more, at most a thousand times."""
    items: list[RawItem] = []
    for _ in range(1000):
        result = fetch(channel, stream, cursor, budget)
        items += result.items
        cursor = result.cursor
        if not result.more:
            return items, cursor
    raise AssertionError("fetching does not end")


def ids(items: list[RawItem]) -> list[str]:
    return sorted(item.external_id for item in items)


class ChannelContract:
    """Inherit this and write the fixture `platform`.

    Attributes:
        kind: of the channel, where the file is not called after it (tests/channels/test_KIND.py).
    """

    kind: ClassVar[str] = ""

    @pytest.fixture
    def platform(self) -> ContractPlatform:
        raise NotImplementedError

    @pytest.fixture
    def channel(self, platform: ContractPlatform) -> Iterator[Channel]:
        channel = platform.open()
        yield channel
        channel.close()

    def test_is_a_channel(self, channel: Channel, platform: ContractPlatform) -> None:
        assert isinstance(channel, Channel)
        assert {platform.stream, platform.own_stream} <= set(channel.streams())

    def test_nothing_there(self, channel: Channel, platform: ContractPlatform) -> None:
        items, cursor = fetch_all(channel, platform.stream)
        assert items == []
        platform.put("eerste")
        assert len(fetch_all(channel, platform.stream, cursor)[0]) == 1

    def test_first_fetch_gives_all(self, channel: Channel, platform: ContractPlatform) -> None:
        for number in range(5):
            platform.put(f"bericht {number}")
        items, _ = fetch_all(channel, platform.stream)
        assert len(items) == 5

    @pytest.mark.parametrize("size", [1, 2, 3])
    def test_small_steps_lose_and_repeat_nothing(
        self, channel: Channel, platform: ContractPlatform, size: int
    ) -> None:
        for number in range(5):
            platform.put(f"bericht {number}")
        items, cursor = fetch_all(channel, platform.stream, None, Budget(items=size))
        platform.put("later")
        more, _ = fetch_all(channel, platform.stream, cursor, Budget(items=size))
        assert len(items) == len(set(ids(items))) == 5
        assert len(more) == 1
        assert not set(ids(more)) & set(ids(items))

    def test_same_cursor_gives_the_same(self, channel: Channel, platform: ContractPlatform) -> None:
        platform.put("een")
        _, cursor = fetch_all(channel, platform.stream)
        platform.put("twee")
        first, _ = fetch_all(channel, platform.stream, cursor)
        again, _ = fetch_all(channel, platform.stream, cursor)
        assert ids(first) == ids(again)
        assert [item.data for item in first] == [item.data for item in again]

    def test_ids_are_stable_over_sessions(self, platform: ContractPlatform) -> None:
        for number in range(3):
            platform.put(f"bericht {number}")
        seen = []
        for _ in range(2):
            channel = platform.open()
            seen.append(ids(fetch_all(channel, platform.stream)[0]))
            channel.close()
        assert seen[0] == seen[1]
        assert len(set(seen[0])) == 3

    def test_a_cursor_outlives_its_session(self, platform: ContractPlatform) -> None:
        platform.put("een")
        channel = platform.open()
        _, cursor = fetch_all(channel, platform.stream)
        channel.close()
        platform.put("twee")
        channel = platform.open()
        assert len(fetch_all(channel, platform.stream, cursor)[0]) == 1
        channel.close()

    @pytest.mark.parametrize("body", list(BODIES))
    def test_bodies_come_whole(
        self, channel: Channel, platform: ContractPlatform, body: str
    ) -> None:
        platform.put(BODIES[body])
        items, _ = fetch_all(channel, platform.stream)
        message = platform.parse(items[0], ParseContext(frozenset({platform.own_handle()})))
        assert message.text.split() == BODIES[body].split()
        assert message.direction is Direction.IN

    def test_own_messages_are_ours(self, channel: Channel, platform: ContractPlatform) -> None:
        platform.put_own("Wij kijken het na.")
        items, _ = fetch_all(channel, platform.own_stream)
        message = platform.parse(items[0], ParseContext(frozenset({platform.own_handle()})))
        assert message.direction is Direction.OUT

    def test_times_are_aware(self, channel: Channel, platform: ContractPlatform) -> None:
        platform.put("tijd")
        items, _ = fetch_all(channel, platform.stream)
        offset = items[0].received_at.utcoffset()
        assert offset is not None
        assert not offset

    def test_fetching_changes_nothing(self, channel: Channel, platform: ContractPlatform) -> None:
        platform.put("een")
        before = platform.state()
        fetch_all(channel, platform.stream)
        assert platform.state() == before

    def test_failures_have_their_class(self, platform: ContractPlatform) -> None:
        platform.put("een")
        wrong = {}
        for fault, expected in platform.failures.items():
            platform.fail(fault)
            channel = platform.open()
            try:
                fetch(channel, platform.stream)
            except ChannelError as error:
                if not isinstance(error, expected):
                    wrong[fault] = type(error).__name__
            else:
                wrong[fault] = "no error"
            channel.close()
            platform.recover()
        assert not wrong

    def test_a_failure_passes(self, channel: Channel, platform: ContractPlatform) -> None:
        platform.put("een")
        _, cursor = fetch_all(channel, platform.stream)
        platform.put("twee")
        platform.fail(next(iter(platform.failures)))
        with pytest.raises(ChannelError):
            fetch(channel, platform.stream, cursor)
        platform.recover()
        assert len(fetch_all(channel, platform.stream, cursor)[0]) == 1

    def test_stop_ends_a_fetch(self, channel: Channel, platform: ContractPlatform) -> None:
        platform.put("een")
        stop = Event()
        stop.set()
        result = channel.fetch(platform.stream, None, Budget(), stop)
        assert len(fetch_all(channel, platform.stream, result.cursor)[0]) + len(result.items) == 1

    def test_secrets_stay_secret(
        self, platform: ContractPlatform, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        platform.put("een")
        texts = []
        for fault in (None, *platform.failures):
            if fault:
                platform.fail(fault)
            channel = platform.open()
            try:
                items = fetch(channel, platform.stream).items
                texts.append(repr(items))
            except ChannelError as error:
                texts.append(f"{error!r} {error} {error.params} {error.__cause__!r}")
            texts.append(repr(channel) + repr(channel.probe()))
            channel.close()
            platform.recover()
        seen = "".join(texts) + caplog.text
        assert not [secret for secret in platform.secrets if secret in seen]
