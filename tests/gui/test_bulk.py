"""One answer to many, in the window."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.services.sync import outbox
from app.services.tickets import incidents, replies
from app.views.bulk.dialog import BulkDialog
from tests.gui.conftest import Office


def test_many_are_answered_after_a_look(office: Office, qtbot: QtBot) -> None:
    write, read = office.services.database.write_now, office.services.database.read_now
    ids = [office.arrive(key=f"<{number}@x>") for number in range(4)]
    write(replies.answer, ids[3], text="Al bezig", send_at=office.clock.now() + timedelta(hours=9))
    write(incidents.begin, title="Storing", ticket_ids=ids)
    office.desk.work.bulk.answer_incident(1)
    found: list[BulkDialog] = []

    def there() -> bool:
        found[:] = [one for one in office.window.findChildren(BulkDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    (dialog,) = found
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.body, "Beste {naam}, {wat} is gemaakt.")
    qtbot.waitUntil(lambda: "gemaakt" in dialog.letter.toPlainText())
    assert "een plek is niet ingevuld" in dialog.list.item(0).text()
    assert dialog.going == []
    dialog.body.setPlainText("Beste {naam}, het is gemaakt.")
    qtbot.waitUntil(lambda: len(dialog.going) == 3)
    assert "onderweg" in dialog.list.item(3).text()
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.list.setCurrentRow(2)
    dialog.letter.setPlainText("")
    assert len(dialog.going) == 1
    dialog.letter.setPlainText("Beste {u}")
    assert len(dialog.going) == 1
    dialog.letter.setPlainText("Anders dus")
    dialog.body.setPlainText("Beste {naam}, het is echt gemaakt.")
    qtbot.waitUntil(lambda: "echt" in dialog.going[0].text)
    assert [one.ticket_id for one in dialog.going] == [ids[0], ids[2]]
    assert dialog.going[1].text == "Anders dus"
    dialog.body.appendPlainText("Groet")
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(dialog.go.isEnabled)
    QTest.keyClick(dialog.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(read(outbox.rows)) == 3)
    assert {row.ticket for row in read(outbox.rows)} == {1, 3, 4}


def test_the_mouse_finds_one_answer_to_many(office: Office, qtbot: QtBot) -> None:
    ids = [office.arrive(key=f"<{number}@x>") for number in range(2)]
    inbox = office.window.inbox
    qtbot.waitUntil(lambda: inbox.list.model().rowCount() == len(ids))
    inbox.list.selectAll()
    qtbot.waitUntil(inbox.bulk.isVisible)
    inbox.bulk.more.click()
    (menu,) = [one for one in inbox.bulk.findChildren(QMenu) if one.isVisible()]
    first = menu.actions()[0]
    assert first.text().startswith(office.window.actions_.text("answer_many"))
    first.trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(office.window.findChildren(BulkDialog)))
