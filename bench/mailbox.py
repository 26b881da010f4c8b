"""A real mailbox full of mail, and a profile that is connected to it."""

import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from app.bootstrap import Services, build_services
from app.services.clock import SystemClock
from app.services.storage.profile import create_profile
from app.services.sync import accounts
from bench.mails import mails
from tests.servers.mail import MailServer, MailUser


@contextmanager
def full_mailbox(count: int) -> Iterator[tuple[MailServer, MailUser]]:
    """Give a Dovecot with `count` mails in one inbox, put there as files."""
    with MailServer() as server:
        user = server.new_user()
        server.append(user, "INBOX", next(mails(1, datetime.now(UTC), seed=1)))
        maildir = server.folder / "boxes" / user.address / "Maildir"
        owner = maildir.stat()
        for number, mail in enumerate(mails(count - 1, datetime.now(UTC))):
            path = maildir / "new" / f"1700000000.{number:06}.bench"
            path.write_bytes(mail.replace(b"winkel@winkel.test", user.address.encode()))
            _give(path, owner.st_uid, owner.st_gid)
        yield server, user


def _give(path: Path, uid: int, gid: int) -> None:
    import os

    os.chown(path, uid, gid)


@contextmanager
def connected(server: MailServer, user: MailUser) -> Iterator[Services]:
    """Give the services of a new profile (passphrase mode) with that account."""
    with tempfile.TemporaryDirectory() as folder:
        clock = SystemClock()
        made = create_profile(Path(folder) / "profile", now=clock.now(), passphrase="een lange zin")
        services = build_services(made.profile, made.master_key, clock=clock)
        services.database.write_now(
            accounts.save,
            "email",
            user.address,
            name="De Winkel",
            values=cast(Any, server.settings(user)),
            secrets={"password": user.password},
        )
        try:
            yield services
        finally:
            services.close()


def peak_megabytes() -> tuple[float, float]:
    """Return the largest memory of this process and of its children so far."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return own / 1024, children / 1024
