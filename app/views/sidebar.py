"""The left column: name, views, accounts, and the menu for language and colours."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.views.accounts.list_panel import AccountList
from app.views.inbox.switch import ViewSwitch
from app.views.language import DUTCH, ENGLISH, translate
from app.views.theme import DARK_MODE, LIGHT_MODE, SYSTEM, Theme
from app.views.tokens import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button, popup_below
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

WIDTH = 224
LANGUAGE_NAMES = {DUTCH: "Nederlands", ENGLISH: "English"}
COLOUR_NAMES = {
    SYSTEM: QT_TRANSLATE_NOOP("Sidebar", "Colours of this computer"),
    LIGHT_MODE: QT_TRANSLATE_NOOP("Sidebar", "Light"),
    DARK_MODE: QT_TRANSLATE_NOOP("Sidebar", "Dark"),
}


class Sidebar(Panel):
    """Signals: language_chosen(str), colours_chosen(str), fetch_wanted()."""

    language_chosen = Signal(str)
    colours_chosen = Signal(str)
    fetch_wanted = Signal()

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("sidebar")
        self.setFixedWidth(WIDTH)
        self.switch = ViewSwitch(theme, self)
        self.accounts = AccountList(theme, now, self)
        self._mark = PlainLabel()
        self._name = PlainLabel("Balie", face="title")
        self.fetch = button("nav", self)
        self.fetch.clicked.connect(self.fetch_wanted)
        self.settings = button("nav", self)
        self._menu = QMenu(self)
        self._languages = QActionGroup(self)
        self._colours = QActionGroup(self)
        self.settings.clicked.connect(self._on_settings)
        self._make_menu()
        self._lay_out()
        self.dress()

    def _make_menu(self) -> None:
        for group, keys in ((self._languages, LANGUAGE_NAMES), (self._colours, COLOUR_NAMES)):
            if group is self._colours:
                self._menu.addSeparator()
            for key in keys:
                action = QAction(self._menu)
                action.setData(key)
                action.setCheckable(True)
                group.addAction(action)
                self._menu.addAction(action)
        self._languages.triggered.connect(self._on_language)
        self._colours.triggered.connect(self._on_colours)

    def _lay_out(self) -> None:
        brand = QHBoxLayout()
        brand.setContentsMargins(SMALL, 0, 0, SMALL)
        brand.setSpacing(SMALL)
        brand.addWidget(self._mark)
        brand.addWidget(self._name)
        brand.addStretch(1)
        inside = QWidget()
        inside.setProperty("ground", "sidebar")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.accounts)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, LARGE, MEDIUM, MEDIUM)
        layout.setSpacing(SMALL)
        layout.addLayout(brand)
        layout.addWidget(self.switch)
        layout.addWidget(area, 1)
        layout.addWidget(self.fetch)
        layout.addWidget(self.settings)

    def show_look(self, language: str, colours: str) -> None:
        """Mark what is chosen in the menu."""
        for group, chosen in ((self._languages, language), (self._colours, colours)):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    @override
    def retranslate(self) -> None:
        self.fetch.setText(" " + translate("Sidebar", "Fetch now"))
        self.fetch.setToolTip(translate("Sidebar", "Ask all accounts for new messages (F5)"))
        self.settings.setText(" " + translate("Sidebar", "Language and colours"))
        for action in self._languages.actions():
            action.setText(LANGUAGE_NAMES[action.data()])
        for action in self._colours.actions():
            action.setText(translate("Sidebar", COLOUR_NAMES[action.data()]))

    @override
    def redress(self) -> None:
        self._mark.setPixmap(self.theme.pixmap("building-store", "accent", 24))
        self.fetch.setIcon(self.theme.icon("refresh"))
        self.settings.setIcon(self.theme.icon("settings"))

    def _on_settings(self) -> None:
        popup_below(self.settings, self._menu)

    def _on_language(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))

    def _on_colours(self, action: QAction) -> None:
        self.colours_chosen.emit(str(action.data()))
