"""The three lines that take a message from public to private, each with its tick."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.cases import Line, may, next_line
from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.tickets.cases import Case, Written
from app.views import moments, sentences
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel

WIDTH, LINES_HEIGHT, TEXT_HEIGHT = 600, 118, 140
NAMES = {
    Line.PUBLIC: QT_TRANSLATE_NOOP("Case", "1. In public: we have sent you a message"),
    Line.PRIVATE: QT_TRANSLATE_NOOP("Case", "2. In private: the answer, by e-mail"),
    Line.CLOSING: QT_TRANSLATE_NOOP("Case", "3. In public: this is settled"),
}
FIRST_WORDS: Mapping[str, Mapping[Line, str]] = {
    "nl": {
        Line.PUBLIC: "Vervelend om te horen. We hebben u een bericht gestuurd.",
        Line.CLOSING: "We hebben dit samen opgelost. Dank u wel!",
    },
    "en": {
        Line.PUBLIC: "Sorry about this. We have sent you a message.",
        Line.CLOSING: "We have settled this together. Thank you!",
    },
}
"""What a line begins as, in the language of the customer: he reads it, not the owner."""

NOTED = QT_TRANSLATE_NOOP("Case", "noted, {moment}")
STATES: Mapping[str | None, str] = {
    "queued": QT_TRANSLATE_NOOP("Case", "leaves soon"),
    "sending": QT_TRANSLATE_NOOP("Case", "is being sent"),
    "sent": QT_TRANSLATE_NOOP("Case", "sent, {moment}"),
    "unknown": QT_TRANSLATE_NOOP("Case", "may not have arrived"),
    "failed": QT_TRANSLATE_NOOP("Case", "did not arrive"),
}


class CaseDialog(QDialog):
    """The lines above with their ticks, the words of the chosen one below.

    `noted` tells after it was accepted that the line was written elsewhere.
    """

    def __init__(self, parent: QWidget, theme: Theme, case: Case, now: datetime) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Case", "From public to private"))
        self._theme, self._case, self._now = theme, case, now
        self._written = {one.line: one for one in case.written}
        self._typed = {line: FIRST_WORDS[case.language].get(line, "") for line in Line}
        self.noted = False
        self.lines = QListWidget(self)
        self.lines.setFixedHeight(LINES_HEIGHT)
        self.lines.setAccessibleName(translate("Case", "The lines of this case"))
        # Where the platform has a private way, an address is only for who wants it by e-mail.
        self.address = QLineEdit("" if case.there else case.address or "", self)
        self.address.setPlaceholderText(
            translate("Case", "E-mail address; empty: in private on the channel itself")
            if case.there
            else translate("Case", "E-mail address of the customer")
        )
        self.address.setAccessibleName(self.address.placeholderText())
        self.words = QPlainTextEdit(self)
        self.words.setFixedHeight(TEXT_HEIGHT)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(translate("Case", "What this line says"))
        self.about = PlainLabel(tone="muted", wrap=True)
        self.stay, self.elsewhere = button("", self), button("", self)
        self.go = button("primary", self)
        self.stay.setText(translate("Case", "Cancel"))
        self.elsewhere.setText(translate("Case", "Said elsewhere"))
        self.go.setText(translate("Case", "Send"))
        self._lay_out()
        self._fill()
        self.lines.currentRowChanged.connect(self._on_chosen)
        self.words.textChanged.connect(self._on_typed)
        self.address.textChanged.connect(self._allow)
        self.stay.clicked.connect(self.reject)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.go.clicked.connect(self.accept)
        self._on_chosen()
        self.words.setFocus()

    @property
    def line(self) -> Line:
        """The chosen line."""
        return list(Line)[self.lines.currentRow()]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(SMALL)
        layout.addWidget(self.lines)
        layout.addWidget(self.about)
        layout.addSpacing(MEDIUM)
        layout.addWidget(self.address)
        layout.addWidget(self.words)
        layout.addSpacing(SMALL)
        buttons = QHBoxLayout()
        buttons.addWidget(self.elsewhere)
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.setMinimumWidth(WIDTH)

    def _fill(self) -> None:
        for line in Line:
            done = line in self._case.done
            icon, tone = ("circle-check", "ok") if done else ("circle-dashed", "muted")
            one = self._written.get(line)
            parts = [translate("Case", NAMES[line])]
            if one is not None:
                parts.append(self._state(one))
            item = QListWidgetItem(self._theme.icon(icon, tone, 16), "  ·  ".join(parts))
            self.lines.addItem(item)
        wanted = next_line(self._case.done) or Line.CLOSING
        self.lines.setCurrentRow(list(Line).index(wanted))

    def _state(self, one: Written) -> str:
        text = NOTED if one.delivery is None else STATES[one.delivery]
        return translate("Case", text).format(moment=moments.full_moment(one.at, self._now))

    def _open(self) -> bool:
        one = self._written.get(self.line)
        stands = one is not None and one.delivery != "failed"
        return not stands and may(self.line, self._case.done)

    def _on_chosen(self) -> None:
        one, writable = self._written.get(self.line), self._open()
        with QSignalBlocker(self.words):
            self.words.setPlainText(
                one.text if one is not None and not writable else self._typed[self.line]
            )
        self.words.setReadOnly(not writable)
        self.address.setVisible(self.line is Line.PRIVATE and writable)
        self._tell(writable=writable)
        self._allow()

    def _tell(self, *, writable: bool) -> None:
        if self.line is Line.CLOSING and Line.PRIVATE not in self._case.done:
            text = translate("Case", "This line waits for the private message.")
        elif self.line is not Line.PRIVATE and writable:
            text = translate("Case", "Everybody can read this line.")
        elif self._case.warns:
            text = translate("Case", "A complaint: everybody reads what you answer in public.")
        else:
            text = ""
        self.about.setText(text)
        self.about.setVisible(bool(text))

    def _on_typed(self) -> None:
        self._typed[self.line] = self.words.toPlainText()
        self._allow()

    def _allow(self) -> None:
        written = self._open() and bool(self.words.toPlainText().strip())
        self.elsewhere.setEnabled(written)
        told = self.address.text().strip("@ ")
        addressed = self.line is not Line.PRIVATE or "@" in told or (self._case.there and not told)
        self.go.setEnabled(written and addressed)

    def _on_elsewhere(self) -> None:
        self.noted = True
        self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            if self.go.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)


def told(line: Line, *, noted: bool) -> str:
    """Return what the owner is told after a line was written."""
    if noted:
        return translate("Case", "Noted what was said elsewhere")
    name = sentences.word(sentences.ACTS, f"case_{line.value}")
    return translate("Case", "On its way: {line}").format(line=name)
