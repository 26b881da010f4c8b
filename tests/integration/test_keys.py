"""The master key's ways in, and changes of them that are killed at every step."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.services.secrets import KeyStoreEntryGone, KeyStoreLocked
from app.services.storage import keys
from app.services.storage.errors import WrongKey
from app.services.storage.files import write_whole
from app.services.storage.key_changes import (
    forget_entry,
    renew_recovery_key,
    use_keyring,
    use_passphrase,
)
from app.services.storage.keys import Cost, KeyMode, RecoveryKey
from app.services.storage.profile import NewProfile, Profile, create_profile, load_profile, unlock
from tests.effort import repeated
from tests.failpoints import STRIDE, killed_everywhere
from tests.fakes_secrets import PASSPHRASE, QUICK, FileSecrets

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OTHER = "vier gele tulpen"
MASTER = bytes(range(32))


@pytest.fixture
def secrets(tmp_path: Path) -> FileSecrets:
    return FileSecrets(tmp_path / "wallet.json")


@pytest.fixture
def by_passphrase(tmp_path: Path) -> NewProfile:
    return create_profile(tmp_path / "p", now=NOW, passphrase=PASSPHRASE, cost=QUICK)


@pytest.fixture
def by_keyring(tmp_path: Path, secrets: FileSecrets) -> NewProfile:
    return create_profile(tmp_path / "p", now=NOW, secrets=secrets)


def unlocked(made: NewProfile) -> tuple[Profile, bytes, RecoveryKey]:
    assert made.master_key is not None
    assert made.recovery_key is not None
    return made.profile, made.master_key, made.recovery_key


# --- the recovery key ---------------------------------------------------------------------------


def test_recovery_key_looks_like_this() -> None:
    text = RecoveryKey(bytes(20)).text
    assert text.startswith("BALIE-00000-00000-00000-00000-00000-00000-00")
    assert len(text) == 47


def test_1000_recovery_keys_read_back_however_typed() -> None:
    chance = random.Random(1)
    for _ in range(1000):
        key = RecoveryKey(chance.randbytes(20))
        text = key.text
        assert not set(text[6:]) & set("ILOU")
        for typed in (text, text.lower(), text.replace("-", ""), text[6:].replace("-", " ")):
            assert RecoveryKey.parse(typed) == key
        assert RecoveryKey.parse(text[6:].replace("0", "o").replace("1", "l")) == key


def test_typing_mistakes_are_noticed() -> None:
    chance, passed = random.Random(2), 0
    for _ in range(3000):
        text = list(RecoveryKey(chance.randbytes(20)).text.replace("-", "")[5:])
        at = chance.randrange(len(text))
        text[at] = chance.choice("".join(set("23456789ABCDEFGH") - {text[at]}))
        with suppress(keys.RecoveryKeyMistyped):
            RecoveryKey.parse("".join(text))
            passed += 1
    assert passed <= 2


@pytest.mark.parametrize("typed", ["", "BALIE", "x" * 35, "é" * 35, "BALIE-" + "0" * 34])
def test_what_is_no_recovery_key(typed: str) -> None:
    with pytest.raises(keys.RecoveryKeyMistyped):
        RecoveryKey.parse(typed)


def test_secrets_stay_out_of_reprs(by_passphrase: NewProfile) -> None:
    shown = repr(by_passphrase.recovery_key) + repr(by_passphrase.profile)
    _, _, recovery = unlocked(by_passphrase)
    assert recovery.text not in shown
    assert repr(recovery.secret) not in shown


# --- wraps --------------------------------------------------------------------------------------


def test_passphrase_wrap_opens_with_that_passphrase_only() -> None:
    wrap = keys.wrap_with_passphrase(MASTER, PASSPHRASE, "id", cost=QUICK)
    assert keys.unwrap_with_passphrase(wrap, PASSPHRASE, "id") == MASTER
    with pytest.raises(keys.WrongPassphrase):
        keys.unwrap_with_passphrase(wrap, PASSPHRASE + " ", "id")


def test_a_wrap_belongs_to_its_profile() -> None:
    wrap = keys.wrap_with_passphrase(MASTER, PASSPHRASE, "id", cost=QUICK)
    with pytest.raises(keys.WrongPassphrase):
        keys.unwrap_with_passphrase(wrap, PASSPHRASE, "another")
    recovery = keys.new_recovery_key()
    with pytest.raises(keys.WrongRecoveryKey):
        keys.unwrap_with_recovery(
            keys.wrap_with_recovery(MASTER, recovery, "id"), recovery, "another"
        )


def test_accents_typed_in_two_ways_are_one_passphrase() -> None:
    wrap = keys.wrap_with_passphrase(MASTER, "café café café", "id", cost=QUICK)
    assert keys.unwrap_with_passphrase(wrap, "cafe\u0301 cafe\u0301 cafe\u0301", "id") == MASTER


def test_two_wraps_of_one_key_have_nothing_in_common() -> None:
    first, second = (
        keys.wrap_with_passphrase(MASTER, PASSPHRASE, "id", cost=QUICK) for _ in range(2)
    )
    assert first.salt != second.salt
    assert first.nonce != second.nonce
    assert first.sealed != second.sealed


def test_short_passphrases_are_refused() -> None:
    with pytest.raises(keys.PassphraseTooShort):
        keys.wrap_with_passphrase(MASTER, "elf tekens!", "id", cost=QUICK)


def test_a_short_passphrase_of_before_opens_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "MINIMUM_PASSPHRASE", 4)
    wrap = keys.wrap_with_passphrase(MASTER, "kort", "id", cost=QUICK)
    monkeypatch.undo()
    assert keys.unwrap_with_passphrase(wrap, "kort", "id") == MASTER


@pytest.mark.parametrize("cost", [(10**9, 3, 4), (0, 1, 1), (64, 0, 1), (64, 1, 99), (8, 1, 4)])
def test_absurd_costs_are_refused(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="not a cost"):
        Cost(*cost)


def test_the_default_cost_is_felt_by_a_guesser_only() -> None:
    # OWASP's Password Storage Cheat Sheet: 19 MiB and 2 iterations at least.
    assert 19 * 1024 < Cost().memory_kib <= 256 * 1024
    assert 2 <= Cost().iterations <= 4


def test_check_value_tells_keys_and_profiles_apart() -> None:
    check = keys.check_value(MASTER, "id")
    assert keys.fits(MASTER, check, "id")
    assert not keys.fits(bytes(32), check, "id")
    assert not keys.fits(MASTER, check, "another")


# --- changes ------------------------------------------------------------------------------------


def test_changed_passphrase_opens_and_the_old_one_does_not(by_passphrase: NewProfile) -> None:
    profile, master, recovery = unlocked(by_passphrase)
    changed = use_passphrase(profile, master, OTHER, cost=QUICK)
    assert load_profile(profile.folder) == changed
    assert unlock(changed, passphrase=OTHER) == master
    assert unlock(changed, recovery=recovery.text) == master
    with pytest.raises(keys.WrongPassphrase):
        unlock(changed, passphrase=PASSPHRASE)


def test_from_key_store_to_passphrase(by_keyring: NewProfile, secrets: FileSecrets) -> None:
    profile, master, _ = unlocked(by_keyring)
    changed = use_passphrase(profile, master, OTHER, cost=QUICK)
    assert (changed.mode, changed.backend) == (KeyMode.PASSPHRASE, "tests.Wallet")
    changed = forget_entry(changed, secrets)
    assert (load_profile(profile.folder), changed.backend) == (changed, None)
    assert unlock(changed, passphrase=OTHER) == master
    with pytest.raises(KeyStoreEntryGone):
        secrets.read(profile.id, backend="")
    assert forget_entry(changed, secrets) is changed


def test_an_entry_in_use_is_not_forgotten(by_keyring: NewProfile, secrets: FileSecrets) -> None:
    assert forget_entry(by_keyring.profile, secrets) == by_keyring.profile
    assert unlock(by_keyring.profile, secrets=secrets) == by_keyring.master_key


def test_from_passphrase_to_key_store(by_passphrase: NewProfile, secrets: FileSecrets) -> None:
    profile, master, _ = unlocked(by_passphrase)
    changed = use_keyring(profile, master, secrets)
    assert load_profile(profile.folder) == changed
    assert (changed.mode, changed.passphrase) == (KeyMode.KEYRING, None)
    assert unlock(changed, secrets=secrets) == master


def test_a_failing_key_store_changes_nothing(
    by_passphrase: NewProfile, secrets: FileSecrets
) -> None:
    profile, master, _ = unlocked(by_passphrase)
    secrets.trouble = KeyStoreLocked()
    with pytest.raises(KeyStoreLocked):
        use_keyring(profile, master, secrets)
    assert load_profile(profile.folder) == profile


def test_a_key_store_that_forgets_changes_nothing(
    by_passphrase: NewProfile, secrets: FileSecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, master, _ = unlocked(by_passphrase)
    monkeypatch.setattr(secrets, "read", lambda *_args, **_kwargs: bytes(32))
    with pytest.raises(WrongKey):
        use_keyring(profile, master, secrets)
    assert load_profile(profile.folder) == profile


def test_a_lost_entry_is_written_again(by_keyring: NewProfile, secrets: FileSecrets) -> None:
    profile, _, recovery = unlocked(by_keyring)
    secrets.path.unlink()
    master = unlock(profile, secrets=secrets, recovery=recovery.text)
    assert master is not None
    assert unlock(use_keyring(profile, master, secrets), secrets=secrets) == master


def test_a_new_recovery_key_voids_the_old_one_everywhere(by_keyring: NewProfile) -> None:
    profile, master, old = unlocked(by_keyring)
    before = profile.file.read_bytes()
    changed, new = renew_recovery_key(profile, master)
    assert unlock(changed, recovery=new.text) == master
    with pytest.raises(keys.WrongRecoveryKey):
        unlock(changed, recovery=old.text)
    wrap = before.split(b'"recovery"')[1].split(b'"sealed": ')[1].split(b'"')[1]
    for file in profile.folder.rglob("*"):
        assert file.is_dir() or wrap not in file.read_bytes()


def test_only_the_master_key_changes_ways(by_passphrase: NewProfile, secrets: FileSecrets) -> None:
    profile = by_passphrase.profile
    with pytest.raises(WrongKey):
        use_passphrase(profile, bytes(32), OTHER, cost=QUICK)
    with pytest.raises(WrongKey):
        use_keyring(profile, bytes(32), secrets)
    with pytest.raises(WrongKey):
        renew_recovery_key(profile, bytes(32))
    assert load_profile(profile.folder) == profile


Change = Callable[[Profile, bytes, FileSecrets], object]


@repeated
@pytest.mark.parametrize("start", ["passphrase", "keyring"])
@pytest.mark.parametrize(
    "change",
    [
        lambda profile, master, _: use_passphrase(profile, master, OTHER, cost=QUICK),
        use_keyring,
        lambda profile, master, secrets: forget_entry(
            use_passphrase(profile, master, OTHER, cost=QUICK), secrets
        ),
        lambda profile, master, _: renew_recovery_key(profile, master),
    ],
    ids=["passphrase", "keyring", "forget", "recovery"],
)
def test_killed_at_every_step_a_change_leaves_a_way_in(
    tmp_path: Path, start: str, change: Change
) -> None:
    made: list[tuple[NewProfile, FileSecrets]] = []

    def prepare() -> Callable[[], object]:
        place = tmp_path / str(len(made))
        place.mkdir()
        secrets = FileSecrets(place / "wallet.json")
        passphrase = PASSPHRASE if start == "passphrase" else None
        new = create_profile(
            place / "p", now=NOW, secrets=secrets, passphrase=passphrase, cost=QUICK
        )
        made.append((new, secrets))
        profile, master, _ = unlocked(new)
        return lambda: change(profile, master, secrets)

    for point in killed_everywhere(prepare):
        new, secrets = made[-1]
        assert new.recovery_key is not None
        assert opens(new.profile.folder, secrets) == new.master_key, point
        assert no_remains(new.profile.folder), point
    assert len(made) * STRIDE > 10


def test_killing_finds_a_file_that_is_written_in_place(tmp_path: Path) -> None:
    file = tmp_path / "profile.json"

    def prepare() -> Callable[[], object]:
        file.write_bytes(b"old")
        return lambda: write_whole(file, b"new")

    left = [file.read_bytes() for _ in killed_everywhere(prepare, 1)]
    assert b"" in left


def opens(folder: Path, secrets: FileSecrets) -> bytes | None:
    """Open with the old or the new passphrase, or with the key store, as the profile says."""
    profile = load_profile(folder)
    if profile.mode is KeyMode.KEYRING:
        return unlock(profile, secrets=secrets)
    try:
        return unlock(profile, passphrase=OTHER)
    except keys.WrongPassphrase:
        return unlock(profile, passphrase=PASSPHRASE)


def no_remains(folder: Path) -> bool:
    """Unlocking has taken away what a void passphrase or recovery key could open."""
    copy = folder / "backups" / "profile.json"
    return (
        not (folder / "profile.json.bak").exists()
        and copy.read_bytes() == (folder / "profile.json").read_bytes()
    )
