"""The pictures of the window: the example firm at a fixed moment, and a page is drawn."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import example
from app.views.language import Language
from app.views.pictures.album import Album, shoot
from app.views.pictures.scenes import empty
from tests.effort import repeated
from tests.integration.test_example import small_script


@repeated
def test_the_firm_is_drawn(
    qapp: QApplication,
    loop: asyncio.AbstractEventLoop,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(example.script, "read", small_script)
    seen: list[int] = []

    async def morning(album: Album) -> None:
        await album.go("todo")
        await album.open("Teflon of niet")
        seen.append(album.find("Teflon of niet"))
        seen.append(album.desk.tickets.ticket_id or 0)
        await album.take("inbox")
        await album.take("keys", album.act("help"))

    task = loop.create_task(shoot(qapp, tmp_path, (morning,)))
    qtbot.waitUntil(task.done, timeout=80_000)
    task.result()
    assert len(seen) == 2
    assert seen[0] == seen[1]
    pictures = {path.stem: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert len(pictures) == 8
    assert pictures["inbox-nl-dark"].width() == 1366
    assert pictures["inbox-nl-dark"] != pictures["inbox-nl-light"]
    assert pictures["inbox-nl-light"] != pictures["inbox-en-light"]
    assert pictures["keys-nl-light"] != pictures["inbox-nl-light"]
    forget(qapp)


@repeated
def test_an_empty_profile_is_drawn(
    qapp: QApplication, loop: asyncio.AbstractEventLoop, qtbot: QtBot, tmp_path: Path
) -> None:
    task = loop.create_task(shoot(qapp, tmp_path, (one_look, empty), firm=False))
    qtbot.waitUntil(task.done, timeout=80_000)
    task.result()
    names = {path.stem.partition("-nl")[0].partition("-en")[0] for path in tmp_path.glob("*.png")}
    assert names >= {"09-empty", "10-add-account", "12-import", "14-import-problem"}
    forget(qapp)


async def one_look(album: Album) -> None:
    """What is drawn is the same in all of them; that they differ is tested above."""
    del album._looks[1:]


def forget(qapp: QApplication) -> None:
    for language in qapp.findChildren(Language):
        language.choose("en")
        language.deleteLater()
