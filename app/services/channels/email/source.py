"""Bytes of a mail into the standard library's message tree, only as far as that stays quick."""

import hashlib
import re
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from app.services.channels.email.headers import Headers

PARSER_FAULTS = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the standard library's mail package raises at broken input; found by mutation."""

_PARSER = BytesParser(policy=compat32)
_HEADER_END = re.compile(rb"\A(?:\r?\n)|\r?\n\r?\n")
_NESTING = re.compile(rb"content-type:\s*(?:multipart|message)/", re.IGNORECASE)
_MOST_NESTED = 100
_MOST_LINES = 1_000_000
_MOST_WORK = 8_000_000
_MOST_SEPARATORS = 50_000
_LONGEST_HEAD = 1_000_000
_FINGERPRINT = ("from", "to", "date", "subject", "message-id")


@dataclass(frozen=True, slots=True)
class Source:
    """A mail taken apart.

    Attributes:
        whole: False when only the fields were read, because the rest would take too long.
    """

    data: bytes
    headers: Headers
    message: Message
    whole: bool

    @property
    def body(self) -> bytes:
        """Everything after the fields, untouched."""
        return split_head(self.data)[1]


def read_source(data: bytes) -> Source:
    """Take a mail apart with compat32; never fails.

    The parser recurses per nested part and tests each line against all open boundaries, so a mail
    of many lines and parts is read only as far as its fields.
    """
    message = _parsed(data) if _is_quick(data) else None
    if message is None:
        head = _PARSER.parsebytes(split_head(data)[0][:_LONGEST_HEAD], headersonly=True)
        return Source(data, Headers(head), head, whole=False)
    return Source(data, Headers(message), message, whole=True)


def children(part: Message) -> list[Message]:
    """Return the parts directly within a part; none of a leaf."""
    found = part.get_payload() if part.is_multipart() else []
    return [child for child in found if isinstance(child, Message)]


def split_head(data: bytes) -> tuple[bytes, bytes]:
    """Split at the first empty line into fields and body."""
    found = _HEADER_END.search(data)
    return (data[: found.start()], data[found.end() :]) if found else (data, b"")


def fingerprint(source: Source) -> str:
    """Return a hash over what the copies of one mail have in common, whatever folder they are in.

    That is From, To, Date, Subject and Message-ID as they stand, without folding, and the body
    bytes with normalised line ends and without blank lines at the end.
    """
    digest = hashlib.sha256()
    for name in _FINGERPRINT:
        digest.update(f"{name}:{' '.join(source.headers.first(name).split())}\n".encode())
    body = source.body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    digest.update(b"\n" + body.rstrip(b"\n \t"))
    return digest.hexdigest()


def _is_quick(data: bytes) -> bool:
    lines = data.count(b"\n") + data.count(b"\r")
    nested = sum(1 for _ in _NESTING.finditer(data))
    return (
        lines <= _MOST_LINES
        and nested <= _MOST_NESTED
        and lines * (nested + 1) <= _MOST_WORK
        and data.count(b"\n--") <= _MOST_SEPARATORS
    )


def _parsed(data: bytes) -> Message | None:
    """Return the message tree; None for the few inputs at which the parser itself stumbles.

    Seen with broken RFC 2231 boundaries and, in other versions of Python, with deep nesting.
    """
    try:
        return _PARSER.parsebytes(data)
    except PARSER_FAULTS:
        return None
