"""Change the way into a profile; the master key and the store stay as they are.

Each change proves the new way in before the old one goes, so that a kill at any step leaves a
profile that opens with the old or with the new one. All need the proven master key from `unlock`
and belong to the holder of the `ProfileLock`.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.services.storage.errors import WrongKey
from app.services.storage.keys import (
    Cost,
    KeyMode,
    RandomBytes,
    RecoveryKey,
    fits,
    new_recovery_key,
    unwrap_with_passphrase,
    unwrap_with_recovery,
    wrap_with_passphrase,
    wrap_with_recovery,
)
from app.services.storage.profile_file import Profile, write_profile_file

if TYPE_CHECKING:  # keyring is imported after the first paint
    from app.services.secrets import SecretStore


def use_passphrase(
    profile: Profile,
    master_key: bytes,
    passphrase: str,
    *,
    cost: Cost | None = None,
    random: RandomBytes = os.urandom,
) -> Profile:
    """Let a new passphrase open the profile, instead of the old one or of the key store.

    After a change from the key store its entry is still there (`profile.backend` says where):
    `forget_entry` takes it away.

    Raises:
        PassphraseTooShort: nothing was changed.
        WrongKey: this is not the profile's master key.
        KnownError: what the disk says; the old way in still works.
    """
    _refuse_wrong(profile, master_key)
    wrap = wrap_with_passphrase(master_key, passphrase, profile.id, cost=cost, random=random)
    changed = replace(profile, mode=KeyMode.PASSPHRASE, passphrase=wrap)

    def opened(read: Profile) -> bytes | None:
        found = read.passphrase
        return unwrap_with_passphrase(found, passphrase, read.id) if found else None

    write_profile_file(changed, _gives(master_key, opened))
    return changed


def use_keyring(profile: Profile, master_key: bytes, secrets: "SecretStore") -> Profile:
    """Let the key store open the profile: instead of a passphrase, or after it lost its entry.

    Raises:
        WrongKey: this is not the profile's master key, or the key store gives another one back.
        KnownError: what the key store or the disk says; the old way in still works.
    """
    _refuse_wrong(profile, master_key)
    backend = secrets.backend()
    secrets.write(profile.id, master_key)
    changed = replace(profile, mode=KeyMode.KEYRING, backend=backend, passphrase=None)
    write_profile_file(
        changed, _gives(master_key, lambda read: secrets.read(read.id, backend=backend))
    )
    return changed


def forget_entry(profile: Profile, secrets: "SecretStore") -> Profile:
    """Take the entry that a passphrase replaced out of the key store; nothing when there is none.

    Raises:
        KnownError: the state of the key store; call it again later.
    """
    if profile.mode is KeyMode.KEYRING or profile.backend is None:
        return profile
    secrets.delete(profile.id)
    changed = replace(profile, backend=None)
    write_profile_file(changed, lambda _: None)
    return changed


def renew_recovery_key(
    profile: Profile, master_key: bytes, *, random: RandomBytes = os.urandom
) -> tuple[Profile, RecoveryKey]:
    """Make a new recovery key; the one before opens this profile no more.

    Who kept an old copy of profile.json and the old paper can still open the store with them.
    """
    _refuse_wrong(profile, master_key)
    recovery = new_recovery_key(random)
    wrap = wrap_with_recovery(master_key, recovery, profile.id, random=random)
    changed = replace(profile, recovery=wrap)

    def opened(read: Profile) -> bytes | None:
        typed = RecoveryKey.parse(recovery.text)
        return unwrap_with_recovery(read.recovery, typed, read.id) if read.recovery else None

    write_profile_file(changed, _gives(master_key, opened))
    return changed, recovery


def _refuse_wrong(profile: Profile, master_key: bytes) -> None:
    if not fits(master_key, profile.check, profile.id):
        raise WrongKey


def _gives(
    master_key: bytes, opened: Callable[[Profile], bytes | None]
) -> Callable[[Profile], None]:
    def verify(read: Profile) -> None:
        found = opened(read)
        if found != master_key or not fits(found, read.check, read.id):
            raise WrongKey

    return verify
