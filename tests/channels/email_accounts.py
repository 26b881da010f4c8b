"""Opening e-mail accounts for the tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from app.services.channels.api import AccountSettings, Draft, Json, Person
from app.services.channels.email.account import EmailChannel
from app.services.channels.email.channel import EmailType
from app.services.channels.email.line import Patience
from tests.servers.imap_model import ImapModel
from tests.servers.mail import ANNA, PASSWORD

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PATIENT = Patience(connect=10, answer=30, accept=30, command=60)
"""For servers that do answer, however busy the computer is."""

IMPATIENT = Patience(connect=5, answer=1, accept=1, command=10)
"""For servers that are told not to answer."""

OWNER = "owner@winkel.test"


class Secrets(dict[str, str]):
    """The secrets of one account, in memory."""

    def put(self, name: str, value: str) -> None:
        self[name] = value


def email_type(
    now: Callable[[], datetime] = lambda: NOW, patience: Patience = PATIENT
) -> EmailType:
    return EmailType(now=now, patience=patience)


def account(values: dict[str, Json], handle: str = OWNER) -> AccountSettings:
    return AccountSettings(1, handle, "Winkel", values)


@contextmanager
def opened(
    values: dict[str, Json],
    handle: str = OWNER,
    *,
    secrets: Secrets | None = None,
    kind: EmailType | None = None,
    patience: Patience = PATIENT,
) -> Iterator[EmailChannel]:
    """Give an open channel with the password "geheim"."""
    box = Secrets(password=PASSWORD) if secrets is None else secrets
    channel = (kind or email_type(patience=patience)).open(account(values, handle), box)
    try:
        yield channel
    finally:
        channel.close()


def plain(imap: int, smtp: int = 1) -> dict[str, Json]:
    """Return the settings of an account on open ports of this computer."""
    return {
        "imap": f"localhost:{imap}",
        "smtp": f"localhost:{smtp}",
        "user": OWNER,
        "tls": "none",
    }


def model_settings(model: ImapModel) -> dict[str, Json]:
    return plain(model.port)


def mail(number: int, text: str = "hallo", *, sender: str = ANNA) -> bytes:
    """Return a short mail with its own Message-ID."""
    return (
        f"From: Anna <{sender}>\r\nTo: {OWNER}\r\nSubject: Vraag {number}\r\n"
        f"Message-ID: <m{number}@klant.test>\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
    ).encode()


def draft(recipient: str | Person = ANNA, **values: object) -> Draft:
    """Return an answer."""
    fields: dict[str, object] = {
        "key": "sleutel1",
        "thread_token": "draad1",
        "sender": Person(OWNER, "Winkel"),
        "recipient": Person(recipient, "Anna") if isinstance(recipient, str) else recipient,
        "subject": "Waar blijft mijn pakket?",
        "text": "Beste Anna,\n\nHet komt morgen.\n",
        "created_at": NOW,
        "references": ("<vraag@klant.test>",),
    }
    return Draft(**(fields | values))  # type: ignore[arg-type]


def long_ago(days: int) -> datetime:
    return NOW - timedelta(days=days)
