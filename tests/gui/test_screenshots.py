"""The pictures of the window: the practice morning fills a store, and a page is drawn."""

import asyncio
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.language import Language
from app.views.screenshots import Album, empty, shoot
from app.views.screenshots_store import fill


def test_a_practice_morning_is_drawn(
    qapp: QApplication, loop: asyncio.AbstractEventLoop, qtbot: QtBot, tmp_path: Path
) -> None:
    seen: list[int] = []

    async def morning(album: Album) -> None:
        album.practice = await asyncio.to_thread(fill, album.services)
        await album.settle()
        await album.open("Deksel")
        seen.append(len(album.window.inbox.list.rows.rows))
        seen.append(len(album.window.sidebar.channels.items))
        await album.take("inbox")

    task = loop.create_task(shoot(qapp, tmp_path, (empty, morning)))
    qtbot.waitUntil(task.done, timeout=80_000)
    task.result()
    assert seen == [8, 3]
    assert QImage(str(tmp_path / "inbox-nl-dark.png")).width() == 1366
    assert len(list(tmp_path.glob("*.png"))) == 16
    for language in qapp.findChildren(Language):
        language.choose("en")
        language.deleteLater()
