"""Opens the words of the chosen step over its box, and the menu beside it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Signal

from app.models.rules.handbook import drawing
from app.models.rules.handbook.pages import Kind, Step
from app.views.handbook.chart.acts import ChartActs
from app.views.handbook.chart.canvas import Canvas
from app.views.handbook.chart.inline import InlineEditor
from app.views.handbook.chart.parts import ChartMenu
from app.views.theme import Theme


class Wording(QObject):
    """Joins the editor of words to the canvas.

    Signals:
        ended(): words were kept or given up; what was drawn while typing may be wrong now.
    """

    ended = Signal()

    def __init__(self, theme: Theme, canvas: Canvas, acts: ChartActs) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._acts = acts
        self.inline = InlineEditor(theme, canvas.viewport())
        self.known: Mapping[Kind, Sequence[str]] = {}
        """Names that complete what is typed: templates by Kind.SEND, departments by Kind.ASK."""
        canvas.zoomed.connect(self._follow)
        self.inline.drafted.connect(canvas.chart.draft)
        self.inline.ended.connect(self._on_ended)

    def edit(self) -> None:
        """Open the words of the chosen step, or of the one that the chosen arrow leaves."""
        sources = [way.source for way in self._canvas.chosen_ways()]
        number = next(iter([*self._canvas.chosen_nodes(), *sources]), None)
        step = drawing.step_of(self._acts.sop, number) if number is not None else None
        if step is None or self._canvas.read_only:
            return
        self._canvas.choose([step.id])
        self.inline.open(step, self._box(step.id), self.known.get(step.kind, ()))

    def open_menu(self, place: QPoint | None = None) -> None:
        """Open the menu at a place of the screen, else at the chosen box."""
        chosen = self._canvas.chosen_nodes()
        if place is None:
            inside = self._box(chosen[0]).center() if chosen else QPoint(20, 20)
            place = self._canvas.viewport().mapToGlobal(inside)
        many = len(chosen) or len(self._canvas.chosen_ways())
        changes = not self._canvas.read_only
        menu = ChartMenu(self._canvas.theme, self._canvas, changes=changes, chosen=many)
        menu.asked.connect(self._canvas.asked)
        menu.wanted_kind.connect(self._on_kind)
        menu.popup(place)

    def _follow(self) -> None:
        if self.inline.step is not None:
            self.inline.put_over(self._box(self.inline.step.id))

    def _box(self, number: int) -> QRect:
        box = self._canvas.chart.nodes[number].sceneBoundingRect()
        return self._canvas.mapFromScene(box).boundingRect()

    def _on_ended(self, step: Step | None) -> None:
        if step is not None:
            self._acts.reword(step)
        self.ended.emit()

    def _on_kind(self, kind: str) -> None:
        self._acts.make(Kind(kind))
