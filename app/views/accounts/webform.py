"""Saves the contact form for the owner's website."""

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.models.rules.errors import InvalidValueError
from app.services.channels.email import form_files
from app.services.channels.email.form_files import Details
from app.services.storage.database import Database
from app.services.sync import webforms
from app.views.accounts.webform_dialog import FIRM, FROM, PRIVACY, TO, WebformDialog
from app.views.language import translate
from app.views.tasks import GuiTasks, answered
from app.views.widgets.file_dialog import file_dialog
from app.views.widgets.notices import NoticeBar


class Webform(QObject):
    """Asks for the firm's details and a folder, and writes the files there."""

    def __init__(self, database: Database, parent: QWidget, notices: NoticeBar) -> None:
        super().__init__(parent)
        self._database, self._parent, self._notices = database, parent, notices
        self._tasks = GuiTasks(self, notices.report)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def open(self, account_id: int | None = None) -> None:
        """Ask for the details, as far as an account does not give them."""
        self._tasks.start(self._open(account_id), once="webform")

    async def _open(self, account_id: int | None) -> None:
        known = await self._database.read(webforms.proposed, account_id)
        dialog = WebformDialog(self._parent.window(), known)
        dialog.wanted.connect(partial(self._on_wanted, dialog))
        await answered(dialog)

    def _on_wanted(self, dialog: WebformDialog, details: Details) -> None:
        try:
            form_files.files(details)
        except InvalidValueError as error:
            dialog.show_problem(str(error.params["field"]), _problem(str(error.params["field"])))
            return
        dialog.accept()
        self._tasks.start(self._save(details), once="save")

    async def _save(self, details: Details) -> None:
        title = translate("Webform", "Where shall the form be saved?")
        dialog = file_dialog(self._parent.window(), title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        if await answered(dialog) == QDialog.DialogCode.Accepted.value:
            await self.save(Path(dialog.selectedFiles()[0]), details)

    async def save(self, folder: Path, details: Details) -> None:
        """Write the files, and say where they are."""
        made = await asyncio.to_thread(form_files.export, folder, details)
        told = translate("Webform", "Saved in {folder}: {names}")
        names = ", ".join(path.name for path in made)
        self._notices.tell(told.format(folder=folder, names=names))


def _problem(field: str) -> str:
    address = translate("Webform", "Write a whole address, such as info@your-website.nl.")
    return {
        FIRM: translate("Webform", "Write what the firm is called."),
        TO: address,
        FROM: address,
        PRIVACY: translate("Webform", "Write the whole address of the page, with https://."),
    }[field]
