"""The place of the flowchart beside the text of a procedure; it is made when first looked at."""

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.rules.handbook.pages import Sop
from app.views.theme import Theme


class Chart(Protocol):
    """A widget that draws a procedure, and lets it be drawn."""

    @property
    def changed(self) -> SignalInstance:
        """Tells of the procedure as it was drawn."""

    def show(self, sop: Sop | None = None, *, read_only: bool = False) -> None:
        """Draw a procedure."""


ChartMaker = Callable[[Theme, QWidget], Chart]


class ChartPlace(QWidget):
    """Shows the chart of a procedure.

    Signals:
        changed(object): the procedure as it was drawn here.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, make: ChartMaker, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._make = theme, make
        self._chart: Chart | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def draw(self, sop: Sop, *, read_only: bool) -> None:
        """Draw a procedure."""
        if self._chart is None:
            self._chart = self._make(self._theme, self)
            self._chart.changed.connect(self.changed)
            self._column.addWidget(cast("QWidget", self._chart))
        self._chart.show(sop, read_only=read_only)
