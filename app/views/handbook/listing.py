"""The list of pages, with what is looked for among them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.handbook.browsing import Leaf, Wanted, chosen
from app.views.handbook.drafts import NEW, Drafts
from app.views.handbook.words import ICONS, KINDS, LANGUAGES, SOP
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.panel import Panel
from app.views.widgets.segments import Segments

WIDTH, NARROW = 320, 280
PLACE = Qt.ItemDataRole.UserRole
KIND, DEPARTMENT, TAG = "kind", "department", "tag"


class PageList(Panel):
    """Shows the pages of one language that are wanted; new ones that are not saved come first.

    Signals:
        chosen(str): the place of another page: its number, or that of a new one.
        language_chosen(str): pages of the other language.
        new_wanted(str): a new page of a kind.
    """

    chosen = Signal(str)
    language_chosen = Signal(str)
    new_wanted = Signal(str)

    def __init__(self, theme: Theme, drafts: Drafts, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._drafts = drafts
        self._leaves: Sequence[Leaf] = ()
        self._shown = ""
        self._quiet = False
        self._filters = {KIND: "", DEPARTMENT: "", TAG: ""}
        self.places: list[str] = []
        self.languages = Segments(list(LANGUAGES), self)
        self.search, self.list = QLineEdit(self), QListWidget(self)
        self.choices = {name: ChoiceButton(self) for name in self._filters}
        self.due = button("segment", self)
        self.due.setCheckable(True)
        self.count = PlainLabel(face="small", tone="muted")
        self.nothing = PlainLabel(tone="muted", wrap=True)
        self.add = {kind: button("", self) for kind in KINDS}
        self.set_narrow(narrow=False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        filters = _row(*self.choices.values())
        counts = _row(self.count, None, self.due)
        below = _row(*self.add.values(), None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.languages)
        column.addWidget(self.search)
        column.addLayout(filters)
        column.addLayout(counts)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)

    def _connect(self) -> None:
        self.languages.chosen.connect(self.language_chosen)
        self.search.textChanged.connect(self.fill)
        self.due.toggled.connect(self.fill)
        self.list.currentRowChanged.connect(self._on_row)
        for name, choice in self.choices.items():
            choice.chosen.connect(partial(self._filter, name))
        for kind, made in self.add.items():
            made.clicked.connect(partial(self.new_wanted.emit, kind))

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        filters = self._filters
        return Wanted(
            self.search.text(), filters[KIND], filters[DEPARTMENT], filters[TAG],
            self.due.isChecked(),
        )  # fmt: skip

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave more room for the page, in a small window."""
        self.setFixedWidth(NARROW if narrow else WIDTH)

    def show_leaves(self, leaves: Sequence[Leaf], language: str, shown: str) -> None:
        """Show the pages of a language, that on screen chosen."""
        self._leaves, self._shown = leaves, shown
        self.languages.choose(language)
        for name, offered in ((DEPARTMENT, self._departments()), (TAG, self._tags())):
            if self._filters[name] not in offered:
                self._filters[name] = ""
        self.fill()

    def fill(self) -> None:
        """Show what is wanted now."""
        found = chosen(self._leaves, self.wanted)
        new = [] if self._is_asked else [one for one in self._drafts if one.place.startswith(NEW)]
        self._quiet = True
        self.list.clear()
        self.places = [one.place for one in new]
        for draft in new:
            self._add(draft.place, _title_in(draft.text), _unsaved(), "pencil", "accent")
        for leaf in found:
            self._add_leaf(leaf)
        self._quiet = False
        self._mark()
        self._offer()
        self._count(len(found))
        self.list.setVisible(bool(self.places))
        self.nothing.setVisible(not self.places)

    @property
    def _is_asked(self) -> bool:
        return self.wanted != Wanted()

    def _add_leaf(self, leaf: Leaf) -> None:
        info, place = leaf.info, str(leaf.id)
        self.places.append(place)
        about = [info.department, info.owner] if info.department or info.owner else []
        parts = [translate("Handbook", KINDS[info.kind]), *(one for one in about if one)]
        icon, colour = ICONS[info.kind], "muted"
        if leaf.due:
            parts.insert(0, translate("Handbook", "to be reviewed"))
            icon, colour = "alert-circle", "warn"
        if self._drafts.get(place) is not None:
            parts.insert(0, _unsaved())
            icon, colour = "pencil", "accent"
        self._add(place, info.title, " · ".join(parts), icon, colour)

    def _add(self, place: str, title: str, below: str, icon: str, colour: str) -> None:
        item = QListWidgetItem(self.theme.icon(icon, colour), f"{title or '…'}\n{below}")
        item.setData(PLACE, place)
        item.setToolTip(plain_tip(title))
        self.list.addItem(item)

    def _mark(self) -> None:
        self._quiet = True
        row = self.places.index(self._shown) if self._shown in self.places else -1
        self.list.setCurrentRow(row)
        self._quiet = False

    def _count(self, shown: int) -> None:
        every = plural("Handbook", "%n page(s)", len(self._leaves))
        of = translate("Handbook", "{number} of {all}").format(number=shown, all=every)
        self.count.setText(of if self._is_asked else every)
        due = sum(leaf.due for leaf in self._leaves)
        self.due.setText(translate("Handbook", "To be reviewed ({number})").format(number=due))
        self.due.setVisible(bool(due) or self.due.isChecked())

    def _departments(self) -> Counter[str]:
        return Counter(one.info.department for one in self._leaves if one.info.department)

    def _tags(self) -> Counter[str]:
        return Counter(tag for one in self._leaves for tag in one.page.tags)

    def _offer(self) -> None:
        kinds = Counter(one.info.kind for one in self._leaves)
        named = {
            SOP: translate("Handbook", "SOPs"),
            "article": translate("Handbook", "Articles"),
        }
        self._offer_one(
            KIND, translate("Handbook", "Kind"), translate("Handbook", "All kinds"),
            [(kind, f"{named[kind]} ({kinds[kind]})") for kind in named],
        )  # fmt: skip
        self._offer_one(
            DEPARTMENT, translate("Handbook", "Department"),
            translate("Handbook", "All departments"), _numbered(self._departments()),
        )  # fmt: skip
        self._offer_one(
            TAG, translate("Handbook", "Label"), translate("Handbook", "All labels"),
            _numbered(self._tags()),
        )  # fmt: skip

    def _offer_one(
        self, name: str, called: str, every: str, choices: Iterable[tuple[str, str]]
    ) -> None:
        made = self.choices[name]
        offered = [("", every), *choices]
        made.set_choices(called, offered, self._filters[name])
        if not self._filters[name]:
            made.show_as(called)  # what all is called would not fit beside the others
        made.setVisible(len(offered) > 1)

    @override
    def retranslate(self) -> None:
        for key, name in LANGUAGES.items():
            self.languages.buttons[key].setText(name)
        self.search.setPlaceholderText(translate("Handbook", "Search title and text"))
        self.search.setAccessibleName(translate("Handbook", "Search the handbook"))
        self.list.setAccessibleName(translate("Handbook", "Pages"))
        self.nothing.setText(translate("Handbook", "No page has all this."))
        self.add["article"].setText(" " + translate("Handbook", "New article"))
        self.add[SOP].setText(" " + translate("Handbook", "New SOP"))
        self.fill()

    @override
    def redress(self) -> None:
        for made in self.add.values():
            made.setIcon(self.theme.icon("plus"))
        self.fill()

    def _filter(self, name: str, key: str) -> None:
        self._filters[name] = key
        self.fill()

    def _on_row(self, row: int) -> None:
        if not self._quiet and 0 <= row < len(self.places):
            self.chosen.emit(self.places[row])


def _unsaved() -> str:
    return translate("Handbook", "not saved yet")


def _numbered(counts: Counter[str]) -> list[tuple[str, str]]:
    ordered = sorted(counts, key=str.casefold)
    return [(name, f"{name} ({counts[name]})") for name in ordered]


def _title_in(text: str) -> str:
    """Return the title in a text that may not be readable yet."""
    for line in text.splitlines():
        word, colon, value = line.partition(":")
        if colon and word.strip().casefold() in {"titel", "title"}:
            return value.strip().strip('"')
    return ""


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(TIGHT)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
