"""What the firm posts and says: when it holds, which words fit a channel, and who asks about it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.models.rules.answer_check import leaving
from app.models.rules.limits import LIMITED, Measure
from app.models.rules.templates import Form, fill

RECENT_DAYS = 60
"""So long customers ask about what was posted, when nothing says until when it is about."""

ENOUGH, ENOUGH_WITH_SUBJECT = 0.6, 0.5
"""The share of the words of an expected question that a message has to have."""

_LEAST_WORDS = 5
"""Shorter sentences ("We help you gladly.") stand in every answer."""

_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/](\d{1,2})[-/](\d{4}))")
_DAYS = {"vandaag": 0, "today": 0, "nu": 0, "now": 0, "morgen": 1, "tomorrow": 1}
_END = re.compile(r"[.!?\n]+")


class State(StrEnum):
    """What the owner has decided about a statement."""

    DRAFT = "draft"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Status(StrEnum):
    """What a statement is today."""

    DRAFT = "draft"
    COMING = "coming"
    VALID = "valid"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Source(StrEnum):
    """Where a line to take comes from."""

    CONTENT = "content"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is expected, and what is said to it."""

    question: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What is said to who asks a question.

    Attributes:
        source, id: the content or statement that it belongs to.
        subject: what that is about.
        question: that is expected; that of a statement may be its subject.
        texts: what is said, longer and shorter.
        stems, about: those of the question, and of the subject.
        first, last: the days (ISO) from and until which it holds.
    """

    source: Source
    id: int
    subject: str
    question: str
    texts: tuple[str, ...]
    stems: frozenset[str]
    about: frozenset[str]
    first: str
    last: str


NEVER = "9999-12-31"
"""The last day of what has none."""


def status_of(state: str, first: str, last: str | None, today: str) -> Status:
    """Return what a statement is on a day; days are ISO, `last` is one that it still holds on."""
    if state == State.WITHDRAWN:
        return Status.WITHDRAWN
    if state == State.DRAFT:
        return Status.DRAFT
    if last is not None and last < today:
        return Status.EXPIRED
    return Status.COMING if first > today else Status.VALID


def last_day(posted: date, until: str | None) -> str:
    """Return the last day (ISO) on which what was posted is asked about."""
    return until or (posted + timedelta(days=RECENT_DAYS)).isoformat()


def day_of(words: str, today: date) -> str | None:
    """Return the day (ISO) that words name, such as 31-12-2027 or morgen; None: not understood."""
    said = words.strip().lower()
    if said in _DAYS:
        return (today + timedelta(days=_DAYS[said])).isoformat()
    found = _DATE.fullmatch(said)
    if found is None:
        return None
    year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


# --- who asks about it -----------------------------------------------------------------------


def lines_for(lines: Iterable[Line], asked: Collection[str], today: str) -> list[Line]:
    """Return what is said to a message with these stems today, the best first, each text once.

    A question is asked when two of its words and most of them come back, or half of them with a
    word of its subject beside those.
    """
    found: dict[tuple[str, ...], tuple[float, Line]] = {}
    for line in lines:
        share = _share(line, frozenset(asked)) if line.first <= today <= line.last else 0.0
        if share and (line.texts not in found or share > found[line.texts][0]):
            found[line.texts] = share, line
    ranked = sorted(found.values(), key=_rank)
    return [line for _share_of, line in ranked]


def _rank(one: tuple[float, Line]) -> tuple[float, int, int]:
    """Sort by the share of its words, then by how many those are, then the newest first."""
    return -one[0], -len(one[1].stems), -one[1].id


def _share(line: Line, asked: frozenset[str]) -> float:
    hits = line.stems & asked
    if not hits:
        return 0.0
    share = len(hits) / len(line.stems)
    enough = len(hits) > 1 and share >= ENOUGH
    with_subject = share >= ENOUGH_WITH_SUBJECT and bool((line.about & asked) - hits)
    return share if enough or with_subject else 0.0


# --- which words fit, and which no longer hold -----------------------------------------------


def fitting(texts: Iterable[str], measure: Measure, sign_off: str = "") -> str | None:
    """Return the longest of some texts that the channel takes with its signature; None: none."""
    whole = sorted(texts, key=len, reverse=True)
    return next((one for one in whole if _takes(measure, leaving(one, sign_off))), None)


def too_long_for(text: str) -> tuple[str, ...]:
    """Return the kinds of channels on which a text is too long where everybody reads it."""
    return tuple(kind for kind in LIMITED if not _takes(Measure(kind), text))


def _takes(measure: Measure, text: str) -> bool:
    size = measure.size(text)
    return size is None or not size.over


def outdated(
    text: str, gone: Mapping[str, Sequence[str]], holding: Iterable[str]
) -> tuple[str, ...]:
    """Return the subjects of statements that no longer hold and whose sentences a text has.

    Args:
        gone: the texts of those that do not hold, by subject.
        holding: the texts of those that do: what they say too is no fault.
    """
    written = _sentences(text)
    right = {one for held in holding for one in _sentences(held)}
    wrong = written - right
    return tuple(
        subject for subject, texts in gone.items() if any(_sentences(one) & wrong for one in texts)
    )


def _sentences(text: str) -> set[str]:
    """Return the sentences of a text that say enough, with either choice of its forms."""
    found = set()
    for form in Form:
        for part in _END.split(fill(text, {}, form=form).text):
            words = part.casefold().split()
            if len(words) >= _LEAST_WORDS and "{" not in part:
                found.add(" ".join(words))
    return found


# --- as the owner types them -----------------------------------------------------------------


def asked_of(text: str) -> tuple[Asked, ...]:
    """Read expected questions: the first line of a block is the question, the others the line."""
    blocks = re.split(r"\n\s*\n", text.strip())
    found = []
    for block in blocks:
        question, _, line = block.strip().partition("\n")
        if question.strip():
            found.append(Asked(question.strip(), line.strip()))
    return tuple(found)


def asked_text(asked: Iterable[Asked]) -> str:
    """Write expected questions as `asked_of` reads them."""
    return "\n\n".join(f"{one.question}\n{one.line}".strip() for one in asked)
