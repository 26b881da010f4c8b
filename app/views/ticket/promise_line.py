"""The line under an answer that promises something: that a clock will run, and until when."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.promises import Found, PromiseKind
from app.views import moments
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel


class PromiseLine(Panel):
    """Hidden while the text promises nothing, or the owner said that it does not.

    Signals:
        denied(): the owner says that it is no promise.
    """

    denied = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._found: Found | None = None
        self._now: datetime | None = None
        self._denied = ""
        self._icon = PlainLabel()
        self._text = ElidedLabel(face="small", tone="muted")
        self.deny = button("link", self)
        self.deny.clicked.connect(self._on_denied)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.deny)
        self.hide()
        self.dress()

    @property
    def is_denied(self) -> bool:
        """Whether the owner said that the words found last promise nothing."""
        return self._found is not None and self._found.words == self._denied

    def forget(self) -> None:
        """Forget what the owner said about the words of another message."""
        self._found, self._denied = None, ""
        self.hide()

    def show_found(self, found: Found | None, now: datetime) -> None:
        """Show what the text promises now."""
        self._found, self._now = found, now
        self.retranslate()
        self.setVisible(found is not None and not self.is_denied)

    @override
    def retranslate(self) -> None:
        self.deny.setText(translate("PromiseLine", "No promise"))
        found, now = self._found, self._now
        if found is None or now is None:
            return
        words = (
            translate("PromiseLine", "You promise to ring back: the clock runs until {moment}")
            if found.kind is PromiseKind.CALLBACK
            else translate("PromiseLine", "You promise something: the clock runs until {moment}")
        )
        self._text.setText(words.format(moment=moments.full_moment(found.due_at, now)))

    @override
    def redress(self) -> None:
        self._icon.setPixmap(self.theme.pixmap("calendar-time", "accent", 14))

    def _on_denied(self) -> None:
        self._denied = self._found.words if self._found else ""
        self.hide()
        self.denied.emit()
