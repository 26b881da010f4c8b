"""What `??` opens while one writes: pages, saved texts and earlier answers, at the cursor."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.assist.aids import Aid
from app.services.tickets.lists import Lists
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.aids_panel import ROW, entry_of
from app.views.ticket.editor import Editor
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel
from app.views.widgets.picker import EntryPainter, EntryRows

_ASKED = re.compile(r"(?:^|(?<=\s))\?\?(?!\?)([^?]{0,60})$")
"""Two question marks that begin a word: those behind one ("echt waar??") only ask."""

WIDTH = 440
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


class Lookup(Panel):
    """Floats above the line that is written; the focus stays in the text.

    Signals:
        wanted(str): something is to be looked for; "" for what helps anyway.
        chosen(Aid): it is to be put in, in place of what `taken` gives.
    """

    wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self, theme: Theme, editor: Editor, over: QWidget) -> None:
        super().__init__(theme, over)
        self.set_ground("raised")
        self._editor, self._over = editor, over
        self._found: Sequence[Aid] = ()
        self._lists: Lists = {}
        self._left: int | None = None
        self._rows = EntryRows(self)
        self.list = QListView(self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(EntryPainter(theme, self, row=ROW))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._choose)
        self._keys = PlainLabel(face="small", tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(TIGHT)
        column.addWidget(self.list)
        column.addWidget(self._keys)
        editor.cursorPositionChanged.connect(self._look)
        editor.textChanged.connect(self._look)
        editor.installEventFilter(self)
        composer = editor.parentWidget()
        if composer is not None:
            composer.installEventFilter(self)
        self.hide()
        self.dress()

    @property
    def asked(self) -> str | None:
        """What is typed behind `??`; None when nothing is asked here."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or not self._editor.hasFocus():
            return None
        found = _ASKED.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1].strip() if found else None

    @property
    def found(self) -> Sequence[Aid]:
        """What is offered, the best first."""
        return self._found

    def take(self) -> QTextCursor:
        """Return a cursor over `??` and what is typed behind it; it keeps its place."""
        cursor = self._editor.textCursor()
        start, end = self._start(), cursor.position()
        cursor.setPosition(end if start is None else start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)
        return cursor

    def show_found(self, asked: str, found: Sequence[Aid], lists: Lists) -> None:
        """Offer what was found for what is still asked."""
        if asked != self.asked or self._start() == self._left:
            return
        self._found, self._lists = tuple(found), lists
        self._rows.show_entries([entry_of(one, lists) for one in found])
        if found:
            self.list.setCurrentIndex(self._rows.index(0, 0))
        self.list.setVisible(bool(found))
        self.retranslate()
        self._place()
        self.show()
        self.raise_()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(translate("Aids", "What can be put in"))
        keys = translate("Aids", "Enter puts it in, Esc leaves what you typed")
        nothing = translate("Aids", "Nothing answers to this")
        self._keys.setText(keys if self._found else nothing)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.hide()
        elif self.isVisible() and kind in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._place()  # what stands below the text came or went
        elif self.isVisible() and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape:
            self._left = self._start()
            self.hide()
            return True
        if not self._found or not plain:
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._choose()
            return True
        if key in _STEPS:
            row = self.list.currentIndex().row() + _STEPS[key]
            row = min(max(row, 0), len(self._found) - 1)
            self.list.setCurrentIndex(self._rows.index(row, 0))
            return True
        return False

    def _start(self) -> int | None:
        cursor = self._editor.textCursor()
        found = _ASKED.search(cursor.block().text()[: cursor.positionInBlock()])
        return cursor.block().position() + found.start() if found else None

    def _look(self) -> None:
        asked = self.asked
        if asked is None:
            self._left = None
            self.hide()
        elif self._start() != self._left:
            self.wanted.emit(asked)

    def _choose(self, _index: object = None) -> None:
        row = self.list.currentIndex().row()
        self.hide()
        if 0 <= row < len(self._found):
            self._left = self._start()
            self.chosen.emit(self._found[row])

    def _place(self) -> None:
        """Stand above the line, so that what is written stays in sight; within the page."""
        self.list.setFixedHeight(len(self._found) * ROW + 2)
        self.setFixedWidth(min(WIDTH, self._editor.width()))
        self.adjustSize()
        corner = self._editor.mapTo(self._over, QPoint(0, 0))
        line = self._editor.viewport().mapTo(self._over, self._editor.cursorRect().topLeft())
        last = corner.x() + self._editor.width() - self.width()
        left = min(max(corner.x(), line.x() - SMALL), last)
        self.move(left, max(SMALL, line.y() - self.height() - TIGHT))
