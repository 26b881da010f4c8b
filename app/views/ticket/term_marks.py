"""Words of the firm in messages: underlined with dots, with their meaning when pointed at."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QToolTip
from typing_extensions import override

from app.models.rules.handbook.glossary import found
from app.models.rules.handbook.pages import Term
from app.views.widgets.labels import plain_tip

SOON_MS = 120
"""So long that the words of a message are on the screen before they are searched."""
MOST_BLOCKS = 400


class TermMarks(QObject):
    """Marks the first occurrence of each term in one text.

    It is painted over the text, which so need not be laid out again.
    """

    def __init__(self, body: QTextBrowser) -> None:
        super().__init__(body)
        self._body = body
        self._terms: tuple[Term, ...] = ()
        self.marked: list[tuple[int, int, Term]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.mark)
        body.textChanged.connect(self._soon.start)
        body.viewport().installEventFilter(self)

    def give(self, terms: tuple[Term, ...]) -> None:
        """Mark these from now on."""
        self._terms = terms
        self._soon.start()

    def mark(self) -> None:
        """Find the terms in the text as it is now."""
        self.marked = list(self._hits())
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        selections = []
        for begin, end, _term in self.marked:
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._body.document())
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = cursor, look
            selections.append(one)
        self._body.setExtraSelections(selections)

    def meaning_at(self, place: int) -> str:
        """Return what the word at a place of the text means, "" for nothing."""
        for begin, end, term in self.marked:
            if begin <= place < end:
                return f"{term.name}: {term.meaning}"
        return ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.marked:
            layout = self._body.document().documentLayout()
            place = layout.hitTest(QPointF(event.pos()), Qt.HitTestAccuracy.ExactHit)
            meaning = self.meaning_at(place)
            if meaning:
                QToolTip.showText(event.globalPos(), plain_tip(meaning), self._body)
                return True
        return super().eventFilter(watched, event)

    def _hits(self) -> Iterator[tuple[int, int, Term]]:
        seen = set()
        block = self._body.document().begin()
        while self._terms and block.isValid() and block.blockNumber() < MOST_BLOCKS:
            for begin, end, term in _hits_in(block, self._terms):
                if term.name not in seen:
                    seen.add(term.name)
                    yield begin, end, term
            block = block.next()


def _hits_in(block: QTextBlock, terms: tuple[Term, ...]) -> Iterator[tuple[int, int, Term]]:
    text, start = block.text(), block.position()
    for hit in found(text, terms):
        begin = start + _units(text[: hit.start])
        yield begin, begin + _units(text[hit.start : hit.end]), hit.term


def _units(text: str) -> int:
    """Return the length that Qt counts: in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
