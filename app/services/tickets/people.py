"""Finds or makes the customer behind a handle."""

from collections.abc import Collection

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from app.models.base import table_of
from app.models.contacts import Contact, Identity
from app.models.messages import Message
from app.models.rules.handles import EMAIL, reaches
from app.models.rules.messages import Direction
from app.models.tickets import Ticket
from app.services.channels.api import Person
from app.services.storage.database import Unit

_IDENTITIES, _MESSAGES = table_of(Identity).c, table_of(Message).c
_FIND = select(_IDENTITIES.id, _IDENTITIES.contact_id, _IDENTITIES.name).where(
    _IDENTITIES.kind == bindparam("kind"), _IDENTITIES.handle == bindparam("handle")
)
_INSERT_CONTACT = insert(table_of(Contact)).returning(table_of(Contact).c.id)
_INSERT_IDENTITY = insert(table_of(Identity))
_WRITERS = select(
    _MESSAGES.direction, _MESSAGES.author_handle, _MESSAGES.reply_handle, _MESSAGES.recipients
).where(_MESSAGES.ticket_id == bindparam("ticket"))


def contact_of(unit: Unit, kind: str, person: Person) -> int:
    """Return the contact id of a person on a kind of channel; makes the contact when new.

    One whose address the platform gives is who wrote, or will write, by e-mail from there.
    """
    found = unit.session.execute(_FIND, {"kind": kind, "handle": person.handle}).first()
    by_mail = None
    if person.address:
        mail = {"kind": EMAIL, "handle": person.address}
        by_mail = unit.session.execute(_FIND, mail).first()
    if found is not None:
        if person.name and not found.name:
            _name(unit, found.id, found.contact_id, person.name)
        contact_id = int(found.contact_id)
    elif by_mail is not None:
        contact_id = int(by_mail.contact_id)
        _identify(unit, contact_id, kind, person.handle, person.name)
    else:
        contact_id = unit.session.execute(
            _INSERT_CONTACT, {"name": person.name, "created_at": unit.now}
        ).scalar_one()
        _identify(unit, contact_id, kind, person.handle, person.name)
    if person.address and by_mail is None:
        _identify(unit, contact_id, EMAIL, person.address, person.name)
    return contact_id


def _identify(unit: Unit, contact_id: int, kind: str, handle: str, name: str) -> None:
    values = {"contact_id": contact_id, "kind": kind, "handle": handle, "name": name}
    unit.session.execute(_INSERT_IDENTITY, values)


def kind_of(kind: str, via: str | None, person: Person) -> str:
    """Return the kind of channel on which a handle means something.

    Args:
        kind: that of the account the message came in by.
        via: what it only carried, if so: a handle that the account reaches is one of its own.
    """
    return kind if via is None or reaches(kind, person.handle) else via


def participants(session: Session, ticket_id: int) -> set[str]:
    """Return the handles that already took part in a ticket: its writers and our recipients.

    Who is asked or answers behind the customer's back takes no part.
    """
    handles: set[str] = set()
    rows = session.execute(_WRITERS, {"ticket": ticket_id})
    for direction, author, reply, recipients in rows:
        if direction == Direction.NOTE:
            continue
        handles.update(recipients)
        if direction == Direction.IN:
            handles.update(handle for handle in (author, reply) if handle)
    return handles


def customers(session: Session, ticket_id: int) -> frozenset[str]:
    """Return the handles of those a ticket is about: its contact, and who wrote in it himself."""
    return customers_of(session, [ticket_id])[ticket_id]


def customers_of(session: Session, ticket_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """Return the same for each of several tickets."""
    wrote = select(Message.ticket_id, Message.author_handle, Message.reply_handle).where(
        Message.ticket_id.in_(ticket_ids),
        Message.direction == Direction.IN.value,
        Message.automatic.is_(None),
    )
    contact = (
        select(Ticket.id, Identity.handle)
        .join(Identity, Ticket.contact_id == Identity.contact_id)
        .where(Ticket.id.in_(ticket_ids))
    )
    handles: dict[int, set[str]] = {ticket_id: set() for ticket_id in ticket_ids}
    for statement in (wrote, contact):
        for ticket_id, *found in session.execute(statement):
            handles[ticket_id].update(handle for handle in found if handle)
    return {ticket_id: frozenset(found) for ticket_id, found in handles.items()}


def _name(unit: Unit, identity_id: int, contact_id: int, name: str) -> None:
    unit.session.execute(update(Identity).where(Identity.id == identity_id).values(name=name))
    unit.session.execute(
        update(Contact).where(Contact.id == contact_id, Contact.name == "").values(name=name)
    )
