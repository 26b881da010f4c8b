"""The header fields of a mail, decoded by rules that no sender can make expensive."""

import binascii
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import mktime_tz, parsedate_tz

from app.services.channels.email.charsets import decode, from_header

_MOST_FIELDS = 5_000
_LONGEST_VALUE = 64_000
_LONGEST_TEXT = 2_000
_MOST_WORDS = 500
_LONGEST_KEY = 250
_MOST_PARENTS = 30
_LONGEST_PARAMETERS = 4_000
_LONGEST_DATE = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=")
_FOLD = re.compile(r"[\r\n]+")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"\s+")
_ANGLED = re.compile(r"<([^<>]{1,1000})>")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


class Headers:
    """The fields of one message by lower-case name, in order, as decoded bytes but raw words."""

    def __init__(self, message: Message) -> None:
        self._fields: dict[str, list[str]] = {}
        for number, (name, value) in enumerate(message.raw_items()):
            if number == _MOST_FIELDS:
                break
            text = from_header(str(value)[:_LONGEST_VALUE])
            self._fields.setdefault(name.lower(), []).append(_FOLD.sub("", text).strip())

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def all(self, name: str) -> list[str]:
        """Return the values of a field, first one first."""
        return self._fields.get(name, [])

    def first(self, name: str) -> str:
        """Return the first value of a field, or an empty text."""
        return next(iter(self.all(name)), "")

    def text(self, name: str) -> str:
        """Return a field for people, on one line: RFC 2047 words decoded, controls removed."""
        return one_line(decode_words(self.first(name)))


def one_line(text: str) -> str:
    """Return a short text without line breaks, controls and marks that turn the direction."""
    spaced = _BLANKS.sub(" ", _TURNS.sub("", text[: 2 * _LONGEST_TEXT]))
    visible = "".join(char for char in spaced if unicodedata.category(char) not in {"Cc", "Cs"})
    return visible.strip()[:_LONGEST_TEXT]


def decode_words(value: str) -> str:
    """Return `value` with its encoded words (RFC 2047) decoded.

    Neighbours in one charset are joined before decoding, as senders cut within characters. At most
    500 words of 4,000 characters; the rest stays as it is.
    """
    return "".join(_decoded_parts(value))


def _decoded_parts(value: str) -> Iterator[str]:
    at = 0
    pending = b""
    charset = ""
    for number, found in enumerate(_ENCODED_WORD.finditer(value)):
        if number == _MOST_WORDS:
            break
        between = value[at : found.start()]
        if pending and (between.strip() or found[1].lower() != charset):
            yield decode(pending, charset.partition("*")[0])
            pending = b""
        if between.strip() or at == 0:
            yield between
        charset = found[1].lower()
        pending += _word_bytes(found[2], found[3])
        at = found.end()
    if pending:
        yield decode(pending, charset.partition("*")[0])
    yield value[at:]


def _word_bytes(encoding: str, payload: str) -> bytes:
    data = payload.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(data, header=True)
    return decode_base64(data)


def decode_base64(data: bytes) -> bytes:
    """Return what base64 holds, without its strangers; a broken end loses at most 2 bytes."""
    letters = _NOT_BASE64.sub(b"", data)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def message_ids(value: str) -> list[str]:
    """Return the message ids in a field as "<id>", spaces within removed; bare ones count too."""
    found = _ANGLED.findall(value) or [
        token for token in value.split() if "@" in token and len(token) <= _LONGEST_KEY
    ]
    ids = (_BLANKS.sub("", one_line(token)).strip("<>") for token in found)
    return [f"<{text}>"[:_LONGEST_KEY] for text in ids if text]


def message_key(value: str) -> str | None:
    """Return the normalised Message-ID, or None when there is nothing to call one (RFC 5322 3.6.4).

    Real mail has ids without angle brackets, with spaces, empty, and without an at sign.
    """
    if found := message_ids(value):
        return found[0]
    bare = _BLANKS.sub("", one_line(value)).strip("<>")
    return f"<{bare}>"[:_LONGEST_KEY] if bare else None


def parent_keys(headers: Headers, own_key: str) -> tuple[str, ...]:
    """Return the keys a mail answers: In-Reply-To, then References from right to left, then root.

    At most 30, the oldest always among them.
    """
    references = message_ids(" ".join(headers.all("references")))
    nearest = message_ids(" ".join(headers.all("in-reply-to"))) + references[::-1]
    unique = [key for key in dict.fromkeys(nearest) if key != own_key]
    if len(unique) > _MOST_PARENTS:
        unique[_MOST_PARENTS - 1 :] = unique[-1:]
    return tuple(unique)


def sent_at(value: str, *, received_at: datetime, history: bool) -> datetime:
    """Return what the Date field says when that is believable, else `received_at`.

    Believable is at most a day after receipt (wrong clocks, time zones) and at most 7 days before
    it (queues, drafts), for history from 1990 on, as moved mailboxes get new receipt dates.
    """
    earliest = datetime(1990, 1, 1, tzinfo=UTC) if history else received_at - timedelta(days=7)
    date = _date(value)
    if date is None or not earliest <= date <= received_at + timedelta(days=1):
        return received_at
    return date


def _date(value: str) -> datetime | None:
    try:
        fields = parsedate_tz(value[:_LONGEST_DATE])
        return _EPOCH + timedelta(seconds=mktime_tz(fields)) if fields else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def parameters(value: str) -> dict[str, str]:
    """Return the parameters of a Content-Type or Content-Disposition field (RFC 2045, 2231).

    Encoded words in them, which the RFC forbids and many programs send, are decoded.
    """
    holder = Message()
    try:
        holder["content-type"] = value[:_LONGEST_PARAMETERS]
        found = holder.get_params(failobj=[])
    except (ValueError, LookupError, TypeError, AttributeError):
        return {}
    return {name.lower(): _parameter(text) for name, text in found[1:]}


def _parameter(value: str | tuple[str | None, str | None, str]) -> str:
    if isinstance(value, tuple):
        charset, _, text = value
        return decode(text.encode("latin-1", "replace"), charset or None)
    return decode_words(value)
