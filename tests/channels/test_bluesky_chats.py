"""Direct messages of Bluesky, against a chat service written from its lexicons."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.rules.messages import Direction
from app.services.channels.api import Budget, Draft, InboundMessage, Person, RawItem
from app.services.channels.bluesky import posts
from app.services.channels.bluesky.channel import BlueskyChannel, BlueskyType
from app.services.channels.errors import (
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    TargetGone,
    Transient,
)
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.test_bluesky import CONTEXT, NOW, BlueskyPlatform
from tests.servers.bluesky_chat_model import ChatModel
from tests.servers.bluesky_model import (
    ANNA,
    ANNA_DID,
    BERT_DID,
    DID,
    HANDLE,
    OTHER_PASSWORD,
    BlueskyModel,
)


class ChatsPlatform(BlueskyPlatform):
    """The same account; what counts are its direct messages."""

    stream = own_stream = "chats"
    failures = {  # noqa: RUF012  as in the class above
        fault: error for fault, error in BlueskyPlatform.failures.items() if fault != "down"
    }

    def put(self, text: str) -> None:
        self.model.chat.write(self.model.chat.convo(ANNA_DID), ANNA_DID, text)

    def put_own(self, text: str) -> None:
        self.model.chat.write(self.model.chat.convo(ANNA_DID), DID, text)

    def state(self) -> object:
        return json.dumps(self.model.chat.convos)


@pytest.fixture
def platform() -> Iterator[ChatsPlatform]:
    with BlueskyModel() as model:
        yield ChatsPlatform(model)
        assert_declared(BlueskyType.calls, model.requests)


@pytest.fixture
def chat(platform: ChatsPlatform) -> ChatModel:
    return platform.model.chat


@pytest.fixture
def channel(platform: ChatsPlatform) -> Iterator[BlueskyChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestBlueskyChatsContract(ChannelContract):
    @pytest.fixture
    def platform(self, platform: ChatsPlatform) -> ChatsPlatform:  # type: ignore[override]
        return platform


def parsed(item: RawItem) -> InboundMessage:
    return BlueskyType.parse(item, CONTEXT)


def messages(channel: BlueskyChannel) -> dict[str, InboundMessage]:
    return {one.text: one for one in map(parsed, fetch_all(channel, "chats")[0])}


def draft(answers: str, text: str = "Beste Anna, het komt morgen.") -> Draft:
    people = Person(HANDLE, "Winkel"), Person(ANNA, "Anna")
    return Draft("sleutel1", "draad1", *people, "", text, NOW, references=(answers,))


# --- reading ---------------------------------------------------------------------------------


def test_a_chat_is_one_conversation(chat: ChatModel, channel: BlueskyChannel) -> None:
    anna = chat.convo(ANNA_DID, status="request")
    first = chat.write(anna, ANNA_DID, "Hallo?")
    chat.write(anna, DID, "Dag!")
    shown = {"record": {"uri": f"at://{DID}/app.bsky.feed.post/1"}}
    chat.write(anna, ANNA_DID, "Deze", embed=shown)
    chat.write(chat.convo(BERT_DID), BERT_DID, "Ook hallo")
    found = messages(channel)
    question, ours = found["Hallo?"], found["Dag!"]
    assert question.key == f"chat:{anna}:{first}"
    assert question.parents == (f"chat:{anna}",)
    assert question.author == Person(ANNA, "Anna")
    assert (question.direction, question.public) == (Direction.IN, False)
    assert question.permalink == f"https://bsky.app/messages/{anna}"
    assert ours.parents == (question.key, f"chat:{anna}")
    assert (ours.direction, ours.author.handle) == (Direction.OUT, HANDLE)
    assert ours.recipients == (Person(ANNA, "Anna"),)
    assert f"Deze\nhttps://bsky.app/profile/{DID}/post/1" in found
    assert not {f"chat:{anna}", question.key} & set(found["Ook hallo"].parents)


def test_only_what_changed_is_read(chat: ChatModel, channel: BlueskyChannel) -> None:
    for did in (ANNA_DID, BERT_DID):
        for number in range(25):
            chat.write(chat.convo(did), did, f"{did} {number}")
    items, cursor = fetch_all(channel, "chats")
    assert len({one.external_id for one in items}) == len(items) == 50
    assert len(str(cursor)) < 8_000
    chat.read.clear()
    assert fetch(channel, "chats", cursor).next_after == timedelta(seconds=60)
    assert chat.read == []
    chat.clock += timedelta(days=1)
    chat.write(chat.convo(BERT_DID), BERT_DID, "nog iets")
    items, cursor = fetch_all(channel, "chats", cursor)
    assert [parsed(one).text for one in items] == ["nog iets"]
    assert set(chat.read) == {chat.convo(BERT_DID)}


def test_what_comes_in_meanwhile_is_not_lost(chat: ChatModel, channel: BlueskyChannel) -> None:
    anna, bert = chat.convo(ANNA_DID), chat.convo(BERT_DID)
    for number in range(12):
        chat.write(anna, ANNA_DID, f"a{number}")
        chat.write(bert, BERT_DID, f"b{number}")
    seen, cursor, more, number = [], None, True, 0
    while more:
        result = fetch(channel, "chats", cursor, Budget(items=3))
        seen += [parsed(one).text for one in result.items]
        cursor, more, number = result.cursor, result.more, number + 1
        if number < 6:
            chat.write(anna, ANNA_DID, f"later {number}")
    seen += [parsed(one).text for one in fetch_all(channel, "chats", cursor)[0]]
    wanted = {one["text"] for convo in chat.convos.values() for one in convo["messages"]}
    assert set(seen) == wanted
    assert len(seen) == len(wanted)


def test_groups_and_what_we_hid_stay_away(chat: ChatModel, channel: BlueskyChannel) -> None:
    chat.write(chat.convo(ANNA_DID, BERT_DID), ANNA_DID, "met zijn drieën")
    anna = chat.convo(ANNA_DID)
    chat.write(anna, ANNA_DID, "blijft")
    chat.write(anna, DID, "weg")
    chat.hide(anna)
    assert list(messages(channel)) == ["blijft"]


def test_old_messages_are_history(chat: ChatModel, channel: BlueskyChannel) -> None:
    anna = chat.convo(ANNA_DID)
    for days in (400, 8, 1):
        chat.clock = NOW - timedelta(days=days)
        chat.write(anna, ANNA_DID, f"{days}")
    found = messages(channel)
    assert {text: one.history for text, one in found.items()} == {"1": False, "8": True}


def test_a_forgotten_page_or_conversation_does_not_stop_it(
    chat: ChatModel, channel: BlueskyChannel
) -> None:
    anna = chat.convo(ANNA_DID)
    for number in range(15):
        chat.write(anna, ANNA_DID, f"{number}")
    result = fetch(channel, "chats", None, Budget(items=10))
    assert result.more
    chat.forgets = True
    result = fetch(channel, "chats", result.cursor)
    assert (list(result.items), result.more) == ([], False)
    chat.forgets = False
    assert len(fetch_all(channel, "chats", result.cursor)[0]) == 15
    result = fetch(channel, "chats", None, Budget(items=1))
    del chat.convos[anna]
    assert fetch_all(channel, "chats", result.cursor)[0] == []


def test_what_is_no_message_goes_to_quarantine(chat: ChatModel, channel: BlueskyChannel) -> None:
    chat.write(chat.convo(ANNA_DID), ANNA_DID, "hoi")
    (item,) = fetch(channel, "chats").items
    for data in (b"{}", b'{"message": {"id": "1", "text": "x", "sender": {"did": "y"}}}'):
        with pytest.raises(ValueError):  # noqa: PT011  whatever is missing
            parsed(replace(item, data=data))


# --- what is not allowed ---------------------------------------------------------------------


def test_an_app_password_without_messages_leaves_the_posts(
    platform: ChatsPlatform, chat: ChatModel, channel: BlueskyChannel
) -> None:
    platform.box["password"] = OTHER_PASSWORD
    platform.model.post("hoi")
    platform.put("onder ons")
    result = fetch(channel, "chats")
    assert (list(result.items), result.next_after) == ([], timedelta(hours=1))
    assert len(fetch(channel, "notifications").items) == 1
    assert [(one.code, one.ok) for one in channel.probe()] == [
        ("sign_in", True),
        ("no_direct_messages", True),
    ]
    assert platform.model.asked.count("com.atproto.server.createSession") == 1
    with pytest.raises(PermissionMissing):
        channel.send(channel.prepare(draft(f"chat:{chat.convo(ANNA_DID)}:1")), lambda: None)
    # Another one is used at once.
    platform.recover()
    assert [parsed(one).text for one in fetch(channel, "chats", result.cursor).items] == [
        "onder ons"
    ]
    assert channel.probe()[1].code == "direct_messages"


def test_a_server_without_messages_leaves_the_posts(
    platform: ChatsPlatform, chat: ChatModel, channel: BlueskyChannel
) -> None:
    chat.there = False
    platform.model.post("hoi")
    assert fetch(channel, "chats").next_after == timedelta(hours=1)
    assert len(fetch(channel, "notifications").items) == 1
    finding = channel.probe()[1]
    assert "could not resolve proxy did" in finding.text.format(**finding.params)


def test_a_service_that_never_answered_does_not_hold_up_the_posts(
    platform: ChatsPlatform, channel: BlueskyChannel
) -> None:
    platform.model.fault = "down"
    result = fetch(channel, "chats")
    assert (list(result.items), result.next_after) == ([], timedelta(minutes=5))
    platform.model.fault = ""
    result = fetch(channel, "chats", result.cursor)
    platform.model.fault = "down"
    with pytest.raises(Transient):
        fetch(channel, "chats", result.cursor)


# --- writing ---------------------------------------------------------------------------------


def test_an_answer_goes_once_and_comes_back_as_ours(
    chat: ChatModel, channel: BlueskyChannel
) -> None:
    anna = chat.convo(ANNA_DID, status="request")
    chat.write(anna, ANNA_DID, "Waar blijft het?")
    question = messages(channel)["Waar blijft het?"]
    prepared = channel.prepare(draft(question.key, "Zie https://winkel.test/é."))
    before: list[int] = []
    result = channel.send(prepared, lambda: before.append(len(chat.convos[anna]["messages"])))
    assert before == [1]
    assert chat.convos[anna]["status"] == "accepted"
    sent = chat.convos[anna]["messages"][-1]
    assert [one["features"][0]["uri"] for one in sent["facets"]] == ["https://winkel.test/é"]
    echo = messages(channel)["Zie https://winkel.test/é."]
    assert (echo.key, echo.fingerprint) == (result.external_id, prepared.fingerprint)
    assert echo.created_at == result.sent_at


def test_a_post_is_answered_in_private(
    platform: ChatsPlatform, chat: ChatModel, channel: BlueskyChannel
) -> None:
    asked = platform.model.post("Mijn nummer is 4711", by=BERT_DID)
    key = posts.key_of(BERT_DID, asked)
    prepared = channel.prepare(replace(draft(key, "Onder ons"), private=True))
    assert prepared.external_id == "out:sleutel1"
    result = channel.send(prepared, lambda: None)
    convo = chat.convo(BERT_DID)
    assert result.external_id.startswith(f"chat:{convo}:")
    chat.write(convo, BERT_DID, "dank")
    assert messages(channel)["dank"].parents[0] == result.external_id
    assert not platform.model.written


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        ("MessagesDisabled", NotAllowedByPlatform),
        ("NotFollowedBySender", NotAllowedByPlatform),
        ("RecipientNotFound", TargetGone),
        ("SomethingNew", ProtocolChanged),
    ],
)
def test_who_takes_no_messages_gets_none(
    platform: ChatsPlatform,
    chat: ChatModel,
    channel: BlueskyChannel,
    refusal: str,
    expected: type[Exception],
) -> None:
    asked = platform.model.post("Vraag", by=BERT_DID)
    chat.closed[BERT_DID] = refusal
    one = replace(draft(posts.key_of(BERT_DID, asked)), private=True)
    not_reached: list[bool] = []
    with pytest.raises(expected):
        channel.send(channel.prepare(one), lambda: not_reached.append(True))
    assert not not_reached


def test_a_lost_answer_is_found_again(
    platform: ChatsPlatform, chat: ChatModel, channel: BlueskyChannel
) -> None:
    anna = chat.convo(ANNA_DID)
    chat.clock = NOW - timedelta(days=1)
    chat.write(anna, ANNA_DID, "Beste Anna, het komt morgen.")
    chat.write(anna, DID, "Beste Anna, het komt morgen.")
    chat.clock = NOW
    prepared = channel.prepare(draft(f"chat:{anna}:1"))
    assert channel.reconcile(prepared) is None
    platform.model.lose = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    assert found.external_id.endswith(chat.convos[anna]["messages"][-1]["id"])
    assert len(chat.convos[anna]["messages"]) == 3
    del chat.convos[anna]
    assert channel.reconcile(prepared) is None


def test_an_answer_without_an_id_is_unknown(chat: ChatModel, channel: BlueskyChannel) -> None:
    chat.mute = True
    with pytest.raises(OutcomeUnknown):
        channel.send(channel.prepare(draft(f"chat:{chat.convo(ANNA_DID)}:1")), lambda: None)


def test_a_message_may_be_longer_than_a_post(channel: BlueskyChannel) -> None:
    channel.prepare(draft("chat:3k:1", "é" * 1000))
    for text in ("é" * 1001, "👩‍👩‍👧" * 900, " "):
        with pytest.raises(InvalidContent):
            channel.prepare(draft("chat:3k:1", text))
