"""What goes on between press and release: boxes that move, an arrow that is drawn, panning."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from app.models.rules.handbook.pages import Position
from app.views.handbook.chart import walking
from app.views.handbook.chart.items import NodeItem
from app.views.handbook.chart.view import ChartView


class Moving:
    """Chosen boxes follow the pointer; the one under it snaps, the others keep their distance."""

    def __init__(self, canvas: ChartView, start: QPointF, numbers: list[int]) -> None:
        self._canvas = canvas
        self._start = start
        chart = canvas.chart
        self._from = {number: chart.places[number] for number in numbers}
        self._others = {
            number: place for number, place in chart.places.items() if number not in self._from
        }
        self._lead = self._under(start)
        self._last: dict[int, Position] = {}

    def go(self, _point: QPoint, place: QPointF) -> None:
        away = place - self._start
        far = away.manhattanLength() * self._canvas.zoom
        if not self._from or (not self._last and far < QApplication.startDragDistance()):
            return
        x, y = self._from[self._lead]
        snap = walking.snapped((x + away.x(), y + away.y()), self._others)
        dx, dy = snap.place[0] - x, snap.place[1] - y
        moved = {number: (x2 + dx, y2 + dy) for number, (x2, y2) in self._from.items()}
        if moved != self._last:
            self._last = moved
            self._canvas.chart.move(moved)
            self._show_guides(snap)

    def end(self, _place: QPointF) -> None:
        self._canvas.chart.rubber.show_lines((), "")
        if self._last and self._last != self._from:
            self._canvas.moved.emit(self._last)

    def _under(self, place: QPointF) -> int:
        boxes = self._canvas.chart.nodes
        inside = [one for one in self._from if boxes[one].contains(place - boxes[one].pos())]
        return next(iter([*inside, *self._from]), 0)

    def _show_guides(self, snap: walking.Snap) -> None:
        chart, (x, y) = self._canvas.chart, snap.place
        lines = []
        if snap.column is not None:
            lines.append((QPointF(x, y), QPointF(*chart.places[snap.column])))
        if snap.row is not None:
            lines.append((QPointF(x, y), QPointF(*chart.places[snap.row])))
        chart.rubber.show_lines(lines, self._canvas.theme.colours.accent)


class Joining:
    """An arrow from a box to the pointer."""

    def __init__(self, canvas: ChartView, source: int) -> None:
        self._canvas = canvas
        self._source = source
        self._aimed: NodeItem | None = None

    def go(self, _point: QPoint, place: QPointF) -> None:
        chart = self._canvas.chart
        box = chart.box(self._source)
        start = QPointF((box.left + box.right) / 2, box.bottom)
        colour = self._canvas.theme.colours.accent
        chart.rubber.show_lines([(start, place)], colour, dashed=False)
        self._aim(self._under(place))

    def end(self, place: QPointF) -> None:
        self._canvas.chart.rubber.show_lines((), "")
        self._aim(None)
        target = self._under(place)
        if target is not None:
            self._canvas.joined.emit(self._source, target.number)
        elif self._canvas.chart.nodes[self._source].contains(
            place - self._canvas.chart.nodes[self._source].pos()
        ):
            self._canvas.choose([self._source], show=False)
        else:
            self._canvas.dropped.emit(self._source, place)

    def _under(self, place: QPointF) -> NodeItem | None:
        """Return the box that an arrow can lead to: no start, and not back to where it is from."""
        for number, item in self._canvas.chart.nodes.items():
            if number not in (0, self._source) and item.contains(place - item.pos()):
                return item
        return None

    def _aim(self, item: NodeItem | None) -> None:
        if item is not self._aimed:
            for one, aimed in ((self._aimed, False), (item, True)):
                if one is not None:
                    one.offer(aimed=aimed)
            self._aimed = item


class Panning:
    """The canvas moves under the pointer."""

    def __init__(self, canvas: ChartView, start: QPoint) -> None:
        self._canvas = canvas
        self._last = start
        canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def go(self, point: QPoint, _place: QPointF) -> None:
        away, self._last = point - self._last, point
        for bar, by in (
            (self._canvas.horizontalScrollBar(), away.x()),
            (self._canvas.verticalScrollBar(), away.y()),
        ):
            bar.setValue(bar.value() - by)

    def end(self, _place: QPointF) -> None:
        self._canvas.viewport().unsetCursor()
