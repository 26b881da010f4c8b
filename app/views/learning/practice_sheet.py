"""Tasks to practise on the example firm, and what went well of one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.learning.practice import Check, State
from app.services.learning.practice import TaskInfo
from app.views.language import translate
from app.views.learning.sheet import Sheet
from app.views.theme import Theme
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel

CHECKS = {
    Check.REACTED: QT_TRANSLATE_NOOP("Practice", "The customer knows that you have it"),
    Check.IN_TIME: QT_TRANSLATE_NOOP("Practice", "Within five minutes"),
    Check.CATEGORY: QT_TRANSLATE_NOOP("Practice", "Filed as a complaint"),
    Check.PRIORITY: QT_TRANSLATE_NOOP("Practice", "High or urgent"),
    Check.WALKED: QT_TRANSLATE_NOOP("Practice", "The procedure walked to its end"),
    Check.ASKED: QT_TRANSLATE_NOOP("Practice", "A colleague was asked"),
    Check.PROMISED: QT_TRANSLATE_NOOP("Practice", "Promised when the answer comes"),
    Check.ANSWERED: QT_TRANSLATE_NOOP("Practice", "The customer has an answer"),
    Check.CLOSED: QT_TRANSLATE_NOOP("Practice", "Done, with how it ended"),
}
LOOKS = {
    State.MET: ("circle-check", "ok", QT_TRANSLATE_NOOP("Practice", "went well")),
    State.OPEN: ("circle-dashed", "muted", QT_TRANSLATE_NOOP("Practice", "still to be done")),
    State.MISSED: ("alert-triangle", "warn", QT_TRANSLATE_NOOP("Practice", "too late")),
}


class PracticeSheet(Sheet):
    """Shows tasks.

    Signals:
        begin_wanted(str): the customer of a task is to write, by its key.
        ticket_wanted(int): the message of a task is to be shown.
    """

    begin_wanted = Signal(str)
    ticket_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.add.hide()
        self._found: Sequence[TaskInfo] = ()
        self._one: TaskInfo | None = None
        self.title = PlainLabel(face="title", wrap=True)
        self.todo = PlainLabel(wrap=True)
        self.verdict = PlainLabel(face="strong", wrap=True)
        self.checks = QListWidget(self)
        self.open, self.begin = button("", self), button("primary", self)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.open)
        below.addWidget(self.begin)
        for part in (self.title, self.todo, self.verdict):
            self.inside.addWidget(part)
        self.inside.addWidget(self.checks, 1)
        self.inside.addLayout(below)
        self.open.clicked.connect(self._on_open)
        self.begin.clicked.connect(self._on_begin)
        self.dress()

    def show_tasks(self, found: Sequence[TaskInfo], key: str) -> None:
        """Show the tasks, that with this key on screen, or the first."""
        self._found = found
        self._one = next((one for one in found if one.key == key), found[0] if found else None)
        self.show_state(0 if self._one else None, is_empty=False)
        self._show()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(translate("Practice", "Tasks"))
        self.checks.setAccessibleName(translate("Practice", "What went well"))
        self.open.setText(" " + translate("Practice", "Open the message"))
        self._show()

    @override
    def redress(self) -> None:
        super().redress()
        self.open.setIcon(self.theme.icon("inbox"))
        self._show()

    def _show(self) -> None:
        one = self._one
        if one is None:
            return
        entries = [(at, each.title, _below(each)) for at, each in enumerate(self._found)]
        self.show_entries(entries, self._found.index(one))
        self.title.setText(one.title)
        self.todo.setText(one.todo)
        missed = any(state is State.MISSED for _check, state in one.found)
        good = translate("Practice", "Well done: everything went well.")
        late = translate("Practice", "Done, and not everything went well. Try it again.")
        self.verdict.setText((late if missed else good) if one.done else "")
        self.verdict.setVisible(one.done)
        self.checks.clear()
        for check, state in one.found:
            self.checks.addItem(self._line(check, state))
        self.open.setVisible(one.ticket is not None)
        begin = translate("Practice", "Begin")
        again = translate("Practice", "Once more")
        self.begin.setText(begin if one.ticket is None else again)

    def _line(self, check: Check, state: State) -> QListWidgetItem:
        icon, colour, told = LOOKS[state]
        text = f"{translate('Practice', CHECKS[check])}\n{translate('Practice', told)}"
        made = QListWidgetItem(self.theme.icon(icon, colour), text)
        made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return made

    def _on_begin(self) -> None:
        if self._one is not None:
            self.begin_wanted.emit(self._one.key)

    def _on_open(self) -> None:
        if self._one is not None and self._one.ticket is not None:
            self.ticket_wanted.emit(self._one.ticket)


def _below(one: TaskInfo) -> str:
    if one.done:
        return translate("Practice", "Done")
    begun = translate("Practice", "Begun")
    return translate("Practice", "Not begun yet") if one.ticket is None else begun
