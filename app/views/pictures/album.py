"""The window at a fixed moment, and the pictures that are taken of it."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from app import example
from app.bootstrap import Services, build_services
from app.services.channels.registry import Channels
from app.services.demo.loader import ReplayClock
from app.services.storage.profile import create_profile, load_profile
from app.services.sync.parser import InlineParser
from app.services.tickets import finding, inbox
from app.views.desk import Desk
from app.views.language import DUTCH, ENGLISH, Language
from app.views.main_window import MainWindow
from app.views.memory import WindowMemory
from app.views.navigation import places
from app.views.opening.opener import Opener
from app.views.pictures.checks import clipped
from app.views.theme import DARK_MODE, LIGHT_MODE, Theme

SIZE = (1366, 768)
NOW = datetime.fromisoformat("2026-11-24T10:42:00+01:00")
Step = Callable[["Album"], Awaitable[None]]
Scene = Callable[[], object]


class Album:
    """The window, and where its pictures go.

    Args:
        folder: of the pictures.
        services: the example firm, or an empty profile.
    """

    def __init__(self, application: QApplication, folder: Path, services: Services) -> None:
        self.folder = folder
        self.services = services
        profile = services.profile.folder
        self.theme = Theme(application, LIGHT_MODE)
        language = Language(application)
        self.opener = Opener(profile, application)
        self.window = MainWindow(
            self.theme, language, WindowMemory(profile), self.opener, services.clock.now
        )
        self.window.resize(*SIZE)
        self.window.show()
        self.faults: list[str] = []
        self._desk: Desk | None = None
        self._looks = [
            (DUTCH, LIGHT_MODE),
            (DUTCH, DARK_MODE),
            (ENGLISH, DARK_MODE),
            (ENGLISH, LIGHT_MODE),
        ]

    @property
    def desk(self) -> Desk:
        """What works on the open profile; made when first asked for."""
        if self._desk is None:
            self._desk = Desk(self.services, self.window, None)
            self._desk.begin()
        return self._desk

    async def take(self, name: str, scene: Scene | None = None) -> None:
        """Take a picture in both languages, light and dark.

        Args:
            scene: sets the window up anew for each, for what was made in one language only.
        """
        for language, colours in self._looks:
            self.window.take_look(language, colours)
            if self._desk is not None:
                await self._desk.inbox.show_lists()
            if not self.window.isActiveWindow() and QApplication.activeModalWidget() is None:
                self.window.activateWindow()  # a dialog that is gone leaves none that is active
            if scene is not None:
                scene()
            await self.settle()
            cut = clipped(self.window)
            self.faults += [f"{name}-{language}-{colours}: {text}" for text in cut]
            self._grab().save(str(self.folder / f"{name}-{language}-{colours}.png"))
            self.put_away()
        # The next one begins as this one ends: changing the whole look takes longest.
        self._looks.reverse()

    def _grab(self) -> QPixmap:
        """Return what is on the screen: the window, and a dialog over it."""
        made = self.window.grab()
        painter = QPainter(made)
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                place = dialog.rect()
                place.moveCenter(self.window.rect().center())
                painter.drawPixmap(place, dialog.grab())
        menu = QApplication.activePopupWidget()
        if menu is not None:
            painter.drawPixmap(self.window.mapFromGlobal(menu.pos()), menu.grab())
        painter.end()
        return made

    def put_away(self) -> None:
        """Close what floats over the window."""
        self.window.notices.put_away()
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        if self._desk is not None:
            self._desk.picker.dismiss()

    async def settle(self) -> None:
        """Let everything that was started be shown."""
        for _ in range(8):
            await asyncio.sleep(0.03)

    async def go(self, view: str) -> None:
        """Show a view of the inbox."""
        self.window.show_messages()
        self.desk.inbox.go(places.of_view(view))
        await self.desk.inbox.settled()
        await self.settle()

    async def open(self, subject: str) -> None:
        """Open a ticket by the beginning of its subject."""
        wanted = self.find(subject)
        if not self.window.inbox.list.select(wanted):
            self.desk.tickets.open(wanted)
        while self.desk.tickets.ticket_id != wanted:  # noqa: ASYNC110  nothing tells of it
            await asyncio.sleep(0.02)
        await self.settle()

    def find(self, subject: str) -> int:
        """Return the id of a ticket by the beginning of its subject."""
        read, now = self.services.database.read_now, self.services.clock.now()
        found = read(finding.find, "", now=now, view="every")
        infos = read(inbox.infos, list(found.ticket_ids))
        return next(info.id for info in infos if info.subject.startswith(subject))

    def act(self, name: str) -> Scene:
        """Return a scene in which an action is done."""
        return lambda: self.window.actions_.trigger(name)

    async def close(self) -> None:
        """Put the window away."""
        if self._desk is not None:
            await self._desk.close()
        self.window.close()
        self.window.language.fall_silent()
        self.services.close()


def build(folder: Path, *, firm: bool) -> Services:
    """Return a profile at a fixed moment: the example firm, or one with nothing in it."""
    if firm:
        profile = example.prepare(folder, ReplayClock(NOW), told=lambda _done, _of: None)
    else:
        profile = create_profile(folder, now=NOW - timedelta(days=1), practice=True).profile
    services = build_services(
        load_profile(profile.folder),
        None,
        clock=ReplayClock(NOW),
        channels=None if firm else list(Channels().values()),
        parser=InlineParser(),
    )
    services.run_on(asyncio.get_running_loop())
    return services


async def shoot(
    application: QApplication, folder: Path, steps: Sequence[Step], *, firm: bool = True
) -> list[str]:
    """Walk through screens; returns what was cut off on them."""
    with tempfile.TemporaryDirectory() as temporary:
        services = build(Path(temporary) / "profile", firm=firm)
        album = Album(application, folder, services)
        try:
            for step in steps:
                await step(album)
        finally:
            await album.close()
    return album.faults
