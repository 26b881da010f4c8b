"""Files in and out: chosen and dropped ones are read, attachments saved, off the GUI thread."""

import asyncio
import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.bootstrap import Services
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.services.channels.api import Attachment
from app.services.storage.database import Database
from app.services.tickets import inbox, pictures
from app.services.tickets.attached import AttachmentInfo
from app.views.language import translate
from app.views.tasks import GuiTasks, answered
from app.views.ticket.blocked import ALWAYS, NEVER
from app.views.ticket.links import OpenUrl, follow
from app.views.ticket.opened_files import OpenedFiles, is_openable, is_picture
from app.views.ticket.page import TicketPage
from app.views.widgets.file_dialog import file_dialog
from app.views.widgets.notices import NoticeBar
from app.views.widgets.question import Question

PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
LARGEST_PICTURE = 8_000_000
PICTURE_MEGABYTES = 64
LARGEST_SIDE = 4000
THUMBNAIL = 120
"""Pixels of the longer side of a small picture."""


class FileTroubleError(KnownError):
    """A file of the owner could not be read or written."""

    code = "file_trouble"
    text = QT_TRANSLATE_NOOP("errors", "The file {name} could not be read or saved ({reason}).")


async def choose_files(parent: QWidget) -> list[Path]:
    """Let the owner choose files to send."""
    dialog = file_dialog(parent, translate("Files", "Add files"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return await _chosen(dialog)


async def choose_place(parent: QWidget, name: str) -> Path | None:
    """Let the owner choose where to save a file."""
    dialog = file_dialog(parent, translate("Files", "Save file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    chosen = await _chosen(dialog)
    return chosen[0] if chosen else None


async def read_files(paths: Sequence[Path]) -> list[Attachment]:
    """Read files to send; raises FileTroubleError."""
    return await asyncio.to_thread(_read_all, paths)


async def save_attachment(database: Database, attachment_id: int, place: Path) -> None:
    """Write a file of a message to a place; raises FileTroubleError."""
    found = await database.read(inbox.attachment, attachment_id)
    if found is not None:
        await asyncio.to_thread(_write, place, found.data)


async def own_pictures(database: Database, files: Sequence[AttachmentInfo]) -> Mapping[str, QImage]:
    """Return the pictures that a message brings along, by content id."""
    found_here: dict[str, QImage] = {}
    for file in files:
        if file.content_id and file.mime in PICTURES and file.size <= LARGEST_PICTURE:
            found = await database.read(inbox.attachment, file.id)
            if found is not None:
                image = await asyncio.to_thread(_decoded, found.data, PICTURES[file.mime])
                found_here[file.content_id.strip("<>")] = image
    return found_here


class FileHandler(QObject):
    """Does what the owner asks with the files and links of one ticket page."""

    def __init__(
        self, services: Services, page: TicketPage, notices: NoticeBar, open_url: OpenUrl
    ) -> None:
        super().__init__(page)
        self._services = services
        self._database = services.database
        self._opened = OpenedFiles(services.profile.folder)
        self._page = page
        self._notices = notices
        self._open_url = open_url
        self._tasks = GuiTasks(self, notices.report)
        self._tasks.start(asyncio.to_thread(self._opened.clear))
        page.timeline.link_clicked.connect(self._on_link)
        page.timeline.save_wanted.connect(self._on_save_wanted)
        page.timeline.open_wanted.connect(self._on_open_wanted)
        page.timeline.images_wanted.connect(self._on_images_wanted)
        page.timeline.thumbnails_wanted.connect(self._on_thumbnails_wanted)
        page.timeline.pictures_wanted.connect(self._on_pictures_wanted)
        page.composer.files_wanted.connect(self._on_files_wanted)
        page.composer.files_dropped.connect(self._on_files_dropped)

    def close(self) -> None:
        """End what runs, and take copies of files away."""
        self._tasks.close()
        self._opened.clear()

    def _on_files_wanted(self) -> None:
        self._tasks.start(self._choose(), replaces="choose")

    async def _choose(self) -> None:
        await self._add(await choose_files(self._page))

    def _on_files_dropped(self, paths: list[Path]) -> None:
        self._tasks.start(self._add(paths))

    async def _add(self, paths: list[Path]) -> None:
        writing_for = self._page.composer.recipient
        found = await read_files(paths)
        if writing_for == self._page.composer.recipient:
            self._page.composer.chips.add(*found)

    def _on_save_wanted(self, attachment_id: int, name: str) -> None:
        self._tasks.start(self._save(attachment_id, name), replaces="save")

    async def _save(self, attachment_id: int, name: str) -> None:
        place = await choose_place(self._page, name)
        if place is not None:
            await save_attachment(self._database, attachment_id, place)
            self._notices.tell(translate("Files", "Saved as {name}").format(name=place.name))

    def _on_open_wanted(self, attachment_id: int, name: str) -> None:
        self._tasks.start(self._open(attachment_id, name), replaces="open")

    async def _open(self, attachment_id: int, name: str) -> None:
        found = await self._database.read(inbox.attachment, attachment_id)
        if found is None or not is_openable(name):
            return
        if not is_picture(name):
            asked = await answered(_opening(self._page, name))
            if asked != QDialog.DialogCode.Accepted.value:
                return
        try:
            place = await asyncio.to_thread(self._opened.put, attachment_id, name, found.data)
        except OSError as error:
            raise FileTroubleError(name=name, reason=error.strerror or "") from error
        if self._open_url(QUrl.fromLocalFile(str(place))) is False:
            self._notices.problem(
                translate(
                    "Files", "No program of this computer opens {name}. Save it instead."
                ).format(name=name)
            )

    def _on_thumbnails_wanted(self, message_id: int) -> None:
        self._tasks.start(self._give_thumbnails(message_id))

    async def _give_thumbnails(self, message_id: int) -> None:
        card = self._page.timeline.cards.get(message_id)
        if card is None or card.chips is None:
            return
        small: dict[int, QImage] = {}
        for file in card.chips.files:
            if file.mime in PICTURES and file.size <= LARGEST_PICTURE:
                found = await self._database.read(inbox.attachment, file.id)
                if found is not None:
                    image = await asyncio.to_thread(
                        _decoded, found.data, PICTURES[file.mime], THUMBNAIL
                    )
                    if not image.isNull():
                        small[file.id] = image
        if small and self._page.timeline.cards.get(message_id) is card:
            card.chips.give_thumbnails(small)

    def _on_pictures_wanted(self, message_id: int, how: str) -> None:
        if how == NEVER:
            self._tasks.start(self._database.write(pictures.trust, message_id, wanted=False))
        else:
            self._tasks.start(self._give_pictures(message_id, how))

    async def _give_pictures(self, message_id: int, how: str) -> None:
        """Get the pictures of a mail from the internet, and show it with them."""
        card = self._page.timeline.cards.get(message_id)
        shown = await self._database.read(pictures.with_pictures, message_id)
        if card is None or shown is None:
            return
        found = await asyncio.to_thread(self._services.pictures, shown.remote)
        images = {}
        for name, data in found.items():
            image = await asyncio.to_thread(_decoded, data, "")
            if not image.isNull():
                images[name] = image
        card.give_pictures(shown.html, images)
        if len(images) < len(shown.remote):
            self._notices.tell(translate("Files", "Not all pictures could be had."))
        if how == ALWAYS:
            await self._database.write(pictures.trust, message_id)

    def _on_images_wanted(self, message_id: int) -> None:
        self._tasks.start(self._fetch_images(message_id))

    async def _fetch_images(self, message_id: int) -> None:
        card = self._page.timeline.cards.get(message_id)
        if card is not None:
            pictures = await own_pictures(self._database, card.message.attachments)
            self._page.timeline.give_images(message_id, pictures)

    def _on_link(self, href: str, shown: list[str]) -> None:
        self._tasks.start(follow(self._page, href, shown, open_url=self._open_url), replaces="link")


def _opening(parent: QWidget, name: str) -> Question:
    text = translate(
        "Files",
        "{name} is opened by another program of this computer. Open it only when you know who it "
        "is from and expected it.",
    )
    return Question(
        parent,
        translate("Files", "Open this file?"),
        text.format(name=name),
        stay=translate("Files", "Do not open"),
        go=translate("Files", "Open"),
    )


def _decoded(data: bytes, kind: str, fit: int | None = None) -> QImage:
    """Return a picture, or an empty one; `fit`: at most so many pixels wide and high."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAllocationLimit(PICTURE_MEGABYTES)
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST_SIDE:
        return QImage()
    if fit is not None and size.isValid():
        small = size.scaled(fit, fit, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small.boundedTo(size))
    return reader.read()


def _read_all(paths: Sequence[Path]) -> list[Attachment]:
    found = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise FileTroubleError(name=path.name, reason=error.strerror or "") from error
        mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        found.append(Attachment(path.name, mime, data))
    return found


def _write(place: Path, data: bytes) -> None:
    try:
        place.write_bytes(data)
    except OSError as error:
        raise FileTroubleError(name=place.name, reason=error.strerror or "") from error


async def _chosen(dialog: QFileDialog) -> list[Path]:
    if await answered(dialog) != QDialog.DialogCode.Accepted.value:
        return []
    return [Path(name) for name in dialog.selectedFiles()]
