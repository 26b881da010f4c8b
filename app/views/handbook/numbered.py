"""A field for text with the numbers of its lines, in which lines can be marked."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from app.models.rules.handbook.images import SUFFIXES
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT

BOLD = "**"
BULLET = "- "


class NumberedEdit(QPlainTextEdit):
    """Text in which a line has to be found by its number, and into which pictures can be put.

    Signals:
        files_given(object): pictures were pasted or dropped as files: list of paths.
        image_given(QImage): a picture was pasted that is no file.
    """

    files_given = Signal(object)
    image_given = Signal(QImage)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked: dict[int, str] = {}
        self.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.base_size)
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        self._gutter = _Gutter(self)
        self.blockCountChanged.connect(self._on_count)
        self.updateRequest.connect(self._on_update)
        self._on_count(0)

    def mark_lines(self, marked: dict[int, str]) -> None:
        """Give lines a ground of the theme, by their numbers."""
        self._marked = marked
        selections = []
        for number, ground in marked.items():
            block = self.document().findBlockByNumber(number - 1)
            if block.isValid():
                one = QTextEdit.ExtraSelection()
                one.cursor = QTextCursor(block)
                look = one.format
                look.setBackground(self._theme.colour(ground))
                look.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003  Qt's
                one.format = look
                selections.append(one)
        self.setExtraSelections(selections)
        self._gutter.update()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(_files(source)) or source.hasImage() or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        files = _files(source)
        if files:
            self.files_given.emit(files)
        elif source.hasImage() and not source.hasText():
            self.image_given.emit(QImage(source.imageData()))
        else:
            super().insertFromMimeData(source)

    def go_to(self, line: int) -> None:
        """Put the cursor at the beginning of a line."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()
        self.setFocus()

    def replace_all(self, text: str) -> None:
        """Put another text in its place, in a way that can be undone; the cursor stays about."""
        cursor = self.textCursor()
        line, column = cursor.blockNumber(), cursor.positionInBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        block = self.document().findBlockByNumber(line)
        if block.isValid():
            cursor.setPosition(block.position() + min(column, max(block.length() - 1, 0)))
            self.setTextCursor(cursor)

    def turn_bold(self) -> None:
        """Put stars round what is chosen, or take them away."""
        cursor = self.textCursor()
        text = cursor.selectedText()
        if len(text) > len(BOLD) * 2 and text.startswith(BOLD) and text.endswith(BOLD):
            cursor.insertText(text[len(BOLD) : -len(BOLD)])
        else:
            cursor.insertText(f"{BOLD}{text}{BOLD}")
            if not text:
                cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(BOLD))
        self.setTextCursor(cursor)
        self.setFocus()

    def turn_list(self) -> None:
        """Put a dash before each chosen line, or take them away."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        blocks = [document.findBlockByNumber(number) for number in range(first, last + 1)]
        listed = all(block.text().startswith(BULLET) for block in blocks)
        cursor.beginEditBlock()
        for block in blocks:
            cursor.setPosition(block.position())
            if listed:
                moves = QTextCursor.MoveMode.KeepAnchor
                cursor.movePosition(QTextCursor.MoveOperation.Right, moves, len(BULLET))
                cursor.removeSelectedText()
            elif not block.text().startswith(BULLET):
                cursor.insertText(BULLET)
        cursor.endEditBlock()
        self.setFocus()

    # --- the numbers -------------------------------------------------------------------------

    def gutter_width(self) -> int:
        """Return how wide the numbers are, in pixels."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + SMALL + TIGHT

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Write the numbers of the lines on screen."""
        painter = QPainter(self._gutter)
        painter.fillRect(event.rect(), self._theme.colour("window"))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        width, height = self._gutter.width() - TIGHT, self.fontMetrics().height()
        while block.isValid() and top <= event.rect().bottom():
            number = block.blockNumber() + 1
            painter.setPen(self._pen(number))
            place = QRect(0, round(top), width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _pen(self, number: int) -> QColor:
        tone = self._marked.get(number, "").removesuffix("_soft")
        return self._theme.colour(tone or "muted")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(
            QRect(inside.left(), inside.top(), self.gutter_width(), inside.height())
        )

    def _on_count(self, _count: int) -> None:
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)

    def _on_update(self, rect: QRect, scrolled: int) -> None:
        if scrolled:
            self._gutter.scroll(0, scrolled)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())


class _Gutter(QWidget):
    """The numbers beside the text."""

    def __init__(self, field: NumberedEdit) -> None:
        super().__init__(field)
        self._field = field

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._field.gutter_width(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._field.paint_gutter(event)


def grounds(lines: Iterable[tuple[int | None, bool]]) -> dict[int, str]:
    """Return the ground of each line that is not right: of those that stop it, the stronger."""
    found: dict[int, str] = {}
    for line, stops in lines:
        if line is not None and (stops or line not in found):
            found[line] = "danger_soft" if stops else "warn_soft"
    return found


def _files(source: QMimeData) -> list[Path]:
    """Return the files of pictures that are pasted or dropped."""
    paths = [Path(one.toLocalFile()) for one in source.urls() if one.isLocalFile()]
    return [one for one in paths if one.suffix.lower().removeprefix(".") in SUFFIXES]
