"""By which account a customer is reached."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.messages import Message
from app.models.rules.handles import reaches
from app.models.tickets import Ticket


def by(session: Session, ticket: Ticket, last: Message | None) -> int:
    """Return the account that an answer to the newest message leaves by.

    That is the ticket's own, unless the customer went on in another kind of channel: a handle
    means something only in the kind it came by.
    """
    if last is None or last.account_id == ticket.account_id:
        return ticket.account_id
    kinds = session.scalars(
        select(Account.kind).where(Account.id.in_((ticket.account_id, last.account_id))).distinct()
    )
    return ticket.account_id if len(kinds.all()) == 1 else last.account_id


def reached(session: Session, ticket: Ticket, last: Message, handle: str) -> bool:
    """Tell whether the account that an answer leaves by reaches who wrote the newest message.

    It does not when he wrote on the pages of a platform that only told us so by mail.
    """
    return reaches(session.get_one(Account, by(session, ticket, last)).kind, handle)


def of_kind(session: Session, kind: str) -> int | None:
    """Return the first account of a kind that is connected, or None."""
    statement = select(Account.id).where(Account.kind == kind, Account.state == "active")
    return session.scalar(statement.order_by(Account.id).limit(1))
