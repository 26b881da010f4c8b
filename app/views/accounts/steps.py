"""What the owner does at a platform before he can connect it, step by step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.views.tokens import SMALL
from app.views.widgets.labels import PlainLabel


class StepList(QWidget):
    """Numbered steps, each apart, so that he finds back where he was; hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The steps that are shown, one to a line."""
        shown = (row for row in self._rows if not row[1].isHidden())
        return "\n".join(f"{number.text()} {step.text()}" for number, step in shown)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show these."""
        while len(self._rows) < len(steps):
            number = PlainLabel(f"{len(self._rows) + 1}.", tone="muted")
            step = PlainLabel(wrap=True, selectable=True)
            at = len(self._rows)
            self._grid.addWidget(number, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(step, at, 1)
            self._rows.append((number, step))
        for at, row in enumerate(self._rows):
            row[1].setText(steps[at] if at < len(steps) else "")
            for label in row:
                label.setVisible(at < len(steps))
        self.setVisible(bool(steps))
