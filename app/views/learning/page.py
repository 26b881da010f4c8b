"""The room in which people are kept up to date: briefings, decisions, inductions, practice."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.views.language import translate
from app.views.learning.briefing_sheet import BriefingSheet
from app.views.learning.decision_sheet import DecisionSheet
from app.views.learning.induction_sheet import InductionSheet
from app.views.learning.practice_sheet import PracticeSheet
from app.views.learning.sheet import Sheet
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, WIDE
from app.views.widgets.labels import PlainLabel
from app.views.widgets.room import Room
from app.views.widgets.segments import Segments

BRIEFINGS, DECISIONS, INDUCTION = "briefings", "decisions", "induction"
PRACTICE = "practice"
NAMES = {
    BRIEFINGS: QT_TRANSLATE_NOOP("Learning", "Briefings"),
    DECISIONS: QT_TRANSLATE_NOOP("Learning", "Decisions"),
    INDUCTION: QT_TRANSLATE_NOOP("Learning", "New colleagues"),
    PRACTICE: QT_TRANSLATE_NOOP("Learning", "Practise"),
}


class LearningPage(Room):
    """Shows one sheet at a time.

    Args:
        practises: whether this is the example firm, in which one practises.

    Signals:
        part_wanted(str): another sheet.
    """

    part_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        *,
        practises: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = PlainLabel(face="headline")
        self.parts = Segments(list(NAMES), self)
        self.briefings = BriefingSheet(theme, now, self)
        self.decisions = DecisionSheet(theme, self)
        self.induction = InductionSheet(theme, now, self)
        self.practice = PracticeSheet(theme, self)
        self.parts.buttons[PRACTICE].setVisible(practises)
        self.sheets: dict[str, Sheet] = {
            BRIEFINGS: self.briefings,
            DECISIONS: self.decisions,
            INDUCTION: self.induction,
            PRACTICE: self.practice,
        }
        self._stack = QStackedWidget(self)
        for sheet in self.sheets.values():
            self._stack.addWidget(sheet)
        self.parts.chosen.connect(self.part_wanted)
        head = QHBoxLayout()
        head.setSpacing(LARGE)
        head.addWidget(self._title)
        head.addWidget(self.parts)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.dress()

    def show_part(self, part: str) -> None:
        """Show briefings, decisions or new colleagues."""
        self.parts.choose(part)
        self._stack.setCurrentWidget(self.sheets[part])

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Learning", "Keeping up"))
        for part, name in NAMES.items():
            self.parts.buttons[part].setText(translate("Learning", name))
