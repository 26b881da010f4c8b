"""One question that comes back: how often, how it is asked, and what is done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.radar import State, Task
from app.services.handbook.radar import FindingInfo
from app.views import moments, sentences
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import button
from app.views.widgets.flow import Flow
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.panel import Panel

WRITE, ANSWER, DISMISS, DONE, NONE, REOPEN = "write", "answer", "dismiss", "done", "none", "reopen"
CONTENT, WEBSITE = Task.CONTENT.value, Task.WEBSITE.value
ACTS = {
    WRITE: (QT_TRANSLATE_NOOP("Radar", "Write an article"), "file-text"),
    ANSWER: (QT_TRANSLATE_NOOP("Radar", "Answer them all"), "send"),
    CONTENT: (QT_TRANSLATE_NOOP("Radar", "Make new content"), "photo"),
    WEBSITE: (QT_TRANSLATE_NOOP("Radar", "Change the website"), "world"),
    DISMISS: (QT_TRANSLATE_NOOP("Radar", "Not worth it"), "x"),
    REOPEN: (QT_TRANSLATE_NOOP("Radar", "Open again"), "history"),
}
TASKS = {
    Task.ARTICLE.value: QT_TRANSLATE_NOOP("Radar", "To do: write an article"),
    CONTENT: QT_TRANSLATE_NOOP("Radar", "To do: make new content"),
    WEBSITE: QT_TRANSLATE_NOOP("Radar", "To do: change the website"),
}
TASK_ACTS = {Task.ARTICLE.value: WRITE, CONTENT: CONTENT, WEBSITE: WEBSITE}
"""Which act sets a task about."""
OPEN_ACTS = (WRITE, ANSWER, CONTENT, WEBSITE, DISMISS)
OWNER_WIDTH = 220


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with what the card needs beside it: how many of its messages are of late."""

    info: FindingInfo
    lately: int
    days: int


class FindingCard(Panel):
    """Shows one finding.

    Signals:
        act_wanted(str): what is to be done, of ACTS, DONE or NONE (no task any more).
        noted(str, str): how the task is done, and who does it.
        ticket_wanted(int): one of its messages.
    """

    act_wanted = Signal(str)
    noted = Signal(str, str)
    ticket_wanted = Signal(int)

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("card")
        self._now = now
        self._shown: Shown | None = None
        self.title = PlainLabel(face="title", wrap=True)
        self.about = PlainLabel(tone="muted", wrap=True)
        self.acts = {name: button("primary" if name == WRITE else "", self) for name in ACTS}
        self._flow = Flow(self)
        self._flow.put(list(self.acts.values()))
        self.task = QFrame(self)
        self.task.setProperty("ground", "plain")
        self.task_name = PlainLabel(face="strong", wrap=True)
        self.done, self.none = button("primary", self.task), button("quiet", self.task)
        self.note, self.owner = QLineEdit(self.task), QLineEdit(self.task)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.owner.setCompleter(completer)
        self._note_name, self._owner_name = PlainLabel(face="small"), PlainLabel(face="small")
        self._asked = PlainLabel(face="section")
        self.tickets = QListWidget(self)
        self.tickets.setWordWrap(True)
        self.tickets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.task_name, 1)
        head.addWidget(self.none)
        head.addWidget(self.done)
        fields = QGridLayout()
        fields.setHorizontalSpacing(SMALL)
        fields.setVerticalSpacing(TIGHT)
        fields.addWidget(self._note_name, 0, 0)
        fields.addWidget(self._owner_name, 0, 1)
        fields.addWidget(self.note, 1, 0)
        fields.addWidget(self.owner, 1, 1)
        fields.setColumnStretch(0, 1)
        self.owner.setFixedWidth(OWNER_WIDTH)
        inside = QVBoxLayout(self.task)
        inside.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        inside.addLayout(head)
        inside.addLayout(fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        for part in (self.title, self.about, self._flow, self.task, self._asked):
            column.addWidget(part)
        column.addWidget(self.tickets, 1)

    def _connect(self) -> None:
        for name, made in self.acts.items():
            made.clicked.connect(partial(self.act_wanted.emit, name))
        self.done.clicked.connect(partial(self.act_wanted.emit, DONE))
        self.none.clicked.connect(partial(self.act_wanted.emit, NONE))
        self.note.editingFinished.connect(self._on_noted)
        self.owner.editingFinished.connect(self._on_noted)
        self.tickets.itemActivated.connect(self._on_ticket)
        self.tickets.itemClicked.connect(self._on_ticket)

    def show_finding(self, shown: Shown, colleagues: Sequence[str]) -> None:
        """Show a finding; what is being typed for the same one stays."""
        same = self._shown is not None and self._shown.info.id == shown.info.id
        typing = same and (self.note.hasFocus() or self.owner.hasFocus())
        self._shown = shown
        if not typing:
            self.note.setText(shown.info.note)
            self.owner.setText(shown.info.owner)
        self._known.setStringList(list(colleagues))
        self._fill()

    def begin_note(self) -> None:
        """Let the owner say how it is to be done."""
        self.note.setFocus()

    def _fill(self) -> None:
        if self._shown is None:
            return
        info = self._shown.info
        is_open = info.state == State.OPEN
        self.title.setText(", ".join(info.words))
        self.about.setText(self._about(self._shown))
        for name, made in self.acts.items():
            made.setVisible((name in OPEN_ACTS) == is_open and name != info.task)
        self._flow.place_anew()
        self.task.setVisible(info.task is not None)
        self.task_name.setText(translate("Radar", TASKS[info.task]) if info.task else "")
        for part in (self.done, self.none):
            part.setVisible(is_open)
        self.note.setEnabled(is_open)
        self.owner.setEnabled(is_open)
        self._fill_tickets(info)

    def _about(self, shown: Shown) -> str:
        info = shown.info
        often = plural("Radar", "Asked in %n message(s)", len(info.tickets))
        lately = translate("Radar", "{number} in the last {days} days")
        parts = [often, lately.format(number=shown.lately, days=shown.days)]
        if info.settled_at is not None:
            text = (
                translate("Radar", "done: {moment}")
                if info.state == State.DONE
                else translate("Radar", "left as it is: {moment}")
            )
            parts.append(text.format(moment=moments.full_moment(info.settled_at, self._now())))
        return " · ".join(parts)

    def _fill_tickets(self, info: FindingInfo) -> None:
        self.tickets.clear()
        for one in info.tickets:
            state = sentences.word(sentences.STATES, one.state)
            moment = moments.full_moment(one.asked_at, self._now())
            below = translate("Radar", "no. {number}").format(number=one.number)
            item = QListWidgetItem(f"{one.question or one.subject}\n{below} · {moment} · {state}")
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setToolTip(plain_tip(one.subject))
            self.tickets.addItem(item)

    @override
    def retranslate(self) -> None:
        for name, (text, _icon) in ACTS.items():
            self.acts[name].setText(" " + translate("Radar", text))
        self.done.setText(translate("Radar", "It was done"))
        self.none.setText(translate("Radar", "No task after all"))
        self._note_name.setText(translate("Radar", "How"))
        self._owner_name.setText(translate("Radar", "Who does it"))
        self.note.setAccessibleName(self._note_name.text())
        self.note.setPlaceholderText(translate("Radar", "What is to be changed, and where"))
        self.owner.setAccessibleName(self._owner_name.text())
        self._asked.setText(translate("Radar", "Asked like this"))
        self.tickets.setAccessibleName(self._asked.text())
        self._fill()

    @override
    def redress(self) -> None:
        for name, (_text, icon) in ACTS.items():
            colour = "on_accent" if name == WRITE else "muted"
            self.acts[name].setIcon(self.theme.icon(icon, colour))

    def _on_noted(self) -> None:
        if self._shown is None:
            return
        info, note, owner = self._shown.info, self.note.text(), self.owner.text()
        if (note.strip(), owner.strip()) != (info.note, info.owner) and info.task is not None:
            self.noted.emit(note, owner)

    def _on_ticket(self, item: QListWidgetItem) -> None:
        self.ticket_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
