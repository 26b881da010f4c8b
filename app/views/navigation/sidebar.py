"""The left column: views, channels with their health, categories, saved views, settings."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.tickets.inbox_page import Counts
from app.views import channel_looks, sentences
from app.views.health_look import light, short_line
from app.views.language import translate
from app.views.navigation import places
from app.views.navigation.items import NavItem, NavSection
from app.views.navigation.places import TODO, VIEWS, Place
from app.views.navigation.room_items import RoomItems
from app.views.theme import Theme
from app.views.tokens import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.labels import PlainLabel
from app.views.widgets.panel import Panel

if TYPE_CHECKING:  # the window is painted before the services are imported
    from app.services.sync.health import AccountInfo
    from app.services.tickets.saved_views import View

WIDTH = 216
ARCHIVE, LOCAL = "archive", "local"


class Sidebar(Panel):
    """Shows where the owner is and where he can go.

    Signals:
        place_chosen(Place): he goes somewhere.
        account_wanted(int): the page of an account.
        add_wanted(): another account.
        view_menu_wanted(int, QPoint): what can be done with a saved view.
        action_wanted(str): "fetch", "own", "settings" or a room, of the actions.
        counted(int): so many messages are to be done.
    """

    place_chosen = Signal(Place)
    account_wanted = Signal(int)
    add_wanted = Signal()
    view_menu_wanted = Signal(int, QPoint)
    action_wanted = Signal(str)
    counted = Signal(int)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.set_ground("sidebar")
        self.setFixedWidth(WIDTH)
        self._now = now
        self.place = TODO
        self._places: dict[str, Place] = {}
        self._infos: dict[int, AccountInfo] = {}
        self._mark = PlainLabel()
        self._name = PlainLabel("Balie", face="title")
        self._practice = PlainLabel(face="small", tone="warn")
        self._practice.hide()
        self.views: dict[str, NavItem] = {}
        self.rooms = RoomItems(theme)
        self.rooms.wanted.connect(self.action_wanted)
        self.channels = NavSection(theme, adds=True)
        self.categories = NavSection(theme)
        self.saved = NavSection(theme)
        self.channels.add_wanted.connect(self.add_wanted)
        self.channels.add.setEnabled(False)
        self.own = button("nav", self)
        self.own.hide()
        self.own.clicked.connect(partial(self.action_wanted.emit, "own"))
        self.fetch = button("nav", self)
        self.settings = button("nav", self)
        self.fetch.clicked.connect(partial(self.action_wanted.emit, "fetch"))
        self.settings.clicked.connect(partial(self.action_wanted.emit, "settings"))
        self._make_views()
        self._lay_out()
        self.dress()
        self.go(TODO)

    def _make_views(self) -> None:
        for view, (_name, icon) in VIEWS.items():
            item = NavItem(self.theme, icon)
            self._take(places.of_view(view), item)
            self.views[view] = item
        self.views["spam"].hide()

    def _take(self, place: Place, item: NavItem) -> None:
        self._places[place.key] = place
        item.chosen.connect(partial(self._on_chosen, place.key))

    def _lay_out(self) -> None:
        brand = QHBoxLayout()
        brand.setContentsMargins(SMALL, 0, 0, SMALL)
        brand.setSpacing(SMALL)
        brand.addWidget(self._mark)
        brand.addWidget(self._name)
        brand.addWidget(self._practice)
        brand.addStretch(1)
        inside = QWidget()
        inside.setProperty("ground", "sidebar")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        top = QVBoxLayout()
        top.setSpacing(1)
        for item in self.views.values():
            top.addWidget(item)
        column.addLayout(top)
        column.addWidget(self.rooms)
        for section in (self.saved, self.channels, self.categories):
            column.addWidget(section)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, LARGE, SMALL, MEDIUM)
        layout.setSpacing(SMALL)
        layout.addLayout(brand)
        layout.addWidget(area, 1)
        layout.addWidget(self.own)
        layout.addWidget(self.fetch)
        layout.addWidget(self.settings)

    # --- where the owner is ------------------------------------------------------------------

    def go(self, place: Place, room: str = "") -> None:
        """Show that the owner is at a place, or in a room from where he comes back to it."""
        self.place = place
        for key, item in self._items().items():
            item.set_current(key == place.key and not room)
        self.rooms.stand(room)

    def place_of(self, key: str) -> Place | None:
        """Return a place by its key, when it is there."""
        return self._places.get(key)

    def all_places(self) -> dict[str, str]:
        """Return the names of all places by their keys, for the command palette."""
        return {key: item.button.text().strip() for key, item in self._items().items()}

    def _items(self) -> dict[str, NavItem]:
        views = {f"view:{view}": item for view, item in self.views.items()}
        return {**views, **self.saved.items, **self.channels.items, **self.categories.items}

    # --- what is there -----------------------------------------------------------------------

    def show_example(self) -> None:
        """Say that this is the example firm, and offer the way to the owner's own messages."""
        self._practice.show()
        self.own.show()
        self.channels.add.hide()

    def show_counts(self, counts: Counts) -> None:
        """Show how many tickets each place holds."""
        for view, item in self.views.items():
            item.show_count(counts.views.get(view))
        self.views["spam"].setVisible(bool(counts.views.get("spam")))
        self.counted.emit(counts.views.get("todo", 0))
        for account_id in self._infos:
            self.channels.items[places.of_account(account_id).key].show_count(
                counts.accounts.get(account_id)
            )
        for key, item in self.categories.items.items():
            item.show_count(counts.categories.get(key.partition(":")[2]))

    def show_accounts(self, infos: "Sequence[AccountInfo]") -> None:
        """Show these accounts with their health; the lines of those that stay are kept."""
        self._infos = {info.id: info for info in infos}
        self.channels.keep([places.of_account(info.id).key for info in infos])
        for info in infos:
            place = places.of_account(info.id)
            if place.key not in self.channels.items:
                item = NavItem(self.theme, _icon(info), more="settings")
                self._take(place, item)
                item.more_wanted.connect(partial(self._on_account, info.id))
                self.channels.put(place, item)
            self._show_account(info, self.channels.items[place.key])

    def _show_account(self, info: "AccountInfo", item: NavItem) -> None:
        icon, colour = light(info, self._now())
        state = sentences.word(sentences.HEALTHS, info.health)
        why = sentences.known_text(info.health_code, info.health_params)
        kind = channel_looks.name_of(info.kind)
        line = short_line(info, self._now())
        tip = "\n".join(filter(None, (f"{kind}: {info.handle}", line, why)))
        item.show_name(self._name_of(info), tip=tip)
        ill = colour in {"warn", "danger"} or info.health == "working"
        item.show_note(line if ill else "", colour if ill else "muted")
        if info.state == LOCAL:  # nothing to connect
            item.more.hide()
            return
        item.show_more(
            icon if ill else "dots",
            translate("Sidebar", "{account}: {state}. Show the account").format(
                account=info.handle, state=state
            ),
            colour if ill else "faint",
        )

    def _name_of(self, info: "AccountInfo") -> str:
        """Return the kind of channel where that is enough, else which account of it."""
        if info.state == ARCHIVE:
            return translate("Sidebar", "Imported mail")
        alike = [one for one in self._infos.values() if one.kind == info.kind]
        alone = len(alike) == 1 and info.kind in channel_looks.NAMES
        return channel_looks.name_of(info.kind) if alone else info.handle

    def show_categories(self, names: Sequence[tuple[str, str]]) -> None:
        """Show these categories: key and name."""
        self.categories.keep([places.of_category(key).key for key, _name in names])
        for key, name in names:
            place = places.of_category(key)
            if place.key not in self.categories.items:
                item = NavItem(self.theme, "message-circle")
                self._take(place, item)
                self.categories.put(place, item)
            self.categories.items[place.key].show_name(name)

    def show_saved(self, views: "Sequence[View]") -> None:
        """Show the views that the owner saved."""
        self.saved.keep([f"saved:{view.id}" for view in views])
        for view in views:
            place = places.of_saved(view.id, view.place, view.query)
            if place.key not in self.saved.items:
                item = NavItem(self.theme, "bookmark", more="dots")
                self._take(place, item)
                item.more_wanted.connect(partial(self.view_menu_wanted.emit, view.id))
                self.saved.put(place, item)
            self._places[place.key] = place
            item = self.saved.items[place.key]
            item.show_name(view.name, tip=view.query)
            item.show_more("dots", translate("Sidebar", "Change this view"), "faint")

    def show_saved_counts(self, counts: dict[int, int]) -> None:
        """Show how many tickets the saved views hold."""
        for view_id, count in counts.items():
            item = self.saved.items.get(f"saved:{view_id}")
            if item is not None:
                item.show_count(count)

    @override
    def retranslate(self) -> None:
        for view, (name, _icon) in VIEWS.items():
            self.views[view].show_name(translate("Places", name))
        self.channels.name(translate("Sidebar", "Channels"), translate("Sidebar", "Add account"))
        self.categories.name(translate("Sidebar", "Categories"))
        self.saved.name(translate("Sidebar", "My views"))
        self._practice.setText(translate("Sidebar", "example"))
        self.own.setText(" " + translate("Sidebar", "To my own messages"))
        self.fetch.setText(" " + translate("Sidebar", "Fetch now"))
        self.fetch.setToolTip(translate("Sidebar", "Ask all accounts for new messages (F5)"))
        self.settings.setText(" " + translate("Sidebar", "Settings"))
        for account_id, info in self._infos.items():
            self._show_account(info, self.channels.items[places.of_account(account_id).key])

    @override
    def redress(self) -> None:
        self._mark.setPixmap(self.theme.pixmap("building-store", "accent", 24))
        self.own.setIcon(self.theme.icon("arrow-left"))
        self.fetch.setIcon(self.theme.icon("refresh"))
        self.settings.setIcon(self.theme.icon("settings"))
        for account_id, info in self._infos.items():
            self._show_account(info, self.channels.items[places.of_account(account_id).key])

    def _on_chosen(self, key: str) -> None:
        place = self._places[key]
        self.go(place)
        self.place_chosen.emit(place)

    def _on_account(self, account_id: int, _at: QPoint) -> None:
        self.account_wanted.emit(account_id)


def _icon(info: "AccountInfo") -> str:
    return "package-import" if info.state == ARCHIVE else channel_looks.icon_of(info.kind)
