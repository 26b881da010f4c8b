"""The Mastodon channel against a double that others wrote; `python3 dev.py test` installs it."""

import base64
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from app.models.rules.messages import Direction
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Draft,
    InboundMessage,
    Json,
    ParseContext,
    Person,
)
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    OutcomeUnknown,
    ProtocolChanged,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.mastodon.channel import MastodonChannel, MastodonType
from app.services.storage.credentials import NewSecrets
from tests.channels.contract import fetch, fetch_all
from tests.servers.mastodon_double import PYTHON, MastodonDouble, running

HANDLE = "winkel@voorbeeld.example"
OWN = ParseContext(frozenset({HANDLE}))
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="module")
def double(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MastodonDouble]:
    if not PYTHON.exists():
        pytest.skip("no mastodon_mock in .doubles: `python3 dev.py test` installs it")
    with running(tmp_path_factory.mktemp("double")) as double:
        yield double


def opened(double: MastodonDouble, token: str = "winkel-token") -> MastodonChannel:  # noqa: S107
    kind = MastodonType(now=lambda: datetime.now(UTC))
    settings = kind.discover({"user": f"@{HANDLE}", "server": double.url})
    return kind.open(AccountSettings(1, HANDLE, "Winkel", settings), NewSecrets({"token": token}))


@pytest.fixture
def channel(double: MastodonDouble) -> Iterator[MastodonChannel]:
    channel = opened(double)
    yield channel
    channel.close()


def found(channel: MastodonChannel, text: str, stream: str = "mentions") -> InboundMessage:
    """Return the one message with a text."""
    items, _ = fetch_all(channel, stream)
    (one,) = [one for item in items if (one := MastodonType.parse(item, OWN)).text == text]
    return one


def draft(answers: InboundMessage, text: str, key: str) -> Draft:
    people = Person(HANDLE), answers.author
    now = datetime.now(UTC)
    return Draft(key, "woord", *people, "", text, now, references=(answers.key,))


def test_it_connects(channel: MastodonChannel) -> None:
    assert [(one.code, one.ok) for one in channel.probe()] == [("sign_in", True), ("reads", True)]


def test_two_customers_under_one_post_are_two_conversations(
    double: MastodonDouble, channel: MastodonChannel
) -> None:
    post = double.write("winkel", "Nieuw: laarzen")
    double.write("anna", "@winkel welke maten?", in_reply_to_id=post["id"])
    double.write("bert", "@winkel ook in rood?", in_reply_to_id=post["id"])
    anna, bert = found(channel, "welke maten?"), found(channel, "ook in rood?")
    assert (anna.author.handle, bert.author.handle) == ("anna", "bert@elders.example")
    assert not {anna.key, *anna.parents} & {bert.key, *bert.parents}
    assert anna.public


def test_an_answer_goes_once_and_its_echo_is_known(
    double: MastodonDouble, channel: MastodonChannel
) -> None:
    double.write("bert", "@winkel wanneer?")
    asked = found(channel, "wanneer?")
    prepared = channel.prepare(draft(asked, "Morgen, zie https://winkel.example/x", "een"))
    first, again = (channel.send(prepared, lambda: None) for _ in range(2))
    assert first == again
    echo = found(channel, "Morgen, zie https://winkel.example/x", "statuses")
    assert (echo.key, echo.fingerprint) == (first.external_id, prepared.fingerprint)
    assert (echo.direction, echo.parents) == (Direction.OUT, (asked.key,))
    private = channel.prepare(replace(draft(asked, "Onder ons", "twee"), private=True))
    channel.send(private, lambda: None)
    assert found(channel, "Onder ons", "statuses").public is False


def test_a_picture_goes_both_ways(double: MastodonDouble, channel: MastodonChannel) -> None:
    stored = double.ask(
        "anna", "POST", "/api/v2/media", files={"file": ("as.png", PIXEL, "image/png")}
    )
    double.write("anna", "@winkel kapot!", media_ids=[stored["id"]])
    asked = found(channel, "kapot!")
    (file,) = asked.attachments
    assert (file.mime, file.data[:8]) == ("image/png", PIXEL[:8])
    one = replace(draft(asked, "Zo hoort het", "drie"))
    one = replace(one, attachments=(Attachment("goed.png", "image/png", PIXEL),))
    prepared = channel.prepare(one)
    result = channel.send(prepared, lambda: None)
    echo = found(channel, "Zo hoort het", "statuses")
    assert (echo.key, echo.fingerprint) == (result.external_id, prepared.fingerprint)


def test_a_failed_write_is_unknown_until_it_is_looked_for(
    double: MastodonDouble, channel: MastodonChannel
) -> None:
    double.write("anna", "@winkel nog iets")
    prepared = channel.prepare(draft(found(channel, "nog iets"), "Ja hoor", "vier"))
    double.fail("POST", "/api/v1/statuses", type="status", status=503)
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    assert channel.reconcile(prepared) is None
    result = channel.send(prepared, lambda: None)
    again = channel.reconcile(prepared)
    assert again is not None
    assert again.external_id == result.external_id


def test_changes_and_deletions_come_in(double: MastodonDouble, channel: MastodonChannel) -> None:
    changed = double.write("anna", "@winkel maat 38")
    gone = double.write("anna", "@winkel laat maar")
    _, cursor = fetch_all(channel, "mentions")
    double.ask("anna", "PUT", f"/api/v1/statuses/{changed['id']}", body={"status": "@winkel 39"})
    double.ask("anna", "DELETE", f"/api/v1/statuses/{gone['id']}")
    items, _ = fetch_all(channel, "mentions", cursor)
    messages = [MastodonType.parse(item, OWN) for item in items]
    assert [one.text for one in messages if one.edited] == ["39"]
    (last,) = [one for one in messages if one.gone]
    assert last.key == f"anna:{gone['id']}"
    answered = replace(last, author=Person("anna"))
    with pytest.raises(TargetGone):
        channel.send(channel.prepare(draft(answered, "Te laat", "vijf")), lambda: None)


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        ({"type": "ratelimit"}, RateLimited),
        ({"type": "status", "status": 500}, Transient),
        ({"type": "malformed"}, ProtocolChanged),
    ],
)
def test_its_faults_have_their_class(
    double: MastodonDouble,
    channel: MastodonChannel,
    effect: dict[str, Json],
    expected: type[ChannelError],
) -> None:
    double.fail("GET", "/api/v1/notifications", **effect)
    with pytest.raises(expected):
        fetch(channel, "mentions")
    fetch(channel, "mentions")


def test_a_wrong_token_is_noticed(double: MastodonDouble) -> None:
    channel = opened(double, "verkeerd")
    with pytest.raises(AuthExpired):
        fetch(channel, "mentions")
    channel.close()


def test_a_mention_wakes_the_reading(double: MastodonDouble, channel: MastodonChannel) -> None:
    assert channel.wait(Event(), timedelta(seconds=5))
    assert not channel.wait(Event(), timedelta(seconds=0.3))
    told: list[bool] = []
    waiter = threading.Thread(
        target=lambda: told.append(channel.wait(Event(), timedelta(seconds=10)))
    )
    waiter.start()
    double.write("anna", "@winkel bent u daar?")
    waiter.join(10)
    assert told == [True]
