"""What was asked of colleagues about a ticket, and how it stands."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.questions import QuestionKind, QuestionState
from app.services.tickets.questions import QuestionInfo
from app.views import moments
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

LOOKS = {
    "waits": ("hourglass", "muted"),
    "late": ("hourglass", "warn"),
    "not_sent": ("alert-circle", "danger"),
    "by_phone": ("phone", "muted"),
    "answered": ("check", "ok"),
    "approved": ("check", "ok"),
    "not_approved": ("x", "danger"),
    "undecided": ("user-question", "warn"),
    "withdrawn": ("x", "muted"),
}
TEXTS = {
    "waits": QT_TRANSLATE_NOOP("Questions", "{name}: asked, answer expected {moment}"),
    "reminded": QT_TRANSLATE_NOOP("Questions", "{name}: reminded {moment}"),
    "escalated": QT_TRANSLATE_NOOP("Questions", "{deputy}: asked in place of {name}, {moment}"),
    "nobody": QT_TRANSLATE_NOOP("Questions", "{name} does not answer, and there is no deputy"),
    "not_sent": QT_TRANSLATE_NOOP("Questions", "The question to {name} did not go out"),
    "by_phone": QT_TRANSLATE_NOOP("Questions", "{name}: asked by phone, {moment}"),
    "answered": QT_TRANSLATE_NOOP("Questions", "{name}: answered {moment}"),
    "approved": QT_TRANSLATE_NOOP("Questions", "{name}: approved your answer, {moment}"),
    "not_approved": QT_TRANSLATE_NOOP("Questions", "{name}: did not approve, {moment}"),
    "undecided": QT_TRANSLATE_NOOP("Questions", "{name}: answered {moment}. Is it a yes?"),
    "withdrawn": QT_TRANSLATE_NOOP("Questions", "{name}: no longer waited for"),
}
_VERDICTS = {None: "undecided", True: "approved", False: "not_approved"}
SHOWN = 4


class QuestionFacts(Panel):
    """A line for each question, the newest first, with what can be decided about it.

    Signals:
        withdraw_wanted(int): the answer to this question is no longer waited for.
        decided(int, bool): whether a colleague's word on a draft is a yes.
    """

    withdraw_wanted = Signal(int)
    decided = Signal(int, bool)

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._now = now
        self._questions: Sequence[QuestionInfo] = ()
        self.lines: list[PlainLabel] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._inside = QWidget(self)
        self._column.addWidget(self._inside)
        self.dress()

    def show_questions(self, questions: Sequence[QuestionInfo]) -> None:
        """Show how the questions of a ticket stand."""
        self._questions = questions
        self._show()

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def redress(self) -> None:
        self._show()

    def _show(self) -> None:
        before, self._inside = self._inside, QWidget(self)
        self._column.replaceWidget(before, self._inside)
        before.hide()
        before.deleteLater()
        self.lines, self.buttons = [], []
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for question in list(reversed(self._questions))[:SHOWN]:
            column.addLayout(self._line(question))
            acts = self._acts(question)
            if acts:
                column.addLayout(self._row(acts))
        self.setVisible(bool(self._questions))

    def _line(self, question: QuestionInfo) -> QHBoxLayout:
        look, text = _state_of(question)
        icon, tone = LOOKS[look]
        sign = PlainLabel()
        sign.setPixmap(self.theme.pixmap(icon, tone, 14))
        words = PlainLabel(_said(question, text, self._now()), face="small", tone=tone, wrap=True)
        self.lines.append(words)
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    def _acts(self, question: QuestionInfo) -> list[QPushButton]:
        if question.state == QuestionState.OPEN:
            made = button("link", self)
            made.setText(translate("Questions", "No longer wait"))
            made.clicked.connect(partial(self.withdraw_wanted.emit, question.id))
            return [made]
        if _state_of(question)[0] != "undecided":
            return []
        yes, no = button("link", self), button("link", self)
        yes.setText(translate("Questions", "Yes, approved"))
        no.setText(translate("Questions", "No"))
        yes.clicked.connect(partial(self.decided.emit, question.id, True))  # noqa: FBT003  a Qt signal has no names
        no.clicked.connect(partial(self.decided.emit, question.id, False))  # noqa: FBT003  a Qt signal has no names
        return [yes, no]

    def _row(self, acts: Sequence[QPushButton]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14 + TIGHT, 0, 0, 0)
        row.setSpacing(SMALL)
        for made in acts:
            self.buttons.append(made)
            row.addWidget(made)
        row.addStretch(1)
        return row


def _state_of(question: QuestionInfo) -> tuple[str, str]:
    """Return the look of a question, and which text tells of it."""
    if question.kind == QuestionKind.PHONE:
        return "by_phone", "by_phone"
    if question.state == QuestionState.ANSWERED:
        approval = question.kind == QuestionKind.APPROVAL
        name = _VERDICTS[question.approved] if approval else "answered"
        return name, name
    if question.state == QuestionState.WITHDRAWN:
        return "withdrawn", "withdrawn"
    if question.state == QuestionState.LAPSED or question.delivery in {"failed", "unknown"}:
        return "not_sent", "not_sent"
    return _waiting(question)


def _waiting(question: QuestionInfo) -> tuple[str, str]:
    if question.escalated_at is not None:
        return "late", "escalated" if question.deputy else "nobody"
    if question.reminded_at is not None:
        return "late", "reminded"
    return "waits", "waits"


def _said(question: QuestionInfo, text: str, now: datetime) -> str:
    times = (
        question.answered_at,
        question.escalated_at,
        question.reminded_at,
        question.due_at,
        question.asked_at,
    )
    at = next(moment for moment in times if moment is not None)
    moment = moments.full_moment(at, now)
    return translate("Questions", TEXTS[text]).format(
        name=question.colleague, deputy=question.deputy, moment=moment
    )
