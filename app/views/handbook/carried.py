"""What came of a folder that was read or written: how far it is, and what was left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

ROUND, MOST_HEIGHT = 12, 120
WHOLE = 100


class CarriedBar(Panel):
    """Stands over the pages until it is put away; shows nothing by itself.

    Signals:
        stopped(): what is under way is to be given up.
    """

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("plain")
        self.text = PlainLabel(wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stop = button("", self)
        self.stop.clicked.connect(self.stopped)
        self.away = icon_button(self)
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.stop)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.list)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.dress()
        self.hide()

    def show_busy(self, text: str) -> None:
        """Show that it is under way, for who knows how long."""
        self.bar.setRange(0, 0)
        self._show(text, busy=True, left=())

    def show_share(self, text: str, share: float) -> None:
        """Show how much of it is done, 0 to 1, and that it can be given up."""
        self.bar.setRange(0, WHOLE)
        self.bar.setValue(round(share * WHOLE))
        if self.text.text() != text or not self.stop.isVisible():
            self._show(text, busy=True, left=())
            self.stop.show()

    def show_done(self, text: str, left: Sequence[str] = ()) -> None:
        """Show what came of it, and what was left and why."""
        if left:
            told = plural("Handbook", "%n thing(s) could not be read", len(left))
            text = f"{text} · {told}"
        self._show(text, busy=False, left=left)

    def _show(self, text: str, *, busy: bool, left: Sequence[str]) -> None:
        self.text.setText(text)
        self.bar.setVisible(busy)
        self.away.setVisible(not busy)
        self.stop.hide()
        self.list.clear()
        self.list.addItems(list(left))
        row = self.list.sizeHintForRow(0) if left else 0
        self.list.setFixedHeight(min(row * len(left) + ROUND, MOST_HEIGHT))
        self.list.setVisible(bool(left))
        self.show()

    @override
    def retranslate(self) -> None:
        away = translate("Handbook", "Put away")
        self.away.setToolTip(away)
        self.away.setAccessibleName(away)
        self.stop.setText(translate("Handbook", "Cancel"))
        self.bar.setAccessibleName(translate("Handbook", "How far it is"))
        self.list.setAccessibleName(translate("Handbook", "What could not be read"))

    @override
    def redress(self) -> None:
        self.away.setIcon(self.theme.icon("x", "muted", 14))
