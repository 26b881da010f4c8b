"""Platforms that tell by mail what was written on their pages: those that the owner chooses."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError

LONGEST_NAME, LONGEST_WORDS, MOST_OWN = 40, 60, 30
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
FOR_ALL = frozenset({
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.nl", "live.nl",
    "live.com", "msn.com", "icloud.com", "me.com", "yahoo.com", "ziggo.nl", "kpnmail.nl",
    "planet.nl", "hetnet.nl", "xs4all.nl", "home.nl", "casema.nl", "upcmail.nl",
    "proton.me", "gmx.net",
})  # fmt: skip
"""Domains where anybody has an address: what comes from there is his own."""


class UnfitPlatformError(KnownError):
    """No mails can be recognised by this."""

    code = "unfit_platform"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{domain}” is not a domain of a platform's own, such as werkspot.nl: everybody's mail "
        "would be taken for it.",
    )


class PlatformKnownError(KnownError):
    """A platform has this name already."""

    code = "platform_known"
    text = QT_TRANSLATE_NOOP("errors", "There is a platform “{name}” already.")


class TooManyPlatformsError(KnownError):
    """The list of the owner's own platforms is full."""

    code = "too_many_platforms"
    text = QT_TRANSLATE_NOOP("errors", "There are {most} platforms already. Take one out first.")


@dataclass(frozen=True, slots=True)
class Own:
    """A platform of the owner's own.

    Attributes:
        name: under which its messages stand in the list.
        domain: from which, or from below which, its mails come.
        words: what the subject has in it, "" for anything.
        by_mail: an answer by mail reaches the customer; else only one on its pages does.
    """

    name: str
    domain: str
    words: str = ""
    by_mail: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the owner wants to be recognised: all known platforms but `off`, and his own."""

    off: frozenset[str] = frozenset()
    own: tuple[Own, ...] = field(default=())


def is_below(host: str, domains: Collection[str]) -> bool:
    """Tell whether a host is one of these domains, or below one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def checked(platform: Own, *, names: Collection[str], ours: Collection[str]) -> Own:
    """Return a platform of the owner's as it is kept.

    Args:
        names: of the platforms that there are, in lower case.
        ours: domains of the firm's own addresses.

    Raises:
        UnfitPlatformError: its domain is none, is everybody's, or is the firm's.
        PlatformKnownError: its name, or the domain that stands for it, is taken.
    """
    domain = platform.domain.strip().lower().removeprefix("https://").removeprefix("www.")
    domain = domain.partition("/")[0].rpartition("@")[2]
    if not _DOMAIN.fullmatch(domain) or is_below(domain, FOR_ALL) or is_below(domain, ours):
        raise UnfitPlatformError(domain=platform.domain.strip())
    name = " ".join(platform.name.split())[:LONGEST_NAME] or domain
    if name.lower() in names:
        raise PlatformKnownError(name=name)
    words = " ".join(platform.words.split())[:LONGEST_WORDS]
    return Own(name, domain, words, platform.by_mail)
