"""Fields with a name above them, of which the forms about communication are made."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.theme import Theme
from app.views.tokens import TIGHT
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

LINES_HEIGHT = 22


class Field(QWidget):
    """A widget with its name above, and a hint below where there is one."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._name = PlainLabel(face="section")
        self.hint = PlainLabel(face="small", tone="muted", wrap=True)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for part in (self._name, field, self.hint):
            column.addWidget(part)
        column.addStretch(1)

    def call(self, name: str, hint: str = "") -> None:
        """Say what it is called."""
        self._name.setText(name)
        self.field.setAccessibleName(name)
        self.say(hint)

    def say(self, hint: str) -> None:
        """Say something below."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the height that the hint needs: an area that scrolls asks only for the least."""
        self.hint.setMinimumHeight(0)  # else it answers with what it was given last
        self.hint.setMinimumHeight(max(0, self.hint.heightForWidth(self.width())))


def line(parent: QWidget) -> QLineEdit:
    """Return a line to type in."""
    return QLineEdit(parent)


def lines(parent: QWidget, height: int) -> QPlainTextEdit:
    """Return lines to type in, so many high; Tab goes on to the next field."""
    made = QPlainTextEdit(parent)
    made.setTabChangesFocus(True)
    made.setFixedHeight(height * LINES_HEIGHT)
    return made


class Form(Panel):
    """A column of fields, that of the name `first`; `_quiet` while it is filled: nothing is told.

    Signals:
        edited(): the owner changed something.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._quiet = False
        self.first = QLineEdit(self)
