#!/usr/bin/env python3
"""Balie relay: keeps what Meta (WhatsApp, Messenger, Instagram) sends until Balie has fetched it.

Fill in the three values below, run `application` as WSGI on your hosting (this file also works as
a CGI script), and give its address to Meta and to Balie. Steps in README.md. Python 3.8 or newer
on Linux, no libraries, no database. It does the same as balie-relay.php, file for file:

    GET  ?hub.mode=subscribe&...            Meta's handshake
    POST                                    a webhook of Meta, signed with the app secret
    GET  ?after=SEQ&reader=NAME[&store=ID]  Balie fetches what came after SEQ
    POST ?ack=SEQ&reader=NAME&store=ID      Balie has stored everything up to SEQ

Balie proves itself with the header X-Balie-Secret. A webhook is deleted only after every reader of
the last MAX_DAYS days has stored it.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import hmac
import json
import os
import re
import secrets
import sys
import time
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import parse_qs
from wsgiref.handlers import CGIHandler
from wsgiref.simple_server import WSGIServer, make_server

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

VERIFY_TOKEN = "CHANGE-ME: a word of your own, also filled in at Meta"  # noqa: S105  # to fill in
APP_SECRET = "CHANGE-ME: the app secret, from Meta: App settings, Basic"  # noqa: S105  # to fill in
READ_SECRET = "CHANGE-ME: a long random word, also filled in in Balie"  # noqa: S105  # to fill in

FOLDER = ""
"""Where to keep webhooks; empty: beside the folder of this file when possible, else in it."""

MAX_BODY = 4_000_000
"""Bytes of one webhook; Meta sends at most 3 MB."""

MAX_RECORDS, MAX_BYTES, MAX_DAYS = 20_000, 200_000_000, 30
"""When so many wait, or so much, or for so long, new ones are refused; Meta sends them again."""

_ANSWER_BYTES, _ANSWER_RECORDS = 2_000_000, 100
_GUARD = "<?php http_response_code(404); exit; ?>\n"
"""Before all that is kept, so that also a server that runs PHP never serves it."""

_RECORD = re.compile(r"\d{12}\.php")
_READER = re.compile(r"[A-Za-z0-9:._-]{1,64}")


class _Answer(Exception):
    """What to answer; text, or a value for JSON."""

    def __init__(self, status: str, body: str | dict[str, Any]) -> None:
        super().__init__(status)
        self.status, self.body = status, body


class _Store:
    """The folder while it is our turn: made, used and closed within one request."""

    def __init__(self) -> None:
        self._folder = _folder()
        # A file of its own, for the others are replaced.
        self._lock = os.open(self._folder / "lock.php", os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def __enter__(self) -> _Store:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._lock)

    def path(self, number: int) -> Path:
        return self._folder / f"{number:012}.php"

    def keep(self, name: str, value: dict[str, Any]) -> None:
        """Replace a file in one step, so that it is there whole or not at all."""
        temporary = self._folder / "writing.php"
        with temporary.open("w") as file:
            file.write(_GUARD + json.dumps(value))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._folder / f"{name}.php")

    def kept(self, name: str) -> dict[str, Any] | None:
        path = self._folder / f"{name}.php"
        try:
            value = json.loads(path.read_text()[len(_GUARD) :]) if path.exists() else None
        except ValueError:
            return None
        return value if isinstance(value, dict) else None

    def numbers(self) -> list[int]:
        """Return the numbers of what is kept, oldest first."""
        names = [path.name for path in self._folder.iterdir()]
        return sorted(int(name[:12]) for name in names if _RECORD.fullmatch(name))

    def state(self) -> dict[str, Any]:
        """Return the id of this store, the last number given out, and how far each reader is."""
        state = self.kept("state") or {"store": secrets.token_hex(8), "last": 0, "readers": {}}
        state["readers"] = state["readers"] or {}
        state["last"] = max([state["last"], *self.numbers()])
        return state

    def sweep(self, state: dict[str, Any]) -> None:
        """Delete what every reader of the last MAX_DAYS days has stored; nothing without any."""
        since = time.time() - MAX_DAYS * 86400
        acked = [each["acked"] for each in state["readers"].values() if each["seen"] > since]
        for number in self.numbers():
            if number <= min(acked, default=0):
                self.path(number).unlink()

    def full(self) -> str:
        """Say why nothing more is taken in; empty when there is room."""
        told = [self.path(number).stat() for number in self.numbers()]
        if len(told) >= MAX_RECORDS or sum(each.st_size for each in told) >= MAX_BYTES:
            return "too much is waiting"
        if told and told[0].st_mtime < time.time() - MAX_DAYS * 86400:
            return f"nobody has fetched for {MAX_DAYS} days"
        return ""

    def record(self, number: int) -> dict[str, Any]:
        path = self.path(number)
        return self.kept(path.stem) or {
            "seq": number,
            "received_at": _moment(path.stat().st_mtime),
            "headers": {},
            "body": base64.b64encode(path.read_bytes()).decode(),
        }


def _folder() -> Path:
    here = Path(__file__).resolve().parent
    choices = [here.parent / "balie-relay-data", here / "balie-relay-data"]
    if FOLDER:
        choices = [Path(FOLDER)]
    for choice in choices:
        if choice.is_dir():
            return choice
    for choice in choices:
        try:
            choice.mkdir(mode=0o700, parents=True, exist_ok=True)
            (choice / ".htaccess").write_text("Require all denied\nDeny from all\n")
        except OSError:
            continue
        return choice
    raise OSError("no folder")


def _moment(at: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "surrogateescape"))


def _header(environ: WSGIEnvironment, name: str) -> str:
    """Return a header as it was sent; WSGI gives bytes as characters (PEP 3333)."""
    told: str = environ.get(name, "")
    return told.encode("latin-1", "replace").decode("utf-8", "surrogateescape")


def _signed(body: bytes) -> str:
    return hmac.new(APP_SECRET.encode(), body, hashlib.sha256).hexdigest()


def _number(told: str) -> int:
    return int(told) if told.isascii() and told.isdigit() else 0


def _shake_hands(query: dict[str, str]) -> NoReturn:
    token = query.get("hub.verify_token", "")
    if query["hub.mode"] != "subscribe" or not _same(VERIFY_TOKEN, token):
        raise _Answer("403 Forbidden", {"error": "verify_token"})
    raise _Answer("200 OK", query.get("hub.challenge", ""))


def _take_in(environ: WSGIEnvironment) -> NoReturn:
    length = _number(environ.get("CONTENT_LENGTH") or "")
    if length > MAX_BODY:
        raise _Answer("413 Content Too Large", {"error": "too_large"})
    body = environ["wsgi.input"].read(length)
    signature = _header(environ, "HTTP_X_HUB_SIGNATURE_256")
    if not _same(f"sha256={_signed(body)}", signature):
        raise _Answer("403 Forbidden", {"error": "signature"})
    with _Store() as store:
        state = store.state()
        store.sweep(state)  # a reader may have been given up since the last ack
        why = store.full()
        if why:
            raise _Answer("503 Service Unavailable", {"error": "full", "text": why})
        state["last"] += 1
        store.keep("state", state)
        record = {
            "seq": state["last"],
            "received_at": _moment(time.time()),
            "headers": {"x-hub-signature-256": signature},
            "body": base64.b64encode(body).decode(),
        }
        store.keep(store.path(state["last"]).stem, record)
    raise _Answer("200 OK", "ok")


def _reader(environ: WSGIEnvironment, query: dict[str, str]) -> str:
    if not _same(READ_SECRET, _header(environ, "HTTP_X_BALIE_SECRET")):
        raise _Answer("403 Forbidden", {"error": "secret"})
    reader = query.get("reader", "")
    if not _READER.fullmatch(reader):
        raise _Answer("400 Bad Request", {"error": "reader"})
    return reader


def _give(reader: str, query: dict[str, str]) -> NoReturn:
    with _Store() as store:
        state = store.state()
        known = state["readers"].setdefault(reader, {"acked": 0, "seen": 0})
        if known["seen"] < time.time() - 3600:
            known["seen"] = int(time.time())
            store.keep("state", state)
        # Numbers of another store (the folder was emptied) say nothing about this one.
        same = query.get("store", "") in {"", state["store"]}
        after = _number(query["after"]) if same else 0
        records: list[dict[str, Any]] = []
        size, more = 0, False
        for number in store.numbers():
            if number <= after:
                continue
            more = size >= _ANSWER_BYTES or len(records) >= _ANSWER_RECORDS
            if more:
                break
            records.append(store.record(number))
            size += store.path(number).stat().st_size
        answer = {
            "relay": 1,
            "store": state["store"],
            "last": state["last"],
            "records": records,
            "more": more,
            "full": store.full(),
            "proof": _signed(b"balie-relay:" + query.get("nonce", "").encode()),
        }
    raise _Answer("200 OK", answer)


def _forget(reader: str, query: dict[str, str]) -> NoReturn:
    with _Store() as store:
        state = store.state()
        if query.get("store", "") != state["store"]:
            raise _Answer("409 Conflict", {"error": "store", "store": state["store"]})
        readers = state["readers"]
        before = readers.get(reader, {"acked": 0})["acked"]
        acked = max(before, min(_number(query["ack"]), state["last"]))
        readers[reader] = {"acked": acked, "seen": int(time.time())}
        store.keep("state", state)
        store.sweep(state)
    raise _Answer("200 OK", {"acked": acked})


def _route(environ: WSGIEnvironment) -> NoReturn:
    values = (VERIFY_TOKEN, APP_SECRET, READ_SECRET)
    if any(len(value) < 8 or value.startswith("CHANGE-ME") for value in values):
        text = "Balie relay: fill in the three values at the top of this file first."
        raise _Answer("503 Service Unavailable", text)
    method = environ["REQUEST_METHOD"]
    told = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    query = {name: found[-1] for name, found in told.items()}
    if method == "GET" and "hub.mode" in query:
        _shake_hands(query)
    if method == "GET" and "after" in query:
        _give(_reader(environ, query), query)
    if method == "POST" and "ack" in query:
        _forget(_reader(environ, query), query)
    if method == "POST":
        _take_in(environ)
    if method == "GET":
        raise _Answer("200 OK", "Balie relay: ready. Give this address to Meta and to Balie.")
    raise _Answer("405 Method Not Allowed", {"error": "method"})


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer one request (WSGI, PEP 3333)."""
    try:
        _route(environ)
    except _Answer as told:
        answer = told
    except OSError:
        text = "The relay cannot write to its folder."
        answer = _Answer("500 Internal Server Error", {"error": "storage", "text": text})
    is_text = isinstance(answer.body, str)
    body = (answer.body if isinstance(answer.body, str) else json.dumps(answer.body)).encode()
    headers = [
        ("Content-Type", f"{'text/plain' if is_text else 'application/json'}; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if answer.status.startswith("503"):
        headers.append(("Retry-After", "3600"))
    start_response(answer.status, headers)
    return [body]


class _Server(ThreadingMixIn, WSGIServer):
    """For trying it on this computer; a hosting has a server of its own."""

    daemon_threads = True


if __name__ == "__main__":
    if "GATEWAY_INTERFACE" in os.environ:
        CGIHandler().run(application)
    else:
        make_server("127.0.0.1", int(sys.argv[1]), application, _Server).serve_forever()
