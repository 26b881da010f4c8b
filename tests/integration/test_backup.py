"""Backups under writes, kills, rot and a full disk, and putting one back."""

import os
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.services.storage import backup as module
from app.services.storage import errors
from app.services.storage.backup import (
    BALLAST_BYTES,
    Keep,
    check_store,
    drop_ballast,
    ensure_ballast,
    list_backups,
    make_backup,
    restore_backup,
)
from app.services.storage.connection import Connection, create_store, open_connection
from app.services.storage.keys import KeyMode
from app.services.storage.profile import Profile, finish_interrupted, load_profile
from app.services.storage.profile_file import write_profile_file
from tests.effort import repeated
from tests.failpoints import STRIDE, killed_everywhere

KEY = bytes(range(32))
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def fill(store: Path, key: bytes | None = KEY, rows: int = 50) -> None:
    create_store(store, key)
    with closing(open_connection(store, key)) as connection:
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)")
        connection.execute("CREATE TABLE w (a TEXT PRIMARY KEY) WITHOUT ROWID")
        connection.execute("CREATE VIRTUAL TABLE f USING fts5 (a, content='t', content_rowid='id')")
        connection.execute("INSERT INTO w VALUES ('x')")
        for number in range(rows):
            add(connection, number)


def add(connection: Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO t VALUES (?, ?, ?)", (number, "a" * 500, str(number)))
    connection.execute("INSERT INTO f (rowid, a) VALUES (?, ?)", (number, f"woord{number}"))
    connection.execute("COMMIT")


def ids(store: Path, key: bytes | None = KEY) -> list[int]:
    with closing(open_connection(store, key, read_only=True)) as connection:
        found = [row[0] for row in connection.execute("SELECT id FROM t ORDER BY id")]
        words = connection.execute("SELECT count(*) FROM f_docsize").fetchone()[0]
    assert words == len(found)
    return found


@pytest.fixture
def store(tmp_path: Path) -> Path:
    fill(tmp_path / "balie.db")
    return tmp_path / "balie.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def writing(store: Path) -> Iterator[list[int]]:
    """A thread that commits rows from 1000 on; the list holds those it acknowledged."""
    done: list[int] = []
    stop, begun = threading.Event(), threading.Event()

    def write() -> None:
        with closing(open_connection(store, KEY)) as connection:
            connection.execute("PRAGMA wal_autocheckpoint=20")
            while not stop.wait(0.0005):
                add(connection, 1000 + len(done))
                done.append(1000 + len(done))
                begun.set()

    thread = threading.Thread(target=write)
    thread.start()
    assert begun.wait(20)
    yield done
    stop.set()
    thread.join()


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


# --- making -------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [KEY, None], ids=["key", "plain"])
def test_a_backup_is_the_store_in_one_private_file(tmp_path: Path, key: bytes | None) -> None:
    fill(tmp_path / "balie.db", key)
    path = make_backup(tmp_path / "balie.db", key, tmp_path / "b", now=NOW)
    assert path.name == "balie-20261123-090000.db"
    assert ids(path, key) == list(range(50))
    assert [(found.name, found.stat().st_mode & 0o777) for found in (tmp_path / "b").iterdir()] == [
        (path.name, 0o600)
    ]
    assert check_store(path, key) == []


def test_a_backup_does_not_open_without_the_key(store: Path, folder: Path) -> None:
    path = make_backup(store, KEY, folder, now=NOW)
    assert b"woord" not in path.read_bytes()
    with pytest.raises(errors.StoreDamaged):
        open_connection(path, None)


def test_two_in_one_second_are_two(store: Path, folder: Path) -> None:
    made = [make_backup(store, KEY, folder, now=NOW) for _ in range(3)]
    assert [path.name[-6:] for path in made] == ["000.db", "0-2.db", "0-3.db"]
    listed = list_backups(folder)
    assert [backup.path for backup in listed] == sorted(made, reverse=True)
    assert {backup.made_at for backup in listed} == {NOW}


def test_under_writes_each_is_the_store_at_one_commit(
    store: Path, folder: Path, writing: list[int]
) -> None:
    for turn in range(60):
        before = len(writing)
        path = make_backup(store, KEY, folder, now=NOW + timedelta(seconds=turn))
        found = ids(path)[50:]
        assert found == list(range(1000, 1000 + len(found)))
        assert before <= len(found) <= len(writing) + 1


def test_checking_while_others_write_finds_nothing(store: Path, writing: list[int]) -> None:
    before = len(writing)
    while len(writing) < before + 100:
        assert check_store(store, KEY) == []


def test_a_backup_that_differs_is_thrown_away(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = make_backup(store, KEY, folder, now=NOW)
    real = module._fingerprint
    prints = iter([{"t": "one"}, {"t": "another"}])
    monkeypatch.setattr(module, "_fingerprint", lambda connection: real(connection) | next(prints))
    with pytest.raises(errors.BackupFailed, match="t differs"):
        make_backup(store, KEY, folder, now=NOW)
    assert list(content(folder)) == [good.name]


def test_a_damaged_copy_is_thrown_away(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "check_store", lambda *_args: ["page 3 is bad"])
    with pytest.raises(errors.BackupFailed, match="page 3 is bad"):
        make_backup(store, KEY, folder, now=NOW)
    assert content(folder) == {}


def test_a_damaged_store_leaves_the_earlier_backups(store: Path, folder: Path) -> None:
    good = make_backup(store, KEY, folder, now=NOW)
    data = bytearray(store.read_bytes())
    data[5 * 8192 + 99] ^= 1
    store.write_bytes(data)
    with pytest.raises((errors.StoreDamaged, errors.BackupFailed)):
        make_backup(store, KEY, folder, now=NOW, keep=Keep(1, 0))
    assert list(content(folder)) == [good.name]


def test_without_a_store_no_backup(tmp_path: Path) -> None:
    with pytest.raises(errors.StoreMissing):
        make_backup(tmp_path / "balie.db", KEY, tmp_path / "b", now=NOW)
    assert content(tmp_path / "b") == {}


def in_a_fork(work: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  the forked process may not run on
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_full_disk_is_said_and_leaves_nothing_half(store: Path, folder: Path) -> None:
    good = make_backup(store, KEY, folder, now=NOW)

    def work() -> None:
        for size in range(8192, 60_000, 2048):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            with pytest.raises((errors.StoreFull, errors.StoreFailing)):
                make_backup(store, KEY, folder, now=NOW)

    assert in_a_fork(work) == 0
    assert list(content(folder)) == [good.name]


@repeated
def test_killed_at_every_step_a_backup_is_whole_or_not_there(tmp_path: Path) -> None:
    turns: list[Path] = []

    def prepare() -> Callable[[], object]:
        place = tmp_path / str(len(turns))
        turns.append(place)
        fill(place / "balie.db", rows=3)
        make_backup(place / "balie.db", KEY, place / "b", now=NOW)
        later = NOW + timedelta(days=1)
        return lambda: make_backup(place / "balie.db", KEY, place / "b", now=later, keep=Keep(1, 0))

    for _ in killed_everywhere(prepare):
        backups = list_backups(turns[-1] / "b")
        assert backups
        assert all(ids(backup.path) == [0, 1, 2] for backup in backups)
        make_backup(turns[-1] / "balie.db", KEY, turns[-1] / "b", now=NOW + timedelta(days=2))
        assert not list((turns[-1] / "b").glob("*.part*"))
    assert len(turns) * STRIDE > 10


@repeated
def test_killed_at_50_moments_a_backup_is_whole_or_not_there(tmp_path: Path) -> None:
    store, folder = tmp_path / "balie.db", tmp_path / "b"
    fill(store, rows=400)
    make_backup(store, KEY, folder, now=NOW)
    halfway = 0
    for turn in range(50):
        child = os.fork()
        if child == 0:
            make_backup(store, KEY, folder, now=NOW + timedelta(minutes=1 + turn))
            os._exit(0)
        time.sleep(turn * 0.0007)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        halfway += any(folder.glob("*.part"))
    assert halfway >= 5
    assert all(ids(backup.path) == list(range(400)) for backup in list_backups(folder))
    assert ids(make_backup(store, KEY, folder, now=NOW + timedelta(days=1))) == list(range(400))


# --- keeping ------------------------------------------------------------------------------------


def test_keeps_the_newest_and_one_a_day(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    fill(tmp_path / "balie.db", rows=1)
    (tmp_path / "b").mkdir()
    (folder / "profile.json").touch()
    for hours in range(0, 30 * 24, 8):
        when = NOW - timedelta(hours=hours + 8)
        (folder / f"balie-{when:%Y%m%d-%H%M%S}.db").touch()
    make_backup(tmp_path / "balie.db", KEY, folder, now=NOW, keep=Keep(newest=5, days=14))
    listed = list_backups(folder)
    days = [backup.made_at.date() for backup in listed]
    assert listed[0].made_at == NOW
    assert len(set(days)) == 14
    assert len(listed) == 5 + 12
    assert (folder / "profile.json").exists()


def test_a_folder_without_backups(tmp_path: Path) -> None:
    assert list_backups(tmp_path / "none") == ()
    (tmp_path / "notes.db").touch()
    (tmp_path / "balie-2026.db").touch()
    assert list_backups(tmp_path) == ()


# --- checking and putting back ------------------------------------------------------------------


def test_checking_names_what_is_wrong(store: Path) -> None:
    data = bytearray(store.read_bytes())
    data[3 * 8192 + 17] ^= 1
    store.write_bytes(data)
    problems = check_store(store, KEY)
    assert "HMAC verification failed for page 4" in problems
    assert check_store(store, bytes(32)) == ["does not open: store_damaged"]
    os.truncate(store, 0)
    assert check_store(store, KEY) == ["does not open: store_empty"]


def test_a_page_caught_while_it_was_written_is_no_damage(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = iter([["page 3", "page 5"], ["page 5"]])
    monkeypatch.setattr(module, "_problems", lambda _connection: next(found))
    assert check_store(store, KEY) == ["page 5"]


def test_a_plain_store_is_checked_as_far_as_it_can_be(tmp_path: Path) -> None:
    store = tmp_path / "balie.db"
    fill(store, None)
    assert check_store(store, None) == []
    data = bytearray(store.read_bytes())
    data[8192 : 8192 + 100] = bytes(100)
    store.write_bytes(data)
    assert check_store(store, None)


def test_restoring_keeps_the_replaced_store(store: Path, folder: Path) -> None:
    path = make_backup(store, KEY, folder, now=NOW)
    with closing(open_connection(store, KEY)) as connection:
        add(connection, 777)
    aside = restore_backup(path, store, KEY, now=NOW)
    assert ids(store) == list(range(50))
    assert ids(aside) == [*range(50), 777]
    assert path.exists()
    assert store.stat().st_mode & 0o777 == 0o600


def test_a_store_that_crashed_keeps_its_log_when_replaced(store: Path, folder: Path) -> None:
    path = make_backup(store, KEY, folder, now=NOW)

    def crash() -> None:
        connection = open_connection(store, KEY)
        connection.execute("PRAGMA wal_autocheckpoint=0")
        add(connection, 777)
        os._exit(0)

    in_a_fork(crash)
    assert store.with_name("balie.db-wal").exists()
    aside = restore_backup(path, store, KEY, now=NOW)
    assert ids(store) == list(range(50))
    assert ids(aside) == [*range(50), 777]


def test_restoring_brings_back_a_lost_or_damaged_store(store: Path, folder: Path) -> None:
    path = make_backup(store, KEY, folder, now=NOW)
    store.write_bytes(b"rot")
    assert restore_backup(path, store, KEY, now=NOW).read_bytes() == b"rot"
    store.unlink()
    second = restore_backup(path, store, KEY, now=NOW)
    assert not second.exists()
    assert ids(store) == list(range(50))
    store.write_bytes(b"rot again")
    assert restore_backup(path, store, KEY, now=NOW).read_bytes() == b"rot again"


def test_a_bad_backup_changes_nothing(store: Path, folder: Path) -> None:
    path = make_backup(store, KEY, folder, now=NOW)
    before = store.read_bytes()
    data = bytearray(path.read_bytes())
    data[2 * 8192 + 5] ^= 1
    path.write_bytes(data)
    with pytest.raises(errors.BackupDamaged):
        restore_backup(path, store, KEY, now=NOW)
    with pytest.raises(errors.NoBackup):
        restore_backup(folder / "none.db", store, KEY, now=NOW)
    assert store.read_bytes() == before
    assert [found.name for found in store.parent.iterdir() if found.is_file()] == ["balie.db"]


def test_nothing_to_finish_is_a_bug(store: Path) -> None:
    with pytest.raises(ValueError, match="no restore"):
        module.finish_restore(store)


@repeated
def test_killed_at_every_step_restoring_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    turns: list[tuple[Path, Path]] = []

    def prepare() -> Callable[[], object]:
        place = tmp_path / str(len(turns))
        fill(place / "balie.db", rows=2)
        profile = Profile(folder=place, id="x", mode=KeyMode.NONE, created_at=NOW)
        write_profile_file(profile, lambda _: None)
        path = make_backup(profile.store, KEY, profile.backups, now=NOW)
        in_a_fork(lambda: crash_with_row(profile.store))
        turns.append((place, path))
        return lambda: restore_backup(path, profile.store, KEY, now=NOW)

    outcomes = set()
    for point in killed_everywhere(prepare):
        place, path = turns[-1]
        try:
            load_profile(place)
        except errors.ProfileUnfinished:
            assert finish_interrupted(place)
        assert not finish_interrupted(place)
        found = ids(load_profile(place).store)
        outcomes.add(len(found))
        aside = list(place.glob("balie-replaced-*.db"))
        assert found == [0, 1, 777] if not aside else ids(aside[0]) == [0, 1, 777], point
        assert ids(path) == [0, 1]
    assert outcomes == {2, 3}


def crash_with_row(store: Path) -> None:
    connection = open_connection(store, KEY)
    connection.execute("PRAGMA wal_autocheckpoint=0")
    add(connection, 777)
    os._exit(0)


# --- ballast ------------------------------------------------------------------------------------


def test_ballast_is_kept_and_given_back(tmp_path: Path) -> None:
    assert not drop_ballast(tmp_path)
    for _ in range(2):
        assert ensure_ballast(tmp_path)
    assert (tmp_path / "ballast").stat().st_blocks * 512 >= BALLAST_BYTES
    assert drop_ballast(tmp_path)
    assert content(tmp_path) == {}


def test_ballast_that_does_not_fit_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert not ensure_ballast(tmp_path)
    assert content(tmp_path) == {}
