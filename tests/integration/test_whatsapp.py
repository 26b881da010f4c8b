"""A number at WhatsApp in the whole program: connected, read by the relay, answered, told."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import Services, build_services
from app.models.rules.messages import Delivery
from app.services.channels.meta.whatsapp import WhatsAppType
from app.services.storage.profile import load_profile
from app.services.sync import accounts, outbox, quarantine
from app.services.sync.engine import Report
from app.services.sync.outbox import OutboxRow
from app.services.sync.parser import InlineParser
from app.services.tickets import inbox, replies
from app.services.tickets.inbox import TicketInfo
from tests.fakes import MONDAY, FakeClock
from tests.servers.meta_model import TOKEN
from tests.servers.relay import APP_SECRET, READ_SECRET, RelayHere
from tests.servers.whatsapp_model import PHONE_ID, WhatsAppModel


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[RelayHere]:
    with RelayHere(tmp_path / "hosting") as here:
        yield here


@pytest.fixture
def server(relay: RelayHere, clock: FakeClock) -> Iterator[WhatsAppModel]:
    with WhatsAppModel(relay, clock.now) as model:
        yield model


@pytest.fixture
def office(
    tmp_path: Path, new_profile: Path, clock: FakeClock, server: WhatsAppModel
) -> Iterator[Services]:
    """A practice profile with a number."""
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    kind = WhatsAppType(clock.now)
    profile = load_profile(folder)
    built = build_services(profile, None, clock=clock, channels=(kind,), parser=InlineParser())
    values = {
        "number": "+31 20 123 4567", "phone_id": PHONE_ID, "name": "De Winkel",
        "relay": server.relay.url, "server": server.url,
    }  # fmt: skip
    secrets = {"token": TOKEN, "app_secret": APP_SECRET, "relay_secret": READ_SECRET}
    accounts.connect(built.database, kind, values, secrets, open_url=print)
    yield built
    built.close()


def sync(office: Services) -> Report:
    async def whole() -> Report:
        office.run_on(asyncio.get_running_loop())
        engine = office.engine()
        try:
            return await engine.run_once()
        finally:
            await engine.stop()

    report = asyncio.run(whole())
    assert not report.errors
    return report


def tickets(office: Services) -> list[TicketInfo]:
    read = office.database.read_now
    rows = read(inbox.page, now=office.clock.now(), limit=100)
    return sorted(read(inbox.infos, [row.id for row in rows]), key=lambda info: info.number)


def answer(office: Services, ticket_id: int, text: str) -> None:
    office.database.write_now(replies.answer, ticket_id, text=text, now=True)


def sendings(office: Services) -> list[OutboxRow]:
    return office.database.read_now(outbox.rows, finished=True)


@pytest.mark.allow_log
def test_a_conversation_is_one_ticket_with_its_window(
    office: Services, server: WhatsAppModel, relay: RelayHere, clock: FakeClock
) -> None:
    server.write("Waar blijft mijn pakket?")
    last = server.write("Hallo?")
    relay.deliver(b"geen json")
    sync(office)
    assert relay.numbers() == [1, 2, 3]  # nothing is let go before it is stored
    (info,) = tickets(office)
    assert (info.channel, info.contact_name) == ("whatsapp", "Anna Jansen")
    assert info.message_count == 2
    assert info.window_due == MONDAY + timedelta(hours=24)
    (apart,) = office.database.read_now(quarantine.items)
    assert apart.external_id.startswith("no_json:")
    answer(office, info.id, "Morgen.")
    sync(office)
    assert [one["text"]["body"] for one in server.sent] == ["Morgen."]
    assert server.sent[0]["context"] == {"message_id": last}
    sync(office)
    assert 3 not in relay.numbers()
    server.echo("Ik bel u zo.")
    sync(office)
    (info,) = tickets(office)
    assert info.message_count == 4
    (row,) = sendings(office)
    assert (row.state, row.external_id) == (Delivery.SENT.value, server.sent[0]["wamid"])


def test_an_answer_that_fails_after_all_comes_back_to_the_owner(
    office: Services, server: WhatsAppModel
) -> None:
    server.write("Waar blijft mijn pakket?")
    sync(office)
    (info,) = tickets(office)
    server.fate = 131047
    answer(office, info.id, "Morgen.")
    for _ in range(3):
        sync(office)
    (row,) = sendings(office)
    assert (row.state, row.error_code) == (Delivery.FAILED.value, "bounced")
    assert str(row.error_params["status"]).startswith("131047: ")
    (info,) = tickets(office)
    assert info.answered_at is None
    assert len(server.sent) == 1


def test_a_lost_answer_is_settled_by_its_status_and_not_sent_again(
    office: Services, server: WhatsAppModel
) -> None:
    server.write("Waar blijft mijn pakket?")
    sync(office)
    (info,) = tickets(office)
    server.cut = True
    answer(office, info.id, "Morgen.")
    for _ in range(3):
        sync(office)
    (row,) = sendings(office)
    assert (row.state, row.external_id) == (Delivery.SENT.value, server.sent[0]["wamid"])
    assert len(server.sent) == 1
