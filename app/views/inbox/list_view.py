"""The list itself: choosing, tooltips, and badges that tick only while somebody can see them."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QToolTip, QWidget
from typing_extensions import override

from app.services.tickets.inbox_page import InboxRow
from app.views.inbox import badges
from app.views.inbox.choosing import ChoosingView
from app.views.inbox.delegate import DENSITIES, NORMAL, InboxDelegate, describe, explain
from app.views.inbox.model import ROW, InboxModel
from app.views.theme import Theme
from app.views.widgets.labels import plain_tip

SOONEST = timedelta(milliseconds=50)
LATEST = timedelta(hours=1)


class InboxView(ChoosingView):
    """Rows of one fixed height with badges; nothing moves under the owner when it changes."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(InboxModel(partial(_describe, now)), parent)
        self._theme, self._now = theme, now
        self.painter = InboxDelegate(theme, now, self)
        self.ticker = QTimer(self)
        self.ticker.setSingleShot(True)
        self.ticker.setTimerType(Qt.TimerType.PreciseTimer)
        self.ticker.timeout.connect(self._on_tick)
        self._set_up()
        theme.changed.connect(self._on_theme_changed)

    def _set_up(self) -> None:
        # One of Qt's own making has a type that PySide looks for among all kinds of widgets, for
        # which it makes them all: a tenth of the way to the first paint.
        self.setViewport(QWidget(self))
        self.setItemDelegate(self.painter)
        self.setProperty("region", "true")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        # What is opaque is moved on the screen when it is scrolled, and not painted again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._take_height()
        self.verticalScrollBar().valueChanged.connect(self.schedule)
        for signal in (
            self.rows.modelReset,
            self.rows.rowsInserted,
            self.rows.rowsRemoved,
            self.rows.rowsMoved,
            self.rows.dataChanged,
        ):
            signal.connect(self.schedule)

    @property
    def is_filled(self) -> bool:
        """Whether every row that is looked at is known."""
        last = self.rowAt(self.viewport().height() - 1)
        end = last + 1 if last >= 0 else self.rows.rowCount()
        return all(self.rows.row_at(at) is not None for at in range(max(0, self.rowAt(0)), end))

    @property
    def density(self) -> str:
        return self.painter.density

    def set_density(self, density: str) -> None:
        """Show rows close together or wide apart."""
        self.painter.density = density if density in DENSITIES else NORMAL
        self._take_height()
        self.viewport().update()

    def show_rows(self, rows: Sequence[InboxRow], turn: int | None = None) -> None:
        """Show another list, of which these are the first rows, read in this turn."""
        self._keeping_place(lambda: self.rows.show_rows(rows, turn), fresh=True)

    def show_ids(
        self,
        ids: "array[int]",
        *,
        fresh: bool = False,
        rows: Sequence[InboxRow] = (),
        turn: int | None = None,
    ) -> None:
        """Show these tickets, of which `rows` are known already, read in this turn.

        Unless `fresh`, those that are current and chosen stay so.
        """
        self._keeping_place(
            lambda: self.rows.set_ids(ids, fresh=fresh, rows=rows, turn=turn), fresh=fresh
        )

    def _keeping_place(self, change: Callable[[], None], *, fresh: bool) -> None:
        """Let the same ticket be current, at the same height, after the list changed.

        A current ticket that is not in the list any more stays open, but nothing is current then.
        """
        current, chosen = self.current_id, self.chosen_ids
        bar, height = self.verticalScrollBar(), self.painter.row_height()
        top = self.rowAt(0) if bar.value() > 0 else -1
        top_id = self.rows.ids[top] if 0 <= top < len(self.rows.ids) else None
        offset = bar.value() - top * height
        self._silent = True
        change()
        self._silent = False
        # Qt makes a row current when the list has the focus: only the owner may do that here.
        if current is None or not self.select(current, quietly=True):
            self.deselect()
        elif len(chosen) > 1 and not fresh:
            self.choose_also(chosen)
        at = -1 if fresh or top_id is None else self.rows.row_of(top_id)
        if at >= 0:
            bar.setValue(at * height + offset)

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
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        painter.end()
        super().paintEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.indexAt(event.pos()).data(ROW)
            if isinstance(row, InboxRow):
                now = self._now()
                text = "\n".join([describe(row, now), *explain(row, now)])
                QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().viewportEvent(event)

    def _take_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.painter.row_height())
        self.verticalScrollBar().setSingleStep(self.painter.row_height() // 2)

    def _visible_rows(self) -> list[InboxRow]:
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return []
        end = last if last >= 0 else self.rows.rowCount() - 1
        found = [self.rows.row_at(place) for place in range(first, end + 1)]
        return [row for row in found if row is not None]

    def _on_tick(self) -> None:
        first = max(self.rowAt(0), 0)
        for at in range(first, self.rows.rowCount()):
            box = self.visualRect(self.rows.index(at, 0))
            if box.top() > self.viewport().height():
                break
            row = self.rows.row_at(at)
            if row is not None and row.next_due is not None:
                box.setHeight(box.height() // 2)
                box.setLeft(box.left() + box.width() // 2)
                self.viewport().update(box)
        self.schedule()

    def _on_theme_changed(self) -> None:
        self._take_height()
        self.viewport().update()


def _describe(now: Callable[[], datetime], row: InboxRow) -> str:
    return describe(row, now())
