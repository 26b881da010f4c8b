"""Telegram: the contract, and what only a bot has, against a model of the Bot API."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any

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
    SupportsReply,
    SupportsWatch,
)
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    Offline,
    OutcomeUnknown,
    ProtocolChanged,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
    Transient,
)
from app.services.channels.http import TIME_LIMITS
from app.services.channels.registry import Channels
from app.services.channels.telegram.account import TelegramChannel
from app.services.channels.telegram.channel import TelegramType
from app.services.channels.telegram.line import OtherReader
from app.services.channels.telegram.parse import parse_telegram
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import Secrets
from tests.servers.telegram_model import ANNA, BOT, BOT_ID, CONFLICT, TOKEN, Refused, TelegramModel

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
US = ParseContext(frozenset({BOT}))
SECOND = timedelta(seconds=1)


class Time:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **span: float) -> None:
        self.at += timedelta(**span)


class TelegramPlatform:
    """A bot at the model server."""

    stream = own_stream = "updates"
    secrets = (TOKEN, TOKEN.partition(":")[2], "AAEverkeerdverkeerdverkeerdverkeerd")
    failures: Mapping[str, type[ChannelError]] = {
        "throttled": RateLimited,
        "offline": Offline,
        "hanging": Transient,
        "wrong token": AuthExpired,
        "no token": AuthExpired,
        "nonsense token": AuthExpired,
        "other reader": OtherReader,
        "web hook": OtherReader,
        "their fault": Transient,
        "bad request": ProtocolChanged,
        "throttled without words": RateLimited,
        "not JSON": ProtocolChanged,
        "no list": ProtocolChanged,
        "not ok": ProtocolChanged,
        "update without number": ProtocolChanged,
    }

    def __init__(self, server: TelegramModel, now: Time) -> None:
        self.server, self.now = server, now
        self.box = Secrets()
        self.url, self.limits = server.url, TIME_LIMITS
        self.recover()

    def open(self) -> TelegramChannel:
        account = AccountSettings(1, BOT, "Winkel", {"server": self.url, "bot": "@Winkel_bot"})
        return TelegramType(self.now, self.limits).open(account, self.box)

    def put(self, text: str) -> None:
        self.server.write(text)

    def put_own(self, text: str) -> None:
        self.server.write("Vraag")
        channel = self.open()
        channel.send(channel.prepare(draft(text=text)), lambda: None)
        channel.close()

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return TelegramType.parse(item, context)

    def own_handle(self) -> str:
        return BOT

    def state(self) -> object:
        return self.server.waiting(), self.server.messages, self.server.sent

    def fail(self, fault: str) -> None:
        answers = {
            "not JSON": b"<html>",
            "no list": b'{"ok": true, "result": {}}',
            "not ok": b"{}",
            "update without number": b'{"ok": true, "result": [{}]}',
        }
        refusals = {
            "throttled": Refused(429, "Too Many Requests: retry after 7", retry_after=7),
            "throttled without words": Refused(429, "Too Many Requests"),
            "other reader": Refused(409, CONFLICT),
            "their fault": Refused(502, "Bad Gateway"),
            "bad request": Refused(400, "Bad Request: offset"),
        }
        tokens = {
            "wrong token": f"{BOT_ID}:AAEverkeerdverkeerdverkeerdverkeerd",
            "no token": "",
            "nonsense token": "x/../y",
        }
        self.server.refuse = refusals.get(fault)
        self.box["token"] = tokens.get(fault, TOKEN)
        if fault in answers:
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(answers[fault])}\r\n\r\n"
            self.server.raw = head.encode() + answers[fault]
        self.server.webhook = fault == "web hook"
        if fault == "hanging":
            self.server.hangs.set()
            self.limits = (2, 0.4)
        if fault == "offline":
            self.url = "http://127.0.0.1:1"

    def recover(self) -> None:
        self.server.refuse = self.server.raw = None
        self.server.webhook = False
        self.server.hangs.clear()
        self.url, self.limits = self.server.url, TIME_LIMITS
        self.box = Secrets(token=f" {TOKEN}\n")


@pytest.fixture
def now() -> Time:
    return Time()


@pytest.fixture
def server(now: Time) -> Iterator[TelegramModel]:
    with TelegramModel(now) as model:
        yield model
        assert_declared(TelegramType.calls, model.asked)


@pytest.fixture
def platform(server: TelegramModel, now: Time) -> TelegramPlatform:
    return TelegramPlatform(server, now)


@pytest.fixture
def channel(platform: TelegramPlatform) -> Iterator[TelegramChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestTelegramContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: TelegramModel, now: Time) -> TelegramPlatform:  # type: ignore[override]
        return TelegramPlatform(server, now)

    def test_own_messages_are_ours(self, channel: Channel, platform: TelegramPlatform) -> None:  # type: ignore[override]
        """A bot never gets what it wrote itself: only the outbox has it."""
        platform.put_own("Wij kijken het na.")
        items, _ = fetch_all(channel, platform.own_stream)
        assert [platform.parse(item, US).text for item in items] == ["Vraag"]


def draft(**values: Any) -> Draft:
    given: dict[str, Any] = {
        "key": "sleutel1",
        "thread_token": "draad1",
        "sender": Person(BOT, "Winkel"),
        "recipient": Person(str(ANNA["id"]), "Anna Jansen"),
        "subject": "",
        "text": "Het komt morgen.\n",
        "created_at": START,
    }
    return Draft(**(given | values))


def messages(channel: Channel) -> list[InboundMessage]:
    return [parse_telegram(item, US) for item in fetch_all(channel, "updates")[0]]


def attached(name: str, mime: str, data: bytes = b"inhoud") -> tuple[Attachment, ...]:
    return (Attachment(name, mime, data),)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


# --- reading ---------------------------------------------------------------------------------


def test_a_message_is_understood(server: TelegramModel, channel: TelegramChannel) -> None:
    first = server.write("Waar blijft mijn pakket?")
    server.write("En nu?", reply_to_message={"message_id": first}, quote={"text": "mijn pakket"})
    one, two = messages(channel)
    chat = ANNA["id"]
    assert (one.key, one.parents) == (f"{chat}:{first}", (f"chat:{chat}",))
    assert two.parents == (f"{chat}:{first}", f"chat:{chat}")
    assert two.quoted == "mijn pakket"
    assert one.author == Person(str(chat), "Anna Jansen")
    assert (one.created_at, one.direction, one.edited) == (START, Direction.IN, False)
    assert isinstance(channel, SupportsReply)
    assert isinstance(channel, SupportsWatch)
    assert Channels()["telegram"].kind == "telegram"


def test_nothing_is_confirmed_before_it_is_stored(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    server.write("een")
    result = fetch(channel, "updates")
    assert not result.more
    assert len(server.waiting()) == 1
    assert fetch(channel, "updates", result.cursor).items == []
    assert server.waiting() == []


def test_two_changes_of_a_message_come_beside_it(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    number = server.write("Waar blijft het?")
    server.edit(number, "Waar blijft mijn pakket?")
    server.edit(number, "Laat maar.")
    server.edit(number, "", location={"latitude": 52.1, "longitude": 5.1})
    items, _ = fetch_all(channel, "updates")
    read = [parse_telegram(item, US) for item in items]
    assert len({item.external_id for item in items}) == 3
    assert len({message.key for message in read}) == 1
    assert [message.edited for message in read] == [False, True, True]
    assert read[-1].text == "Laat maar."


def test_an_old_message_that_changes_is_history(
    server: TelegramModel, channel: TelegramChannel, now: Time
) -> None:
    number = server.write("Lang geleden.")
    now.passes(days=8)
    server.edit(number, "Lang geleden!")
    items, _ = fetch_all(channel, "updates")
    assert [(item.history, item.received_at) for item in items] == [(True, now.at)]


def test_a_day_without_fetching_may_lose_messages(
    server: TelegramModel, channel: TelegramChannel, now: Time
) -> None:
    first = fetch(channel, "updates")
    assert first.loss_possible is None
    now.passes(hours=23)
    second = fetch(channel, "updates", first.cursor)
    assert second.loss_possible is None
    server.write("weg voor ik keek")
    now.passes(hours=25)
    server.write("nog net")
    third = fetch(channel, "updates", second.cursor)
    assert third.loss_possible == "telegram_gap"
    assert [parse_telegram(item, US).text for item in third.items] == ["nog net"]
    assert fetch(channel, "updates", third.cursor).loss_possible is None


def test_new_numbers_after_a_silent_week_are_read(
    server: TelegramModel, channel: TelegramChannel, now: Time
) -> None:
    server.write("een")
    _, cursor = fetch_all(channel, "updates")
    for _ in range(15):
        now.passes(hours=12)
        cursor = fetch(channel, "updates", cursor).cursor
    server.give({"message": {"message_id": 9, "chat": {"id": 5}, "from": {"id": 5},
                             "date": 1, "text": "laag"}}, number=17)  # fmt: skip
    result = fetch(channel, "updates", cursor)
    assert [item.external_id for item in result.items] == ["5:9"]
    assert fetch(channel, "updates", result.cursor).items == []
    assert server.waiting() == []


def test_what_is_no_message_of_a_customer_stays_out(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    server.write("/start site")
    server.write("praat", chat={"id": -100, "type": "supergroup"})
    server.give({"message": None})
    result = fetch(channel, "updates")
    assert result.items == []
    fetch(channel, "updates", result.cursor)
    assert server.waiting() == []


def test_what_lacks_its_parts_waits_in_quarantine(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    broken: list[dict[str, Any]] = [
        {"message_id": 1, "text": "x"},
        {"message_id": 1, "chat": {"id": 1}, "date": 5},
        {"message_id": 2, "chat": "x", "date": "gisteren"},
    ]
    for message in broken:
        server.give({"message": message})
    items, _ = fetch_all(channel, "updates")
    assert len(items) == 3
    for item in items:
        with pytest.raises(ValueError, match=r"id|chat"):
            parse_telegram(item, US)


# --- files -----------------------------------------------------------------------------------


def test_files_come_with_the_message(server: TelegramModel, channel: TelegramChannel) -> None:
    file = server.file(b"%PDF", file_name="../bon .pdf", mime_type="Application/PDF")
    server.write("", document=file, caption="De bon")
    server.write("")
    server.write("", voice=server.file(b"ogg"))
    one, two, three = messages(channel)
    assert one.text == "De bon"
    assert one.attachments == attached("bon.pdf", "application/pdf", b"%PDF")
    assert two.attachments == attached("photo.jpg", "image/jpeg", b"groot" * 9)
    assert three.attachments == attached("voice.ogg", "audio/ogg", b"ogg")
    kept = fetch(channel, "updates").items
    assert not [item for item in kept if TOKEN.encode() in item.data or b"file_path" in item.data]


def test_a_file_that_cannot_be_had_is_named(
    server: TelegramModel, channel: TelegramChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.write("", video=server.file(b"x", file_size=30 << 20))
    server.write("Kijk", document={"file_id": "weg", "file_name": "weg.pdf"})
    items, _ = fetch_all(channel, "updates")
    assert [item.problem for item in items] == ["too_large", "no_file"]
    assert [parse_telegram(item, US).text for item in items] == ["[video.mp4]", "Kijk\n[weg.pdf]"]
    assert ("getFile", {"file_id": "weg"}) in server.calls


def test_a_file_holds_up_the_rest_for_an_hour_only(
    server: TelegramModel, channel: TelegramChannel, now: Time
) -> None:
    server.write("")
    server.write("daarna")
    server.refuse_files = 503
    with pytest.raises(Transient):
        fetch(channel, "updates")
    now.passes(minutes=61)
    assert [message.text for message in messages(channel)] == ["[photo.jpg]", "daarna"]


def test_large_files_make_small_batches(server: TelegramModel, channel: TelegramChannel) -> None:
    for _ in range(3):
        server.write("", document=server.file(b"x" * 3000))
    first = fetch(channel, "updates", None, Budget(size=5000))
    assert (len(first.items), first.more) == (2, True)
    second = fetch(channel, "updates", first.cursor, Budget(size=5000))
    assert (len(second.items), second.more) == (1, False)


def test_what_is_no_text_is_said_in_words(server: TelegramModel, channel: TelegramChannel) -> None:
    server.write("", location={"latitude": 52.1, "longitude": 5.1})
    server.write("", contact={"phone_number": "+31612345678", "first_name": "Piet"})
    server.write("", sticker={"emoji": "👍"})
    server.write("", poll={"question": "?"})
    texts = [message.text for message in messages(channel)]
    assert texts == ["geo:52.1,5.1", "Piet +31612345678", "👍", "[poll]"]


def test_a_customer_without_a_name_has_his_user_name(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    server.write("hoi", {"id": 5, "username": "Piet"})
    server.write("hoi", {"id": 6})
    server.write("van ons", {"id": 7, "username": "Winkel_Bot"})
    found = messages(channel)
    assert [message.author.name for message in found] == ["@Piet", "", "@Winkel_Bot"]
    assert found[-1].direction is Direction.OUT


# --- waiting ---------------------------------------------------------------------------------


class Waiting:
    """A wait on a thread of its own."""

    def __init__(self, channel: TelegramChannel, seconds: float = 8) -> None:
        self.found: list[object] = []
        self.stop = Event()
        self._span = timedelta(seconds=seconds)
        self._channel = channel
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.found.append(self._channel.wait(self.stop, self._span))
        except ChannelError as error:
            self.found.append(error)

    def result(self) -> object:
        self.thread.join(5)
        return self.found[0]


def polls(server: TelegramModel) -> bool:
    return any(given.get("timeout") for _, given in server.calls)


def test_waiting_ends_when_somebody_writes_and_confirms_nothing(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    cursor = fetch(channel, "updates").cursor
    waiting = Waiting(channel)
    until(lambda: polls(server))
    server.write("nieuw")
    assert waiting.result() is True
    assert len(server.waiting()) == 1
    # Until the next fetch it stays quiet, and then one more fetch confirms.
    before = len(server.calls)
    assert channel.wait(Event(), SECOND / 5) is False
    assert len(server.calls) == before
    result = fetch(channel, "updates", cursor)
    assert len(result.items) == 1
    assert channel.wait(Event(), timedelta(seconds=5)) is True
    assert fetch(channel, "updates", result.cursor).items == []
    assert server.waiting() == []


def test_waiting_knows_its_own_fetch_from_another_program(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    cursor = fetch(channel, "updates").cursor
    waiting = Waiting(channel)
    until(lambda: polls(server))
    fetch(channel, "updates", cursor)
    server.write("nieuw")
    assert waiting.result() is True
    cursor = fetch(channel, "updates", fetch(channel, "updates", cursor).cursor).cursor
    server.calls.clear()
    waiting = Waiting(channel)
    until(lambda: polls(server))
    server._get({})
    assert isinstance(waiting.result(), OtherReader)


def test_closing_ends_a_wait_at_once(server: TelegramModel, channel: TelegramChannel) -> None:
    fetch(channel, "updates")
    waiting = Waiting(channel, 30)
    until(lambda: polls(server))
    begun = time.monotonic()
    waiting.stop.set()
    channel.close()
    assert waiting.result() is False
    assert time.monotonic() - begun < 3


def test_waiting_ends_in_time(server: TelegramModel, channel: TelegramChannel) -> None:
    assert channel.wait(Event(), SECOND / 10) is False
    fetch(channel, "updates")
    assert channel.wait(Event(), SECOND * 1.1) is False
    assert [given["timeout"] for _, given in server.calls] == [0, 1]
    stop = Event()
    stop.set()
    assert channel.wait(stop, timedelta(seconds=50)) is False


def test_a_fetch_that_meets_our_own_wait_tries_later(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    fetch(channel, "updates")
    waiting = Waiting(channel, 3)
    until(lambda: polls(server))
    server.refuse = Refused(409, CONFLICT)
    with pytest.raises(Transient):
        fetch(channel, "updates")
    server.refuse = None
    server.write("nieuw")
    assert waiting.result() is True


# --- answering -------------------------------------------------------------------------------


def test_an_answer_is_sent_once_to_the_message(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    number = server.write("Waar blijft het?")
    key = messages(channel)[0].key
    prepared = channel.prepare(draft(references=(key, "out:eerder")))
    steps: list[int] = []
    result = channel.send(prepared, lambda: steps.append(len(server.sent)))
    assert steps == [0]
    assert server.sent == [
        {
            "chat_id": ANNA["id"],
            "text": "Het komt morgen.",
            "reply_parameters": {"message_id": number, "allow_sending_without_reply": True},
        }
    ]
    assert (result.external_id, result.sent_at) == (f"{ANNA['id']}:{number + 1}", START)
    assert prepared.external_id == "out:sleutel1"
    assert TOKEN not in repr(prepared) + prepared.payload.decode()


def test_photos_and_documents_go_along(server: TelegramModel, channel: TelegramChannel) -> None:
    server.write("Waar blijft het?")
    files = [
        ("sendPhoto", "photo", attached("foto.jpg", "image/jpeg")),
        ("sendDocument", "document", attached("bon.pdf", "application/pdf")),
        ("sendDocument", "document", attached("groot.png", "image/png", bytes(11 << 20))),
    ]
    for method, part, attachments in files:
        channel.send(channel.prepare(draft(attachments=attachments)), lambda: None)
        assert server.calls[-1][0] == method
        file = attachments[0]
        assert server.sent[-1][part] == (file.name, file.data)
        assert server.sent[-1]["caption"] == "Het komt morgen."
    channel.send(
        channel.prepare(draft(text="", references=("777000123:1",), attachments=files[0][2])),
        lambda: None,
    )
    assert "caption" not in server.sent[-1]
    assert server.sent[-1]["reply_parameters"]["message_id"] == 1


def test_a_lost_answer_is_an_unknown_outcome(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    server.write("Waar blijft het?")
    server.cut.add("sendMessage")
    prepared = channel.prepare(draft())
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    assert len(server.sent) == 1
    assert channel.reconcile(prepared) is None
    for told in (b'{"ok": true, "result": {}}', b'{"ok": false}', b"<html>"):
        server.raw = f"HTTP/1.1 200 OK\r\nContent-Length: {len(told)}\r\n\r\n".encode() + told
        with pytest.raises(OutcomeUnknown):
            channel.send(prepared, lambda: None)


def test_what_telegram_forbids_is_known_before(channel: TelegramChannel) -> None:
    known = draft()
    two = attached("a.pdf", "application/pdf") * 2
    wrong: list[dict[str, Any]] = [
        {"text": " \n"},
        {"text": "x" * 4097},
        {"text": "👍" * 2049},
        {"text": "x" * 1025, "attachments": two[:1]},
        {"attachments": two},
        {"attachments": attached("leeg.pdf", "application/pdf", b"")},
        {"attachments": attached("groot.zip", "application/zip", bytes((50 << 20) + 1))},
    ]
    for values in wrong:
        with pytest.raises(InvalidContent):
            channel.prepare(replace(known, **values))
    channel.prepare(replace(known, text="👍" * 2048))
    with pytest.raises(NotAllowedByPlatform):
        channel.prepare(replace(known, recipient=Person("anna@klant.test")))


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        (Refused(400, "Bad Request: chat not found"), RecipientUnavailable),
        (Refused(400, "Bad Request: message to be replied not found"), TargetGone),
        (Refused(400, "Bad Request: message is too long"), InvalidContent),
        (Refused(403, "Forbidden: bot was blocked by the user"), RecipientUnavailable),
        (Refused(401, "Unauthorized"), AuthExpired),
        (Refused(429, "Too Many Requests: retry after 7", retry_after=7), RateLimited),
        (Refused(500, "Internal Server Error"), OutcomeUnknown),
    ],
)
def test_a_refusal_has_its_class(
    server: TelegramModel,
    channel: TelegramChannel,
    refusal: Refused,
    expected: type[ChannelError],
) -> None:
    server.refuse = refusal
    with pytest.raises(expected) as caught:
        channel.send(channel.prepare(draft()), lambda: None)
    if isinstance(caught.value, RateLimited):
        assert caught.value.retry_at == START + 7 * SECOND


def test_a_refusal_in_no_known_form_has_the_class_of_its_status(
    server: TelegramModel, channel: TelegramChannel
) -> None:
    server.raw = b"HTTP/1.1 400 X\r\nContent-Length: 6\r\n\r\n<html>"
    with pytest.raises(InvalidContent):
        channel.send(channel.prepare(draft()), lambda: None)


# --- set-up ----------------------------------------------------------------------------------


def test_a_probe_tells_what_the_bot_can(
    server: TelegramModel, channel: TelegramChannel, platform: TelegramPlatform
) -> None:
    server.write("wacht")
    found = channel.probe()
    assert [finding.code for finding in found] == ["sign_in", "gap", "answers_only", "groups"]
    assert all(finding.ok for finding in found)
    assert "@Winkel_Bot" in found[0].text.format(**found[0].params)
    assert len(server.waiting()) == 1
    platform.fail("web hook")
    assert [finding.ok for finding in channel.probe()] == [False]
    platform.recover()
    other = TelegramType(platform.now).open(
        AccountSettings(1, "andere_bot", "", {"server": server.url}), platform.box
    )
    assert [finding.ok for finding in other.probe()] == [False]


def test_settings_are_checked() -> None:
    kind = TelegramType(lambda: START)
    for told in ("@Winkel_Bot", "winkel_bot", "https://t.me/winkel_bot"):
        assert kind.handle({"bot": told}) == BOT
    for told in ("", "winkel bot", f"{TOKEN}"):
        with pytest.raises(InvalidValueError):
            kind.handle({"bot": told})
    assert kind.discover({"bot": BOT, "name": "x", "server": "https://bot.example"}) == {
        "bot": BOT,
        "server": "https://bot.example",
    }
    for told in ("http://bot.example", "ftp://bot.example"):
        with pytest.raises(InvalidValueError):
            kind.discover({"bot": BOT, "server": told})
