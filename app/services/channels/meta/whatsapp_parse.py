"""What a web hook of WhatsApp holds, how it is kept, and what each thing in it says."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import (
    Attachment,
    Bounce,
    InboundMessage,
    ParseContext,
    Person,
    RawItem,
)
from app.services.channels.email.attachments import safe_name, safe_type
from app.services.channels.kit import Node, fingerprint
from app.services.channels.meta.common import ANSWER_WINDOW
from app.services.channels.meta.relay_reading import refuse_apart

MESSAGE, ECHO, STATUS = "message", "echo", "status"
"""What was written by a customer, by us on the phone, and how one of ours fared."""

_FIELDS = {"messages": ("messages", MESSAGE), "smb_message_echoes": ("message_echoes", ECHO)}
_MEDIA = {
    "image": ("photo.jpg", "image/jpeg"),
    "document": ("document", "application/octet-stream"),
    "video": ("video.mp4", "video/mp4"),
    "audio": ("voice.ogg", "audio/ogg"),
    "sticker": ("sticker.webp", "image/webp"),
}
"""Kinds of messages that are a file, with a name and a type for those that have none."""

_SAID = (
    *("text", "image", "document", "video", "audio", "sticker", "reaction", "button"),
    *("interactive", "location", "contacts", "system"),
)
"""Kinds that have something to show; of others their kind is said, so that none is empty."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing in a web hook: who wrote it (`contact`), and the number of ours it is about."""

    kind: str
    node: Node
    contact: Node
    number: Node

    @property
    def says_something(self) -> bool:
        """False for a status that all is well, a reaction taken back and an opened chat."""
        if self.kind == STATUS:
            return self.node["status"].text == "failed"
        taken_back = self.node["type"].text == "reaction" and not self.node["reaction"]["emoji"]
        return not taken_back and self.node["type"].text != "request_welcome"

    def bytes(self, content: bytes | None = None) -> bytes:
        """Return it as it is kept, with the content of its file, whose address ends in minutes."""
        held = None if content is None else base64.b64encode(content).decode()
        kept = {
            "kind": self.kind,
            "thing": self.node.raw,
            "contact": self.contact.raw,
            "number": self.number.raw,
            "file": held,
        }
        return Node(kept).bytes()


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file of a message before it is fetched."""

    media_id: str
    name: str
    mime: str


def things_of(hook: Node, phone_id: str) -> Iterator[Thing]:
    """Give what a web hook holds about one number of ours; one can hold several of each."""
    if hook["object"].text != "whatsapp_business_account":
        return
    for entry in hook["entry"]:
        for change in entry["changes"]:
            value = change["value"]
            name, kind = _FIELDS.get(change["field"].text, ("", ""))
            if name and value["metadata"]["phone_number_id"].text == phone_id:
                for node in value[name]:
                    yield Thing(kind, node, _contact(value, node), value["metadata"])
                for node in value["statuses"]:
                    yield Thing(STATUS, node, _contact(value, node), value["metadata"])


def _contact(value: Node, node: Node) -> Node:
    """Return who a thing is from or about: people without a number have only an id of Meta."""
    contacts = list(value["contacts"])
    names = _ids(node)
    found = [one for one in contacts if {one["wa_id"].text, one["user_id"].text} & names]
    return (found or (contacts if len(contacts) == 1 else []) or [Node(None)])[0]


def _ids(node: Node) -> set[str]:
    names = ("from", "from_user_id", "recipient_id", "recipient_user_id", "to")
    return {node[name].text for name in names} - {""}


def said(node: Node) -> Node:
    """Return the content of a message; of one that was changed, the new one."""
    return node["edit"]["message"] or node


def key_of(node: Node) -> str:
    """Return the key of the message that a thing is, changes or takes away.

    Raises:
        ValueError: it has no id.
    """
    changed = node["edit"]["original_message_id"].text or node["revoke"]["original_message_id"].text
    return changed or node.need("id")


def file_of(node: Node) -> FileRef | None:
    """Return the file of a message; it has one at most."""
    message = said(node)
    for kind, (usual_name, usual_mime) in _MEDIA.items():
        media = message[kind]
        if media["id"]:
            mime = safe_type(media["mime_type"].text.partition(";")[0].strip() or usual_mime)
            name = safe_name(media["filename"].text or usual_name, mime)
            return FileRef(media["id"].text, name, mime)
    return None


def parse_whatsapp(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand one message, echo or status.

    Raises:
        ValueError: it lacks what makes one.
    """
    kept = Node.of(item.data)
    refuse_apart(kept)
    thing = Thing(kept.need("kind"), kept["thing"], kept["contact"], kept["number"])
    if thing.kind == STATUS:
        return _bounce(thing, item)
    return _message(thing, item, kept["file"], context)


def _message(thing: Thing, item: RawItem, held: Node, context: ParseContext) -> InboundMessage:
    node, message = thing.node, said(thing.node)
    at = node["timestamp"].moment()
    own = thing.kind == ECHO
    customer = _customer(thing)
    us = Person(min(context.own_handles, default=""))
    file = file_of(node)
    content = base64.b64decode(held.text) if held else None
    text = _text(message, None if content is not None else file)
    return InboundMessage(
        key=key_of(node),
        fingerprint=fingerprint(text, file.media_id if file else ""),
        direction=Direction.OUT if own else Direction.IN,
        author=us if own else customer,
        recipients=(customer,) if own else (),
        parents=_parents(thing, message),
        text=text,
        quoted=_advertisement(message["referral"]),
        attachments=(Attachment(file.name, file.mime, content),)
        if file and content is not None
        else (),
        created_at=at,
        received_at=item.received_at,
        history=item.history,
        reply_until=None if own or message["system"] else at + ANSWER_WINDOW,
        edited=bool(node["edit"]),
        gone=bool(node["revoke"]),
    )


def _bounce(thing: Thing, item: RawItem) -> InboundMessage:
    """Return the report that one of our messages did not arrive after all."""
    node = thing.node
    key, customer = node.need("id"), _customer(thing)
    errors = list(node["errors"])
    titles = [error["title"].text or error["message"].text for error in errors]
    details = [error["error_data"]["details"].text for error in errors]
    text = "\n".join(": ".join(filter(None, both)) for both in zip(titles, details, strict=True))
    status = f"{errors[0]['code'].text}: {titles[0]}" if errors else ""
    return InboundMessage(
        key=f"status:{key}",
        fingerprint=fingerprint(text, status),
        direction=Direction.IN,
        author=customer,
        parents=(key, *_chats(thing)),
        text=text,
        automatic=Automatic.BOUNCE,
        bounce=Bounce(key, customer.handle, status, permanent=True),
        created_at=node["timestamp"].moment(),
        received_at=item.received_at,
        history=item.history,
    )


def _customer(thing: Thing) -> Person:
    """Return the other one; his handle is his number, or Meta's id when he hides that."""
    profile = thing.contact["profile"]
    user = profile["username"].text
    handles = [one.partition(":")[2] for one in _chats(thing)]
    if not handles:
        raise ValueError("from")
    return Person(handles[0], profile["name"].text or (f"@{user}" if user else ""))


def _chats(thing: Thing) -> tuple[str, ...]:
    """Return the conversation by number and by id: either may be missing in the next message."""
    node, contact = thing.node, thing.contact
    numbers = ("to",) if thing.kind == ECHO else ("from", "recipient_id")
    number = contact["wa_id"].text or next(filter(None, (node[one].text for one in numbers)), "")
    users = (contact["user_id"], node["from_user_id"], node["recipient_user_id"])
    user = next(filter(None, (one.text for one in users)), "")
    known = [_digits(number) or number, user]
    return tuple(dict.fromkeys(f"chat:{one}" for one in known if one))


def _parents(thing: Thing, message: Node) -> tuple[str, ...]:
    answered = message["context"]["id"].text or message["reaction"]["message_id"].text
    return (*((answered,) if answered else ()), *_chats(thing))


def _digits(number: str) -> str:
    """Return a number as WhatsApp names people: digits only; "" for an id."""
    bare = "".join(filter(str.isdigit, number))
    return "" if any(map(str.isalpha, number)) else bare


def _text(message: Node, missing: FileRef | None) -> str:
    """Return the text; what is no text and no file is said in words."""
    kind = message["type"].text
    interactive, place = message["interactive"], message["location"]
    reply = interactive["button_reply"] or interactive["list_reply"]
    parts = [
        message["text"]["body"].text,
        message[kind]["caption"].text if kind in _MEDIA else "",
        message["reaction"]["emoji"].text,
        message["button"]["text"].text,
        reply["title"].text or (f"[{interactive['type'].text}]" if interactive else ""),
        message["system"]["body"].text,
    ]
    if missing:
        parts.append(f"[{missing.name}]")
    if place:
        named = " ".join(filter(None, (place["name"].text, place["address"].text)))
        parts += [named, f"geo:{place['latitude'].text},{place['longitude'].text}"]
    parts += [_card(contact) for contact in message["contacts"]]
    if kind and kind not in _SAID and not message["revoke"]:
        parts.append(f"[{message['unsupported']['type'].text or kind}]")
    return "\n".join(part for part in parts if part)


def _card(contact: Node) -> str:
    numbers = [phone["phone"].text or phone["wa_id"].text for phone in contact["phones"]]
    return " ".join(filter(None, (contact["name"]["formatted_name"].text, *numbers)))


def _advertisement(referral: Node) -> str:
    """Return the advertisement from which a customer wrote."""
    told = (referral["headline"].text, referral["body"].text, referral["source_url"].text)
    return "\n".join(filter(None, told))
