"""Pages that are made when they are first wanted: a day may pass without any of them."""

from collections.abc import Awaitable, Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, QUrl, Signal

from app.bootstrap import Services
from app.views.asking import Answer
from app.views.directory.controller import DirectoryController
from app.views.directory.page import DirectoryPage
from app.views.doing import Doing
from app.views.hours.controller import HoursController
from app.views.hours.page import HoursPage
from app.views.lists.controller import ListsController
from app.views.lists.page import ListsPage
from app.views.main_window import MainWindow
from app.views.policies.controller import RulesController
from app.views.policies.page import RulesPage
from app.views.texts.controller import TextsController
from app.views.texts.page import TextsPage
from app.views.triage.controller import TriageController
from app.views.triage.page import TriagePage
from app.views.widgets.picker import Picker


class Rooms(QObject):
    """Opening hours, colleagues, triage, rules, lists and texts, each a page with its controller.

    Signals:
        ticket_wanted(int): a message shown there is to be answered now.
    """

    ticket_wanted = Signal(int)

    def __init__(
        self,
        services: Services,
        window: MainWindow,
        picker: Picker,
        doing: Doing,
        open_url: Callable[[QUrl], object],
        propose: Callable[[int], Awaitable[Answer]],
    ) -> None:
        super().__init__(window)
        self._services, self._window = services, window
        self._picker, self._doing, self._open_url = picker, doing, open_url
        self._propose = propose
        self._closers: list[Callable[[], None]] = []

    def close(self) -> None:
        """End what runs in those that were made."""
        for close in self._closers:
            close()

    # --- showing -----------------------------------------------------------------------------

    def show_hours(self) -> None:
        """Show opening hours, holidays and plans."""
        self.times.refresh()
        self._window.show_page(self.hours)

    def show_directory(self) -> None:
        """Show departments and colleagues."""
        self.colleagues.begin()
        self._window.show_page(self.directory)

    def show_triage(self) -> None:
        """Show one message after the other, to be assessed."""
        self.assessing.open()

    def show_rules(self) -> None:
        """Show the owner's rules."""
        self.policies.open()

    def show_lists(self) -> None:
        """Show the owner's lists."""
        self.listing.begin()
        self._window.show_page(self.lists)

    def show_texts(self) -> None:
        """Show the owner's texts, macros and how he signs."""
        self.writing.begin()
        self._window.show_page(self.texts)

    # --- pages and their controllers ---------------------------------------------------------

    @cached_property
    def hours(self) -> HoursPage:
        page = HoursPage(self._window.theme)
        self._window.add_page(page)
        page.left.connect(self._window.show_messages)
        return page

    @cached_property
    def times(self) -> HoursController:
        made = HoursController(self._services, self.hours, self._picker, self._doing)
        self._closers.append(made.close)
        return made

    @cached_property
    def directory(self) -> DirectoryPage:
        page = DirectoryPage(self._window.theme)
        self._window.add_page(page)
        page.left.connect(self._window.show_messages)
        return page

    @cached_property
    def colleagues(self) -> DirectoryController:
        made = DirectoryController(self._services, self.directory, self._doing, self._open_url)
        self._closers.append(made.close)
        return made

    @cached_property
    def triage(self) -> TriagePage:
        page = TriagePage(self._window.theme, self._services.clock.now)
        self._window.add_page(page)
        page.shown.connect(self._window.sidebar.setHidden)
        return page

    @cached_property
    def assessing(self) -> TriageController:
        made = TriageController(
            self._services, self.triage, self._picker, self._doing, self._propose
        )
        made.left.connect(self._window.show_messages)
        made.open_wanted.connect(self.ticket_wanted)
        made.page_wanted.connect(partial(self._window.show_page, self.triage))
        self._closers.append(made.close)
        return made

    @cached_property
    def rules(self) -> RulesPage:
        page = RulesPage(self._window.theme)
        self._window.add_page(page)
        page.left.connect(self._window.show_messages)
        return page

    @cached_property
    def policies(self) -> RulesController:
        made = RulesController(self._services, self.rules, self._picker, self._doing)
        made.page_wanted.connect(partial(self._window.show_page, self.rules))
        self._closers.append(made.close)
        return made

    @cached_property
    def lists(self) -> ListsPage:
        page = ListsPage(self._window.theme)
        self._window.add_page(page)
        page.left.connect(self._window.show_messages)
        return page

    @cached_property
    def listing(self) -> ListsController:
        made = ListsController(self._services, self.lists, self._picker, self._doing)
        self._closers.append(made.close)
        return made

    @cached_property
    def texts(self) -> TextsPage:
        page = TextsPage(self._window.theme)
        self._window.add_page(page)
        page.left.connect(self._window.show_messages)
        return page

    @cached_property
    def writing(self) -> TextsController:
        made = TextsController(self._services, self.texts, self._doing)
        self._closers.append(made.close)
        return made
