"""Holds what a server was asked against the calls that an adapter declares."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.parser import BytesParser
from typing import Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from app.services.channels.kit import Call


class Request(Protocol):
    """One request as a server got it; `headers` has lower-case names."""

    @property
    def method(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def body(self) -> bytes: ...


def assert_declared(calls: Sequence[Call], asked: Iterable[Request]) -> None:
    """Fail with what was asked beyond the declared calls; paths of either are below the server.

    What goes for a name: each of the query, each field of a form, and in JSON each leaf, "a.b" for
    b within a, also through lists.
    """
    found = sorted({line for request in asked for line in undeclared(calls, request)})
    assert not found, "declare in the type's `calls`, or do not ask:\n" + "\n".join(found)


def undeclared(calls: Sequence[Call], request: Request) -> list[str]:
    """Return what of a request no call declares; of several calls that fit, the nearest counts."""
    parts = urlsplit(request.target)
    names = {*(name for name, _ in parse_qsl(parts.query, keep_blank_values=True)), *_sent(request)}
    what = f"{request.method} {unquote(parts.path)}"
    fitting = [call for call in calls if call.method == request.method and _fits(call, parts.path)]
    if not fitting:
        return [what]
    call = min(fitting, key=lambda one: len(_beyond(one, names)))
    return [f"{call.method} {call.path}: sends {name}" for name in _beyond(call, names)]


def _fits(call: Call, path: str) -> bool:
    """Tell whether a path is one of a call: "{name}" is anything but a slash, "{+name}" all."""
    parts = re.split(r"(\{\+?\w+\})", call.path)
    ways = [
        re.escape(part) if not part.startswith("{") else ".+" if part[1] == "+" else "[^/]+"
        for part in parts
    ]
    return re.fullmatch("".join(ways), path) is not None


def _beyond(call: Call, names: Iterable[str]) -> list[str]:
    return sorted(
        name
        for name in names
        if not any(one == name or one.startswith(f"{name}.") for one in call.sends)
    )


def _sent(request: Request) -> Iterator[str]:
    """Yield the names in a body, by what its header says that it is."""
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        yield from leaves(json.loads(request.body or b"null"))
    elif kind.startswith("application/x-www-form-urlencoded"):
        yield from (name for name, _ in parse_qsl(request.body.decode(), keep_blank_values=True))
    elif kind.startswith("multipart/"):
        form = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + request.body)
        for part in form.walk():
            if name := part.get_param("name", header="content-disposition"):
                yield str(name)


def leaves(value: object, within: str = "") -> Iterator[str]:
    """Yield the dotted names of what stands in JSON; a list is looked through."""
    if isinstance(value, list) and value:
        for one in value:
            yield from leaves(one, within)
    elif isinstance(value, dict) and value:
        for name, one in value.items():
            yield from leaves(one, f"{within}.{name}" if within else name)
    elif within:
        yield within
