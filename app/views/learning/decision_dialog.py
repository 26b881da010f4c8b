"""A decision, to be written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.learning.decision_log import DecisionInfo, people_of
from app.services.learning.links import Link
from app.views.language import translate
from app.views.learning.words import link_text
from app.views.tokens import LARGE, SMALL, WIDE
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.flow import Flow
from app.views.widgets.labels import PlainLabel, plain_tip

WIDTH, WHAT_HEIGHT, WHY_HEIGHT, LINK_WIDTH = 560, 84, 84, 300
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Typed:
    """What was filled in."""

    what: str
    why: str
    day: date
    people: list[str]
    about: list[tuple[str, int]]


class DecisionDialog(QDialog):
    """The form of a decision.

    Args:
        today: the last day that it can be of.
        about: what it is about from the start.
        offered: what else it can be about.
        old: the decision that this one corrects.

    Signals:
        kept(object): what was filled in, as Typed; whoever hears it closes the dialog.
    """

    kept = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        today: date,
        about: Sequence[Link],
        offered: Sequence[Link],
        old: DecisionInfo | None = None,
    ) -> None:
        super().__init__(parent)
        title = translate("Decision", "Correct a decision") if old else _new()
        self.setWindowTitle(title)
        self._offered = {f"{one.kind}:{one.target}": one for one in offered}
        self.about: list[Link] = [*about]
        self.what, self.why = QPlainTextEdit(self), QPlainTextEdit(self)
        for field, height in ((self.what, WHAT_HEIGHT), (self.why, WHY_HEIGHT)):
            field.setTabChangesFocus(True)
            field.setFixedHeight(height)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMMM yyyy")
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(self.day.maximumDate())
        self.people = QLineEdit(self)
        self.more = ChoiceButton(self)
        self.links = Flow(self)
        self.problem = PlainLabel(tone="danger", wrap=True)
        self.problem.hide()
        self.stay, self.go = button("", self), button("primary", self)
        self._lay_out()
        self.what.textChanged.connect(self._allow)
        self.more.chosen.connect(self._on_more)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self._keep)
        if old is not None:
            self._take(old)
        self._show_links()
        self._allow()
        self.what.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field, text in (
            (self.what, translate("Decision", "What was decided")),
            (self.why, translate("Decision", "Why")),
            (self.day, translate("Decision", "On which day")),
            (self.people, translate("Decision", "With whom")),
        ):
            field.setAccessibleName(text)
            form.addRow(PlainLabel(text), field)
        self.people.setPlaceholderText(translate("Decision", "Names, with commas between them"))
        form.addRow(PlainLabel(translate("Decision", "About what")), self.more)
        form.addRow(PlainLabel(), self.links)
        self.stay.setText(translate("Decision", "Cancel"))
        self.go.setText(translate("Decision", "Write it down"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        layout.addStrut(WIDTH - 2 * WIDE)

    @property
    def typed(self) -> Typed:
        """What is filled in now."""
        day = self.day.date()
        return Typed(
            self.what.toPlainText(), self.why.toPlainText(),
            date(day.year(), day.month(), day.day()), people_of(self.people.text()),
            [(one.kind, one.target) for one in self.about],
        )  # fmt: skip

    def show_problem(self, text: str) -> None:
        """Say why it cannot be kept like this."""
        self.problem.setText(text)
        self.problem.show()

    def take_off(self, link: Link) -> None:
        """It is not about this after all."""
        self.about = [one for one in self.about if one != link]
        self._show_links()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and held:
            self._keep()
            return
        super().keyPressEvent(event)

    def _take(self, old: DecisionInfo) -> None:
        self.what.setPlainText(old.what)
        self.why.setPlainText(old.why)
        self.day.setDate(QDate(old.decided_on.year, old.decided_on.month, old.decided_on.day))
        self.people.setText(", ".join(one.name for one in old.people))
        self.about = [*old.links]

    def _show_links(self) -> None:
        made = []
        for link in self.about:
            text = link_text(link)
            one = button("", self.links)
            shown = one.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, LINK_WIDTH
            )  # fmt: skip
            one.setText(f"{shown.replace('&', '&&')}  ×")
            one.setToolTip(plain_tip(translate("Decision", "Take off: {name}").format(name=text)))
            one.setAccessibleName(translate("Decision", "Take off: {name}").format(name=text))
            one.clicked.connect(partial(self._on_take_off, link))
            made.append(one)
        self.links.put(made)
        self.links.setVisible(bool(made))
        held = {f"{one.kind}:{one.target}" for one in self.about}
        choices = [(key, link_text(one)) for key, one in self._offered.items() if key not in held]
        name = translate("Decision", "About what")
        add = translate("Decision", "Add a page, incident or question")
        self.more.set_choices(name, choices, "", empty=add)
        self.more.setEnabled(bool(choices))

    def _allow(self) -> None:
        self.go.setEnabled(bool(self.what.toPlainText().strip()))

    def _on_more(self, key: str) -> None:
        self.about.append(self._offered[key])
        self._show_links()

    def _on_take_off(self, link: Link, _checked: object = None) -> None:
        self.take_off(link)
        self.more.setFocus()

    def _keep(self) -> None:
        if self.go.isEnabled():
            self.kept.emit(self.typed)


def _new() -> str:
    return translate("Decision", "Write down a decision")
