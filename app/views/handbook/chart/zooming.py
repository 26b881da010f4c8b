"""A view that is made larger and smaller, and moved by the space bar or the middle button."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget
from typing_extensions import override

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.05, 3.0, 1.2
_FIT_MARGIN = 8


class ZoomView(QGraphicsView):
    """Ctrl and the wheel zoom on the pointer; the wheel alone scrolls.

    Signals:
        zoomed(): it shows another part, larger or smaller.
    """

    zoomed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        corner = QWidget(self)  # else the style paints one of its own between the scroll bars
        corner.setProperty("ground", "window")
        self.setCornerWidget(corner)

    @property
    def zoom(self) -> float:
        """How large everything is shown; 1.0 as it is."""
        return self.transform().m11()

    @property
    def is_panning(self) -> bool:
        """Whether the space bar is held."""
        return self.dragMode() == QGraphicsView.DragMode.ScrollHandDrag

    def zoom_by(self, factor: float) -> None:
        """Show everything larger or smaller."""
        wanted = min(max(self.zoom * factor, LEAST_ZOOM), MOST_ZOOM)
        self.scale(wanted / self.zoom, wanted / self.zoom)
        self.zoomed.emit()

    def zoom_to(self, value: float) -> None:
        """Show everything at a scale."""
        self.zoom_by(value / self.zoom)

    def show_rect(self, rect: QRectF) -> None:
        """Show the whole of a rectangle, no larger than it is."""
        room = self.viewport().rect()
        wide = (room.width() - 2 * _FIT_MARGIN) / max(rect.width(), 1.0)
        high = (room.height() - 2 * _FIT_MARGIN) / max(rect.height(), 1.0)
        self.zoom_to(min(wide, high, 1.0))
        self.centerOn(rect.center())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        else:
            event.ignore()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        super().keyReleaseEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoomed.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.zoomed.emit()
