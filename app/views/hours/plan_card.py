"""One SLA plan: its name, its targets, and for whom it is."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.clocks import Target
from app.models.rules.hours import Counting
from app.models.rules.plans import Plan
from app.views import channel_looks, moments, sentences
from app.views.hours import words
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.checked import LINE, CheckedLine
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

NAME, FIRST, EVENING, ANSWER, NEXT = "name", "first_reaction", "evening", "answer", "next_reply"
LINES = (NAME, FIRST, EVENING, ANSWER, NEXT)
COUNTED = (ANSWER, NEXT)
KINDS, PRIORITIES, CONTACTS = "kinds", "priorities", "contacts"
CONDITIONS = (KINDS, PRIORITIES, CONTACTS)
AMOUNT_WIDTH, COUNTING_WIDTH, MOST_LISTED = 110, 260, 4


class PlanCard(Panel):
    """Shows a plan.

    Signals:
        entered(str, str): one of LINES and what was typed.
        counted(str, str): one of COUNTED and which time counts.
        condition_wanted(str): one of CONDITIONS, to be changed.
        remove_wanted(): take it out.
    """

    entered = Signal(str, str)
    counted = Signal(str, str)
    condition_wanted = Signal(str)
    remove_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_ground("card")
        self._plan: Plan | None = None
        self._handles: Mapping[int, str] = {}
        self._labels = {name: PlainLabel(tone="muted") for name in (*LINES, *CONDITIONS)}
        self.lines = {name: CheckedLine(self) for name in LINES}
        self.counting = {name: ChoiceButton(self) for name in COUNTED}
        self._notes = {name: PlainLabel(tone="muted") for name in (FIRST, EVENING)}
        for note in self._notes.values():
            note.setMinimumHeight(LINE)
        self.conditions = {name: button("link", self) for name in CONDITIONS}
        self.remove = button("quiet", self)
        self._lay_out()
        for name, line in self.lines.items():
            line.entered.connect(partial(self.entered.emit, name))
        for name, choice in self.counting.items():
            choice.setMinimumWidth(COUNTING_WIDTH)
            choice.chosen.connect(partial(self.counted.emit, name))
        for name, made in self.conditions.items():
            made.clicked.connect(partial(self.condition_wanted.emit, name))
        self.remove.clicked.connect(self.remove_wanted)
        self.dress()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(2, 1)
        for at, name in enumerate((*LINES, *CONDITIONS)):
            self._labels[name].setMinimumHeight(LINE)
            grid.addWidget(self._labels[name], at, 0, Qt.AlignmentFlag.AlignTop)
            if name == NAME:
                grid.addWidget(self.lines[name], at, 1, 1, 2)
            elif name in self.lines:
                self.lines[name].setMinimumWidth(AMOUNT_WIDTH)
                grid.addWidget(self.lines[name], at, 1)
                beside = self.counting[name] if name in self.counting else self._notes[name]
                side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
                grid.addWidget(beside, at, 2, side)
            else:
                grid.addWidget(self.conditions[name], at, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        layout.addLayout(grid)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)

    def show_plan(self, plan: Plan, handles: Mapping[int, str]) -> None:
        """Show a plan; `handles` has one of each of its customers."""
        self._plan, self._handles = plan, handles
        self._show()

    @override
    def retranslate(self) -> None:
        for name, text in {
            NAME: translate("Hours", "Plan"),
            FIRST: translate("Hours", "First reaction within"),
            EVENING: translate("Hours", "In evening hours within"),
            ANSWER: translate("Hours", "Answer within"),
            NEXT: translate("Hours", "Next reply within"),
            KINDS: translate("Hours", "Channels"),
            PRIORITIES: translate("Hours", "Priorities"),
            CONTACTS: translate("Hours", "Customers"),
        }.items():
            self._labels[name].setText(text)
        self._notes[FIRST].setText(translate("Hours", words.COUNTING[Counting.WORKING]))
        self._notes[EVENING].setText(translate("Hours", "of evening and opening time"))
        self.remove.setText(translate("Hours", "Take this plan out"))
        self._show()

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        targets = plan.targets
        evening = "" if targets.evening is None else moments.whole_amount(targets.evening)
        values = {
            NAME: plan.name,
            FIRST: moments.whole_amount(targets.first_reaction.amount),
            EVENING: evening,
            ANSWER: moments.whole_amount(targets.answer.amount),
            NEXT: moments.whole_amount(targets.next_reply.amount),
        }
        for name, line in self.lines.items():
            line.show_value(values[name])
            empty = translate("Hours", "at opening") if name == EVENING else ""
            line.name(f"{plan.name}: {self._labels[name].text()}", placeholder=empty)
        for name, target in ((ANSWER, targets.answer), (NEXT, targets.next_reply)):
            self._show_counting(name, target)
        for name, told in self._told(plan).items():
            self.conditions[name].setText(told.replace("&", "&&"))
            self.conditions[name].setAccessibleName(f"{self._labels[name].text()}: {told}")
        self.remove.setAccessibleName(f"{self.remove.text()}: {plan.name}")

    def _show_counting(self, name: str, target: Target) -> None:
        choices = [(one.value, translate("Hours", words.COUNTING[one])) for one in Counting]
        self.counting[name].set_choices(
            f"{self._labels[name].text()}: {translate('Hours', 'which time counts')}",
            choices,
            target.counting.value,
        )

    def _told(self, plan: Plan) -> dict[str, str]:
        known = {
            KINDS: [channel_looks.name_of(one) for one in sorted(plan.kinds)],
            PRIORITIES: [
                sentences.word(sentences.PRIORITIES, one) for one in sorted(plan.priorities)
            ],
            CONTACTS: [self._handles.get(one, str(one)) for one in sorted(plan.contacts)],
        }
        nobody = translate("Hours", "choose") if plan.conditions else translate("Hours", "all")
        return {name: _listed(values) or nobody for name, values in known.items()}


def _listed(values: Sequence[str]) -> str:
    more = len(values) - MOST_LISTED
    return ", ".join(values[:MOST_LISTED]) + (f" +{more}" if more > 0 else "")
