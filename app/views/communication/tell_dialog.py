"""What the people on a list are told, and how; then it is on record that they were."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.communication.informing import WAYS, ListInfo
from app.views.communication.card import WAYS as WAY_NAMES
from app.views.language import translate
from app.views.tokens import MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.saving import saves

MAIL = "mail"
WIDTH, TEXT_HEIGHT = 560, 240


class TellDialog(QDialog):
    """The people, how they are told, and the words.

    Args:
        found: the list that is told.
    """

    def __init__(self, parent: QWidget, found: ListInfo, subject: str, text: str) -> None:
        super().__init__(parent)
        title = translate("Communication", "Tell “{name}”").format(name=found.name)
        self.setWindowTitle(title)
        self._found = found
        reachable = any(one.address for one in found.people)
        self.how = MAIL if reachable else "talk"
        self.choice = ChoiceButton(self)
        self.choice.chosen.connect(self.choose)
        self.people = PlainLabel(wrap=True, selectable=True)
        self._explained = PlainLabel(face="small", tone="muted", wrap=True)
        self.subject, self.text = QLineEdit(subject, self), QPlainTextEdit(text, self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HEIGHT)
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("Communication", "Cancel"))
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self.subject.textChanged.connect(self._on_typed)
        self.text.textChanged.connect(self._on_typed)
        self._lay_out()
        self.choose(self.how)
        self.text.setFocus()

    def _lay_out(self) -> None:
        names = [
            translate("Communication", "Goes to"),
            translate("Communication", "Subject"),
            translate("Communication", "The text"),
        ]
        self.subject.setAccessibleName(names[1])
        self.text.setAccessibleName(names[2])
        buttons = QHBoxLayout()
        buttons.addWidget(self._explained, 1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(SMALL)
        layout.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        for name, part in zip(names, (self.people, self.subject, self.text), strict=True):
            layout.addWidget(PlainLabel(name, face="section"))
            layout.addWidget(part)
        layout.addSpacing(MEDIUM)
        layout.addLayout(buttons)
        layout.addStrut(WIDTH - 2 * WIDE)
        people = (
            f"{one.name} <{one.address}>" if one.name != one.address and one.address else one.name
            for one in self._found.people
        )
        self.people.setText(", ".join(people))

    def choose(self, how: str) -> None:
        """Tell them by mail, or note that they are told in another way."""
        self.how = how
        ways = [(way, translate("Communication", WAY_NAMES[way])) for way in WAYS]
        self.choice.set_choices(translate("Communication", "How"), ways, how)
        mail = how == MAIL
        self._explained.setText(
            translate("Communication", "Your mail program opens with it; you send it there.")
            if mail
            else translate("Communication", "Balie writes down that they know it.")
        )
        self.go.setText(
            translate("Communication", "Open the mail")
            if mail
            else translate("Communication", "They are told")
        )
        self._on_typed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if saves(event):
            if self.go.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)

    def _on_typed(self) -> None:
        said = self.subject.text().strip() and self.text.toPlainText().strip()
        self.go.setEnabled(bool(said))
