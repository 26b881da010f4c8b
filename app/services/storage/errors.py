"""What can be wrong with a profile on disk, each with the sentence that the owner reads.

Wrong passphrases and recovery keys stand in `keys`, warnings about folders in `places`. The key
store's own states stand in `app.services.secrets`, because that module may not be imported
before the window is painted.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2 as driver

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError


class StoreLocked(KnownError):
    """Another connection holds the write lock for longer than the busy time-out."""

    code = "store_locked"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Another program is using Balie's messages, so this could not be saved. "
        "Nothing is lost: close the other program or try again in a moment.",
    )


class StoreFull(KnownError):
    """The volume, the quota or the page limit is used up."""

    code = "store_full"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The disk is full, so nothing new can be saved. "
        "Everything saved before is safe: free some space on the disk and try again.",
    )


class StoreFailing(KnownError):
    """The operating system reports that reading or writing failed."""

    code = "store_failing"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The disk could not be read or written, so this was not saved. Check that there is "
        "space left and that the disk is healthy, and copy your backups to another disk.",
    )


class StoreReadOnly(KnownError):
    """The file or its folder may not be written."""

    code = "store_read_only"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Balie is not allowed to write in its own folder, so nothing can be saved. "
        "Give your user account permission to write there and try again.",
    )


class StoreDamaged(KnownError):
    """The file is no store of this profile: damaged, cut off, or somebody else's."""

    code = "store_damaged"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The file with your messages is damaged or does not belong to this profile. "
        "Nothing was changed: put back a backup, and keep the damaged file.",
    )


class WrongKey(KnownError):
    """A key was found, and the profile's check value says that it is another one."""

    code = "wrong_key"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The key that this computer keeps for Balie belongs to other messages. "
        "Your messages are untouched: open them with your recovery key.",
    )


class StoreMissing(KnownError):
    """The profile is there and its store is not."""

    code = "store_missing"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The file with your messages, {file}, is gone. Balie does not start an empty one in its "
        "place: put the file back where it was, or put back a backup.",
    )


class StoreEmpty(KnownError):
    """The store has zero bytes."""

    code = "store_empty"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The file with your messages, {file}, is empty, which usually means that the disk was "
        "full or a copy failed. Put back a backup.",
    )


class StoreExists(KnownError):
    """There is a store already where a new one was wanted."""

    code = "store_exists"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "There are messages in {file} already, and Balie never writes over them. "
        "Choose another folder.",
    )


class StoreTooNew(KnownError):
    """A newer program wrote the store."""

    code = "store_too_new"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "These messages were last used with a newer Balie (version {found} of the file, this "
        "program knows {known}). Nothing was opened: install the newer Balie.",
    )


class NoProfile(KnownError):
    """There is nothing of Balie in the folder."""

    code = "no_profile"
    text = QT_TRANSLATE_NOOP(
        "errors", "There is nothing of Balie in {folder} yet. Choose another folder, or begin here."
    )


class ProfileExists(KnownError):
    """A new profile was wanted where one is."""

    code = "profile_exists"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "There is a Balie in {folder} already, and Balie never writes over it. "
        "Open that one, or choose another folder.",
    )


class ProfileFileMissing(KnownError):
    """Messages without the file that tells how to open them."""

    code = "profile_file_missing"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "There are messages in {folder}, but the file profile.json that tells how to open them is "
        "gone. Put it back; a copy stands in the folder with your backups.",
    )


class ProfileDamaged(KnownError):
    """profile.json cannot be understood, or its checksum does not fit."""

    code = "profile_damaged"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The file {file} is damaged, so your messages cannot be opened. They are still there: "
        "put back the copy of that file from the folder with your backups.",
    )


class ProfileTooNew(KnownError):
    """A newer program wrote profile.json."""

    code = "profile_too_new"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "This profile was made by a newer Balie (version {found} of the file, this program knows "
        "{known}). Nothing was opened: install the newer Balie.",
    )


class ProfileUnreadable(KnownError):
    """profile.json is there and may not be read."""

    code = "profile_unreadable"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Balie is not allowed to read {file}, so your messages cannot be opened. "
        "Give your user account permission to read that folder.",
    )


class ProfileReadOnly(KnownError):
    """The folder may not be written, and a store in WAL mode cannot be used there."""

    code = "profile_read_only"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Balie is not allowed to write in {folder}, so your messages cannot be opened there. "
        "Give your user account permission to write, or move the folder to your own disk.",
    )


class ProfileUnfinished(KnownError):
    """Making the profile or putting back a backup was interrupted and is not finished yet."""

    code = "profile_unfinished"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The last change in {folder} was interrupted before it was done. "
        "Close every Balie and start it again: it will finish by itself.",
    )


class ProfileInUse(KnownError):
    """Another process holds the profile."""

    code = "profile_in_use"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Balie is already using these messages ({program}, process {pid}). "
        "Go to that window, or close it first.",
    )


class BackupFailed(KnownError):
    """The new backup was not equal to the store, so it was thrown away."""

    code = "backup_failed"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup could not be trusted and was thrown away ({problem}). "
        "Your earlier backups are untouched: try again, and check the disk if it happens twice.",
    )


class BackupDamaged(KnownError):
    """A backup that was to be put back is damaged or belongs to another profile."""

    code = "backup_damaged"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup {file} is damaged or does not belong to this profile. "
        "Nothing was changed: choose another one.",
    )


class NoBackup(KnownError):
    """The backup that was chosen is not there."""

    code = "no_backup"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup {file} is not there any more. Nothing was changed: choose another one.",
    )


# Primary result codes of https://www.sqlite.org/rescode.html; the extended ones keep them in
# their low byte.
_BY_SQLITE_CODE: dict[int, type[KnownError]] = {
    driver.SQLITE_PERM: StoreReadOnly,
    driver.SQLITE_BUSY: StoreLocked,
    driver.SQLITE_LOCKED: StoreLocked,
    driver.SQLITE_READONLY: StoreReadOnly,
    driver.SQLITE_IOERR: StoreFailing,
    driver.SQLITE_CORRUPT: StoreDamaged,
    driver.SQLITE_FULL: StoreFull,
    driver.SQLITE_CANTOPEN: StoreReadOnly,
    driver.SQLITE_PROTOCOL: StoreLocked,
    driver.SQLITE_NOTADB: StoreDamaged,
}
_BY_ERRNO: dict[int, type[KnownError]] = {
    errno.ENOSPC: StoreFull,
    errno.EDQUOT: StoreFull,
    errno.EFBIG: StoreFull,
    errno.EROFS: StoreReadOnly,
    errno.EACCES: StoreReadOnly,
    errno.EPERM: StoreReadOnly,
    errno.ENOTDIR: StoreReadOnly,
    errno.EIO: StoreFailing,
}
# What the texts say where the driver gives no code (errors raised by the wrapper itself).
_BY_TEXT: tuple[tuple[str, type[KnownError]], ...] = (
    ("database or disk is full", StoreFull),
    ("disk i/o error", StoreFailing),
    ("is locked", StoreLocked),
    ("readonly database", StoreReadOnly),
    ("unable to open database", StoreReadOnly),
    ("malformed", StoreDamaged),
    ("not a database", StoreDamaged),
)


def classify(error: BaseException) -> KnownError | None:
    """Return the known error that a driver's or the system's error stands for, or None for a bug.

    Looks through SQLAlchemy's wrapper (its `orig`) without importing it.
    """
    cause = getattr(error, "orig", None) or error
    found: type[KnownError] | None = None
    if isinstance(cause, KnownError):
        return cause
    if isinstance(cause, driver.Error):
        found = _of_driver(cause)
    elif isinstance(cause, OSError) and cause.errno is not None:
        found = _BY_ERRNO.get(cause.errno)
    return found() if found else None


def _of_driver(error: BaseException) -> type[KnownError] | None:
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _BY_SQLITE_CODE.get(code & 0xFF)
    text = str(error).lower()
    return next((known for part, known in _BY_TEXT if part in text), None)


@contextmanager
def known_errors() -> Iterator[None]:
    """Turn errors of the driver and the system into known ones; let everything else pass."""
    try:
        yield
    except (OSError, driver.Error) as error:
        known = classify(error)
        if known is None:
            raise
        raise known from error
