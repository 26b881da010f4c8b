"""The messages and acts of a ticket in the order in which they happened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.handbook.pages import Term
from app.services.tickets.inbox import MessageInfo, TicketView
from app.services.tickets.lists import Lists
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.ticket.card import JournalLines, MessageCard
from app.views.ticket.story import line_of
from app.views.tokens import LARGE, MEDIUM, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.panel import Panel

FIRST, NEWEST = 3, 20
"""Cards made at once, about a screenful; then, when that is painted; older ones on request."""
SOON_MS = 80
"""So long that the first cards are painted before: else the owner waits for all of them."""


class Timeline(Panel):
    """Keeps the cards of messages that did not change, so that nothing flickers.

    Signals:
        acted(str, int), link_clicked(str, list), save_wanted(int, str), images_wanted(int),
            pictures_wanted(int, str), open_wanted(int, str), split_wanted(int): of the cards,
            see MessageCard.
        thumbnails_wanted(int): a message with files is shown.
    """

    acted = Signal(str, int)
    link_clicked = Signal(str, list)
    save_wanted = Signal(int, str)
    images_wanted = Signal(int)
    pictures_wanted = Signal(int, str)
    open_wanted = Signal(int, str)
    thumbnails_wanted = Signal(int)
    split_wanted = Signal(int)

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self._now = now
        self._ticket_id = 0
        self._most: int | None = FIRST
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._on_soon)
        self._view: TicketView | None = None
        self._names: Lists = {}
        self._terms: tuple[Term, ...] = ()
        self._cards: dict[int, MessageCard] = {}
        self._lines: list[JournalLines] = []
        self._earlier = button("link", self)
        self._earlier.clicked.connect(self._on_earlier)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setProperty("region", "true")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inside = QWidget()
        self._inside.setProperty("ground", "window")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        self._column.setSpacing(MEDIUM)
        self._column.addStretch(1)
        self.area.setWidget(self._inside)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._stick = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.dress()

    @property
    def cards(self) -> Mapping[int, MessageCard]:
        """The cards shown, by message id."""
        return self._cards

    @property
    def newest_inbound(self) -> int | None:
        """The newest message of the customer that is shown."""
        found = [card.message for card in self._cards.values() if card.message.direction == "in"]
        newest = max(found, key=lambda message: (message.created_at, message.id), default=None)
        return newest.id if newest else None

    def show_view(self, view: TicketView, names: Lists) -> None:
        """Show a ticket, or its present state when it is the one on screen."""
        if view.ticket.id != self._ticket_id:
            self._clear()
            self._ticket_id, self._most, self._stick = view.ticket.id, FIRST, True
            self._soon.start()
        else:
            bar = self.area.verticalScrollBar()
            self._stick = bar.value() >= bar.maximum() - 4
        self._view, self._names = view, names
        self._fill(view)

    def set_terms(self, terms: tuple[Term, ...]) -> None:
        """Let these words tell what they mean, in messages shown now and later."""
        self._terms = terms
        for card in self._cards.values():
            card.terms.give(terms)

    @override
    def retranslate(self) -> None:
        self.area.setAccessibleName(translate("Timeline", "Conversation"))
        if self._view is not None:
            self._fill(self._view)

    def give_images(self, message_id: int, images: Mapping[str, QImage]) -> None:
        """Hand a card the pictures it asked for."""
        if message_id in self._cards:
            self._cards[message_id].give_images(images)

    def _fill(self, view: TicketView) -> None:
        shown = view.messages if self._most is None else view.messages[-self._most :]
        hidden = len(view.messages) - max(len(shown), NEWEST)
        self._drop_lines()
        for message_id in set(self._cards) - {message.id for message in shown}:
            self._drop(message_id)
        self._earlier.setVisible(hidden > 0)
        if hidden > 0:
            self._earlier.setText(plural("Timeline", "Show %n earlier message(s)", hidden))
        self._column.insertWidget(0, self._earlier)
        for at, widget in enumerate(self._in_order(view, shown), start=1):
            self._column.insertWidget(at, widget)

    def _in_order(self, view: TicketView, shown: Sequence[MessageInfo]) -> list[QWidget]:
        """Return the cards, and between them what happened meanwhile."""
        acts = [(entry.at, line_of(entry, self._names, self._now())) for entry in view.journal]
        told = [(at, words) for at, words in acts if words]
        if shown and len(shown) < len(view.messages):
            told = [(at, words) for at, words in told if at >= shown[0].created_at]
        widgets: list[QWidget] = []
        for message in shown:
            self._tell(widgets, [words for at, words in told if at < message.created_at])
            told = [(at, words) for at, words in told if at >= message.created_at]
            widgets.append(self._card(message))
        self._tell(widgets, [words for _at, words in told])
        return widgets

    def _tell(self, widgets: list[QWidget], words: Sequence[str]) -> None:
        if words:
            lines = JournalLines("\n".join(words), self._inside)
            self._lines.append(lines)
            widgets.append(lines)

    def _card(self, message: MessageInfo) -> MessageCard:
        known = self._cards.get(message.id)
        if known is not None and known.message == message:
            return known
        if known is not None:
            self._drop(message.id)
        width = self.area.viewport().width() - 2 * WIDE if self.area.isVisible() else 0
        card = MessageCard(self.theme, self._now, message, self._inside, width=width)
        card.acted.connect(self.acted)
        card.link_clicked.connect(self.link_clicked)
        card.save_wanted.connect(self.save_wanted)
        card.images_wanted.connect(self.images_wanted)
        card.pictures_wanted.connect(self.pictures_wanted)
        card.open_wanted.connect(self.open_wanted)
        card.split_wanted.connect(self.split_wanted)
        card.terms.give(self._terms)
        self._cards[message.id] = card
        if card.chips is not None:
            self.thumbnails_wanted.emit(message.id)
        if card.wants_images:
            self.images_wanted.emit(message.id)
            card.ask_pictures()
        return card

    def _drop(self, message_id: int) -> None:
        card = self._cards.pop(message_id)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _drop_lines(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []

    def _clear(self) -> None:
        for message_id in list(self._cards):
            self._drop(message_id)
        self._drop_lines()

    def _on_earlier(self) -> None:
        self._most, self._stick = None, False
        if self._view is not None:
            self._fill(self._view)

    def _on_soon(self) -> None:
        if self._most == FIRST:
            self._most = NEWEST
            if self._view is not None and len(self._view.messages) > FIRST:
                self._fill(self._view)

    def _on_range_changed(self, _least: int, most: int) -> None:
        if self._stick:
            self.area.verticalScrollBar().setValue(most)
