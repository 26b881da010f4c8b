"""What stands round the text that is written: the day of its review, and what is not right."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.views.handbook.checking import Trouble
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

USUAL_REVIEW = timedelta(days=182)
ROUND, MOST_HEIGHT = 12, 104


class ReviewField(Panel):
    """Whether a page is reviewed, and on which day.

    Signals:
        changed(object): another date, None for no review.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._usual = today + USUAL_REVIEW
        self._quiet = False
        self.wanted, self.day = QCheckBox(self), QDateEdit(self)
        self.day.setCalendarPopup(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.wanted)
        row.addWidget(self.day)
        self.wanted.clicked.connect(self._on_changed)
        self.day.userDateChanged.connect(self._on_changed)
        self.dress()

    def show_day(self, day: date | None) -> None:
        """Show a day; nothing is told of it."""
        self._quiet = True
        self.wanted.setChecked(day is not None)
        self.day.setEnabled(day is not None)
        shown = day or self._usual
        self.day.setDate(QDate(shown.year, shown.month, shown.day))
        self._quiet = False

    @override
    def retranslate(self) -> None:
        self.wanted.setText(translate("Handbook", "Review on"))
        self.day.setAccessibleName(translate("Handbook", "To be reviewed on"))
        self.day.setLocale(QLocale())
        self.day.setDisplayFormat("d MMM yyyy")

    def _on_changed(self, _value: object) -> None:
        if not self._quiet:
            shown = self.day.date()
            day = date(shown.year(), shown.month(), shown.day())
            self.changed.emit(day if self.wanted.isChecked() else None)


class Troubles(Panel):
    """Says what is not right in a text; each leads to its line.

    Signals:
        line_wanted(object): of a line the number, None for the whole.
    """

    line_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._troubles: Sequence[Trouble] = ()
        self.verdict = PlainLabel(face="small", wrap=True)
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.verdict)
        column.addWidget(self.list)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.dress()

    def show_troubles(self, troubles: Sequence[Trouble]) -> None:
        """Show these."""
        self._troubles = troubles
        self._fill()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(translate("Handbook", "To be put right"))
        self._fill()

    @override
    def redress(self) -> None:
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for one in self._troubles:
            icon, colour = ("alert-circle", "danger") if one.stops else ("alert-triangle", "warn")
            item = QListWidgetItem(self.theme.icon(icon, colour, 16), one.sentence)
            item.setData(Qt.ItemDataRole.UserRole, one.line)
            self.list.addItem(item)
        row = self.list.sizeHintForRow(0) if self._troubles else 0
        self.list.setFixedHeight(min(row * len(self._troubles) + ROUND, MOST_HEIGHT))
        self.list.setVisible(bool(self._troubles))
        text, tone = self._verdict()
        self.verdict.setText(text)
        self.verdict.set_tone(tone)

    def _verdict(self) -> tuple[str, str]:
        stop = sum(one.stops for one in self._troubles)
        if stop:
            return plural("Handbook", "%n thing(s) before it can be saved", stop), "danger"
        if self._troubles:
            number = len(self._troubles)
            told = plural("Handbook", "%n thing(s) to be put right, now or later", number)
            return told, "warn"
        return translate("Handbook", "Nothing to be put right."), "ok"

    def _on_item(self, item: QListWidgetItem) -> None:
        self.line_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
