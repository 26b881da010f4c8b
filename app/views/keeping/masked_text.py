"""A text with placeholders in it, each of which can show what it stands for and hide it again."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.models.rules.masking.text import Mask

_LINE_END = "\u2029"
"""What Qt has between two lines of a document."""


class MaskedText(QPlainTextEdit):
    """Knows where its placeholders stand, whatever is typed around them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._masks: tuple[Mask, ...] = ()
        self._places: list[QTextCursor] = []

    def show_masked(self, text: str, masks: Sequence[Mask]) -> None:
        """Show a text in which placeholders stand."""
        self.setPlainText(text)
        self._masks = tuple(masks)
        self._places = [self._place(one.start, len(one.placeholder)) for one in masks]

    def look_at(self, number: int) -> None:
        """Select a placeholder, or what it stands for, and bring it into view."""
        self.setTextCursor(self._places[number])
        self.ensureCursorVisible()

    def set_masked(self, number: int, *, masked: bool) -> bool:
        """Put a placeholder for what it stands for, or the other way round.

        Returns False, and does nothing, when the owner has written something else there.
        """
        mask, place = self._masks[number], self._places[number]
        old, new = mask.placeholder, mask.original
        if masked:
            old, new = new, old
        if place.selectedText().replace(_LINE_END, "\n") != old:
            return False
        start = place.selectionStart()
        writer = QTextCursor(place)
        writer.insertText(new)
        self._places[number] = self._place(start, len(new))
        return True

    def _place(self, start: int, length: int) -> QTextCursor:
        place = QTextCursor(self.document())
        place.setPosition(start)
        place.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        # What is typed behind it does not belong to it.
        place.setKeepPositionOnInsert(True)
        return place
