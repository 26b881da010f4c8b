"""Connections to a store: the key, the page size and the settings of every one of them.

Uses the driver only, because the first page of the window is read before sqlalchemy is imported.
"""

from datetime import timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as driver
from sqlcipher3.dbapi2 import Connection

from app.services.storage.errors import StoreEmpty, StoreExists, StoreMissing, known_errors
from app.services.storage.files import new_file, private_file, private_folder

KEY_BYTES = 32
PAGE_BYTES = 8192
CACHE_KIB = 32 * 1024
APPLICATION_ID = 0x42414C49  # "BALI", so that `file` and other tools can tell what it is
BUSY_TIMEOUT = timedelta(seconds=10)


def open_connection(
    path: Path,
    key: bytes | None,
    *,
    read_only: bool = False,
    busy_timeout: timedelta = BUSY_TIMEOUT,
) -> Connection:
    """Open an existing store and prove by a first read that the key fits.

    Autocommit: the caller writes BEGIN and COMMIT himself. May be used on another thread than
    the one that opened it, by one thread at a time.

    Args:
        path: the store; it is never made here (see `create_store`).
        key: 32 bytes, or None for a plain file (the practice profile).
        read_only: refuse every statement that changes something (`PRAGMA query_only`).
        busy_timeout: how long a statement waits for another connection's lock.

    Raises:
        StoreMissing: there is no such file.
        StoreEmpty: it has zero bytes.
        StoreDamaged: it does not open with this key.
        StoreReadOnly, StoreLocked, StoreFull, StoreFailing: what the system says.
    """
    _check_present(path)
    with known_errors():
        private_file(path)  # before the driver makes the -wal file, which takes the same mode
        connection = _connect(path, key, busy_timeout)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            _configure(connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def create_store(path: Path, key: bytes | None) -> None:
    """Make a new, empty store with mode 0600 in a folder with mode 0700.

    Raises:
        StoreExists: there is a file of that name, which stays as it is.
    """
    with known_errors():
        private_folder(path.parent)
        try:
            new_file(path)
        except FileExistsError as error:
            raise StoreExists(file=path) from error
        connection = _connect(path, key, BUSY_TIMEOUT)
        try:
            connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        finally:
            connection.close()


def set_key(connection: Connection, key: bytes | None) -> None:
    """Give a fresh connection its key, before any other statement; nothing for a plain store.

    The key goes in as raw bytes, so that SQLCipher derives nothing
    (https://www.zetetic.net/sqlcipher/sqlcipher-api/#key).
    """
    if key is not None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute(f"PRAGMA cipher_page_size={PAGE_BYTES}")
    # SQLCipher writes tens of thousands of lines about one damaged page to stderr by default.
    connection.execute("PRAGMA cipher_log_level=NONE")


def _check_present(path: Path) -> None:
    with known_errors():
        if not path.exists():
            raise StoreMissing(file=path)
        if path.stat().st_size == 0:
            raise StoreEmpty(file=path)


def _connect(path: Path, key: bytes | None, busy_timeout: timedelta) -> Connection:
    connection = driver.connect(
        str(path),
        timeout=busy_timeout.total_seconds(),
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        set_key(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: Connection, *, read_only: bool) -> None:
    if read_only:
        connection.execute("PRAGMA query_only=ON")
    else:
        connection.execute("PRAGMA journal_mode=WAL")
    # FULL: with NORMAL a power cut forgets acknowledged commits, and a reply is sent twice.
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA fullfsync=ON")  # macOS: fsync alone stops at the disk's cache
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
