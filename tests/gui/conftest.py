"""A window on a practice profile, with asyncio on top of the loop that pytest-qt runs."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import qasync
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.bootstrap import Services
from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, Person
from app.services.sync.engine import SyncEngine
from app.services.tickets.arrivals import Arrival, receive
from app.services.tickets.inbox_page import InboxRow
from app.views.desk import Desk
from app.views.language import Language
from app.views.main_window import MainWindow
from app.views.memory import WindowMemory
from app.views.opening.opener import Opener
from app.views.theme import LIGHT_MODE, Theme
from tests.effort import counted_once
from tests.fakes import SHOP, FakeClock, add_account

PATIENCE_MS = 30_000
Run = Callable[[Coroutine[Any, Any, Any]], Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screen that is not there cannot size dialogs or raise menus; that is no failure."""
    missing = "This plugin does not support (propagateSizeHints|raise|grabbing)|systemTrayWindow"
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(missing))


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """One that waits as long as a busy computer needs; what never comes still fails."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=PATIENCE_MS)  # type: ignore[method-assign]
    return qtbot


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    made = qasync.QEventLoop(qapp, already_running=True)
    pool = ThreadPoolExecutor(4)
    made.set_default_executor(pool)
    asyncio.set_event_loop(made)
    yield made
    # Not stop(): it would make Qt leave every later loop of the test run at once.
    made._QEventLoop__is_running = False
    asyncio.events._set_running_loop(None)
    made.close()
    pool.shutdown()
    asyncio.set_event_loop(None)


@pytest.fixture
def run(loop: asyncio.AbstractEventLoop, qtbot: QtBot) -> Run:
    """Run a coroutine to its end while Qt goes on."""

    def finish(work: Coroutine[Any, Any, Any]) -> Any:
        task = loop.create_task(work)
        qtbot.waitUntil(task.done)
        return task.result()

    return finish


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, LIGHT_MODE)
    yield made
    made.deleteLater()


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    made = Language(qapp)
    yield made
    made.fall_silent()
    made.deleteLater()


@dataclass
class Office:
    """Everything that a test of the window touches."""

    services: Services
    window: MainWindow
    desk: Desk
    clock: FakeClock
    account_id: int
    opened: list[QUrl] = field(default_factory=list)
    count: int = 0

    @property
    def rows(self) -> list[InboxRow]:
        return list(self.window.inbox.list.rows.rows)

    def arrive(
        self, text: str = "Waar blijft mijn pakket?", subject: str = "Pakket", **more: Any
    ) -> int:
        """Let a message of a customer come in; returns the ticket."""
        self.count += 1
        now = self.clock.now()
        values: dict[str, Any] = {
            "key": f"<{self.count}@klant.example>",
            "fingerprint": f"<{self.count}@klant.example>",
            "author": Person(f"anna{self.count}@klant.example", f"Anna {self.count}"),
            "recipients": (Person(SHOP),),
            "direction": "in",
            "created_at": now,
            "received_at": now,
            **more,
        }
        values["direction"] = Direction(values["direction"])
        message = InboundMessage(subject=subject, text=text, **values)
        arrival = Arrival(self.account_id, "fake", 0, message, in_sent=False)
        placed = self.services.database.write_now(receive, arrival)
        assert placed is not None
        return placed.ticket_id


@pytest.fixture
def office(
    services: Services,
    clock: FakeClock,
    theme: Theme,
    language: Language,
    loop: asyncio.AbstractEventLoop,
    run: Run,
    qtbot: QtBot,
) -> Iterator[Office]:
    """A window that is open, without anything that fetches."""
    account_id = add_account(services)
    services.run_on(loop)
    folder = services.profile.folder
    opener = Opener(folder, theme)
    opened: list[QUrl] = []
    with counted_once("office"):
        window = MainWindow(theme, language, WindowMemory(folder), opener, clock.now)
        window.resize(1366, 768)
        desk = Desk(services, window, None, opened.append)
        window.show()
    desk.begin()
    qtbot.waitUntil(lambda: bool(window.sidebar.channels.items))
    yield Office(services, window, desk, clock, account_id, opened)
    run(desk.close())
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def is_gone(dialog: QWidget) -> bool:
    """Tell whether a dialog is closed; it may be deleted by the time one looks."""
    return not Shiboken.isValid(dialog) or not dialog.isVisible()


def say_how_it_ended(desk: Desk, qtbot: QtBot) -> None:
    """Take the first outcome that is offered."""
    picker = desk.picker
    qtbot.waitUntil(lambda: picker.isVisible() and bool(picker.shown))
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)


@pytest.fixture
def engine(office: Office, run: Run) -> Iterator[SyncEngine]:
    """The window's account is fetched and sent from, as in the real program."""
    made = office.services.engine()
    office.desk._engine = made
    run(made.start())
    yield made
    run(made.stop())


@pytest.fixture
def later(office: Office) -> Callable[[float], None]:
    """Move the clock on by seconds."""

    def forward(seconds: float) -> None:
        office.clock.forward(timedelta(seconds=seconds))

    return forward
