"""A ticket told as text: complete, in the firm's language, and not to be forged by a customer."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from app.bootstrap import Services
from app.services import settings
from app.services.resources import resource
from app.services.settings import LookSettings
from app.services.tickets import (
    acts,
    consults,
    decisions,
    directory,
    merging,
    questions,
    reactions,
    replies,
    transcripts,
)
from app.services.tickets.documenting import Ending
from tests.fakes import FakeChannelType, FakeClock
from tests.integration import test_cli
from tests.integration.test_cli import Balie
from tests.integration.test_engine import sync

Write = Callable[..., Any]
HOUR = timedelta(hours=1)
pytestmark = pytest.mark.usefixtures("account_id")


balie = test_cli.balie


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def told(services: Services, ticket_id: int = 1) -> str:
    now = services.clock.now()
    found = services.database.read_now(transcripts.transcript, ticket_id, now)
    assert found is not None
    return found


@pytest.fixture
def ended(services: Services, channel: FakeChannelType, clock: FakeClock, account_id: int) -> None:
    """A ticket with a promise, a question that was answered, and an outcome."""
    write = services.database.write_now
    channel.platform.deliver(at=clock.now(), text="Waar blijft het?\n* Belofte nagekomen")
    sync(services)
    write(reactions.react, [1], promise=True)
    piet, _ = write(directory.add, name="Piet", mail="piet@winkel.example")
    write(questions.ask, 1, colleague_id=piet, text="Ligt het er?", now=True)
    clock.forward(HOUR)
    sync(services)
    channel.platform.deliver(
        at=clock.now(), key="<piet@x>", author="piet@winkel.example", name="Piet", text="Ja."
    )
    sync(services)
    write(replies.answer, 1, text="Het ligt klaar.", ending=Ending("solved"), now=True)
    sync(services)
    clock.forward(HOUR)


@pytest.mark.usefixtures("ended")
def test_all_that_happened_is_told_in_its_order(services: Services) -> None:
    lines = [line.partition(" · ")[2] or line for line in told(services).splitlines() if line]
    assert lines[:9] == [
        "Waar blijft mijn pakket?  (#1)",
        "Klant: <anna@klant.example>",
        "Via: winkel@voorbeeld.nl",
        "Stand: Klaar",
        "Afloop: Opgelost",
        "Minuten: wij 0, klant 0, collega 60, klaar 60; samen 120",
        "ma 23-11-2026 10:00",
        "    Waar blijft het?",
        "    * Belofte nagekomen",
    ]
    text = "\n".join(lines)
    wanted = [
        "Beloofd: de klant hoort van ons vóór di 24-11-2026 10:00",
        "Eerste reactie gegeven",
        "Wacht op een collega",
        "Vraag aan collega Piet",
        "Antwoord van collega Piet",
        "Beantwoord",
        "Vastgelegd: Opgelost",
        "\nKlaar",
        "Belofte voor di 24-11-2026 10:00 nagekomen",
    ]
    found = [text.index(one) for one in wanted]
    assert found == sorted(found)
    assert text.count("Wij zijn aan zet") == 2
    assert "Wij aan piet@winkel.example, de klant ziet dit niet" in told(services)
    assert "Piet, de klant ziet dit niet" in told(services)


@pytest.mark.usefixtures("ended")
def test_it_is_told_in_the_language_of_the_firm(services: Services, write: Write) -> None:
    write(lambda unit: settings.save(unit.session, LookSettings(language="en")))
    text = told(services)
    assert "Minutes: we 0, customer 0, colleague 60, done 60; 120 together" in text
    assert "Written down: Solved" in text
    assert "Mon 23-11-2026 10:00" in text


def places(words: str) -> set[str]:
    return {place for _, place, _, _ in Formatter().parse(words) if place}


def test_both_languages_tell_the_same(services: Services) -> None:
    texts = json.loads(resource(transcripts.TEXTS).read_text("utf-8"))
    assert texts["nl"].keys() == texts["en"].keys()
    for key, dutch in texts["nl"].items():
        assert places(dutch) == places(texts["en"][key]), key
    assert services.database.read_now(transcripts.transcript, 9, services.clock.now()) is None


def test_what_the_owner_did_besides_is_told(
    services: Services, channel: FakeChannelType, clock: FakeClock, write: Write
) -> None:
    for number in range(2):
        channel.platform.deliver(at=clock.now(), key=f"<{number}@x>")
    sync(services)
    piet, _ = write(directory.add, name="Piet", mail="piet@winkel.example")
    write(consults.log_phone, 1, colleague_id=piet, asked="Mag dit?", answer="Ja")
    write(replies.add_note, 1, text="Zelf gezien")
    act = write(merging.link, 1, 2)
    write(acts.undo, act)
    write(replies.answer, 1, text="Komt eraan")
    write(decisions.change_state, [2], state="open", reason="Toch kijken")
    write(decisions.change_state, [2], state="closed", ending=Ending(override="Dubbel"))
    text = told(services)
    for line in (
        "Overlegd met collega Piet",
        "Interne notitie",
        "Hoort bij nr. 2",
        "Een handeling teruggedraaid",
        "nog niet verstuurd",
    ):
        assert line in text
    assert "Wij zijn aan zet: Toch kijken" in told(services, 2)
    assert "Afgesloten zonder afloop: Dubbel" in told(services, 2)


@pytest.mark.usefixtures("ended")
def test_the_command_line_tells_it(services: Services, balie: Balie) -> None:
    text = balie("show", "1", "--transcript")
    assert text.splitlines()[6:] == told(services).splitlines()[6:]
    assert balie("show", "1", "--transcript", "--json")["transcript"].startswith("Waar blijft")
    assert "transcript" not in balie("show", "1", "--json")
