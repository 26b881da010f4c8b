"""The words of the firm, and where they occur in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.models.rules.handbook.pages import Article, Sop, Term, line

KEY = "begrippen"
"""The key of the page that explains the words, in every language."""
_TERM = re.compile(r"\s*[-*+]\s+\*\*([^*]+)\*\*\s*:\s*(\S.*)")
_ASIDE = re.compile(r"\s*\(.*?\)")


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text, from `start` up to `end`."""

    start: int
    end: int
    term: Term


def terms_of(page: Article | Sop) -> tuple[Term, ...]:
    """Return the terms that a page explains: of an article, its lines `- **Term**: meaning`."""
    if isinstance(page, Sop):
        return page.terms
    matches = (_TERM.fullmatch(one.rstrip()) for one in page.body.split("\n"))
    return tuple(Term(line(one[1]), line(one[2])) for one in matches if one)


def together(*groups: Iterable[Term]) -> tuple[Term, ...]:
    """Return terms of several pages; of one name the first meaning."""
    known: dict[str, Term] = {}
    for term in (term for group in groups for term in group):
        known.setdefault(term.name.casefold(), term)
    return tuple(known.values())


def found(text: str, terms: tuple[Term, ...]) -> Iterator[Found]:
    """Find terms as whole words, also as a plural; of those that overlap the longest.

    A term is found by each of its names: "SLA / afspraak" and "retour (terugsturen)" by "SLA",
    "afspraak" and "retour".
    """
    by_name = _names(terms)
    if not by_name:
        return
    for match in _pattern(tuple(by_name)).finditer(text):
        yield Found(match.start(), match.end(), by_name[match[1].casefold()])


# --- how -------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _names(terms: tuple[Term, ...]) -> dict[str, Term]:
    names: dict[str, Term] = {}
    for term in terms:
        for name in _ASIDE.sub("", term.name).split(" / "):
            if name.strip():
                names.setdefault(name.strip().casefold(), term)
    return names


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    ordered = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({ordered})(?:['’]?s|en)?(?!\w)", re.IGNORECASE)
