"""Understands what X gives: a post that mentions us, an answer of our own, a direct message."""

import html
import re
from collections.abc import Mapping

from app.models.rules.addresses_in_text import without_addresses
from app.models.rules.influence import Voice
from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.kit import Node, fingerprint

DIRECT = "dm:"
_PAIR = re.compile(r"(\d+)-(\d+)")
_LEADING = re.compile(r"(?:\s*@\w{1,15}\b)+\s*")
_PICTURE = re.compile(
    r"\s*https?://(?:t\.co/\w+|[^/\s]+/(?:\w+/status/\d+/(?:photo|video)|messages/media)/\d+)$"
)


def parse_x(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand a post or a direct message.

    Raises:
        ValueError: it is neither.
    """
    node = Node.of(item.data)
    return _direct(item, node) if node["dm_conversation_id"] else _post(item, node, context)


def either(post: Node, name: str, older: str) -> Node:
    """Return a field that has a new name, by whichever one it came."""
    return post[name] if post[name].raw is not None else post[older]


def key_of(post: Node) -> str:
    """Return the key of a post: an edit gives it a new id, and this is the first."""
    history = either(post, "edit_history_post_ids", "edit_history_tweet_ids")
    return next((one.text for one in history if one.text), post["id"].text)


def answered_by(post: Node) -> str:
    """Return the id of the post that a post answers, "" for none."""
    references = either(post, "referenced_posts", "referenced_tweets")
    return next((one["id"].text for one in references if one["type"].text == "replied_to"), "")


def mark(text: str, files: int = 0) -> str:
    """Return the fingerprint of a text however its addresses and first mentions are written."""
    pieces, addresses = without_addresses(_LEADING.sub("", text, count=1), bare=True)
    return fingerprint(" ".join(" ".join(pieces).split()), str(addresses), str(files))


def mark_of(thing: Node) -> str:
    """Return the fingerprint of a post or message; its files stand in it as a link at the end."""
    text, files = text_of(thing), files_in(thing)
    return mark(_PICTURE.sub("", text) if files else text, files)


def files_in(thing: Node) -> int:
    """Return how many files came with a post or message."""
    return len(list(thing["attachments"]["media_keys"]))


def text_of(post: Node) -> str:
    """Return the whole text of a post or message, with the addresses that its author wrote."""
    note = either(post, "note_post", "note_tweet")
    whole = note if note["text"].text else post
    text = whole["text"].text
    for link in whole["entities"]["urls"]:
        short = link["url"].text
        full = link["unwound_url"].text or link["expanded_url"].text
        if short and full:
            text = text.replace(short, full)
    return html.unescape(text).strip()


def _post(item: RawItem, post: Node, context: ParseContext) -> InboundMessage:
    post_id = post.need("id")
    if post["text"].raw is None:
        raise ValueError("text")
    author = post["author"]
    handle = author.need("username").lower()
    ours = item.outgoing or handle in context.own_handles
    key, text = key_of(post), text_of(post)
    customer = post["in_reply_to_user_id" if ours else "author_id"].text
    talk = f"talk:{post['conversation_id'].text or key}:{customer}"
    parents = (answered_by(post), talk) if ours else (talk,)
    return InboundMessage(
        key=key,
        fingerprint=mark_of(post) if ours else fingerprint(text, str(files_in(post))),
        direction=Direction.OUT if ours else Direction.IN,
        author=Person(handle, author["name"].text, None if ours else _voice(author)),
        created_at=post["created_at"].moment(),
        received_at=item.received_at,
        recipients=_answered_person(post) if ours else (),
        parents=tuple(one for one in parents if one),
        text=text,
        history=item.history,
        edited=key != post_id,
        public=True,
        permalink=f"https://x.com/{handle}/status/{post_id}",
    )


def _answered_person(post: Node) -> tuple[Person, ...]:
    number = post["in_reply_to_user_id"].text
    return tuple(
        Person(one["username"].text.lower())
        for one in post["entities"]["mentions"]
        if one["id"].text == number and one["username"].text
    )


def _voice(author: Node) -> Voice | None:
    followers = author["public_metrics"]["followers_count"].number
    verified = author["verified"].is_true
    return Voice(followers, verified=verified) if followers is not None or verified else None


def partner(event: Node, us: str) -> str:
    """Return the user whom a direct message is with, "" for a group."""
    found = _PAIR.fullmatch(event["dm_conversation_id"].text)
    if found is None or us not in found.groups():
        return ""
    return found[2] if found[1] == us else found[1]


def direct_key(event: Node, us: str) -> str:
    """Return the key of a direct message: whom it is with, and the platform's id."""
    other = partner(event, us) or f"group-{event['dm_conversation_id'].text}"
    return sent_key(other, event["id"].text)


def sent_key(other: str, number: str) -> str:
    """Return the key of a direct message with a user."""
    return f"{DIRECT}{other}:{number}"


def _direct(item: RawItem, event: Node) -> InboundMessage:
    event.need("id")
    sender, us = event["sender"], event.need("us")
    ours = event.need("sender_id") == us
    other = event["other"]["username"].text.lower()
    return InboundMessage(
        key=direct_key(event, us),
        fingerprint=mark_of(event),
        direction=Direction.OUT if ours else Direction.IN,
        author=Person(
            sender["username"].text.lower() or event["sender_id"].text,
            sender["name"].text,
            None if ours else _voice(sender),
        ),
        created_at=event["created_at"].moment(),
        received_at=item.received_at,
        recipients=(Person(other),) if ours and other else (),
        parents=(f"chat:{event['dm_conversation_id'].text}",),
        text=text_of(event),
        history=item.history,
        public=False,
    )


def with_people(thing: Node, users: Mapping[str, Node], us: str) -> Node:
    """Return a post or message as it is stored: with its people, and who we are."""
    raw = dict(thing.raw) if isinstance(thing.raw, Mapping) else {}
    if thing["dm_conversation_id"]:
        raw |= {"us": us}
        people = {"sender": thing["sender_id"].text, "other": partner(thing, us)}
    else:
        people = {"author": thing["author_id"].text}
    raw |= {role: users[one].raw for role, one in people.items() if one in users}
    return Node(raw)
