"""The steps from a folder to running services; runs on a thread, imported after the first paint."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.models.rules.errors import KnownError
from app.models.rules.query import Query
from app.services.clock import SystemClock
from app.services.logs import start_logging
from app.services.storage.connection import open_connection
from app.services.storage.keys import KeyMode
from app.services.storage.lock import ProfileLock
from app.services.storage.profile import create_profile, finish_interrupted, load_profile, unlock
from app.services.storage.profile_file import Profile
from app.services.storage.schema import HEAD, found_version
from app.services.tickets.inbox_page import Counts, InboxRow, read_counts, read_page

if TYPE_CHECKING:  # imported by the last step
    from app.bootstrap import Services
    from app.services.secrets import SecretStore

log = logging.getLogger(__name__)
FIRST_ROWS = 60


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the list shows while the rest of the program is still being imported."""

    rows: list[InboxRow]
    counts: Counts


def key_store() -> "SecretStore":
    """Return this computer's key store; keyring is imported here and nowhere before."""
    module = import_module("app.services.secrets")
    store: SecretStore = module.KeyringSecrets()
    return store


@dataclass(slots=True)
class Door:
    """One profile on its way to be opened: keeps the lock from the first try to the end.

    Args:
        build: makes the services of an unlocked profile.
    """

    folder: Path
    build: Callable[[Profile, bytes | None], "Services"]
    secrets: Callable[[], "SecretStore"] = key_store
    stop_logging: Callable[[], None] | None = None
    _lock: ProfileLock | None = None
    _made: tuple[Profile, bytes | None] | None = field(default=None, repr=False)

    def create(self, passphrase: str | None) -> str:
        """Make a profile and return its recovery key, which is shown once."""
        self._take_lock()
        finish_interrupted(self.folder)
        secrets = self.secrets() if passphrase is None else None
        now = SystemClock().now()
        made = create_profile(self.folder, now=now, secrets=secrets, passphrase=passphrase)
        self._made = (made.profile, made.master_key)
        return made.recovery_key.text if made.recovery_key else ""

    def enter(
        self,
        passphrase: str | None,
        recovery: str | None,
        show: Callable[[FirstPage], None],
    ) -> "Services":
        """Open the profile and return its services; raises KnownError at every locked door."""
        self._take_lock()
        finish_interrupted(self.folder)
        profile, key = self._made or self._unlocked(passphrase, recovery)
        if self.stop_logging is None:
            self.stop_logging = start_logging(profile.logs)
        first = first_page(profile, key, SystemClock().now())
        if first is not None:
            show(first)
        return self.build(profile, key)

    def close(self) -> None:
        """Let go of log and lock."""
        if self.stop_logging is not None:
            self.stop_logging()
            self.stop_logging = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _take_lock(self) -> None:
        if self._lock is None:
            lock = ProfileLock(self.folder, "window")
            lock.acquire()
            self._lock = lock

    def _unlocked(
        self, passphrase: str | None, recovery: str | None
    ) -> tuple[Profile, bytes | None]:
        profile = load_profile(self.folder)
        needs_store = profile.mode is KeyMode.KEYRING
        secrets = self.secrets() if needs_store else None
        if recovery is not None and secrets is not None:
            return self._recovered(profile, recovery, secrets)
        key = unlock(profile, secrets=secrets, passphrase=passphrase, recovery=recovery)
        return profile, key

    def _recovered(
        self, profile: Profile, recovery: str, secrets: "SecretStore"
    ) -> tuple[Profile, bytes | None]:
        """Open with the paper, and let the key store open it again next time if it will."""
        key = unlock(profile, recovery=recovery)
        if key is not None:
            changes: Any = import_module("app.services.storage.key_changes")
            with suppress(KnownError):
                profile = changes.use_keyring(profile, key, secrets)
        return profile, key


def first_page(profile: Profile, key: bytes | None, now: datetime) -> FirstPage | None:
    """Read the first page of the list without SQLAlchemy; None when the store is of another age."""
    connection = open_connection(profile.store, key, read_only=True)
    try:
        if found_version(connection) != HEAD:
            return None
        rows = read_page(connection.execute, Query(), now=now, view="todo", limit=FIRST_ROWS)
        return FirstPage(rows, read_counts(connection.execute))
    finally:
        connection.close()


def standard_services(profile: Profile, key: bytes | None) -> "Services":
    """Build the services as the program has them, and import what the window needs next."""
    bootstrap: Any = import_module("app.bootstrap")
    services: Services = bootstrap.build_services(profile, key, clock=SystemClock())
    return services
