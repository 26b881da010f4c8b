"""From the owner's own messages to the example firm, and back."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from app import example
from app.bootstrap import Services
from app.services.clock import SystemClock
from app.services.resources import own_command
from app.views.actions import Actions
from app.views.language import translate
from app.views.tasks import GuiTasks
from app.views.widgets.notices import NoticeBar

OWN, DEMO, PRACTICE = "own", "demo", "practice"
Launch = Callable[[Sequence[str]], object]


def launch(arguments: Sequence[str]) -> None:
    """Start this program once more, as a process of its own."""
    program, *rest = own_command()
    QProcess.startDetached(program, [*rest, *arguments])


class Elsewhere(QObject):
    """Hears the actions that open the other profile's window; one practises in the example firm.

    Signals:
        moved(): the other window is on its way; this one may close.
    """

    moved = Signal()

    def __init__(
        self,
        services: Services,
        actions: Actions,
        notices: NoticeBar,
        parent: QObject,
        start: Launch = launch,
    ) -> None:
        super().__init__(parent)
        self._notices, self._is_example = notices, services.is_example
        self._start = start
        self._tasks = GuiTasks(self, notices.report)
        self.folder: Path = example.example_folder()
        actions.leave_out({DEMO, "add_account", "import"} if services.is_example else {OWN})
        actions.triggered.connect(self._on_action)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def _on_action(self, name: str) -> None:
        if name == OWN:
            self._start([])
            self.moved.emit()
        elif name == DEMO or (name == PRACTICE and not self._is_example):
            self._tasks.start(self._show_example(), replaces=DEMO)

    async def _show_example(self) -> None:
        self._notices.tell(translate("Elsewhere", "The example firm is being set up"))
        await asyncio.to_thread(example.prepare, self.folder, SystemClock(), told=_to_nobody)
        self._start(["--profile", str(self.folder)])
        self._notices.tell(translate("Elsewhere", "The example firm opens in a window of its own"))


def _to_nobody(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""
