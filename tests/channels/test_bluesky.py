"""Bluesky, against a server written from the lexicons of the AT protocol."""

import json
import pickle
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.models.rules.errors import InvalidValueError
from app.models.rules.influence import Voice
from app.models.rules.messages import Direction
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Cursor,
    Draft,
    InboundMessage,
    ParseContext,
    Person,
    RawItem,
    SupportsReply,
)
from app.services.channels.bluesky import posts, talks
from app.services.channels.bluesky.channel import BlueskyChannel, BlueskyType
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    Offline,
    OutcomeUnknown,
    ProtocolChanged,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.registry import Channels
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all, ids
from tests.servers.bluesky_model import (
    ANNA,
    ANNA_DID,
    APP_PASSWORD,
    BERT_DID,
    DID,
    HANDLE,
    PEOPLE,
    START,
    BlueskyModel,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CONTEXT = ParseContext(frozenset({HANDLE}))


class Secrets(dict[str, str]):
    """The secrets of one account, in memory."""

    def put(self, name: str, value: str) -> None:
        self[name] = value


class BlueskyPlatform:
    """One account at the model server."""

    stream, own_stream = "notifications", "own"
    secrets = (APP_PASSWORD, "verkeerd-woord", "acces-", "refre-")
    failures: Mapping[str, type[ChannelError]] = {
        "down": Transient,
        "busy": RateLimited,
        "changed": ProtocolChanged,
        "taken down": AccountRestricted,
        "wrong password": AuthExpired,
        "no password": AuthExpired,
    }

    def __init__(self, model: BlueskyModel) -> None:
        self.model = model
        self.box = Secrets(password=APP_PASSWORD)
        self.kind = BlueskyType(now=lambda: NOW)

    def open(self) -> BlueskyChannel:
        account = AccountSettings(1, HANDLE, "Winkel", {"server": self.model.url})
        return self.kind.open(account, self.box)

    def put(self, text: str) -> None:
        self.model.post(text)

    def put_own(self, text: str) -> None:
        question = self.model.post("Wanneer zijn jullie open?")
        self.model.post(text, own=True, answers=question)

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return BlueskyType.parse(item, context)

    def own_handle(self) -> str:
        return HANDLE

    def state(self) -> object:
        return dict(self.model.posts), list(self.model.written)

    def fail(self, fault: str) -> None:
        self.model.fault = fault
        if fault in {"taken down", "wrong password", "no password"}:
            self.model.expire()
            self.box.clear()
            self.box["password"] = "verkeerd-woord"
        if fault == "no password":
            self.box.clear()

    def recover(self) -> None:
        self.model.fault = ""
        self.box["password"] = APP_PASSWORD


@pytest.fixture
def platform() -> Iterator[BlueskyPlatform]:
    with BlueskyModel() as model:
        yield BlueskyPlatform(model)
        assert_declared(BlueskyType.calls, model.requests)


@pytest.fixture
def channel(platform: BlueskyPlatform) -> Iterator[BlueskyChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestBlueskyContract(ChannelContract):
    @pytest.fixture
    def platform(self, platform: BlueskyPlatform) -> BlueskyPlatform:  # type: ignore[override]
        return platform


def draft(parent: str, text: str = "Beste Anna, het komt morgen.") -> Draft:
    people = Person(HANDLE, "Winkel"), Person(ANNA, "Anna")
    key = posts.key_of(posts.did_of(parent), parent)
    return Draft("sleutel1", "draad1", *people, "", text, NOW, references=(key,))


# --- reading ---------------------------------------------------------------------------------


def test_bluesky_is_registered() -> None:
    assert Channels()["bluesky"].kind == "bluesky"
    assert pickle.loads(pickle.dumps(BlueskyType.parse)) is talks.parse_bluesky  # noqa: S301


def parsed(item: RawItem) -> InboundMessage:
    return BlueskyType.parse(item, CONTEXT)


def by_text(channel: BlueskyChannel) -> dict[str, InboundMessage]:
    """Return what came in, by its text."""
    items = [*fetch(channel, "notifications").items, *fetch(channel, "own").items]
    return {one.text: one for one in map(parsed, items)}


def test_a_reply_belongs_to_its_conversation(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    root = platform.model.post("Nieuw: fietstassen", own=True)
    first = platform.model.post("Zijn ze er al?", answers=root, reason="reply")
    platform.model.post("En in rood?", answers=first, reason="reply")
    newest = by_text(channel)["En in rood?"]
    assert newest.parents == (f"did:plc:anna:{first}", f"did:plc:anna:{root}")
    assert newest.author == Person(ANNA, "Anna", Voice(1200, verified=True))
    assert newest.public
    assert newest.permalink == "https://bsky.app/profile/did:plc:anna/post/0000000000002"
    assert not newest.history


def test_a_conversation_is_with_one_customer(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    root = platform.model.post("Nieuw: fietstassen", own=True)
    anna = platform.model.post("Zijn ze er al?", answers=root, reason="reply")
    platform.model.post("Ook in rood?", by=BERT_DID, answers=root, reason="reply")
    ours = platform.model.post("Morgen.", own=True, answers=anna)
    platform.model.post("Dank!", answers=ours, reason="reply")
    platform.model.post("En bij ons?", by=BERT_DID, answers=ours, reason="reply")
    platform.model.post("Naschrift bij onszelf", own=True, answers=root)
    found = by_text(channel)
    assert {text: one.direction for text, one in found.items() if one.key.startswith(ANNA_DID)} == {
        "Zijn ze er al?": Direction.IN,
        "Morgen.": Direction.OUT,
        "Dank!": Direction.IN,
    }
    answer = found["Morgen."]
    assert answer.parents[0] == found["Zijn ze er al?"].key
    assert found["Dank!"].parents[0] == answer.key
    assert answer.recipients == (Person(ANNA, "Anna"),)
    keys: dict[str, set[str]] = {who: set() for who in (ANNA_DID, BERT_DID)}
    for one in found.values():
        who = one.key.partition(":at://")[0]
        keys[who] |= {one.key, *one.parents}
    assert not keys[ANNA_DID] & keys[BERT_DID]
    assert set(found["En bij ons?"].parents) & set(found["Ook in rood?"].parents)
    assert "Naschrift bij onszelf" not in found
    assert "Nieuw: fietstassen" not in found


def test_an_answer_to_what_is_gone_is_still_with_somebody(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    asked = platform.model.post("Zijn ze er al?")
    platform.model.post("Morgen.", own=True, answers=asked)
    del platform.model.posts[asked]
    assert by_text(channel)["Morgen."].recipients == (Person(ANNA_DID),)


def test_handles_that_point_nowhere_are_not_one_person(
    platform: BlueskyPlatform, channel: BlueskyChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    for did in (ANNA_DID, BERT_DID):
        monkeypatch.setitem(PEOPLE, did, ("handle.invalid", "Wie?"))
        platform.model.post("hoi", by=did)
    authors = {parsed(one).author.handle for one in fetch(channel, "notifications").items}
    assert authors == {ANNA_DID, BERT_DID}


def test_old_posts_are_history_and_very_old_ones_stay_away(platform: BlueskyPlatform) -> None:
    platform.model.clock = NOW - timedelta(days=400)
    platform.model.post("vorig jaar")
    platform.model.clock = NOW - timedelta(days=8)
    platform.model.post("vorige week")
    platform.model.clock = NOW - timedelta(days=6)
    platform.model.post("deze week")
    channel = platform.open()
    items, cursor = fetch_all(channel, "notifications")
    assert [item.history for item in items] == [False, True]
    assert cursor["since"] == NOW.isoformat()
    channel.close()


def test_a_walk_ends_where_the_last_one_began(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    for number in range(130):
        platform.model.post(f"bericht {number}")
    items, cursor = fetch_all(channel, "notifications")
    assert len(set(ids(items))) == 130
    assert len(str(cursor)) < 12_000
    platform.model.asked.clear()
    assert fetch(channel, "notifications", cursor).next_after == timedelta(seconds=60)
    assert platform.model.asked == ["app.bsky.notification.listNotifications"]


def test_a_post_indexed_late_comes_in(platform: BlueskyPlatform, channel: BlueskyChannel) -> None:
    platform.model.post("een")
    platform.model.post("twee")
    _, cursor = fetch_all(channel, "notifications")
    platform.model.clock = START
    late = platform.model.post("eerder geschreven, later gezien")
    platform.model.notified.insert(0, platform.model.notified.pop())
    items, _ = fetch_all(channel, "notifications", cursor)
    assert [item.external_id for item in items] == [late]


def test_a_page_that_is_forgotten_begins_again(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    platform.model.post("een")
    since, top = NOW.isoformat(), START.isoformat()
    forgotten: Cursor = {"since": since, "seen": {}, "page": "999", "top": top, "found": {}}
    result = fetch(channel, "notifications", forgotten)
    assert not result.items
    assert not result.more
    assert len(fetch_all(channel, "notifications", result.cursor)[0]) == 1


def test_what_is_no_post_goes_to_quarantine(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    uri = platform.model.post("stuk")
    platform.model.posts[uri]["record"] = {}
    platform.model.posts[uri]["indexedAt"] = "gisteren"
    item = fetch(channel, "notifications").items[0]
    with pytest.raises(ValueError, match="text"):
        BlueskyType.parse(item, CONTEXT)
    with pytest.raises(ValueError, match="uri"):
        BlueskyType.parse(replace(item, data=b"{}"), CONTEXT)


def test_an_unbelievable_clock_is_not_believed(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    for told in ("1999-01-01T00:00:00Z", "2031-01-01T00:00:00Z", "vandaag"):
        platform.model.post("hoi", createdAt=told)
    for item in fetch(channel, "notifications").items:
        assert BlueskyType.parse(item, CONTEXT).created_at == item.received_at


# --- the session -----------------------------------------------------------------------------


def test_a_session_is_kept_and_renewed_once(platform: BlueskyPlatform) -> None:
    platform.put("een")
    channels = [platform.open() for _ in range(4)]
    fetch(channels[0], "notifications")
    platform.model.expire()
    readers = [
        threading.Thread(target=fetch, args=(channel, "notifications")) for channel in channels
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(10)
    assert platform.model.asked.count("com.atproto.server.createSession") == 1
    assert platform.model.asked.count("com.atproto.server.refreshSession") == 1
    assert platform.model.refreshes in platform.box["session"]
    for channel in channels:
        channel.close()


def test_a_lost_session_is_made_anew(platform: BlueskyPlatform, channel: BlueskyChannel) -> None:
    fetch(channel, "notifications")
    platform.model.expire()
    platform.model.refreshes = "other"
    platform.put("een")
    assert len(fetch(channel, "notifications").items) == 1
    platform.box["session"] = "no session"
    assert len(fetch(channel, "notifications").items) == 1
    assert platform.model.asked.count("com.atproto.server.createSession") == 3


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("never", AuthExpired),
        ("no tokens", ProtocolChanged),
        ("BlockedActor", NotAllowedByPlatform),
        ("NotFound", TargetGone),
        ("Nonsense", TargetGone),
    ],
)
def test_a_refusal_is_read_from_its_name(
    platform: BlueskyPlatform, channel: BlueskyChannel, fault: str, expected: type[ChannelError]
) -> None:
    platform.model.fault = fault
    with pytest.raises(expected):
        fetch(channel, "notifications")
    assert len(platform.model.asked) <= 4


def test_the_server_of_the_account_is_asked(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    platform.model.pds = "https://127.0.0.1:1"
    with pytest.raises(Offline):
        fetch(channel, "notifications")
    assert json.loads(platform.box["session"])[3] == platform.model.pds


def test_a_limit_says_when_it_is_over(platform: BlueskyPlatform, channel: BlueskyChannel) -> None:
    platform.model.fault = "busy"
    with pytest.raises(RateLimited) as caught:
        fetch(channel, "notifications")
    assert caught.value.retry_at == datetime.fromtimestamp(1795770000, UTC)


def test_a_probe_says_what_works(platform: BlueskyPlatform, channel: BlueskyChannel) -> None:
    assert [(one.code, one.ok) for one in channel.probe()] == [
        ("sign_in", True),
        ("direct_messages", True),
    ]
    platform.model.fault = "down"
    assert [(one.code, one.ok) for one in channel.probe()] == [("transient", False)]


def test_a_handle_is_written_in_one_way() -> None:
    kind = BlueskyType(now=lambda: NOW)
    assert kind.handle({"handle": " @Winkel.Test "}) == HANDLE
    for wrong in ("", "winkel", "win kel.test"):
        with pytest.raises(InvalidValueError):
            kind.handle({"handle": wrong})


# --- answering -------------------------------------------------------------------------------


def test_an_answer_goes_once_and_comes_back_as_ours(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    root = platform.model.post("Nieuw", own=True)
    place = {"uri": root, "cid": platform.model.posts[root]["cid"]}
    asked = platform.model.post("Wanneer?", reply={"root": place, "parent": place})
    fetch(channel, "notifications")
    text = "Zie 👩‍👩‍👧 https://winkel.test/é. Groet @anna.test en @niemand.test"
    prepared = channel.prepare(draft(asked, text))
    before = []
    result = channel.send(prepared, lambda: before.append(list(platform.model.written)))
    assert before == [[]]
    assert result.external_id == prepared.external_id
    (written,) = platform.model.written
    record = written["record"]
    assert isinstance(record, dict)
    me = {"uri": asked, "cid": platform.model.posts[asked]["cid"]}
    assert record["reply"] == {"root": place, "parent": me}
    assert record["createdAt"] == "2026-11-23T09:00:00.000Z"
    raw = text.encode()
    marked = [
        raw[one["index"]["byteStart"] : one["index"]["byteEnd"]].decode()
        for one in record["facets"]
    ]
    assert marked == ["https://winkel.test/é", "@anna.test"]
    assert record["facets"][1]["features"][0]["did"] == "did:plc:anna"
    echoes = [BlueskyType.parse(one, CONTEXT) for one in fetch(channel, "own").items]
    echo = next(one for one in echoes if one.key == result.external_id)
    assert echo.fingerprint == prepared.fingerprint
    assert echo.direction is Direction.OUT


def test_a_post_that_is_no_reply_is_its_own_root(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    asked = platform.model.post("Wanneer?")
    channel.send(channel.prepare(draft(asked)), lambda: None)
    record = platform.model.written[0]["record"]
    assert isinstance(record, dict)
    assert record["reply"]["root"] == record["reply"]["parent"]
    assert "facets" not in record


def test_a_lost_answer_is_found_again(platform: BlueskyPlatform, channel: BlueskyChannel) -> None:
    asked = platform.model.post("Wanneer?")
    fetch(channel, "notifications")
    prepared = channel.prepare(draft(asked))
    assert channel.reconcile(prepared) is None
    platform.model.lose = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    assert found.external_id == prepared.external_id
    assert len(platform.model.written) == 1
    assert channel.reconcile(channel.prepare(draft(asked, "Iets anders"))) is None


def test_an_answer_without_an_address_is_unknown(
    platform: BlueskyPlatform, channel: BlueskyChannel
) -> None:
    asked = platform.model.post("Wanneer?")
    platform.model.mute = True
    with pytest.raises(OutcomeUnknown):
        channel.send(channel.prepare(draft(asked)), lambda: None)


def test_a_failed_write_has_its_class(platform: BlueskyPlatform, channel: BlueskyChannel) -> None:
    asked = platform.model.post("Wanneer?")
    prepared = channel.prepare(draft(asked))
    assert prepared.external_id == "out:sleutel1"
    platform.model.fault = "refuses"
    with pytest.raises(InvalidContent, match="InvalidRequest"):
        channel.send(prepared, lambda: None)
    platform.model.fault = "no method"
    with pytest.raises(ProtocolChanged):
        channel.send(prepared, lambda: None)
    platform.model.fault = ""
    platform.model.blocked.add(asked)
    not_reached: list[str] = []
    with pytest.raises(NotAllowedByPlatform):
        channel.send(prepared, lambda: not_reached.append("x"))
    del platform.model.posts[asked]
    with pytest.raises(TargetGone):
        channel.send(prepared, lambda: not_reached.append("x"))
    assert not not_reached


def test_what_cannot_go_is_refused_before(channel: BlueskyChannel) -> None:
    good = draft(f"at://{DID}/app.bsky.feed.post/1")
    assert isinstance(channel, SupportsReply)
    file = Attachment("a.png", "image/png", b"x")
    for wrong in (
        replace(good, attachments=(file,)),
        replace(good, references=()),
        replace(good, references=(), private=True),
    ):
        with pytest.raises(NotAllowedByPlatform):
            channel.prepare(wrong)
    for text in (" ", "x" * 301, "👩‍👩‍👧" * 200):
        with pytest.raises(InvalidContent):
            channel.prepare(replace(good, text=text))
    channel.prepare(replace(good, text="é" * 300))
    channel.prepare(replace(good, text="👩‍👩‍👧" * 100))


def test_a_record_key_is_stable_and_sorts() -> None:
    one, again = posts.tid("a", NOW), posts.tid("a", NOW)
    assert one == again
    assert len(one) == 13
    assert one != posts.tid("b", NOW)
    assert one < posts.tid("b", NOW + timedelta(seconds=1))
    assert one[0] in "234567abcdefghij"
    assert posts.permalink("at://did:plc:x/app.bsky.feed.like/1") is None


def test_links_leave_what_closes_a_sentence() -> None:
    found = list(posts.links("(zie https://a.test/x). En https://a.test/y_(z)!"))
    assert [json.dumps(one).partition('"uri": "')[2].partition('"')[0] for one in found] == [
        "https://a.test/x",
        "https://a.test/y_(z)",
    ]
