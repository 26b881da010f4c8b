"""A field for a number that only changes when the owner is in it."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox
from typing_extensions import override


class CalmSpinBox(QSpinBox):
    """Leaves the wheel to the page, so that scrolling over it changes nothing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
