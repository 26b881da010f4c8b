"""The whole handbook out as a PDF or a site: where to, how far it is, and where it went."""

import asyncio
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtWidgets import QDialog, QFileDialog

from app.bootstrap import Services
from app.services.handbook import book, book_html
from app.services.handbook.book import Book
from app.views.doing import Doing
from app.views.handbook import book_pdf
from app.views.handbook.page import HandbookPage
from app.views.handbook.shelf import Shelf
from app.views.language import plural, translate
from app.views.tasks import GuiTasks, answered
from app.views.widgets.file_dialog import file_dialog

PDF, SITE = "handbook_pdf", "handbook_site"
"""The actions."""


class Publishing(QObject):
    """Hears the buttons; the language written is that of the pages on screen.

    The text is set and painted here, for that is what Qt does best on the thread of the window,
    yet in steps that leave room for the owner; everything else is done on another.
    """

    def __init__(
        self,
        services: Services,
        page: HandbookPage,
        shelf: Shelf,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(page)
        self._database, self._clock = services.database, services.clock
        self._page, self._shelf, self._doing = page, shelf, doing
        self._open_url = open_url
        self._asking = GuiTasks(self, doing.notices.report)
        self._tasks = GuiTasks(self, self._report)
        page.pdf_wanted.connect(partial(self.ask, PDF))
        page.site_wanted.connect(partial(self.ask, SITE))
        page.carried.stopped.connect(self._on_stopped)

    def close(self) -> None:
        """End what runs; nothing half is left."""
        self._asking.close()
        self._tasks.close()

    def ask(self, what: str) -> None:
        """Ask where it goes, and write it there."""
        self._asking.start(self._ask(what), once="ask")

    def write_pdf(self, place: Path) -> None:
        """Write the handbook on A4."""
        self._tasks.start(self._write_pdf(place), once="publish")

    def write_site(self, folder: Path) -> None:
        """Write the handbook as web pages."""
        self._tasks.start(self._write_site(folder), once="publish")

    async def _ask(self, what: str) -> None:
        dialog = self._pdf_dialog() if what == PDF else self._site_dialog()
        if await answered(dialog) != QDialog.DialogCode.Accepted.value:
            return
        place = Path(dialog.selectedFiles()[0])
        if what == PDF:
            self.write_pdf(place)
        else:
            self.write_site(place)

    def _pdf_dialog(self) -> QFileDialog:
        dialog = file_dialog(self._page, translate("Handbook", "Where does the PDF go?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(_documents())
        dialog.selectFile(translate("Handbook", "Handbook") + ".pdf")
        return dialog

    def _site_dialog(self) -> QFileDialog:
        dialog = file_dialog(self._page, translate("Handbook", "Folder for the site"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(_documents())
        return dialog

    async def _write_pdf(self, place: Path) -> None:
        text = translate("Handbook", "The PDF is made…")
        found = await self._collect(text)
        steps = book_pdf.in_steps(found, await asyncio.to_thread(book_pdf.parts_of, found), place)
        try:
            count = await self._go_through(steps, text)
        finally:
            steps.close()
        told = translate("Handbook", "{name} is written: {pages}")
        pages = plural("Handbook", "%n page(s)", count)
        self._told(told.format(name=place.name, pages=pages), place.parent)

    async def _go_through(self, steps: Generator[float, None, int], text: str) -> int:
        while True:
            try:
                share = next(steps)
            except StopIteration as done:
                return int(done.value)
            self._page.carried.show_share(text, share)
            await asyncio.sleep(0)

    async def _write_site(self, folder: Path) -> None:
        text = translate("Handbook", "The site is made…")
        files = await asyncio.to_thread(book_html.files, await self._collect(text))
        changed = 0
        for done, (name, content) in enumerate(files.items(), 1):
            changed += await asyncio.to_thread(book_html.save, folder, name, content)
            self._page.carried.show_share(text, done / len(files))
        told = translate("Handbook", "The site is in {name}; it begins at {index}")
        self._told(told.format(name=folder.name, index=book_html.INDEX), folder)

    async def _collect(self, text: str) -> Book:
        self._page.carried.show_share(text, 0)
        now = self._clock.now()
        return await self._database.read(book.collect, now, language=self._shelf.spoken)

    def _told(self, text: str, folder: Path) -> None:
        self._page.carried.hide()
        look = partial(self._open_url, QUrl.fromLocalFile(str(folder)))
        label = translate("Handbook", "Open the folder")
        self._doing.notices.tell(text, undo=look, label=label)

    def _on_stopped(self) -> None:
        self._tasks.cancel_all()
        self._page.carried.hide()

    def _report(self, error: Any) -> None:
        self._page.carried.hide()
        self._doing.notices.report(error)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
