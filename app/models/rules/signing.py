"""How an answer ends: the firm's closing lines in a mail, `^initials` where texts are short."""

import html as markup
import re

SHORT_KINDS = frozenset(
    {"x", "bluesky", "mastodon", "instagram", "facebook", "messenger", "whatsapp", "sms"}
    | {"telegram", "youtube"}
)
"""Channels on which texts are short: no greeting is expected, initials are enough."""

_CLOSING = re.compile(
    r"\s*(met (vriendelijke|hartelijke) groet|(vriendelijke |hartelijke )?groet|mvg\b|kind regards"
    r"|(best|warm )?\s*regards|best wishes|sincerely|yours)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(dag|beste|hallo|hoi|hi|geachte|goedemorgen|goedemiddag|goedenavond|goedendag|hello|dear"
    r"|good (morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(^|\s)\^\w{1,4}\s*$")
_LAST_LINES = 5


def greets(text: str) -> bool:
    """Tell whether a text begins with a greeting."""
    return _OPENING.match(text) is not None


def signs_off(text: str) -> bool:
    """Tell whether a text ends with a closing line, or with initials."""
    lines = [line for line in text.splitlines() if line.strip()][-_LAST_LINES:]
    return any(_CLOSING.match(line) for line in lines) or _INITIALS.search(text) is not None


def addition(text: str, signature: str) -> str:
    """Return what has to be put behind a text to sign it: "" when it is signed already."""
    signature = signature.strip()
    if not signature or not text.strip() or signs_off(text):
        return ""
    if text.rstrip().endswith(signature):
        return ""
    return (" " if signature.startswith("^") else "\n\n") + signature


def signed(text: str, signature: str) -> str:
    """Return a text with its signature, once."""
    more = addition(text, signature)
    return text.rstrip() + more if more else text


def signed_html(html: str, addition: str) -> str:
    """Return the same for a text with formatting, given what is put behind the plain one."""
    words = markup.escape(addition.strip()).replace("\n", "<br>")
    return f"{html}<p>{words}</p>" if addition else html
