"""What happens at the platform to messages that are in the store: edited, or taken away."""

from sqlalchemy import select

from app.models.messages import Message
from app.models.rules.messages import Direction
from app.models.rules.tickets import TicketState, on_customer_message
from app.models.tickets import Ticket
from app.services.channels.api import InboundMessage
from app.services.storage.database import Unit
from app.services.tickets import contents, filing, journal, lifecycle, stars, timing


def revise(unit: Unit, account_id: int, message: InboundMessage) -> Message | None:
    """Bring a message up to date that was edited or taken away over there.

    What it said before is kept in the journal. A customer's edit makes the ticket ours again, as a
    new message would, and stars that he changed may make it heavier; what he took away changes
    nothing but its mark.

    Returns:
        The message; None when it has to be taken in as a new one: it is not known, or its ticket
        was closed too long ago to go on.
    """
    known = unit.session.scalar(
        select(Message)
        .where(Message.account_id == account_id, Message.key == message.key)
        .order_by(Message.id.desc())
        .limit(1)
    )
    if known is None:
        return None
    ticket = lifecycle.standing(unit.session, known.ticket_id)
    if message.gone:
        if known.gone_at is None:
            known.gone_at = unit.now
            _tell(unit, ticket, known, "gone_there")
        return known
    if (
        known.direction == Direction.IN
        and not message.history
        and not _go_on(unit, ticket, message)
    ):
        return None
    _tell(unit, ticket, known, "edited_there", before=known.text, stars=known.stars)
    if known.direction == Direction.IN and not message.history:
        stars.edited(unit, ticket, known.stars, message.stars)
    known.edited_at, known.gone_at = message.received_at, None
    known.subject = message.subject or known.subject
    known.text, known.stars = message.text, message.stars
    known.fingerprint = message.fingerprint
    unit.session.flush()
    filing.find_again(unit, known.id, known.created_at, message)
    contents.recount(unit, ticket)
    return known


def _go_on(unit: Unit, ticket: Ticket, message: InboundMessage) -> bool:
    """Make the ticket ours again; False when that is no longer possible."""
    transition = on_customer_message(
        TicketState(ticket.state),
        closed_at=ticket.closed_at,
        now=unit.now,
        wakes=ticket.wake_on_reply,
    )
    if transition.follow_up:
        return False
    if transition.state is not TicketState.SPAM:
        timing.wait_from(unit, ticket, message.received_at)
        lifecycle.recount(ticket)
    lifecycle.apply(unit, ticket, transition, actor=journal.CUSTOMER, at=message.received_at)
    return True


def _tell(unit: Unit, ticket: Ticket, known: Message, act: str, **before: object) -> None:
    customers = known.direction == Direction.IN
    journal.append(
        unit,
        act,
        ticket_id=ticket.id,
        actor=journal.CUSTOMER if customers else journal.OWNER,
        data={"message": known.id, **before},
    )
