"""What stands beside the composer of a ticket about procedures: the walk, or what could begin."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.models.rules.handbook.pages import Kind
from app.models.rules.tickets import TicketState
from app.services.handbook import pages, proposing, runs
from app.services.handbook.pages import PageInfo
from app.services.handbook.proposing import Proposal
from app.services.handbook.runs import Question
from app.services.settings import LookSettings, load
from app.services.tickets import directory, lifecycle, templates
from app.services.tickets.walks import RunInfo

_SETTLED = frozenset({TicketState.CLOSED, TicketState.NO_REACTION, TicketState.SPAM})


@dataclass(frozen=True, slots=True)
class Beside:
    """The walk to go on with, or the procedures that fit when there is none.

    Attributes:
        asks: whom the step asks, and what; None when it asks nobody.
        whom: the name of that colleague, "" when nobody is found by what the procedure says.
        done: title of the procedure that was finished since the customer wrote last, "" for none:
            the key that goes on does not begin another.
    """

    ticket_id: int
    run: RunInfo | None
    proposals: tuple[Proposal, ...]
    asks: Question | None = None
    whom: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The procedures of the handbook that can be begun on a ticket.

    Attributes:
        fitting: those that fit, the best first.
        others: by title; those in the language of the customer first, then those in the firm's.
        language: that of the customer.
    """

    fitting: tuple[Proposal, ...]
    others: tuple[PageInfo, ...]
    language: str


def of(session: Session, ticket_id: int, *, heard: Iterable[str] = ()) -> Beside:
    """Return what stands beside a ticket.

    Args:
        heard: signals for procedures that were guessed: "angry", by the tone.

    Raises:
        NotFoundError: there is no such ticket.
    """
    run = runs.on(session, ticket_id)
    if run is None:
        ticket = lifecycle.standing(session, ticket_id)
        settled = ticket.state in _SETTLED
        fitting = () if settled else proposing.proposed(session, ticket_id, heard=heard)
        done = runs.done_since(session, ticket_id, ticket.last_in_at)
        return Beside(ticket_id, None, tuple(fitting), done=done)
    if run.walk.at is None or run.walk.at.kind is not Kind.ASK:
        return Beside(ticket_id, run, ())
    asks = runs.question_for(session, run.id)
    names = {one.id: one.name for one in directory.colleagues(session)}
    return Beside(ticket_id, run, (), asks, names.get(asks.colleague_id or 0, ""))


def choices(session: Session, ticket_id: int, *, heard: Iterable[str] = ()) -> Choices:
    """Return the procedures that fit a ticket, and the others.

    Raises:
        NotFoundError: there is no such ticket.
    """
    fitting = proposing.proposed(session, ticket_id, heard=heard)
    known = {one.page.id for one in fitting}
    found = [one for one in pages.all_of(session) if one.kind == "sop" and one.id not in known]
    customers = templates.language_for(session, lifecycle.standing(session, ticket_id))
    ours = load(session, LookSettings).language
    found.sort(key=lambda one: (one.language != customers, one.language != ours))
    return Choices(tuple(fitting), tuple(found), customers)
