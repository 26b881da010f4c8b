"""The canvas: what pointer and keys do on a chart becomes signals; it changes nothing itself."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.views.handbook.chart import commands
from app.views.handbook.chart.dragging import Joining, Moving, Panning
from app.views.handbook.chart.items import ArrowItem, NodeItem
from app.views.handbook.chart.view import ChartView
from app.views.theme import Theme


class Canvas(ChartView):
    """Shows a scene, chooses boxes and arrows in it, and drags them.

    Signals:
        asked(str): an act of commands.COMMANDS, by its key.
        wanted_menu(QPoint): the menu, at a place of the screen.
    """

    asked = Signal(str)
    wanted_menu = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._drag: Moving | Joining | Panning | None = None
        self._hovered: NodeItem | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chosen.connect(self._on_chosen)

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
                self.chart.clearSelection()
                item.setSelected(True)
                self.asked.emit("edit")

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        if isinstance(item, NodeItem | ArrowItem):
            self._choose_item(item)
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

    def _choose_item(self, item: NodeItem | ArrowItem) -> None:
        if not item.isSelected():
            self.chart.clearSelection()
            item.setSelected(True)

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
