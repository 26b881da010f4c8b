"""A widget that speaks the language of the window and wears its theme, also when they change."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from app.views.theme import Theme


class Panel(QFrame):
    """Calls `retranslate` when the language changes and `redress` when the colours do.

    Subclasses call both at the end of their constructor by `dress()`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._dressed = False
        theme.changed.connect(self._on_theme_changed)

    def dress(self) -> None:
        """Write all texts and take all colours for the first time."""
        self._dressed = True
        self.retranslate()
        self.redress()

    def retranslate(self) -> None:
        """Write all texts in the present language."""

    def redress(self) -> None:
        """Take icons and colours from the theme."""

    def set_ground(self, ground: str) -> None:
        """Stand on a ground of the style sheet, such as "surface"."""
        self.setProperty("ground", ground)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._dressed:
            self.retranslate()
        super().changeEvent(event)

    def _on_theme_changed(self) -> None:
        if self._dressed:
            self.redress()
