"""A web server with a feed, after RFC 9110 (conditions, redirects), RSS 2.0 and RFC 4287."""

import hashlib
import socket
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from urllib.parse import quote

from typing_extensions import override

from tests.servers.web import WebServer


@dataclass
class Mention:
    """One entry; `words` is HTML."""

    guid: str
    title: str
    words: str
    at: datetime | None
    link: str
    author: str = ""


class FeedServer(WebServer):
    """One feed under `place`, newest first.

    Attributes:
        form: "rss", "atom", or "google" (an Atom feed with wrapped links, as Google Alerts has).
        validators: what the server gives to ask with again: "etag", "modified", both or none.
        headers: further headers of every answer.
        head: further elements of the feed itself.
        fault: (status, headers) of every answer, None for the feed.
        broken: these bytes instead of the feed.
        moved: path -> (status, where to).
    """

    def __init__(self) -> None:
        super().__init__()
        self.place = "/feed"
        self.form = "rss"
        self.mentions: list[Mention] = []
        self.validators = {"etag", "modified"}
        self.changed: datetime | None = None
        self.headers: dict[str, str] = {}
        self.head = ""
        self.fault: tuple[int, dict[str, str]] | None = None
        self.broken: bytes | None = None
        self.moved: dict[str, tuple[int, str]] = {}
        self.answers: list[int] = []

    @override
    def _answer(self, connection: socket.socket, path: str) -> None:
        self.pages = {path: self._page(path, self.asked[-1].headers)}
        self.answers.append(self.pages[path][0])
        super()._answer(connection, path)

    def _page(self, path: str, asked: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if self.fault:
            return *self.fault, b"<html>sorry</html>"
        if path in self.moved:
            status, where = self.moved[path]
            return status, {"Location": where} if where else {}, b""
        if path != self.place:
            return 404, {}, b""
        body = self.body() if self.broken is None else self.broken
        headers = {"Content-Type": "application/xml", **self.headers, **self._validators(body)}
        # If-None-Match goes before If-Modified-Since (RFC 9110 13.2.2).
        if "if-none-match" in asked:
            same = asked["if-none-match"] == headers.get("ETag")
        else:
            same = asked.get("if-modified-since", "") == headers.get("Last-Modified", "no")
        return (304, headers, b"") if same else (200, headers, body)

    def _validators(self, body: bytes) -> dict[str, str]:
        found = {}
        if "etag" in self.validators:
            found["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        if "modified" in self.validators and self.changed:
            found["Last-Modified"] = format_datetime(self.changed, usegmt=True)
        return found

    def body(self) -> bytes:
        entries = "".join(map(self._rss if self.form == "rss" else self._atom, self.mentions))
        if self.form == "rss":
            return (
                '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
                ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
                ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>'
                f"<title>Forum</title>{self.head}{entries}</channel></rss>"
            ).encode()
        return (
            '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
            f"<title>Google Alert - De Winkel</title>{self.head}{entries}</feed>"
        ).encode()

    def _rss(self, one: Mention) -> str:
        date = f"<pubDate>{format_datetime(one.at)}</pubDate>" if one.at else ""
        author = f"<dc:creator>{escape(one.author)}</dc:creator>" if one.author else ""
        guid = f'<guid isPermaLink="false">{escape(one.guid)}</guid>' if one.guid else ""
        return (
            f"<item><title>{escape(one.title)}</title><link>{escape(one.link)}</link>{guid}{date}"
            f"{author}<description>{escape(one.words)}</description></item>"
        )

    def _atom(self, one: Mention) -> str:
        link = one.link
        if self.form == "google":
            link = f"https://www.google.com/url?rct=j&sa=t&url={quote(link)}&ct=ga&usg=X"
        date = one.at.isoformat() if one.at else ""
        author = escape(one.author)
        return (
            f'<entry><id>{escape(one.guid)}</id><title type="html">{escape(one.title)}</title>'
            f'<link href="{escape(link)}"/><published>{date}</published><updated>{date}</updated>'
            f'<content type="html">{escape(one.words)}</content>'
            f"<author><name>{author}</name></author></entry>"
        )
