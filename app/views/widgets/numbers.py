"""A field for a number that only changes when the owner is in it."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget
from typing_extensions import override

from app.views.tokens import SMALL


class CalmSpinBox(QSpinBox):
    """Leaves the wheel to the page, so that scrolling over it changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Qt leaves the padding of the sheet out where a field is made without its buttons.
        self.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
