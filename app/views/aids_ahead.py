"""Asks what helps on a worker thread, and ahead for the tickets that are likely to be next."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.services.assist.aids import Aid, Aids, Helper
from app.services.events import (
    MessagesArrived,
    SettingsChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.views.tasks import GuiTasks, Report
from app.views.ticket.controller import TicketController

if TYPE_CHECKING:  # it imports numpy, which the first paint does without
    from app.services.assist.near import Neighbours

CALM_SECONDS, MOST = 0.2, 2
"""How long a ticket is left alone before others are looked for."""


class AidsAhead(QObject):
    """Keeps what was found until something happens that could make it untrue."""

    def __init__(self, services: Services, tickets: TicketController, report: Report) -> None:
        super().__init__(tickets)
        self._services, self._tickets = services, tickets
        self._helper = Helper(services.database, services.clock, partial(_neighbours, services))
        self._tasks = GuiTasks(self, report)
        self._kept: dict[int, Aids] = {}
        self._changes = 0
        hub = services.hub
        events = (SettingsChanged, TicketsChanged, MessagesArrived, StoreChangedElsewhere)
        self._unsubscribe = [hub.subscribe(event, self.forget) for event in events]

    @property
    def kept(self) -> frozenset[int]:
        """The tickets for which it is known."""
        return frozenset(self._kept)

    @property
    def state(self) -> str:
        """How far the model is, "" before it was first wanted; loads nothing."""
        made = self._services.made.get("suggester")
        return made.state.value if made is not None else ""

    def close(self) -> None:
        """Hear no more events, end what runs, and wait for what is being looked for."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()
        self._helper.close()

    def forget(self, _event: object = None) -> None:
        """Look anew from now on."""
        self._changes += 1
        self._kept.clear()

    async def of(self, ticket_id: int) -> Aids:
        """Return what helps with a ticket.

        Raises:
            NotFoundError: there is no such ticket.
        """
        kept = self._kept.pop(ticket_id, None)
        if kept is not None:
            return kept
        return await asyncio.to_thread(self._helper.beside, ticket_id)

    async def search(self, typed: str, ticket_id: int | None) -> tuple[Aid, ...]:
        """Return what answers to what was typed."""
        return await asyncio.to_thread(self._helper.search, typed, ticket_id)

    def go_on(self) -> None:
        """Look for the tickets that are likely to be next, as long as none is opened."""
        self._tasks.start(self._look_ahead(), replaces="ahead")

    async def _look_ahead(self) -> None:
        current = self._tickets.ticket_id
        await asyncio.sleep(CALM_SECONDS)
        for ticket_id in list(dict.fromkeys(self._tickets.ahead.likely()))[:MOST]:
            if current != self._tickets.ticket_id:
                return
            if ticket_id not in self._kept:
                changes = self._changes
                found = await asyncio.to_thread(self._helper.beside, ticket_id)
                if changes == self._changes:
                    self._kept[ticket_id] = found


def _neighbours(services: Services) -> "Neighbours | None":
    """Return the model's part once it has been made: by then numpy has been imported.

    No method, for a worker thread must not be the last to let go of what Qt has made.
    """
    made = services.made.get("suggester")
    return made.neighbours if made is not None else None
