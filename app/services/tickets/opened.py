"""Everything that the screen of a ticket needs, read in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.services.tickets import drafts, inbox, offered, questions
from app.services.tickets.drafts import SavedDraft
from app.services.tickets.inbox import LinkInfo, TicketView
from app.services.tickets.lists import Lists
from app.services.tickets.questions import QuestionInfo


@dataclass(frozen=True, slots=True)
class Opened:
    """A ticket with its draft, questions, the customer's other tickets, and the firm's lists."""

    view: TicketView
    draft: SavedDraft | None
    others: Sequence[LinkInfo]
    lists: Lists
    questions: Sequence[QuestionInfo]


def read(session: Session, ticket_id: int) -> Opened | None:
    """Return a ticket, or the one it was merged into; None when there is none."""
    view = inbox.ticket_view(session, ticket_id)
    if view is None:
        return None
    ticket_id = view.ticket.id
    return Opened(
        view,
        drafts.saved(session, ticket_id),
        inbox.of_customer(session, ticket_id),
        offered.everything(session),
        questions.infos(session, ticket_id=ticket_id),
    )
