"""YouTube: the contract against a channel in small, replies, edits, units, signing in."""

import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest

from app.models.rules.errors import InvalidValueError
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
)
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    QuotaExhausted,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.google import comments
from app.services.channels.google.quota import Quota
from app.services.channels.google.youtube import YouTubeChannel, YouTubeType, channel_name
from app.services.channels.kit import Node
from app.services.channels.oauth import CLIENT_SECRET, TOKEN
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import Secrets
from tests.channels.google_accounts import PROJECT, SECRET_WORDS, at, signed_in
from tests.servers.google_model import TOKEN_PATH, refusal
from tests.servers.oauth import OAuthServer
from tests.servers.youtube_model import ANNA, BERT, SHOP, YouTubeModel

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OWN = ParseContext(frozenset({"@winkel"}))


class YouTubePlatform:
    """The channel of the shop at the model."""

    stream = own_stream = "comments"
    secrets = SECRET_WORDS
    failures: Mapping[str, type[ChannelError]] = {
        "token": AuthExpired,
        "quota": QuotaExhausted,
        "scope": PermissionMissing,
        "off": PermissionMissing,
        "closed": NotAllowedByPlatform,
        "gone": TargetGone,
        "often": RateLimited,
        "fast": RateLimited,
        "bad": ProtocolChanged,
        "processing": Transient,
        "down": Transient,
        "nonsense": ProtocolChanged,
        "list": ProtocolChanged,
        "no items": ProtocolChanged,
    }
    faults: Mapping[str, object] = {
        "quota": refusal(403, "Used up", "quotaExceeded"),
        "token": refusal(401, "Invalid", "authError", "UNAUTHENTICATED"),
        "scope": refusal(403, "No", "insufficientPermissions", "PERMISSION_DENIED"),
        "off": refusal(403, "Off", "", "PERMISSION_DENIED", {"reason": "SERVICE_DISABLED"}),
        "closed": refusal(403, "Closed", "commentsDisabled"),
        "gone": refusal(404, "Weg", "channelNotFound"),
        "often": refusal(429, "Often", "", "RESOURCE_EXHAUSTED", {"retryDelay": "30s"}),
        "fast": refusal(403, "Fast", "userRateLimitExceeded"),
        "bad": refusal(400, "Bad", "invalidParameter"),
        "processing": refusal(400, "Failed", "processingFailure"),
        "down": refusal(503, "Down", "backendError"),
        "nonsense": b"<html>",
        "list": b"[]",
        "no items": b'{"items": "x"}',
    }

    def __init__(self, server: YouTubeModel) -> None:
        self.server, self.box = server, signed_in()
        self.now = NOW
        self.type = YouTubeType(self.tell)
        self.values = {"channel": SHOP, **at(server)}

    def tell(self) -> datetime:
        return max(self.now, self.server.now)

    def open(self) -> YouTubeChannel:
        # Each session has a project of its own: what one used up does not hold up the next.
        self.type._quotas.clear()
        settings = self.type.discover(self.values)
        return self.type.open(AccountSettings(1, "@winkel", "De Winkel", settings), self.box)

    def put(self, text: str) -> None:
        self.server.write(ANNA, text)

    def put_own(self, text: str) -> None:
        self.server.reply(SHOP, self.server.write(ANNA, "Vraag"), text)

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return YouTubeType.parse(item, context)

    def own_handle(self) -> str:
        return "@winkel"

    def state(self) -> object:
        return json.dumps([self.server.threads, self.server.replies])

    def fail(self, fault: str) -> None:
        self.server.fault = self.faults[fault]  # type: ignore[assignment]

    def recover(self) -> None:
        self.server.fault = None


@pytest.fixture
def server() -> Iterator[YouTubeModel]:
    with YouTubeModel(NOW) as server:
        yield server
        asked = [one for one in server.asked if one.target != TOKEN_PATH]
        assert_declared(YouTubeType.calls, asked)


@pytest.fixture
def platform(server: YouTubeModel) -> YouTubePlatform:
    return YouTubePlatform(server)


@pytest.fixture
def channel(platform: YouTubePlatform) -> Iterator[YouTubeChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestYouTubeContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: YouTubeModel) -> YouTubePlatform:  # type: ignore[override]
        return YouTubePlatform(server)

    def test_own_messages_are_ours(  # type: ignore[override]
        self, channel: YouTubeChannel, platform: YouTubePlatform
    ) -> None:
        thread = platform.server.write(ANNA, "Vraag")
        platform.server.reply(SHOP, thread, "Wij kijken het na.")
        ours = [one for one in messages(channel) if one.direction is Direction.OUT]
        assert [(one.text, one.parents, one.author.handle) for one in ours] == [
            ("Wij kijken het na.", (thread,), "@winkel")
        ]


def parsed(item: RawItem) -> InboundMessage:
    return YouTubeType.parse(item, OWN)


def messages(channel: YouTubeChannel, stream: str = "comments") -> list[InboundMessage]:
    return [parsed(item) for item in fetch_all(channel, stream)[0]]


def draft(text: str = "Excuus", *answers: str, **values: object) -> Draft:
    asked = Draft("k1", "t", Person("@winkel"), Person(ANNA), "", text, NOW, answers)
    return replace(asked, **values)  # type: ignore[arg-type]


# --- reading -----------------------------------------------------------------------------------


def test_a_thread_is_one_conversation(server: YouTubeModel, channel: YouTubeChannel) -> None:
    thread = server.write(ANNA, "Waar blijft het?")
    server.reply(BERT, thread, "Bij mij ook niet")
    top, reply = sorted(messages(channel), key=lambda one: one.received_at)
    assert (top.key, top.parents, top.author) == (thread, (), Person(ANNA.lower(), "@Anna"))
    assert (reply.key, reply.parents) == (f"{thread}/{thread}.000", (thread,))
    assert (top.public, top.stars, top.history, top.edited) == (True, None, False, False)
    assert top.permalink == f"https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc={thread}"


def test_all_replies_come_in_also_when_a_thread_shows_five(
    server: YouTubeModel, channel: YouTubeChannel
) -> None:
    thread = server.write(ANNA, "Vraag")
    for number in range(120):
        server.reply(BERT, thread, f"antwoord {number}")
    items, cursor = fetch_all(channel, "comments", None, Budget(items=50))
    assert len({item.external_id for item in items}) == len(items) == 121
    asked = len(server.asked)
    assert fetch_all(channel, "comments", cursor)[0] == []
    assert len(server.asked) == asked + 1


def test_a_reply_in_an_old_thread_is_found(server: YouTubeModel, channel: YouTubeChannel) -> None:
    thread = server.write(ANNA, "Vraag")
    _, cursor = fetch_all(channel, "comments")
    server.now += timedelta(days=3)
    server.write(BERT, "Iets anders")
    _, cursor = fetch_all(channel, "comments", cursor)
    server.reply(ANNA, thread, "En nu?")
    items, cursor = fetch_all(channel, "comments", cursor)
    assert [(parsed(one).text, parsed(one).parents) for one in items] == [("En nu?", (thread,))]
    assert fetch_all(channel, "comments", cursor)[0] == []


def test_edits_come_in_as_versions(server: YouTubeModel, channel: YouTubeChannel) -> None:
    thread = server.write(ANNA, "Slecht")
    reply = server.reply(BERT, thread, "Nee hoor")
    _, cursor = fetch_all(channel, "comments")
    server.edit(thread, "Erg slecht")
    server.edit(reply, "Toch wel")
    items, _ = fetch_all(channel, "comments", cursor)
    found = {one.key: (one.text, one.edited) for one in map(parsed, items)}
    assert found == {thread: ("Erg slecht", True), f"{thread}/{reply}": ("Toch wel", True)}


@pytest.mark.parametrize("strict", [False, True])
def test_a_thread_that_is_taken_away(
    server: YouTubeModel, channel: YouTubeChannel, strict: bool
) -> None:
    server.strict = strict
    thread, other = server.write(ANNA, "Weg ermee"), server.write(BERT, "Blijft")
    _, cursor = fetch_all(channel, "comments")
    server.now += timedelta(days=3)
    server.write(BERT, "Later")
    _, cursor = fetch_all(channel, "comments", cursor)
    server.delete(thread)
    (item,), cursor = fetch_all(channel, "comments", cursor)
    assert (parsed(item).key, parsed(item).gone) == (thread, True)
    assert fetch_all(channel, "comments", cursor)[0] == []
    server.reply(ANNA, other, "Nog iets")
    assert len(fetch_all(channel, "comments", cursor)[0]) == 1


def test_what_is_held_for_review_says_so(server: YouTubeModel, channel: YouTubeChannel) -> None:
    thread = server.write(ANNA, "Kijk op mijn site", held=True)
    open_thread = server.write(BERT, "Gewoon")
    server.reply(ANNA, open_thread, "Ook vast", held=True)
    found = {(one.text, one.quoted, one.public) for one in messages(channel, "held")}
    told = comments.HELD_THERE
    assert found == {("Kijk op mijn site", told, True), ("Ook vast", told, True)}
    assert [(one.text, one.quoted) for one in messages(channel)] == [("Gewoon", "")]
    held = next(one for one in messages(channel, "held") if one.key == thread)
    server.threads[thread]["held"] = False
    shown = next(one for one in messages(channel) if one.key == thread)
    assert shown.fingerprint == held.fingerprint


def test_our_own_comment_comes_in_once_somebody_answers(
    server: YouTubeModel, channel: YouTubeChannel
) -> None:
    thread = server.write(SHOP, "Nieuw in de winkel!")
    items, cursor = fetch_all(channel, "comments")
    assert items == []
    server.reply(ANNA, thread, "Wat kost het?")
    items, _ = fetch_all(channel, "comments", cursor)
    assert [item.outgoing for item in items] == [True, False]


def test_what_is_old(server: YouTubeModel, channel: YouTubeChannel) -> None:
    server.write(ANNA, "Te oud", at=NOW - timedelta(days=400))
    server.write(ANNA, "Oud", at=NOW - timedelta(days=8))
    server.write(ANNA, "Nieuw", at=NOW - timedelta(days=6))
    assert {one.text: one.history for one in messages(channel)} == {"Oud": True, "Nieuw": False}


def test_a_page_that_google_forgot_begins_the_walk_again(
    server: YouTubeModel, channel: YouTubeChannel
) -> None:
    for number in range(4):
        server.write(ANNA, f"vraag {number}")
    first = fetch(channel, "comments", None, Budget(items=2))
    server.delete("Ugk002")
    result = fetch(channel, "comments", first.cursor, Budget(items=2))
    assert (result.items, result.more) == ([], False)
    items, _ = fetch_all(channel, "comments", result.cursor, Budget(items=2))
    assert [parsed(one).text for one in items if not parsed(one).gone] == ["vraag 1", "vraag 0"]


def test_a_comment_without_id_is_no_surprise(server: YouTubeModel, channel: YouTubeChannel) -> None:
    channel._me()
    server.fault = b'{"items": [{"id": "x", "snippet": {"topLevelComment": {}}}]}'
    with pytest.raises(ProtocolChanged, match="without id"):
        fetch(channel, "comments")
    with pytest.raises(ValueError, match="id"):
        parsed(RawItem("x", "comments", NOW, b'{"comment": {}}'))


# --- units -------------------------------------------------------------------------------------


def test_units_are_counted_as_google_counts_them(
    server: YouTubeModel, channel: YouTubeChannel
) -> None:
    thread = server.write(ANNA, "Vraag")
    result = fetch(channel, "comments")
    assert result.rate is not None
    assert result.rate.remaining == 10_000 - server.units
    assert result.rate.reset_at == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    channel.send(channel.prepare(draft("Excuus", thread)), lambda: None)
    assert channel._quota.state().remaining == 10_000 - server.units
    assert server.units == 2 + 50


def test_reading_leaves_units_for_answers(
    server: YouTubeModel, platform: YouTubePlatform, channel: YouTubeChannel
) -> None:
    thread = server.write(ANNA, "Vraag")
    _, cursor = fetch_all(channel, "comments")
    counted: Cursor = {"day": "2026-11-23", "used": 9500}
    with pytest.raises(QuotaExhausted):
        fetch(channel, "comments", {**cursor, "quota": counted})
    committed: list[str] = []
    channel.send(channel.prepare(draft("Excuus", thread)), lambda: committed.append("x"))
    assert committed == ["x"]
    server.limit = 0
    with pytest.raises(QuotaExhausted):
        channel.send(channel.prepare(draft("Excuus", thread)), lambda: committed.append("x"))
    asked = len(server.asked)
    with pytest.raises(QuotaExhausted):
        channel.send(channel.prepare(draft("Excuus", thread)), lambda: committed.append("x"))
    assert len(server.asked) == asked
    platform.now, server.limit = NOW + timedelta(days=1), 20_000
    assert fetch_all(channel, "comments", {**cursor, "quota": counted})[0]


@pytest.mark.parametrize(
    ("now", "reset"),
    [
        (datetime(2026, 7, 1, 6, 59, tzinfo=UTC), datetime(2026, 7, 1, 7, 0, tzinfo=UTC)),
        (datetime(2026, 7, 1, 7, 0, tzinfo=UTC), datetime(2026, 7, 2, 7, 0, tzinfo=UTC)),
        (datetime(2026, 11, 1, 12, 0, tzinfo=UTC), datetime(2026, 11, 2, 8, 0, tzinfo=UTC)),
    ],
)
def test_the_day_of_google_ends_at_midnight_in_california(now: datetime, reset: datetime) -> None:
    quota = Quota(lambda: now)
    quota.spend(1, account="a", server="b")
    assert quota.state().reset_at == reset
    quota.learn(Node({"day": "1999-01-01", "used": 9}))
    assert quota.state().remaining == 9_999


# --- answering ---------------------------------------------------------------------------------


def test_a_reply_goes_once_and_comes_back(server: YouTubeModel, channel: YouTubeChannel) -> None:
    thread = server.write(ANNA, "Vraag")
    reply = server.reply(BERT, thread, "Ook ik")
    _, cursor = fetch_all(channel, "comments")
    server.now += timedelta(days=3)
    server.write(BERT, "Iets anders")
    prepared = channel.prepare(draft(" Wij kijken\nhet na. ", thread, f"{thread}/{reply}"))
    sent = channel.send(prepared, lambda: None)
    assert [one["text"] for one in server.replies[thread]][1:] == ["Wij kijken\nhet na."]
    items, _ = fetch_all(channel, "comments", cursor)
    echo = parsed(next(item for item in items if item.outgoing))
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)
    assert sent.sent_at == echo.created_at
    assert prepared.external_id == "out:k1"


def test_an_answer_in_a_thread_off_the_pages_is_looked_after(
    server: YouTubeModel, platform: YouTubePlatform, channel: YouTubeChannel
) -> None:
    thread = server.write(ANNA, "Vraag", at=NOW - timedelta(days=30))
    server.write(BERT, "Nieuw")
    _, cursor = fetch_all(channel, "comments")
    channel.send(channel.prepare(draft("Excuus", thread)), lambda: None)
    platform.fail("down")
    with pytest.raises(Transient):
        fetch(channel, "comments", cursor)
    platform.recover()
    items, cursor = fetch_all(channel, "comments", cursor)
    assert [item.outgoing for item in items] == [True]
    server.reply(ANNA, thread, "Dank")
    items, _ = fetch_all(channel, "comments", cursor)
    assert [parsed(item).text for item in items] == ["Dank"]


def test_a_lost_answer_is_found_again(server: YouTubeModel, channel: YouTubeChannel) -> None:
    thread = server.write(ANNA, "Vraag")
    server.reply(ANNA, thread, "Excuus")
    prepared = channel.prepare(draft("Excuus", thread))
    assert channel.reconcile(prepared) is None
    server.lose = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    assert found.external_id == f"{thread}/{thread}.001"
    assert channel.reconcile(channel.prepare(draft("Anders", thread))) is None
    late = draft("Excuus", thread, created_at=NOW + timedelta(days=1))
    assert channel.reconcile(channel.prepare(late)) is None


def test_an_answer_without_id_is_of_unknown_outcome(
    server: YouTubeModel, channel: YouTubeChannel
) -> None:
    thread = server.write(ANNA, "Vraag")
    server.empty = True
    with pytest.raises(OutcomeUnknown):
        channel.send(channel.prepare(draft("Excuus", thread)), lambda: None)


def test_what_youtube_does_not_take(server: YouTubeModel, channel: YouTubeChannel) -> None:
    file = Attachment("a.txt", "text/plain", b"a")
    for refused in (draft(), draft("x", "y", private=True), draft("x", "y", attachments=(file,))):
        with pytest.raises(NotAllowedByPlatform):
            channel.prepare(refused)
    for wrong in (draft("  ", "y"), draft("x" * 10_001, "y")):
        with pytest.raises(InvalidContent):
            channel.prepare(wrong)
    channel.prepare(draft("x" * 10_000, "y"))
    with pytest.raises(TargetGone):
        channel.send(channel.prepare(draft("x", "weg")), lambda: None)
    held = server.write(ANNA, "Vast", held=True)
    with pytest.raises(NotAllowedByPlatform, match="approve it in YouTube Studio"):
        channel.send(channel.prepare(draft("x", held)), lambda: None)
    server.closed = True
    with pytest.raises(NotAllowedByPlatform, match="switched off"):
        channel.send(channel.prepare(draft("x", held)), lambda: None)
    server.fault = refusal(400, "Too long", "commentTextTooLong")
    with pytest.raises(InvalidContent, match="Too long"):
        channel.send(channel.prepare(draft("x", held)), lambda: None)


# --- set-up ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (" @Winkel ", "@winkel"),
        ("winkel", "@winkel"),
        ("https://www.youtube.com/@Winkel/videos", "@winkel"),
        (f"youtube.com/channel/{SHOP}", SHOP),
        (SHOP, SHOP),
        ("", ""),
        ("De Winkel!", ""),
    ],
)
def test_a_channel_is_named_in_many_ways(told: str, name: str) -> None:
    assert channel_name(told) == name
    kind = YouTubeType(lambda: NOW)
    if name:
        assert kind.handle({"channel": told}) == name.lower()
    else:
        with pytest.raises(InvalidValueError):
            kind.handle({"channel": told})


def test_probing_says_what_works(server: YouTubeModel, platform: YouTubePlatform) -> None:
    platform.values["channel"] = "@Winkel"
    channel = platform.open()
    found = channel.probe()
    assert [(one.code, one.ok) for one in found] == [
        ("reads", True), ("no_messages", True), ("units", True), ("sign_in_may_end", True)
    ]  # fmt: skip
    told = json.loads(platform.box[TOKEN]) | {"refresh_ends_at": NOW.timestamp()}
    platform.box[TOKEN] = json.dumps(told)
    ends = channel.probe()[-1]
    assert (ends.code, ends.text.format(**ends.params)[:40]) == (
        "sign_in_ends", "Google ends this sign-in on 23-11-2026: "
    )  # fmt: skip


@pytest.mark.parametrize("mine", [[], [{"id": BERT, "snippet": {"title": "Bert"}}]])
def test_the_sign_in_is_for_another_channel(
    server: YouTubeModel, channel: YouTubeChannel, mine: list[dict[str, object]]
) -> None:
    server.mine = mine
    (finding,) = channel.probe()
    assert (finding.code, finding.ok) == ("permission_missing", False)
    with pytest.raises(PermissionMissing):
        fetch(channel, "comments")


def test_the_owner_signs_in_with_a_project_of_his_own(
    server: YouTubeModel, platform: YouTubePlatform
) -> None:
    with OAuthServer() as provider:
        server.takes = lambda token: provider.introspect(token)["active"] == "true"
        values = platform.values | {
            "oauth-authorize-url": f"http://{provider.address}/authorize",
            "oauth-token-url": f"http://{provider.address}/token",
        }
        box = Secrets({CLIENT_SECRET: "geheim-van-het-project"})
        account = AccountSettings(0, "@winkel", "", platform.type.discover(values))
        signing_in = platform.type.sign_in(account, box)
        assert signing_in is not None
        asked = parse_qs(urlsplit(signing_in.url).query)
        assert asked["scope"] == ["https://www.googleapis.com/auth/youtube.force-ssl"]
        assert (asked["access_type"], asked["prompt"]) == (["offline"], ["consent"])
        browser = threading.Thread(target=provider.browse, args=(signing_in.url,))
        browser.start()
        signing_in.finish(Event())
        browser.join()
        assert provider.requests[0]["client_secret"] == "geheim-van-het-project"
        channel = platform.type.open(account, box)
        assert all(finding.ok for finding in channel.probe())
        provider.end_access()
        thread = server.write(ANNA, "Vraag")
        assert len(fetch_all(channel, "comments")[0]) == 1
        assert provider.refreshes == 1
        provider.end_access()
        channel.send(channel.prepare(draft("Excuus", thread)), lambda: None)
        assert len(server.replies[thread]) == 1
        provider.revoke()
        with pytest.raises(AuthExpired):
            fetch(channel, "comments")
        channel.close()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (refusal(429, "Later"), RateLimited),
        (refusal(403, "Nee", "forbidden"), PermissionMissing),
        (refusal(403, "Nee"), PermissionMissing),
        (refusal(400, "Fout", "processingFailure"), InvalidContent),
        (refusal(500, "Stuk"), OutcomeUnknown),
    ],
)
def test_a_refused_answer_has_its_class(
    server: YouTubeModel,
    channel: YouTubeChannel,
    told: tuple[int, object],
    expected: type[ChannelError],
) -> None:
    server.fault = told
    with pytest.raises(expected):
        channel.send(channel.prepare(draft("x", "y")), lambda: None)


def test_a_stop_in_between_loses_nothing(server: YouTubeModel, channel: YouTubeChannel) -> None:
    for number in range(3):
        server.write(ANNA, f"vraag {number}")
    stop = StopAfter(2)
    result = channel.fetch("comments", None, Budget(), stop)
    assert (len(result.items), result.more) == (1, True)
    items, cursor = fetch_all(channel, "comments", result.cursor)
    assert len(items) == 2
    server.now += timedelta(days=3)
    server.write(BERT, "Later")
    _, cursor = fetch_all(channel, "comments", cursor)
    server.delete("Ugk000")
    result = channel.fetch("comments", cursor, Budget(), StopAfter(3))
    assert (result.items, result.more) == ([], True)
    assert len(fetch_all(channel, "comments", result.cursor)[0]) == 1


class StopAfter(Event):
    """Is set once it was asked so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self._left = times

    def is_set(self) -> bool:
        self._left -= 1
        return self._left < 0


def test_what_is_needed_to_sign_in(platform: YouTubePlatform) -> None:
    kind = platform.type
    settings = kind.discover({"channel": "@winkel", **PROJECT})
    assert kind.oauth(settings).authorize_url == "https://accounts.google.com/o/oauth2/v2/auth"
    assert kind.oauth(settings).token_url == "https://oauth2.googleapis.com/token"
    with pytest.raises(InvalidValueError):
        kind.sign_in(AccountSettings(0, "@winkel", "", settings), Secrets())
    with pytest.raises(InvalidValueError):
        kind.discover({"channel": "@winkel"})
    with pytest.raises(InvalidValueError):
        kind.discover({"channel": "@winkel", "oauth-token-url": "http://g.example", **PROJECT})
    with pytest.raises(InvalidValueError):
        kind.discover({"channel": "@winkel", "server": "http://g.example", **PROJECT})
