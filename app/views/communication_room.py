"""The page with what is posted, said and told, made when it is first wanted."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, QUrl

from app.bootstrap import Services
from app.views.communication.controller import CommunicationController
from app.views.communication.page import CommunicationPage
from app.views.doing import Doing
from app.views.main_window import MainWindow
from app.views.navigation.room_items import COMMUNICATION
from app.views.widgets.picker import Picker


class CommunicationRoom(QObject):
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

    def show(self) -> None:
        """Show what is posted, said and told."""
        self.controller.begin()
        self._window.show_page(self.page)

    def close(self) -> None:
        """End what runs, when there was anything."""
        for close in self._closers:
            close()

    @cached_property
    def page(self) -> CommunicationPage:
        page = CommunicationPage(self._window.theme)
        self._window.add_page(page, COMMUNICATION)
        page.left.connect(self._window.show_messages)
        return page

    @cached_property
    def controller(self) -> CommunicationController:
        made = CommunicationController(
            self._services, self.page, self._picker, self._doing, self._open_url
        )
        self._closers.append(made.close)
        return made
