"""Suggestions as the owner arranges them: their page, rules that ask them, and drafts."""

import json
import socket
from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.models.rules.advice import Silence
from app.models.rules.policy import Condition
from app.services.assist import preferences
from app.services.assist.answers import Draft, Learnt, Status, Used
from app.services.assist.suggester import Suggester
from app.services.settings import AssistSettings, load
from app.services.sync import ruling
from app.services.tickets import drafts, inbox, journal, merging, policies
from app.views.assist.standing import standing_lines
from app.views.drafting import OneDraftError
from app.views.language import translate
from app.views.policies.editor import PartRow
from app.views.policies.page import SILENCES
from app.views.sentences import error_text
from app.views.ticket.story import line_of
from tests.fakes_assist import WordEmbedder
from tests.gui.conftest import Office, Run
from tests.integration.test_assist import LATE, SEEDS
from tests.servers.web import WebServer

PATH = "/v1/chat/completions"


class SlowServer(WebServer):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.go = Event()
        self.go.set()

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        assert self.go.wait(30)
        super()._answer(connection, path)


@pytest.fixture
def server() -> Iterator[SlowServer]:
    with SlowServer() as made:
        body = {"choices": [{"message": {"content": "Dag [naam 1], morgen. [naam 8]"}}]}
        made.pages[PATH] = (200, {}, json.dumps(body).encode())
        yield made


@pytest.fixture
def known(office: Office) -> Office:
    """A model that knows words."""
    services = office.services
    services.made["suggester"] = Suggester(
        services.database, services.clock, lambda _kind: False, WordEmbedder(), SEEDS
    )
    return office


def shown_as(row: PartRow, name: str) -> bool:
    return row.name == name


def chosen(office: Office) -> AssistSettings:
    return office.services.database.read_now(load, AssistSettings)


def test_what_is_suggested_is_chosen_on_a_page_and_taken_back(
    known: Office, server: SlowServer, qtbot: QtBot
) -> None:
    known.arrive(LATE)
    known.window.actions_.trigger("assist")
    page = known.desk.knowledge.assist.page
    qtbot.waitUntil(lambda: page.standing.text().count("\n") == 3)
    assert page.threshold.lineEdit().textMargins().left() > 0  # clear of its frame
    page.threshold.setValue(70)
    qtbot.waitUntil(lambda: chosen(known).threshold == 0.7)
    page.parts["pages"].click()
    qtbot.waitUntil(lambda: chosen(known).off == ("pages",))
    page.languages["fr"].click()
    qtbot.waitUntil(lambda: chosen(known).languages == ("nl", "en", "de"))
    page.enabled.click()
    qtbot.waitUntil(lambda: not page.threshold.isEnabled())
    known.desk.doing.undo_last()
    qtbot.waitUntil(page.threshold.isEnabled)
    assert page.enabled.isChecked()
    # Drafts: only from this computer, and only by a model that was named.
    page.draft.click()
    qtbot.waitUntil(page.model.problem.isVisible)
    qtbot.waitUntil(lambda: not page.draft.isChecked())
    page.endpoint.line.setText("http://192.0.2.1/v1")
    page.endpoint.line.editingFinished.emit()
    qtbot.waitUntil(page.endpoint.problem.isVisible)
    assert "192.0.2.1" in page.endpoint.problem.text()
    for line, text in ((page.endpoint, f"{server.url}/v1"), (page.model, "klein")):
        line.line.setText(text)
        line.line.editingFinished.emit()
    qtbot.waitUntil(page.try_it.isEnabled)
    qtbot.waitUntil(lambda: not page.model.problem.isVisible())
    page.draft.click()
    qtbot.waitUntil(lambda: chosen(known).draft)
    page.try_it.click()
    qtbot.waitUntil(lambda: "[naam 8]" in page.tried.text())
    server.pages.clear()
    page.try_it.click()
    qtbot.waitUntil(lambda: "“klein”" in page.tried.text())
    server.go.clear()
    before = page.try_it.text()
    page.try_it.click()
    qtbot.waitUntil(lambda: page.try_it.text() != before)
    page.try_it.click()
    qtbot.waitUntil(lambda: page.tried.text() == "")
    server.go.set()


def test_how_it_stands_is_said_in_words() -> None:
    def lines(state: str, lacking: int = 0, *learnt: Learnt) -> list[str]:
        return standing_lines(Status(state, "m", 1, 1.0, True, 0.5, 9, 4, lacking, learnt))

    assert len(standing_lines(None)) == 1
    assert len(lines("unavailable", 9)) == 1
    found = lines(
        "ready", 3, Learnt("category", 20, 0.8, 0.9, 0.85), Learnt("type", 0, None, None, None),
        Learnt("type", 2, 0.5, 0.0, None),
    )  # fmt: skip
    assert "3" in found[1]
    assert "20" in found[2]
    assert "90 %" in found[2]
    assert "85 %" in found[2]
    assert len(found) == 5


def test_a_rule_asks_the_suggestion_is_tried_and_tells_how_sure_it_was(
    known: Office, qtbot: QtBot, run: Run
) -> None:
    services = known.services
    known.arrive(LATE, "")
    known.window.actions_.trigger("rules")
    page = known.desk.rooms.rules
    qtbot.waitUntil(page.new.isEnabled)
    page.new.click()
    editor, row = page.editor, page.editor.conditions[0]
    qtbot.keyClicks(editor.name, "Bestellingen")
    assert not row.percent.isVisible()
    for name in ("suggests_tone", "suggests_priority", "suggests_category"):
        row.kind.choose(name)
        likely = name != "suggests_priority"
        qtbot.waitUntil(partial(shown_as, row, name))
        assert row.percent.isVisible() == likely
    row.choice.choose("orders")
    qtbot.waitUntil(lambda: row.value == "orders@80")
    row.percent.setValue(30)
    editor.effects[0].choice.choose("orders")
    qtbot.waitUntil(lambda: editor.effects[0].value == "orders")
    editor.try_it.click()
    qtbot.waitUntil(page.table.isVisible)
    assert "%" in page.table.item(0, 2).text()
    services.database.write_now(preferences.change, enabled=False)
    editor.try_it.click()
    qtbot.waitUntil(page.silent.isVisible)
    services.database.write_now(preferences.change, enabled=True)
    editor.save.click()
    qtbot.waitUntil(lambda: bool(services.database.read_now(policies.rules)))
    (kept,) = services.database.read_now(policies.rules)
    assert kept.conditions == (Condition("suggests_category", ("orders@30",)),)
    page.edit(kept)
    assert editor.conditions[0].percent.value() == 30
    assert editor.conditions[0].value == "orders@30"
    page.edit(None, shown=False)
    ticket_id = known.arrive(LATE, "")
    run(ruling.ask_all(services.database, services.clock, services.adviser))
    entries = services.database.read_now(journal.entries, ticket_id)
    told = [line_of(one, {}, services.clock.now()) for one in entries if one.act == "policy"]
    assert "Bestellingen" in told[0]
    assert "%" in told[0]
    services.database.write_now(preferences.change, enabled=False)
    qtbot.waitUntil(lambda: 1 in page.switches)
    page.wanted.emit("apply", 1)
    qtbot.waitUntil(lambda: known.window.notices.text == translate("Rules", SILENCES[Silence.OFF]))


def test_a_draft_is_made_with_its_sources_stopped_and_kept_with_its_message(
    known: Office, server: SlowServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    read = known.services.database.read_now
    first, second = known.arrive(LATE), known.arrive(LATE)
    window, tickets = known.window, known.desk.tickets
    composer = known.desk.ticket.composer
    line = composer.concept
    tickets.open(first)
    qtbot.waitUntil(lambda: tickets.ticket_id == first)
    window.actions_.trigger("concept")
    qtbot.waitUntil(lambda: bool(window.notices.text))  # off until he says so
    window.notices.put_away()
    known.services.database.write_now(
        preferences.change, endpoint=f"{server.url}/v1", model="klein", draft=True
    )
    composer.editor.setPlainText("Er staat al iets.")
    window.actions_.trigger("concept")
    qtbot.waitUntil(lambda: "morgen" in composer.text)
    assert composer.text.startswith("Er staat al iets.\n\nDag Anna, morgen. [naam 8]")
    assert "klein" in line.text.text()
    qtbot.waitUntil(lambda: "[naam 8]" in composer.check.text.text())
    line.stop.click()
    assert not line.isVisible()
    composer.editor.undo()
    assert composer.text == "Er staat al iets."
    composer.choose(internal=True)  # a note stays one, whatever comes in below it
    window.actions_.trigger("concept")
    qtbot.waitUntil(lambda: "morgen" in composer.text)
    assert composer.internal
    line.stop.click()
    composer.editor.clear()
    composer.choose(internal=False)

    server.go.clear()
    window.actions_.trigger("concept")
    qtbot.waitUntil(line.isVisible)
    line._on_second()
    assert "1" in line.text.text()
    line.stop.click()
    qtbot.waitUntil(lambda: not line.isVisible())
    assert composer.text == ""

    window.actions_.trigger("concept")
    qtbot.waitUntil(line.isVisible)
    tickets.open(second)
    qtbot.waitUntil(lambda: tickets.ticket_id == second and not line.isVisible())
    window.actions_.trigger("concept")  # one at a time
    qtbot.waitUntil(lambda: window.notices.text == error_text(OneDraftError()))
    tickets.open(first)
    qtbot.waitUntil(lambda: tickets.ticket_id == first and line.isVisible())
    tickets.open(second)
    qtbot.waitUntil(lambda: tickets.ticket_id == second)
    server.go.set()
    qtbot.waitUntil(lambda: read(drafts.saved, first) is not None)
    assert read(drafts.saved, first).text.startswith("Dag Anna")
    (info,) = read(inbox.infos, [first])
    qtbot.waitUntil(lambda: str(info.number) in window.notices.text)
    assert composer.text == ""
    server.go.clear()
    window.actions_.trigger("concept")
    qtbot.waitUntil(lambda: line.is_running)
    tickets.open(first)
    qtbot.waitUntil(lambda: tickets.ticket_id == first)
    composer.editor.setPlainText("Zelf.")
    known.services.database.write_now(merging.merge, [first, second], into=first)
    server.go.set()
    qtbot.waitUntil(lambda: "morgen" in composer.text and "Zelf." in composer.text)
    with monkeypatch.context() as broken:
        broken.setattr(Suggester, "suggest", None)
        window.actions_.trigger("concept")
        qtbot.waitUntil(lambda: "work started by a widget failed" in caplog.text)
    assert not line.is_running
    caplog.clear()
    line.show_draft(
        Draft("x", "m", "nl", (Used(1, "a", "A", "B" * 41), Used(2, "c", "C", "")), 0, ())
    )
    assert f"A > {'B' * 40}…; C" in line.text.text()
    server.go.clear()
    window.actions_.trigger("concept")
    qtbot.waitUntil(lambda: line.is_running)
    known.desk.drafting.stop()
    server.go.set()
