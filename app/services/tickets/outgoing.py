"""What happens to the owner's words before they go: looked through, measured and signed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.messages import Message
from app.models.rules.answer_check import Code, Finding, Style, check, leaving
from app.models.rules.errors import QT_TRANSLATE_NOOP, EmptyTextError, KnownError
from app.models.rules.limits import OWN_LIMIT, Counts, Measure, Size
from app.models.rules.messages import Direction
from app.models.rules.promises import Found
from app.models.rules.signing import SHORT_KINDS, addition, signed, signed_html
from app.models.rules.templates import Form, language_of
from app.models.tickets import Ticket
from app.services.settings import LookSettings, WritingSettings, load
from app.services.storage.database import Unit
from app.services.tickets import acts, lifecycle, promises, setting_acts

LETTERS = frozenset({"email", "webform"})
"""Channels on which an answer begins with a greeting and ends with a closing line."""


class UnfilledTextError(KnownError):
    """A text has places for which nothing is known."""

    code = "unfilled_text"
    text = QT_TRANSLATE_NOOP("errors", "Fill in first: {places}.")


class TooLongError(KnownError):
    """The channel does not take a text of this length."""

    code = "too_long"
    text = QT_TRANSLATE_NOOP(
        "errors", "This is {length} characters long; here at most {limit} can be sent."
    )


class TooManyBytesError(TooLongError):
    """The channel does not take a text of this length, and counts bytes."""

    code = "too_many_bytes"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "This is {length} bytes long; here at most {limit} can be sent. Letters with accents and "
        "emoji are several bytes each.",
    )


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen in an answer.

    Attributes:
        findings: what the owner may want to look at; some of it stops the answer.
        promise: what it promises.
        signature: what is put behind it, "" for nothing.
        measure: how the channel counts, and how much it takes.
    """

    findings: tuple[Finding, ...]
    promise: Found | None
    signature: str
    measure: Measure

    def size(self, text: str) -> Size | None:
        """Return how long a text is as it leaves; None where any length goes."""
        return self.measure.size(leaving(text, self.signature))


def measure_for(session: Session, ticket: Ticket) -> Measure:
    """Return how an answer in a ticket is measured."""
    last = session.execute(
        select(Message.public, Message.author_handle)
        .where(Message.ticket_id == ticket.id, Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    ).first()
    public, handle = last or (None, "")
    account = session.get(Account, ticket.account_id) if ticket.account_id else None
    most = account.values.get(OWN_LIMIT) if account else None
    own = most if isinstance(most, int) else None
    return Measure(ticket.kind, private=public is False, to=handle or "", most=own)


def signature_for(session: Session, ticket: Ticket) -> str:
    """Return what is put behind answers in a ticket: its account's own, else its channel's."""
    writing = load(session, WritingSettings)
    own = dict(writing.signatures).get(ticket.account_id)
    if own is not None:
        return own
    return writing.initials if ticket.kind in SHORT_KINDS else writing.signature


def look(session: Session, ticket_id: int, text: str, now: datetime) -> Looked:
    """Look an answer through before it goes."""
    ticket = lifecycle.find(session, ticket_id)
    promise = promises.found(session, text, now) if text.strip() else None
    signature, measure = signature_for(session, ticket), measure_for(session, ticket)
    findings = check(
        text,
        question_texts=_asked(session, ticket_id),
        promise=promise.words if promise else None,
        style=_style(session, ticket.kind, text),
        sign_off=signature,
        measure=measure,
    )
    return Looked(findings, promise, signature, measure)


def sign(session: Session, ticket: Ticket, text: str, html: str | None) -> tuple[str, str | None]:
    """Return an answer as it leaves, signed once.

    Raises:
        EmptyTextError: there is no word in it.
        UnfilledTextError: a place is left open that the customer did not write himself.
        TooLongError: the channel does not take it.
    """
    if not text.strip():
        raise EmptyTextError
    signature = signature_for(session, ticket)
    found = check(text, question_texts=_asked(session, ticket.id))
    places = [one.words for one in found if one.code is Code.UNFILLED]
    if places:
        raise UnfilledTextError(places=", ".join(places))
    size = measure_for(session, ticket).size(leaving(text, signature))
    if size and size.over:
        too_long = TooManyBytesError if size.unit is Counts.BYTES else TooLongError
        raise too_long(length=size.used, limit=size.limit)
    more = addition(text, signature)
    return signed(text, signature), html and signed_html(html, more)


def set_style(unit: Unit, /, *, origin: object | None = None, **values: Any) -> int | None:
    """Set how the firm speaks and signs (fields of WritingSettings); the rest stays.

    Returns the act, None when nothing changed.
    """
    after = replace(load(unit.session, WritingSettings), **values)
    recorder = acts.begin(unit, "writing", origin=origin)
    recorder.add(setting_acts.keep(unit, after))
    return setting_acts.finish(unit, recorder, after, {"set": sorted(values)})


def set_signature(
    unit: Unit, account_id: int, *, text: str, origin: object | None = None
) -> int | None:
    """Give an account a signature that goes before the firm's; "" for the firm's again.

    Returns the act, None when nothing changed.
    """
    own = dict(load(unit.session, WritingSettings).signatures) | {account_id: text.strip()}
    kept = tuple(sorted((key, words) for key, words in own.items() if words))
    return set_style(unit, signatures=kept, origin=origin)


def signers(session: Session) -> list[tuple[int, str]]:
    """Return the accounts that can have a signature of their own: id and address or name."""
    rows = session.execute(
        select(Account.id, Account.handle).where(Account.state == "active").order_by(Account.id)
    )
    return [(account_id, handle) for account_id, handle in rows]


def _asked(session: Session, ticket_id: int) -> Sequence[str]:
    """Return what the customer wrote since we answered last."""
    answered = select(func.max(Message.created_at)).where(
        Message.ticket_id == ticket_id, Message.direction == Direction.OUT.value
    )
    last = session.scalar(answered)
    asked = select(Message.text).where(
        Message.ticket_id == ticket_id, Message.direction == Direction.IN.value
    )
    if last is not None:
        asked = asked.where(Message.created_at > last)
    return list(session.scalars(asked.order_by(Message.created_at)))


def _style(session: Session, kind: str, text: str) -> Style:
    writing = load(session, WritingSettings)
    dutch = language_of(text, load(session, LookSettings).language) == "nl"
    form = Form(writing.short_form if kind in SHORT_KINDS else writing.form)
    return Style(form if dutch else None, letter=kind in LETTERS)
