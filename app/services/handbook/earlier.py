"""Answers that were given before, to be used again: without the people of their ticket."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.rules.errors import NotFoundError
from app.models.rules.handbook import from_case
from app.models.rules.masking.kinds import PLACEHOLDERS, Kind
from app.models.rules.masking.text import Mask, masked
from app.models.rules.masking.text import found as found_in
from app.models.rules.signing import greets
from app.models.rules.templates import language_of
from app.models.tickets import Ticket
from app.services.handbook import cases
from app.services.settings import LookSettings, load
from app.services.tickets import lifecycle
from app.services.tickets.templates import TemplateInfo

_GREETINGS = {"nl": "Dag {naam},", "en": "Hello {naam},"}
_OTHERS = {
    Kind.NAME: {"nl": "naam van wie", "en": "whose name"},
    Kind.NUMBER: {"nl": "welk nummer", "en": "which number"},
}
"""Places for what `{naam}` and `{nummer}` would be filled with wrongly: see templates.KNOWN."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A ticket that was answered, with the last answer as it stands, less greeting and closing."""

    ticket_id: int
    number: int
    subject: str
    answer: str


def told(session: Session, ticket_ids: Sequence[int]) -> list[Earlier]:
    """Return those of the tickets that have an answer of ours, in their order."""
    rows = session.scalars(select(Ticket).where(Ticket.id.in_(ticket_ids)))
    known = {one.id: one for one in rows}
    found = []
    for ticket_id in dict.fromkeys(ticket_ids):
        ticket, answer = known.get(ticket_id), _last_answer(session, ticket_id)
        text = from_case.bare(answer)
        if ticket is not None and text:
            found.append(Earlier(ticket.id, ticket.number, ticket.subject, text))
    return found


def reusable(session: Session, ticket_id: int) -> TemplateInfo:
    """Return the last answer of a ticket as a text with places: for names, numbers, addresses.

    The customer's name becomes `{naam}`, so that the next one's stands there; the other places
    have no value, so none of them can be sent by mistake.

    Raises:
        NotFoundError: there is no such ticket, or it was not answered.
    """
    ticket = lifecycle.standing(session, ticket_id)
    answer = _last_answer(session, ticket.id)
    text = from_case.bare(answer).translate({ord("{"): "(", ord("}"): ")"})
    if not text:
        raise NotFoundError(what="answer", name=ticket.number)
    language = language_of(text, load(session, LookSettings).language)
    names = tuple(cases.names_of(session, ticket))
    own = set(session.scalars(select(Account.handle)))
    bare = masked(text, found_in(text, names=names, keep=own), language=language)
    body = _with_places(bare.text, bare.masks, language, _parts(names[0]))
    if greets(answer) and not greets(text):
        body = f"{_GREETINGS[language]}\n\n{body}"
    return TemplateInfo(0, "answer", f"{ticket.number} {ticket.subject}", body, language, ())


# --- how -------------------------------------------------------------------------------------


def _last_answer(session: Session, ticket_id: int) -> str:
    answers = cases.said(session, ticket_id)[1]
    return answers[-1] if answers else ""


def _with_places(text: str, masks: Sequence[Mask], language: str, customer: Collection[str]) -> str:
    """Return a masked text with a place for each mask: the same for what was the same."""
    places: dict[tuple[Kind, str], str] = {}
    pieces, at = [], 0
    if masks and masks[0].start == 0 and masks[0].kind is Kind.HANDLE:
        masks, at = masks[1:], len(masks[0].placeholder)  # whom a public answer was to
    for mask in masks:
        pieces += [text[at : mask.start], _place(mask, language, customer, places)]
        at = mask.start + len(mask.placeholder)
    return "".join([*pieces, text[at:]]).strip()


def _place(
    mask: Mask, language: str, customer: Collection[str], places: dict[tuple[Kind, str], str]
) -> str:
    if mask.kind is Kind.NAME and _parts(mask.original) & set(customer):
        return "{naam}"
    what = mask.kind, mask.original.casefold()
    if what not in places:
        name = _OTHERS.get(mask.kind, {}).get(language, PLACEHOLDERS[language][mask.kind][1:-1])
        count = sum(one.startswith(f"{{{name}") for one in places.values())
        places[what] = f"{{{name} {count + 1}}}" if count else f"{{{name}}}"
    return places[what]


def _parts(name: str) -> set[str]:
    return {one for one in name.casefold().split() if len(one) > 1}
