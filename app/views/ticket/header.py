"""The head of a ticket: who and what, and what is done most."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.tickets import OWNER_MAY, TicketState
from app.services.tickets.inbox import TicketInfo
from app.views import channel_looks, sentences
from app.views.action_table import BY_NAME
from app.views.actions import Actions
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

DONE, REOPEN, SNOOZE = "done", "reopen", "snooze"
NEXT = "next"
ROOMY, TIGHT_FIT = 620, 540
"""From these widths on the last button, and all of them, have a text beside their picture."""


class TicketHeader(Panel):
    """Shows a ticket; its buttons are actions of the window.

    Signals:
        more_wanted(): everything else that can be done with the ticket.
    """

    more_wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self._actions = actions
        self._ticket: TicketInfo | None = None
        self._icon = PlainLabel()
        self._subject = ElidedLabel(face="title")
        self._customer = ElidedLabel(tone="muted")
        self.buttons: dict[str, QPushButton] = {}
        for name in (SNOOZE, DONE, REOPEN):
            made = button("", self)
            made.clicked.connect(partial(actions.trigger, name))
            self.buttons[name] = made
        self.next = button("", self)
        self.next.clicked.connect(partial(actions.trigger, "next"))
        self._all = {**self.buttons, NEXT: self.next}
        self._short = dict.fromkeys(self._all, "")
        self.more = icon_button(self)
        self.more.clicked.connect(self.more_wanted)
        self.facts = icon_button(self)
        self.facts.clicked.connect(partial(actions.trigger, "facts"))
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SMALL)
        first.addWidget(self._icon)
        first.addWidget(self._subject)
        first.addStretch(1)
        for made in self.buttons.values():
            first.addWidget(made)
        first.addWidget(self.next)
        first.addWidget(self.more)
        first.addWidget(self.facts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(TIGHT)
        layout.addLayout(first)
        layout.addWidget(self._customer)

    def show_ticket(self, ticket: TicketInfo) -> None:
        """Show a ticket."""
        self._ticket = ticket
        self.dress()

    @override
    def retranslate(self) -> None:
        short = {
            SNOOZE: translate("TicketHeader", "Snooze"),
            DONE: translate("TicketHeader", "Done"),
            REOPEN: translate("TicketHeader", "Open again"),
        }
        self._short = {**short, NEXT: translate("TicketHeader", "Next")}
        for name, made in self._all.items():
            made.setToolTip(self._actions.tip(name))
            made.setAccessibleName(self._short[name])
        self._write_buttons()
        more = translate("TicketHeader", "Everything that can be done")
        self.more.setToolTip(f"{more}  ({self._actions.shown_keys('palette')})")
        self.more.setAccessibleName(more)
        self.facts.setToolTip(self._actions.tip("facts"))
        self.facts.setAccessibleName(self._actions.text("facts"))
        ticket = self._ticket
        if ticket is None:
            return
        self._subject.setText(ticket.subject or translate("TicketHeader", "(no subject)"))
        self._customer.setText(self._who(ticket))
        may = OWNER_MAY[TicketState(ticket.state)]
        self.buttons[DONE].setVisible(TicketState.CLOSED in may)
        self.buttons[SNOOZE].setVisible(TicketState.SNOOZED in may)
        done = ticket.state in {"closed", "spam", "no_reaction", "snoozed", "answered"}
        self.buttons[REOPEN].setVisible(done and TicketState.OPEN in may)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_buttons()

    def _write_buttons(self) -> None:
        for name, made in self._all.items():
            least = ROOMY if name == NEXT else TIGHT_FIT
            made.setText(f" {self._short[name]}" if self.width() >= least else "")

    @override
    def redress(self) -> None:
        for name, made in self.buttons.items():
            made.setIcon(self.theme.icon(BY_NAME[name].icon, "text", 16))
        self.next.setIcon(self.theme.icon("player-track-next", "text", 16))
        self.more.setIcon(self.theme.icon("dots"))
        self.facts.setIcon(self.theme.icon("layout-sidebar-right"))
        kind = self._ticket.channel if self._ticket else ""
        self._icon.setPixmap(self.theme.pixmap(channel_looks.icon_of(kind), "muted", 20))

    def _who(self, ticket: TicketInfo) -> str:
        handles = ", ".join(identity.handle for identity in ticket.identities)
        name = ticket.contact_name
        who = f"{name} <{handles}>" if name and handles else name or handles
        number = translate("TicketHeader", "no. {number}").format(number=ticket.number)
        through = translate("TicketHeader", "through {account}").format(account=ticket.account)
        state = sentences.word(sentences.STATES, ticket.state)
        return f"{state}  ·  {who}  ·  {number}  ·  {through}"
