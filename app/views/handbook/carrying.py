"""Pages in from a folder and out to one, and the handbook to begin with."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from app.models.rules.handbook.text import parse
from app.models.rules.handbook.troubles import UnreadablePageError
from app.services.handbook import folders, images, page_acts, pages, starter
from app.services.handbook.folders import File, Unread, UnreadableFileError
from app.services.storage.database import Database
from app.views.doing import Doing
from app.views.handbook.page import HandbookPage
from app.views.language import plural, translate
from app.views.sentences import error_text
from app.views.tasks import GuiTasks, answered
from app.views.widgets.file_dialog import file_dialog


class Carrying(QObject):
    """Hears the buttons for folders; says how far it is and what was left."""

    def __init__(self, database: Database, page: HandbookPage, doing: Doing) -> None:
        super().__init__(page)
        self._database, self._page, self._doing = database, page, doing
        self._tasks = GuiTasks(self, self._report)
        page.import_wanted.connect(self._on_import)
        page.export_wanted.connect(self._on_export)
        page.starter_wanted.connect(self._on_starter)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def bring_in(self, folder: Path) -> None:
        """Save the pages of a folder as one act."""
        self._tasks.start(self._bring_in(folder), once="carry")

    def take_out(self, folder: Path) -> None:
        """Write all pages of both languages into a folder."""
        self._tasks.start(self._take_out(folder), once="carry")

    async def _bring_in(self, folder: Path) -> None:
        bar = self._page.carried
        bar.show_busy(translate("Handbook", "Reading {name}…").format(name=folder.name))
        files = await asyncio.to_thread(folders.read, folder)
        bar.show_busy(plural("Handbook", "Saving %n page(s)…", len(files)))
        reason = translate("Handbook", "From the folder {name}").format(name=folder.name)
        done = await self._database.write(page_acts.bring_in, files, reason=reason)
        saved = plural("Handbook", "%n page(s) saved", len(done.saved))
        same = plural("Handbook", "%n already said the same", len(done.unchanged))
        text = f"{saved} · {same}" if done.unchanged else saved
        left = list(_left(files, done.unread))
        if left:
            bar.show_done(text, left)
        else:
            bar.hide()
        self._doing.tell(text, done.act)

    async def _take_out(self, folder: Path) -> None:
        bar = self._page.carried
        found = await self._database.read(pages.texts)
        bar.show_busy(plural("Handbook", "Writing %n page(s)…", len(found)))
        try:
            pictures = await self._database.read(images.of, [text for _info, text in found])
            changed = await asyncio.to_thread(folders.write, folder, found, pictures)
        except OSError as error:
            why = error.strerror or ""
            told = translate("Handbook", "The folder {name} cannot be written to. ({why})")
            bar.show_done(told.format(name=folder.name, why=why))
            return
        bar.hide()
        told = plural("Handbook", "%n file(s) written, the others were so already", len(changed))
        self._doing.notices.tell(told)

    async def _install(self) -> None:
        bar = self._page.carried
        bar.show_busy(translate("Handbook", "The starter handbook is brought in…"))
        done = await self._database.write(starter.install, again=True)
        bar.hide()
        came = plural("Handbook", "%n page(s)", done.pages)
        told = translate("Handbook", "The starter handbook is there: {pages}; change what you like")
        self._doing.tell(told.format(pages=came), done.act)

    async def _ask(self, title: str, then: Callable[[Path], object]) -> None:
        dialog = file_dialog(self._page, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if await answered(dialog) == QDialog.DialogCode.Accepted.value:
            then(Path(dialog.selectedFiles()[0]))

    def _report(self, error: Any) -> None:
        self._page.carried.hide()
        self._doing.notices.report(error)

    def _on_import(self) -> None:
        title = translate("Handbook", "Folder with pages of a handbook")
        self._tasks.start(self._ask(title, self.bring_in), once="ask")

    def _on_export(self) -> None:
        title = translate("Handbook", "Folder to write the pages into")
        self._tasks.start(self._ask(title, self.take_out), once="ask")

    def _on_starter(self) -> None:
        self._tasks.start(self._install(), once="carry")


def _left(files: Iterable[File | Unread], unread: Iterable[Unread]) -> Iterator[str]:
    """Say what was left and why, in the language of the window where its error can be had."""
    texts = {one.name: one.text for one in files if isinstance(one, File)}
    told: set[str] = set()
    for one in unread:
        if one.name in told:
            continue
        if one.name not in texts:
            yield error_text(UnreadableFileError(name=one.name))
            continue
        try:
            parse(texts[one.name])
        except UnreadablePageError as error:
            told.add(one.name)
            yield from (f"{one.name}: {error_text(each)}" for each in error.troubles)
        else:
            yield f"{one.name}: {one.why}"
