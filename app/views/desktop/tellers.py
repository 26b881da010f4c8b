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

CLOSE_SECONDS = 1.0
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
            self._worker.join(CLOSE_SECONDS)

    def _do(self, job: tuple[str, str]) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="notices", daemon=True)
            self._worker.start()
        self._jobs.put(job)

    def _work(self) -> None:
        line: Any = None
        try:
            while (job := self._jobs.get()) is not None:
                line = line or _bus_line(self._bus, self.signals)
                line.show(*job)
        except Exception:  # whatever a desktop does, messages come in as before
            log.info("this desktop shows no notices", exc_info=True)
        finally:
            if line is not None:
                line.close()


def make_teller(tray: QSystemTrayIcon | None, platform: str = sys.platform) -> Teller:
    """Return the way in which this desktop shows notices."""
    if platform.startswith("linux"):
        return BusTeller()
    return TrayTeller(tray) if tray is not None else NoTeller()


def _bus_line(bus: str, signals: Signals) -> Any:
    # Its library is there on Linux only, and is not needed before the first notice.
    module: Any = import_module("app.views.desktop.bus")
    return module.BusLine(bus, signals.clicked.emit)
