"""Mail from files: chosen or dropped, with progress, stopped and gone on with."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.channels.registry import Channels
from app.services.sync import health, imports
from app.services.sync.engine import SyncEngine
from app.views.navigation import places
from tests.gui.conftest import Office

MAIL = b"""From: Anna <anna@klant.example>
To: winkel@voorbeeld.nl
Subject: Oude vraag %d
Message-ID: <oud-%d@klant.example>
Date: Mon, 02 Nov 2026 10:00:00 +0100

Waar blijft mijn bestelling?
"""


@pytest.fixture
def mbox(tmp_path: Path) -> Path:
    place = tmp_path / "Archief"
    place.write_bytes(b"".join(b"From anna\n" + MAIL % (n, n) + b"\n" for n in range(3)))
    return place


def done(office: Office) -> str:
    return "" if office.desk.imports._running else office.desk.imports.page.doing.text()


def test_a_chosen_mailbox_is_read(office: Office, qtbot: QtBot, mbox: Path) -> None:
    office.window.actions_.trigger("import")
    page = office.desk.imports.page
    qtbot.waitUntil(page.isVisible)
    page.file.click()
    dialog = page.findChild(QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(mbox))
    dialog.accept()
    qtbot.waitUntil(lambda: done(office) == "3 berichten gelezen, 3 nieuw.")
    office.desk.imports._on_dropped(str(mbox))
    qtbot.waitUntil(lambda: done(office) == "3 berichten gelezen, 0 nieuw.")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert office.window.inbox.isVisible()


def test_what_is_read_is_understood(
    office: Office, engine: SyncEngine, qtbot: QtBot, mbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    channels = office.services.channels
    assert isinstance(channels, dict)
    monkeypatch.setitem(channels, "email", Channels()["email"])
    office.desk.imports._engine = engine
    office.desk.imports.open()
    qtbot.waitUntil(office.desk.imports.page.isVisible)
    office.desk.imports.page.accounts.choose("")
    qtbot.waitUntil(lambda: office.desk.imports.page.account == "")
    office.desk.imports._on_dropped(str(mbox))
    qtbot.waitUntil(lambda: done(office).startswith("3 berichten gelezen"))
    (archive,) = [
        one for one in office.services.database.read_now(health.accounts) if one.state == "archive"
    ]
    key = f"account:{archive.id}"
    office.desk.accounts.refresh()
    qtbot.waitUntil(lambda: key in office.window.sidebar.channels.items)
    item = office.window.sidebar.channels.items[key]
    assert item.button.accessibleName().startswith("Geïmporteerde mail")
    office.arrive()
    office.desk.imports.page.results.click()
    qtbot.waitUntil(lambda: office.window.shows_messages and office.desk.inbox.is_settled)
    assert office.window.sidebar.place == places.of_view("all")
    assert len(office.rows) == 3
    assert {row.account_id for row in office.rows} == {archive.id}


def test_a_file_that_is_no_mailbox_says_so(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    odd = tmp_path / "foto.jpg"
    odd.write_bytes(b"\xff\xd8")
    page = office.desk.imports.page
    office.desk.imports.open()
    qtbot.waitUntil(page.isVisible)
    office.desk.imports._on_dropped(str(odd))
    qtbot.waitUntil(page.problem.isVisible)
    assert "foto.jpg" in page.problem.text()
    assert not page.results.isVisible()
    office.desk.imports._on_dropped(str(tmp_path / "weg"))
    qtbot.waitUntil(lambda: "weg" in page.problem.text())


def test_an_import_can_be_stopped_and_gone_on_with(
    office: Office, qtbot: QtBot, mbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "BATCH", 1)
    page = office.desk.imports.page
    office.desk.imports.open()
    qtbot.waitUntil(page.isVisible)
    office.desk.imports._read.connect(page.cancel.click, Qt.ConnectionType.DirectConnection)
    office.desk.imports._on_dropped(str(mbox))
    qtbot.waitUntil(lambda: "Gestopt" in done(office))
    office.desk.imports._read.disconnect(page.cancel.click)
    office.desk.imports._on_dropped(str(mbox))
    qtbot.waitUntil(lambda: done(office).startswith("3 berichten gelezen"))


def test_a_mailbox_can_be_dropped(office: Office, qtbot: QtBot, mbox: Path) -> None:
    page = office.desk.imports.page
    office.desk.imports.open()
    qtbot.waitUntil(page.isVisible)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(mbox))])
    act, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    page.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), act, data, button, none))
    page.dropEvent(QDropEvent(QPoint(5, 5), act, data, button, none))
    qtbot.waitUntil(lambda: done(office).startswith("3 berichten gelezen"))
