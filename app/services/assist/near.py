"""What of the store is near to a message: tickets that asked the same, and pages that answer it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy.orm import Session

from app.services.assist import seeds, vectors
from app.services.assist.answers import Near, Nearby, Pick
from app.services.assist.articles import Library
from app.services.assist.corpus import Corpus, Memory, Question, question
from app.services.assist.embedder import SIZE, Encoder, State, Vectors
from app.services.clock import Clock
from app.services.search.words import stem, words_of
from app.services.settings import AssistSettings, LookSettings, load
from app.services.storage.database import Database

DUPLICATE, LIKE = 0.45, 0.35
"""Cosines from which a question is nearly the same, and alike enough for its answer to help.

Paraphrases have .33 to .61, others .30 at most (measured: docs/assist.md).
"""

SHOWN = 3

BLIND = 0.5
"""What a page has to score for a text of which most words are unknown, by its meaning alone.

The model gives every row of signs a meaning: of 180 made up ones 89 had a page from `aids.LEAST`
on, none from .48 on. The vocabulary tells them apart, where a floor for all would take real
questions away (measured: docs/assist.md).
"""

_OPEN = frozenset({"new", "open", "snoozed", "waiting_colleague", "waiting_customer"})
_DONE = frozenset({"answered", "closed"})


@dataclass(frozen=True, slots=True)
class Meant:
    """A text, and what it means."""

    text: str
    vector: Vectors


class Neighbours:
    """Says what is near, without the rest of a suggestion.

    `sounds`: gives type and tone, from the first message and the newest.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        encoder: Encoder,
        memory: Memory,
        library: Library,
        sounds: Callable[[Corpus, Meant, Meant], tuple[Pick, Pick]],
    ) -> None:
        self._database, self._clock, self._encoder = database, clock, encoder
        self._memory, self._library, self._sounds = memory, library, sounds
        self._compared: tuple[Sequence[str], Vectors] = ([], np.zeros((0, SIZE), dtype=np.float32))

    @property
    def answers(self) -> bool:
        """Whether the model is there, which is not waited for, and may suggest unasked."""
        ready = self._encoder.state is State.READY
        return ready and self._database.read_now(load, AssistSettings).enabled

    def of(self, ticket_id: int) -> Nearby | None:
        """Return what is near to a ticket; None when its customer wrote nothing.

        Raises:
            NotFoundError: there is no such ticket.
            NotAvailableError: the model cannot be had.
        """
        found = self.asked(ticket_id)
        if found is None:
            return None
        asked, vector, newest = found
        corpus = self._memory.corpus()
        same, answered = near(corpus, vector, asked)
        done = tuple(one for one in same if one.state in _DONE)
        pages = self._library.best(asked.text, vector, language=self._language())
        sounds = self._sounds(corpus, Meant(asked.text, vector), Meant(asked.newest, newest))
        return Nearby(vector, *sounds, (*done, *answered), pages)

    def of_text(self, text: str) -> Nearby:
        """Return what is near to a text that is no ticket's; nothing is said of its type and tone.

        A page whose words the text does not have counts only where the text is in known words.

        Raises:
            NotAvailableError: the model cannot be had.
        """
        vector = self._encoder.meanings([text])[0]
        pages = self._library.best(text, vector, language=self._language())
        if self._is_strange(text):
            pages = tuple(one for one in pages if one.words or one.score >= BLIND)
        nothing = Pick(None, ())
        return Nearby(vector, nothing, nothing, near(self._memory.corpus(), vector, None)[1], pages)

    def likeness(self, vector: Vectors, others: Sequence[str]) -> list[float]:
        """Return the cosine of what a text means with each of others, whose vectors are kept.

        Raises:
            NotAvailableError: the model cannot be had.
        """
        if self._compared[0] != others:
            rows = vectors.of_texts(self._database, self._encoder, others)
            self._compared = list(others), rows
        return [float(one) for one in self._compared[1] @ vector] if others else []

    def asked(self, ticket_id: int) -> tuple[Question, Vectors, Vectors] | None:
        """Return what a ticket asks, what that means, and what its newest message means."""
        model, now = self._encoder.model, self._clock.now()
        asked = self._database.read_now(question, ticket_id, model=model, now=now)
        if asked is None:
            return None
        vector = asked.vector
        if vector is None:
            vector = vectors.rounded(self._encoder.meanings([asked.text])[0])
            self._database.write_now(vectors.keep, model, {asked.message_id: vector})
        newest = vector
        if asked.newest != asked.text:
            newest = self._encoder.meanings([asked.newest])[0]
        return asked, vector, newest

    def _is_strange(self, text: str) -> bool:
        """Tell whether neither the examples nor the handbook have most words of a text."""
        said, known = words_of(text), seeds.stems()
        strange = [one for one in said if stem(one) not in known and not self._library.knows(one)]
        return 2 * len(strange) > len(said)

    def _language(self) -> str:
        return self._database.read_now(_language)


def _language(session: Session) -> str:
    return load(session, LookSettings).language


def near(
    corpus: Corpus, vector: Vectors, asked: Question | None
) -> tuple[tuple[Near, ...], tuple[Near, ...]]:
    """Return the tickets with nearly the same question, and those whose answer may help."""
    cosines = corpus.matrix @ vector
    duplicates, answered = [], []
    for at in np.argsort(-cosines):
        row, cosine = corpus.rows[at], float(cosines[at])
        if cosine < LIKE:
            break
        if asked is not None and row.ticket_id == asked.ticket_id:
            continue
        same = asked is not None and row.contact_id == asked.contact_id
        near = Near(row.ticket_id, row.number, row.state, cosine, same)
        if cosine >= DUPLICATE and (same or row.state in _OPEN):
            duplicates.append(near)
        elif row.answered and row.state in _DONE:
            answered.append(near)
    duplicates.sort(key=lambda one: not one.same_customer)
    return tuple(duplicates[:SHOWN]), tuple(answered[:SHOWN])
