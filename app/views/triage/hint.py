"""What is suggested for the message on the screen, why, and one button that takes it over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.assist.answers import Suggestion
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.lists import Lists
from app.views import suggesting
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.triage.keys import ACTS, TAKE
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel


class Hint(Panel):
    """Two lines and a button; hidden when there is nothing new to say.

    Signals:
        taken(): the suggestion is to be taken over.
        wanted(int): something is to be suggested for this ticket.
    """

    taken = Signal()
    wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.found: Suggestion | None = None
        self._ticket: TicketInfo | None = None
        self._lists: Lists = {}
        self.what = PlainLabel(face="small", tone="accent", wrap=True)
        self.why = PlainLabel(face="small", tone="muted", wrap=True)
        self.take = button("quiet", self)
        self.take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(self.what)
        words.addWidget(self.why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addLayout(words, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        self.dress()

    def tell(self, found: Suggestion | None, ticket: TicketInfo | None, lists: Lists) -> None:
        """Show what is suggested for a ticket, as far as it is not so yet."""
        self.found, self._ticket, self._lists = found, ticket, lists
        self._show()
        if found is None and ticket is not None:
            self.wanted.emit(ticket.id)

    def _show(self) -> None:
        found, ticket = self.found, self._ticket
        what = suggesting.told(found, ticket, self._lists) if found and ticket else ""
        self.what.setText(what)
        self.why.setText(suggesting.why(found, ticket) if found and ticket and what else "")
        self.why.setVisible(bool(self.why.text()))
        self.take.setVisible(bool(found and ticket and suggesting.new_in(found, ticket)))
        self.setVisible(bool(what))

    def new_for(self, ticket: TicketInfo) -> dict[str, str]:
        """Return what would be taken over, by field."""
        return suggesting.new_in(self.found, ticket) if self.found else {}

    @override
    def retranslate(self) -> None:
        text = translate("Triage", "Take over")
        self.take.setText(f"{text}  {ACTS[TAKE][0]}")
        self.take.setAccessibleName(text)
        self._show()

    def _on_clicked(self) -> None:
        self.taken.emit()
