"""The relay of packaging/relay on a real server: PHP's own, or Python's wsgiref."""

import base64
import hashlib
import hmac
import http.client
import importlib.util
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from typing_extensions import override

from tests.servers import processes

SOURCES = Path(__file__).parents[2] / "packaging" / "relay"
FILES = {"php": "balie-relay.php", "python": "balie_relay.py"}
VERIFY_TOKEN, APP_SECRET = "winkelwoord", "appgeheim0123456789abcdef"
READ_SECRET = "leesgeheim-9f8e7d6c5b4a3210"


def signature(body: bytes, secret: str = APP_SECRET) -> str:
    """Return what Meta puts in X-Hub-Signature-256."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def filled_in(source: str, **values: str | int) -> str:
    """Return the file with values filled in, as the owner does with an editor."""
    lines = source.splitlines(keepends=True)
    for name, value in values.items():
        told = json.dumps(value)
        for place, line in enumerate(lines):
            if line.startswith((f"const {name} = ", f"{name} = ")):
                end = ";" if line.startswith("const") else ""
                lines[place] = f"{line.partition(' = ')[0]} = {told}{end}\n"
                break
            if line.startswith(f"{name}, ") or f", {name}" in line.partition(" = ")[0]:
                lines.insert(place + 1, f"{name} = {told}\n")
                break
        else:
            raise AssertionError(f"no {name} in the relay")
    return "".join(lines)


class RelayServer:
    """One relay in `folder`/www, as a hosting runs it.

    Attributes:
        url: the address for Meta and Balie.
        data: where it keeps what comes in, when nothing else was filled in.
    """

    def __init__(self, kind: str, folder: Path, **values: str | int) -> None:
        self.kind, self.site, self.data = kind, folder / "www", folder / "balie-relay-data"
        self._values: dict[str, str | int] = {
            "VERIFY_TOKEN": VERIFY_TOKEN, "APP_SECRET": APP_SECRET, "READ_SECRET": READ_SECRET,
        }  # fmt: skip
        self._values |= values
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/{FILES[self.kind]}"

    def __enter__(self) -> Self:
        self.site.mkdir(parents=True, exist_ok=True)
        name = FILES[self.kind]
        source = (SOURCES / name).read_text()
        (self.site / name).write_text(filled_in(source, **self._values))
        (self.port,) = processes.free_ports(1)
        command = [sys.executable, str(self.site / name), str(self.port)]
        if self.kind == "php":
            php = processes.program("php", "php-cli")
            command = [php, "-S", f"127.0.0.1:{self.port}", "-t", str(self.site)]
        tied = [processes.program("setpriv", "util-linux"), "--pdeathsig", "KILL", "--"]
        self._process = subprocess.Popen(
            [*tied, *command],
            env=os.environ | {"PHP_CLI_SERVER_WORKERS": "4"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        processes.until(self._listens, f"the start of the relay in {self.kind}")
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def kill(self) -> None:
        """End it at once, whatever it is doing."""
        if self._process:
            processes.end(self._process)
            self._process = None

    def _listens(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 2):
            return True
        return False

    def ask(
        self, method: str, path: str, body: bytes = b"", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Make one request below the site; returns status, headers and body."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            line.request(method, path, body, names)
            answer = line.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, told, answer.read()
        finally:
            line.close()

    def deliver(self, body: bytes, signed: str | None = None) -> int:
        """Send a webhook as Meta does; returns the status."""
        told = {"X_Hub_Signature_256": signature(body) if signed is None else signed}
        answer = self.ask(
            "POST", f"/{FILES[self.kind]}", body, Content_Type="application/json", **told
        )
        return answer[0]

    def numbers(self) -> list[int]:
        """Return the numbers of what it keeps."""
        return sorted(int(path.stem) for path in self.data.glob("0*.php"))

    def shake_hands(self, token: str = VERIFY_TOKEN) -> tuple[int, bytes]:
        given = {"hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": "11592<b>"}
        status, headers, body = self.ask("GET", f"/{FILES[self.kind]}?{urlencode(given)}")
        assert headers["content-type"].startswith(("text/plain", "application/json"))
        return status, body

    def push(
        self, kind: str, own: str, way: tuple[str, str], at: datetime, message: dict[str, Any]
    ) -> None:
        """Send a message of Messenger ("page") or Instagram as Meta does, and that it was read."""
        people = {"sender": {"id": way[0]}, "recipient": {"id": way[1]}}
        event: dict[str, Any] = {
            **people,
            "timestamp": int(at.timestamp() * 1000),
            "message": message,
        }
        read: dict[str, Any] = {**people, "timestamp": 1, "read": {"watermark": 1}}
        hook = {"object": kind, "entry": [{"id": own, "time": 1, "messaging": [event, read]}]}
        assert self.deliver(json.dumps(hook).encode()) == 200

    def read(
        self, after: int = 0, reader: str = "een", secret: str = READ_SECRET, **query: str
    ) -> dict[str, Any]:
        """Fetch as Balie does."""
        status, told = self.talk("GET", {"after": str(after), "reader": reader, **query}, secret)
        assert status == 200, told
        return told

    def ack(self, seq: int, reader: str = "een", store: str | None = None) -> int:
        store = self.read(seq, reader)["store"] if store is None else store
        return self.talk("POST", {"ack": str(seq), "reader": reader, "store": store})[0]

    def talk(
        self, method: str, query: dict[str, str], secret: str = READ_SECRET
    ) -> tuple[int, dict[str, Any]]:
        path = f"/{FILES[self.kind]}?{urlencode(query)}"
        status, _, body = self.ask(method, path, X_Balie_Secret=secret.encode().decode("latin-1"))
        return status, json.loads(body)


class RelayHere(RelayServer):
    """The Python relay on a thread of the tests, which starts at once and can be made to fail.

    Attributes:
        fault: status line and body with which every request of Balie is answered instead.
        breaks: what is replaced in every answer, by what.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__("python", folder)
        self.fault: tuple[str, bytes] | None = None
        self.breaks: tuple[bytes, bytes] | None = None

    @override
    def __enter__(self) -> Self:
        self.site.mkdir(parents=True, exist_ok=True)
        name = FILES[self.kind]
        path = self.site / name
        path.write_text(filled_in((SOURCES / name).read_text(), **self._values))
        spec = importlib.util.spec_from_file_location("balie_relay_here", path)
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self._module = module
        self._server = make_server("127.0.0.1", 0, self._answer, handler_class=_Quiet)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    @override
    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join(5)
        self._server.server_close()

    def _answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if self.fault and "HTTP_X_BALIE_SECRET" in environ:
            start(self.fault[0], [("Location", self.url), ("Content-Type", "text/html")])
            return [self.fault[1]]
        if self.breaks is None:
            whole: Iterable[bytes] = self._module.application(environ, start)
            return whole
        told = b"".join(self._module.application(environ, _nowhere)).replace(*self.breaks)
        start("200 OK", [("Content-Length", str(len(told)))])
        return [told]

    def use(self, **values: str) -> None:
        """Fill in other values at the top."""
        for name, value in values.items():
            setattr(self._module, name, value)


def _nowhere(*_: object) -> None:
    """Take a head that is not wanted."""


class _Quiet(WSGIRequestHandler):
    @override
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def bodies(told: dict[str, Any]) -> list[bytes]:
    """Return the webhooks of an answer."""
    return [base64.b64decode(record["body"]) for record in told["records"]]
