"""The screen of one ticket: head, timeline and composer."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.composer import Composer
from app.views.ticket.header import TicketHeader
from app.views.ticket.timeline import Timeline
from app.views.widgets.empty import EmptyState
from app.views.widgets.panel import Panel

BESIDE_SEARCH = 50
"""Lets the empty ticket stand as high as an empty list, which is below the search line."""


class TicketPage(Panel):
    """Shows nothing until a ticket is opened.

    Signals:
        left(): Escape: back to the list.
        stepped(int): J or K while reading: the next or an earlier ticket.
    """

    left = Signal()
    stepped = Signal(int)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self.header = TicketHeader(theme, now)
        self.timeline = Timeline(theme, now, self)
        self.composer = Composer(theme)
        self.composer.left.connect(self.left)
        self._nothing = EmptyState(theme, self)
        self._nothing.setContentsMargins(0, BESIDE_SEARCH, 0, 0)
        ticket = QWidget(self)
        column = QVBoxLayout(ticket)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._line())
        column.addWidget(self.timeline, 1)
        column.addWidget(self._line())
        column.addWidget(self.composer)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(ticket)
        self.dress()

    @property
    def is_open(self) -> bool:
        return self._stack.currentIndex() == 1

    def show_nothing(self) -> None:
        """Show that no ticket is open."""
        self._stack.setCurrentIndex(0)

    def show_ticket(self) -> None:
        """Show the ticket that the parts were given."""
        self._stack.setCurrentIndex(1)

    def focus_reading(self) -> None:
        """Let the arrow keys scroll the conversation."""
        self.timeline.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_writing(self) -> None:
        """Let the owner write."""
        self.composer.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def retranslate(self) -> None:
        self._nothing.say(
            "message-circle",
            translate("TicketPage", "No message chosen"),
            translate("TicketPage", "Choose one from the list, with the mouse or with J and K."),
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys that no part of the page used; single letters act while reading only.
        key, plain = event.key(), not event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and self.is_open and key == Qt.Key.Key_R:
            self.focus_writing()
        elif plain and key in {Qt.Key.Key_J, Qt.Key.Key_K}:
            self.stepped.emit(1 if key == Qt.Key.Key_J else -1)
        else:
            super().keyPressEvent(event)

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("ground", "line")
        line.setFixedHeight(1)
        return line
