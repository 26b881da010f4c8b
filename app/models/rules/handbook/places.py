"""Where things stand in the text of a page, for an editor: lines are counted from 1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.models.rules.handbook import words
from app.models.rules.handbook.details import FENCE
from app.models.rules.handbook.images import names_in

_FIELD = re.compile(r"([^\W\d_]+)\s*:\s*(.*)")
_LINK = re.compile(r"\[[^\]\n]*\]\(([^()\s#:/]+)\.md(?:#[^()\s]*)?\)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page, and its line."""

    line: int
    key: str


def step_lines(text: str) -> dict[int, int]:
    """Return the line of each step by its number; of two of one number, that of the first."""
    found: dict[int, int] = {}
    section = None
    for number, line in enumerate(text.splitlines(), 1):
        section = words.section_in(line) or section
        step = words.step_in(line) if section == "steps" else None
        if step is not None:
            found.setdefault(step[0], number)
    return found


def links(text: str) -> tuple[Link, ...]:
    """Return the links to other pages."""
    return tuple(
        Link(number, match[1])
        for number, line in enumerate(text.splitlines(), 1)
        for match in _LINK.finditer(line)
    )


def pictures(text: str) -> tuple[tuple[int, str], ...]:
    """Return the pictures that a text shows: the line and the name of each."""
    return tuple(
        (number, name)
        for number, line in enumerate(text.splitlines(), 1)
        for name in names_in(line)
    )


def review_in(text: str) -> date | None:
    """Return the day on which a page is read again; None when it has none that can be read."""
    lines = text.split("\n")
    at = _place_of("review", lines, _end(lines))
    if at is None:
        return None
    try:
        return date.fromisoformat(_value(lines[at]))
    except ValueError:
        return None


def with_review(text: str, day: date | None) -> str:
    """Return the text with another day of review; unchanged when it has no details."""
    lines = text.split("\n")
    end = _end(lines)
    if not end:
        return text
    place, language = _place_of("review", lines, end), _place_of("language", lines, end)
    spoken = "nl" if language is None else _value(lines[language]).casefold()
    word = words.FIELDS["review"][1 if spoken == "en" else 0]
    if place is None:
        place = end if language is None else language
    else:
        del lines[place]
    if day is not None:
        lines.insert(place, f"{word}: {day.isoformat()}")
    return "\n".join(lines)


# --- how -------------------------------------------------------------------------------------


def _end(lines: Sequence[str]) -> int:
    """Return the place of the line that ends the details, 0 without them."""
    if lines[0].strip() != FENCE:
        return 0
    return next((at for at, line in enumerate(lines) if at and line.rstrip() == FENCE), 0)


def _place_of(name: str, lines: Sequence[str], end: int) -> int | None:
    for at in range(1, end):
        match = _FIELD.fullmatch(lines[at].rstrip())
        if match and words.field_named(match[1]) == name:
            return at
    return None


def _value(line: str) -> str:
    return line.partition(":")[2].strip().strip("\"'")
