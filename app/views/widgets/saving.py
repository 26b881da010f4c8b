"""What pages with a form have in common: a card that scrolls, and the keys that save."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def scrolling(card: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area in which a card scrolls, with the ground of the window around it."""
    ground = QWidget()
    ground.setProperty("ground", "window")
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(ground)
    return area


def saves(event: QKeyEvent) -> bool:
    """Tell whether a key saves what is typed: Ctrl+Enter."""
    # The Enter of the number block says that it is one.
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
