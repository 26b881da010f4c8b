"""The screen of one ticket: head, timeline and composer."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.views.actions import Actions
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.aids_panel import AidsPanel
from app.views.ticket.composer import Composer
from app.views.ticket.facts import WIDTH, FactsPanel
from app.views.ticket.header import TicketHeader
from app.views.ticket.line_panel import LinePanel
from app.views.ticket.lookup import Lookup
from app.views.ticket.spine_bar import SpineBar
from app.views.ticket.timeline import Timeline
from app.views.ticket.walk_panel import WalkPanel
from app.views.widgets.empty import EmptyState
from app.views.widgets.panel import Panel

BESIDE_SEARCH = 50
"""Lets the empty ticket stand as high as an empty list, which is below the search line."""

ROOM_FOR_FACTS = 480 + WIDTH
LOW = 860
"""Height below which what helps to answer takes one line: the conversation needs the rest."""

ROOM_BESIDE = 900
"""Width of the conversation from which what helps stands beside the composer."""

AIDS_SHARE, COMPOSER_SHARE = 2, 3


class TicketPage(Panel):
    """Shows nothing until a ticket is opened.

    Signals:
        left(): Escape: back to the list.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self.header = TicketHeader(theme, actions)
        self.spine = SpineBar(theme, now, self)
        self.timeline = Timeline(theme, now, self)
        self.composer = Composer(theme, actions)
        self.line = LinePanel(theme, actions, self)
        self.aids = AidsPanel(theme, actions, self)
        self.walk = WalkPanel(theme, actions, self)
        self.facts = FactsPanel(theme, now)
        self.composer.left.connect(self.left)
        self.walk.turned.connect(self._place_aids)
        self._nothing = EmptyState(theme, self)
        self._nothing.setContentsMargins(0, BESIDE_SEARCH, 0, 0)
        self._facts_wanted = self._facts_over = False
        self._talk = QWidget(self)
        talk = QVBoxLayout(self._talk)
        talk.setContentsMargins(0, 0, 0, 0)
        talk.setSpacing(0)
        talk.addWidget(self.timeline, 1)
        talk.addWidget(self.line)
        talk.addWidget(self.walk)
        talk.addWidget(self._line())
        self._writing = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._writing.setSpacing(0)
        self._writing.addWidget(self.aids, AIDS_SHARE)
        self._writing.addWidget(self.composer, COMPOSER_SHARE)
        talk.addLayout(self._writing)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._talk, 1)
        self._edge = self._upright()
        body.addWidget(self._edge)
        body.addWidget(self.facts, 0)
        ticket = QWidget(self)
        column = QVBoxLayout(ticket)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.spine)
        column.addWidget(self._line())
        column.addLayout(body, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(ticket)
        self.lookup = Lookup(theme, self.composer.editor, self)
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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.is_narrow:
            self._facts_over = False
        self._place_facts()
        self._place_aids()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys that no part of the page used.
        if event.key() == Qt.Key.Key_Escape and self._facts_over:
            self.turn_facts()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for the facts beside the conversation."""
        return self.width() < ROOM_FOR_FACTS

    @property
    def facts_wanted(self) -> bool:
        """Whether the facts stand beside the conversation where there is room."""
        return self._facts_wanted

    def show_facts(self, shown: bool) -> None:  # noqa: FBT001  a state, like Qt's own setters
        """Show the facts: beside the conversation, or in its place where the window is narrow."""
        if self.is_narrow:
            self._facts_over = shown
        else:
            self._facts_wanted = shown
        self._place_facts()

    def want_facts(self, wanted: bool) -> None:  # noqa: FBT001  a state, like Qt's own setters
        """Show the facts beside the conversation whenever there is room, or never."""
        self._facts_wanted = wanted
        self._place_facts()

    def turn_facts(self) -> None:
        """Show the facts when they are not there, and the other way round."""
        self.show_facts(not self._facts_over if self.is_narrow else not self._facts_wanted)

    def _place_facts(self) -> None:
        over = self.is_narrow and self._facts_over
        beside = self._facts_wanted and not self.is_narrow
        self.facts.setVisible(over or beside)
        self.facts.spread(wide=over)
        self._edge.setVisible(beside)
        self._talk.setVisible(not over)
        self._place_aids()

    def _place_aids(self) -> None:
        """Put what helps beside the composer where there is room, else above it."""
        room = self.width() - (self.facts.width() if self._edge.isVisibleTo(self) else 0)
        beside = room >= ROOM_BESIDE
        direction = QBoxLayout.Direction
        self._writing.setDirection(direction.RightToLeft if beside else direction.TopToBottom)
        crowded = self.walk.shows_step
        self.aids.give_way(low=self.height() < LOW, beside=beside, crowded=crowded)

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("ground", "line")
        line.setFixedHeight(1)
        return line

    def _upright(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("ground", "line")
        line.setFixedWidth(1)
        return line
