"""The facts beside a conversation: customer, clocks, questions, decisions, what belongs to it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.inbox import LinkInfo, TicketInfo, TicketView
from app.services.tickets.lists import Lists
from app.views import channel_looks, sentences
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.assessment_facts import AssessmentFacts
from app.views.ticket.clock_facts import ClockFacts
from app.views.ticket.decision_facts import DecisionFacts
from app.views.ticket.ledger_facts import LedgerFacts
from app.views.ticket.question_facts import QuestionFacts
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import button
from app.views.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from app.views.widgets.panel import Panel

WIDTH = 280
WIDEST = 16_777_215
"""QWIDGETSIZE_MAX, which PySide6 does not have: no limit."""

MOST_HANDLES, MOST_OTHERS = 4, 6


class FactsPanel(Panel):
    """Shows a ticket's facts and asks for changes.

    Signals:
        action_wanted(str): "tag", "link", "incident" of the actions.
        tag_removed(str), ticket_wanted(int): a label to take off; a ticket to open.
        handle_copied(str): a handle to put on the clipboard.
    """

    action_wanted = Signal(str)
    tag_removed = Signal(str)
    ticket_wanted = Signal(int)
    handle_copied = Signal(str)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("surface")
        self.setFixedWidth(WIDTH)
        self._ticket: TicketInfo | None = None
        self._others: Sequence[LinkInfo] = ()
        self._name = ElidedLabel(face="strong")
        self.clocks = ClockFacts(theme, now, self)
        self.ledger = LedgerFacts(theme, now, self)
        self.questions = QuestionFacts(theme, now, self)
        self.decisions = DecisionFacts(theme, self)
        self.assessment = AssessmentFacts(theme, self)
        names = ("who", "clocks", "tags", "links", "others")
        self._titles = {name: PlainLabel(face="section") for name in names}
        self._handles, self._tags = QVBoxLayout(), QVBoxLayout()
        self._links, self._older = QVBoxLayout(), QVBoxLayout()
        self.add_tag = button("link", self)
        self.add_link = button("link", self)
        self.add_tag.clicked.connect(partial(self.action_wanted.emit, "tag"))
        self.add_link.clicked.connect(partial(self.action_wanted.emit, "link"))
        self.area = QScrollArea(self)
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(TIGHT)
        column.addWidget(self._titles["who"])
        column.addWidget(self._name)
        column.addLayout(self._handles)
        column.addSpacing(MEDIUM)
        column.addWidget(self._titles["clocks"])
        column.addWidget(self.clocks)
        column.addWidget(self.ledger)
        column.addWidget(self.questions)
        column.addSpacing(MEDIUM)
        column.addWidget(self.decisions)
        column.addWidget(self.assessment)
        for name, part, adds in (
            ("tags", self._tags, self.add_tag),
            ("links", self._links, self.add_link),
            ("others", self._older, None),
        ):
            column.addSpacing(MEDIUM)
            column.addWidget(self._titles[name])
            column.addLayout(part)
            if adds is not None:
                column.addWidget(adds)
        column.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_ticket(self, view: TicketView, lists: Lists, others: Sequence[LinkInfo]) -> None:
        """Show a ticket; `others` are further ones of the same customer."""
        ticket = view.ticket
        self._ticket, self._others = ticket, others
        self.ledger.show_standing(view.standing)
        self.clocks.show_ticket(ticket)
        self.decisions.show_ticket(ticket, lists)
        self.assessment.show_ticket(ticket, lists)
        self._show(ticket)

    def spread(self, *, wide: bool) -> None:
        """Take all the room there is, or that of a column."""
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(WIDEST if wide else WIDTH)

    @override
    def retranslate(self) -> None:
        for name, title in {
            "who": translate("Facts", "Customer"),
            "clocks": translate("Facts", "Clocks"),
            "tags": translate("Facts", "Labels"),
            "links": translate("Facts", "Belongs to"),
            "others": translate("Facts", "Also of this customer"),
        }.items():
            self._titles[name].setText(title)
        self.add_tag.setText(translate("Facts", "Add a label"))
        self.add_link.setText(translate("Facts", "Link a message"))
        self.area.setAccessibleName(translate("Facts", "Facts"))
        if self._ticket is not None:
            self._show(self._ticket)

    @override
    def redress(self) -> None:
        if self._ticket is not None:
            self._show(self._ticket)

    def _show(self, ticket: TicketInfo) -> None:
        handles = [identity.handle for identity in ticket.identities]
        self._name.setText(ticket.contact_name or (handles[0] if handles else ""))
        for layout in (self._handles, self._tags, self._links, self._older):
            _empty(layout)
        for identity in ticket.identities[:MOST_HANDLES]:
            self._handles.addWidget(self._handle_line(identity.kind, identity.handle))
        for tag in ticket.tags:
            self._tags.addWidget(self._tag_line(tag))
        if ticket.incident is not None:
            self._links.addWidget(self._incident_line(*ticket.incident[1:]))
        if ticket.follows is not None:
            follows = translate("Facts", "Follows an earlier message")
            self._links.addWidget(self._ticket_line(follows, ticket.follows))
        for link in ticket.links:
            self._links.addWidget(self._ticket_line(_title(link), link.id))
        for other in self._others[:MOST_OTHERS]:
            self._older.addWidget(self._ticket_line(_title(other), other.id))
        self._titles["others"].setVisible(bool(self._others))

    def _handle_line(self, kind: str, handle: str) -> QPushButton:
        made = button("link", self)
        made.setIcon(self.theme.icon(channel_looks.icon_of(kind), "muted", 14))
        made.setText(" " + _fitting(self.theme.metrics("body"), handle, WIDTH - 70))
        _tell(made, translate("Facts", "Copy {handle}").format(handle=handle))
        made.clicked.connect(partial(self.handle_copied.emit, handle))
        return made

    def _tag_line(self, tag: str) -> QPushButton:
        made = button("choice", self)
        made.setIcon(self.theme.icon("x", "muted", 12))
        made.setText(f" {tag.replace('&', '&&')}")
        _tell(made, translate("Facts", "Take {name} off").format(name=tag))
        made.clicked.connect(partial(self.tag_removed.emit, tag))
        return made

    def _incident_line(self, title: str, status: str) -> QPushButton:
        made = button("link", self)
        made.setIcon(self.theme.icon("alert-triangle", "muted", 14))
        made.setText(" " + _fitting(self.theme.metrics("body"), title, WIDTH - 70))
        shown = translate("Facts", "Incident: {title}").format(title=title)
        _tell(made, f"{shown}\n{status}".strip())
        made.clicked.connect(partial(self.action_wanted.emit, "incident"))
        return made

    def _ticket_line(self, title: str, ticket_id: int) -> QPushButton:
        made = button("link", self)
        room = WIDTH - 2 * LARGE - SMALL
        made.setText(_fitting(self.theme.metrics("body"), title, room))
        made.setToolTip(plain_tip(title))
        made.clicked.connect(partial(self.ticket_wanted.emit, ticket_id))
        return made


def _tell(made: QPushButton, what: str) -> None:
    made.setToolTip(plain_tip(what))
    made.setAccessibleName(what)


def _title(link: LinkInfo) -> str:
    subject = link.subject or translate("Facts", "(no subject)")
    return f"{subject} · {sentences.word(sentences.STATES, link.state)}"


def _fitting(metrics: QFontMetrics, text: str, room: int) -> str:
    shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room)
    return shown.replace("&", "&&")


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
