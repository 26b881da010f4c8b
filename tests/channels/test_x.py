"""X: the contract for posts and direct messages, what it costs, answers, against a model of it."""

import json
import pickle
import re
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from app.models.rules.errors import InvalidValueError
from app.models.rules.influence import Voice
from app.models.rules.messages import Direction
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
    SendResult,
)
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    InvalidContent,
    NoAnswersThere,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    QuotaExhausted,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.oauth import TOKEN
from app.services.channels.registry import Channels
from app.services.channels.x.account import XType
from app.services.channels.x.channel import ME as KNOWN_AS
from app.services.channels.x.channel import XChannel
from app.services.channels.x.meter import USAGE, CapReachedError, amount_of, prices_of
from app.services.channels.x.parse import mark, parse_x
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import Secrets
from tests.servers.x_model import ANNA, BERT, HANDLE, ME, START, XModel
from tests.storm.places import Place, Skewed

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
US = ParseContext(frozenset({HANDLE}))


class XPlatform:
    """Our account at the model server, and posts that mention it."""

    stream, own_stream = "mentions", "own"
    secrets = ("acces-", "refre-")
    failures: Mapping[str, type[ChannelError]] = {
        "down": Transient, "401": AuthExpired, "403": PermissionMissing, "busy": RateLimited,
        "capped": QuotaExhausted, "credits": QuotaExhausted, "suspended": AccountRestricted,
        "not JSON": ProtocolChanged, "changed": ProtocolChanged, "a list": ProtocolChanged,
        "errors": NotAllowedByPlatform, "odd errors": ProtocolChanged,
    }  # fmt: skip

    def __init__(self, model: XModel) -> None:
        self.model, self.box, self.now = model, Secrets({TOKEN: model.token()}), NOW
        self.values: dict[str, str] = {"server": model.url, "client_id": "app-1", "cap": "1000"}
        self.kind = XType(lambda: self.now)

    def account(self) -> AccountSettings:
        return AccountSettings(1, HANDLE, "Winkel", self.values)

    def open(self) -> XChannel:
        return self.kind.open(self.account(), self.box)

    def put(self, text: str) -> None:
        self.model.post(text, entities={"urls": [], "mentions": [{"id": ME, "username": HANDLE}]})

    def put_own(self, text: str) -> None:
        self.model.post(text, by=ME, to=self.model.post("@winkel Vraag"))

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return parse_x(item, context)

    def own_handle(self) -> str:
        return HANDLE

    def state(self) -> object:
        return json.dumps([self.model.posts, self.model.events, self.model.uploads])

    def fail(self, fault: str) -> None:
        self.model.fault = fault

    def recover(self) -> None:
        self.model.fault = ""
        self.box[TOKEN] = self.model.token()


class MessagePlatform(XPlatform):
    """The same account, and its direct messages."""

    stream = own_stream = "messages"

    def put(self, text: str) -> None:
        self.model.message(text)

    def put_own(self, text: str) -> None:
        self.model.message(text, by=ME, to=ANNA)


def asked(model: XModel, path: str, method: str = "GET") -> list[dict[str, str]]:
    """Return the queries, or bodies, with which a path was asked."""
    found = [one for one in model.asked if one.method == method]
    found = [one for one in found if re.fullmatch(path, urlsplit(one.target).path)]
    if method == "POST":
        return [json.loads(one.body) for one in found]
    return [dict(parse_qsl(urlsplit(one.target).query)) for one in found]


@pytest.fixture
def model() -> Iterator[XModel]:
    with XModel() as server:
        yield server
        # Signing in is asked by the library for it.
        asked_ = [one for one in server.asked if "/oauth2/" not in one.target]
        assert_declared(XType.calls, asked_)


@pytest.fixture
def platform(model: XModel) -> XPlatform:
    return XPlatform(model)


@pytest.fixture
def channel(platform: XPlatform) -> Iterator[XChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestPostsContract(ChannelContract):
    @pytest.fixture
    def platform(self, model: XModel) -> XPlatform:
        return XPlatform(model)


class TestMessagesContract(ChannelContract):
    @pytest.fixture
    def platform(self, model: XModel) -> XPlatform:
        return MessagePlatform(model)


def read(channel: XChannel, stream: str = "mentions") -> list[InboundMessage]:
    return [parse_x(item, US) for item in fetch_all(channel, stream)[0]]


def draft(answered: str, text: str = "Het komt morgen.", **values: object) -> Draft:
    people = Person(HANDLE, "Winkel"), Person("anna", "Anna A.")
    made = Draft("k1", "t", *people, "", text, NOW, references=("out:k0", answered))
    return replace(made, **values)  # type: ignore[arg-type]


PICTURE = Attachment("kapot.png", "image/png", b"\x89PNG")


# --- reading ---------------------------------------------------------------------------------


def test_x_is_registered() -> None:
    assert Channels()["x"].kind == "x"
    assert pickle.loads(pickle.dumps(XType.parse)) is parse_x  # noqa: S301


def test_a_mention_is_understood(model: XModel, channel: XChannel) -> None:
    root = model.post("@winkel waar is < mijn pakket? https://anna.example/foto")
    message = read(channel)[0]
    assert message.key == root
    assert message.text == "@winkel waar is < mijn pakket? https://anna.example/foto"
    assert message.author == Person("anna", "Anna A.", Voice(2000, verified=True))
    assert message.parents == (f"talk:{root}:{ANNA}",)
    assert message.permalink == f"https://x.com/anna/status/{root}"
    assert message.public
    assert message.created_at == START + timedelta(minutes=1)


def test_everybody_under_a_post_of_ours_is_a_conversation_of_his_own(
    model: XModel, channel: XChannel
) -> None:
    ours = model.post("Nieuw: fietstassen", by=ME)
    anna = model.post("@winkel ook in rood?", to=ours)
    model.post("@winkel en in blauw?", by=BERT, to=ours)
    answer = model.post("@Anna ja!", by=ME, to=anna)
    messages = read(channel) + read(channel, "own")
    assert [one.parents for one in messages] == [
        (f"talk:{ours}:{BERT}",), (f"talk:{ours}:{ANNA}",), (anna, f"talk:{ours}:{ANNA}"),
    ]  # fmt: skip
    assert messages[2].key == answer
    assert messages[2].direction is Direction.OUT
    assert messages[2].recipients == (Person("anna"),)


def test_a_picture_of_a_customer_is_a_link_to_it(model: XModel, channel: XChannel) -> None:
    picture = "https://x.com/Anna/status/1/photo/1"
    model.post(f"@winkel kapot! {picture}", attachments={"media_keys": ["3_1"]})
    assert read(channel)[0].text == f"@winkel kapot! {picture}"


def test_an_edited_post_comes_in_beside_the_first(model: XModel, channel: XChannel) -> None:
    first = model.post("@winkel ik wacht al weken")
    items, cursor = fetch_all(channel, "mentions")
    second = model.edit(first, "@winkel ik wacht al dagen")
    later, _ = fetch_all(channel, "mentions", cursor)
    assert [one.external_id for one in items + later] == [first, f"{first}@{second}"]
    message = parse_x(later[0], US)
    assert (message.key, message.edited, message.text[-5:]) == (first, True, "dagen")


def test_an_older_server_is_asked_once_more_by_the_older_names(
    model: XModel, channel: XChannel
) -> None:
    model.older = True
    model.post("@winkel " + "lang " * 100)
    messages = read(channel)
    assert messages[0].text.count("lang") == 100
    fetch(channel, "own")
    tried = [sorted(one)[-2] for one in asked(model, f"/2/users/{ME}/.*")]
    assert tried == ["start_time", "tweet.fields", "tweet.fields"]


def test_a_walk_over_pages_ends_where_the_last_one_began(model: XModel, channel: XChannel) -> None:
    for number in range(230):
        model.post(f"@winkel {number}")
    items, cursor = fetch_all(channel, "mentions")
    assert len({one.external_id for one in items}) == 230
    model.asked.clear()
    result = fetch(channel, "mentions", cursor)
    assert (result.items, result.more, result.next_after) == ([], False, timedelta(minutes=3))
    assert asked(model, ".*/mentions")[0]["since_id"] == str(model.number)
    assert cursor == {"since": NOW.isoformat(), "newest": model.number}


def test_a_page_that_is_forgotten_begins_again(model: XModel, channel: XChannel) -> None:
    model.post("@winkel hoi")
    cursor: Cursor = {"since": NOW.isoformat(), "newest": 0, "top": 7, "page": "gone", "done": []}
    result = fetch(channel, "mentions", cursor)
    assert (result.items, result.more) == ([], False)
    assert len(fetch_all(channel, "mentions", result.cursor)[0]) == 1


def test_old_posts_are_history_and_very_old_ones_stay_away(
    model: XModel, channel: XChannel
) -> None:
    for days in (40, 8, 6):
        model.clock = NOW - timedelta(days=days)
        model.post("@winkel hoi")
        model.message("hoi")
    assert [one.history for one in read(channel)] == [False, True]
    assert [one.history for one in read(channel, "messages")] == [False]


def test_messages_of_two_are_one_conversation(model: XModel, channel: XChannel) -> None:
    theirs = model.message("Mag ik < vragen?")
    ours = model.message("Ja hoor", by=ME, to=ANNA)
    newest, first = read(channel, "messages")
    assert (first.key, newest.key) == (f"dm:{ANNA}:{theirs}", f"dm:{ANNA}:{ours}")
    assert first.parents == newest.parents == (f"chat:{ME}-{ANNA}",)
    assert (first.text, first.public) == ("Mag ik < vragen?", False)
    assert newest.direction is Direction.OUT
    assert first.author.handle == "anna"


def test_a_look_at_known_messages_is_a_small_one(model: XModel, channel: XChannel) -> None:
    for number in range(30):
        model.message(str(number))
    _, cursor = fetch_all(channel, "messages")
    for number in range(8):
        model.message(f"nieuw {number}")
    model.asked.clear()
    items, cursor = fetch_all(channel, "messages", cursor)
    assert len(items) == 8
    assert [one["max_results"] for one in asked(model, "/2/dm_events")] == ["5", "20"]
    assert fetch(channel, "messages", cursor).next_after >= timedelta(seconds=60)  # type: ignore[operator]


def test_too_many_looks_are_waited_for(model: XModel, channel: XChannel) -> None:
    model.limited, model.looks = True, 15
    with pytest.raises(RateLimited) as caught:
        fetch(channel, "messages")
    assert caught.value.retry_at == datetime.fromtimestamp(1795770000, UTC)


def test_a_group_is_read_and_answered_elsewhere(model: XModel, channel: XChannel) -> None:
    model.message("Hallo allemaal", dm_conversation_id="987")
    message = read(channel, "messages")[0]
    assert message.key.startswith("dm:group-987:")
    with pytest.raises(NoAnswersThere):
        channel.prepare(draft(message.key))


@pytest.mark.parametrize("missing", ["id", "author", "text", "us", "sender_id", "created_at"])
def test_what_is_incomplete_goes_to_quarantine(
    model: XModel, channel: XChannel, missing: str
) -> None:
    model.post("@winkel hoi")
    model.message("hoi")
    stream = "messages" if missing in {"us", "sender_id"} else "mentions"
    item = fetch(channel, stream).items[0]
    raw = json.loads(item.data)
    del raw[missing]
    with pytest.raises(ValueError):  # noqa: PT011  the field, or the moment, that is none
        parse_x(replace(item, data=json.dumps(raw).encode()), US)


def test_a_thing_without_a_date_is_not_understood(model: XModel, channel: XChannel) -> None:
    model.post("@winkel hoi", created_at="gisteren~")
    with pytest.raises(ProtocolChanged):
        fetch(channel, "mentions")


# --- who we are ------------------------------------------------------------------------------


def test_a_token_that_ended_is_renewed_and_kept(platform: XPlatform, channel: XChannel) -> None:
    platform.model.access = "acces-other"
    platform.put("hoi")
    assert len(fetch(channel, "mentions").items) == 1
    assert "refre-1" in platform.box[TOKEN]
    platform.model.refresh = platform.model.access = "ingetrokken"
    with pytest.raises(ChannelError):
        fetch(channel, "mentions")


def test_another_account_than_the_owner_named_is_refused(
    platform: XPlatform, channel: XChannel
) -> None:
    platform.model.users[ME]["username"] = "iemand"
    with pytest.raises(AuthExpired):
        fetch(channel, "mentions")
    assert not channel.probe()[0].ok


def test_signing_in_asks_for_the_one_port_and_who_it_is(platform: XPlatform) -> None:
    platform.values["port"] = "47999"
    platform.box.clear()
    platform.box[KNOWN_AS] = "1"
    signing_in = platform.kind.sign_in(platform.account(), platform.box)
    wanted = parse_qs(urlsplit(signing_in.url).query)
    assert wanted["redirect_uri"] == ["http://127.0.0.1:47999/signed-in"]
    assert wanted["code_challenge_method"] == ["S256"]
    assert "offline.access" in wanted["scope"][0].split()
    browser = threading.Thread(
        target=lambda: urllib.request.urlopen(signing_in.url, timeout=5).close()
    )
    browser.start()
    signing_in.finish(Event())
    browser.join()
    assert "acces-1" in platform.box[TOKEN]
    with_channel = platform.open()
    fetch(with_channel, "mentions")
    with_channel.close()
    assert platform.box[KNOWN_AS] == ME


def test_the_real_addresses_and_the_usual_port() -> None:
    account = AccountSettings(1, HANDLE, "", {"client_id": "app-1"})
    signing_in = XType(lambda: NOW).sign_in(account, Secrets())
    signing_in.cancel()
    assert signing_in.url.startswith("https://x.com/i/oauth2/authorize?")
    assert "47813" in signing_in.url


@pytest.mark.parametrize(
    ("told", "handle"), [("@Winkel", "winkel"), (" de_winkel1 ", "de_winkel1")]
)
def test_a_name_is_read(told: str, handle: str) -> None:
    assert XType(lambda: NOW).handle({"user": told}) == handle


@pytest.mark.parametrize(
    ("field", "value"),
    [("cap", "veel"), ("cap", "-1"), ("cap", "nan"), ("prices", "koffie=1"), ("prices", "link"),
     ("port", "80"), ("port", "x"), ("server", "ftp://x")],
)  # fmt: skip
def test_what_cannot_be_is_refused(field: str, value: str) -> None:
    with pytest.raises(InvalidValueError):
        XType(lambda: NOW).discover({"user": "winkel", field: value})
    with pytest.raises(InvalidValueError):
        XType(lambda: NOW).handle({"user": "een winkel"})


def test_what_was_filled_in_is_kept() -> None:
    given = {"user": "winkel", "name": "W", "cap": "2,50", "server": "api.x.com"}
    assert XType(lambda: NOW).discover(given) == {
        "user": "winkel", "cap": "2,50", "server": "https://api.x.com"
    }  # fmt: skip
    assert amount_of("2,50", "cap") == 2_500_000
    assert prices_of("link=0.25")["link"] == 250_000


# --- what it costs ---------------------------------------------------------------------------


def costs(channel: XChannel) -> dict[str, object]:
    found = next(one for one in channel.probe() if one.code == "costs")
    return dict(found.params)


def test_a_thing_costs_once_a_day(platform: XPlatform, channel: XChannel) -> None:
    platform.put("een")
    platform.put("twee")
    platform.model.message("drie")
    fetch(channel, "mentions")
    fetch(channel, "messages")
    # Ourselves, Anna, two posts and one message; again they are free, and tomorrow they are not.
    spent = {"spent": "0.03", "cap": "1000.00", "read": 3, "sent": 0}
    assert costs(channel) == spent
    fetch(channel, "mentions")
    assert costs(channel) == spent
    platform.now += timedelta(days=1)
    fetch(channel, "messages")
    assert costs(channel)["read"] == 6
    platform.now += timedelta(days=7)
    platform.model.fault = "down"
    assert costs(channel)["read"] == 0


def test_at_the_limit_reading_stops_and_answering_goes_on(platform: XPlatform) -> None:
    platform.put("een")
    platform.values["cap"] = "0.02"
    channel = platform.open()
    fetch(channel, "mentions")
    for stream in channel.streams():
        with pytest.raises(CapReachedError, match="0.02 dollars") as caught:
            fetch(channel, stream)
        assert caught.value.params == {"server": "X", "spent": "0.02", "cap": "0.02"}
    channel.send(channel.prepare(draft(platform.model.posts[0]["id"])), lambda: None)
    platform.now += timedelta(days=5)
    assert fetch(channel, "mentions").items
    channel.close()


def test_the_owner_can_correct_the_prices(platform: XPlatform) -> None:
    platform.values["prices"] = "owned=1 user=0"
    channel = platform.open()
    platform.put("een")
    fetch(channel, "mentions")
    assert costs(channel)["spent"] == "1.00"
    channel.close()


def test_counts_that_cannot_be_read_begin_again(platform: XPlatform, channel: XChannel) -> None:
    platform.box[USAGE] = "stuk"
    assert costs(channel)["read"] == 0


def test_a_probe_says_what_works(platform: XPlatform, channel: XChannel) -> None:
    found = channel.probe()
    assert [(one.code, one.ok) for one in found] == [
        ("sign_in", True), ("direct_messages", True), ("costs", True), ("encrypted", True),
    ]  # fmt: skip
    platform.model.fault = "403"
    assert [one.ok for one in channel.probe()] == [False, False, True, True]


# --- answering -------------------------------------------------------------------------------


def test_an_answer_goes_once_and_comes_back_as_itself(
    model: XModel, channel: XChannel, platform: XPlatform
) -> None:
    asked_ = model.post("@winkel waar is het?")
    text = "Hier: https://winkel.example/volg & op winkel.nl"
    prepared = channel.prepare(draft(asked_, text, attachments=(PICTURE, PICTURE)))
    committed: list[int] = []
    sent = channel.send(prepared, lambda: committed.append(len(model.posts)))
    assert committed == [1]
    assert asked(model, "/2/tweets", "POST") == [
        {"text": text, "reply": {"in_reply_to_tweet_id": asked_},
         "media": {"media_ids": ["71", "72"]}}
    ]  # fmt: skip
    assert model.uploads == ["tweet_image", "tweet_image"]
    echo = read(channel, "own")[0]
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)
    assert echo.text.startswith(f"@Anna {text} https://x.com/")
    assert json.loads(platform.box[USAGE])["counts"]["link"] == 1
    with pytest.raises(InvalidContent):
        channel.send(channel.prepare(draft(asked_, text, attachments=(PICTURE,))), lambda: None)


def test_a_direct_message_is_answered_in_its_conversation(model: XModel, channel: XChannel) -> None:
    model.message("Vraag")
    theirs = read(channel, "messages")[0]
    gif = Attachment("a.gif", "image/gif", b"GIF")
    prepared = channel.prepare(draft(theirs.key, "Antwoord", attachments=(gif,)))
    sent = channel.send(prepared, lambda: None)
    assert model.uploads == ["dm_gif"]
    echo = read(channel, "messages")[0]
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)


def test_a_post_is_answered_in_private_when_the_customer_takes_it(
    model: XModel, channel: XChannel
) -> None:
    post = model.post("@winkel mijn nummer is 12")
    prepared = channel.prepare(draft(post, private=True))
    sent = channel.send(prepared, lambda: None)
    assert sent.external_id == f"dm:{ANNA}:{model.events[0]['id']}"
    model.closed.add(ANNA)
    with pytest.raises(NotAllowedByPlatform):
        channel.send(prepared, lambda: None)
    nobody = draft(post, private=True, recipient=Person("niemand"))
    with pytest.raises(TargetGone):
        channel.send(channel.prepare(nobody), lambda: None)
    with pytest.raises(NoAnswersThere):
        channel.send(channel.prepare(draft(f"dm:{ANNA}:1")), lambda: None)


def test_x_takes_no_answer_to_who_did_not_name_us(model: XModel, channel: XChannel) -> None:
    post = model.post("Die winkel is niets")
    with pytest.raises(NoAnswersThere):
        channel.send(channel.prepare(draft(post)), lambda: None)
    with pytest.raises(TargetGone):
        channel.send(channel.prepare(draft("7")), lambda: None)


@pytest.mark.parametrize("direct", [False, True])
def test_a_lost_answer_is_found_again(model: XModel, channel: XChannel, direct: bool) -> None:
    post = model.post("@winkel waar is het?")
    model.clock = NOW
    prepared = channel.prepare(draft(post, private=direct))
    assert channel.reconcile(prepared) is None
    model.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    model.cut = False
    found = channel.reconcile(prepared)
    assert found is not None
    written = f"dm:{ANNA}:{model.events[-1]['id']}" if direct else model.posts[-1]["id"]
    assert found.external_id == written


def test_a_lost_answer_is_looked_for_below_newer_ones(model: XModel, channel: XChannel) -> None:
    post = model.post("@winkel waar is het?")
    prepared = channel.prepare(draft(post))
    sent = channel.send(prepared, lambda: None)
    for number in range(120):
        model.post(f"@Anna {number}", by=ME, to=post)
    assert channel.reconcile(prepared) == SendResult(sent.external_id, START + timedelta(minutes=2))


@pytest.mark.parametrize(
    ("fault", "expected"),
    [("down", OutcomeUnknown), ("changed", OutcomeUnknown), ("not JSON", OutcomeUnknown),
     ("odd errors", OutcomeUnknown), ("errors", NotAllowedByPlatform), ("busy", RateLimited),
     ("credits", QuotaExhausted), ("403", PermissionMissing)],
)  # fmt: skip
def test_what_a_refused_write_means(
    model: XModel, channel: XChannel, fault: str, expected: type[ChannelError]
) -> None:
    prepared = channel.prepare(draft(model.post("@winkel hoi")))
    fetch(channel, "mentions")
    with pytest.raises(expected):
        channel.send(prepared, lambda: setattr(model, "fault", fault))


def test_an_upload_that_fails_sends_nothing(model: XModel, channel: XChannel) -> None:
    prepared = channel.prepare(draft(model.post("@winkel hoi"), attachments=(PICTURE,)))
    for fault, expected in (("down", Transient), ("changed", ProtocolChanged)):
        model.fault = fault
        with pytest.raises(expected):
            channel.send(prepared, lambda: pytest.fail("nothing was to be sent"))
    assert len(model.posts) == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"text": " "}, InvalidContent),
        ({"text": "é" * 281}, InvalidContent),
        ({"text": "日" * 141}, InvalidContent),
        ({"text": "$ABC en $DEF"}, InvalidContent),
        ({"attachments": (PICTURE,) * 5}, InvalidContent),
        ({"attachments": (PICTURE,) * 2, "private": True}, InvalidContent),
        ({"attachments": (Attachment("a.pdf", "application/pdf", b""),)}, InvalidContent),
        ({"attachments": (replace(PICTURE, data=b"x" * (5 << 20) + b"x"),)}, InvalidContent),
        ({"references": ()}, NotAllowedByPlatform),
    ],
)
def test_what_cannot_be_sent_is_said_before(
    channel: XChannel, values: dict[str, object], expected: type[ChannelError]
) -> None:
    with pytest.raises(expected):
        channel.prepare(replace(draft("12"), **values))  # type: ignore[arg-type]


def test_what_can_be_sent_is_measured_as_x_does(channel: XChannel) -> None:
    link = "https://winkel.example/" + "a" * 300
    for one in (
        draft("12", f"{'a' * 256} {link}"),
        draft("12", "a" * 10_000, private=True),
        draft("12", "Het kost $5 of $6, $ABC", attachments=(PICTURE,) * 4),
    ):
        assert channel.prepare(one).recipient == "anna"


def test_a_mark_does_not_see_how_addresses_and_first_mentions_are_written() -> None:
    assert mark("@anna @bert Kijk op winkel.nl") == mark("Kijk op https://winkel.nl/")
    assert mark("Kijk") != mark("Kijk", 1)


def test_small_budgets_give_parts_of_a_page(model: XModel, channel: XChannel) -> None:
    for number in range(7):
        model.post(f"@winkel {number}")
    result = fetch(channel, "mentions", None, Budget(items=2))
    assert (len(result.items), result.more) == (2, True)


def storm_place(now: Skewed) -> Place:
    server = XModel()
    server.forgives = True

    def tick() -> None:
        server.clock = max(server.clock, now())

    def ask(text: str) -> None:
        number = str(1000 + len(server.users))
        known = {"public_metrics": {}, "verified": False}
        server.users[number] = {**known, "id": number, "username": f"k{number}", "name": "Klant"}
        server.post(f"@winkel {text}", by=number)

    tick()
    return Place(
        server,
        lambda url: HANDLE,
        {TOKEN: server.token()},
        lambda url: {"server": url, "client_id": "app-1", "cap": "100000"},
        ask,
        lambda: json.dumps([one for one in server.posts if one["author_id"] == ME]),
        tick,
    )
