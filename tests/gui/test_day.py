"""Notes of talks, and the check at the end of the day."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.learning import briefings
from app.services.settings import DayEndSettings, load
from app.services.tickets import day_end, directory, inbox, promises
from app.views.day.end_dialog import DayEndDialog
from app.views.day.entry_dialog import ABOUT, CALLBACK, HANDLE, NAME, EntryDialog
from tests.gui.conftest import Office, is_gone

D = TypeVar("D", bound=QDialog)
EVENING = 7 * 3600.0  # 17:00 here: half an hour before we close
Later = Callable[[float], None]


def shown(office: Office, qtbot: QtBot, kind: type[D]) -> D:
    found: list[D] = []

    def there() -> bool:
        found[:] = [one for one in office.window.findChildren(kind) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    return found[0]


def noting(office: Office, qtbot: QtBot) -> EntryDialog:
    QTest.keyClick(office.window, Qt.Key.Key_Y)
    return shown(office, qtbot, EntryDialog)


def _says_something(label: QLabel) -> bool:
    return bool(label.text())


def read(office: Office, ticket_id: int = 1) -> inbox.TicketInfo:
    return office.services.database.read_now(inbox.infos, [ticket_id])[0]


# --- a talk ----------------------------------------------------------------------------------


def test_a_call_is_noted_by_keyboard(office: Office, qtbot: QtBot, later: Later) -> None:
    dialog = noting(office, qtbot)
    qtbot.waitUntil(dialog.lines[NAME].line.hasFocus)
    QTest.keyClicks(dialog.lines[NAME].line, "Anna")
    QTest.keyClicks(dialog.lines[HANDLE].line, "06 1234 5678")
    QTest.keyClicks(dialog.lines[ABOUT].line, "De tajine")
    QTest.keyClicks(dialog.agreed, "Wij zoeken het uit")
    QTest.keyClicks(dialog.lines[CALLBACK].line, "in 2 hours")
    assert not dialog.settled.isChecked()
    later(125)
    dialog._tick()
    assert dialog.timer.text() == "2:05"
    QTest.keyClick(dialog.agreed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(partial(is_gone, dialog))
    ticket = read(office)
    assert (ticket.channel, ticket.subject, ticket.state) == ("phone", "De tajine", "open")
    (promise,) = office.services.database.read_now(promises.open_ones)
    assert promise.kind == "callback"
    (note,) = office.services.database.read_now(inbox.messages, 1)
    assert note.text.splitlines()[0] == "Anna belde ons (3 min)"
    qtbot.waitUntil(lambda: len(office.window.sidebar.channels.items) == 2)
    office.desk.doing.undo_last()
    qtbot.waitUntil(lambda: not office.services.database.read_now(inbox.counts).views.get("todo"))


def test_a_talk_in_the_shop_is_settled_at_once(office: Office, qtbot: QtBot) -> None:
    dialog = noting(office, qtbot)
    QTest.mouseClick(dialog.kinds.buttons["walkin"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.directions.buttons["out"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.lines[NAME].line, "Piet")
    QTest.keyClicks(dialog.lines[ABOUT].line, "Pan geruild")
    QTest.keyClick(dialog.lines[ABOUT].line, Qt.Key.Key_Return)
    qtbot.waitUntil(partial(is_gone, dialog))
    assert (read(office).channel, read(office).state) == ("walkin", "answered")


def test_what_is_wrong_stands_beside_its_field(office: Office, qtbot: QtBot) -> None:
    dialog = noting(office, qtbot)
    dialog.go.click()
    assert dialog.lines[ABOUT].problem.text()
    QTest.keyClicks(dialog.lines[ABOUT].line, "De tajine")
    for field, typed in ((NAME, ""), (HANDLE, "Anna"), (CALLBACK, "ooit")):
        dialog.lines[field].line.setText(typed)
        dialog.go.click()
        problem = dialog.lines[field].problem
        qtbot.waitUntil(partial(_says_something, problem))
        qtbot.waitUntil(dialog.lines[field].line.hasFocus)
        dialog.lines[field].line.clear()
        dialog.lines[NAME].line.setText("Anna")
    assert dialog.isVisible()
    office.desk.day.note()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: office.desk.day._noting is None)
    assert office.services.database.read_now(inbox.counts).views["all"] == 0


# --- the end of the day ----------------------------------------------------------------------


def evening(office: Office, later: Later) -> int:
    later(EVENING)
    return office.arrive()


def test_who_closes_with_something_left_is_shown_it_and_leaves_by_one_key(
    office: Office, qtbot: QtBot, later: Later
) -> None:
    evening(office, later)
    assert not office.window.close()
    dialog = shown(office, qtbot, DayEndDialog)
    assert len(dialog.lines) == 1
    with qtbot.waitSignal(office.window.closing):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not office.window.isVisible()


def test_who_stays_is_asked_once_a_day(office: Office, qtbot: QtBot, later: Later) -> None:
    ticket_id = evening(office, later)
    office.window.close()
    dialog = shown(office, qtbot, DayEndDialog)
    dialog.lines[0].click()
    qtbot.waitUntil(lambda: office.desk.tickets.ticket_id == ticket_id)
    assert office.window.isVisible()
    qtbot.waitUntil(lambda: not office.desk.day._asking)
    with qtbot.waitSignal(office.window.closing):
        office.window.close()


@pytest.mark.parametrize("seconds", [0, EVENING])
def test_nobody_is_held_without_a_reason(
    office: Office, qtbot: QtBot, later: Later, seconds: float
) -> None:
    later(seconds)
    if not seconds:
        office.arrive()
    with qtbot.waitSignal(office.window.closing):
        office.window.close()
    assert not office.window.findChildren(DayEndDialog)


def test_closing_a_second_time_closes(office: Office, qtbot: QtBot, later: Later) -> None:
    evening(office, later)
    office.window.close()
    shown(office, qtbot, DayEndDialog)
    assert office.window.close()


def test_a_signal_of_the_system_asks_nothing(office: Office, qtbot: QtBot, later: Later) -> None:
    evening(office, later)
    office.window.holds = None
    assert office.window.close()


def test_the_check_is_looked_at_and_switched_off(
    office: Office, qtbot: QtBot, later: Later
) -> None:
    evening(office, later)
    database = office.services.database
    database.write_now(directory.add, name="Piet")
    made, _act = database.write_now(briefings.draft)
    database.write_now(briefings.publish, made, days=-1)
    office.window.actions_.trigger("day_end")
    dialog = shown(office, qtbot, DayEndDialog)
    assert dialog.lines[-1].text().startswith("Piet · ")
    dialog.lines[-1].click()
    learning = office.desk.knowledge.learning
    qtbot.waitUntil(lambda: learning.page.isVisible() and is_gone(dialog))
    office.window.actions_.trigger("day_end")
    dialog = shown(office, qtbot, DayEndDialog)
    assert not dialog.go.isVisible()
    dialog.enabled.click()
    qtbot.waitUntil(lambda: not database.read_now(load, DayEndSettings).enabled)
    assert database.read_now(day_end.to_ask, office.clock.now()) is None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(partial(is_gone, dialog))
    office.desk.options.open()
    page = office.desk.options.page
    places = {line.placeholderText() for line in page.findChildren(QLineEdit)}
    assert "Press shortcut" not in places
    qtbot.waitUntil(lambda: not page.day_end.isChecked())
    page.day_end.click()
    qtbot.waitUntil(lambda: database.read_now(load, DayEndSettings).enabled)
    page.day_end.click()
    qtbot.waitUntil(lambda: not database.read_now(load, DayEndSettings).enabled)
    page.pages["lists"].click()
    qtbot.waitUntil(office.desk.rooms.lists.isVisible)
    later(timedelta(minutes=1).total_seconds())
    with qtbot.waitSignal(office.window.closing):
        office.window.close()
