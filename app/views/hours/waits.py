"""How long a colleague who was asked is waited for."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.models.rules.hours import Counting
from app.services.settings import AskingSettings
from app.views import moments
from app.views.hours import words
from app.views.hours.plan_card import AMOUNT_WIDTH
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL
from app.views.widgets.checked import LINE, CheckedLine
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

REMIND, DEPUTY = "remind", "deputy"
NAMES = (REMIND, DEPUTY)


class Waits(Panel):
    """Two amounts of opening time.

    Signals:
        entered(str, str): one of NAMES and what was typed.
    """

    entered = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._labels = {name: PlainLabel() for name in NAMES}
        self._notes = {name: PlainLabel(tone="muted") for name in NAMES}
        self.lines = {name: CheckedLine(self) for name in NAMES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(2, 1)
        for at, name in enumerate(NAMES):
            line = self.lines[name]
            line.setMinimumWidth(AMOUNT_WIDTH)
            line.entered.connect(partial(self.entered.emit, name))
            for column, part in enumerate((self._labels[name], line, self._notes[name])):
                part.setMinimumHeight(LINE)
                grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignTop)
        self.dress()

    def show_waits(self, asking: AskingSettings) -> None:
        """Show what counts now."""
        for name, time in ((REMIND, asking.waits.remind), (DEPUTY, asking.waits.deputy)):
            self.lines[name].show_value(moments.whole_amount(time))

    @override
    def retranslate(self) -> None:
        for name, text in {
            REMIND: translate("Hours", "Remind the colleague after"),
            DEPUTY: translate("Hours", "Ask the deputy after"),
        }.items():
            self._labels[name].setText(text)
            self.lines[name].name(text)
            self._notes[name].setText(translate("Hours", words.COUNTING[Counting.WORKING]))
