"""Make, load and unlock a profile: one owner's messages in one folder.

A start takes these steps: `ProfileLock`, `finish_interrupted`, `load_profile`, `unlock`,
`open_connection`. Nothing here makes a store anew where there was one.
"""

import os
import uuid
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from platformdirs import user_data_path

from app.models.rules.errors import KnownError
from app.services.storage.backup import finish_restore, restore_is_pending
from app.services.storage.connection import create_store
from app.services.storage.errors import (
    NoProfile,
    ProfileExists,
    ProfileFileMissing,
    ProfileReadOnly,
    ProfileUnfinished,
    StoreEmpty,
    StoreMissing,
    WrongKey,
    known_errors,
)
from app.services.storage.files import move, private_folder
from app.services.storage.keys import (
    Cost,
    KeyMode,
    PassphraseNeeded,
    RandomBytes,
    RecoveryKey,
    check_value,
    fits,
    new_master_key,
    new_recovery_key,
    unwrap_with_passphrase,
    unwrap_with_recovery,
    wrap_with_passphrase,
    wrap_with_recovery,
)
from app.services.storage.profile_file import (
    PROFILE_FILE,
    STORE_FILE,
    Profile,
    previous_copy,
    read_profile_file,
    restore_profile_file,
    second_copy,
    settle_copies,
    write_profile_file,
)

if TYPE_CHECKING:  # keyring is imported after the first paint
    from app.services.secrets import SecretStore

__all__ = [
    "NewProfile",
    "Profile",
    "create_profile",
    "default_folder",
    "finish_interrupted",
    "load_profile",
    "restore_profile_file",
    "unlock",
]


class NewProfile(NamedTuple):
    """What `create_profile` hands over; both keys are None for the practice profile."""

    profile: Profile
    master_key: bytes | None
    recovery_key: RecoveryKey | None


def default_folder() -> Path:
    """Return the folder that the operating system has for this program's data."""
    return user_data_path("Balie", appauthor=False)


def create_profile(
    folder: Path,
    *,
    now: datetime,
    secrets: "SecretStore | None" = None,
    passphrase: str | None = None,
    practice: bool = False,
    cost: Cost | None = None,
    random: RandomBytes = os.urandom,
) -> NewProfile:
    """Make a profile with an empty store, in a folder that has none.

    With a passphrase it opens with that; in practice it has no key; else the key store keeps the
    key. The recovery key is shown to the owner and kept nowhere. A kill halfway leaves either no
    profile or one that `finish_interrupted` completes.

    Raises:
        ProfileExists, ProfileFileMissing: there is one, or a part of one; nothing is touched.
        PassphraseTooShort: see `wrap_with_passphrase`.
        KnownError: what the key store or the disk says; the half-made profile is taken away.
    """
    _refuse_existing(folder)
    mode = _mode(passphrase=passphrase, practice=practice)
    profile = Profile(folder=folder, id=str(uuid.UUID(bytes=random(16))), mode=mode, created_at=now)
    if mode is KeyMode.NONE:
        _build(profile, None)
        return NewProfile(profile, None, None)
    master_key, recovery_key = new_master_key(random), new_recovery_key(random)
    profile = replace(
        profile,
        check=check_value(master_key, profile.id),
        recovery=wrap_with_recovery(master_key, recovery_key, profile.id, random=random),
    )
    if passphrase is not None:
        wrap = wrap_with_passphrase(master_key, passphrase, profile.id, cost=cost, random=random)
        profile = replace(profile, passphrase=wrap)
        _build(profile, master_key)
        return NewProfile(profile, master_key, recovery_key)
    store = _needed(secrets)
    profile = replace(profile, backend=store.backend())
    _build_with_entry(profile, master_key, store)
    return NewProfile(profile, master_key, recovery_key)


def load_profile(folder: Path) -> Profile:
    """Read a profile and check that its parts are there; changes nothing.

    Raises:
        NoProfile: nothing of Balie is in the folder.
        ProfileFileMissing: a store or backups without profile.json.
        ProfileDamaged, ProfileTooNew, ProfileUnreadable: see `read_profile_file`.
        ProfileUnfinished: `finish_interrupted` has to run first.
        ProfileReadOnly: the folder cannot be written.
        StoreMissing, StoreEmpty: there is no store, or one without content.
    """
    try:
        profile = read_profile_file(folder)
    except NoProfile:
        if _has_remains(folder):
            raise ProfileFileMissing(folder=folder) from None
        raise
    if _is_unfinished(profile):
        raise ProfileUnfinished(folder=folder)
    with known_errors():
        if not profile.store.exists():
            raise StoreMissing(file=profile.store)
        if profile.store.stat().st_size == 0:
            raise StoreEmpty(file=profile.store)
    if not os.access(folder, os.W_OK | os.X_OK) or not os.access(profile.store, os.W_OK):
        raise ProfileReadOnly(folder=folder)
    return profile


def finish_interrupted(folder: Path) -> bool:
    """Finish a creation or a restore that was killed; only for the holder of the `ProfileLock`.

    Returns whether there was something to finish.
    """
    with known_errors():
        if not (folder / PROFILE_FILE).exists():
            return False
        store = folder / STORE_FILE
        if restore_is_pending(store):
            finish_restore(store)
            return True
        if not store.exists() and _unborn(store).exists():
            move(_unborn(store), store)
            return True
        return False


def unlock(
    profile: Profile,
    *,
    secrets: "SecretStore | None" = None,
    passphrase: str | None = None,
    recovery: str | None = None,
) -> bytes | None:
    """Return the master key, proven right, or None for a practice profile.

    Takes about 0.2 s with a passphrase and as long as the key store with `secrets`: not on the
    GUI thread. A recovery key opens the profile in every mode and goes before the other ways.

    Raises:
        PassphraseNeeded, WrongPassphrase, RecoveryKeyMistyped, WrongRecoveryKey: ask again.
        WrongKey: the key store has an entry of this profile with another key.
        KnownError: the state of the key store, see `app.services.secrets`.
    """
    if profile.mode is KeyMode.NONE:
        return None
    master_key = _master_key(profile, secrets, passphrase, recovery)
    if not fits(master_key, profile.check, profile.id):
        raise WrongKey
    with suppress(OSError):  # a copy that cannot be refreshed now is no reason to stay closed
        settle_copies(profile)
    return master_key


def _master_key(
    profile: Profile, secrets: "SecretStore | None", passphrase: str | None, recovery: str | None
) -> bytes:
    if recovery is not None and profile.recovery is not None:
        return unwrap_with_recovery(profile.recovery, RecoveryKey.parse(recovery), profile.id)
    if profile.mode is KeyMode.KEYRING:
        return _needed(secrets).read(profile.id, backend=profile.backend or "")
    if profile.passphrase is None or passphrase is None:
        raise PassphraseNeeded
    return unwrap_with_passphrase(profile.passphrase, passphrase, profile.id)


def _mode(*, passphrase: str | None, practice: bool) -> KeyMode:
    if practice:
        return KeyMode.NONE
    return KeyMode.KEYRING if passphrase is None else KeyMode.PASSPHRASE


def _needed(secrets: "SecretStore | None") -> "SecretStore":
    if secrets is None:
        raise ValueError("a profile in keyring mode needs the key store")
    return secrets


def _unborn(store: Path) -> Path:
    """Return where a new store stands until its profile.json is written."""
    return store.with_name(store.name + ".first")


def _build_with_entry(profile: Profile, master_key: bytes, secrets: "SecretStore") -> None:
    secrets.write(profile.id, master_key)
    with ExitStack() as undo:
        undo.callback(_forget, profile.id, secrets)
        if secrets.read(profile.id, backend=profile.backend or "") != master_key:
            raise WrongKey
        _build(profile, master_key)
        undo.pop_all()


def _forget(profile_id: str, secrets: "SecretStore") -> None:
    with suppress(KnownError):  # the error before this one is the one to tell
        secrets.delete(profile_id)


def _build(profile: Profile, master_key: bytes | None) -> None:
    """Write store and profile.json; the store gets its name last, by which both are complete."""
    unborn = _unborn(profile.store)
    with known_errors():
        private_folder(profile.folder)
        unborn.unlink(missing_ok=True)
        try:
            create_store(unborn, master_key)
            write_profile_file(profile, lambda _: None)
            move(unborn, profile.store)
        except BaseException:
            for made in (unborn, profile.file, second_copy(profile.folder)):
                made.unlink(missing_ok=True)
            raise
        private_folder(profile.backups)
        private_folder(profile.logs)


def _refuse_existing(folder: Path) -> None:
    with known_errors():
        if (folder / PROFILE_FILE).exists():
            raise ProfileExists(folder=folder)
        if _has_remains(folder):
            raise ProfileFileMissing(folder=folder)


def _has_remains(folder: Path) -> bool:
    store = folder / STORE_FILE
    return (
        store.exists()
        or store.with_name(store.name + "-wal").exists()
        or second_copy(folder).exists()
        or previous_copy(folder).exists()
        or any((folder / "backups").glob("balie-*.db"))
    )


def _is_unfinished(profile: Profile) -> bool:
    unborn = _unborn(profile.store)
    return restore_is_pending(profile.store) or (not profile.store.exists() and unborn.exists())
