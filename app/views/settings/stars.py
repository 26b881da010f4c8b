"""What the stars of a review say of its ticket, as the owner wants it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.models.rules.stars import MOST, StarRule
from app.models.rules.tickets import Priority
from app.views import sentences
from app.views.language import plural, translate
from app.views.tokens import LARGE, SMALL
from app.views.widgets.labels import PlainLabel
from app.views.widgets.numbers import CalmSpinBox
from app.views.widgets.segments import Segments


def drawn(stars: int) -> str:
    """Return stars as they are drawn: "★★☆☆☆"."""
    return "★" * stars + "☆" * (MOST - stars)


class StarRows(QWidget):
    """A priority for each number of stars, and up to how many it is a complaint.

    Signals:
        priority_chosen(int, str): stars, and the priority they give from now on.
        complaint_chosen(int): the most stars of a complaint, 0 for never.
    """

    priority_chosen = Signal(int, str)
    complaint_chosen = Signal(int)

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.segments = {stars: Segments(list(Priority)) for stars in range(1, MOST + 1)}
        self._labels = {stars: PlainLabel(drawn(stars), tone="warn") for stars in self.segments}
        self._complaint_label = PlainLabel()
        self.complaint = CalmSpinBox(self)
        self.complaint.setRange(0, MOST)
        self.complaint.setFixedWidth(width)
        self.complaint.valueChanged.connect(self._on_complaint)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        for row, (stars, made) in enumerate(self.segments.items()):
            made.chosen.connect(partial(self.priority_chosen.emit, stars))
            grid.addWidget(self._labels[stars], row, 0)
            grid.addWidget(made, row, 1)
        grid.addWidget(self._complaint_label, MOST, 0)
        grid.addWidget(self.complaint, MOST, 1)

    def show_rule(self, rule: StarRule) -> None:
        """Show what is chosen, without telling."""
        self._quiet = True
        for stars, made in self.segments.items():
            made.choose(rule.priorities[stars - 1])
        self.complaint.setValue(rule.complaint)
        self._quiet = False

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for stars, made in self.segments.items():
            name = plural("ThereLine", "%n star(s)", stars)
            self._labels[stars].setAccessibleName(name)
            for key, one in made.buttons.items():
                one.setText(sentences.word(sentences.PRIORITIES, key))
                one.setAccessibleName(f"{name}: {one.text()}")
        self._complaint_label.setText(translate("SettingsPage", "A complaint up to"))
        self.complaint.setAccessibleName(self._complaint_label.text())
        self.complaint.setSuffix(" ★")
        self.complaint.setSpecialValueText(translate("SettingsPage", "Never"))

    def _on_complaint(self, stars: int) -> None:
        if not self._quiet:
            self.complaint_chosen.emit(stars)
