"""The page about suggestions, made when it is first wanted."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.views.assist.controller import AssistController
from app.views.assist.page import AssistPage
from app.views.doing import Doing
from app.views.main_window import MainWindow


class AssistRoom(QObject):
    """The page and its controller."""

    def __init__(self, services: Services, window: MainWindow, doing: Doing) -> None:
        super().__init__(window)
        self._services, self._window, self._doing = services, window, doing
        self._closers: list[Callable[[], None]] = []

    def show(self) -> None:
        """Show what is suggested, and how that does."""
        self.controller.begin()
        self._window.show_page(self.page)

    def close(self) -> None:
        """End what runs, when there was anything."""
        for close in self._closers:
            close()

    @cached_property
    def page(self) -> AssistPage:
        page = AssistPage(self._window.theme)
        self._window.add_page(page)
        page.left.connect(self._window.show_messages)
        return page

    @cached_property
    def controller(self) -> AssistController:
        made = AssistController(self._services, self.page, self._doing)
        self._closers.append(made.close)
        return made
