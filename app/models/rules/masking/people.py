"""Finds names: those that are known, and those that stand where people write names."""

import re
from collections.abc import Iterable, Iterator

from app.models.rules.masking.kinds import Found, Kind

_PARTICLES_TEXT = "de den der het la le van von ten ter te tot el al op aan in en of and the und"
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_APART = frozenset({"en", "of", "and", "in", "op", "aan", "al"})
"""Words that stand in names, yet mostly between two."""

_LAST = (
    r"(?:[ ](?:van|de|den|der|het|'t|ten|ter|el|von|la|le|di|da|dos|bin|ben)){0,3}"
    r"[ ][A-Z\u00c0-\u00de][\w'\u2019-]+"
)
_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019-]+"
_NAME = rf"(?:{_CAPITAL}|(?:[A-Z]\.[ ]?){{1,4}}{_CAPITAL})(?:{_LAST}){{0,2}}"
_TITLE = (
    r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Mm]enheer|[Hh]eer|[Dd]hr\.?|[Ff]amilie|[Ff]am\.?"
    r"|[Jj]uf|[Mm]eester|Mr\.?|Mrs\.?|Ms\.?|Miss|Mister|Sir|Madam|Dr\.?|Drs\.?|Ir\.?|Ing\.?|Prof\.?)"
)
_TITLED = re.compile(
    rf"{_TITLE}[ ](?P<it>(?:(?:[A-Z]\.[ ]?){{1,4}})?(?:(?:van|de|den|der|het|'t|ten|ter|el|von"
    rf"|la)[ ]){{0,3}}{_NAME})"
)
_PATTERNS = (
    re.compile(
        r"(?m)^[ \t>]*(?:Beste|Dag|Hallo|Hoi|Hey|Heey?|Hee|Goede(?:morgen|middag|navond)|Goedendag"
        r"|Goedemorgen"
        rf"|Geachte|Lieve|Dear|Hi|Hello|Good (?:morning|afternoon)|Thanks"
        rf"|Bedankt)[ ](?P<it>{_NAME})(?=[ ]*[,!.\n-]|$)"
    ),
    re.compile(
        r"\b(?:[Mm]ijn|[Mm]'n|[Mm]n|[Oo]nze|[Mm]y|[Oo]ur) (?:man|vrouw|vriend(?:in)?|zoon|dochter"
        r"|moeder|vader|broer|zus"
        r"|collega|buur(?:man|vrouw)|husband|wife|son|daughter|mother|father|brother|sister"
        r"|colleague) "
        rf"(?P<it>{_NAME})"
    ),
    re.compile(
        r"(?i:\b(?:mijn naam is|ik ben|ik heet|je spreekt met|u spreekt met|my name is|i am|i'm"
        r"|this is|met vriendelijke"
        r" groet van|op naam van|name of|t\.a\.v\.|attn\.?|spreek met|gebeld door)[ ])"
        rf"(?P<it>{_NAME})"
    ),
)  # fmt: skip
_CLOSING = re.compile(
    r"(?im)^[ \t>]*(?:met (?:vriendelijke|hartelijke|beste) groet(?:en)?|mvg|vr\.? ?gr\.?|gr(?:oet"
    r"|oeten|oetjes|tjs|\.)?"
    r"|hartelijke groet(?:en)?|vriendelijke groet(?:en)?|liefs|hoogachtend|alvast bedankt|bedankt"
    r"|dank(?: je)? ?wel"
    r"|(?:kind|best|warm)?(?: )?regards|yours (?:sincerely|faithfully)|sincerely|cheers|thanks"
    r"|thank you|best|love)"
    r"(?: (?:uit|from) [A-Z][\w-]+)?(?:[ ]?[,.!-]?[ ]?\n{1,2}[ \t>]*|[ ]?,[ ]|[ ])"
    r"(?P<it>[^\W\d_][\w.'\u2019-]*(?:[ ][^\W\d_][\w.'\u2019-]*){0,4})[ \t.!]*$"
)
_NOBODY_TEXT = (
    "allemaal mensen heer mevrouw meneer dames heren klant klanten team redactie collega "
    "collegas lezer relatie directie afdeling klantenservice winkel iedereen daar there all "
    "everyone everybody customer sir madam service support vriendelijke groet de het een mijn "
    "jullie u je wij ik dat dit voor dank alvast benieuwd blij helaas bezig nu not the a an so "
    "sorry happy looking writing very just still afraid to for your you we i met mvg hopelijk "
    "tot kind regards"
)
_NOBODY = frozenset(_NOBODY_TEXT.split())
_SHORTEST = 2


def known(text: str, names: Iterable[str]) -> Iterator[Found]:
    """Find names that are known: whole in any case, and their parts where they have a capital."""
    whole, parts = _spellings(names)
    particles = "|".join(sorted(_PARTICLES - _APART))
    if whole:
        for hit in re.finditer(rf"(?i)(?<!\w)(?:{whole})(?!\w)", text):
            yield _found(text, *hit.span())
    if parts:
        row = rf"(?<!\w)(?:{parts})(?:[ ](?:(?:{particles})[ ])*(?:{parts}))*(?:'s|s)?(?!\w)"
        for hit in re.finditer(row, text):
            yield _found(text, *hit.span())


def unknown(text: str) -> Iterator[Found]:
    """Find names after a greeting, a title or "my name is", and under a closing."""
    for hit in _TITLED.finditer(text):
        yield _found(text, *hit.span("it"))
    for pattern in (*_PATTERNS, _CLOSING):
        for hit in pattern.finditer(text):
            if hit["it"].split(" ")[0].casefold().strip(".,") not in _NOBODY:
                yield _found(text, *hit.span("it"))


def _spellings(names: Iterable[str]) -> tuple[str, str]:
    """Return patterns of whole names and of their parts, the longest first."""
    wholes = {" ".join(name.split()) for name in names}
    parts = {
        part
        for name in wholes
        for part in re.split(r"[ ,]", name)
        if len(part) >= _SHORTEST and part[0].isalpha() and part.casefold() not in _PARTICLES
    }
    capitals = {form for part in parts for form in (part[0].upper() + part[1:], part.upper())}
    longest = sorted((one for one in wholes if len(one) > _SHORTEST), key=_length)
    whole = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest)
    return whole, "|".join(re.escape(one) for one in sorted(capitals, key=_length))


def _length(text: str) -> tuple[int, str]:
    return -len(text), text


def _found(text: str, start: int, end: int) -> Found:
    return Found(Kind.NAME, start, end, text[start:end])
