"""What a case adds to the handbook: an article of its own, or something in a procedure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.handbook.pages import Article, Sop, Term, block, line

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "question": "Vraag", "also": "Ook zo gevraagd", "answer": "Antwoord dat hielp",
        "example": "Voorbeeld",
        "reason": "Naar aanleiding van bericht {number}",
    },
    "en": {
        "question": "Question", "also": "Also asked as", "answer": "Answer that helped",
        "example": "Example",
        "reason": "From message {number}",
    },
}  # fmt: skip
_GREETING = re.compile(
    r"(?i)(?:beste|dag|hallo|hoi|hee?y|goede?(?:n|morgen|middag|navond|ndag)*|geachte|lieve|dear|hi"
    r"|hello|good (?:morning|afternoon|evening))\b[^\n?]{0,60}[,!.]?"
)
_CLOSING = re.compile(
    r"(?i)(?:met (?:vriendelijke|hartelijke) groet(?:en)?|mvg|gr\.?|groet(?:en|jes)?|vriendelijke"
    r" groet(?:en)?"
    r"|hartelijke groet(?:en)?|liefs|hoogachtend|(?:kind|best|warm) regards|regards|yours \w+"
    r"|sincerely|cheers)\b"
    r"[^\n]{0,60}"
)
_LONGEST_TITLE = 90
_PREFIX = re.compile(r"(?i)^(?:\s*(?:re|fw|fwd|antw|aw|doorst)\s*:)+\s*")

_HEADING = re.compile(r"(?m)^#{1,6}[ ]+(.+?)[ ]*$")
"""A heading inside a procedure would end its purpose, or a step."""
_MARKS = re.compile(r"(?m)^[ >#]+")


class Part(StrEnum):
    """Where in a procedure a case is kept."""

    TERM = "term"
    EXAMPLE = "example"
    STEP = "step"


class NoSuchStepError(KnownError):
    """A procedure has no step of this number."""

    code = "no_such_step"
    text = QT_TRANSLATE_NOOP("errors", "{title} has no step {step}.")


class NamelessTermError(KnownError):
    """A term without the word that it explains."""

    code = "nameless_term"
    text = QT_TRANSLATE_NOOP("errors", "Say which word is explained.")


def word(name: str, language: str) -> str:
    """Return a heading, or the reason of a version, in the language of a page."""
    return _WORDS.get(language, _WORDS["nl"])[name]


def bare(text: str) -> str:
    """Return a message without the greeting above it, and the closing and name below it."""
    lines = block(text).lstrip().split("\n")
    if len(lines) > 1 and _GREETING.fullmatch(lines[0].strip()):
        lines = lines[1:]
    for at in range(len(lines) - 1, max(0, len(lines) - 5), -1):
        if _CLOSING.fullmatch(lines[at].strip()):
            lines = lines[:at]
            break
    return "\n".join(lines).strip()


def title_of(subject: str, question: str) -> str:
    """Return what an article is called: the subject, else the beginning of the question."""
    found = line(_PREFIX.sub("", subject)) or line(question)
    if len(found) <= _LONGEST_TITLE:
        return found
    return found[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,.;:") + "\u2026"


def body_of(question: str, answer: str, language: str, also: Sequence[str] = ()) -> str:
    """Return the Markdown of an article: the question as a quotation, and the answer.

    Args:
        also: what others wrote who asked the same, a line each.
    """
    quoted = "\n".join(f"> {one}".rstrip() for one in question.split("\n"))
    parts = [f"## {word('question', language)}", quoted]
    if also:
        parts += [f"## {word('also', language)}", "\n".join(f"- {one}" for one in also)]
    parts += [f"## {word('answer', language)}", answer]
    return "\n\n".join(part for part in parts if part)


def extended(article: Article, text: str) -> Article:
    """Return an article with a case at its end."""
    return replace(article, body=f"{article.body}\n\n{block(text)}".strip("\n"))


def added(sop: Sop, part: Part, text: str, *, name: str = "", step: int | None = None) -> Sop:
    """Return a procedure with a case as a term, an example under its purpose, or text of a step.

    Args:
        name: the word that a term explains.
        step: the number of the step whose text grows.

    Raises:
        NamelessTermError: a term has no name.
        NoSuchStepError: there is no such step.
    """
    if part is Part.TERM:
        if not line(name):
            raise NamelessTermError
        return replace(sop, terms=(*sop.terms, Term(line(name), line(_MARKS.sub("", text)))))
    text = _HEADING.sub(r"*\1*", block(text).lstrip())
    if part is Part.EXAMPLE:
        gap = "\n\n" if "\n" in text else " "
        example = f"**{word('example', sop.language)}**:{gap}{text}"
        return replace(sop, purpose=f"{sop.purpose}\n\n{example}".strip("\n"))
    if step not in {one.id for one in sop.steps}:
        raise NoSuchStepError(title=sop.title, step=step or 0)
    grown = (
        replace(one, text=f"{one.text}\n{text}") if one.id == step else one for one in sop.steps
    )
    return replace(sop, steps=tuple(grown))
