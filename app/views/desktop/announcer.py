"""Tells on the desktop that customers wrote or wait while nobody looks; gone when handled."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.bootstrap import Services
from app.models.rules.announcing import Telling
from app.models.rules.warnings import BREACH
from app.services.events import (
    ClockWarning,
    MessagesArrived,
    PromisesDue,
    StoreChangedElsewhere,
    TicketsChanged,
)
from app.services.tickets import notices
from app.views.desktop.tellers import Teller
from app.views.language import plural, translate
from app.views.tasks import GuiTasks, Report

BUNDLE_MS = 3000
"""What comes in within this time is told in one go."""


class Announcer(QObject):
    """Bundles arrivals, warnings and promises into one notice; there is never more than one.

    Signals:
        wanted(int): the owner clicked on it: one ticket, or 0 for the list.
    """

    wanted = Signal(int)

    def __init__(self, services: Services, teller: Teller, report: Report, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._teller = services, teller
        self._tasks = GuiTasks(self, report)
        self._waiting: set[int] = set()
        self._warned: dict[int, int] = {}
        self._promised: set[int] = set()
        self._told: Telling | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BUNDLE_MS)
        self._timer.timeout.connect(self.look)
        teller.signals.clicked.connect(self._on_clicked)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state_changed)  # type: ignore[union-attr]
        hub = services.hub
        self._unsubscribe = [
            hub.subscribe(MessagesArrived, self._on_arrived),
            hub.subscribe(ClockWarning, self._on_warning),
            hub.subscribe(PromisesDue, self._on_promises),
            hub.subscribe(TicketsChanged, self._on_changed),
            hub.subscribe(StoreChangedElsewhere, self._on_elsewhere),
        ]

    def close(self) -> None:
        """Take the notice away and hear no more."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._timer.stop()
        self._tasks.close()
        self._teller.close()

    def look(self) -> None:
        """Tell what there is to tell now, or take it back."""
        self._tasks.start(self._look(), replaces="look")

    async def _look(self) -> None:
        now = self._services.clock.now()
        left, told = await self._services.database.read(
            notices.still_waiting,
            frozenset(self._waiting),
            now=now,
            warned=dict(self._warned),
            promised=frozenset(self._promised),
        )
        self._waiting &= left
        self._promised &= left
        self._warned = {one: level for one, level in self._warned.items() if one in left}
        if told == self._told:
            return
        self._told = told
        if told is None:
            self._teller.withdraw()
        else:
            self._teller.show(*words(told))

    def _on_arrived(self, event: MessagesArrived) -> None:
        if not _is_looked_at():
            self._waiting |= event.ticket_ids
            self._timer.start()

    def _on_warning(self, event: ClockWarning) -> None:
        if not _is_looked_at():
            self._warned |= dict.fromkeys(event.ticket_ids, event.level)
            self._timer.start()

    def _on_promises(self, event: PromisesDue) -> None:
        if not _is_looked_at():
            self._promised |= event.ticket_ids | event.lapsed
            self._timer.start()

    def _on_changed(self, event: TicketsChanged) -> None:
        if (self._waiting | self._warned.keys() | self._promised) & event.ticket_ids:
            self._timer.start()

    def _on_elsewhere(self, _event: StoreChangedElsewhere) -> None:
        if self._waiting or self._warned or self._promised:
            self._timer.start()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._forget()

    def _on_clicked(self) -> None:
        told = self._told
        alone = told is not None and len(told.shown) == 1 and not told.more
        self.wanted.emit(told.shown[0].ticket_id if told is not None and alone else 0)
        self._forget()

    def _forget(self) -> None:
        """The owner looks: nothing has to be told any more."""
        self._timer.stop()
        self._waiting.clear()
        self._warned.clear()
        self._promised.clear()
        if self._told is not None:
            self._told = None
            self._teller.withdraw()


def words(told: Telling) -> tuple[str, str]:
    """Return title and text of a notice."""
    count = len(told.shown) + told.more
    warnings = _warnings(told)
    if told.wrote and count == 1:
        (one,) = told.shown
        title, lines = one.customer, [one.subject or translate("Announcer", "(no subject)")]
    else:
        lines = [f"{one.customer}: {one.subject}" for one in told.shown]
        if told.more:
            lines.append(plural("Announcer", "and %n more", told.more))
        if told.wrote:
            title = plural("Announcer", "%n customer(s) wrote", count)
        else:
            title, *warnings = warnings
    return title, "\n".join([*lines, *warnings])


def _warnings(told: Telling) -> list[str]:
    found = [_warning(level, tickets) for level, tickets in told.warnings]
    if told.lapsed:
        found.insert(0, plural("Announcer", "%n promise(s) have run out", told.lapsed))
    if told.running_out:
        found.append(plural("Announcer", "%n promise(s) will run out soon", told.running_out))
    return found


def _warning(level: int, tickets: int) -> str:
    if level >= BREACH:
        return plural("Announcer", "%n message(s) are too late", tickets)
    text = plural("Announcer", "%n message(s) are {level} % through their time", tickets)
    return text.format(level=level)


def _is_looked_at() -> bool:
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
