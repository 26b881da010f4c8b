"""Picking from a list by typing: moments to wake up, and commands by either language's words."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.language import DUTCH, ENGLISH
from app.views.widgets.picker import Picker
from app.views.work import SLEEP_ON
from tests.gui.conftest import Office
from tests.gui.test_flow import open_ticket


@pytest.fixture
def picker(office: Office, qtbot: QtBot) -> Picker:
    office.arrive()
    open_ticket(office, 1, qtbot)
    return office.desk.picker


def wanted(office: Office, qtbot: QtBot, action: str) -> None:
    office.window.actions_.trigger(action)
    qtbot.waitUntil(office.desk.picker.isVisible)


@pytest.mark.parametrize("typed", ["morgen", "tomorrow", "over 3 uur"])
def test_a_typed_moment_is_offered_once(
    office: Office, picker: Picker, qtbot: QtBot, typed: str
) -> None:
    wanted(office, qtbot, "snooze")
    picker.line.setText(typed)
    waking = [entry.key for entry in picker.shown if not entry.key.startswith(SLEEP_ON)]
    moments = [datetime.fromisoformat(key) for key in waking]
    assert moments
    assert len(set(moments)) == len(moments)
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)


COMMANDS = {
    "dutch": "language",
    "engels": "language",
    "taal": "language",
    "dark": "colours",
    "snooze": "snooze",
    "later tonen": "snooze",
    "instellingen": "settings",
    "settings": "settings",
    "mailbox importeren": "import",
    "mark as done": "done",
    "wacht op anderen": "place view:waiting",
}


@pytest.mark.parametrize("spoken", [DUTCH, ENGLISH])
def test_a_command_is_found_by_the_words_of_either_language(
    office: Office, picker: Picker, qtbot: QtBot, spoken: str
) -> None:
    office.window.language.choose(spoken)
    wanted(office, qtbot, "palette")
    found = {}
    for typed in COMMANDS:
        picker.line.setText(typed)
        found[typed] = picker.shown[0].key
    assert found == COMMANDS
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
