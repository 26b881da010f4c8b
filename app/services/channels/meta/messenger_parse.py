"""Understands a message in Messenger."""

from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.kit import Node
from app.services.channels.meta.media import attachment_of, name_of
from app.services.channels.meta.page import mark
from app.services.channels.meta.relay_reading import refuse_apart


def parse_messenger(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand one message, kept with whom the conversation is and the bytes of its files.

    Raises:
        ValueError: it has no id, or nobody wrote it.
    """
    kept = Node.of(item.data)
    refuse_apart(kept)
    message, other = kept["message"], kept["with"]
    author = message["from"]
    handle = author.need("id")
    ours = handle in context.own_handles
    answered = message["reply_to"]["mid"].text or message["reply_to"]["id"].text
    chat = f"chat:{other.need('id')}"
    files = list(message["attachments"]["data"])
    found = [attachment_of(one, data) for one, data in zip(files, kept["files"], strict=False)]
    partner = Person(other.need("id"), other["name"].text)
    return InboundMessage(
        key=message.need("id"),
        fingerprint=mark(message["message"].text, has_file=bool(files)),
        direction=Direction.OUT if ours else Direction.IN,
        author=Person(handle, author["name"].text),
        created_at=item.received_at,
        received_at=item.received_at,
        recipients=(partner,) if ours else (),
        parents=(*((answered,) if answered else ()), chat),
        text=_text(message, [one for one, data in zip(files, found, strict=False) if not data]),
        attachments=tuple(one for one in found if one),
        history=item.history,
        reply_until=None if ours or not kept["until"] else kept["until"].moment(),
        public=False,
        permalink=_inbox(kept["link"].text),
    )


def _text(message: Node, missing: list[Node]) -> str:
    """Return the text; what is no text, and files that could not be had, in a line each."""
    lines = [message["message"].text]
    lines += [f"[{name_of(one)}]" for one in missing]
    if message["sticker"]:
        lines.append("[sticker]")
    for one in message["shares"]["data"]:
        link = one["link"].text
        if link and link not in lines[0]:
            lines.append(f"{one['name'].text} {link}".strip())
    return "\n".join(line for line in lines if line)


def _inbox(link: str) -> str | None:
    """Return where a conversation stands on the web; Graph gives the path alone."""
    return f"https://www.facebook.com{link}" if link.startswith("/") else None
