"""What is missing in a saved text, one field each, with the text below as it will be."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.templates import Filled
from app.views.language import translate
from app.views.tokens import MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel

WIDTH, PREVIEW_HEIGHT = 560, 200


class FillDialog(QDialog):
    """A field per place that nothing is known for; Enter goes on, and at the end it is done.

    Args:
        name: what is filled in.
        missing: the places, in the order of the text.
        filled: gives the text for what has been filled in.
        about: what else will be done, "" for nothing.
        go: what the last step is called.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        missing: Sequence[str],
        filled: Callable[[Mapping[str, str]], Filled],
        *,
        about: str = "",
        go: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self._filled = filled
        self.fields = {place: QLineEdit(self) for place in missing}
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setFixedHeight(PREVIEW_HEIGHT)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(translate("Fill", "The text as it will be"))
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("Fill", "Cancel"))
        self.go.setText(go)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self._lay_out(about)
        self.setMinimumWidth(WIDTH)
        self._show()
        first: QWidget = next(iter(self.fields.values()), self.go)
        first.setFocus()

    def _lay_out(self, about: str) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(SMALL)
        for place, field in self.fields.items():
            label = PlainLabel(place.replace("_", " ").capitalize())
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            field.textChanged.connect(self._show)
            form.addRow(label, field)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(MEDIUM)
        layout.addLayout(form)
        layout.addWidget(self.preview)
        if about:
            layout.addWidget(PlainLabel(about, tone="muted", wrap=True))
        layout.addLayout(buttons)

    @property
    def values(self) -> dict[str, str]:
        """What was filled in."""
        return {place: field.text().strip() for place, field in self.fields.items()}

    @property
    def text(self) -> str:
        return self.preview.toPlainText()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        empty = [field for field in self.fields.values() if not field.text().strip()]
        if self.stay.hasFocus():
            self.reject()
        elif empty:
            empty[0].setFocus()
        else:
            self.accept()

    def _show(self) -> None:
        filled = self._filled({place: value for place, value in self.values.items() if value})
        self.preview.setPlainText(filled.text)
        self.preview.setVisible(bool(filled.text))
        self.go.setEnabled(not filled.missing)
