"""Questions that come back: the list at the left, what is done about one at the right."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.views.language import plural, translate
from app.views.radar.card import ACTS, TASK_ACTS, FindingCard, Shown
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, WIDE
from app.views.widgets.buttons import button
from app.views.widgets.empty import EmptyState
from app.views.widgets.labels import PlainLabel, plain_tip
from app.views.widgets.room import Room
from app.views.widgets.segments import Segments

OPEN, SETTLED = "open", "settled"
LIST_WIDTH = 320


class RadarPage(Room):
    """Shows what is open, or what was settled.

    Signals:
        look_wanted(): whether something comes back.
        chosen(int): another finding, by its id.
    """

    look_wanted = Signal()
    chosen = Signal(int)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._all: Sequence[Shown] = ()
        self._colleagues: Sequence[str] = ()
        self._least = self._days = 0
        self._looking = self._quiet = False
        self.shown: int | None = None
        self._title, self._lead = PlainLabel(face="headline"), PlainLabel(tone="muted", wrap=True)
        self.look = button("quiet", self)
        self.tabs = Segments([OPEN, SETTLED], self)
        self.tabs.choose(OPEN)
        self.list = QListWidget(self)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card = FindingCard(theme, now, self)
        self.empty = EmptyState(theme, self)
        self._lay_out()
        self.look.clicked.connect(self.look_wanted)
        self.empty.acted.connect(self.look_wanted)
        self.tabs.chosen.connect(self._on_tab)
        self.list.currentRowChanged.connect(self._on_row)
        self.dress()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.look)
        body = QHBoxLayout()
        body.setSpacing(LARGE)
        body.addWidget(self.list)
        body.addWidget(self.card, 1)
        body.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        layout.setSpacing(SMALL)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(head)
        layout.addWidget(self._lead)
        layout.addSpacing(MEDIUM - SMALL)
        layout.addWidget(self.tabs)
        layout.addLayout(body, 1)

    def show_findings(
        self, found: Sequence[Shown], colleagues: Sequence[str], *, least: int, days: int
    ) -> None:
        """Show all findings; that on screen stays, or the first one takes its place.

        Args:
            found: open and settled ones, in the order in which they are listed.
            colleagues: who can be asked to do something.
            least: so many have to ask the same.
            days: within so many days.
        """
        self._all, self._colleagues = found, colleagues
        self._least, self._days = least, days
        self.retranslate()

    def show_looking(self, *, looking: bool) -> None:
        """Show that it is being looked for what comes back."""
        self._looking = looking
        self.look.setEnabled(not looking)
        self._name_look()
        self._say_empty()

    @property
    def listed(self) -> list[Shown]:
        """What is in the list."""
        wanted = self.tabs.buttons[OPEN].isChecked()
        return [one for one in self._all if (one.info.settled_at is None) == wanted]

    def _fill(self) -> None:
        listed = self.listed
        ids = [one.info.id for one in listed]
        if self.shown not in ids:
            self.shown = ids[0] if ids else None
        self._quiet = True
        self.list.clear()
        for one in listed:
            self.list.addItem(self._line(one))
        self.list.setCurrentRow(ids.index(self.shown) if self.shown is not None else -1)
        self._quiet = False
        self.list.setVisible(bool(ids))
        self._show_card()
        self._say_empty()

    def _line(self, one: Shown) -> QListWidgetItem:
        info = one.info
        parts = [plural("Radar", "%n message(s)", len(info.tickets))]
        if info.task is not None:
            parts.append(translate("Radar", ACTS[TASK_ACTS[info.task]][0]))
        name = ", ".join(info.words)
        item = QListWidgetItem(self.theme.icon("history"), f"{name}\n{' · '.join(parts)}")
        item.setToolTip(plain_tip(name))
        return item

    def _show_card(self) -> None:
        found = next((one for one in self.listed if one.info.id == self.shown), None)
        self.card.setVisible(found is not None)
        self.empty.setVisible(found is None)
        if found is not None:
            self.card.show_finding(found, self._colleagues)

    def _say_empty(self) -> None:
        if self._looking:
            text = translate("Radar", "Balie reads what customers asked of late.")
            self.empty.say("history", translate("Radar", "Looking…"), text)
        elif self.tabs.buttons[SETTLED].isChecked():
            text = translate("Radar", "What was done or left stands here; it can be opened again.")
            self.empty.say("circle-check", translate("Radar", "Nothing settled yet"), text)
        else:
            told = translate(
                "Radar",
                "When at least {least} customers ask the same within {days} days and no page "
                "answers it, it stands here. Balie looks once a day.",
            )
            text = told.format(least=self._least, days=self._days)
            title = translate("Radar", "No question comes back")
            self.empty.say("circle-check", title, text, action=translate("Radar", "Look now"))

    def _name_look(self) -> None:
        looking, now = translate("Radar", "Looking…"), translate("Radar", "Look now")
        self.look.setText(" " + (looking if self._looking else now))

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Radar", "Questions that come back"))
        self._lead.setText(
            translate(
                "Radar",
                "Customers ask this again and again, and no page of the handbook answers it. "
                "Answer it once, where they look.",
            )
        )
        settled = sum(one.info.settled_at is not None for one in self._all)
        count = translate("Radar", "Open ({number})").format(number=len(self._all) - settled)
        self.tabs.buttons[OPEN].setText(count)
        told = translate("Radar", "Settled ({number})")
        self.tabs.buttons[SETTLED].setText(told.format(number=settled))
        self.list.setAccessibleName(translate("Radar", "Questions that come back"))
        self._name_look()
        self._fill()

    @override
    def redress(self) -> None:
        super().redress()
        self.look.setIcon(self.theme.icon("refresh"))
        self._fill()

    def _on_tab(self, _tab: str) -> None:
        self._fill()

    def _on_row(self, row: int) -> None:
        if not self._quiet and 0 <= row < len(self.listed):
            self.shown = self.listed[row].info.id
            self._show_card()
            self.chosen.emit(self.shown)
