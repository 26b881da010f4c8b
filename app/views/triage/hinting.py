"""Asks for suggestions while the owner reads; what comes too late is not shown."""

import asyncio

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.views import suggesting
from app.views.tasks import GuiTasks, Report
from app.views.triage.page import TriagePage


class Hinting(QObject):
    """Works for the hint of the page."""

    def __init__(self, services: Services, page: TriagePage, report: Report) -> None:
        super().__init__(page)
        self._services, self._page = services, page
        self._tasks = GuiTasks(self, report)
        page.hint.wanted.connect(self._on_wanted)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def _on_wanted(self, ticket_id: int) -> None:
        self._tasks.start(self._ask(ticket_id), replaces="ask")

    async def _ask(self, ticket_id: int) -> None:
        found = await asyncio.to_thread(suggesting.offered, self._services, ticket_id)
        card = self._page.card
        if found is not None and card is not None and card.ticket.id == ticket_id:
            self._page.hint.tell(found, card.ticket, self._page.lists)
