"""What the owner decides about a ticket: state, type, category, priority, and where it belongs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget
from typing_extensions import override

from app.models.rules.tickets import OWNER_MAY, Priority, TicketState
from app.services.tickets.inbox import TicketInfo
from app.services.tickets.lists import CATEGORY, DEPARTMENT, PRODUCT_GROUP, TYPE, Choice, Lists
from app.views import sentences
from app.views.language import is_dutch, translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.buttons import ChoiceButton
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

STATE, PRIORITY = "state", "priority"
ROWS = (STATE, TYPE, CATEGORY, PRODUCT_GROUP, PRIORITY, DEPARTMENT)
NONE = ""


class DecisionFacts(Panel):
    """Choices, each a button with a menu.

    Signals:
        change_wanted(str, str): one of ROWS and the new key ("" takes it off).
    """

    change_wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._ticket: TicketInfo | None = None
        self._lists: Lists = {}
        self._labels: dict[str, PlainLabel] = {}
        self.choices: dict[str, ChoiceButton] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(SMALL)
        form.setVerticalSpacing(TIGHT)
        for name in ROWS:
            self._labels[name] = PlainLabel(face="small", tone="muted")
            self.choices[name] = ChoiceButton(self)
            self.choices[name].chosen.connect(partial(self.change_wanted.emit, name))
            form.addRow(self._labels[name], self.choices[name])
        self.dress()

    def show_ticket(self, ticket: TicketInfo, lists: Lists) -> None:
        """Show what was decided about a ticket, and what can be."""
        self._ticket, self._lists = ticket, lists
        self._offer_all(ticket)

    @override
    def retranslate(self) -> None:
        for name, text in {
            STATE: translate("Facts", "State"),
            TYPE: translate("Facts", "Type"),
            CATEGORY: translate("Facts", "Category"),
            PRODUCT_GROUP: translate("Facts", "Product group"),
            PRIORITY: translate("Facts", "Priority"),
            DEPARTMENT: translate("Facts", "Department"),
        }.items():
            self._labels[name].setText(text)
        if self._ticket is not None:
            self._offer_all(self._ticket)

    def _offer_all(self, ticket: TicketInfo) -> None:
        self._offer_state(ticket)
        for name, current in (
            (TYPE, ticket.assessment.type),
            (CATEGORY, ticket.category),
            (PRODUCT_GROUP, ticket.assessment.product_group),
            (DEPARTMENT, ticket.department),
        ):
            self._offer(name, self._lists.get(name, ()), current)
        priorities = [(key.value, sentences.word(sentences.PRIORITIES, key)) for key in Priority]
        self.choices[PRIORITY].set_choices(
            self._labels[PRIORITY].text(), priorities, ticket.priority
        )

    def _offer_state(self, ticket: TicketInfo) -> None:
        now = TicketState(ticket.state)
        reachable = (OWNER_MAY[now] - {TicketState.SNOOZED}) | {now}
        choices = [
            (state.value, sentences.word(sentences.STATES, state.value))
            for state in TicketState
            if state in reachable
        ]
        self.choices[STATE].set_choices(self._labels[STATE].text(), choices, ticket.state)

    def _offer(self, name: str, choices: Sequence[Choice], current: str | None) -> None:
        dutch = is_dutch()
        pairs = [(choice.key, choice.name_nl if dutch else choice.name_en) for choice in choices]
        none = translate("Facts", "None")
        self.choices[name].set_choices(
            self._labels[name].text(), [*pairs, (NONE, none)], current or NONE, empty=none
        )
