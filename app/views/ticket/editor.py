"""The field in which answers and notes are written."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QImage, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from app.services.channels.api import Attachment
from app.views.language import translate
from app.views.ticket import rich_text
from app.views.tokens import MEDIUM

FEWEST_LINES, MOST_LINES = 4, 10
LARGEST_PASTE = 200_000
"""Characters of one paste; more is a mistake, and would make the field slow."""


class Editor(QTextEdit):
    """Text with a little formatting; Tab leaves it, so that the keyboard can get out.

    Signals:
        left(): Escape.
        files_pasted(list): paths that were pasted.
        picture_pasted(Attachment): a picture from the clipboard.
    """

    left = Signal()
    files_pasted = Signal(list)
    picture_pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("field", "true")
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        return rich_text.text_of(self.document())

    @property
    def html(self) -> str | None:
        return rich_text.html_of(self.document())

    def toggle_bold(self) -> None:
        """Make the chosen text bold, or no longer."""
        self._toggle(bold=True)

    def toggle_italic(self) -> None:
        """Make the chosen text italic, or no longer."""
        self._toggle(italic=True)

    def toggle_bullets(self) -> None:
        """Make the chosen lines points of a list, or no longer."""
        cursor = self.textCursor()
        rich_text.toggle_list(cursor)
        self.setTextCursor(cursor)

    def go_to_end(self) -> None:
        """Put the cursor behind everything."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insert(self, text: str) -> None:
        """Put a text at the cursor, which one undo takes out again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.ensureCursorVisible()
        self.setFocus()

    def _fit(self) -> None:
        """Be as high as what is written, within bounds."""
        lines = min(MOST_LINES, max(FEWEST_LINES, self.document().blockCount() + 1))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * MEDIUM)

    def _toggle(self, *, bold: bool = False, italic: bool = False) -> None:
        cursor = self.textCursor()
        rich_text.toggle(cursor, bold=bold, italic=italic)
        self.setTextCursor(cursor)
        if not cursor.hasSelection():
            look = self.currentCharFormat()
            rich = cursor.charFormat()
            look.merge(rich)
            self.setCurrentCharFormat(look)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.document().isUndoAvailable()
        ):
            # Nothing to undo here: it is meant for what was done last, such as sending.
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()  # files are the composer's

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasImage() or source.hasUrls()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.files_pasted.emit(paths)
        elif source.hasImage():
            picture = _as_png(source.imageData())
            if picture is not None:
                self.picture_pasted.emit(picture)
        elif source.hasText():
            # As plain text: what looks like something in another program would leave as that.
            self.insertPlainText(source.text()[:LARGEST_PASTE])


def _as_png(image: object) -> Attachment | None:
    if not isinstance(image, QImage) or image.isNull():
        return None
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs want bytes
        return None
    name = translate("Composer", "picture") + ".png"
    return Attachment(name, "image/png", bytes(data.data()))
