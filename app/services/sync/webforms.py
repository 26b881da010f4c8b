"""What is known already of the contact form that the owner puts on his website."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.services.channels.email.form_files import Details


def proposed(session: Session, account_id: int | None = None) -> Details:
    """Return the details as an e-mail account gives them, by default the first one.

    What no account says is "".
    """
    statement = select(Account).where(Account.kind == "email", Account.state == "active")
    if account_id is not None:
        statement = statement.where(Account.id == account_id)
    account = session.scalar(statement.order_by(Account.id).limit(1))
    return Details("", "") if account is None else Details(account.name, account.handle)
