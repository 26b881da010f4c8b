"""One text for many customers, with what each of them will read."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.templates import places
from app.services.tickets.bulk_replies import Letter
from app.views.language import plural, translate
from app.views.tokens import MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel

WIDTH, BODY_HEIGHT, LETTERS_HEIGHT = 860, 110, 280
TYPED_MS = 250
OF_TEXT = frozenset({"unfilled", "empty_text"})
"""What the owner mends by changing the letter itself."""

PROBLEMS = {
    "moved_on": QT_TRANSLATE_NOOP("Bulk", "something was written here since"),
    "on_its_way": QT_TRANSLATE_NOOP("Bulk", "an answer is on its way already"),
    "answer_window_over": QT_TRANSLATE_NOOP("Bulk", "the platform takes no answer any more"),
    "nobody_to_answer": QT_TRANSLATE_NOOP("Bulk", "no address is known"),
    "noted_by_hand": QT_TRANSLATE_NOOP("Bulk", "noted after a talk: ring back"),
    "not_connected": QT_TRANSLATE_NOOP("Bulk", "its account is not connected"),
    "empty_text": QT_TRANSLATE_NOOP("Bulk", "there is no text"),
    "unfilled": QT_TRANSLATE_NOOP("Bulk", "a place is not filled in"),
}


class BulkDialog(QDialog):
    """The text above, the customers on the left with a tick each, the chosen letter beside them.

    Signals:
        filling_wanted(str): the text has changed: show what each would read.
    """

    filling_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Bulk", "One answer to many"))
        self._letters: dict[int, Letter] = {}
        self._edited: dict[int, str] = {}
        self._left_out: set[int] = set()
        self._filled = ""
        self.body, self.letter = QPlainTextEdit(self), QPlainTextEdit(self)
        self.body.setFixedHeight(BODY_HEIGHT)
        self.list = QListWidget(self)
        for part in (self.list, self.letter):
            part.setFixedHeight(LETTERS_HEIGHT)
        for field in (self.body, self.letter):
            field.setTabChangesFocus(True)
        self._problem = PlainLabel(face="small", tone="muted", wrap=True)
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("Bulk", "Cancel"))
        self._timer = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._timer.timeout.connect(self._on_paused)
        self.body.textChanged.connect(self._on_body_typed)
        self.letter.textChanged.connect(self._on_letter_typed)
        self.list.currentRowChanged.connect(self._on_chosen)
        self.list.itemChanged.connect(self._on_ticked)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self._lay_out()
        self._count()
        self.body.setFocus()

    def _lay_out(self) -> None:
        how = translate("Bulk", "Filled in for each: {names}; after a bar what stands without one.")
        names = "{naam|klant} {nummer} {onderwerp} {winkel}"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(SMALL)
        for title, field in (
            (translate("Bulk", "The text for all"), self.body),
            (translate("Bulk", "Who gets it"), self.list),
            (translate("Bulk", "What this customer reads"), self.letter),
        ):
            field.setAccessibleName(title)
        layout.addWidget(_name(self.body))
        layout.addWidget(self.body)
        layout.addWidget(PlainLabel(how.replace("{names}", names), face="small", tone="muted"))
        layout.addSpacing(MEDIUM)
        columns = QHBoxLayout()
        columns.setSpacing(MEDIUM)
        for field in (self.list, self.letter):
            column = QVBoxLayout()
            column.setSpacing(SMALL)
            column.addWidget(_name(field))
            column.addWidget(field)
            columns.addLayout(column, 1)
        layout.addLayout(columns)
        buttons = QHBoxLayout()
        buttons.addWidget(self._problem, 1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.setMinimumWidth(WIDTH)

    @property
    def going(self) -> list[Letter]:
        """The letters to send: ticked, and nothing keeps them."""
        return [
            one
            for one in self._letters.values()
            if one.ticket_id not in self._left_out and not one.problems
        ]

    def show_letters(self, letters: Sequence[Letter], *, body: str) -> None:
        """Show what each would read of a text; what was changed by hand stays as it is."""
        self._filled = body
        row = max(self.list.currentRow(), 0)
        self._letters = {one.ticket_id: self._as_edited(one) for one in letters}
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in self._letters.values():
                item = QListWidgetItem(self.list)
                item.setData(Qt.ItemDataRole.UserRole, one.ticket_id)
                self._show_item(item, one)
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._on_chosen()
        self._count()

    def _as_edited(self, letter: Letter) -> Letter:
        text = self._edited.get(letter.ticket_id)
        if text is None:
            return letter
        kept = [code for code in letter.problems if code not in OF_TEXT]
        if not text.strip():
            kept.append("empty_text")
        missing = places(text)
        if missing:
            kept.append("unfilled")
        return replace(letter, text=text, problems=tuple(kept), missing=missing)

    def _show_item(self, item: QListWidgetItem, letter: Letter) -> None:
        who = letter.customer or letter.recipient or translate("Bulk", "unknown")
        problems = ", ".join(translate("Bulk", PROBLEMS[code]) for code in letter.problems)
        about = " · ".join(part for part in (f"{letter.number}", who, problems) if part)
        item.setText(about)
        item.setToolTip(letter.recipient)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        stuck = bool(set(letter.problems) - OF_TEXT)
        item.setFlags(flags if stuck else flags | Qt.ItemFlag.ItemIsUserCheckable)
        ticked = not letter.problems and letter.ticket_id not in self._left_out
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _current(self) -> Letter | None:
        if self.list.currentRow() < 0:
            return None
        return self._letters[self.list.currentItem().data(Qt.ItemDataRole.UserRole)]

    def _on_chosen(self) -> None:
        letter = self._current()
        with QSignalBlocker(self.letter):
            self.letter.setPlainText("" if letter is None else letter.text)
        self.letter.setEnabled(letter is not None)

    def _on_letter_typed(self) -> None:
        letter, item = self._current(), self.list.currentItem()
        if letter is None:
            return
        self._edited[letter.ticket_id] = self.letter.toPlainText()
        self._letters[letter.ticket_id] = changed = self._as_edited(letter)
        with QSignalBlocker(self.list):
            self._show_item(item, changed)
        self._count()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        ticket_id = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() is Qt.CheckState.Checked:
            self._left_out.discard(ticket_id)
        elif not self._letters[ticket_id].problems:
            self._left_out.add(ticket_id)
        self._count()

    def _on_body_typed(self) -> None:
        self._timer.start()
        self._count()

    def _on_paused(self) -> None:
        self.filling_wanted.emit(self.body.toPlainText())

    def _count(self) -> None:
        count = len(self.going)
        self.go.setText(plural("Bulk", "Send to %n", count))
        # What is sent is what is shown: not while the letters are those of an earlier text.
        self.go.setEnabled(count > 0 and self._filled == self.body.toPlainText())
        left = len(self._letters) - count
        self._problem.setText(plural("Bulk", "%n will not get it", left) if left else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            if self.go.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)


def _name(field: QWidget) -> PlainLabel:
    return PlainLabel(field.accessibleName(), face="small", tone="muted")
