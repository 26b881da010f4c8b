"""The real program in a process of its own: first paint, second start, signals, hanging."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType
from pytestqt.qtbot import QtBot

from app.bootstrap import build_services
from app.services.clock import SystemClock
from app.services.storage.profile import create_profile, default_folder, load_profile
from app.services.sync.parser import InlineParser
from app.views import start
from app.views.single_instance import Doorbell, ask_first, channel_name
from tests.fakes import FakeChannelType, add_account

FIRST_PAINT = """
import os, sys
from pathlib import Path
from app.views import haste
haste.begin()
from PySide6.QtWidgets import QApplication
from app.views.start import Options, Start

application = QApplication([])
begun = Start(application, Options(Path(sys.argv[1])))
begun.window.painted.disconnect(begun._on_painted)

def look():
    late = ("sqlalchemy", "requests", "asyncio", "qasync", "keyring", "alembic", "imap_tools",
            "cryptography", "holidays", "authlib", "PySide6.QtNetwork", "app.views.opening.view")
    print([name for name in late if name in sys.modules], flush=True)
    os._exit(0)

begun.window.painted.connect(look)
begun.run()
"""
IMPORTED = """
import gc, linecache
from app.views import haste
haste.begin()
import app.views.sentences
from PySide6.QtCore import Qt
print(gc.isenabled(), app.views.sentences.__file__ in linecache.cache, bool(Qt.Key.Key_A))
"""
HANGING = """
import socket, sys, threading
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.bootstrap import build_services
from app.services.clock import SystemClock
from app.services.sync.parser import InlineParser
from app.views import start
from app.views.opening.steps import Door
from tests.fakes import FakeChannel, FakeChannelType

forever = threading.Event()

class Hangs(FakeChannel):
    def fetch(self, *values):
        print("hanging", flush=True)
        forever.wait()

    def close(self):
        forever.wait()

class HangingType(FakeChannelType):
    def open(self, account, secrets):
        return Hangs(self.platform, account)

def build(profile, key):
    return build_services(
        profile, key, clock=SystemClock(), channels=(HangingType(),), parser=InlineParser()
    )

application = QApplication([])
options = start.Options(Path(sys.argv[1]))
code = start.run(application, options, lambda folder: Door(folder, build))
start.leave_hanging_threads(code)
sys.exit(code)
"""

ASK = """
import sys
from pathlib import Path
from app.views.single_instance import ask_first
sys.exit(0 if ask_first(Path(sys.argv[1])) else 1)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A practice profile with an account of the fake kind."""
    made = create_profile(tmp_path / "profile", now=datetime.now(UTC), practice=True)
    services = build_services(
        made.profile,
        None,
        clock=SystemClock(),
        channels=(FakeChannelType(),),
        parser=InlineParser(),
    )
    add_account(services)
    services.close()
    return tmp_path / "profile"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A practice profile without an account."""
    create_profile(tmp_path / "profile", now=datetime.now(UTC), practice=True)
    return tmp_path / "profile"


@contextmanager
def launch(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def test_the_window_is_painted_before_the_rest_is_imported(empty: Path) -> None:
    with launch("-c", FIRST_PAINT, str(empty)) as program:
        output, errors = program.communicate(timeout=60)
    assert output.strip() == "[]", errors


def test_modules_are_imported_at_pythons_own_speed() -> None:
    with launch("-c", IMPORTED) as program:
        output, errors = program.communicate(timeout=60)
    assert output.split() == ["False", "False", "True"], errors


def test_a_second_start_shows_the_first_window(empty: Path) -> None:
    with launch("-m", "app", "--profile", str(empty)) as first:
        until(lambda: ask_first(empty))
        with launch("-m", "app", "--profile", str(empty)) as second:
            assert second.wait(60) == 0
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        assert first.wait(60) == 0
    assert not (empty / "profile.lock.json").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_cleanly(empty: Path, number: signal.Signals) -> None:
    with launch("-m", "app", "--profile", str(empty)) as program:
        until(lambda: ask_first(empty))
        program.send_signal(number)
        output, errors = program.communicate(timeout=60)
    assert (program.returncode, output, errors) == (0, "", "")


def test_a_server_that_hangs_does_not_keep_the_program(folder: Path) -> None:
    with launch("-c", HANGING, str(folder)) as program:
        assert program.stdout.readline() == "hanging\n"
        program.send_signal(signal.SIGTERM)
        assert program.wait(30) == 0
    again = build_services(
        load_profile(folder),
        None,
        clock=SystemClock(),
        channels=(FakeChannelType(),),
        parser=InlineParser(),
    )
    again.close()


def test_without_a_screen_the_program_says_what_works() -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(
        [sys.executable, "-m", "app"], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "balie --help" in done.stderr
    assert "Traceback" not in done.stderr


def test_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BALIE_PASSPHRASE", "drie woorden")
    assert start.read_options([]) == start.Options(default_folder(), "drie woorden")
    assert start.read_options(["--profile", str(tmp_path)]).folder == tmp_path
    assert start.read_options([f"--profile={tmp_path}"]).folder == tmp_path
    assert "drie" not in repr(start.read_options([]))


def test_the_passphrase_comes_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    from io import StringIO

    monkeypatch.setattr(sys, "stdin", StringIO("vier groene fietsen\n"))
    assert start.read_options(["--passphrase-stdin"]).passphrase == "vier groene fietsen"


def test_what_qt_says_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    start.log_qt(QtMsgType.QtWarningMsg, QMessageLogContext(), "a warning of Qt")
    assert [(record.name, record.message) for record in caplog.records] == [
        ("qt", "a warning of Qt")
    ]


def test_the_doorbell_rings(tmp_path: Path, qtbot: QtBot, theme: QObject) -> None:
    assert not ask_first(tmp_path)
    bell = Doorbell(tmp_path, theme)
    with qtbot.waitSignal(bell.rung), launch("-c", ASK, str(tmp_path)) as asking:
        qtbot.waitUntil(lambda: asking.poll() is not None)
    assert asking.returncode == 0
    bell.close()
    assert channel_name(tmp_path) != channel_name(tmp_path / "other")
