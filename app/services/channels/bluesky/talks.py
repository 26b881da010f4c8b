"""Direct messages of Bluesky as they are kept: named, measured, understood."""

from datetime import datetime

from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, Json, ParseContext, Person, RawItem
from app.services.channels.bluesky import posts
from app.services.channels.kit import Node, fingerprint

CHATS = "chats"
_CHAT = "chat:"


def parse_bluesky(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand whatever comes from Bluesky.

    Raises:
        ValueError: it is neither a post nor a direct message.
    """
    if item.stream == CHATS:
        return _parse_message(item, context)
    return posts.parse_post(item, context)


def key_of(convo: str, message: str = "") -> str:
    """Return the key of a direct message, or of its whole conversation."""
    return f"{_CHAT}{convo}:{message}" if message else f"{_CHAT}{convo}"


def convo_of(key: str) -> str:
    """Return the conversation in the key of a direct message; "" when it is of something else."""
    return key.removeprefix(_CHAT).partition(":")[0] if key.startswith(_CHAT) else ""


def envelope(message: Node, convo: Node, before: str) -> bytes:
    """Return a message as it is kept: itself it names neither its conversation nor its people.

    Args:
        convo: its `id`, and `did`, `handle` and `name` of the one it is with.
        before: the id of the message before it, when it is known.
    """
    return Node({"message": message.raw, "convo": convo.raw, "before": before}).bytes()


def person_in(convo: Node) -> dict[str, Json]:
    """Return what is kept of a conversation and the one it is with."""
    return {name: convo[name].text for name in ("id", "did", "handle", "name")}


def is_message(told: Node) -> bool:
    """Tell whether it was written by somebody and still stands."""
    return bool(told["id"].text and told["sender"]["did"].text) and told["text"].raw is not None


def moment_of(told: Node) -> datetime | None:
    """Return a moment, or None when it is none."""
    try:
        return told.moment()
    except ValueError:
        return None


def _parse_message(item: RawItem, context: ParseContext) -> InboundMessage:
    kept = Node.of(item.data)
    message, convo = kept["message"], kept["convo"]
    if not is_message(message):
        raise ValueError("message")
    other = Person(convo.need("handle"), convo["name"].text)
    us = Person(min(context.own_handles, default=""))
    text, whole = message["text"].text.strip(), key_of(convo.need("id"))
    before = kept["before"].text
    return InboundMessage(
        key=key_of(convo.need("id"), message.need("id")),
        fingerprint=fingerprint(text),
        direction=Direction.OUT if item.outgoing else Direction.IN,
        author=us if item.outgoing else other,
        created_at=item.received_at,
        received_at=item.received_at,
        recipients=(other,) if item.outgoing else (),
        # The message before it as well: the conversation may have begun with an answer of ours.
        parents=(key_of(convo.need("id"), before), whole) if before else (whole,),
        text="\n".join(part for part in (text, _shown(message["embed"])) if part),
        history=item.history,
        public=False,
        permalink=f"https://bsky.app/messages/{convo.need('id')}",
    )


def _shown(embed: Node) -> str:
    """Return the address of a post that a message shows."""
    return posts.permalink(embed["record"]["uri"].text) or ""
