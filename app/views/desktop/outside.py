"""Puts tray, notices and window together."""

from PySide6.QtCore import QObject

from app.bootstrap import Services
from app.views.desk import Desk
from app.views.desktop.announcer import Announcer
from app.views.desktop.tellers import Teller, make_teller
from app.views.desktop.tray import Tray
from app.views.main_window import MainWindow
from app.views.navigation import places


class Outside(QObject):
    """Everything of Balie that is not in its window."""

    def __init__(
        self, services: Services, window: MainWindow, desk: Desk, teller: Teller | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.tray = Tray(window.theme, window.actions_, window)
        self.tray.wanted.connect(window.come_forward)
        window.sidebar.counted.connect(self.tray.show_count)
        self.announcer = Announcer(
            services, teller or make_teller(self.tray.icon), window.notices.report, self
        )
        self.announcer.wanted.connect(self._on_wanted)

    def close(self) -> None:
        """Take everything away."""
        self.announcer.close()
        if self.tray.icon is not None:
            self.tray.icon.hide()

    def _on_wanted(self, ticket_id: int) -> None:
        self._window.come_forward()
        self._window.show_messages()
        if ticket_id:
            self._desk.tickets.open(ticket_id)
        else:
            self._desk.inbox.go(places.of_view("todo"))
