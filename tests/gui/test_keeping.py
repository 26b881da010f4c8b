"""A ticket goes into the handbook in the window: masks are taken off, a place is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.rules.handbook.from_case import Part
from app.models.rules.masking.kinds import Kind
from app.models.rules.masking.text import mask
from app.services.channels.api import Person
from app.services.handbook import cases, page_acts, pages
from app.services.handbook.cases import Place
from app.services.tickets import acts
from app.views.keeping.dialog import KINDS, KeepingDialog
from app.views.keeping.masked_text import MaskedText
from tests.gui.conftest import Office

SOP = "---\nsoort: sop\ntitel: Te laat\n---\n## Stappen\n1. Bel\n2. Klaar: Gebeld\n"
OFF, ON = Qt.CheckState.Unchecked, Qt.CheckState.Checked


def opened(office: Office, qtbot: QtBot) -> KeepingDialog:
    office.window.actions_.trigger("keep")
    found: list[KeepingDialog] = []

    def there() -> bool:
        found[:] = [one for one in office.window.findChildren(KeepingDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    return found[0]


def kept(office: Office, ticket_id: int) -> list[str]:
    found = office.services.database.read_now(cases.pages_of, ticket_id)
    return [one.key for one in found]


def test_a_message_is_kept_as_an_article_and_in_a_procedure(office: Office, qtbot: QtBot) -> None:
    write, read = office.services.database.write_now, office.services.database.read_now
    made, _act = write(page_acts.save, SOP)
    ticket_id = office.arrive(
        subject="Pan van Anna",
        text="Order 20417 is zoek, bel 06-12345678.",
        author=Person("smit@klant.example", "Anna Smit"),
    )
    office.desk.tickets.open(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)

    dialog = opened(office, qtbot)
    assert dialog.title.text() == "Pan van [naam]"
    shown = [dialog.masks.item(row).text() for row in range(dialog.masks.count())]
    assert [one.split("  ")[0] for one in shown] == ["Anna", "20417", "06-12345678"]
    assert (dialog.place, dialog.part.isVisible()) == (None, False)
    dialog.masks.item(1).setCheckState(OFF)
    assert "Order 20417 is zoek, bel [telefoon]" in dialog.words.toPlainText()
    dialog.masks.item(0).setCheckState(OFF)
    assert dialog.title.text() == "Pan van Anna"
    dialog.masks.item(0).setCheckState(ON)
    assert dialog.title.text() == "Pan van [naam]"
    dialog.masks.setCurrentRow(2)
    assert dialog.words.textCursor().selectedText() == "[telefoon]"
    dialog.masks.setCurrentRow(0)
    dialog.title.setText("Pan")
    dialog.masks.item(0).setCheckState(OFF)
    assert dialog.masks.item(0).flags() == Qt.ItemFlag.NoItemFlags
    dialog.title.setText("?")
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.title.setText("Pan zoek")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kept(office, ticket_id) == ["pan-zoek"])
    write(acts.undo)
    assert kept(office, ticket_id) == []

    dialog = opened(office, qtbot)
    dialog.target.choose(str(made))
    qtbot.waitUntil(dialog.part.isVisible)
    assert (dialog.title.isEnabled(), dialog.place) == (False, Place(made))
    dialog.part.choose("1")
    qtbot.waitUntil(lambda: dialog.place == Place(made, Part.STEP, step=1))
    dialog.part.choose("term")
    qtbot.waitUntil(dialog.term.isVisible)
    assert not dialog.go.isEnabled()
    dialog.term.setText("Zoek")
    dialog.words.setPlainText("Niet te vinden")
    dialog.go.click()
    qtbot.waitUntil(lambda: kept(office, ticket_id) == ["te-laat"])
    assert "- **Zoek**: Niet te vinden" in read(pages.text_of, made)

    write(page_acts.remove, made)
    other = office.arrive(subject="Hoi", text="Waar is hij?", author=Person("x@y.example"))
    office.desk.tickets.open(other)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == other)
    dialog = opened(office, qtbot)
    assert dialog.masks.count() == 1
    assert dialog.masks.item(0).flags() == Qt.ItemFlag.NoItemFlags
    assert dialog.target.keys() == [""]
    dialog.reject()
    assert set(KINDS) == set(Kind)


def test_placeholders_are_found_back_whatever_is_typed_around_them(qtbot: QtBot) -> None:
    field = MaskedText()
    qtbot.addWidget(field)
    masked = mask("Bel 06-12345678 of mail a@b.nl, of 0612345679", names=[])
    field.show_masked(masked.text, masked.masks)

    def typed(at: int, text: str) -> None:
        cursor = QTextCursor(field.document())
        cursor.setPosition(at)
        cursor.insertText(text)

    typed(0, "Dus: ")
    typed(field.toPlainText().index("[telefoon]") + len("[telefoon]"), "!")
    assert field.set_masked(0, masked=False)
    assert field.toPlainText().startswith("Dus: Bel 06-12345678! of mail [e-mailadres]")
    assert field.set_masked(1, masked=False)
    assert field.set_masked(0, masked=True)
    assert field.toPlainText() == "Dus: Bel [telefoon]! of mail a@b.nl, of [telefoon]"
    cursor = QTextCursor(field.document())
    cursor.setPosition(field.toPlainText().rindex("[telefoon]") + 3)
    cursor.insertText("x")
    assert not field.set_masked(2, masked=False)
