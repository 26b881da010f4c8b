"""Pictures into a page: pasted, dropped, or picked from a folder."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QDialog, QFileDialog

from app.models.rules.handbook.images import MOST_BYTES, SUFFIXES, NotAPictureError, reference
from app.services.handbook import images
from app.services.storage.database import Database
from app.views.doing import Doing
from app.views.handbook.editing import Editing
from app.views.handbook.pictures import Pictures
from app.views.language import translate
from app.views.tasks import GuiTasks, answered
from app.views.widgets.file_dialog import file_dialog


class Imaging(QObject):
    """Hears what is put into the text, keeps it in the store, and writes its name there."""

    def __init__(
        self, database: Database, editing: Editing, pictures: Pictures, doing: Doing
    ) -> None:
        super().__init__(editing)
        self._database, self._editing, self._pictures = database, editing, pictures
        self._tasks = GuiTasks(self, doing.notices.report)
        editing.image_wanted.connect(self._on_wanted)
        editing.field.files_given.connect(self.add_files)
        editing.field.image_given.connect(self._on_image)

    def close(self) -> None:
        """End what runs."""
        self._tasks.close()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Put the pictures of files into the text."""
        self._tasks.start(self._add_files(paths))

    async def _add_files(self, paths: Sequence[Path]) -> None:
        for path in paths:
            data = await asyncio.to_thread(_read, path)
            await self._add(path.name, data, path.stem)

    async def _add(self, name: str, data: bytes, about: str) -> None:
        kept = await self._database.write(images.add, name, data)
        text = reference(kept, about)
        await self._pictures.take(text)
        self._editing.insert_text(text)

    async def _add_image(self, image: QImage) -> None:
        name = translate("Handbook", "picture")
        await self._add(f"{name}.png", await asyncio.to_thread(_packed, image), name)

    async def _ask(self) -> None:
        dialog = file_dialog(self._editing, translate("Handbook", "Picture for this page"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(f"{translate('Handbook', 'Pictures')} ({kinds})")
        if await answered(dialog) == QDialog.DialogCode.Accepted.value:
            await self._add_files([Path(one) for one in dialog.selectedFiles()])

    def _on_wanted(self) -> None:
        self._tasks.start(self._ask(), once="ask")

    def _on_image(self, image: QImage) -> None:
        self._tasks.start(self._add_image(image))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotAPictureError(name=path.name) from error


def _packed(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
