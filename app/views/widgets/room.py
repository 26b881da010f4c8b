"""A page that takes the place of list and ticket, and the way back from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.language import translate
from app.views.theme import Theme
from app.views.widgets.buttons import button
from app.views.widgets.panel import Panel


class Room(Panel):
    """Has a button back to the messages, and Escape does the same.

    Subclasses put `back` where it belongs.

    Signals:
        left(): back to the messages.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self.back = button("link", self)
        self.back.clicked.connect(self.left)

    def fill(self, column: QVBoxLayout, *, widest: int, centred: bool = False) -> QScrollArea:
        """Fill the page with a column of at most `widest` pixels that scrolls."""
        inside, ground = QWidget(), QWidget()
        for widget in (inside, ground):
            widget.setProperty("ground", "window")
        inside.setMaximumWidth(widest)
        inside.setLayout(column)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1 if centred else 0)
        row.addWidget(inside, 100)
        row.addStretch(1 if centred else 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        return area

    @override
    def retranslate(self) -> None:
        self.back.setText(" " + translate("Room", "Back to the messages"))

    @override
    def redress(self) -> None:
        self.back.setIcon(self.theme.icon("arrow-left", "accent"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
