"""Connects the window to running services: every signal has its service, every event its view."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.bootstrap import Services
from app.services import settings
from app.services.events import SettingsChanged
from app.services.settings import LookSettings
from app.services.storage.database import Unit
from app.services.sync.engine import SyncEngine
from app.views.accounts.controller import AccountsController
from app.views.accounts.page import AccountPage
from app.views.accounts.setup_page import SetupPage
from app.views.inbox.controller import InboxController
from app.views.main_window import MainWindow
from app.views.tasks import GuiTasks
from app.views.ticket.controller import TicketController
from app.views.ticket.page import TicketPage


class Desk(QObject):
    """The parts of the window that need services, and their controllers."""

    def __init__(
        self,
        services: Services,
        window: MainWindow,
        engine: SyncEngine | None,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._engine = engine
        theme, now, notices = window.theme, services.clock.now, window.notices
        self._tasks = GuiTasks(self, notices.report)
        self.ticket = TicketPage(theme, now)
        self.account = AccountPage(theme, now)
        self.setup = SetupPage(theme, services.channels)
        window.detail.addWidget(self.ticket)
        window.add_page(self.account)
        window.add_page(self.setup)
        self.inbox = InboxController(services, window.inbox, window.sidebar.switch, notices.report)
        self.tickets = TicketController(services, self.ticket, notices, open_url)
        self.accounts = AccountsController(
            services, window.sidebar.accounts, self.account, self.setup, notices, open_url
        )
        self._unsubscribe = services.hub.subscribe(SettingsChanged, self._on_settings_changed)
        self._connect()

    def _connect(self) -> None:
        window, ticket = self._window, self.ticket
        window.inbox.list.opened.connect(self.tickets.open)
        window.inbox.list.entered_ticket.connect(self._on_entered)
        window.inbox.list.answer_wanted.connect(self._on_answer_wanted)
        window.inbox.account_wanted.connect(self.accounts.add)
        window.sidebar.switch.switched.connect(self._on_view_switched)
        window.fetch_wanted.connect(self.poke)
        window.look_chosen.connect(self._on_look_chosen)
        ticket.left.connect(window.inbox.focus_list)
        ticket.stepped.connect(window.inbox.list.step)
        self.tickets.poked.connect(self.poke)
        self.accounts.poked.connect(self.poke)
        self.accounts.page_wanted.connect(self._on_account_page)
        self.accounts.setup_wanted.connect(self._on_setup_page)
        self.accounts.finished.connect(window.show_messages)

    def begin(self) -> None:
        """Show what is in the store."""
        self._window.show_desk()
        self.inbox.refresh()
        self.accounts.refresh()
        self._tasks.start(self._take_stored_look())
        current = self._window.inbox.list.current_id
        if current is not None:
            self.tickets.open(current)

    async def close(self) -> None:
        """Save what is being written and end what runs."""
        self._unsubscribe()
        self.inbox.close()
        self.accounts.close()
        self._tasks.cancel_all()
        await self.tickets.close()

    def poke(self) -> None:
        """Fetch from all accounts now."""
        if self._engine is not None:
            self._engine.poke()

    async def _take_stored_look(self) -> None:
        look = await self._services.database.read(settings.load, LookSettings)
        self._window.take_look(look.language, look.colours)

    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if event.section == LookSettings.section and event.origin is not self:
            self._tasks.start(self._take_stored_look(), replaces="look")

    def _on_look_chosen(self, language: str, colours: str) -> None:
        look = LookSettings(language=language, colours=colours)
        self._tasks.start(self._services.database.write(_save_look, look, origin=self))

    def _on_entered(self, ticket_id: int) -> None:
        self.tickets.open(ticket_id)
        self.ticket.focus_reading()

    def _on_answer_wanted(self) -> None:
        if self.ticket.is_open:
            self.ticket.focus_writing()

    def _on_view_switched(self, _view: str) -> None:
        self._window.show_messages()

    def _on_account_page(self) -> None:
        self._window.show_page(self.account)

    def _on_setup_page(self) -> None:
        self._window.show_page(self.setup)
        self.setup.form.focus_first_empty()


def _save_look(unit: Unit, look: LookSettings, *, origin: object) -> None:
    settings.save(unit.session, look)
    unit.publish(SettingsChanged(section=look.section, origin=origin))
