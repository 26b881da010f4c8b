"""Messages that Meta pushes to the relay: the same ones as those that are asked for, and sooner."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.models.rules.messages import Direction
from app.services.channels.api import AccountSettings, Attachment, InboundMessage, ParseContext
from app.services.channels.errors import Transient
from app.services.channels.meta.messenger import MessengerChannel, MessengerType
from app.services.channels.meta.messenger_parse import parse_messenger
from app.services.channels.meta.relay_reading import NoJsonError
from app.services.storage.credentials import NewSecrets
from tests.channels.calls import assert_declared
from tests.channels.contract import fetch_all
from tests.channels.email_accounts import NOW
from tests.servers.meta_model import TOKEN
from tests.servers.page_model import ANNA, BERT, PAGE, PageModel
from tests.servers.relay import APP_SECRET, READ_SECRET, RelayHere

OWN = ParseContext(frozenset({PAGE}))


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[RelayHere]:
    with RelayHere(tmp_path) as here:
        yield here


@pytest.fixture
def server() -> Iterator[PageModel]:
    with PageModel(NOW) as server:
        yield server
    asked = [one for one in server.asked if not one.target.startswith("/files/")]
    assert_declared(MessengerType.calls, asked)


def opened(server: PageModel, relay: str) -> MessengerChannel:
    kind = MessengerType(now=lambda: server.now)
    values = kind.discover({"page": PAGE, "server": server.url, "relay": relay})
    secrets = {"token": TOKEN, "app_secret": APP_SECRET, "relay_secret": READ_SECRET}
    return kind.open(AccountSettings(1, PAGE, "De Winkel", values), NewSecrets(secrets))


@pytest.fixture
def channel(server: PageModel, relay: RelayHere) -> Iterator[MessengerChannel]:
    channel = opened(server, relay.url)
    yield channel
    channel.close()


def push(server: PageModel, relay: RelayHere, mid: str, text: str = "", who: str = ANNA,
         *, echo: bool = False, page: str = PAGE, **message: Any) -> None:  # fmt: skip
    """Let Meta push a message of a customer, or of the Page to him."""
    way = (page, who) if echo else (who, page)
    told = {"mid": mid, **({"text": text} if text else {}), **message}
    relay.push("page", page, way, server.now, told)


def pushed(channel: MessengerChannel) -> list[InboundMessage]:
    return [parse_messenger(item, OWN) for item in fetch_all(channel, "pushed")[0]]


def test_a_pushed_message_is_the_one_that_is_asked_for(
    server: PageModel, relay: RelayHere, channel: MessengerChannel
) -> None:
    first = server.message(ANNA, "Is dit er nog?")
    push(server, relay, first, "Is dit er nog?")
    answer = server.message(ANNA, "Ja hoor.", PAGE, reply_to={"mid": first})
    push(server, relay, answer, "Ja hoor.", echo=True, reply_to={"mid": first})
    assert list(channel.streams()) == ["messages", "pushed"]
    sooner, _ = fetch_all(channel, "pushed")
    later, _ = fetch_all(channel, "messages")
    assert [item.external_id for item in sooner] == [item.external_id for item in later]
    assert [item.outgoing for item in sooner] == [False, True]
    for one, other in zip(sooner, later, strict=True):
        pair = parse_messenger(one, OWN), parse_messenger(other, OWN)
        same = [(m.key, m.fingerprint, m.author, m.parents, m.text, m.reply_until) for m in pair]
        assert same[0] == same[1]


def test_what_graph_no_longer_gives_comes_from_the_web_hook(
    server: PageModel, relay: RelayHere, channel: MessengerChannel
) -> None:
    for number in range(25):
        server.tick(seconds=1)
        push(server, relay, server.message(ANNA, f"bericht {number}"), f"bericht {number}")
    found = pushed(channel)
    assert [one.text for one in found] == [f"bericht {number}" for number in range(25)]
    assert {one.author.handle for one in found} == {ANNA}
    assert [one.author.name for one in found[::24]] == ["", "Anna Bakker"]
    assert (found[1].created_at - found[0].created_at).total_seconds() == 1


def test_files_and_quotes_of_a_web_hook(
    server: PageModel, relay: RelayHere, channel: MessengerChannel
) -> None:
    server.public["/files/foto"] = (200, b"plaatje")
    url = f"{server.url}/files/foto"
    attached = [{"type": "image", "payload": {"url": url}}, {"type": "fallback", "payload": {}}]
    push(server, relay, "m_weg", attachments=attached, reply_to={"mid": "m_1"})
    push(
        server,
        relay,
        "m_op",
        attachments=[{"type": "file", "payload": {"url": f"{url}/bon.pdf?a=1"}}],
    )
    photo, gone = pushed(channel)
    assert photo.attachments == (Attachment("image.jpg", "image/jpeg", b"plaatje"),)
    assert (photo.direction, photo.parents) == (Direction.IN, ("m_1", f"chat:{ANNA}"))
    assert (gone.text, gone.attachments) == ("[bon.pdf]", ())


def test_what_is_not_ours_or_no_message_is_left(
    server: PageModel, relay: RelayHere, channel: MessengerChannel
) -> None:
    push(server, relay, "m_1", "voor een ander", page="77")
    push(server, relay, "m_2", "weg", is_deleted=True)
    relay.deliver(b'{"object": "instagram", "entry": [{"id": "500100", "messaging": [{}]}]}')
    push(server, relay, "m_3", "van ons", BERT)
    assert [one.text for one in pushed(channel)] == ["van ons"]
    relay.deliver(b"geen json")
    with pytest.raises(NoJsonError):
        pushed(channel)


def test_a_busy_graph_is_waited_for(
    server: PageModel, relay: RelayHere, channel: MessengerChannel
) -> None:
    push(server, relay, server.message(ANNA, "Hoi"), "Hoi")
    server.fault = "down"
    with pytest.raises(Transient):
        pushed(channel)
    server.fault = "scope"
    assert [one.text for one in pushed(channel)] == ["Hoi"]


def test_the_relay_is_not_needed_but_tried_when_filled_in(
    server: PageModel, relay: RelayHere, channel: MessengerChannel
) -> None:
    assert {finding.code for finding in channel.probe()} >= {"relay", "sign_in"}
    relay.fault = ("404 Not Found", b"")
    assert [finding.ok for finding in channel.probe() if finding.code == "relay_not_there"] == [
        False
    ]
    without = opened(server, "")
    assert list(without.streams()) == ["messages"]
    assert not [finding for finding in without.probe() if "relay" in finding.code]
    without.close()
