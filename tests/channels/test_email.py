"""The contract, kept by the e-mail channel against Dovecot and Exim."""

from collections.abc import Iterator, Mapping

import pytest

from app.services.channels.api import Channel, InboundMessage, ParseContext, RawItem
from app.services.channels.email.channel import EmailType
from app.services.channels.email.line import Patience
from app.services.channels.errors import (
    AuthExpired,
    CertificateRefused,
    ChannelError,
    Offline,
    Transient,
)
from app.services.channels.registry import Channels
from tests.channels.contract import ChannelContract
from tests.channels.email_accounts import PATIENT, Secrets, account, email_type
from tests.servers.certificates import certificate
from tests.servers.mail import PASSWORD, MailServer, MailUser, written


class MailPlatform:
    """One mailbox on the real server."""

    stream = "INBOX"
    own_stream = "Sent"
    secrets = (PASSWORD, "fout-wachtwoord")
    failures: Mapping[str, type[ChannelError]] = {
        "refused": Offline,
        "hanging": Transient,
        "wrong password": AuthExpired,
        "no password": AuthExpired,
        "certificate": CertificateRefused,
    }

    def __init__(self, server: MailServer, user: MailUser) -> None:
        self.server, self.user = server, user
        self.values = server.settings(user)
        self.box = Secrets(password=PASSWORD)
        self.patience = PATIENT

    def open(self) -> Channel:
        values = account(dict(self.values), self.user.address)  # type: ignore[arg-type]
        return email_type(patience=self.patience).open(values, self.box)

    def put(self, text: str) -> None:
        message = written("anna@klant.test", self.user.address, "Vraag", text)
        self.server.append(self.user, "INBOX", message)

    def put_own(self, text: str) -> None:
        message = written(self.user.address, "anna@klant.test", "Re: Vraag", text)
        self.server.append(self.user, "Sent", message)

    def parse(self, item: RawItem, context: ParseContext) -> InboundMessage:
        return EmailType.parse(item, context)

    def own_handle(self) -> str:
        return self.user.address

    def state(self) -> object:
        return self.server.flags(self.user), self.server.flags(self.user, "Sent")

    def fail(self, fault: str) -> None:
        if fault == "refused":
            self.server.stop_imap()
        elif fault == "hanging":
            self.server.hang()
            self.patience = Patience(connect=2, answer=0.2, command=1)
        elif fault == "wrong password":
            self.box["password"] = "fout-wachtwoord"
        elif fault == "no password":
            self.box.clear()
        else:
            self.values["ca"] = certificate("selfsigned").chain

    def recover(self) -> None:
        self.server.resume()
        self.server.start_imap()
        self.patience = PATIENT
        self.box["password"] = PASSWORD
        self.values = self.server.settings(self.user)


class TestEmailContract(ChannelContract):
    @pytest.fixture
    def platform(self, mail_server: MailServer, mail_user: MailUser) -> Iterator[MailPlatform]:  # type: ignore[override]
        platform = MailPlatform(mail_server, mail_user)
        yield platform
        platform.recover()


def test_email_is_registered() -> None:
    assert Channels()["email"].kind == "email"
