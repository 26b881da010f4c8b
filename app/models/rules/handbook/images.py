"""Pictures in pages: how a text names them, what may be one, and how large it is.

Sizes are read from the first bytes, so that nothing is unpacked before it is known to be harmless.
"""

import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.pages import slug

FOLDER = "images"
"""Where the pictures of a page stand, beside it."""
MOST_BYTES = 5 * 1024 * 1024
MOST_DOTS = 40_000_000
"""A picture of more would take too much memory when it is shown."""

MIMES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "gif": "image/gif"}
"""What may be a picture, by the suffix it gets."""
SUFFIXES = ("png", "jpg", "jpeg", "webp", "gif")
_NAME = re.compile(r"(?i)(?:\./)?(?:images/)?([a-z0-9][a-z0-9_.-]*\.(?:png|jpe?g|webp|gif))")
_REFERENCE = re.compile(r"!\[[^\]\n]*\]\(\s*<?([^)\s>]+)>?[^)\n]*\)")


class NotAPictureError(KnownError):
    """A file that is none of the kinds, or is broken."""

    code = "not_a_picture"
    text = QT_TRANSLATE_NOOP("errors", "{name} is no PNG, JPEG, WebP or GIF that can be read.")


class PictureTooLargeError(KnownError):
    """More bytes or dots than a page can hold."""

    code = "picture_too_large"
    text = QT_TRANSLATE_NOOP(
        "errors", "{name} is too large: a picture may have 5 MB and 40 million dots. Make it less."
    )


@dataclass(frozen=True, slots=True)
class Form:
    """What a picture is: its suffix (of MIMES), and its width and height in dots."""

    suffix: str
    width: int
    height: int


def name_in(target: str) -> str | None:
    """Return the name of the picture that a text leads to, None for anything else."""
    found = _NAME.fullmatch(target)
    return found[1] if found else None


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of the pictures of a text, each once."""
    found = (name_in(target) for target in _REFERENCE.findall(text))
    return tuple(dict.fromkeys(name for name in found if name is not None))


def renamed(text: str, names: Mapping[str, str]) -> str:
    """Return a text with other names of its pictures."""

    def written(found: re.Match[str]) -> str:
        name = name_in(found[1])
        if name is None or name not in names:
            return found[0]
        begin, end = found.start(1) - found.start(), found.end(1) - found.start()
        return f"{found[0][:begin]}{FOLDER}/{names[name]}{found[0][end:]}"

    return _REFERENCE.sub(written, text)


def reference(name: str, about: str) -> str:
    """Return how a text names a picture; `about` is said to whoever cannot see it."""
    plain = " ".join(re.sub(r"[\[\]\\]", " ", about).split())
    return f"![{plain}]({FOLDER}/{name})"


def safe_name(name: str, suffix: str) -> str:
    """Return what a picture is called in texts and folders."""
    stem = re.sub(r"(?i)\.(?:png|jpe?g|webp|gif)$", "", name)
    return f"{slug(stem) or 'picture'}.{suffix}"


def form_of(name: str, data: bytes) -> Form:
    """Return what a picture is.

    Args:
        name: what the owner calls it.
        data: all of it.

    Raises:
        NotAPictureError: it is none.
        PictureTooLargeError: it has too many bytes or dots.
    """
    if len(data) > MOST_BYTES:
        raise PictureTooLargeError(name=name)
    try:
        found = next((made for read in _READERS if (made := read(data)) is not None), None)
    except (struct.error, IndexError):
        found = None
    if found is None or not found.width or not found.height:
        raise NotAPictureError(name=name)
    if found.width * found.height > MOST_DOTS:
        raise PictureTooLargeError(name=name)
    return found


# --- how -------------------------------------------------------------------------------------


def _png(data: bytes) -> Form | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR":
        return None
    return Form("png", *struct.unpack(">II", data[16:24]))


def _gif(data: bytes) -> Form | None:
    if not data.startswith((b"GIF87a", b"GIF89a")):
        return None
    return Form("gif", *struct.unpack("<HH", data[6:10]))


def _jpeg(data: bytes) -> Form | None:
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while True:
        mark, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= mark <= 0xCF and mark not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return Form("jpg", width, height)
        at += 2 + length


def _webp(data: bytes) -> Form | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    kind = data[12:16]
    if kind == b"VP8X":
        low = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return Form("webp", *low)
    if kind == b"VP8L":
        bits = struct.unpack("<I", data[21:25])[0]
        return Form("webp", (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    width, height = struct.unpack("<HH", data[26:30])
    return Form("webp", width & 0x3FFF, height & 0x3FFF)


_READERS: tuple[Callable[[bytes], Form | None], ...] = (_png, _jpeg, _gif, _webp)
