"""Understands comments on YouTube: what they say, whose they are, which comment they answer."""

from datetime import datetime
from urllib.parse import quote

from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.google.seen import GONE, moment
from app.services.channels.kit import Node, fingerprint, gone_message, versioned

COMMENTS, HELD = "comments", "held"
HELD_THERE = "YouTube Studio: wacht op goedkeuring · held for review"
"""Stands below a comment that nobody sees yet; kept with it, so in both languages."""


def parse_youtube(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand a comment, or that one is gone.

    Raises:
        ValueError: it has no id.
    """
    told = Node.of(item.data)
    if told[GONE]:
        return gone_message(item, told.need(GONE))
    comment = told["comment"]
    key, snippet = key_of(comment), comment["snippet"]
    author = snippet["authorChannelId"]["value"].text
    us = min(context.own_handles, default="")
    name = snippet["authorDisplayName"].text
    text = text_of(comment)
    root = key.partition("/")[0]
    return InboundMessage(
        key=key,
        fingerprint=mark(text),
        direction=Direction.OUT if item.outgoing else Direction.IN,
        author=Person(us if item.outgoing else (author or name).lower(), name),
        created_at=moment(snippet["publishedAt"], item.received_at),
        received_at=item.received_at,
        parents=() if root == key else (root,),
        text=text,
        quoted=HELD_THERE if item.stream == HELD else "",
        history=item.history,
        edited=bool(edit_of(comment)),
        # Also while it is held: the answer to it will be, so no machine may give one.
        public=True,
        permalink=_permalink(told["thread"]["videoId"].text, comment["id"].text),
    )


def raw_item(stream: str, comment: Node, thread: Node, *, now: datetime, ours: bool) -> RawItem:
    """Return a comment as it is stored, with what its thread tells of it; not yet history."""
    edit = edit_of(comment)
    snippet = comment["snippet"]
    about = {"id": thread["id"].raw, "videoId": thread["snippet"]["videoId"].raw}
    return RawItem(
        external_id=versioned(f"{stream}/{key_of(comment)}", edit),
        stream=stream,
        received_at=moment(snippet["updatedAt" if edit else "publishedAt"], now),
        data=Node({"comment": comment.raw, "thread": about}).bytes(),
        outgoing=ours,
    )


def gone_item(stream: str, key: str, now: datetime) -> RawItem:
    """Return the news that a comment is gone."""
    data = Node({GONE: key}).bytes()
    return RawItem(versioned(f"{stream}/{key}", GONE), stream, now, data)


def key_of(comment: Node) -> str:
    """Return the key of a comment: its id, with the comment that it answers before it.

    Raises:
        ValueError: it has no id.
    """
    parent, own = comment["snippet"]["parentId"].text, comment.need("id")
    return f"{parent}/{own}" if parent else own


def text_of(comment: Node) -> str:
    """Return what a comment says: as it was typed where Google tells, else as it is shown."""
    snippet = comment["snippet"]
    return (snippet["textOriginal"].text or snippet["textDisplay"].text).strip()


def edit_of(comment: Node) -> str:
    """Return when the author changed it, "" when he did not."""
    changed = comment["snippet"]["updatedAt"].text
    return "" if changed == comment["snippet"]["publishedAt"].text else changed


def mark(text: str) -> str:
    """Return the fingerprint of a text, however its lines are broken."""
    return fingerprint(" ".join(text.split()))


def _permalink(video: str, comment: str) -> str | None:
    if not video:
        return None
    return f"https://www.youtube.com/watch?v={quote(video, safe='')}&lc={quote(comment, safe='.')}"
