"""Shows a message's text or safe HTML: asks for nothing, opens nothing by itself."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from app.views.tokens import Colours

LONGEST = 30_000
"""Characters of plain text shown at once; the rest is in the original."""


class BodyView(QTextBrowser):
    """As high as its content, without scroll bars of its own.

    Args:
        width: pixels that it is going to have, where that is known.

    Signals:
        link_clicked(str, list): where a link goes, and what the places show that lead there.
    """

    link_clicked = Signal(str, list)

    def __init__(self, parent: QWidget | None = None, *, width: int = 0) -> None:
        super().__init__(parent)
        self._images: Mapping[str, QImage] = {}
        self._width = width
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_text(self, text: str) -> None:
        """Show plain text as it is, cut where it is very long."""
        self.setPlainText(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
        self._fit()

    def show_html(self, html: str, images: Mapping[str, QImage], colours: Colours) -> None:
        """Show HTML of `services.markup.safe_html` with the pictures of the message itself.

        Args:
            html: the safe HTML.
            images: by content id.
            colours: of links and lines; text has that of the palette, so that it can be read
                in the dark too.
        """
        self._images = images
        self.document().setDefaultStyleSheet(
            f"a {{ color: {colours.accent}; }}"
            f"table {{ border-collapse: collapse; border-color: {colours.strong_border}; }}"
            f"td, th {{ border-color: {colours.strong_border}; }}"
        )
        self.setHtml(html)
        self._fit()

    def links_to(self, url: QUrl) -> tuple[str, list[str]]:
        """Return a link as it was written, and what each of the places shows that lead there."""
        href, shown = "", [""]
        block = self.document().begin()
        while block.isValid():
            at = block.begin()
            while not at.atEnd():
                piece = at.fragment()
                found = piece.charFormat().anchorHref()
                if found and QUrl(found) == url:
                    href = found
                    shown[-1] += piece.text()
                elif shown[-1]:
                    shown.append("")
                at += 1
            block = block.next()
            if shown[-1]:
                shown.append("")
        return href, [text for text in shown if text]

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        # An empty answer would let Qt read a local file of that name: an image stops it.
        url = name if isinstance(name, QUrl) else QUrl(name)
        if url.scheme() == "cid":
            return self._images.get(url.path(), QImage())
        return QImage()

    @override
    def setSource(self, name: QUrl | str, type: Any = None) -> None:
        """Go nowhere."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Laying text out is what costs most when a ticket is opened.
        if self.viewport().width() != self._width:
            self._width = self.viewport().width()
            self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 16)

    def _fit(self) -> None:
        document = self.document()
        document.setTextWidth(max(80, self._width or self.viewport().width()))
        self.setFixedHeight(max(16, round(document.size().height()) + 2))

    def _on_anchor_clicked(self, url: QUrl) -> None:
        href, shown = self.links_to(url)
        if href:
            self.link_clicked.emit(href, shown)
