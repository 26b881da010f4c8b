"""What new colleagues go through, and the list of one of them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.learning import induction
from app.services.learning.induction import Induction, Item
from app.views import moments
from app.views.language import translate
from app.views.learning.sheet import Sheet
from app.views.learning.words import day_of
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel

POSITION, PAGE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
BY_WIDTH = 220
KINDS = {
    induction.ACCOUNT: QT_TRANSLATE_NOOP("Induction", "To get"),
    induction.READ: QT_TRANSLATE_NOOP("Induction", "To read"),
    induction.WALK: QT_TRANSLATE_NOOP("Induction", "To practise"),
    induction.OTHER: QT_TRANSLATE_NOOP("Induction", "To do along"),
}


class InductionSheet(Sheet):
    """Shows lists of colleagues.

    Signals:
        tick_wanted(int, bool): what stands at this place of the list is done, or is not.
        item_wanted(str): something of the owner's own is to be added.
        remove_wanted(int): what stands at this place is to be taken out.
        page_wanted(str): the key of a page that is to be read.
        copy_wanted(), paper_wanted(): the list on screen, as text or on paper.
    """

    tick_wanted = Signal(int, bool)
    item_wanted = Signal(str)
    remove_wanted = Signal(int)
    page_wanted = Signal(str)
    copy_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._found: Sequence[Induction] = ()
        self._one: Induction | None = None
        self._filling = False
        self.name = PlainLabel(face="title", wrap=True)
        self.facts = PlainLabel(tone="muted", wrap=True)
        self.by, self.more = QLineEdit(self), QLineEdit(self)
        self.by.setFixedWidth(BY_WIDTH)
        self.items = QListWidget(self)
        self.items.setWordWrap(True)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_item, self.page = button("", self), button("quiet", self)
        self.remove, self.copy, self.paper = (button("quiet", self) for _ in range(3))
        self._fill_card()
        self._connect()
        self.dress()

    def _fill_card(self) -> None:
        head, line, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.facts, 1)
        head.addWidget(self.by)
        line.addWidget(self.more, 1)
        line.addWidget(self.add_item)
        for row in (head, line, below):
            row.setSpacing(SMALL)
        for part in (self.remove, self.copy, self.paper):
            below.addWidget(part)
        below.addStretch(1)
        below.addWidget(self.page)
        self.inside.addWidget(self.name)
        self.inside.addLayout(head)
        self.inside.addWidget(self.items, 1)
        self.inside.addLayout(line)
        self.inside.addLayout(below)

    def _connect(self) -> None:
        self.items.itemChanged.connect(self._on_ticked)
        self.items.itemActivated.connect(self._on_activated)
        self.items.currentItemChanged.connect(self._allow)
        self.more.returnPressed.connect(self._on_more)
        self.more.textChanged.connect(self._allow)
        self.add_item.clicked.connect(self._on_more)
        self.page.clicked.connect(self._on_page)
        self.remove.clicked.connect(self._on_remove)
        self.copy.clicked.connect(self.copy_wanted)
        self.paper.clicked.connect(self.paper_wanted)

    @property
    def one(self) -> Induction | None:
        """The list on screen."""
        return self._one

    def show_inductions(self, found: Sequence[Induction], one: Induction | None) -> None:
        """Show who goes through it, and the list of one."""
        self._found, self._one = found, one
        self.show_state(one.colleague if one else None, is_empty=not found)
        self._show()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(translate("Induction", "New colleagues"))
        self.add.setText(" " + translate("Induction", "Begin for somebody"))
        self.by.setPlaceholderText(translate("Induction", "Ticked by"))
        self.by.setAccessibleName(self.by.placeholderText())
        self.more.setPlaceholderText(translate("Induction", "Something of your own to add"))
        self.more.setAccessibleName(self.more.placeholderText())
        self.items.setAccessibleName(translate("Induction", "What he goes through"))
        self.add_item.setText(translate("Induction", "Add"))
        self.page.setText(" " + translate("Induction", "Open the page"))
        self.remove.setText(translate("Induction", "Take out"))
        self.copy.setText(" " + translate("Induction", "Copy"))
        self.paper.setText(" " + translate("Induction", "As PDF"))
        self.empty.say(
            "school",
            translate("Induction", "So that a new colleague misses nothing"),
            translate(
                "Induction",
                "What to get, what to read in the handbook and what to practise, ticked off with "
                "the day and by whom.",
            ),
            action=translate("Induction", "Begin for somebody"),
        )
        self._show()

    @override
    def redress(self) -> None:
        super().redress()
        for made, icon in ((self.page, "book"), (self.copy, "copy"), (self.paper, "file-text")):
            made.setIcon(self.theme.icon(icon))

    def _show(self) -> None:
        one = self._one
        entries = [(each.colleague, each.name, _below(each)) for each in self._found]
        self.show_entries(entries, one.colleague if one else None)
        if one is None:
            return
        self.name.setText(one.name)
        told = translate("Induction", "{done} of {count} done, begun on {day}")
        self.facts.setText(
            told.format(done=one.done, count=len(one.items), day=day_of(one.started_at))
        )
        at, bar = self.items.currentRow(), self.items.verticalScrollBar()
        before = bar.value()
        self._filling = True
        self.items.clear()
        for kind, name in KINDS.items():
            held = [each for each in one.items if each.kind == kind]
            if held:
                head = QListWidgetItem(translate("Induction", name))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                strong = head.font()
                strong.setBold(True)
                head.setFont(strong)
                self.items.addItem(head)
            for each in held:
                self.items.addItem(self._line(each))
        self.items.setCurrentRow(at)
        bar.setValue(before)
        self._filling = False
        self._allow()

    def _line(self, item: Item) -> QListWidgetItem:
        made = QListWidgetItem(item.text)
        made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        made.setCheckState(OFF if item.done_at is None else ON)
        made.setData(POSITION, item.position)
        made.setData(PAGE, item.page_key)
        if item.done_at is not None:
            told = [moments.full_moment(item.done_at, self._now())]
            told += [item.done_by] if item.done_by else []
            made.setText(f"{item.text}\n{', '.join(told)}")
        return made

    def _current(self) -> QListWidgetItem | None:
        row = self.items.currentRow()
        return self.items.item(row) if row >= 0 else None

    def _allow(self, *_what: object) -> None:
        now = self._current()
        self.remove.setEnabled(now is not None and now.data(POSITION) is not None)
        self.page.setEnabled(now is not None and bool(now.data(PAGE)))
        self.add_item.setEnabled(bool(self.more.text().strip()))

    def _on_ticked(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self.tick_wanted.emit(int(item.data(POSITION)), item.checkState() == ON)

    def _on_activated(self, item: QListWidgetItem) -> None:
        if item.data(PAGE):
            self.page_wanted.emit(str(item.data(PAGE)))

    def _on_page(self) -> None:
        now = self._current()
        if now is not None:
            self._on_activated(now)

    def _on_remove(self) -> None:
        now = self._current()
        if now is not None:
            self.remove_wanted.emit(int(now.data(POSITION)))

    def _on_more(self) -> None:
        if self.more.text().strip():
            self.item_wanted.emit(self.more.text())


def _below(one: Induction) -> str:
    if one.done == len(one.items):
        return translate("Induction", "All done")
    return translate("Induction", "{done} of {count}").format(done=one.done, count=len(one.items))
