"""What is suggested for the message on the screen, as the owner sees it and takes it over."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.rules.tickets import Priority
from app.models.rules.urgency import Point, Weight
from app.services.assist import preferences
from app.services.assist.answers import Chance, Near, Pick, Suggestion, Word
from app.services.assist.suggester import Suggester
from app.services.tickets import inbox, triage
from app.views import suggesting
from tests.fakes_assist import WordEmbedder
from tests.gui.conftest import Office
from tests.integration.test_assist import SEEDS

SURE = "Mijn bestelling staat al vijf dagen op 'in behandeling', klopt dat? Dringend! Advocaat!"
STRANGE = "Xylofoon kwispelt blauwdruk"


def test_a_suggestion_is_shown_with_its_reasons_and_taken_over_by_one_key(
    office: Office, qtbot: QtBot
) -> None:
    services = office.services
    services.made["suggester"] = Suggester(
        services.database, services.clock, lambda _kind: False, WordEmbedder(), SEEDS
    )
    services.database.write_now(preferences.change, threshold=0.3)
    for text in (SURE, STRANGE):
        office.arrive(text, "")
        office.clock.forward(timedelta(seconds=1))
    office.window.activateWindow()
    office.window.actions_.trigger("triage")
    page = office.desk.rooms.triage
    hint = page.hint
    qtbot.waitUntil(hint.isVisible)
    assert "%" in hint.what.text()
    assert "“" in hint.why.text()
    assert hint.take.isVisible()
    QTest.keyClick(page, Qt.Key.Key_A)
    read = services.database.read_now

    def info(ticket_id: int = 1) -> inbox.TicketInfo:
        return read(inbox.infos, [ticket_id])[0]

    qtbot.waitUntil(lambda: info().assessment.type == "question")
    assert (info().category, info().priority) == ("orders", "urgent")
    qtbot.waitUntil(lambda: not hint.isVisible())  # nothing is new any more
    assert page.choices["category", "orders"].isChecked()
    QTest.keyClick(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: info().category is None)
    assert (info().assessment.type, info().priority) == (None, "normal")
    qtbot.waitUntil(hint.isVisible)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.card is not None and page.card.ticket.id == 2)
    qtbot.waitUntil(hint.isVisible)
    assert not hint.take.isVisible()  # it does not know, and says between what
    assert "(" in hint.what.text()
    QTest.keyClick(page, Qt.Key.Key_A)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.card is None)
    assert not hint.isVisible()
    qtbot.waitUntil(lambda: read(triage.waiting) == 0)
    assert info(2).category is None


def test_words_say_what_is_new_and_why(office: Office) -> None:
    office.arrive("Hallo", "")
    ticket = office.services.database.read_now(inbox.infos, [1])[0]
    unsure = Pick(None, (Chance("other", 0.4), Chance("idea", 0.3)))
    sure = Pick("orders", (Chance("orders", 0.84),), (Word("pakje", 0.3),))
    weight = Weight(priority=Priority.HIGH, total=3, points=(Point("serious", 3, "krant"),))
    near = (Near(7, 12, "open", 0.6, same_customer=False),)
    found = Suggestion(sure, unsure, unsure, "nl", weight, near, (), ())
    assert suggesting.new_in(found, ticket) == {"category": "orders", "priority": "high"}
    what, why = suggesting.told(found, ticket, {}), suggesting.why(found, ticket)
    assert "orders (84%)" in what
    assert "other (40%)" in what
    assert all(part in why for part in ("“pakje”", "“krant” +3", "12"))
    known = replace(ticket, category="orders", priority="urgent")
    typed = replace(known, assessment=replace(known.assessment, type="idea"))
    assert suggesting.told(replace(found, priority=None), typed, {}) == ""
    assert suggesting.why(replace(found, category=unsure, duplicates=()), typed) == ""
