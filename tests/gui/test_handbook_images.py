"""Pictures in pages, in the window: pasted, dropped, picked, shown, printed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.models.rules.handbook.images import MOST_BYTES
from app.services.handbook import book, images, page_acts
from app.views.handbook import book_pdf
from app.views.handbook.editing import Editing
from app.views.handbook.pictures import MOST, WIDEST, drawn
from tests.fakes import MONDAY
from tests.gui.conftest import Office
from tests.integration.test_handbook_images import png

CTRL = Qt.KeyboardModifier.ControlModifier
PAGE = "---\nsoort: artikel\nsleutel: pan\ntitel: Pan\n---\n\n![](images/pan.png)\n"
IMAGE = QTextDocument.ResourceType.ImageResource.value


def says(editing: Editing, text: str) -> bool:
    return text in editing.text


def test_pictures_are_put_in_shown_and_printed(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    write = office.services.database.write_now
    write(images.add, "pan.png", png(3000, 20))
    write(page_acts.save, PAGE)
    office.window.actions_.trigger("handbook")
    page = office.desk.knowledge.handbook.page
    reading, editing = page.reading, page.editing
    qtbot.waitUntil(lambda: reading.leaf is not None)
    shown = reading.browser.document().resource(IMAGE, QUrl("images/pan.png"))
    assert isinstance(shown, QImage)
    assert shown.width() == WIDEST
    assert "<img" in reading.browser.document().toHtml()
    assert reading.browser.horizontalScrollBar().maximum() == 0  # none is wider than the text
    QTest.keyClick(page, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: page.views.currentWidget() is editing)

    editing.field.moveCursor(QTextCursor.MoveOperation.End)
    pasted, dropped, words = QMimeData(), QMimeData(), QMimeData()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(5)
    pasted.setImageData(image)
    (tmp_path / "Mijn kast.png").write_bytes(png(shade=7))
    (tmp_path / "groot.png").write_bytes(png() + bytes(MOST_BYTES))
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "Mijn kast.png"))])
    words.setText("woorden")
    for source, expected in (
        (dropped, "![Mijn kast](images/mijn-kast.png)"),
        (words, "woorden"),
        (pasted, "woorden!["),
    ):
        assert editing.field.canInsertFromMimeData(source)
        editing.field.insertFromMimeData(source)
        qtbot.waitUntil(partial(says, editing, expected))
    editing.tools["image"].click()
    qtbot.waitUntil(lambda: editing.findChild(QFileDialog) is not None)
    dialog = editing.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(tmp_path))
    qtbot.waitUntil(lambda: dialog.directory().path() == str(tmp_path))
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText("groot.png")
    dialog.done(1)
    qtbot.waitUntil(lambda: "groot.png" in office.window.notices.text)
    office.desk.knowledge.handbook.controller.imaging.add_files([tmp_path / "weg.png"])
    qtbot.waitUntil(lambda: "weg.png" in office.window.notices.text)
    assert editing.troubles == []
    editing.insert_text("\n![](images/nergens.png)\n")
    editing.look_now()
    (trouble,) = editing.troubles
    assert "“nergens.png”" in trouble.sentence
    assert (trouble.line, trouble.stops) == (10, False)
    editing.show_way("preview")
    editing.look_now()
    kept = editing.preview.document().resource(IMAGE, QUrl("images/mijn-kast.png"))
    assert isinstance(kept, QImage)
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.views.currentWidget() is reading)
    qtbot.waitUntil(lambda: reading.facts.values["problems"].text().startswith("1 "))

    found = office.services.database.read_now(book.collect, MONDAY, language="nl")
    press = book_pdf._Press(found, book_pdf.parts_of(found))
    html = next(one.html for one in book_pdf.parts_of(found) if one.name == "pan")
    document = press._set(html)
    assert 'width="420"' in document.toHtml()
    assert document.size().height() < 60  # no gap below it
    book_pdf.write(found, tmp_path / "all.pdf")
    assert b"/Subtype /Image" in (tmp_path / "all.pdf").read_bytes()
    assert drawn(b"<svg/>", WIDEST).isNull()
    assert len(office.desk.knowledge.handbook.controller.pictures.known) <= MOST
