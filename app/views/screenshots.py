"""Writes a picture of every screen: `python -m app.views.screenshots DIR`.

Works on a practice store in a temporary folder, without a network and without a display.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services, build_services
from app.models.rules.errors import KnownError
from app.services.secrets import KeyStoreLocked
from app.services.storage.errors import StoreTooNew
from app.services.storage.keys import PassphraseNeeded
from app.services.storage.profile import create_profile
from app.services.sync.parser import InlineParser
from app.views.desk import Desk
from app.views.garbage import GuiGarbage
from app.views.language import LANGUAGES, Language
from app.views.main_window import MainWindow
from app.views.memory import WindowMemory
from app.views.navigation import places
from app.views.opening.opener import Opener
from app.views.screenshots_data import DRAFT, NOW, StandingClock
from app.views.screenshots_store import Practice, fill
from app.views.theme import DARK_MODE, LIGHT_MODE, Theme

SIZE = (1366, 768)
RECOVERY = "BALIE-4K7QX-9M2TD-W8HCR-3ZJNE-6PVGA-1B5YS-0FXK8"
Step = Callable[["Album"], Awaitable[None]]


class Album:
    """The window, and where its pictures go."""

    def __init__(self, application: QApplication, folder: Path, services: Services) -> None:
        self.folder = folder
        self.services = services
        profile = services.profile.folder
        memory = WindowMemory(profile)
        theme = Theme(application, LIGHT_MODE)
        language = Language(application)
        self.opener = Opener(profile, application)
        clock = services.clock
        self.window = MainWindow(theme, language, memory, self.opener, clock.now)
        self.window.resize(*SIZE)
        self.window.show()
        self.desk: Desk | None = None
        self.practice: Practice | None = None

    async def take(self, name: str) -> None:
        """Take a picture in both languages, light and dark."""
        for language in LANGUAGES:
            for colours in (LIGHT_MODE, DARK_MODE):
                self.window.take_look(language, colours)
                await self.settle()
                file = self.folder / f"{name}-{language}-{colours}.png"
                self.window.grab().save(str(file))

    async def settle(self) -> None:
        """Let everything that was started be shown."""
        for _ in range(6):
            await asyncio.sleep(0.03)

    async def open(self, subject: str) -> None:
        """Open a ticket by the beginning of its subject."""
        found = self.window.inbox.list
        for row in found.rows.rows:
            if row.subject.startswith(subject):
                found.select(row.id)
        await self.settle()


async def opening(album: Album) -> None:
    """The pages before the profile is open."""
    view = album.window.opening
    view.show_welcome()
    await album.take("01-welcome")
    view.welcome.with_passphrase.setChecked(True)
    await album.take("02-welcome-passphrase")
    album.opener.created.emit(RECOVERY)
    view.recovery.written.setChecked(True)
    await album.take("03-recovery-key")
    errors: list[tuple[str, KnownError]] = [
        ("04-passphrase", PassphraseNeeded()),
        ("05-key-store-locked", KeyStoreLocked()),
        ("06-too-new", StoreTooNew(found="0009", known="0001")),
    ]
    for name, error in errors:
        album.opener.failed.emit(error)
        await album.take(name)


async def empty(album: Album) -> None:
    """A profile without an account, and the page that adds one."""
    album.desk = Desk(album.services, album.window, None)
    album.desk.begin()
    await album.settle()
    await album.take("07-empty")
    album.desk.accounts.add()
    await album.take("08-add-account")
    album.desk.setup.form.unfold()
    album.desk.setup.show_problems(
        ["imap.voorbeeld.example accepteert het wachtwoord van info@depollepel.example niet."]
    )
    await album.take("09-add-account-problem")
    album.window.show_messages()


async def working(album: Album) -> None:
    """List, tickets, composer, and what becomes of answers."""
    album.practice = await asyncio.to_thread(fill, album.services)
    await album.settle()
    await album.open("Waar blijft")
    await album.take("10-inbox")
    window = album.window
    desk = album.desk
    if desk is None:
        return
    desk.ticket.composer.editor.setPlainText(DRAFT)
    desk.ticket.focus_writing()
    await asyncio.sleep(1)
    await album.take("11-draft")
    await album.open("Kan ik zaterdag")
    await album.take("12-waiting-to-leave")
    await album.open("Deksel")
    await album.take("13-failed")
    await album.open("Offerte")
    await album.take("14-unknown")
    await album.open("Cadeaubon")
    window.notices.tell("Nu: Afgehandeld", undo=window.notices.put_away)
    await album.take("15-new-sender-notice")
    window.notices.put_away()
    if album.desk is not None:
        album.desk.inbox.go(places.of_view("done"))
    await album.settle()
    await album.open("Uw gratis kaart")
    await album.take("16-html")


async def accounts(album: Album) -> None:
    """The page of an account that needs the owner."""
    if album.desk is None or album.practice is None:
        return
    album.desk.accounts.open(album.practice.troubled)
    await album.take("17-account-attention")
    album.desk.accounts.open(album.practice.healthy)
    await album.take("18-account-ok")
    album.window.show_messages()


async def all_done(album: Album) -> None:
    """Nothing left to do, and nothing found."""
    window = album.window
    if album.practice is not None:
        await asyncio.to_thread(album.practice.finish_all)
    if album.desk is not None:
        album.desk.inbox.go(places.of_view("todo"))
    if album.desk is not None:
        album.desk.ticket.show_nothing()
    await album.settle()
    await album.take("19-all-done")
    window.inbox.search.setText("zoektocht")
    await asyncio.sleep(0.3)
    await album.take("20-nothing-found")


async def shoot(application: QApplication, folder: Path, steps: Sequence[Step]) -> None:
    """Walk through all screens."""
    with tempfile.TemporaryDirectory() as temporary:
        clock = StandingClock(NOW)
        made = create_profile(
            Path(temporary) / "profile", now=NOW - timedelta(days=30), practice=True
        )
        services = build_services(made.profile, made.master_key, clock=clock, parser=InlineParser())
        services.run_on(asyncio.get_running_loop())
        album = Album(application, folder, services)
        try:
            for step in steps:
                await step(album)
        finally:
            if album.desk is not None:
                await album.desk.close()
            album.window.close()
            services.close()


def main(arguments: Sequence[str]) -> int:
    """Write the pictures into the folder that is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(time, "tzset"):
        os.environ["TZ"] = "Europe/Amsterdam"
        time.tzset()
    folder = Path(arguments[0] if arguments else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["balie"])
    garbage = GuiGarbage(application)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        steps = (opening, empty, working, accounts, all_done)
        loop.run_until_complete(shoot(application, folder, steps))
    garbage.close()
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
