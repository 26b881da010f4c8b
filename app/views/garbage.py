"""Collects Python's cyclic garbage on the GUI thread only.

The collector runs on whichever thread happens to allocate. Found there, a QObject in a cycle would
be destroyed off its own thread, which ends the process.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

SECOND_MS = 1000
YOUNG = 700
"""Objects since the last collection that make one worth while; Python's own threshold."""


class GuiGarbage(QObject):
    """Takes over from the automatic collector until `close`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rounds = 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.collect)
        self._timer.start(SECOND_MS)

    def collect(self) -> None:
        """Look at the young objects, at the older ones more seldom, as Python does."""
        if gc.get_count()[0] < YOUNG:
            return
        self._rounds += 1
        generation = 2 if self._rounds % 100 == 0 else 1 if self._rounds % 10 == 0 else 0
        gc.collect(generation)

    def settle(self) -> None:
        """Leave out of every later round what is there now: modules stay till the end."""
        gc.freeze()

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
