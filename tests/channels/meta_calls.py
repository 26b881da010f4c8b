"""Holds what a model of Meta was asked against the calls that an adapter declares."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, urlsplit

from app.services.channels.kit import Call
from tests.servers.web import Asked


def undeclared(calls: Sequence[Call], asked: Iterable[Asked]) -> list[str]:
    """Return what was asked that no call declares: by its path, or by a name in its query."""
    wrong = []
    for one in asked:
        parts = urlsplit(one.target)
        names = {name for name, _ in parse_qsl(parts.query)}
        fitting = [
            call for call in calls
            if call.method == one.method
            and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", call.path), parts.path)
        ]  # fmt: skip
        if not any(names <= set(call.sends) for call in fitting):
            wrong.append(f"{one.method} {parts.path} {sorted(names)}")
    return wrong
