"""What every command needs: the profile, its key, and one way of saying things."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.services.clock import SystemClock
from app.services.logs import start_logging
from app.services.secrets import KeyringSecrets, KeyStoreAbsent
from app.services.storage.errors import NoProfile, ProfileUnfinished
from app.services.storage.keys import PassphraseNeeded
from app.services.storage.lock import ProfileLock
from app.services.storage.profile import (
    create_profile,
    default_folder,
    finish_interrupted,
    load_profile,
    unlock,
)
from app.services.storage.profile_file import PROFILE_FILE, Profile

if TYPE_CHECKING:  # imported when a command opens the profile: help does without
    from app.bootstrap import Services
    from app.services.handbook.book import Book

Printer = Callable[["Book", Path], int]
"""Writes a handbook as a PDF and returns its number of pages."""

PASSPHRASE = "BALIE_PASSPHRASE"  # noqa: S105  the name of the variable, not a passphrase


@dataclass(slots=True)
class Session:
    """One run of the command line."""

    folder: Path
    passphrase_stdin: bool = False
    printer: Printer | None = None
    _passphrase: str | None = field(default=None, repr=False)

    def passphrase(self) -> str | None:
        """Return the passphrase from where the owner put it: standard input or environment."""
        if self._passphrase is None:
            if self.passphrase_stdin:
                self._passphrase = read_line("passphrase")
            else:
                self._passphrase = os.environ.get(PASSPHRASE)
        return self._passphrase

    @contextmanager
    def services(self, *, create: bool = False, program: str | None = None) -> "Iterator[Services]":
        """Open the profile for one command.

        Args:
            create: make the profile when there is none.
            program: take the profile's lock under this name, as whoever synchronises must.
        """
        lock = ProfileLock(self.folder, program or "command")
        locked = program is not None or (create and not has_profile(self.folder))
        if locked:
            lock.acquire()
        stop_logging = None
        try:
            profile, key = self._enter(create=create, locked=locked)
            stop_logging = start_logging(profile.logs, name="balie" if locked else "command")
            bootstrap: Any = import_module("app.bootstrap")
            services: Services = bootstrap.build_services(profile, key, clock=SystemClock())
            try:
                yield services
            finally:
                services.close()
        finally:
            if stop_logging is not None:
                stop_logging()
            lock.release()

    def _enter(self, *, create: bool, locked: bool) -> tuple[Profile, bytes | None]:
        try:
            profile = self._load(locked=locked)
        except NoProfile:
            if not create:
                raise
            return self._create()
        return profile, self._unlock(profile)

    def _load(self, *, locked: bool) -> Profile:
        if locked:
            finish_interrupted(self.folder)
            return load_profile(self.folder)
        try:
            return load_profile(self.folder)
        except ProfileUnfinished:
            with ProfileLock(self.folder, "command"):
                finish_interrupted(self.folder)
            return load_profile(self.folder)

    def _unlock(self, profile: Profile) -> bytes | None:
        secrets = KeyringSecrets()
        try:
            return unlock(profile, secrets=secrets, passphrase=self.passphrase())
        except PassphraseNeeded:
            if not sys.stdin.isatty():
                raise
            typed = click.prompt("Passphrase", hide_input=True, err=True)
            return unlock(profile, secrets=secrets, passphrase=typed)

    def _create(self) -> tuple[Profile, bytes | None]:
        passphrase = self.passphrase()
        now = SystemClock().now()
        try:
            made = create_profile(
                self.folder, now=now, secrets=KeyringSecrets(), passphrase=passphrase
            )
        except KeyStoreAbsent:
            if not sys.stdin.isatty():
                raise
            chosen = click.prompt(
                "This computer has no key store. Choose a passphrase",
                hide_input=True,
                confirmation_prompt=True,
                err=True,
            )
            made = create_profile(self.folder, now=now, passphrase=chosen)
        if made.recovery_key is not None:
            say(
                "A new profile was made. Write down this recovery key and keep it away from the "
                "computer;\nit opens your messages when the key or passphrase is lost, and it is "
                f"shown only now:\n\n    {made.recovery_key.text}\n"
            )
        return made.profile, made.master_key


def has_profile(folder: Path) -> bool:
    """Tell whether there is anything of a profile in a folder."""
    return (folder / PROFILE_FILE).exists()


def session_of(ctx: click.Context) -> Session:
    """Return the session of a command."""
    found = ctx.find_object(Session)
    if found is None:
        raise click.UsageError("no profile was chosen")
    return found


def default_profile() -> Path:
    """Return the folder used without `--profile`."""
    return default_folder()


def read_line(what: str) -> str:
    """Return one line of standard input, for a secret."""
    line = sys.stdin.readline()
    if not line:
        raise click.UsageError(f"No {what} came on standard input.")
    return line.rstrip("\r\n")


def say(text: str) -> None:
    """Tell the owner something that is not the command's result."""
    click.echo(text, err=True)


def show(value: object, *, as_json: bool, lines: Callable[[], Iterator[str]]) -> None:
    """Write a result: as JSON, or as lines for people."""
    if as_json:
        click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))
        return
    for line in lines():
        click.echo(line)


def plain(value: object) -> Any:
    """Return a value as JSON knows it: dataclasses as objects, times as ISO 8601 in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    return value


def when(moment: datetime | None) -> str:
    """Return a time as the owner's clock shows it; "-" for none."""
    return "-" if moment is None else moment.astimezone().strftime("%d-%m-%Y %H:%M")


as_json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON.")
