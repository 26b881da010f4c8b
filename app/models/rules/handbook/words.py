"""The words of the text form: read in both languages, written in that of the page."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from app.models.rules.handbook.pages import Answer, Kind

FIELDS = {
    "kind": ("soort", "kind"),
    "key": ("sleutel", "key"),
    "title": ("titel", "title"),
    "department": ("afdeling", "department"),
    "owner": ("eigenaar", "owner"),
    "review": ("herzien", "review"),
    "language": ("taal", "language"),
    "tags": ("labels", "tags"),
    "categories": ("categorieën", "categories"),
    "types": ("typen", "types"),
    "signals": ("signalen", "signals"),
    "required": ("verplicht", "required"),
    "response": ("reactietijd", "response"),
    "throughput": ("doorlooptijd", "throughput"),
    "asked": ("gevraagd", "asked"),
    "positions": ("posities", "positions"),
}
"""The details at the top of a page, in the order in which they are written."""

OF_SOPS = frozenset(
    {"categories", "types", "signals", "required", "response", "throughput", "positions"}
)
LISTS = frozenset({"tags", "asked", "categories", "types", "signals", "positions"})
KINDS = {"article": ("artikel", "article"), "sop": ("sop", "sop")}
SECTIONS = {
    "purpose": ("Doel", "Purpose"),
    "terms": ("Begrippen", "Terms"),
    "steps": ("Stappen", "Steps"),
}
MARKERS = {
    Kind.CHOICE: ("Keuze", "Choice"),
    Kind.ASK: ("Vraag collega", "Ask"),
    Kind.SEND: ("Stuur", "Send"),
    Kind.END: ("Klaar", "Done"),
}
YES, NO = ("ja", "yes"), ("nee", "no")
RESULT = ("Resultaat", "Result")
UNITS = {"min": ("min", "min"), "h": ("uur", "h"), "d": ("dagen", "d")}
OPEN = "?"
"""Stands for a step that is not chosen yet."""

_COLUMN = {"nl": 0, "en": 1}
_BY_WORD = {word.casefold(): name for name, words in FIELDS.items() for word in words}
_BY_WORD["categorieen"] = "categories"
_BY_KIND = {word: name for name, words in KINDS.items() for word in words}
_BY_HEADING = {word.casefold(): name for name, words in SECTIONS.items() for word in words}
_BY_MARKER = {word.casefold(): kind for kind, words in MARKERS.items() for word in words}

_ARROW = r"(?:->|→)"
_REFERENCE = rf"{_ARROW}\s*(?:stap|step)?\s*(\d{{1,9}}|\?)\s*"
_STEP = re.compile(r"(\d{1,9})[.)](?:\s+(.*))?")
_ASK = re.compile(r"(?:vraag collega|ask)(?: ?\((.*?)\))?:\s*(.*)", re.IGNORECASE)
_MARKER = re.compile(r"(keuze|choice|stuur|send|klaar|done):\s*(.*)", re.IGNORECASE)
_RESULT = re.compile(r"(?:resultaat|result):\s*(.*)", re.IGNORECASE)
_HEADING = re.compile(r"##\s+(\S+)\s*")
_BULLET = re.compile(r"[-*+](?:\s+(.*))?")
_LEADS = re.compile(rf"(.*?)\s*{_REFERENCE}", re.IGNORECASE)
_ANSWER = re.compile(rf"[-*+]\s.*{_REFERENCE}", re.IGNORECASE)
_TERM = re.compile(r"[-*+]\s*(?:\*\*([^*]*)\*\*|([^:*]*?))\s*:\s*(.*)")
_BARE_REFERENCE = re.compile(_REFERENCE, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of a step, taken apart."""

    kind: Kind
    about: str
    text: str


def written(words: tuple[str, str], language: str) -> str:
    """Return the word of a language."""
    return words[_COLUMN[language]]


def field_named(word: str) -> str | None:
    """Return the detail that a word stands for."""
    return _BY_WORD.get(unicodedata.normalize("NFC", word).casefold())


def kind_named(word: str) -> str | None:
    """Return article or sop."""
    return _BY_KIND.get(word.casefold())


def section_in(line: str) -> str | None:
    """Return the section that a heading begins."""
    match = _HEADING.fullmatch(line)
    return _BY_HEADING.get(match[1].casefold()) if match else None


def step_in(line: str) -> tuple[int, str, int] | None:
    """Return number, first line and indentation of the step that a line begins."""
    match = _STEP.fullmatch(line)
    if match is None:
        return None
    begin = match.start(2)
    return int(match[1]), match[2] or "", len(match[1]) + 2 if begin < 0 else begin


def head_in(text: str) -> Head:
    """Take the first line of a step apart."""
    if match := _ASK.fullmatch(text):
        return Head(Kind.ASK, match[1] or "", match[2])
    match = _MARKER.fullmatch(text)
    if match is None:
        return Head(Kind.DO, "", text)
    kind = _BY_MARKER[match[1].casefold()]
    return Head(kind, "", match[2]) if kind is Kind.CHOICE else Head(kind, match[2], "")


def result_in(line: str) -> str | None:
    """Return the expected result that a line of a step begins."""
    match = _RESULT.fullmatch(line)
    return match[1] if match else None


def bullet_in(line: str) -> str | None:
    """Return what stands behind a dash."""
    match = _BULLET.fullmatch(line)
    return (match[1] or "") if match else None


def is_answer(line: str) -> bool:
    """Tell whether a line of a step has a dash and a reference."""
    return _ANSWER.fullmatch(line) is not None


def has_arrow(text: str) -> bool:
    """Tell whether something is to lead somewhere."""
    return re.search(_ARROW, text) is not None


def begins_with_arrow(line: str) -> bool:
    """Tell whether a line of a step says what comes next."""
    return re.match(_ARROW, line) is not None


def answer_in(text: str) -> Answer | None:
    """Return label and target of an answer; None when it leads nowhere."""
    match = _LEADS.fullmatch(text)
    return Answer(match[1].strip(), target_of(match[2])) if match else None


def reference_in(line: str) -> tuple[int | None] | None:
    """Return the target of a line that is an arrow and a number; None when it is not."""
    match = _BARE_REFERENCE.fullmatch(line)
    return (target_of(match[1]),) if match else None


def target_of(number: str) -> int | None:
    """Return the step that is meant, None when that is open."""
    return None if number == OPEN else int(number)


def term_in(line: str) -> tuple[str, str] | None:
    """Return a term and what it means."""
    match = _TERM.fullmatch(line)
    return (match[1] or match[2] or "", match[3]) if match else None


# --- text that looks like a marker stands behind a backslash ----------------------------------


def is_head(text: str) -> bool:
    """Tell whether the first line of a step says what kind it is."""
    return head_in(text).kind is not Kind.DO


def is_heading(line: str) -> bool:
    """Tell whether a line begins a section."""
    return section_in(line) is not None


def is_part(line: str) -> bool:
    """Tell whether a line of a step is more than its text."""
    line = line.strip()
    return result_in(line) is not None or begins_with_arrow(line) or is_answer(line)


def is_part_of_choice(line: str) -> bool:
    """Tell the same for a choice, in which every dash is an answer."""
    return is_part(line) or bullet_in(line.strip()) is not None


def guarded(line: str, is_special: Callable[[str], bool]) -> str:
    """Return a line of text with a backslash before it when it would be read as something else."""
    bare = line.lstrip()
    return f"{line[: len(line) - len(bare)]}\\{bare}" if is_special(bare.lstrip("\\")) else line


def unguarded(line: str, is_special: Callable[[str], bool]) -> str:
    """Return the line that `guarded` was given."""
    bare = line.lstrip()
    if bare.startswith("\\") and is_special(bare.lstrip("\\")):
        return line[: len(line) - len(bare)] + bare[1:]
    return line
