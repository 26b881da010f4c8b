"""Where a link really goes, and whether what it shows says something else."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from app.services.markup_limits import element_names

_LONGEST = 4_000
_GENERIC = element_names(
    "app biz blog cloud club com company dev edu email fun gov group info int life link live"
    " mobi net news online org pro shop site space store tech today top website work world xyz"
    " amsterdam brussels frl gent vlaanderen"
)
_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+([^\W\d_]{2,24}|xn--[a-z0-9-]{2,60})"
_SHOWN_URL = re.compile(
    rf"(?:https?://|www\.)(?:[^\s/@]{{1,200}}@)?(?P<host>{_HOST})", re.IGNORECASE
)
_SHOWN_HOST = re.compile(rf"(?P<host>{_HOST})(?::\d{{1,5}})?(?:[/?#]\S*)?", re.IGNORECASE)
_SHOWN_ADDRESS = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,255}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FORBIDDEN = re.compile(r"[\s\x00-\x1f\x7f]")


def link_host(href: str) -> str | None:
    r"""Return the host a link goes to, lower case: of http, https, and of a mail address.

    None for every other link, and for one that cannot be understood. A backslash counts as a
    slash, as browsers do (WHATWG URL, "relative slash state").
    """
    href = href.strip()
    if len(href) > _LONGEST or _FORBIDDEN.search(href):
        return None
    if href[:7].lower() == "mailto:":
        address = href[7:].partition("?")[0]
        return address.rpartition("@")[2].lower().rstrip(".") or None
    try:
        parts = urlsplit(href.replace("\\", "/"))
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    return host.rstrip(".") or None


def looks_misleading(href: str, shown: str) -> bool:
    """Say whether a reader would think that the link goes elsewhere.

    True for a web link whose host is a number, is not plain ASCII (or punycode), hides behind a
    name before `@`, or cannot be understood, and for one whose text names another host; a mail
    link when its text is another address.
    """
    href = href.strip()
    shown = _INVISIBLE.sub("", shown).strip()
    host = link_host(href)
    if href[:7].lower() == "mailto:":
        return _other_address(href, shown)
    if href[:4].lower() == "tel:":
        return False
    if host is None or _is_strange(host) or "@" in urlsplit(href.replace("\\", "/")).netloc:
        return True
    named = _named_host(shown)
    return named is not None and not _same_site(named, host)


def _other_address(href: str, shown: str) -> bool:
    target = href[7:].partition("?")[0].lower()
    return bool(_SHOWN_ADDRESS.fullmatch(shown)) and shown.lower() != target


def _is_strange(host: str) -> bool:
    if not host.isascii() or any(label.startswith("xn--") for label in host.split(".")):
        return True
    try:
        ip_address(host)
    except ValueError:
        return host.rpartition(".")[2].isdigit() or host.startswith("0x")
    return True


def _named_host(shown: str) -> str | None:
    """Return the host that a link's text names: in an address, or as its only word."""
    found = _SHOWN_URL.search(shown[:_LONGEST]) or _SHOWN_HOST.fullmatch(shown[:300])
    if found is None:
        return None
    ending = found["host"].lower().rpartition(".")[2]
    if len(ending) == 2 or ending in _GENERIC or ending.startswith("xn--"):
        return found["host"].lower()
    return found["host"].lower() if found.re is _SHOWN_URL else None


def _same_site(named: str, host: str) -> bool:
    named, host = named.removeprefix("www."), host.removeprefix("www.")
    return named == host or named.endswith(f".{host}") or host.endswith(f".{named}")
