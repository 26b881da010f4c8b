"""One list at a time: its entries in both languages and their order, and a line for a new one."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.tickets import lists
from app.services.tickets.lists import Choice
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.room import Room
from app.views.widgets.segments import Segments

WIDEST = 760
NAMES = {
    lists.CATEGORY: QT_TRANSLATE_NOOP("Lists", "Categories"),
    lists.DEPARTMENT: QT_TRANSLATE_NOOP("Lists", "Departments"),
    lists.TYPE: QT_TRANSLATE_NOOP("Lists", "Types"),
    lists.PRODUCT_GROUP: QT_TRANSLATE_NOOP("Lists", "Product groups"),
    lists.OUTCOME: QT_TRANSLATE_NOOP("Lists", "How it ended"),
    lists.REASON: QT_TRANSLATE_NOOP("Lists", "No reaction because"),
}
UP, DOWN, REMOVE = "up", "down", "remove"
ICONS = {UP: "chevron-up", DOWN: "chevron-down", REMOVE: "trash"}


class EntryRow:
    """The widgets of one entry, each in its own column of the page's grid."""

    def __init__(self, page: QWidget, one: Choice) -> None:
        self.entry = one
        self.dutch, self.english = QLineEdit(page), QLineEdit(page)
        self.buttons = {name: icon_button(page) for name in ICONS}
        self.show_entry(one)

    def show_entry(self, one: Choice) -> None:
        """Show the names as they are stored; a line that is being typed in stays."""
        self.entry = one
        for line, name in ((self.dutch, one.name_nl), (self.english, one.name_en)):
            if not (line.hasFocus() and line.isModified()):
                line.setText(name)

    def widgets(self) -> list[QWidget]:
        return [self.dutch, self.english, *self.buttons.values()]


class ListsPage(Room):
    """Shows one list.

    Signals:
        list_wanted(str): another list is to be shown, by its field.
        add_wanted(str, str): a new entry, in Dutch and in English.
        rename_wanted(str, str, str): an entry by key, in Dutch and in English.
        act_wanted(str, str): "up", "down" or "remove", and the key of an entry.
    """

    list_wanted = Signal(str)
    add_wanted = Signal(str, str)
    rename_wanted = Signal(str, str, str)
    act_wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = lists.CATEGORY
        self.rows: dict[str, EntryRow] = {}
        self._title, self._lead = PlainLabel(face="headline"), PlainLabel(tone="muted", wrap=True)
        self._heads = (PlainLabel(face="section"), PlainLabel(face="section"))
        self._nothing = PlainLabel(tone="muted", wrap=True)
        self.segments = Segments(list(NAMES))
        self.segments.choose(self.field)
        self.segments.chosen.connect(self.list_wanted)
        self.dutch, self.english = QLineEdit(self), QLineEdit(self)
        self.add = button("primary", self)
        self.add.clicked.connect(self._on_add)
        for line in (self.dutch, self.english):
            line.returnPressed.connect(self._on_add)
        # The area that scrolls would take these keys from `keyPressEvent`.
        for keys, way in (("Alt+Up", UP), ("Alt+Down", DOWN)):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(keys), self, context=within)
            shortcut.activated.connect(partial(self._on_key, way))
        self._grid = QGridLayout()
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.setSpacing(SMALL)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for at, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, at)
        column.addLayout(self._grid)
        column.addWidget(self._nothing)
        column.addStretch(1)
        self.fill(column, widest=WIDEST)

    # --- what is shown -----------------------------------------------------------------------

    def show_list(self, field: str, found: Sequence[Choice]) -> None:
        """Show the entries of a list; what is being typed and the focus stay where they are."""
        known = {one.key for one in found} if field == self.field else set()
        for key in self.rows.keys() - known:
            self._drop(self.rows.pop(key))
        self.field = field
        self.segments.choose(field)
        for one in found:
            if one.key in self.rows:
                self.rows[one.key].show_entry(one)
            else:
                self.rows[one.key] = self._made(one)
        self.rows = {one.key: self.rows[one.key] for one in found}
        self._place()
        self._nothing.setVisible(not found)
        self.retranslate()
        self.redress()

    def clear_new(self) -> None:
        """Empty the line for a new entry: it is in the list."""
        self.dutch.clear()
        self.english.clear()
        self.dutch.setFocus()

    def _made(self, one: Choice) -> EntryRow:
        row = EntryRow(self, one)
        for line in (row.dutch, row.english):
            line.editingFinished.connect(partial(self._on_edited, one.key))
        for name, made in row.buttons.items():
            made.clicked.connect(partial(self._on_act, name, one.key))
        return row

    def _drop(self, row: EntryRow) -> None:
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _place(self) -> None:
        order: list[QWidget] = [self.segments]
        for place, row in enumerate(self.rows.values(), start=1):
            for at, widget in enumerate(row.widgets()):
                self._grid.addWidget(widget, place, at)
                widget.show()
            order += row.widgets()
            row.buttons[UP].setEnabled(place > 1)
            row.buttons[DOWN].setEnabled(place < len(self.rows))
        last = len(self.rows) + 1
        self._grid.addWidget(self.dutch, last, 0)
        self._grid.addWidget(self.english, last, 1)
        self._grid.addWidget(self.add, last, 2, 1, 3)
        order += [self.dutch, self.english, self.add]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Lists", "Your own lists"))
        self._lead.setText(
            translate(
                "Lists",
                "Everything is offered in this order. What is filed stays filed under another "
                "name. Alt+↑ and Alt+↓ move the entry you are in.",
            )
        )
        self._nothing.setText(translate("Lists", "There is nothing in this list yet."))
        for key, name in NAMES.items():
            self.segments.buttons[key].setText(translate("Lists", name))
        dutch, english = translate("Lists", "In Dutch"), translate("Lists", "In English")
        for head, text in zip(self._heads, (dutch, english), strict=True):
            head.setText(text)
        new = translate("Lists", "New entry")
        self.dutch.setPlaceholderText(new)
        self.dutch.setAccessibleName(f"{new}: {dutch}")
        self.english.setPlaceholderText(translate("Lists", "The same"))
        self.english.setAccessibleName(f"{new}: {english}")
        self.add.setText(translate("Lists", "Add"))
        tips = {
            UP: translate("Lists", "Offer {name} earlier"),
            DOWN: translate("Lists", "Offer {name} later"),
            REMOVE: translate("Lists", "Remove {name}"),
        }
        for row in self.rows.values():
            name = f"“{row.entry.name_nl}”"
            row.dutch.setAccessibleName(f"{name}: {dutch}")
            row.english.setAccessibleName(f"{name}: {english}")
            for act, made in row.buttons.items():
                _say(made, tips[act].format(name=name))

    @override
    def redress(self) -> None:
        super().redress()
        for row in self.rows.values():
            for name, made in row.buttons.items():
                made.setIcon(self.theme.icon(ICONS[name], "muted", 16))

    # --- what the owner wants ----------------------------------------------------------------

    def _on_key(self, way: str) -> None:
        for key, row in self.rows.items():
            if self.focusWidget() in row.widgets():
                self.act_wanted.emit(way, key)

    def _on_edited(self, key: str) -> None:
        row = self.rows.get(key)
        if row is None:
            return
        names = row.dutch.text().strip(), row.english.text().strip()
        for line in (row.dutch, row.english):
            line.setModified(False)
        if names != (row.entry.name_nl, row.entry.name_en):
            self.rename_wanted.emit(key, *names)

    def _on_add(self) -> None:
        self.add_wanted.emit(self.dutch.text(), self.english.text())

    def _on_act(self, name: str, key: str, _checked: object = None) -> None:
        self.act_wanted.emit(name, key)


def _say(made: QToolButton, text: str) -> None:
    made.setToolTip(text)
    made.setAccessibleName(text)
