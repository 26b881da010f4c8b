"""The opening hours of a week, and the evening hours beside them, as lines to type in."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.models.rules.blocks import spelled
from app.models.rules.hours import Block
from app.services.settings import HoursSettings
from app.views.hours import words
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL
from app.views.widgets.checked import LINE, CheckedLine
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WEEK, EVENING = "week", "evening"


class WeekGrid(Panel):
    """Seven days; the columns are WEEK and EVENING.

    Signals:
        entered(str, int, str): column, weekday and what was typed.
    """

    entered = Signal(str, int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.lines: dict[tuple[str, int], CheckedLine] = {}
        self._heads = [PlainLabel(face="section") for _ in range(2)]
        self._days = [PlainLabel() for _ in range(7)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        for column in (1, 2):
            grid.addWidget(self._heads[column - 1], 0, column)
            grid.setColumnStretch(column, 1)
        for number, day in enumerate(self._days):
            day.setMinimumHeight(LINE)
            grid.addWidget(day, number + 1, 0, Qt.AlignmentFlag.AlignTop)
            for column, name in enumerate((WEEK, EVENING), start=1):
                line = CheckedLine(self)
                line.entered.connect(partial(self.entered.emit, name, number))
                grid.addWidget(line, number + 1, column, Qt.AlignmentFlag.AlignTop)
                self.lines[name, number] = line
        self.dress()

    def show_hours(self, settings: HoursSettings) -> None:
        """Show the hours of a week."""
        for name, week in ((WEEK, settings.week), (EVENING, settings.evening)):
            for number, blocks in enumerate(week):
                self.lines[name, number].show_value(text_of(blocks))

    @override
    def retranslate(self) -> None:
        titles = (
            translate("Hours", "Opening hours"),
            translate("Hours", "Evening or weekend: closed, but somebody reacts"),
        )
        for head, title in zip(self._heads, titles, strict=True):
            head.setText(title)
        closed = (translate("Hours", "closed"), translate("Hours", "nobody"))
        for number, day in enumerate(self._days):
            day.setText(words.weekday(number))
            for name, title, empty in zip((WEEK, EVENING), titles, closed, strict=True):
                self.lines[name, number].name(f"{day.text()}: {title}", placeholder=empty)


def text_of(blocks: tuple[tuple[int, int], ...]) -> str:
    """Return blocks as they are typed."""
    return spelled([Block(*block) for block in blocks])
