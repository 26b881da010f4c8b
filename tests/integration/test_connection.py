"""The settings of every connection, and what stands between the owner and a wrong file."""

import errno
import os
import random
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from app.models.rules.errors import KnownError, NotFoundError
from app.services.storage import errors, files
from app.services.storage.connection import create_store, open_connection

KEY = bytes(range(32))
QUICKLY = timedelta(milliseconds=50)


@pytest.fixture(params=[KEY, None], ids=["key", "plain"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    found: bytes | None = request.param
    return found


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "profile" / "balie.db"
    create_store(path, KEY)
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_every_setting(tmp_path: Path, key: bytes | None) -> None:
    create_store(tmp_path / "balie.db", key)
    with closing(open_connection(tmp_path / "balie.db", key)) as connection:
        names = "journal_mode synchronous foreign_keys secure_delete temp_store cache_size"
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names.split()]
        assert found == ["wal", 2, 1, 1, 2, -32768]
        # SQLCipher answers this one as text.
        assert int(connection.execute("PRAGMA page_size").fetchone()[0]) == 8192
        assert connection.execute("PRAGMA busy_timeout").fetchone() == (10_000,)


def test_a_reader_refuses_to_write(store: Path) -> None:
    with (
        closing(open_connection(store, KEY, read_only=True)) as reader,
        pytest.raises(driver.OperationalError) as caught,
    ):
        reader.execute("CREATE TABLE t (a)")
    assert isinstance(errors.classify(caught.value), errors.StoreReadOnly)


def test_may_be_used_on_another_thread_and_commits_by_itself(store: Path) -> None:
    with closing(open_connection(store, KEY)) as connection:
        assert connection.isolation_level is None
        connection.execute("CREATE TABLE t (a)")
        assert not connection.in_transaction


def test_files_are_for_the_owner_only(tmp_path: Path) -> None:
    store = tmp_path / "profile" / "balie.db"
    before = os.umask(0)
    try:
        create_store(store, KEY)
        with closing(open_connection(store, KEY)) as connection:
            connection.execute("CREATE TABLE t (a)")
            assert {mode(path) for path in store.parent.iterdir()} == {0o600}
    finally:
        os.umask(before)
    assert mode(store.parent) == 0o700


def test_an_open_file_mode_is_closed_again(store: Path) -> None:
    store.chmod(0o644)
    with closing(open_connection(store, KEY)) as connection:
        connection.execute("CREATE TABLE t (a)")
        assert {mode(path) for path in store.parent.iterdir()} == {0o600}


@pytest.mark.parametrize("wrong", [bytes(32), None], ids=["other key", "no key"])
def test_a_wrong_key_changes_nothing(
    store: Path, wrong: bytes | None, capfd: pytest.CaptureFixture[str]
) -> None:
    before = store.read_bytes()
    with pytest.raises(errors.StoreDamaged):
        open_connection(store, wrong)
    assert store.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_a_plain_file_does_not_open_with_a_key(tmp_path: Path) -> None:
    create_store(tmp_path / "balie.db", None)
    with pytest.raises(errors.StoreDamaged):
        open_connection(tmp_path / "balie.db", KEY)


def test_a_key_has_32_bytes(store: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_connection(store, b"short")


def test_opening_never_makes_a_store(tmp_path: Path) -> None:
    with pytest.raises(errors.StoreMissing):
        open_connection(tmp_path / "balie.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_zero_bytes_are_no_store(tmp_path: Path) -> None:
    (tmp_path / "balie.db").touch()
    with pytest.raises(errors.StoreEmpty):
        open_connection(tmp_path / "balie.db", KEY)
    assert (tmp_path / "balie.db").stat().st_size == 0


def test_making_a_store_leaves_an_existing_one(store: Path) -> None:
    before = store.read_bytes()
    with pytest.raises(errors.StoreExists):
        create_store(store, KEY)
    assert store.read_bytes() == before


def test_a_held_lock_is_a_known_error(store: Path) -> None:
    with (
        closing(open_connection(store, KEY)) as first,
        closing(open_connection(store, KEY, busy_timeout=QUICKLY)) as second,
    ):
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(driver.OperationalError) as caught:
            second.execute("BEGIN IMMEDIATE")
    assert isinstance(errors.classify(caught.value), errors.StoreLocked)


def test_a_full_store_is_a_known_error(store: Path) -> None:
    with closing(open_connection(store, KEY)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("PRAGMA max_page_count=4")
        with pytest.raises(driver.OperationalError) as caught:
            connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
    assert isinstance(errors.classify(caught.value), errors.StoreFull)


def test_a_full_disk_is_a_known_error() -> None:
    with pytest.raises(errors.StoreFull), errors.known_errors():
        files.write_whole(Path("/dev/full"), b"text")


def test_a_folder_that_cannot_be_made_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(errors.StoreReadOnly):
        create_store(tmp_path / "file" / "balie.db", KEY)


def test_200_flipped_bits_never_show_wrong_content(store: Path, tmp_path: Path) -> None:
    rows = [(number, f"klant {number} " * 60) for number in range(400)]
    with closing(open_connection(store, KEY)) as connection:
        connection.execute("CREATE TABLE m (id INTEGER PRIMARY KEY, body)")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO m VALUES (?, ?)", rows)
        connection.execute("COMMIT")
    good, chance, noticed = store.read_bytes(), random.Random(8), 0
    for turn in range(200):
        at = chance.randrange(len(good))
        bad = bytearray(good)
        bad[at] ^= 1 << chance.randrange(8)
        copy = tmp_path / f"{turn}.db"
        copy.write_bytes(bad)
        try:
            with closing(open_connection(copy, KEY, read_only=True)) as connection:
                assert connection.execute("SELECT id, body FROM m ORDER BY id").fetchall() == rows
        except (errors.StoreDamaged, driver.DatabaseError):
            noticed += 1
    assert noticed >= 198


class Wrapper(Exception):
    """As SQLAlchemy wraps an error of the driver."""

    orig = driver.OperationalError("database or disk is full")


@pytest.mark.parametrize(
    ("error", "known"),
    [
        (OSError(errno.ENOSPC, "full"), errors.StoreFull),
        (OSError(errno.EROFS, "read-only"), errors.StoreReadOnly),
        (PermissionError(errno.EACCES, "no"), errors.StoreReadOnly),
        (OSError(errno.EIO, "rot"), errors.StoreFailing),
        (driver.OperationalError("disk I/O error"), errors.StoreFailing),
        (driver.OperationalError("database is locked"), errors.StoreLocked),
        (driver.DatabaseError("database disk image is malformed"), errors.StoreDamaged),
        (driver.DatabaseError("file is not a database"), errors.StoreDamaged),
        (Wrapper(), errors.StoreFull),
        (NotFoundError(what="x", name="y"), NotFoundError),
    ],
)
def test_what_stands_behind_an_error(error: Exception, known: type[KnownError]) -> None:
    assert type(errors.classify(error)) is known


@pytest.mark.parametrize(
    "error",
    [
        driver.ProgrammingError("Cannot operate on a closed database."),
        driver.IntegrityError("UNIQUE"),
        OSError("no number"),
        FileNotFoundError(errno.ENOENT, "gone"),
        ValueError("x"),
    ],
)
def test_bugs_stay_bugs(error: Exception) -> None:
    assert errors.classify(error) is None


def test_bugs_pass_through_unchanged() -> None:
    with pytest.raises(FileNotFoundError), errors.known_errors():
        Path("/nowhere/at/all").read_bytes()


def test_a_failed_replacement_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(_number: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="full"):
        files.replace_file(path, b"new")
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("a", b"old")]


def test_first_paint_needs_neither_sqlalchemy_nor_keyring() -> None:
    code = (
        "import sys, app.services.storage.profile, app.services.storage.lock;"
        "print([m for m in ('sqlalchemy', 'keyring', 'requests', 'asyncio', 'PySide6')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
