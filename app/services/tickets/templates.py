"""Saved texts, filled in for a ticket."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.contacts import Contact
from app.models.rules.errors import NotFoundError
from app.models.rules.hours import next_opening
from app.models.rules.templates import Filled, fill
from app.models.rules.wording import spoken
from app.models.texts import Template
from app.models.tickets import Ticket
from app.services.settings import HoursSettings, LookSettings, load
from app.services.tickets.opening import opening_hours


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


def filled(
    session: Session,
    template: TemplateInfo,
    ticket: Ticket,
    now: datetime,
    *,
    moment: datetime | None = None,
) -> Filled:
    """Return a text with everything filled in that is known; `moment` is what it promises."""
    account = session.get_one(Account, ticket.account_id)
    name = session.get_one(Contact, ticket.contact_id).name.split()
    hours = opening_hours(session, now)

    def said(when: datetime) -> str:
        zone = load(session, HoursSettings).zone
        return spoken(when, now, zone=zone, language=template.language)

    values = {
        "naam": name[0] if name else "",
        "nummer": str(ticket.number),
        "onderwerp": ticket.subject,
        "winkel": account.name or account.handle,
        "opening": said(next_opening(hours, now)),
        "moment": said(moment) if moment else "",
    }
    english = {"name": "naam", "number": "nummer", "subject": "onderwerp", "shop": "winkel"}
    return fill(template.body, values | {new: values[old] for new, old in english.items()})


def _info(row: Template) -> TemplateInfo:
    return TemplateInfo(row.id, row.purpose, row.name, row.body, row.language, tuple(row.kinds))
