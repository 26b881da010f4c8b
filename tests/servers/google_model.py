"""What the models of Google's APIs share: bearer tokens, refusals, answers that get lost."""

import json
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

from tests.servers.web import Asked, WebServer

TOKEN = "ya29.geheim-token-winkel"
STORED = json.dumps({"access_token": TOKEN, "refresh_token": "1//geheim-vernieuwing"})
"""The token as a SecretBox keeps it after signing in."""

TOKEN_PATH = "/token"
"""Where the provider is that has ended the sign-in: a token that is refused is not renewed."""

Json = dict[str, Any]
Reply = tuple[int, Any]


def refusal(status: int, words: str, reason: str = "", rpc: str = "", *details: Json) -> Reply:
    """Return an error as Google writes it: google.rpc.Status, and `errors` of the older APIs."""
    error: Json = {"code": status, "message": words}
    if reason:
        error["errors"] = [{"message": words, "domain": "youtube", "reason": reason}]
    if rpc:
        error["status"] = rpc
    if details:
        error["details"] = list(details)
    return status, {"error": error}


class GoogleModel(WebServer):
    """Answers by `answer`, which a subclass gives.

    Attributes:
        takes: tells whether an access token is good.
        fault: a refusal (see `refusal`) or bytes that every request gets.
        lose: the next change is carried out and its answer lost; `empty`: it is `{}`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.takes: Callable[[str], bool] = lambda token: token == TOKEN
        self.fault: Reply | bytes | None = None
        self.lose = self.empty = False

    def answer(self, asked: Asked, path: str, query: dict[str, str]) -> Reply:
        """Answer one request."""
        raise NotImplementedError

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        asked = self.asked[-1]
        query = {name: one[0] for name, one in parse_qs(urlsplit(asked.target).query).items()}
        token = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if path == TOKEN_PATH:
            self._tell(connection, path, 400, b'{"error": "invalid_grant"}')
            return
        if isinstance(self.fault, bytes):
            self._tell(connection, path, 200, self.fault)
            return
        if self.fault is not None:
            status, told = self.fault
        elif not self.takes(token):
            status, told = refusal(401, "Invalid credentials", "authError", "UNAUTHENTICATED")
        else:
            status, told = self.answer(asked, path, query)
        if asked.method in {"POST", "PUT"} and status == 200:
            if self.lose:
                self.lose = False
                connection.shutdown(socket.SHUT_RDWR)
                return
            told = {} if self.empty else told
        self._tell(connection, path, status, json.dumps(told).encode())

    def _tell(self, connection: socket.socket, path: str, status: int, body: bytes) -> None:
        self.pages[path] = (status, {"Content-Type": "application/json"}, body)
        super()._answer(connection, path)
