"""Signing in with a provider: the way there and back, hostile visitors, tokens that end."""

import json
import socket
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest

from app.services.channels.api import AccountSettings
from app.services.channels.email.channel import EmailType
from app.services.channels.errors import (
    AuthExpired,
    ChannelError,
    NotAllowedByPlatform,
    Offline,
    PermissionMissing,
    ProtocolChanged,
    Transient,
)
from app.services.channels.kit import sign_in_ends
from app.services.channels.loopback import MAX_REFUSED, LoopbackListener
from app.services.channels.oauth import (
    TOKEN,
    OAuthSettings,
    SignInFlow,
    TokenSource,
)
from tests.channels.contract import fetch, fetch_all
from tests.channels.email_accounts import OWNER, Secrets, account, draft, mail, opened, plain
from tests.servers.mail import MailOptions, MailServer, MailUser
from tests.servers.oauth import OAuthServer


def real_now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def provider() -> Iterator[OAuthServer]:
    with OAuthServer() as server:
        yield server


@pytest.fixture(scope="module")
def mail_with_oauth() -> Iterator[tuple[OAuthServer, MailServer]]:
    with (
        OAuthServer() as provider,
        MailServer(MailOptions(introspection=provider.address)) as server,
    ):
        yield provider, server


def settings(provider: OAuthServer) -> OAuthSettings:
    return OAuthSettings.parse(provider.settings())  # type: ignore[arg-type]


def flow(provider: OAuthServer, secrets: Secrets, seconds: float = 5) -> SignInFlow:
    return SignInFlow(
        settings(provider),
        account=OWNER,
        secrets=secrets,
        now=real_now,
        time_limit=timedelta(seconds=seconds),
    )


def source(provider: OAuthServer, secrets: Secrets, **values: threading.Lock) -> TokenSource:
    lock = values.get("lock") or threading.Lock()
    return TokenSource(settings(provider), account=OWNER, secrets=secrets, now=real_now, lock=lock)


# --- the way there and back ------------------------------------------------------------------


def test_signing_in(provider: OAuthServer) -> None:
    secrets = Secrets()
    signing_in = flow(provider, secrets)
    asked = parse_qs(urlsplit(signing_in.url).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["login_hint"] == [OWNER]
    assert urlsplit(asked["redirect_uri"][0]).hostname == "127.0.0.1"
    browser = threading.Thread(target=provider.browse, args=(signing_in.url,))
    browser.start()
    signing_in.finish(Event())
    browser.join()
    token = json.loads(secrets[TOKEN])
    assert provider.introspect(token["access_token"])["email"] == OWNER
    assert token["expires_at"] > real_now().timestamp() + 3000
    assert "code_verifier" in provider.requests[0]


def test_the_listener_is_gone_afterwards(provider: OAuthServer) -> None:
    signing_in = flow(provider, Secrets())
    back = parse_qs(urlsplit(signing_in.url).query)["redirect_uri"][0]
    browser = threading.Thread(target=provider.browse, args=(signing_in.url,))
    browser.start()
    signing_in.finish(Event())
    browser.join()
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(back, timeout=1)


def test_a_provider_that_knows_one_port(provider: OAuthServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        fixed = replace(settings(provider), redirect_port=port, basic=True)
        with pytest.raises(Transient, match=str(port)):
            SignInFlow(fixed, account=OWNER, secrets=Secrets(), now=real_now)
    signing_in = SignInFlow(fixed, account=OWNER, secrets=Secrets(), now=real_now)
    assert parse_qs(urlsplit(signing_in.url).query)["redirect_uri"] == [
        f"http://127.0.0.1:{port}/signed-in"
    ]
    signing_in.cancel()


def test_only_an_address_is_filled_in_at_the_provider(provider: OAuthServer) -> None:
    for handle, hints in (("@winkel", None), ("winkel", None), (OWNER, [OWNER])):
        signing_in = SignInFlow(settings(provider), account=handle, secrets=Secrets(), now=real_now)
        assert parse_qs(urlsplit(signing_in.url).query).get("login_hint") == hints
        signing_in.cancel()


def test_a_sign_in_that_ends_is_known_to_end(provider: OAuthServer) -> None:
    secrets = Secrets()
    assert sign_in_ends(secrets.get) is None
    provider.refresh_ttl = 604_799
    signing_in = flow(provider, secrets)
    browser = threading.Thread(target=provider.browse, args=(signing_in.url,))
    browser.start()
    signing_in.finish(Event())
    browser.join()
    told = sign_in_ends(secrets.get)
    assert told is not None
    assert told - real_now() > timedelta(days=6, hours=23)
    provider.refresh_ttl = None
    source(provider, secrets).access_token(renew=True)
    assert sign_in_ends(secrets.get) == told
    secrets[TOKEN] = "[]"
    assert sign_in_ends(secrets.get) is None


def test_signing_in_again_keeps_the_rest(provider: OAuthServer) -> None:
    secrets = Secrets({"other": "x", TOKEN: provider.token_for(OWNER)})
    before = secrets[TOKEN]
    signing_in = flow(provider, secrets)
    threading.Thread(target=provider.browse, args=(signing_in.url,)).start()
    signing_in.finish(Event())
    assert secrets["other"] == "x"
    assert secrets[TOKEN] != before


def test_nobody_comes_back(provider: OAuthServer) -> None:
    with pytest.raises(AuthExpired):
        flow(provider, Secrets(), 0.05).finish(Event())
    stop = Event()
    stop.set()
    with pytest.raises(AuthExpired):
        flow(provider, Secrets()).finish(stop)
    cancelled = flow(provider, Secrets())
    cancelled.cancel()
    with pytest.raises(AuthExpired):
        cancelled.finish(Event())


def test_a_stolen_code_is_useless(provider: OAuthServer) -> None:
    """Without our verifier the provider gives no token for the code."""
    signing_in = flow(provider, Secrets())
    asked = {name: each[0] for name, each in parse_qs(urlsplit(signing_in.url).query).items()}
    code = parse_qs(urlsplit(provider.authorize(asked)).query)["code"][0]
    stolen = {
        "client_id": asked["client_id"],
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": asked["redirect_uri"],
        "code_verifier": "x" * 43,
    }
    assert provider.token(stolen)[0] == 400
    signing_in.cancel()


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        ((503, {}), Transient),
        ((400, {"error": "invalid_request"}), NotAllowedByPlatform),
        ((400, {"error": "invalid_grant"}), AuthExpired),
        ((200, {"error": "strange"}), NotAllowedByPlatform),
        ((200, {"hello": 1}), ProtocolChanged),
        ((302, {}), ProtocolChanged),
    ],
)
def test_a_provider_in_trouble(
    provider: OAuthServer, trouble: tuple[int, dict[str, object]], expected: type[ChannelError]
) -> None:
    secrets = Secrets()
    signing_in = flow(provider, secrets)
    provider.trouble = trouble
    threading.Thread(target=provider.browse, args=(signing_in.url,)).start()
    with pytest.raises(expected) as caught:
        signing_in.finish(Event())
    assert TOKEN not in secrets
    assert "code=" not in str(caught.value)


# --- hostile visitors ------------------------------------------------------------------------


def ask(port: int, request: bytes) -> bytes:
    """Return the answer; a listener that has heard enough may hang up in the middle."""
    answer = b""
    with (
        suppress(BrokenPipeError, ConnectionResetError),
        socket.create_connection(("127.0.0.1", port), timeout=30) as visitor,
    ):
        visitor.sendall(request)
        while part := visitor.recv(4096):
            answer += part
    return answer


def hostile(port: int) -> list[bytes]:
    host = f"Host: 127.0.0.1:{port}\r\n\r\n".encode()
    good = b"/signed-in?code=c&state=goed"
    return [
        b"GET /signed-in?code=c&state=fout HTTP/1.1\r\n" + host,
        b"GET /signed-in?code=c HTTP/1.1\r\n" + host,
        b"GET /signed-in?code=c&state= HTTP/1.1\r\n" + host,
        b"GET /signed-in?code=c&state=goed&state=fout HTTP/1.1\r\n" + host,
        b"GET /signed-in?code=c&code=d&state=goed HTTP/1.1\r\n" + host,
        b"GET /?code=c&state=goed HTTP/1.1\r\n" + host,
        b"GET /favicon.ico HTTP/1.1\r\n" + host,
        b"GET http://evil.example" + good + b" HTTP/1.1\r\n" + host,
        b"GET //evil.example" + good + b" HTTP/1.1\r\n" + host,
        b"POST " + good + b" HTTP/1.1\r\n" + host,
        b"HEAD " + good + b" HTTP/1.1\r\n" + host,
        b"get " + good + b" HTTP/1.1\r\n" + host,
        b"GET " + good + b" HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET " + good + b" HTTP/1.1\r\nHost: localhost:1\r\n\r\n",
        b"GET " + good + b" HTTP/1.1\r\nHost: evil.example\r\n" + host,
        b"GET " + good + b" HTTP/1.1\r\n\r\n",
        b"GET " + good + b"\r\n\r\n",
        b"GET " + good + b" HTTP/1.1\r\nX: " + b"x" * 100_000 + b"\r\n" + host,
        b"GET " + good + b"&x=" + b"y" * 1_000_000 + b" HTTP/1.1\r\n" + host,
        b"GET " + good + b"&".join(b"a%d=1" % n for n in range(99)) + b" HTTP/1.1\r\n" + host,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET http://[::1" + good + b" HTTP/1.1\r\n" + host,
        b"\r\n\r\n",
    ]


@pytest.fixture
def listener() -> Iterator[LoopbackListener]:
    made = LoopbackListener("goed", host="127.0.0.1", time_limit=timedelta(seconds=20))
    yield made
    made.close()


def test_hostile_callbacks_change_nothing(listener: LoopbackListener) -> None:
    port = urlsplit(listener.url).port or 0
    found: list[dict[str, str]] = []
    waiting = threading.Thread(target=lambda: found.append(listener.wait(Event())))
    waiting.start()
    requests = hostile(port)
    for number in range(180):
        answer = ask(port, requests[number % len(requests)])
        assert not answer.startswith(b"HTTP/1.1 200"), requests[number % len(requests)][:80]
    assert not found
    good = f"GET /signed-in?code=c&state=goed HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    answer = ask(port, good)
    waiting.join(30)
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"state" not in answer
    assert found == [{"code": "c"}]
    with pytest.raises(OSError, match="refused"):
        ask(port, good)  # a second time


def test_too_many_hostile_callbacks_end_it(listener: LoopbackListener) -> None:
    port = urlsplit(listener.url).port or 0
    found: list[dict[str, str]] = []
    waiting = threading.Thread(target=lambda: found.append(listener.wait(Event())))
    waiting.start()
    for _ in range(MAX_REFUSED):
        ask(port, b"GET / HTTP/1.1\r\n\r\n")
    waiting.join(30)
    assert found == [{}]


def test_the_listener_is_on_this_computer_only(listener: LoopbackListener) -> None:
    assert listener._server.getsockname()[0] == "127.0.0.1"
    assert urlsplit(listener.url).hostname == "127.0.0.1"


def test_many_silent_visitors_do_not_block(listener: LoopbackListener) -> None:
    port = urlsplit(listener.url).port or 0
    found: list[dict[str, str]] = []
    silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(5)]
    waiting = threading.Thread(target=lambda: found.append(listener.wait(Event())))
    waiting.start()
    host = f"Host: 127.0.0.1:{port}\r\n\r\n".encode()
    ask(port, b"GET /signed-in?error=access_denied&state=goed HTTP/1.1\r\n" + host)
    waiting.join(30)
    for each in silent:
        each.close()
    assert found == [{"error": "access_denied"}]


# --- tokens ----------------------------------------------------------------------------------


def test_a_valid_token_is_used_as_it_is(provider: OAuthServer) -> None:
    secrets = Secrets({TOKEN: provider.token_for(OWNER)})
    access = source(provider, secrets).access_token(renew=False)
    assert provider.introspect(access)["email"] == OWNER
    assert provider.refreshes == 0


def test_an_ended_token_is_renewed_and_kept(provider: OAuthServer) -> None:
    provider.ttl = 1
    secrets = Secrets({TOKEN: provider.token_for(OWNER)})
    provider.ttl = 3600
    tokens = source(provider, secrets)
    first, second = tokens.access_token(renew=False), tokens.access_token(renew=False)
    assert first == second == json.loads(secrets[TOKEN])["access_token"]
    assert provider.refreshes == 1


def test_one_refresh_at_a_time(provider: OAuthServer) -> None:
    provider.ttl, provider.refresh_takes = 1, 0.05
    secrets = Secrets({TOKEN: provider.token_for(OWNER)})
    provider.ttl = 3600
    lock, found = threading.Lock(), []
    threads = [
        threading.Thread(
            target=lambda: found.append(
                source(provider, secrets, lock=lock).access_token(renew=False)
            )
        )
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(found)) == 1
    assert (provider.refreshes, provider.overlapping) == (1, 0)


@pytest.mark.parametrize("kept", [None, "", "{}", "[]", "nope", '{"access_token": "x"}'])
def test_without_a_refresh_token_the_owner_is_asked(
    provider: OAuthServer, kept: str | None
) -> None:
    secrets = Secrets({} if kept is None else {TOKEN: kept})
    with pytest.raises(AuthExpired):
        source(provider, secrets).access_token(renew=True)


def test_a_revoked_sign_in(provider: OAuthServer) -> None:
    secrets = Secrets({TOKEN: provider.token_for(OWNER)})
    provider.revoke()
    with pytest.raises(AuthExpired):
        source(provider, secrets).access_token(renew=True)


def test_a_provider_that_is_away(provider: OAuthServer) -> None:
    secrets = Secrets({TOKEN: provider.token_for(OWNER)})
    provider.__exit__()
    with pytest.raises(Offline):
        source(provider, secrets).access_token(renew=True)
    provider._server.server_close()


# --- with Dovecot and Exim -------------------------------------------------------------------


def oauth_values(servers: tuple[OAuthServer, MailServer], user: MailUser) -> dict[str, object]:
    provider, server = servers
    return server.settings(user) | {"auth": "xoauth2", "oauth": provider.settings()}


def test_reading_and_sending_with_a_token(
    mail_with_oauth: tuple[OAuthServer, MailServer],
) -> None:
    provider, server = mail_with_oauth
    user = server.new_user()
    server.append(user, "INBOX", mail(1))
    secrets = Secrets({TOKEN: provider.token_for(user.address)})
    values = oauth_values(mail_with_oauth, user)
    with opened(values, user.address, secrets=secrets) as channel:  # type: ignore[arg-type]
        assert all(finding.ok for finding in channel.probe())
        assert len(fetch_all(channel, "INBOX")[0]) == 1
        channel.send(channel.prepare(draft(user.address)), lambda: None)


def test_a_token_that_ends_early_is_renewed_by_itself(
    mail_with_oauth: tuple[OAuthServer, MailServer],
) -> None:
    provider, server = mail_with_oauth
    user = server.new_user()
    secrets = Secrets({TOKEN: provider.token_for(user.address)})
    values = oauth_values(mail_with_oauth, user)
    with opened(values, user.address, secrets=secrets) as channel:  # type: ignore[arg-type]
        fetch(channel, "INBOX")
        for number in range(1, 3):
            provider.end_access()
            channel.close()
            server.append(user, "INBOX", mail(number))
            assert len(fetch_all(channel, "INBOX")[0]) >= number
            provider.end_access()
            channel.send(channel.prepare(draft(user.address)), lambda: None)


def test_a_revoked_sign_in_pauses_the_account(
    mail_with_oauth: tuple[OAuthServer, MailServer],
) -> None:
    provider, server = mail_with_oauth
    user = server.new_user()
    secrets = Secrets({TOKEN: provider.token_for(user.address)})
    values = oauth_values(mail_with_oauth, user)
    provider.revoke()
    with opened(values, user.address, secrets=secrets) as channel:  # type: ignore[arg-type]
        with pytest.raises(AuthExpired):
            fetch(channel, "INBOX")
        with pytest.raises(AuthExpired):
            channel.send(channel.prepare(draft()), lambda: None)


def test_the_token_of_another_user_is_refused(
    mail_with_oauth: tuple[OAuthServer, MailServer],
) -> None:
    provider, server = mail_with_oauth
    user, other = server.new_user(), server.new_user()
    secrets = Secrets({TOKEN: provider.token_for(other.address)})
    values = oauth_values(mail_with_oauth, user)
    with (
        opened(values, user.address, secrets=secrets) as channel,  # type: ignore[arg-type]
        pytest.raises(AuthExpired),
    ):
        fetch(channel, "INBOX")


def test_the_kind_begins_to_sign_in(provider: OAuthServer) -> None:
    kind = EmailType(now=real_now)
    secrets = Secrets()
    assert kind.sign_in(account(plain(143)), secrets) is None
    values = plain(143) | {"auth": "xoauth2", "oauth": provider.settings()}  # type: ignore[dict-item]
    signing_in = kind.sign_in(AccountSettings(0, OWNER, "", values), secrets)  # type: ignore[arg-type]
    assert signing_in is not None
    threading.Thread(target=provider.browse, args=(signing_in.url,)).start()
    signing_in.finish(Event())
    assert TOKEN in secrets
    with pytest.raises(PermissionMissing):
        kind.sign_in(account(plain(143) | {"auth": "xoauth2"}), secrets)


def test_xoauth2_without_a_provider_asks_for_one() -> None:
    with opened(plain(1, 1) | {"auth": "xoauth2"}) as channel, pytest.raises(AuthExpired):
        fetch(channel, "INBOX")
