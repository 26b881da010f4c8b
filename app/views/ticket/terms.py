"""The words that the handbook explains, for the conversation on screen."""

from PySide6.QtCore import QObject

from app.services.events import EventHub, SettingsChanged, StoreChangedElsewhere
from app.services.handbook import browsing, pages
from app.services.storage.database import Database
from app.views.tasks import GuiTasks, Report
from app.views.ticket.timeline import Timeline


class Terms(QObject):
    """Reads the words when a ticket is first shown, and when the handbook changes."""

    def __init__(
        self,
        database: Database,
        hub: EventHub,
        timeline: Timeline,
        report: Report,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._timeline = database, timeline
        self._tasks = GuiTasks(self, report)
        self._known = False
        self._unsubscribe = [
            hub.subscribe(SettingsChanged, self._on_settings),
            hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
        ]

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    def begin(self) -> None:
        """Read the words, unless that was done."""
        if not self._known:
            self._known = True
            self._tasks.start(self._learn(), replaces="learn")

    async def _learn(self) -> None:
        self._timeline.set_terms(await self._database.read(browsing.words))

    def _on_settings(self, event: SettingsChanged) -> None:
        if self._known and event.section == pages.SECTION:
            self._tasks.start(self._learn(), replaces="learn")

    def _on_elsewhere(self, _event: object) -> None:
        if self._known:
            self._tasks.start(self._learn(), replaces="learn")
