"""What the tests of the channels at Google share."""

import json
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs, urlsplit

from app.services.channels.kit import Call
from app.services.channels.oauth import CLIENT_SECRET, TOKEN
from tests.channels.email_accounts import Secrets
from tests.servers.google_model import STORED, TOKEN_PATH, GoogleModel
from tests.servers.web import Asked

PROJECT = {"oauth-client-id": "balie-test"}
SECRET_WORDS = ("geheim-token-winkel", "geheim-vernieuwing", "geheim-van-het-project")


def at(server: GoogleModel) -> dict[str, str]:
    """Return what the owner fills in to use a model instead of Google."""
    return {
        **PROJECT,
        "server": server.url,
        "oauth-authorize-url": f"{server.url}/authorize",
        "oauth-token-url": f"{server.url}{TOKEN_PATH}",
    }


def signed_in() -> Secrets:
    return Secrets({TOKEN: STORED, CLIENT_SECRET: "geheim-van-het-project"})


def undeclared(asked: Sequence[Asked], calls: Sequence[Call]) -> list[str]:
    """Return the requests that no declared call covers, with what they sent."""
    found = []
    for one in asked:
        if one.target == TOKEN_PATH:
            continue
        path = urlsplit(one.target).path
        names = {*parse_qs(urlsplit(one.target).query), *_names(one)}
        fits = [call for call in calls if call.method == one.method and _same(call.path, path)]
        if not any(names <= set(call.sends) for call in fits):
            found.append(f"{one.method} {path} {sorted(names)}")
    return found


def _names(one: Asked) -> Iterator[str]:
    for name, value in (json.loads(one.body) if one.body else {}).items():
        yield from (f"{name}.{inner}" for inner in value) if isinstance(value, dict) else (name,)


def _same(template: str, path: str) -> bool:
    wanted, parts = template.split("/"), path.split("/")
    return len(wanted) == len(parts) and all(
        part == want or want.startswith("{") for want, part in zip(wanted, parts, strict=True)
    )
