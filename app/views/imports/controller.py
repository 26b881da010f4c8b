"""Reads a mailbox while the window goes on, and lets the engine understand what came in."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.bootstrap import Services
from app.models.rules.errors import KnownError
from app.services.sync import accounts, health, imports, ingest
from app.services.sync.engine import SyncEngine
from app.views import moments
from app.views.imports.page import FOLDER, ImportPage
from app.views.language import plural, translate
from app.views.sentences import error_text
from app.views.tasks import GuiTasks, Report
from app.views.widgets.file_dialog import file_dialog

LOOK_SECONDS = 0.3


class ImportController(QObject):
    """Hears the page, which is made when it is first wanted.

    Signals:
        page_wanted(QWidget): the page is ready to be shown.
        results_wanted(str): the owner wants to see all that answers to this query.
    """

    page_wanted = Signal(QWidget)
    results_wanted = Signal(str)
    _read = Signal(int, int)

    def __init__(
        self,
        services: Services,
        make: Callable[[], ImportPage],
        engine: SyncEngine | None,
        report: Report,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services, self._make, self._engine = services, make, engine
        self._made: ImportPage | None = None
        self._tasks = GuiTasks(self, report)
        self._stop = Event()
        self._size = 1
        self._running = False
        self._query = ""
        self._read.connect(self._on_read)

    @property
    def page(self) -> ImportPage:
        """The page that asks for a mailbox and shows how far it is."""
        if self._made is None:
            page = self._made = self._make()
            page.results_wanted.connect(self._on_results_wanted)
            page.wanted.connect(self._on_wanted)
            page.dropped.connect(self._on_dropped)
            page.cancelled.connect(self._on_cancelled)
        return self._made

    def close(self) -> None:
        """Stop after the batch at hand."""
        self._stop.set()
        self._tasks.close()

    def open(self) -> None:
        """Show the page, with the accounts that a mailbox may belong to."""
        self._tasks.start(self._open(), replaces="open")

    async def _open(self) -> None:
        infos = await self._services.database.read(health.accounts)
        self.page.begin([(str(info.id), info.handle) for info in infos if info.state == "active"])
        self.page_wanted.emit(self.page)

    def _on_wanted(self, what: str) -> None:
        title = translate("ImportPage", "Import a mailbox")
        dialog = file_dialog(self.page, title)
        mode = QFileDialog.FileMode.ExistingFile
        dialog.setFileMode(QFileDialog.FileMode.Directory if what == FOLDER else mode)
        dialog.finished.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, result: int) -> None:
        dialog = self.sender()
        if not isinstance(dialog, QFileDialog):
            return
        if result == QDialog.DialogCode.Accepted.value:
            self._on_dropped(dialog.selectedFiles()[0])
        dialog.deleteLater()

    def _on_dropped(self, path: str) -> None:
        if not self._running:
            self._tasks.start(self._run(Path(path)))

    def _on_cancelled(self) -> None:
        self._stop.set()

    # --- reading -----------------------------------------------------------------------------

    async def _run(self, path: Path) -> None:
        self._running, self._stop = True, Event()
        self.page.set_busy(busy=True)
        self.page.show_progress(translate("ImportPage", "Looking at {name}").format(name=path), 0)
        try:
            read, new = await self._import(path)
            if read == 0:
                raise imports.NothingToImportError(path=path)
            if self._engine is not None and new:
                await self._understand(self._engine)
            self._tell(read, new)
        except KnownError as error:
            self.page.show_problem(error_text(error))
        except OSError as error:
            text = translate("ImportPage", "{name} could not be read ({reason}).")
            self.page.show_problem(text.format(name=path, reason=error.strerror or ""))
        finally:
            self._running = False
            self.page.set_busy(busy=False)

    async def _import(self, path: Path) -> tuple[int, int]:
        database, now = self._services.database, self._services.clock.now()
        form, place = await asyncio.to_thread(imports.guess_form, path)
        self._size = max(1, await asyncio.to_thread(imports.total_size, place))
        chosen = self.page.account
        account_id = int(chosen) if chosen else await database.write(imports.import_account)
        _kind, settings = await database.read(accounts.settings_of, account_id)
        self._query = f"account:{settings.handle}"
        return await asyncio.to_thread(
            imports.import_messages,
            database,
            imports.read_messages(form, place),
            account_id,
            now=now,
            told=self._read.emit,
            stop=self._stop,
        )

    async def _understand(self, engine: SyncEngine) -> None:
        """Wait until what came in is understood, showing how far it is."""
        database = self._services.database
        total = max(1, await database.read(ingest.waiting))
        working = asyncio.create_task(engine.drain())
        while not working.done():
            left = await database.read(ingest.waiting)
            text = translate("ImportPage", "{count} messages still to be put in place")
            self.page.show_progress(text.format(count=moments.number(left)), 1 - left / total)
            await asyncio.wait([working], timeout=LOOK_SECONDS)
        await working

    def _on_read(self, read: int, size: int) -> None:
        text = translate("ImportPage", "{count} messages read")
        self.page.show_progress(
            text.format(count=moments.number(read)), min(1.0, size / self._size)
        )

    def _tell(self, read: int, new: int) -> None:
        done = plural("ImportPage", "%n message(s) read", read)
        fresh = plural("ImportPage", "%n of them new", new)
        stopped = translate("ImportPage", "Stopped; choose it again to go on.")
        words = f"{done}, {fresh}."
        self.page.show_results(f"{words} {stopped}" if self._stop.is_set() else words)

    def _on_results_wanted(self) -> None:
        self.results_wanted.emit(self._query)
