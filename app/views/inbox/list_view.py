"""The list itself: keys, tooltips, and badges that tick only while somebody can see them."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget
from typing_extensions import override

from app.services.tickets.inbox_page import InboxRow
from app.views.inbox import badges
from app.views.inbox.delegate import InboxDelegate, describe
from app.views.inbox.model import ROW, InboxModel
from app.views.theme import Theme
from app.views.widgets.labels import plain_tip

SOONEST = timedelta(milliseconds=50)
LATEST = timedelta(hours=1)


class InboxView(QTableView):
    """Rows of one fixed height.

    Signals:
        opened(int): a ticket became current.
        entered(int): the owner pressed Enter on a ticket, or clicked twice.
        answer_wanted(): R.
        search_wanted(): the slash.
    """

    opened = Signal(int)
    entered_ticket = Signal(int)
    answer_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self.rows = InboxModel(self._describe, self)
        self._painter = InboxDelegate(theme, now, self)
        self.ticker = QTimer(self)
        self.ticker.setSingleShot(True)
        self.ticker.setTimerType(Qt.TimerType.PreciseTimer)
        self.ticker.timeout.connect(self._on_tick)
        self._silent = False
        self._last_at = 0
        self._set_up()
        theme.changed.connect(self._on_theme_changed)

    def _set_up(self) -> None:
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._painter.row_height())
        self.verticalScrollBar().setSingleStep(self._painter.row_height() // 2)
        self.verticalScrollBar().valueChanged.connect(self.schedule)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_entered)
        for signal in (
            self.rows.modelReset,
            self.rows.rowsInserted,
            self.rows.rowsRemoved,
            self.rows.rowsMoved,
            self.rows.dataChanged,
        ):
            signal.connect(self.schedule)

    @property
    def current_id(self) -> int | None:
        row = self.currentIndex().data(ROW)
        return row.id if isinstance(row, InboxRow) else None

    def select(self, ticket_id: int, *, quietly: bool = False) -> bool:
        """Make a ticket current; `quietly` without opening it. False when it is not in the list."""
        at = self.rows.row_of(ticket_id)
        if at < 0:
            return False
        self._silent = quietly
        index = self.rows.index(at, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self._silent = False
        return True

    def deselect(self) -> None:
        """Let no ticket be current."""
        self._silent = True
        self.selectionModel().clear()
        self._silent = False

    def show_rows(self, rows: Sequence[InboxRow], *, complete: bool, fresh: bool) -> None:
        """Show rows; unless `fresh`, the same ticket stays current and at the same height.

        A current ticket that is not among them any more stays open, but nothing is current then.
        """
        current, bar = self.current_id, self.verticalScrollBar()
        height = self._painter.row_height()
        top = self.rowAt(0) if bar.value() > 0 else -1
        top_id = self.rows.rows[top].id if 0 <= top < len(self.rows.rows) else None
        offset = bar.value() - top * height
        self._silent = True
        if fresh:
            self.rows.replace(rows, complete=complete)
        else:
            self.rows.update(rows, complete=complete)
        self._silent = False
        # Qt makes a row current when the list has the focus: only the owner may do that here.
        if current is None or not self.select(current, quietly=True):
            self.deselect()
        at = -1 if fresh or top_id is None else self.rows.row_of(top_id)
        if at >= 0:
            bar.setValue(at * height + offset)

    def step(self, by: int) -> None:
        """Go to the next or an earlier row."""
        current = self.currentIndex()
        # A ticket that left the list leaves its place: the next one stands there now.
        at = current.row() + by if current.isValid() else self._last_at
        if 0 <= at < self.rows.rowCount():
            self.selectRow(at)
            self.scrollTo(self.rows.index(at, 0))

    def schedule(self) -> None:
        """Wake up when the next visible badge looks different, and not before."""
        self.ticker.stop()
        if not self.isVisible():
            return
        now = self._now()
        moments = [badges.change_of(row, now) for row in self._visible_rows()]
        wanted = min((moment for moment in moments if moment is not None), default=None)
        if wanted is not None:
            pause = min(max(wanted - now, SOONEST), LATEST)
            # The timer may be a little early and the badge has to be past its step.
            self.ticker.start(round(pause.total_seconds() * 1000) + 20)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers()
        if plain and key in {Qt.Key.Key_J, Qt.Key.Key_K}:
            self.step(1 if key == Qt.Key.Key_J else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_entered(self.currentIndex())
        elif plain and key == Qt.Key.Key_R:
            self.answer_wanted.emit()
        elif event.text() == "/":
            self.search_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        had_current = self.currentIndex().isValid()
        self._silent = True
        super().focusInEvent(event)
        self._silent = False
        if not had_current:
            self.deselect()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.schedule()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.ticker.stop()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.schedule()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.indexAt(event.pos()).data(ROW)
            if isinstance(row, InboxRow):
                QToolTip.showText(event.globalPos(), plain_tip(self._describe(row)), self)
            return True
        return super().viewportEvent(event)

    def _describe(self, row: InboxRow) -> str:
        return describe(row, self._now())

    def _visible_rows(self) -> list[InboxRow]:
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return []
        return list(self.rows.rows[first : (last if last >= 0 else len(self.rows.rows)) + 1])

    def _on_tick(self) -> None:
        for at in range(max(self.rowAt(0), 0), self.rows.rowCount()):
            box = self.visualRect(self.rows.index(at, 0))
            if box.top() > self.viewport().height():
                break
            if self.rows.rows[at].next_due is not None:
                box.setHeight(box.height() // 2)
                box.setLeft(box.left() + box.width() // 2)
                self.viewport().update(box)
        self.schedule()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW)
        if isinstance(row, InboxRow):
            self._last_at = current.row()
            if not self._silent:
                self.opened.emit(row.id)

    def _on_entered(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, InboxRow):
            self.entered_ticket.emit(row.id)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._painter.row_height())
        self.viewport().update()
