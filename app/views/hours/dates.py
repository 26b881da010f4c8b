"""Dates that differ from their weekday, and the holidays to decide about."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.settings import HoursSettings
from app.services.tickets.opening import Holiday
from app.views.hours import words
from app.views.hours.week import text_of
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL, TIGHT
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.checked import LINE, CheckedLine
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel
from app.views.widgets.segments import Segments

OPEN, CLOSED = "open", "closed"
NOWHERE = "none"
DAY_WIDTH, HOURS_WIDTH = 230, 200


class _DateRow(Panel):
    """One date with hours of its own."""

    removed = Signal()

    def __init__(self, theme: Theme, day: date, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._day = day
        self._name = PlainLabel()
        self._name.setFixedWidth(DAY_WIDTH)
        self._name.setMinimumHeight(LINE)
        self.blocks = CheckedLine(self)
        self.blocks.setFixedWidth(HOURS_WIDTH)
        self._why = ElidedLabel(tone="muted")
        self.remove: QToolButton = icon_button(self)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (self._name, self.blocks):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._why, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.dress()

    def show_date(self, blocks: tuple[tuple[int, int], ...], why: str) -> None:
        self.blocks.show_value(text_of(blocks))
        self._why.setText(why)

    @override
    def retranslate(self) -> None:
        name = words.day_text(self._day)
        self._name.setText(name)
        self.blocks.name(name, placeholder=translate("Hours", "closed"))
        tip = translate("Hours", "As usual again: {day}").format(day=name)
        self.remove.setToolTip(tip)
        self.remove.setAccessibleName(tip)

    @override
    def redress(self) -> None:
        self.remove.setIcon(self.theme.icon("x", "muted", 14))


class Dates(Panel):
    """The dates with hours of their own, and a row for another one.

    Signals:
        entered(str, str): ISO date and what was typed.
        removed(str): ISO date.
        added(str, str, str): date, hours and reason as they were typed.
    """

    entered = Signal(str, str)
    removed = Signal(str)
    added = Signal(str, str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows: dict[str, _DateRow] = {}
        self.day, self.blocks, self.why = (CheckedLine(self) for _ in range(3))
        self.day.setFixedWidth(DAY_WIDTH)
        self.blocks.setFixedWidth(HOURS_WIDTH)
        self.add = button("", self)
        self.add.clicked.connect(self._on_add)
        for line in (self.day, self.blocks, self.why):
            line.line.returnPressed.connect(self._on_add)
        self._column = QVBoxLayout()
        self._column.setSpacing(TIGHT)
        last = QHBoxLayout()
        last.setSpacing(SMALL)
        for widget in (self.day, self.blocks, self.why, self.add):
            last.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        last.setStretchFactor(self.why, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(self._column)
        layout.addLayout(last)
        self.dress()

    def show_hours(self, settings: HoursSettings) -> None:
        """Show the dates."""
        known = {day: (blocks, why) for day, blocks, why in settings.dates}
        if list(known) != list(self.rows):
            self._rebuild(list(known))
        for day, row in self.rows.items():
            row.show_date(*known[day])

    def clear(self) -> None:
        """Empty the row for another date: it was taken over."""
        for line in (self.day, self.blocks, self.why):
            line.show_problem("")
            line.line.clear()
        self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        self.day.name(
            translate("Hours", "Date"), placeholder=translate("Hours", "24 dec, 2026-12-24")
        )
        self.blocks.name(
            translate("Hours", "Opening hours"), placeholder=translate("Hours", "closed")
        )
        why = translate("Hours", "Why (for yourself)")
        self.why.name(why, placeholder=why)
        self.add.setText(translate("Hours", "Add"))
        self.add.setAccessibleName(translate("Hours", "Add a date that differs"))

    def _rebuild(self, days: Sequence[str]) -> None:
        """Let the rows that stay keep what is being typed in them."""
        gone = [row for day, row in self.rows.items() if day not in days]
        focus = QApplication.focusWidget()
        self.rows = {day: self.rows.get(day) or self._made(day) for day in days}
        for at, row in enumerate(self.rows.values()):
            self._column.insertWidget(at, row)
        for row in gone:
            # Losing the focus would enter what is half typed, for a date that is gone.
            row.blocks.entered.disconnect()
            if focus is not None and row.isAncestorOf(focus):
                self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)
            row.hide()
            row.deleteLater()

    def _made(self, day: str) -> _DateRow:
        row = _DateRow(self.theme, date.fromisoformat(day), self)
        row.blocks.entered.connect(partial(self.entered.emit, day))
        row.removed.connect(partial(self.removed.emit, day))
        return row

    def _on_add(self) -> None:
        if self.day.line.text().strip():
            typed = (line.line.text().strip() for line in (self.day, self.blocks, self.why))
            self.added.emit(*typed)


class Holidays(Panel):
    """Whose holidays count, and whether the firm is open on those of the coming year.

    Signals:
        country_chosen(str): NL, BE or "none".
        decided(str, str): ISO date, and OPEN or CLOSED.
    """

    country_chosen = Signal(str)
    decided = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.country = Segments(("NL", "BE", NOWHERE), self)
        self.country.chosen.connect(self.country_chosen)
        self._shown: Sequence[Holiday] = ()
        self.choices: dict[str, Segments] = {}
        self._labels: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self.country)
        layout.addLayout(self._grid)
        self.dress()

    def show_holidays(self, country: str, found: Sequence[Holiday]) -> None:
        """Show the holidays of a country, "" for none."""
        self.country.choose(country or NOWHERE)
        known = [one.day.isoformat() for one in found]
        self._shown = found
        if known != list(self.choices):
            self._rebuild(known)
        self._show()

    @override
    def retranslate(self) -> None:
        for key, text in {
            "NL": translate("Hours", "The Netherlands"),
            "BE": translate("Hours", "Belgium"),
            NOWHERE: translate("Hours", "No holidays"),
        }.items():
            self.country.buttons[key].setText(text)
            name = translate("Hours", "Holidays of {country}").format(country=text)
            self.country.buttons[key].setAccessibleName(name)
        self._show()

    def _rebuild(self, days: Sequence[str]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices, self._labels = {}, {}
        for at, day in enumerate(days):
            name, mark = PlainLabel(), PlainLabel(face="small", tone="warn")
            choice = Segments((OPEN, CLOSED), self)
            choice.chosen.connect(partial(self.decided.emit, day))
            for column, widget in enumerate((name, choice, mark)):
                self._grid.addWidget(widget, at, column)
            self.choices[day], self._labels[day] = choice, (name, mark)

    def _show(self) -> None:
        texts = {
            OPEN: translate("Hours", "We are open"),
            CLOSED: translate("Hours", "We are closed"),
        }
        for one in self._shown:
            day = one.day.isoformat()
            name, mark = self._labels[day]
            name.setText(f"{words.day_text(one.day)} · {one.name}")
            mark.setText("" if one.confirmed else translate("Hours", "not confirmed yet"))
            self.choices[day].choose(OPEN if one.open else CLOSED)
            for key, made in self.choices[day].buttons.items():
                made.setText(texts[key])
                made.setAccessibleName(f"{one.name}: {made.text()} {mark.text()}".strip())
