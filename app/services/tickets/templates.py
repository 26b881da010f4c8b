"""Saved texts, filled in for a ticket."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.contacts import Contact
from app.models.messages import Message
from app.models.rules.errors import NotFoundError
from app.models.rules.hours import next_opening
from app.models.rules.messages import Direction
from app.models.rules.signing import SHORT_KINDS
from app.models.rules.templates import Filled, Form, fill, language_of
from app.models.rules.wording import spoken
from app.models.texts import Template
from app.models.tickets import Ticket
from app.services.settings import HoursSettings, LookSettings, WritingSettings, load
from app.services.tickets import lifecycle
from app.services.tickets.opening import opening_hours

SECTION = "templates"
PURPOSES = (
    "answer",
    "reaction",
    "reaction_promise",
    "out_of_hours",
    "extension",
    "public",
    "private",
    "closing",
    "question",
    "phone",
)
"""What a text is for; one for an answer is chosen by the owner, the others by what he does."""

ALSO = {
    "first_name": "naam",
    "voornaam": "naam",
    "name": "naam",
    "number": "nummer",
    "subject": "onderwerp",
    "shop": "winkel",
}
KNOWN = frozenset({"naam", "nummer", "onderwerp", "winkel", "opening", "moment", *ALSO})
"""Places that are filled without asking, `moment` only in a text that promises one."""


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A saved text; `kinds` are the channels it is made for, none for all others."""

    id: int
    purpose: str
    name: str
    body: str
    language: str
    kinds: tuple[str, ...]


def all_of(session: Session, *, language: str | None = None) -> list[TemplateInfo]:
    """Return the saved texts in their order, of one language or all."""
    rows = session.scalars(select(Template).order_by(Template.position, Template.id))
    return [_info(row) for row in rows if language in {None, row.language}]


def fitting(session: Session, purpose: str, kind: str) -> TemplateInfo:
    """Return the text for a purpose and channel: the channel's own before the general one.

    Raises:
        NotFoundError: the owner threw all texts for this purpose away.
    """
    language = load(session, LookSettings).language
    found = [one for one in all_of(session) if one.purpose == purpose]
    found.sort(key=lambda one: (one.language != language, kind not in one.kinds, bool(one.kinds)))
    if not found:
        raise NotFoundError(what="template", name=purpose)
    return found[0]


def find(session: Session, template_id: int) -> TemplateInfo:
    """Return a saved text.

    Raises:
        NotFoundError: there is none of this id.
    """
    row = session.get(Template, template_id)
    if row is None:
        raise NotFoundError(what="template", name=template_id)
    return _info(row)


def named(session: Session, name: str, *, language: str | None = None) -> TemplateInfo:
    """Return a saved text by its id or name, of two with one name that of the language.

    Raises:
        NotFoundError: there is none.
    """
    wanted = name.strip().casefold()
    found = [one for one in all_of(session) if wanted in {str(one.id), one.name.casefold()}]
    found.sort(key=lambda one: one.language != language)
    if not found:
        raise NotFoundError(what="template", name=name)
    return found[0]


def offered(session: Session, ticket: Ticket) -> list[TemplateInfo]:
    """Return the answers to choose from for a ticket, those in the customer's language first.

    Texts for other channels are left out.
    """
    language = language_for(session, ticket)
    found = [
        one
        for one in all_of(session)
        if one.purpose == "answer" and (not one.kinds or ticket.kind in one.kinds)
    ]
    return sorted(found, key=lambda one: one.language != language)


def offered_for(session: Session, ticket_id: int) -> list[TemplateInfo]:
    """Return the same by the id of the ticket."""
    return offered(session, lifecycle.find(session, ticket_id))


def filled_for(session: Session, ticket_id: int, template: TemplateInfo, now: datetime) -> Filled:
    """Return a text filled in for a ticket by its id."""
    return filled(session, template, lifecycle.find(session, ticket_id), now)


def language_for(session: Session, ticket: Ticket) -> str:
    """Return the language in which the customer wrote last; ours in doubt."""
    text = session.scalar(
        select(Message.text)
        .where(Message.ticket_id == ticket.id, Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    )
    return language_of(text or "", load(session, LookSettings).language)


def form_for(session: Session, kind: str) -> Form:
    """Return how customers are spoken to on a channel."""
    writing = load(session, WritingSettings)
    return Form(writing.short_form if kind in SHORT_KINDS else writing.form)


def filled(
    session: Session,
    template: TemplateInfo,
    ticket: Ticket,
    now: datetime,
    *,
    moment: datetime | None = None,
    given: Mapping[str, str] = {},
) -> Filled:
    """Return a text with everything filled in that is known.

    Args:
        moment: what it promises.
        given: values of the owner's for places, by their names; they come first.
    """
    return filled_body(
        session, template.body, ticket, now, language=template.language, moment=moment, given=given
    )


def filled_body(
    session: Session,
    body: str,
    ticket: Ticket,
    now: datetime,
    *,
    language: str,
    moment: datetime | None = None,
    given: Mapping[str, str] = {},
) -> Filled:
    """Return the same for a text that is not kept as a template."""
    account = session.get_one(Account, ticket.account_id)
    name = session.get_one(Contact, ticket.contact_id).name.split()
    hours = opening_hours(session, now)

    def said(when: datetime) -> str:
        zone = load(session, HoursSettings).zone
        return spoken(when, now, zone=zone, language=language)

    values = {
        "naam": name[0] if name else "",
        "nummer": str(ticket.number),
        "onderwerp": ticket.subject,
        "winkel": account.name or account.handle,
        "opening": said(next_opening(hours, now)),
        "moment": said(moment) if moment else "",
    }
    values |= {also: values[one] for also, one in ALSO.items()}
    values |= {place.lower(): value for place, value in given.items() if value}
    return fill(body, values, form=form_for(session, ticket.kind), language=language)


def _info(row: Template) -> TemplateInfo:
    return TemplateInfo(row.id, row.purpose, row.name, row.body, row.language, tuple(row.kinds))
