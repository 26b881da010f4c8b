"""profile.json: what a profile is and how its key is found, read strictly, written in one step."""

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.models.rules.errors import KnownError
from app.services.storage.errors import (
    NoProfile,
    ProfileDamaged,
    ProfileTooNew,
    ProfileUnreadable,
    known_errors,
)
from app.services.storage.files import move, private_folder, replace_file
from app.services.storage.keys import Cost, KeyMode, Wrap

SCHEMA = 1
PROFILE_FILE = "profile.json"
STORE_FILE = "balie.db"
MAXIMUM_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One owner's messages: a folder, and what is needed to open the store in it.

    Attributes:
        folder: holds profile.json, balie.db, backups and logs.
        id: random, never changes; also the user name of the entry in the key store.
        mode: where the master key comes from.
        created_at: aware, UTC.
        check: tells the right master key from a wrong one; empty in the practice profile.
        backend: the key store that holds, or may still hold, an entry of this profile.
        passphrase: the master key wrapped with the passphrase.
        recovery: the master key wrapped with the recovery key.
    """

    folder: Path
    id: str
    mode: KeyMode
    created_at: datetime
    check: bytes = b""
    backend: str | None = None
    passphrase: Wrap | None = None
    recovery: Wrap | None = None

    @property
    def is_practice(self) -> bool:
        """Whether this is a place to practise: nothing in it reaches a network."""
        return self.mode is KeyMode.NONE

    @property
    def file(self) -> Path:
        """What this module reads and writes."""
        return self.folder / PROFILE_FILE

    @property
    def store(self) -> Path:
        """The database."""
        return self.folder / STORE_FILE

    @property
    def backups(self) -> Path:
        """The folder with backups and the second copy of profile.json."""
        return self.folder / "backups"

    @property
    def logs(self) -> Path:
        """The folder with the log files."""
        return self.folder / "logs"


def read_profile_file(folder: Path, file: Path | None = None) -> Profile:
    """Read profile.json of a folder, or another copy of it.

    Raises:
        NoProfile: there is no such file.
        ProfileUnreadable: the system does not let us read it.
        ProfileDamaged: not what this program wrote.
        ProfileTooNew: a newer program wrote it.
    """
    file = file or folder / PROFILE_FILE
    try:
        with file.open("rb") as stream:
            data = stream.read(MAXIMUM_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoProfile(folder=folder) from error
    except OSError as error:
        raise ProfileUnreadable(file=file) from error
    return _decode(folder, file, data)


def write_profile_file(profile: Profile, verify: Callable[[Profile], None]) -> None:
    """Put a changed profile in place of the old one, so that a kill leaves one that opens.

    The order: new file, checked by `verify`; the old one copied aside; the rename; the new one
    read back and checked again; the second copy; the old one dropped. `verify` raises when the
    new way in does not give the master key.
    """
    data = _encode(profile)
    aside = previous_copy(profile.folder)
    verify(_decode(profile.folder, profile.file, data))
    with known_errors():
        if profile.file.exists():
            replace_file(aside, profile.file.read_bytes())
        replace_file(profile.file, data)
        try:
            verify(read_profile_file(profile.folder))
        except BaseException:
            if aside.exists():
                move(aside, profile.file)
            raise
        settle_copies(profile)


def settle_copies(profile: Profile) -> None:
    """Bring the second copy up to date and drop the previous file; call it after a proven key.

    What is dropped holds wraps of a passphrase or recovery key that no longer counts.
    """
    data = profile.file.read_bytes()
    copy = second_copy(profile.folder)
    private_folder(copy.parent)
    if not copy.exists() or copy.read_bytes() != data:
        replace_file(copy, data)
    previous_copy(profile.folder).unlink(missing_ok=True)


def restore_profile_file(folder: Path) -> Profile:
    """Put back profile.json from the copies beside it, and keep a damaged one aside.

    For the owner's explicit wish, after ProfileDamaged or ProfileFileMissing.

    Raises:
        NoProfile: no copy is there.
        ProfileDamaged, ProfileTooNew, ProfileUnreadable: no copy is any better.
    """
    profile = _best_copy(folder)
    with known_errors():
        if profile.file.exists():
            move(profile.file, profile.file.with_suffix(".damaged.json"))
        replace_file(profile.file, _encode(profile))
    return profile


def second_copy(folder: Path) -> Path:
    """Return where the second copy of profile.json stands: with the backups that need it."""
    return folder / "backups" / PROFILE_FILE


def previous_copy(folder: Path) -> Path:
    """Return where the previous profile.json stands while a change is being verified."""
    return folder / (PROFILE_FILE + ".bak")


def _best_copy(folder: Path) -> Profile:
    problem: KnownError = NoProfile(folder=folder)
    for copy in (second_copy(folder), previous_copy(folder)):
        try:
            return read_profile_file(folder, copy)
        except NoProfile:
            continue
        except (ProfileDamaged, ProfileTooNew, ProfileUnreadable) as error:
            problem = error
    raise problem


def _encode(profile: Profile) -> bytes:
    fields: dict[str, Any] = {
        "schema": SCHEMA,
        "id": profile.id,
        "mode": profile.mode.value,
        "created_at": profile.created_at.isoformat(),
        "check": _text(profile.check),
        "backend": profile.backend,
        "passphrase": _wrap_fields(profile.passphrase),
        "recovery": _wrap_fields(profile.recovery),
    }
    return json.dumps({**fields, "sum": _sum(fields)}, indent=1).encode() + b"\n"


def _decode(folder: Path, file: Path, data: bytes) -> Profile:
    try:
        fields = json.loads(data)
        found = fields.pop("schema")
        if isinstance(found, int) and found > SCHEMA:
            raise ProfileTooNew(found=found, known=SCHEMA)
        expected = fields.pop("sum")
        if found != SCHEMA or expected != _sum({"schema": found, **fields}):
            raise ProfileDamaged(file=file)
        return _checked(_profile(folder, fields))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise ProfileDamaged(file=file) from error


def _profile(folder: Path, fields: dict[str, Any]) -> Profile:
    return Profile(
        folder=folder,
        id=fields["id"].strip(),
        mode=KeyMode(fields["mode"]),
        created_at=datetime.fromisoformat(fields["created_at"]),
        check=_bytes(fields["check"]),
        backend=fields["backend"],
        passphrase=_wrap(fields["passphrase"]),
        recovery=_wrap(fields["recovery"]),
    )


def _checked(profile: Profile) -> Profile:
    """Refuse a profile that lacks what its mode needs."""
    if not profile.id or profile.created_at.tzinfo is None:
        raise ValueError("no id, or a time without zone")
    if profile.mode is not KeyMode.NONE and not (profile.check and profile.recovery):
        raise ValueError("no check value or no recovery wrap")
    if profile.mode is KeyMode.PASSPHRASE and not (profile.passphrase and profile.passphrase.cost):
        raise ValueError("no passphrase wrap")
    return profile


def _wrap_fields(wrap: Wrap | None) -> dict[str, Any] | None:
    if wrap is None:
        return None
    fields: dict[str, Any] = {"nonce": _text(wrap.nonce), "sealed": _text(wrap.sealed)}
    if wrap.cost:
        fields["salt"] = _text(wrap.salt)
        fields["argon2id"] = [wrap.cost.memory_kib, wrap.cost.iterations, wrap.cost.lanes]
    return fields


def _wrap(fields: dict[str, Any] | None) -> Wrap | None:
    if fields is None:
        return None
    nonce, sealed = _bytes(fields["nonce"]), _bytes(fields["sealed"])
    if "argon2id" not in fields:
        return Wrap(nonce, sealed)
    return Wrap(nonce, sealed, _bytes(fields["salt"]), Cost(*fields["argon2id"]))


def _sum(fields: dict[str, Any]) -> str:
    """Tell damage from a wrong key; not a protection against somebody who writes the file."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
