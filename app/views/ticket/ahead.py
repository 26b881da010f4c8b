"""Reads the tickets that are likely to be opened next before they are asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from app.services.events import (
    Event,
    EventHub,
    MessagesArrived,
    OutboxChanged,
    SettingsChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.storage.database import Database
from app.services.tickets import drafts, opened
from app.services.tickets.opened import Opened
from app.views.tasks import GuiTasks, Report

CALM_MS = 60
"""After a ticket was opened its window is painted first; reading would hold that up."""
MOST = 2


class Ahead(QObject):
    """Keeps what was read until something happens that could make it untrue."""

    def __init__(self, database: Database, hub: EventHub, report: Report, parent: QObject) -> None:
        super().__init__(parent)
        self.likely: Callable[[], Sequence[int]] = tuple
        self._database = database
        self._tasks = GuiTasks(self, report)
        self._kept: dict[int, Opened] = {}
        self._changes = 0
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._on_calm)
        self._unsubscribe = [
            hub.subscribe(TicketsChanged, self._on_tickets),
            hub.subscribe(OutboxChanged, self._on_tickets),
            hub.subscribe(MessagesArrived, self._on_all),
            hub.subscribe(SettingsChanged, self._on_all),
            hub.subscribe(StoreChangedElsewhere, self._on_all),
        ]

    @property
    def kept(self) -> frozenset[int]:
        """The tickets that can be opened without reading."""
        return frozenset(self._kept)

    def close(self) -> None:
        """Hear no more events, and read no more."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._calm.stop()
        self._tasks.close()

    def go_on(self) -> None:
        """Read on as soon as what was opened is painted."""
        self._calm.start()

    async def read(self, ticket_id: int) -> Opened | None:
        """Return a ticket, as `opened.read` does; its draft is never an older one."""
        self._calm.stop()
        kept = self._kept.get(ticket_id)
        if kept is None:
            return await self._database.read(opened.read, ticket_id)
        changes = self._changes
        draft = await self._database.read(drafts.saved, ticket_id)
        if changes != self._changes and ticket_id not in self._kept:
            return await self._database.read(opened.read, ticket_id)
        return replace(kept, draft=draft)

    def _on_calm(self) -> None:
        self._tasks.start(self._read_ahead(), replaces="ahead")

    async def _read_ahead(self) -> None:
        wanted = list(dict.fromkeys(self.likely()))[:MOST]
        for ticket_id in self.kept.difference(wanted):
            del self._kept[ticket_id]
        for ticket_id in wanted:
            if ticket_id in self._kept:
                continue
            changes = self._changes
            found = await self._database.read(opened.read, ticket_id)
            # A merged ticket is shown as another one, of which the events tell.
            if found and found.view.ticket.id == ticket_id and changes == self._changes:
                self._kept[ticket_id] = found

    def _on_tickets(self, event: TicketsChanged | OutboxChanged) -> None:
        self._changes += 1
        for ticket_id, found in list(self._kept.items()):
            if not event.ticket_ids.isdisjoint({ticket_id, *(one.id for one in found.others)}):
                del self._kept[ticket_id]

    def _on_all(self, _event: Event) -> None:
        self._changes += 1
        self._kept.clear()
