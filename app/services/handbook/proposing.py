"""Which procedures fit a ticket, and why."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.messages import Message
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook.pages import Sop
from app.models.rules.messages import Direction
from app.models.rules.tickets import Priority
from app.models.runs import Run
from app.models.tickets import Ticket
from app.services.handbook import pages
from app.services.handbook.pages import PageInfo
from app.services.tickets import influence, lifecycle, templates, walks

CATEGORY, TYPE, SIGNAL, RULE, WORD = "category", "type", "signal", "rule", "word"
ANGRY = "angry"
HEARD = "heard"
"""A signal that was guessed, such as the tone: it counts for less than one that is a fact."""

_WEIGHTS = {RULE: 100, SIGNAL: 6, CATEGORY: 3, TYPE: 2, HEARD: 2, WORD: 1}
MOST_WORDS, SHORTEST_WORD = 2, 3
_LOW, _HIGH = 2, 4


@dataclass(frozen=True, slots=True)
class Why:
    """A reason: its kind, and the key, signal (pages.SIGNALS), label or name of a rule."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A procedure for a ticket, and why, the weightiest reason first."""

    page: PageInfo
    why: tuple[Why, ...]


def proposed(session: Session, ticket_id: int, *, heard: Iterable[str] = ()) -> list[Proposal]:
    """Return the procedures that fit a ticket, the best first, each in one language.

    That of the customer goes before others. What was begun on the ticket before is left out, and
    so is what is for signals of which none is there.

    Args:
        heard: signals that were guessed, such as the tone.

    Raises:
        NotFoundError: there is no such ticket.
    """
    ticket = lifecycle.standing(session, ticket_id)
    signals = dict.fromkeys(heard, HEARD) | dict.fromkeys(_signals(session, ticket), SIGNAL)
    known = set(session.scalars(select(Run.page_id).where(Run.ticket_id == ticket.id)))
    language = templates.language_for(session, ticket)
    found: dict[str, tuple[PageInfo, Sop]] = {}
    begun: set[str] = set()
    for page, text in pages.texts(session, kind="sop"):
        sop = walks.parsed(text)
        if isinstance(sop, Sop):
            begun |= {page.key} if page.id in known else set()
            if page.key not in found or page.language == language:
                found[page.key] = page, sop
    words = said(session, ticket).casefold()
    fitting = [
        (Proposal(page, why), sop)
        for page, sop in found.values()
        if page.key not in begun and (why := _why(sop, ticket, signals, words))
    ]
    fitting.sort(key=lambda one: _place(one[0], one[1], language))
    return [proposal for proposal, _sop in fitting]


def hears(session: Session) -> bool:
    """Tell whether any procedure is for how a customer sounds, which takes a model to guess."""
    found = (walks.parsed(text) for _page, text in pages.texts(session, kind="sop"))
    return any(ANGRY in one.signals for one in found if isinstance(one, Sop))


def named(session: Session, ticket_id: int, name: str, *, language: str | None = None) -> PageInfo:
    """Return a page by its key, title or number, in the language of the customer if it has one.

    Raises:
        NotFoundError: there is no such ticket, or no page is called so.
    """
    ticket = lifecycle.standing(session, ticket_id)
    wanted = language or templates.language_for(session, ticket)
    try:
        return pages.named(session, name, language=wanted)
    except NotFoundError:
        return pages.named(session, name, language=language)


def _why(sop: Sop, ticket: Ticket, signals: Mapping[str, str], said: str) -> tuple[Why, ...]:
    found = []
    proposal: Mapping[str, str] = ticket.proposal or {}
    if proposal.get("procedure") == sop.key:
        found.append(Why(RULE, proposal["rule"]))
    there = [Why(signals[one], one) for one in sop.signals if one in signals]
    if sop.signals and not there:
        return tuple(found)
    found += there
    if ticket.category in sop.categories:
        found.append(Why(CATEGORY, ticket.category))
    if ticket.type in sop.types:
        found.append(Why(TYPE, ticket.type))
    words = (one for one in sop.tags if len(one) >= SHORTEST_WORD and _is_said(one, said))
    return (*found, *(Why(WORD, one) for one in islice(words, MOST_WORDS)))


def weight(why: Iterable[Why]) -> int:
    """Return what reasons count for together: 100 for a rule of the owner's, 1 for a word."""
    return sum(_WEIGHTS[one.kind] for one in why)


def _place(proposal: Proposal, sop: Sop, language: str) -> tuple[int, bool, int, int]:
    """Return what is sorted by: the weight, the language, then what is for fewer categories."""
    return (
        -weight(proposal.why),
        proposal.page.language != language,
        len(sop.categories),
        -len(sop.types),
    )


def said(session: Session, ticket: Ticket) -> str:
    """Return the subject of a ticket and what the customer wrote last."""
    text = session.scalar(
        select(Message.text)
        .where(Message.ticket_id == ticket.id, Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    )
    return f"{ticket.subject}\n{text or ''}"


def _is_said(label: str, said: str) -> bool:
    """Tell whether a label is said, as words or the beginning of them."""
    return re.search(rf"\b{re.escape(label.casefold())}", said) is not None


def _signals(session: Session, ticket: Ticket) -> set[str]:
    found = {reason.code for reason in influence.reasons_of(ticket)} & {"vip", "press"}
    if ticket.priority in {Priority.HIGH.value, Priority.URGENT.value}:
        found.add(ticket.priority)
    if ticket.incident_id is not None:
        found.add("incident")
    stars = session.scalar(
        select(func.min(Message.stars)).where(
            Message.ticket_id == ticket.id, Message.direction == Direction.IN.value
        )
    )
    if stars is not None and stars <= _LOW:
        found.add("low_stars")
    if stars is not None and stars >= _HIGH:
        found.add("high_stars")
    return found
