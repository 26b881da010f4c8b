"""Shows a page: asks for nothing, opens nothing by itself."""

from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from app.views.handbook.typeset import PAGE


class PageBrowser(QTextBrowser):
    """Reads a document of `Typesetter`.

    Signals:
        page_wanted(str): the key of the page that a link leads to.
        address_wanted(QUrl): something outside.
    """

    page_wanted = Signal(str)
    address_wanted = Signal(QUrl)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self.follow)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None

    def follow(self, target: QUrl) -> None:
        """Go where a link leads."""
        text = target.toString()
        if text.startswith("#"):
            self.scrollToAnchor(text.removeprefix("#"))
        elif target.scheme() in {"http", "https", "mailto"}:
            self.address_wanted.emit(target)
        elif not target.scheme() and target.path().endswith(PAGE):
            self.page_wanted.emit(target.path().removesuffix(PAGE))
