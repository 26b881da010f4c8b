"""The chart in a view: what is chosen in it, and how all of it is shown."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.models.rules.handbook.drawing import Way
from app.views.handbook.chart.scene import ChartScene
from app.views.handbook.chart.zooming import ZoomView
from app.views.theme import Theme


class ChartView(ZoomView):
    """Chooses boxes and arrows, and tells what was dragged.

    Signals:
        moved(object): boxes were dragged: their places by number.
        joined(int, int): an arrow was drawn from one box to another.
        dropped(int, QPointF): one was drawn to where nothing is.
        chosen(): other boxes or arrows are chosen.
    """

    moved = Signal(object)
    joined = Signal(int, int)
    dropped = Signal(int, QPointF)
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.chart = ChartScene(self)
        self.setScene(self.chart)
        self.read_only = False
        self.chart.selectionChanged.connect(self.chosen)

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
        self.chosen.emit()
        if known and show:
            item = self.chart.nodes[known[0]]
            self.ensureVisible(item.sceneBoundingRect(), 24, 24)

    def fit(self) -> None:
        """Show the whole chart, and take the room round it anew."""
        self.chart.setSceneRect(QRectF())
        self.chart.fit_field()
        self.show_rect(self.chart.chart_rect())
