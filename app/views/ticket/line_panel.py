"""The line to take beside the composer, when what a customer asks was expected."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.communication import Line, Source
from app.models.rules.templates import fill
from app.views.actions import Actions
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from app.views.widgets.panel import Panel

PUT_IN, CHOOSE = "line", "lines"


class LinePanel(Panel):
    """Takes no room while nothing that is asked was expected.

    Signals:
        wanted(str): an action of the window.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self._actions = actions
        self._lines: Sequence[Line] = ()
        self._icon = PlainLabel()
        self.name = ElidedLabel(face="strong")
        self.says = ElidedLabel(face="small", tone="muted")
        self.put_in, self.other = button("", self), icon_button(self)
        self.put_in.clicked.connect(self._on_put_in)
        self.other.clicked.connect(self._on_other)
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(self.name)
        about.addWidget(self.says)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addLayout(about, 100)
        row.addStretch(1)
        for made in (self.other, self.put_in):
            row.addWidget(made)
        self.hide()
        self.dress()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the first of some lines, and that there are others; none takes no room."""
        self._lines = lines
        self.dress()
        self.setVisible(bool(lines))

    @property
    def lines(self) -> Sequence[Line]:
        """What is offered, the best first."""
        return self._lines

    @override
    def retranslate(self) -> None:
        keys = self._actions.shown_keys(PUT_IN)
        put_in = translate("Lines", "Put it in")
        self.put_in.setText(f"{put_in}  ({keys})" if keys else put_in)
        self.put_in.setToolTip(plain_tip(self._actions.tip(PUT_IN)))
        self.other.setToolTip(plain_tip(self._actions.tip(CHOOSE)))
        self.other.setAccessibleName(self._actions.text(CHOOSE))
        self.other.setVisible(len(self._lines) > 1)
        if self._lines:
            first = self._lines[0]
            self.name.setText(kind_of(first).format(name=first.subject))
            self.says.setText(fill(first.texts[-1], {}).text)

    @override
    def redress(self) -> None:
        self._icon.setPixmap(self.theme.pixmap("message-circle", "accent", 16))
        self.other.setIcon(self.theme.icon("dots", "muted", 16))

    def _on_put_in(self) -> None:
        self.wanted.emit(PUT_IN)

    def _on_other(self) -> None:
        self.wanted.emit(CHOOSE)


def kind_of(line: Line) -> str:
    """Return what kind of line it is, with a place for its name."""
    if line.source is Source.CONTENT:
        return translate("Lines", "Asked because of “{name}”")
    return translate("Lines", "What we say on “{name}”")
