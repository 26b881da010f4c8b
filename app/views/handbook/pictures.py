"""Pictures of pages, unpacked for the screen on another thread; the last ones are kept."""

import asyncio
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.models.rules.handbook.images import names_in
from app.services.handbook import images
from app.services.handbook.images import Picture
from app.services.storage.database import Database

WIDEST = 1400
"""Dots; a page is never wider on the screen."""
MOST = 40
"""Pictures that are kept unpacked."""


class Pictures:
    """A name means the same picture for ever, so what was read once need not be read again.

    `names` are those of all pictures in the store, as it was last looked at.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, QImage] = {}
        self.names: set[str] = set()

    @property
    def known(self) -> Mapping[str, QImage]:
        """The pictures that were read, by name."""
        return self._known

    async def look(self) -> None:
        """See which pictures there are."""
        self.names.update(await self._database.read(images.names))

    async def take(self, text: str) -> None:
        """Read those that a text names."""
        names = names_in(text)
        missing = [one for one in names if one not in self._known]
        if not missing:
            return
        found = await self._database.read(images.find, missing)
        self.names.update(found)
        read = await asyncio.to_thread(unpacked, list(found.values()))
        for name in [*self._known][: max(0, len(self._known) + len(read) - MOST)]:
            if name not in names:
                del self._known[name]
        self._known |= read


def unpacked(pictures: Sequence[Picture]) -> dict[str, QImage]:
    """Return pictures as they are drawn, turned as the camera says, none too wide for a page."""
    found = {one.name: drawn(one.data, WIDEST) for one in pictures}
    return {name: image for name, image in found.items() if not image.isNull()}


def drawn(data: bytes, widest: int) -> QImage:
    """Return one picture; a null image when it is broken."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.width() > widest:
        room = QSize(widest, size.height())
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
