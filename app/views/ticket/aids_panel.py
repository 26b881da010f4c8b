"""What helps to answer, by the composer: a line each, with its why; the best in one when low."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.assist import aids
from app.services.assist.aids import Aid
from app.services.tickets.lists import Lists
from app.views.actions import Actions
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.walk_panel import reason_text
from app.views.tokens import MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from app.views.widgets.panel import Panel
from app.views.widgets.picker import Entry, EntryPainter, EntryRows

USE, OPEN, FOLD = "aid_use", "aid_open", "aids_fold"
ICONS = {
    aids.ARTICLE: "book",
    aids.SOP: "list-details",
    aids.TEXT: "file-text",
    aids.TICKET: "history",
}
ROW, MOST_ABOVE = 28, 4
LEAST_TITLE = 120


class AidList(QListView):
    """Lines to go through by arrows.

    Signals:
        used(), opened(): Enter, or a double click; the space bar.
        left(): Escape.
        gone(): the focus went elsewhere.
    """

    used = Signal()
    opened = Signal()
    left = Signal()
    gone = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.used.emit()
        elif key == Qt.Key.Key_Space:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.gone.emit()


class AidsPanel(Panel):
    """Takes no room while nothing helps; its buttons are actions of the window.

    Signals:
        wanted(str): an action of the window.
        left(): the owner goes back to writing.
    """

    wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self._actions = actions
        self._lists: Lists = {}
        self._found: Sequence[Aid] = ()
        self._folded = self._low = self._beside = self._in_use = self._crowded = False
        self._sign, self._name = PlainLabel(), PlainLabel(face="section")
        self.best = ElidedLabel(least=LEAST_TITLE)
        self.why = ElidedLabel(face="small", tone="muted")
        self.use, self.open, self.turn = (icon_button(self) for _ in range(3))
        self._rows = EntryRows(self)
        self.list = AidList(self)
        self._lay_out()
        self._connect()
        self.hide()
        self.dress()

    def _lay_out(self) -> None:
        self.list.setModel(self._rows)
        self.list.setItemDelegate(EntryPainter(self.theme, self, row=ROW))
        self.list.setProperty("region", "true")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        for part in (self._sign, self._name, self.best, self.why):
            head.addWidget(part)
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for made in (self.use, self.open, self.turn):
            buttons.addWidget(made)
        head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.setContentsMargins(WIDE, TIGHT, WIDE, 0)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addStretch(1)

    def _connect(self) -> None:
        self.list.used.connect(self._on_use)
        self.list.doubleClicked.connect(self._on_use)
        self.list.opened.connect(self._on_open)
        self.list.left.connect(self.left)
        self.list.gone.connect(self._on_gone)
        self.use.clicked.connect(self._on_use)
        self.open.clicked.connect(self._on_open)
        self.turn.clicked.connect(self._on_turn)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def found(self) -> Sequence[Aid]:
        """What is shown, the best first."""
        return self._found

    @property
    def chosen(self) -> Aid | None:
        """What is chosen: the best, until the owner chose another."""
        row = self.list.currentIndex().row()
        return self._found[row] if 0 <= row < len(self._found) else None

    @property
    def is_folded(self) -> bool:
        """Whether only one line is shown, as the owner wanted."""
        return self._folded

    def show_nothing(self) -> None:
        """Take no room."""
        self._found = ()
        self.hide()

    def show_aids(self, found: Sequence[Aid], lists: Lists) -> None:
        """Show what helps; what was chosen stays so where it still helps."""
        chosen = self.chosen
        self._found, self._lists = tuple(found), lists
        self._rows.show_entries([entry_of(one, lists) for one in found])
        kept = [(one.kind, one.id) for one in found]
        same = chosen is not None and (chosen.kind, chosen.id) in kept
        row = kept.index((chosen.kind, chosen.id)) if chosen is not None and same else 0
        self.list.setCurrentIndex(self._rows.index(row, 0))
        self._fit()

    def fold(self, folded: bool) -> None:  # noqa: FBT001  a state, like Qt's own setters
        """Show one line, or all of them."""
        self._folded = folded
        self._fit()

    def give_way(self, *, low: bool, beside: bool, crowded: bool) -> None:
        """Show one line where the window is low; stand beside the composer where it is wide.

        Args:
            crowded: a step of a procedure needs the room; the key still shows what helps.
        """
        wanted = low, beside, crowded and low and not beside
        if wanted != (self._low, self._beside, self._crowded):
            self._low, self._beside, self._crowded = wanted
            left, top = (0, SMALL) if beside else (WIDE, TIGHT)
            self.setContentsMargins(left, top, WIDE, MEDIUM if beside else 0)
            self._fit()

    def enter(self) -> None:
        """Let the owner go through the lines; they show while he does."""
        self._in_use = True
        self._fit()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        spread = self._in_use or not (self._folded or (self._low and not self._beside))
        count = len(self._found)
        most = count if self._beside else min(count, MOST_ABOVE)
        self.list.setMaximumHeight(most * ROW + 2)
        self.list.setMinimumHeight(0 if self._beside else most * ROW + 2)
        self.list.setVisible(spread)
        best = self._rows.entries[0] if self._rows.entries else None
        told = best is not None and not spread and not self._folded
        self.best.setVisible(told)
        self.why.setVisible(told)
        if best is not None:
            self.best.setText(best.text)
            self.why.setText(best.hint)
        self._tell()
        self.setVisible(bool(self._found) and (self._in_use or not self._crowded))
        self.redress()

    def _tell(self) -> None:
        name = translate("Aids", "What helps")
        self._name.setText(f"{name} ({len(self._found)})" if self._folded else name)
        self.list.setAccessibleName(name)
        for made, action in ((self.use, USE), (self.open, OPEN), (self.turn, FOLD)):
            made.setToolTip(plain_tip(self._actions.tip(action)))
            made.setAccessibleName(self._actions.text(action))

    @override
    def retranslate(self) -> None:
        self._rows.show_entries([entry_of(one, self._lists) for one in self._found])
        if self._found:
            self.list.setCurrentIndex(self._rows.index(0, 0))
        self._fit()

    @override
    def redress(self) -> None:
        self._sign.setPixmap(self.theme.pixmap("school", "accent", 16))
        self.use.setIcon(self.theme.icon("corner-up-left", "muted", 16))
        self.open.setIcon(self.theme.icon("external-link", "muted", 16))
        shown = "chevron-down" if self.list.isVisibleTo(self) else "chevron-up"
        self.turn.setIcon(self.theme.icon(shown, "muted", 16))

    # --- what is done ------------------------------------------------------------------------

    def _on_gone(self) -> None:
        self._in_use = False
        self._fit()

    def _on_use(self, _index: QModelIndex | bool | None = None) -> None:  # noqa: FBT001  of clicked
        self.wanted.emit(USE)

    def _on_open(self) -> None:
        self.wanted.emit(OPEN)

    def _on_turn(self) -> None:
        self.wanted.emit(FOLD)


def entry_of(one: Aid, lists: Lists) -> Entry:
    """Return something that helps as a line."""
    return Entry(
        f"{one.kind}:{one.id}", one.title, why_text(one, lists), ICONS[one.kind], tip=one.about
    )


def why_text(one: Aid, lists: Lists) -> str:
    """Return why something helps, in words."""
    if not one.why:
        return ""
    return ", ".join(_reason(why.kind, why.value) or reason_text(why, lists) for why in one.why)


def _reason(kind: str, value: str) -> str:
    """Return a reason that is not one of procedures; "" for those."""
    told = {
        aids.MEANING: translate("Aids", "means much the same"),
        aids.CUSTOMER: translate("Aids", "the same customer"),
        aids.PROCEDURE: translate("Aids", "sent by “{value}”"),
        aids.USED: translate("Aids", "sent in no. {value}"),
    }
    return told[kind].format(value=value) if kind in told else ""
