"""Bluesky in the whole program: strangers apart, from public to private and back."""

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import build_services
from app.models.rules.cases import Line
from app.services.channels.bluesky.channel import BlueskyType
from app.services.storage.profile import load_profile
from app.services.sync import accounts
from app.services.sync.parser import InlineParser
from app.services.tickets import cases, replies
from tests.fakes import FakeClock
from tests.integration.test_chats import Office
from tests.servers.bluesky_model import ANNA_DID, APP_PASSWORD, BERT_DID, DID, BlueskyModel


@pytest.fixture
def folder(tmp_path: Path, new_profile: Path) -> Path:
    shutil.copytree(new_profile, tmp_path / "profile")
    return tmp_path / "profile"


def test_strangers_are_apart_and_a_case_stays_one_ticket(folder: Path, clock: FakeClock) -> None:
    kind = BlueskyType(clock.now)
    built = build_services(
        load_profile(folder), None, clock=clock, channels=(kind,), parser=InlineParser()
    )
    with closing(built), BlueskyModel() as server:
        server.clock = server.chat.clock = clock.now()
        values = {"handle": "@winkel.test", "name": "De Winkel", "server": server.url}
        accounts.connect(built.database, kind, values, {"password": APP_PASSWORD}, open_url=print)
        office = Office(built, clock)
        post = server.post("Nieuw: fietstassen", own=True)
        asked = server.post("Mijn tas is kapot!", answers=post, reason="reply")
        server.post("Ook in rood?", by=BERT_DID, answers=post, reason="reply")
        clock.forward(timedelta(minutes=1))
        office.sync()
        numbers = {text: number for number, text in office.texts()}
        assert numbers.keys() == {"Mijn tas is kapot!", "Ook in rood?"}
        assert len(set(numbers.values())) == 2
        number = numbers["Mijn tas is kapot!"]

        def write(line: Line, text: str) -> None:
            ticket = office.ticket(number)
            built.database.write_now(
                cases.write, ticket, line=line, text=text, traits=BlueskyType.traits
            )
            clock.forward(timedelta(minutes=5))
            server.clock = server.chat.clock = clock.now()
            office.sync()

        write(Line.PUBLIC, "Vervelend! U krijgt een privébericht.")
        write(Line.PRIVATE, "Wat is uw ordernummer?")
        convo = server.chat.convo(ANNA_DID)
        server.chat.write(convo, ANNA_DID, "4711")
        clock.forward(timedelta(minutes=1))
        office.sync()
        built.database.write_now(replies.answer, office.ticket(number), text="Dank.", now=True)
        clock.forward(timedelta(minutes=1))
        server.clock = server.chat.clock = clock.now()
        office.sync()
        write(Line.CLOSING, "Het is opgelost.")
        assert [text for one, text in office.texts() if one == number] == [
            "Mijn tas is kapot!",
            "Vervelend! U krijgt een privébericht.",
            "Wat is uw ordernummer?",
            "4711",
            "Dank.",
            "Het is opgelost.",
        ]
        assert len(office.texts()) == 7
        assert [
            (one["sender"]["did"], one["text"]) for one in server.chat.convos[convo]["messages"]
        ] == [(DID, "Wat is uw ordernummer?"), (ANNA_DID, "4711"), (DID, "Dank.")]
        written = [one["record"] for one in server.written]
        assert [one["reply"]["parent"]["uri"] for one in written] == [asked, asked]  # type: ignore[index]
        assert {state for state, _ in office.outgoing()} == {"sent"}
