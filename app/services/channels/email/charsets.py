"""Bytes of a mail into text, whatever charset they claim to be in."""

import codecs
import re
from functools import lru_cache

from app.services.markup import clean_text

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,39}")
_TEXT_CODECS = re.compile(
    r"utf-(?:8|16|32).*|iso8859-\d+|cp\d+|koi8-[rtu]|gb\w+|big5\w*|euc_\w+|iso2022_\w+"
    r"|shift_jis\w*|mac-\w+|johab|hz|tis-620|kz1048|ptcp154"
)
_WHOLE = re.compile("[^\x00-\x7f\ufffd]")
_UNSURE = frozenset({"ascii", "iso8859-1", "utf-8"})


@lru_cache(maxsize=256)
def known_codec(charset: str) -> str | None:
    """Return the codec of a declared charset, or None.

    Refused are all that are not charsets of mail: utf-7 (which hides markup from filters), rot13,
    base64, punycode, unicode_escape and whatever else Python can look up.
    """
    if not _NAME.fullmatch(charset):
        return None
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return name if name in _UNSURE or _TEXT_CODECS.fullmatch(name) else None


def decode(data: bytes, charset: str | None) -> str:
    """Return `data` as clean text; never fails.

    A charset that is not declared, unknown, or one that senders declare without looking (ASCII,
    Latin-1, UTF-8) is tried as UTF-8 first and read as Windows-1252 otherwise (WHATWG Encoding,
    "Names and labels", reads Latin-1 so as well).
    """
    codec = known_codec(charset.strip()) if charset else None
    if codec in _UNSURE or codec is None:
        return clean_text(_as_utf8(data))
    return clean_text(data.decode(codec, "replace"))


def _as_utf8(data: bytes) -> str:
    """Read UTF-8, also broken UTF-8 (a cut text) as long as most of its letters are whole."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    if len(_WHOLE.findall(text)) >= text.count("\ufffd"):
        return text
    return data.decode("cp1252", "replace")


def from_header(raw: str) -> str:
    """Return a header value that the parser kept as ASCII with escaped bytes, as clean text."""
    if raw.isascii():
        return clean_text(raw)
    return decode(raw.encode("utf-8", "surrogateescape"), None)
