"""Starts work from widgets: keeps it, replaces it, ends it with its owner, reports failures."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.models.rules.errors import KnownError

log = logging.getLogger(__name__)
Report = Callable[[KnownError | None], None]
"""Shows a known error to the owner; None stands for a bug, which is in the log."""


class _Work(NamedTuple):
    name: str
    coroutine: Coroutine[Any, Any, object]


class GuiTasks:
    """The running tasks of one widget or controller.

    Args:
        owner: when it is destroyed, its tasks are cancelled.
        report: called on the GUI thread with what went wrong.
    """

    def __init__(self, owner: QObject, report: Report) -> None:
        self._report = report
        self._running: dict[asyncio.Task[None], _Work] = {}
        self._closed = False
        owner.destroyed.connect(self.cancel_all)

    def start(
        self, work: Coroutine[Any, Any, object], *, replaces: str = "", once: str = ""
    ) -> None:
        """Run a coroutine.

        Args:
            replaces: it cancels one that was started under this name before. What that one has
                begun to write is written all the same.
            once: it is left out while one that was started under this name still runs: for what a
                second click must not do twice.
        """
        name = replaces or once
        before = [
            running
            for running, known in self._running.items()
            if name and known.name == name and not running.done()  # forgotten a moment later
        ]
        if self._closed or (once and before):
            work.close()
            return
        for running in before:
            running.cancel()
        task = asyncio.get_running_loop().create_task(self._guard(work))
        self._running[task] = _Work(name, work)
        task.add_done_callback(self._forget)

    def cancel_all(self) -> None:
        """End everything that runs."""
        for task in self._running:
            task.cancel()

    def close(self) -> None:
        """End everything that runs, and begin nothing more: the loop is about to stop."""
        self._closed = True
        self.cancel_all()

    async def finish(self) -> None:
        """Wait until everything that runs is done."""
        if self._running:
            await asyncio.wait(list(self._running))

    def _forget(self, task: "asyncio.Task[None]") -> None:
        # One that was cancelled before its first step would be called "never awaited".
        self._running.pop(task).coroutine.close()

    async def _guard(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except KnownError as error:
            self._report(error)
        except Exception:
            log.exception("work started by a widget failed")
            self._report(None)


async def answered(dialog: QDialog) -> int:
    """Open a dialog without a loop of its own and return its result when it is closed."""
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def on_finished(result: int) -> None:
        if not done.done():
            done.set_result(result)

    dialog.finished.connect(on_finished)
    dialog.open()
    try:
        return await done
    finally:
        dialog.deleteLater()
