"""Widgets beside each other, in as many rows as they need."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.views.tokens import SMALL


class Flow(QWidget):
    """Gives each widget the width that it asks for; none is wider than all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, parts: Sequence[QWidget]) -> None:
        """Show these in the place of those before."""
        for part in self.parts:
            part.hide()
            part.deleteLater()
        self.parts = list(parts)
        for part in self.parts:
            part.setParent(self)
            part.show()
        self.place_anew()

    def place_anew(self) -> None:
        """Close the gaps: some were hidden, shown, or say something else."""
        self.updateGeometry()
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    @property
    def _standing(self) -> list[QWidget]:
        return [part for part in self.parts if not part.isHidden()]

    def _places(self, width: int) -> Iterator[QRect]:
        x = y = row = 0
        for part in self._standing:
            size = part.sizeHint()
            wide = min(size.width(), max(width, 1))
            if x and x + wide > width:
                x, y, row = 0, y + row + SMALL, 0
            yield QRect(x, y, wide, size.height())
            x, row = x + wide + SMALL, max(row, size.height())

    def _place(self) -> None:
        for part, place in zip(self._standing, self._places(self.width()), strict=True):
            part.setGeometry(place)
