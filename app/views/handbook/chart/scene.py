"""The chart of one procedure on the canvas: shows what is given, and only what changed anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtWidgets import QGraphicsScene

from app.models.rules.handbook import drawing
from app.models.rules.handbook.chart import Chart, Node, chart_of
from app.models.rules.handbook.drawing import Way
from app.models.rules.handbook.pages import Position, Sop, Step
from app.services.handbook import layout, routes
from app.services.handbook.arrows import Arrow, Box, Route, box_at
from app.views.handbook.chart import picture, shapes
from app.views.handbook.chart.items import ArrowItem, NodeItem, Rubber
from app.views.handbook.chart.lettering import Words
from app.views.handbook.chart.shapes import Shape
from app.views.tokens import Colours

SETTLE_MS = 150
"""How long nothing moves before arrows that were drawn in haste are drawn with care."""
_FEW = 4
FIELD = 600
"""Empty room round a chart to drag boxes into."""


class ChartScene(QGraphicsScene):
    """Boxes by their number and arrows by where they leave."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Boxes move all the time: keeping an index of them costs more than looking through them.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.nodes: dict[int, NodeItem] = {}
        self.arrows: dict[Way, ArrowItem] = {}
        self.places: dict[int, Position] = {}
        self.rubber = Rubber()
        self.addItem(self.rubber)
        self._sop: Sop | None = None
        self._colours: Colours | None = None
        self._problems: Mapping[int, Sequence[str]] = {}
        self._shapes: dict[int, Shape] = {}
        self._ways: list[Way] = []
        self._drawn: list[Arrow] = []
        self._answers: list[Words | None] = []
        self._routes: list[Route] = []
        self._rough: set[int] = set()
        """Boxes whose arrows were drawn in haste."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._later.timeout.connect(self.settle)

    def show_sop(self, sop: Sop, colours: Colours, problems: Mapping[int, Sequence[str]]) -> None:
        """Show a procedure, with problems by their step."""
        self._sop, self._colours, self._problems = sop, colours, problems
        chart = chart_of(sop)
        before = (self._shapes, self.places)
        self._shapes = picture.shapes_of(chart, sop.language)
        sizes = {number: one.size for number, one in self._shapes.items()}
        self.places = layout.arrange(chart, sizes)
        moved = self._moved_since(*before)
        few = 0 < len(moved) <= _FEW
        self._take_arrows(sop, chart, moved, quick=few)
        self._rough = self._rough | moved if few else set()
        self._sync()
        self.fit_field()

    def redress(self, colours: Colours) -> None:
        """Wear other colours."""
        self._colours = colours
        self._sync()

    def draft(self, step: Step) -> None:
        """Show a step with words that are still being typed."""
        node = next((one for one in self._chart_nodes() if one.id == step.id), None)
        if node is None or self._sop is None:
            return
        node = replace(
            node, text=step.text, about=step.about, expected=step.expected, position=None
        )
        shape = shapes.shape(node, self._sop.language)
        if shape == self._shapes[step.id]:
            return
        grown = shape.size != self._shapes[step.id].size
        self._shapes[step.id] = shape
        self._dress_node(step.id)
        if grown:
            self._reroute({step.id}, quick=True)

    def move(self, places: Mapping[int, Position]) -> None:
        """Show boxes elsewhere while they are dragged; nothing is kept."""
        self.places |= places
        for number, (x, y) in places.items():
            self.nodes[number].setPos(x, y)
        self._reroute(places, quick=True)

    def settle(self) -> None:
        """Draw arrows with care that were drawn in haste."""
        rough, self._rough = self._rough & self.places.keys(), set()
        if rough:
            self._reroute(rough, quick=False)

    def box(self, number: int) -> Box:
        """Return the rectangle of a box."""
        return box_at(self.places[number], self._shapes[number].size)

    def sizes(self) -> dict[int, layout.Size]:
        """Return the sizes of the boxes."""
        return {number: one.size for number, one in self._shapes.items()}

    def problems_of(self, number: int) -> Sequence[str]:
        return self._problems.get(number, ())

    def chart_rect(self) -> QRectF:
        """Return the rectangle round everything that is drawn."""
        drawn = picture.Picture(self._shapes, self.places, self._drawn, self._answers, self._routes)
        return drawn.bounds

    def fit_field(self) -> None:
        """Leave room round the chart, but take none away while somebody looks at it."""
        field = self.chart_rect().adjusted(-FIELD, -FIELD, FIELD, FIELD)
        if not self.sceneRect().contains(field):
            self.setSceneRect(self.sceneRect().united(field))

    # --- how ---------------------------------------------------------------------------------

    def _chart_nodes(self) -> Sequence[Node]:
        return () if self._sop is None else chart_of(self._sop).nodes

    def _moved_since(
        self, shapes_before: Mapping[int, Shape], places_before: Mapping[int, Position]
    ) -> set[int]:
        numbers = self.places.keys() | places_before.keys()
        return {
            number
            for number in numbers
            if places_before.get(number) != self.places.get(number)
            or number not in shapes_before
            or number not in self._shapes
            or shapes_before[number].size != self._shapes[number].size
        }

    def _take_arrows(self, sop: Sop, chart: Chart, moved: Iterable[int], *, quick: bool) -> None:
        boxes = picture.boxes_of(self._shapes, self.places)
        known = {
            (way, arrow): route
            for way, arrow, route in zip(self._ways, self._drawn, self._routes, strict=True)
        }
        self._ways = list(drawing.ways(sop))
        self._drawn, self._answers = picture.arrows_of(chart)
        same = [known.get(pair) for pair in zip(self._ways, self._drawn, strict=True)]
        places = [place for place, route in enumerate(same) if route is not None]
        kept = routes.stay(
            boxes,
            [self._drawn[place] for place in places],
            [route for route in same if route is not None],
            moved,
        )
        stays = {places[place]: route for place, route in kept.items()}
        self._routes = routes.routes(boxes, self._drawn, stays, quick=quick)
        if quick:
            self._later.start()

    def _reroute(self, moved: Iterable[int], *, quick: bool) -> None:
        boxes = picture.boxes_of(self._shapes, self.places)
        kept = routes.stay(boxes, self._drawn, self._routes, moved)
        self._routes = routes.routes(boxes, self._drawn, kept, quick=quick)
        for place in range(len(self._routes)):
            if place not in kept:
                self._dress_arrow(place)
        if quick:
            self._rough |= set(moved)
            self._later.start()

    def _sync(self) -> None:
        if self._colours is None:
            return
        for gone in self.nodes.keys() - self._shapes.keys():
            self.removeItem(self.nodes.pop(gone))
        for way in self.arrows.keys() - set(self._ways):
            self.removeItem(self.arrows.pop(way))
        for number, shape in self._shapes.items():
            if number not in self.nodes:
                self.nodes[number] = NodeItem(number, shape, self._colours)
                self.addItem(self.nodes[number])
            self.nodes[number].setPos(*self.places[number])
            self._dress_node(number)
        for place, way in enumerate(self._ways):
            if way not in self.arrows:
                self.arrows[way] = ArrowItem(way)
                self.addItem(self.arrows[way])
            self._dress_arrow(place)

    def _dress_node(self, number: int) -> None:
        if self._colours is not None:
            self.nodes[number].dress(self._shapes[number], self._colours, self.problems_of(number))

    def _dress_arrow(self, place: int) -> None:
        if self._colours is not None:
            leads = self._drawn[place].target in self._shapes
            self.arrows[self._ways[place]].dress(
                self._routes[place], self._answers[place], self._colours, leads=leads
            )
