"""The contract, kept by the Mastodon channel against a server in small, and what is its own."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.rules.errors import InvalidValueError
from app.models.rules.messages import Direction
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Budget,
    Channel,
    Draft,
    InboundMessage,
    ParseContext,
    Person,
    RawItem,
)
from app.services.channels.errors import (
    AccountRestricted,
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
from app.services.channels.mastodon.channel import MastodonChannel, MastodonType
from app.services.channels.mastodon.compose import Limits
from app.services.channels.registry import Channels
from app.services.storage.credentials import NewSecrets
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import NOW
from tests.servers.mastodon_model import ANNA, BERT, SHOP, TOKEN, MastodonModel

HANDLE = "winkel@voorbeeld.example"
OWN = ParseContext(frozenset({HANDLE}))


class MastodonPlatform:
    """The account of the shop on the server in small."""

    stream = "mentions"
    own_stream = "statuses"
    secrets = (TOKEN,)
    failures: Mapping[str, type[ChannelError]] = {
        "token": AuthExpired,
        "scope": PermissionMissing,
        "disabled": AccountRestricted,
        "forbidden": NotAllowedByPlatform,
        "busy": RateLimited,
        "down": Transient,
        "nonsense": ProtocolChanged,
        "no list": ProtocolChanged,
        "no id": ProtocolChanged,
    }

    def __init__(self, server: MastodonModel) -> None:
        self.server = server
        self.type = MastodonType(now=lambda: server.now)
        self.values: dict[str, str] = {"user": f"@{HANDLE}", "server": server.url}

    def open(self) -> MastodonChannel:
        settings = self.type.discover(self.values) if not self.server.fault else self.values
        account = AccountSettings(1, HANDLE, "De Winkel", settings)
        return self.type.open(account, NewSecrets({"token": TOKEN}))

    def put(self, text: str) -> None:
        self.server.write(BERT, f"@winkel {text}")

    def put_own(self, text: str) -> None:
        self.server.write(SHOP, f"@bert {text}")

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return MastodonType.parse(item, context)

    def own_handle(self) -> str:
        return HANDLE

    def state(self) -> object:
        return json.dumps([self.server.statuses, self.server.notices])

    def fail(self, fault: str) -> None:
        self.server.fault = fault

    def recover(self) -> None:
        self.server.fault = ""


@pytest.fixture
def server() -> Iterator[MastodonModel]:
    with MastodonModel(NOW) as server:
        yield server
        assert_declared(MastodonType.calls, server.asked)


@pytest.fixture
def platform(server: MastodonModel) -> MastodonPlatform:
    return MastodonPlatform(server)


@pytest.fixture
def channel(platform: MastodonPlatform) -> Iterator[MastodonChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestMastodonContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: MastodonModel) -> MastodonPlatform:  # type: ignore[override]
        return MastodonPlatform(server)


def parsed(item: RawItem) -> InboundMessage:
    return MastodonType.parse(item, OWN)


def mentions(channel: Channel) -> list[InboundMessage]:
    return [parsed(item) for item in fetch_all(channel, "mentions")[0]]


def draft(text: str, to: str = "anna@elders.example", answers: str = "") -> Draft:
    return Draft(
        key="sleutel-1",
        thread_token="woord",
        sender=Person(HANDLE),
        recipient=Person(to),
        subject="",
        text=text,
        created_at=NOW,
        references=(answers,) if answers else (),
    )


def sent(channel: MastodonChannel, one: Draft) -> str:
    return channel.send(channel.prepare(one), lambda: None).external_id


# --- what comes in ---------------------------------------------------------------------------


def test_a_mention_is_understood(server: MastodonModel, channel: MastodonChannel) -> None:
    url = "https://www.winkel.example/bestellingen/een-heel-lang-adres?nummer=4711"
    text = f"@winkel waar blijft <dit>?\nZie {url}\n\nGroet & dank"
    server.files_at = "https://voorbeeld.invalid"
    status = server.write(ANNA, text, media=("55",), spoiler="klacht")
    (message,) = mentions(channel)
    assert message.text == (
        f"waar blijft <dit>?\nZie {url}\n\nGroet & dank\n"
        "[image] https://voorbeeld.invalid/media/55.png"
    )
    assert message.subject == "klacht"
    assert (message.author.handle, message.author.name) == ("anna@elders.example", "Anna")
    assert message.author.voice is not None
    assert message.author.voice.followers == 1200
    assert message.key == f"anna@elders.example:{status['id']}"
    assert message.permalink == status["url"]
    assert message.public
    assert not message.edited
    assert message.direction is Direction.IN


def test_visibility_tells_what_is_public(server: MastodonModel, channel: MastodonChannel) -> None:
    for visibility in ("public", "unlisted", "private", "direct"):
        server.write(BERT, f"@winkel {visibility}", visibility=visibility)
    found = {one.text: one.public for one in mentions(channel)}
    assert found == {"public": True, "unlisted": True, "private": False, "direct": False}


def test_only_mentions_come_in(server: MastodonModel, channel: MastodonChannel) -> None:
    own = server.write(SHOP, "Wij zijn open")
    server.notify("favourite", BERT, own["id"])
    server.write(BERT, "zonder ons te noemen")
    assert mentions(channel) == []
    assert fetch_all(channel, "statuses")[0] == []


def test_a_conversation_is_with_one_customer(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    own = server.write(SHOP, "Nieuw binnen: laarzen")
    bert = server.write(BERT, "@winkel welke maten?", answers=own["id"])
    server.write(ANNA, "@winkel ook in rood?", answers=own["id"])
    answer = server.write(SHOP, "@bert 38 tot 42", answers=bert["id"])
    server.write(BERT, "@winkel dank", answers=answer["id"])
    by_text = {one.text: one for one in mentions(channel)}
    (ours,) = (parsed(item) for item in fetch_all(channel, "statuses")[0])
    assert ours.parents == (by_text["welke maten?"].key,)
    assert by_text["dank"].parents == (ours.key,)
    assert not set(by_text["welke maten?"].parents) & set(by_text["ook in rood?"].parents)
    assert ours.direction is Direction.OUT
    assert ours.text == "38 tot 42"
    assert [one.handle for one in ours.recipients] == ["bert"]


def test_old_mentions_are_history(server: MastodonModel, channel: MastodonChannel) -> None:
    server.write(BERT, "@winkel oud")
    server.now += timedelta(days=8)
    server.write(BERT, "@winkel nieuw")
    items, cursor = fetch_all(channel, "mentions")
    assert [item.history for item in sorted(items, key=lambda one: one.received_at)] == [
        True,
        False,
    ]
    server.now += timedelta(days=30)
    server.write(BERT, "@winkel later")
    assert [one.history for one in fetch_all(channel, "mentions", cursor)[0]] == [False]


def test_ids_grow_longer_than_others(server: MastodonModel, channel: MastodonChannel) -> None:
    """The server's numbers pass from 99 to 100 here."""
    for number in range(6):
        server.write(BERT, f"@winkel {number}")
    items, cursor = fetch_all(channel, "mentions", None, Budget(items=2))
    assert len(items) == 6
    assert fetch_all(channel, "mentions", cursor)[0] == []


def test_an_edit_comes_in_beside_the_first(server: MastodonModel, channel: MastodonChannel) -> None:
    status = server.write(BERT, "@winkel maat 38")
    (first,), cursor = fetch_all(channel, "mentions")
    server.now += timedelta(hours=3)
    server.edit(status["id"], "@winkel maat 39")
    (second,), after = fetch_all(channel, "mentions", cursor)
    assert second.external_id.startswith(f"{first.external_id}@")
    was, now = parsed(first), parsed(second)
    assert (was.key, was.edited) == (now.key, False)
    assert (now.text, now.edited) == ("maat 39", True)
    assert was.fingerprint != now.fingerprint
    assert now.created_at == was.created_at
    assert now.received_at == was.received_at + timedelta(hours=3)
    assert fetch_all(channel, "mentions", after)[0] == []
    assert fetch_all(channel, "mentions", json.loads(json.dumps(cursor)))[0] == [second]


def test_many_edits_keep_to_the_budget(server: MastodonModel, channel: MastodonChannel) -> None:
    made = [server.write(BERT, f"@winkel {number}") for number in range(5)]
    _, cursor = fetch_all(channel, "mentions")
    for one in made:
        server.edit(one["id"], "@winkel anders")
    assert len(fetch(channel, "mentions", cursor, Budget(items=2)).items) == 2
    items, _ = fetch_all(channel, "mentions", cursor, Budget(items=2))
    assert len({item.external_id for item in items}) == len(items) == 5


def test_what_is_deleted_is_gone_and_what_is_cleared_is_not(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    deleted = server.write(BERT, "@winkel weg ermee")
    server.write(BERT, "@winkel blijft")
    items, cursor = fetch_all(channel, "mentions")
    server.delete(deleted["id"])
    server.notices.clear()
    (gone,), cursor = fetch_all(channel, "mentions", cursor)
    assert parsed(gone).gone
    assert parsed(gone).key == f"bert:{deleted['id']}"
    assert gone.external_id in {f"{item.external_id}@gone" for item in items}
    assert fetch_all(channel, "mentions", cursor)[0] == []


def test_an_empty_notification_is_of_what_is_gone(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    deleted = server.write(BERT, "@winkel weg ermee")
    _, cursor = fetch_all(channel, "mentions")
    server.delete(deleted["id"], empty=True)
    (gone,), cursor = fetch_all(channel, "mentions", cursor)
    assert (parsed(gone).key, parsed(gone).gone) == (f"bert:{deleted['id']}", True)
    assert fetch_all(channel, "mentions", cursor)[0] == []
    assert fetch_all(channel, "mentions")[0] == []


def test_the_oldest_of_few_is_missed_as_well(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    deleted = server.write(BERT, "@winkel weg ermee")
    server.write(BERT, "@winkel blijft")
    _, cursor = fetch_all(channel, "mentions")
    server.delete(deleted["id"])
    (gone,), _ = fetch_all(channel, "mentions", cursor)
    assert (parsed(gone).key, parsed(gone).gone) == (f"bert:{deleted['id']}", True)


def test_what_is_older_than_the_newest_page_is_not_missed(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    for number in range(45):
        server.write(BERT, f"@winkel {number}")
    items, cursor = fetch_all(channel, "mentions")
    assert len(items) == 45
    assert fetch_all(channel, "mentions", cursor)[0] == []
    asked = {one.target.partition("?")[0] for one in server.asked}
    assert not [path for path in asked if path.startswith("/api/v1/statuses/")]


def test_posts_to_nobody_do_not_hide_answers(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    answer = server.write(SHOP, "@bert dank")
    for number in range(39):
        server.write(SHOP, f"Aanbieding {number}")
    _, cursor = fetch_all(channel, "statuses")
    server.write(SHOP, "Nog een aanbieding")
    items, cursor = fetch_all(channel, "statuses", cursor)
    assert items == []
    assert not [one for one in server.asked if "/api/v1/statuses/" in one.target]
    assert answer["id"] in str(cursor)


def test_own_edits_and_deletions_come_in(server: MastodonModel, channel: MastodonChannel) -> None:
    one, two = (server.write(SHOP, f"@bert {word}") for word in ("een", "twee"))
    _, cursor = fetch_all(channel, "statuses")
    server.edit(one["id"], "@bert anders")
    server.delete(two["id"])
    found = [parsed(item) for item in fetch_all(channel, "statuses", cursor)[0]]
    assert [(each.edited, each.gone) for each in found] == [(True, False), (False, True)]
    assert {each.direction for each in found} == {Direction.OUT}


@pytest.mark.parametrize("data", [b"{}", b"[]", b"nee", b'{"status": {"id": "1"}}', b'{"id": 1}'])
def test_what_is_no_status_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whatever is missing
        parsed(RawItem("mentions/1", "mentions", NOW, data))


def test_odd_things_are_read_as_far_as_they_go() -> None:
    odd = {
        "id": 7,
        "account": {"acct": "Bert"},
        "created_at": "gisteren",
        "content": "<blockquote>citaat</blockquote><ul><li>een</li></ul><script>x</script>\u00a0",
        "url": "javascript:alert(1)",
    }
    item = RawItem("mentions/1", "mentions", NOW, json.dumps({"status": odd}).encode())
    message = parsed(item)
    assert message.text == "citaat\n\n- een"
    assert (message.created_at, message.permalink) == (NOW, None)
    assert (message.author.handle, message.author.voice) == ("bert", None)
    late = json.dumps({"status": odd | {"created_at": "2099-01-01T00:00:00Z"}}).encode()
    assert parsed(replace(item, data=late)).created_at == NOW


def test_the_pace_and_the_rest_are_told(server: MastodonModel, channel: MastodonChannel) -> None:
    result = fetch(channel, "mentions")
    assert result.next_after == timedelta(minutes=1)
    assert result.rate is not None
    assert (result.rate.limit, result.rate.remaining) == (300, 299)
    server.fault = "busy"
    with pytest.raises(RateLimited) as caught:
        fetch(channel, "mentions")
    assert caught.value.retry_at == server.now + timedelta(minutes=5)


# --- what goes out ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "private", "given"),
    [
        ("public", False, "unlisted"),
        ("unlisted", False, "unlisted"),
        ("private", False, "private"),
        ("direct", False, "direct"),
        ("public", True, "direct"),
    ],
)
def test_an_answer_reaches_no_more_people_than_the_question(
    server: MastodonModel, channel: MastodonChannel, asked: str, private: bool, given: str
) -> None:
    server.write(ANNA, "@winkel vraag", visibility=asked)
    (question,) = mentions(channel)
    one = replace(draft("Komt eraan.", answers=question.key), private=private)
    prepared = channel.prepare(one)
    result = channel.send(prepared, lambda: None)
    made = server.statuses[result.external_id.rpartition(":")[2]]
    assert made["visibility"] == given
    assert made["in_reply_to_id"] == question.key.rpartition(":")[2]
    assert [each["acct"] for each in made["mentions"]] == ["anna@elders.example"]
    (echo,) = (parsed(item) for item in fetch_all(channel, "statuses")[0])
    assert (echo.key, echo.fingerprint) == (result.external_id, prepared.fingerprint)
    assert echo.parents == (question.key,)


@pytest.mark.parametrize(
    "text",
    [
        "Dag @anna@elders.example, zie https://winkel.example/retour?x=1&y=2\n\n\nGroet,  Bert <3",
        "@anna@elders.example twee @bert",
        "Top! 👍🏽 é",
    ],
)
def test_an_echo_is_known_by_its_fingerprint(
    server: MastodonModel, channel: MastodonChannel, text: str
) -> None:
    asked = server.write(ANNA, "@winkel vraag")
    prepared = channel.prepare(draft(text, answers=f"anna@elders.example:{asked['id']}"))
    result = channel.send(prepared, lambda: None)
    (echo,) = (parsed(item) for item in fetch_all(channel, "statuses")[0])
    assert (echo.key, echo.fingerprint) == (result.external_id, prepared.fingerprint)


def test_without_a_question_an_answer_is_direct(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    made = sent(channel, draft("Uw pakket ligt klaar.", "bert", "out:nog-niet-weg"))
    status = server.statuses[made.rpartition(":")[2]]
    assert (status["visibility"], status["in_reply_to_id"]) == ("direct", None)
    assert made == f"bert:{status['id']}"


def test_the_same_key_is_sent_once(server: MastodonModel, channel: MastodonChannel) -> None:
    first, again = (sent(channel, draft("Eén keer", "bert")) for _ in range(2))
    assert first == again
    assert len(server.statuses) == 1
    assert server.asked[-1].headers["idempotency-key"] == "sleutel-1"


def test_a_lost_answer_is_found_again(server: MastodonModel, channel: MastodonChannel) -> None:
    server.write(SHOP, "@bert Komt eraan.", visibility="direct")
    server.now += timedelta(days=1)
    one = replace(draft("Komt eraan.", "bert"), created_at=server.now)
    prepared = channel.prepare(one)
    assert channel.reconcile(prepared) is None
    server.lose = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    result = channel.reconcile(prepared)
    assert result is not None
    assert result.external_id.rpartition(":")[2] == max(server.statuses, key=int)
    assert channel.reconcile(channel.prepare(replace(one, text="Iets anders"))) is None
    answer = replace(one, references=("bert:5",))
    assert channel.reconcile(channel.prepare(answer)) is None


def test_an_answer_without_an_id_is_unknown(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    server.broken = True
    with pytest.raises(OutcomeUnknown):
        sent(channel, draft("Hoi", "bert"))


def test_nothing_is_written_when_the_question_is_gone(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    committed: list[bool] = []
    prepared = channel.prepare(draft("Hoi", "bert", "bert:404"))
    with pytest.raises(TargetGone):
        channel.send(prepared, lambda: committed.append(True))
    assert not committed
    assert not server.statuses


def test_pictures_go_first(server: MastodonModel, channel: MastodonChannel) -> None:
    one = replace(draft("Zo dus", "bert"), attachments=(Attachment("a.png", "image/png", b"PNG"),))
    prepared = channel.prepare(one)
    stored: list[int] = []
    result = channel.send(prepared, lambda: stored.append(len(server.media)))
    assert stored == [1]
    assert b"PNG" in next(iter(server.media.values()))
    (echo,) = (parsed(item) for item in fetch_all(channel, "statuses")[0])
    assert (echo.key, echo.fingerprint) == (result.external_id, prepared.fingerprint)
    assert echo.text == "Zo dus"
    server.pending = True
    with pytest.raises(Transient):
        channel.send(prepared, lambda: stored.append(0))
    assert stored == [1]


def _files(count: int, mime: str = "image/png", size: int = 1) -> Callable[[Draft], Draft]:
    files = tuple(Attachment(f"{number}", mime, b"x" * size) for number in range(count))
    return lambda one: replace(one, attachments=files)


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, text="  "),
        lambda one: replace(one, text="a" * 495),
        lambda one: replace(one, recipient=Person("")),
        lambda one: replace(one, recipient=Person("geen naam")),
        lambda one: replace(one, private=True, text="Vraag het @anna@elders.example"),
        _files(5),
        _files(1, "video/mp4"),
        _files(1, size=(16 << 20) + 1),
    ],
)
def test_what_can_never_go_is_refused(
    channel: MastodonChannel, change: Callable[[Draft], Draft]
) -> None:
    with pytest.raises(InvalidContent):
        channel.prepare(change(draft("Hoi", "bert")))


def test_a_direct_answer_names_nobody_else(server: MastodonModel, channel: MastodonChannel) -> None:
    asked = server.write(BERT, "@winkel onder ons", visibility="direct")
    prepared = channel.prepare(draft("Vraag @anna@elders.example", "bert", f"bert:{asked['id']}"))
    with pytest.raises(InvalidContent):
        channel.send(prepared, lambda: None)
    assert len(server.statuses) == 1


def test_the_server_has_the_last_word_on_length(
    server: MastodonModel, channel: MastodonChannel
) -> None:
    prepared = channel.prepare(draft("a" * 400, "bert"))
    server.limit = 300
    with pytest.raises(InvalidContent, match="limit of 300"):
        channel.send(prepared, lambda: None)


# --- set-up ----------------------------------------------------------------------------------


def test_set_up_asks_the_server_for_its_limits(
    server: MastodonModel, platform: MastodonPlatform
) -> None:
    server.limit = 1000
    channel = platform.open()
    channel.prepare(draft("a" * 900))
    channel.close()
    server.fault = "token"
    settings = platform.type.discover(platform.values)
    assert settings["limits"] == Limits().to_values()
    assert settings["server"] == server.url
    assert "token" not in settings
    server.fault = "down"
    with pytest.raises(Transient):
        platform.type.discover(platform.values)


def test_names_and_servers_are_checked() -> None:
    kind = Channels(lambda: NOW)["mastodon"]
    assert kind.handle({"user": " @Winkel@Mastodon.NL "}) == "winkel@mastodon.nl"
    for user in ("", "winkel", "winkel@", "@a b@c.nl"):
        with pytest.raises(InvalidValueError):
            kind.handle({"user": user})
    for address in ("http://mastodon.nl", "ftp://mastodon.nl", "https://", "https://a:b", "a b"):
        with pytest.raises(InvalidValueError):
            kind.discover({"user": "@winkel@mastodon.nl", "server": address})


def codes(channel: MastodonChannel) -> list[tuple[str, bool]]:
    return [(one.code, one.ok) for one in channel.probe()]


def test_the_probe_says_what_works(server: MastodonModel, platform: MastodonPlatform) -> None:
    channel = platform.open()
    assert codes(channel) == [("sign_in", True), ("reads", True)]
    server.tells_scopes = False
    assert codes(channel) == [("sign_in", True), ("reads", True)]
    server.app_token = True
    assert codes(channel) == [("sign_in", True), ("reads", True)]
    server.app_token = False
    server.tells_scopes, server.scopes = True, {"read"}
    assert codes(channel)[-1] == ("no_write", False)
    channel.close()
    server.fault = "token"
    channel = platform.open()
    assert codes(channel) == [("auth_expired", False)]
    channel.close()


def test_a_token_of_another_account_is_noticed(platform: MastodonPlatform) -> None:
    settings = platform.type.discover(platform.values)
    account = AccountSettings(1, "ander@voorbeeld.example", "Ander", settings)
    channel = platform.type.open(account, NewSecrets({"token": TOKEN}))
    assert codes(channel) == [("other_account", False)]
    channel.close()


def test_without_a_token_nothing_is_asked(
    server: MastodonModel, platform: MastodonPlatform
) -> None:
    account = AccountSettings(1, HANDLE, "De Winkel", {"server": server.url})
    channel = platform.type.open(account, NewSecrets({}))
    with pytest.raises(AuthExpired):
        fetch(channel, "mentions")
    assert codes(channel) == [("auth_expired", False)]
    channel.close()
    assert not server.asked
