"""Labels that show text as text: what customers write is never taken for markup."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from app.views.theme import set_tone


def plain_tip(text: str) -> str:
    """Return a tooltip that shows exactly this text.

    Qt takes a tooltip for markup as soon as its first line holds a known tag: so it gets markup, in
    which everything is escaped.
    """
    return f"<span>{escape(text).replace(chr(10), '<br>')}</span>" if text else ""


class PlainLabel(QLabel):
    """A label in plain text; `face` and `tone` are looks of the style sheet."""

    def __init__(
        self,
        text: str = "",
        *,
        face: str = "",
        tone: str = "",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if face:
            self.setProperty("face", face)
        if tone:
            self.setProperty("tone", tone)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        set_tone(self, tone)


class ElidedLabel(PlainLabel):
    """One line that ends in "…" where there is no room; the whole text is its tooltip.

    Args:
        least: pixels that it keeps where others could give way.
    """

    def __init__(self, text: str = "", *, face: str = "", tone: str = "", least: int = 24) -> None:
        self._whole, self._least = "", least
        super().__init__(face=face, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setText(text)

    @property
    def whole(self) -> str:
        return self._whole

    @override
    def setText(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._elide()

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width + margins.left() + margins.right(), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    @override
    def minimumSizeHint(self) -> QSize:
        width = min(self._least, self.sizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def _elide(self) -> None:
        metrics = self.fontMetrics()
        room = self.contentsRect().width()
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")
