"""Mentions on the web: polite reading, what an entry becomes, and feeds that mean harm."""

import pickle
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from threading import Event
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typing_extensions import override

from app.models.rules.errors import InvalidValueError
from app.models.rules.messages import Direction
from app.services.channels.api import (
    AccountSettings,
    Budget,
    Channel,
    Cursor,
    FetchResult,
    InboundMessage,
    ParseContext,
    RawItem,
    SupportsReply,
)
from app.services.channels.errors import (
    ChannelError,
    NotAllowedByPlatform,
    ProtocolChanged,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.rss.channel import RssChannel, RssType
from app.services.channels.rss.feed import MOST_ENTRIES, SIZE_LIMIT, read_feed, unwrapped
from app.services.storage.credentials import NewSecrets
from tests.channels.contract import ChannelContract, ContractPlatform, fetch, fetch_all
from tests.effort import repeated
from tests.servers.rss_model import FeedServer, Mention

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
SECRET = "geheim-nummer"
NOBODY = ParseContext(frozenset())


class Platform:
    """A feed with an account of ours."""

    stream = own_stream = "entries"
    failures: ClassVar[dict[str, type[ChannelError]]] = {
        "limit": RateLimited,
        "gone": TargetGone,
        "missing": TargetGone,
        "busy": Transient,
        "forbidden": NotAllowedByPlatform,
        "signed_in": NotAllowedByPlatform,
        "strange": ProtocolChanged,
        "page": ProtocolChanged,
        "empty": ProtocolChanged,
        "loop": ProtocolChanged,
        "nowhere": ProtocolChanged,
        "downgrade": ProtocolChanged,
        "nonsense": ProtocolChanged,
    }
    secrets = (SECRET,)

    def __init__(self, server: FeedServer) -> None:
        self.server = server
        self.now = NOW
        self.values: dict[str, str] = {}

    def open(self) -> RssChannel:
        kind = RssType(now=lambda: self.now)
        values = {"address": f"{self.server.url}/feed?u={SECRET}", **self.values}
        account = AccountSettings(1, kind.handle(values), "De Winkel", kind.discover(values))
        return kind.open(account, NewSecrets({}))

    def put(self, text: str, **told: object) -> Mention:
        number = len(self.server.mentions)
        mention = Mention(
            guid=f"topic-{number}",
            title="De Winkel genoemd",
            words=escape(text),
            at=self.now - timedelta(minutes=5),
            link=f"https://www.forum.example/t/{number}",
        )
        for name, value in told.items():
            setattr(mention, name, value)
        self.server.mentions.insert(0, mention)
        return mention

    put_own = put

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return RssType.parse(item, context)

    def own_handle(self) -> str:
        return f"{self.server.url}/feed"

    def state(self) -> object:
        return repr(self.server.mentions)

    def fail(self, fault: str) -> None:
        there = {
            "loop": (302, "/feed"),
            "nowhere": (301, ""),
            "downgrade": (301, "http://elsewhere.example/feed"),
            "nonsense": (301, "https://[x/"),
        }
        statuses = {
            "limit": 429,
            "gone": 410,
            "missing": 404,
            "busy": 503,
            "forbidden": 403,
            "signed_in": 401,
            "strange": 400,
        }
        if fault in there:
            self.server.moved = {"/feed": there[fault]}
        elif fault in statuses:
            self.server.fault = statuses[fault], {"Retry-After": "1800"}
        else:
            self.server.broken = b"" if fault == "empty" else b"<html><title>Hallo</title></html>"

    def recover(self) -> None:
        self.server.moved, self.server.fault, self.server.broken = {}, None, None


@pytest.fixture
def platform() -> Iterator[Platform]:
    with FeedServer() as server:
        yield Platform(server)
        # A feed has no API to declare calls of; it is only ever read.
        assert {one.method for one in server.asked} <= {"GET"}


@pytest.fixture
def channel(platform: Platform) -> Iterator[RssChannel]:
    channel = platform.open()
    yield channel
    channel.close()


def read(channel: Channel, cursor: Cursor | None = None) -> FetchResult:
    return fetch(channel, "entries", cursor)


def messages(channel: Channel, cursor: Cursor | None = None) -> list[InboundMessage]:
    return [RssType.parse(item, NOBODY) for item in fetch_all(channel, "entries", cursor)[0]]


class TestContract(ChannelContract):
    @pytest.fixture
    def platform(self, platform: Platform) -> Platform:
        return platform

    @override
    def test_own_messages_are_ours(self, channel: Channel, platform: ContractPlatform) -> None:
        """A feed of mentions holds what others write: nothing in it is an answer of ours."""
        platform.put_own("Wij kijken het na.")
        assert [one.direction for one in messages(channel)] == [Direction.IN]
        assert not isinstance(channel, SupportsReply)


# --- polite reading --------------------------------------------------------------------------


@pytest.mark.parametrize("validators", [{"etag"}, {"modified"}, {"etag", "modified"}])
def test_an_unchanged_feed_is_not_sent_again(
    platform: Platform, channel: RssChannel, validators: set[str]
) -> None:
    platform.server.validators, platform.server.changed = validators, NOW
    platform.put("een")
    first = read(channel)
    again = read(channel, first.cursor)
    assert platform.server.answers == [200, 304]
    assert again.items == ()
    platform.put("twee")
    platform.server.changed = NOW + timedelta(minutes=1)
    assert len(read(channel, again.cursor).items) == 1
    assert platform.server.answers == [200, 304, 200]


def test_a_server_without_validators_is_read_whole_and_nothing_doubles(
    platform: Platform, channel: RssChannel
) -> None:
    platform.server.validators = set()
    platform.put("een")
    cursor = read(channel).cursor
    assert list(read(channel, cursor).items) == []
    assert platform.server.answers == [200, 200]


@pytest.mark.parametrize(
    ("headers", "head", "minutes"),
    [
        ({}, "", 60),
        ({"Cache-Control": "no-cache"}, "", 60),
        ({"Cache-Control": "public, max-age=60"}, "", 15),
        ({"Cache-Control": "max-age=7200"}, "<ttl>30</ttl>", 120),
        ({}, "<ttl>180</ttl>", 180),
        ({}, "<ttl>1</ttl>", 15),
        ({}, "<ttl>nooit</ttl>", 60),
        ({}, "<ttl>99999</ttl>", 1440),
        ({}, "<sy:updatePeriod>hourly</sy:updatePeriod>", 60),
        (
            {},
            "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            360,
        ),
        ({}, "<sy:updatePeriod>weekly</sy:updatePeriod>", 1440),
    ],
)
def test_the_next_question_waits_as_the_feed_wishes_in_bounds(
    platform: Platform, channel: RssChannel, headers: dict[str, str], head: str, minutes: int
) -> None:
    platform.server.headers, platform.server.head = headers, head
    platform.put("een")
    first = read(channel)
    assert first.next_after == timedelta(minutes=minutes)
    assert read(channel, first.cursor).next_after == timedelta(minutes=minutes)
    assert platform.server.answers == [200, 304]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_is_busy_says_when_to_come_back(
    platform: Platform, channel: RssChannel, status: int
) -> None:
    platform.server.fault = status, {"Retry-After": "1800"}
    with pytest.raises((RateLimited, Transient)) as caught:
        read(channel)
    wait = timedelta(minutes=30)
    told = caught.value
    assert (told.retry_at == NOW + wait) if status == 429 else (told.retry_after == wait)


def test_a_feed_that_moved_for_good_is_read_there_from_then_on(
    platform: Platform, channel: RssChannel
) -> None:
    platform.put("een")
    server = platform.server
    server.place, server.moved = "/new", {"/feed": (301, "/half"), "/half": (308, "/new")}
    cursor = read(channel).cursor
    assert [finding.code for finding in channel.probe()] == ["feed", "moved", "answers"]
    server.asked.clear()
    platform.put("twee")
    assert len(read(channel, cursor).items) == 1
    assert [asked.target for asked in server.asked] == ["/new"]


def test_a_feed_that_is_elsewhere_for_now_is_asked_for_at_its_own_place(
    platform: Platform, channel: RssChannel
) -> None:
    platform.put("een")
    server = platform.server
    server.place, server.moved = "/new", {"/feed": (302, "/half"), "/half": (301, "/new")}
    cursor = read(channel).cursor
    server.asked.clear()
    assert list(read(channel, cursor).items) == []
    assert [asked.target.partition("?")[0] for asked in server.asked] == ["/feed", "/half", "/new"]


def test_a_feed_that_is_gone_says_which(platform: Platform, channel: RssChannel) -> None:
    platform.server.fault = 410, {}
    with pytest.raises(TargetGone, match="De Winkel is no longer at 127"):
        read(channel)
    (finding,) = channel.probe()
    assert (finding.code, finding.ok) == ("target_gone", False)


def test_a_full_feed_of_which_nothing_is_left_may_have_lost_some(
    platform: Platform, channel: RssChannel
) -> None:
    for number in range(12):
        platform.put(f"bericht {number}")
    first = read(channel)
    platform.put("nog een")
    second = read(channel, first.cursor)
    assert first.loss_possible is second.loss_possible is None
    platform.server.mentions = []
    for number in range(12):
        platform.put(f"later {number}", guid=f"later-{number}")
    assert read(channel, second.cursor).loss_possible == "feed_overflow"


# --- what an entry becomes -------------------------------------------------------------------


def test_an_entry_becomes_a_public_message(platform: Platform, channel: RssChannel) -> None:
    at = NOW - timedelta(hours=2)
    platform.put("", title="Klacht &amp; <b>lof</b>", words="<p>Te laat.</p>", author="Jan", at=at)
    (item,) = read(channel).items
    pickle.dumps(RssType.parse)
    message = RssType.parse(item, NOBODY)
    assert item.external_id == message.key == "topic-0"
    assert message.subject == "Klacht & lof"
    assert message.text == "Te laat."
    assert (message.author.handle, message.author.name) == ("forum.example/jan", "Jan")
    assert message.permalink == "https://www.forum.example/t/0"
    assert message.created_at == message.received_at == at
    assert message.public is True
    assert (message.history, message.edited, message.parents) == (False, False, ())


def test_google_alerts_are_unwrapped(platform: Platform, channel: RssChannel) -> None:
    platform.server.form = "google"
    guid = "tag:google.com,2013:googlealerts/feed:17"
    page = "https://www.krant.example/nieuws?id=1&x=2"
    platform.put("over <b>De Winkel</b>", guid=guid, title="<b>De Winkel</b> opent", link=page)
    (message,) = messages(channel)
    assert (message.key, message.permalink) == (guid, page)
    assert message.subject == "De Winkel opent"
    assert message.author.handle == message.author.name == "krant.example"


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("https://www.google.nl/url?q=https://x.example/", "https://x.example/"),
        ("https://www.google.com/url?url=javascript:alert(1)", None),
        ("https://www.google.com/search?url=https://x.example/", None),
        ("https://google.com.evil.example/url?url=https://x.example/", None),
        ("https://[x/url?url=https://x.example/", None),
    ],
)
def test_only_google_wraps_and_only_pages(link: str, page: str | None) -> None:
    assert unwrapped(link) == (page or link)


def test_the_key_is_the_id_then_the_link_then_a_hash(
    platform: Platform, channel: RssChannel
) -> None:
    platform.put("a", guid="", link="https://forum.example/t/1")
    platform.put("b", guid="", link="")
    platform.put("c", guid="x" * 900)
    keys = [message.key for message in messages(channel)]
    assert keys[2] == "https://forum.example/t/1"
    assert len(set(keys)) == 3
    assert max(map(len, keys)) <= 300
    assert [message.key for message in messages(platform.open())] == keys


def test_links_may_be_relative_and_never_lead_off_the_web(
    platform: Platform, channel: RssChannel
) -> None:
    platform.put("a", link="/t/9")
    platform.put("b", link="javascript:alert(1)")
    unsafe, relative = messages(channel)
    assert relative.permalink == f"{platform.server.url}/t/9"
    assert unsafe.permalink is None
    assert unsafe.author.handle == "127.0.0.1"


def test_what_changed_comes_in_beside_the_first(platform: Platform, channel: RssChannel) -> None:
    mention = platform.put("eerst")
    platform.put("blijft")
    first = read(channel)
    mention.words = "later"
    second = read(channel, first.cursor)
    (item,) = second.items
    message = RssType.parse(item, NOBODY)
    assert item.external_id.startswith("topic-0@")
    assert (message.key, message.edited, message.text) == ("topic-0", True, "later")
    assert list(read(channel, second.cursor).items) == []


def test_history_is_what_was_there_a_week_before_connecting(
    platform: Platform, channel: RssChannel
) -> None:
    platform.put("oud", at=NOW - timedelta(days=7, minutes=1))
    platform.put("nieuw", at=NOW - timedelta(days=6))
    platform.put("zonder datum", at=None)
    first = read(channel)
    assert [item.history for item in first.items] == [False, True, True]
    platform.now += timedelta(days=3)
    platform.put("zonder datum, later", at=None)
    platform.put("laat gevonden", at=NOW - timedelta(days=2))
    platform.put("uit de toekomst", at=NOW + timedelta(days=99))
    later = read(channel, first.cursor).items
    assert [item.history for item in later] == [False] * 3
    # What was not there last time came into the feed after that, whatever its date.
    assert [item.received_at for item in later] == [platform.now, NOW, NOW]
    assert RssType.parse(later[1], NOBODY).created_at == NOW - timedelta(days=2)


def test_an_entry_that_is_none_goes_to_quarantine() -> None:
    for data in (b"{", b"{}", b'{"host": "x", "at": "gisteren"}'):
        with pytest.raises(ValueError, match=r"."):
            RssType.parse(RawItem("1", "entries", NOW, data), NOBODY)


# --- the owner's words -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "without", "wanted"),
    [
        ("", "", "abcd"),
        ("bakker jansen", "", "a"),
        ("“Bakker  Jansen”; taart*", "", "ab"),
        ("taart", "", ""),
        ("CAFÉ", "", "c"),
        ("", "taart*, veld", "ac"),
        ("bakker jansen, cafe\u0301", "brood", "c"),
        ("(; *", "", ""),
    ],
)
def test_words_choose_whole_words_in_any_case(
    platform: Platform, words: str, without: str, wanted: str
) -> None:
    texts = {
        "a": "Bij Bakker\nJansen is het brood oud.",
        "b": "De taarten van Janssen",
        "c": "Het café op de hoek",
        "d": "voetbalveld naast het veld",
    }
    for key, text in reversed(texts.items()):
        platform.put(text, guid=key)
    platform.values = {"words": words, "without": without}
    channel = platform.open()
    assert "".join(message.key for message in messages(channel)) == wanted
    found = {finding.code: finding for finding in channel.probe()}
    assert ("words" in found) == bool(words or without)
    assert found["feed"].params == {"title": "Forum", "count": 4}
    channel.close()


def test_other_words_read_an_unchanged_feed_again(platform: Platform) -> None:
    platform.put("een taart")
    platform.values = {"words": "brood"}
    with_brood = platform.open()
    first = read(with_brood)
    platform.values = {"words": "taart"}
    with_taart = platform.open()
    assert (len(first.items), len(read(with_taart, first.cursor).items)) == (0, 1)
    with_brood.close()
    with_taart.close()


# --- setting up ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "handle"),
    [
        (" Forum.Example/Feed.xml#top ", "https://forum.example/Feed.xml"),
        ("feed://forum.example/a?b=C", "https://forum.example/a?b=C"),
        ("feed:http://forum.example", "http://forum.example/"),
        ("HTTPS://forum.example:8443/x", "https://forum.example:8443/x"),
    ],
)
def test_the_address_has_one_form(told: str, handle: str) -> None:
    kind = RssType(now=lambda: NOW)
    assert kind.handle({"address": told}) == handle
    found = kind.discover({"address": told, "words": "x", "name": "n"})
    assert found == {"address": handle, "words": "x"}


@pytest.mark.parametrize(
    "told", ["", "forum", "ftp://a.example/", "https://me:pw@a.example/", "a.example/x y", "a.b:x"]
)
def test_what_is_no_address_is_refused(told: str) -> None:
    with pytest.raises(InvalidValueError):
        RssType(now=lambda: NOW).handle({"address": told})


# --- feeds that mean harm --------------------------------------------------------------------


def rss(inside: str, head: str = "") -> str:
    return f'{head}<rss version="2.0"><channel><title>t</title>{inside}</channel></rss>'


def item(inside: str) -> str:
    return rss(f"<item><title>a</title>{inside}</item>")


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = rss("<item><title>&l9;</title></item>", f'<!DOCTYPE x [<!ENTITY l0 "ha">{BOMB}]>')
HARMFUL = {
    "laughs": LAUGHS,
    "laughs in UTF-16": LAUGHS,
    "outside file": rss("&x;", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "deep": item("<a>" * 200_000),
    "attributes": rss("<item " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>"),
    "open tags": rss("<item " + 'a="' * 400_000),
    "categories": item("".join(f"<category>{n}</category>" for n in range(60_000))),
    "entries": rss("<item><title>a</title></item>" * 30_000),
    "open CDATA": item("<description>" + "<![CDATA[" * 150_000),
}
HEAVY = {
    "name": item("<author>" + "a." * 900_000 + "</author>"),
    "names": item("<author>" + ("a." * 999 + " ") * 900 + "</author>"),
    "ampersands": item("<description>" + "&" * 300_000 + "</description>"),
    "date": item("<pubDate>" + "2026-" * 300_000 + "</pubDate>"),
    "entries": rss("<item><title>a</title></item>" * 1_900),
    "CDATA": item("<description>" + "<![CDATA[<a>]]>" * 100_000 + "</description>"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_hostile_feed_is_refused_at_once(name: str) -> None:
    told = HARMFUL[name].encode("utf-16" if "UTF-16" in name else "utf-8")
    began = time.monotonic()
    with pytest.raises(ProtocolChanged):
        read_feed(told, "application/xml", "https://x.example/", "x.example")
    assert time.monotonic() - began < 2


@repeated
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_feed_takes_seconds_at_most(name: str) -> None:
    data = HEAVY[name].encode()
    assert len(data) <= SIZE_LIMIT
    began = time.thread_time()
    try:
        feed = read_feed(data, "application/xml", "https://x.example/", "x.example")
    except ProtocolChanged:
        pass
    else:
        assert len(feed.entries) <= MOST_ENTRIES
    assert time.thread_time() - began < 10


def test_a_feed_over_the_limit_is_not_read(platform: Platform, channel: RssChannel) -> None:
    platform.server.broken = item("x" * SIZE_LIMIT).encode()
    with pytest.raises(ProtocolChanged, match="too large"):
        read(channel)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    form=st.sampled_from(["rss", "atom"]),
    cuts=st.lists(st.tuples(st.integers(0, 900), st.binary(max_size=6)), max_size=5),
)
def test_damaged_feeds_are_read_or_refused(form: str, cuts: list[tuple[int, bytes]]) -> None:
    server = FeedServer()
    server.form = form
    server._listener.close()
    server.mentions = [Mention("1", "a & b", "<b>x</b>", NOW, "https://x.example/", "Jan")]
    data = server.body()
    for place, put in cuts:
        data = data[:place] + put + data[place + len(put) :]
    try:
        feed = read_feed(data, "text/xml", "https://x.example/", "x.example")
    except ChannelError:
        return
    items = [RawItem(entry.key, "entries", NOW, entry.data) for entry in feed.entries]
    assert all(RssType.parse(one, NOBODY).key for one in items)


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "windows-1252", "utf-8"])
def test_any_encoding_is_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + item("<description>é</description>")
    feed = read_feed(text.encode(encoding), "application/xml", "https://x.example/", "x")
    assert [entry.text for entry in feed.entries] == ["é"]


def test_a_feed_that_is_not_well_formed_is_read_all_the_same() -> None:
    told = rss("<item><title>A & B</title><description>x<br>y</description>").encode()
    (entry,) = read_feed(told, "text/html", "https://x.example/", "x.example").entries
    assert entry.title == "A & B"


@repeated
def test_the_newest_count_in_whatever_order_they_stand(
    platform: Platform, channel: RssChannel
) -> None:
    for number in range(MOST_ENTRIES + 5):
        platform.put(str(number), at=NOW - timedelta(minutes=number))
    items, _ = fetch_all(channel, "entries", None, Budget(items=200))
    assert len(items) == MOST_ENTRIES
    assert items[0].external_id == "topic-0"
    assert f"topic-{MOST_ENTRIES}" not in {item.external_id for item in items}


def test_a_fetch_that_is_stopped_asks_nothing(platform: Platform, channel: RssChannel) -> None:
    stop = Event()
    stop.set()
    assert channel.fetch("entries", None, Budget(), stop).items == ()
    assert platform.server.asked == []
