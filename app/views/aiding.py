"""Looks for what helps with the open ticket once it is painted, and puts in what is chosen."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from app.bootstrap import Services
from app.services.assist import aids
from app.services.assist.aids import Aid, Aids
from app.services.events import SettingsChanged
from app.services.handbook import earlier, pages, quoting
from app.services.tickets import templates
from app.services.tickets.lists import Lists
from app.services.tickets.opened import Opened
from app.views.actions import Actions
from app.views.aids_ahead import AidsAhead
from app.views.doing import Doing
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.texts.choosing import TextChooser
from app.views.ticket.aids_panel import OPEN, USE
from app.views.ticket.controller import TicketController
from app.views.walking import Walking

GO = "aids"
PAINTED_MS = 10
"""After a ticket was opened it is painted first; looking would hold that up."""

READY, UNAVAILABLE = "ready", "unavailable"
WAIT_MS = 1_000
"""Until it is looked again whether the model has been loaded."""

TYPING_SECONDS = 0.06


class Aiding(QObject):
    """Works for the panel by the composer, for `??` in it, and hears their actions.

    Signals:
        page_wanted(int), ticket_wanted(int): a page or an earlier ticket is to be opened.
    """

    page_wanted = Signal(int)
    ticket_wanted = Signal(int)

    def __init__(
        self,
        services: Services,
        tickets: TicketController,
        actions: Actions,
        doing: Doing,
        walking: Walking,
        texts: TextChooser,
    ) -> None:
        super().__init__(tickets)
        self._database = services.database
        self._tickets, self._walking, self._texts = tickets, walking, texts
        self._doing = doing
        self._ahead = AidsAhead(services, tickets, doing.notices.report)
        self._tasks = GuiTasks(self, doing.notices.report)
        self._panel, self._lookup = tickets.page.aids, tickets.page.lookup
        self._lists: Lists = {}
        self._shown: Aids | None = None
        self._next: int | None = None
        self._painted, self._loading = QTimer(self), QTimer(self)
        for timer, wait, then in (
            (self._painted, PAINTED_MS, self._on_painted),
            (self._loading, WAIT_MS, self._on_waited),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(then)
        tickets.shown.connect(self._on_shown)
        self._panel.wanted.connect(actions.trigger)
        self._panel.left.connect(tickets.page.focus_writing)
        self._lookup.wanted.connect(self._on_asked)
        self._lookup.chosen.connect(self._on_chosen)
        self._unsubscribe = services.hub.subscribe(SettingsChanged, self._on_settings)

    @property
    def acts(self) -> Mapping[str, Callable[[list[int]], Awaitable[None]]]:
        """What is done with what helps, by the names of the actions."""
        return {GO: self._go, USE: self._use_chosen, OPEN: self._open_chosen}

    def close(self) -> None:
        """Hear no more events, end what runs, and wait for what is being looked for."""
        self._unsubscribe()
        self._painted.stop()
        self._loading.stop()
        self._tasks.close()
        self._ahead.close()

    # --- looking -----------------------------------------------------------------------------

    def _on_shown(self, found: Opened) -> None:
        self._lists = found.lists
        ticket_id = found.view.ticket.id
        if self._shown is not None and self._shown.ticket_id != ticket_id:
            self._shown = None
            self._panel.show_nothing()
        self._painted.start()

    def _on_settings(self, event: SettingsChanged) -> None:
        if event.section in {pages.SECTION, templates.SECTION}:
            self._painted.start()

    def _on_painted(self) -> None:
        self._next = self._tickets.ticket_id
        self._tasks.start(self._look(), once="look")

    def _on_waited(self) -> None:
        if self._ahead.state == READY:
            self._ahead.forget()
            self._on_painted()
        elif self._ahead.state != UNAVAILABLE:
            self._loading.start()

    async def _look(self) -> None:
        """Look for one ticket at a time, always the newest: those in between were passed over."""
        while self._next is not None:
            ticket_id, self._next = self._next, None
            state = self._ahead.state
            found = await self._ahead.of(ticket_id)
            if ticket_id == self._tickets.ticket_id:
                self._show(found)
            if state not in {READY, UNAVAILABLE}:
                self._loading.start()
        self._ahead.go_on()

    def _show(self, found: Aids) -> None:
        self._walking.hear(found.ticket_id, found.heard)
        if found != self._shown:
            self._shown = found
            self._panel.show_aids(self._beside, self._lists)

    @property
    def _beside(self) -> list[Aid]:
        """What helps, without the procedure that stands there by itself."""
        if self._shown is None:
            return []
        offered = aids.SOP, self._shown.offered
        return [one for one in self._shown.found if (one.kind, one.id) != offered]

    def _on_asked(self, asked: str) -> None:
        self._tasks.start(self._search(asked), replaces="search")

    async def _search(self, asked: str) -> None:
        ticket_id = self._tickets.ticket_id
        found = tuple(self._beside)
        if asked:
            await asyncio.sleep(TYPING_SECONDS)
            found = await self._ahead.search(asked, ticket_id)
        if ticket_id == self._tickets.ticket_id:
            self._lookup.show_found(asked, found, self._lists)

    # --- doing -------------------------------------------------------------------------------

    async def _go(self, _targets: list[int]) -> None:
        if self._panel.found:
            self._panel.enter()
        else:
            self._doing.notices.tell(translate("Aids", "Nothing here fits this message"))

    async def _use_chosen(self, targets: list[int]) -> None:
        if self._panel.chosen is None:
            await self._go(targets)
        elif await self._use(self._panel.chosen):
            self._tickets.page.focus_writing()

    async def _open_chosen(self, targets: list[int]) -> None:
        chosen = self._panel.chosen
        if chosen is None:
            await self._go(targets)
        elif chosen.kind == aids.TICKET:
            self.ticket_wanted.emit(chosen.id)
        elif chosen.kind == aids.TEXT:
            await self._use_chosen(targets)
        else:
            self.page_wanted.emit(chosen.id)

    async def _use(self, aid: Aid) -> bool:
        """Put something in, or do what it is for; returns whether something was put in."""
        ticket_id = self._tickets.ticket_id
        if ticket_id is None:
            return False
        read = self._database.read
        if aid.kind == aids.TEXT:
            return await self._texts.write(ticket_id, await read(templates.find, aid.id))
        if aid.kind == aids.TICKET:
            return await self._texts.write(ticket_id, await read(earlier.reusable, aid.id))
        if aid.kind == aids.SOP:
            await self._walking.begin(aid.id)
            return False
        text = await read(quoting.passage, aid.id, section=aid.about)
        if not text:
            self.page_wanted.emit(aid.id)
        elif ticket_id == self._tickets.ticket_id:
            self._tickets.page.composer.editor.insert(text)
        return bool(text)

    def _on_chosen(self, aid: Aid) -> None:
        self._tasks.start(self._put_in(aid), once="put in")

    async def _put_in(self, aid: Aid) -> None:
        """Put something in the place of `??` and what was typed behind it, as one step to undo."""
        ticket_id, typed = self._tickets.ticket_id, self._lookup.take()
        done = await self._use(aid)
        if (done or aid.kind == aids.SOP) and ticket_id == self._tickets.ticket_id:
            typed.joinPreviousEditBlock()
            typed.removeSelectedText()
            typed.endEditBlock()
