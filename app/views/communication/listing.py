"""What is posted, said or told, as a list, with what is looked for in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WIDTH = 300


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: the id (None for a new one), its name, what stands below, its words."""

    id: int | None
    name: str
    below: str
    icon: str
    words: str = ""
    colour: str = "muted"


class Listing(Panel):
    """Shows rows, a new one that is not saved yet first.

    Signals:
        chosen(object): the id of another one, None for the new one.
        add_wanted(): another new one.
    """

    chosen = Signal(object)
    add_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._rows: Sequence[Row] = ()
        self._shown: int | None = None
        self._quiet = False
        self.ids: list[int | None] = []
        self.search, self.list = QLineEdit(self), QListWidget(self)
        self._nothing = PlainLabel(tone="muted", wrap=True)
        self.add = button("", self)
        self.setFixedWidth(WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.search, self.list, self._nothing):
            column.addWidget(part)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.setStretchFactor(self.list, 1)
        self.search.textChanged.connect(self._fill)
        self.list.currentRowChanged.connect(self._on_row)
        self.add.clicked.connect(self.add_wanted)
        self.dress()

    def show_rows(self, rows: Sequence[Row], shown: int | None) -> None:
        """Show rows, that on screen chosen."""
        self._rows, self._shown = rows, shown
        self._fill()

    @override
    def retranslate(self) -> None:
        self.search.setPlaceholderText(translate("Communication", "Search"))
        self.search.setAccessibleName(translate("Communication", "Search what is kept here"))
        self.list.setAccessibleName(translate("Communication", "What is kept here"))
        self._nothing.setText(translate("Communication", "Nothing has these words in it."))
        self.add.setText(" " + translate("Communication", "New one"))

    @override
    def redress(self) -> None:
        self.add.setIcon(self.theme.icon("plus"))
        self._fill()

    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        rows = [
            one
            for one in self._rows
            if all(word in f"{one.name} {one.below} {one.words}".casefold() for word in words)
        ]
        self._quiet = True
        bar = self.list.verticalScrollBar()
        before = bar.value()
        self.list.clear()
        self.ids = [one.id for one in rows]
        for one in rows:
            item = QListWidgetItem(f"{one.name.strip() or '…'}\n{one.below}")
            item.setIcon(self.theme.icon(one.icon, one.colour, 16))
            self.list.addItem(item)
        bar.setValue(before)
        self.list.setCurrentRow(self.ids.index(self._shown) if self._shown in self.ids else -1)
        self._quiet = False
        self.list.setVisible(bool(rows) or not words)
        self._nothing.setVisible(not rows and bool(words))

    def _on_row(self, row: int) -> None:
        if not self._quiet and 0 <= row < len(self.ids):
            self.chosen.emit(self.ids[row])
