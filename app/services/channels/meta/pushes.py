"""Messages that Meta pushed to the relay, in the form in which Graph gives them when asked."""

from collections.abc import Container, Iterator
from datetime import UTC, datetime
from mimetypes import guess_type
from urllib.parse import quote, urlsplit

from app.services.channels.errors import (
    InvalidContent,
    PermissionMissing,
    ProtocolChanged,
    TargetGone,
)
from app.services.channels.kit import Node
from app.services.channels.meta.graph import Graph

STREAM = "pushed"
"""The stream of what comes by the relay, where there is one besides asking Graph."""

_FILES = {
    "image": ("image.jpg", "image/jpeg"),
    "video": ("video.mp4", "video/mp4"),
    "audio": ("audio.mp4", "audio/mp4"),
}
"""Names and types of files, of which a web hook tells the kind only."""


def pushed(hook: Node, kind: str, own_ids: Container[str]) -> Iterator[Node]:
    """Give the messages to and from an account of ours in a web hook, which can hold several.

    Args:
        kind: of the account: "page" or "instagram".
        own_ids: its ids; Instagram has two for one account.
    """
    if hook["object"].text != kind:
        return
    for entry in hook["entry"]:
        if entry["id"].text in own_ids:
            for event in (*entry["messaging"], *entry["standby"]):
                if event["message"]["mid"].text:
                    yield event


def asked(graph: Graph, message_id: str, fields: str) -> Node | None:
    """Return a message as Graph gives it; None where only the web hook knows it.

    Raises:
        ChannelError: Graph cannot be asked now.
    """
    try:
        told = graph.get(f"/{quote(message_id, safe='')}", {"fields": fields})
    except (InvalidContent, PermissionMissing, ProtocolChanged, TargetGone):
        return None
    return told if told["id"].text and told["created_time"].text and told["from"] else None


def as_asked(event: Node, received_at: datetime) -> Node:
    """Return a pushed message as `GET /{message-id}` would give it, which also knows names.

    Args:
        received_at: when the relay got it, for one that does not tell its own moment.
    """
    message = event["message"]
    moment = (event["timestamp"].number or 0) / 1000  # told in milliseconds
    at = datetime.fromtimestamp(moment, UTC) if 0 < moment < 1e11 else received_at
    files = [one for one in message["attachments"] if one["type"].text != "fallback"]
    answered = message["reply_to"]["mid"].text
    return Node(
        {
            "id": message["mid"].text,
            "created_time": at.isoformat(),
            "from": {"id": event["sender"]["id"].text},
            "to": {"data": [{"id": event["recipient"]["id"].text}]},
            "message": message["text"].text,
            "attachments": {"data": [_file(one) for one in files]},
            **({"reply_to": {"mid": answered}} if answered else {}),
        }
    )


def _file(one: Node) -> dict[str, str]:
    url = one["payload"]["url"].text
    name, mime = _FILES.get(one["type"].text, ("", ""))
    if not name:
        name = urlsplit(url).path.rpartition("/")[2] or one["type"].text
        mime = guess_type(name)[0] or "application/octet-stream"
    return {"mime_type": mime, "name": name, "file_url": url}
