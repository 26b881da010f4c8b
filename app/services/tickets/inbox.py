"""Reads for the list and for one ticket: frozen rows, nothing lazy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.contacts import Contact, Identity
from app.models.messages import Blob, Message, MessageAttachment, MessageHtml, OutboxItem
from app.models.rules.tickets import AT_TURN, TicketState
from app.models.tickets import Ticket, TicketLink, TicketTag
from app.services.channels.api import Attachment
from app.services.markup import show_html
from app.services.tickets import (
    assessments,
    attached,
    deliveries,
    finding,
    inbox_page,
    incidents,
    journal,
    lifecycle,
    pictures,
)
from app.services.tickets.attached import AttachmentInfo
from app.services.tickets.inbox_page import Counts, InboxRow
from app.services.tickets.standing import Standing, standing_of


@dataclass(frozen=True, slots=True)
class IdentityInfo:
    """A handle of a customer."""

    kind: str
    handle: str
    name: str


@dataclass(frozen=True, slots=True)
class LinkInfo:
    """A ticket that another one has to do with."""

    id: int
    number: int
    subject: str
    state: str


@dataclass(frozen=True, slots=True)
class TicketInfo:
    """A ticket with its customer and clocks; `incident` is the id, title and status of its.

    `carrier`: the kind of its account, of which `channel` need not be (a contact form by mail).
    """

    id: int
    number: int
    subject: str
    state: str
    at_turn: str
    channel: str
    account: str
    contact_name: str
    identities: tuple[IdentityInfo, ...]
    category: str | None
    department: str | None
    priority: str
    first_reaction_due: datetime | None
    first_reacted_at: datetime | None
    answer_due: datetime | None
    answered_at: datetime | None
    next_due: datetime | None
    due_kind: str | None
    answer_kind: str
    outcome: str | None
    documented_at: datetime | None
    override_reason: str | None
    promise_due: datetime | None
    promise_at: datetime | None
    promise_kind: str | None
    window_due: datetime | None
    snoozed_until: datetime | None
    wake_on_reply: bool
    clock_started: datetime | None
    created_at: datetime
    updated_at: datetime
    message_count: int
    new_sender: bool
    follows: int | None
    assessment: assessments.Assessment
    tags: tuple[str, ...] = ()
    links: tuple[LinkInfo, ...] = ()
    incident: tuple[int, str, str] | None = None
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class SendStatus:
    """How far a message of ours got; `due_at` while it can still be undone.

    `scheduled` when the owner chose that moment himself.
    """

    outbox_id: int
    state: str
    due_at: datetime
    scheduled: bool
    attempts: int
    error_code: str | None
    error_params: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MessageInfo:
    """A message of a ticket; its `html` is safe to show.

    `remote`: how many pictures it wants from the internet; `trusted` when it may have them.
    """

    id: int
    direction: str
    author: str
    author_handle: str
    reply_handle: str | None
    recipients: tuple[str, ...]
    text: str
    quoted: str
    html: str | None
    attachments: tuple[AttachmentInfo, ...]
    created_at: datetime
    external_id: str
    delivery: str | None
    automatic: str | None
    new_sender: bool
    sending: SendStatus | None
    remote: int = 0
    trusted: bool = False
    permalink: str | None = None
    stars: int | None = None
    edited_at: datetime | None = None
    gone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TicketView:
    """Everything the screen of one ticket shows."""

    ticket: TicketInfo
    messages: tuple[MessageInfo, ...]
    journal: tuple[journal.Entry, ...]
    standing: Standing


def page(
    session: Session,
    typed: str = "",
    *,
    now: datetime,
    view: str = inbox_page.EVERY,
    limit: int = 100,
    offset: int = 0,
) -> list[InboxRow]:
    """Return a page of a view, of the tickets that hold what was typed.

    Raises:
        InvalidValueError: the query has an operator with a value it does not take.
    """
    found = finding.find(session, typed, now=now, view=view)
    return finding.rows(session, found, found.ticket_ids[offset : offset + limit])


def counts(session: Session) -> Counts:
    """Return how many tickets stand where."""
    return inbox_page.read_counts(finding.executor(session))


def infos(session: Session, ticket_ids: Sequence[int]) -> list[TicketInfo]:
    """Return tickets with their customers, in the order of the ids."""
    identities = _identities(session, ticket_ids)
    rows = session.execute(
        select(Ticket, Contact.name, Account.handle, Account.kind)
        .join(Contact, Contact.id == Ticket.contact_id)
        .join(Account, Account.id == Ticket.account_id)
        .where(Ticket.id.in_(ticket_ids))
    )
    tags, links = _tags(session, ticket_ids), _links(session, ticket_ids)
    under = incidents.titles(session, ticket_ids)
    found = {
        ticket.id: replace(
            _info(ticket, name, account, identities.get(ticket.contact_id, ())),
            tags=tags.get(ticket.id, ()),
            links=links.get(ticket.id, ()),
            incident=under.get(ticket.id),
            carrier=kind,
        )
        for ticket, name, account, kind in rows
    }
    return [found[ticket_id] for ticket_id in ticket_ids if ticket_id in found]


def of_customer(session: Session, ticket_id: int, *, limit: int = 20) -> list[LinkInfo]:
    """Return the other tickets of a ticket's customer, the newest first."""
    contact = select(Ticket.contact_id).where(Ticket.id == ticket_id).scalar_subquery()
    rows = session.execute(
        select(Ticket.id, Ticket.number, Ticket.subject, Ticket.state)
        .where(Ticket.contact_id == contact, Ticket.id != ticket_id)
        .where(Ticket.merged_into_id.is_(None))
        .order_by(Ticket.updated_at.desc())
        .limit(limit)
    )
    return [LinkInfo(*row) for row in rows]


def ticket_view(session: Session, ticket_id: int) -> TicketView | None:
    """Return one ticket, or the one it was merged into, with messages and journal; or None."""
    if session.get(Ticket, ticket_id) is None:
        return None
    ticket_id = lifecycle.standing(session, ticket_id).id
    tickets = infos(session, [ticket_id])
    return TicketView(
        tickets[0],
        tuple(messages(session, ticket_id)),
        tuple(journal.entries(session, ticket_id)),
        standing_of(session, ticket_id),
    )


def messages(session: Session, ticket_id: int) -> list[MessageInfo]:
    """Return the messages of a ticket, oldest first."""
    found = session.scalars(
        select(Message)
        .where(Message.ticket_id == ticket_id)
        .order_by(Message.created_at, Message.id)
    ).all()
    ids = [message.id for message in found]
    html = dict(
        session.execute(
            select(MessageHtml.message_id, MessageHtml.html).where(MessageHtml.message_id.in_(ids))
        ).all()
    )
    files = attached.of_messages(session, ids)
    sending = _sending(session, ids)
    kind = session.scalar(select(Ticket.kind).where(Ticket.id == ticket_id)) or ""
    trusted = pictures.trusted(session, kind, (message.author_handle for message in found))
    shown = [
        _message(message, html.get(message.id), files.get(message.id, ()), sending.get(message.id))
        for message in found
    ]
    return [replace(one, trusted=one.author_handle in trusted) for one in shown]


def attachment(session: Session, attachment_id: int) -> Attachment | None:
    """Return a file with its content, or None."""
    row = session.execute(
        select(MessageAttachment, Blob.data)
        .join(Blob, Blob.sha256 == MessageAttachment.sha256)
        .where(MessageAttachment.id == attachment_id)
    ).first()
    return None if row is None else Attachment(row[0].name, row[0].mime, row[1])


def _tags(session: Session, ticket_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    rows = session.execute(
        select(TicketTag.ticket_id, TicketTag.tag)
        .where(TicketTag.ticket_id.in_(ticket_ids))
        .order_by(TicketTag.tag)
    )
    found: dict[int, tuple[str, ...]] = {}
    for ticket_id, tag in rows:
        found[ticket_id] = (*found.get(ticket_id, ()), tag)
    return found


def _links(session: Session, ticket_ids: Sequence[int]) -> dict[int, tuple[LinkInfo, ...]]:
    here, there = TicketLink.ticket_id, TicketLink.other_id
    pairs = session.execute(
        select(here, there).where(or_(here.in_(ticket_ids), there.in_(ticket_ids)))
    ).all()
    others = {one for pair in pairs for one in pair}
    rows = session.execute(
        select(Ticket.id, Ticket.number, Ticket.subject, Ticket.state).where(Ticket.id.in_(others))
    )
    known = {row.id: LinkInfo(*row) for row in rows}
    found: dict[int, tuple[LinkInfo, ...]] = {}
    for first, second in pairs:
        for one, other in ((first, second), (second, first)):
            found[one] = (*found.get(one, ()), known[other])
    return found


def _identities(session: Session, ticket_ids: Sequence[int]) -> dict[int, tuple[IdentityInfo, ...]]:
    rows = session.execute(
        select(Identity.contact_id, Identity.kind, Identity.handle, Identity.name)
        .where(Identity.contact_id.in_(select(Ticket.contact_id).where(Ticket.id.in_(ticket_ids))))
        .order_by(Identity.id)
    )
    found: dict[int, tuple[IdentityInfo, ...]] = {}
    for contact_id, kind, handle, name in rows:
        found[contact_id] = (*found.get(contact_id, ()), IdentityInfo(kind, handle, name))
    return found


def _info(
    ticket: Ticket, name: str, account: str, identities: tuple[IdentityInfo, ...]
) -> TicketInfo:
    return TicketInfo(
        id=ticket.id,
        number=ticket.number,
        subject=ticket.subject,
        state=ticket.state,
        at_turn=AT_TURN[TicketState(ticket.state)].value,
        channel=ticket.kind,
        account=account,
        contact_name=name,
        identities=identities,
        category=ticket.category,
        department=ticket.department,
        priority=ticket.priority,
        first_reaction_due=ticket.first_reaction_due,
        first_reacted_at=ticket.first_reacted_at,
        answer_due=ticket.answer_due,
        answered_at=ticket.answered_at,
        next_due=ticket.next_due,
        due_kind=ticket.due_kind,
        answer_kind=ticket.answer_kind,
        outcome=ticket.outcome,
        documented_at=ticket.documented_at,
        override_reason=ticket.override_reason,
        promise_due=ticket.promise_due,
        promise_at=ticket.promise_at,
        promise_kind=ticket.promise_kind,
        window_due=ticket.window_due,
        snoozed_until=ticket.snoozed_until,
        wake_on_reply=ticket.wake_on_reply,
        clock_started=ticket.clock_at,
        created_at=ticket.created_at,
        updated_at=ticket.updated_at,
        message_count=ticket.message_count,
        new_sender=ticket.new_sender,
        follows=ticket.follows_id,
        assessment=assessments.of(ticket),
    )


def _sending(session: Session, message_ids: Sequence[int]) -> dict[int, SendStatus]:
    rows = session.execute(
        select(OutboxItem, Account)
        .join(Account, Account.id == OutboxItem.account_id)
        .where(OutboxItem.message_id.in_(message_ids))
    )
    return {
        row.message_id: SendStatus(
            row.id,
            row.state,
            row.due_at,
            row.scheduled,
            row.attempts,
            *deliveries.obstacle(row, account),
        )
        for row, account in rows
    }


def _message(
    message: Message,
    html: str | None,
    attachments: tuple[AttachmentInfo, ...],
    sending: SendStatus | None,
) -> MessageInfo:
    shown = None if html is None else show_html(html)
    return MessageInfo(
        id=message.id,
        direction=message.direction,
        author=message.author_name or message.author_handle,
        author_handle=message.author_handle,
        reply_handle=message.reply_handle,
        recipients=tuple(message.recipients),
        text=message.text,
        quoted=message.quoted,
        html=None if shown is None else shown.html,
        remote=0 if shown is None else len(shown.remote),
        attachments=attachments,
        created_at=message.created_at,
        external_id=message.key,
        delivery=message.delivery,
        automatic=message.automatic,
        new_sender=message.new_sender,
        sending=sending,
        permalink=message.permalink,
        stars=message.stars,
        edited_at=message.edited_at,
        gone_at=message.gone_at,
    )
