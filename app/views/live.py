"""The second half of the start: the loop turns into asyncio's and the accounts begin to work."""

import asyncio
import logging
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services
from app.services.sync import outbox
from app.views.desk import Desk
from app.views.desktop.outside import Outside
from app.views.main_window import MainWindow

log = logging.getLogger(__name__)
ENGINE_SECONDS, SEND_SECONDS = 1.5, 6.0
CLOSE_SECONDS = 0.8


def run(application: QApplication, window: MainWindow, services: Services) -> None:
    """Work until the window is closed; then let go of everything within three seconds."""
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    # qasync's own threads are waited for at the end, whatever they hang on.
    pool = ThreadPoolExecutor(8, thread_name_prefix="work")
    loop.set_default_executor(pool)
    try:
        loop.run_until_complete(_work(window, services))
    finally:
        loop.set_default_executor(None)
        pool.shutdown(wait=False, cancel_futures=True)
        loop.close()
        asyncio.set_event_loop(None)


async def _work(window: MainWindow, services: Services) -> None:
    closed = asyncio.Event()
    window.closing.connect(closed.set)
    loop = asyncio.get_running_loop()
    services.run_on(loop)
    engine = services.engine()
    desk = Desk(services, window, engine)
    desk.begin()
    outside = Outside(services, window, desk)
    starting = loop.create_task(_start(engine.start(), window))
    if not window.isVisible():  # closed between the two loops
        closed.set()
    await closed.wait()
    starting.cancel()
    outside.close()
    await _within(ENGINE_SECONDS, desk.close())
    await _within(SEND_SECONDS, _send_rest(services))
    await _within(ENGINE_SECONDS, engine.stop())
    await _close(services)


async def _send_rest(services: Services) -> None:
    """Send what the owner sent: after the end there is nothing left to take it back with."""
    database, clock = services.database, services.clock
    if await database.write(outbox.release):
        while await database.read(outbox.leaving, now=clock.now()):  # noqa: ASYNC110  no event
            await asyncio.sleep(0.1)


async def _start(work: Coroutine[Any, Any, None], window: MainWindow) -> None:
    try:
        await work
    except Exception:
        log.exception("the accounts could not be started")
        window.notices.report(None)


async def _within(seconds: float, work: Coroutine[Any, Any, None]) -> None:
    try:
        await asyncio.wait_for(work, seconds)
    except TimeoutError:
        log.warning("something hangs at the end and is left alone")
    except Exception:
        log.exception("something failed at the end")


async def _close(services: Services) -> None:
    closing = threading.Thread(target=services.close, name="closing", daemon=True)
    closing.start()
    for _ in range(round(CLOSE_SECONDS / 0.02)):
        if not closing.is_alive():
            return
        await asyncio.sleep(0.02)
    log.warning("the store is still busy at the end")
