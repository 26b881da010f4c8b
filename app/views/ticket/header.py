"""The head of a ticket: who and what, its clocks, and what the owner decides about it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.clocks import Countdown, Level, countdown, next_change
from app.models.rules.tickets import OWNER_MAY, Priority, TicketState
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.lifecycle import Choice
from app.views import moments, sentences
from app.views.language import is_dutch, translate
from app.views.theme import Theme
from app.views.tokens import MEDIUM, SMALL, TIGHT, WIDE
from app.views.widgets.buttons import ChoiceButton, button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

TONES = {Level.CALM: "muted", Level.SOON: "warn", Level.LATE: "danger"}
ICONS = {Level.CALM: "clock", Level.SOON: "hourglass", Level.LATE: "alert-triangle-filled"}
NONE = ""


class ClockLabel(Panel):
    """One clock of a ticket: an icon and a sentence, or nothing when it does not run."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._icon = PlainLabel()
        self._text = PlainLabel(face="small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)

    def show_count(self, name: str, count: Countdown) -> None:
        """Show how a clock stands."""
        tone = TONES[count.level]
        self._icon.setPixmap(self.theme.pixmap(ICONS[count.level], tone, 14))
        self._text.setText(f"{name}: {moments.spoken_countdown(count)}")
        self._text.set_tone(tone)
        self.show()


class TicketHeader(Panel):
    """Shows a ticket and asks for changes.

    Signals:
        change_wanted(str, str): "state", "category", "priority" or "department" and the new key
            ("" takes it off).
    """

    change_wanted = Signal(str, str)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self._now = now
        self._ticket: TicketInfo | None = None
        self._categories: Sequence[Choice] = ()
        self._departments: Sequence[Choice] = ()
        self._subject = ElidedLabel(face="title")
        self._customer = ElidedLabel(tone="muted")
        self._turn = PlainLabel(face="small", tone="muted")
        self._reaction = ClockLabel(theme, self)
        self._answer = ClockLabel(theme, self)
        self.state = ChoiceButton(self)
        self.category = ChoiceButton(self)
        self.priority = ChoiceButton(self)
        self.department = ChoiceButton(self)
        self.done = button("", self)
        self._ticker = QTimer(self)
        self._ticker.setSingleShot(True)
        self._ticker.timeout.connect(self._show_clocks)
        self._lay_out()
        for choice in (self.state, self.category, self.priority, self.department):
            choice.chosen.connect(self._on_chosen)
        self.done.clicked.connect(self._on_done)
        self.dress()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(MEDIUM)
        first.addWidget(self._subject)
        first.addStretch(1)
        first.addWidget(self.done)
        choices = QHBoxLayout()
        choices.setSpacing(SMALL)
        for choice in (self.state, self.category, self.priority, self.department):
            choices.addWidget(choice)
        choices.addStretch(1)
        clocks = QHBoxLayout()
        clocks.setSpacing(MEDIUM)
        clocks.addWidget(self._reaction)
        clocks.addWidget(self._answer)
        clocks.addStretch(1)
        clocks.addWidget(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
        layout.setSpacing(SMALL)
        layout.addLayout(first)
        layout.addWidget(self._customer)
        layout.addLayout(choices)
        layout.addLayout(clocks)

    def show_ticket(
        self,
        ticket: TicketInfo,
        categories: Sequence[Choice],
        departments: Sequence[Choice],
    ) -> None:
        """Show a ticket; the lists are what can be chosen."""
        self._ticket = ticket
        self._categories, self._departments = categories, departments
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.done.setText(" " + translate("TicketHeader", "Mark as done"))
        ticket = self._ticket
        if ticket is None:
            return
        self._subject.setText(ticket.subject or translate("TicketHeader", "(no subject)"))
        self._customer.setText(self._who(ticket))
        self._turn.setText(sentences.word(sentences.TURNS, ticket.at_turn))
        self.done.setVisible(TicketState.CLOSED in OWNER_MAY[TicketState(ticket.state)])
        self._offer_state(ticket)
        self._offer(
            self.category, translate("TicketHeader", "Category"), self._categories, ticket.category
        )
        self._offer(
            self.department,
            translate("TicketHeader", "Department"),
            self._departments,
            ticket.department,
        )
        priorities = [(key, sentences.word(sentences.PRIORITIES, key)) for key in Priority]
        self.priority.set_choices(
            translate("TicketHeader", "Priority"),
            [(key.value, text) for key, text in priorities],
            ticket.priority,
        )
        self._show_clocks()

    @override
    def redress(self) -> None:
        self.done.setIcon(self.theme.icon("check", "text"))
        self._show_clocks()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_clocks()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._ticker.stop()
        super().hideEvent(event)

    def _who(self, ticket: TicketInfo) -> str:
        handles = ", ".join(identity.handle for identity in ticket.identities)
        name = ticket.contact_name
        who = f"{name} <{handles}>" if name and handles else name or handles
        number = translate("TicketHeader", "no. {number}").format(number=ticket.number)
        through = translate("TicketHeader", "through {account}").format(account=ticket.account)
        return f"{who}  ·  {number}  ·  {through}"

    def _offer_state(self, ticket: TicketInfo) -> None:
        reachable = OWNER_MAY[TicketState(ticket.state)] | {TicketState(ticket.state)}
        choices = [
            (state.value, sentences.word(sentences.STATES, state.value))
            for state in TicketState
            if state in reachable
        ]
        self.state.set_choices(translate("TicketHeader", "State"), choices, ticket.state)

    def _offer(
        self, shown: ChoiceButton, name: str, choices: Sequence[Choice], current: str | None
    ) -> None:
        dutch = is_dutch()
        pairs = [(choice.key, choice.name_nl if dutch else choice.name_en) for choice in choices]
        none = translate("TicketHeader", "None")
        shown.set_choices(name, [*pairs, (NONE, none)], current or NONE, empty=name)
        if current is None:
            shown.show_as(name)

    def _show_clocks(self) -> None:
        self._ticker.stop()
        ticket, now = self._ticket, self._now()
        self._reaction.hide()
        self._answer.hide()
        if ticket is None or ticket.next_due is None:
            return
        started = ticket.clock_started or ticket.created_at
        changes = []
        for label, name, due, stopped in (
            (
                self._reaction,
                translate("TicketHeader", "First reaction"),
                ticket.first_reaction_due,
                ticket.first_reacted_at,
            ),
            (
                self._answer,
                translate("TicketHeader", "Answer"),
                ticket.answer_due,
                ticket.answered_at,
            ),
        ):
            if due is not None and stopped is None:
                label.show_count(name, countdown(due, started, now))
                changes.append(next_change(due, started, now))
        if changes and self.isVisible():
            pause = max(min(changes) - now, timedelta(milliseconds=50))
            self._ticker.start(round(pause.total_seconds() * 1000) + 20)

    def _on_chosen(self, key: str) -> None:
        fields = {
            "state": self.state,
            "category": self.category,
            "priority": self.priority,
            "department": self.department,
        }
        for field, choice in fields.items():
            if choice is self.sender():
                self.change_wanted.emit(field, key)

    def _on_done(self) -> None:
        self.change_wanted.emit("state", TicketState.CLOSED.value)
