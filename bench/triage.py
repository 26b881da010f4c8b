"""Triage at 100,000 tickets: from the key to the next message on the screen."""

import asyncio
import sys
from functools import partial

import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services, build_services
from app.services.clock import SystemClock
from app.services.sync.parser import InlineParser
from app.views.garbage import GuiGarbage
from app.views.start import SWITCH_SECONDS
from app.views.triage.page import TriagePage
from bench.inbox import Bench, line
from bench.large import store

TICKETS = 100_000
ROUNDS = 200
GOAL_MS = 100.0
NEXT = "triage next"
KEYS = (Qt.Key.Key_1, Qt.Key.Key_W)
"""What is said of each message before Enter: a category and a type."""


def moved_on(page: TriagePage, ticket_id: int) -> bool:
    """Another message is shown."""
    return page.card is not None and page.card.ticket.id != ticket_id


async def walk(application: QApplication, services: Services) -> list[float]:
    """Assess one message after the other, with three keys each; returns what Enter took."""
    bench = Bench(application, services)  # its parts start work: they want the loop to run
    desk = bench.desk
    desk.begin()
    await desk.inbox.settled()
    bench.window.actions_.trigger("triage")
    page = desk.rooms.triage
    await bench.until(lambda: page.card is not None and bool(page.choices))
    for _ in range(ROUNDS):
        card = page.card
        assert card is not None
        for key in KEYS:
            QTest.keyClick(page, key)
        enter = partial(QTest.keyClick, page, Qt.Key.Key_Return)
        await bench.timed(NEXT, enter, partial(moved_on, page, card.ticket.id))
    await desk.close()
    return bench.times[NEXT]


def run(_count: int) -> None:
    profile, key = store(TICKETS)
    sys.setswitchinterval(SWITCH_SECONDS)
    application = QApplication.instance() or QApplication(["balie"])
    assert isinstance(application, QApplication)
    garbage = GuiGarbage(application)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    services = build_services(profile, key, clock=SystemClock(), parser=InlineParser())
    services.run_on(loop)
    with loop:
        times = loop.run_until_complete(walk(application, services))
    garbage.close()
    services.close()
    print(line(NEXT, sorted(times), GOAL_MS))
