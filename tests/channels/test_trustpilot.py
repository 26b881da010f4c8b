"""Trustpilot: the contract, tokens, edits, ends and answers, against a model of its reviews."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.errors import InvalidValueError
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Budget,
    Cursor,
    Draft,
    InboundMessage,
    ParseContext,
    Person,
    RawItem,
)
from app.services.channels.errors import (
    AlreadyReplied,
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
from app.services.channels.trustpilot import channel as trustpilot
from app.services.channels.trustpilot.channel import TrustpilotChannel, TrustpilotType
from app.services.channels.trustpilot.parse import parse_trustpilot
from app.services.channels.trustpilot.place import Place
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import Secrets
from tests.fakes import FakeClock
from tests.servers.trustpilot_model import KEY, SECRET, USER, TrustpilotModel

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
US = ParseContext(frozenset({"winkel.nl"}))


class TrustpilotPlatform:
    """A firm at the model server."""

    stream = own_stream = "reviews"
    secrets = (KEY, SECRET, "toegang")
    failures: Mapping[str, type[ChannelError]] = {
        "401": AuthExpired, "400": ChannelError, "403": PermissionMissing, "429": RateLimited,
        "502": Transient, "404": TargetGone, "not JSON": ProtocolChanged,
        "no list": ProtocolChanged,
    }  # fmt: skip

    def __init__(self, server: TrustpilotModel, clock: FakeClock) -> None:
        self.server, self.clock, self.box = server, clock, Secrets()
        self.box.put("key", KEY)
        self.box.put("secret", SECRET)

    def open(self, **values: str) -> TrustpilotChannel:
        settings = {"server": self.server.url, "user": USER, "unit": "unit42", **values}
        account = AccountSettings(1, "winkel.nl", "Winkel", settings)
        return TrustpilotType(self.clock.now).open(account, self.box)

    def put(self, text: str) -> None:
        self.server.add(text, START + timedelta(minutes=len(self.server.reviews)))

    def put_own(self, text: str) -> None:
        self.put("Vraag")
        at = "2026-11-23T10:00:00Z"
        self.server.reviews[0]["companyReply"] = {"text": text, "createdAt": at, "updatedAt": None}

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return parse_trustpilot(item, context)

    def own_handle(self) -> str:
        return "winkel.nl"

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
def platform() -> Iterator[TrustpilotPlatform]:
    clock = FakeClock(START)
    with TrustpilotModel(clock.now) as server:
        yield TrustpilotPlatform(server, clock)
        assert_declared(TrustpilotType.calls, server.asked)


class TestContract(ChannelContract):
    @pytest.fixture
    def platform(self) -> Iterator[TrustpilotPlatform]:
        clock = FakeClock(START)
        with TrustpilotModel(clock.now) as server:
            yield TrustpilotPlatform(server, clock)

    def test_own_messages_are_ours(  # type: ignore[override]
        self, channel: TrustpilotChannel, platform: TrustpilotPlatform
    ) -> None:
        platform.put_own("Wij kijken het na.")
        items, _ = fetch_all(channel, "reviews")
        ours = [parse_trustpilot(item, US) for item in items if item.outgoing]
        assert [(one.text, one.parents) for one in ours] == [("Wij kijken het na.", ("507f0000",))]


def messages(items: list[RawItem]) -> list[InboundMessage]:
    return [parse_trustpilot(item, US) for item in items]


def later(
    platform: TrustpilotPlatform, cursor: Cursor, wait: timedelta = HOUR
) -> tuple[list[InboundMessage], Cursor]:
    """Fetch again after a while."""
    platform.clock.forward(wait)
    items, cursor = fetch_all(platform.open(), "reviews", cursor)
    return messages(items), cursor


def draft(text: str = "Excuus", review: str = "507f0000", *, private: bool = False) -> Draft:
    us, anna = Person("winkel.nl"), Person("c0")
    return Draft("k1", "t", us, anna, "", text, START, (review,), private=private)


# --- reading ---------------------------------------------------------------------------------


def test_a_review_brings_its_stars_and_its_order(platform: TrustpilotPlatform) -> None:
    platform.server.add(
        "Nooit aangekomen", START, 2, referenceId="B-1042", referralEmail="Anna@Klant.example"
    )
    platform.server.add("Goed", START + MINUTE, 9, title=None, consumer=None)
    first, second = messages(fetch_all(platform.open(), "reviews")[0])
    assert (first.stars, first.subject, first.public) == (2, "Slecht · B-1042", True)
    assert first.author == Person("c0", "Anna", address="anna@klant.example")
    assert first.permalink == "https://www.trustpilot.com/reviews/507f0000"
    assert (second.stars, second.subject, second.author.handle) == (5, "", "507f0001")


def test_an_edited_review_comes_in_again_and_only_then(platform: TrustpilotPlatform) -> None:
    platform.put("Prima")
    _, cursor = fetch_all(platform.open(), "reviews")
    review = platform.server.reviews[0]
    platform.server.edit(review, START + HOUR, stars=1, text="Kapot na een dag")
    (message,), cursor = later(platform, cursor)
    assert (message.key, message.edited, message.stars) == ("507f0000", True, 1)
    assert message.received_at == START + HOUR
    assert later(platform, cursor)[0] == []


def test_many_reviews_come_page_by_page(platform: TrustpilotPlatform) -> None:
    for number in range(250):
        platform.server.add(f"Nr. {number}", START - timedelta(hours=6 * number))
    channel = platform.open()
    items, cursor = fetch_all(channel, "reviews", None, Budget(items=70))
    assert len(items) == len({item.external_id for item in items}) == 250
    assert sum(item.history for item in items) == 250 - 29
    # Only the overlap is kept in mind.
    assert len(Place.of(cursor, START).seen) == 57
    platform.put("later")
    assert len(fetch_all(channel, "reviews", cursor)[0]) == 1


def test_new_reviews_while_paging_lose_nothing(platform: TrustpilotPlatform) -> None:
    for number in range(150):
        platform.server.add(f"Nr. {number}", START - timedelta(minutes=number))
    result = fetch(platform.open(), "reviews")
    for number in range(3):
        platform.server.add(f"Nieuw {number}", START + timedelta(minutes=number))
    items, cursor = fetch_all(platform.open(), "reviews", result.cursor)
    items += [*result.items, *fetch_all(platform.open(), "reviews", cursor)[0]]
    assert len(items) == len({item.external_id for item in items}) == 153


def test_an_edit_of_an_old_review_is_found_within_a_week(platform: TrustpilotPlatform) -> None:
    old = platform.server.add("Prima", START - 300 * DAY, 5)
    platform.put("Recent")
    _, cursor = fetch_all(platform.open(), "reviews")
    platform.server.edit(old, START + HOUR, stars=1, text="Toch kapot")
    found, cursor = later(platform, cursor)
    assert found == []
    (message,), cursor = later(platform, cursor, 7 * DAY)
    assert (message.key, message.stars, message.history) == ("507f0000", 1, False)
    assert later(platform, cursor)[0] == []
    reply = {"text": "Bel ons", "createdAt": "2026-12-01T09:00:00Z", "updatedAt": None}
    old["companyReply"] = reply
    ours, _ = later(platform, cursor, 7 * DAY)
    assert ("reply:507f0000", "Bel ons") in [(one.key, one.text) for one in ours]


def test_the_slow_reading_keeps_to_its_pace(platform: TrustpilotPlatform) -> None:
    for number in range(120):
        platform.server.add("Oud", START - timedelta(days=30, hours=number), 5)
    platform.put("Recent")
    _, cursor = fetch_all(platform.open(), "reviews")
    for review in platform.server.reviews[:-1]:
        platform.server.edit(review, START + HOUR, stars=1)
    platform.clock.forward(8 * DAY)
    result = fetch(platform.open(), "reviews", cursor, Budget(items=60))
    assert (len(result.items), result.more) == (60, True)
    result = fetch(platform.open(), "reviews", result.cursor)
    # A page of a hundred held the recent one too; the rest waits for the next time.
    assert (len(result.items), result.more, result.next_after) == (39, False, trustpilot.PACE)
    result = fetch(platform.open(), "reviews", result.cursor)
    assert (len(result.items), result.more) == (21, False)
    assert fetch(platform.open(), "reviews", result.cursor).items == []


def test_a_review_that_is_taken_away_is_gone(platform: TrustpilotPlatform) -> None:
    for number in range(3):
        platform.server.add(f"Nr. {number}", START - timedelta(days=number))
    platform.server.add("Oud", START - timedelta(days=40))
    _, cursor = fetch_all(platform.open(), "reviews")
    _, cursor = later(platform, cursor)
    del platform.server.reviews[1]
    found, cursor = later(platform, cursor)
    assert [(one.key, one.gone) for one in found] == [("507f0001", True)]
    assert later(platform, cursor)[0] == []


def test_a_review_that_was_only_not_listed_stays(platform: TrustpilotPlatform) -> None:
    platform.put("Er nog")
    platform.put("Ook")
    _, cursor = fetch_all(platform.open(), "reviews")
    _, cursor = later(platform, cursor)
    review = platform.server.reviews[1]
    place = Place.of(cursor, START)
    place.meet("verborgen", START).round = 0
    platform.server.add("Elders", START - 300 * DAY, id="verborgen")
    found, _ = later(platform, place.cursor())
    assert [one for one in found if one.gone] == []
    review["status"] = "deleted"
    found, _ = later(platform, cursor)
    assert [(one.key, one.gone) for one in found] == [("507f0001", True)]


def test_our_answer_that_is_taken_away_or_changed(platform: TrustpilotPlatform) -> None:
    platform.put_own("Wij kijken het na.")
    _, cursor = fetch_all(platform.open(), "reviews")
    review = platform.server.reviews[0]
    platform.server.edit(review["companyReply"], START + 2 * HOUR, text="Opgelost")
    (message,), cursor = later(platform, cursor)
    assert (message.key, message.text, message.edited) == ("reply:507f0000", "Opgelost", True)
    review["companyReply"] = None
    (message,), cursor = later(platform, cursor)
    assert (message.key, message.gone) == ("reply:507f0000", True)
    assert later(platform, cursor)[0] == []


def test_a_review_without_an_id_or_a_date(platform: TrustpilotPlatform) -> None:
    with pytest.raises(ValueError, match="id"):
        parse_trustpilot(RawItem("x", "reviews", START, b"{}"), US)
    platform.put("Wanneer")
    platform.server.reviews[0]["createdAt"] = "gisteren"
    with pytest.raises(ProtocolChanged):
        fetch(platform.open(), "reviews")


def test_a_damaged_place_is_read_as_far_as_it_goes() -> None:
    told: Cursor = {
        "since": 3,
        "seen": {"a": "b", "c": ["", "1"]},
        "page": "x",
        "scan_taken": "nee",
    }
    place = Place.of(told, START)
    assert (place.since, place.page, list(place.seen), place.scan_taken) == (START, 1, ["c"], [])


# --- tokens ----------------------------------------------------------------------------------


def test_one_token_lasts_its_hundred_hours(platform: TrustpilotPlatform) -> None:
    _, cursor = fetch_all(platform.open(), "reviews")
    for _ in range(49):
        _, cursor = later(platform, cursor, 2 * HOUR)
    assert len(platform.server.given) == 1
    later(platform, cursor, 2 * HOUR)
    assert len(platform.server.given) == 2


def test_a_refused_token_is_replaced_once_in_a_while(platform: TrustpilotPlatform) -> None:
    _, cursor = fetch_all(platform.open(), "reviews")
    platform.server.refuse_tokens()
    with pytest.raises(AuthExpired):
        later(platform, cursor, MINUTE)
    later(platform, cursor)
    assert len(platform.server.given) == 2


def test_who_asks_for_tokens_too_often_waits(platform: TrustpilotPlatform) -> None:
    platform.server.given += [START] * 3
    platform.server.retry_after = "120"
    with pytest.raises(RateLimited) as caught:
        fetch(platform.open(), "reviews")
    assert caught.value.retry_at == START + 2 * MINUTE


@pytest.mark.parametrize("kept", ["{", "[]", '{"token": "oud", "made": "x", "ends": "y"}'])
def test_a_damaged_token_is_replaced(platform: TrustpilotPlatform, kept: str) -> None:
    platform.box.put("access", kept)
    fetch(platform.open(), "reviews")
    assert len(platform.server.given) == 1


def test_a_wrong_secret_is_said(platform: TrustpilotPlatform) -> None:
    platform.box.put("secret", "fout")
    (finding,) = platform.open().probe()
    assert not finding.ok
    with pytest.raises(AuthExpired):
        fetch(platform.open(), "reviews")


# --- answering -------------------------------------------------------------------------------


def written(platform: TrustpilotPlatform) -> list[object]:
    asked = [one for one in platform.server.asked if one.target.endswith("/reply")]
    return [(one.headers["x-business-user-id"], json.loads(one.body)) for one in asked]


def test_an_answer_goes_once_and_comes_back_as_ours(platform: TrustpilotPlatform) -> None:
    platform.put("Slecht")
    channel = platform.open()
    prepared = channel.prepare(draft("Excuus,  wij\nbellen u"))
    committed: list[int] = []
    sent = channel.send(prepared, lambda: committed.append(len(platform.server.asked)))
    body = {"authorBusinessUserId": USER, "message": "Excuus,  wij\nbellen u"}
    assert written(platform) == [(USER, body)]
    assert committed == [len(platform.server.asked) - 1]
    echo = next(item for item in fetch_all(channel, "reviews")[0] if item.outgoing)
    message = parse_trustpilot(echo, US)
    assert (message.key, message.fingerprint) == (sent.external_id, prepared.fingerprint)


def test_a_lost_answer_is_found_again(platform: TrustpilotPlatform) -> None:
    platform.put("Slecht")
    channel = platform.open()
    prepared = channel.prepare(draft())
    assert channel.reconcile(prepared) is None
    platform.server.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    assert channel.reconcile(prepared) is not None
    # Sent again by the owner, it is still there once.
    assert channel.send(prepared, lambda: None) == channel.reconcile(prepared)
    assert len(written(platform)) == 1


def test_a_second_answer_is_refused_before_it_is_sent(platform: TrustpilotPlatform) -> None:
    platform.put_own("Wij kijken het na.")
    channel = platform.open()
    with pytest.raises(AlreadyReplied):
        channel.send(channel.prepare(draft("Nog iets", "reply:507f0000")), lambda: None)
    assert written(platform) == []


def test_what_trustpilot_does_not_take(platform: TrustpilotPlatform) -> None:
    channel = platform.open()
    with pytest.raises(InvalidContent):
        channel.prepare(draft(" "))
    file = Attachment("a.txt", "text/plain", b"a")
    us, anna = Person("winkel.nl"), Person("c0")
    for refused in (
        Draft("k", "t", us, anna, "", "x", START),
        Draft("k", "t", us, anna, "", "x", START, ("507f0000",), (file,)),
        draft(private=True),
    ):
        with pytest.raises(NotAllowedByPlatform):
            channel.prepare(refused)
    with pytest.raises(NotAllowedByPlatform):
        platform.open(user="").prepare(draft())
    with pytest.raises(TargetGone):
        channel.send(channel.prepare(draft(review="weg")), lambda: None)


# --- set-up ----------------------------------------------------------------------------------


def test_the_firm_is_found_by_its_domain(platform: TrustpilotPlatform) -> None:
    platform.put("Slecht")
    channel = platform.open(unit="")
    assert [finding.ok for finding in channel.probe()] == [True, True, True]
    fetch(channel, "reviews")
    asked = [one for one in platform.server.asked if "find" in one.target]
    assert len(asked) == 1
    texts = [finding.text for finding in platform.open(user="").probe()]
    assert "Answers cannot be given: the id of a business user is not filled in" in texts
    platform.server.body = b"{}"
    assert [finding.ok for finding in platform.open(unit="").probe()] == [False]


def test_the_domain_is_the_handle() -> None:
    kind = TrustpilotType(lambda: START)
    for told in ("winkel.nl", " https://www.Winkel.nl/contact "):
        assert kind.handle({"domain": told}) == "winkel.nl"
    for told in ("", "winkel", "de winkel.nl"):
        with pytest.raises(InvalidValueError):
            kind.handle({"domain": told})
    with pytest.raises(InvalidValueError):
        kind.discover({"server": "http://trustpilot.example"})
