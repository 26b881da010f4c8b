"""What helps to answer a ticket: pages, saved texts and earlier answers, each with its reasons.

The words of the customer, category, type and procedures say something without the model; with it,
what is meant says more. Nothing here decides or changes anything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.models.rules.errors import KnownError
from app.models.rules.handbook.pages import Kind, Sop
from app.services.assist.answers import Nearby
from app.services.assist.errors import NotAvailableError
from app.services.assist.lexical import Hit, Words
from app.services.assist.seeds import NEGATIVE
from app.services.assist.words import is_small
from app.services.clock import Clock
from app.services.handbook import beside, earlier, pages, proposing
from app.services.handbook.beside import Beside
from app.services.handbook.earlier import Earlier
from app.services.handbook.pages import PageInfo
from app.services.handbook.proposing import Proposal, Why
from app.services.search.words import SHORTEST_PART, stem, words_of
from app.services.storage.database import Database
from app.services.tickets import finding, inbox_page, lifecycle, templates, walks
from app.services.tickets.templates import TemplateInfo

if TYPE_CHECKING:  # it imports numpy, which the first paint does without
    from app.services.assist.near import Neighbours

ARTICLE, SOP, TEXT, TICKET = "article", "sop", "text", "ticket"
PAGE, COMPLAINT = "page", "complaint"
MEANING, PROCEDURE, USED, CUSTOMER = "meaning", "procedure", "used", "customer"
"""Reasons beside those of `proposing`: it means the same; a procedure that fits sends it; it was
used for an earlier ticket; the same customer asked."""

SURE_OF_ANGER = 0.9
"""Chance of an unhappy tone from which a complaint counts as angry. The tone alone says it of more
than half of the messages of the example firm, questions among them."""

SHOWN, OF_A_KIND = 6, 3
LEAST = 0.25
"""What scores less has a word in common by chance (the example firm: docs/assist.md)."""

WORDS = 3
ALIKE = 0.75
"""Part of the words of a saved text that stand in an answer that was made with it."""

_BY_MEANING, _BY_WORDS = 0.8, 0.6
_SENT, _MADE_WITH = 0.3, 0.2
_NAMED = 0.5
_REASONS, _MOST_OF_REASONS = 0.09, 0.5
_CHARACTERS, _LONGEST = 1_000, 200
_LOOKED_AT, _TOLD = 8, 4


@dataclass(frozen=True, slots=True)
class Aid:
    """Something that helps, and why.

    Attributes:
        kind: article, sop, text or ticket.
        id: of the page, saved text or ticket; `number` is that of a ticket, else 0.
        about: the section of an article; the beginning of a text or of an answer.
        score: what it is sorted by, about 0 to 1.
    """

    kind: str
    id: int
    title: str
    about: str
    why: tuple[Why, ...]
    score: float
    number: int = 0


@dataclass(frozen=True, slots=True)
class Aids:
    """What helps with a ticket, the best first.

    Attributes:
        heard: signals for procedures (pages.SIGNALS) that the model found: an angry customer.
        meant: whether the model was asked too.
        offered: the procedure that is walked, else the one that fits best: it stands beside the
            composer by itself.
    """

    ticket_id: int
    found: tuple[Aid, ...] = ()
    heard: frozenset[str] = frozenset()
    meant: bool = False
    offered: int | None = None


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is read of a ticket and of the handbook."""

    question: str
    pages: Sequence[tuple[PageInfo, str]]
    texts: Sequence[TemplateInfo]
    type: str | None = None


class Helper:
    """One per window; any thread may ask, one at a time. `neighbours`: None without a model."""

    def __init__(
        self, database: Database, clock: Clock, neighbours: "Callable[[], Neighbours | None]"
    ) -> None:
        self._database, self._clock, self._neighbours = database, clock, neighbours
        self._lock = Lock()
        self._indexes: dict[str, tuple[Sequence[str], Words]] = {}

    def close(self) -> None:
        """Return when nothing is looked for any more."""
        with self._lock:
            return

    def beside(self, ticket_id: int) -> Aids:
        """Return what helps with a ticket.

        Raises:
            NotFoundError: there is no such ticket.
        """
        with self._lock:
            read = self._database.read_now
            near = self._asked(lambda known: known.of(ticket_id))
            ground = read(_ground, ticket_id)
            heard = _heard(near, ground.type)
            stands = read(beside.of, ticket_id, heard=heard)
            fitting = stands.proposals
            like = near.answered[:_TOLD] if near else ()
            told = read(earlier.told, [one.ticket_id for one in like])
            sends = _sent_by(fitting, ground.pages)
            found = [
                *_with_proposals([*self._pages(ground, near)], fitting, ground.pages),
                *self._texts(ground, near, sends, told),
                *_tickets(ground.question, told, near),
            ]
            return Aids(ticket_id, _chosen(found), heard, near is not None, _offered(stands))

    def heard(self, ticket_id: int) -> frozenset[str]:
        """Return the signals for procedures in how a ticket sounds; none without the model.

        Raises:
            NotFoundError: there is no such ticket.
        """
        with self._lock:
            near = self._asked(lambda known: known.of(ticket_id))
            return _heard(near, self._database.read_now(lifecycle.find, ticket_id).type)

    def search(self, typed: str, ticket_id: int | None = None) -> tuple[Aid, ...]:
        """Return what answers to what was typed, the best first; nothing for nothing.

        Args:
            ticket_id: whose channel the texts have to be for, and whose language goes first.

        Raises:
            NotFoundError: there is no such ticket.
        """
        typed = " ".join(typed.split())[:_LONGEST]
        if not typed:
            return ()
        with self._lock:
            read = self._database.read_now
            near = self._asked(lambda known: known.of_text(typed))
            ground = replace(read(_ground, ticket_id), question=typed)
            ids = read(_found, typed, self._clock.now())
            ids += [one.ticket_id for one in near.answered] if near else []
            told = read(earlier.told, [one for one in ids if one != ticket_id][:_LOOKED_AT])
            found = [
                *self._pages(ground, near),
                *self._pages(ground, None),
                *self._texts(ground, near, {}, ()),
                *_tickets(typed, told, near),
            ]
            named = [replace(one, score=one.score + _named(one.title, typed)) for one in found]
            return _chosen(named)

    # --- how ---------------------------------------------------------------------------------

    def _asked(self, ask: "Callable[[Neighbours], Nearby | None]") -> Nearby | None:
        with suppress(NotAvailableError):
            known = self._neighbours()
            if known is not None and known.answers:
                return ask(known)
        return None

    def _hits(self, name: str, texts: Sequence[str], question: str) -> Mapping[int, Hit]:
        known = self._indexes.get(name)
        if known is None or known[0] != texts:
            known = self._indexes[name] = texts, Words(texts)
        return known[1].search(question)

    def _pages(self, ground: _Ground, near: Nearby | None) -> Iterator[Aid]:
        """Yield pages by what they mean, or where nothing is known of that by their words."""
        if near is not None:
            for one in near.pages:
                why = _words(one.words) or (Why(MEANING, ""),)
                yield Aid(one.kind, one.page_id, one.title, one.section, why, one.score)
            return
        texts = [f"{info.title}\n{text}" for info, text in ground.pages]
        for at, hit in self._hits("pages", texts, ground.question).items():
            info, score = ground.pages[at][0], _BY_WORDS * hit.score
            yield Aid(info.kind, info.id, info.title, "", _words(hit.words), score)

    def _texts(
        self,
        ground: _Ground,
        near: Nearby | None,
        sends: Mapping[str, str],
        told: Sequence[Earlier],
    ) -> Iterator[Aid]:
        """Yield saved texts: by meaning and words, what sends them, what was made with them."""
        bodies = [f"{one.name}\n{one.body}" for one in ground.texts]
        hits = self._hits("texts", bodies, ground.question)
        known = self._neighbours() if near is not None else None
        meant = [0.0] * len(bodies)
        if near is not None and known is not None:
            meant = known.likeness(near.vector, bodies)
        for at, (one, cosine) in enumerate(zip(ground.texts, meant, strict=True)):
            hit = hits.get(at, Hit(0.0, ()))
            score = _BY_MEANING * max(cosine, 0.0) + _BY_WORDS * hit.score
            used = next((each for each in told if _made_with(one.body, each.answer)), None)
            sender = sends.get(one.name.casefold())
            why = (
                *((Why(PROCEDURE, sender),) if sender else ()),
                *((Why(USED, str(used.number)),) if used else ()),
                *_words(hit.words),
            )
            score += (_SENT if sender else 0.0) + (_MADE_WITH if used else 0.0)
            about = " ".join(one.body.split())[:_LONGEST]
            yield Aid(TEXT, one.id, one.name, about, why or (Why(MEANING, ""),), score)


def _offered(stands: Beside) -> int | None:
    if stands.run is not None:
        return stands.run.page_id
    return stands.proposals[0].page.id if stands.proposals else None


def _ground(session: Session, ticket_id: int | None) -> _Ground:
    """Return what is there, the pages of the language of the ticket before others."""
    known = pages.texts(session)
    if ticket_id is None:
        return _Ground("", known, templates.all_of(session))
    ticket = lifecycle.find(session, ticket_id)
    language = templates.language_for(session, ticket)
    known.sort(key=lambda one: one[0].language != language)
    texts = [one for one in templates.offered(session, ticket) if one.language == language]
    said = proposing.said(session, ticket)[:_CHARACTERS]
    return _Ground(said, _one_of_each(known), texts, ticket.type)


def _one_of_each(known: Sequence[tuple[PageInfo, str]]) -> list[tuple[PageInfo, str]]:
    first: dict[str, tuple[PageInfo, str]] = {}
    for one in known:
        first.setdefault(one[0].key, one)
    return list(first.values())


def _heard(near: Nearby | None, kind: str | None) -> frozenset[str]:
    """Return the signals for procedures in how a ticket sounds; `kind`: its type, when assessed."""
    if near is None or (kind or near.type.key) != COMPLAINT or near.tone.key != NEGATIVE:
        return frozenset()
    return frozenset({proposing.ANGRY} if near.tone.best[0].chance >= SURE_OF_ANGER else ())


def _found(session: Session, typed: str, now: datetime) -> list[int]:
    """Return the tickets that hold what was typed, the best first."""
    with suppress(KnownError):  # a query that is still being typed
        found = finding.find(session, typed, now=now, order=inbox_page.BEST)
        return list(found.ticket_ids[:_LOOKED_AT]) if found.wanted else []
    return []


def _sent_by(fitting: Sequence[Proposal], known: Sequence[tuple[PageInfo, str]]) -> dict[str, str]:
    """Return the names of the texts that fitting procedures send, with their titles."""
    texts = {info.id: text for info, text in known}
    sent: dict[str, str] = {}
    for one in fitting[:OF_A_KIND]:
        page = walks.parsed(texts[one.page.id]) if one.page.id in texts else None
        for step in page.steps if isinstance(page, Sop) else ():
            if step.kind is Kind.SEND:
                sent.setdefault(step.about.casefold(), one.page.title)
    return sent


def _with_proposals(
    found: Sequence[Aid], fitting: Sequence[Proposal], known: Sequence[tuple[PageInfo, str]]
) -> Iterator[Aid]:
    """Yield pages, with what speaks for a procedure beside its words; it is told once."""
    keys = {info.id: info.key for info, _text in known}
    by_key = {one.page.key: one for one in fitting}
    for aid in found:
        proposal = by_key.pop(keys.get(aid.id, ""), None)
        if proposal is None:
            yield aid
        else:
            why = (*proposal.why, *(one for one in aid.why if one.kind != MEANING))
            yield replace(aid, why=why, score=aid.score + _worth(proposal))
    for one in by_key.values():
        info = one.page
        yield Aid(info.kind, info.id, info.title, "", one.why, _worth(one))


def _worth(proposal: Proposal) -> float:
    return min(_MOST_OF_REASONS, _REASONS * proposing.weight(proposal.why))


def _tickets(question: str, told: Sequence[Earlier], near: Nearby | None) -> Iterator[Aid]:
    known = {one.ticket_id: one for one in near.answered} if near else {}
    for one in told:
        how = known.get(one.ticket_id)
        shared = _words(_shared(question, f"{one.subject} {one.answer}"))
        same = (Why(CUSTOMER, ""),) if how and how.same_customer else ()
        why = (*same, *(shared or (Why(MEANING, ""),)))
        about, score = " ".join(one.answer.split())[:_LONGEST], how.cosine if how else LEAST
        yield Aid(TICKET, one.ticket_id, one.subject, about, why, score, one.number)


def _shared(question: str, answer: str) -> tuple[str, ...]:
    """Return the words of a question that an answer has too, without those that all have."""
    there = {stem(word) for word in words_of(answer)}
    asked = dict.fromkeys(words_of(question))
    return tuple(
        word
        for word in asked
        if len(word) >= SHORTEST_PART and stem(word) in there and not is_small(word)
    )


def _made_with(body: str, answer: str) -> bool:
    wanted = {word for word in words_of(body) if len(word) >= SHORTEST_PART}
    return bool(wanted) and len(wanted & set(words_of(answer))) >= ALIKE * len(wanted)


def _named(title: str, typed: str) -> float:
    """Return what it counts for that all words that were typed begin one of a title."""
    words = words_of(title)
    wanted = words_of(typed)
    begun = all(any(word.startswith(one) for word in words) for one in wanted)
    return _NAMED if wanted and begun else 0.0


def _words(found: Iterable[str]) -> tuple[Why, ...]:
    """Return the longest of words, which say most, as they stand in the question."""
    words = [one for one in dict.fromkeys(found) if len(one) >= SHORTEST_PART]
    longest = sorted(words, key=len, reverse=True)[:WORDS]
    return tuple(Why(proposing.WORD, one) for one in words if one in longest)


def _chosen(found: Iterable[Aid]) -> tuple[Aid, ...]:
    """Return the best of each kind, each once, the best first."""
    chosen: dict[tuple[str, int], Aid] = {}
    count: dict[str, int] = {}
    for one in sorted(found, key=lambda one: -one.score):
        kind = PAGE if one.kind in {ARTICLE, SOP} else one.kind
        if (
            one.score >= LEAST
            and (one.kind, one.id) not in chosen
            and count.get(kind, 0) < OF_A_KIND
        ):
            chosen[one.kind, one.id] = one
            count[kind] = count.get(kind, 0) + 1
    return tuple(chosen.values())[:SHOWN]
