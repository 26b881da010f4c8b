"""The rooms of what the firm knows, each with a line of its own in the side bar."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.models.rules.errors import QT_TRANSLATE_NOOP
from app.views.language import plural, translate
from app.views.navigation.items import NavItem
from app.views.theme import Theme
from app.views.tokens import SMALL
from app.views.widgets.panel import Panel

HANDBOOK, RADAR = "handbook", "radar"
COMMUNICATION, LEARNING = "communication", "briefings"
NO_LINE = "-"
"""A page that has no line here: none is lit while it is shown."""

ROOMS = {
    HANDBOOK: (QT_TRANSLATE_NOOP("Sidebar", "Handbook"), "book"),
    COMMUNICATION: (QT_TRANSLATE_NOOP("Sidebar", "Communication"), "rss"),
    LEARNING: (QT_TRANSLATE_NOOP("Sidebar", "Keeping up"), "school"),
    RADAR: (QT_TRANSLATE_NOOP("Sidebar", "Coming back"), "history"),
}


class RoomItems(Panel):
    """Says how much waits in each; a room that is opened is the action of its name.

    Signals:
        wanted(str): the owner goes there.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._room = ""
        self.items = {name: NavItem(theme, icon) for name, (_text, icon) in ROOMS.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(1)
        for name, item in self.items.items():
            column.addWidget(item)
            item.chosen.connect(partial(self._on_chosen, name))
        self.items[RADAR].hide()
        self.dress()

    def stand(self, room: str) -> None:
        """Show in which room the owner is; "" and `NO_LINE` for none of them."""
        self._room = room
        for name, item in self.items.items():
            item.set_current(name == room)
        self._show_radar()

    def show_counts(self, *, due: int, findings: int) -> None:
        """Show how many pages are to be reviewed, and how many questions come back."""
        self.items[HANDBOOK].show_count(due)
        self.items[RADAR].show_count(findings)
        self._tip()
        self._show_radar()

    def _show_radar(self) -> None:
        item = self.items[RADAR]
        item.setVisible(bool(item.count) or self._room == RADAR)

    def _tip(self) -> None:
        due, findings = (self.items[name].count or 0 for name in (HANDBOOK, RADAR))
        tips = {
            HANDBOOK: plural("Sidebar", "%n page(s) to be reviewed", due) if due else "",
            RADAR: plural("Sidebar", "%n question(s) that no page answers", findings),
        }
        for name, (text, _icon) in ROOMS.items():
            self.items[name].show_name(translate("Sidebar", text), tip=tips.get(name, ""))

    @override
    def retranslate(self) -> None:
        self._tip()

    def _on_chosen(self, name: str) -> None:
        self.wanted.emit(name)
