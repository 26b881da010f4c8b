"""Files that are either the old or the new one after a kill, and readable by the owner only."""

import errno
import os
from contextlib import suppress
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)


def private_folder(folder: Path) -> None:
    """Make the folder with mode 0700; an existing one keeps its content."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(
            errno.ENOTDIR, "a file stands where a folder was", folder
        ) from error
    if folder.stat().st_mode & 0o077:
        with suppress(PermissionError):  # another user's folder: its owner decides who reads it
            folder.chmod(0o700)


def private_file(path: Path) -> None:
    """Give an existing file mode 0600, without opening it.

    Opening and closing a store would drop the process's POSIX locks on it
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    if path.stat().st_mode & 0o077:
        with suppress(PermissionError):  # another user's file: its owner decides who reads it
            path.chmod(0o600)


def new_file(path: Path) -> None:
    """Make an empty file with mode 0600; FileExistsError when there is one."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600))


def write_whole(path: Path, data: bytes) -> None:
    """Write the file with mode 0600 and wait until it is on the disk; not atomic by itself."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Put the new content in place in one step: a kill leaves the old or the new, never half."""
    temporary = path.with_name(path.name + ".new")
    try:
        write_whole(temporary, data)
        move(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def move(source: Path, target: Path) -> None:
    """Rename within one folder, over what is there, and wait until the folder is on the disk."""
    source.replace(target)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Wait until the content is on the disk; never for a store that a connection has open."""
    number = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
