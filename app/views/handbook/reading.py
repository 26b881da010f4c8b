"""One page as it is read: its text, or its chart, and what is known of it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.models.rules.handbook.pages import Sop
from app.services.handbook.browsing import Leaf
from app.services.handbook.pages import VersionInfo
from app.services.handbook.run_stats import SopStats
from app.views.handbook.browser import PageBrowser
from app.views.handbook.chart_place import ChartPlace
from app.views.handbook.facts import PageFacts
from app.views.handbook.typeset import Typesetter
from app.views.handbook.words import language_name
from app.views.language import translate
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL, TIGHT
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel
from app.views.widgets.segments import Segments

ROOM_FOR_FACTS, ROOM_FOR_WORDS = 700, 560
BAR = 10
"""Room for a scroll bar beside the facts."""
TEXT, CHART = "text", "chart"
EDIT, VERSIONS, OTHER, REMOVE = "edit", "versions", "other", "remove"
ICONS = {EDIT: "pencil", VERSIONS: "history", OTHER: "world", REMOVE: "trash"}


class Reading(Panel):
    """Shows a page.

    Signals:
        back_wanted(), forward_wanted(): the page that was read before, and from there again.
        edit_wanted(), versions_wanted(), remove_wanted(): this page.
        other_wanted(): this page in the other language, made when it is not there.
    """

    back_wanted = Signal()
    forward_wanted = Signal()
    edit_wanted = Signal()
    versions_wanted = Signal()
    other_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.leaf: Leaf | None = None
        self._setter = Typesetter(theme)
        self._has_other = False
        self._words: dict[str, str] = {}
        self.earlier, self.later = icon_button(self), icon_button(self)
        self.title = PlainLabel(face="title", wrap=True)
        self.summary = PlainLabel(face="small", tone="muted", wrap=True)
        self.buttons = {name: button("" if name == EDIT else "quiet", self) for name in ICONS}
        self.ways = Segments([TEXT, CHART], self)
        self.browser = PageBrowser(self)
        self.views = QStackedWidget(self)
        self.chart = ChartPlace(theme, self)
        self.views.addWidget(self.browser)
        self.views.addWidget(self.chart)
        self.facts = PageFacts(theme, now, self)
        self._aside = _scrolling(self.facts, self)
        self._lay_out()
        self._connect()
        self.dress()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(TIGHT)
        for made in (self.earlier, self.later):
            head.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(SMALL)
        head.addWidget(self.title, 1)
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        for name in (EDIT, VERSIONS, OTHER, REMOVE):
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        row.addWidget(self.ways)
        self.ways.hide()
        body = QHBoxLayout()
        body.setSpacing(LARGE)
        body.addWidget(self.views, 1)
        body.addWidget(self._aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addLayout(row)
        column.addSpacing(TIGHT)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.earlier.clicked.connect(self.back_wanted)
        self.later.clicked.connect(self.forward_wanted)
        for name, signal in {
            EDIT: self.edit_wanted,
            VERSIONS: self.versions_wanted,
            OTHER: self.other_wanted,
            REMOVE: self.remove_wanted,
        }.items():
            self.buttons[name].clicked.connect(signal)
        self.ways.chosen.connect(self.show_way)

    def show_leaf(
        self,
        leaf: Leaf,
        versions: Sequence[VersionInfo],
        setter: Typesetter,
        *,
        has_other: bool,
        walks: SopStats | None = None,
        lacks: int = 0,
    ) -> None:
        """Show a page; the place to which it was scrolled stays when it is the same one.

        Args:
            lacks: how many of its pictures are not there.
        """
        before = self.browser.verticalScrollBar().value()
        same = self.leaf is not None and self.leaf.id == leaf.id
        self.leaf, self._setter, self._has_other = leaf, setter, has_other
        self.facts.show_leaf(leaf, versions, walks, lacks)
        self._fill()
        self.browser.verticalScrollBar().setValue(before if same else 0)

    def show_trail(self, *, back: bool, forward: bool) -> None:
        """Offer the pages that were read before, and after."""
        self.earlier.setEnabled(back)
        self.later.setEnabled(forward)

    def show_way(self, way: str) -> None:
        """Show the text or the chart."""
        page = self.leaf.page if self.leaf is not None else None
        if way == CHART and isinstance(page, Sop):
            self.ways.choose(CHART)
            self.views.setCurrentWidget(self.chart)
            self.chart.draw(page, read_only=True)
        else:
            self.ways.choose(TEXT)
            self.views.setCurrentWidget(self.browser)

    def _fill(self) -> None:
        if self.leaf is None:
            return
        self.title.setText(self.leaf.info.title)
        self.summary.setText(self.facts.summary)
        self._setter.write(self.browser.document(), self.leaf.page)
        self.ways.setVisible(isinstance(self.leaf.page, Sop))
        self.show_way(CHART if self.ways.buttons[CHART].isChecked() else TEXT)
        self._name_other()

    def _name_other(self) -> None:
        if self.leaf is None:
            return
        name = language_name("en" if self.leaf.info.language == "nl" else "nl")
        there = translate("Handbook", "Read in {language}")
        make = translate("Handbook", "Write in {language} too")
        self._words[OTHER] = (there if self._has_other else make).format(language=name)
        self._name_buttons()

    def _name_buttons(self) -> None:
        """Write on the buttons what they do, or let their icons say it where room is short."""
        for name, text in self._words.items():
            made = self.buttons[name]
            made.setText(" " + text if self.width() >= ROOM_FOR_WORDS else "")
            made.setToolTip(text)
            made.setAccessibleName(text)

    @override
    def retranslate(self) -> None:
        for made, text in (
            (self.earlier, translate("Handbook", "Back to the page before (Alt+Left)")),
            (self.later, translate("Handbook", "On to the page after it (Alt+Right)")),
        ):
            made.setToolTip(text)
            made.setAccessibleName(text)
        self._words |= {
            EDIT: translate("Handbook", "Edit"),
            VERSIONS: translate("Handbook", "Versions"),
            REMOVE: translate("Handbook", "Throw away"),
        }
        self._name_buttons()
        self.ways.buttons[TEXT].setText(translate("Handbook", "Text"))
        self.ways.buttons[CHART].setText(translate("Handbook", "Chart"))
        self.browser.setAccessibleName(translate("Handbook", "The page"))
        self._fill()

    @override
    def redress(self) -> None:
        self.earlier.setIcon(self.theme.icon("arrow-left"))
        self.later.setIcon(self.theme.icon("chevron-right"))
        for name, icon in ICONS.items():
            self.buttons[name].setIcon(self.theme.icon(icon))
        self._fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= ROOM_FOR_FACTS
        self._aside.setVisible(wide)
        self.summary.setVisible(not wide)
        self._name_buttons()


def _scrolling(facts: PageFacts, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(facts)
    area.viewport().setAutoFillBackground(False)
    facts.setAutoFillBackground(False)
    area.setFixedWidth(facts.width() + BAR)
    return area
