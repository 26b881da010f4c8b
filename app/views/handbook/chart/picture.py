"""A chart as it is drawn, worked out without a window: boxes, arrows, answers, and their paint."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from app.models.rules.handbook.chart import Chart, chart_of
from app.models.rules.handbook.pages import Position, Sop
from app.services.handbook import layout, routes
from app.services.handbook.arrows import Arrow, Box, Route, box_at
from app.services.handbook.layout import Size
from app.views.handbook.chart import lettering, shapes
from app.views.handbook.chart.lettering import SMALL, Words
from app.views.handbook.chart.shapes import Shape
from app.views.tokens import Colours

ANSWER_WIDTH = 130
CORNER = 7
HEAD_LONG, HEAD_WIDE = 9, 4.5
OPEN_RADIUS = 8
EDGE = 24
"""Empty room round a drawing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is painted; arrows, routes and answers in the order of the chart's."""

    shapes: Mapping[int, Shape]
    places: Mapping[int, Position]
    arrows: Sequence[Arrow]
    answers: Sequence[Words | None]
    routes: Sequence[Route]

    @property
    def bounds(self) -> QRectF:
        """The rectangle round everything that is painted."""
        boxes = list(boxes_of(self.shapes, self.places).values())
        boxes += [route.label for route in self.routes if route.label is not None]
        points = [point for route in self.routes for point in route.points]
        points += [(box.left, box.top) for box in boxes]
        points += [(box.right, box.bottom) for box in boxes]
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        found = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return found.adjusted(-EDGE, -EDGE, EDGE, EDGE)


def picture(sop: Sop) -> Picture:
    """Work out how a procedure is drawn."""
    chart = chart_of(sop)
    drawn = shapes_of(chart, sop.language)
    sizes = {number: one.size for number, one in drawn.items()}
    places = layout.arrange(chart, sizes)
    arrows, answers = arrows_of(chart)
    found = routes.routes(boxes_of(drawn, places), arrows)
    return Picture(drawn, places, arrows, answers, found)


def shapes_of(chart: Chart, language: str) -> dict[int, Shape]:
    """Measure the boxes of a chart."""
    return {node.id: shapes.shape(replace(node, position=None), language) for node in chart.nodes}


def boxes_of(drawn: Mapping[int, Shape], places: Mapping[int, Position]) -> dict[int, Box]:
    """Return the rectangles of boxes."""
    return {number: box_at(places[number], one.size) for number, one in drawn.items()}


def arrows_of(chart: Chart) -> tuple[list[Arrow], list[Words | None]]:
    """Return the arrows of a chart with room for their answers, and these answers."""
    arrows, answers = [], []
    for edge in chart.edges:
        text = lettering.words(edge.label, SMALL, ANSWER_WIDTH, 3) if edge.label.strip() else None
        room = Size(round(text.width) + 12, round(text.height) + 4) if text else None
        arrows.append(Arrow(edge.source, edge.target, room))
        answers.append(text)
    return arrows, answers


def paint(painter: QPainter, drawn: Picture, colours: Colours) -> None:
    """Paint a chart; the ground stays what it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    known = drawn.places.keys()
    for arrow, route in zip(drawn.arrows, drawn.routes, strict=True):
        paint_arrow(painter, path_of(route), route, colours, leads=arrow.target in known)
    for number, one in drawn.shapes.items():
        shapes.paint(painter, one, QPointF(*drawn.places[number]), colours)
    for route, text in zip(drawn.routes, drawn.answers, strict=True):
        paint_answer(painter, route, text, colours, colours.surface)
    painter.restore()


def draw_chart(
    painter: QPainter, rect: QRectF, sop: Sop, palette: Colours, *, largest: float = 1.0
) -> None:
    """Draw a procedure in the middle of a rectangle, as large as fits.

    Args:
        palette: of app/views/tokens.py; LIGHT for paper.
        largest: the scale that a small chart is not drawn beyond.
    """
    drawn = picture(sop)
    bounds = drawn.bounds
    scale = min(rect.width() / bounds.width(), rect.height() / bounds.height(), largest)
    painter.save()
    painter.translate(rect.center())
    painter.scale(scale, scale)
    painter.translate(-bounds.center())
    paint(painter, drawn, palette)
    painter.restore()


def rect_of(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


# --- arrows ----------------------------------------------------------------------------------


def path_of(route: Route) -> QPainterPath:
    """Return the line of an arrow, with round corners."""
    points = route.points
    path = QPainterPath(QPointF(*points[0]))
    for before, here, behind in zip(points, points[1:], points[2:], strict=False):
        cut = min(CORNER, _far(before, here) / 2, _far(here, behind) / 2)
        path.lineTo(_towards(here, before, cut))
        path.quadTo(QPointF(*here), _towards(here, behind, cut))
    path.lineTo(QPointF(*points[-1]))
    return path


def head_of(route: Route) -> QPolygonF:
    """Return the head of an arrow."""
    (x0, y0), (x1, y1) = _last_part(route)
    far = _far((x0, y0), (x1, y1)) or 1.0
    dx, dy = (x1 - x0) / far, (y1 - y0) / far
    foot = (x1 - dx * HEAD_LONG, y1 - dy * HEAD_LONG)
    sides = [(foot[0] + dy * by, foot[1] - dx * by) for by in (HEAD_WIDE, -HEAD_WIDE)]
    return QPolygonF([QPointF(x1, y1), *(QPointF(*side) for side in sides)])


def paint_arrow(
    painter: QPainter,
    path: QPainterPath,
    route: Route,
    colours: Colours,
    *,
    leads: bool,
    chosen: bool = False,
) -> None:
    """Paint an arrow; one that leads nowhere ends in a question mark."""
    colour = colours.accent if chosen else colours.muted if leads else colours.danger
    line = shapes.pen(colour, 2.6 if chosen else 1.5)
    if not leads:
        line.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    if leads:
        painter.setPen(shapes.pen(colour, 1))
        painter.setBrush(QColor(colour))
        painter.drawPolygon(head_of(route))
        return
    end = QPointF(*route.points[-1])
    painter.setPen(shapes.pen(colour, 1.3))
    painter.setBrush(QColor(colours.danger_soft))
    painter.drawEllipse(end, OPEN_RADIUS, OPEN_RADIUS)
    mark = lettering.words("?", lettering.HEAD, 20)
    top = QPointF(end.x(), end.y() - mark.height / 2)
    shapes.paint_words(painter, mark, top, colour, centred=True)


def paint_answer(
    painter: QPainter,
    route: Route,
    text: Words | None,
    colours: Colours,
    ground: str,
    *,
    chosen: bool = False,
) -> None:
    """Paint an answer over its arrow, on a piece of the ground."""
    if text is None or route.label is None:
        return
    box = rect_of(route.label)
    painter.setPen(shapes.pen(colours.accent if chosen else colours.border, 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, 5, 5)
    top = QPointF(box.center().x(), box.top() + 2)
    shapes.paint_words(painter, text, top, colours.text, centred=True)


def _last_part(route: Route) -> tuple[tuple[float, float], tuple[float, float]]:
    return route.points[-2], route.points[-1]


def _far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: tuple[float, float], end: tuple[float, float], by: float) -> QPointF:
    far = _far(start, end) or 1.0
    return QPointF(
        start[0] + (end[0] - start[0]) * by / far, start[1] + (end[1] - start[1]) * by / far
    )
