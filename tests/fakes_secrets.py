"""Key stores of every mood: whole `SecretStore`s, and backends of python-keyring under ours."""

import base64
import json
import threading
from pathlib import Path

from keyring import errors
from keyring.backend import KeyringBackend

from app.models.rules.errors import KnownError
from app.services.secrets import KeyStoreEntryGone
from app.services.storage.keys import Cost

QUICK = Cost(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "drie groene fietsen"


class FileSecrets:
    """A `SecretStore` in a file outside the profile, so that it outlives a killed process."""

    def __init__(self, path: Path, name: str = "tests.Wallet") -> None:
        self.path = path
        self.name = name
        self.trouble: KnownError | None = None

    def _entries(self) -> dict[str, str]:
        if self.trouble:
            raise self.trouble
        return json.loads(self.path.read_text()) if self.path.exists() else {}

    def _save(self, entries: dict[str, str]) -> None:
        new = self.path.with_suffix(".new")
        new.write_text(json.dumps(entries))
        new.replace(self.path)

    def backend(self) -> str:
        if self.trouble:
            raise self.trouble
        return self.name

    def read(self, profile_id: str, *, backend: str) -> bytes:
        entry = self._entries().get(profile_id)
        if entry is None:
            raise KeyStoreEntryGone(backend=self.name)
        return base64.b64decode(entry)

    def write(self, profile_id: str, key: bytes) -> None:
        self._save({**self._entries(), profile_id: base64.b64encode(key).decode()})

    def delete(self, profile_id: str) -> None:
        entries = self._entries()
        if entries.pop(profile_id, None):
            self._save(entries)


class FakeKeyring(KeyringBackend):
    """A backend that works; `viable` keeps python-keyring from choosing it by itself."""

    viable = False
    priority = 5

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


class OtherKeyring(FakeKeyring):
    """Another backend than the one that was there when the profile was made."""


class FailingKeyring(FakeKeyring):
    """Fails every call with the given error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


class SlowKeyring(FakeKeyring):
    """Answers only after `go` is set, like one whose question stands behind another window."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.go.wait(30)
        return super().get_password(service, username)


class LowKeyring(FakeKeyring):
    """One that python-keyring itself does not recommend."""

    priority = 0.5  # type: ignore[assignment]


class PlaintextKeyring(FakeKeyring):
    """Stands for keyrings.alt.file.PlaintextKeyring, by the name of its module."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


class PromptDismissedException(Exception):
    """Named as in secretstorage: the owner closed the question."""


def dismissed() -> errors.InitError:
    error = errors.InitError("Failed to create the collection")
    error.__cause__ = PromptDismissedException()
    return error
