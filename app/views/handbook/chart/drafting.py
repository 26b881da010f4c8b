"""The procedure that is drawn, and how its drawing is undone."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from app.models.rules.handbook.pages import Sop, tidied

MOST_UNDONE = 200
_MOVES = 1
"""Changes of one kind that come after each other are one to undo."""


class Drafting(QObject):
    """Keeps the procedure; every change is one of the whole, so undo is exact.

    Signals:
        drawn(object, object): the procedure as it is now, and the steps to choose (None: as is).
        changed(object): the same, when somebody drew it here.
    """

    drawn = Signal(object, object)
    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_UNDONE)
        self.sop: Sop | None = None

    def take(self, sop: Sop) -> bool:
        """Take a procedure from elsewhere, and tell whether it is drawn otherwise than the last.

        What was drawn can be undone as long as the steps stay what they were.
        """
        before, self.sop = self.sop, sop
        same = before is not None and _steps(before) == _steps(sop) and before.key == sop.key
        if not same:
            self.stack.clear()
        return not same or before is None or before.language != sop.language

    def do(
        self, text: str, sop: Sop, choose: Sequence[int] | None = None, *, merge: object = None
    ) -> None:
        """Change the procedure.

        Args:
            text: the name of the change.
            choose: the steps that are chosen then.
            merge: changes with the same value that follow each other are undone as one.
        """
        if self.sop is not None and sop != self.sop:
            self.stack.push(_Change(self, text, self.sop, sop, choose, merge))

    def put(self, sop: Sop, choose: Sequence[int] | None) -> None:
        """Show a procedure of the past or of a change; only what is drawn comes from it."""
        if self.sop is None:
            return
        self.sop = replace(
            self.sop, first=sop.first, steps=sop.steps, start_position=sop.start_position
        )
        self.drawn.emit(self.sop, choose)
        self.changed.emit(self.sop)


class _Change(QUndoCommand):
    """From one procedure to another."""

    def __init__(
        self,
        drafting: Drafting,
        text: str,
        before: Sop,
        after: Sop,
        choose: Sequence[int] | None,
        merge: object,
    ) -> None:
        super().__init__(text)
        self._drafting = drafting
        self._before, self.after = before, after
        self._choose = choose
        self.merge = merge

    @override
    def redo(self) -> None:
        self._drafting.put(self.after, self._choose)

    @override
    def undo(self) -> None:
        self._drafting.put(self._before, None)

    @override
    def id(self) -> int:
        return -1 if self.merge is None else _MOVES

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.merge != self.merge:
            return False
        self.after = other.after
        return True


def _steps(sop: Sop) -> tuple[object, ...]:
    tidy = tidied(sop)
    return tidy.first, tidy.steps, tidy.start_position
