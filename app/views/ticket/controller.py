"""Opens tickets, and keeps the open one in step with the store."""

import asyncio
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.services.channels.api import Traits
from app.services.events import (
    Event,
    MessagesArrived,
    OutboxChanged,
    SettingsChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.tickets import opened
from app.services.tickets.lists import SECTIONS
from app.services.tickets.opened import Opened
from app.services.tickets.suited import suited
from app.views.doing import Doing
from app.views.tasks import GuiTasks
from app.views.ticket.ahead import Ahead
from app.views.ticket.files import FileHandler
from app.views.ticket.links import OpenUrl
from app.views.ticket.page import TicketPage
from app.views.ticket.terms import Terms
from app.views.ticket.writer import AskEnding, Writer


class TicketController(QObject):
    """Works for one page.

    Signals:
        poked(): the owner wants the accounts to be asked now.
        shown(Opened): a ticket is on the screen, or is another than it was.
    """

    poked = Signal()
    shown = Signal(object)

    def __init__(
        self,
        services: Services,
        page: TicketPage,
        doing: Doing,
        ask_ending: AskEnding,
        open_url: OpenUrl,
    ) -> None:
        super().__init__(page)
        self._services = services
        self._database = services.database
        self.page = page
        self._tasks = GuiTasks(self, doing.notices.report)
        self.ahead = Ahead(services.database, services.hub, doing.notices.report, self)
        self._found: Opened | None = None
        self._traits: dict[str, Traits] = {}
        self.writer = Writer(services, page, doing, ask_ending)
        self.writer.poked.connect(self.poked)
        self.writer.reload_wanted.connect(self._on_reload_wanted)
        self._terms = Terms(
            services.database, services.hub, page.timeline, doing.notices.report, self
        )
        self._files = FileHandler(services, page, doing.notices, open_url)
        hub = services.hub
        self._unsubscribe = [
            hub.subscribe(TicketsChanged, self._on_tickets),
            hub.subscribe(MessagesArrived, self._on_tickets),
            hub.subscribe(OutboxChanged, self._on_tickets),
            hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
            hub.subscribe(SettingsChanged, self._on_settings),
        ]

    @property
    def ticket_id(self) -> int | None:
        return self._found.view.ticket.id if self._found else None

    async def close(self) -> None:
        """Save what is being written, hear no more events, and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()
        self.ahead.close()
        self._files.close()
        self._terms.close()
        await self.writer.close()

    def open(self, ticket_id: int) -> None:
        """Show a ticket; what was being written for another one is saved first."""
        if ticket_id != self.ticket_id:
            self.writer.flush()
            self._tasks.start(self._open(ticket_id), replaces="open")

    def open_to_write(self, ticket_id: int) -> None:
        """Show a ticket and put the cursor into its answer, once it is there."""
        self.writer.flush()
        self._tasks.start(self._open(ticket_id, write=True), replaces="open")

    # --- reading -----------------------------------------------------------------------------

    async def _open(self, ticket_id: int, *, write: bool = False) -> None:
        found = await self.ahead.read(ticket_id)
        if found is None:
            return
        traits = suited(found.view, await self._traits_of(found.view.ticket.carrier))
        # Between two tickets more may have been typed for the first one.
        self.writer.flush()
        self._show(found)
        self.writer.begin(found.view, found.draft, traits)
        self.page.show_ticket()
        if write:
            self.page.focus_writing()
        self.ahead.go_on()
        self._terms.begin()

    async def _traits_of(self, kind: str) -> Traits:
        if kind not in self._traits:
            # An adapter may have to be imported for it.
            self._traits[kind] = await asyncio.to_thread(self._services.traits, kind)
        return self._traits[kind]

    async def _reload(self) -> None:
        ticket_id = self.ticket_id
        if ticket_id is None:
            return
        found = await self._database.read(opened.read, ticket_id)
        if found is None or ticket_id != self.ticket_id:
            return
        if found.view.ticket.id != ticket_id:
            self.open(found.view.ticket.id)  # merged into another one
        elif self._found is None or replace(found, draft=self._found.draft) != self._found:
            self._show(found)
            self.writer.follow(found.view)

    def _show(self, found: Opened) -> None:
        self._found = found
        view, asked = found.view, found.questions
        self.page.header.show_ticket(view.ticket)
        self.page.spine.show_ticket(view.ticket, asked)
        self.page.facts.show_ticket(view, found.lists, found.others)
        self.page.facts.questions.show_questions(asked)
        self.page.timeline.show_view(view, found.lists)
        self.shown.emit(found)

    def _on_tickets(self, event: TicketsChanged | MessagesArrived | OutboxChanged) -> None:
        if self.ticket_id in event.ticket_ids:
            self._tasks.start(self._reload(), replaces="reload")

    def _on_reload_wanted(self) -> None:
        self._tasks.start(self._reload(), replaces="reload")

    def _on_settings(self, event: SettingsChanged) -> None:
        if event.section in SECTIONS:
            self._tasks.start(self._reload(), replaces="reload")

    def _on_elsewhere(self, _event: Event) -> None:
        self._tasks.start(self._reload(), replaces="reload")
