"""Runs the steps of the opening on a thread and tells the window how they went."""

import logging
import threading
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.rules.errors import KnownError
from app.services.clock import SystemClock

if TYPE_CHECKING:  # the steps are imported after the first paint
    from app.views.opening.steps import Door

log = logging.getLogger(__name__)
MakeDoor = Callable[[Path], "Door"]


class Opener(QObject):
    """One attempt after the other; the threads are daemons, as a key store may never answer.

    Args:
        later: modules that the window needs next; imported while the owner types a passphrase,
            and at the latest as the last step.
        example_folder: where the example firm goes; beside the standard profile by default.

    Signals:
        page_read(FirstPage): rows to show while the rest is imported.
        created(str): the recovery key of a new profile.
        opened(Services): the profile is open.
        progressed(int, int): how many of how many things of the example firm are there.
        example_made(Path): it is ready in this folder.
        failed(KnownError or None): what stands in the way; None for a mistake of ours.
    """

    page_read = Signal(object)
    created = Signal(str)
    opened = Signal(object)
    progressed = Signal(int, int)
    example_made = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        folder: Path,
        parent: QObject,
        *,
        make_door: MakeDoor | None = None,
        later: Sequence[str] = (),
        example_folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._example_folder = example_folder
        self._later = later
        self._folder = folder
        self._make_door = make_door
        self._door: Door | None = None
        self._busy = threading.Lock()

    @property
    def is_busy(self) -> bool:
        return self._busy.locked()

    def open(self, *, passphrase: str | None = None, recovery: str | None = None) -> None:
        """Try to open the profile."""
        self._start(self._open, passphrase, recovery)

    def create(self, passphrase: str | None) -> None:
        """Make a profile: with a passphrase, or with the key store of this computer."""
        self._start(self._create, passphrase)

    def make_example(self) -> None:
        """Make the example firm, beside the owner's own profile."""
        self._start(self._example)

    def close(self) -> None:
        """Let go of log and lock."""
        if self._door is not None:
            self._door.close()

    def _start(self, work: Callable[..., None], *values: object) -> None:
        threading.Thread(target=self._run, args=(work, values), name="opening", daemon=True).start()

    def _run(self, work: Callable[..., None], values: tuple[object, ...]) -> None:
        failure: KnownError | None
        with self._busy:
            try:
                work(*values)
            except KnownError as error:
                failure = error
            except Exception:
                log.exception("opening the profile failed")
                failure = None
            else:
                return
        self.failed.emit(failure)
        if failure is not None and failure.code == "passphrase_needed":
            self._import()

    def _open(self, passphrase: str | None, recovery: str | None) -> None:
        door = self._ready_door()
        services = door.enter(passphrase, recovery, self.page_read.emit)
        self._import()
        self.opened.emit(services)

    def _import(self) -> None:
        for name in self._later:
            import_module(name)

    def _create(self, passphrase: str | None) -> None:
        self.created.emit(self._ready_door().create(passphrase))

    def _example(self) -> None:
        example: Any = import_module("app.example")
        folder = self._example_folder or example.example_folder()
        example.prepare(folder, SystemClock(), told=self.progressed.emit)
        self.example_made.emit(folder)

    def _ready_door(self) -> "Door":
        if self._door is None:
            if self._make_door is not None:
                self._door = self._make_door(self._folder)
            else:
                steps: Any = import_module("app.views.opening.steps")
                self._door = steps.Door(self._folder, steps.standard_services)
        return self._door
