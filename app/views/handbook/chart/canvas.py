"""The canvas: what pointer and keys do on a chart becomes signals; it changes nothing itself."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.models.rules.handbook.drawing import Way
from app.views.handbook.chart import commands
from app.views.handbook.chart.dragging import Joining, Moving, Panning
from app.views.handbook.chart.items import ArrowItem, NodeItem
from app.views.handbook.chart.scene import ChartScene
from app.views.handbook.chart.zooming import ZoomView
from app.views.theme import Theme


class Canvas(ZoomView):
    """Shows a scene, chooses boxes and arrows in it, and drags them.

    Signals:
        asked(str): an act of commands.COMMANDS, by its key.
        moved(object): boxes were dragged: their places by number.
        joined(int, int): an arrow was drawn from one box to another.
        dropped(int, QPointF): one was drawn to where nothing is.
        wanted_menu(QPoint): the menu, at a place of the screen.
        chosen(): other boxes or arrows are chosen.
    """

    asked = Signal(str)
    moved = Signal(object)
    joined = Signal(int, int)
    dropped = Signal(int, QPointF)
    wanted_menu = Signal(QPoint)
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.chart = ChartScene(self)
        self.setScene(self.chart)
        self.read_only = False
        self._drag: Moving | Joining | Panning | None = None
        self._hovered: NodeItem | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chart.selectionChanged.connect(self._on_chosen)

    # --- what is chosen ----------------------------------------------------------------------

    def chosen_nodes(self) -> list[int]:
        """Return the numbers of the chosen boxes."""
        return [number for number, item in self.chart.nodes.items() if item.isSelected()]

    def chosen_ways(self) -> list[Way]:
        """Return the chosen arrows."""
        return [way for way, item in self.chart.arrows.items() if item.isSelected()]

    def choose(self, numbers: Iterable[int], *, show: bool = True) -> None:
        """Choose boxes and nothing else, and bring the first into sight."""
        known = [number for number in numbers if number in self.chart.nodes]
        blocked = QSignalBlocker(self.chart)
        self.chart.clearSelection()
        for number in known:
            self.chart.nodes[number].setSelected(True)
        blocked.unblock()
        self._on_chosen()
        if known and show:
            item = self.chart.nodes[known[0]]
            self.ensureVisible(item.sceneBoundingRect(), 24, 24)

    def fit(self) -> None:
        """Show the whole chart, and take the room round it anew."""
        self.chart.setSceneRect(QRectF())
        self.chart.fit_field()
        self.show_rect(self.chart.chart_rect())

    # --- events ------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and commands.named_by(event)
        ):
            event.accept()  # the keys of the window wait while the chart is worked on
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = commands.named_by(event)
        if name:
            self.asked.emit(name)
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        before = self.chosen_nodes()
        self.asked.emit("turn_next" if next else "turn_back")
        return self.chosen_nodes() != before or super().focusNextPrevChild(next)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.mapToScene(event.position().toPoint())
        node = self._node_at(place)
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = Panning(self, event.position().toPoint())
        elif event.button() != Qt.MouseButton.LeftButton or node is None or self.is_panning:
            super().mousePressEvent(event)
        elif not self.read_only and node.is_on_handle(place):
            self._drag = Joining(self, node.number)
        else:
            self._choose_by_click(node, event.modifiers())
            if not self.read_only:
                self._drag = Moving(self, place, self.chosen_nodes())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            point = event.position().toPoint()
            self._drag.go(point, self.mapToScene(point))
            return
        self._hover(self.mapToScene(event.position().toPoint()))
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            super().mouseReleaseEvent(event)
            return
        drag, self._drag = self._drag, None
        drag.end(self.mapToScene(event.position().toPoint()))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        if event.button() == Qt.MouseButton.LeftButton:
            item = self.itemAt(event.position().toPoint())
            if isinstance(item, NodeItem | ArrowItem):
                self.asked.emit("edit")

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        if isinstance(item, NodeItem | ArrowItem) and not item.isSelected():
            self.chart.clearSelection()
            item.setSelected(True)
        self.wanted_menu.emit(event.globalPos())

    # --- how ---------------------------------------------------------------------------------

    def _node_at(self, place: QPointF) -> NodeItem | None:
        found = (item for item in self.chart.nodes.values() if item.contains(place - item.pos()))
        return next(found, None)

    def _choose_by_click(self, node: NodeItem, held: Qt.KeyboardModifier) -> None:
        more = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if held & more:
            node.setSelected(not node.isSelected())
        elif not node.isSelected():
            self.choose([node.number], show=False)

    def _hover(self, place: QPointF) -> None:
        node = self._node_at(place)
        if node is not self._hovered:
            self._offer_handles(node)
            self._hovered = node

    def _offer_handles(self, hovered: NodeItem | None) -> None:
        for item in self.chart.nodes.values():
            wanted = (item is hovered or item.isSelected()) and self._can_lead(item)
            item.offer(handle=wanted)

    def _can_lead(self, item: NodeItem) -> bool:
        return not self.read_only and item.drawn.kind.value != "end"

    def _on_chosen(self) -> None:
        self._offer_handles(self._hovered)
        self.chosen.emit()

    def drag_begins_after(self) -> int:
        """Return how far the pointer has to move before something is dragged."""
        return QApplication.startDragDistance()
