"""Widgets beside each other, in as many rows as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.views.tokens import SMALL


class Flow(QWidget):
    """Gives each widget the width that it asks for; none is wider than all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, parts: Sequence[QWidget]) -> None:
        """Show these in the place of those before."""
        for part in self.parts:
            part.hide()
            part.deleteLater()
        self.parts = list(parts)
        for part in self.parts:
            part.setParent(self)
            part.show()
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def _place(self) -> None:
        x = y = row = 0
        for part in self.parts:
            size = part.sizeHint()
            width = min(size.width(), max(self.width(), 1))
            if x and x + width > self.width():
                x, y, row = 0, y + row + SMALL, 0
            part.setGeometry(x, y, width, size.height())
            x, row = x + width + SMALL, max(row, size.height())
        self.setFixedHeight(y + row)
