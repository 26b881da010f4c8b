"""Saved texts and macros in the window."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import text as sql

from app.models.rules.answer_check import check
from app.models.rules.limits import Measure
from app.models.rules.macros import Action
from app.services.settings import WritingSettings, save
from app.services.tickets import acts, inbox, macros, template_acts
from app.services.tickets.outgoing import Looked
from app.views.texts.fill_dialog import FillDialog
from tests.gui.conftest import Office, is_gone
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
    qtbot.waitUntil(partial(is_gone, dialog))
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


def test_an_answer_is_looked_through_while_it_is_written(office: Office, qtbot: QtBot) -> None:
    write = office.services.database.write_now
    ticket_id = office.arrive("Waar blijft mijn pakket?")
    write(lambda unit: unit.session.execute(sql("update tickets set kind = 'bluesky'")))
    write(lambda unit: save(unit.session, WritingSettings(initials="^LV")))
    open_ticket(office, ticket_id, qtbot)
    composer = office.desk.ticket.composer
    line = composer.check
    assert not line.isVisible()
    composer.editor.setPlainText("Uw {ding} komt er aan.")
    qtbot.waitUntil(line.isVisible)
    assert "ding" in line.text.text()
    assert "Waar blijft mijn pakket?" in line.text.text()
    assert "je" in line.text.text()
    assert line.count.text() == "26 / 300"
    assert "^LV" in line.signature.whole
    office.window.actions_.trigger("send")
    qtbot.waitUntil(lambda: "Vul eerst in" in office.window.notices.text)
    assert composer.text == "Uw {ding} komt er aan."
    composer.editor.setPlainText("a" * 297)
    assert line.count.text() == "301 / 300"
    assert line.count.property("tone") == "danger"
    for kind, text, count, told in (
        ("google", "é" * 2049, "4098 / 4096", "bytes"),
        ("sms", "Tot zo", "6 / 1530  ·  1× SMS", ""),
    ):
        composer.editor.setPlainText(text)
        measure = Measure(kind)
        line.show_looked(Looked(check(text, measure=measure), None, "", measure))
        assert line.count.text() == count
        assert told in line.text.text()
    composer.editor.setPlainText("")
    assert not line.isVisible()
    composer.choose(internal=True)
    composer.editor.setPlainText("Een notitie met {ding}")
    composer.draft_changed.emit()
    office.window.actions_.trigger("send")
    qtbot.waitUntil(lambda: composer.text == "")
    assert not line.isVisible()
