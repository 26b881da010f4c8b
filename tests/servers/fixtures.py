"""Fixtures of the real servers: one mail server per test process, a fresh mailbox per test."""

from collections.abc import Iterator

import pytest

from tests.servers.mail import MailServer, MailUser


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailServer]:
    """Dovecot and Exim with ordinary options, shared by all tests of this process."""
    with MailServer() as server:
        yield server


@pytest.fixture
def mail_user(mail_server: MailServer) -> MailUser:
    """A mailbox that no other test uses; faults of an earlier test are over."""
    mail_server.resume()
    mail_server.start_imap()
    mail_server.start_smtp()
    return mail_server.new_user()
