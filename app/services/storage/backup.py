"""Backups that were read back before they count, and the way to put one back.

For the holder of the `ProfileLock`; other connections may read and write while a backup is made.
"""

import hashlib
import os
import re
import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as driver
from sqlcipher3.dbapi2 import Connection

from app.services.storage.connection import open_connection, set_key
from app.services.storage.errors import (
    BackupDamaged,
    BackupFailed,
    NoBackup,
    StoreDamaged,
    StoreEmpty,
    known_errors,
)
from app.services.storage.files import (
    move,
    new_file,
    private_file,
    private_folder,
    sync_file,
    write_whole,
)

BALLAST_BYTES = 16 * 1024 * 1024
_BALLAST_FILE = "ballast"
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"balie-(\d{8}-\d{6})(?:-\d+)?\.db")
_PART = ".part"
_SAMPLE_ROWS = 20
_MOST_PROBLEMS = 100
_WITH_STORE = ("", "-wal", "-shm", "-journal")
"""The files of one store; the database itself first, so that nobody opens it without its log."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Which backups stay: the newest ones, and the last one of each recent day (UTC)."""

    newest: int = 5
    days: int = 14


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup that was verified when it was made; `made_at` is aware, UTC."""

    path: Path
    made_at: datetime
    size: int


def make_backup(
    store: Path, key: bytes | None, folder: Path, *, now: datetime, keep: Keep | None = None
) -> Path:
    """Copy the store as it is at one commit, prove the copy, and only then give it its name.

    The copy has the same key and no -wal file beside it. 100,000 messages (170 MB) take some 4 s;
    other connections go on meanwhile.

    Raises:
        BackupFailed: the copy differs from the store; it is taken away.
        StoreDamaged: the store itself is damaged; the earlier backups stay.
        StoreFull, StoreFailing, StoreReadOnly, StoreLocked, StoreMissing: as they say.
    """
    with known_errors():
        private_folder(folder)
        _drop_parts(folder)
        target = _free_name(folder, now)
        part = target.with_name(target.name + _PART)
        try:
            expected = _copy(store, key, part)
            _prove(part, key, expected)
            sync_file(part)
            move(part, target)
        except BaseException:
            _drop_parts(folder)
            raise
        _rotate(folder, now, keep or Keep())
    return target


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in the folder, the newest first; other files are left out."""
    if not folder.is_dir():
        return ()
    found = (
        Backup(path, datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC), path.stat().st_size)
        for path in folder.iterdir()
        if (match := _NAME.fullmatch(path.name))
    )
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def check_store(path: Path, key: bytes | None) -> list[str]:
    """Read every page of a store or backup and return what is wrong, in technical English.

    Without a key there are no checksums, and most rot stays unseen. Reads some 100 MB a second.

    Raises:
        StoreMissing, StoreLocked, StoreReadOnly, StoreFailing: it could not be checked.
    """
    try:
        with closing(open_connection(path, key, read_only=True)) as connection, known_errors():
            # A checkpoint of another connection can be caught halfway through a page: only what
            # stands there twice is wrong.
            problems = _problems(connection)
            if problems:
                again = _problems(connection)
                problems = [problem for problem in problems if problem in again]
            return problems
    except (StoreDamaged, StoreEmpty) as error:
        return [f"does not open: {error.code}"]


def restore_backup(backup: Path, store: Path, key: bytes | None, *, now: datetime) -> Path:
    """Put a backup in the place of the store, and return where the replaced store now is.

    No connection to the store may be open. The replaced store is never deleted. A kill leaves the
    old store, or a restore that `finish_restore` completes.

    Raises:
        NoBackup, BackupDamaged: nothing was changed.
        StoreFull, StoreFailing, StoreReadOnly: nothing was changed.
    """
    with known_errors():
        if not backup.exists():
            raise NoBackup(file=backup)
        ready = _free_restore(store, now)
        part = ready.with_name(ready.name + _PART)
        try:
            shutil.copyfile(backup, part)
            private_file(part)
            sound = not check_store(part, key)
            if sound:
                sync_file(part)
                move(part, ready)
        finally:
            part.unlink(missing_ok=True)
        if not sound:
            raise BackupDamaged(file=backup)
        return finish_restore(store)


def restore_is_pending(store: Path) -> bool:
    """Return whether a restore was interrupted after its backup had been proven."""
    return _pending(store) is not None


def finish_restore(store: Path) -> Path:
    """Do what is left of a restore; each step may be done again after a kill."""
    ready = _pending(store)
    if ready is None:
        raise ValueError("no restore to finish")
    aside = ready.with_name(ready.name.replace("-restore-", "-replaced-"))
    with known_errors():
        for suffix in _WITH_STORE:
            old = store.with_name(store.name + suffix)
            if old.exists():
                move(old, aside.with_name(aside.name + suffix))
        move(ready, store)
    return aside


def ensure_ballast(folder: Path) -> bool:
    """Keep 16 MB that can be given back when the disk is full; return whether it is there.

    On a full volume even DELETE fails, so that the owner could not make room from inside.
    """
    ballast = folder / _BALLAST_FILE
    try:
        if ballast.exists() and ballast.stat().st_size == BALLAST_BYTES:
            return True
        # Random, because a compressing file system would store zeros in no space at all.
        write_whole(ballast, os.urandom(BALLAST_BYTES))
    except OSError:
        ballast.unlink(missing_ok=True)
        return False
    return True


def drop_ballast(folder: Path) -> bool:
    """Give the 16 MB back; return whether there was something to give."""
    ballast = folder / _BALLAST_FILE
    with known_errors():
        if not ballast.exists():
            return False
        ballast.unlink()
    return True


def _copy(store: Path, key: bytes | None, part: Path) -> dict[str, str]:
    """Copy at one commit and return that commit's fingerprint."""
    new_file(part)
    with (
        closing(open_connection(store, key, read_only=True)) as source,
        closing(driver.connect(str(part), isolation_level=None)) as copy,
    ):
        set_key(copy, key)
        copy.execute("PRAGMA synchronous=OFF")  # the finished file is synced in one go
        # sqlite3_backup_step uses the source's open transaction, so both see the same commit.
        source.execute("BEGIN")
        expected = _fingerprint(source)
        source.backup(copy)
        source.execute("COMMIT")
        copy.execute("PRAGMA journal_mode=DELETE")  # opens on a read-only stick too
    return expected


def _prove(part: Path, key: bytes | None, expected: dict[str, str]) -> None:
    problems = check_store(part, key)
    if problems:
        raise BackupFailed(problem=problems[0])
    with closing(open_connection(part, key, read_only=True)) as copy:
        found = _fingerprint(copy)
    for name in expected.keys() | found.keys():
        if expected.get(name) != found.get(name):
            raise BackupFailed(problem=f"{name} differs")


def _fingerprint(connection: Connection) -> dict[str, str]:
    """Return, for the schema and each table, a digest of its row count and its last rows."""
    schema = connection.execute(
        "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
    ).fetchall()
    version = connection.execute("PRAGMA user_version").fetchall()
    prints = {"schema": _digest(version + schema)}
    tables = connection.execute(
        "SELECT name, wr FROM pragma_table_list"
        " WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name"
    ).fetchall()
    for name, without_rowid in tables:
        table = '"' + name.replace('"', '""') + '"'
        order = "" if without_rowid else "ORDER BY rowid DESC"
        count = f"SELECT count(*) FROM {table}"  # noqa: S608  a quoted name of this store
        last = f"SELECT * FROM {table} {order} LIMIT {_SAMPLE_ROWS}"  # noqa: S608  likewise
        prints[name] = _digest(
            connection.execute(count).fetchall() + connection.execute(last).fetchall()
        )
    return prints


def _digest(rows: list[tuple[object, ...]]) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _problems(connection: Connection) -> list[str]:
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchmany(_MOST_PROBLEMS)
    problems = [str(row[0]) for row in pages]
    try:
        rows = connection.execute(f"PRAGMA quick_check({_MOST_PROBLEMS})").fetchall()
    except driver.DatabaseError as error:
        return [*problems, str(error)]
    return problems + [str(row[0]) for row in rows if row[0] != "ok"]


def _rotate(folder: Path, now: datetime, keep: Keep) -> None:
    backups = list_backups(folder)
    kept = {backup.path for backup in backups[: max(keep.newest, 1)]}
    oldest = now.astimezone(UTC).date() - timedelta(days=keep.days)
    days = set()
    for backup in backups:
        day = backup.made_at.date()
        if day > oldest and day not in days:
            days.add(day)
            kept.add(backup.path)
    for backup in backups:
        if backup.path not in kept:
            backup.path.unlink()


def _drop_parts(folder: Path) -> None:
    for part in folder.glob(f"balie-*{_PART}*"):
        part.unlink()


def _free_name(folder: Path, now: datetime) -> Path:
    stamp = f"balie-{now.astimezone(UTC):{_STAMP}}"
    names = (folder / f"{stamp}{suffix}.db" for suffix in ("", *(f"-{n}" for n in range(2, 100))))
    return next(path for path in names if not path.exists())


def _free_restore(store: Path, now: datetime) -> Path:
    """Return a name whose two files, the ready and the replaced store, do not exist yet."""
    stamp = f"{now.astimezone(UTC):{_STAMP}}"
    for extra in ("", *(f"-{number}" for number in range(2, 100))):
        ready = store.with_name(f"balie-restore-{stamp}{extra}.db")
        aside = store.with_name(f"balie-replaced-{stamp}{extra}.db")
        if not ready.exists() and not aside.exists():
            return ready
    raise FileExistsError(store)


def _pending(store: Path) -> Path | None:
    return next(iter(sorted(store.parent.glob("balie-restore-*.db"))), None)
