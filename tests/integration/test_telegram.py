"""A Telegram bot in the whole program: connected, read, watched, answered."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bootstrap import Services, build_services
from app.models.messages import Message
from app.services.channels.telegram.channel import TelegramType
from app.services.storage.profile import load_profile
from app.services.sync import accounts, health, outbox
from app.services.sync.parser import InlineParser
from app.services.tickets import lifecycle, replies
from tests.fakes import FakeClock
from tests.servers.telegram_model import ANNA, TOKEN, TelegramModel


@pytest.fixture
def server(clock: FakeClock) -> Iterator[TelegramModel]:
    with TelegramModel(clock.now) as model:
        yield model


@pytest.fixture
def office(
    tmp_path: Path, new_profile: Path, clock: FakeClock, server: TelegramModel
) -> Iterator[Services]:
    """A practice profile with a bot."""
    folder = tmp_path / "profile"
    shutil.copytree(new_profile, folder)
    kind = TelegramType(clock.now)
    profile = load_profile(folder)
    built = build_services(profile, None, clock=clock, channels=(kind,), parser=InlineParser())
    values = {"bot": "@Winkel_bot", "name": "De Winkel", "server": server.url}
    accounts.connect(built.database, kind, values, {"token": TOKEN}, open_url=print)
    yield built
    built.close()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


def _texts(session: Session) -> list[str]:
    return list(session.scalars(select(Message.text).order_by(Message.id)))


def test_a_conversation_is_one_ticket_and_is_answered_at_once(
    office: Services, server: TelegramModel
) -> None:
    def texts() -> list[str]:
        return office.database.read_now(_texts)

    async def whole() -> None:
        office.run_on(asyncio.get_running_loop())
        engine = office.engine()
        await engine.start()
        try:
            await until(lambda: any(given.get("timeout") for _, given in server.calls))
            number = server.write("Waar blijft mijn pakje?")
            await until(lambda: len(texts()) == 1)
            server.edit(number, "Waar blijft mijn pakket?")
            await until(lambda: texts() == ["Waar blijft mijn pakket?"])
            last = server.write("Het is dringend.")
            await until(lambda: len(texts()) == 2)
            ticket_id = office.database.read_now(lifecycle.by_number, 1)
            office.database.write_now(replies.answer, ticket_id, text="Morgen.", now=True)
            await until(lambda: len(server.sent) == 1)
            assert server.sent[0]["chat_id"] == ANNA["id"]
            assert server.sent[0]["reply_parameters"]["message_id"] == last
            await until(lambda: office.database.read_now(outbox.rows) == [])
            await until(lambda: server.waiting() == [])
        finally:
            await engine.stop()

    asyncio.run(whole())
    (info,) = office.database.read_now(health.accounts)
    assert (info.health, info.health_code) == ("ok", None)
    (row,) = office.database.read_now(outbox.rows, finished=True)
    assert (row.ticket, row.external_id) == (1, f"{ANNA['id']}:3")
