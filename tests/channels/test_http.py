"""HTTP for channels: limits, no redirects with credentials, and what each answer means."""

import gzip
import logging
import ssl
import threading
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import requests

from app.services.channels.errors import (
    AuthExpired,
    CertificateRefused,
    ChannelError,
    InvalidContent,
    NotAllowedByPlatform,
    Offline,
    OutcomeUnknown,
    PermissionMissing,
    ProtocolChanged,
    RateLimited,
    TargetGone,
    Transient,
)
from app.services.channels.http import LONGEST_WAIT, USER_AGENT, Answer, Http, limit
from tests.channels.email_accounts import NOW
from tests.servers.certificates import certificate
from tests.servers.web import WebServer

TOKEN = "geheim-token"


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def http() -> Iterator[Http]:
    session = Http(lambda: NOW, time_limits=(0.5, 0.3), total_limit=0.5)
    yield session
    session.close()


def test_addresses_are_not_logged(
    web: WebServer, http: Http, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    web.pages[f"/bot{TOKEN}/getMe"] = (200, {}, b"")
    http.request("GET", f"{web.url}/bot{TOKEN}/getMe")
    assert TOKEN not in caplog.text


def test_a_good_answer(web: WebServer, http: Http) -> None:
    web.pages["/a"] = (200, {"X-Test": "1"}, b'{"a": [1, "\\u20ac"]}')
    answer = http.request(
        "POST", f"{web.url}/a", token=TOKEN, params={"q": "é &"}, body={"vraag": "ja"}
    )
    assert answer.json() == {"a": [1, "€"]}
    assert answer.headers["x-test"] == "1"
    asked = web.asked[0]
    assert asked.target == "/a?q=%C3%A9+%26"
    assert asked.body == b'{"vraag": "ja"}'
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"
    assert asked.headers["user-agent"] == USER_AGENT


def test_secrets_are_not_in_the_repr() -> None:
    answer = Answer(200, {"set-cookie": TOKEN}, TOKEN.encode())
    assert TOKEN not in repr(answer)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (301, ProtocolChanged),
        (302, ProtocolChanged),
        (308, ProtocolChanged),
        (400, InvalidContent),
        (401, AuthExpired),
        (402, NotAllowedByPlatform),
        (403, PermissionMissing),
        (404, TargetGone),
        (410, TargetGone),
        (408, Transient),
        (422, InvalidContent),
        (429, RateLimited),
        (451, NotAllowedByPlatform),
        (418, ProtocolChanged),
        (500, Transient),
        (503, Transient),
        (599, Transient),
    ],
)
def test_statuses_have_their_class(
    web: WebServer, http: Http, status: int, expected: type[ChannelError]
) -> None:
    web.pages["/a"] = (status, {"Location": f"{web.url}/b"}, b"<html>")
    web.pages["/b"] = (200, {}, b"stolen")
    with pytest.raises(expected):
        http.request("GET", f"{web.url}/a", token=TOKEN, account="winkel")
    assert len(web.asked) == 1


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("120", timedelta(seconds=120)),
        (format_datetime(NOW + timedelta(minutes=3), usegmt=True), timedelta(minutes=3)),
        (format_datetime(NOW - timedelta(minutes=3), usegmt=True), timedelta()),
        ("999999999", LONGEST_WAIT),
        ("soon", timedelta(minutes=5)),
        ("-5", timedelta(minutes=5)),
        ("9" * 400, timedelta(minutes=5)),
    ],
)
def test_retry_after(web: WebServer, http: Http, told: str, wait: timedelta) -> None:
    web.pages["/a"] = (429, {"Retry-After": told}, b"")
    with pytest.raises(RateLimited) as limited:
        http.request("GET", f"{web.url}/a")
    assert limited.value.retry_at == NOW + wait
    web.pages["/a"] = (503, {"Retry-After": "7"}, b"")
    with pytest.raises(Transient) as later:
        http.request("GET", f"{web.url}/a")
    assert later.value.retry_after == timedelta(seconds=7)


def test_public_pages_follow_a_few_redirects_to_https_only(web: WebServer, http: Http) -> None:
    web.pages["/a"] = (302, {"Location": f"{web.url}/b"}, b"")
    web.pages["/b"] = (200, {}, b"page")
    with pytest.raises(ProtocolChanged):
        http.get_public(f"{web.url}/a")
    assert http.get_public(f"{web.url}/b").body == b"page"
    with pytest.raises(TargetGone):
        http.get_public(f"{web.url}/c")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", Transient),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", Transient),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Transient),
        (b"SSH-2.0-OpenSSH\r\n", Transient),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nxxxx",
            ProtocolChanged,
        ),
    ],
)
def test_broken_answers(
    web: WebServer, http: Http, raw: bytes, expected: type[ChannelError]
) -> None:
    web.raw = raw
    with pytest.raises(expected):
        http.request("GET", f"{web.url}/a")


def test_a_cut_write_is_an_unknown_outcome(web: WebServer, http: Http) -> None:
    web.raw = b""
    with pytest.raises(OutcomeUnknown):
        http.request("POST", f"{web.url}/a", writes=True)
    web.raw, web.pause = None, 0.6
    with pytest.raises(OutcomeUnknown):
        http.request("POST", f"{web.url}/a", writes=True)


def test_silent_and_slow_servers(web: WebServer, http: Http) -> None:
    web.pages["/a"] = (200, {}, b"x" * 200)
    web.pause, web.dribble = 0.05, True
    with pytest.raises(Transient):
        http.request("GET", f"{web.url}/a")
    web.pause, web.dribble = 0.6, False
    with pytest.raises(Transient):
        http.request("GET", f"{web.url}/a")


def test_nobody_there_is_offline_also_for_writes(http: Http) -> None:
    for url in ("http://127.0.0.1:1/a", "http://niet-bestaand.invalid/a"):
        with pytest.raises(Offline):
            http.request("POST", url, writes=True)


@pytest.mark.parametrize("size", [10, 9_000_000])
def test_answers_have_a_limit(web: WebServer, http: Http, size: int) -> None:
    web.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * size))
    if size == 10:
        assert len(http.request("GET", f"{web.url}/a").body) == 10
        return
    with pytest.raises(ProtocolChanged):
        http.request("GET", f"{web.url}/a")


@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b"\xff\xfe", b"[" * 100_000])
def test_not_json(body: bytes) -> None:
    with pytest.raises(ProtocolChanged):
        Answer(200, {}, body).json()


@pytest.mark.parametrize("url", ["", "geen", "ftp://a/b", "http://", "http://a b/", "http://[::1/"])
def test_strange_addresses(http: Http, url: str) -> None:
    with pytest.raises(ChannelError):
        http.request("GET", url, token=TOKEN)


def test_errors_do_not_show_addresses(http: Http) -> None:
    with pytest.raises(Offline) as caught:
        http.request("GET", "http://127.0.0.1:1/a", params={"access_token": TOKEN})
    assert TOKEN not in f"{caught.value!r}{caught.value}{caught.value.__cause__!r}"


def test_bad_certificates_are_refused(tmp_path: Path, http: Http) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    made = certificate("good")
    ca, chain, key = made.write(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(chain, key)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        url = f"https://localhost:{server.server_port}/a"
        with pytest.raises(CertificateRefused) as caught:
            http.request("GET", url, token=TOKEN)
        trusting = Http(lambda: NOW, ca=str(ca))
        assert trusting.request("GET", url).status == 204
        trusting.close()
        server.shutdown()
    assert "certificate" in str(caught.value.params["detail"])


def test_sessions_of_libraries_get_our_limits(web: WebServer) -> None:
    session = requests.Session()
    limit(session, (0.2, 0.2))
    web.pause = 0.5
    with pytest.raises(requests.exceptions.Timeout):
        session.request("GET", f"{web.url}/a")
    session.close()


def test_a_refusal_is_judged_by_its_words(web: WebServer, http: Http) -> None:
    web.pages["/a"] = (400, {}, b'{"error": 190}')

    def judge(answer: Answer) -> ChannelError | None:
        return AuthExpired(server="x", account="y") if b"190" in answer.body else None

    with pytest.raises(AuthExpired):
        http.request("GET", f"{web.url}/a", judge=judge)
    web.pages["/a"] = (400, {}, b"{}")
    with pytest.raises(InvalidContent):
        http.request("GET", f"{web.url}/a", judge=judge)


@pytest.mark.parametrize("status", [500, 502, 503])
def test_nobody_knows_after_an_error_during_a_write(
    web: WebServer, http: Http, status: int
) -> None:
    web.pages["/a"] = (status, {}, b"")
    with pytest.raises(OutcomeUnknown):
        http.request("POST", f"{web.url}/a", body={}, writes=True)
    with pytest.raises(Transient):
        http.request("POST", f"{web.url}/a", body={})


def test_an_unreadable_yes_to_a_write_is_no_certainty(web: WebServer, http: Http) -> None:
    web.pages["/a"] = (200, {}, b"<html>")
    with pytest.raises(OutcomeUnknown):
        http.request("POST", f"{web.url}/a", body={}, writes=True).json()
    web.pages["/a"] = (200, {}, b"x" * 100)
    with pytest.raises(OutcomeUnknown):
        http.request("POST", f"{web.url}/a", body={}, writes=True, size_limit=10)
    web.pages["/a"] = (200, {"Content-Encoding": "gzip"}, b"no gzip")
    with pytest.raises(OutcomeUnknown):
        http.request("POST", f"{web.url}/a", body={}, writes=True)
    web.pages["/a"] = (200, {}, b"x" * 20)
    web.dribble, web.pause = True, 0.1
    with pytest.raises(OutcomeUnknown):
        http.request("POST", f"{web.url}/a", body={}, writes=True)


def test_name_and_password_and_files(web: WebServer, http: Http) -> None:
    web.pages["/a"] = (200, {}, b"{}")
    http.request(
        "POST",
        f"{web.url}/a",
        basic=("sid", TOKEN),
        data={"chat": "7"},
        files={"document": ("bon.pdf", b"%PDF", "application/pdf")},
    )
    asked = web.asked[0]
    assert asked.headers["authorization"].startswith("Basic ")
    assert asked.headers["content-type"].startswith("multipart/form-data")
    assert b'filename="bon.pdf"' in asked.body
    assert b'name="chat"' in asked.body


def test_a_redirect_is_judged_by_who_asked(web: WebServer, http: Http) -> None:
    web.pages["/old"] = (301, {"Location": "/new"}, b"")

    def judged(answer: Answer) -> ChannelError:
        return TargetGone(server="x", what=answer.headers["location"])

    with pytest.raises(TargetGone, match="/new"):
        http.request("GET", f"{web.url}/old", judge=judged)
    with pytest.raises(ProtocolChanged, match="redirect"):
        http.request("GET", f"{web.url}/old")
