"""A line to type in that says below itself what is wrong with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.views.theme import set_tone
from app.views.tokens import TARGET, TIGHT
from app.views.widgets.labels import PlainLabel

LINE = TARGET + 2
"""How high a line is, for what stands beside it."""


class CheckedLine(QWidget):
    """Shows a value; what is typed is given back when the owner has done with it.

    What he is typing, and what was wrong, stays until he has done with it and it is right.

    Signals:
        entered(str): another text than before, by Enter or by going elsewhere.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = ""
        self.line = QLineEdit(self)
        self.problem = PlainLabel(face="small", tone="danger", wrap=True)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self._on_finished)

    def show_value(self, text: str) -> None:
        """Show a value, unless there is something else that stays."""
        typing = self.line.hasFocus() and self.line.isModified()
        if typing or self.problem.text():
            return
        self._given = text
        if self.line.text() != text:
            self.line.setText(text)

    def show_problem(self, text: str) -> None:
        """Say what is wrong with what was typed; "" when it is right."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        set_tone(self.line, "danger" if text else "")
        self.line.setAccessibleDescription(text)

    def name(self, text: str, *, placeholder: str = "") -> None:
        """Say what is typed here, for screen readers."""
        self.line.setAccessibleName(text)
        self.line.setPlaceholderText(placeholder)

    def _on_finished(self) -> None:
        self.line.setModified(False)
        text = self.line.text().strip()
        if text != self._given:
            self._given = text
            self.entered.emit(text)
