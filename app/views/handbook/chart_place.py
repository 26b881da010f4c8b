"""The place of the flowchart beside the text of a procedure; it is made when first looked at."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.rules.handbook.pages import Kind, Sop
from app.views.handbook.chart.editor import ChartEditor
from app.views.theme import Theme


class ChartPlace(QWidget):
    """Shows the chart of a procedure.

    Signals:
        changed(object): the procedure as it was drawn here.
        failed(str): a picture of it could not be written: the reason.
    """

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known: Mapping[Kind, Sequence[str]] = {}
        self.editor: ChartEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def draw(self, sop: Sop, *, read_only: bool) -> None:
        """Draw a procedure."""
        if self.editor is None:
            self.editor = ChartEditor(self._theme, self)
            self.editor.changed.connect(self.changed)
            self.editor.failed.connect(self.failed)
            self.editor.set_known(self._known)
            self._column.addWidget(self.editor)
        self.editor.show(sop, read_only=read_only)

    def set_known(self, names: Mapping[Kind, Sequence[str]]) -> None:
        """Offer names while typing: of templates by Kind.SEND, of departments by Kind.ASK."""
        self._known = names
        if self.editor is not None:
            self.editor.set_known(names)
