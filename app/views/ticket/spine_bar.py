"""The six steps of a ticket as a bar: what is done, what is next, and what shows it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.models.rules.questions import QuestionState
from app.models.rules.spine import Facts, Progress, Step, StepName, steps
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.questions import QuestionInfo
from app.views import moments
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, TIGHT, WIDE
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.panel import Panel

NAMES = {
    StepName.MONITOR: QT_TRANSLATE_NOOP("Spine", "Monitor"),
    StepName.ASSESS: QT_TRANSLATE_NOOP("Spine", "Assess"),
    StepName.REACT: QT_TRANSLATE_NOOP("Spine", "React"),
    StepName.FETCH: QT_TRANSLATE_NOOP("Spine", "Fetch"),
    StepName.ANSWER: QT_TRANSLATE_NOOP("Spine", "Answer"),
    StepName.DOCUMENT: QT_TRANSLATE_NOOP("Spine", "Document"),
}
WANTED = {
    StepName.MONITOR: QT_TRANSLATE_NOOP("Spine", "The message is in"),
    StepName.ASSESS: QT_TRANSLATE_NOOP("Spine", "Say what it is about: category and priority"),
    StepName.REACT: QT_TRANSLATE_NOOP("Spine", "Tell the customer that you have it"),
    StepName.FETCH: QT_TRANSLATE_NOOP("Spine", "Ask the colleague who knows, when you do not"),
    StepName.ANSWER: QT_TRANSLATE_NOOP("Spine", "Answer in the customer's own channel"),
    StepName.DOCUMENT: QT_TRANSLATE_NOOP("Spine", "Say how it ended, so that others can learn"),
}
PROGRESS = {
    Progress.TODO: QT_TRANSLATE_NOOP("Spine", "still to do"),
    Progress.BUSY: QT_TRANSLATE_NOOP("Spine", "waits for a colleague"),
    Progress.DONE: QT_TRANSLATE_NOOP("Spine", "done"),
    Progress.LATE: QT_TRANSLATE_NOOP("Spine", "done too late"),
    Progress.SKIPPED: QT_TRANSLATE_NOOP("Spine", "was not needed"),
}
LOOKS = {
    Progress.TODO: ("circle-dashed", "muted"),
    Progress.BUSY: ("hourglass", "warn"),
    Progress.DONE: ("check", "ok"),
    Progress.LATE: ("alert-triangle", "danger"),
    Progress.SKIPPED: ("dots", "muted"),
}


BESIDE = 14 + 2 * TIGHT + MEDIUM
"""Room that a step takes beside its word."""


class SpineBar(Panel):
    """One line below the head of a ticket."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self._now = now
        self._steps: tuple[Step, ...] = ()
        self._icons = {name: PlainLabel() for name in StepName}
        self.words = {name: PlainLabel(face="small") for name in StepName}
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, 0, 0, TIGHT)
        row.setSpacing(TIGHT)
        for name in StepName:
            row.addWidget(self._icons[name])
            row.addWidget(self.words[name])
            if name is not StepName.DOCUMENT:
                row.addSpacing(MEDIUM)
        row.addStretch(1)
        self.dress()

    def show_ticket(self, ticket: TicketInfo, questions: Sequence[QuestionInfo]) -> None:
        """Show how far a ticket is, and whether a colleague was asked."""
        self._steps = steps(facts_of(ticket, questions))
        self.dress()

    @override
    def retranslate(self) -> None:
        for step in self._steps:
            name = translate("Spine", NAMES[step.name])
            progress = translate("Spine", PROGRESS[step.progress])
            if step.at is not None:
                progress = f"{progress} · {moments.full_moment(step.at, self._now())}"
            label = self.words[step.name]
            label.setText(name)
            label.setAccessibleName(f"{name}: {progress}")
            for part in (label, self._icons[step.name]):
                wanted = translate("Spine", WANTED[step.name])
                part.setToolTip(plain_tip(f"{name}: {progress}\n{wanted}"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @property
    def _next(self) -> StepName | None:
        return next((one.name for one in self._steps if one.progress is Progress.TODO), None)

    def _make_room(self) -> None:
        """Leave out the words of the other steps where there is no room for all."""
        words = sum(label.sizeHint().width() for label in self.words.values())
        room = WIDE + words + len(StepName) * BESIDE
        for name, label in self.words.items():
            label.setVisible(self.width() >= room or name is self._next)

    @override
    def redress(self) -> None:
        next_one = self._next
        for step in self._steps:
            icon, tone = LOOKS[step.progress]
            self._icons[step.name].setPixmap(self.theme.pixmap(icon, tone, 14))
            self._icons[step.name].setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.words[step.name].set_tone("" if step.name is next_one else "muted")
        self._make_room()


def facts_of(ticket: TicketInfo, questions: Sequence[QuestionInfo]) -> Facts:
    """Return what the steps of a ticket are judged by."""
    settled = ticket.state in {"no_reaction", "spam"}
    return Facts(
        created_at=ticket.created_at,
        assessed=ticket.category is not None or settled,
        settled=settled,
        first_reaction_due=ticket.first_reaction_due,
        first_reacted_at=ticket.first_reacted_at,
        answer_due=ticket.answer_due,
        answered_at=ticket.answered_at,
        asked=len(questions),
        told=sum(one.state != QuestionState.OPEN for one in questions),
        documented_at=ticket.documented_at,
    )
