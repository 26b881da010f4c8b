"""Views of the owner's own: kept, named, changed, forgotten, counted."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.bootstrap import Services
from app.services.events import SettingsChanged, StoreChangedElsewhere, TicketsChanged
from app.services.tickets import finding, saved_views
from app.services.tickets.saved_views import SECTION, View
from app.views.doing import Doing
from app.views.inbox.controller import InboxController
from app.views.language import translate
from app.views.navigation.sidebar import Sidebar
from app.views.tasks import GuiTasks
from app.views.widgets.picker import Entry, Picker

NAME = "name"


class SavedViews(QObject):
    """Works for the part of the side bar that holds the owner's views."""

    def __init__(
        self,
        services: Services,
        inbox: InboxController,
        sidebar: Sidebar,
        picker: Picker,
        doing: Doing,
    ) -> None:
        super().__init__(sidebar)
        self._services = services
        self._database = services.database
        self._inbox, self._sidebar, self._picker, self._doing = inbox, sidebar, picker, doing
        self._tasks = GuiTasks(self, doing.notices.report)
        self._views: list[View] = []
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_settings),
            services.hub.subscribe(TicketsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    def refresh(self) -> None:
        """Show the views as they are stored, and count them."""
        self._tasks.start(self._refresh(), replaces="refresh")

    def keep(self) -> None:
        """Ask for a name and keep what is searched for now."""
        if self._inbox.query:
            self._tasks.start(self._keep(), replaces="keep")

    def offer(self, view_id: int, at: QPoint) -> None:
        """Offer what can be done with a view."""
        menu = QMenu(self._sidebar)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, act in (
            (translate("SavedViews", "Rename"), self._rename),
            (translate("SavedViews", "Remove"), self._remove),
        ):
            action = QAction(text, menu)
            action.triggered.connect(partial(self._start, act, view_id))
            menu.addAction(action)
        menu.popup(at)

    def _start(self, act: object, view_id: int) -> None:
        self._tasks.start(act(view_id))  # type: ignore[operator]

    async def _refresh(self) -> None:
        self._views = await self._database.read(saved_views.views)
        self._sidebar.show_saved(self._views)
        counts = {}
        now = self._services.clock.now()
        for view in self._views:
            found = await self._database.read(finding.find, view.query, now=now, view=view.place)
            counts[view.id] = len(found.ticket_ids)
        self._sidebar.show_saved_counts(counts)

    async def _keep(self) -> None:
        query, place = self._inbox.query, self._sidebar.place.view
        name = await self._ask_name(translate("SavedViews", "Name of this view"), query)
        if name:
            await self._database.write(saved_views.save, name=name, place=place, query=query)
            told = translate("SavedViews", "Kept as “{name}”, at the left").format(name=name)
            self._doing.notices.tell(told)

    async def _rename(self, view_id: int) -> None:
        view = next(view for view in self._views if view.id == view_id)
        name = await self._ask_name(translate("SavedViews", "New name"), view.name)
        if name:
            await self._database.write(saved_views.rename, view_id, name=name)

    async def _remove(self, view_id: int) -> None:
        gone = await self._database.write(saved_views.remove, view_id)
        told = translate("SavedViews", "View “{name}” removed").format(name=gone.name)
        self._doing.notices.tell(told, undo=partial(self._bring_back, gone))

    def _bring_back(self, gone: View) -> None:
        self._tasks.start(
            self._database.write(
                saved_views.save, name=gone.name, place=gone.place, query=gone.query
            )
        )

    async def _ask_name(self, title: str, typed: str) -> str:
        entry = await self._picker.pick(title, [], offer=_as_typed, typed=typed)
        return entry.text if entry else ""

    def _on_settings(self, event: SettingsChanged) -> None:
        if event.section == SECTION:
            self.refresh()

    def _on_changed(self, _event: object) -> None:
        if self._views:
            self.refresh()


def _as_typed(typed: str) -> list[Entry]:
    clean = " ".join(typed.split())
    return [Entry(NAME, clean, icon="bookmark")] if clean else []
