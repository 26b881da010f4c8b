"""Triage: one message big, and under it everything that can be said of it with one key each."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.services.tickets.lists import CATEGORY, DEPARTMENT, TYPE, Lists
from app.services.tickets.lists import PRODUCT_GROUP as GROUP
from app.services.tickets.triage import MOST_COUNTED, Card
from app.views import channel_looks, moments, sentences
from app.views.assessing import (
    choice_name,
    influence_text,
    proposal_text,
    proposes_colleague,
    reason_lines,
)
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TARGET, TIGHT, WIDE
from app.views.triage.hint import Hint
from app.views.triage.keys import (
    ACTS,
    BACK,
    DEPARTMENTS,
    FORWARD,
    NEXT,
    NO_REACTION,
    OPEN,
    PRIORITY,
    PRODUCT_GROUP,
    TAKE,
    UNDO,
    Said,
    keys_of,
    name_of,
)
from app.views.widgets.buttons import button
from app.views.widgets.labels import ElidedLabel, PlainLabel
from app.views.widgets.panel import Panel

WIDEST = 900
LONGEST = 6_000
"""Characters of a message that are shown here; the whole of it is one key away."""

COLUMNS = {CATEGORY: 5, TYPE: 6, PRIORITY: 6, DEPARTMENT: 3}
TITLES = {
    CATEGORY: QT_TRANSLATE_NOOP("Triage", "Category"),
    TYPE: QT_TRANSLATE_NOOP("Triage", "Type"),
    PRIORITY: QT_TRANSLATE_NOOP("Triage", "Priority"),
    DEPARTMENT: QT_TRANSLATE_NOOP("Triage", "Department"),
}
NAMES = {
    NEXT: QT_TRANSLATE_NOOP("Triage", "Next"),
    NO_REACTION: QT_TRANSLATE_NOOP("Triage", "No reaction"),
    FORWARD: QT_TRANSLATE_NOOP("Triage", "Forward"),
    DEPARTMENTS: QT_TRANSLATE_NOOP("Triage", "Department"),
    PRODUCT_GROUP: QT_TRANSLATE_NOOP("Triage", "Product group"),
    OPEN: QT_TRANSLATE_NOOP("Triage", "Answer"),
    UNDO: QT_TRANSLATE_NOOP("Triage", "Undo"),
    BACK: QT_TRANSLATE_NOOP("Triage", "Back"),
}
ASK = QT_TRANSLATE_NOOP("Triage", "Ask a colleague")
"""What FORWARD is called when a rule proposes whom to ask."""

ABOUT_IT, ALWAYS = (NEXT, NO_REACTION, FORWARD, PRODUCT_GROUP, OPEN), (UNDO, BACK)
"""Buttons under the message, and those above it that are there without one too."""


class TriagePage(Panel):
    """Shows one message and hears its keys.

    Signals:
        said(object): a Said of triage/keys.py.
        shown(bool): the page came on the screen, or left it.
    """

    said = Signal(object)
    shown = Signal(bool)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._now = now
        self.card: Card | None = None
        self._waiting = 0
        self.lists: Lists = {}
        self._keys: dict[str, Said] = keys_of({})
        self._title = PlainLabel(face="title")
        self._count = PlainLabel(tone="muted")
        self._icon = PlainLabel()
        self._customer = ElidedLabel(face="strong")
        self._when = PlainLabel(face="small", tone="muted")
        self.subject = PlainLabel(face="headline", wrap=True)
        self.text = PlainLabel(wrap=True)
        self.weight = PlainLabel(face="small", tone="muted", wrap=True)
        self.proposal = PlainLabel(face="small", tone="accent", wrap=True)
        self.hint = Hint(theme, self)
        self.hint.taken.connect(partial(self.said.emit, Said(TAKE)))
        self._titles = {name: PlainLabel(face="small", tone="muted") for name in COLUMNS}
        self._grids = {name: QGridLayout() for name in COLUMNS}
        self.choices: dict[tuple[str, str], QPushButton] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._area, self._sayings = QScrollArea(self), QWidget(self)
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        for name in ALWAYS:
            head.addWidget(self._make_button(name))
        column = QVBoxLayout()
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addWidget(self._make_card(), 1)
        column.addWidget(self._sayings)
        column.addLayout(self._make_buttons())
        middle = QWidget(self)
        middle.setMaximumWidth(WIDEST)
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        row.addWidget(middle, 1)

    def _make_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("ground", "card")
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        for widget in (self._icon, self._customer, self._when):
            head.addWidget(widget)
        head.addStretch(1)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, SMALL, 0)
        for label in (self.subject, self.text):
            words.addWidget(label)
        words.addStretch(1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(card)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self.weight)
        column.addWidget(self.proposal)
        column.addWidget(self.hint)
        return card

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for name in ABOUT_IT:
            row.addWidget(self._make_button(name))
        row.addStretch(1)
        form = QGridLayout(self._sayings)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(TIGHT)
        form.setColumnStretch(1, 1)
        for at, (name, grid) in enumerate(self._grids.items()):
            grid.setSpacing(TIGHT)
            self._titles[name].setMinimumHeight(TARGET)
            form.addWidget(self._titles[name], at, 0, Qt.AlignmentFlag.AlignTop)
            form.addLayout(grid, at, 1, Qt.AlignmentFlag.AlignLeft)
        return row

    def _make_button(self, name: str) -> QPushButton:
        made = button("primary" if name == NEXT else "quiet", self)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(partial(self.said.emit, Said(name)))
        self.buttons[name] = made
        return made

    # --- what is shown -----------------------------------------------------------------------

    def offer(self, lists: Lists) -> None:
        """Offer the owner's own lists."""
        if lists != self.lists:
            self.lists, self._keys = lists, keys_of(lists)
            self._fill()

    def show_card(self, card: Card | None, waiting: int) -> None:
        """Show a message to assess, or that there is none left."""
        newly = card is None or self.card is None or card.ticket.id != self.card.ticket.id
        self.card, self._waiting = card, waiting
        ticket = None if card is None else card.ticket
        self.hint.tell(None if newly else self.hint.found, ticket, self.lists)
        self._show()
        if newly:
            self._area.verticalScrollBar().setValue(0)

    @override
    def retranslate(self) -> None:
        self._title.setText(translate("Triage", "Assess what came in"))
        self.setAccessibleName(self._title.text())
        for name, label in self._titles.items():
            label.setText(translate("Triage", TITLES[name]))
        for name, made in self.buttons.items():
            _call(made, name, translate("Triage", NAMES[name]))
        self._fill()

    @override
    def redress(self) -> None:
        self._show()

    def _fill(self) -> None:
        for made in self.choices.values():
            made.hide()
            made.deleteLater()
        self.choices = {}
        for key, said in self._keys.items():
            if said.field in self._grids:
                self._add_choice(key, said)
        self._show()

    def _add_choice(self, key: str, said: Said) -> None:
        name = _name(said, self.lists)
        made = button("segment", self)
        made.setText(f"{key}  {name}".replace("&", "&&"))
        made.setAccessibleName(f"{translate('Triage', TITLES[said.field])}: {name}")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(partial(self._on_clicked, said))
        at = sum(field == said.field for field, _value in self.choices)
        columns = COLUMNS[said.field]
        left = Qt.AlignmentFlag.AlignLeft
        self._grids[said.field].addWidget(made, at // columns, at % columns, left)
        self.choices[said.field, said.value] = made

    def _show(self) -> None:
        card = self.card
        many = f"{MOST_COUNTED}+" if self._waiting >= MOST_COUNTED else ""
        count = plural("Triage", "%n to go", self._waiting)
        self._count.setText(count.replace(str(MOST_COUNTED), many) if many else count)
        self._sayings.setVisible(card is not None)
        for name, made in self.buttons.items():
            made.setVisible(card is not None or name in ALWAYS)
        if card is None:
            self._show_end()
        else:
            self._show_words(card)
            self._show_choices(card)

    def _show_end(self) -> None:
        for label in (self._customer, self._when, self.weight, self.proposal):
            label.setText("")
        self._icon.setPixmap(self.theme.pixmap("circle-check", "ok"))
        self.subject.setText(translate("Triage", "Everything is assessed"))
        self.text.setText(translate("Triage", "What comes in next appears here by itself."))

    def _show_words(self, card: Card) -> None:
        ticket, message = card.ticket, card.message
        self._icon.setPixmap(self.theme.pixmap(channel_looks.icon_of(ticket.channel), "muted"))
        handles = [one.handle for one in ticket.identities[:1]]
        self._customer.setText(ticket.contact_name or "".join(handles))
        at = message.created_at if message else ticket.updated_at
        kind = channel_looks.name_of(ticket.channel)
        self._when.setText(f"{kind} · {moments.full_moment(at, self._now())}")
        self.subject.setText(ticket.subject or translate("Triage", "(no subject)"))
        text = (message.text or message.quoted).strip() if message else ""
        self.text.setText(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")

    def _show_choices(self, card: Card) -> None:
        ticket, found = card.ticket, card.ticket.assessment
        now = {
            CATEGORY: ticket.category,
            TYPE: found.type,
            PRIORITY: ticket.priority,
            DEPARTMENT: ticket.department,
        }
        for (field, value), made in self.choices.items():
            made.setChecked(now[field] == value)
        group = choice_name(self.lists, GROUP, found.product_group)
        parts = [influence_text(found), *reason_lines(found)] if found.influence else []
        parts += [f"{translate('Triage', NAMES[PRODUCT_GROUP])}: {group}"] if group else []
        self.weight.setText("   ".join(parts))
        self.weight.setVisible(bool(parts))
        self.proposal.setText(proposal_text(found, self.lists))
        self.proposal.setVisible(bool(self.proposal.text()))
        asks = proposes_colleague(found, self.lists)
        text = translate("Triage", ASK if asks else NAMES[FORWARD])
        _call(self.buttons[FORWARD], FORWARD, text)

    # --- keys --------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        # The letters are those of this page, not of the window behind it.
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and name_of(event) in self._keys:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        said = self._keys.get(name_of(event))
        if said is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif self.card is not None or said.field in {UNDO, BACK}:
            self.said.emit(said)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit(True)  # noqa: FBT003  a state, like Qt's own setters

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.shown.emit(False)  # noqa: FBT003  a state, like Qt's own setters

    def _on_clicked(self, said: Said) -> None:
        self._show()  # what is checked follows what is stored
        self.said.emit(said)


def _name(said: Said, lists: Lists) -> str:
    if said.field == PRIORITY:
        return sentences.word(sentences.PRIORITIES, said.value)
    return choice_name(lists, said.field, said.value)


def _call(made: QPushButton, name: str, text: str) -> None:
    made.setText(f"{text}  {ACTS[name][0]}")
    made.setAccessibleName(text)
