"""Keeps the list in step with the store."""

import asyncio
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError
from app.services.events import (
    AccountHealthChanged,
    MessagesArrived,
    OutboxChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.sync import health
from app.services.tickets import finding, inbox, lists
from app.services.tickets.finding import Found
from app.views.inbox.model import PAGE
from app.views.inbox.panel import NO_ACCOUNT, InboxPanel
from app.views.language import is_dutch
from app.views.navigation import places
from app.views.navigation.places import Place
from app.views.navigation.sidebar import Sidebar
from app.views.sentences import error_text
from app.views.tasks import GuiTasks, Report

LONG_MS = 1000
SCREENFUL = 20
_Changed = TicketsChanged | MessagesArrived | OutboxChanged | StoreChangedElsewhere
_CHANGES: tuple[type[_Changed], ...] = (
    TicketsChanged,
    MessagesArrived,
    OutboxChanged,
    StoreChangedElsewhere,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is asked for: where, what was typed, and in which order."""

    place: Place
    typed: str
    order: str

    @property
    def query(self) -> str:
        return f"{self.place.query} {self.typed}".strip()


class InboxController(QObject):
    """Queries ids, rows and counts; again after every change, one query at a time."""

    def __init__(
        self, services: Services, panel: InboxPanel, sidebar: Sidebar, report: Report
    ) -> None:
        super().__init__(panel)
        self._services = services
        self._panel = panel
        self._sidebar = sidebar
        self._tasks = GuiTasks(self, report)
        self._stale = self._querying = False
        self._shown: Shown | None = None
        self._found: Found | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(LONG_MS)
        self._slow.timeout.connect(partial(panel.set_busy, busy=True))
        hub = services.hub
        self._unsubscribe = [
            *(hub.subscribe(kind, self._on_changed) for kind in _CHANGES),
            hub.subscribe(AccountHealthChanged, self._on_accounts_changed),
        ]
        sidebar.place_chosen.connect(self.go)
        panel.query_changed.connect(self.refresh)
        panel.results.order_chosen.connect(self.refresh)
        panel.list.rows.rows_wanted.connect(self._on_rows_wanted)

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.close()

    @property
    def query(self) -> str:
        """What is asked of the view now, the place's own query included."""
        return self._wanted().query

    def refresh(self) -> None:
        """Query again; changes during a query lead to exactly one more."""
        self._stale = True
        if not self._querying:
            self._querying = True
            self._tasks.start(self._refresh())

    def go(self, place: Place) -> None:
        """Show another place, with an empty search line."""
        self._sidebar.go(place)
        self._panel.search.clear()
        self.refresh()

    def shows(self, place: Place) -> bool:
        """Tell whether all of a place is on the screen, and nothing else."""
        shown = self._shown
        return shown is not None and (shown.place, shown.typed) == (place, "")

    @property
    def shows_wanted(self) -> bool:
        """Whether at least the first rows of what is wanted now are on the screen."""
        return self._shown == self._wanted()

    @property
    def is_settled(self) -> bool:
        """Whether what is wanted now is on the screen."""
        return not self._querying and self._shown == self._wanted()

    async def settled(self) -> None:
        """Wait until what is wanted now is on the screen, or turns out not to be a right query."""
        if not self.is_settled:
            self.refresh()
        while self._querying:  # noqa: ASYNC110  no event
            await asyncio.sleep(0.005)

    def _wanted(self) -> Shown:
        typed = self._panel.search.text().strip()
        return Shown(self._sidebar.place, typed, self._panel.results.order)

    async def _refresh(self) -> None:
        try:
            self._slow.start()
            while self._stale:
                self._stale = False
                await self._query(self._wanted())
        finally:
            self._querying = False
            self._slow.stop()
            self._panel.set_busy(busy=False)

    async def _query(self, wanted: Shown) -> None:
        fresh = wanted != self._shown
        try:
            if fresh:
                await self._show_first(wanted)
            await self._show_all(wanted, fresh=fresh)
        except InvalidValueError as error:
            self._panel.show_problem(error_text(error))
        await self._show_counts(wanted)

    async def _show_first(self, wanted: Shown) -> None:
        """Show the first rows before the rest is known: that takes a few milliseconds."""
        turn = self._panel.list.rows.doubts.turn
        rows = await self._services.database.read(
            finding.first_rows,
            wanted.query,
            now=self._services.clock.now(),
            view=wanted.place.view,
            limit=PAGE,
        )
        if rows is not None and wanted == self._wanted():
            self._found, self._shown = None, wanted
            self._panel.list.show_rows(rows, turn)

    async def _show_all(self, wanted: Shown, *, fresh: bool) -> None:
        turn = self._panel.list.rows.doubts.turn
        found, rows = await self._services.database.read(
            finding.find_shown,
            wanted.query,
            now=self._services.clock.now(),
            view=wanted.place.view,
            order=wanted.order,
            first=SCREENFUL,
        )
        if wanted != self._wanted():
            return
        searched = bool(found.wanted) or found.meant is not None
        self._found = found
        self._panel.show_problem("")
        fresh = fresh and self._shown != wanted
        self._panel.list.show_ids(found.ticket_ids, fresh=fresh, rows=rows, turn=turn)
        self._shown = wanted
        if wanted.typed:
            self._panel.results.show_found(
                len(found.ticket_ids),
                capped=found.capped,
                ranked=searched,
                meant=found.meant or "",
                whole=wanted.place == places.of_view("all"),
            )
        else:
            self._panel.results.hide()

    async def _show_counts(self, wanted: Shown) -> None:
        database = self._services.database
        counts = await database.read(inbox.counts)
        if not counts.views["all"] and not counts.views["spam"]:
            accounts = await database.read(health.accounts)
            self._panel.explain_empty(wanted.place.view if accounts else NO_ACCOUNT)
        else:
            self._panel.explain_empty(wanted.place.view)
        self._sidebar.show_counts(counts)

    async def show_lists(self) -> None:
        """Read what categories are called."""
        found = await self._services.database.read(lists.entries, lists.CATEGORY)
        dutch = is_dutch()
        names = [(one.key, one.name_nl if dutch else one.name_en) for one in found]
        self._panel.list.painter.names = dict(names)
        self._panel.list.viewport().update()
        self._sidebar.show_categories(names)

    async def _read_rows(self, ticket_ids: list[int]) -> None:
        model = self._panel.list.rows
        turn = model.doubts.turn
        found = self._found or Found(model.ids)
        rows = await self._services.database.read(finding.rows, found, ticket_ids)
        now = self._found or found
        if found is now or not (found.wanted or now.wanted):
            model.put_rows(rows, turn)
        else:  # the words around the hits may be others by now
            model.ask(set(ticket_ids).intersection(model.ids))

    def _on_rows_wanted(self, ticket_ids: list[int]) -> None:
        self._tasks.start(self._read_rows(ticket_ids))

    def _on_changed(self, event: _Changed) -> None:
        touched = None if isinstance(event, StoreChangedElsewhere) else event.ticket_ids
        if self._panel.list.rows.doubt(touched):
            self._panel.list.viewport().update()
        self.refresh()

    def _on_accounts_changed(self, _event: AccountHealthChanged) -> None:
        if not self._panel.list.rows.rowCount():
            self.refresh()
