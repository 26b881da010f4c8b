"""Procedures beside the composer: one that fits, offered in a line, or the walk through one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.handbook import proposing
from app.services.handbook.beside import Beside
from app.services.handbook.proposing import Proposal, Why
from app.services.tickets.lists import CATEGORY, TYPE, Lists
from app.views.actions import Actions
from app.views.assessing import choice_name
from app.views.language import translate
from app.views.theme import Theme
from app.views.ticket.walk_card import GO, WalkCard
from app.views.tokens import MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from app.views.widgets.panel import Panel

START = "sop_start"
SIGNALS = {
    "low_stars": QT_TRANSLATE_NOOP("Walk", "a review of 1 or 2 stars"),
    "high_stars": QT_TRANSLATE_NOOP("Walk", "a review of 4 or 5 stars"),
    "high": QT_TRANSLATE_NOOP("Walk", "high priority"),
    "urgent": QT_TRANSLATE_NOOP("Walk", "urgent"),
    "vip": QT_TRANSLATE_NOOP("Walk", "a VIP"),
    "press": QT_TRANSLATE_NOOP("Walk", "the press"),
    "incident": QT_TRANSLATE_NOOP("Walk", "one of many with the same trouble"),
    "angry": QT_TRANSLATE_NOOP("Walk", "an angry customer"),
}


class WalkPanel(Panel):
    """Takes no room while there is nothing to walk.

    Signals:
        wanted(str): an action of the window.
        begin_wanted(int): the page that is offered is to be begun.
        turned(): a step is shown, or no longer.
    """

    wanted = Signal(str)
    begin_wanted = Signal(int)
    turned = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self._actions = actions
        self._lists: Lists = {}
        self._proposal: Proposal | None = None
        self._done = False
        self.card = WalkCard(theme, actions, self)
        self.card.wanted.connect(self.wanted)
        self.card.fold.clicked.connect(self.turned)
        self.offer = QWidget(self)
        self._icon = PlainLabel()
        self.name = ElidedLabel(face="strong")
        self.why = ElidedLabel(face="small", tone="muted")
        self.begin, self.other = button("", self), icon_button(self)
        self.begin.clicked.connect(self._on_begin)
        self.other.clicked.connect(self._on_other)
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(self.name)
        about.addWidget(self.why)
        row.addWidget(self._icon)
        row.addLayout(about, 100)
        row.addStretch(1)
        for made in (self.other, self.begin):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, SMALL, WIDE, MEDIUM)
        column.addWidget(self.offer)
        column.addWidget(self.card)
        self.hide()
        self.dress()

    def show_nothing(self) -> None:
        """Take no room."""
        self._proposal = None
        self.hide()
        self.turned.emit()

    def show_beside(self, beside: Beside, lists: Lists) -> None:
        """Show the walk on a ticket, or the procedure that fits it best."""
        self._lists = lists
        self._proposal = beside.proposals[0] if beside.proposals else None
        self._done = bool(beside.done)
        self.card.setVisible(beside.run is not None)
        self.offer.setVisible(beside.run is None)
        if beside.run is not None:
            self.card.show_walk(beside)
        self.dress()
        self.setVisible(beside.run is not None or self._proposal is not None)
        self.turned.emit()

    @property
    def shows_step(self) -> bool:
        """Whether a step of a walk is shown in full."""
        return not (self.isHidden() or self.card.isHidden() or self.card.is_folded)

    @property
    def proposal(self) -> Proposal | None:
        """What is offered."""
        return self._proposal

    @override
    def retranslate(self) -> None:
        keys = "" if self._done else self._actions.shown_keys(GO)
        begin = translate("Walk", "Begin")
        self.begin.setText(f"{begin}  ({keys})" if keys else begin)
        self.begin.setToolTip("" if self._done else plain_tip(self._actions.tip(GO)))
        self.other.setToolTip(plain_tip(self._actions.tip(START)))
        self.other.setAccessibleName(self._actions.text(START))
        if self._proposal is not None:
            self.name.setText(self._proposal.page.title)
            self.why.setText(why_text(self._proposal.why, self._lists))

    @override
    def redress(self) -> None:
        self._icon.setPixmap(self.theme.pixmap("list-details", "accent", 16))
        self.other.setIcon(self.theme.icon("dots", "muted", 16))

    def _on_begin(self) -> None:
        if self._proposal is not None:
            self.begin_wanted.emit(self._proposal.page.id)

    def _on_other(self) -> None:
        self.wanted.emit(START)


def why_text(why: tuple[Why, ...], lists: Lists) -> str:
    """Return why a procedure is proposed."""
    return translate("Walk", "Procedure that fits: {reasons}").format(
        reasons=", ".join(reason_text(one, lists) for one in why)
    )


def reason_text(why: Why, lists: Lists) -> str:
    """Return one reason."""
    if why.kind == proposing.RULE:
        return translate("Walk", "your rule “{name}”").format(name=why.value)
    if why.kind == proposing.SIGNAL:
        return translate("Walk", SIGNALS[why.value])
    if why.kind == proposing.HEARD:
        signal = translate("Walk", SIGNALS[why.value])
        return translate("Walk", "{signal}, by the sound of it").format(signal=signal)
    if why.kind == proposing.WORD:
        return f"“{why.value}”"
    field = CATEGORY if why.kind == proposing.CATEGORY else TYPE
    return choice_name(lists, field, why.value)
