"""Google reviews: the contract against a business in small, edits, answers, Google's gate."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from app.models.rules.errors import InvalidValueError
from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Bounce,
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
    ProjectNotApproved,
    ProtocolChanged,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.google.review import split_translation
from app.services.channels.google.reviews import GoogleReviewsChannel, GoogleReviewsType
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.google_accounts import PROJECT, SECRET_WORDS, at, signed_in
from tests.servers.google_model import TOKEN_PATH, refusal
from tests.servers.reviews_model import GATE, OTHER, PLACE, ReviewsModel

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
US = "winkel@gmail.example"
OWN = ParseContext(frozenset({US}))


class GooglePlatform:
    """The business of the owner at the model."""

    stream = own_stream = "reviews"
    secrets = SECRET_WORDS
    failures: Mapping[str, type[ChannelError]] = {
        "gate": ProjectNotApproved,
        "token": AuthExpired,
        "unapproved": PermissionMissing,
        "off": PermissionMissing,
        "bad": ProtocolChanged,
        "down": Transient,
        "nonsense": ProtocolChanged,
        "no list": ProtocolChanged,
    }
    faults: Mapping[str, object] = {
        "gate": GATE,
        "token": refusal(401, "Invalid", "", "UNAUTHENTICATED"),
        "unapproved": refusal(403, "The caller does not have permission", "", "PERMISSION_DENIED"),
        "off": refusal(403, "Off", "", "PERMISSION_DENIED", {"reason": "SERVICE_DISABLED"}),
        "bad": refusal(400, "Bad", "", "INVALID_ARGUMENT"),
        "down": refusal(503, "Down", "", "UNAVAILABLE"),
        "nonsense": b"<html>",
        "no list": b'{"accounts": "x"}',
    }

    def __init__(self, server: ReviewsModel) -> None:
        self.server, self.box = server, signed_in()
        self.now = NOW
        self.type = GoogleReviewsType(lambda: max(self.now, server.now))
        self.values = {"address": US, **at(server)}

    def open(self) -> GoogleReviewsChannel:
        settings = self.type.discover(self.values)
        return self.type.open(AccountSettings(1, US, "De Winkel", settings), self.box)

    def put(self, text: str) -> None:
        self.server.write(text)

    def put_own(self, text: str) -> None:
        self.server.answer_elsewhere(self.server.write("Vraag"), text)

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return GoogleReviewsType.parse(item, context)

    def own_handle(self) -> str:
        return US

    def state(self) -> object:
        return json.dumps(self.server.reviews)

    def fail(self, fault: str) -> None:
        self.server.fault = self.faults[fault]  # type: ignore[assignment]

    def recover(self) -> None:
        self.server.fault = None


@pytest.fixture
def server() -> Iterator[ReviewsModel]:
    with ReviewsModel(NOW) as server:
        yield server
        asked = [one for one in server.asked if one.target != TOKEN_PATH]
        assert_declared(GoogleReviewsType.calls, asked)


@pytest.fixture
def platform(server: ReviewsModel) -> GooglePlatform:
    return GooglePlatform(server)


@pytest.fixture
def channel(platform: GooglePlatform) -> Iterator[GoogleReviewsChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestGoogleContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: ReviewsModel) -> GooglePlatform:  # type: ignore[override]
        return GooglePlatform(server)

    def test_own_messages_are_ours(  # type: ignore[override]
        self, channel: GoogleReviewsChannel, platform: GooglePlatform
    ) -> None:
        platform.put_own("Wij kijken het na.")
        ours = [one for one in messages(channel) if one.direction is Direction.OUT]
        assert [(one.text, one.parents, one.author) for one in ours] == [
            ("Wij kijken het na.", (f"{PLACE}/reviews/AbFv000",), Person(US))
        ]


def parsed(item: RawItem) -> InboundMessage:
    return GoogleReviewsType.parse(item, OWN)


def messages(channel: GoogleReviewsChannel, cursor: Cursor | None = None) -> list[InboundMessage]:
    return [parsed(item) for item in fetch_all(channel, "reviews", cursor)[0]]


def draft(text: str = "Excuus", *answers: str, **values: object) -> Draft:
    asked = Draft("k1", "t", Person(US), Person("abfv000"), "", text, NOW, answers)
    return replace(asked, **values)  # type: ignore[arg-type]


# --- reading -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "stars"), [("ONE", 1), ("FIVE", 5), ("STAR_RATING_UNSPECIFIED", None)]
)
def test_a_review_and_its_stars(
    server: ReviewsModel, channel: GoogleReviewsChannel, told: str, stars: int | None
) -> None:
    name = server.write("Slecht", told)
    (message,) = messages(channel)
    assert (message.key, message.author) == (name, Person("abfv000", "Anna de Vries"))
    assert (message.stars, message.public, message.subject) == (stars, True, "De Winkel Utrecht")
    assert message.permalink == "https://maps.google.com/?cid=21"
    assert not message.edited


def test_stars_without_words(server: ReviewsModel, channel: GoogleReviewsChannel) -> None:
    server.write("")
    (message,) = messages(channel)
    assert (message.text, message.stars) == ("", 2)


@pytest.mark.parametrize(
    ("told", "split"),
    [
        ("(Translated by Google) Bad shop\n\n(Original)\nSlecht", ("Slecht", "Bad shop")),
        ("Slecht\n\n(Translated by Google)\nBad shop", ("Slecht", "Bad shop")),
        ("Slecht (Original)", ("Slecht (Original)", "")),
        ("", ("", "")),
    ],
)
def test_translations_stand_apart(
    server: ReviewsModel, channel: GoogleReviewsChannel, told: str, split: tuple[str, str]
) -> None:
    assert split_translation(told) == split
    server.write(told)
    (message,) = messages(channel)
    assert message.text == split[0]
    assert message.quoted == (f"(Translated by Google) {split[1]}" if split[1] else "")


def test_an_edited_review_comes_in_again(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    name = server.write("Slecht", at=NOW - timedelta(days=30))
    server.write("Goed")
    items, cursor = fetch_all(channel, "reviews")
    assert [item.history for item in items] == [False, True]
    for text, stars in (("Mooier", "FOUR"), ("Slecht", "TWO"), ("Mooier", "FOUR")):
        server.edit(name, text, stars)
        (item,), cursor = fetch_all(channel, "reviews", cursor)
        message = parsed(item)
        assert (message.key, message.text, message.edited) == (name, text, True)
        assert not message.history


@pytest.mark.parametrize("touches", [True, False])
def test_our_answer_is_no_edit_of_the_review(
    server: ReviewsModel, channel: GoogleReviewsChannel, touches: bool
) -> None:
    server.touches = touches
    name = server.write("Slecht")
    _, cursor = fetch_all(channel, "reviews")
    server.answer_elsewhere(name, "Excuus")
    (item,), cursor = fetch_all(channel, "reviews", cursor)
    assert (item.outgoing, parsed(item).text) == (True, "Excuus")
    assert fetch_all(channel, "reviews", cursor)[0] == []


def test_all_locations_of_all_accounts_are_read(
    server: ReviewsModel, platform: GooglePlatform, channel: GoogleReviewsChannel
) -> None:
    server.places |= {OTHER: "Filiaal Zeist", "accounts/11/locations/23": "Magazijn"}
    server.unverified.add("accounts/11/locations/23")
    for number in range(3):
        server.write(f"hier {number}")
        server.write(f"daar {number}", place=OTHER)
    items, cursor = fetch_all(channel, "reviews", None, Budget(items=2))
    assert len({item.external_id for item in items}) == len(items) == 6
    assert {parsed(item).subject for item in items} == {"De Winkel Utrecht", "Filiaal Zeist"}
    server.write("nog een", place=OTHER)
    assert len(fetch_all(channel, "reviews", cursor, Budget(items=2))[0]) == 1
    found = channel.probe()
    assert [one.code for one in found] == ["reads", "unread", "one_answer", "sign_in_may_end"]
    assert found[1].params == {"name": "Magazijn"}
    for wanted in ("zeist", "22"):
        platform.values["location"] = wanted
        one = platform.open()
        assert {message.subject for message in messages(one)} == {"Filiaal Zeist"}
        one.close()


def test_a_location_of_two_accounts_is_read_through_one(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    for account in ("accounts/13", "accounts/10"):
        server.places[f"{account}/locations/21"] = "De Winkel Utrecht"
    assert [place.name for place in channel._business.places()] == ["accounts/10/locations/21"]


def test_new_locations_are_found_after_a_while(
    server: ReviewsModel, platform: GooglePlatform, channel: GoogleReviewsChannel
) -> None:
    _, cursor = fetch_all(channel, "reviews")
    server.places[OTHER] = "Filiaal Zeist"
    server.write("Goed", place=OTHER)
    assert fetch_all(channel, "reviews", cursor)[0] == []
    platform.now = NOW + timedelta(hours=7)
    assert len(fetch_all(channel, "reviews", cursor)[0]) == 1


def test_a_page_that_google_forgot(server: ReviewsModel, channel: GoogleReviewsChannel) -> None:
    for number in range(4):
        server.write(f"review {number}")
    first = fetch(channel, "reviews", None, Budget(items=2))
    result = fetch(channel, "reviews", {**first.cursor, "page": "99"}, Budget(items=2))
    assert (result.items, result.more) == ([], False)
    assert len(fetch_all(channel, "reviews", result.cursor, Budget(items=2))[0]) == 2


def test_a_review_without_name_is_no_surprise(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    channel._business.places()
    server.fault = b'{"reviews": [{"comment": "x"}]}'
    with pytest.raises(ProtocolChanged, match="without name"):
        fetch(channel, "reviews")
    with pytest.raises(ValueError, match="name"):
        parsed(RawItem("x", "reviews", NOW, b"{}"))


# --- Google's gate -----------------------------------------------------------------------------


def test_a_project_that_was_not_let_in_says_so(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    for fault in (GATE, refusal(429, "Quota exceeded"), refusal(403, "No")):
        server.fault = fault
        (finding,) = channel.probe()
        assert (finding.code, finding.ok) == ("project_not_approved", False)


def test_a_project_that_was_let_in_is_only_slowed_down(
    server: ReviewsModel, platform: GooglePlatform, channel: GoogleReviewsChannel
) -> None:
    _, cursor = fetch_all(channel, "reviews")
    server.write("Goed")
    _, cursor = fetch_all(channel, "reviews", cursor)
    details = {"retryDelay": "42s"}
    server.fault = refusal(429, "Quota exceeded", "", "RESOURCE_EXHAUSTED", details)
    for one in (channel, platform.open()):
        with pytest.raises(RateLimited) as error:
            fetch(one, "reviews", cursor)
        assert error.value.retry_at == server.now + timedelta(seconds=42)
        one.close()
    server.fault = GATE
    with pytest.raises(ProjectNotApproved):
        fetch(channel, "reviews", cursor)


@pytest.mark.parametrize("wanted", ["", "Zeist"])
def test_an_account_without_a_business(
    server: ReviewsModel, platform: GooglePlatform, wanted: str
) -> None:
    platform.values["location"] = wanted
    if not wanted:
        server.places.clear()
    channel = platform.open()
    (finding,) = channel.probe()
    assert (finding.code, finding.ok) == ("permission_missing", False)
    channel.close()


# --- answering ---------------------------------------------------------------------------------


def test_an_answer_goes_once_and_comes_back(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    name = server.write("Slecht")
    _, cursor = fetch_all(channel, "reviews")
    committed: list[str] = []
    prepared = channel.prepare(draft(" Excuus,\nwij bellen. ", name))
    sent = channel.send(prepared, lambda: committed.append("x"))
    assert server.reviews[name]["reviewReply"]["comment"] == "Excuus,\nwij bellen."
    (item,), cursor = fetch_all(channel, "reviews", cursor)
    echo = parsed(item)
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)
    assert sent.sent_at == echo.created_at
    # The same once more: it stands there already.
    assert channel.send(prepared, lambda: committed.append("y")) == sent
    assert committed == ["x"]
    # Another one replaces it.
    channel.send(channel.prepare(draft("Toch niet", echo.key)), lambda: None)
    assert server.reviews[name]["reviewReply"]["comment"] == "Toch niet"


def test_an_answer_from_elsewhere_is_not_overwritten_unseen(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    name = server.write("Slecht")
    server.answer_elsewhere(name, "Van een collega")
    with pytest.raises(AlreadyReplied):
        channel.send(channel.prepare(draft("Excuus", name)), lambda: None)
    later = draft("Excuus", name, created_at=server.now + timedelta(hours=1))
    channel.send(channel.prepare(later), lambda: None)
    assert server.reviews[name]["reviewReply"]["comment"] == "Excuus"


def test_google_looks_at_an_answer_and_takes_it_away(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    server.moderates, server.touches = True, False
    name = server.write("Slecht")
    _, cursor = fetch_all(channel, "reviews")
    server.now += timedelta(days=3)
    server.write("Goed")
    _, cursor = fetch_all(channel, "reviews", cursor)
    sent = channel.send(channel.prepare(draft("Excuus", name)), lambda: None)
    (item,), cursor = fetch_all(channel, "reviews", cursor)
    assert parsed(item).key == sent.external_id
    assert fetch_all(channel, "reviews", cursor)[0] == []
    server.decide(name, "REJECTED", "OFFENSIVE")
    (item,), cursor = fetch_all(channel, "reviews", cursor)
    message = parsed(item)
    assert message.bounce == Bounce(
        sent.external_id, "Google", "REJECTED: OFFENSIVE", permanent=True
    )
    assert (message.automatic, message.parents[0]) == (Automatic.BOUNCE, sent.external_id)
    asked = len(server.asked)
    assert fetch_all(channel, "reviews", cursor)[0] == []
    assert len(server.asked) == asked + 1
    # What was refused is sent anew when the owner wants it.
    later = draft("Excuus", message.key, created_at=server.now + timedelta(hours=1))
    channel.send(channel.prepare(later), lambda: None)
    assert server.reviews[name]["reviewReply"]["reviewReplyState"] == "PENDING"


def test_an_awaited_answer_that_is_shown_is_awaited_no_more(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    server.moderates, server.touches = True, False
    name = server.write("Slecht")
    server.answer_elsewhere(name, "Excuus")
    _, cursor = fetch_all(channel, "reviews")
    assert cursor["awaited"] == [name]
    server.decide(name, "APPROVED")
    _, cursor = fetch_all(channel, "reviews", cursor)
    assert cursor["awaited"] == []
    elsewhere = {**cursor, "awaited": ["accounts/9/locations/9/reviews/x"]}
    assert fetch_all(channel, "reviews", elsewhere)[1]["awaited"] == []


def test_a_review_that_is_taken_away_while_its_answer_is_awaited(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    server.moderates = True
    name = server.write("Slecht")
    server.answer_elsewhere(name, "Excuus")
    _, cursor = fetch_all(channel, "reviews")
    del server.reviews[name]
    (item,), cursor = fetch_all(channel, "reviews", cursor)
    assert (parsed(item).key, parsed(item).gone) == (name, True)
    assert fetch_all(channel, "reviews", cursor)[0] == []


def test_an_answer_refused_at_once(server: ReviewsModel, channel: GoogleReviewsChannel) -> None:
    name = server.write("Slecht")
    prepared = channel.prepare(draft("Excuus", name))
    put = server._put

    def refuse(name: str, text: str) -> dict[str, object]:
        return {**put(name, text), "reviewReplyState": "REJECTED", "policyViolation": "SPAM"}

    server._put = refuse  # type: ignore[method-assign]
    with pytest.raises(NotAllowedByPlatform, match="rejected SPAM"):
        channel.send(prepared, lambda: None)


def test_a_lost_answer_is_found_again(server: ReviewsModel, channel: GoogleReviewsChannel) -> None:
    name = server.write("Slecht")
    prepared = channel.prepare(draft("Excuus", name))
    assert channel.reconcile(prepared) is None
    server.lose = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    assert found.external_id.startswith(f"{name}/reply/")
    del server.reviews[name]
    assert channel.reconcile(prepared) is None


def test_an_answer_without_text_is_of_unknown_outcome(
    server: ReviewsModel, channel: GoogleReviewsChannel
) -> None:
    name = server.write("Slecht")
    server.empty = True
    with pytest.raises(OutcomeUnknown):
        channel.send(channel.prepare(draft("Excuus", name)), lambda: None)


def test_what_google_does_not_take(server: ReviewsModel, channel: GoogleReviewsChannel) -> None:
    name = f"{PLACE}/reviews/weg"
    file = Attachment("a.txt", "text/plain", b"a")
    for refused in (
        draft(),
        draft("x", "<mail@b.example>"),
        draft("x", name, private=True),
        draft("x", name, attachments=(file,)),
    ):
        with pytest.raises(NotAllowedByPlatform):
            channel.prepare(refused)
    for wrong in (draft(" ", name), draft("é" * 2049, name)):
        with pytest.raises(InvalidContent):
            channel.prepare(wrong)
    channel.prepare(draft("é" * 2048, name))
    with pytest.raises(TargetGone):
        channel.send(channel.prepare(draft("x", name)), lambda: None)


# --- set-up ------------------------------------------------------------------------------------


def test_what_is_filled_in(platform: GooglePlatform) -> None:
    kind = platform.type
    assert kind.handle({"address": " Winkel@Gmail.example "}) == US
    for wrong in ("winkel", "a b@c.example", "@c.example", ""):
        with pytest.raises(InvalidValueError):
            kind.handle({"address": wrong})
    settings = kind.discover({"address": US, **PROJECT})
    assert "server" not in settings
    assert kind.oauth(settings).scope == "https://www.googleapis.com/auth/business.manage"
    signing_in = kind.sign_in(AccountSettings(0, US, "", settings), platform.box)
    assert signing_in is not None
    assert "login_hint=winkel%40gmail.example" in signing_in.url
    signing_in.cancel()


def test_google_has_three_servers(platform: GooglePlatform) -> None:
    settings = platform.type.discover({"address": US, **PROJECT})
    channel = platform.type.open(AccountSettings(1, US, "", settings), platform.box)
    assert channel._business.url(PLACE) == f"https://mybusiness.googleapis.com/v4/{PLACE}"
    stop = Event()
    stop.set()
    assert channel.fetch("reviews", None, Budget(), stop).items == []
    channel.close()
