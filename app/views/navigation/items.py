"""One line of the side bar: a place with its count, and perhaps something to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.views import moments
from app.views.navigation.places import Place
from app.views.theme import Theme
from app.views.tokens import SMALL, TIGHT
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from app.views.widgets.panel import Panel

ICON = 16
MANY = 999


class NavItem(Panel):
    """A button with an icon, a name and a number; `note` is a second line that explains.

    Signals:
        chosen(): the owner goes there.
        more_wanted(QPoint): the small button at its end, or the right mouse button; a place on
            the screen.
    """

    chosen = Signal()
    more_wanted = Signal(QPoint)

    def __init__(
        self, theme: Theme, icon: str, *, more: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._icon, self._colour, self._more_icon = icon, "muted", more
        self._name = ""
        self._count: int | None = None
        self.button = button("nav", self)
        self.button.setCheckable(True)
        self.button.setIconSize(QSize(ICON, ICON))
        self.button.clicked.connect(self._on_clicked)
        self._number = PlainLabel(face="small", tone="muted")
        self._number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.more = icon_button(self)
        self.more.setVisible(bool(more))
        self.more.clicked.connect(self._on_more)
        self._note = ElidedLabel(face="small", tone="muted")
        self._note.setContentsMargins(SMALL + ICON + SMALL, 0, SMALL, TIGHT)
        self._note.hide()
        over = QHBoxLayout(self.button)
        over.setContentsMargins(0, 0, SMALL, 0)
        over.addStretch(1)
        over.addWidget(self._number)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button, 1)
        row.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._note)
        self.dress()

    @property
    def note(self) -> str:
        return self._note.whole

    @property
    def count(self) -> int | None:
        return self._count

    def show_name(self, name: str, *, tip: str = "") -> None:
        """Show a name; one that is too long ends in "…" and stands whole in the tooltip."""
        self._name = name
        self.button.setToolTip(plain_tip(tip))
        self._fit()

    def show_count(self, count: int | None) -> None:
        """Show how many tickets are there; None and 0 show nothing."""
        self._count = count
        text = ""
        if count:
            text = f"{MANY}+" if count > MANY else moments.number(count)
        self._number.setText(text)
        self._fit()

    def show_note(self, text: str, tone: str = "muted") -> None:
        """Show a second line, or none."""
        self._note.setText(text)
        self._note.set_tone(tone)
        self._note.setVisible(bool(text))

    def show_icon(self, icon: str, colour: str = "muted") -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour
        self.redress()

    def show_more(self, icon: str, tip: str, colour: str = "muted") -> None:
        """Show a small button at the end, with what it does."""
        self._more_icon = icon
        self.more.setIcon(self.theme.icon(icon, colour, 14))
        self.more.setToolTip(plain_tip(tip))
        self.more.setAccessibleName(tip)
        self.more.show()

    def set_current(self, current: bool) -> None:  # noqa: FBT001  a state, like Qt's own setters
        """Show that the owner is there."""
        self.button.setChecked(current)
        self.redress()

    @override
    def redress(self) -> None:
        current = self.button.isChecked()
        colour = "accent" if current and self._colour == "muted" else self._colour
        self.button.setIcon(self.theme.icon(self._icon, colour, ICON))
        self._number.set_tone("accent" if current else "muted")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._more_icon:
            self.more_wanted.emit(event.globalPos())

    def _fit(self) -> None:
        taken = ICON + 4 * SMALL + self._number.sizeHint().width()
        room = max(40, self.button.width() - taken)
        metrics = self.theme.metrics("strong" if self.button.isChecked() else "body")
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.button.setText(f" {shown.replace('&', '&&')}")
        if shown != self._name and not self.button.toolTip():
            self.button.setToolTip(plain_tip(self._name))
        spoken = self._name if self._count is None else f"{self._name}, {self._count}"
        self.button.setAccessibleName(f"{spoken}, {self.note}" if self.note else spoken)

    def _on_clicked(self) -> None:
        self.set_current(True)
        self.chosen.emit()

    def _on_more(self) -> None:
        self.more_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))


class NavSection(Panel):
    """A titled group of places; without a place it is not there.

    Signals:
        add_wanted(): the plus in its head.
    """

    add_wanted = Signal()

    def __init__(self, theme: Theme, *, adds: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._adds = adds
        self._title = PlainLabel(face="section")
        self.add = icon_button(self)
        self.add.setVisible(adds)
        self.add.clicked.connect(self.add_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(SMALL, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.add)
        self._column = QVBoxLayout()
        self._column.setSpacing(1)
        self._items: dict[str, NavItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addLayout(head)
        layout.addLayout(self._column)
        self.dress()
        if not adds:
            self.hide()

    @property
    def items(self) -> dict[str, NavItem]:
        """The lines by the keys of their places."""
        return self._items

    def name(self, title: str, add: str = "") -> None:
        """Give the group its title, and the plus its meaning."""
        self._title.setText(title)
        self.add.setToolTip(add)
        self.add.setAccessibleName(add)

    def keep(self, keys: Sequence[str]) -> None:
        """Let go of the lines of other places."""
        for key in set(self._items) - set(keys):
            item = self._items.pop(key)
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        self.setVisible(self._adds or bool(keys))

    def put(self, place: Place, item: NavItem) -> None:
        """Add the line of a place at the end."""
        self._items[place.key] = item
        self._column.addWidget(item)
        self.show()

    @override
    def redress(self) -> None:
        self.add.setIcon(self.theme.icon("plus", size=16))
