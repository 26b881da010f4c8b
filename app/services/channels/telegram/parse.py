"""What a message of Telegram says, and how it is kept with its file."""

import base64
from dataclasses import dataclass

from app.models.rules.messages import Direction
from app.services.channels.api import Attachment, InboundMessage, ParseContext, Person, RawItem
from app.services.channels.email.attachments import safe_name, safe_type
from app.services.channels.kit import Node, fingerprint

_FILES = {
    "document": ("", ""),
    "video": ("video.mp4", "video/mp4"),
    "voice": ("voice.ogg", "audio/ogg"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "animation": ("animation.mp4", "video/mp4"),
    "video_note": ("video.mp4", "video/mp4"),
}
"""Members of a message that are a file, with a name and type for those that have none."""

_OTHERS = ("venue", "poll", "dice", "story", "game", "invoice", "checklist")
"""Members that Balie cannot show: their kind is said instead, so that no message is empty."""


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file of a message before it is fetched; `size` in bytes, 0 when not told."""

    file_id: str
    unique_id: str
    name: str
    mime: str
    size: int


def key_of(message: Node) -> str:
    """Return the key of a message: its number is unique within its chat only.

    Raises:
        ValueError: the message has no number or no chat.
    """
    return f"{message['chat'].need('id')}:{message.need('message_id')}"


def message_of(update: Node) -> Node:
    """Return the new or changed message of an update; empty when it is about something else."""
    return update["message"] or update["edited_message"]


def file_of(message: Node) -> FileRef | None:
    """Return the file of a message: it has one at most, of a photo the largest size."""
    sizes = sorted(message["photo"], key=lambda size: size["file_size"].number or 0)
    if sizes:
        return _ref(sizes[-1], "photo.jpg", "image/jpeg")
    for kind, (name, mime) in _FILES.items():
        if message[kind]["file_id"]:
            return _ref(message[kind], name, mime)
    return None


def _ref(node: Node, name: str, mime: str) -> FileRef:
    mime = safe_type(node["mime_type"].text or mime)
    return FileRef(
        file_id=node["file_id"].text,
        unique_id=node["file_unique_id"].text,
        name=safe_name(node["file_name"].text or name, mime),
        mime=mime,
        size=node["file_size"].number or 0,
    )


def envelope(update: Node, content: bytes | None) -> bytes:
    """Return an update with the content of its file, as it is kept.

    The address of a file holds the token and ends after an hour, so the content itself is kept.
    """
    held = None if content is None else base64.b64encode(content).decode()
    return Node({"update": update.raw, "file": held}).bytes()


def parse_telegram(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand one update.

    Raises:
        ValueError: it lacks what makes a message.
    """
    kept = Node.of(item.data)
    update = kept["update"]
    message = message_of(update)
    key = key_of(message)
    author = message["from"]
    person = Person(author.need("id"), _name(author))
    own = author["username"].text.lower() in context.own_handles
    file = file_of(message)
    content = base64.b64decode(kept["file"].text) if kept["file"] else None
    text = _text(message, None if content is not None else file)
    return InboundMessage(
        key=key,
        fingerprint=fingerprint(text, file.unique_id if file else ""),
        direction=Direction.OUT if own else Direction.IN,
        author=person,
        parents=_parents(message),
        text=text,
        quoted=message["quote"]["text"].text,
        attachments=(Attachment(file.name, file.mime, content),)
        if file and content is not None
        else (),
        created_at=message["date"].moment(),
        received_at=item.received_at,
        history=item.history,
        edited=bool(update["edited_message"]),
    )


def _name(author: Node) -> str:
    full = f"{author['first_name'].text} {author['last_name'].text}".strip()
    user = author["username"].text
    return full or (f"@{user}" if user else "")


def _parents(message: Node) -> tuple[str, ...]:
    chat = message["chat"].need("id")
    answered = message["reply_to_message"]["message_id"].text
    return (*((f"{chat}:{answered}",) if answered else ()), f"chat:{chat}")


def _text(message: Node, missing: FileRef | None) -> str:
    """Return the text; what is no text and no file is said in words."""
    parts = [message["text"].text or message["caption"].text or message["sticker"]["emoji"].text]
    if missing:
        parts.append(f"[{missing.name}]")
    place, contact = message["location"], message["contact"]
    if place:
        parts.append(f"geo:{place['latitude'].text},{place['longitude'].text}")
    if contact:
        parts.append(f"{_name(contact)} {contact['phone_number'].text}".strip())
    parts += [f"[{kind}]" for kind in _OTHERS if message[kind]]
    return "\n".join(part for part in parts if part)
