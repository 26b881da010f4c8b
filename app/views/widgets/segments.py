"""A choice of a few things that stand side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.views.tokens import TIGHT
from app.views.widgets.buttons import button


class Segments(QWidget):
    """One of a few choices, side by side.

    Signals:
        chosen(str): the key of what was picked.
    """

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        for key in keys:
            made = button("segment", self)
            made.setCheckable(True)
            made.clicked.connect(partial(self.chosen.emit, key))
            self._group.addButton(made)
            self.buttons[key] = made
            row.addWidget(made)
        row.addStretch(1)

    def choose(self, key: str) -> None:
        """Show what is chosen, without telling."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)
