"""Ways to tell something on the desktop: over D-Bus, by the tray, or not at all."""

import logging
import sys
import threading
from importlib import import_module
from queue import Queue
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon
from typing_extensions import override

log = logging.getLogger(__name__)

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PROGRAM = "Balie"
SECONDS = 5.0
NOTHING = ""


class Signals(QObject):
    """What comes back from a notice.

    Signals:
        clicked(): the owner clicked on it.
    """

    clicked = Signal()


class Teller(Protocol):
    """Shows at most one notice: a new one takes the place of the one before."""

    signals: Signals

    def show(self, title: str, text: str) -> None:
        """Show a notice; returns at once."""
        ...

    def withdraw(self) -> None:
        """Take the notice away; returns at once."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class NoTeller:
    """For a desktop that has no notices."""

    def __init__(self) -> None:
        self.signals = Signals()

    def show(self, title: str, text: str) -> None:
        """Show nothing."""

    def withdraw(self) -> None:
        """Take nothing away."""

    def close(self) -> None:
        """Let go of nothing."""


class TrayTeller(NoTeller):
    """Shows notices with the icon in the tray (Windows, macOS)."""

    def __init__(self, tray: QSystemTrayIcon) -> None:
        super().__init__()
        self._tray = tray
        tray.messageClicked.connect(self.signals.clicked)

    @override
    def show(self, title: str, text: str) -> None:
        self._tray.showMessage(title, text, self._tray.icon())


class BusTeller(NoTeller):
    """Shows notices as the desktops of Linux do (freedesktop.org, Desktop Notifications 1.2).

    Qt's own D-Bus cannot be used from Python for it: an `int` goes out as signed, and servers
    refuse `Notify` when the id to replace is not unsigned. A thread of its own does the work, and
    sleeps until there is some.
    """

    def __init__(self, bus: str = "SESSION") -> None:
        super().__init__()
        self._bus = bus
        self._jobs: Queue[tuple[str, str] | None] = Queue()
        self._worker: threading.Thread | None = None
        self._told = False

    @override
    def show(self, title: str, text: str) -> None:
        self._told = True
        self._do((title, text))

    @override
    def withdraw(self) -> None:
        if self._told:
            self._told = False
            self._do((NOTHING, ""))

    @override
    def close(self) -> None:
        self.withdraw()
        if self._worker is not None:
            self._jobs.put(None)
            self._worker.join(SECONDS / 5)

    def _do(self, job: tuple[str, str]) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="notices", daemon=True)
            self._worker.start()
        self._jobs.put(job)

    def _work(self) -> None:
        line: Any = None
        try:
            while (job := self._jobs.get()) is not None:
                line = line or BusLine(self._bus, self.signals)
                line.show(*job)
        except Exception:  # whatever a desktop does, messages come in as before
            log.info("this desktop shows no notices", exc_info=True)
        finally:
            if line is not None:
                line.close()


class BusLine:
    """A connection to the program that shows notices; used by one thread.

    Raises:
        Exception: of many kinds, when there is no bus or nothing on it that shows notices.
    """

    def __init__(self, bus: str, signals: Signals) -> None:
        self._signals = signals
        self._id = 0
        self._jeepney: Any = import_module("jeepney")
        threads: Any = import_module("jeepney.io.threading")
        self._connection = threads.open_dbus_connection(bus)
        self._router = threads.DBusRouter(self._connection)
        rule = self._jeepney.MatchRule(type="signal", interface=NAME, path=PATH)
        listen = self._jeepney.message_bus.AddMatch(rule)
        self._router.send_and_get_reply(listen, timeout=SECONDS)
        self._heard: Queue[Any] = Queue()
        self._filter = self._router.filter(rule, queue=self._heard)
        threading.Thread(target=self._hear, name="clicks", daemon=True).start()

    def show(self, title: str, text: str) -> None:
        """Put a notice in the place of the one before; none for the title NOTHING."""
        if title == NOTHING:
            if self._id:
                self._call("CloseNotification", "u", (self._id,))
            self._id = 0
            return
        # A server that no longer knows the id to replace shows a new one.
        hints = {"desktop-entry": ("s", "balie"), "category": ("s", "im.received")}
        arguments = (PROGRAM, self._id, "balie", title, text, ["default", ""], hints, -1)
        (self._id,) = self._call("Notify", "susssasa{sv}i", arguments)

    def close(self) -> None:
        """Let go of the connection."""
        self._heard.put(None)
        self._router.close()
        self._connection.close()

    def _call(self, name: str, signature: str, arguments: tuple[Any, ...]) -> Any:
        address = self._jeepney.DBusAddress(PATH, bus_name=NAME, interface=NAME)
        message = self._jeepney.new_method_call(address, name, signature, arguments)
        answer = self._router.send_and_get_reply(message, timeout=SECONDS)
        if answer.header.message_type is self._jeepney.MessageType.error:
            raise OSError(str(answer.body))
        return answer.body

    def _hear(self) -> None:
        while (message := self._heard.get()) is not None:
            member = message.header.fields.get(self._jeepney.HeaderFields.member)
            ours = bool(message.body) and message.body[0] == self._id
            if ours and member == "ActionInvoked":
                self._signals.clicked.emit()


def make_teller(tray: QSystemTrayIcon | None, platform: str = sys.platform) -> Teller:
    """Return the way in which this desktop shows notices."""
    if platform.startswith("linux"):
        return BusTeller()
    return TrayTeller(tray) if tray is not None else NoTeller()
