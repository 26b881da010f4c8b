"""The walk through a procedure beside the composer: the step that is to be done now, large."""

from collections.abc import Sequence
from functools import partial
from textwrap import wrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.handbook.pages import Kind, Step
from app.models.rules.handbook.walk import Move, plain, title_of
from app.services.handbook.beside import Beside
from app.services.tickets.walks import RunInfo
from app.views.actions import Actions
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.flow import Flow
from app.views.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from app.views.widgets.panel import Panel

GO, USE, BACK, STOP = "sop_go", "sop_use", "sop_back", "sop_stop"
KINDS = {
    Kind.DO: ("circle-check", QT_TRANSLATE_NOOP("Walk", "Do this")),
    Kind.CHOICE: ("arrows-split", QT_TRANSLATE_NOOP("Walk", "Choose")),
    Kind.ASK: ("user-question", QT_TRANSLATE_NOOP("Walk", "Ask a colleague")),
    Kind.SEND: ("send", QT_TRANSLATE_NOOP("Walk", "Send this text")),
}
MOST_NUMBERS, WIDEST = 9, 46
"""Answers that have a key, and how many characters stand on a line of one."""

LONG = 80
"""Characters from which on a step stands in smaller letters."""

ROOM = 0.25
"""How much of the window the step may take before it scrolls; the answer needs the rest."""

BAR_WIDTH = 72


class WalkCard(Panel):
    """Shows where a walk is; its buttons are actions of the window, but for the answers.

    Signals:
        wanted(str): an action of the window.
        chosen(int): the answer of a choice, 0 for the first.
    """

    wanted = Signal(str)
    chosen = Signal(int)

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("raised")
        self._actions = actions
        self._beside: Beside | None = None
        self._folded = self._unfolded = False
        self._sign, self._kind = PlainLabel(), PlainLabel(face="section")
        self._name = ElidedLabel(face="small", tone="muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.fold = icon_button(self)
        self.fold.clicked.connect(self._on_fold)
        self.step = PlainLabel(face="title", wrap=True)
        self.more = PlainLabel(wrap=True)
        self.result = PlainLabel(face="small", tone="muted", wrap=True)
        self.answers = Flow(self)
        self.area, self._inside = QScrollArea(self), QWidget()
        self.go, self.use = button("primary", self), button("", self)
        self.back, self.stop = icon_button(self), icon_button(self)
        self.so_far = button("link", self)
        self.passed = PlainLabel(face="small", tone="muted", wrap=True)
        self.so_far.clicked.connect(self._on_so_far)
        for made, name in ((self.go, GO), (self.use, USE), (self.back, BACK), (self.stop, STOP)):
            made.clicked.connect(partial(self.wanted.emit, name))
        self._numbers = [self._number(at) for at in range(MOST_NUMBERS)]
        self._lay_out()
        self.dress()

    def _number(self, at: int) -> QShortcut:
        made = QShortcut(QKeySequence(str(at + 1)), self)
        made.setEnabled(False)
        made.activated.connect(partial(self.chosen.emit, at))
        return made

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(SMALL)
        foot.setSpacing(SMALL)
        _fill(head, (self._sign, self._kind, self._name))
        head.addStretch(1)
        _fill(head, (self.so_far, self.bar, self.fold))
        _fill(foot, (self.go, self.use))
        foot.addStretch(1)
        _fill(foot, (self.back, self.stop))
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, SMALL, MEDIUM, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(TIGHT)
        _fill(inside, (self.step, self.more, self.result, self.answers, self.passed))
        inside.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inside)
        for see_through in (self._inside, self.area.viewport()):
            see_through.setAutoFillBackground(False)
        column.addWidget(self.area)
        column.addSpacing(TIGHT)
        column.addLayout(foot)

    @property
    def run(self) -> RunInfo | None:
        """The walk that is shown."""
        return self._beside.run if self._beside else None

    def show_walk(self, beside: Beside) -> None:
        """Show a walk."""
        if self.run is None or beside.run is None or self.run.id != beside.run.id:
            self._unfolded = False
        self._beside = beside
        self.dress()

    @override
    def retranslate(self) -> None:
        for made, name in (
            (self.fold, translate("Walk", "Show more or less of the procedure")),
            (self.so_far, translate("Walk", "What was done so far")),
            (self.go, self._actions.tip(GO)),
            (self.use, self._actions.tip(USE)),
            (self.back, self._actions.tip(BACK)),
            (self.stop, self._actions.tip(STOP)),
        ):
            made.setToolTip(plain_tip(name))
            made.setAccessibleName(name)
        beside, run = self._beside, self.run
        if beside is None or run is None:
            return
        self._name.setText(run.title)
        self._show_so_far(run)
        self._show_step(run.walk.at)
        self._show_buttons(beside, run)
        self.setAccessibleName(translate("Walk", "Procedure: {name}").format(name=run.title))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def is_folded(self) -> bool:
        """Whether the step takes one line."""
        return self._folded

    def _fit(self) -> None:
        """Take the height that the step needs, as far as there is room."""
        layout, width = self._inside.layout(), self.area.viewport().width()
        if layout is not None:
            wanted = layout.totalHeightForWidth(width)
            self.area.setFixedHeight(min(wanted, int(self.window().height() * ROOM)))
            self.area.setVisible(not self._folded)

    def _show_so_far(self, run: RunInfo) -> None:
        behind, left = run.walk.behind, run.walk.least_left
        done, total = len(behind), len(behind) + (left or 1)
        words = translate("Walk", "Step {number} of at least {total}")
        told = words.format(number=done + 1, total=total)
        lines = [
            f"✓ {one.step.id}. {title_of(one.step)}" + (f" → {one.answer}" if one.answer else "")
            for one in behind
        ]
        self.so_far.setText(f"{done + 1} / {total}")
        self.so_far.setAccessibleName(told)
        self.so_far.setToolTip(plain_tip("\n".join([told, *lines])))
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.passed.setText("\n".join(lines))
        self.passed.setVisible(bool(lines) and self._unfolded)

    def _show_step(self, at: Step | None) -> None:
        kind = KINDS[at.kind][1] if at is not None and at.kind in KINDS else ""
        self._kind.setText(translate("Walk", kind) if kind else "")
        nowhere = translate("Walk", "The procedure does not say what comes next")
        lines = at.text.split("\n") if at is not None else []
        title = title_of(at) if at is not None else nowhere
        rest = lines if at is not None and at.kind is Kind.SEND else lines[1:]
        self.step.setText(title)
        _set_face(self.step, "strong" if len(title) > LONG else "title")
        self.more.setText(plain("\n".join(rest)))
        self.more.setVisible(bool(self.more.text().strip()))
        expected = plain(at.expected) if at is not None else ""
        self.result.setText(translate("Walk", "Result: {text}").format(text=expected))
        self.result.setVisible(bool(expected))
        self._name.setText(title if self._folded else self._name.whole)
        labels = [one.label for one in at.answers] if at is not None else []
        self._show_answers(labels)

    def _show_answers(self, labels: Sequence[str]) -> None:
        keyed = self._actions.single_letters
        made = []
        for at, label in enumerate(labels):
            one = button("choice")
            number = f"{at + 1}  " if keyed and at < MOST_NUMBERS else ""
            one.setText("\n".join(wrap(f"{number}{label}", WIDEST)).replace("&", "&&"))
            one.setAccessibleName(label)
            one.clicked.connect(partial(self.chosen.emit, at))
            made.append(one)
        self.answers.put(made)
        self.answers.setVisible(bool(made))
        for at, shortcut in enumerate(self._numbers):
            shortcut.setEnabled(keyed and at < len(labels))

    def _show_buttons(self, beside: Beside, run: RunInfo) -> None:
        moves, at = run.walk.moves, run.walk.at
        kind = at.kind if at is not None else None
        done, keys = translate("Walk", "Done, go on"), self._actions.shown_keys(GO)
        self.go.setText(f"{done}  ({keys})" if keys else done)
        self.go.setAccessibleName(done)
        self.go.setVisible(Move.TICK in moves)
        whom = beside.whom.partition(" ")[0] or (beside.asks.about if beside.asks else "")
        ask = translate("Walk", "Ask {name} …") if whom else translate("Walk", "Ask a colleague …")
        use = {
            Kind.SEND: translate("Walk", "Put it in the answer"),
            Kind.ASK: ask.format(name=whom),
        }.get(kind or Kind.DO, "")
        self.use.setText(use.replace("&", "&&"))
        self.use.setAccessibleName(use)
        self.use.setVisible(bool(use) and not self._folded)
        self.back.setVisible(Move.BACK in moves and not self._folded)
        self.stop.setVisible(not self._folded)

    @override
    def redress(self) -> None:
        at = self.run.walk.at if self.run else None
        icon = KINDS[at.kind][0] if at is not None and at.kind in KINDS else "alert-circle"
        self._sign.setPixmap(self.theme.pixmap(icon, "accent", 16))
        self.fold.setIcon(
            self.theme.icon("chevron-up" if self._folded else "chevron-down", "muted")
        )
        self.back.setIcon(self.theme.icon("arrow-left", "muted", 16))
        self.stop.setIcon(self.theme.icon("x", "muted", 16))
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _on_fold(self) -> None:
        self._folded = not self._folded
        self.dress()

    def _on_so_far(self) -> None:
        self._unfolded = not self._unfolded
        self.retranslate()


def _fill(layout: QBoxLayout, parts: Sequence[QWidget]) -> None:
    for part in parts:
        layout.addWidget(part)


def _set_face(label: PlainLabel, face: str) -> None:
    if label.property("face") != face:
        label.setProperty("face", face)
        label.style().unpolish(label)
        label.style().polish(label)
