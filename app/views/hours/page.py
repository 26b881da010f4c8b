"""The page with opening hours, holidays and what is promised to whom."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.plans import MOST, PRESETS
from app.services.tickets.times import Times
from app.views.hours.dates import Dates, Holidays
from app.views.hours.plan_card import PlanCard
from app.views.hours.waits import Waits
from app.views.hours.week import WeekGrid
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.room import Room

WIDEST = 860
PARTS = ("week", "dates", "holidays", "asking", "plans")


class HoursPage(Room):
    """Every change counts at once.

    Signals:
        plan_entered(int, str, str), plan_counted(int, str, str): see PlanCard; of a plan.
        condition_wanted(int, str), remove_wanted(int): of a plan.
        preset_wanted(str): a plan that is ready (rules.plans.PRESETS).
    """

    plan_entered = Signal(int, str, str)
    plan_counted = Signal(int, str, str)
    condition_wanted = Signal(int, str)
    remove_wanted = Signal(int)
    preset_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = PlainLabel(face="headline")
        self._heads = {name: PlainLabel(face="title") for name in PARTS}
        self._whys = {name: PlainLabel(face="small", tone="muted", wrap=True) for name in PARTS}
        self.week = WeekGrid(theme, self)
        self.dates = Dates(theme, self)
        self.holidays = Holidays(theme, self)
        self.waits = Waits(theme, self)
        self.cards: dict[int, PlanCard] = {}
        self.presets = {name: button("", self) for name in PRESETS}
        for name, made in self.presets.items():
            made.clicked.connect(partial(self.preset_wanted.emit, name))
        self._plans = QVBoxLayout()
        self._plans.setSpacing(MEDIUM)
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        parts = (self.week, self.dates, self.holidays, self.waits, None)
        for name, part in zip(PARTS, parts, strict=True):
            column.addSpacing(SMALL)
            column.addWidget(self._heads[name])
            column.addWidget(self._whys[name])
            if part is not None:
                column.addWidget(part)
        column.addLayout(self._plans)
        ready = QHBoxLayout()
        ready.setSpacing(SMALL)
        for made in self.presets.values():
            ready.addWidget(made)
        ready.addStretch(1)
        column.addLayout(ready)
        column.addStretch(1)
        self.area = self.fill(column, widest=WIDEST)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_times(self, times: Times) -> None:
        """Show what counts now; what was typed and is wrong stays."""
        self.week.show_hours(times.hours)
        self.dates.show_hours(times.hours)
        self.holidays.show_holidays(times.hours.country, times.holidays)
        self.waits.show_waits(times.asking)
        known = [plan.id for plan in times.plans]
        if known != list(self.cards):
            self._rebuild(known)
        for plan in times.plans:
            self.cards[plan.id].show_plan(plan, times.handles)
        taken = {plan.name for plan in times.plans}
        for name, made in self.presets.items():
            made.setVisible(len(known) < MOST and PRESETS[name].name not in taken)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Hours", "Opening hours and targets"))
        self.area.setAccessibleName(self._title.text())
        for name, head, why in (
            (
                "week",
                translate("Hours", "Opening hours"),
                translate("Hours", "Write 9:00-12:30, 13:00-17:30. Clocks follow at once."),
            ),
            (
                "dates",
                translate("Hours", "Dates that differ"),
                translate("Hours", "These go before the week and the holidays."),
            ),
            (
                "holidays",
                translate("Hours", "Holidays"),
                translate("Hours", "On an open holiday the hours of its weekday count."),
            ),
            (
                "asking",
                translate("Hours", "Questions to colleagues"),
                translate("Hours", "Counted from when the question went out."),
            ),
            (
                "plans",
                translate("Hours", "Targets"),
                translate(
                    "Hours",
                    "At most three plans, one of them for everybody. "
                    "A plan for a customer goes before one for a priority, that before a channel.",
                ),
            ),
        ):
            self._heads[name].setText(head)
            self._whys[name].setText(why)
        for name, made in self.presets.items():
            text = translate("Hours", "Add the plan “{name}”")
            made.setAccessibleName(text.format(name=PRESETS[name].name))
            made.setText(" " + made.accessibleName())

    @override
    def redress(self) -> None:
        super().redress()
        for made in self.presets.values():
            made.setIcon(self.theme.icon("plus", "muted", 14))

    def _rebuild(self, plans: Sequence[int]) -> None:
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards = {}
        for plan_id in plans:
            card = PlanCard(self.theme, self)
            card.entered.connect(partial(self.plan_entered.emit, plan_id))
            card.counted.connect(partial(self.plan_counted.emit, plan_id))
            card.condition_wanted.connect(partial(self.condition_wanted.emit, plan_id))
            card.remove_wanted.connect(partial(self.remove_wanted.emit, plan_id))
            self._plans.addWidget(card)
            self.cards[plan_id] = card
