"""Kiyoh: the contract, stars, edits and answers, against a model of its reviews."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.errors import InvalidValueError
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Draft,
    InboundMessage,
    ParseContext,
    Person,
    RawItem,
)
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.kiyoh import KiyohChannel, KiyohType, parse_kiyoh
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch_all
from tests.channels.email_accounts import Secrets
from tests.servers.kiyoh_model import TOKEN, KiyohModel

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
US = ParseContext(frozenset({"123"}))


class KiyohPlatform:
    """A location at the model server."""

    stream = own_stream = "reviews"
    secrets = (TOKEN,)
    failures: Mapping[str, type[ChannelError]] = {
        "401": AuthExpired, "403": PermissionMissing, "429": RateLimited, "502": Transient,
        "not JSON": ProtocolChanged, "no list": ProtocolChanged,
    }  # fmt: skip

    def __init__(self, server: KiyohModel) -> None:
        self.server, self.box = server, Secrets()
        self.box.put("token", TOKEN)

    def open(self) -> KiyohChannel:
        account = AccountSettings(1, "123", "Winkel", {"server": self.server.url})
        return KiyohType(lambda: START).open(account, self.box)

    def put(self, text: str) -> None:
        at = START + timedelta(minutes=len(self.server.reviews))
        self.server.add(text, at.isoformat())

    def put_own(self, text: str) -> None:
        self.put("Vraag")
        self.server.reviews[0]["reviewComments"].append({"response": text})

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return parse_kiyoh(item, context)

    def own_handle(self) -> str:
        return "123"

    def state(self) -> object:
        return json.dumps(self.server.reviews)

    def fail(self, fault: str) -> None:
        bodies = {"not JSON": b"<html>", "no list": b"{}"}
        if fault in bodies:
            self.server.body = bodies[fault]
        else:
            self.server.status = int(fault)

    def recover(self) -> None:
        self.server.status, self.server.body = 200, b""


@pytest.fixture
def platform() -> Iterator[KiyohPlatform]:
    with KiyohModel() as server:
        yield KiyohPlatform(server)
        assert_declared(KiyohType.calls, server.asked)


class TestContract(ChannelContract):
    @pytest.fixture
    def platform(self, platform: KiyohPlatform) -> KiyohPlatform:  # type: ignore[override]
        return platform

    def test_own_messages_are_ours(self, channel: KiyohChannel, platform: KiyohPlatform) -> None:  # type: ignore[override]
        platform.put_own("Wij kijken het na.")
        items, _ = fetch_all(channel, "reviews")
        ours = [parse_kiyoh(item, US) for item in items if item.outgoing]
        assert [(one.text, one.parents) for one in ours] == [("Wij kijken het na.", ("r0",))]


def draft(text: str = "Excuus", *, private: bool = False, review: str = "r0") -> Draft:
    us, anna = Person("123"), Person("r0")
    return Draft("k1", "t", us, anna, "", text, START, (review,), private=private)


@pytest.mark.parametrize(("rating", "stars"), [(1, 1), (4, 2), (5, 3), (10, 5)])
def test_stars_are_half_the_rating(platform: KiyohPlatform, rating: int, stars: int) -> None:
    platform.server.add("Slecht", START.isoformat(), rating)
    items, _ = fetch_all(platform.open(), "reviews")
    assert parse_kiyoh(items[0], US).stars == stars


def test_an_edited_review_comes_in_again(platform: KiyohPlatform) -> None:
    platform.put("Slecht")
    _, cursor = fetch_all(platform.open(), "reviews")
    platform.server.reviews[0]["updatedSince"] = (START + timedelta(hours=1)).isoformat()
    items, _ = fetch_all(platform.open(), "reviews", cursor)
    message = parse_kiyoh(items[0], US)
    assert (message.key, message.edited) == ("r0", True)


def test_old_reviews_are_history(platform: KiyohPlatform) -> None:
    platform.server.add("Oud", (START - timedelta(days=8)).isoformat())
    items, _ = fetch_all(platform.open(), "reviews")
    assert items[0].history


@pytest.mark.parametrize(("private", "kind"), [(False, "PUBLIC"), (True, "PRIVATE")])
def test_an_answer_goes_once(platform: KiyohPlatform, private: bool, kind: str) -> None:
    platform.put("Slecht")
    channel = platform.open()
    prepared = channel.prepare(draft(private=private))
    sent = channel.send(prepared, lambda: None)
    told = [json.loads(one.body) for one in platform.server.asked if one.method == "PUT"]
    assert [one["reviewResponseType"] for one in told] == [kind]
    echo = next(item for item in fetch_all(channel, "reviews")[0] if item.outgoing)
    message = parse_kiyoh(echo, US)
    assert (message.key, message.fingerprint) == (sent.external_id, prepared.fingerprint)


def test_a_lost_answer_is_found_again(platform: KiyohPlatform) -> None:
    platform.put("Slecht")
    channel = platform.open()
    prepared = channel.prepare(draft())
    assert channel.reconcile(prepared) is None
    platform.server.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    assert channel.reconcile(prepared) is not None


def test_what_kiyoh_does_not_take(platform: KiyohPlatform) -> None:
    channel = platform.open()
    with pytest.raises(InvalidContent):
        channel.prepare(draft(" "))
    file = Attachment("a.txt", "text/plain", b"a")
    for refused in (
        Draft("k", "t", Person("123"), Person("r0"), "", "x", START),
        Draft("k", "t", Person("123"), Person("r0"), "", "x", START, ("r0",), (file,)),
    ):
        with pytest.raises(NotAllowedByPlatform):
            channel.prepare(refused)
    with pytest.raises(TargetGone):
        channel.send(channel.prepare(draft(review="weg")), lambda: None)


def test_the_token_goes_to_safe_servers_only() -> None:
    kind = KiyohType(lambda: START)
    assert (
        kind.discover({"site": "klantenvertellen"})["server"] == "https://www.klantenvertellen.nl"
    )
    with pytest.raises(InvalidValueError):
        kind.discover({"server": "http://kiyoh.example"})
    with pytest.raises(InvalidValueError):
        kind.handle({})
