"""One program at a time may write a profile; the system takes the lock back from a killed one."""

import json
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from app.services.storage.errors import ProfileInUse, known_errors
from app.services.storage.files import private_folder, replace_file

LOCK_FILE = "profile.lock"


class ProfileLock:
    """The right to write a profile, held from `acquire` to `release` or to the process's end.

    Not inherited by started programs; after a fork without exec the child must not use it.

    Args:
        folder: the profile's folder, made when it is not there.
        program: what holds it, for the other one's message: "window", "sync", "import".
    """

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder
        self._program = program
        # No soft lock where the file system has no real one: that would stay after a kill.
        self._lock = FileLock(
            folder / LOCK_FILE, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    def acquire(self) -> None:
        """Take the lock at once or not at all.

        Raises:
            ProfileInUse: another process, or another `ProfileLock` of this one, has it.
            StoreReadOnly, StoreFull, StoreFailing: the lock itself cannot be made.
        """
        with known_errors():
            private_folder(self._folder)
            if self._lock.is_locked:  # the library would count, and need as many releases
                raise _in_use(self._folder)
            try:
                self._lock.acquire()
            except Timeout as error:
                raise _in_use(self._folder) from error
            holder = {"pid": os.getpid(), "program": self._program}
            with suppress(OSError):  # a full disk must not keep the owner from his messages
                replace_file(_holder_file(self._folder), json.dumps(holder).encode())

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held."""
        if self._lock.is_locked:
            _holder_file(self._folder).unlink(missing_ok=True)
            self._lock.release(force=True)

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.release()


def _in_use(folder: Path) -> ProfileInUse:
    """Name the holder as far as it is known: its note is written just after its lock."""
    try:
        holder = json.loads(_holder_file(folder).read_bytes())
        return ProfileInUse(pid=int(holder["pid"]), program=str(holder["program"]))
    except (OSError, KeyError, TypeError, ValueError):
        return ProfileInUse(pid="?", program="?")


def _holder_file(folder: Path) -> Path:
    # A file of its own, because Windows lets nobody read a locked one.
    return folder / (LOCK_FILE + ".json")
