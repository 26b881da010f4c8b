"""Files of a mail: names that are safe to show and to save under, and what they claim to be."""

import re
import unicodedata
from email.message import Message

from app.services.channels.api import Attachment
from app.services.channels.email.charsets import from_header
from app.services.channels.email.headers import one_line, parameters

UNKNOWN_TYPE = "application/octet-stream"
_LONGEST_NAME = 120
_LONGEST_BYTES = 240
_LONGEST_SUFFIX = 20
_LONGEST_ID = 250
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_BLANKS = re.compile(r"\s+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,80}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}")
_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "image/gif": ".gif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/vcard": ".vcf",
}


def safe_name(raw: str, mime: str = UNKNOWN_TYPE) -> str:
    """Return a file name that stays in its folder and shows its real extension everywhere.

    Basename only, NFC, no control, bidi, zero-width or unassigned characters, no name that Windows
    reserves ("Naming Files, Paths, and Namespaces"), no dot or space at either end, at most 120
    characters and 240 bytes with the extension kept, never empty. Stable when applied twice.
    """
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", raw[-4000:]))[-1]
    spaced = _BLANKS.sub(" ", base)
    visible = "".join(char for char in spaced if unicodedata.category(char) not in _INVISIBLE)
    name = unicodedata.normalize("NFC", _FORBIDDEN.sub("_", visible))
    name = _shortened(_BLANKS.sub(" ", name).strip(". "))
    if not name:
        return f"attachment{_SUFFIXES.get(mime, '')}"
    if _RESERVED.fullmatch(name.partition(".")[0].strip()):
        name = _shortened(f"_{name}")
    return name


def _shortened(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix) > _LONGEST_SUFFIX:
        stem, dot, suffix = name, "", ""
    end = dot + suffix
    stem = stem[: _LONGEST_NAME - len(end)]
    room = max(_LONGEST_BYTES - len(end.encode()), 0)
    stem = stem.encode()[:room].decode(errors="ignore")
    return f"{stem.rstrip('. ') or '_'}{end}" if end else stem.rstrip(". ")


def safe_type(declared: str) -> str:
    """Return a declared media type in lower case, or application/octet-stream."""
    lower = declared.strip().lower()
    return lower if _TYPE.fullmatch(lower) else UNKNOWN_TYPE


def file_name(part: Message) -> str:
    """Return the name a part was given, unsafe; an empty text when it has none."""
    for field, key in (("content-disposition", "filename"), ("content-type", "name")):
        if name := parameters(field_text(part, field)).get(key, "").strip():
            return name
    return ""


def field_text(part: Message, name: str) -> str:
    """Return the first field of a part, unfolded; an empty text when it has none."""
    value = next((text for key, text in part.raw_items() if key.lower() == name), "")
    return one_line(from_header(str(value)))


def disposition(part: Message) -> str:
    """Return "inline", "attachment" or an empty text."""
    return field_text(part, "content-disposition").partition(";")[0].strip().lower()


def content_id(part: Message) -> str | None:
    """Return the id under which the HTML of the mail can show a part, without brackets."""
    text = field_text(part, "content-id").strip().strip("<>").strip()
    return text[:_LONGEST_ID] or None


def payload(part: Message) -> bytes:
    """Return the decoded content of a leaf; a transfer encoding that is none is left as it is."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def from_part(part: Message) -> Attachment:
    """Return a leaf as a file."""
    mime = safe_type(part.get_content_type())
    return Attachment(
        name=safe_name(file_name(part), mime),
        mime=mime,
        data=payload(part),
        content_id=content_id(part),
    )


def whole_mail(data: bytes, subject: str = "") -> Attachment:
    """Return a mail as an .eml file named for its subject."""
    return Attachment(safe_name(f"{subject[:80] or 'message'}.eml"), "message/rfc822", data)
