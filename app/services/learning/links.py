"""What a decision is about: tickets, pages, questions that come back and incidents, by a word."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.handbook import HandbookPage, HandbookVersion
from app.models.incidents import Incident
from app.models.knowledge import RadarFinding
from app.models.rules.errors import InvalidValueError, NotFoundError
from app.models.tickets import Ticket
from app.services.handbook import pages, radar
from app.services.tickets import incidents, lifecycle

TICKET, PAGE, FINDING, INCIDENT = "ticket", "page", "finding", "incident"
KINDS = (TICKET, PAGE, FINDING, INCIDENT)


@dataclass(frozen=True, slots=True)
class Link:
    """Something that a decision is about.

    Attributes:
        target: its id.
        name: its number or key, by which the command line knows it.
        title: what it is called.
    """

    kind: str
    target: int
    name: str
    title: str


def named(session: Session, words: str) -> tuple[str, int]:
    """Return what "ticket:12", "page:te-laat", "finding:3" or "incident:2" stands for.

    Raises:
        InvalidValueError: it begins with another word.
        NotFoundError: there is no such thing.
    """
    kind, _colon, name = (part.strip() for part in words.partition(":"))
    if kind == PAGE:
        return kind, pages.named(session, name).id
    if kind not in KINDS or not name.isdigit():
        choices = ", ".join(f"{one}:…" for one in KINDS)
        raise InvalidValueError(value=words, field="link", choices=choices)
    if kind == TICKET:
        return kind, lifecycle.by_number(session, int(name))
    found = radar.find if kind == FINDING else incidents.info
    return kind, found(session, int(name)).id


def shown(session: Session, kind: str, target: int) -> Link:
    """Return a link with what it leads to is called; a ticket that was merged by the other.

    What is no longer there, because it was taken back, has no title.
    """
    if kind == TICKET:
        return _ticket(session, target)
    if kind == PAGE:
        return _page(session, target)
    if kind == INCIDENT:
        incident = session.get(Incident, target)
        return Link(kind, target, str(target), incident.title if incident else "")
    finding = session.get(RadarFinding, target)
    return Link(kind, target, str(target), ", ".join(finding.words) if finding else "")


def same(session: Session, kind: str, target: int) -> list[int]:
    """Return the ids that lead to one thing: of a ticket also those that were put into it."""
    found, new = [target], [target] if kind == TICKET else []
    while new:
        merged = select(Ticket.id).where(Ticket.merged_into_id.in_(new), Ticket.id.not_in(found))
        new = list(session.scalars(merged))
        found += new
    return found


def _ticket(session: Session, ticket_id: int) -> Link:
    try:
        ticket = lifecycle.standing(session, ticket_id)
    except NotFoundError:
        return Link(TICKET, ticket_id, "", "")
    return Link(TICKET, ticket.id, str(ticket.number), ticket.subject)


def _page(session: Session, page_id: int) -> Link:
    """Return a page by its newest version, also when it was thrown away."""
    newest = (
        select(HandbookPage.key, HandbookVersion.title)
        .join(HandbookVersion, HandbookVersion.page_id == HandbookPage.id)
        .where(HandbookPage.id == page_id)
        .order_by(HandbookVersion.number.desc())
        .limit(1)
    )
    key, title = session.execute(newest).one()
    return Link(PAGE, page_id, key, title)
