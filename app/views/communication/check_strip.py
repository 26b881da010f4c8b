"""The checklist for publishing, walked beside what is to be posted: the step that is to be done."""

from functools import partial
from textwrap import wrap

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.handbook.pages import Step
from app.models.rules.handbook.walk import Move, plain, title_of
from app.services.communication.checklist import Checked
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL, TIGHT
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.flow import Flow
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WIDEST = 60
"""How many characters of an answer stand on a line."""


class CheckStrip(Panel):
    """Offers to begin the checklist, or shows where it is.

    Signals:
        begin_wanted(): walk the checklist.
        moved(str, object): a move (rules/handbook/walk.py), and the answer from 0, or None.
    """

    begin_wanted = Signal()
    moved = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("plain")
        self._checked: Checked | None = None
        self._sign, self._head = PlainLabel(), PlainLabel(face="section")
        self.step, self.more = PlainLabel(face="strong", wrap=True), PlainLabel(wrap=True)
        self.result = PlainLabel(face="small", tone="muted", wrap=True)
        self.answers = Flow(self)
        self.begin, self.go, self.back = button("", self), button("", self), icon_button(self)
        self.begin.clicked.connect(self.begin_wanted)
        self.go.clicked.connect(partial(self.moved.emit, Move.TICK.value, None))
        self.back.clicked.connect(partial(self.moved.emit, Move.BACK.value, None))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._sign)
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self.back)
        foot.addWidget(self.begin)
        foot.addWidget(self.go)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        for part in (self.step, self.more, self.result, self.answers):
            column.addWidget(part)
        column.addLayout(foot)
        self.dress()

    def show_checked(self, checked: Checked | None) -> None:
        """Show how far it is; None when it was not begun."""
        self._checked = checked
        self.dress()

    @override
    def retranslate(self) -> None:
        checked = self._checked
        self.begin.setText(translate("Communication", "Walk the checklist"))
        self.go.setText(translate("Communication", "Done, go on"))
        self.back.setToolTip(translate("Communication", "One step back"))
        self.back.setAccessibleName(self.back.toolTip())
        walk = checked.walk if checked is not None else None
        moves = walk.moves if walk is not None else frozenset()
        self.begin.setVisible(walk is None)
        self.go.setVisible(Move.TICK in moves)
        self.back.setVisible(Move.BACK in moves)
        page = checked.page if checked is not None else ""
        head = translate("Communication", "Checklist before it is posted")
        self._head.setText(f"{head}: {page}" if page else head)
        self._show_step(walk.at if walk is not None else None, begun=walk is not None)

    @override
    def redress(self) -> None:
        done = self._checked is not None and self._checked.walk.is_done
        name, colour = ("circle-check", "ok") if done else ("list-details", "accent")
        self._sign.setPixmap(self.theme.pixmap(name, colour, 16))
        self.back.setIcon(self.theme.icon("arrow-left", "muted", 16))

    def _show_step(self, at: Step | None, *, begun: bool) -> None:
        nowhere = translate("Walk", "The procedure does not say what comes next")
        title = title_of(at) if at is not None else nowhere if begun else ""
        more = plain("\n".join(at.text.split("\n")[1:])) if at is not None else ""
        expected = plain(at.expected) if at is not None else ""
        shown = translate("Walk", "Result: {text}").format(text=expected) if expected else ""
        for label, text in ((self.step, title), (self.more, more), (self.result, shown)):
            label.setText(text)
            label.setVisible(bool(text.strip()))
        made = []
        for place, answer in enumerate(at.answers if at is not None else ()):
            one = button("choice")
            one.setText("\n".join(wrap(answer.label, WIDEST)).replace("&", "&&"))
            one.setAccessibleName(answer.label)
            one.clicked.connect(partial(self.moved.emit, Move.CHOOSE.value, place))
            made.append(one)
        self.answers.put(made)
        self.answers.setVisible(bool(made))
