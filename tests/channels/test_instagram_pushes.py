"""Direct messages that Instagram pushes to the relay: the same as those that are asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, ParseContext
from app.services.channels.errors import Transient
from app.services.channels.kit import Node
from app.services.channels.meta import pushes
from app.services.channels.meta.instagram import InstagramChannel, InstagramType
from app.services.channels.meta.instagram_parse import parse_instagram
from app.services.channels.meta.relay_reading import NoJsonError
from tests.channels.contract import fetch_all
from tests.channels.email_accounts import NOW, Secrets, account
from tests.servers.instagram_model import ANNA, BERT, SHOP, TOKEN, InstagramModel
from tests.servers.meta_model import Json
from tests.servers.relay import APP_SECRET, READ_SECRET, RelayHere

US = ParseContext(frozenset({"winkel"}))


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[RelayHere]:
    with RelayHere(tmp_path) as here:
        yield here


@pytest.fixture
def server() -> Iterator[InstagramModel]:
    with InstagramModel(NOW) as model:
        yield model


def opened(server: InstagramModel, relay: str) -> InstagramChannel:
    kind = InstagramType(lambda: server.now)
    values = kind.discover({"user": "@Winkel", "server": server.url, "relay": relay})
    secrets = Secrets(token=TOKEN, app_secret=APP_SECRET, relay_secret=READ_SECRET)
    return kind.open(account(values, "winkel"), secrets)


@pytest.fixture
def channel(server: InstagramModel, relay: RelayHere) -> Iterator[InstagramChannel]:
    channel = opened(server, relay.url)
    yield channel
    channel.close()


def push(server: InstagramModel, relay: RelayHere, mid: str, text: str = "", who: Json = ANNA,
         *, echo: bool = False, own: str = SHOP["id"], **message: Any) -> None:  # fmt: skip
    """Let Meta push a message of a customer, or ours to him."""
    way = (own, who["id"]) if echo else (who["id"], own)
    told = {"mid": mid, **({"text": text} if text else {}), **message}
    relay.push("instagram", own, way, server.now, told)


def pushed(channel: InstagramChannel) -> list[InboundMessage]:
    return [parse_instagram(item, US) for item in fetch_all(channel, "pushed")[0]]


def test_a_pushed_message_is_the_one_that_is_asked_for(
    server: InstagramModel, relay: RelayHere, channel: InstagramChannel
) -> None:
    push(server, relay, server.write("Is dit er nog?"), "Is dit er nog?")
    push(server, relay, server.write("Ja hoor.", SHOP, ANNA), "Ja hoor.", echo=True)
    assert list(channel.streams()) == ["messages", "comments", "pushed"]
    sooner, _ = fetch_all(channel, "pushed")
    later, _ = fetch_all(channel, "messages")
    assert [item.external_id for item in sooner] == [item.external_id for item in later]
    assert [item.outgoing for item in sooner] == [False, True]
    for one, other in zip(sooner, later, strict=True):
        pair = parse_instagram(one, US), parse_instagram(other, US)
        same = [(m.key, m.fingerprint, m.author, m.parents[-1], m.text) for m in pair]
        assert same[0] == same[1]


def test_what_instagram_no_longer_gives_comes_from_the_web_hook(
    server: InstagramModel, relay: RelayHere, channel: InstagramChannel
) -> None:
    for number in range(25):
        push(server, relay, server.write(f"bericht {number}"), f"bericht {number}")
    found = pushed(channel)
    assert [one.text for one in found] == [f"bericht {number}" for number in range(25)]
    assert {one.author.handle for one in found} == {ANNA["id"]}
    assert {one.direction for one in found} == {Direction.IN}
    assert [one.author.name for one in found[::24]] == ["", "Anna.J"]
    assert {one.parents for one in found} == {(f"chat:{ANNA['id']}",)}


def test_what_was_unsent_is_gone(
    server: InstagramModel, relay: RelayHere, channel: InstagramChannel
) -> None:
    mid = server.write("Oeps")
    push(server, relay, mid, "Oeps")
    push(server, relay, mid, is_deleted=True)
    said, gone = pushed(channel)
    assert (said.key, said.gone, gone.key, gone.gone) == (gone.key, False, said.key, True)


def test_files_and_quotes_of_a_web_hook(
    server: InstagramModel, relay: RelayHere, channel: InstagramChannel
) -> None:
    url = server.picture(b"plaatje")["image_data"]["url"]
    attached = [{"type": "image", "payload": {"url": url}}, {"type": "fallback", "payload": {}}]
    push(server, relay, "m_weg", attachments=attached, reply_to={"mid": "m_1"})
    push(server, relay, "m_op", attachments=[{"type": "file", "payload": {"url": f"{url}9"}}])
    photo, other = pushed(channel)
    assert [file.data for file in photo.attachments] == [b"plaatje"]
    assert photo.parents == ("dm:m_1", f"chat:{ANNA['id']}")
    assert other.attachments


def test_what_is_not_ours_or_no_message_is_left(
    server: InstagramModel, relay: RelayHere, channel: InstagramChannel
) -> None:
    push(server, relay, "m_1", "voor een ander", own="77")
    relay.deliver(b'{"object": "page", "entry": [{"id": "1", "messaging": [{}]}]}')
    push(server, relay, "m_3", "van ons", BERT)
    assert [one.text for one in pushed(channel)] == ["van ons"]
    relay.deliver(b"geen json")
    with pytest.raises(NoJsonError):
        pushed(channel)


def test_a_busy_graph_is_waited_for(
    server: InstagramModel, relay: RelayHere, channel: InstagramChannel
) -> None:
    push(server, relay, server.write("Hoi"), "Hoi")
    assert channel.probe()
    server.fault = "down"
    with pytest.raises(Transient):
        pushed(channel)
    server.fault = "scope"
    assert [one.text for one in pushed(channel)] == ["Hoi"]


def test_the_relay_is_not_needed_but_tried_when_filled_in(
    server: InstagramModel, relay: RelayHere, channel: InstagramChannel
) -> None:
    assert {finding.code for finding in channel.probe()} >= {"relay", "sign_in"}
    relay.fault = ("404 Not Found", b"")
    assert "relay_not_there" in {finding.code for finding in channel.probe() if not finding.ok}
    without = opened(server, "")
    assert "pushed" not in without.streams()
    assert not [finding for finding in without.probe() if "relay" in finding.code]
    without.close()


def test_a_web_hook_without_a_moment_has_that_of_its_arrival() -> None:
    for told in (None, 0, -5, 10**18, "x"):
        event = Node({"timestamp": told, "message": {"mid": "m_1", "text": "x"}})
        assert pushes.as_asked(event, NOW)["created_time"].moment() == NOW
