"""What can be done with several chosen messages at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget
from typing_extensions import override

from app.views.action_table import BY_NAME
from app.views.actions import Actions
from app.views.language import plural, translate
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.buttons import icon_button, popup_below
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

ACTS = ("done", "snooze", "category", "priority", "tag", "merge")
MORE = ("answer_many", "react", "incident", "no_reaction", "spam")
"""What there is no room for beside the others."""


class BulkBar(Panel):
    """There while more than one message is chosen; its buttons are the actions of the window.

    Signals:
        emptied(): the owner wants none of them chosen any more.
    """

    emptied = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_ground("plain")
        self._actions = actions
        self._count = 0
        self._text = PlainLabel(face="strong")
        self._buttons: dict[str, QToolButton] = {}
        self.more = icon_button(self)
        self.more.clicked.connect(self._on_more)
        self.close_it = icon_button(self)
        self.close_it.clicked.connect(self.emptied)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SMALL, TIGHT, TIGHT, TIGHT)
        layout.setSpacing(0)
        layout.addWidget(self._text)
        layout.addStretch(1)
        for name in ACTS:
            made = icon_button(self)
            made.clicked.connect(partial(actions.trigger, name))
            self._buttons[name] = made
            layout.addWidget(made)
        layout.addWidget(self.more)
        layout.addWidget(self.close_it)
        self.hide()
        self.dress()

    @property
    def text(self) -> str:
        return self._text.text()

    def button(self, name: str) -> QToolButton:
        """Return the button of an action."""
        return self._buttons[name]

    def show_count(self, count: int) -> None:
        """Show how many are chosen; one or none hides the bar."""
        self._count = count
        self.setVisible(count > 1)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._text.setText(plural("BulkBar", "%n chosen", self._count))
        for name, made in self._buttons.items():
            made.setToolTip(self._actions.tip(name))
            made.setAccessibleName(self._actions.text(name))
        more = translate("BulkBar", "More")
        self.more.setToolTip(more)
        self.more.setAccessibleName(more)
        none = translate("BulkBar", "Choose none")
        self.close_it.setToolTip(f"{none}  (Esc)")
        self.close_it.setAccessibleName(none)

    @override
    def redress(self) -> None:
        for name, made in self._buttons.items():
            made.setIcon(self.theme.icon(BY_NAME[name].icon, "text", 16))
        self.more.setIcon(self.theme.icon("dots", "text", 16))
        self.close_it.setIcon(self.theme.icon("x", "muted", 14))

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in MORE:
            keys = self._actions.shown_keys(name)
            made = menu.addAction(
                self.theme.icon(BY_NAME[name].icon, "text", 16),
                f"{self._actions.text(name)}\t{keys}",
            )
            made.triggered.connect(partial(self._actions.trigger, name))
        popup_below(self.more, menu)
