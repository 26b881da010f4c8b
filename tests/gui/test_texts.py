"""Saved texts and macros in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.rules.macros import Action
from app.services.tickets import acts, inbox, macros, template_acts
from app.views.texts.fill_dialog import FillDialog
from tests.gui.conftest import Office
from tests.gui.test_ticket import open_ticket

ENTER = Qt.Key.Key_Return


def pick(office: Office, qtbot: QtBot, typed: str) -> None:
    office.window.actions_.trigger("texts")
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClicks(picker.line, typed)
    QTest.keyClick(picker.line, ENTER)


def dialog_of(office: Office, qtbot: QtBot) -> FillDialog:
    found: list[FillDialog] = []

    def look() -> bool:
        found[:] = [one for one in office.window.findChildren(FillDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def test_a_text_goes_in_at_the_cursor_after_what_is_missing(office: Office, qtbot: QtBot) -> None:
    write = office.services.database.write_now
    write(template_acts.add, name="Codebericht", body="Dag {naam}, {code} en {dag}.")
    write(
        macros.save,
        name="Afronden maar",
        text="Klaar: {code}",
        actions=[Action("state", "closed"), Action("outcome", "solved")],
    )
    ticket_id = office.arrive()
    open_ticket(office, ticket_id, qtbot)
    composer = office.desk.ticket.composer
    composer.editor.setPlainText("Voor. Na.")
    cursor = composer.editor.textCursor()
    cursor.setPosition(6)
    composer.editor.setTextCursor(cursor)

    pick(office, qtbot, "Codebericht")
    dialog = dialog_of(office, qtbot)
    assert list(dialog.fields) == ["code", "dag"]
    assert dialog.text == "Dag Anna, {code} en {dag}."
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.fields["code"], "A1")
    QTest.keyClick(dialog.fields["code"], ENTER)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.fields["dag"], "nu")
    assert dialog.text == "Dag Anna, A1 en nu."
    QTest.keyClick(dialog.fields["dag"], ENTER)
    qtbot.waitUntil(lambda: composer.text == "Voor. Dag Anna, A1 en nu.Na.")
    QTest.keyClick(composer.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert composer.text == "Voor. Na."

    pick(office, qtbot, "Afronden maar")
    dialog = dialog_of(office, qtbot)
    QTest.keyClick(dialog.fields["code"], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    pick(office, qtbot, "Afronden maar")
    dialog = dialog_of(office, qtbot)
    QTest.keyClicks(dialog.fields["code"], "B2")
    QTest.keyClick(dialog.fields["code"], ENTER)

    def state() -> str:
        return office.services.database.read_now(inbox.infos, [ticket_id])[0].state

    qtbot.waitUntil(lambda: state() == "closed")
    assert composer.text == "Voor. Na."
    office.services.database.write_now(acts.undo)
    assert state() == "new"
