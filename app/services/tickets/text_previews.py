"""How a text that is being written reads to a customer, by the newest message it could answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.contacts import Contact
from app.models.rules.signing import signed
from app.models.rules.templates import fill, unknown
from app.models.tickets import Ticket
from app.services.tickets import outgoing, templates

PROMISING = frozenset({"reaction_promise", "extension"})
"""Purposes of texts that say until when; only these know `moment`."""

UNSIGNED = frozenset({"question", "phone"})
_MADE_UP = {
    "nl": {"naam": "Anna", "nummer": "1024", "onderwerp": "Mijn bestelling", "winkel": "de winkel",
           "opening": "morgen om 9:00", "moment": "morgen om 12:00"},
    "en": {"naam": "Anna", "nummer": "1024", "onderwerp": "My order", "winkel": "the shop",
           "opening": "tomorrow at 9:00", "moment": "tomorrow at 12:00"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as it would be sent.

    Attributes:
        missing: places that nothing is known for.
        idle: places that nothing ever fills; what was given instead always stands there.
        customer, number: whose message it is filled in for; "" and None for a made-up one.
    """

    text: str
    missing: tuple[str, ...]
    idle: tuple[str, ...]
    customer: str = ""
    number: int | None = None


def preview(
    session: Session,
    body: str,
    now: datetime,
    *,
    language: str | None,
    kinds: Sequence[str] = (),
    purpose: str = "answer",
) -> Preview:
    """Fill a text in for the newest message of these channels, all when none is named.

    Args:
        language: of the text; None for that of the customer, as macros have it.
    """
    promises = purpose in PROMISING
    known = templates.KNOWN if promises else templates.KNOWN - {"moment"}
    ticket = _newest(session, kinds)
    if ticket is None:
        return _made_up(session, body, language or "nl", known, next(iter(kinds), "email"))
    filled = templates.filled_body(
        session,
        body,
        ticket,
        now,
        language=language or templates.language_for(session, ticket),
        moment=now + timedelta(days=1) if promises else None,
    )
    signature = "" if purpose in UNSIGNED else outgoing.signature_for(session, ticket)
    text = signed(filled.text, signature)
    name = session.get_one(Contact, ticket.contact_id).name
    return Preview(text, filled.missing, _idle(body, known, filled.missing), name, ticket.number)


def _newest(session: Session, kinds: Sequence[str]) -> Ticket | None:
    query = select(Ticket).order_by(Ticket.id.desc()).limit(1)
    if kinds:
        query = query.where(Ticket.kind.in_(kinds))
    return session.scalar(query)


def _made_up(
    session: Session, body: str, language: str, known: frozenset[str], kind: str
) -> Preview:
    values = {name: value for name, value in _MADE_UP[language].items() if name in known}
    values |= {also: values[name] for also, name in templates.ALSO.items()}
    form = templates.form_for(session, kind)
    filled = fill(body, values, form=form, language=language)
    return Preview(filled.text, filled.missing, _idle(body, known, filled.missing))


def _idle(body: str, known: frozenset[str], missing: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in unknown(body, known) if name not in missing)
