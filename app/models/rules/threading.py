"""Which ticket a message belongs to: our own token first, then what it refers to; no subjects."""

import re
from collections.abc import Mapping, Sequence

_OWN_KEY = re.compile(r"<([a-z2-7]{20})\.[0-9a-f]{32}@[^>]+>")


def token_in(key: str) -> str | None:
    """Return the ticket token in one of our own message keys `<token.key@domain>`, else None."""
    found = _OWN_KEY.fullmatch(key)
    return found[1] if found else None


def choose_ticket(
    parents: Sequence[str], *, by_token: Mapping[str, int], by_key: Mapping[str, int]
) -> int | None:
    """Return the ticket a message belongs to, or None for a new conversation.

    Args:
        parents: keys the message answers, nearest first (RFC 5322 In-Reply-To and References).
        by_token: tickets by their own token.
        by_key: tickets by message keys seen before.
    """
    for key in parents:
        token = token_in(key)
        if token is not None and token in by_token:
            return by_token[token]
    for key in parents:
        if key in by_key:
            return by_key[key]
    return None
