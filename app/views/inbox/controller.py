"""Keeps the list in step with the store."""

from PySide6.QtCore import QObject, QTimer

from app.bootstrap import Services
from app.models.rules.errors import InvalidValueError
from app.services.events import (
    AccountHealthChanged,
    Event,
    MessagesArrived,
    OutboxChanged,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.sync import health
from app.services.tickets import inbox
from app.views.inbox.model import PAGE
from app.views.inbox.panel import NO_ACCOUNT, InboxPanel
from app.views.inbox.switch import ViewSwitch
from app.views.sentences import error_text
from app.views.tasks import GuiTasks, Report

LONG_MS = 1000
EVENTS = (TicketsChanged, MessagesArrived, OutboxChanged, StoreChangedElsewhere)


class InboxController(QObject):
    """Queries pages and counts; again after every change, one query at a time."""

    def __init__(
        self, services: Services, panel: InboxPanel, switch: ViewSwitch, report: Report
    ) -> None:
        super().__init__(panel)
        self._services = services
        self._panel = panel
        self._switch = switch
        self._tasks = GuiTasks(self, report)
        self._stale = self._querying = False
        self._shown: tuple[str, str] | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(LONG_MS)
        self._slow.timeout.connect(self._on_slow)
        self._unsubscribe = [services.hub.subscribe(kind, self._on_event) for kind in EVENTS]
        self._unsubscribe.append(
            services.hub.subscribe(AccountHealthChanged, self._on_accounts_changed)
        )
        switch.switched.connect(self._on_wanted)
        panel.query_changed.connect(self._on_wanted)
        panel.list.rows.more_wanted.connect(self._on_more_wanted)

    def close(self) -> None:
        """Hear no more events and end what runs."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._tasks.cancel_all()

    def refresh(self) -> None:
        """Query again; changes during a query lead to exactly one more."""
        self._stale = True
        if not self._querying:
            self._querying = True
            self._tasks.start(self._refresh())

    async def _refresh(self) -> None:
        try:
            self._slow.start()
            while self._stale:
                self._stale = False
                await self._query()
        finally:
            self._querying = False
            self._slow.stop()
            self._panel.set_busy(False)

    async def _query(self) -> None:
        wanted = (self._switch.view, self._panel.search.text())
        fresh = wanted != self._shown
        view, query = wanted
        database, now = self._services.database, self._services.clock.now()
        loaded = 0 if fresh else self._panel.list.rows.rowCount()
        limit = max(PAGE, -(-loaded // PAGE) * PAGE)
        try:
            rows = await database.read(inbox.page, query, now=now, view=view, limit=limit)
        except InvalidValueError as error:
            self._panel.show_problem(error_text(error))
            return
        counts = await database.read(inbox.counts, now=now)
        if not counts["all"]:
            accounts = await database.read(health.accounts)
            self._panel.explain_empty(view if accounts else NO_ACCOUNT)
        else:
            self._panel.explain_empty(view)
        self._panel.show_problem("")
        self._switch.show_counts(counts)
        self._panel.list.show_rows(rows, complete=len(rows) < limit, fresh=fresh)
        self._shown = wanted

    async def _more(self, offset: int) -> None:
        view, query = self._switch.view, self._panel.search.text()
        now = self._services.clock.now()
        rows = await self._services.database.read(
            inbox.page, query, now=now, view=view, limit=PAGE, offset=offset
        )
        if (view, query) == self._shown:
            self._panel.list.rows.append(rows, complete=len(rows) < PAGE)

    def _on_event(self, _event: Event) -> None:
        self.refresh()

    def _on_accounts_changed(self, _event: AccountHealthChanged) -> None:
        if not self._panel.list.rows.rowCount():
            self.refresh()

    def _on_wanted(self, _what: str) -> None:
        self.refresh()

    def _on_more_wanted(self, offset: int) -> None:
        self._tasks.start(self._more(offset), replaces="more")

    def _on_slow(self) -> None:
        self._panel.set_busy(True)
