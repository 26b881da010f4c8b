"""What a handbook holds: articles, and procedures (SOPs) of steps that can be walked.

Texts are Markdown; `tidied` gives the one form in which a page is kept and compared.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

LANGUAGES = ("nl", "en")
START = 0
"""The number of the start, which is no step of its own; steps begin at 1."""

SIGNALS = ("low_stars", "high_stars", "high", "urgent", "vip", "press", "angry", "incident")
"""What else of a case a procedure can be for than what it is about: stars of a review (one or two,
four or five), the priority, who it is, how it sounds, and that many have it."""

Position = tuple[int, int]
"""Where something is drawn: to the right and down, in points of the drawing."""


class Kind(StrEnum):
    """What somebody does at a step."""

    START = "start"
    DO = "do"
    CHOICE = "choice"
    ASK = "ask"
    SEND = "send"
    END = "end"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a choice and the number of the step it leads to, None when that is open."""

    label: str
    target: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure.

    `about`: whom to ask (a department or colleague), the template to send, or the outcome it ends
    with; "" for other kinds. `next`: the step that follows, None when that is open; a choice has
    `answers` instead, and an end neither.
    """

    id: int
    kind: Kind
    text: str = ""
    about: str = ""
    expected: str = ""
    next: int | None = None
    answers: tuple[Answer, ...] = ()
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the firm and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has; `key` is its name in links and files (`slug`).

    `asked`: what customers and colleagues say when this is the page to open.
    """

    title: str
    key: str = ""
    department: str = ""
    owner: str = ""
    review: date | None = None
    language: str = "nl"
    tags: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Page):
    """Something to look up."""

    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sop(Page):
    """A procedure: the steps of one kind of case, from `first` on.

    `categories`, `types`, `signals` (of SIGNALS): the cases it is proposed for; `response`,
    `throughput`: the targets, in whole minutes; `required`: once begun it is ended before the case
    is done; `start_position`: where its start is drawn.
    """

    purpose: str = ""
    terms: tuple[Term, ...] = ()
    categories: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    required: bool = False
    response: timedelta | None = None
    throughput: timedelta | None = None
    first: int | None = None
    steps: tuple[Step, ...] = ()
    start_position: Position | None = None


PageT = TypeVar("PageT", Article, Sop, Article | Sop)
_NO_NEXT = frozenset({Kind.CHOICE, Kind.END})
_NO_ABOUT = frozenset({Kind.DO, Kind.CHOICE})


def slug(text: str) -> str:
    """Return a text as a key: small letters and digits with dashes; "" when it has none."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def tidied(page: PageT) -> PageT:
    """Return a page as its text form keeps it: no stray space, nothing that its kind has not.

    `parse(render(page)) == tidied(page)` (text.py) holds for every page.
    """
    page = replace(
        page, title=line(page.title), key=slug(page.key) or slug(page.title),
        owner=line(page.owner), department=line(page.department), tags=_lines(page.tags),
        asked=_lines(page.asked),
    )  # fmt: skip
    if isinstance(page, Article):
        return replace(page, body=block(page.body))
    terms = [Term(line(one.name.replace("*", "")), line(one.meaning)) for one in page.terms]
    return replace(
        page, purpose=block(page.purpose), terms=tuple(one for one in terms if one != Term("", "")),
        categories=_lines(page.categories), types=_lines(page.types),
        signals=tuple(one for one in SIGNALS if one in page.signals),
        response=_whole(page.response), throughput=_whole(page.throughput),
        steps=tuple(_tidied_step(step) for step in page.steps),
    )  # fmt: skip


def renumbered(sop: Sop) -> Sop:
    """Return a procedure whose steps count from 1 in their order; open ends become open."""
    numbers = {step.id: number for number, step in enumerate(sop.steps, 1)}

    def moved(target: int | None) -> int | None:
        return None if target is None else numbers.get(target)

    steps = (
        replace(
            step, id=numbers[step.id], next=moved(step.next),
            answers=tuple(replace(one, target=moved(one.target)) for one in step.answers),
        )
        for step in sop.steps
    )  # fmt: skip
    return replace(sop, first=moved(sop.first), steps=tuple(steps))


def line(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return " ".join(text.split())


def block(text: str) -> str:
    """Return Markdown with plain line ends, and no empty lines or space around it.

    The first line keeps its indentation: that of a block of code means something.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(one if one.strip() else "" for one in lines).strip("\n").rstrip()


def _tidied_step(step: Step) -> Step:
    answers = tuple(Answer(line(one.label), one.target) for one in step.answers)
    return replace(
        step, text=block(step.text).lstrip(), expected=line(step.expected),
        about="" if step.kind in _NO_ABOUT else line(step.about).replace("):", ") :"),
        next=None if step.kind in _NO_NEXT else step.next,
        answers=answers if step.kind is Kind.CHOICE else (),
    )  # fmt: skip


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in map(line, texts) if one)


def _whole(amount: timedelta | None) -> timedelta | None:
    return None if amount is None else timedelta(minutes=amount // timedelta(minutes=1))
