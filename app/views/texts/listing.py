"""The texts or macros in their order, with what is looked for among them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.views import channel_looks
from app.views.language import translate
from app.views.texts.action_rows import KINDS
from app.views.texts.drafts import MACROS, TEXTS, Drafts, Item
from app.views.texts.form import PURPOSES, Typed
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WIDTH = 300
UP, DOWN = "up", "down"


class TextList(Panel):
    """Shows the names, a new one that is not saved yet first.

    Signals:
        chosen(object): the id of another one, None for the new one.
        add_wanted(): another new one.
        filtered(): others are listed now.
    """

    chosen = Signal(object)
    add_wanted = Signal()
    filtered = Signal()

    def __init__(self, theme: Theme, drafts: Drafts[Typed], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._tab, self._drafts = TEXTS, drafts
        self._items: Sequence[Item[Typed]] = ()
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
        self.search.textChanged.connect(self._on_searched)
        self.list.currentRowChanged.connect(self._on_row)
        self.add.clicked.connect(self.add_wanted)
        self.dress()

    def show_items(self, tab: str, items: Sequence[Item[Typed]], shown: int | None) -> None:
        """Show texts or macros, that on screen chosen."""
        self._tab, self._items, self._shown = tab, items, shown
        self._fill()

    def neighbour(self, way: str) -> int | None:
        """Return the one before or after that on screen, of those that are listed."""
        if self._shown is None or self._shown not in self.ids:
            return None
        at = self.ids.index(self._shown) + (-1 if way == UP else 1)
        return self.ids[at] if 0 <= at < len(self.ids) else None

    @override
    def retranslate(self) -> None:
        self.search.setPlaceholderText(translate("TextsPage", "Name, or words of the text"))
        self.search.setAccessibleName(translate("TextsPage", "Search your texts"))
        self.list.setAccessibleName(translate("TextsPage", "Your own texts"))
        self._nothing.setText(translate("TextsPage", "Nothing has these words in it."))
        self.add.setText(" " + translate("TextsPage", "New one"))
        self._fill()

    @override
    def redress(self) -> None:
        self.add.setIcon(self.theme.icon("plus"))

    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        items = [one for one in self._items if self._fits(one, words)]
        new = self._drafts.get((self._tab, None))
        self.ids = [*([None] if new else []), *(one.id for one in items)]
        lines = [(new.typed, True)] if new else []
        for one in items:
            draft = self._drafts.get((self._tab, one.id))
            lines.append((draft.typed if draft else one.typed, draft is not None))
        self._show_lines(lines)
        self.list.setVisible(bool(self.ids) or not words)
        self._nothing.setVisible(not self.ids and bool(words))

    def _show_lines(self, lines: Sequence[tuple[Typed, bool]]) -> None:
        self._quiet = True
        bar = self.list.verticalScrollBar()
        before = bar.value()
        self.list.clear()
        for typed, unsaved in lines:
            name = typed.name.strip() or "…"
            below = translate("TextsPage", "not saved yet") if unsaved else self._hint(typed)
            self.list.addItem(QListWidgetItem(f"{name}\n{below}"))
        bar.setValue(before)
        self.list.setCurrentRow(self.ids.index(self._shown) if self._shown in self.ids else -1)
        self._quiet = False

    def _fits(self, one: Item[Typed], words: Sequence[str]) -> bool:
        typed = one.typed
        about = f"{typed.name} {typed.body} {self._hint(typed)}".casefold()
        return all(word in about for word in words)

    def _hint(self, typed: Typed) -> str:
        if self._tab == MACROS:
            parts = [translate("TextsPage", "text")] if typed.body else []
            parts += [translate("TextsPage", KINDS[one.kind]) for one in typed.actions]
            return " · ".join(parts)
        purpose = translate("TextsPage", PURPOSES[typed.purpose])
        return " · ".join((purpose, typed.language, *map(channel_looks.name_of, typed.kinds)))

    def _on_searched(self, _words: str) -> None:
        self._fill()
        self.filtered.emit()

    def _on_row(self, row: int) -> None:
        if not self._quiet and 0 <= row < len(self.ids):
            self.chosen.emit(self.ids[row])
