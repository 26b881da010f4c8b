"""Every mood of the operating system's key store, played and real."""

import os
import shutil
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend

from app.models.rules.errors import KnownError
from app.services import secrets as module
from app.services.secrets import KeyringSecrets, label
from app.services.storage.errors import WrongKey
from app.services.storage.profile import create_profile, load_profile, unlock
from tests.fakes_secrets import (
    FailingKeyring,
    FakeKeyring,
    LowKeyring,
    OtherKeyring,
    PlaintextKeyring,
    SlowKeyring,
    dismissed,
)

KEY = bytes(range(32))
FAKE = "tests.fakes_secrets.FakeKeyring"
DEBIAN = "apt-get install dbus gnome-keyring"


def on(backend: KeyringBackend, seconds: float = 5) -> KeyringSecrets:
    return KeyringSecrets(time_limit=timedelta(seconds=seconds), find=lambda: backend)


class Chain(ChainerBackend):
    """The chainer over what the test says."""

    viable = False
    backends: list[KeyringBackend] = []  # noqa: RUF012  as in the class it stands for


def test_write_read_delete() -> None:
    backend = FakeKeyring()
    store = on(backend)
    assert store.backend() == FAKE
    store.write("id", KEY)
    assert list(backend.entries) == [("Balie", "id")]
    assert len(backend.entries["Balie", "id"]) == 44
    assert store.read("id", backend=FAKE) == KEY
    store.delete("id")
    store.delete("id")
    assert backend.entries == {}


@pytest.mark.parametrize(
    ("error", "known"),
    [
        (errors.NoKeyringError("none"), module.KeyStoreAbsent),
        (errors.KeyringLocked("locked"), module.KeyStoreLocked),
        (errors.InitError("no collection"), module.KeyStoreLocked),
        (dismissed(), module.KeyStoreDenied),
        (errors.PasswordSetError("no"), module.KeyStoreDenied),
        (errors.KeyringError("what"), module.KeyStoreFailed),
        (RuntimeError("the bus is gone"), module.KeyStoreFailed),
        (module.KeyStoreLocked(), module.KeyStoreLocked),
    ],
)
def test_errors_become_known(error: Exception, known: type[KnownError]) -> None:
    store = on(FailingKeyring(error))
    for call in (
        lambda: store.read("id", backend=""),
        lambda: store.write("id", KEY),
        lambda: store.delete("id"),
    ):
        with pytest.raises(known):
            call()


def test_a_fault_is_named_without_its_text() -> None:
    with pytest.raises(module.KeyStoreFailed) as caught:
        on(FailingKeyring(RuntimeError("secret"))).read("id", backend="")
    assert caught.value.params == {"reason": "RuntimeError"}
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "backend", [null.Keyring(), fail.Keyring(), PlaintextKeyring(), LowKeyring(), Chain()]
)
def test_what_keeps_secrets_readable_counts_as_absent(backend: KeyringBackend) -> None:
    store = on(backend)
    with pytest.raises(module.KeyStoreAbsent):
        store.backend()
    with pytest.raises(module.KeyStoreAbsent):
        store.write("id", KEY)


def test_of_a_chain_the_first_safe_one_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, safe = PlaintextKeyring(), FakeKeyring()
    monkeypatch.setattr(Chain, "backends", [plain])
    with pytest.raises(module.KeyStoreAbsent):
        on(Chain()).write("id", KEY)
    monkeypatch.setattr(Chain, "backends", [plain, safe])
    on(Chain()).write("id", KEY)
    assert (len(plain.entries), len(safe.entries)) == (0, 1)


def test_a_gone_entry_is_said() -> None:
    with pytest.raises(module.KeyStoreEntryGone, match="FakeKeyring"):
        on(FakeKeyring()).read("id", backend=FAKE)


def test_an_entry_that_is_no_key_counts_as_gone() -> None:
    backend = FakeKeyring()
    backend.entries["Balie", "id"] = "é not base64"
    with pytest.raises(module.KeyStoreEntryGone):
        on(backend).read("id", backend=FAKE)


def test_another_key_store_is_named_with_the_one_before() -> None:
    with pytest.raises(module.KeyStoreOther) as caught:
        on(OtherKeyring()).read("id", backend="keyring.backends.kwallet.DBusKeyring")
    assert caught.value.params == {
        "used": "KDE Wallet",
        "found": "tests.fakes_secrets.OtherKeyring",
    }


def test_another_key_store_with_the_entry_is_fine() -> None:
    backend = OtherKeyring()
    on(backend).write("id", KEY)
    assert on(backend).read("id", backend=FAKE) == KEY


def test_two_ways_to_one_key_store_have_one_name() -> None:
    assert label("keyring.backends.libsecret.Keyring") == label(
        "keyring.backends.SecretService.Keyring"
    )


def test_a_slow_key_store_does_not_hold_its_caller() -> None:
    backend = SlowKeyring()
    store = on(backend, seconds=0.05)
    for _ in range(3):
        with pytest.raises(module.KeyStoreSlow, match="0 seconds"):
            store.read("id", backend=FAKE)
    (hanging,) = [thread for thread in threading.enumerate() if thread.name == "key-store"]
    assert hanging.daemon
    backend.entries["Balie", "id"] = "AAAA"
    backend.go.set()
    assert store.read("id", backend=FAKE) == bytes(3)


def test_a_slow_search_for_a_key_store_does_not_hold_its_caller() -> None:
    backend = SlowKeyring()

    def find() -> KeyringBackend:
        backend.go.wait(30)
        return backend

    store = KeyringSecrets(time_limit=timedelta(seconds=0.05), find=find)
    with pytest.raises(module.KeyStoreSlow):
        store.backend()
    backend.go.set()
    assert store.backend() == "tests.fakes_secrets.SlowKeyring"


@pytest.mark.parametrize(
    "backend",
    [
        FakeKeyring(),
        OtherKeyring(),
        null.Keyring(),
        SlowKeyring(),
        FailingKeyring(errors.KeyringLocked()),
        FailingKeyring(dismissed()),
    ],
    ids=["entry gone", "other", "none", "slow", "locked", "denied"],
)
def test_in_every_mood_the_recovery_key_opens_and_nothing_is_lost(
    tmp_path: Path, backend: KeyringBackend
) -> None:
    from datetime import UTC, datetime

    now = datetime(2026, 11, 23, tzinfo=UTC)
    made = create_profile(tmp_path / "p", now=now, secrets=on(FakeKeyring()))
    before = {path: path.read_bytes() for path in (tmp_path / "p").rglob("*") if path.is_file()}
    store = on(backend, seconds=0.05)
    with pytest.raises(KnownError) as caught:
        unlock(load_profile(tmp_path / "p"), secrets=store)
    assert caught.type is not WrongKey
    assert made.recovery_key is not None
    typed = made.recovery_key.text
    assert unlock(load_profile(tmp_path / "p"), secrets=store, recovery=typed) == made.master_key
    assert {path: path.read_bytes() for path in before} == before
    if isinstance(backend, SlowKeyring):
        backend.go.set()


# --- the real one -------------------------------------------------------------------------------

ROUND = """
import sys, time
from datetime import UTC, datetime, timedelta
from pathlib import Path
import secretstorage
from app.models.rules.errors import KnownError
from app.services.secrets import KeyringSecrets
from app.services.storage.key_changes import forget_entry, use_keyring, use_passphrase
from app.services.storage.keys import Cost
from app.services.storage.profile import create_profile, load_profile, unlock

folder, store = Path(sys.argv[1]), KeyringSecrets(time_limit=timedelta(seconds=15))
def code(call):
    try:
        return call()
    except KnownError as error:
        return error.code
print(store.backend())
made = create_profile(folder, now=datetime(2026, 11, 23, tzinfo=UTC), secrets=store)
profile, key = load_profile(folder), made.master_key
print(unlock(profile, secrets=store) == key)
profile = use_passphrase(profile, key, "drie groene fietsen", cost=Cost(64, 1, 1))
profile = forget_entry(profile, store)
print(code(lambda: store.read(profile.id, backend=store.backend())))
profile = use_keyring(profile, key, store)
print(unlock(load_profile(folder), secrets=store) == key)
bus = secretstorage.dbus_init()
secretstorage.get_default_collection(bus).lock()
bus.close()
print(code(lambda: unlock(profile, secrets=store)))
print(unlock(profile, secrets=store, recovery=made.recovery_key.text) == key)
"""


def run(tmp_path: Path, *command: object, **environment: str) -> list[str]:
    places = {name: str(tmp_path) for name in ("XDG_RUNTIME_DIR", "XDG_DATA_HOME", "HOME")}
    keep = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    done = subprocess.run(
        [str(part) for part in command],
        env={**keep, **places, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_real_secret_service(tmp_path: Path) -> None:
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        assert shutil.which(program), f"{program} is missing: {DEBIAN}"
    tmp_path.chmod(0o700)
    (tmp_path / "round.py").write_text(ROUND)
    daemon = "gnome-keyring-daemon --unlock --components=secrets --daemonize"
    unlocked = f'printf wachtwoord | {daemon} >/dev/null 2>&1 || exit 9; exec "$@"'
    command = ("bash", "-c", unlocked, "_", sys.executable, tmp_path / "round.py", tmp_path / "p")
    assert run(tmp_path, "dbus-run-session", "--", *command) == [
        "keyring.backends.SecretService.Keyring",
        "True",
        "key_store_entry_gone",
        "True",
        "key_store_locked",
        "True",
    ]


def test_without_a_session_bus_there_is_no_key_store(tmp_path: Path) -> None:
    code = (
        "from app.services.secrets import *\n"
        "try: print(KeyringSecrets().backend())\n"
        "except KeyStoreAbsent as error: print(error.code)"
    )
    nowhere = f"unix:path={tmp_path}/no-bus"
    found = run(tmp_path, sys.executable, "-c", code, DBUS_SESSION_BUS_ADDRESS=nowhere)
    assert found == ["key_store_absent"]
