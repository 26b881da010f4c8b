"""How much waits in the rooms of the side bar: counted anew when it changes, and once an hour."""

from PySide6.QtCore import QObject, QTimer

from app.bootstrap import Services
from app.services.events import SettingsChanged, StoreChangedElsewhere
from app.services.handbook import browsing, pages, radar
from app.views.navigation.room_items import RoomItems
from app.views.tasks import GuiTasks, Report

HOUR_MS = 3_600_000
"""The day goes on while the window is open, and with it what is due."""
_SECTIONS = frozenset({pages.SECTION, radar.SECTION})


class RoomCounts(QObject):
    """Reads for `RoomItems`."""

    def __init__(self, services: Services, items: RoomItems, report: Report) -> None:
        super().__init__(items)
        self._database, self._clock, self._items = services.database, services.clock, items
        self._tasks = GuiTasks(self, report)
        self._timer = QTimer(self)
        self._timer.setInterval(HOUR_MS)
        self._timer.timeout.connect(self.refresh)
        self._unsubscribe = [
            services.hub.subscribe(SettingsChanged, self._on_changed),
            services.hub.subscribe(StoreChangedElsewhere, self._on_changed),
        ]

    def refresh(self) -> None:
        """Count now, and every hour from now on."""
        self._timer.start()
        self._tasks.start(self._count(), replaces="count")

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._timer.stop()
        self._tasks.close()

    async def _count(self) -> None:
        today = self._clock.now().astimezone().date()
        due = await self._database.read(browsing.count_due, today=today)
        found = await self._database.read(radar.count_open)
        self._items.show_counts(due=due, findings=found)

    def _on_changed(self, event: SettingsChanged | StoreChangedElsewhere) -> None:
        if isinstance(event, StoreChangedElsewhere) or event.section in _SECTIONS:
            self.refresh()
