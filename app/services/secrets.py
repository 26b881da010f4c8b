"""The key store of the operating system: one short entry per profile, and its seven bad moods.

Imported after the first paint, because `keyring` looks for its backends. The key store may ask
the owner for a password or hang: every call runs on a thread of its own, with a time limit.
"""

import base64
import binascii
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import timedelta
from typing import Protocol, TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError

SERVICE = "Balie"
TIME_LIMIT = timedelta(seconds=20)

T = TypeVar("T")

_LABELS = {
    "keyring.backends.SecretService": "Secret Service (GNOME Keyring, KeePassXC)",
    "keyring.backends.libsecret": "Secret Service (GNOME Keyring, KeePassXC)",
    "keyring.backends.kwallet": "KDE Wallet",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.Windows": "Windows Credential Manager",
}
# keyrings.alt writes to plain or home-made files, null forgets, fail refuses.
_REFUSED = ("keyrings.alt", "keyring.backends.null", "keyring.backends.fail")
# Classes of secretstorage and of the platforms' own modules, known by name so that they need not
# be importable here.
_DENIED = {"PromptDismissedException", "KeychainDenied", "PasswordSetError", "PasswordDeleteError"}
_LOCKED = {"KeyringLocked", "LockedException", "InitError"}
_ABSENT = {"NoKeyringError", "SecretServiceNotAvailableException"}


class KeyStoreAbsent(KnownError):
    """No key store, or only ones that keep secrets readable."""

    code = "key_store_absent"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "This computer has no safe place for Balie's key, such as a keychain or wallet. "
        "Choose a passphrase instead, or open existing messages with your recovery key.",
    )


class KeyStoreLocked(KnownError):
    """The key store is there and locked."""

    code = "key_store_locked"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The place where this computer keeps passwords is locked, so Balie cannot get its key. "
        "Unlock it and try again, or use your recovery key.",
    )


class KeyStoreDenied(KnownError):
    """The owner or the system said no."""

    code = "key_store_denied"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "This computer did not let Balie use the place where it keeps passwords. "
        "Try again and allow it, or use your recovery key.",
    )


class KeyStoreSlow(KnownError):
    """No answer within the time limit; perhaps a question waits behind another window."""

    code = "key_store_slow"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The place where this computer keeps passwords gave no answer within {seconds} seconds. "
        "Look for a window that asks for your password, then try again.",
    )


class KeyStoreEntryGone(KnownError):
    """The key store opens and has no entry of this profile."""

    code = "key_store_entry_gone"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Balie's key is no longer among the passwords of this computer ({backend}). "
        "Your messages are untouched: open them with your recovery key.",
    )


class KeyStoreOther(KnownError):
    """Another key store than the one that holds the entry is in use now."""

    code = "key_store_other"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Balie's key was put in {used}, but this computer now uses {found}. Your messages are "
        "untouched: switch back to {used}, or open them with your recovery key.",
    )


class KeyStoreFailed(KnownError):
    """The key store reports an error that is none of the others."""

    code = "key_store_failed"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "The place where this computer keeps passwords reports a fault ({reason}). "
        "Start the computer again, or use your recovery key.",
    )


class SecretStore(Protocol):
    """Keeps one master key per profile outside the profile's folder.

    Every call may take as long as the time limit: never on the GUI thread.
    """

    def backend(self) -> str:
        """Return the name of the key store in use; raises KeyStoreAbsent."""
        ...

    def read(self, profile_id: str, *, backend: str) -> bytes:
        """Return the key; `backend` is the name it was written under, for the message."""
        ...

    def write(self, profile_id: str, key: bytes) -> None:
        """Store the key, over an earlier one of this profile."""
        ...

    def delete(self, profile_id: str) -> None:
        """Take the entry away; nothing happens when there is none."""
        ...


class KeyringSecrets:
    """The `SecretStore` on python-keyring: service "Balie", user = profile id, key as base64.

    Args:
        time_limit: how long one call may take.
        find: returns keyring's backend; runs under the time limit too.
    """

    def __init__(
        self,
        *,
        time_limit: timedelta = TIME_LIMIT,
        find: Callable[[], KeyringBackend] = keyring.get_keyring,
    ) -> None:
        self._limit = time_limit
        self._find = find
        self._free = threading.Lock()

    def backend(self) -> str:
        """Return the class of keyring that is in use, as `module.Class`."""
        return self._timed(lambda: _name(self._usable()))

    def read(self, profile_id: str, *, backend: str) -> bytes:
        """Return the 32-byte key.

        Raises:
            KeyStoreEntryGone: no entry, or one that is no key.
            KeyStoreOther: no entry, and it was written under another backend.
            KeyStoreAbsent, KeyStoreLocked, KeyStoreDenied, KeyStoreSlow, KeyStoreFailed.
        """
        return self._timed(lambda: self._read(profile_id, backend))

    def write(self, profile_id: str, key: bytes) -> None:
        """Store the key; 44 characters, far below the 1,280 that Windows takes."""
        text = base64.b64encode(key).decode("ascii")
        self._timed(lambda: self._usable().set_password(SERVICE, profile_id, text))

    def delete(self, profile_id: str) -> None:
        """Take the entry away; nothing happens when there is none."""
        self._timed(lambda: self._delete(profile_id))

    def _read(self, profile_id: str, backend: str) -> bytes:
        store = self._usable()
        text = store.get_password(SERVICE, profile_id)
        if text is None:
            found = _name(store)
            if backend and label(backend) != label(found):
                raise KeyStoreOther(used=label(backend), found=label(found))
            raise KeyStoreEntryGone(backend=label(found))
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as error:
            raise KeyStoreEntryGone(backend=label(_name(store))) from error

    def _delete(self, profile_id: str) -> None:
        store = self._usable()
        if store.get_password(SERVICE, profile_id) is not None:
            store.delete_password(SERVICE, profile_id)

    def _usable(self) -> KeyringBackend:
        found = self._find()
        choices = found.backends if isinstance(found, ChainerBackend) else [found]
        for choice in choices:
            if not _name(choice).startswith(_REFUSED) and choice.priority >= 1:
                return choice
        raise KeyStoreAbsent

    def _timed(self, work: Callable[[], T]) -> T:
        """Run the work on a daemon thread; a call that hangs makes the next one wait, then fail."""
        seconds = self._limit.total_seconds()
        if not self._free.acquire(timeout=seconds):
            raise KeyStoreSlow(seconds=round(seconds))
        answer: Future[T] = Future()
        threading.Thread(
            target=self._run, args=(work, answer), name="key-store", daemon=True
        ).start()
        try:
            return answer.result(timeout=seconds)
        except TimeoutError as error:
            raise KeyStoreSlow(seconds=round(seconds)) from error

    def _run(self, work: Callable[[], T], answer: "Future[T]") -> None:
        try:
            answer.set_result(work())
        except Exception as error:  # noqa: BLE001  the thread's edge: the caller raises it
            answer.set_exception(_known(error))
        finally:
            self._free.release()


def label(backend: str) -> str:
    """Return the name of a key store that its owner may know, for `module.Class`."""
    return _LABELS.get(backend.rpartition(".")[0], backend)


def _name(store: KeyringBackend) -> str:
    return f"{type(store).__module__}.{type(store).__name__}"


def _known(error: Exception) -> KnownError:
    """Return the state that an error of keyring, or of what lies under it, stands for."""
    if isinstance(error, KnownError):
        return error
    chain: list[BaseException] = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) and cause not in chain:
        chain.append(cause)
    names = {type(link).__name__ for link in chain}
    known: KnownError = KeyStoreFailed(reason=type(error).__name__)
    if names & _DENIED:
        known = KeyStoreDenied()
    elif names & _LOCKED:
        known = KeyStoreLocked()
    elif names & _ABSENT:
        known = KeyStoreAbsent()
    known.__cause__ = error
    return known
