"""Instagram: the contract for comments and direct messages, and what is its own."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.rules.errors import InvalidValueError
from app.models.rules.messages import Direction
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Budget,
    Draft,
    InboundMessage,
    ParseContext,
    Person,
    RawItem,
)
from app.services.channels.errors import (
    AccountRestricted,
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
    WindowClosed,
)
from app.services.channels.http import Http
from app.services.channels.kit import sign_in_ends
from app.services.channels.meta import media
from app.services.channels.meta.instagram import InstagramChannel, InstagramType
from app.services.channels.meta.instagram_parse import parse_instagram
from app.services.channels.registry import Channels
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import NOW, Secrets
from tests.servers.instagram_model import ANNA, BERT, SHOP, TOKEN, InstagramModel

US = ParseContext(frozenset({"winkel"}))


class InstagramPlatform:
    """The account of the shop; customers comment on its newest picture."""

    stream = own_stream = "comments"
    secrets = (TOKEN, "handtekening")
    failures: Mapping[str, type[ChannelError]] = {
        "token": AuthExpired, "scope": PermissionMissing, "blocked": AccountRestricted,
        "gone": TargetGone, "busy": RateLimited, "down": Transient, "passing": Transient,
        "field": ProtocolChanged, "nonsense": ProtocolChanged, "no list": ProtocolChanged,
        "error page": Transient,
    }  # fmt: skip

    def __init__(self, server: InstagramModel) -> None:
        self.server, self.box = server, Secrets(token=TOKEN)
        self.values = {"user": "@Winkel", "server": server.url}
        server.post()

    def open(self) -> InstagramChannel:
        kind = InstagramType(lambda: self.server.now)
        account = AccountSettings(1, kind.handle(self.values), "Winkel", kind.discover(self.values))
        return kind.open(account, self.box)

    def put(self, text: str) -> None:
        self.server.comment(text)

    def put_own(self, text: str) -> None:
        self.server.comment(text, SHOP)

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return parse_instagram(item, context)

    def own_handle(self) -> str:
        return "winkel"

    def state(self) -> object:
        return json.dumps([self.server.media, self.server.comments, self.server.threads])

    def fail(self, fault: str) -> None:
        self.server.fault = fault

    def recover(self) -> None:
        self.server.fault = ""


class DirectPlatform(InstagramPlatform):
    """The same account; customers write direct messages."""

    stream = own_stream = "messages"

    def put(self, text: str) -> None:
        self.server.write(text)

    def put_own(self, text: str) -> None:
        self.server.write(text, SHOP, ANNA)


@pytest.fixture
def server() -> Iterator[InstagramModel]:
    with InstagramModel(NOW) as server:
        yield server
    asked = [one for one in server.asked if not one.target.startswith("/cdn/")]
    assert_declared(InstagramType.calls, asked)


@pytest.fixture
def platform(server: InstagramModel) -> InstagramPlatform:
    return InstagramPlatform(server)


@pytest.fixture
def channel(platform: InstagramPlatform) -> Iterator[InstagramChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestCommentsContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: InstagramModel) -> InstagramPlatform:  # type: ignore[override]
        return InstagramPlatform(server)


class TestDirectContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: InstagramModel) -> DirectPlatform:  # type: ignore[override]
        return DirectPlatform(server)


def read(channel: InstagramChannel, stream: str = "comments") -> list[InboundMessage]:
    return [parse_instagram(item, US) for item in fetch_all(channel, stream)[0]]


def draft(answers: str = "", text: str = "Komt eraan", *, private: bool = False) -> Draft:
    references = (answers, "out:k0") if answers else ()
    anna = Person(ANNA["id"], "Anna.J")
    return Draft(
        "k1", "t", Person("winkel"), anna, "", text, NOW, references, private=private
    )  # fmt: skip


# --- comments --------------------------------------------------------------------------------


def test_everybody_under_a_picture_has_his_own_conversation(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    anna = server.comment("Welke maten?")
    server.comment("Mooi!", BERT)
    server.comment("38 tot 42", SHOP, under=anna)
    server.comment("Ook 43?", BERT, under=anna)
    found = read(channel)
    assert [(one.text, one.parents) for one in found] == [
        ("Welke maten?", ()),
        ("Mooi!", ()),
        ("38 tot 42", (f"comment:{anna}",)),
        ("Ook 43?", (f"comment:{anna}",)),
    ]
    first, _, ours, _ = found
    assert (first.author.handle, first.author.name) == (ANNA["id"], "Anna.J")
    assert (first.public, first.subject) == (True, "Nieuwe laarzen")
    assert first.permalink == server.media[0]["permalink"]
    assert (ours.direction, ours.author.handle) == (Direction.OUT, "winkel")


def test_who_is_known_by_name_alone_is_recognised(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    server.names = False
    server.comment("Mooi!")
    server.comment("Dank", SHOP)
    found = read(channel)
    assert [one.author.handle for one in found] == ["anna.j", "winkel"]
    assert [one.direction for one in found] == [Direction.IN, Direction.OUT]


def test_only_posts_that_changed_are_asked(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    first = server.media[0]["id"]
    server.comment("een")
    server.tick(days=20)
    server.post()
    server.comment("twee")
    items, cursor = fetch_all(channel, "comments")
    assert len(items) == 2
    server.tick(hours=1)
    server.requests.clear()
    assert fetch_all(channel, "comments", cursor)[0] == []
    assert (first, "comments") not in [one.parts for one in server.requests]
    server.comment("drie", on=first)
    items, cursor = fetch_all(channel, "comments", cursor)
    assert [parse_instagram(one, US).text for one in items] == ["drie"]


def test_a_picture_without_comments_is_not_asked(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    fetch_all(channel, "comments")
    assert [one.parts for one in server.requests] == [("me", "media")]


def test_what_is_deleted_is_gone_also_when_the_number_stays(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    one, two = server.comment("een"), server.comment("twee")
    answer = server.comment("antwoord", under=two)
    _, cursor = fetch_all(channel, "comments")
    del server.comments[one], server.comments[answer]
    server.comment("drie")
    server.comment("vier")
    items, cursor = fetch_all(channel, "comments", cursor)
    assert items == []
    server.tick(minutes=5)
    items, cursor = fetch_all(channel, "comments", cursor)
    found = {parse_instagram(item, US).key: parse_instagram(item, US).gone for item in items}
    assert {key for key, gone in found.items() if gone} == {f"comment:{one}", f"comment:{answer}"}
    assert len(found) == 4
    server.tick(minutes=5)
    assert fetch_all(channel, "comments", cursor)[0] == []


def test_what_is_not_shown_is_not_gone(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    hidden = server.comment("een", BERT)
    _, cursor = fetch_all(channel, "comments")
    server.comments[hidden]["on"] = "elders"
    server.comment("twee")
    server.tick(minutes=5)
    items, _ = fetch_all(channel, "comments", cursor)
    assert [parse_instagram(item, US).text for item in items] == ["twee"]


def test_more_than_fifty_new_comments_may_be_a_loss(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    for number in range(60):
        server.comment(str(number))
    result = fetch(channel, "comments")
    assert (len(result.items), result.loss_possible) == (50, None)
    for number in range(60):
        server.comment(f"later {number}")
    later = fetch(channel, "comments", result.cursor)
    assert (len(later.items), later.loss_possible) == (50, "ig_50_overflow")
    assert fetch_all(channel, "comments", later.cursor)[0] == []
    server.paged = True
    for number in range(60):
        server.comment(f"nog later {number}")
    last = fetch(channel, "comments", later.cursor)
    assert (len(last.items), last.loss_possible) == (60, None)


def test_many_pictures_are_read_in_steps(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    for number in range(25):
        server.comment(str(number), on=server.post())
    result = fetch(channel, "comments")
    assert (len(result.items), result.more) == (20, True)
    items, _ = fetch_all(channel, "comments", result.cursor)
    assert len(items) == 5


def test_old_comments_are_history(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    server.comment("oud")
    server.tick(days=8)
    server.comment("nieuw")
    assert [one.history for one in read(channel)] == [True, False]


# --- direct messages -------------------------------------------------------------------------


@pytest.mark.parametrize("expands", [True, False])
def test_a_chat_is_one_conversation(
    server: InstagramModel, channel: InstagramChannel, expands: bool
) -> None:
    server.expands = expands
    first = server.write("Waar blijft het?")
    ours = server.write("Onderweg", SHOP, ANNA)
    server.write("Dank", reply_to={"mid": first})
    server.write("Open?", BERT)
    chat = f"chat:{ANNA['id']}"
    found = read(channel, "messages")
    assert [(one.text, one.parents) for one in found] == [
        ("Waar blijft het?", (chat,)),
        ("Onderweg", (f"dm:{first}", chat)),
        ("Dank", (f"dm:{first}", f"dm:{ours}", chat)),
        ("Open?", (f"chat:{BERT['id']}",)),
    ]
    assert [one.public for one in found] == [False] * 4
    assert found[0].reply_until == found[0].created_at + timedelta(hours=24)
    assert (found[1].direction, found[1].reply_until) == (Direction.OUT, None)
    assert [one.handle for one in found[1].recipients] == [ANNA["id"]]


def test_only_conversations_that_changed_are_asked(
    server: InstagramModel, channel: InstagramChannel
) -> None:
    server.write("een", BERT)
    server.tick(days=3)
    server.write("twee")
    items, cursor = fetch_all(channel, "messages")
    server.tick(days=3)
    server.write("drie")
    server.write("vier", BERT)
    items, cursor = fetch_all(channel, "messages", cursor)
    assert [parse_instagram(one, US).text for one in items] == ["drie", "vier"]
    server.requests.clear()
    assert fetch_all(channel, "messages", cursor)[0] == []
    assert [one.parts for one in server.requests] == [("me", "conversations")]


def test_conversations_are_read_in_steps_and_old_ones_left(
    server: InstagramModel, channel: InstagramChannel
) -> None:
    server.write("heel oud", {"id": "1", "username": "x"})
    server.tick(days=40)
    for number in range(60):
        server.write(str(number), {"id": f"7{number}", "username": f"k{number}"})
    items, cursor = fetch_all(channel, "messages", None, Budget(items=7))
    assert len({item.external_id for item in items}) == len(items) == 60
    assert fetch_all(channel, "messages", cursor)[0] == []


def test_more_than_twenty_new_messages_may_be_a_loss(
    server: InstagramModel, channel: InstagramChannel
) -> None:
    server.expands = False
    for number in range(30):
        server.write(str(number))
    result = fetch(channel, "messages")
    assert (len(result.items), result.loss_possible) == (20, None)
    for number in range(30):
        server.write(f"later {number}")
    later = fetch(channel, "messages", result.cursor)
    assert (len(later.items), later.loss_possible) == (20, "ig_20_overflow")


def test_a_picture_is_kept_with_its_message(
    server: InstagramModel, channel: InstagramChannel
) -> None:
    server.write("", attachments={"data": [server.picture(b"foto")]})
    video = {"id": "v", "video_data": {"url": "ftp://elders.example/v"}}
    server.write("kijk", attachments={"data": [video]}, story={"mention": {"id": "1"}})
    server.write("", shares={"data": [{"link": "https://a.example"}]}, is_unsupported=True)
    items, _ = fetch_all(channel, "messages")
    photo, film, shared = (parse_instagram(one, US) for one in items)
    assert [(one.name, one.mime, one.data) for one in photo.attachments] == [
        ("image.jpg", "image/jpeg", b"foto")
    ]
    assert (film.text, items[1].problem) == ("kijk\n[video.mp4]\n[story]", "no_file")
    assert shared.text == "[share] https://a.example\n[unsupported]"


@pytest.mark.parametrize(
    "data",
    [b"{}", b"nee", b'{"dm": {"id": "1"}}', b'{"comment": {"text": "x"}}', b'{"comment": 1}'],
)
def test_what_is_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whatever is missing
        parse_instagram(RawItem("1", "comments", NOW, data), US)


# --- answers ---------------------------------------------------------------------------------


def test_a_comment_is_answered_in_public(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    top = server.comment("Welke maten?")
    under = server.comment("En 43?", BERT, under=top)
    prepared = channel.prepare(draft(f"comment:{under}", "38  tot 42"))
    sent = channel.send(prepared, lambda: None)
    writes = [one for one in server.requests if one.method == "POST"]
    assert [(one.parts, one.form) for one in writes] == [
        ((under, "replies"), {"message": "38  tot 42"})
    ]
    echo = next(one for one in read(channel) if one.direction is Direction.OUT)
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)
    assert echo.parents == (f"comment:{top}",)


def test_a_comment_is_answered_in_private_once(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    comment = server.comment("Waar is mijn pakket?")
    prepared = channel.prepare(draft(f"comment:{comment}", private=True))
    sent = channel.send(prepared, lambda: None)
    (ours,) = read(channel, "messages")
    assert (ours.key, ours.fingerprint, ours.public) == (
        sent.external_id,
        prepared.fingerprint,
        False,
    )
    server.write("Dank")
    _, theirs = read(channel, "messages")
    assert theirs.parents[0] == sent.external_id
    with pytest.raises(AlreadyReplied):
        channel.send(prepared, lambda: None)


def test_a_direct_message_is_answered_within_a_day(
    server: InstagramModel, channel: InstagramChannel
) -> None:
    message = server.write("Hoi")
    committed: list[bool] = []
    prepared = channel.prepare(draft(f"dm:{message}", private=True))
    sent = channel.send(prepared, lambda: committed.append(True))
    assert [one.form["recipient"] for one in server.requests if one.method == "POST"] == [
        {"id": ANNA["id"]}
    ]
    assert read(channel, "messages")[-1].key == sent.external_id
    server.tick(hours=25)
    with pytest.raises(WindowClosed):
        channel.send(prepared, lambda: committed.append(True))
    assert len(committed) == 1
    server.hidden_threads = True
    with pytest.raises(WindowClosed):
        channel.send(prepared, lambda: committed.append(True))
    assert len(committed) == 2


def test_what_can_no_longer_be_answered_is_not_tried(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    comment = server.comment("Oud")
    in_private = channel.prepare(draft(f"comment:{comment}", private=True))
    in_public = channel.prepare(draft(f"comment:{comment}"))
    server.tick(days=7)
    committed: list[bool] = []
    with pytest.raises(WindowClosed):
        channel.send(in_private, lambda: committed.append(True))
    server.comments[comment]["hidden"] = True
    with pytest.raises(NotAllowedByPlatform):
        channel.send(in_public, lambda: committed.append(True))
    del server.comments[comment]
    with pytest.raises(TargetGone):
        channel.send(in_public, lambda: committed.append(True))
    assert not committed


@pytest.mark.parametrize("expands", [True, False])
@pytest.mark.parametrize(
    ("kind", "private"), [("comment", False), ("comment", True), ("dm", False)]
)
def test_a_lost_answer_is_found_again(
    server: InstagramModel,
    channel: InstagramChannel,
    platform: InstagramPlatform,
    kind: str,
    *,
    private: bool,
    expands: bool,
) -> None:
    server.expands = expands
    name = server.comment("Hoi") if kind == "comment" else server.write("Hoi")
    under = server.comment("Hallo?", under=name) if kind == "comment" else name
    prepared = channel.prepare(draft(f"{kind}:{under}", private=private))
    assert channel.reconcile(prepared) is None
    server.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    stream = "comments" if kind == "comment" and not private else "messages"
    ours = [one for one in read(channel, stream) if one.direction is Direction.OUT]
    assert [one.key for one in ours] == [found.external_id]


def test_an_answer_without_an_id_is_unknown(
    server: InstagramModel, channel: InstagramChannel, platform: InstagramPlatform
) -> None:
    prepared = channel.prepare(draft(f"comment:{server.comment('Hoi')}"))
    server.no_id = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)


def test_what_cannot_be_sent_is_said_before(channel: InstagramChannel) -> None:
    for refused in (
        draft("comment:1", " "),
        draft("comment:1", "a" * 2201),
        draft("comment:1", "é" * 501, private=True),
        draft("dm:1", "é" * 501),
    ):
        with pytest.raises(InvalidContent):
            channel.prepare(refused)
    channel.prepare(draft("dm:1", "é" * 500))
    channel.prepare(draft("comment:1", "é" * 2200))
    file = Attachment("a.txt", "text/plain", b"a")
    for impossible in (
        replace(draft("comment:1"), attachments=(file,)),
        replace(draft(), recipient=Person("anna.j")),
    ):
        with pytest.raises(NotAllowedByPlatform):
            channel.prepare(impossible)


# --- the token and set-up --------------------------------------------------------------------


def test_the_token_is_renewed_every_week(
    server: InstagramModel, platform: InstagramPlatform
) -> None:
    channel = platform.open()
    fetch(channel, "messages")
    first = sign_in_ends(platform.box.get)
    assert first is not None
    server.tick(days=6)
    fetch(channel, "messages")
    assert server.renewals == 0
    server.tick(days=2)
    fetch(channel, "messages")
    fetch(channel, "comments")
    assert server.renewals == 1
    assert platform.box["token"] == server.token != TOKEN
    server.tick(days=8)
    fetch(platform.open(), "messages")
    assert server.renewals == 2
    assert sign_in_ends(platform.box.get) == first + timedelta(days=16)


def test_a_renewal_that_fails_is_tried_again_later(
    server: InstagramModel, channel: InstagramChannel
) -> None:
    fetch(channel, "messages")
    server.tick(days=8)
    server.renews = False
    fetch(channel, "messages")
    fetch(channel, "messages")
    asked = [one for one in server.requests if one.parts == ("refresh_access_token",)]
    assert len(asked) == 1
    server.renews = True
    server.tick(hours=1)
    fetch(channel, "messages")
    assert server.renewals == 1


def test_a_token_that_was_pasted_anew_is_left_for_a_week(
    server: InstagramModel, platform: InstagramPlatform, channel: InstagramChannel
) -> None:
    fetch(channel, "messages")
    server.tick(days=30)
    server.token = platform.box["token"] = "IGAAeenNieuweToken456"
    fetch(channel, "messages")
    assert server.renewals == 0


def test_the_probe_tells_what_the_account_can_do(
    server: InstagramModel, platform: InstagramPlatform
) -> None:
    def probed() -> list[tuple[str, bool]]:
        channel = platform.open()
        found = [(one.code, one.ok) for one in channel.probe()]
        channel.close()
        return found

    told = [("sign_in", True), ("direct", True), ("mentions", True), ("token", True)]
    assert probed() == told
    server.write("Hoi")
    assert probed() == told
    platform.values["user"] = "anders"
    assert probed() == [("other_account", False)]
    platform.box.clear()
    assert probed() == [("auth_expired", False)]


@pytest.mark.parametrize("told", ["Winkel", "@winkel", "https://www.instagram.com/winkel/"])
def test_a_name_is_kept_one_way(told: str) -> None:
    assert InstagramType(lambda: NOW).handle({"user": told}) == "winkel"


def test_what_cannot_be_an_account_is_refused() -> None:
    kind = InstagramType(lambda: NOW)
    for wrong in ({}, {"user": "winkel nl"}):
        with pytest.raises(InvalidValueError):
            kind.handle(wrong)
    with pytest.raises(InvalidValueError):
        kind.discover({"server": "http://instagram.example"})
    assert kind.discover({})["server"] == "https://graph.instagram.com"
    assert isinstance(Channels()["instagram"], InstagramType)


def test_a_file_is_asked_of_meta_only() -> None:
    web = Http(lambda: NOW)
    for url in ("https://192.168.1.1/x.jpg", "http://fbcdn.net/x.jpg", "https://notfbcdn.net/x"):
        with pytest.raises(ProtocolChanged):
            media.file_at(web, url, "graph.instagram.com")
    web.close()
