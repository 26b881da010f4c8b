"""Everything without a mouse: each action by its key and by the palette, and the order of Tab."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.views.action_table import SPECS
from tests.gui.conftest import Office, is_gone
from tests.gui.test_flow import open_ticket

KEYED = [spec for spec in SPECS if spec.keys and not spec.local]
WRITING = {"send_close", "send", "send_later", "attach", "bold", "italic", "bullets"}


@pytest.fixture
def heard(office: Office) -> list[str]:
    """The actions that were triggered; what they do is tested elsewhere."""
    found: list[str] = []
    actions = office.window.actions_
    actions.blockSignals(True)
    for name, action in actions._all.items():
        action.triggered.connect(lambda _checked=False, name=name: found.append(name))
    return found


def press(widget: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs do not know it
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def test_each_key_works(office: Office, heard: list[str], qtbot: QtBot) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    window = office.window
    window.activateWindow()
    for spec in KEYED:
        place = office.desk.ticket.composer.editor if spec.name in WRITING else window.inbox.list
        place.setFocus()
        for keys in spec.keys:
            press(place, keys)
            assert heard == [spec.name], keys
            heard.clear()


def test_the_key_is_called_enter_as_keyboards_say(office: Office) -> None:
    actions = office.window.actions_
    assert actions.shown_keys("send_close") == "Ctrl+Enter"
    actions.set_keys({"send_close": ["Alt+Return"]}, single_letters=True)
    assert actions.shown_keys("send_close") == "Alt+Enter"


def test_letters_typed_in_an_answer_are_letters(
    office: Office, heard: list[str], qtbot: QtBot
) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    editor = office.desk.ticket.composer.editor
    editor.setFocus()
    QTest.keyClicks(editor, "jkresicpdlxmon!/?")
    assert editor.toPlainText() == "jkresicpdlxmon!/?"
    search = office.window.inbox.search
    search.setFocus()
    QTest.keyClicks(search, "jkre")
    assert search.text() == "jkre"
    assert heard == []


def test_the_palette_offers_every_action(office: Office, qtbot: QtBot) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    picker = office.desk.picker
    offered = {spec.name for spec in office.window.actions_.offered() if not spec.local}
    press(office.window.inbox.list, "Ctrl+K")
    qtbot.waitUntil(picker.isVisible)
    listed = {entry.key.replace("place view:", "view_") for entry in picker._entries}
    assert offered - listed <= {"palette"}
    for entry in list(picker._entries):
        picker.line.setText(entry.text)
        assert picker.shown[0].text == entry.text
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not picker.isVisible())


def test_an_action_without_a_key_is_done_by_the_palette(office: Office, qtbot: QtBot) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    picker = office.desk.picker
    press(office.window.inbox.list, "Ctrl+K")
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClicks(picker.line, office.window.actions_.text("density"))
    before = office.window.inbox.list.density
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.window.inbox.list.density != before)


def stops(office: Office, most: int = 120) -> list[QWidget]:
    """Walk with Tab from the side bar on until it comes round."""
    window = office.window
    start = window.sidebar.views["todo"].button
    start.setFocus()
    found: list[QWidget] = []
    for _ in range(most):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is start and found:
            break
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return found


def edge(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(0, widget.height() // 2)


def test_the_part_that_hears_the_keys_is_framed(office: Office, qtbot: QtBot) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    window = office.window
    window.activateWindow()
    parts = {"focus_list": window.inbox.list, "focus_ticket": office.desk.ticket.timeline.area}
    accent = window.theme.colour("accent")
    for wanted, part in parts.items():
        window.actions_.trigger(wanted)
        assert edge(part) == accent
        assert all(edge(other) != accent for other in parts.values() if other is not part)


def test_walking_leaves_no_layout_items_known(office: Office, qtbot: QtBot) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    before = known_items()
    assert len(stops(office)) > 20
    assert known_items() == before


def known_items() -> int:
    """Count the items of layouts that Python knows; it would know them after their end too."""
    known = Shiboken.getAllValidWrappers()
    return sum(isinstance(one, QWidgetItem) for one in known)


def test_tab_goes_from_left_to_right_and_comes_round(office: Office, qtbot: QtBot) -> None:
    office.arrive(quoted="> x")
    open_ticket(office, 1, qtbot)
    window, page = office.window, office.desk.ticket
    window.activateWindow()
    seen = stops(office)
    regions = [
        ("sidebar", window.sidebar),
        ("list", window.inbox),
        ("header", page.header),
        ("talk", page.timeline),
        ("writing", page.composer),
        ("facts", page.facts),
    ]
    order = [
        name
        for widget in seen
        for name, region in regions
        if region is widget or region.isAncestorOf(widget)
    ]
    walked = [name for at, name in enumerate(order) if at == 0 or order[at - 1] != name]
    assert walked == [name for name, _region in regions]
    left_out = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget not in seen
        and widget.window() is window
    ]
    assert left_out == []


@pytest.mark.parametrize("way", ["settings", "add_account", "import", "help"])
def test_escape_leads_back(office: Office, qtbot: QtBot, way: str) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    window = office.window
    window.actions_.trigger(way)
    if way == "help":
        qtbot.waitUntil(lambda: bool(window.findChildren(QDialog)))
        (dialog,) = window.findChildren(QDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(partial(is_gone, dialog))
    else:
        qtbot.waitUntil(lambda: not window.shows_messages)
        focus = QApplication.focusWidget() or window
        QTest.keyClick(focus, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.shows_messages)
    assert window.mapToGlobal(QPoint(0, 0)) is not None


def test_a_shown_number_picks_its_entry(office: Office, qtbot: QtBot) -> None:
    office.arrive()
    open_ticket(office, 1, qtbot)
    office.window.actions_.trigger("category")
    picker = office.desk.picker
    qtbot.waitUntil(picker.isVisible)
    second = picker.shown[1].key
    QTest.keyClicks(picker.line, "2")
    assert [entry.key for entry in picker.shown] == [second]
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)


def test_the_wheel_changes_no_setting(office: Office, qtbot: QtBot) -> None:
    field = office.desk.options.page.undo
    before = field.value()
    at, turned, none = QPointF(5, 5), QPoint(0, -120), QPoint()
    event = QWheelEvent(
        at, field.mapToGlobal(at), none, turned, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    assert field.value() == before
    assert not event.isAccepted()
