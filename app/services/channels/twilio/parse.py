"""Understands what Twilio keeps of a text or WhatsApp message."""

import base64
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from mimetypes import MimeTypes

from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import (
    Attachment,
    Bounce,
    InboundMessage,
    Json,
    ParseContext,
    Person,
    RawItem,
)
from app.services.channels.kit import Node, fingerprint

WHATSAPP = "whatsapp:"
WINDOW = timedelta(hours=24)
"""How long WhatsApp takes free text after the customer's last message."""

FAILED = frozenset({"failed", "undelivered"})
_TYPE = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}")
_UNKNOWN = "application/octet-stream"
_SUFFIXES = MimeTypes()


def envelope(message: Node, files: Sequence[Mapping[str, Json]], *, failed: bool) -> bytes:
    """Return a message as it is kept, with its files: their addresses need our credentials."""
    return Node({"message": message.raw, "files": list(files), "failed": failed}).bytes()


def person_of(address: str) -> Person:
    """Return who has an address: his number is the same for text messages and WhatsApp."""
    return Person(address.removeprefix(WHATSAPP).lower())


def moment_of(message: Node) -> datetime:
    """Return when a message was sent, or made when it has not left yet (RFC 2822).

    Raises:
        ValueError: it does not say.
    """
    at = parsedate_to_datetime(message["date_sent"].text or message["date_created"].text)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def mark(text: str, *files: str) -> str:
    """Return the fingerprint of a message."""
    return fingerprint(" ".join(text.split()), *files)


def parse_twilio(item: RawItem, context: ParseContext) -> InboundMessage:  # noqa: ARG001  the form of Parses
    """Understand a message, or the report that one of ours did not arrive.

    Raises:
        ValueError: it lacks what makes a message.
    """
    kept = Node.of(item.data)
    message = kept["message"]
    sid, sender, receiver = message.need("sid"), message.need("from"), message.need("to")
    inbound = message["direction"].text == "inbound"
    customer = person_of(sender if inbound else receiver)
    chat = f"chat:{customer.handle}"
    at = moment_of(message)
    if kept["failed"].is_true:
        return _report(item, message, customer, (sid, chat))
    text = message["body"].text
    named = [one["sid"].text for one in kept["files"]]
    missing = [f"[{_name(one)}]" for one in kept["files"] if not one["data"].text]
    return InboundMessage(
        sid,
        mark(text, *named),
        Direction.IN if inbound else Direction.OUT,
        person_of(sender),
        at,
        item.received_at,
        recipients=() if inbound else (customer,),
        parents=(chat,),
        text="\n".join(part for part in (text, *missing) if part),
        attachments=tuple(_file(one) for one in kept["files"] if one["data"].text),
        history=item.history,
        reply_until=at + WINDOW if inbound and sender.startswith(WHATSAPP) else None,
    )


def _report(
    item: RawItem, message: Node, customer: Person, parents: tuple[str, ...]
) -> InboundMessage:
    code = message["error_code"].text
    text = f"{code} {message['error_message'].text}".strip() or message["status"].text
    key = f"failed:{parents[0]}"
    return InboundMessage(
        key,
        mark(key, text),
        Direction.IN,
        customer,
        item.received_at,
        item.received_at,
        parents=parents,
        text=text,
        automatic=Automatic.BOUNCE,
        bounce=Bounce(parents[0], customer.handle, code or None, permanent=True),
        history=item.history,
    )


def _mime(file: Node) -> str:
    told = file["content_type"].text.partition(";")[0].strip().lower()
    return told if _TYPE.fullmatch(told) else _UNKNOWN


def _name(file: Node) -> str:
    safe = re.sub(r"\W", "", file["sid"].text, flags=re.ASCII)[:40] or "file"
    return f"{safe}{_SUFFIXES.guess_extension(_mime(file)) or ''}"


def _file(file: Node) -> Attachment:
    return Attachment(_name(file), _mime(file), base64.b64decode(file["data"].text))
