"""Servers that cannot prove who they are get nothing: no session, no credentials."""

import ssl
import time

import pytest

from app.models.rules.errors import InvalidValueError
from app.services.channels.api import Json, Prepared
from app.services.channels.email.channel import EmailChannel, EmailType
from app.services.channels.email.line import tls_context
from app.services.channels.email.settings import (
    EmailSettings,
    Endpoint,
    PlainConnectionRefused,
    Tls,
)
from app.services.channels.errors import CertificateRefused, Offline
from app.services.channels.oauth import OAuthSettings
from tests.channels.contract import fetch
from tests.channels.email_accounts import NOW, draft, opened, plain
from tests.servers.bad_tls import FAULTS, BadServer
from tests.servers.certificates import certificate
from tests.servers.mail import MailOptions, MailServer


@pytest.fixture(autouse=True)
def no_unchecked_context(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when anything makes a context that checks nothing."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a TLS context that checks nothing was made")

    monkeypatch.setattr(ssl, "_create_stdlib_context", refuse)
    monkeypatch.setattr(ssl, "_create_unverified_context", refuse)


def bad_values(server: BadServer, *, at_once: bool) -> dict[str, Json]:
    trusted = certificate("good").ca
    values = plain(server.port, server.port)
    return values | {"tls": "tls" if at_once else "starttls", "ca": trusted}


def use(channel: EmailChannel, protocol: str) -> None:
    if protocol == "imap":
        fetch(channel, "INBOX")
    else:
        channel.send(channel.prepare(draft()), lambda: pytest.fail("committed"))


@pytest.mark.parametrize("protocol", ["imap", "smtp"])
@pytest.mark.parametrize(
    ("fault", "at_once"),
    [
        (fault, at_once)
        for fault in FAULTS
        for at_once in (True, False)
        if not (at_once and fault == "stripped")  # there is nothing to strip
    ],
)
def test_bad_servers_get_nothing(protocol: str, fault: str, *, at_once: bool) -> None:
    with (
        BadServer(protocol, fault, at_once=at_once) as server,
        opened(bad_values(server, at_once=at_once)) as channel,
    ):
        with pytest.raises(CertificateRefused) as caught:
            use(channel, protocol)
        assert server.connections == 1
        time.sleep(0.01)
        assert server.credentials == []
        assert "geheim" not in str(caught.value)


def test_every_path_refuses_a_bad_certificate() -> None:
    with BadServer("imap", "expired", at_once=True) as server:
        values = bad_values(server, at_once=True)
        with opened(values) as channel:
            assert {finding.code for finding in channel.probe()} == {"certificate_refused"}
            for path in (
                channel.streams,
                lambda: channel.reconcile(Prepared("<a@b>", "", b"")),
                lambda: channel.store_copy(channel.prepare(draft())),
            ):
                with pytest.raises(CertificateRefused):
                    path()
        assert server.credentials == []


def test_signed_in_before_starttls_is_refused() -> None:
    with BadServer("imap", "stripped", at_once=False) as server:
        server._say = lambda connection, text: connection.sendall(  # type: ignore[method-assign, assignment]
            text.replace("* OK ready", "* PREAUTH welcome").encode() + b"\r\n"
        )
        with (
            opened(bad_values(server, at_once=False)) as channel,
            pytest.raises(CertificateRefused),
        ):
            fetch(channel, "INBOX")
        assert server.credentials == []


@pytest.mark.parametrize("kind", ["selfsigned", "good"])
def test_a_pinned_certificate_works(kind: str) -> None:
    """The server's own certificate may be pinned, self-signed or not."""
    with MailServer(MailOptions(certificate=kind)) as server:
        user = server.new_user()
        values = server.settings(user) | {"ca": server.certificate.chain}
        with opened(values, user.address) as channel:  # type: ignore[arg-type]
            assert all(finding.ok for finding in channel.probe())


@pytest.mark.parametrize("kind", ["expired", "wronghost"])
def test_pinning_does_not_excuse_date_or_name(kind: str) -> None:
    with BadServer("imap", kind, at_once=True) as server:
        values = bad_values(server, at_once=True) | {"ca": server.certificate.chain}
        with opened(values) as channel, pytest.raises(CertificateRefused):
            fetch(channel, "INBOX")


def test_a_server_that_hangs_up_is_offline() -> None:
    with BadServer("imap", "good", at_once=True) as server:
        server.serve = lambda connection: None  # type: ignore[method-assign]
        with opened(bad_values(server, at_once=True)) as channel, pytest.raises(Offline):
            fetch(channel, "INBOX")


def test_contexts_check_everything() -> None:
    for ca in (None, certificate("good").ca):
        context = tls_context(ca)
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname
        assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    with pytest.raises(InvalidValueError):
        tls_context("-----BEGIN CERTIFICATE-----\nnope\n-----END CERTIFICATE-----")


# --- settings --------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["imap.winkel.nl", "192.168.1.2", "localhost.winkel.nl", "::2"])
def test_an_open_line_to_another_computer_is_refused(host: str) -> None:
    with pytest.raises(PlainConnectionRefused):
        Endpoint.parse(f"{host}:143", "none")
    kind = EmailType(now=lambda: NOW)
    given = {"user": "a@winkel.nl", "imap": f"{host}:143", "smtp": f"{host}:25", "tls": "none"}
    with pytest.raises(PlainConnectionRefused):
        kind.discover(given)


@pytest.mark.parametrize(
    ("text", "tls", "expected"),
    [
        ("imap.winkel.nl:993", None, Endpoint("imap.winkel.nl", 993, Tls.TLS)),
        ("IMAP.winkel.nl:143", None, Endpoint("imap.winkel.nl", 143, Tls.STARTTLS)),
        ("smtp.winkel.nl:465", "starttls", Endpoint("smtp.winkel.nl", 465, Tls.STARTTLS)),
        ("[::1]:143", "none", Endpoint("::1", 143, Tls.NONE)),
        ("localhost:10143", "none", Endpoint("localhost", 10143, Tls.NONE)),
    ],
)
def test_servers_are_read(text: str, tls: str | None, expected: Endpoint) -> None:
    assert Endpoint.parse(text, tls) == expected
    assert Endpoint.parse(str(expected), expected.tls) == expected


@pytest.mark.parametrize(
    "text", ["", "imap.winkel.nl", ":993", "a:0", "a:70000", "a:x", "a b:993", 'a"b:993', "a\n:993"]
)
def test_strange_servers_are_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Endpoint.parse(text)


def test_settings_go_there_and_back() -> None:
    values: dict[str, Json] = {
        "imap": "imap.winkel.nl:993",
        "smtp": "smtp.winkel.nl:587",
        "user": "DOMEIN\\jan",
        "smtp_user": "jan@winkel.nl",
        "auth": "xoauth2",
        "oauth": {
            "authorize_url": "https://a.example/auth",
            "token_url": "https://a.example/token",
            "client_id": "c",
            "scope": "s",
            "extra": {"prompt": "consent"},
        },
        "folders": ["Klachten", 3, ""],
        "sent_by_provider": True,
    }
    settings = EmailSettings.parse(values)
    assert EmailSettings.parse(settings.to_values()) == settings
    assert settings.folders == ("Klachten",)
    assert (settings.imap.tls, settings.smtp.tls) == (Tls.TLS, Tls.STARTTLS)


@pytest.mark.parametrize(
    "change", [{"user": ""}, {"user": "a\nb"}, {"auth": "kerberos"}, {"tls": "ssl"}, {"imap": 7}]
)
def test_strange_settings_are_refused(change: dict[str, Json]) -> None:
    with pytest.raises(InvalidValueError):
        EmailSettings.parse(plain(143) | change)


@pytest.mark.parametrize("host", ["smtp.gmail.com", "smtp.office365.com"])
def test_some_servers_keep_what_they_send(host: str) -> None:
    values = plain(143) | {"smtp": f"{host}:587", "smtp_tls": "starttls"}
    assert EmailSettings.parse(values).keeps_sent
    assert not EmailSettings.parse(values | {"sent_by_provider": False}).keeps_sent
    assert not EmailSettings.parse(plain(143)).keeps_sent


@pytest.mark.parametrize("url", ["http://a.example/x", "ftp://a", "https://", "", "javascript:x"])
def test_tokens_travel_over_https_only(url: str) -> None:
    values: dict[str, Json] = {"authorize_url": url, "token_url": "https://a.example/token"}
    with pytest.raises(InvalidValueError):
        OAuthSettings.parse(values)
