"""The handbook's page, made when it is first wanted."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, QUrl

from app.bootstrap import Services
from app.views.doing import Doing
from app.views.handbook.controller import HandbookController
from app.views.handbook.page import HandbookPage
from app.views.main_window import MainWindow
from app.views.navigation.room_items import HANDBOOK
from app.views.widgets.picker import Picker


class HandbookRoom(QObject):
    """The page and its controller."""

    def __init__(
        self,
        services: Services,
        window: MainWindow,
        picker: Picker,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(window)
        self._services, self._window = services, window
        self._picker, self._doing, self._open_url = picker, doing, open_url
        self._closers: list[Callable[[], None]] = []

    def show(self, key: str = "") -> None:
        """Show the handbook as it stands, and there the page of a key."""
        self.controller.begin(key)
        self._window.show_page(self.page)

    def publish(self, what: str) -> None:
        """Show the handbook, and ask where it is written as a PDF or a site (publishing.py)."""
        self.show()
        self.controller.publishing.ask(what)

    def open_page(self, page_id: int) -> None:
        """Show one page of the handbook, to be read."""
        self.show()
        self.controller.open(str(page_id))

    def close(self) -> None:
        """End what runs, when there was anything."""
        for close in self._closers:
            close()

    @cached_property
    def page(self) -> HandbookPage:
        page = HandbookPage(self._window.theme, self._services.clock.now)
        self._window.add_page(page, HANDBOOK)
        page.left.connect(self._window.show_messages)
        return page

    @cached_property
    def controller(self) -> HandbookController:
        made = HandbookController(
            self._services, self.page, self._picker, self._doing, self._open_url
        )
        self._closers.append(made.close)
        return made
