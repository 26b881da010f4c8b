"""What Python leaves behind goes on the thread of the window, and not by a clock."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from app.views.garbage import YOUNG, GuiGarbage


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[GuiGarbage]:
    made = GuiGarbage(qapp)
    yield made
    made.close()
    made.deleteLater()
    gc.disable()  # as for all tests


class Knot:
    """Refers to itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.itself = self


def test_it_is_collected_when_there_is_nothing_to_do(garbage: GuiGarbage, qtbot: QtBot) -> None:
    knots = [Knot() for _ in range(2 * YOUNG)]
    seen = weakref.ref(knots[0])
    del knots
    assert seen() is not None
    qtbot.waitUntil(lambda: seen() is None)
    assert garbage.findChildren(QTimer) == []
