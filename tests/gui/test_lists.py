"""The owner's lists in the window."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.tickets import decisions, lists
from tests.gui.conftest import Office


def keys(office: Office, field: str) -> list[str]:
    return [one.key for one in office.services.database.read_now(lists.entries, field)]


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> Any:
    ticket_id = office.arrive()
    write = office.services.database.write_now
    write(decisions.set_listed, [ticket_id], field="category", value="orders")
    office.desk.tickets.open(ticket_id)
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)
    office.window.actions_.trigger("lists")
    made = office.desk.rooms.lists
    qtbot.waitUntil(lambda: "orders" in made.rows)
    return made


def test_entries_are_named_moved_and_added(office: Office, page: Any, qtbot: QtBot) -> None:
    row = page.rows["orders"]
    row.dutch.setFocus()
    row.dutch.selectAll()
    qtbot.keyClicks(row.dutch, "Orders en pakketten")
    QTest.keyClick(row.dutch, Qt.Key.Key_Return)
    shown = office.desk.ticket.facts.decisions.choices["category"]
    qtbot.waitUntil(lambda: "Orders en pakketten" in shown.accessibleName())
    sidebar = office.window.sidebar
    item = sidebar.categories.items["category:orders"]
    qtbot.waitUntil(lambda: "Orders en pakketten" in item.button.accessibleName())
    QTest.keyClick(row.dutch, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: keys(office, "category")[0] == "orders")
    qtbot.waitUntil(lambda: next(iter(page.rows)) == "orders")
    assert not row.buttons["up"].isEnabled()
    assert page.focusWidget() is row.dutch
    row.buttons["down"].click()
    qtbot.waitUntil(lambda: keys(office, "category")[1] == "orders")
    for _ in range(2):
        QTest.keyClick(row.dutch, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: keys(office, "category")[3] == "orders")
    qtbot.keyClicks(page.dutch, "Garantie")
    QTest.keyClick(page.dutch, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "garantie" in page.rows)
    assert page.dutch.text() == ""
    QTest.keyClick(page.dutch, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "40" in office.window.notices.text)
    page.rows["garantie"].english.setText("Orders")
    page.rows["garantie"].english.editingFinished.emit()
    qtbot.waitUntil(lambda: page.rows["garantie"].english.text() == "Garantie")


def remove_asks(office: Office, page: Any) -> bool:
    """Press the button, which does nothing while the last question is being put away."""
    if not office.desk.picker.isVisible():
        page.rows["orders"].buttons["remove"].click()
    return bool(office.desk.picker.isVisible())


def test_what_is_used_is_replaced_and_brought_back(office: Office, page: Any, qtbot: QtBot) -> None:
    picker = office.desk.picker
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        qtbot.waitUntil(lambda: remove_asks(office, page))
        QTest.keyClick(picker.line, key)
        qtbot.waitUntil(lambda: not picker.isVisible())
    qtbot.waitUntil(lambda: "orders" not in page.rows)
    qtbot.waitUntil(lambda: bool(office.window.notices.text))
    assert "category:orders" not in office.window.sidebar.categories.items
    office.window.actions_.trigger("undo")
    qtbot.waitUntil(lambda: "orders" in page.rows)
    page.list_wanted.emit("outcome")
    qtbot.waitUntil(lambda: list(page.rows) == keys(office, "outcome"))
    page.rows["other"].buttons["remove"].click()
    qtbot.waitUntil(lambda: "other" not in keys(office, "outcome"))
    page.show_list("outcome", [])
    assert page.rows == {}
