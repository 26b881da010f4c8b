"""A profile from its making to its unlocking, and forty ways in which it can be broken."""

import json
import os
import random
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.models.rules.errors import KnownError
from app.services.secrets import KeyStoreEntryGone, KeyStoreLocked
from app.services.storage import errors, keys, places
from app.services.storage.backup import make_backup
from app.services.storage.connection import open_connection
from app.services.storage.keys import KeyMode
from app.services.storage.profile import (
    NewProfile,
    Profile,
    create_profile,
    default_folder,
    finish_interrupted,
    load_profile,
    restore_profile_file,
    unlock,
)
from app.services.storage.profile_file import write_profile_file
from tests.effort import repeated
from tests.failpoints import killed_everywhere
from tests.fakes_secrets import PASSPHRASE, QUICK, FileSecrets

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Balie"


@pytest.fixture
def secrets(tmp_path: Path) -> FileSecrets:
    return FileSecrets(tmp_path / "wallet.json")


def make(folder: Path) -> NewProfile:
    return create_profile(folder, now=NOW, passphrase=PASSPHRASE, cost=QUICK)


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# --- making and opening -------------------------------------------------------------------------


def test_profile_with_key_store(folder: Path, secrets: FileSecrets) -> None:
    made = create_profile(folder, now=NOW, secrets=secrets)
    loaded = load_profile(folder)
    assert loaded == made.profile
    assert (loaded.mode, loaded.backend, loaded.created_at) == (KeyMode.KEYRING, secrets.name, NOW)
    assert unlock(loaded, secrets=secrets) == made.master_key
    open_connection(loaded.store, made.master_key).close()


def test_profile_with_passphrase(folder: Path) -> None:
    made = make(folder)
    loaded = load_profile(folder)
    assert loaded == made.profile
    assert unlock(loaded, passphrase=PASSPHRASE) == made.master_key
    assert {path.name for path in folder.iterdir()} == {
        "backups", "balie.db", "logs", "profile.json",
    }  # fmt: skip


def test_practice_profile_has_no_key(folder: Path) -> None:
    made = create_profile(folder, now=NOW, practice=True)
    assert made == (load_profile(folder), None, None)
    assert unlock(made.profile) is None
    with closing(open_connection(made.profile.store, None)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x42414C49,)


def test_only_the_owner_may_read(folder: Path) -> None:
    make(folder)
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize("mode", ["keyring", "passphrase"])
def test_recovery_key_opens_in_either_mode(folder: Path, secrets: FileSecrets, mode: str) -> None:
    passphrase = PASSPHRASE if mode == "passphrase" else None
    made = create_profile(folder, now=NOW, secrets=secrets, passphrase=passphrase, cost=QUICK)
    assert made.recovery_key is not None
    typed = made.recovery_key.text.lower().replace("-", " ")
    assert unlock(load_profile(folder), recovery=typed) == made.master_key


def test_ways_in_that_do_not_open(folder: Path) -> None:
    profile = make(folder).profile
    with pytest.raises(keys.PassphraseNeeded):
        unlock(profile)
    with pytest.raises(keys.WrongPassphrase):
        unlock(profile, passphrase="x")
    with pytest.raises(keys.RecoveryKeyMistyped):
        unlock(profile, recovery="x")
    with pytest.raises(keys.WrongRecoveryKey):
        unlock(profile, recovery=keys.new_recovery_key().text)


def test_a_key_store_in_trouble_says_so(folder: Path, secrets: FileSecrets) -> None:
    made = create_profile(folder, now=NOW, secrets=secrets)
    secrets.trouble = KeyStoreLocked()
    with pytest.raises(KeyStoreLocked):
        unlock(made.profile, secrets=secrets)
    secrets.trouble = None
    secrets.write(made.profile.id, bytes(32))
    with pytest.raises(errors.WrongKey):
        unlock(made.profile, secrets=secrets)
    secrets.delete(made.profile.id)
    with pytest.raises(KeyStoreEntryGone):
        unlock(made.profile, secrets=secrets)


def test_key_store_mode_needs_a_key_store(folder: Path) -> None:
    with pytest.raises(ValueError, match="key store"):
        create_profile(folder, now=NOW)


def test_a_key_store_in_trouble_leaves_no_half_profile(folder: Path, secrets: FileSecrets) -> None:
    secrets.trouble = KeyStoreLocked()
    with pytest.raises(KeyStoreLocked):
        create_profile(folder, now=NOW, secrets=secrets)
    assert not folder.exists()


def test_a_key_store_that_forgets_leaves_no_half_profile(
    folder: Path, secrets: FileSecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "read", lambda *_args, **_kwargs: bytes(32))
    with pytest.raises(errors.WrongKey):
        create_profile(folder, now=NOW, secrets=secrets)
    assert not folder.exists()
    assert json.loads(secrets.path.read_text()) == {}


def test_a_failing_disk_leaves_no_half_profile(
    folder: Path, secrets: FileSecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(errors.StoreFull):
        create_profile(folder, now=NOW, secrets=secrets)
    assert content(folder) == {}
    assert json.loads(secrets.path.read_text()) == {}


def test_a_second_profile_never_takes_the_place_of_one(folder: Path) -> None:
    make(folder)
    before = content(folder)
    with pytest.raises(errors.ProfileExists):
        make(folder)
    (folder / "profile.json").rename(folder / "elsewhere.json")
    with pytest.raises(errors.ProfileFileMissing):
        make(folder)
    (folder / "elsewhere.json").rename(folder / "profile.json")
    assert content(folder) == before


def test_default_folder_is_named_for_the_program() -> None:
    assert default_folder().name == "Balie"
    assert default_folder().parent.name != "Balie"


@repeated
def test_killed_at_every_step_making_leaves_no_profile_or_a_whole_one(tmp_path: Path) -> None:
    made: list[Path] = []

    def prepare() -> Callable[[], object]:
        made.append(tmp_path / str(len(made)))
        return lambda: make(made[-1])

    outcomes = set()
    for point in killed_everywhere(prepare):
        finish_interrupted(made[-1])
        try:
            profile = load_profile(made[-1])
        except errors.NoProfile:
            profile = make(made[-1]).profile
            outcomes.add("made again")
        else:
            outcomes.add("whole")
        open_connection(profile.store, unlock(profile, passphrase=PASSPHRASE)).close()
        assert len(list(made[-1].glob("balie.db*"))) == 1, point
    assert outcomes == {"made again", "whole"}


# --- damage -------------------------------------------------------------------------------------


def edited(profile: Profile, **changes: object) -> None:
    fields = {**json.loads(profile.file.read_bytes()), **changes}
    profile.file.write_text(json.dumps(fields))


def resigned(profile: Profile, **changes: object) -> None:
    """Write fields that the program would never write, with a checksum that fits."""
    from app.services.storage import profile_file

    fields = {**json.loads(profile.file.read_bytes()), **changes}
    del fields["sum"]
    fields = {key: value for key, value in fields.items() if value != "gone"}
    profile.file.write_text(json.dumps({**fields, "sum": profile_file._sum(fields)}))


def cut(path: Path, size: int) -> None:
    os.truncate(path, size)


def flipped(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 4
    path.write_bytes(data)


BAD_WRAP = {"nonce": "", "sealed": ""}
DAMAGE: list[tuple[str, Callable[[Profile], object], type[KnownError]]] = [
    ("empty", lambda p: cut(p.file, 0), errors.ProfileDamaged),
    ("cut", lambda p: cut(p.file, 200), errors.ProfileDamaged),
    ("no end", lambda p: cut(p.file, p.file.stat().st_size - 3), errors.ProfileDamaged),
    ("zeros", lambda p: p.file.write_bytes(bytes(600)), errors.ProfileDamaged),
    ("not utf-8", lambda p: p.file.write_bytes(b"\xff\xfe{}"), errors.ProfileDamaged),
    ("other text", lambda p: p.file.write_text("hello"), errors.ProfileDamaged),
    ("list", lambda p: p.file.write_text("[]"), errors.ProfileDamaged),
    ("null", lambda p: p.file.write_text("null"), errors.ProfileDamaged),
    ("no fields", lambda p: p.file.write_text("{}"), errors.ProfileDamaged),
    ("deep", lambda p: p.file.write_text("[" * 60_000), errors.ProfileDamaged),
    ("huge", lambda p: p.file.write_text(" " * 900_000), errors.ProfileDamaged),
    ("flip early", lambda p: flipped(p.file, 30), errors.ProfileDamaged),
    ("flip late", lambda p: flipped(p.file, -90), errors.ProfileDamaged),
    ("other id", lambda p: edited(p, id="x"), errors.ProfileDamaged),
    ("other mode", lambda p: edited(p, mode="none"), errors.ProfileDamaged),
    ("more fields", lambda p: edited(p, extra=1), errors.ProfileDamaged),
    ("older", lambda p: edited(p, schema=0), errors.ProfileDamaged),
    ("odd schema", lambda p: edited(p, schema="1"), errors.ProfileDamaged),
    ("newer", lambda p: edited(p, schema=2), errors.ProfileTooNew),
    ("much newer", lambda p: p.file.write_text('{"schema": 99}'), errors.ProfileTooNew),
    ("unknown mode", lambda p: resigned(p, mode="fingerprint"), errors.ProfileDamaged),
    ("no id", lambda p: resigned(p, id=""), errors.ProfileDamaged),
    ("id a number", lambda p: resigned(p, id=7), errors.ProfileDamaged),
    ("no zone", lambda p: resigned(p, created_at="2026-11-23T09:00"), errors.ProfileDamaged),
    ("no time", lambda p: resigned(p, created_at="soon"), errors.ProfileDamaged),
    ("no check", lambda p: resigned(p, check=""), errors.ProfileDamaged),
    ("bad check", lambda p: resigned(p, check="*"), errors.ProfileDamaged),
    ("no recovery", lambda p: resigned(p, recovery=None), errors.ProfileDamaged),
    ("no wrap", lambda p: resigned(p, passphrase=None), errors.ProfileDamaged),
    ("wrap of text", lambda p: resigned(p, passphrase="x"), errors.ProfileDamaged),
    ("wrap without cost", lambda p: resigned(p, passphrase=BAD_WRAP), errors.ProfileDamaged),
    (
        "bomb",
        lambda p: resigned(p, passphrase={**BAD_WRAP, "salt": "", "argon2id": [10**9, 9, 9]}),
        errors.ProfileDamaged,
    ),
    ("field gone", lambda p: resigned(p, backend="gone"), errors.ProfileDamaged),
    ("a folder", lambda p: (p.file.unlink(), p.file.mkdir()), errors.ProfileUnreadable),
    ("profile gone", lambda p: p.file.unlink(), errors.ProfileFileMissing),
    (
        "only backups left",
        lambda p: (p.file.unlink(), p.store.unlink()),
        errors.ProfileFileMissing,
    ),
    ("store gone", lambda p: p.store.unlink(), errors.StoreMissing),
    ("store empty", lambda p: cut(p.store, 0), errors.StoreEmpty),
    ("store cut in its first page", lambda p: cut(p.store, 4000), errors.StoreDamaged),
    ("store flipped", lambda p: flipped(p.store, 100), errors.StoreDamaged),
    ("store of zeros", lambda p: p.store.write_bytes(bytes(16384)), errors.StoreDamaged),
    ("store of text", lambda p: p.store.write_text("x" * 9000), errors.StoreDamaged),
    ("store a folder", lambda p: (p.store.unlink(), p.store.mkdir()), errors.StoreReadOnly),
]


@pytest.mark.parametrize(
    ("damage", "known"), [case[1:] for case in DAMAGE], ids=[case[0] for case in DAMAGE]
)
def test_damage_is_named_and_nothing_is_written_over(
    folder: Path, damage: Callable[[Profile], object], known: type[KnownError]
) -> None:
    made = make(folder)
    damage(made.profile)
    before = content(folder)
    with pytest.raises(known):
        open_connection(load_profile(folder).store, made.master_key)
    with pytest.raises((errors.ProfileExists, errors.ProfileFileMissing)):
        make(folder)
    assert content(folder) == before


def test_nothing_is_there(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "no" / "where"):
        with pytest.raises(errors.NoProfile):
            load_profile(place)
    assert not finish_interrupted(tmp_path)


def test_a_store_that_is_somebody_elses(folder: Path, tmp_path: Path) -> None:
    made, other = make(folder), make(tmp_path / "other")
    made.profile.store.write_bytes(other.profile.store.read_bytes())
    with pytest.raises(errors.StoreDamaged):
        open_connection(load_profile(folder).store, unlock(made.profile, passphrase=PASSPHRASE))


def test_300_flipped_bits_of_profile_json_open_or_are_named(folder: Path) -> None:
    made = make(folder)
    good, chance = made.profile.file.read_bytes(), random.Random(3)
    for _ in range(300):
        bad = bytearray(good)
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        made.profile.file.write_bytes(bad)
        try:
            loaded = load_profile(folder)
        except (errors.ProfileDamaged, errors.ProfileTooNew):
            continue
        assert loaded == made.profile  # white space


@pytest.mark.parametrize("part", ["", "balie.db"])
def test_a_folder_that_may_not_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    make(folder)
    # Root may write everywhere, so the answer of the system is given instead.
    monkeypatch.setattr(os, "access", lambda path, _how: Path(path) != folder / part)
    with pytest.raises(errors.ProfileReadOnly):
        load_profile(folder)


def test_an_unverified_change_is_taken_back(folder: Path) -> None:
    made = make(folder)
    answers = [None, errors.WrongKey()]

    def verify(_read: Profile) -> None:
        answer = answers.pop(0)
        if answer:
            raise answer

    changed = Profile(
        folder=folder, id="other", mode=KeyMode.NONE, created_at=NOW + timedelta(days=1)
    )
    with pytest.raises(errors.WrongKey):
        write_profile_file(changed, verify)
    assert load_profile(folder) == made.profile


# --- putting profile.json back ------------------------------------------------------------------


@pytest.mark.parametrize("damage", [lambda p: p.file.unlink(), lambda p: cut(p.file, 99)])
def test_the_second_copy_is_put_back_at_the_owners_wish(
    folder: Path, damage: Callable[[Profile], object]
) -> None:
    made = make(folder)
    damage(made.profile)
    damaged = content(folder).get("profile.json")
    assert restore_profile_file(folder) == made.profile
    assert unlock(load_profile(folder), passphrase=PASSPHRASE) == made.master_key
    assert content(folder).get("profile.damaged.json") == damaged


def test_without_a_good_copy_nothing_changes(folder: Path) -> None:
    make(folder)
    (folder / "profile.json").write_text("x")
    (folder / "backups" / "profile.json").write_text("x")
    before = content(folder)
    with pytest.raises(errors.ProfileDamaged):
        restore_profile_file(folder)
    assert content(folder) == before
    with pytest.raises(errors.NoProfile):
        restore_profile_file(folder / "logs")


def test_a_lost_second_copy_comes_back_with_the_next_unlocking(folder: Path) -> None:
    made = make(folder)
    copy = folder / "backups" / "profile.json"
    copy.unlink()
    unlock(made.profile, passphrase=PASSPHRASE)
    assert copy.read_bytes() == made.profile.file.read_bytes()


# --- places -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("OneDrive/Balie", "OneDrive"),
        ("OneDrive - Winkel BV/Balie", "OneDrive"),
        ("Dropbox (Winkel)/Balie", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Balie", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-x/Balie", "Google Drive"),
        ("Nextcloud/a/b/Balie", "Nextcloud"),
    ],
)
def test_synced_folders_are_warned_about(tmp_path: Path, path: str, service: str) -> None:
    (warning,) = places.folder_warnings(tmp_path / path, environ={})
    assert isinstance(warning, places.FolderSynced)
    assert service in str(warning)


def test_folders_that_only_resemble_one_are_fine(tmp_path: Path) -> None:
    for name in ("stackable", "dropboxes", "Balie"):
        assert places.folder_warnings(tmp_path / name, environ={}) == ()


def test_marks_and_variables_give_synced_folders_away(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".sync_1a2b.db").touch()
    (warning,) = places.folder_warnings(tmp_path / "a" / "Balie", environ={})
    assert warning.params["service"] == "Nextcloud"
    environ = {"OneDriveCommercial": str(tmp_path / "b")}
    (warning,) = places.folder_warnings(tmp_path / "b" / "Balie", environ=environ)
    assert warning.params["service"] == "OneDrive"


def test_network_folders_are_warned_about(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    shared = str(tmp_path / "my files").replace(" ", "\\040")
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nserver:/b {shared} nfs4 rw 0 0\n")
    (warning,) = places.folder_warnings(tmp_path / "my files" / "x", environ={}, mounts=mounts)
    assert isinstance(warning, places.FolderOnNetwork)
    assert warning.params["kind"] == "nfs4"
    assert places.folder_warnings(tmp_path / "my", environ={}, mounts=mounts) == ()
    assert places.folder_warnings(tmp_path, environ={}, mounts=tmp_path / "none") == ()


def test_windows_shares_are_warned_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert places._network_kind(Path("\\\\server\\share"), tmp_path) == "Windows"


# --- canaries -----------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["keyring", "passphrase"])
def test_no_secret_stands_readable_anywhere(folder: Path, secrets: FileSecrets, mode: str) -> None:
    passphrase = PASSPHRASE if mode == "passphrase" else None
    made = create_profile(folder, now=NOW, secrets=secrets, passphrase=passphrase, cost=QUICK)
    key, recovery = made.master_key, made.recovery_key
    assert key is not None
    assert recovery is not None
    customers = [f"kanarie-{number}-klant" for number in range(30)]
    with closing(open_connection(made.profile.store, key)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("CREATE VIRTUAL TABLE f USING fts5 (a)")
        for name in customers:
            connection.execute("INSERT INTO t VALUES (?)", (name,))
            connection.execute("INSERT INTO f VALUES (?)", (name,))
        make_backup(made.profile.store, key, made.profile.backups, now=NOW)
        found = content(folder)
        assert "balie.db-wal" in found
    canaries = [PASSPHRASE, *customers, recovery.text, recovery.text.replace("-", "")[5:]]
    for secret in (key, recovery.secret):
        canaries += [secret.hex(), secret.hex().upper(), keys_text(secret), repr(secret)[2:-1]]
    for name, data in {**found, **content(folder)}.items():
        assert key not in data, name
        assert not [canary for canary in canaries if canary.encode() in data], name


def keys_text(secret: bytes) -> str:
    import base64

    return base64.b64encode(secret).decode().rstrip("=")
