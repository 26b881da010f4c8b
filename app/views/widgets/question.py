"""Asks before something that cannot be taken back."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.views.tokens import MEDIUM, WIDE
from app.views.widgets.labels import PlainLabel


class Question(QDialog):
    """A question with two answers; the safe one has the focus.

    Args:
        title, text: what is asked, and what comes of it.
        stay, go: the answers.
        dangerous: going on takes something away.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        *,
        stay: str,
        go: str,
        dangerous: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(PlainLabel(text, wrap=True))
        buttons = QDialogButtonBox(self)
        self.stay = buttons.addButton(stay, QDialogButtonBox.ButtonRole.RejectRole)
        self.go = buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("tone", "danger" if dangerous else "")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)
        self.stay.setFocus()
