"""Finding the servers of an address, without ever sending a credential."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.rules.errors import InvalidValueError
from app.services.channels.email.channel import EmailType
from app.services.channels.email.discover import (
    MAX_XML,
    AutoconfigRefused,
    Surroundings,
    known_provider,
    oauth_endpoints,
    provider_names,
    read_autoconfig,
)
from app.services.channels.email.line import Patience
from app.services.channels.email.settings import Auth, EmailSettings, Endpoint, Tls
from app.services.channels.errors import SettingsNotFound
from tests.channels.email_accounts import NOW
from tests.servers.bad_tls import BadServer
from tests.servers.mail import MailServer
from tests.servers.web import WebServer

ADDRESS = "jan@winkel.test"

AUTOCONFIG = """<?xml version="1.0"?>
<clientConfig version="1.1">
  <emailProvider id="winkel.test">
    <incomingServer type="pop3"><hostname>pop.winkel.test</hostname><port>995</port>
      <socketType>SSL</socketType></incomingServer>
    <incomingServer type="imap"><hostname>imap.winkel.test</hostname><port>143</port>
      <socketType>plain</socketType><username>%EMAILADDRESS%</username></incomingServer>
    <incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port>
      <socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
    <outgoingServer type="smtp"><hostname>smtp.winkel.test</hostname><port>587</port>
      <socketType>STARTTLS</socketType></outgoingServer>
  </emailProvider>
</clientConfig>
"""

BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<clientConfig>&b;</clientConfig>"""

FILES = """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><clientConfig>&e;</clientConfig>"""


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


def kind(
    web: WebServer | None = None,
    imap: tuple[tuple[str, int, str], ...] = (),
    smtp: tuple[tuple[str, int, str], ...] = (),
) -> EmailType:
    places = (f"{web.url}/{{domain}}/1?a={{address}}", f"{web.url}/{{domain}}/2") if web else ()
    patience = Patience(connect=1, answer=1, command=2)
    return EmailType(now=lambda: NOW, around=Surroundings(places, imap, smtp, patience))


# --- known providers -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "imap", "user"),
    [
        ("jan@ziggo.nl", "imap.ziggo.nl", "jan@ziggo.nl"),
        ("jan@XS4ALL.nl", "imap.kpnmail.nl", "jan@XS4ALL.nl"),
        ("jan@zeelandnet.nl", "mail.zeelandnet.nl", "jan"),
        ("jan@icloud.com", "imap.mail.me.com", "jan"),
        ("jan@gmail.com", "imap.gmail.com", "jan@gmail.com"),
        ("jan@hotmail.nl", "outlook.office365.com", "jan@hotmail.nl"),
        ("jan@winkel.onmicrosoft.com", "outlook.office365.com", "jan@winkel.onmicrosoft.com"),
    ],
)
def test_known_providers(address: str, imap: str, user: str) -> None:
    found = known_provider(address)
    assert found is not None
    assert (found.imap.host, found.user) == (imap, user)


def test_every_provider_in_the_table_can_be_used() -> None:
    assert {"KPN", "Ziggo", "Gmail", "Microsoft 365", "TransIP", "Hostnet"} <= set(provider_names())
    for name in provider_names():
        found = known_provider("jan@eigen.nl", name)
        assert found is not None
        settings = EmailSettings.parse(found.to_values() | {"oauth": None})
        assert Tls.NONE not in {settings.imap.tls, settings.smtp.tls}
        assert found.auth
        assert Auth.XOAUTH2 not in found.auth or found.oauth


def test_nobody_knows_a_domain_of_ones_own() -> None:
    assert known_provider("jan@winkel.test") is None
    assert known_provider("jan@winkel.test", "Onbekend") is None
    assert oauth_endpoints("onbekend") == {}


# --- what the domain says --------------------------------------------------------------------


def test_reading_autoconfig() -> None:
    found = read_autoconfig(AUTOCONFIG.encode(), ADDRESS)
    assert found is not None
    assert found.imap == Endpoint("imap.winkel.test", 993, Tls.TLS)
    assert found.smtp == Endpoint("smtp.winkel.test", 587, Tls.STARTTLS)
    assert (found.user, found.smtp_user) == ("jan", ADDRESS)


@pytest.mark.parametrize(
    "data",
    [
        BOMB.encode(),
        FILES.encode(),
        b"",
        b"<html><p>Not found",
        b"\xff\xfe\x00",
        b'<?xml version="1.0" encoding="rot13"?><a/>',
        b"<a>" * 100_000,
        AUTOCONFIG.replace("imap.%EMAILDOMAIN%", "a b").encode(),
        AUTOCONFIG.replace("<port>993", "<port>x").encode(),
        AUTOCONFIG.encode() + b" " * MAX_XML,
    ],
)
def test_hostile_autoconfig_is_refused(data: bytes) -> None:
    with pytest.raises(AutoconfigRefused):
        read_autoconfig(data, ADDRESS)


@pytest.mark.parametrize("missing", ["imap", "smtp"])
def test_autoconfig_without_a_private_line_is_not_enough(missing: str) -> None:
    text = AUTOCONFIG.replace(f'type="{missing}"', 'type="pop3"')
    assert read_autoconfig(text.encode(), ADDRESS) is None


def test_the_domain_is_asked(web: WebServer) -> None:
    web.pages["/winkel.test/1"] = (200, {}, AUTOCONFIG.encode())
    values = kind(web).discover({"user": ADDRESS})
    assert values["imap"] == "imap.winkel.test:993"
    assert (values["tls"], values["smtp_tls"]) == ("tls", "starttls")
    assert web.asked[0].target == "/winkel.test/1?a=jan%40winkel.test"


@pytest.mark.parametrize(
    "first", [(404, b""), (200, BOMB.encode()), (500, b"x"), (200, b"x" * (MAX_XML + 1))]
)
def test_the_second_place_is_asked_too(web: WebServer, first: tuple[int, bytes]) -> None:
    web.pages["/winkel.test/1"] = (first[0], {}, first[1])
    web.pages["/winkel.test/2"] = (200, {}, AUTOCONFIG.encode())
    assert kind(web).discover({"user": ADDRESS})["imap"] == "imap.winkel.test:993"


# --- guesses ---------------------------------------------------------------------------------


def test_guesses_are_tried(mail_server: MailServer) -> None:
    ports = mail_server.ports
    found = kind(
        imap=(("localhost", 1, "tls"), ("localhost", ports.imaps, "tls")),
        smtp=(("localhost", ports.imap, "starttls"), ("localhost", ports.submission, "starttls")),
    ).discover({"address": ADDRESS, "ca": mail_server.ca})
    assert (found["imap"], found["tls"]) == (f"localhost:{ports.imaps}", "tls")
    assert (found["smtp"], found["smtp_tls"]) == (f"localhost:{ports.submission}", "starttls")
    assert found["user"] == ADDRESS


def test_a_guess_with_a_bad_certificate_is_no_find(mail_server: MailServer) -> None:
    with BadServer("imap", "expired", at_once=True) as bad:
        found = kind(imap=(("localhost", bad.port, "tls"),))
        with pytest.raises(SettingsNotFound):
            found.discover({"user": ADDRESS, "ca": mail_server.ca})
        assert not bad.credentials


def test_only_half_found_is_not_found(mail_server: MailServer) -> None:
    ports = mail_server.ports
    found = kind(imap=(("localhost", ports.imap, "starttls"),))
    with pytest.raises(SettingsNotFound):
        found.discover({"user": ADDRESS})


# --- what the owner fills in -----------------------------------------------------------------


def test_what_is_filled_in_needs_no_network(tmp_path: Path, mail_server: MailServer) -> None:
    file = tmp_path / "ca.pem"
    file.write_text(mail_server.ca)
    values = kind().discover(
        {
            "user": OWN,
            "imap": "localhost:10143",
            "smtp": "localhost:10587",
            "tls": "starttls",
            "ca": str(file),
            "folder": "Klachten; Vragen\nA/B",
        }
    )
    assert values == {
        "imap": "localhost:10143",
        "smtp": "localhost:10587",
        "user": OWN,
        "tls": "starttls",
        "ca": mail_server.ca.strip(),
        "auth": "password",
        "oauth": None,
        "folders": ["Klachten", "Vragen", "A/B"],
        "sent_by_provider": None,
    }


OWN = "owner@winkel.test"


def test_own_choices_come_on_top_of_what_is_known() -> None:
    values = kind().discover({"address": "Jan@Winkel.nl", "provider": "TransIP", "user": "jan"})
    assert (values["imap"], values["user"]) == ("imap.transip.email:993", "jan")
    values = kind().discover({"address": "jan@gmail.com", "imap": "localhost:143", "tls": "none"})
    assert (values["imap"], values["tls"], values["smtp"]) == (
        "localhost:143",
        "none",
        "smtp.gmail.com:465",
    )


def test_signing_in_with_a_provider_is_set_up() -> None:
    values = kind().discover({"user": "jan@outlook.com", "oauth-client-id": "mijn-app"})
    settings = EmailSettings.parse(values)
    assert settings.auth is Auth.XOAUTH2
    assert settings.oauth is not None
    assert settings.oauth.client_id == "mijn-app"
    assert settings.oauth.token_url.startswith("https://login.microsoftonline.com/")
    assert settings.keeps_sent
    own = {
        "user": "jan@gmail.com",
        "auth": "xoauth2",
        "oauth-provider": "google",
        "oauth-token-url": "https://eigen.example/token",
    }
    oauth = EmailSettings.parse(kind().discover(own)).oauth
    assert oauth is not None
    assert oauth.token_url == "https://eigen.example/token"
    assert ("access_type", "offline") in oauth.extra


@pytest.mark.parametrize("address", ["", "jan", "@winkel.nl", "jan@winkel", "a b@c.nl", "a\n@b.nl"])
def test_no_address(address: str) -> None:
    with pytest.raises(InvalidValueError):
        kind().handle({"address": address})


def test_handles_are_lower_case() -> None:
    assert kind().handle({"user": " Owner@Winkel.Test "}) == OWN
    assert kind().handle({"address": "a@b.nl", "user": "c"}) == "a@b.nl"


def test_a_certificate_that_is_not_there() -> None:
    with pytest.raises(InvalidValueError):
        kind().discover({"user": OWN, "ca": "/nergens/ca.pem"})


def test_fields_are_named_for_the_command_line() -> None:
    options = [field.option for field in EmailType.fields]
    assert {"imap", "smtp", "user", "tls", "ca", "folder", "auth", "password"} <= set(options)
    assert len(options) == len(set(options))
    assert not [option for option in options if "_" in option]
