"""What a mail says: its text, its HTML and its files, out of whatever tree of parts it has."""

import re
from dataclasses import dataclass, field, replace
from email.message import Message
from email.policy import compat32
from html import escape
from typing import NamedTuple

from app.services.channels.api import Attachment
from app.services.channels.email.attachments import (
    disposition,
    field_text,
    file_name,
    from_part,
    payload,
    safe_name,
    whole_mail,
)
from app.services.channels.email.charsets import decode
from app.services.channels.email.flowed import unflowed
from app.services.channels.email.headers import Headers, parameters
from app.services.channels.email.source import PARSER_FAULTS, Source, children
from app.services.markup import html_to_text

MOST_TEXT = 1_000_000
_MOST_PARTS = 500
_DEEPEST = 50
_RETURNED = frozenset({"message/rfc822", "message/global", "message/partial"})
_AS_IT_CAME = compat32.clone(max_line_length=0)
_META_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:+-]{1,40})", re.IGNORECASE)


class Body(NamedTuple):
    """One readable part in the forms its sender gave."""

    plain: str | None
    html: str | None


@dataclass(slots=True)
class Contents:
    """What a walk over the parts has found.

    Attributes:
        cut: the mail has more in it than was taken; its source is among the files then.
    """

    bodies: list[Body] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    parts: int = 0
    cut: bool = False

    def text(self) -> str:
        """Return the whole text; parts that only have HTML are turned into text."""
        texts = (
            body.plain if body.plain is not None else html_to_text(body.html or "")
            for body in self.bodies
        )
        return "\n".join(text.strip("\n") for text in texts if text.strip())

    def html(self) -> str | None:
        """Return the whole HTML, or None when no part has any."""
        if not any(body.html for body in self.bodies):
            return None
        return "\n".join(
            body.html if body.html is not None else f"<pre>{escape(body.plain or '')}</pre>"
            for body in self.bodies
        )


def read_contents(source: Source) -> Contents:
    """Return the texts and files of a mail.

    At most 500 parts, 50 deep, and MOST_TEXT bytes per text; where that is not enough, and for a
    mail that was not taken apart, its whole source is attached, so that nothing is lost.
    """
    contents = Contents()
    if source.whole:
        contents.bodies = _walk(source.message, contents, depth=0)
    else:
        plain = decode(source.body[:MOST_TEXT], None)
        contents = Contents(bodies=[Body(plain, None)], cut=True)
    if contents.cut:
        contents.files.append(whole_mail(source.data, source.headers.text("subject")))
    html = contents.html() or ""
    contents.files = [replace(file, inline=_is_shown(file, html)) for file in contents.files]
    return contents


def _is_shown(file: Attachment, html: str) -> bool:
    """Say whether the HTML shows a file; phones call every photo "inline"."""
    return bool(file.content_id) and f"cid:{file.content_id}" in html


def _walk(part: Message, contents: Contents, *, depth: int) -> list[Body]:
    contents.parts += 1
    if contents.parts > _MOST_PARTS or depth > _DEEPEST:
        contents.cut = True
        return []
    if part.get_content_maintype() == "message":
        _attach_message(part, contents)
        return []
    if not part.is_multipart():
        return _leaf(part, contents)
    bodies = [body for child in children(part) for body in _walk(child, contents, depth=depth + 1)]
    if part.get_content_subtype() == "alternative" and bodies:
        return [_merged(bodies)]
    return bodies


def _merged(alternatives: list[Body]) -> Body:
    """Return the first plain text and the last HTML: what RFC 2046 5.1.4 calls the best of each."""
    plain = next((body.plain for body in alternatives if body.plain is not None), None)
    html = next((body.html for body in reversed(alternatives) if body.html is not None), None)
    return Body(plain if plain and plain.strip() else None if html else plain, html)


def _leaf(part: Message, contents: Contents) -> list[Body]:
    mime = part.get_content_type()
    if mime == "text/x-amp-html":
        return []
    is_text = mime in {"text/plain", "text/html"} or mime.startswith("multipart/")
    if not is_text or disposition(part) == "attachment" or file_name(part):
        contents.files.append(from_part(part))
        return []
    data = payload(part)
    if len(data) > MOST_TEXT:
        contents.cut = True
    return [_body(part, data[:MOST_TEXT], is_html=mime == "text/html")]


def _body(part: Message, data: bytes, *, is_html: bool) -> Body:
    described = parameters(field_text(part, "content-type"))
    charset = described.get("charset")
    if is_html:
        meta = _META_CHARSET.search(data[:2000])
        named = charset or (meta[1].decode("ascii") if meta else None)
        return Body(None, decode(data, named))
    text = decode(data, charset)
    if described.get("format", "").lower() == "flowed":
        text = unflowed(text, delete_space=described.get("delsp", "").lower() == "yes")
    return Body(text, None)


def _attach_message(part: Message, contents: Contents) -> None:
    """Keep a mail within the mail as a file; it is somebody else's and must not be read as text."""
    messages = children(part)
    subject = Headers(messages[0]).text("subject") if messages else ""
    data = _flattened(messages)
    if data is None:
        contents.cut = True
    elif part.get_content_type() in _RETURNED:
        contents.files.append(whole_mail(data, subject))
    else:
        name = safe_name(file_name(part) or f"{part.get_content_subtype()}.txt")
        contents.files.append(Attachment(name, "text/plain", data))


def _flattened(messages: list[Message]) -> bytes | None:
    """Return messages as bytes again; None for what the generator cannot write."""
    try:
        return b"\n".join(message.as_bytes(policy=_AS_IT_CAME) for message in messages)
    except PARSER_FAULTS:
        return None
