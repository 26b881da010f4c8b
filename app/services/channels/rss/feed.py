"""Feeds (RSS, Atom): bounded before the library sees them, and entries as messages."""

import io
import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import struct_time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import feedparser
from feedparser.api import LooseFeedParser, StrictFeedParser
from feedparser.encodings import convert_to_utf8

from app.models.rules.messages import Direction
from app.services.channels.api import InboundMessage, Json, ParseContext, Person, RawItem
from app.services.channels.errors import ProtocolChanged
from app.services.channels.kit import Node, fingerprint
from app.services.markup import clean_text, html_to_text

SIZE_LIMIT = 2 << 20
"""Bytes of the largest feed that is read."""

MOST_ENTRIES = 500
"""Entries of one feed that count, the newest first."""

# The library takes quadratic time over the tags of one entry, the attributes of one tag, and the
# name of an author (measured: 20 s and more for 200 kB), so each has a bound.
_MOST_PARTS = 2000
_MOST_TAGS = 3000
_LONGEST_TAG = 8192
_LONGEST_AUTHOR = 200
_ENTRY = re.compile(r"(?=<(?:\w{1,20}:)?(?:item|entry)\b)", re.IGNORECASE)
_HOSTILE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)

_GOOGLE = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}")
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(days=7),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_LONGEST_KEY = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its key, what it says, when it was written (None: it does not say), its bytes."""

    key: str
    title: str
    text: str
    author: str
    at: datetime | None
    data: bytes

    @property
    def version(self) -> str:
        """The hash of what it says."""
        return fingerprint(self.title, self.text)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read.

    Attributes:
        entries: newest first, each key once.
        pause: how long it says that asking again is of no use, if it does.
    """

    title: str
    entries: tuple[Entry, ...]
    pause: timedelta | None


def read_feed(data: bytes, content_type: str, address: str, server: str) -> Feed:
    """Read a feed in any encoding, well-formed or not.

    Args:
        address: against which its links are resolved; always the same for one account, as an id
            may be relative too.

    Raises:
        ProtocolChanged: it is no feed, or one that is made to do harm.
    """
    try:
        text = _decoded(data, content_type)
        problem = _harm(text)
        if problem:
            raise ProtocolChanged(server=server, detail=problem)
        found = _parsed(text, address)
        if not dict.get(found, "version"):
            raise ProtocolChanged(server=server, detail="this is no feed")
        told = dict.get(found, "feed")
        feed = told if isinstance(told, dict) else {}
        return Feed(_line(dict.get(feed, "title")), _entries(found, server), _pause(feed))
    except _HOSTILE as error:
        raise ProtocolChanged(server=server, detail=type(error).__name__) from error


def _decoded(data: bytes, content_type: str) -> str:
    converted: bytes = convert_to_utf8({"content-type": content_type}, data, {})
    return converted.decode("utf-8", "replace")


def _harm(text: str) -> str:
    """Return why a feed is not given to the library; "" when it is."""
    if "<!ENTITY" in text:
        return "the feed declares entities"
    plain = "".join(_outside_cdata(text))
    parts = _ENTRY.split(plain)
    if len(parts) > _MOST_PARTS:
        return "too many entries"
    for part in parts:
        tags = part.split("<")[1:]
        if len(tags) > _MOST_TAGS:
            return "too many tags in one entry"
        if any(len(tag) > _LONGEST_TAG and not 0 <= tag.find(">") < _LONGEST_TAG for tag in tags):
            return "a tag is too long"
    return ""


def _outside_cdata(text: str) -> Iterator[str]:
    first, *rest = text.split("<![CDATA[")
    yield first
    for part in rest:
        inside, closed, after = part.partition("]]>")
        # One that is never closed may be read as tags by a forgiving parser.
        yield after if closed else f"< {inside}"


def _bounded_author(parser: Any, key: str = "author") -> None:
    context = parser._get_context()  # noqa: SLF001
    if len(context.get(key) or "") <= _LONGEST_AUTHOR:
        _author_of(parser, key)


# It searches names for an address, in quadratic time, and has no setting for that.
_author_of = StrictFeedParser._sync_author_detail  # noqa: SLF001
StrictFeedParser._sync_author_detail = _bounded_author  # noqa: SLF001
LooseFeedParser._sync_author_detail = _bounded_author  # noqa: SLF001


def _parsed(text: str, address: str) -> dict[str, object]:
    read: dict[str, object] = feedparser.parse(
        io.BytesIO(text.encode()),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": address,
        },
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return read


def _entries(found: dict[str, object], server: str) -> tuple[Entry, ...]:
    raw = dict.get(found, "entries")
    made: dict[str, Entry] = {}
    for one in raw if isinstance(raw, list) else ():
        entry = entry_of(Node.of(Node(_object(one, server)).bytes()))
        made.setdefault(entry.key, entry)
    oldest = datetime.min.replace(tzinfo=UTC)
    newest = sorted(made.values(), key=lambda entry: entry.at or oldest, reverse=True)
    return tuple(newest[:MOST_ENTRIES])


def _object(raw: dict[str, object], server: str) -> dict[str, Json]:
    """Return an entry as plain values, of which `entry_of` and `parse_rss` make the rest."""
    # dict.get throughout: the library's own takes one date for another, with a warning.
    author = Node(dict.get(raw, "author_detail"))["name"].text
    source = Node(dict.get(raw, "source"))
    title = Node(dict.get(raw, "title_detail"))
    body = next(
        (one for one in Node(dict.get(raw, "content")) if one["value"].text.strip()),
        Node(dict.get(raw, "summary_detail")),
    )
    link = unwrapped(_text(raw, "link"))
    at = _moment(raw)
    return {
        "id": _text(raw, "id"),
        "link": link,
        "title": title["value"].text or _text(raw, "title"),
        "title_type": title["type"].text,
        "body": body["value"].text or _text(raw, "summary"),
        "body_type": body["type"].text,
        "author": author or source["title"].text,
        "host": _host(source["href"].text) or _host(link) or server,
        "at": at.isoformat() if at else "",
    }


def _text(raw: dict[str, object], name: str) -> str:
    return Node(dict.get(raw, name)).text.strip()


def _moment(raw: dict[str, object]) -> datetime | None:
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        told = dict.get(raw, name)
        if isinstance(told, struct_time):
            try:
                return datetime.fromtimestamp(timegm(told), UTC)
            except (ValueError, OverflowError, OSError):
                continue
    return None


def _pause(feed: dict[str, object]) -> timedelta | None:
    """Return what `ttl` (minutes) or `sy:updatePeriod` asks for."""
    minutes = Node(dict.get(feed, "ttl")).number
    if minutes is not None and 0 < minutes < 100_000:
        return timedelta(minutes=minutes)
    period = _PERIODS.get(_text(feed, "sy_updateperiod").lower())
    times = Node(dict.get(feed, "sy_updatefrequency")).number or 1
    return period / times if period and times > 0 else None


def unwrapped(link: str) -> str:
    """Return where a link goes: Google Alerts wraps the page in one of its own."""
    try:
        parts = urlsplit(link)
        if not _GOOGLE.fullmatch(parts.hostname or "") or parts.path != "/url":
            return link
        asked = parse_qs(parts.query)
    except ValueError:
        return link
    inside = (asked.get("url") or asked.get("q") or [""])[0]
    return inside if _host(inside) else link


def _host(link: str) -> str:
    """Return the host of a link on the web in lower case, without www; "" for anything else."""
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""
    return host if parts.scheme in {"http", "https"} and link.isprintable() else ""


def _line(told: object, kind: str = "text/html") -> str:
    text = Node(told).text
    return " ".join((html_to_text(text) if "html" in kind else clean_text(text)).split())


def entry_of(node: Node) -> Entry:
    """Understand an entry in the form of `_object`; the key is its id, its link, or its hash.

    Raises:
        ValueError: a date in it is none.
    """
    told, kind = node["body"].text, node["body_type"].text
    text = clean_text(told).strip() if kind == "text/plain" else html_to_text(told)
    title = _line(node["title"].raw, node["title_type"].text)
    at = node["at"].moment() if node["at"] else None
    key = node["id"].text or node["link"].text or fingerprint(title, node["at"].text)
    if len(key) > _LONGEST_KEY:
        key = fingerprint(key)
    return Entry(key, title, text, _line(node["author"].raw), at, node.bytes())


def parse_rss(item: RawItem, context: ParseContext) -> InboundMessage:  # noqa: ARG001  the form of Parses
    """Understand an entry; nothing in a feed is ours, as it holds what others write.

    Raises:
        ValueError: the bytes are no entry.
    """
    node = Node.of(item.data)
    host, link = node.need("host"), node["link"].text
    entry = entry_of(node)
    handle = f"{host}/{entry.author.lower()}" if entry.author else host
    return InboundMessage(
        key=entry.key,
        fingerprint=entry.version,
        direction=Direction.IN,
        author=Person(handle, entry.author or host),
        created_at=min(entry.at or item.received_at, item.received_at),
        received_at=item.received_at,
        subject=entry.title,
        text=entry.text,
        history=item.history,
        edited=item.external_id != entry.key,
        public=True,
        permalink=link if _host(link) else None,
    )
