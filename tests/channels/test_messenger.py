"""Messenger: the contract, the 20 newest, files, the time to answer, against a Page in small."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from typing_extensions import override

from app.models.rules.messages import Direction
from app.services.channels.api import (
    Attachment,
    Budget,
    Draft,
    Person,
)
from app.services.channels.errors import (
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    ProtocolChanged,
    RecipientUnavailable,
    Transient,
    WindowClosed,
)
from app.services.channels.meta.messenger import MessengerChannel, MessengerType
from app.services.channels.registry import Channels
from app.services.storage.credentials import NewSecrets
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import NOW
from tests.channels.page_platform import PagePlatform
from tests.servers.meta_model import TOKEN
from tests.servers.page_model import ANNA, BERT, PAGE, PageModel

PNG = Attachment("foto.png", "image/png", b"\x89PNG\r\n\x1a\n")


class MessengerPlatform(PagePlatform):
    """The conversations of the shop."""

    stream = own_stream = "messages"

    def __init__(self, server: PageModel) -> None:
        super().__init__(server, MessengerType)

    @override
    def open(self) -> MessengerChannel:
        return MessengerType(lambda: self.server.now).open(
            self.account(), NewSecrets({"token": TOKEN})
        )

    def put(self, text: str) -> None:
        self.server.tick(seconds=1)
        self.server.message(ANNA, text)

    def put_own(self, text: str) -> None:
        self.server.message(ANNA, text, PAGE)


@pytest.fixture
def server() -> Iterator[PageModel]:
    with PageModel(NOW) as server:
        yield server
    asked = [one for one in server.asked if one.target not in server.public]
    assert_declared(MessengerType.calls, asked)


@pytest.fixture
def platform(server: PageModel) -> MessengerPlatform:
    return MessengerPlatform(server)


@pytest.fixture
def channel(platform: MessengerPlatform) -> Iterator[MessengerChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestMessengerContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: PageModel) -> MessengerPlatform:  # type: ignore[override]
        return MessengerPlatform(server)


def draft(text: str = "We kijken het na.", to: str = ANNA, *, automatic: bool = False,
          files: tuple[Attachment, ...] = ()) -> Draft:  # fmt: skip
    return Draft("k1", "t", Person(PAGE), Person(to), "", text, NOW, ("m_1",), files, automatic)


# --- reading ---------------------------------------------------------------------------------


def test_a_conversation_is_one_ticket(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    first = server.message(ANNA, "Is dit er nog?")
    server.tick(minutes=1)
    server.message(ANNA, "Ja hoor.", PAGE, reply_to={"mid": first})
    items, _ = fetch_all(channel, "messages")
    ask, answer = (platform.parse(item) for item in items)
    assert (ask.direction, ask.author) == (Direction.IN, Person(ANNA, "Anna Bakker"))
    assert (ask.parents, ask.public) == ((f"chat:{ANNA}",), False)
    assert ask.reply_until == NOW + timedelta(hours=24)
    assert ask.permalink == f"https://www.facebook.com/{PAGE}/inbox/{ANNA}/"
    assert (answer.direction, answer.parents) == (Direction.OUT, (first, f"chat:{ANNA}"))
    assert (answer.reply_until, [one.handle for one in answer.recipients]) == (None, [ANNA])


def test_only_what_changed_is_read_again(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    server.message(BERT, "Oud")
    server.tick(hours=3)
    platform.put("Hoi")
    _, cursor = fetch_all(channel, "messages")
    before = len(server.asked)
    server.tick(hours=1)
    server.message(BERT, "Nog eens")
    items, cursor = fetch_all(channel, "messages", cursor)
    assert [platform.parse(item).text for item in items] == ["Nog eens"]
    assert [one.parts[0] for one in server.requests[before:]] == [PAGE, f"t_{BERT}"]
    assert fetch_all(channel, "messages", cursor)[0] == []


def test_two_messages_within_a_second_are_two(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    server.message(ANNA, "Hoi")
    _, cursor = fetch_all(channel, "messages")
    server.message(ANNA, "Is dit er nog?")
    items, _ = fetch_all(channel, "messages", cursor)
    assert [platform.parse(item).text for item in items] == ["Is dit er nog?"]


def test_a_quiet_conversation_comes_in_again_under_the_same_ids(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    server.message(BERT, "Oud")
    first, cursor = fetch_all(channel, "messages")
    server.tick(days=3)
    platform.put("Hoi")
    _, cursor = fetch_all(channel, "messages", cursor)
    server.tick(days=3)
    server.message(BERT, "Nieuw")
    items, _ = fetch_all(channel, "messages", cursor)
    assert [platform.parse(item).text for item in items] == ["Oud", "Nieuw"]
    assert (items[0].external_id, items[0].data) == (first[0].external_id, first[0].data)


@pytest.mark.parametrize(("came", "lost"), [(20, None), (21, "messenger_20")])
def test_more_than_twenty_between_two_looks_is_told(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel,
    came: int, lost: str | None,
) -> None:  # fmt: skip
    for number in range(30):
        platform.put(f"eerder {number}")
    result = fetch(channel, "messages")
    assert (len(result.items), result.loss_possible) == (20, None)
    server.tick(hours=1)
    for number in range(came):
        server.tick(seconds=1)
        server.message(BERT, f"nieuw {number}")
    result = fetch(channel, "messages", result.cursor, Budget(items=7))
    assert result.loss_possible == lost
    rest, _ = fetch_all(channel, "messages", result.cursor)
    assert len(result.items) + len(rest) == 20
    again = fetch(channel, "messages", result.cursor)
    assert again.loss_possible is None


def test_many_conversations_are_read_at_the_pace_of_meta(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    for number in range(23):
        server.tick(minutes=1)
        server.message(str(7000 + number), "Hoi")
    cursor, found, steps = None, [], []
    for _ in range(4):
        result = fetch(channel, "messages", cursor)
        cursor = result.cursor
        found += [item.external_id for item in result.items]
        steps.append((len(result.items), result.more, result.next_after))
    soon, minute = timedelta(seconds=5), timedelta(minutes=1)
    assert steps == [(10, False, soon), (10, False, soon), (3, False, minute), (0, False, minute)]
    assert len(set(found)) == 23


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_nothing_is_lost_or_doubled(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel, seed: int
) -> None:
    chance = random.Random(seed)
    server.most = 20
    cursor, came = None, list[str]()
    for step in range(80):
        for _ in range(chance.choice([0, 1, 3])):
            server.message(str(7000 + chance.randrange(25)), "Hoi", chance.choice(["", PAGE]))
            server.tick(seconds=chance.choice([0, 0, 1, 60]))
        server.fault = chance.choice(["", "", "", "down", "busy"]) if step < 70 else ""
        try:
            result = fetch(channel, "messages", cursor, Budget(items=chance.choice([1, 2, 50])))
        except ChannelError:
            server.tick(minutes=30)
        else:
            came += [item.external_id for item in result.items]
            cursor = json.loads(json.dumps(result.cursor))
    for _ in range(4):  # it rests after every ten conversations
        items, cursor = fetch_all(channel, "messages", cursor)
        came += [item.external_id for item in items]
    there = {one["id"] for all_ in server.messages.values() for one in all_}
    assert sorted(came) == sorted(there)


def test_the_first_look_goes_back_a_month(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    server.message(BERT, "Heel oud")
    server.tick(days=25)
    server.message(ANNA, "Oud")
    server.tick(days=10)
    platform.put("Nieuw")
    items, _ = fetch_all(channel, "messages")
    assert [(platform.parse(item).text, item.history) for item in items] == [
        ("Oud", True), ("Nieuw", False)
    ]  # fmt: skip


def attached(server: PageModel, name: str, **more: Any) -> dict[str, Any]:
    return {"attachments": {"data": [
        {"id": "1", "mime_type": "image/png", "name": name, "size": 8,
         "image_data": {"url": f"{server.url}/files/{name}"}, **more}
    ]}}  # fmt: skip


@pytest.mark.parametrize("lacks", ["id", "updated_time"])
def test_a_conversation_that_cannot_be_placed_is_told(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel, lacks: str
) -> None:
    platform.put("Hoi")
    server.talks[f"t_{ANNA}"][lacks] = ""
    with pytest.raises(ProtocolChanged):
        fetch(channel, "messages")


def test_files_come_with_their_bytes(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    server.public["/files/foto.png"] = (200, PNG.data)
    server.message(ANNA, "", **attached(server, "foto.png"))
    message = platform.parse(fetch_all(channel, "messages")[0][0])
    assert (message.text, message.attachments) == ("", (PNG,))
    file = next(one for one in server.asked if one.target == "/files/foto.png")
    assert "authorization" not in file.headers


@pytest.mark.parametrize("url", ["https://192.168.1.1/foto.png", "http://elders.example/x", ""])
def test_files_are_had_from_meta_only(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel, url: str
) -> None:
    server.message(ANNA, "Zie", **attached(server, "foto.png", image_data={"url": url}))
    items, _ = fetch_all(channel, "messages")
    assert items[0].problem == "no_file"
    assert platform.parse(items[0]).text == "Zie\n[foto.png]"


def test_a_file_that_cannot_be_had_is_waited_for_an_hour(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    server.public["/files/foto.png"] = (503, b"")
    server.message(ANNA, "Zie", **attached(server, "foto.png"))
    with pytest.raises(Transient):
        fetch(channel, "messages")
    server.tick(hours=1)
    assert platform.parse(fetch(channel, "messages").items[0]).text == "Zie\n[foto.png]"


def test_what_is_no_text_is_said(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    link = "https://voorbeeld.example/a"
    shares = {"data": [{"link": link, "name": "Een pagina"}, {"link": "https://b.example"}]}
    server.message(ANNA, "https://b.example", sticker="https://x.fbcdn.net/1.png", shares=shares)
    message = platform.parse(fetch_all(channel, "messages")[0][0])
    assert message.text.splitlines() == ["https://b.example", "[sticker]", f"Een pagina {link}"]


# --- answering -------------------------------------------------------------------------------


def test_an_answer_goes_once_and_comes_back_as_ours(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    platform.put("Kapot!")
    prepared = channel.prepare(draft())
    told: list[int] = []
    sent = channel.send(prepared, lambda: told.append(len(server.asked)))
    assert [n for n, one in enumerate(server.asked) if one.method == "POST"] == told
    echo = platform.parse(fetch_all(channel, "messages")[0][-1])
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)
    assert echo.direction is Direction.OUT


@pytest.mark.parametrize(
    ("mime", "kind"), [("image/png", "image"), ("application/pdf", "file"), ("audio/mp4", "audio")]
)
def test_a_file_goes_as_a_message_of_its_own(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel, mime: str, kind: str
) -> None:
    platform.put("Heeft u de bon?")
    file = Attachment("bon", mime, b"inhoud")
    prepared = channel.prepare(draft("", files=(file,)))
    sent = channel.send(prepared, lambda: None)
    request = server.requests[-1]
    assert json.loads(request.form["message"])["attachment"]["type"] == kind
    assert request.files["filedata"] == (mime, b"inhoud")
    echo = platform.parse(fetch_all(channel, "messages")[0][-1])
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)


def test_a_lost_answer_is_found_again(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    platform.put("Kapot!")
    server.message(BERT, "Ook kapot!")
    server.message(BERT, "We kijken het na.", PAGE)
    prepared = channel.prepare(draft())
    assert channel.reconcile(prepared) is None
    server.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    assert found.external_id == server.messages[f"t_{ANNA}"][0]["id"]
    server.tick(hours=1)
    later = channel.prepare(replace(draft(), created_at=server.now))
    assert channel.reconcile(later) is None
    server.no_id = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)


def test_an_answer_after_a_day_is_too_late(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    platform.put("Kapot!")
    server.tick(hours=25)
    with pytest.raises(WindowClosed):
        channel.send(channel.prepare(draft()), lambda: None)
    assert len(server.messages[f"t_{ANNA}"]) == 1


def test_with_human_agent_a_person_has_a_week(
    server: PageModel, platform: MessengerPlatform
) -> None:
    platform.values["human_agent"] = "yes"
    channel = platform.open()
    server.human_agent = True
    platform.put("Kapot!")
    asked = platform.parse(fetch_all(channel, "messages")[0][0])
    assert asked.reply_until == asked.created_at + timedelta(days=7)
    assert channel.send(channel.prepare(draft()), lambda: None).external_id.startswith("m_")
    assert server.requests[-1].form["messaging_type"] == "RESPONSE"
    server.tick(days=3)
    channel.send(channel.prepare(draft("Nog iets.")), lambda: None)
    assert server.requests[-1].form["tag"] == "HUMAN_AGENT"
    assert len(server.messages[f"t_{ANNA}"]) == 3
    with pytest.raises(WindowClosed):
        channel.send(channel.prepare(draft(automatic=True)), lambda: None)
    server.tick(days=8)
    with pytest.raises(WindowClosed):
        channel.send(channel.prepare(draft()), lambda: None)
    channel.close()


def test_who_cannot_be_reached_is_told(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    platform.put("Kapot!")
    server.blocked = {ANNA}
    with pytest.raises(RecipientUnavailable):
        channel.send(channel.prepare(draft()), lambda: None)
    server.fault = "down"
    with pytest.raises(Transient):  # before the write: nothing went out
        platform.open().send(channel.prepare(draft()), lambda: None)
    with pytest.raises(OutcomeUnknown):
        channel.send(channel.prepare(draft()), lambda: None)


def test_what_messenger_does_not_take(channel: MessengerChannel) -> None:
    big = replace(PNG, data=b"x" * ((25 << 20) + 1))
    for wrong in (draft(" "), draft("x" * 2000), draft("Zie", files=(PNG,)),
                  draft("", files=(PNG, PNG)), draft("", files=(big,))):  # fmt: skip
        with pytest.raises(InvalidContent):
            channel.prepare(wrong)
    with pytest.raises(NotAllowedByPlatform):
        channel.prepare(draft(to="anna@voorbeeld.example"))
    assert channel.prepare(draft("x" * 1999)).recipient == ANNA


# --- set-up ----------------------------------------------------------------------------------


def test_the_probe_explains_advanced_access(
    server: PageModel, platform: MessengerPlatform, channel: MessengerChannel
) -> None:
    assert isinstance(Channels()["messenger"], MessengerType)
    gate = {one.code: one for one in channel.probe()}["gate"]
    assert gate.ok
    assert "Advanced Access" in gate.text
    platform.put("Hoi")
    assert [(one.code, one.ok) for one in channel.probe()] == [
        ("sign_in", True), ("reads", True), ("daily", True)
    ]  # fmt: skip
    server.closed = {"conversations"}
    gate = channel.probe()[-1]
    assert (gate.code, gate.ok) == ("gate", False)
    assert "Advanced Access" in gate.text.format(**gate.params)
    server.closed, server.fault = set(), "down"
    assert [(one.code, one.ok) for one in channel.probe()] == [
        ("sign_in", True), ("transient", False)
    ]  # fmt: skip
    assert [one.ok for one in platform.open().probe()] == [False]
