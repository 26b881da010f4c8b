"""Foreign text and HTML made safe to show: nothing active, nothing remote, quick to lay out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import nh3
from inscriptis import get_text
from inscriptis.css_profiles import STRICT_CSS_PROFILE
from inscriptis.model.config import ParserConfig

from app.services.markup_limits import (
    RAW_ELEMENTS,
    TEXT_LIMITS,
    VIEW_LIMITS,
    Limits,
    bound_clean,
    bound_source,
    element_names,
)

_TAGS = element_names(
    "a abbr address b big blockquote br caption center cite code dd del div dl dt em"
    " h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small strike strong sub sup table"
    " tbody td tfoot th thead tr tt u ul var"
)
_ATTRIBUTES = {
    "*": {"align", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "table": {"border", "cellpadding", "cellspacing", "width"},
    "td": {"colspan", "rowspan", "valign", "width"},
    "th": {"colspan", "rowspan", "valign", "width"},
}
_WORDS = {
    "align": {"left", "right", "center", "justify"},
    "valign": {"top", "middle", "bottom", "baseline"},
    "dir": {"ltr", "rtl", "auto"},
}
_LARGEST = {
    "border": 5,
    "cellpadding": 40,
    "cellspacing": 40,
    "colspan": 20,
    "height": 2000,
    "rowspan": 20,
    "start": 100_000,
    "width": 2000,
}
_REL = "noopener noreferrer"
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x1f\x7f]{1,4000}", re.IGNORECASE)
_CID = re.compile(r"cid:[^\s\x00-\x1f\x7f<>\"]{1,500}", re.IGNORECASE)
_REMOTE = re.compile(r"https://[^\s\x00-\x1f\x7f<>\"]{1,2000}", re.IGNORECASE)
MOST_REMOTE = 60
_NUMBER = re.compile(r"([0-9]{1,6})(%?)")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = {code: None for code in range(32) if code not in (9, 10)} | {127: None}
_PLAIN = ParserConfig(css=STRICT_CSS_PROFILE)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


@dataclass(frozen=True, slots=True)
class Shown:
    """HTML that is safe to show, and the addresses of the pictures that it would get elsewhere."""

    html: str
    remote: tuple[str, ...]


def clean_text(text: str) -> str:
    r"""Return a text that can be stored, searched and shown.

    CR LF and lone CR become LF, lone surrogates U+FFFD (SQLite refuses them), and the C0 controls
    except tab and newline are removed, NUL among them.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", unified).translate(_CONTROLS)


def safe_html(html: str, *, inline_images: bool = True) -> str:
    """Return HTML that asks for nothing but `cid:` pictures and lays out within a second.

    What stays: text, plain structure, links to http, https, mailto and tel, and, when
    `inline_images`, pictures of the mail itself. At most VIEW_LIMITS of everything, because Qt's
    layout time doubles with each nested table; the text is kept where tags are dropped and cut
    at the end where there is too much of it.
    """
    return bound_clean(_sanitised(html, VIEW_LIMITS), VIEW_LIMITS, images=inline_images)


def show_html(html: str, *, remote: bool = False) -> Shown:
    """Return what `safe_html` does, and which pictures on the internet it leaves out.

    Args:
        remote: put `cid:` and the `picture_id` of its address where each of them belongs.
    """
    found: dict[str, None] = {}
    clean = _sanitised(
        html, VIEW_LIMITS, partial(_with_remote if remote else _without_remote, found)
    )
    return Shown(bound_clean(clean, VIEW_LIMITS, images=True), tuple(found)[:MOST_REMOTE])


def picture_id(address: str) -> str:
    """Return the content id that stands for a picture on the internet."""
    return f"{sha256(address.encode()).hexdigest()[:32]}@remote"


def html_to_text(html: str) -> str:
    """Return the text of HTML with its line breaks, lists and tables, at most TEXT_LIMITS long."""
    limited = bound_clean(_sanitised(html, TEXT_LIMITS), TEXT_LIMITS, images=False)
    if not limited.strip():
        return ""
    text = get_text(f"<html><body>{limited}</body></html>", _PLAIN).replace("\xa0", " ")
    lines = (line.rstrip() for line in clean_text(text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def _sanitised(html: str, limits: Limits, keep: "_Keep | None" = None) -> str:
    """Return `html` through nh3; bounded before it, as its tree builder is quadratic in depth."""
    return nh3.clean(
        bound_source(clean_text(html), limits),
        tags=set(_TAGS),
        clean_content_tags=set(RAW_ELEMENTS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=keep or _attribute,
        strip_comments=True,
        link_rel=_REL,
        url_schemes={"http", "https", "mailto", "tel", "cid"},
        url_relative="deny",
    )


_Keep = Callable[[str, str, str], str | None]


def _without_remote(found: dict[str, None], tag: str, name: str, value: str) -> str | None:
    """Decide as `_attribute`, and remember the pictures on the internet."""
    if tag == "img" and name == "src" and _REMOTE.fullmatch(value.strip()):
        found[value.strip()] = None
    return _attribute(tag, name, value)


def _with_remote(found: dict[str, None], tag: str, name: str, value: str) -> str | None:
    """Decide as `_without_remote`, but keep a place for each of them."""
    kept = _without_remote(found, tag, name, value)
    known = tag == "img" and name == "src" and value.strip() in found
    return f"cid:{picture_id(value.strip())}" if known else kept


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Decide one attribute: the value to keep, or None.

    nh3 asks for attributes that it drops afterwards too, and keeps one for which this raises.
    """
    if name == "href":
        return value.strip() if _LINK.fullmatch(value.strip()) else None
    if name == "src":
        return value.strip() if tag == "img" and _CID.fullmatch(value.strip()) else None
    if name == "rel":
        return _REL
    if name == "alt":
        return value[:200]
    if name in _WORDS:
        return value.lower() if value.lower() in _WORDS[name] else None
    return _number(name, value)


def _number(name: str, value: str) -> str | None:
    found = _NUMBER.fullmatch(value.strip().removesuffix("px"))
    if found is None or name not in _LARGEST:
        return None
    if found[2]:
        return f"{min(int(found[1]), 100)}%" if name in {"width", "height"} else None
    number = min(int(found[1]), _LARGEST[name])
    return str(max(number, 1)) if name in {"colspan", "rowspan"} else str(number)
