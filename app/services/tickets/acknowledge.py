"""The first reaction that the owner lets Balie give by itself; off until he switches it on."""

from datetime import timedelta

from sqlalchemy import func, select

from app.models.accounts import Account
from app.models.messages import Message, OutboxItem
from app.models.rules.automatic import may_answer_automatically
from app.models.rules.messages import Purpose
from app.models.tickets import Ticket
from app.services.channels.api import InboundMessage
from app.services.settings import AcknowledgeSettings, load
from app.services.storage.database import Unit
from app.services.tickets import journal, lifecycle, promises, replies

BY_ITSELF = frozenset({None, "webform"})
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def acknowledge(unit: Unit, ticket: Ticket, message: InboundMessage) -> bool:
    """Queue the acknowledgement of a new ticket when the owner wants it and RFC 3834 allows it.

    Why not is written in the journal; nothing is written when it is switched off. What everybody
    can read, or a platform told by mail, is answered by a person or not at all.
    """
    settings = load(unit.session, AcknowledgeSettings)
    if not settings.enabled or message.public or message.via not in BY_ITSELF:
        return False
    customer = message.reply_to or message.author
    permission = may_answer_automatically(
        customer.handle,
        automatic=message.automatic,
        own_handles=set(unit.session.scalars(select(Account.handle))),
        to_sender_in_a_day=_sent(unit, DAY, customer.handle),
        in_an_hour=_sent(unit, HOUR, None),
    )
    if permission.allowed:
        promise = promises.found(unit.session, settings.text, unit.now)
        queued = replies.queue(
            unit,
            ticket,
            settings.text,
            recipient=customer,
            due_at=unit.now,
            automatic=True,
            purpose=Purpose.REACTION,
        )
        if promise is not None:
            promises.make(unit, ticket, promise, actor=journal.BALIE, message_id=queued.message_id)
            lifecycle.recount(ticket)
    journal.append(
        unit,
        "acknowledge" if permission.allowed else "not_acknowledged",
        ticket_id=ticket.id,
        actor=journal.BALIE,
        reason=permission.reason,
    )
    return permission.allowed


def _sent(unit: Unit, period: timedelta, handle: str | None) -> int:
    statement = (
        select(Message.recipients)
        .join(OutboxItem, OutboxItem.message_id == Message.id)
        .where(OutboxItem.automatic, OutboxItem.created_at > unit.now - period)
    )
    if handle is None:
        return unit.session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    return sum(handle in recipients for recipients in unit.session.scalars(statement))
