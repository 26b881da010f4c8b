"""Walking a chart by keys, drawing an arrow by keys, and saying aloud where one is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent

from app.models.rules.handbook import drawing
from app.models.rules.handbook.pages import START, Step
from app.views.handbook.chart import walking
from app.views.handbook.chart.acts import ARROWS, ChartActs
from app.views.handbook.chart.canvas import Canvas
from app.views.handbook.chart.parts import ToolBar, kind_name
from app.views.language import translate


class Guiding(QObject):
    """Acts of commands.COMMANDS that choose, and change nothing but by an arrow at last."""

    def __init__(self, canvas: Canvas, acts: ChartActs, tools: ToolBar) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._acts = acts
        self._tools = tools
        self._joining: int | None = None
        self._done: dict[str, Callable[[], None]] = {
            "join": self._begin_joining,
            "all": self._choose_all,
            "leave": partial(canvas.choose, ()),
        }
        canvas.chosen.connect(self._on_chosen)

    def do(self, name: str) -> bool:
        """Do an act by its name; false for one that is not of these."""
        if self._joining is not None and name in ("edit", "leave"):
            self._end_joining(keep=name == "edit")
        elif name.startswith(("go_", "turn_")):
            self._go(name.partition("_")[2])
        elif name in self._done:
            self._done[name]()
        else:
            return False
        return True

    def _go(self, way: str) -> None:
        chosen = self._canvas.chosen_nodes()
        number = chosen[0] if chosen else None
        if way in ("next", "back"):
            target = walking.in_turn(self._acts.sop, number, 1 if way == "next" else -1)
        elif number is None:
            target = START
        else:
            target = self._towards(number, way)
        if target is not None:
            self._canvas.choose([target])

    def _towards(self, number: int, way: str) -> int | None:
        """Return where an arrow key leads: down and up along the flow, else what lies there."""
        target = None
        if way in ("up", "down"):
            target = walking.along(self._acts.sop, number, back=way == "up")
        places = self._canvas.chart.places
        return walking.beside(places, number, *ARROWS[way]) if target is None else target

    def _choose_all(self) -> None:
        self._canvas.choose(list(self._canvas.chart.nodes), show=False)

    def _begin_joining(self) -> None:
        chosen = self._canvas.chosen_nodes()
        if chosen and not self._canvas.read_only:
            self._joining = chosen[0]
            self._canvas.chart.nodes[chosen[0]].offer(aimed=True)
            text = translate("Chart", "Go to where the arrow leads, then Enter. Esc: no arrow.")
            self._tools.tell(text)
            self._speak(text)

    def _end_joining(self, *, keep: bool) -> None:
        source, self._joining = self._joining, None
        chosen = self._canvas.chosen_nodes()
        if source in self._canvas.chart.nodes:
            self._canvas.chart.nodes[source].offer(aimed=False)
        self._tools.tell("")
        if keep and source is not None and chosen:
            self._acts.join(source, chosen[0])

    def _on_chosen(self) -> None:
        chosen = self._canvas.chosen_nodes()
        step = drawing.step_of(self._acts.sop, chosen[0]) if chosen else None
        self._speak(self._spoken(step) if step is not None else "")

    def _spoken(self, step: Step) -> str:
        """Return a step as a sentence, for screen readers."""
        parts = [f"{step.id}, {kind_name(step.kind)}: {drawing.main_words(step)}"]
        parts += [one.label for one in step.answers]
        return ". ".join([*parts, *self._canvas.chart.problems_of(step.id)])

    def _speak(self, text: str) -> None:
        self._canvas.setAccessibleDescription(text)
        event = QAccessibleEvent(self._canvas, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
