"""Text messages, Instagram and a Page in the whole program: read, answered, reported back."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bootstrap import Services, build_services
from app.models.messages import Message
from app.models.rules.cases import Line
from app.models.tickets import Ticket
from app.services.channels.api import ChannelType
from app.services.channels.meta.facebook import FacebookType
from app.services.channels.meta.instagram import InstagramType
from app.services.channels.meta.messenger import MessengerType
from app.services.channels.twilio.kinds import SmsType
from app.services.storage.profile import load_profile
from app.services.sync import accounts, outbox
from app.services.sync.parser import InlineParser
from app.services.tickets import cases, lifecycle, replies
from tests.fakes import FakeClock
from tests.servers.instagram_model import ANNA, InstagramModel
from tests.servers.instagram_model import TOKEN as INSTAGRAM_TOKEN
from tests.servers.meta_model import TOKEN as PAGE_TOKEN
from tests.servers.page_model import BERT, PAGE, PageModel
from tests.servers.twilio_model import SHOP, SID, TOKEN, TwilioModel


class Office:
    """A practice profile with one account, synchronised when asked."""

    def __init__(self, services: Services, clock: FakeClock) -> None:
        self.services, self._clock = services, clock
        self.database = services.database

    def sync(self) -> None:
        async def whole() -> None:
            self.services.run_on(asyncio.get_running_loop())
            engine = self.services.engine()
            try:
                report = await engine.run_once()
                assert report.errors == {}
            finally:
                await engine.stop()

        asyncio.run(whole())

    def texts(self) -> list[tuple[int, str]]:
        """Return the messages with their tickets."""

        def read(session: Session) -> list[tuple[int, str]]:
            rows = select(Ticket.number, Message.text).join(Message, Message.ticket_id == Ticket.id)
            return [(number, text) for number, text in session.execute(rows.order_by(Message.id))]

        return self.database.read_now(read)

    def ticket(self, number: int = 1) -> int:
        return self.database.read_now(lifecycle.by_number, number)

    def write_line(self, line: Line, text: str) -> None:
        """Write a line of a case, and let it leave."""
        traits = InstagramType.traits
        self.database.write_now(cases.write, self.ticket(), line=line, text=text, traits=traits)
        self._clock.forward(timedelta(minutes=5))
        self.sync()

    def outgoing(self) -> list[tuple[str, str | None]]:
        """Return how the messages of ours stand, and why."""
        rows = self.database.read_now(outbox.rows, finished=True)
        return [(row.state, row.error_code) for row in rows]


@contextmanager
def _office(
    folder: Path, clock: FakeClock, kind: ChannelType, values: dict[str, str], token: str
) -> Iterator[Office]:
    profile = load_profile(folder)
    built = build_services(profile, None, clock=clock, channels=(kind,), parser=InlineParser())
    accounts.connect(built.database, kind, values, {"token": token}, open_url=print)
    with ExitStack() as stack:
        stack.callback(built.close)
        yield Office(built, clock)


@pytest.fixture
def folder(tmp_path: Path, new_profile: Path) -> Path:
    shutil.copytree(new_profile, tmp_path / "profile")
    return tmp_path / "profile"


def test_a_text_message_that_does_not_arrive_comes_back(folder: Path, clock: FakeClock) -> None:
    with TwilioModel(clock.now()) as server:
        values = {"number": SHOP, "sid": SID, "name": "De Winkel", "server": server.url}
        with _office(folder, clock, SmsType(clock.now), values, TOKEN) as office:
            server.write("Waar blijft mijn pakket?")
            server.write("Het is dringend.")
            clock.forward(timedelta(minutes=1))
            office.sync()
            server.now = clock.now()
            office.database.write_now(replies.answer, office.ticket(), text="Morgen.", now=True)
            office.sync()
            assert [one["body"] for one in server.messages[2:]] == ["Morgen."]
            assert office.outgoing() == [("sent", None)]
            server.fail(server.messages[-1], 30005)
            clock.forward(timedelta(minutes=5))
            office.sync()
            assert office.outgoing() == [("failed", "bounced")]
            assert office.texts() == [
                (1, "Waar blijft mijn pakket?"),
                (1, "Het is dringend."),
                (1, "Morgen."),
                (1, "30005 Not delivered"),
            ]


def test_a_comment_goes_to_private_and_stays_one_ticket(folder: Path, clock: FakeClock) -> None:
    with InstagramModel(clock.now()) as server:
        values = {"user": "@winkel", "name": "De Winkel", "server": server.url}
        kind = InstagramType(clock.now)
        with _office(folder, clock, kind, values, INSTAGRAM_TOKEN) as office:
            server.post()
            comment = server.comment("Mijn pakket is kwijt!")
            clock.forward(timedelta(minutes=1))
            office.sync()
            office.write_line(Line.PUBLIC, "Vervelend! U krijgt een privébericht.")
            office.write_line(Line.PRIVATE, "Wat is uw ordernummer?")
            server.now = clock.now()
            server.write("4711")
            clock.forward(timedelta(minutes=1))
            office.sync()
            assert office.texts() == [
                (1, "Mijn pakket is kwijt!"),
                (1, "Vervelend! U krijgt een privébericht."),
                (1, "Wat is uw ordernummer?"),
                (1, "4711"),
            ]
            assert server.comments[comment]["answered"]
            office.database.write_now(replies.answer, office.ticket(), text="Dank.", now=True)
            office.sync()
            assert server.threads[ANNA["id"]][0]["message"] == "Dank."
            office.write_line(Line.CLOSING, "Het is opgelost.")
            assert [one["text"] for one in server.comments.values() if one["top"] == comment] == [
                "Vervelend! U krijgt een privébericht.",
                "Het is opgelost.",
            ]
            assert {state for state, _ in office.outgoing()} == {"sent"}


def test_a_second_private_answer_to_a_comment_is_not_tried_again(
    folder: Path, clock: FakeClock
) -> None:
    with InstagramModel(clock.now()) as server:
        values = {"user": "@winkel", "name": "De Winkel", "server": server.url}
        kind = InstagramType(clock.now)
        with _office(folder, clock, kind, values, INSTAGRAM_TOKEN) as office:
            server.post()
            comment = server.comment("Mijn pakket is kwijt!")
            server.comments[comment]["answered"] = True  # from a phone
            clock.forward(timedelta(minutes=1))
            office.sync()
            office.write_line(Line.PRIVATE, "Wat is er?")
            assert office.outgoing()[-1] == ("failed", "already_replied")


def test_a_comment_at_a_page_is_answered_in_public_and_once_in_private(
    folder: Path, clock: FakeClock
) -> None:
    with PageModel(clock.now()) as server:
        values = {"page": PAGE, "name": "De Winkel", "server": server.url}
        with _office(folder, clock, FacebookType(clock.now), values, PAGE_TOKEN) as office:
            post = server.post()
            comment = server.comment(post, BERT, "Mijn pakket is kwijt!")
            clock.forward(timedelta(minutes=5))
            office.sync()
            server.now = clock.now()
            server.cut = True  # the answer of Facebook gets lost, and is looked for
            office.write_line(Line.PUBLIC, "Vervelend! U krijgt een privébericht.")
            office.write_line(Line.PRIVATE, "Wat is uw ordernummer?")
            assert {state for state, _ in office.outgoing()} == {"sent"}
            assert server.messages[f"t_{BERT}"][0]["message"] == "Wat is uw ordernummer?"
            server.found(comment)["message"] = "Mijn pakket is er niet!"
            clock.forward(timedelta(minutes=5))
            office.sync()
            assert office.texts() == [
                (1, "Mijn pakket is er niet!"),
                (1, "Vervelend! U krijgt een privébericht."),
                (1, "Wat is uw ordernummer?"),
            ]
            office.write_line(Line.CLOSING, "Het is opgelost.")
            below = [one["message"] for one in server.comments[post] if one.get("parent")]
            assert below == ["Vervelend! U krijgt een privébericht.", "Het is opgelost."]


def test_a_conversation_in_messenger_is_answered_once(folder: Path, clock: FakeClock) -> None:
    with PageModel(clock.now()) as server:
        values = {"page": PAGE, "name": "De Winkel", "server": server.url}
        with _office(folder, clock, MessengerType(clock.now), values, PAGE_TOKEN) as office:
            server.message(BERT, "Is dit er nog?")
            clock.forward(timedelta(minutes=1))
            office.sync()
            server.now, server.cut = clock.now(), True
            office.database.write_now(replies.answer, office.ticket(), text="Ja hoor.", now=True)
            office.sync()
            clock.forward(timedelta(minutes=1))
            server.now = clock.now()
            server.message(BERT, "Fijn!")
            office.sync()
            assert office.texts() == [(1, "Is dit er nog?"), (1, "Ja hoor."), (1, "Fijn!")]
            assert office.outgoing() == [("sent", None)]
            assert len(server.messages[f"t_{BERT}"]) == 3
