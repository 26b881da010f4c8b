"""A Graph server in small, written from Meta's documentation: tokens, fields, paging, refusals."""

import json
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from typing import Any, ClassVar
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from typing_extensions import override

from tests.servers.web import Asked, WebServer

TOKEN = "EAAgeheimPaginaToken123"
VERSION = "v26.0"

Json = dict[str, Any]


class GraphRefusal(Exception):
    """A refusal of Graph."""

    def __init__(
        self, code: int, subcode: int = 0, message: str = "", status: int = 400, **more: object
    ) -> None:
        super().__init__(message)
        self.status = status
        self.error: Json = {"message": message or f"(#{code}) Refused", "code": code, **more}
        self.error |= {"type": "OAuthException", "fbtrace_id": "A1b2"}
        if subcode:
            self.error["error_subcode"] = subcode


@dataclass(frozen=True)
class Request:
    """One request as the handlers get it.

    Attributes:
        parts: the path below the version, split.
        query, form, files: what was sent; a JSON body stands in `form`.
    """

    method: str
    parts: tuple[str, ...]
    query: dict[str, str]
    form: Json
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)


class GraphModel(WebServer):
    """What all of Graph does; a subclass answers in `handle`.

    Attributes:
        token, token_ways: what it takes, and where it looks for it ("header", "query").
        fault: "" or a fault of `FAULTS`: how every answer fails.
        cut: the next write is carried out, and its answer gets lost; `no_id`: comes without an id.
        headers: sent with every answer.
        public: what anybody gets without a token, by path: status and bytes.
        requests: what was asked, without the token.
    """

    FAULTS: ClassVar[Mapping[str, Callable[[], GraphRefusal]]] = {
        "token": lambda: GraphRefusal(190, 460, "The session is no longer valid", 401),
        "malformed": lambda: GraphRefusal(190, 0, f"Malformed access token {TOKEN}", 400),
        "role": lambda: GraphRefusal(190, 492, "No role", 400),
        "scope": lambda: GraphRefusal(200, 0, "Requires pages_read_user_content", 403),
        "blocked": lambda: GraphRefusal(368, 0, "Temporarily blocked", 400),
        "gone": lambda: GraphRefusal(100, 33, "Unsupported get request", 400),
        "busy": lambda: GraphRefusal(32, 0, "(#32) Page request limit reached", 400),
        "down": lambda: GraphRefusal(2, 0, "Service temporarily unavailable", 500),
        "passing": lambda: GraphRefusal(9999, 0, "Try later", 400, is_transient=True),
        "field": lambda: GraphRefusal(2635, 0, "You are calling a deprecated version", 400),
    }
    RAW: ClassVar[Mapping[str, bytes]] = {
        "nonsense": b"<html>",
        "no list": b'{"data": {}}',
        "error page": b"<html>502",
    }

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.now = now
        self.token = TOKEN
        self.token_ways = {"header", "query"}
        self.fault = ""
        self.cut = self.no_id = False
        self.headers: dict[str, str] = {}
        self.public: dict[str, tuple[int, bytes]] = {}
        self.requests: list[Request] = []
        self.most = 100
        self._number = 1000

    # --- for subclasses ----------------------------------------------------------------------

    def handle(self, request: Request) -> Json:
        """Answer a request.

        Raises:
            GraphRefusal: it is refused.
        """
        raise GraphRefusal(100, 33, "Unsupported request")

    def new_id(self) -> str:
        """Return an id that was not given yet."""
        self._number += 1
        return str(self._number)

    def at(self, moment: datetime) -> str:
        """Return a moment as Graph writes it: no colon in the zone."""
        return moment.strftime("%Y-%m-%dT%H:%M:%S+0000")

    def tick(self, **span: int) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    def listed(self, request: Request, things: Sequence[Json]) -> Json:
        """Return a part of a list, with the way to the next one as Graph gives it: with the token.

        A part may hold less than was asked for, since Graph leaves out what may not be seen: things
        that are None.
        """
        limit = max(1, min(int(request.query.get("limit", "25")), self.most))
        start = int(request.query.get("after") or "0")
        part = [one for one in things[start : start + limit] if one is not None]
        told: Json = {"data": [chosen(one, request.query.get("fields", "id")) for one in part]}
        if not things[start : start + limit]:
            return told
        end = str(start + limit)
        told["paging"] = {"cursors": {"before": str(start), "after": end}}
        if start + limit < len(things):
            query = {**request.query, "access_token": self.token, "limit": str(limit), "after": end}
            path = "/".join((VERSION, *request.parts))
            told["paging"]["next"] = f"{self.url}/{path}?{urlencode(query, quote_via=quote)}"
        return told

    # --- one request -------------------------------------------------------------------------

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        asked = self.asked[-1]
        if path in self.public:
            status, body = self.public[path]
            self.pages[path] = (status, {}, body)
            super()._answer(connection, path)
            return
        cut = False
        try:
            status, body = 200, json.dumps(self._answered(asked)).encode()
            cut, self.cut = self.cut and asked.method == "POST", self.cut and asked.method != "POST"
        except GraphRefusal as refusal:
            status, body = refusal.status, json.dumps({"error": refusal.error}).encode()
        if self.fault in self.RAW:
            status, body = (502 if self.fault == "error page" else 200), self.RAW[self.fault]
        if cut:
            connection.shutdown(socket.SHUT_RDWR)
            return
        self.pages[path] = (status, dict(self.headers), body)
        super()._answer(connection, path)

    def _answered(self, asked: Asked) -> Json:
        parts = urlsplit(asked.target)
        query = dict(parse_qsl(parts.query))
        self._check_token(asked, query.pop("access_token", ""))
        if self.fault in self.FAULTS:
            raise self.FAULTS[self.fault]()
        version, *path = parts.path.strip("/").split("/")
        if version != VERSION:
            path = [version, *path]
        form, files = _body(asked)
        request = Request(asked.method, tuple(path), query, form, files)
        self.requests.append(request)
        told = self.handle(request)
        return {} if self.no_id and asked.method == "POST" else told

    def _check_token(self, asked: Asked, in_query: str) -> None:
        in_header = asked.headers.get("authorization", "").removeprefix("Bearer ")
        seen = {"header": in_header, "query": in_query}
        tokens = [seen[way] for way in self.token_ways if seen[way]]
        if not tokens:
            raise GraphRefusal(2500, 0, "An active access token must be used", 400)
        if tokens[0] != self.token:
            raise GraphRefusal(190, 467, f"Error validating access token {tokens[0]}", 401)


def _body(asked: Asked) -> tuple[Json, dict[str, tuple[str, bytes]]]:
    kind = asked.headers.get("content-type", "")
    if kind.startswith("application/json"):
        return json.loads(asked.body), {}
    if not kind.startswith("multipart/"):
        return dict(parse_qsl(asked.body.decode(), keep_blank_values=True)), {}
    form: Json = {}
    files: dict[str, tuple[str, bytes]] = {}
    whole = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + asked.body)
    for part in whole.get_payload():  # type: ignore[union-attr]
        name = part.get_param("name", header="content-disposition")  # type: ignore[union-attr]
        data = part.get_payload(decode=True)  # type: ignore[union-attr]
        if part.get_filename():  # type: ignore[union-attr]
            files[str(name)] = (part.get_content_type(), data)  # type: ignore[union-attr, assignment]
        else:
            form[str(name)] = data.decode()  # type: ignore[union-attr]
    return form, files


# --- fields ----------------------------------------------------------------------------------


def chosen(thing: Json, fields: str) -> Json:
    """Return what was asked for of a thing, and its id: Graph gives nothing else.

    "id,from{id,name},attachments" asks for parts of `from`, of a list likewise, also in `data`.
    """
    told: Json = {"id": thing["id"]} if "id" in thing else {}
    for name, inner in _parsed(fields):
        if name in thing:
            told[name] = _within(thing[name], inner)
    return told


def _within(value: Any, inner: str) -> Any:
    if not inner or value is None:
        return value
    if isinstance(value, list):
        return [_within(one, inner) for one in value]
    if "data" in value:
        return {**value, "data": _within(value["data"], inner)}
    return chosen(value, inner)


def _parsed(fields: str) -> list[tuple[str, str]]:
    """Return names with what stands between their braces."""
    found, depth, name, inner = [], 0, "", ""
    for one in f"{fields},":
        depth -= one == "}"
        if depth:
            inner += one
        elif one == ",":
            found.append((name.partition(".")[0], inner))
            name, inner = "", ""
        elif one not in "{}":
            name += one
        depth += one == "{"
    return [(name, inner) for name, inner in found if name]
