"""Understands what Mastodon gives: a mention, a status of our own, or the news that one is gone."""

import re
from collections.abc import Container, Mapping
from datetime import datetime
from html.parser import HTMLParser
from typing import ClassVar

from typing_extensions import override

from app.models.rules.influence import Voice
from app.models.rules.lengths import MENTION
from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, ParseContext, Person, RawItem
from app.services.channels.kit import Node, fingerprint, gone_message
from app.services.channels.mastodon.files import attachments

GONE = "gone"
"""Field of the one thing that is not the platform's own: the key of what is no longer there."""

PUBLIC = frozenset({"public", "unlisted"})
_LEADING = re.compile(rf"\s*{MENTION.pattern}[,:]?(?=\s|$)")
_SPACE = re.compile(r"[ \t\r\f\v]+")


def parse_mastodon(item: RawItem, context: ParseContext) -> InboundMessage:
    """Understand a notification of a mention, or a status of our own.

    Raises:
        ValueError: the bytes are neither.
    """
    node = Node.of(item.data)
    if node[GONE].text:
        return gone_message(item, node[GONE].text)
    status = node if item.outgoing else node["status"]
    acct = status["account"].need("acct").lower()
    ours = item.outgoing or acct in _short(context.own_handles)
    other = partner(status) if ours else acct
    body, files = text_of(status), attachments(node, status)
    parent = status["in_reply_to_id"].text
    return InboundMessage(
        key=key_of(other, status.need("id")),
        fingerprint=mark(body, len(list(status["media_attachments"]))),
        direction=Direction.OUT if ours else Direction.IN,
        author=_person(status["account"]),
        created_at=_created(status, item),
        received_at=item.received_at,
        recipients=tuple(
            _person(one) for one in status["mentions"] if one["acct"].text.lower() != acct
        ),
        parents=(key_of(other, parent),) if parent else (),
        subject=status["spoiler_text"].text,
        text=_shown(body, status, files, ours=ours),
        attachments=tuple(files.values()),
        history=item.history,
        edited=bool(status["edited_at"].text),
        public=status["visibility"].text in PUBLIC,
        permalink=_https(status["url"].text),
    )


def key_of(other: str, status_id: str) -> str:
    """Return the key of a message: whom it is with, and the platform's id.

    Everybody who answers the same status of ours is a conversation of his own.
    """
    return f"{other}:{status_id}"


def partner(status: Node) -> str:
    """Return whom a status of ours is with: who wrote what it answers, else the first mentioned."""
    answered = status["in_reply_to_account_id"].text
    mentioned = [(one["id"].text, one["acct"].text.lower()) for one in status["mentions"]]
    found = [acct for number, acct in mentioned if number == answered]
    return (found or [acct for _, acct in mentioned] or [""])[0]


def mark(text: str, files: int) -> str:
    """Return the fingerprint of a text however its mentions are written, and of its files."""
    while found := _LEADING.match(text):
        text = text[found.end() :]
    text = MENTION.sub(r"@\1", text)
    return fingerprint(" ".join(text.split()), str(files))


def text_of(status: Node) -> str:
    """Return the text of a status."""
    reader = _Reader()
    reader.feed(status["content"].text)
    reader.close()
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Takes the text out of a status: paragraphs, line breaks, lists, whole addresses."""

    _BREAKS: ClassVar[Mapping[str, str]] = {
        "p": "\n\n",
        "br": "\n",
        "li": "\n- ",
        "blockquote": "\n\n",
        "pre": "\n\n",
    }
    _HIDDEN: ClassVar[frozenset[str]] = frozenset({"script", "style"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in self._HIDDEN
        self.parts.append(self._BREAKS.get(tag, ""))

    @override
    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self._HIDDEN and self._hidden > 0
        self.parts.append("\n\n" if tag in {"p", "blockquote", "pre", "ul", "ol"} else "")

    @override
    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def _without_greeting(text: str, status: Node) -> str:
    """Return the text without the mentions before it that only say who gets it."""
    names = {
        name.lower()
        for one in status["mentions"]
        for name in (one["acct"].text, one["username"].text)
    }
    while found := _LEADING.match(text):
        written = "@".join(part for part in found.groups() if part).lower()
        if written not in names:
            break
        text = text[found.end() :].lstrip()
    return text


def _shown(body: str, status: Node, fetched: Container[str], *, ours: bool) -> str:
    """Return the text as it is kept; ours without its files, as it was when it left here."""
    text = _without_greeting(body, status)
    return text if ours and text else "\n".join([text, *_files(status, fetched)]).strip()


def _files(status: Node, fetched: Container[str]) -> list[str]:
    """Return a line for each file: what its author says it shows, and where it is if not here."""
    lines = []
    for one in status["media_attachments"]:
        words, here = one["description"].text, one["id"].text in fetched
        if words or not here:
            address = "" if here else _https(one["url"].text) or ""
            lines.append(f"[{words or one['type'].text}] {address}".strip())
    return lines


def _short(own: frozenset[str]) -> set[str]:
    """Return our own handles as our server writes them: without the name of the server."""
    return {name for handle in own for name in (handle, handle.partition("@")[0])}


def _person(account: Node) -> Person:
    followers = account["followers_count"].number
    voice = None if followers is None else Voice(followers=max(0, followers))
    return Person(account["acct"].text.lower(), account["display_name"].text, voice)


def _created(status: Node, item: RawItem) -> datetime:
    """Return when it was written; a server far away may say what it likes, but not the future."""
    try:
        return min(status["created_at"].moment(), item.received_at)
    except ValueError:
        return item.received_at


def _https(url: str) -> str | None:
    return url if url.startswith("https://") else None
