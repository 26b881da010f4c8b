"""Files that stand in a status: fetched when it comes in, since they can go at any moment."""

import base64
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Protocol
from urllib.parse import unquote, urlsplit

from app.services.channels.api import Attachment, Json
from app.services.channels.email.attachments import safe_name, safe_type
from app.services.channels.http import Answer
from app.services.channels.kit import Node, had

FILES = "filesFetched"
"""Field of a kept thing that is not the platform's own: its files, by their id."""

LARGEST = 16 << 20
"""Bytes of one file; larger ones stay where they are (Mastodon's own limit for pictures)."""

MOST = 16
"""Files of one status; Mastodon itself has 4, others more."""

PATIENCE = timedelta(hours=1)
"""A status whose file cannot be had for so long comes in without it."""


class Fetches(Protocol):
    """What gets a file."""

    def file(self, url: str, size_limit: int) -> Answer:
        """Return it.

        Raises:
            ChannelError: it cannot be had.
        """
        ...


def fetched(line: Fetches, status: Node, age: timedelta) -> tuple[dict[str, Json], str | None]:
    """Return the files of a status by their id, and why some are missing.

    Args:
        age: of the status: a fault that may pass holds up a young one.

    Raises:
        ChannelError: the fault.
    """
    found: dict[str, Json] = {}
    problem = None
    for one in [*status["media_attachments"]][:MOST]:
        answer = had(partial(line.file, one["url"].text, LARGEST), waits=age < PATIENCE)
        if answer is None:
            problem = "no_file"
            continue
        mime = answer.headers.get("content-type", "").partition(";")[0]
        data = base64.b64encode(answer.body).decode()
        found[one["id"].text] = {"mime": mime, "data": data}
    return found, problem


def attachments(kept: Node, status: Node) -> dict[str, Attachment]:
    """Return the files that were fetched with a status, by their id."""
    found = {}
    for one in status["media_attachments"]:
        file = kept[FILES][one["id"].text]
        if file["data"].text:
            mime = safe_type(file["mime"].text)
            name = safe_name(unquote(urlsplit(one["url"].text).path), mime)
            found[one["id"].text] = Attachment(name, mime, base64.b64decode(file["data"].text))
    return found


def with_files(one: Node, files: Mapping[str, Json]) -> Node:
    """Return a thing as it is kept, with the files of its status."""
    raw = one.raw if isinstance(one.raw, Mapping) else {}
    return Node({**raw, FILES: dict(files)} if files else raw)
