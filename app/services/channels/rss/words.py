"""Which entries of a feed the owner wants: by words they hold, and words they do not."""

import re
from unicodedata import normalize

_AROUND = " \t\"“”„'"


class Words:
    """The owner's words, with ; or , between them; "*" at the end stands for any ending."""

    def __init__(self, words: str, without: str) -> None:
        self._words, self._without = _pattern(words), _pattern(without)

    def __bool__(self) -> bool:
        return self._words is not None or self._without is not None

    def want(self, *texts: str) -> bool:
        """Tell whether an entry of these texts is wanted; without words each one is."""
        told = normalize("NFKC", "\n".join(texts))
        if self._without is not None and self._without.search(told):
            return False
        return self._words is None or self._words.search(told) is not None


def _pattern(words: str) -> re.Pattern[str] | None:
    """Return what finds one of several whole words or phrases, None where there are none."""
    found = []
    for word in re.split(r"[;,\n]", normalize("NFKC", words)):
        told = word.strip(_AROUND)
        stem = told.removesuffix("*").strip()
        if stem:
            end = "" if told.endswith("*") else r"(?!\w)"
            found.append(r"\s+".join(map(re.escape, stem.split())) + end)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})", re.IGNORECASE) if found else None
