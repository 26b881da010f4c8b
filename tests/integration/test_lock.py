"""One writer per profile, also when thirty start at once and the holder is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.services.storage.errors import ProfileInUse, StoreReadOnly
from app.services.storage.lock import ProfileLock

HOLD = """
import sys
from pathlib import Path
from app.services.storage.errors import ProfileInUse
from app.services.storage.lock import ProfileLock
sys.stdin.readline() if sys.argv[2] == "together" else None
try:
    lock = ProfileLock(Path(sys.argv[1]), "sync")
    lock.acquire()
    print("held", flush=True)
except ProfileInUse:
    print("in use", flush=True)
sys.stdin.readline()
"""


def start(folder: Path, how: str = "now") -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, folder, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def answer(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def press_enter(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def finish(process: "subprocess.Popen[str]") -> None:
    process.communicate("\n", timeout=60)


def test_the_holder_is_named(tmp_path: Path) -> None:
    with ProfileLock(tmp_path, "window"), pytest.raises(ProfileInUse) as caught:
        ProfileLock(tmp_path, "sync").acquire()
    assert caught.value.params == {"pid": os.getpid(), "program": "window"}
    assert f"window, process {os.getpid()}" in str(caught.value)


def test_released_it_is_free(tmp_path: Path) -> None:
    lock = ProfileLock(tmp_path / "new", "window")
    for _ in range(3):
        with lock:
            assert (tmp_path / "new" / "profile.lock").stat().st_mode & 0o077 == 0
    lock.release()
    assert not (tmp_path / "new" / "profile.lock.json").exists()
    ProfileLock(tmp_path / "new", "sync").acquire()


def test_a_lock_cannot_be_taken_twice(tmp_path: Path) -> None:
    with ProfileLock(tmp_path, "window") as lock, pytest.raises(ProfileInUse):
        lock.acquire()


def test_a_missing_or_odd_note_does_not_matter(tmp_path: Path) -> None:
    with ProfileLock(tmp_path, "window"):
        for text in ("", "[]", "{}", '{"pid": "x", "program": 1}'):
            (tmp_path / "profile.lock.json").write_text(text)
            with pytest.raises(ProfileInUse, match="process \\?"):
                ProfileLock(tmp_path, "sync").acquire()


def test_a_full_disk_does_not_keep_the_lock_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with ProfileLock(tmp_path, "window"), pytest.raises(ProfileInUse):
        ProfileLock(tmp_path, "sync").acquire()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreReadOnly):
        ProfileLock(tmp_path / "file", "window").acquire()


def test_killed_holders_leave_it_free_at_once(tmp_path: Path) -> None:
    for _ in range(4):
        holder = start(tmp_path)
        assert answer(holder) == "held"
        with pytest.raises(ProfileInUse) as caught:
            ProfileLock(tmp_path, "window").acquire()
        assert caught.value.params == {"pid": holder.pid, "program": "sync"}
        holder.send_signal(signal.SIGKILL)
        holder.communicate(timeout=60)
        with ProfileLock(tmp_path, "window"):
            pass


def test_of_many_starts_at_once_one_wins(tmp_path: Path) -> None:
    together = [start(tmp_path, "together") for _ in range(8)]
    for process in together:
        press_enter(process)
    answers = [answer(process) for process in together]
    for process in together:
        finish(process)
    assert sorted(answers) == ["held"] + ["in use"] * 7


STARTER = """
import subprocess, sys
from pathlib import Path
from app.services.storage.lock import ProfileLock
lock = ProfileLock(Path(sys.argv[1]), "window")
lock.acquire()
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False)
print(child.pid, flush=True)
input()
"""


def test_a_started_program_does_not_keep_the_lock(tmp_path: Path) -> None:
    """A browser that Balie opened must not hold the profile after Balie has died."""
    holder = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout is not None
    child = int(holder.stdout.readline())
    holder.kill()
    holder.communicate(timeout=60)
    try:
        with ProfileLock(tmp_path, "sync") as lock:
            assert lock is not None
    finally:
        os.kill(child, signal.SIGKILL)
