"""What the owner does on a chart: each act of commands.COMMANDS that changes the procedure."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPointF

from app.models.rules.handbook import drawing
from app.models.rules.handbook.drawing import Way
from app.models.rules.handbook.pages import START, Kind, Position, Sop, Step, renumbered
from app.services.handbook import layout
from app.views.handbook.chart import walking
from app.views.handbook.chart.canvas import Canvas
from app.views.handbook.chart.commands import ADDS, words_of
from app.views.handbook.chart.drafting import Drafting
from app.views.language import translate

ARROWS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class ChartActs(QObject):
    """Acts on what is chosen on a canvas."""

    def __init__(self, drafting: Drafting, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._drafting = drafting
        self._canvas = canvas
        self._acts: Mapping[str, Callable[[], None]] = {
            "remove": self._remove,
            "undo": drafting.stack.undo,
            "redo": drafting.stack.redo,
            "tidy": self._tidy,
            "number": self._number,
            "column": partial(self._line_up, 0),
            "row": partial(self._line_up, 1),
            "spread_across": partial(self._spread, 0),
            "spread_down": partial(self._spread, 1),
            **{name: partial(self.add, kind) for name, kind in ADDS.items()},
            **{f"move_{way}": partial(self._nudge, *by) for way, by in ARROWS.items()},
        }
        canvas.moved.connect(self._on_moved)
        canvas.joined.connect(self.join)
        canvas.dropped.connect(self._on_dropped)

    def do(self, name: str) -> bool:
        """Do an act by its name; false for one that is not of these."""
        act = self._acts.get(name)
        if act is not None and not self._canvas.read_only:
            act()
        return act is not None

    @property
    def sop(self) -> Sop:
        """The procedure as it is now."""
        assert self._drafting.sop is not None  # noqa: S101  the editor shows one first
        return self._drafting.sop

    def add(self, kind: Kind) -> None:
        """Add a step after the chosen one, or into the chosen arrow."""
        after = self._place_to_add()
        sop, number = drawing.added(self.sop, kind, after)
        if after is not None and self._is_placed():
            sop = self._with_room(sop, after.source, number)
        self._drafting.do(words_of(_add_name(kind)), sop, [number])

    def reword(self, step: Step) -> None:
        """Give a step other words."""
        text = translate("Chart", "Change the words")
        self._drafting.do(text, drawing.worded(self.sop, step), [step.id])

    def make(self, kind: Kind) -> None:
        """Make the chosen steps another kind."""
        sop = self.sop
        for number in self._canvas.chosen_nodes():
            sop = drawing.made(sop, number, kind)
        self._drafting.do(translate("Chart", "Make it another kind"), sop)

    def join(self, source: int, target: int) -> None:
        """Draw an arrow."""
        if target != START:
            sop = drawing.joined(self.sop, source, target)
            self._drafting.do(translate("Chart", "Draw an arrow"), sop, [source])

    # --- acts --------------------------------------------------------------------------------

    def _remove(self) -> None:
        numbers = [one for one in self._canvas.chosen_nodes() if one != START]
        before = walking.along(self.sop, numbers[0], back=True) if numbers else None
        sop = self.sop
        # From the last answer on: the places of the others stay what they are.
        for way in sorted(self._canvas.chosen_ways(), key=lambda one: -(one.answer or 0)):
            if way.source not in numbers:
                sop = drawing.parted(sop, way)
        sop = drawing.removed(sop, numbers)
        choose = [] if before is None or before in numbers else [before]
        self._drafting.do(words_of("remove"), sop, choose)

    def _tidy(self) -> None:
        numbers = [START, *(step.id for step in self.sop.steps)]
        sop = drawing.placed(self.sop, dict.fromkeys(numbers))
        self._drafting.do(words_of("tidy"), sop)

    def _number(self) -> None:
        numbers = {step.id: place for place, step in enumerate(self.sop.steps, 1)}
        chosen = [numbers.get(one, START) for one in self._canvas.chosen_nodes()]
        self._drafting.do(words_of("number"), renumbered(self.sop), chosen)

    def _line_up(self, axis: int) -> None:
        numbers = self._canvas.chosen_nodes()
        if len(numbers) > 1:
            places = walking.lined_up(self._canvas.chart.places, numbers, axis=axis)
            self._place(places, words_of("column" if axis == 0 else "row"))

    def _spread(self, axis: int) -> None:
        chart, numbers = self._canvas.chart, self._canvas.chosen_nodes()
        places = walking.spread(chart.places, chart.sizes(), numbers, axis=axis)
        self._place(places, words_of("spread_across" if axis == 0 else "spread_down"))

    def _nudge(self, dx: int, dy: int) -> None:
        places, by = self._canvas.chart.places, layout.GRID
        numbers = self._canvas.chosen_nodes()
        moved = {one: (places[one][0] + dx * by, places[one][1] + dy * by) for one in numbers}
        self._place(moved, translate("Chart", "Move"), merge=tuple(numbers))

    def _on_moved(self, places: Mapping[int, Position]) -> None:
        self._place(places, translate("Chart", "Move"))

    def _on_dropped(self, source: int, place: QPointF) -> None:
        """An arrow that was drawn to nothing gets a step there."""
        step = drawing.step_of(self.sop, source)
        sop, number = drawing.added(self.sop, Kind.DO)
        sop = drawing.joined(sop, source, number)
        if step is not None and step.kind is not Kind.CHOICE and step.next is not None:
            sop = drawing.led(sop, Way(number), step.next)
        spot = (layout.on_grid(place.x()), layout.on_grid(place.y()))
        sop = drawing.placed(sop, {**self._all_places(), number: spot})
        self._drafting.do(words_of("add_do"), sop, [number])

    # --- how ---------------------------------------------------------------------------------

    def _place(self, places: Mapping[int, Position], text: str, *, merge: object = None) -> None:
        """Put boxes elsewhere; all others stay where they are seen now."""
        if places:
            sop = drawing.placed(self.sop, {**self._all_places(), **places})
            self._drafting.do(text, sop, merge=merge)

    def _all_places(self) -> dict[int, Position]:
        """Return where everything is seen now, but for what is only there while dragging."""
        return dict(self._canvas.chart.places)

    def _is_placed(self) -> bool:
        steps: Iterable[Position | None] = (step.position for step in self.sop.steps)
        return self.sop.start_position is not None or any(one is not None for one in steps)

    def _with_room(self, sop: Sop, after: int, number: int) -> Sop:
        chart = self._canvas.chart
        sizes = {**chart.sizes(), number: layout.Size(240, 80)}
        places = layout.make_room(chart.places, sizes, after, number)
        return drawing.placed(sop, places)

    def _place_to_add(self) -> Way | None:
        """Return the arrow that a new step comes into, None when nothing is chosen."""
        ways, nodes = self._canvas.chosen_ways(), self._canvas.chosen_nodes()
        if ways and not nodes:
            return ways[0]
        number = nodes[0] if nodes else None
        step = drawing.step_of(self.sop, number) if number is not None else None
        if number == START or (not self.sop.steps and number is None):
            return Way(START)
        return None if step is None or step.kind is Kind.END else Way(step.id)


def _add_name(kind: Kind) -> str:
    return next(name for name, one in ADDS.items() if one is kind)
