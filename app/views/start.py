"""The face with a window: from the command line to the first paint, and on to a working desk."""

import logging
import os
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_data_path
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QProcess,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from app.models.rules.errors import KnownError
from app.services.clock import SystemClock
from app.services.resources import own_command, resource
from app.views.garbage import GuiGarbage
from app.views.language import Language
from app.views.main_window import MainWindow
from app.views.memory import WindowMemory
from app.views.opening.opener import MakeDoor, Opener
from app.views.sentences import error_text
from app.views.signals import StopSignals
from app.views.theme import Theme

if TYPE_CHECKING:  # imported after the first paint
    from app.bootstrap import Services
    from app.views.single_instance import Doorbell

log = logging.getLogger(__name__)
PASSPHRASE = "BALIE_PASSPHRASE"  # noqa: S105  the name of the variable, not a passphrase
SWITCH_SECONDS = 0.0001
"""Threads hand over this often, so that imports and fetching never make the window stutter."""
THREADS_SECONDS = 0.4
WITHOUT_SCREEN = """\
balie: there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).
These work without one:
    balie --help                        the command line
    python3 dev.py screenshots DIR      pictures of every screen"""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    folder: Path
    passphrase: str | None = field(default=None, repr=False)


def main(arguments: Sequence[str]) -> int:
    """Open the window and return the exit code when it is closed."""
    if not has_screen():
        sys.stderr.write(f"{WITHOUT_SCREEN}\n")
        return 1
    sys.setswitchinterval(SWITCH_SECONDS)
    qInstallMessageHandler(log_qt)
    application = QApplication(["balie"])
    code = run(application, read_options(arguments))
    leave_hanging_threads(code)
    return code


def run(application: QApplication, options: Options, make_door: MakeDoor | None = None) -> int:
    """Show the window of a profile until it is closed."""
    # Who has the profile leaves this beside it; Qt's network library takes long to import.
    if (options.folder / "profile.lock.json").exists() and _instances().ask_first(options.folder):
        return 0
    return Start(application, options, make_door).run()


class Start(QObject):
    """The two phases: Qt's loop until the profile is open, then asyncio's on top of Qt's."""

    def __init__(
        self, application: QApplication, options: Options, make_door: MakeDoor | None = None
    ) -> None:
        super().__init__(application)
        self._application = application
        self._options = options
        self._services: Services | None = None
        self._doorbell: Doorbell | None = None
        self._failed = False
        application.setApplicationName("Balie")
        application.setDesktopFileName("balie")
        application.setWindowIcon(QIcon(str(resource("balie.svg"))))
        QGuiApplication.setQuitOnLastWindowClosed(False)
        memory = WindowMemory(options.folder)
        self.theme = Theme(application, memory.colours, later=True)
        self.language = Language(application, memory.language)
        self.opener = Opener(options.folder, self, make_door=make_door, later=("app.views.live",))
        self.window = MainWindow(self.theme, self.language, memory, self.opener, SystemClock().now)
        self.theme.wear()
        self._garbage = GuiGarbage(self)
        self._signals = StopSignals(self)
        self._signals.received.connect(self._on_signal)
        self.window.painted.connect(self._on_painted)
        self.window.closing.connect(self._on_closing)
        self.opener.opened.connect(self._on_opened)
        self.opener.failed.connect(self._on_failed)
        self.opener.example_made.connect(self._on_example_made)

    def run(self) -> int:
        """Run both phases and return the exit code."""
        if not (self._options.folder / "profile.json").exists():
            self.window.opening.view.show_welcome()
        self.window.show()
        try:
            self._application.exec()
            if self._services is not None:
                live: Any = import_module("app.views.live")
                live.run(self._application, self.window, self._services)
        finally:
            self._signals.close()
            self._garbage.close()
            if self._doorbell is not None:
                self._doorbell.close()
            self.opener.close()
        return 1 if self._failed and self._services is None else 0

    def _on_painted(self) -> None:
        self.opener.open(passphrase=self._options.passphrase)

    def _on_opened(self, services: "Services") -> None:
        self._services = services
        self._garbage.settle()
        bell: Doorbell = _instances().Doorbell(self._options.folder, self)
        self._doorbell = bell
        self._doorbell.rung.connect(self.window.come_forward)
        # Ends Qt's own loop; the same window goes on in asyncio's.
        self._application.exit(0)

    def _on_example_made(self, folder: Path) -> None:
        program, *rest = own_command()
        QProcess.startDetached(program, [*rest, "--profile", str(folder)])
        self.window.close()

    def _on_failed(self, error: KnownError | None) -> None:
        self._failed = True
        if error is not None and error.code == "profile_in_use":
            sys.stderr.write(f"balie: {error_text(error)}\n")

    def _on_signal(self) -> None:
        self.window.holds = None
        self.window.close()

    def _on_closing(self) -> None:
        if self._services is None:
            self._application.exit(0)


def _instances() -> Any:
    return import_module("app.views.single_instance")


def read_options(arguments: Sequence[str]) -> Options:
    """Read --profile and --passphrase-stdin; everything else is the command line's.

    The default folder is that of `storage.profile.default_folder`, whose module takes too long to
    import before the first paint.
    """
    folder: Path | None = None
    passphrase = os.environ.get(PASSPHRASE)
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--profile" and rest:
            folder = Path(rest.pop(0))
        elif word.startswith("--profile="):
            folder = Path(word.partition("=")[2])
        elif word == "--passphrase-stdin":
            passphrase = sys.stdin.readline().rstrip("\r\n")
    return Options(folder or user_data_path("Balie", appauthor=False), passphrase)


def has_screen() -> bool:
    """Tell whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Write what Qt says into the log."""
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)


def leave_hanging_threads(code: int) -> None:
    """End the process at once when a thread still hangs on a server after a short grace."""
    until = time.monotonic() + THREADS_SECONDS
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(max(0.0, until - time.monotonic()))
            if thread.is_alive():
                logging.shutdown()
                sys.stderr.flush()
                os._exit(code)
