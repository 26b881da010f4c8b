"""Whose pictures on the internet are shown, and what a message looks like with them."""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.models.contacts import PictureSender
from app.models.messages import Message, MessageHtml
from app.models.tickets import Ticket
from app.services.events import TicketsChanged
from app.services.markup import Shown, show_html
from app.services.storage.database import Unit


def trusted(session: Session, kind: str, handles: Iterable[str]) -> frozenset[str]:
    """Return those of the handles whose pictures the owner wants to see."""
    found = session.scalars(
        select(PictureSender.handle).where(
            PictureSender.kind == kind, PictureSender.handle.in_(set(handles))
        )
    )
    return frozenset(found)


def trust(unit: Unit, message_id: int, *, wanted: bool = True) -> None:
    """Show the pictures of who wrote a message from now on, or no longer."""
    ticket_id, kind, handle = unit.session.execute(
        select(Ticket.id, Ticket.kind, Message.author_handle)
        .join(Ticket, Ticket.id == Message.ticket_id)
        .where(Message.id == message_id)
    ).one()
    if wanted:
        unit.session.merge(PictureSender(kind=kind, handle=handle))
    else:
        unit.session.execute(
            delete(PictureSender).where(PictureSender.kind == kind, PictureSender.handle == handle)
        )
    unit.publish(TicketsChanged(ticket_ids=frozenset({ticket_id})))


def with_pictures(session: Session, message_id: int) -> Shown | None:
    """Return a message with a place for each of its pictures on the internet."""
    html = session.scalar(select(MessageHtml.html).where(MessageHtml.message_id == message_id))
    return None if html is None else show_html(html, remote=True)
