"""How much a ticket weighs and why, what a rule proposes, and why nobody reacts."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.inbox import TicketInfo
from app.services.tickets.lists import REASON, Lists
from app.views.assessing import choice_name, influence_text, proposal_text, reason_lines
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import TIGHT
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel


class AssessmentFacts(Panel):
    """Up to three short texts; nothing where there is nothing to tell."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._ticket: TicketInfo | None = None
        self._lists: Lists = {}
        self.influence = PlainLabel(face="small", wrap=True)
        self.why = PlainLabel(face="small", tone="muted", wrap=True)
        self.proposal = PlainLabel(face="small", tone="accent", wrap=True)
        self.no_reaction = PlainLabel(face="small", tone="muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, TIGHT, 0, 0)
        layout.setSpacing(TIGHT)
        for label in (self.influence, self.why, self.proposal, self.no_reaction):
            layout.addWidget(label)
        self.dress()

    def show_ticket(self, ticket: TicketInfo, lists: Lists) -> None:
        """Show what there is to tell of a ticket."""
        self._ticket, self._lists = ticket, lists
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._ticket is None:
            return
        found = self._ticket.assessment
        reason = choice_name(self._lists, REASON, found.no_reaction_reason)
        closed = translate("Facts", "No reaction: {reason}").format(reason=reason) if reason else ""
        for label, text in (
            (self.influence, influence_text(found) if found.influence else ""),
            (self.why, "\n".join(reason_lines(found))),
            (self.proposal, proposal_text(found, self._lists)),
            (self.no_reaction, closed),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.setVisible(bool(found.influence or found.proposal or reason))
