"""From a case to knowledge: a page from a ticket, without people, and pages linked to tickets."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.contacts import Contact
from app.models.directory import Colleague
from app.models.handbook import HandbookPage
from app.models.knowledge import TicketPage
from app.models.messages import Message, OutboxItem
from app.models.rules.handbook import from_case
from app.models.rules.handbook.from_case import Part
from app.models.rules.handbook.pages import Article, Sop, line, slug
from app.models.rules.masking.text import Mask, together
from app.models.rules.messages import Delivery, Direction, Purpose
from app.models.tickets import Department, Ticket
from app.services.events import TicketsChanged
from app.services.handbook import page_acts, pages
from app.services.handbook.pages import PageInfo
from app.services.settings import LookSettings, load
from app.services.storage.database import Unit
from app.services.tickets import act_rows, acts, inbox, journal, lifecycle

LONGEST_ASKED = 200
"""Characters of what another asker wrote."""


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """An article as it could be made of a ticket.

    `masks` stand in `text`, `title_masks` in `title`; `answered` when there was an answer of ours.
    """

    ticket_id: int
    number: int
    language: str
    title: str
    text: str
    title_masks: tuple[Mask, ...]
    masks: tuple[Mask, ...]
    answered: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case goes in a page that is there: `part` of a procedure, the end of an article.

    Attributes:
        name: the word that a term explains.
        step: the number of the step whose text grows.
    """

    page_id: int
    part: Part = Part.EXAMPLE
    name: str = ""
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A page that a case can be added to.

    Attributes:
        steps: the numbers and texts of the steps of a procedure; None for an article.
    """

    page_id: int
    title: str
    steps: tuple[tuple[int, str], ...] | None = None


def draft_article(
    session: Session, ticket_id: int, *, language: str | None = None, shown: Collection[str] = (),
    others: Sequence[int] = (),
) -> CaseDraft:  # fmt: skip
    """Return an article of the question of a ticket and the answer that helped, masked.

    Args:
        language: of headings and placeholders; that of the program by default.
        shown: what is not masked although it looks like a person's.
        others: tickets that ask the same; how they put it is in it, a line each.

    Raises:
        NotFoundError: there is no such ticket.
    """
    ticket = lifecycle.standing(session, ticket_id)
    language = language or load(session, LookSettings).language
    question, answer = _said(session, ticket.id)
    title = from_case.title_of(ticket.subject, question)
    asking = [ticket, *(lifecycle.standing(session, one) for one in others)]
    also = [line(_said(session, one.id)[0])[:LONGEST_ASKED] for one in asking[1:]]
    people: dict[str, Any] = {
        "names": tuple(chain(*(names_of(session, one) for one in asking))), "language": language,
        "keep": (*shown, *session.scalars(select(Account.handle))),
    }  # fmt: skip
    body = from_case.body_of(question, answer, language, [one for one in also if one])
    short, whole = together(title, body, **people)
    return CaseDraft(
        ticket.id, ticket.number, language, short.text, whole.text, short.masks, whole.masks,
        answered=bool(answer),
    )  # fmt: skip


def places(session: Session, *, language: str) -> list[Target]:
    """Return the pages in a language that a case can be added to, by title."""
    found = []
    for info in pages.all_of(session, language=language):
        page = pages.read(session, info.id)
        steps = None
        if isinstance(page, Sop):
            steps = tuple(
                (one.id, f"{one.id}. {line(one.text or one.about)}") for one in page.steps
            )
        found.append(Target(info.id, info.title, steps))
    return found


def save_article(
    unit: Unit, ticket_id: int, *, title: str, text: str, language: str, reason: str = "",
    origin: object | None = None,
) -> tuple[int, int | None]:  # fmt: skip
    """Save a new article of a case and link it to the ticket, as one act.

    Returns the page and the act. It never takes the key of a page that is there.

    Raises:
        NotFoundError: there is no such ticket.
        NamelessPageError: the title has no letters.
    """
    ticket = lifecycle.standing(unit.session, ticket_id)
    article = Article(
        title=title, key=_free_key(unit.session, title, language), language=language, body=text,
        department=_department(unit.session, ticket, language),
    )  # fmt: skip
    return _saved(unit, ticket, article, reason, origin)


def add_to_page(
    unit: Unit, ticket_id: int, *, place: Place, text: str, reason: str = "",
    origin: object | None = None,
) -> tuple[int, int | None]:  # fmt: skip
    """Add a case to an article or a procedure as a new version, and link it to the ticket.

    Returns the page and the act.

    Raises:
        NotFoundError: there is no such ticket or page.
        NamelessTermError: a term has no name.
        NoSuchStepError: there is no such step.
    """
    ticket = lifecycle.standing(unit.session, ticket_id)
    page = pages.read(unit.session, place.page_id)
    grown: Article | Sop
    if isinstance(page, Article):
        grown = from_case.extended(page, text)
    else:
        grown = from_case.added(page, place.part, text, name=place.name, step=place.step)
    return _saved(unit, ticket, grown, reason, origin)


def link(unit: Unit, ticket_id: int, *, page_id: int, origin: object | None = None) -> int | None:
    """Say that a page goes with a ticket; returns the act, None when it did already.

    Raises:
        NotFoundError: there is no such ticket or page.
    """
    ticket = lifecycle.standing(unit.session, ticket_id)
    page = pages.find(unit.session, page_id)
    recorder = acts.begin(unit, "page_linked", origin=origin, number=ticket.number, text=page.title)
    _link(unit, recorder, ticket, page)
    return recorder.finish()


def unlink(unit: Unit, ticket_id: int, *, page_id: int, origin: object | None = None) -> int | None:
    """Say that a page does not go with a ticket; returns the act, None when it did not.

    Raises:
        NotFoundError: there is no such ticket or page.
    """
    ticket = lifecycle.standing(unit.session, ticket_id)
    page = pages.find(unit.session, page_id)
    name = "page_unlinked"
    recorder = acts.begin(unit, name, origin=origin, number=ticket.number, text=page.title)
    for one in _stands_in(unit.session, ticket.id):
        row = unit.session.get(TicketPage, (one, page_id))
        if row is not None:
            recorder.step(**act_rows.removed(unit, row), ticket=ticket.id)
            _tell(unit, recorder, ticket, page)
    return recorder.finish()


def pages_of(session: Session, ticket_id: int) -> list[PageInfo]:
    """Return the pages that go with a ticket, and with those merged into it, by title.

    Raises:
        NotFoundError: there is no such ticket.
    """
    ticket = lifecycle.standing(session, ticket_id)
    linked = set(
        session.scalars(
            select(TicketPage.page_id).where(
                TicketPage.ticket_id.in_(_stands_in(session, ticket.id))
            )
        )
    )
    return [page for page in pages.all_of(session) if page.id in linked] if linked else []


def names_of(session: Session, ticket: Ticket) -> Iterator[str]:
    """Yield the names of the people who have to do with a ticket: the customer, colleagues."""
    yield session.get_one(Contact, ticket.contact_id).name
    writers = select(Message.author_name).where(
        Message.ticket_id == ticket.id, Message.direction != Direction.OUT.value
    )
    yield from session.scalars(writers.distinct())
    yield from session.scalars(select(Colleague.name))


# --- how -------------------------------------------------------------------------------------


def _saved(
    unit: Unit, ticket: Ticket, page: Article | Sop, reason: str, origin: object | None
) -> tuple[int, int | None]:
    why = reason.strip() or from_case.word("reason", page.language).format(number=ticket.number)
    name, title = "case_kept", page.title
    with acts.together(unit, name, origin=origin, number=ticket.number, text=title) as recorder:
        page_id, _part = page_acts.save(unit, page, reason=why, origin=origin)
        _link(unit, recorder, ticket, pages.find(unit.session, page_id))
    return page_id, recorder.finish()


def _link(unit: Unit, recorder: acts.Recorder, ticket: Ticket, page: PageInfo) -> None:
    if unit.session.get(TicketPage, (ticket.id, page.id)) is None:
        row = TicketPage(ticket_id=ticket.id, page_id=page.id, linked_at=unit.now)
        recorder.step(**act_rows.added(unit, row), ticket=ticket.id)
        _tell(unit, recorder, ticket, page)


def _tell(unit: Unit, recorder: acts.Recorder, ticket: Ticket, page: PageInfo) -> None:
    data = {"page": page.id, "version": page.version}
    unlinked = recorder.name == "page_unlinked"
    journal.append(
        unit, "page_unlinked" if unlinked else "page_linked", ticket_id=ticket.id, data=data
    )
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket.id}), origin=recorder.origin))


def _said(session: Session, ticket_id: int) -> tuple[str, str]:
    """Return what the customer asked before he was answered, and the last answer that left."""
    asked, answers = said(session, ticket_id)
    bare = [from_case.bare(one) for one in asked]
    return "\n\n".join(filter(None, bare)), from_case.bare(answers[-1]) if answers else ""


def said(session: Session, ticket_id: int) -> tuple[list[str], list[str]]:
    """Return what the customer wrote before he was answered, and the answers that left."""
    purposes = dict(
        session.execute(
            select(OutboxItem.message_id, OutboxItem.purpose)
            .join(Message, Message.id == OutboxItem.message_id)
            .where(Message.ticket_id == ticket_id)
        ).all()
    )
    asked: list[str] = []
    answers: list[str] = []
    for one in inbox.messages(session, ticket_id):
        if one.direction == Direction.IN.value and not answers and one.automatic is None:
            asked.append(one.text)
        answer = one.direction == Direction.OUT.value and one.delivery != Delivery.FAILED.value
        if answer and purposes.get(one.id, Purpose.ANSWER) == Purpose.ANSWER:
            answers.append(one.text)
    return asked, answers


def _free_key(session: Session, title: str, language: str) -> str:
    wanted = slug(title)
    taken = set(session.scalars(select(HandbookPage.key).where(HandbookPage.language == language)))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(one for one in numbered if one not in taken)


def _department(session: Session, ticket: Ticket, language: str) -> str:
    found = session.get(Department, ticket.department) if ticket.department else None
    if found is None:
        return ""
    return found.name_en if language == "en" else found.name_nl


def _stands_in(session: Session, ticket_id: int) -> list[int]:
    """Return a ticket with those that were merged into it, at whatever remove."""
    found = [ticket_id]
    for one in found:
        found += session.scalars(select(Ticket.id).where(Ticket.merged_into_id == one))
    return found
