"""Connects the window to running services: every signal has its service, every event its view."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.bootstrap import Services
from app.services import settings
from app.services.events import SettingsChanged
from app.services.settings import LookSettings
from app.services.storage.database import Unit
from app.services.sync.engine import SyncEngine
from app.services.tickets.lists import SECTIONS
from app.views import suggesting
from app.views.accounts.controller import AccountsController
from app.views.accounts.page import AccountPage
from app.views.accounts.setup_page import SetupPage
from app.views.closing import Closing
from app.views.day.controller import Day
from app.views.doing import Doing
from app.views.drafting import Drafting
from app.views.elsewhere import Elsewhere
from app.views.going import Going
from app.views.imports.controller import ImportController
from app.views.imports.page import ImportPage
from app.views.inbox.controller import InboxController
from app.views.inbox.saved import SavedViews
from app.views.knowledge_rooms import KnowledgeRooms
from app.views.language import DUTCH, ENGLISH
from app.views.main_window import MainWindow
from app.views.platforms import Platforms
from app.views.quiet import Quiet
from app.views.rooms import Rooms
from app.views.settings.controller import SettingsController
from app.views.settings.page import SettingsPage
from app.views.tasks import GuiTasks
from app.views.theme import DARK_MODE, LIGHT_MODE
from app.views.ticket.controller import TicketController
from app.views.ticket.page import TicketPage
from app.views.ticket.writer import SEND, SEND_CLOSE, SEND_LATER
from app.views.widgets.picker import Picker
from app.views.work import Work

P = TypeVar("P", bound=QWidget)
WARM_UP_SECONDS, WARM_UP_AT_MOST = 2.0, 60.0
"""The model takes as long to load, in which each step takes thrice as long: so while the owner
reads, and only after a minute if he never does."""

FAREWELL_SECONDS = 0.002


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
        actions = window.actions_
        self._tasks = GuiTasks(self, notices.report)
        self._quiet = Quiet()
        self.picker = Picker(theme, window.ground)
        self.doing = Doing(services.database, notices, self)
        self.ticket = TicketPage(theme, now, actions)
        window.detail.addWidget(self.ticket)
        self.inbox = InboxController(services, window.inbox, window.sidebar, notices.report)
        self.closing = Closing(services.database, self.picker, self)
        self.tickets = TicketController(
            services, self.ticket, self.doing, self.closing.ask, open_url
        )
        self.accounts = AccountsController(
            services,
            window.sidebar,
            partial(_added, window, AccountPage, theme, now),
            partial(_added, window, SetupPage, theme, services.channels),
            notices,
            open_url,
        )
        self.imports = ImportController(
            services, partial(_make_import, window), engine, notices.report, self
        )
        self.work = Work(
            services,
            actions,
            window.inbox.list,
            self.tickets,
            self.picker,
            self.doing,
            self.closing,
        )
        self.rooms = Rooms(
            services, window, self.picker, self.doing, open_url, self.work.asking.propose
        )
        self.knowledge = KnowledgeRooms(services, window, self.picker, self.doing, open_url)
        self.saved = SavedViews(services, self.inbox, window.sidebar, self.picker, self.doing)
        self.options = SettingsController(services, window, self._make_settings)
        self.going = Going(window, self.ticket, self.inbox, self.picker)
        self.day = Day(services, window, self.doing, self.tickets.open)
        self.platforms = Platforms(services, actions, self.picker, self.doing, self)
        self.elsewhere = Elsewhere(services, actions, notices, self)
        self.drafting = Drafting(services, actions, self.tickets, self.doing)
        self._acts = self._about()
        self._unsubscribe = services.hub.subscribe(SettingsChanged, self._on_settings_changed)
        self._connect()

    def _connect(self) -> None:
        window, ticket = self._window, self.ticket
        window.inbox.list.opened.connect(self.tickets.open)
        for signal in (window.inbox.list.opened, window.actions_.triggered):
            signal.connect(self._quiet.stir)
        self.tickets.ahead.likely = self._likely
        window.inbox.list.entered_ticket.connect(self._on_entered)
        window.inbox.list.customContextMenuRequested.connect(self._on_context_menu)
        window.inbox.results.save_wanted.connect(self.saved.keep)
        window.inbox.results.everywhere_wanted.connect(self.going.search_everywhere)
        window.inbox.account_wanted.connect(self.accounts.add)
        window.sidebar.place_chosen.connect(self._on_place_chosen)
        window.sidebar.view_menu_wanted.connect(self.saved.offer)
        window.actions_.triggered.connect(self._on_action)
        ticket.left.connect(window.inbox.focus_list)
        ticket.header.more_wanted.connect(self.going.show_commands)
        ticket.facts.ticket_wanted.connect(self.tickets.open)
        self.tickets.poked.connect(self.poke)
        self.accounts.poked.connect(self.poke)
        self.accounts.page_wanted.connect(window.show_page)
        self.accounts.setup_wanted.connect(self._on_setup_page)
        self.accounts.finished.connect(window.show_messages)
        self.work.asking.directory_wanted.connect(self.rooms.show_directory)
        self.work.aiding.page_wanted.connect(self.knowledge.handbook.open_page)
        self.work.aiding.ticket_wanted.connect(self.tickets.open)
        self.work.incidents.search_wanted.connect(self.going.show_all)
        self.knowledge.answer_wanted.connect(self.work.bulk.answer)
        self.knowledge.ticket_wanted.connect(self.tickets.open)
        self.knowledge.search_wanted.connect(self.going.show_all)
        self.rooms.ticket_wanted.connect(self.tickets.open_to_write)
        self.imports.page_wanted.connect(window.show_page)
        self.imports.results_wanted.connect(self.going.show_all)
        self.elsewhere.moved.connect(self.day.leave)

    def _make_settings(self) -> SettingsPage:
        page = _added(self._window, SettingsPage, self._window.theme, self._window.actions_)
        page.left.connect(self._window.show_messages)
        return page

    def _likely(self) -> list[int]:
        return self._window.inbox.list.likely_ids

    def begin(self) -> None:
        """Show what is in the store."""
        self._window.show_desk()
        if self._services.is_example:
            self._window.sidebar.show_example()
        self.inbox.refresh()
        self.accounts.refresh()
        self.saved.refresh()
        self.knowledge.counts.refresh()
        self._tasks.start(self._begin())
        current = self._window.inbox.list.current_id
        if current is not None:
            self.tickets.open(current)

    async def _begin(self) -> None:
        await self._take_stored_look()
        await self.inbox.show_lists()
        await self.options.take()
        # The page for a new account asks for them, and a click must not wait for their import.
        await asyncio.to_thread(list, self._services.channels.values())
        if self._window.opening.wanted:
            beginning = {"mail": self.accounts.add, "import": self.imports.open}
            beginning[self._window.opening.wanted]()
        await self._quiet.come(WARM_UP_SECONDS, WARM_UP_AT_MOST)
        await asyncio.to_thread(suggesting.warm_up, self._services)

    async def close(self) -> None:
        """Save what is being written and end what runs."""
        self._unsubscribe()
        self.inbox.close()
        self.accounts.close()
        self.work.close()
        self.saved.close()
        self.options.close()
        self.rooms.close()
        self.knowledge.close()
        self.day.close()
        self.platforms.close()
        self.elsewhere.close()
        self.drafting.close()
        self.imports.close()
        self._tasks.close()
        await self.tickets.close()
        # What was ended hears of it in the next round of the loop, and still needs its widgets.
        await asyncio.sleep(FAREWELL_SECONDS)

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
        elif event.section in SECTIONS:
            self._tasks.start(self.inbox.show_lists(), replaces="lists")

    def _take_look(self, language: str, colours: str) -> None:
        self._window.take_look(language, colours)
        look = LookSettings(language=language, colours=colours)
        self._tasks.start(self._services.database.write(_save_look, look, origin=self))
        self._tasks.start(self.inbox.show_lists())

    def _on_action(self, name: str) -> None:
        act = self._acts.get(name)
        if act is not None:
            act()

    def _about(self) -> dict[str, Callable[[], object]]:
        return {
            "language": self._turn_language,
            "colours": self._turn_colours,
            "fetch": self.poke,
            "undo": self.doing.undo_last,
            "save_view": self.saved.keep,
            "add_account": self.accounts.add,
            "webform": self.accounts.webform.open,
            "import": self.imports.open,
            "directory": self.rooms.show_directory,
            "triage": self.rooms.show_triage,
            "rules": self.rooms.show_rules,
            "lists": self.rooms.show_lists,
            "own_texts": self.rooms.show_texts,
            **self.knowledge.acts,
            "entry": self.day.note,
            "day_end": self.day.show_end,
            "settings": self.options.open,
            "hours": self.rooms.show_hours,
            **{
                how: partial(self.tickets.writer.send, how)
                for how in (SEND, SEND_CLOSE, SEND_LATER)
            },
        }

    def _turn_language(self) -> None:
        other = ENGLISH if self._window.language.code == DUTCH else DUTCH
        self._take_look(other, self._window.theme.mode)

    def _turn_colours(self) -> None:
        other = LIGHT_MODE if self._window.theme.is_dark else DARK_MODE
        self._take_look(self._window.language.code, other)

    def _on_entered(self, ticket_id: int) -> None:
        self.tickets.open(ticket_id)
        self.ticket.focus_reading()

    def _on_context_menu(self, _at: QPoint) -> None:
        self.going.show_commands()

    def _on_place_chosen(self, _place: object) -> None:
        self._window.show_messages()

    def _on_setup_page(self) -> None:
        setup = self.accounts.setup
        self._window.show_page(setup)
        setup.form.focus_first_empty()


def _added(window: MainWindow, kind: Callable[..., P], *arguments: object) -> P:
    """Make a page that is wanted for the first time."""
    page = kind(*arguments)
    window.add_page(page)
    return page


def _make_import(window: MainWindow) -> ImportPage:
    page = _added(window, ImportPage, window.theme)
    page.left.connect(window.show_messages)
    return page


def _save_look(unit: Unit, look: LookSettings, *, origin: object) -> None:
    settings.save(unit.session, look)
    unit.publish(SettingsChanged(section=look.section, origin=origin))
