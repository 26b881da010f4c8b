"""One part of the room: its entries at the left, the one on screen at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.empty import EmptyState
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

LIST_WIDTH = 300


class Sheet(Panel):
    """A list with a button for a new one, and a card; a word of what belongs here when it is empty.

    Subclasses fill `inside`, the card, and name everything.

    Signals:
        chosen(int): the id of another entry.
        add_wanted(): a new one.
        searched(str): words that entries have to have.
    """

    chosen = Signal(int)
    add_wanted = Signal()
    searched = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, *, searching: bool = False) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self._ids: list[int] = []
        self._quiet = False
        self.search, self.list = QLineEdit(self), QListWidget(self)
        self.search.setVisible(searching)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = PlainLabel(tone="muted", wrap=True)
        self.add = button("", self)
        self.card = QFrame(self)
        self.card.setProperty("ground", "card")
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        self.inside.setSpacing(MEDIUM)
        self.empty = EmptyState(theme, self)
        self._left = QWidget(self)
        self._lay_out()
        for part in (self._left, self.card, self.empty):
            part.hide()  # until it is known which
        self.search.textChanged.connect(self.searched)
        self.list.currentRowChanged.connect(self._on_row)
        self.add.clicked.connect(self.add_wanted)
        self.empty.acted.connect(self.add_wanted)

    def _lay_out(self) -> None:
        self._left.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.search, self.list, self.nothing):
            column.addWidget(part)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.setStretchFactor(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        row.addWidget(self._left)
        row.addWidget(self.card, 1)
        row.addWidget(self.empty, 1)

    def show_state(self, shown: int | None, *, is_empty: bool) -> None:
        """Show the card or not, or what belongs here when there is nothing at all."""
        self._left.setVisible(not is_empty)
        self.card.setVisible(shown is not None)
        self.empty.setVisible(is_empty)

    def show_entries(self, entries: Sequence[tuple[int, str, str]], shown: int | None) -> None:
        """Show entries as id, name and a line below it, one of them chosen."""
        self._quiet = True
        self._ids = [one[0] for one in entries]
        self.list.clear()
        for _id, name, below in entries:
            self.list.addItem(QListWidgetItem(f"{name}\n{below}"))
        self.list.setCurrentRow(self._ids.index(shown) if shown in self._ids else -1)
        self._quiet = False
        self.list.setVisible(bool(entries))
        self.nothing.setVisible(not entries)

    def focus_first(self) -> None:
        """Let the keys work on the list."""
        self.list.setFocus()

    @override
    def redress(self) -> None:
        self.add.setIcon(self.theme.icon("plus"))

    def _on_row(self, row: int) -> None:
        if not self._quiet and 0 <= row < len(self._ids):
            self.chosen.emit(self._ids[row])
