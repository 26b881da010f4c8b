"""What the owner's rules ask the suggestion; imports no model before somebody asks."""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from app.models.rules import advice as asked
from app.models.rules.advice import Advice, Said, Silence
from app.models.rules.errors import KnownError, NotFoundError
from app.models.rules.urgency import Weight
from app.services.assist.answers import Pick
from app.services.assist.errors import NotAvailableError
from app.services.settings import AssistSettings, load
from app.services.storage.database import Database

log = logging.getLogger(__name__)

_BY_FIELD = {"category": asked.CATEGORY, "type": asked.TYPE, "tone": asked.TONE}
Told = Callable[[int, int], None]
"""Hears how many were asked, and of how many."""


class Source(Protocol):
    """What suggests (`suggester.Suggester`)."""

    def advice(self, ticket_id: int) -> Advice:
        """Return what is said of a ticket; may load the model."""


class Adviser:
    """For worker threads: asking may take seconds when the model has to be loaded first."""

    def __init__(self, database: Database, source: Callable[[], Source]) -> None:
        self._database, self._source = database, source
        self._told: set[int] = set()

    def of(self, ticket_id: int) -> Advice:
        """Return what the suggestion says of a ticket, or why it is silent."""
        if not self._database.read_now(load, AssistSettings).enabled:
            return Advice(silent=Silence.OFF)
        try:
            return self._source().advice(ticket_id)
        except NotAvailableError:
            return Advice(silent=Silence.UNAVAILABLE)
        except NotFoundError:  # merged or thrown away since
            return Advice()

    def of_each(self, ticket_ids: Iterable[int]) -> tuple[dict[int, Advice], list[int]]:
        """Return advice like `of_all`, and the tickets on which asking fails.

        Those hold nobody else up. Which they are is known, so what fails is told once for each.

        Raises:
            KnownError: the store cannot be read, which is no fault of a ticket.
        """
        found, failed = {}, []
        for one in ticket_ids:
            try:
                found[one] = self.of(one)
            except KnownError:
                raise
            except Exception:
                failed.append(one)
                if one not in self._told:
                    self._told.add(one)
                    log.exception("asking the suggestion of ticket %d failed", one)
        return found, failed

    def of_all(self, ticket_ids: Iterable[int], told: Told | None = None) -> dict[int, Advice]:
        """Return what the suggestion says of tickets, by ticket."""
        wanted = list(ticket_ids)
        found = {}
        for number, one in enumerate(wanted, start=1):
            found[one] = self.of(one)
            if told is not None:
                told(number, len(wanted))
        return found


def of_picks(picks: Mapping[str, Pick], weight: Weight) -> Advice:
    """Return advice of what fields are likely to be; what is like nothing learnt is left out."""
    says = {
        _BY_FIELD[field]: Said(pick.key, int(100 * pick.best[0].chance))
        for field, pick in picks.items()
        if pick.key is not None
    }
    return Advice({**says, asked.PRIORITY: Said(weight.priority.value, 100)})


def silence(found: Mapping[int, Advice]) -> Silence | None:
    """Return why the suggestion said nothing; None when it could be asked."""
    return next((one.silent for one in found.values() if one.silent is not None), None)
