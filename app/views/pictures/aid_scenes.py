"""What helps to answer, beside the composer and at the cursor."""

import asyncio
from functools import partial

from app.views.pictures.album import SIZE, Album
from app.views.ticket.page import TicketPage

LARGE = (1920, 1080)
TALL = (1366, 1000)


async def aiding(album: Album) -> None:
    """In one line, gone through by keys, looked for while one writes, above and beside."""
    suggester = album.services.suggester()
    await asyncio.to_thread(suggester.complete)
    await asyncio.to_thread(suggester.status)
    await album.go("todo")
    await album.open("Nog altijd geen geld terug")
    page = album.desk.ticket
    while not page.aids.found:  # noqa: ASYNC110  nothing tells of it
        await asyncio.sleep(0.02)
    await album.take("99-helps-low")
    await album.take("99-helps-list", album.act("aids"))
    _ask(page)
    while not page.lookup.isVisible():  # noqa: ASYNC110  the words are indexed at the first time
        await asyncio.sleep(0.02)
    await album.take("99-helps-lookup", partial(_ask, page))
    page.composer.editor.clear()
    album.window.resize(*TALL)
    await album.take("99-helps-above")
    album.window.actions_.trigger("aids_fold")
    await album.take("99-helps-folded")
    album.window.actions_.trigger("aids_fold")
    album.window.resize(*LARGE)
    await album.take("99-helps-beside")
    album.window.resize(*SIZE)


def _ask(page: TicketPage) -> None:
    editor = page.composer.editor
    editor.clear()
    page.focus_writing()
    editor.insert("Dag Els,\n\n??geld")
