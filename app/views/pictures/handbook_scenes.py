"""The handbook: read, written with something wrong in it, compared, and with nothing in it yet."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

from app.models.rules.handbook.images import reference
from app.models.rules.handbook.pages import Article
from app.services.handbook import images, page_acts, pages
from app.services.handbook.folders import UnreadableFileError
from app.views.language import plural
from app.views.pictures.album import Album
from app.views.sentences import error_text


async def handbook(album: Album) -> None:
    """Pages read, written and compared."""
    read, room = album.services.database.read, album.desk.knowledge.handbook
    found = await read(pages.named, "te-laat", language="nl")
    text = await read(pages.text_of, found.id)
    longer = text.replace("1. ", "1. Blijf rustig. ", 1).replace("2027-", "2026-", 1)
    await album.services.database.write(
        page_acts.save, longer, reason="De toon eerst", author="Fatima de Wit"
    )
    await album.go("todo")
    album.window.actions_.trigger("handbook")
    await album.settle()
    room.controller.open(str(found.id))
    await album.settle()
    await album.take("96-handbook")
    room.page.reading.show_way("chart")
    await album.take("96-handbook-chart")
    room.page.reading.show_way("text")
    await writing(album, longer)
    room.page.reading.versions_wanted.emit()
    await album.settle()
    await album.take("98-handbook-versions")
    room.page.versions.done_wanted.emit()
    await album.settle()
    room.controller.open_key("begrippen")
    await album.settle()
    await album.take("96-handbook-article")
    await with_picture(album)
    await searching(album)
    album.window.show_messages()


async def writing(album: Album, text: str) -> None:
    """A page with something wrong in it, and how it will look."""
    page = album.desk.knowledge.handbook.page
    page.reading.edit_wanted.emit()
    await album.settle()
    wrong = text.replace("-> 3", "-> 99", 1).replace("(begrippen.md)", "(begrip.md)")
    page.editing.field.setPlainText(wrong.replace("\n4. ", "\n3. ", 1))
    page.editing.look_now()
    page.editing.field.go_to(next(one.line or 1 for one in page.editing.troubles))
    await album.settle()
    await album.take("97-handbook-wrong")
    page.editing.field.setPlainText(wrong)
    page.editing.show_way("preview")
    await album.take("97-handbook-preview", page.editing.look_now)
    page.editing.show_way("chart")
    await album.take("97-handbook-chart")
    page.editing.revert_wanted.emit()
    await album.settle()


async def with_picture(album: Album) -> None:
    """An article with a picture in it, wider than there is room."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(album.window.grab().toImage())
    write = album.services.database.write
    name = await write(images.add, "balie.png", bytes(buffer.data().data()))
    article = Article(
        title="Balie zelf", key="balie-zelf", body=f"Zo ziet Balie eruit:\n\n{reference(name, '')}"
    )
    page_id, _act = await write(page_acts.save, article)
    await album.settle()
    album.desk.knowledge.handbook.controller.open(str(page_id))
    await album.settle()
    await album.take("98-handbook-picture")


async def searching(album: Album) -> None:
    """What is found in the small window, and a folder that could not be read whole."""
    room = album.desk.knowledge.handbook
    room.page.listing.search.setText("pakket")
    size = album.window.size()
    album.window.resize(960, 600)

    def partly() -> None:
        unread = error_text(UnreadableFileError(name="oud.md"))
        room.page.carried.show_done(plural("Handbook", "%n page(s) saved", 2), [unread])

    await album.take("99-handbook-small", partly)
    album.window.resize(size)
    room.page.carried.hide()
    room.page.listing.search.clear()


async def empty_handbook(album: Album) -> None:
    """Nothing in it yet."""
    album.window.opening.view.wanted = ""
    await album.go("todo")
    album.window.actions_.trigger("handbook")
    await album.settle()
    await album.take("95-handbook-empty")
    album.window.show_messages()
