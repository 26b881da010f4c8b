"""The line on which a Mastodon server tells of mentions."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from threading import Event

import pytest

from app.services.channels.api import AccountSettings, SupportsWatch
from app.services.channels.mastodon.channel import MastodonChannel, MastodonType
from app.services.channels.mastodon.stream import Stream, Times, pause_after
from app.services.storage.credentials import NewSecrets
from tests.channels.email_accounts import NOW
from tests.servers.mastodon_model import TOKEN, MastodonModel
from tests.servers.mastodon_stream_model import MastodonStream

MENTION = {"id": "1", "type": "mention", "status": {"id": "2"}}
QUICK = Times(silence=5, pause_after=lambda _: 0.05)
HANDLE = "winkel@voorbeeld.example"


@pytest.fixture
def server() -> Iterator[MastodonStream]:
    with MastodonStream(TOKEN) as server:
        yield server


@pytest.fixture
def stream(server: MastodonStream) -> Iterator[Stream]:
    stream = Stream(server.url, TOKEN, QUICK)
    yield stream
    stream.close()


class Waiter:
    """Waits in a thread of its own."""

    def __init__(self, stream: Stream, seconds: float = 10) -> None:
        self.stop = Event()
        self.answers: list[bool] = []
        self._thread = threading.Thread(target=self._wait, args=(stream, seconds))
        self._thread.start()

    def _wait(self, stream: Stream, seconds: float) -> None:
        self.answers.append(stream.wait(self.stop, seconds))

    def ended(self, seconds: float = 3) -> bool:
        """Tell whether it ended within this time."""
        self._thread.join(seconds)
        return not self._thread.is_alive()


def listening(server: MastodonStream, stream: Stream) -> None:
    """Open the line, which is worth a fetch itself."""
    assert stream.wait(Event(), 3)
    assert server.has(1)


def test_a_mention_is_told_at_once(server: MastodonStream, stream: Stream) -> None:
    listening(server, stream)
    waiter = Waiter(stream)
    begun = time.monotonic()
    server.tell("notification", MENTION)
    assert waiter.ended()
    assert waiter.answers == [True]
    assert time.monotonic() - begun < 1
    assert not stream.wait(Event(), 0.1)
    assert server.connections == 1
    assert server.heads[0].startswith("GET /api/v1/streaming/user/notification HTTP/1.0\r\n")


def test_what_is_told_between_two_waits_is_heard_once(
    server: MastodonStream, stream: Stream
) -> None:
    listening(server, stream)
    for _ in range(3):
        server.tell("notification", MENTION)
    assert stream.wait(Event(), 2)
    time.sleep(0.1)
    assert not stream.wait(Event(), 0.2) or not stream.wait(Event(), 0.2)


def test_only_mentions_are_worth_a_fetch(server: MastodonStream, stream: Stream) -> None:
    listening(server, stream)
    server.say(b":thump\n\n")
    server.tell("notification", MENTION | {"type": "favourite"})
    server.tell("update", MENTION)
    server.say(b"event: notification\ndata: {geen json\n\ndata\n\n\xff\xfe\n")
    assert not stream.wait(Event(), 0.3)
    told = b'event: notification\r\ndata: {"type": "mention"}\r\n\r\n'
    for place in range(len(told)):
        server.say(told[place : place + 1])
    assert stream.wait(Event(), 2)


def test_blocks_are_taken_apart(server: MastodonStream, stream: Stream) -> None:
    server.blocks = True
    listening(server, stream)
    told = b'event: notification\ndata: {"type": "mention"}\n\n'
    server.say(told[:20])
    server.say(told[20:])
    assert stream.wait(Event(), 2)
    server.blocks = False
    for place in range(0, len(told), 7):
        part = told[place : place + 7]
        for each in f"{len(part):X}\r\n".encode() + part + b"\r\n":
            server.say(bytes([each]))
    assert stream.wait(Event(), 2)
    assert server.connections == 1
    for wrong in (b"geen maat\r\n", b"0\r\n\r\n"):
        server.blocks = False
        server.say(wrong)
        server.blocks = True
        assert stream.wait(Event(), 3)
        assert server.has(1)
    assert server.connections == 3


def test_a_broken_line_is_opened_again_and_worth_a_fetch(
    server: MastodonStream, stream: Stream
) -> None:
    listening(server, stream)
    server.drop()
    assert stream.wait(Event(), 3)
    assert server.connections == 2
    assert server.has(1)
    server.tell("notification", MENTION)
    assert stream.wait(Event(), 2)


def test_a_line_without_a_sign_of_life_is_opened_again(server: MastodonStream) -> None:
    stream = Stream(server.url, TOKEN, Times(silence=0.2, pause_after=lambda _: 0.05))
    listening(server, stream)
    assert stream.wait(Event(), 3)
    assert server.connections == 2
    stream.close()


@pytest.mark.parametrize("fault", ["refuses", "ends", "page", "endless"])
def test_a_line_that_cannot_be_had_is_tried_less_and_less(
    server: MastodonStream, fault: str
) -> None:
    tried: list[int] = []

    def pause(failures: int) -> float:
        tried.append(failures)
        return 0.05 * 2.0**failures

    server.fault = fault
    stream = Stream(server.url, TOKEN, Times(pause_after=pause))
    told = [stream.wait(Event(), 0.4) for _ in range(3)]
    assert told.count(True) <= (3 if fault == "ends" else 0)
    assert 2 <= len(tried) <= 5
    assert tried == sorted(tried)
    stream.close()


def test_a_server_that_is_not_there_is_no_error() -> None:
    stream = Stream("http://127.0.0.1:1", TOKEN, QUICK)
    assert not stream.wait(Event(), 0.3)
    stream.close()
    assert not stream.wait(Event(), 5)


def test_pauses_grow_and_end() -> None:
    assert 1 <= pause_after(1) <= 2
    assert 4 <= pause_after(3) <= 8
    assert 150 <= pause_after(50) <= 300


@pytest.mark.parametrize("state", ["listening", "mute", "pausing"])
@pytest.mark.parametrize("by", ["stop", "close"])
def test_it_stops_within_a_second(server: MastodonStream, state: str, by: str) -> None:
    server.fault = {"mute": "mute", "pausing": "refuses"}.get(state, "")
    stream = Stream(server.url, TOKEN, Times(pause_after=lambda _: 60))
    if state == "listening":
        listening(server, stream)
    waiter = Waiter(stream, 60)
    time.sleep(0.2)
    begun = time.monotonic()
    if by == "stop":
        waiter.stop.set()
    else:
        stream.close()
    assert waiter.ended(1.5)
    assert time.monotonic() - begun < 1
    assert waiter.answers == [False]
    if state == "listening":
        assert server.has(0)
    stream.close()


def test_a_token_that_is_no_token_goes_nowhere(server: MastodonStream) -> None:
    stream = Stream(server.url, "a\r\nX-Evil: 1", QUICK)
    assert not stream.wait(Event(), 0.2)
    assert not server.heads
    stream.close()


# --- the channel -----------------------------------------------------------------------------


@pytest.fixture
def model() -> Iterator[MastodonModel]:
    with MastodonModel(NOW) as model:
        yield model


def opened(model: MastodonModel) -> MastodonChannel:
    kind = MastodonType(now=lambda: model.now)
    settings = kind.discover({"user": f"@{HANDLE}", "server": model.url})
    return kind.open(AccountSettings(1, HANDLE, "Winkel", settings), NewSecrets({"token": TOKEN}))


def test_the_server_says_where_it_tells(model: MastodonModel, server: MastodonStream) -> None:
    model.streaming = server.url.replace("http", "ws")
    channel = opened(model)
    assert isinstance(channel, SupportsWatch)
    assert channel.wait(Event(), timedelta(seconds=3))
    assert server.has(1)
    channel.close()
    assert server.has(0)


@pytest.mark.parametrize("told", ["ws://elders.example", "", "wss://", "onzin"])
def test_the_token_goes_to_no_place_that_is_not_private(model: MastodonModel, told: str) -> None:
    model.streaming = told
    channel = opened(model)
    assert not channel.wait(Event(), timedelta(seconds=0.2))
    channel.close()
    assert [one.target for one in model.asked][1:2] == ["/api/v1/streaming/user/notification"]
    assert not channel.wait(Event(), timedelta(seconds=5))
