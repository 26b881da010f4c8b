"""The window while a large mailbox comes in: how long the event loop is ever kept waiting.

Also the cold start, as a ratio to a bare PySide6 window started in the same run.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.services.storage.profile import load_profile, unlock
from app.services.sync import health
from app.views.start import SWITCH_SECONDS, Options, Start
from bench.mailbox import connected, full_mailbox, peak_megabytes

PASSPHRASE = "een lange zin"
BEAT_MS = 5

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""
OURS = """
import sys
from app.views import haste
haste.begin()
from PySide6.QtWidgets import QApplication
from pathlib import Path
from app.views.start import Options, Start
application = QApplication([])
start = Start(application, Options(Path(sys.argv[1]), sys.argv[2]))
start.window.painted.connect(application.quit) if sys.argv[3] == "paint" else None
if sys.argv[3] == "rows":
    start.opener.page_read.connect(lambda _page: application.exit(0))
start.run()
import os
os._exit(0)
"""


class Heartbeat(QObject):
    """Beats every 5 ms and remembers how late each beat was."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.gaps.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now


class Watcher(QObject):
    """Waits until everything is in, then closes the window."""

    def __init__(self, start: Start, count: int, beat: Heartbeat) -> None:
        super().__init__(start)
        self._start, self._count, self._beat = start, count, beat
        self.seconds = 0.0
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._look)
        start.opener.opened.connect(self._on_opened)

    def _on_opened(self, services: object) -> None:
        self._services = services
        self._began = time.perf_counter()
        self._timer.start()
        self._beat.start()

    def _look(self) -> None:
        future = self._services.database.submit_read(health.accounts)  # type: ignore[attr-defined]
        (info,) = future.result()
        done = sum(part.local for part in info.progress if part.stream == "INBOX")
        if done >= self._count and info.health == health.OK:
            self.seconds = time.perf_counter() - self._began
            self._timer.stop()
            self._start.window.close()


def run(count: int) -> None:
    with full_mailbox(count) as (server, user), connected(server, user) as services:
        folder = services.profile.folder
        services.close()
        beat, watcher = _sync_with_window(folder, count)
        gaps = sorted(beat.gaps)
        print(f"{count} mails with the window open: {watcher.seconds:.1f} s")
        print(
            f"event loop: {len(gaps)} beats of {BEAT_MS} ms, p50 {_at(gaps, 0.5):.1f}, "
            f"p99 {_at(gaps, 0.99):.1f}, longest {gaps[-1]:.1f} ms"
        )
        own, children = peak_megabytes()
        print(f"memory {own:.0f} MB, parser {children:.0f} MB")
        cold_starts(folder, PASSPHRASE)


def _sync_with_window(folder: Path, count: int) -> tuple[Heartbeat, Watcher]:
    sys.setswitchinterval(SWITCH_SECONDS)
    application = QApplication.instance() or QApplication(["balie"])
    assert isinstance(application, QApplication)
    start = Start(application, Options(folder, PASSPHRASE))
    beat = Heartbeat(start)
    watcher = Watcher(start, count, beat)
    start.run()
    return beat, watcher


def cold_starts(folder: Path, passphrase: str) -> None:
    """Print how long the start takes, beside a bare window, the two alternating."""
    names = {"bare": BARE, "paint": OURS, "rows": OURS}
    rounds = [
        {name: _timed(code, str(folder), passphrase, name) for name, code in names.items()}
        for _ in range(5)
    ]
    best = {name: min(times[name] for times in rounds) for name in names}
    began = time.perf_counter()
    unlock(load_profile(folder), passphrase=passphrase)
    key = time.perf_counter() - began
    print(f"bare window {best['bare']:.2f} s; a passphrase's key takes {key:.2f} s of the rows")
    for name, less in (("paint", 0.0), ("rows", key)):
        ours = best[name] - less
        print(f"start to first {name}: {ours:.2f} s, {ours / best['bare']:.2f} x the bare window")


def _timed(code: str, *arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
    )
    return time.perf_counter() - began


def _at(values: list[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))]
