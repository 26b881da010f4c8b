"""How long a text is at X: the weights of its library twitter-text, configuration 3."""

import re
import unicodedata

from app.models.rules.addresses_in_text import without_addresses

ADDRESS = 23
"""Every address counts for this much, however long it is."""

_NARROW = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that count for one; everything else counts for two."""

_PICTURE = (
    "(?:[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3"
    "\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5"
    "\U0001f200-\U0001faff]|[\u00a9\u00ae\u2122]\ufe0f)"
)
_DRESSED = f"{_PICTURE}[\U0001f3fb-\U0001f3ff\ufe0f]?[\U000e0020-\U000e007f]*"
_EMOJI = re.compile(
    f"[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{2}}|{_DRESSED}(?:\u200d{_DRESSED})*"
)


def weighted(text: str) -> int:
    """Return how long X counts a text: emoji for two each, addresses for 23."""
    rest, addresses = without_addresses(unicodedata.normalize("NFC", text), bare=True)
    return ADDRESS * addresses + sum(map(_weight, rest))


def _weight(piece: str) -> int:
    plain, emoji = _EMOJI.subn("", piece)
    return 2 * emoji + sum(1 if _is_narrow(ord(one)) else 2 for one in plain)


def _is_narrow(point: int) -> bool:
    return any(first <= point <= last for first, last in _NARROW)
