"""Logging what was said or written outside Balie, in the message on the screen."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.tickets import inbox
from app.views.day.log_dialog import CALLBACK, WHEN, LogDialog
from tests.gui.conftest import Office, is_gone
from tests.gui.test_day import _says_something, noting, read, shown
from tests.gui.test_flow import open_ticket
from tests.gui.test_ticket import choose


def logging(office: Office, qtbot: QtBot) -> LogDialog:
    office.window.actions_.trigger("log")
    return shown(office, qtbot, LogDialog)


def test_an_answer_on_the_page_is_logged_by_keyboard(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket_id = office.arrive(permalink="https://platform.example/1")
    open_ticket(office, ticket_id, qtbot)
    dialog = logging(office, qtbot)
    assert (dialog.way, dialog.directions.isVisible()) == ("page", False)
    qtbot.waitUntil(dialog.words.hasFocus)
    dialog.go.click()
    assert dialog.problem.isVisible()
    QTest.keyClicks(dialog.words, "Geantwoord")
    for field, wrong in ((WHEN, "morgen"), (CALLBACK, "ooit")):
        dialog.lines[field].line.setText(wrong)
        dialog.go.click()
        qtbot.waitUntil(partial(_says_something, dialog.lines[field].problem))
        dialog.lines[field].line.clear()
    photo = tmp_path / "lamp.pdf"
    photo.write_bytes(b"%PDF")
    dialog.files.add.click()
    choose(office, qtbot, photo)
    qtbot.waitUntil(lambda: [one.name for one in dialog.files.files] == ["lamp.pdf"])
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(partial(is_gone, dialog))
    assert read(office).state == "answered"
    (*_, note) = office.services.database.read_now(inbox.messages, ticket_id)
    assert note.text.splitlines()[-1] == "Geantwoord"
    assert [one.name for one in note.attachments] == ["lamp.pdf"]
    office.desk.doing.undo_last()
    qtbot.waitUntil(lambda: read(office).state == "new")


def test_a_talk_is_logged_where_nothing_can_be_sent(office: Office, qtbot: QtBot) -> None:
    entered = noting(office, qtbot)
    entered.lines["name"].line.setText("Piet")
    entered.lines["handle"].line.setText("06 12345678")
    entered.lines["about"].line.setText("Pan")
    entered.lines["when"].line.setText("ooit")
    entered.go.click()
    qtbot.waitUntil(lambda: bool(entered.lines["when"].problem.text()))
    entered.lines["when"].line.setText("1 minuut geleden")
    entered.go.click()
    qtbot.waitUntil(partial(is_gone, entered))
    office.desk.tickets.open(1)
    composer = office.desk.ticket.composer
    qtbot.waitUntil(lambda: composer.internal and not composer.answer.isEnabled())
    assert composer.explains.text()
    dialog = logging(office, qtbot)
    assert (dialog.way, dialog.directions.isVisible()) == ("phone", True)
    QTest.mouseClick(dialog.directions.buttons["in"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.words, "Belde nog eens")
    dialog.lines[CALLBACK].line.setText("in 2 hours")
    assert not dialog.settled.isEnabled()
    dialog.go.click()
    qtbot.waitUntil(partial(is_gone, dialog))
    assert (read(office).state, read(office).promise_kind) == ("open", "callback")
