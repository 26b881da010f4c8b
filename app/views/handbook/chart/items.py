"""The boxes and arrows of a chart on the canvas, painted as everywhere else."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from app.models.rules.handbook.drawing import Way
from app.models.rules.handbook.pages import Kind
from app.services.handbook.arrows import Route
from app.views.handbook.chart import picture, shapes
from app.views.handbook.chart.lettering import Words
from app.views.handbook.chart.shapes import Shape
from app.views.tokens import Colours

HANDLE = 6
MARK = 20
ROOM = 14
"""Room round a box for its mark and its handle."""
_NEAR = 10


class NodeItem(QGraphicsItem):
    """A box: stands on its middle; with a mark for problems and a handle to draw arrows from."""

    def __init__(self, number: int, drawn: Shape, colours: Colours) -> None:
        super().__init__()
        self.number = number
        self.drawn = drawn
        self.colours = colours
        self.problems: Sequence[str] = ()
        self.has_handle = False
        self.aimed = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(2)

    def dress(self, drawn: Shape, colours: Colours, problems: Sequence[str]) -> None:
        """Show another shape, other colours or other problems."""
        if (drawn, colours, problems) != (self.drawn, self.colours, self.problems):
            self.prepareGeometryChange()
            self.drawn, self.colours, self.problems = drawn, colours, problems
            self.setToolTip("\n".join(problems))
            self.update()

    def offer(self, *, handle: bool | None = None, aimed: bool | None = None) -> None:
        """Show a handle, or that an arrow would end here."""
        wanted = (
            self.has_handle if handle is None else handle,
            self.aimed if aimed is None else aimed,
        )
        if wanted != (self.has_handle, self.aimed):
            self.has_handle, self.aimed = wanted
            self.update()

    @property
    def rect(self) -> QRectF:
        """The box round the middle."""
        width, height = self.drawn.size
        return QRectF(-width / 2, -height / 2, width, height)

    def is_on_handle(self, place: QPointF) -> bool:
        """Tell whether a place of the scene is on the handle."""
        away = place - self.pos() - self._handle()
        return self.has_handle and abs(away.x()) <= _NEAR and abs(away.y()) <= _NEAR

    @override
    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-ROOM, -ROOM, ROOM, ROOM)

    @override
    def shape(self) -> QPainterPath:
        path = shapes.outline(self.drawn.kind, self.rect)
        path.setFillRule(Qt.FillRule.WindingFill)  # what two parts cover is inside too
        if self.has_handle:
            path.addEllipse(self._handle(), _NEAR, _NEAR)
        return path

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isSelected()
        if chosen or self.aimed:
            colour = self.colours.accent if chosen else self.colours.ok
            painter.setPen(shapes.pen(colour, 1.5))
            painter.setBrush(QColor(self.colours.accent_soft))
            painter.drawRoundedRect(self.rect.adjusted(-6, -6, 6, 6), 10, 10)
        shapes.paint(painter, self.drawn, QPointF(), self.colours, chosen=chosen)
        if self.problems:
            self._paint_mark(painter)
        if self.has_handle:
            painter.setPen(shapes.pen(self.colours.surface, 2))
            painter.setBrush(QColor(self.colours.accent))
            painter.drawEllipse(self._handle(), HANDLE, HANDLE)

    def _paint_mark(self, painter: QPainter) -> None:
        corner = self.rect.topRight()
        inset = shapes.POINT if self.drawn.kind is Kind.CHOICE else 0
        box = QRectF(corner.x() - inset - MARK * 0.6, corner.y() - MARK * 0.5, MARK, MARK)
        painter.setPen(shapes.pen(self.colours.danger, 1.3))
        painter.setBrush(QColor(self.colours.danger_soft))
        painter.drawEllipse(box)
        inner = box.adjusted(4, 3, -4, -5)
        shapes.paint_icon(painter, "alert-triangle", inner, self.colours.danger)

    def _handle(self) -> QPointF:
        return QPointF(0, self.rect.bottom())


class ArrowItem(QGraphicsItem):
    """An arrow and the answer on it; its route is in places of the scene."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        self.route: Route | None = None
        self._path = QPainterPath()
        self._thick = QPainterPath()
        self._bounds = QRectF()
        self._answer: Words | None = None
        self._colours: Colours | None = None
        self._leads = True
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(0)

    def dress(self, route: Route, answer: Words | None, colours: Colours, *, leads: bool) -> None:
        """Show another route, answer or colours."""
        new = (route, answer, colours, leads)
        if new == (self.route, self._answer, self._colours, self._leads):
            return
        self.prepareGeometryChange()
        self.route, self._answer, self._colours, self._leads = new
        self._path = picture.path_of(route)
        self._thick = QPainterPath()
        reach = picture.OPEN_RADIUS + 4
        self._bounds = self._path.boundingRect().adjusted(-reach, -reach, reach, reach)
        if route.label is not None:
            self._bounds = self._bounds.united(picture.rect_of(route.label).adjusted(-2, -2, 2, 2))
        self.setZValue(1 if answer else 0)
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def shape(self) -> QPainterPath:
        if self._thick.isEmpty():
            stroker = QPainterPathStroker()
            stroker.setWidth(_NEAR)
            self._thick = stroker.createStroke(self._path)
            if self.route is not None and self.route.label is not None:
                self._thick.addRect(picture.rect_of(self.route.label))
        return self._thick

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if self.route is None or self._colours is None:
            return
        colours, chosen = self._colours, self.isSelected()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture.paint_arrow(
            painter, self._path, self.route, colours, leads=self._leads, chosen=chosen
        )
        picture.paint_answer(
            painter, self.route, self._answer, colours, colours.window, chosen=chosen
        )


class Rubber(QGraphicsItem):
    """What is only there while something is dragged: the arrow to be, and guides."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[QPointF, QPointF]] = []
        self._colour = ""
        self._dashed = False
        self.setZValue(5)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_lines(
        self, lines: Sequence[tuple[QPointF, QPointF]], colour: str, *, dashed: bool = True
    ) -> None:
        """Show these lines and no others."""
        if not lines and not self._lines:
            return
        self.prepareGeometryChange()
        self._lines, self._colour, self._dashed = list(lines), colour, dashed
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        found = QRectF()
        for start, end in self._lines:
            found = found.united(QRectF(start, end).normalized().adjusted(-2, -2, 2, 2))
        return found

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        pen = shapes.pen(self._colour, 1.2 if self._dashed else 2)
        if self._dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        for start, end in self._lines:
            painter.drawLine(start, end)
