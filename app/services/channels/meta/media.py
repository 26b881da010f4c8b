"""Fetches the files of messages from Meta's servers, which give them for a short time only."""

import base64
from datetime import timedelta
from urllib.parse import urlsplit

from app.services.channels.api import Attachment
from app.services.channels.email.attachments import safe_name, safe_type
from app.services.channels.errors import (
    ChannelError,
    Offline,
    ProtocolChanged,
    RateLimited,
    Transient,
)
from app.services.channels.http import Http
from app.services.channels.kit import Node
from app.services.channels.loopback import is_loopback

LARGEST = 25 << 20
PATIENCE = timedelta(hours=1)
"""A message whose file cannot be had for so long comes in without it."""

_HOSTS = (".fbcdn.net", ".fbsbx.com", ".cdninstagram.com")
"""Where Meta keeps files; from memory, unverified. Others are not asked: an address in a message
may lead anywhere, also into the owner's own network."""


def fetched(http: Http, node: Node, own_host: str, *, age: timedelta) -> bytes | None:
    """Return the bytes of one attachment; None when they cannot be had.

    Args:
        own_host: the server of Graph, which may give files as well when it is on this computer.
        age: how long ago its message was written.

    Raises:
        Transient, Offline, RateLimited: not now; a message that is not old is worth waiting for.
    """
    try:
        return file_at(http, address_of(node), own_host)
    except (Transient, Offline, RateLimited):
        if age < PATIENCE:
            raise
    except ChannelError:
        pass
    return None


def file_at(http: Http, url: str, own_host: str) -> bytes:
    """Return the bytes at an address that a message gave, when it is Meta's.

    Raises:
        ChannelError: they cannot be had, or it is not.
    """

    def may_ask(host: str) -> bool:
        return host.endswith(_HOSTS) or (host == own_host and is_loopback(host))

    parts = urlsplit(url)
    if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        raise ProtocolChanged(server=own_host, detail="a file elsewhere")
    return http.get_public(url, size_limit=LARGEST, may_ask=may_ask).body


def address_of(node: Node) -> str:
    """Return where the file of an attachment is; "" for none."""
    return node["image_data"]["url"].text or node["video_data"]["url"].text or node["file_url"].text


def kept(data: bytes | None) -> str | None:
    """Return bytes as they stand in a kept message; None for a file that could not be had."""
    return None if data is None else base64.b64encode(data).decode()


def attachment_of(node: Node, data: Node) -> Attachment | None:
    """Return an attachment with its kept bytes; None where those are missing."""
    if not data.text:
        return None
    mime = safe_type(node["mime_type"].text)
    return Attachment(
        safe_name(name_of(node), mime), mime, base64.b64decode(data.text, validate=True)
    )


def name_of(node: Node) -> str:
    """Return what an attachment is called, else what it is."""
    return node["name"].text or node["mime_type"].text.partition("/")[0] or "file"
