"""What the log may hold: nothing that opens an account and nobody's address."""

import base64
import faulthandler
import io
import json
import logging
import os
import random
import sys
import threading
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from app.services.logs import FILE_BYTES, FILES, redact, start_logging
from tests.effort import examples, repeated

log = logging.getLogger("tests.logs")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    stop = start_logging(tmp_path / "logs", level=logging.DEBUG)
    yield tmp_path / "logs"
    stop()


def text(folder: Path) -> str:
    return "".join(path.read_text() for path in sorted(folder.iterdir()))


SECRET = "kAnArIe7x9Qz2"
XOAUTH2 = f"user=jan@winkel.test\x01auth=Bearer {SECRET}\x01\x01"
LINES = [
    "Authorization: Bearer {0}",
    "{{'Authorization': 'Basic {0}', 'Accept': '*/*'}}",
    'headers={{"authorization": "Bearer {0}"}}',
    "('Authorization', 'Bearer {0}')",
    "Proxy-Authorization: Basic {0}",
    "Cookie: session={0}; theme=dark",
    "Set-Cookie: a={0}; HttpOnly",
    "X-Auth-Token: {0}",
    "password={0}",
    "Password: {0}",
    "wachtwoord is {0}",
    "passphrase='{0} {0}'",
    'Login(user="x", password="{0}")',
    "pwd={0}&x=1",
    "https://graph.facebook.com/v21.0/me?access_token={0}&fields=id",
    "https://x.test/cb?code={0}&state={0}",
    "https://x.test/cb?next=a%26access_token%3D{0}",
    "code_verifier={0}",
    "client_secret={0}",
    '{{"access_token":"{0}","refresh_token":"{0}","expires_in":3600}}',
    "{{'id_token': '{0}'}}",
    '"{{\\"refresh_token\\": \\"{0}\\"}}"',
    "api_key={0}",
    "bearer {0}",
    "AUTHENTICATE PLAIN {0}",
    'A1 LOGIN jan "{0} x"',
    "a001 LOGIN {{3}} {0}",
    "smtp://jan:{0}@mail.test:587",
    "AUTH LOGIN {0}",
    "user=jan\\x01auth=Bearer {0}\\x01\\x01",
]
WHOLE = [
    XOAUTH2,
    base64.b64encode(XOAUTH2.encode()).decode(),
    base64.b64encode(f"n,a=jan@winkel.test,\x01auth=Bearer {SECRET}".encode()).decode(),
    "123456789:AAEabcdefghijklmnopqrstuvwxyz0123456",
    "https://api.telegram.org/bot123456789:AAEabcdefghijklmnopqrstuvwxyz0123456/getUpdates",
    "EAABsbCS1iHgBAKZCkanarie",
    "eyJhbGciOiJIUzI1NiJ9.eyJrYW5hcmllIjoxfQ.c2lnbmF0dXJl",
    "BALIE-XM2E7-Y5HJQ-1ZBSK-6RNZJ-7D2BR-SW31Y-17BFF",
    "jan.de-vries+tag@winkel.test",
    "jan%40winkel.test",
    "+31 6 1234 5678",
    "06-12345678",
    "0032 475 12 34 56",
    "(020) 123 4567".replace("(", "").replace(")", ""),
    "31612345678",
]


@pytest.mark.parametrize("line", LINES)
def test_named_secrets_are_hidden(line: str) -> None:
    shown = redact(line.format(SECRET))
    assert SECRET not in shown
    assert "[hidden]" in shown


@pytest.mark.parametrize("whole", WHOLE)
def test_shapes_are_hidden(whole: str) -> None:
    shown = redact(f"met {whole} erbij")
    core = max(whole.replace("/getUpdates", "").split("/"), key=len)
    assert core not in shown
    assert SECRET not in shown


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-23 09:00:00,123 INFO db-write app.services.sync: stored 12 messages in 0.12 s",
        "status code: 404, {'code': 190}",
        "account 3: cursor 99:105, complete to 2026-11-23T09:00:00+00:00",
        "ticket 12345 is waiting_customer since 1795424400",
        "GET https://mail.example/api?page=2 -> 200 in 35 ms",
        "tokens left: 12; state waiting_customer",
    ],
)
def test_what_helps_to_find_a_fault_stays(line: str) -> None:
    assert redact(line) == line


LINES_TRIED = examples(5000)


@repeated
def test_10000_lines_with_exceptions_show_no_canary(folder: Path) -> None:
    chance = random.Random(5)
    for number in range(LINES_TRIED):
        line = chance.choice(LINES).format(SECRET)
        log.debug("%s", line)
        if number % 100 == 0:
            raised(line, SECRET)
    for whole in WHOLE * (LINES_TRIED // 15):
        log.info("met %s", whole)
    found = "".join(path.read_text() for path in folder.iterdir())
    assert SECRET not in found
    assert base64.b64encode(SECRET.encode()).decode()[:12] not in found
    assert not [whole for whole in WHOLE if whole in found and "/" not in whole]
    assert len(found) > 100 * LINES_TRIED


def raised(line: str, value: str) -> None:
    try:
        try:
            json.loads(line)
        except ValueError as error:
            raise RuntimeError(f"cannot read {line}", {"password": value}) from error
    except RuntimeError:
        log.exception("failed for %s", {"token": value})


@repeated
def test_five_files_of_one_megabyte_for_the_owner_only(folder: Path) -> None:
    for _ in range(330):
        log.info("x" * 16_000)
    files = sorted(path for path in folder.iterdir() if path.name.startswith("balie.log"))
    assert len(files) == FILES
    assert sum(path.stat().st_size for path in files) <= FILES * FILE_BYTES
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_huge_entry_is_cut(folder: Path) -> None:
    for hostile in ("a." * 10**6, "x@" * 10**6, "1" * 10**6, "token " * 10**5, "+31 " * 10**5):
        log.info(hostile)
    for length in range(15_920, 15_960, 2):
        log.info("%s jan@winkel.test", "y" * length)
    assert max(map(len, text(folder).splitlines())) <= 16_000
    assert "jan@" not in text(folder)


def test_a_line_break_starts_no_entry(folder: Path) -> None:
    log.info("name: %s", "x\r\n2026-11-23 09:00:00,000 CRITICAL forged")
    lines = (folder / "balie.log").read_text().splitlines()
    assert [line[:1].isdigit() for line in lines] == [True, False]


@pytest.mark.allow_log
def test_uncaught_errors_are_logged_redacted(folder: Path) -> None:
    error = ValueError("password=" + SECRET)
    sys.excepthook(ValueError, error, None)
    thread = threading.Thread(target=lambda: 1 / 0, name="worker")
    threading.excepthook(threading.ExceptHookArgs((ValueError, error, None, thread)))
    threading.excepthook(threading.ExceptHookArgs((SystemExit, SystemExit(), None, None)))
    threading.excepthook(threading.ExceptHookArgs((ValueError, error, None, None)))
    found = text(folder)
    assert found.count("password=[hidden]") == 3
    assert "uncaught error in thread worker" in found
    assert "SystemExit" not in found


def test_control_c_goes_where_it_always_went(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert text(folder) == ""


class FullStream(io.StringIO):
    """A file on a disk without space."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk_does_not_print_the_entry(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handlers = [h for h in logging.getLogger().handlers if isinstance(h, RotatingFileHandler)]
    (handler,) = handlers
    real, handler.stream = handler.stream, FullStream()  # type: ignore[assignment]
    log.info("password=%s", SECRET)
    handler.stream = real
    assert capsys.readouterr() == ("", "")
    log.info("space again")
    assert "space again" in text(folder)


def test_stopping_puts_everything_back(tmp_path: Path) -> None:
    root = logging.getLogger()

    def state() -> tuple[object, ...]:
        hooks = (sys.excepthook, threading.excepthook)
        return (root.level, list(root.handlers), *hooks, faulthandler.is_enabled())

    before = state()
    stop = start_logging(tmp_path / "logs", level=logging.DEBUG)
    assert state() != before
    stop()
    assert state() == before


def test_two_programs_have_two_logs(folder: Path) -> None:
    stop = start_logging(folder, name="command")
    log.info("both")
    stop()
    assert sorted(path.name for path in folder.iterdir()) == [
        "balie-fault.log", "balie.log", "command-fault.log", "command.log",
    ]  # fmt: skip


def test_a_crash_leaves_its_stacks_for_the_next_start(tmp_path: Path) -> None:
    for _ in range(2):
        child = os.fork()
        if child == 0:
            start_logging(tmp_path / "logs")
            faulthandler._sigsegv()  # type: ignore[attr-defined]
        os.waitpid(child, 0)
    start_logging(tmp_path / "logs")()
    assert "Segmentation fault" in (tmp_path / "logs" / "balie-fault-last.log").read_text()
    assert (tmp_path / "logs" / "balie-fault.log").read_text() == ""
