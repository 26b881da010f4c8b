"""WhatsApp through Twilio: the contract, and its window of 24 hours."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.services.channels.errors import InvalidContent, NotAllowedByPlatform, WindowClosed
from app.services.channels.twilio.channel import TwilioChannel
from app.services.channels.twilio.kinds import WhatsAppType
from app.services.channels.twilio.parse import parse_twilio
from tests.channels.calls import assert_declared
from tests.channels.contract import ChannelContract, fetch_all
from tests.channels.email_accounts import NOW
from tests.channels.test_sms import US, TwilioPlatform
from tests.servers.twilio_model import ANNA, SHOP, TwilioModel


class WhatsAppPlatform(TwilioPlatform):
    """The WhatsApp sender of the shop."""

    kind = WhatsAppType


@pytest.fixture
def server() -> Iterator[TwilioModel]:
    with TwilioModel(NOW, "whatsapp:") as server:
        yield server
    asked = [one for one in server.asked if not one.target.startswith("/cdn/")]
    assert_declared(WhatsAppType.calls, asked)


@pytest.fixture
def platform(server: TwilioModel) -> WhatsAppPlatform:
    return WhatsAppPlatform(server)


@pytest.fixture
def channel(platform: WhatsAppPlatform) -> Iterator[TwilioChannel]:
    channel = platform.open()
    yield channel
    channel.close()


class TestWhatsAppContract(ChannelContract):
    @pytest.fixture
    def platform(self, server: TwilioModel) -> WhatsAppPlatform:  # type: ignore[override]
        return WhatsAppPlatform(server)


def test_customers_are_known_by_their_number(server: TwilioModel, channel: TwilioChannel) -> None:
    server.write("Hoi")
    server.add("Dag", SHOP, ANNA)
    (inbound,) = (parse_twilio(one, US) for one in fetch_all(channel, "inbox")[0])
    (ours,) = (parse_twilio(one, US) for one in fetch_all(channel, "sent")[0])
    assert inbound.author.handle == ANNA
    assert inbound.parents == ours.parents == (f"chat:{ANNA}",)
    assert ours.author.handle == SHOP
    assert inbound.reply_until == inbound.created_at + timedelta(hours=24)
    assert ours.reply_until is None


def test_an_answer_goes_out_within_a_day(
    server: TwilioModel, platform: WhatsAppPlatform, channel: TwilioChannel
) -> None:
    prepared = channel.prepare(platform.draft())
    committed: list[bool] = []
    with pytest.raises(WindowClosed):
        channel.send(prepared, lambda: committed.append(True))
    server.write("Hoi")
    server.now += timedelta(hours=24)
    with pytest.raises(WindowClosed):
        channel.send(prepared, lambda: committed.append(True))
    assert not committed
    server.write("Nog steeds")
    server.now += timedelta(hours=23)
    sent = channel.send(prepared, lambda: committed.append(True))
    assert committed == [True]
    assert server.messages[-1]["sid"] == sent.external_id
    assert server.messages[-1]["to"] == f"whatsapp:{ANNA}"


def test_a_window_that_closed_over_there_is_said(
    server: TwilioModel, platform: WhatsAppPlatform, channel: TwilioChannel
) -> None:
    server.write("Hoi")
    server.refuse = 63016
    with pytest.raises(WindowClosed):
        channel.send(channel.prepare(platform.draft()), lambda: None)
    server.refuse, server.fails = 0, 63016
    _, cursor = fetch_all(channel, "sent")
    sent = channel.send(channel.prepare(platform.draft()), lambda: None)
    (item,), _ = fetch_all(channel, "sent", cursor)
    report = parse_twilio(item, US)
    assert report.bounce is not None
    assert (report.bounce.original_key, report.bounce.status) == (sent.external_id, "63016")


def test_who_hides_his_number_is_answered_by_his_name_there(
    server: TwilioModel, platform: WhatsAppPlatform, channel: TwilioChannel
) -> None:
    server.write("Hoi", "NL.13491208655302741918")
    (item,), _ = fetch_all(channel, "inbox")
    author = parse_twilio(item, US).author.handle
    channel.send(channel.prepare(platform.draft(to=author)), lambda: None)
    assert server.messages[-1]["to"] == "whatsapp:NL.13491208655302741918"


def test_long_texts_are_counted_in_characters(
    platform: WhatsAppPlatform, channel: TwilioChannel
) -> None:
    channel.prepare(platform.draft("ë" * 1600))
    with pytest.raises(InvalidContent):
        channel.prepare(platform.draft("ë" * 1601))
    with pytest.raises(NotAllowedByPlatform):
        channel.prepare(platform.draft(to="winkel"))


def test_the_probe_tells_of_the_window(channel: TwilioChannel) -> None:
    assert [one.code for one in channel.probe()] == ["reads", "window", "no_files"]
