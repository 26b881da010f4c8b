"""The mails that carry a question to a colleague: notes in the ticket that go out."""

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.contacts import Contact
from app.models.directory import Colleague
from app.models.messages import Message, OutboxItem
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError
from app.models.rules.messages import Delivery, Direction, Purpose
from app.models.rules.questions import token_of
from app.models.tickets import Ticket
from app.services.channels.api import InboundMessage, Person
from app.services.resources import resource
from app.services.settings import LookSettings, load
from app.services.storage.database import Unit
from app.services.tickets import filing, people

TEXTS = "question_texts.json"
LONGEST_QUOTE = 4000
"""Characters of the customer's message that go along."""

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


class NoMailboxError(KnownError):
    """No account is connected from which a mail could leave."""

    code = "no_mailbox"
    text = QT_TRANSLATE_NOOP(
        "errors", "A question goes out as an e-mail: connect an e-mail account first."
    )


class ColleagueIsCustomerError(KnownError):
    """The colleague's address is the customer's: the question would go to the customer."""

    code = "colleague_is_customer"
    text = QT_TRANSLATE_NOOP(
        "errors", "{address} is the customer of this message: answer there instead of asking."
    )


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to a colleague.

    Attributes:
        text: what is asked; `below`: what goes along under it.
        parents: keys of our earlier mails about it, oldest first.
    """

    colleague: Colleague
    subject: str
    text: str
    below: str
    due_at: datetime
    parents: Sequence[str] = ()
    automatic: bool = False


def queue(unit: Unit, ticket: Ticket, account: Account, letter: Letter) -> tuple[int, int]:
    """File a mail to a colleague as a note and put it into the outbox; returns both ids.

    The message comes first.
    """
    key = uuid.uuid4().hex
    message_id = filing.file_message(
        unit,
        ticket.id,
        account.id,
        InboundMessage(
            key=f"question:{key}",
            fingerprint=f"question:{key}",
            direction=Direction.NOTE,
            author=Person(account.handle, account.name),
            recipients=(Person(letter.colleague.mail, letter.colleague.name),),
            subject=letter.subject,
            text=letter.text.strip(),
            quoted=letter.below,
            created_at=unit.now,
            received_at=unit.now,
        ),
        delivery=Delivery.QUEUED,
    )
    outbox_id = unit.session.execute(
        insert(OutboxItem)
        .values(
            key=key,
            message_id=message_id,
            account_id=account.id,
            state=Delivery.QUEUED.value,
            committing=False,
            attempts=0,
            due_at=letter.due_at,
            sent_copy="none",
            created_at=unit.now,
            automatic=letter.automatic,
            parents=list(letter.parents),
            purpose=Purpose.QUESTION.value,
        )
        .returning(OutboxItem.id)
    ).scalar_one()
    return message_id, outbox_id


def account_for(session: Session, ticket: Ticket) -> Account:
    """Return the account a question leaves by: the ticket's own when it sends mail, else the first.

    Raises:
        NoMailboxError: there is none.
    """
    found = [
        account
        for account in session.scalars(
            select(Account).where(Account.state == "active").order_by(Account.id)
        )
        if _ADDRESS.fullmatch(account.handle)
    ]
    own = [account for account in found if account.id == ticket.account_id]
    if not found:
        raise NoMailboxError
    return (own or found)[0]


def words(session: Session) -> Mapping[str, str]:
    """Return the texts of these mails in the firm's language."""
    texts = _texts()
    return texts.get(load(session, LookSettings).language, texts["nl"])


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(resource(TEXTS).read_text("utf-8"))
    return found


def context(session: Session, ticket: Ticket, *, draft: str | None) -> str:
    """Return what goes along with a question: the draft to judge, and what the customer wrote."""
    said = words(session)
    parts = []
    if draft is not None:
        parts += [said["draft"], _quoted(draft)]
    last = session.scalar(
        select(Message)
        .where(Message.ticket_id == ticket.id, Message.direction == Direction.IN.value)
        .order_by(Message.created_at.desc(), Message.id.desc())
        .limit(1)
    )
    if last is not None and last.text:
        name = session.get_one(Contact, ticket.contact_id).name or last.author_handle
        parts += [said["customer"].format(customer=name), _quoted(last.text)]
    parts.append(said["how" if draft is None else "how_approval"])
    return "\n\n".join(parts)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.strip()[:LONGEST_QUOTE].splitlines())


def stopped(session: Session, item: OutboxItem) -> KnownError | None:
    """Return why a question may not leave: by now its address is the customer's."""
    message = session.get_one(Message, item.message_id)
    (address,) = message.recipients
    if address in people.customers(session, message.ticket_id):
        return ColleagueIsCustomerError(address=address)
    return None


def envelope(session: Session, message: Message) -> tuple[str, str]:
    """Return the token by which answers to a question come back, and its recipient's name."""
    name = session.scalar(
        select(Colleague.name)
        .where(func.lower(Colleague.mail) == message.recipients[0])
        .order_by(Colleague.active.desc(), Colleague.id)
        .limit(1)
    )
    return token_of(message.subject) or "", name or ""
