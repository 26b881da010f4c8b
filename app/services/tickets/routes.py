"""By which account a customer is reached."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.messages import Message
from app.models.tickets import Ticket


def by(session: Session, ticket: Ticket, last: Message | None) -> int:
    """Return the account that an answer to the newest message leaves by.

    That is the ticket's own, unless the customer went on in another kind of channel: a handle
    means something only in the kind it came by.
    """
    if last is None or last.account_id == ticket.account_id:
        return ticket.account_id
    kind = session.scalar(select(Account.kind).where(Account.id == last.account_id))
    return ticket.account_id if kind == ticket.kind else last.account_id


def of_kind(session: Session, kind: str) -> int | None:
    """Return the first account of a kind that is connected, or None."""
    statement = select(Account.id).where(Account.kind == kind, Account.state == "active")
    return session.scalar(statement.order_by(Account.id).limit(1))
