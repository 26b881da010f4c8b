"""Text messages through Twilio: the contract, and what is their own."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qsl, unquote_plus

import pytest

from app.models.rules.errors import InvalidValueError
from app.models.rules.messages import Automatic, Direction
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
    AuthExpired,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    RecipientUnavailable,
    TargetGone,
    Transient,
)
from app.services.channels.registry import Channels
from app.services.channels.twilio.channel import TwilioChannel
from app.services.channels.twilio.kinds import SmsType, WhatsAppType
from app.services.channels.twilio.parse import parse_twilio
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch, fetch_all
from tests.channels.email_accounts import NOW, Secrets
from tests.servers.twilio_model import ANNA, BERT, SHOP, SID, TOKEN, TwilioModel

US = ParseContext(frozenset({SHOP}))


class TwilioPlatform:
    """The number of the shop at the model server."""

    stream, own_stream = "inbox", "sent"
    secrets = (TOKEN, "handtekening")
    failures: Mapping[str, type[ChannelError]] = {
        "token": AuthExpired, "no right": PermissionMissing, "gone": TargetGone,
        "busy": RateLimited, "down": Transient, "bad": ProtocolChanged,
        "nonsense": ProtocolChanged, "no list": ProtocolChanged, "no sid": ProtocolChanged,
        "elsewhere": ProtocolChanged,
    }  # fmt: skip
    kind: type[SmsType] | type[WhatsAppType] = SmsType

    def __init__(self, server: TwilioModel) -> None:
        self.server, self.box = server, Secrets(token=TOKEN)
        self.values = {"number": "+31 970-102345", "sid": SID, "server": server.url}

    def open(self) -> TwilioChannel:
        kind = self.kind(lambda: self.server.now)
        account = AccountSettings(1, kind.handle(self.values), "Winkel", kind.discover(self.values))
        return kind.open(account, self.box)

    def put(self, text: str) -> None:
        self.server.write(text)

    def put_own(self, text: str) -> None:
        self.server.add(text, SHOP, ANNA)

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return parse_twilio(item, context)

    def own_handle(self) -> str:
        return SHOP

    def state(self) -> object:
        return json.dumps(self.server.messages)

    def fail(self, fault: str) -> None:
        self.server.fault = fault

    def recover(self) -> None:
        self.server.fault = ""

    def draft(self, text: str = "Komt eraan", to: str = ANNA) -> Draft:
        return Draft("k1", "t", Person(SHOP), Person(to), "", text, self.server.now, ("SM1",))


@pytest.fixture
def server() -> Iterator[TwilioModel]:
    with TwilioModel(NOW) as server:
        yield server
    asked = [one for one in server.asked if not one.target.startswith("/cdn/")]
    assert_declared(SmsType.calls, asked)


@pytest.fixture
def platform(server: TwilioModel) -> TwilioPlatform:
    return TwilioPlatform(server)


@pytest.fixture
def channel(platform: TwilioPlatform) -> Iterator[TwilioChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestSmsContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: TwilioModel) -> TwilioPlatform:  # type: ignore[override]
        return TwilioPlatform(server)


def read(channel: TwilioChannel, stream: str = "inbox") -> list[InboundMessage]:
    return [parse_twilio(item, US) for item in fetch_all(channel, stream)[0]]


# --- what comes in ---------------------------------------------------------------------------


def test_a_number_is_one_conversation(server: TwilioModel, channel: TwilioChannel) -> None:
    server.write("Waar blijft het?")
    server.write("Hallo?")
    server.write("Bent u open?", BERT)
    server.add("Morgen", SHOP, ANNA)
    inbox, sent = read(channel), read(channel, "sent")
    assert [(one.author.handle, one.parents) for one in inbox] == [
        (ANNA, (f"chat:{ANNA}",)),
        (ANNA, (f"chat:{ANNA}",)),
        (BERT, (f"chat:{BERT}",)),
    ]
    assert [(one.direction, one.author.handle, one.parents) for one in sent] == [
        (Direction.OUT, SHOP, (f"chat:{ANNA}",))
    ]
    assert [one.handle for one in sent[0].recipients] == [ANNA]
    assert inbox[0].reply_until is None


def test_pages_are_read_to_the_end(server: TwilioModel, channel: TwilioChannel) -> None:
    server.page_size = 2
    for number in range(5):
        server.write(str(number))
    assert [one.text for one in read(channel)] == ["0", "1", "2", "3", "4"]


def test_days_away_are_caught_up_and_old_days_not_asked_again(
    server: TwilioModel, channel: TwilioChannel
) -> None:
    server.write("een")
    _, cursor = fetch_all(channel, "inbox")
    server.now += timedelta(days=20)
    for number in range(3):
        server.now += timedelta(days=1)
        server.write(f"later {number}")
    items, cursor = fetch_all(channel, "inbox", cursor, Budget(items=2))
    assert [parse_twilio(one, US).text for one in items] == ["later 0", "later 1", "later 2"]
    server.asked.clear()
    items, cursor = fetch_all(channel, "inbox", cursor)
    assert items == []
    day = (server.now - timedelta(days=1)).date().isoformat()
    assert f"DateSent>={day}" in unquote_plus(server.asked[0].target)
    assert len(list(cursor["seen"])) == 2  # type: ignore[arg-type]


def test_what_was_there_is_history_and_what_is_older_stays_there(
    server: TwilioModel, channel: TwilioChannel
) -> None:
    for days in (23, 7, 1):
        server.write(str(days))
        server.now += timedelta(days=days)
    items, _ = fetch_all(channel, "inbox")
    assert [(parse_twilio(one, US).text, one.history) for one in items] == [
        ("7", True),
        ("1", False),
    ]


def test_what_is_not_sent_yet_does_not_come_in(server: TwilioModel, channel: TwilioChannel) -> None:
    server.add("later", SHOP, ANNA, status="scheduled", date_sent=None)
    server.add("onderweg", SHOP, ANNA, status="queued")
    assert [one.text for one in read(channel, "sent")] == ["onderweg"]


def test_files_are_kept_with_the_message(server: TwilioModel, channel: TwilioChannel) -> None:
    server.write("", files=[("image/jpeg", b"foto"), ("x y", b"?")])
    items, _ = fetch_all(channel, "inbox")
    message = parse_twilio(items[0], US)
    assert [(one.name, one.mime, one.data) for one in message.attachments] == [
        ("ME00.jpg", "image/jpeg", b"foto"),
        ("ME01.bin", "application/octet-stream", b"?"),
    ]
    assert items[0].problem is None


def test_a_file_that_is_gone_is_named(server: TwilioModel, channel: TwilioChannel) -> None:
    server.write("kijk", files=[("image/png", b"a"), ("image/png", b"b")])
    server.lost = {"ME01"}
    items, _ = fetch_all(channel, "inbox")
    message = parse_twilio(items[0], US)
    assert (message.text, items[0].problem) == ("kijk\n[ME01.png]", "no_file")
    assert [one.data for one in message.attachments] == [b"a"]


def test_a_file_elsewhere_holds_up_for_an_hour(server: TwilioModel, channel: TwilioChannel) -> None:
    server.write("kijk", files=[("image/png", b"a")])
    server.away = "http://127.0.0.1:1"
    with pytest.raises(ChannelError):
        fetch(channel, "inbox")
    server.now += timedelta(hours=2)
    assert fetch(channel, "inbox").items[0].problem == "no_file"
    server.away = "ftp://127.0.0.1"
    assert fetch(channel, "inbox").items[0].problem == "no_file"


def test_the_size_of_a_fetch_has_a_bound(server: TwilioModel, channel: TwilioChannel) -> None:
    for _ in range(3):
        server.write("kijk", files=[("image/png", b"a" * 1000)])
    result = fetch(channel, "inbox", None, Budget(size=1000))
    assert (len(result.items), result.more) == (1, True)
    assert len(fetch_all(channel, "inbox", None, Budget(size=1000))[0]) == 3


def test_what_did_not_arrive_is_reported(server: TwilioModel, channel: TwilioChannel) -> None:
    _, cursor = fetch_all(channel, "sent")
    sent = channel.send(channel.prepare(TwilioPlatform(server).draft()), lambda: None)
    (echo,), cursor = fetch_all(channel, "sent", cursor)
    server.fail(server.messages[-1], 30005)
    (item,), cursor = fetch_all(channel, "sent", cursor)
    report = parse_twilio(item, US)
    assert echo.outgoing
    assert not item.outgoing
    assert report.automatic is Automatic.BOUNCE
    assert report.bounce is not None
    assert (report.bounce.original_key, report.bounce.status) == (sent.external_id, "30005")
    assert report.text == "30005 Not delivered"
    assert report.key != sent.external_id
    assert fetch_all(channel, "sent", cursor)[0] == []


def test_what_failed_before_connecting_is_not_reported(
    server: TwilioModel, channel: TwilioChannel
) -> None:
    server.fail(server.add("oud", SHOP, ANNA), 30005)
    server.now += timedelta(days=1)
    assert fetch_all(channel, "sent")[0] == []


@pytest.mark.parametrize(
    "message", [{}, {"sid": "SM1", "from": ANNA, "to": SHOP}, {"sid": "SM1", "from": ANNA}]
)
def test_what_is_no_message_is_refused(message: dict[str, str]) -> None:
    data = json.dumps({"message": message}).encode()
    with pytest.raises(ValueError):  # noqa: PT011  whatever is missing
        parse_twilio(RawItem("SM1", "inbox", NOW, data), US)


def test_a_message_without_a_date_comes_in_to_be_looked_at(
    server: TwilioModel, channel: TwilioChannel
) -> None:
    server.write("raar", date_sent="gisteren")
    items, _ = fetch_all(channel, "inbox")
    assert items[0].received_at == server.now
    with pytest.raises(ValueError, match="gisteren"):
        parse_twilio(items[0], US)


# --- what goes out ---------------------------------------------------------------------------


def test_an_answer_goes_once_and_comes_back_as_ours(
    server: TwilioModel, channel: TwilioChannel
) -> None:
    server.write("Waar blijft het?")
    prepared = channel.prepare(TwilioPlatform(server).draft("Komt eraan,  morgen.\n"))
    moments: list[int] = []
    sent = channel.send(prepared, lambda: moments.append(len(server.asked)))
    posts = [place for place, one in enumerate(server.asked) if one.method == "POST"]
    assert posts == moments
    assert dict(parse_qsl(server.asked[posts[0]].body.decode())) == {
        "To": ANNA,
        "From": SHOP,
        "Body": "Komt eraan,  morgen.",
    }
    (echo,) = read(channel, "sent")
    assert (echo.key, echo.fingerprint) == (sent.external_id, prepared.fingerprint)
    assert sent.sent_at == server.now


def test_a_lost_answer_is_found_again(server: TwilioModel, channel: TwilioChannel) -> None:
    server.add("Komt eraan", SHOP, ANNA)
    server.now += timedelta(hours=1)
    server.add("Komt eraan", SHOP, BERT)
    prepared = channel.prepare(TwilioPlatform(server).draft())
    assert channel.reconcile(prepared) is None
    server.cut = True
    with pytest.raises(OutcomeUnknown):
        channel.send(prepared, lambda: None)
    server.messages[-1]["date_sent"] = None
    found = channel.reconcile(prepared)
    assert found is not None
    assert found.external_id == server.messages[-1]["sid"]


def test_an_answer_that_names_nothing_is_unknown(
    server: TwilioModel, channel: TwilioChannel
) -> None:
    server.mute = True
    with pytest.raises(OutcomeUnknown):
        channel.send(channel.prepare(TwilioPlatform(server).draft()), lambda: None)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (21211, RecipientUnavailable),
        (21610, RecipientUnavailable),
        (21408, PermissionMissing),
        (30007, NotAllowedByPlatform),
        (30002, AccountRestricted),
        (63018, RateLimited),
        (20003, AuthExpired),
        (21617, InvalidContent),
    ],
)
def test_each_refusal_has_its_class(
    server: TwilioModel, channel: TwilioChannel, code: int, expected: type[ChannelError]
) -> None:
    server.refuse = code
    with pytest.raises(expected):
        channel.send(channel.prepare(TwilioPlatform(server).draft()), lambda: None)
    assert len(server.messages) == 0


def test_what_fails_at_once_is_refused(server: TwilioModel, channel: TwilioChannel) -> None:
    server.fails, server.at_once = 30006, True
    with pytest.raises(RecipientUnavailable):
        channel.send(channel.prepare(TwilioPlatform(server).draft()), lambda: None)
    server.fails = 39999
    with pytest.raises(InvalidContent):
        channel.send(channel.prepare(TwilioPlatform(server).draft()), lambda: None)
    assert all(one.bounce for one in read(channel, "sent"))


def test_who_sent_stop_is_not_written_to(server: TwilioModel, channel: TwilioChannel) -> None:
    prepared = channel.prepare(TwilioPlatform(server).draft())
    server.write(" Stop ")
    server.write("en nu is het klaar")
    committed: list[bool] = []
    with pytest.raises(RecipientUnavailable):
        channel.send(prepared, lambda: committed.append(True))
    assert not committed
    server.write("START")
    channel.send(prepared, lambda: None)


def test_what_cannot_be_sent_is_said_before(platform: TwilioPlatform) -> None:
    channel = platform.open()
    draft = platform.draft()
    for text in (" ", "a" * 1601, "é€" * 600, "ë" * 671):
        with pytest.raises(InvalidContent):
            channel.prepare(replace(draft, text=text))
    channel.prepare(replace(draft, text="ë" * 670))
    file = Attachment("a.txt", "text/plain", b"a")
    for refused in (
        replace(draft, attachments=(file,)),
        replace(draft, recipient=Person("postnl")),
        replace(draft, recipient=Person("4411")),
    ):
        with pytest.raises(NotAllowedByPlatform):
            channel.prepare(refused)


# --- set-up ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "told", ["0970 102 345", "+31 (0)970 102345", "0031-970.102345", "+31970102345"]
)
def test_a_number_is_kept_one_way(told: str) -> None:
    assert SmsType(lambda: NOW).handle({"number": told}) == SHOP


@pytest.mark.parametrize("wrong", [{"number": "winkel"}, {"number": "a@b.nl"}, {"sid": "AC1"}, {}])
def test_what_cannot_be_an_account_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError):
        SmsType(lambda: NOW).discover({"sid": SID, **wrong})


def test_the_probe_tells_what_the_number_can_do(platform: TwilioPlatform) -> None:
    def probed() -> list[tuple[str, bool]]:
        channel = platform.open()
        found = [(one.code, one.ok) for one in channel.probe()]
        channel.close()
        return found

    platform.values["key"] = "SK1"
    assert probed() == [("reads", True), ("sends", True), ("no_files", True)]
    platform.server.sms = False
    assert probed()[1] == ("sends", False)
    platform.values["number"] = "+31970102346"
    assert probed()[1] == ("sends", False)
    platform.box.clear()
    assert probed() == [("auth_expired", False)]


def test_both_kinds_are_registered() -> None:
    channels = Channels()
    assert isinstance(channels["sms"], SmsType)
    assert isinstance(channels["whatsapp_twilio"], WhatsAppType)
