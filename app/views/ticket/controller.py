"""Opens tickets, keeps the open one in step with the store, and does what the owner asks."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Services
from app.models.rules.tickets import TicketState
from app.services.events import (
    Event,
    MessagesArrived,
    OutboxChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.tickets import drafts, inbox, lifecycle
from app.services.tickets.inbox import TicketView
from app.services.tickets.lifecycle import Choice
from app.views import sentences
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.ticket.files import FileHandler
from app.views.ticket.links import OpenUrl
from app.views.ticket.page import TicketPage
from app.views.ticket.story import Names
from app.views.ticket.writer import Writer
from app.views.widgets.notices import NoticeBar


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
        notices: NoticeBar,
        open_url: OpenUrl,
    ) -> None:
        super().__init__(page)
        self._database = services.database
        self._page = page
        self._notices = notices
        self._tasks = GuiTasks(self, notices.report)
        self._view: TicketView | None = None
        self._lists: tuple[list[Choice], list[Choice]] = ([], [])
        self.writer = Writer(services.database, page, notices)
        self.writer.poked.connect(self.poked)
        self.writer.reload_wanted.connect(self._on_reload_wanted)
        self._files = FileHandler(services.database, page, notices, open_url)
        hub = services.hub
        self._unsubscribe = [
            hub.subscribe(TicketsChanged, self._on_tickets),
            hub.subscribe(MessagesArrived, self._on_tickets),
            hub.subscribe(OutboxChanged, self._on_tickets),
            hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
        ]
        page.header.change_wanted.connect(self._on_change)

    @property
    def ticket_id(self) -> int | None:
        return self._view.ticket.id if self._view else None

    async def close(self) -> None:
        """Save what is being written, hear no more events, and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.cancel_all()
        self._files.close()
        await self.writer.close()

    def open(self, ticket_id: int) -> None:
        """Show a ticket; what was being written for another one is saved first."""
        if ticket_id != self.ticket_id:
            self.writer.flush()
            self._tasks.start(self._open(ticket_id), replaces="open")

    # --- reading -----------------------------------------------------------------------------

    async def _open(self, ticket_id: int) -> None:
        view = await self._database.read(inbox.ticket_view, ticket_id)
        if view is None:
            return
        draft = await self._database.read(drafts.saved, ticket_id)
        self._lists = (
            await self._database.read(lifecycle.categories),
            await self._database.read(lifecycle.departments),
        )
        # Between two tickets more may have been typed for the first one.
        self.writer.flush()
        self._show(view)
        self.writer.begin(view, draft)
        self._page.show_ticket()

    async def _reload(self) -> None:
        ticket_id = self.ticket_id
        if ticket_id is None:
            return
        view = await self._database.read(inbox.ticket_view, ticket_id)
        if view is not None and ticket_id == self.ticket_id and view != self._view:
            self._show(view)
            self.writer.view = view

    def _show(self, view: TicketView) -> None:
        self._view = view
        categories, departments = self._lists
        self._page.header.show_ticket(view.ticket, categories, departments)
        self._page.timeline.show_view(view, Names(categories, departments))

    def _on_tickets(self, event: TicketsChanged | MessagesArrived | OutboxChanged) -> None:
        if self.ticket_id in event.ticket_ids:
            self._tasks.start(self._reload(), replaces="reload")

    def _on_reload_wanted(self) -> None:
        self._tasks.start(self._reload(), replaces="reload")

    def _on_elsewhere(self, _event: Event) -> None:
        self._tasks.start(self._reload(), replaces="reload")

    # --- deciding ----------------------------------------------------------------------------

    def _on_change(self, field: str, key: str) -> None:
        if self._view is not None:
            self._tasks.start(self._change(self._view, field, key))

    async def _change(self, view: TicketView, field: str, key: str) -> None:
        ticket = view.ticket
        write = self._database.write
        if field == "category":
            await write(lifecycle.set_category, ticket.id, category=key or None)
        elif field == "department":
            await write(lifecycle.set_department, ticket.id, department=key or None)
        elif field == "priority":
            await write(lifecycle.set_priority, ticket.id, priority=key)
        elif key != ticket.state:
            await write(lifecycle.change_state, ticket.id, state=key)
            self._tell_state(ticket.id, ticket.state, key)

    def _tell_state(self, ticket_id: int, before: str, after: str) -> None:
        # The table of states has no way back to "new": undoing leads to "open" then.
        back = TicketState.OPEN.value if before == TicketState.NEW.value else before
        undo = partial(self._undo_state, ticket_id, back)
        name = sentences.word(sentences.STATES, after)
        self._notices.tell(translate("TicketPage", "Now: {state}").format(state=name), undo=undo)

    def _undo_state(self, ticket_id: int, state: str) -> None:
        self._tasks.start(self._database.write(lifecycle.change_state, ticket_id, state=state))
