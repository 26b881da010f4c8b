"""What the owner may want to look at in an answer before it goes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.models.rules.drafting import placeholders
from app.models.rules.limits import Measure
from app.models.rules.signing import greets, signed, signs_off
from app.models.rules.templates import Form, forms_in, places


class Code(StrEnum):
    """What was found."""

    UNFILLED = "unfilled"
    TOO_LONG = "too_long"
    QUESTION = "question"
    PROMISE = "promise"
    MIXED = "mixed"
    OTHER_FORM = "other_form"
    NO_GREETING = "no_greeting"
    NO_SIGN_OFF = "no_sign_off"
    OUTDATED = "outdated"


STOPS = frozenset({Code.UNFILLED, Code.TOO_LONG})
"""What an answer cannot be sent with."""
WARNS = STOPS | {Code.OUTDATED}
"""What an answer should not be sent with."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing: its code, and the words that it is about ("" for none)."""

    code: Code
    words: str = ""

    @property
    def stops(self) -> bool:
        """Whether the answer cannot go out like this."""
        return self.code in STOPS

    @property
    def warns(self) -> bool:
        """Whether the answer should not go out like this."""
        return self.code in WARNS


@dataclass(frozen=True, slots=True)
class Style:
    """How the firm writes here: its form in Dutch (None to leave it), whether texts are letters."""

    form: Form | None = None
    letter: bool = False


_QUESTION = re.compile(r"[^.!?\n]*\?")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_ASKING = (
    "waar wanneer waarom welke hoeveel kunnen kunt zijn heeft hebben jullie mijn voor deze nog"
    " graag worden wordt moet moeten over what when where which does have your there with about"
    " could would this that will"
)
_SMALL = frozenset(_ASKING.split())


def check(
    text: str,
    *,
    question_texts: Iterable[str] = (),
    promise: str | None = None,
    style: Style = Style(),
    sign_off: str = "",
    measure: Measure | None = None,
) -> tuple[Finding, ...]:
    """Look an answer through; nothing is found in an empty one.

    Args:
        question_texts: what the customer wrote since the last answer.
        promise: the words that promise something and start a clock.
        style: how the firm writes on this channel.
        sign_off: the signature that is put behind the text when it is sent.
        measure: how the channel counts, and how much it takes.
    """
    if not text.strip():
        return ()
    asked = "\n".join(question_texts)
    theirs = set(places(asked))
    found = [Finding(Code.UNFILLED, one) for one in places(text) if one not in theirs]
    masks = set(placeholders(asked))
    found += [Finding(Code.UNFILLED, one) for one in placeholders(text) if one not in masks]
    size = measure.size(leaving(text, sign_off)) if measure else None
    if size and size.over:
        found.append(Finding(Code.TOO_LONG, str(size.over)))
    found += [Finding(Code.QUESTION, one) for one in open_questions(asked, text)]
    if promise:
        found.append(Finding(Code.PROMISE, promise))
    return (*found, *_manners(text, style, sign_off))


def leaving(text: str, sign_off: str) -> str:
    """Return what leaves: the text with its signature."""
    return signed(text, sign_off).strip()


def open_questions(asked: str, text: str) -> tuple[str, ...]:
    """Return the customer's questions of which no word of weight comes back in the answer."""
    answered = _stems(text)
    left = []
    for match in _QUESTION.finditer(asked):
        stems = _stems(match.group())
        if stems and not stems & answered:
            left.append(" ".join(match.group().split()))
    return tuple(dict.fromkeys(left))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _SMALL}


def _manners(text: str, style: Style, sign_off: str) -> Iterable[Finding]:
    forms = forms_in(text)
    if len(forms) > 1:
        yield Finding(Code.MIXED)
    elif style.form is not None and forms and style.form not in forms:
        yield Finding(Code.OTHER_FORM, style.form.value)
    if style.letter and not greets(text):
        yield Finding(Code.NO_GREETING)
    if style.letter and not sign_off.strip() and not signs_off(text):
        yield Finding(Code.NO_SIGN_OFF)
