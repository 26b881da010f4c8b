"""WhatsApp's Cloud API: the contract by a real relay, and what only WhatsApp has."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.models.rules.errors import InvalidValueError
from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import (
    AccountSettings,
    Attachment,
    Bounce,
    Budget,
    Channel,
    Draft,
    InboundMessage,
    Json,
    ParseContext,
    Person,
    RawItem,
    SupportsReply,
)
from app.services.channels.errors import (
    AccountRestricted,
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    Offline,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
    Transient,
    WindowClosed,
)
from app.services.channels.meta.relay import OtherAppSecret, RelaySecretRefused
from app.services.channels.meta.relay_reading import NoJsonError, NotSignedByMetaError
from app.services.channels.meta.whatsapp import WhatsAppType
from app.services.channels.meta.whatsapp_account import WhatsAppChannel
from app.services.channels.meta.whatsapp_parse import parse_whatsapp
from app.services.channels.registry import Channels
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import Secrets
from tests.servers.meta_model import TOKEN, GraphRefusal
from tests.servers.relay import APP_SECRET, READ_SECRET, RelayHere, bodies
from tests.servers.whatsapp_model import (
    ANNA,
    ANNA_ID,
    FILES,
    NUMBER,
    PHONE_ID,
    WhatsAppModel,
    contact,
)

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
US = ParseContext(frozenset({NUMBER}))


class Time:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **span: float) -> None:
        self.at += timedelta(**span)


class WhatsAppPlatform:
    """A number at the model of the Cloud API, with a relay."""

    stream = own_stream = "messages"
    secrets = (TOKEN, APP_SECRET, READ_SECRET)
    failures: Mapping[str, type[ChannelError]] = {
        "their fault": Transient,
        "throttled": RateLimited,
        "offline": Offline,
        "wrong secret": RelaySecretRefused,
        "no secret": AuthExpired,
        "other app secret": OtherAppSecret,
        "not filled in": TargetGone,
        "moved": TargetGone,
        "nothing there": TargetGone,
        "other page": TargetGone,
        "no records": ProtocolChanged,
        "no relay": NotAllowedByPlatform,
    }

    def __init__(self, server: WhatsAppModel, relay: RelayHere, now: Time) -> None:
        self.server, self.relay, self.now = server, relay, now
        self.url, self.box = "", Secrets()
        self.recover()

    def open(self) -> WhatsAppChannel:
        values: dict[str, Json] = {
            "server": self.server.url, "phone_id": PHONE_ID, "relay": self.url,
        }  # fmt: skip
        account = AccountSettings(1, NUMBER, "Winkel", values)
        return WhatsAppType(self.now).open(account, self.box)

    def put(self, text: str) -> None:
        self.server.write(text)

    def put_own(self, text: str) -> None:
        self.server.echo(text)

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return WhatsAppType.parse(item, context)

    def own_handle(self) -> str:
        return NUMBER

    def state(self) -> object:
        kept = sorted(path.name for path in self.relay.data.glob("0*.php"))
        return kept, self.server.sent, self.server.uploads

    def fail(self, fault: str) -> None:
        answers = {
            "their fault": ("500 Oops", b"<html>"),
            "throttled": ("429 Slow", b""),
            "not filled in": ("503 Service Unavailable", b"Balie relay: fill in the three"),
            "moved": ("301 Moved", b""),
            "nothing there": ("404 Not Found", b"<html>"),
            "other page": ("200 OK", b"<html>Mijn winkel"),
        }
        self.relay.fault = answers.get(fault)
        if fault in {"wrong secret", "no secret"}:
            self.box["relay_secret"] = "verkeerd" if fault == "wrong secret" else ""
        if fault == "other app secret":
            self.box["app_secret"] = "een ander geheim"
        if fault == "no records":
            self.relay.breaks = b'"records": ', b'"recorded": '
        if fault in {"offline", "no relay"}:
            self.url = "http://127.0.0.1:1/balie-relay.php" if fault == "offline" else ""

    def recover(self) -> None:
        self.relay.fault = self.relay.breaks = None
        self.url = self.relay.url
        self.box = Secrets(token=TOKEN, app_secret=f" {APP_SECRET}\n", relay_secret=READ_SECRET)


@pytest.fixture
def now() -> Time:
    return Time()


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[RelayHere]:
    with RelayHere(tmp_path) as here:
        yield here


@pytest.fixture
def server(relay: RelayHere, now: Time) -> Iterator[WhatsAppModel]:
    with WhatsAppModel(relay, now) as model:
        yield model
        asked = [one for one in model.asked if not one.target.startswith(FILES)]
        assert_declared(WhatsAppType.calls, asked)


@pytest.fixture
def platform(server: WhatsAppModel, relay: RelayHere, now: Time) -> WhatsAppPlatform:
    return WhatsAppPlatform(server, relay, now)


@pytest.fixture
def channel(platform: WhatsAppPlatform) -> Iterator[WhatsAppChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestWhatsAppContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: WhatsAppModel, relay: RelayHere, now: Time) -> WhatsAppPlatform:  # type: ignore[override]
        return WhatsAppPlatform(server, relay, now)


def draft(**values: Any) -> Draft:
    given: dict[str, Any] = {
        "key": "sleutel1", "thread_token": "draad1", "sender": Person(NUMBER, "Winkel"),
        "recipient": Person(ANNA, "Anna Jansen"), "subject": "", "text": "Het komt morgen.\n",
        "created_at": START,
    }  # fmt: skip
    return Draft(**(given | values))


def messages(channel: Channel) -> list[InboundMessage]:
    return [parse_whatsapp(item, US) for item in fetch_all(channel, "messages")[0]]


def only(channel: Channel) -> InboundMessage:
    (found,) = messages(channel)
    return found


def sent(channel: WhatsAppChannel, **values: Any) -> str:
    return channel.send(channel.prepare(draft(**values)), lambda: None).external_id


def attached(name: str, mime: str, data: bytes = b"inhoud") -> tuple[Attachment, ...]:
    return (Attachment(name, mime, data),)


# --- reading ---------------------------------------------------------------------------------


def test_a_message_is_understood(server: WhatsAppModel, channel: WhatsAppChannel) -> None:
    first = server.write("Waar blijft mijn pakket?")
    second = server.write("En nu?", context={"from": NUMBER, "id": first})
    one, two = messages(channel)
    assert (one.key, two.key) == (first, second)
    assert one.author == Person(ANNA, "Anna Jansen")
    assert one.parents == (f"chat:{ANNA}", f"chat:{ANNA_ID}")
    assert two.parents == (first, f"chat:{ANNA}", f"chat:{ANNA_ID}")
    assert (one.created_at, one.direction) == (START, Direction.IN)
    assert one.reply_until == START + timedelta(hours=24)
    assert isinstance(channel, SupportsReply)
    assert Channels()["whatsapp"].kind == "whatsapp"


def test_a_customer_who_hides_his_number_stays_in_his_conversation(
    server: WhatsAppModel, channel: WhatsAppChannel
) -> None:
    message = server.message("Ik weer")
    del message["from"]
    who = {"profile": {"username": "anna.j"}, "user_id": ANNA_ID}
    server.hook(messages=[message], contacts=[who, contact("31600000000") | {"user_id": "NL.2"}])
    found = only(channel)
    assert found.author == Person(ANNA_ID, "@anna.j")
    assert found.parents == (f"chat:{ANNA_ID}",)
    assert channel.prepare(draft(recipient=found.author)).recipient == ANNA_ID
    sent(channel, recipient=found.author)
    assert server.sent[-1]["recipient"] == ANNA_ID
    assert "to" not in server.sent[-1]


def test_one_web_hook_can_hold_many_and_can_come_twice(
    server: WhatsAppModel, channel: WhatsAppChannel, relay: RelayHere
) -> None:
    made = [server.message(str(number)) for number in range(5)]
    body = server.hook(messages=made, contacts=[contact()])
    relay.deliver(body)
    items, cursor = fetch_all(channel, "messages", None, Budget(items=2))
    assert [parse_whatsapp(item, US).text for item in items[:5]] == ["0", "1", "2", "3", "4"]
    assert {item.external_id for item in items} == {each["id"] for each in made}
    assert fetch(channel, "messages", cursor).items == []
    assert relay.numbers() == []


def test_half_a_web_hook_says_nothing_about_the_next(
    server: WhatsAppModel, channel: WhatsAppChannel, relay: RelayHere
) -> None:
    made = [server.message(str(number)) for number in range(3)]
    server.hook(messages=made, contacts=[contact()])
    first = fetch(channel, "messages", None, Budget(items=2))
    assert len(first.items) == 2
    assert first.more
    (relay.data / "000000000001.php").unlink()  # given up by the relay after a month
    server.write("daarna")
    rest = fetch(channel, "messages", first.cursor)
    assert [parse_whatsapp(item, US).text for item in rest.items] == ["daarna"]


def test_only_what_is_stored_is_acked(
    server: WhatsAppModel, channel: WhatsAppChannel, relay: RelayHere
) -> None:
    server.write("een")
    first = fetch(channel, "messages")
    assert relay.numbers() == [1]
    server.write("twee")
    second = fetch(channel, "messages", first.cursor)
    assert relay.numbers() == [2]
    fetch(channel, "messages", second.cursor)
    assert relay.numbers() == []


def test_what_others_read_from_the_relay_stays_for_them(
    server: WhatsAppModel, channel: WhatsAppChannel, relay: RelayHere
) -> None:
    relay.read(reader="messenger:1")
    server.hook(phone_id="99", messages=[server.message("voor een ander")])
    server.hook("account_update", event="x")
    relay.deliver(b'{"object": "page", "entry": [{"messaging": []}]}')
    server.write("voor ons")
    items, cursor = fetch_all(channel, "messages")
    assert [parse_whatsapp(item, US).text for item in items] == ["voor ons"]
    fetch(channel, "messages", cursor)
    assert len(relay.read(reader="messenger:1")["records"]) == 4


def test_what_meta_did_not_sign_is_seen_in_quarantine(
    server: WhatsAppModel, channel: WhatsAppChannel, relay: RelayHere
) -> None:
    server.write("echt")
    path = relay.data / "000000000001.php"
    path.write_text(path.read_text().replace("sha256=", "sha256=0"))
    relay.deliver(b"geen json")
    server.write("ook echt")
    items, _ = fetch_all(channel, "messages")
    assert [item.problem for item in items] == ["unsigned", "no_json", None]
    for item, error in zip(items, (NotSignedByMetaError, NoJsonError), strict=False):
        with pytest.raises(error):
            parse_whatsapp(item, US)


def test_a_relay_that_was_emptied_begins_anew(
    server: WhatsAppModel, channel: WhatsAppChannel, relay: RelayHere
) -> None:
    for text in ("een", "twee"):
        server.write(text)
    _, cursor = fetch_all(channel, "messages")
    shutil.rmtree(relay.data)
    server.write("drie")
    items, cursor = fetch_all(channel, "messages", cursor)
    assert [parse_whatsapp(item, US).text for item in items] == ["drie"]
    assert fetch(channel, "messages", cursor).items == []


def test_a_full_relay_is_told_once(
    server: WhatsAppModel, channel: WhatsAppChannel, relay: RelayHere
) -> None:
    server.write("een")
    relay.breaks = b'"full": ""', b'"full": "too much is waiting"'
    first = fetch(channel, "messages")
    second = fetch(channel, "messages", first.cursor)
    relay.breaks = None
    third = fetch(channel, "messages", second.cursor)
    told = [one.loss_possible for one in (first, second, third)]
    assert told == ["relay_full", None, None]


def test_a_broken_record_is_a_changed_protocol(
    server: WhatsAppModel, channel: WhatsAppChannel, relay: RelayHere
) -> None:
    server.write("een")
    for broken in (b'"seq": ""', b'"seq": null'):
        relay.breaks = b'"seq": 1', broken
        with pytest.raises(ProtocolChanged):
            fetch(channel, "messages")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"type": "button", "button": {"text": "Ja", "payload": "x"}}, "Ja"),
        ({"type": "interactive", "interactive": {"type": "list_reply",
          "list_reply": {"id": "1", "title": "Maat M"}}}, "Maat M"),
        ({"type": "interactive", "interactive": {"type": "nfm_reply"}}, "[nfm_reply]"),
        ({"type": "location", "location": {"latitude": 52.1, "longitude": 5.1, "name": "Thuis"}},
         "Thuis\ngeo:52.1,5.1"),
        ({"type": "contacts", "contacts": [{"name": {"formatted_name": "Piet"},
          "phones": [{"phone": "+31 6 1"}]}]}, "Piet +31 6 1"),
        ({"type": "order", "order": {"product_items": []}}, "[order]"),
        ({"type": "unsupported", "errors": [{"code": 131051}]}, "[unsupported]"),
        ({"type": "unsupported", "unsupported": {"type": "poll"}}, "[poll]"),
        ({"type": "hologram"}, "[hologram]"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_said_in_words(
    server: WhatsAppModel, channel: WhatsAppChannel, content: dict[str, Any], text: str
) -> None:
    server.write(**content)
    assert only(channel).text == text


def test_reactions_and_other_signs(server: WhatsAppModel, channel: WhatsAppChannel) -> None:
    server.write(type="reaction", reaction={"message_id": "wamid.1", "emoji": "👎"})
    server.write(type="reaction", reaction={"message_id": "wamid.1", "emoji": ""})
    server.write(type="request_welcome")
    server.write(type="system", system={"type": "user_changed_number", "body": "Nieuw nummer"})
    server.write("Kom ik door", referral={"headline": "Actie", "source_url": "https://x.nl"})
    reaction, system, came_by = messages(channel)
    assert (reaction.text, reaction.parents[0]) == ("👎", "wamid.1")
    assert (system.text, system.reply_until) == ("Nieuw nummer", None)
    assert came_by.quoted == "Actie\nhttps://x.nl"


def test_changed_and_taken_away(server: WhatsAppModel, channel: WhatsAppChannel) -> None:
    first = server.write("Waar blijft het?")
    inner = {"type": "text", "text": {"body": "Waar blijft mijn pakket?"}}
    server.write(type="edit", edit={"original_message_id": first, "message": inner})
    server.write(type="revoke", revoke={"original_message_id": first})
    items, _ = fetch_all(channel, "messages")
    one, changed, gone = (parse_whatsapp(item, US) for item in items)
    assert {one.key, changed.key, gone.key} == {first}
    assert (changed.text, changed.edited, changed.gone) == ("Waar blijft mijn pakket?", True, False)
    assert (gone.text, gone.gone) == ("", True)
    assert len({item.external_id for item in items}) == 3


def test_what_we_wrote_on_the_phone_is_ours(
    server: WhatsAppModel, channel: WhatsAppChannel
) -> None:
    server.echo("Wij kijken het na.", to="+31612345678")
    (item,) = fetch_all(channel, "messages")[0]
    found = parse_whatsapp(item, US)
    assert item.outgoing
    assert (found.author.handle, found.direction) == (NUMBER, Direction.OUT)
    assert found.recipients == (Person(ANNA),)
    assert found.parents == (f"chat:{ANNA}",)
    assert found.reply_until is None


def test_files_come_with_the_message(server: WhatsAppModel, channel: WhatsAppChannel) -> None:
    server.write(type="image", image=server.file(b"plaatje", caption="Zo kwam het aan"))
    made = server.file(b"%PDF", "application/pdf", filename="../bon.pdf")
    server.write(type="document", document=made)
    server.write(type="audio", audio=server.file(b"stem", "audio/ogg; codecs=opus", voice=True))
    photo, bill, voice = messages(channel)
    assert photo.text == "Zo kwam het aan"
    assert photo.attachments == (Attachment("photo.jpg", "image/jpeg", b"plaatje"),)
    assert "/" not in bill.attachments[0].name
    assert (voice.attachments[0].mime, voice.attachments[0].data) == ("audio/ogg", b"stem")


@pytest.mark.parametrize(
    ("fault", "problem"), [("large", "too_large"), ("gone", "no_file"), ("elsewhere", "no_file")]
)
def test_a_file_that_cannot_be_had_is_named(
    server: WhatsAppModel, channel: WhatsAppChannel, fault: str, problem: str
) -> None:
    server.write(type="image", image=server.file(b"plaatje", caption="Kijk"))
    server.file_fault = fault
    (item,) = fetch_all(channel, "messages")[0]
    assert item.problem == problem
    assert parse_whatsapp(item, US).text == "Kijk\n[photo.jpg]"
    assert all("elders" not in asked.target for asked in server.asked)


def test_a_busy_server_holds_a_file_up_for_an_hour_only(
    server: WhatsAppModel, channel: WhatsAppChannel, now: Time
) -> None:
    server.write("eerst")
    server.write(type="image", image=server.file(b"plaatje"))
    server.write("daarna")
    server.file_fault = "busy"
    first = fetch(channel, "messages")
    assert [parse_whatsapp(item, US).text for item in first.items] == ["eerst"]
    assert not first.more
    with pytest.raises(Transient):
        fetch(channel, "messages", first.cursor)
    now.passes(hours=1, seconds=1)
    rest = fetch(channel, "messages", first.cursor)
    assert [item.problem for item in rest.items] == ["no_file", None]


def test_what_lacks_its_parts_waits_in_quarantine(
    server: WhatsAppModel, channel: WhatsAppChannel
) -> None:
    whole = server.message("x")
    broken = [{**whole, name: None} for name in ("id", "timestamp")]
    nobody = {"id": "wamid.9", "timestamp": "5", "type": "text"}
    server.hook(messages=[*broken, {"type": "text"}, "x", None, nobody])
    items, _ = fetch_all(channel, "messages")
    assert len(items) == len({item.external_id for item in items}) == 6
    for item in items:
        with pytest.raises(ValueError, match=r"^(id|from|Invalid iso.*)$"):
            parse_whatsapp(item, US)


def test_old_messages_are_history(
    server: WhatsAppModel, channel: WhatsAppChannel, now: Time
) -> None:
    server.write("oud")
    now.passes(days=8)
    server.write("nieuw")
    items, _ = fetch_all(channel, "messages")
    assert [item.history for item in items] == [True, False]


# --- answering -------------------------------------------------------------------------------


def test_an_answer_goes_out_once_and_quotes(
    server: WhatsAppModel, channel: WhatsAppChannel
) -> None:
    asked = server.write("Waar blijft het?")
    prepared = channel.prepare(draft(references=("chat:x", asked)))
    commits: list[int] = []
    result = channel.send(prepared, lambda: commits.append(len(server.sent)))
    assert commits == [0]
    (message,) = server.sent
    assert result.external_id == message["wamid"]
    assert message == {
        "messaging_product": "whatsapp", "recipient_type": "individual", "to": ANNA,
        "type": "text", "text": {"body": "Het komt morgen.", "preview_url": False},
        "context": {"message_id": asked}, "biz_opaque_callback_data": "out:sleutel1",
        "wamid": result.external_id,
    }  # fmt: skip
    assert prepared.external_id == "out:sleutel1"
    assert [one.text for one in messages(channel)] == ["Waar blijft het?"]


@pytest.mark.parametrize(
    ("mime", "size", "text", "kind"),
    [
        ("image/jpeg", 9, "Kijk", "image"),
        ("image/jpeg", (5 << 20) + 1, "Kijk", "document"),
        ("image/gif", 9, "", "document"),
        ("audio/ogg", 9, "", "audio"),
        ("audio/ogg", 9, "Luister", "document"),
        ("video/mp4", 9, "", "video"),
    ],
)
def test_a_file_goes_as_what_it_is(
    server: WhatsAppModel, channel: WhatsAppChannel, mime: str, size: int, text: str, kind: str
) -> None:
    commits: list[int] = []
    prepared = channel.prepare(draft(text=text, attachments=attached("bon.x", mime, b"x" * size)))
    channel.send(prepared, lambda: commits.append(len(server.uploads)))
    (message,) = server.sent
    media = message[kind].pop("id")
    assert commits == [1]  # the file is there before the point of no return
    assert server.uploads[media][0] == mime
    assert len(server.uploads[media][1]) == size
    assert message["type"] == kind
    name = {"filename": "bon.x"} if kind == "document" else {}
    assert message[kind] == name | ({"caption": text} if text else {})


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"text": " \n"}, InvalidContent),
        ({"text": "x" * 4097}, InvalidContent),
        ({"text": "x" * 1025, "attachments": attached("a.pdf", "application/pdf")}, InvalidContent),
        ({"attachments": attached("a.pdf", "application/pdf") * 2}, InvalidContent),
        ({"attachments": attached("a.pdf", "application/pdf", b"")}, InvalidContent),
        ({"recipient": Person("anna@klant.nl")}, RecipientUnavailable),
    ],
)
def test_what_can_never_be_sent_is_said_before(
    channel: WhatsAppChannel, values: dict[str, Any], error: type[ChannelError]
) -> None:
    with pytest.raises(error):
        channel.prepare(draft(**values))
    assert channel.prepare(draft(text="x" * 4096)).payload


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (0, AuthExpired),
        (190, AuthExpired),
        (10, PermissionMissing),
        (131005, PermissionMissing),
        (133010, PermissionMissing),
        (100, InvalidContent),
        (131009, InvalidContent),
        (131051, InvalidContent),
        (131026, RecipientUnavailable),
        (131030, RecipientUnavailable),
        (131031, AccountRestricted),
        (131042, AccountRestricted),
        (368, AccountRestricted),
        (131047, WindowClosed),
        (131048, RateLimited),
        (131056, RateLimited),
        (131016, OutcomeUnknown),
        (131000, OutcomeUnknown),
    ],
)
def test_refusals_have_their_class(
    server: WhatsAppModel, channel: WhatsAppChannel, code: int, error: type[ChannelError]
) -> None:
    server.refuse = code or 7_000_000
    if not code:
        server.FAULTS = {"zero": lambda: _refusal(0)}  # type: ignore[misc]
        server.fault = "zero"
    with pytest.raises(error) as caught:
        sent(channel)
    assert TOKEN not in f"{caught.value!r} {caught.value.params}"
    assert server.sent == []


def _refusal(code: int) -> GraphRefusal:
    return GraphRefusal(code, 0, "Unable to authenticate", 401)


def test_too_many_to_one_customer_rests_a_minute(
    server: WhatsAppModel, channel: WhatsAppChannel, now: Time
) -> None:
    server.refuse = 131056
    with pytest.raises(RateLimited) as caught:
        sent(channel)
    assert caught.value.retry_at == START + timedelta(minutes=1)
    server.refuse = 0
    now.passes(minutes=1, seconds=1)
    assert sent(channel) == server.sent[0]["wamid"]


def test_a_throttle_of_sending_holds_no_reading_up(
    server: WhatsAppModel, channel: WhatsAppChannel
) -> None:
    server.refuse = 131048
    with pytest.raises(RateLimited):
        sent(channel)
    server.write(type="image", image=server.file(b"plaatje"))
    assert only(channel).attachments[0].data == b"plaatje"


def test_a_lost_answer_is_found_by_its_status(
    server: WhatsAppModel, platform: WhatsAppPlatform, channel: WhatsAppChannel
) -> None:
    prepared = channel.prepare(draft())
    server.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    found = channel.reconcile(prepared)
    assert found is not None
    assert (found.external_id, found.sent_at) == (server.sent[0]["wamid"], START)
    assert len(server.sent) == 1
    _, cursor = fetch_all(channel, "messages")
    fetch(channel, "messages", cursor)  # taken and acked: remembered all the same
    assert channel.reconcile(prepared) == found
    assert channel.reconcile(channel.prepare(draft(key="nooit"))) is None


def test_an_answer_without_id_is_unknown(server: WhatsAppModel, channel: WhatsAppChannel) -> None:
    server.no_id = True
    with pytest.raises(OutcomeUnknown):
        sent(channel)
    with pytest.raises(ProtocolChanged):
        sent(channel, attachments=attached("bon.pdf", "application/pdf"))


def test_what_fails_after_all_is_told(server: WhatsAppModel, channel: WhatsAppChannel) -> None:
    server.fate = 131047
    key = sent(channel)
    for status in ("sent", "delivered", "read"):
        server.status(key, status)
    server.status("wamid.ander", "failed", id=None)
    told, _ = items = fetch_all(channel, "messages")[0]
    report = parse_whatsapp(told, US)
    assert report.bounce == Bounce(key, ANNA, "131047: Re-engagement message", permanent=True)
    assert report.automatic is Automatic.BOUNCE
    assert report.parents == (key, f"chat:{ANNA}")
    assert report.text == "Re-engagement message: More than 24 hours have passed"
    with pytest.raises(ValueError, match="id"):
        parse_whatsapp(items[1], US)


def test_an_owner_can_read_and_answer_only_with_what_he_filled_in(
    platform: WhatsAppPlatform, server: WhatsAppModel
) -> None:
    def probed() -> dict[str, bool]:
        channel = platform.open()
        found = {finding.code: finding.ok for finding in channel.probe()}
        channel.close()
        return found

    assert probed() == {"sign_in": True, "relay": True, "window": True, "no_history": True}
    platform.fail("no relay")
    assert not probed()["no_relay"]
    platform.recover()
    platform.fail("other app secret")
    assert not probed()["relay_app_secret"]
    platform.recover()
    server.verified_number = "+31 20 999 9999"
    assert probed() == {"sign_in": False}
    platform.box["token"] = "verkeerd"
    assert probed() == {"auth_expired": False}


# --- settings --------------------------------------------------------------------------------


def test_what_the_owner_fills_in(now: Time) -> None:
    kind = WhatsAppType(now)
    for told in ("+31 20 123 4567", "0031-20-1234567", "31201234567"):
        assert kind.handle({"number": told}) == NUMBER
    for told in ("", "020 123 4567", "winkel"):
        with pytest.raises(InvalidValueError):
            kind.handle({"number": told})
    given = {"phone_id": f" {PHONE_ID} ", "relay": "Voorbeeld.nl/Map/balie-relay.php", "name": "W"}
    assert kind.discover(given) == {
        "phone_id": PHONE_ID, "relay": "https://voorbeeld.nl/Map/balie-relay.php",
        "server": "https://graph.facebook.com", "version": "v26.0",
    }  # fmt: skip
    assert kind.discover({"phone_id": PHONE_ID, "relay": " "})["relay"] == ""
    wrong = ("voorbeeld.nl", "http://voorbeeld.nl/relay.php", "https://x.nl/r.php?a=1",
             "https://piet:geheim@x.nl/r.php")  # fmt: skip
    for relay in wrong:
        with pytest.raises(InvalidValueError):
            kind.discover({"phone_id": PHONE_ID, "relay": relay})
    for phone_id in ("", "+3120", "abc", "١٢٣"):
        with pytest.raises(InvalidValueError):
            kind.discover({"phone_id": phone_id})


def test_a_reading_secret_may_have_any_letters(
    platform: WhatsAppPlatform, relay: RelayHere, server: WhatsAppModel
) -> None:
    relay.use(READ_SECRET="geheim-één-van-de-winkel €")
    server.write("een")
    platform.box["relay_secret"] = "geheim-één-van-de-winkel €"
    channel = platform.open()
    assert only(channel).text == "een"
    channel.close()
    assert bodies(relay.read(secret="geheim-één-van-de-winkel €"))
