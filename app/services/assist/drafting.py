"""Drafts an answer by a language model on this computer; the owner reads it and sends it himself.

Off until he switches it on. The model gets the conversation without people, the pages of the
handbook that may hold the answer, and how the firm writes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.accounts import Account
from app.models.contacts import Contact
from app.models.rules import drafting, loopback
from app.models.rules.drafting import Source, Turn
from app.models.rules.errors import QT_TRANSLATE_NOOP, KnownError, NotFoundError
from app.models.rules.handbook import from_case
from app.models.rules.handbook.pages import Article
from app.models.rules.handbook.troubles import UnreadablePageError
from app.models.rules.messages import Delivery, Direction
from app.services.assist.answers import Draft, Found, Suggestion, Used
from app.services.assist.endpoint import SECONDS, Call
from app.services.assist.errors import NotAvailableError
from app.services.handbook import cases, pages
from app.services.settings import AssistSettings, load
from app.services.storage.database import Database
from app.services.tickets import inbox, lifecycle, templates
from app.services.tickets.outgoing import LETTERS

MOST_SOURCES = 3


class DraftsOffError(KnownError):
    """Nobody switched drafts on."""

    code = "drafts_off"
    text = QT_TRANSLATE_NOOP(
        "errors",
        "Drafts are off. Say in the settings of suggestions which model on this computer makes "
        "them.",
    )


class NothingToDraftError(KnownError):
    """The customer wrote nothing that could be answered."""

    code = "nothing_to_draft"
    text = QT_TRANSLATE_NOOP("errors", "There is nothing to answer: the customer wrote no words.")


class Suggests(Protocol):
    """What knows which pages are near (`suggester.Suggester`)."""

    def suggest(self, ticket_id: int, *, why: bool = True) -> Suggestion | None:
        """Return what is suggested for a ticket."""


@dataclass(frozen=True, slots=True)
class _Frame:
    model: str
    language: str
    given: dict[str, Any]


class Job:
    """One draft; `run` on a worker thread, `cancel` on any.

    Args:
        source: what suggests pages; may raise NotAvailableError, then there are no sources.

    Raises:
        DraftsOffError: drafts are not switched on.
        NotFoundError: there is no such ticket.
        NothingToDraftError: its customer wrote nothing.
        NotOnThisComputerError: the address is another computer's.
    """

    def __init__(
        self,
        database: Database,
        source: Callable[[], Suggests],
        ticket_id: int,
        *,
        seconds: float = SECONDS,
    ) -> None:
        self._database, self._source, self._ticket_id = database, source, ticket_id
        settings = database.read_now(load, AssistSettings)
        if not settings.draft:
            raise DraftsOffError
        self._frame = database.read_now(_frame, ticket_id, settings.model)
        self._call = Call(loopback.checked(settings.endpoint), seconds=seconds)

    def cancel(self) -> None:
        """Stop; `run` raises CancelledError."""
        self._call.cancel()

    def run(self) -> Draft:
        """Return the draft; blocks for up to a minute.

        Raises:
            KnownError: of endpoint.py: why there is none.
        """
        frame = self._frame
        used, sources = self._sources()
        prompt = drafting.prompt(sources=sources, language=frame.language, **frame.given)
        messages = (
            {"role": "system", "content": prompt.system},
            {"role": "user", "content": prompt.user},
        )
        written = drafting.written(self._call.ask(frame.model, messages), prompt.masks)
        return Draft(
            written.text, frame.model, frame.language, used, written.put_back, written.open_places
        )

    def _sources(self) -> tuple[tuple[Used, ...], list[Source]]:
        try:
            found = self._source().suggest(self._ticket_id, why=False)
        except (NotAvailableError, NotFoundError):
            return (), []
        near = found.pages[:MOST_SOURCES] if found is not None else ()
        texts = self._database.read_now(_texts, near)
        return (
            tuple(Used(one.page_id, one.key, one.title, one.section) for one, _ in texts),
            [Source(one.title, one.section, text) for one, text in texts],
        )


def _frame(session: Session, ticket_id: int, model: str) -> _Frame:
    ticket = lifecycle.standing(session, ticket_id)
    turns = [
        Turn(one.direction == Direction.OUT.value, from_case.bare(one.text))
        for one in inbox.messages(session, ticket.id)
        if one.direction != Direction.NOTE.value and one.delivery != Delivery.FAILED.value
    ]
    if not any(one.text and not one.ours for one in turns):
        raise NothingToDraftError
    name = session.get_one(Contact, ticket.contact_id).name.split()
    given = {
        "customer": name[0] if name else "",
        "turns": [one for one in turns if one.text],
        "form": templates.form_for(session, ticket.kind),
        "letter": ticket.kind in LETTERS,
        "names": tuple(cases.names_of(session, ticket)),
        "keep": tuple(session.scalars(select(Account.handle))),
    }
    return _Frame(model, templates.language_for(session, ticket), given)


def _texts(session: Session, found: Sequence[Found]) -> list[tuple[Found, str]]:
    """Return pages with what they say, those that were thrown away since left out."""
    texts = []
    for one in found:
        try:
            texts.append((one, _text(session, one)))
        except (NotFoundError, UnreadablePageError):
            continue
    return texts


def _text(session: Session, found: Found) -> str:
    """Return what a page says; of an article what begins with the heading that was found."""
    page = pages.read(session, found.page_id)
    if isinstance(page, Article):
        start = page.body.find(found.section) if found.section else 0
        return page.body[max(0, start) :]
    steps = (
        f"{one.id}. {' '.join(filter(None, (one.about, one.text, one.expected)))}"
        for one in page.steps
    )
    return "\n".join((page.purpose, *steps))
