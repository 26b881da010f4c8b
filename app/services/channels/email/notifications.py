"""The mails by which a platform tells what a customer wrote on its pages.

They are known by their sender and subject. What they say is the platform's word at best, so that
they lead nowhere but to its own pages, and what a server of ours found forged is left an ordinary
mail.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from app.models.rules.notifications import Chosen, Own, is_below
from app.services.channels.api import Person
from app.services.channels.email.automatic import is_auto_submitted
from app.services.channels.email.headers import Headers, one_line
from app.services.markup_links import link_host
from app.services.resources import resource

TABLE = "notification_mails.json"
MOST_TEXT, MOST_LINKS, LONGEST_LINK = 40_000, 300, 2_000
MOST_SUBJECT = 400
_HREF = re.compile(r"""href\s{0,3}=\s{0,3}["']([^"'<>\s]{8,2000})["']""", re.IGNORECASE)
_PLAIN = re.compile(r"https://[^\s<>\"')\]]{4,2000}")
_NO_REPLY = re.compile(r"(?:^|[._-])(?:no|do-?not|niet)[._-]?(?:reply|antwoord\w*|beantwoord\w*)\b")
_DMARC = re.compile(r"\bdmarc\s{0,3}=\s{0,3}(\w{1,20})", re.IGNORECASE)
_DKIM = re.compile(
    r"\bdkim\s{0,3}=\s{0,3}(\w{1,20})[^;]{0,500}?\bheader\.[di]\s{0,3}=\s{0,3}@?([\w.-]{1,250})",
    re.IGNORECASE,
)
_UNWANTED = re.compile(r"unsubscri|afmeld|uitschrij|optout|opt-out|preferences", re.IGNORECASE)
PASS = "pass"  # noqa: S105  a verdict, not a password


@dataclass(frozen=True, slots=True)
class Platform:
    """How a platform's mails are known, and what stands where in them.

    Attributes:
        kind: the kind of channel that its messages are shown as.
        domains: from which, or from below which, they come.
        senders: what stands before the @; "" for anything.
        names, subjects: of which one fits the sender's name or the subject; none for anything.
            Those with a group `who` tell who wrote.
        words: what the subject has in it, in lower case.
        bodies: where in the text the message stands (group `text`).
        stars: of a review.
        links: of the pages that a message may lead to, the best first, and `home` else.
        bare: what follows a question mark in a link is dropped.
        thread: what in a link tells the conversation.
        relay: its sender addresses bring an answer to the customer.
        public: everybody can read what its mails tell of.
    """

    kind: str
    name: str
    domains: tuple[str, ...]
    senders: str = ""
    names: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    words: str = ""
    bodies: tuple[str, ...] = ()
    stars: str = ""
    links: tuple[str, ...] = ()
    home: str = ""
    bare: bool = False
    thread: str = ""
    relay: bool = False
    public: bool | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What a platform told.

    Attributes:
        author: an address only where an answer to it reaches the customer.
        text: what the customer wrote; None when it was not found among the rest.
        link: a page of the platform's (https), None for none.
        thread: what tells the conversation, "" for nothing.
    """

    platform: Platform
    author: Person
    text: str | None
    link: str | None
    thread: str
    stars: int | None


def known() -> Sequence[Platform]:
    """Return the platforms that Balie knows."""
    return _known()


def recognise(
    headers: Headers,
    sender: Person,
    reply_to: Person | None,
    *,
    text: str,
    html: str | None,
    chosen: Chosen,
) -> Notice | None:
    """Return what a mail tells when it is one of a platform's that the owner wants, else None."""
    local, _, domain = sender.handle.rpartition("@")
    for platform in (*_known(), *map(_of_owner, chosen.own)):
        if platform.kind in chosen.off or not is_below(domain, platform.domains):
            continue
        found = _fits(platform, local, sender.name, headers.text("subject")[:MOST_SUBJECT])
        if found is not None and not _is_forged(headers, domain):
            return _read(platform, found, headers, sender, reply_to, text=text, html=html)
    return None


# --- which one it is ----------------------------------------------------------------------------


def _fits(platform: Platform, local: str, name: str, subject: str) -> str | None:
    """Return who wrote ("" when the mail's head does not tell), or None when it does not fit."""
    if platform.senders and not re.fullmatch(platform.senders, local, re.IGNORECASE):
        return None
    if platform.words not in subject.lower():
        return None
    tests = [*((each, name) for each in platform.names)]
    tests += [(each, subject) for each in platform.subjects]
    fitting = (re.fullmatch(pattern, told, re.IGNORECASE) for pattern, told in tests)
    found = next((one for one in fitting if one), None)
    if found is None:
        needs = platform.subjects or (platform.names and not platform.relay)
        return None if needs else ""
    return one_line(found.groupdict().get("who") or "")


def _is_forged(headers: Headers, domain: str) -> bool:
    """Tell whether our own mail server says so (RFC 8601).

    Only the topmost field may be its own; one that was sent along can do no more than make a mail
    an ordinary one.
    """
    told = headers.first("authentication-results")
    if not told:
        return False
    dmarc = _DMARC.search(told)
    if dmarc and dmarc[1].lower() == PASS:
        return False
    signed = [(one[1].lower(), one[2].lower()) for one in _DKIM.finditer(told)]
    if any(verdict == PASS and _aligned(domain, by) for verdict, by in signed):
        return False
    return bool(signed or dmarc)


def _aligned(domain: str, by: str) -> bool:
    return is_below(domain, (by,)) or is_below(by, (domain,))


def _of_owner(own: Own) -> Platform:
    domain = re.escape(own.domain)
    return Platform(
        kind=own.name,
        name=own.name,
        domains=(own.domain,),
        words=own.words.lower(),
        links=(rf"https://(?:[a-z0-9-]+\.){{0,4}}{domain}/",),
        home=f"https://{own.domain}/",
        relay=own.by_mail,
    )


# --- what it says ---------------------------------------------------------------------------------


def _read(
    platform: Platform,
    who: str,
    headers: Headers,
    sender: Person,
    reply_to: Person | None,
    *,
    text: str,
    html: str | None,
) -> Notice:
    start = text.replace("\r\n", "\n")[:MOST_TEXT]
    matches = (re.search(pattern, start, re.DOTALL) for pattern in platform.bodies)
    body = next((one for one in matches if one), None)
    parts: Mapping[str, str | None] = body.groupdict() if body else {}
    name = one_line(parts.get("who") or "") or who or sender.name
    found = next(_links(platform, text, html), None)
    stars = re.search(platform.stars, start) if platform.stars else None
    thread = re.search(platform.thread, found or "") if platform.thread else None
    return Notice(
        platform,
        _author(platform, name, headers, sender, reply_to),
        (parts.get("text") or "").strip() or None,
        found or platform.home or None,
        thread[1] if thread else "",
        int(stars[1]) if stars else None,
    )


def _author(
    platform: Platform, name: str, headers: Headers, sender: Person, reply_to: Person | None
) -> Person:
    """Return the customer: by the address that brings him an answer, else by his name."""
    for person in (reply_to, sender):
        local, _, domain = person.handle.rpartition("@") if person else ("", "", "")
        if person and platform.relay and is_below(domain, platform.domains):
            silent = _NO_REPLY.search(local) or is_auto_submitted(headers)
            if not silent or person is reply_to:
                return Person(person.handle, name)
    return Person(name.lower().replace("@", " ").strip(), name)


def _links(platform: Platform, text: str, html: str | None) -> Iterator[str]:
    """Yield the links to the platform's pages, the best first."""
    found = list(dict.fromkeys(_all_links(text, html)))[:MOST_LINKS]
    for pattern in platform.links:
        for link in found:
            if re.match(pattern, link, re.IGNORECASE) and _is_page(platform, link):
                yield link.partition("?")[0] if platform.bare else link


def _all_links(text: str, html: str | None) -> Iterable[str]:
    yield from (one[1].replace("&amp;", "&") for one in _HREF.finditer((html or "")[:1_000_000]))
    yield from (one[0].rstrip(".,;") for one in _PLAIN.finditer(text[:MOST_TEXT]))


def _is_page(platform: Platform, link: str) -> bool:
    if len(link) > LONGEST_LINK or not link.isascii() or _UNWANTED.search(link):
        return False
    try:
        parts = urlsplit(link)
        plain = parts.scheme == "https" and parts.port is None and "@" not in parts.netloc
    except ValueError:
        return False
    # As a browser reads it; the pages of relays stand above the domain of their addresses.
    host = link_host(link)
    return plain and host is not None and is_below(host, _sites(platform))


def _sites(platform: Platform) -> list[str]:
    home = urlsplit(platform.home).hostname or ""
    return [*platform.domains, ".".join(home.split(".")[-2:])]


@lru_cache(maxsize=1)
def _known() -> Sequence[Platform]:
    rows: list[dict[str, Any]] = json.loads(resource(TABLE).read_text("utf-8"))
    return tuple(Platform(**_frozen(row)) for row in rows)


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
