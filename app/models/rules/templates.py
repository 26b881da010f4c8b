"""Texts with places to fill in: `{naam}`, or `{naam|daar}` with what stands there without one.

A choice `{je:je pakket|u:uw pakket}` or `{nl:Dag|en:Hello}` leaves one of its texts standing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a customer is spoken to in Dutch."""

    JE = "je"
    U = "u"


LANGUAGES = ("nl", "en")
_PLACE = re.compile(r"\{([^{}|\n]{1,40})(?:\|([^{}\n]*))?\}")
_CHOICE = re.compile(r"\{\s*((?:je|u|nl|en)\s*:[^{}]*)\}")
_PART = re.compile(r"\s*(je|u|nl|en)\s*:(.*)", re.DOTALL)
_DUTCH = "de het een ik mijn van niet is en wat maar voor met kan heb dat jullie"
_ENGLISH = "the a i my of not is and what but for with can have that you your"
_WORDS = {"nl": frozenset(_DUTCH.split()), "en": frozenset(_ENGLISH.split())}
_IN_U = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
_IN_JE = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled text, and the places that nothing was known for."""

    text: str
    missing: tuple[str, ...]


def fill(
    body: str, values: Mapping[str, str], *, form: Form = Form.U, language: str = "nl"
) -> Filled:
    """Fill the places of a text; one without a value and without a fallback stays and is named."""
    missing: list[str] = []

    def put(match: re.Match[str]) -> str:
        name = match.group(1).strip().lower()
        value = values.get(name) or match.group(2)
        if value is None:
            missing.append(name)
            return match.group()
        return value

    chosen = _CHOICE.sub(lambda match: _chosen(match.group(1), {form.value, language}), body)
    return Filled(_PLACE.sub(put, chosen), tuple(dict.fromkeys(missing)))


def _chosen(parts: str, wanted: set[str]) -> str:
    """Return the text of a choice for a form or language; of a part without a key, nothing."""
    found = (_PART.fullmatch(part) for part in parts.split("|"))
    return next((one.group(2) for one in found if one and one.group(1) in wanted), "")


def places(text: str) -> tuple[str, ...]:
    """Return the names of the places in a text that have no fallback."""
    return fill(text, {}).missing


def unknown(body: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return the names of all places, also those with a fallback, that nothing fills by itself."""
    bare = _CHOICE.sub("", body)
    names = (match.group(1).strip().lower() for match in _PLACE.finditer(bare))
    return tuple(dict.fromkeys(name for name in names if name not in known))


def language_of(text: str, otherwise: str) -> str:
    """Return the language that a customer writes, by the small words; `otherwise` in doubt."""
    words = re.findall(r"[a-zà-ÿ]+", text.lower())
    dutch, english = (sum(word in _WORDS[one] for word in words) for one in LANGUAGES)
    if dutch == english:
        return otherwise
    return "nl" if dutch > english else "en"


def forms_in(text: str) -> frozenset[Form]:
    """Return how a Dutch text speaks to its reader; both when it is mixed, none when it avoids it.

    "jullie" alone does not count against "u": a firm may be spoken to by it.
    """
    found = {Form.U} if _IN_U.search(text) else set()
    words = {match.group().lower() for match in _IN_JE.finditer(text)}
    if words - {"jullie"} or (words and not found):
        found.add(Form.JE)
    return frozenset(found)
