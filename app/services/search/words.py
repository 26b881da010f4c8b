"""Words as the index cuts and folds them, and where they stand in a text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

STEM_MARK = "\u01c0"
"""First letter of a stem in the index, one that nobody types: ǀretourneer."""

LONGEST_PREFIX = 5
"""Letters up to which the index answers beginnings of words at once (its `prefix` option)."""

SHORTEST_PART = 4
"""A part of a word is looked for from this many letters on; shorter ones stand in most words."""

_WORD = re.compile(r"[^\W_]+")
_stemmer = Stemmer.Stemmer("dutch")


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: `length` characters from `start`."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of a query: what is typed, folded; its stem; and known words that it stands for.

    `forms` are words that begin with it, when it is longer than the index has prefixes for, and
    words that hold it as a part.
    """

    typed: str
    stem: str
    forms: tuple[str, ...] = ()

    def fits(self, word: str) -> bool:
        """Tell whether a folded word of a text is what was looked for."""
        return (
            word.startswith(self.typed)
            or stem(word) == self.stem
            or (len(self.typed) >= SHORTEST_PART and self.typed in word)
        )


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return a text in lower case without diacritics, as FTS5's unicode61 does (mode 2)."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFD", lowered)
    return unicodedata.normalize("NFC", "".join(one for one in parts if not _is_mark(one)))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def words_of(text: str) -> list[str]:
    """Return the folded words of a text in their order."""
    return [fold(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Dutch stem of a folded word (Snowball, Kraaij-Pohlmann)."""
    found: str = _stemmer.stemWord(word)
    return found


def content_of(text: str) -> str:
    """Return what the index is given for a text: its words, and the stems that differ."""
    found = words_of(text)
    stems = {stem(word) for word in found if word.isalpha()} - set(found)
    return " ".join([*found, *(STEM_MARK + one for one in sorted(stems))])


def spans(text: str, wanted: Sequence[Wanted]) -> list[Span]:
    """Return where words that were looked for stand in a text, for highlighting."""
    return list(_spans(text, wanted)) if wanted else []


def _spans(text: str, wanted: Sequence[Wanted]) -> Iterator[Span]:
    for found in _WORD.finditer(text):
        word = fold(found[0])
        for one in wanted:
            if not one.fits(word):
                continue
            start, length = found.start(), len(found[0])
            if len(word) == length and not word.startswith(one.typed) and one.typed in word:
                start, length = start + word.index(one.typed), len(one.typed)
            elif len(word) == length and word.startswith(one.typed):
                length = len(one.typed)
            yield Span(start, length)
            break


def holds_phrase(text: str, phrase: str) -> bool:
    """Tell whether the words of a phrase stand in a text one after the other."""
    whole, part = words_of(text), words_of(phrase)
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))
