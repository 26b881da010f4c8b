"""Posts of Bluesky: reading them, naming them, what in them is a link."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from app.models.rules.influence import Voice
from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, Json, ParseContext, Person, RawItem
from app.services.channels.kit import Node, fingerprint

COLLECTION = "app.bsky.feed.post"
TO = "answersTo"
"""Field that is not the platform's own: who wrote what a post of ours answers."""

_TID = "234567abcdefghijklmnopqrstuvwxyz"
_LINK = re.compile(r"https?://[^\s<>\"]+")
_MENTION = re.compile(r"(?<![\w@/.])@((?:[a-zA-Z0-9-]{1,63}\.)+[a-zA-Z][a-zA-Z0-9-]{0,62})")


def parse_post(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand a notification of a post, or a post of our own.

    Raises:
        ValueError: it is no post.
    """
    post = Node.of(item.data)
    uri, record, author = post.need("uri"), post["record"], post["author"]
    if record["text"].raw is None:
        raise ValueError("text")
    handle = handle_of(author)
    text = record["text"].text.strip()
    ours = item.outgoing or handle in context.own_handles
    other = partner(post) if ours else did_of(uri)
    return InboundMessage(
        key=key_of(other, uri),
        fingerprint=fingerprint(text),
        direction=Direction.OUT if ours else Direction.IN,
        author=Person(handle, author["displayName"].text, None if ours else _voice(author)),
        created_at=_written(record["createdAt"], item.received_at),
        received_at=item.received_at,
        recipients=(_reader(post[TO], other),) if ours and other else (),
        parents=tuple(key_of(other, one) for one in answered_by(record)),
        text=text,
        history=item.history,
        public=True,
        permalink=permalink(uri),
    )


def handle_of(author: Node) -> str:
    """Return the handle of somebody; his DID when it points to nothing (lexicon, "handle.invalid").

    Raises:
        ValueError: he has none.
    """
    handle = author.need("handle").lower()
    return author["did"].text or handle if handle == "handle.invalid" else handle


def _reader(told: Node, did: str) -> Person:
    return Person(handle_of(told), told["displayName"].text) if told else Person(did)


def key_of(other: str, uri: str) -> str:
    """Return the key of a post: the DID of whom it is with, and its address.

    Everybody who answers the same post of ours is a conversation of his own.
    """
    return f"{other}:{uri}"


def uri_of(key: str) -> str:
    """Return the address in the key of a post; "" when it is of something else."""
    _, found, rest = key.partition("at://")
    return found + rest


def did_of(uri: str) -> str:
    """Return who has a record: "at://did/collection/rkey" -> did."""
    return uri.removeprefix("at://").partition("/")[0]


def answered_by(record: Node) -> list[str]:
    """Return the addresses of what a post answers: that post itself, the first of its thread."""
    reply = record["reply"]
    told = (reply["parent"]["uri"].text, reply["root"]["uri"].text)
    return list(dict.fromkeys(one for one in told if one))


def partner(post: Node) -> str:
    """Return the DID of whom a post of ours answers; "" when it answers nobody else."""
    us = did_of(post["uri"].text)
    return next((did_of(one) for one in answered_by(post["record"]) if did_of(one) != us), "")


def _voice(author: Node) -> Voice | None:
    followers = author["followersCount"].number
    verified = author["verification"]["verifiedStatus"].text == "valid"
    return Voice(followers, verified=verified) if followers is not None or verified else None


def _written(told: Node, received_at: datetime) -> datetime:
    """Return what the author's clock said when it is believable: anybody can write anything."""
    try:
        at = told.moment()
    except ValueError:
        return received_at
    believable = timedelta(days=-1) <= received_at - at <= timedelta(days=7)
    return at if believable else received_at


def permalink(uri: str) -> str | None:
    """Return where a post stands on the web: "at://did/collection/rkey" -> https."""
    parts = uri.split("/")
    if len(parts) != 5 or parts[3] != COLLECTION:
        return None
    return f"https://bsky.app/profile/{parts[2]}/post/{parts[4]}"


def tid(key: str, at: datetime) -> str:
    """Return the record key of a draft: always the same, in the order of time.

    A timestamp identifier has 53 bits of microseconds and 10 bits of the writer's own, in base 32
    that sorts (atproto.com/specs/tid). The microseconds below the millisecond and the 10 bits
    come from the key, so that two drafts of one moment do not meet.
    """
    chance = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8])
    moment = (at.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    number = ((moment * 1000 + chance % 1000) << 10) | (chance >> 32) & 1023
    return "".join(_TID[number >> place & 31] for place in range(60, -1, -5))


def links(text: str) -> Iterator[Json]:
    """Yield the facets of the addresses in a text: without them they cannot be clicked."""
    for found in _LINK.finditer(text):
        link = found[0].rstrip(".,;:!?'*_")
        if link.endswith(")") and "(" not in link:
            link = link[:-1]
        feature = {"$type": "app.bsky.richtext.facet#link", "uri": link}
        yield _facet(text, found.start(), found.start() + len(link), feature)


def mentions(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the handles that a text mentions, lower-case, with where they start and end."""
    for found in _MENTION.finditer(text):
        yield found[1].lower(), found.start(), found.end()


def mention_facet(text: str, start: int, end: int, did: str) -> Json:
    """Return the facet of a mention."""
    return _facet(text, start, end, {"$type": "app.bsky.richtext.facet#mention", "did": did})


def _facet(text: str, start: int, end: int, feature: Json) -> Json:
    """Return a facet; its places are bytes of UTF-8 (lexicon app.bsky.richtext.facet)."""
    begin = len(text[:start].encode())
    index: Json = {"byteStart": begin, "byteEnd": begin + len(text[start:end].encode())}
    return {"index": index, "features": [feature]}
