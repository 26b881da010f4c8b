"""How long a text is, as the different platforms count."""

import re
import unicodedata

from app.models.rules.addresses_in_text import without_addresses

MENTION = re.compile(r"(?<![\w@/.])@([\w.-]*\w)(?:@([\w.-]*\w(?::\d+)?))?")
"""A mention at Mastodon: the name, and the server where it is another."""

_JOINER = "\u200d"


def characters(text: str) -> int:
    """Return the number of code points."""
    return len(text)


def utf8(text: str) -> int:
    """Return the number of bytes in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def utf16(text: str) -> int:
    """Return the number of units of UTF-16: an emoji is two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """Return how many characters a reader sees (UAX 29, extended).

    Where scripts have rules that need tables this counts what stands apart, so never too few.
    """
    count, before, flags, picture = 0, "\n", 0, False
    for one in text:
        flag = "\U0001f1e6" <= one <= "\U0001f1ff"
        flags = flags + 1 if flag else 0
        if before < " ":
            joined = before == "\r" and one == "\n"
        elif before == _JOINER and picture:
            joined = _extends(one) or unicodedata.category(one) == "So"
        else:
            joined = _extends(one) or (flag and flags % 2 == 0)
        if not joined:
            count += 1
            picture = unicodedata.category(one) == "So"
        before = one
    return count


def _extends(one: str) -> bool:
    skin = "\U0001f3fb" <= one <= "\U0001f3ff"
    tag = "\U000e0020" <= one <= "\U000e007f"
    return one == _JOINER or skin or tag or unicodedata.category(one) in {"Mn", "Me"}


def mastodon(text: str, *, address: int = 23) -> int:
    """Return how long Mastodon counts a text (its StatusLengthValidator).

    Addresses are all alike, and the servers of those who are mentioned are free.
    """
    rest, addresses = without_addresses(unicodedata.normalize("NFC", text), bare=False)
    return address * addresses + sum(graphemes(MENTION.sub(r"@\1", one)) for one in rest)


def mentioned(text: str) -> set[str]:
    """Return the handles that a text mentions, in lower case, outside its addresses."""
    rest, _ = without_addresses(text, bare=False)
    found = MENTION.findall(" ".join(rest))
    return {f"{name}@{host}".lower() if host else name.lower() for name, host in found}


def addressed(text: str, recipient: str) -> str:
    """Return a text that mentions its recipient: without that it does not reach him."""
    return text if recipient in mentioned(text) else f"@{recipient} {text}".strip()
