"""What is left at the end of the day, shown before the window closes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.tickets.day_end import Checked, DayEnd
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel

WIDTH, ICON, PADDING = 560, 18, 40
MOST, FEW, MANY = 5, 3, 2
"""Lines below a point: at most so many; so few when more points than MANY are not in order."""

GOOD = {
    "unanswered": QT_TRANSLATE_NOOP("DayEnd", "Nobody waits for an answer before you open again"),
    "promises": QT_TRANSLATE_NOOP("DayEnd", "Nothing was promised for the next open day"),
    "outbox": QT_TRANSLATE_NOOP("DayEnd", "Everything was sent"),
    "absence": QT_TRANSLATE_NOOP("DayEnd", "No message about your absence is needed"),
    "briefings": QT_TRANSLATE_NOOP("DayEnd", "No briefing waits for a reader who is late"),
}
BAD = {
    "unanswered": QT_TRANSLATE_NOOP("DayEnd", "They wait for an answer before you open again"),
    "promises": QT_TRANSLATE_NOOP("DayEnd", "Promised for the next open day or before"),
    "outbox": QT_TRANSLATE_NOOP("DayEnd", "Not sent, or perhaps not"),
    "absence": QT_TRANSLATE_NOOP(
        "DayEnd", "You are closed for more than three days, and nobody who writes is told"
    ),
    "briefings": QT_TRANSLATE_NOOP("DayEnd", "They did not confirm in time that they read this"),
}


class DayEndDialog(QDialog):
    """The five points; accepted when the owner leaves all the same.

    Args:
        opens: when the firm opens again, in words.
        leaving: the window is to be closed; else the owner only wants to look.
        enabled: the check is shown when he leaves.

    Signals:
        ticket_wanted(int): he rather sees to this one.
        briefings_wanted(): he rather sees who has to read what.
        switched(bool): show it when he leaves, or do not.
    """

    ticket_wanted = Signal(int)
    briefings_wanted = Signal()
    switched = Signal(bool)

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        found: DayEnd,
        opens: str,
        *,
        leaving: bool,
        enabled: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("DayEnd", "The end of the day"))
        self.lines: list[QPushButton] = []
        self._most = MOST if sum(not one.ok for one in found.points) <= MANY else FEW
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        opening = translate("DayEnd", "You open again {moment}.").format(moment=opens)
        layout.addWidget(PlainLabel(opening, tone="muted", wrap=True))
        for point in found.points:
            layout.addLayout(self._point(point))
        self.enabled = QCheckBox(translate("DayEnd", "Show this when I close for the day"), self)
        self.enabled.setChecked(enabled)
        self.enabled.toggled.connect(self.switched)
        layout.addWidget(self.enabled)
        self.stay, self.go = button("", self), button("primary", self)
        self.stay.setText(translate("DayEnd", "Back to work"))
        self.go.setText(translate("DayEnd", "Close anyway") if leaving else "")
        self.go.setVisible(leaving)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        (self.go if leaving else self.stay).setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        layout.addStrut(WIDTH - 2 * WIDE)
        (self.go if leaving else self.stay).setFocus()

    def _point(self, point: Checked) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        icon = PlainLabel()
        name, colour = ("circle-check", "ok") if point.ok else ("alert-triangle", "warn")
        icon.setPixmap(self._theme.pixmap(name, colour, ICON))
        text = translate("DayEnd", (GOOD if point.ok else BAD)[point.key])
        row.addWidget(icon)
        row.addWidget(PlainLabel(text, tone="muted" if point.ok else "", wrap=True), 1)
        column.addLayout(row)
        for ticket in point.tickets[: self._most]:
            line = self._line(ticket.customer, ticket.subject)
            line.clicked.connect(partial(self._on_line, ticket.id))
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        for reader in point.readers[: self._most]:
            line = self._line(reader.name, reader.briefing)
            line.clicked.connect(self._on_reader)
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        left = max(len(point.tickets), len(point.readers)) - self._most
        if left > 0:
            more = translate("DayEnd", "and {n} more").format(n=left)
            column.addWidget(PlainLabel(more, face="small", tone="muted"))
        return column

    def _line(self, who: str, what: str) -> QPushButton:
        line = button("link", self)
        shown = " · ".join(filter(None, (who, what)))
        room = WIDTH - 2 * WIDE - PADDING
        elided = line.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
        line.setText(elided.replace("&", "&&"))
        line.setAccessibleName(shown)
        self.lines.append(line)
        return line

    def _on_line(self, ticket_id: int) -> None:
        self.reject()
        self.ticket_wanted.emit(ticket_id)

    def _on_reader(self) -> None:
        self.reject()
        self.briefings_wanted.emit()
