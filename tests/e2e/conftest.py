"""The whole program on a real mail server: services in this process, the command line in others."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services, build_services
from app.services.channels.api import ChannelType
from app.services.channels.email.channel import EmailType
from app.services.channels.email.line import Patience
from app.services.clock import Clock, SystemClock
from app.services.storage.profile import create_profile
from app.services.storage.profile_file import Profile
from app.services.sync import accounts, outbox
from app.services.sync.engine import Report, SyncEngine
from app.services.sync.outbox import OutboxRow
from app.services.sync.parser import InlineParser
from app.services.tickets import inbox, replies
from app.services.tickets.inbox import TicketInfo, TicketView
from tests.fakes_secrets import QUICK
from tests.servers.mail import MailServer, MailUser

PASSPHRASE = "een lange zin voor de test"
SYSTEM = SystemClock()
PATIENT = Patience(connect=30, answer=60, accept=30, command=60)
HASTY = Patience(connect=2, answer=3, accept=3, command=20)
"""For servers that are made to hang."""


@dataclass
class Shop:
    """A profile with one mail account at the real server, driven in this process."""

    services: Services
    server: MailServer
    user: MailUser

    def connect(self, **changes: object) -> int:
        """Save the account as the set-up would."""
        values: Any = {**self.server.settings(self.user), **changes}
        return self.services.database.write_now(
            accounts.save,
            "email",
            self.user.address,
            name="De Winkel",
            values=values,
            secrets={"password": self.user.password},
        )

    def run(self, work: Callable[[SyncEngine], Any]) -> Any:
        """Run a coroutine function with an engine on an event loop."""

        async def whole() -> Any:
            self.services.run_on(asyncio.get_running_loop())
            engine = self.services.engine()
            try:
                return await work(engine)
            finally:
                await engine.stop()

        return asyncio.run(whole())

    def sync(self) -> Report:
        report = self.run(lambda engine: engine.run_once())
        assert isinstance(report, Report)
        for account, error in report.errors.items():
            print(f"{account}: {error.code} {error.params}")  # shown when the test fails
        return report

    def tickets(self) -> list[TicketInfo]:
        read = self.services.database.read_now
        rows = read(inbox.page, now=self.services.clock.now(), limit=1000)
        return read(inbox.infos, [row.id for row in rows])

    def view(self, ticket_id: int = 1) -> TicketView:
        found = self.services.database.read_now(inbox.ticket_view, ticket_id)
        assert found is not None
        return found

    def answer(self, text: str, ticket_id: int = 1) -> int:
        queued = self.services.database.write_now(replies.answer, ticket_id, text=text, now=True)
        return queued.outbox_id

    def outbox(self) -> list[OutboxRow]:
        return self.services.database.read_now(outbox.rows, finished=True)


def open_shop(
    folder: Path,
    server: MailServer,
    user: MailUser,
    *,
    patience: Patience = PATIENT,
    clock: Clock = SYSTEM,
    others: Sequence[ChannelType] = (),
) -> Shop:
    """Return a shop on a new practice profile; close `shop.services` afterwards.

    Args:
        others: kinds of channels besides mail.
    """
    made = create_profile(folder, now=clock.now(), practice=True)
    return _shop(made.profile, server, user, patience, clock, others)


def reopen_shop(profile: Profile, shop: Shop) -> Shop:
    """Return the same shop with services of this process's own."""
    return _shop(profile, shop.server, shop.user, PATIENT)


def _shop(
    profile: Profile,
    server: MailServer,
    user: MailUser,
    patience: Patience,
    clock: Clock = SYSTEM,
    others: Sequence[ChannelType] = (),
) -> Shop:
    kinds = (EmailType(now=clock.now, patience=patience), *others)
    services = build_services(profile, None, clock=clock, channels=kinds, parser=InlineParser())
    return Shop(services, server, user)


@pytest.fixture
def shop(tmp_path: Path, mail_server: MailServer, mail_user: MailUser) -> Iterator[Shop]:
    """A connected shop."""
    opened = open_shop(tmp_path / "profile", mail_server, mail_user)
    opened.connect()
    yield opened
    opened.services.close()


class Balie:
    """The command line as an owner's script uses it: a process per command."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.environment = {
            **{name: value for name, value in os.environ.items() if "DBUS" not in name},
            "BALIE_PASSPHRASE": PASSPHRASE,
            "HOME": str(home),
        }

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "app", "--profile", str(self.folder), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
        )

    def run(self, *arguments: str, typed: str = "", code: int = 0) -> str:
        """Run a command to its end, expect its exit code, and return what it wrote."""
        with self.start(*arguments) as process:
            output, errors = process.communicate(typed, timeout=80)
        assert process.returncode == code, errors
        assert "Traceback" not in errors
        return output if code == 0 else errors

    def json(self, *arguments: str) -> Any:
        return json.loads(self.run(*arguments, "--json"))


@pytest.fixture
def balie(tmp_path: Path) -> Balie:
    """Commands on a profile whose passphrase is quick to check."""
    folder = tmp_path / "profile"
    create_profile(folder, now=datetime.now(UTC), passphrase=PASSPHRASE, cost=QUICK)
    return Balie(folder, tmp_path)


def add_account(balie: Balie, server: MailServer, user: MailUser) -> None:
    """Connect a mail account by the command line."""
    balie.run(
        *("account", "add", "email", "--address", user.address),
        *("--imap", f"localhost:{server.ports.imap}"),
        *("--smtp", f"localhost:{server.ports.submission}"),
        *("--tls", "starttls", "--ca", str(server.ca_file), "--password-stdin"),
        typed=user.password + "\n",
    )
