"""Opens tickets, and keeps the open one in step with the store."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.services.channels.api import Traits
from app.services.events import (
    Event,
    MessagesArrived,
    OutboxChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.tickets import inbox, opened, questions
from app.services.tickets.inbox import LinkInfo, TicketView
from app.services.tickets.lists import Lists
from app.services.tickets.questions import QuestionInfo
from app.views.doing import Doing
from app.views.tasks import GuiTasks
from app.views.ticket.files import FileHandler
from app.views.ticket.links import OpenUrl
from app.views.ticket.page import TicketPage
from app.views.ticket.writer import AskEnding, Writer


class TicketController(QObject):
    """Works for one page.

    Signals:
        poked(): the owner wants the accounts to be asked now.
    """

    poked = Signal()

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
        self._view: TicketView | None = None
        self._lists: Lists = {}
        self._others: Sequence[LinkInfo] = ()
        self._asked: Sequence[QuestionInfo] = ()
        self._traits: dict[str, Traits] = {}
        self.writer = Writer(services, page, doing, ask_ending)
        self.writer.poked.connect(self.poked)
        self.writer.reload_wanted.connect(self._on_reload_wanted)
        self._files = FileHandler(services, page, doing.notices, open_url)
        hub = services.hub
        self._unsubscribe = [
            hub.subscribe(TicketsChanged, self._on_tickets),
            hub.subscribe(MessagesArrived, self._on_tickets),
            hub.subscribe(OutboxChanged, self._on_tickets),
            hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
        ]

    @property
    def ticket_id(self) -> int | None:
        return self._view.ticket.id if self._view else None

    async def close(self) -> None:
        """Save what is being written, hear no more events, and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()
        self._files.close()
        await self.writer.close()

    def open(self, ticket_id: int) -> None:
        """Show a ticket; what was being written for another one is saved first."""
        if ticket_id != self.ticket_id:
            self.writer.flush()
            self._tasks.start(self._open(ticket_id), replaces="open")

    # --- reading -----------------------------------------------------------------------------

    async def _open(self, ticket_id: int) -> None:
        found = await self._database.read(opened.read, ticket_id)
        if found is None:
            return
        self._others, self._asked = found.others, found.questions
        self._lists = found.lists
        traits = await self._traits_of(found.view.ticket.channel)
        # Between two tickets more may have been typed for the first one.
        self.writer.flush()
        self._show(found.view)
        self.writer.begin(found.view, found.draft, traits)
        self.page.show_ticket()

    async def _traits_of(self, kind: str) -> Traits:
        if kind not in self._traits:
            # An adapter may have to be imported for it.
            self._traits[kind] = await asyncio.to_thread(self._services.traits, kind)
        return self._traits[kind]

    async def _reload(self) -> None:
        ticket_id = self.ticket_id
        if ticket_id is None:
            return
        view = await self._database.read(inbox.ticket_view, ticket_id)
        if view is not None and ticket_id == self.ticket_id and view.ticket.id != ticket_id:
            self.open(view.ticket.id)  # merged into another one
        elif view is not None and ticket_id == self.ticket_id and view != self._view:
            self._others = await self._database.read(inbox.of_customer, ticket_id)
            self._asked = await self._database.read(questions.infos, ticket_id=ticket_id)
            self._show(view)
            self.writer.follow(view)

    def _show(self, view: TicketView) -> None:
        self._view = view
        self.page.header.show_ticket(view.ticket)
        self.page.spine.show_ticket(view.ticket, self._asked)
        self.page.facts.show_ticket(view, self._lists, self._others)
        self.page.facts.questions.show_questions(self._asked)
        self.page.timeline.show_view(view, self._lists)

    def _on_tickets(self, event: TicketsChanged | MessagesArrived | OutboxChanged) -> None:
        if self.ticket_id in event.ticket_ids:
            self._tasks.start(self._reload(), replaces="reload")

    def _on_reload_wanted(self) -> None:
        self._tasks.start(self._reload(), replaces="reload")

    def _on_elsewhere(self, _event: Event) -> None:
        self._tasks.start(self._reload(), replaces="reload")
