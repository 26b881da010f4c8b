"""A list to pick from by typing: commands, categories, moments to wake up, other messages."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from rapidfuzz import fuzz, process, utils
from typing_extensions import override

from app.models.rules.errors import KnownError
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.panel import Panel

WIDTH, MOST_ROWS, ROW = 560, 9, 34
CUTOFF = 55.0
WIDEST_HINT = 0.55
ENTRY = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to pick.

    Attributes:
        key: what is given back.
        text, hint: what it is called, and a word beside it such as its shortcut.
        words: further words by which it is found.
        also: other names that it goes by, such as that in the other language.
        marked: it is chosen now.
        tip: more of it, told when it is pointed at.
    """

    key: str
    text: str
    hint: str = ""
    icon: str = ""
    words: str = ""
    marked: bool = False
    also: str = ""
    tip: str = ""


Offer = Callable[[str], Sequence[Entry]]
"""Gives entries for what was typed, which come before those that were offered."""

Search = Callable[[str], Awaitable[Sequence[Entry]]]
"""Looks for entries elsewhere; they come when they are found."""

SEARCH_SECONDS = 0.06


class Picker(Panel):
    """Floats over the window; one question at a time. Everything goes by keyboard."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over)
        self.set_ground("raised")
        self._over = over
        self._entries: Sequence[Entry] = ()
        self._offer: Offer | None = None
        self._search: Search | None = None
        self._searching: asyncio.Task[None] | None = None
        self._found: Sequence[Entry] = ()
        self._answer: asyncio.Future[Entry | None] | None = None
        self._before: QWidget | None = None
        self._title = PlainLabel(face="section")
        self.line = QLineEdit(self)
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self._rows = EntryRows(self)
        self.list = QListView(self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(EntryPainter(theme, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._on_clicked)
        self._nothing = PlainLabel(tone="muted")
        self._nothing.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SMALL, MEDIUM, SMALL, SMALL)
        layout.setSpacing(SMALL)
        layout.addWidget(self._title)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)
        self._title.setContentsMargins(SMALL, 0, SMALL, 0)
        over.installEventFilter(self)
        self.hide()
        self.dress()

    @property
    def shown(self) -> Sequence[Entry]:
        """The entries on offer for what was typed."""
        return self._rows.entries

    async def pick(
        self,
        title: str,
        entries: Sequence[Entry],
        *,
        placeholder: str = "",
        offer: Offer | None = None,
        search: Search | None = None,
        typed: str = "",
    ) -> Entry | None:
        """Ask for one of these entries and return it; None when the owner goes away.

        Args:
            title: what is asked.
            entries: what is offered before anything is typed.
            placeholder: shown in the empty line.
            offer: gives further entries for what was typed, at once.
            search: finds further entries for what was typed.
            typed: what stands in the line from the start.
        """
        self.dismiss()
        self._answer = asyncio.get_running_loop().create_future()
        self._entries, self._offer, self._search, self._found = entries, offer, search, ()
        self._before = QApplication.focusWidget()
        self._title.setText(title)
        self.setAccessibleName(title)
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(placeholder)
        self.line.setText(typed)
        self._fill()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        return await self._answer

    def dismiss(self) -> None:
        """Close without an answer."""
        self._finish(None)

    @override
    def retranslate(self) -> None:
        self._nothing.setText(translate("Picker", "Nothing answers to this"))
        what = translate("Picker", "What can be picked")
        self.list.setAccessibleName(what)
        self.line.setAccessibleName(self._title.text() or what)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() == QEvent.Type.FocusOut and self.isVisible():
                self._finish(None)
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1,
                 Qt.Key.Key_PageDown: MOST_ROWS, Qt.Key.Key_PageUp: -MOST_ROWS}  # fmt: skip
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._finish(None)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick_current()
        elif key in steps:
            self._step(steps[key])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self._rows.rowCount()
        if count:
            at = min(max(self.list.currentIndex().row() + by, 0), count - 1)
            self.list.setCurrentIndex(self._rows.index(at, 0))

    def _pick_current(self) -> None:
        entry = self.list.currentIndex().data(ENTRY)
        if isinstance(entry, Entry):
            self._finish(entry)

    def _finish(self, entry: Entry | None) -> None:
        answer, self._answer = self._answer, None
        if self._searching is not None:
            self._searching.cancel()
        if self.isVisible():
            self.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        if answer is not None and not answer.done():
            answer.set_result(entry)

    def _on_typed(self, text: str) -> None:
        self._fill()
        if self._search is not None and self._answer is not None:
            if self._searching is not None:
                self._searching.cancel()
            self._searching = asyncio.ensure_future(self._look(self._search, text.strip()))

    async def _look(self, search: Search, typed: str) -> None:
        await asyncio.sleep(SEARCH_SECONDS)
        try:
            self._found = await search(typed) if typed else ()
        except KnownError:  # a query that is still being typed
            self._found = ()
        if typed == self.line.text().strip():
            self._fill()

    def _fill(self) -> None:
        typed = self.line.text().strip()
        offered = list(self._offer(typed)) if self._offer else []
        found = {entry.key: entry for entry in self._found}
        elsewhere = {*found, *(entry.key for entry in offered)}
        known = [entry for entry in ranked(self._entries, typed) if entry.key not in elsewhere]
        self._rows.show_entries([*offered, *known, *found.values()])
        count = self._rows.rowCount()
        self.list.setVisible(bool(count))
        # Before anything is typed, nothing was looked for.
        self._nothing.setVisible(not count and bool(typed))
        self.list.setFixedHeight(min(count, MOST_ROWS) * ROW + 2)
        if count:
            self.list.setCurrentIndex(self._rows.index(0, 0))
        self._place()

    def _place(self) -> None:
        width = min(WIDTH, self._over.width() - 2 * LARGE)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._over.width() - width) // 2, max(LARGE, self._over.height() // 8))

    def _on_clicked(self, _index: QModelIndex) -> None:
        self._pick_current()


def ranked(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries that answer to what was typed, the best first; all for nothing."""
    if not typed:
        return list(entries)
    by_hint = [entry for entry in entries if entry.hint == typed]
    if by_hint:
        return by_hint
    names = [f"{entry.text} {entry.words}" for entry in entries]
    found = [
        hit
        for called in (names, [entry.also for entry in entries])
        for hit in process.extract(
            typed,
            called,
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            score_cutoff=CUTOFF,
            limit=None,
        )
    ]
    wanted = utils.default_process(typed)

    def weight(hit: tuple[str, float, int]) -> tuple[bool, bool, bool, float, int]:
        whole = utils.default_process(entries[hit[2]].text) == wanted
        name = utils.default_process(hit[0])
        begins = any(word.startswith(wanted) for word in name.split())
        return (not whole, not name.startswith(wanted), not begins, -hit[1], hit[2])

    places = dict.fromkeys(place for _name, _score, place in sorted(found, key=weight))
    return [entries[place] for place in places]


class EntryRows(QAbstractListModel):
    """The entries as an item model."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    @override
    def rowCount(self, parent: object = _NOWHERE) -> int:
        return len(self.entries)

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{entry.text}, {entry.hint}" if entry.hint else entry.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(entry.tip)
        return None


class EntryPainter(QStyledItemDelegate):
    """Icon and text at the left, the hint at the right; text is always plain.

    Args:
        row: how high one is, in pixels.
    """

    def __init__(self, theme: Theme, parent: QObject, *, row: int = ROW) -> None:
        super().__init__(parent)
        self._theme, self._row = theme, row

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(200, self._row)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        entry = index.data(ENTRY)  # type: ignore[attr-defined]
        if not isinstance(entry, Entry):
            return
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        icon = "check" if entry.marked else entry.icon
        if icon:
            colour = "accent" if entry.marked else "muted"
            pixmap = self._theme.pixmap(icon, colour, 16)
            painter.drawPixmap(rect.left() + SMALL, rect.center().y() - 8, pixmap)
        said = self._theme.metrics("small").elidedText(
            entry.hint, Qt.TextElideMode.ElideRight, int(rect.width() * WIDEST_HINT)
        )
        hint = self._theme.metrics("small").horizontalAdvance(said) + 2 if said else 0
        left = rect.left() + SMALL + 16 + SMALL
        room = rect.right() - MEDIUM - hint - SMALL - left
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text"))
        shown = self._theme.metrics("body").elidedText(
            " ".join(entry.text.split()), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRect(left, rect.top(), room, rect.height()), flags, shown)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        box = QRect(rect.right() - MEDIUM - hint, rect.top(), hint + 2, rect.height())
        painter.drawText(box, flags, said)
        painter.restore()
