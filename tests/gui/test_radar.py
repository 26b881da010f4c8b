"""Questions that come back, in the window: a task, an article, one answer to all, done."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.handbook import pages, radar
from app.services.handbook.radar import FindingInfo
from app.services.tickets import directory
from app.views.bulk.dialog import BulkDialog
from app.views.keeping.dialog import KeepingDialog
from app.views.language import DUTCH, ENGLISH
from app.views.radar.card import ANSWER, DISMISS, NONE, REOPEN, WEBSITE, WRITE
from tests.gui.conftest import Office, is_gone

ASKED = (
    "Mag de koekenpan in de vaatwasser?", "Kan een koekenpan in de afwasmachine of vaatwasser?",
    "Is de koekenpan geschikt voor de vaatwasser?", "Koekenpan in de vaatwasser, mag dat?",
    "Gaat de koekenpan goed in de vaatwasser?",
)  # fmt: skip


def known(office: Office) -> FindingInfo:
    return office.services.database.read_now(radar.findings, everyone=True)[0]


def test_a_question_that_comes_back_gets_a_task_an_answer_and_an_article(
    office: Office, qtbot: QtBot
) -> None:
    window = office.window
    in_bar = window.sidebar.rooms.items["radar"]
    office.services.database.write_now(directory.add, name="Fatima")
    window.actions_.trigger("radar")
    page = office.desk.knowledge.radar.page
    qtbot.waitUntil(lambda: page.look.isEnabled() and page.empty.isVisible())
    assert in_bar.isVisible()
    assert in_bar.button.isChecked()
    ids = [office.arrive(text=text, subject="Pan") for text in ASKED]
    page.look.click()
    qtbot.waitUntil(lambda: page.list.count() == 1)
    qtbot.waitUntil(lambda: in_bar.count == 1)
    card = page.card
    assert "koekenpan" in card.title.text()
    assert card.tickets.count() == len(ids)
    assert ASKED[-1] in card.tickets.item(0).text()

    card.acts[WEBSITE].click()
    qtbot.waitUntil(card.note.hasFocus)
    assert card._known.stringList() == ["Fatima"]
    card.note.setText("FAQ")
    card.owner.setText("Fatima")
    qtbot.keyClick(card.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (known(office).note, known(office).owner) == ("FAQ", "Fatima"))
    card.act_wanted.emit(NONE)
    qtbot.waitUntil(lambda: known(office).task is None and not card.task.isVisible())
    card.acts[DISMISS].click()
    qtbot.waitUntil(lambda: page.empty.isVisible() and not in_bar.count)
    page.tabs.buttons["settled"].click()
    assert card.isVisible()
    assert not card.acts[WRITE].isVisible()
    card.acts[REOPEN].click()
    qtbot.waitUntil(lambda: known(office).state == "open")
    qtbot.waitUntil(page.empty.isVisible)
    page.tabs.buttons["open"].click()

    card.acts[ANSWER].click()
    qtbot.waitUntil(lambda: bool(window.findChildren(BulkDialog)))
    window.findChildren(BulkDialog)[0].reject()
    card.acts[WRITE].click()
    qtbot.waitUntil(lambda: bool(window.findChildren(KeepingDialog)))
    window.findChildren(KeepingDialog)[0].reject()
    qtbot.waitUntil(lambda: not window.findChildren(KeepingDialog))
    card.acts[WRITE].click()
    qtbot.waitUntil(lambda: bool(window.findChildren(KeepingDialog)))
    dialog = window.findChildren(KeepingDialog)[0]
    assert ASKED[0] in dialog.words.toPlainText()
    dialog.go.click()
    qtbot.waitUntil(lambda: known(office).state == "done")
    qtbot.waitUntil(partial(is_gone, dialog))
    assert [one.title for one in office.services.database.read_now(pages.all_of)] == ["Pan"]
    page.tabs.buttons["settled"].click()
    qtbot.waitUntil(card.isVisible)
    for language, colours in ((ENGLISH, "dark"), (DUTCH, "light")):
        window.take_look(language, colours)
        QApplication.sendPostedEvents()
    card.tickets.itemActivated.emit(card.tickets.item(0))
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == max(ids))
    assert window.shows_messages
