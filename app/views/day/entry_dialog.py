"""A talk by phone or in the shop, noted while it goes on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
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
from app.views.day.file_row import FileRow
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.checked import CheckedLine
from app.views.widgets.labels import PlainLabel
from app.views.widgets.segments import Segments

PHONE, SHOP, IN, OUT = "phone", "walkin", "in", "out"
NAME, HANDLE, ABOUT, CALLBACK, WHEN = "name", "handle", "about", "callback", "when"
WIDTH, AGREED_HEIGHT = 560, 88
SECOND_MS = 1000
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Noted:
    """What was filled in."""

    kind: str
    direction: str
    name: str
    handle: str
    about: str
    agreed: str
    callback: str
    minutes: int
    settled: bool
    when: str
    files: tuple[Attachment, ...]


class EntryDialog(QDialog):
    """The form of a note, and how long the talk takes.

    Args:
        now: tells the time; the talk begins when the dialog is made.

    Signals:
        kept(object): what was filled in, as Noted; whoever hears it closes the dialog.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Entry", "Note a talk"))
        self._now, self._began = now, now()
        self.kind, self.direction = PHONE, IN
        self.kinds, self.directions = Segments((PHONE, SHOP), self), Segments((IN, OUT), self)
        self.kinds.chosen.connect(self.choose_kind)
        self.directions.chosen.connect(self._on_direction)
        self.timer = PlainLabel(tone="muted")
        self.lines = {name: CheckedLine(self) for name in (NAME, HANDLE, ABOUT, WHEN, CALLBACK)}
        self.files = FileRow(theme, self)
        self.agreed = QPlainTextEdit(self)
        self.agreed.setTabChangesFocus(True)
        self.agreed.setFixedHeight(AGREED_HEIGHT)
        self.settled = QCheckBox(translate("Entry", "Nothing is left to do"), self)
        self.settled.setChecked(True)
        self.lines[CALLBACK].line.textChanged.connect(self._on_callback)
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("Entry", "Cancel"))
        self.go.setText(translate("Entry", "Keep the note"))
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self._keep)
        self.go.setDefault(True)
        self._lay_out()
        self.choose_kind(PHONE)
        self._tick()
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self._tick)
        self._ticker.start(SECOND_MS)
        self.lines[NAME].line.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.kinds)
        top.addWidget(self.directions)
        top.addStretch(1)
        top.addWidget(self.timer)
        form = QFormLayout()
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        past = translate("Entry", "Just now; or such as 14:30, or yesterday 16:00")
        tomorrow = translate("Entry", "Such as tomorrow 10:00, or in 2 hours")
        for name, text, hint in (
            (NAME, translate("Entry", "Who"), translate("Entry", "Name")),
            (HANDLE, translate("Entry", "Number or address"), ""),
            (ABOUT, translate("Entry", "About what"), ""),
            ("agreed", translate("Entry", "Agreed"), ""),
            (WHEN, translate("Entry", "When"), past),
            (CALLBACK, translate("Entry", "Ring back"), tomorrow),
        ):
            line = self.lines.get(name)
            if line is None:
                self.agreed.setAccessibleName(text)
            else:
                line.name(text, placeholder=hint)
            form.addRow(PlainLabel(text), line or self.agreed)
        form.addRow(PlainLabel(translate("Entry", "Files")), self.files)
        form.addRow(PlainLabel(), self.settled)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        layout.addLayout(top)
        layout.addLayout(form)
        layout.addLayout(buttons)
        # Not a least width of the dialog itself: that would win from longer words.
        layout.addStrut(WIDTH - 2 * WIDE)

    @property
    def minutes(self) -> int:
        """How long it takes by now, begun minutes counted."""
        return max(1, -(-(self._now() - self._began) // MINUTE))

    def choose_kind(self, kind: str) -> None:
        """Note a call, or a talk in the shop."""
        self.kind = kind
        phone = kind == PHONE
        texts = {
            PHONE: translate("Entry", "By phone"),
            SHOP: translate("Entry", "In the shop"),
            IN: translate("Entry", "They called") if phone else translate("Entry", "They came"),
            OUT: translate("Entry", "We called") if phone else translate("Entry", "We went there"),
        }
        for made in (self.kinds.buttons, self.directions.buttons):
            for key, one in made.items():
                one.setText(texts[key])
        self.kinds.choose(kind)
        self.directions.choose(self.direction)

    def show_problem(self, field: str, text: str) -> None:
        """Say beside a field what is wrong with it, and go there."""
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
        said = {name: line.line.text().strip() for name, line in self.lines.items()}
        for line in self.lines.values():
            line.show_problem("")
        agreed = self.agreed.toPlainText().strip()
        if not said[ABOUT] and not agreed:
            self.show_problem(ABOUT, translate("Entry", "Write what it was about."))
            return
        self.kept.emit(
            Noted(
                self.kind,
                self.direction,
                agreed=agreed,
                # Of a talk that is over nobody knows how long it took.
                minutes=0 if said[WHEN] else self.minutes,
                settled=self.settled.isChecked(),
                files=tuple(self.files.files),
                **said,
            )
        )

    def _on_direction(self, direction: str) -> None:
        self.direction = direction

    def _on_callback(self, words: str) -> None:
        """Whoever is to be rung back is not done with."""
        self.settled.setChecked(not words.strip())
        self.settled.setEnabled(not words.strip())

    def _tick(self) -> None:
        seconds = max(0, int((self._now() - self._began).total_seconds()))
        self.timer.setText(f"{seconds // 60}:{seconds % 60:02}")
        self.timer.setAccessibleName(
            translate("Entry", "Talking for {time}").format(time=self.timer.text())
        )
