"""What was said or written outside Balie, logged in the message on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.channels.api import Attachment
from app.services.tickets.entries import IN, OUT
from app.services.tickets.logged import ELSEWHERE, PAGE, PHONE, SHOP, TALKS, WAYS
from app.views.day.file_row import FileRow
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.checked import CheckedLine
from app.views.widgets.labels import PlainLabel
from app.views.widgets.segments import Segments

WHEN, CALLBACK, TEXT = "when", "callback", "text"
WIDTH, TEXT_HEIGHT = 560, 130


@dataclass(frozen=True, slots=True)
class Logged:
    """What was filled in."""

    way: str
    direction: str
    text: str
    when: str
    callback: str
    settled: bool
    files: tuple[Attachment, ...]


class LogDialog(QDialog):
    """The form of what was said to or by a customer.

    Args:
        customer: what he is called.
        way: what is chosen at first.

    Signals:
        kept(object): what was filled in, as Logged; whoever hears it closes the dialog.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, customer: str, way: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Log", "Log what was said or written"))
        self._lead = PlainLabel(tone="muted", wrap=True)
        self._lead.setText(
            translate("Log", "For {name}. Nothing is sent from here.").format(name=customer)
        )
        self.way, self.direction = way, OUT
        self.ways, self.directions = Segments(WAYS, self), Segments((IN, OUT), self)
        self.ways.chosen.connect(self.choose_way)
        self.directions.chosen.connect(self._on_direction)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(TEXT_HEIGHT)
        self.problem = PlainLabel(face="small", tone="danger", wrap=True)
        self.problem.hide()
        self.lines = {name: CheckedLine(self) for name in (WHEN, CALLBACK)}
        self.files = FileRow(theme, self)
        self.settled = QCheckBox(translate("Log", "Nothing is left to do"), self)
        self.settled.setChecked(True)
        self.lines[CALLBACK].line.textChanged.connect(self._on_callback)
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("Log", "Cancel"))
        self.go.setText(translate("Log", "Log it"))
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self._keep)
        self._lay_out()
        self.choose_way(way)
        self.words.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        said, when = translate("Log", "What was said"), translate("Log", "When")
        self.words.setAccessibleName(said)
        written = QVBoxLayout()
        written.setSpacing(SMALL)
        written.addWidget(self.words)
        written.addWidget(self.problem)
        form.addRow(PlainLabel(said), written)
        past = translate("Log", "Just now; or such as 14:30, or yesterday 16:00")
        self.lines[WHEN].name(when, placeholder=past)
        form.addRow(PlainLabel(when), self.lines[WHEN])
        back = translate("Log", "Ring back")
        tomorrow = translate("Log", "Such as tomorrow 10:00, or in 2 hours")
        self.lines[CALLBACK].name(back, placeholder=tomorrow)
        form.addRow(PlainLabel(back), self.lines[CALLBACK])
        form.addRow(PlainLabel(translate("Log", "Files")), self.files)
        form.addRow(PlainLabel(), self.settled)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        layout.addWidget(self._lead)
        layout.addWidget(self.ways)
        layout.addWidget(self.directions)
        layout.addLayout(form)
        layout.addLayout(buttons)
        layout.addStrut(WIDTH - 2 * WIDE)

    def choose_way(self, way: str) -> None:
        """Log an answer on the page, a call, a talk in the shop, or something else."""
        self.way = way
        if way not in TALKS:
            self.direction = OUT
        texts = {
            PAGE: translate("Log", "On the page"),
            PHONE: translate("Log", "By phone"),
            SHOP: translate("Log", "In the shop"),
            ELSEWHERE: translate("Log", "Elsewhere"),
            IN: translate("Log", "They called") if way == PHONE else translate("Log", "They came"),
            OUT: translate("Log", "We called")
            if way == PHONE
            else translate("Log", "We went there"),
        }
        for made in (self.ways.buttons, self.directions.buttons):
            for key, one in made.items():
                one.setText(texts[key])
        self.ways.choose(way)
        self.directions.choose(self.direction)
        self.directions.setVisible(way in TALKS)

    def show_problem(self, field: str, text: str) -> None:
        """Say beside a field what is wrong with it, and go there."""
        if field == TEXT:
            self.problem.setText(text)
            self.problem.setVisible(bool(text))
            self.words.setFocus()
        else:
            self.lines[field].show_problem(text)
            self.lines[field].line.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self._keep()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        self.problem.hide()
        for line in self.lines.values():
            line.show_problem("")
        text = self.words.toPlainText().strip()
        if not text:
            self.show_problem(TEXT, translate("Log", "Write what was said or written."))
            return
        said = {name: line.line.text().strip() for name, line in self.lines.items()}
        files: Sequence[Attachment] = self.files.files
        self.kept.emit(
            Logged(
                self.way,
                self.direction,
                text,
                settled=self.settled.isChecked(),
                files=tuple(files),
                **said,
            )
        )

    def _on_direction(self, direction: str) -> None:
        self.direction = direction

    def _on_callback(self, words: str) -> None:
        """Whoever is to be rung back is not done with."""
        self.settled.setChecked(not words.strip())
        self.settled.setEnabled(not words.strip())
