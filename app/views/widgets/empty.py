"""What stands where there is nothing to show: what belongs here, and one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel


class EmptyState(Panel):
    """An icon, a title, a sentence, and perhaps a button or two.

    Signals:
        acted(), acted_second(): the first or the second button was pressed.
    """

    acted = Signal()
    acted_second = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon_name, self._colour = "inbox", "faint"
        self._icon = PlainLabel()
        self._title = PlainLabel(face="title", wrap=True)
        self._text = PlainLabel(tone="muted", wrap=True)
        self._button = button("primary", self)
        self._button.clicked.connect(self.acted)
        self._button.hide()
        self._second = button("", self)
        self._second.clicked.connect(self.acted_second)
        self._second.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(SMALL)
        layout.addStretch(2)
        for part in (self._icon, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        layout.addSpacing(MEDIUM)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._second, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.dress()

    def say(
        self,
        icon: str,
        title: str,
        text: str,
        *,
        action: str = "",
        second: str = "",
        colour: str = "faint",
    ) -> None:
        """Show these words; without `action` or `second` there is no such button."""
        self._icon_name, self._colour = icon, colour
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.redress()

    @property
    def title(self) -> str:
        return self._title.text()

    @override
    def redress(self) -> None:
        self._icon.setPixmap(self.theme.pixmap(self._icon_name, self._colour, 44))
