"""Collects Python's cyclic garbage on the GUI thread only.

The collector runs on whichever thread happens to allocate. Found there, a QObject in a cycle would
be destroyed off its own thread, which ends the process.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QDeadlineTimer, QObject

SECOND_MS = 1000
YOUNG = 700
"""Objects since the last collection that make one worth while; Python's own threshold."""


class GuiGarbage(QObject):
    """Takes over from the automatic collector until `close`.

    It looks when Qt has nothing left to do, at most once a second; a program at rest stays so.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rounds = 0
        gc.disable()
        self._again = QDeadlineTimer(0)
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.aboutToBlock.connect(self._on_rest)

    def _on_rest(self) -> None:
        if self._again.hasExpired():
            self._again.setRemainingTime(SECOND_MS)
            self.collect()

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
        self._dispatcher.aboutToBlock.disconnect(self._on_rest)
        gc.unfreeze()
        gc.enable()
