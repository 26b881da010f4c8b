"""Understands comments and direct messages of Instagram."""

import base64
import re

from app.models.rules.messages import Direction
from app.services.channels.api import Attachment, InboundMessage, ParseContext, Person, RawItem
from app.services.channels.kit import Node, fingerprint, gone_message
from app.services.channels.meta.common import ANSWER_WINDOW
from app.services.channels.meta.relay_reading import refuse_apart

COMMENT, DIRECT, GONE = "comment", "dm", "gone"
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "video/mp4": ".mp4", "audio/mp4": ".m4a"}
_TYPE = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}")
_LONGEST_SUBJECT = 80


def comment_key(name: str) -> str:
    """Return the key of a comment."""
    return f"{COMMENT}:{name}"


def direct_key(name: str) -> str:
    """Return the key of a direct message."""
    return f"{DIRECT}:{name}"


def mark(text: str, *files: str) -> str:
    """Return the fingerprint of a message."""
    return fingerprint(" ".join(text.split()), *files)


def person_of(node: Node) -> Person:
    """Return somebody by his number, which stays when he takes another name; else by his name."""
    name = node["username"].text
    return Person((node["id"].text or name).lower(), name)


def parse_instagram(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand one thing, kept as `{"comment" or "dm": thing, ...}`.

    Raises:
        ValueError: it is none, or has no id or time.
    """
    kept = Node.of(item.data)
    refuse_apart(kept)
    if kept[GONE].text:
        return gone_message(item, kept[GONE].text)
    return _direct(item, kept, context) if kept[DIRECT] else _comment(item, kept, context)


def _comment(item: RawItem, kept: Node, context: ParseContext) -> InboundMessage:
    comment, media = kept[COMMENT], kept["media"]
    writer = comment["from"] or Node({"username": comment["username"].raw})
    parent, permalink = kept["parent"].text, media["permalink"].text
    text = comment["text"].text
    about = media["caption"].text.strip().partition("\n")[0]
    return InboundMessage(
        comment_key(comment.need("id")),
        mark(text),
        Direction.OUT if _is_ours(kept, writer, context) else Direction.IN,
        _author(kept, writer, context),
        comment["timestamp"].moment(),
        item.received_at,
        # Under a picture of ours, everybody has a conversation of his own.
        parents=(comment_key(parent),) if parent else (),
        subject=about[:_LONGEST_SUBJECT],
        text=text,
        history=item.history,
        public=True,
        permalink=permalink if permalink.startswith("https://") else None,
    )


def _direct(item: RawItem, kept: Node, context: ParseContext) -> InboundMessage:
    message, other = kept[DIRECT], person_of(kept["other"])
    ours = _is_ours(kept, message["from"], context)
    at = message["created_time"].moment()
    files = [one for one in kept["files"] if one["data"].text]
    before = (
        message["reply_to"]["mid"].text or message["reply_to"]["id"].text,
        kept["before"].text,
    )
    return InboundMessage(
        direct_key(message.need("id")),
        mark(message["message"].text, *(one["id"].text for one in kept["files"])),
        Direction.OUT if ours else Direction.IN,
        _author(kept, message["from"], context),
        at,
        item.received_at,
        recipients=(other,) if ours and other.handle else (),
        parents=(
            *dict.fromkeys(direct_key(one) for one in before if one),
            f"chat:{other.handle}",
        ),
        text=_text(kept),
        attachments=tuple(_file(one) for one in files),
        history=item.history,
        reply_until=None if ours else at + ANSWER_WINDOW,
        public=False,
    )


def _is_ours(kept: Node, writer: Node, context: ParseContext) -> bool:
    return kept["ours"].is_true or writer["username"].text.lower() in context.own_handles


def _author(kept: Node, writer: Node, context: ParseContext) -> Person:
    """Return who wrote it; we go by our handle, whichever number of ours stands there."""
    found = person_of(writer)
    if _is_ours(kept, writer, context):
        return Person(min(context.own_handles, default=found.handle), found.name)
    return found


def _text(kept: Node) -> str:
    """Return the text; what is no text and no file is said in words."""
    message = kept[DIRECT]
    parts = [message["message"].text]
    parts += [f"[{_name(one)}]" for one in kept["files"] if not one["data"].text]
    if message["story"]:
        parts.append("[story]")
    parts += [f"[share] {one['link'].text}".strip() for one in message["shares"]["data"]]
    if message["is_unsupported"].is_true:
        parts.append("[unsupported]")
    return "\n".join(part for part in parts if part)


def _mime(file: Node) -> str:
    told = file["mime"].text.partition(";")[0].strip().lower()
    return told if _TYPE.fullmatch(told) else "application/octet-stream"


def _name(file: Node) -> str:
    kind = _mime(file).partition("/")[0]
    stem = kind if kind in {"image", "video", "audio"} else "file"
    return f"{stem}{_SUFFIXES.get(_mime(file), '')}"


def _file(file: Node) -> Attachment:
    return Attachment(_name(file), _mime(file), base64.b64decode(file["data"].text))
