"""Suggests what a message is about, and what helps to answer it. Decides nothing.

Everything here may take tens of milliseconds, the first call seconds: for worker threads and the
command line, never for the thread of the window.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event, Lock

from sqlalchemy.orm import Session

from app.models.rules.advice import Advice
from app.models.rules.tickets import Priority
from app.models.rules.urgency import Signs, Weight, weigh
from app.services.assist import advising, because, preferences, seeds, vectors, words
from app.services.assist.advising import Told
from app.services.assist.alike import AlikeByMeaning
from app.services.assist.answers import Learnt, Pick, Status, Suggestion
from app.services.assist.articles import Library
from app.services.assist.corpus import CHARACTERS, Corpus, Memory, Question
from app.services.assist.embedder import (
    BundledEmbedder,
    Embedder,
    Encoder,
    State,
    Vectors,
)
from app.services.assist.errors import NotAvailableError
from app.services.assist.lessons import FIELDS, Lessons, School, Taught, keys_of, named
from app.services.assist.near import Meant, Neighbours, near
from app.services.assist.seeds import NEGATIVE, TONE, Seed
from app.services.clock import Clock
from app.services.settings import AssistSettings, LookSettings, load
from app.services.storage.database import Database
from app.services.tickets import lists
from app.services.tickets.lists import Choice

BATCH = 32
BREATH_SECONDS = 0.2
"""Between two batches of the past: a message that is looked at goes before."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the owner's store says about how to suggest."""

    settings: AssistSettings
    language: str
    entries: Mapping[str, Sequence[Choice]]


class Suggester:
    """One per program; any thread may ask.

    Attributes:
        alike: puts questions together that come back, for the radar.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        is_public: Callable[[str], bool],
        embedder: Embedder | None = None,
        shipped: Sequence[Seed] | None = None,
    ) -> None:
        """Make it; nothing is loaded yet.

        Args:
            database: the store.
            clock: what time it is.
            is_public: whether everybody reads what comes in by a kind of channel.
            embedder: another than the bundled one.
            shipped: other examples than the shipped ones.
        """
        self._database, self._clock, self._is_public = database, clock, is_public
        self._encoder = Encoder(embedder or BundledEmbedder())
        self._memory = Memory(database, self._encoder)
        self._library = Library(database, self._encoder)
        self.neighbours = Neighbours(
            database, clock, self._encoder, self._memory, self._library, self._sounds
        )
        self._school = School(self._memory.texts)
        self._seeds = seeds.all_of() if shipped is None else tuple(shipped)
        self._taught: dict[str, list[tuple[Seed, Vectors]]] = {}
        self.alike = AlikeByMeaning(self._encoder)
        self._lock, self._ended = Lock(), Event()

    @property
    def state(self) -> State:
        """How far the model is; asks nothing of it."""
        return self._encoder.state

    def warm_up(self) -> None:
        """Load on a thread of its own, then make the vectors that are lacking, bit by bit."""
        self._encoder.warm_up(self._prepare)

    def close(self) -> None:
        """End what goes on in the background; a batch that runs is finished first.

        Loading is not waited for: nothing is asked of the store after it any more.
        """
        self._ended.set()
        if self.state is not State.LOADING:
            self._encoder.join()

    def suggest(self, ticket_id: int, *, why: bool = True) -> Suggestion | None:
        """Return what is suggested for a ticket; None when its customer wrote nothing.

        Args:
            ticket_id: the ticket.
            why: also say which words weighed, which takes longer than all the rest.

        Raises:
            NotFoundError: there is no such ticket.
            NotAvailableError: the model cannot be had.
        """
        self._encoder.ready()
        frame = self._database.read_now(_frame)
        found = self.neighbours.asked(ticket_id)
        if found is None:
            return None
        asked, vector, newest = found
        return self._suggestion(frame, asked.text, vector, (asked, newest), why=why)

    def advice(self, ticket_id: int) -> Advice:
        """Return what the owner's rules may ask of a ticket, whatever the threshold is.

        Raises:
            NotFoundError: there is no such ticket.
            NotAvailableError: the model cannot be had.
        """
        self._encoder.ready()
        frame = self._database.read_now(_frame)
        found = self.neighbours.asked(ticket_id)
        if found is None:
            return Advice()
        asked, vector, newest = found
        lessons = self._lessons(frame, self._memory.corpus(), ticket_id)
        first, last = Meant(asked.text, vector), Meant(asked.newest, newest)
        picks = _picks(lessons, first, last, 0.0)
        tone = _picks(lessons, first, last, frame.settings.threshold)[TONE]
        return advising.of_picks(picks, self._weight(asked, tone))

    def offered(self, ticket_id: int) -> Suggestion | None:
        """Return what is suggested unasked: nothing that is off, nor when there is no model.

        Raises:
            NotFoundError: there is no such ticket.
        """
        settings = self._database.read_now(_frame).settings
        if not settings.enabled:
            return None
        try:
            found = self.suggest(ticket_id)
        except NotAvailableError:
            return None
        return None if found is None else preferences.wanted(found, settings)

    def suggest_text(self, text: str, *, why: bool = True) -> Suggestion:
        """Return what is suggested for a text that is no ticket's.

        Raises:
            NotAvailableError: the model cannot be had.
        """
        self._encoder.ready()
        frame = self._database.read_now(_frame)
        clean = " ".join(text.split())[:CHARACTERS]
        vector = self._encoder.meanings([clean])[0]
        return self._suggestion(frame, clean, vector, None, why=why)

    def status(self) -> Status:
        """Return how the model is doing; loads it when it is not there yet."""
        frame = self._database.read_now(_frame)
        try:
            self._encoder.ready()
        except NotAvailableError:
            learnt: tuple[Learnt, ...] = ()
            tickets = 0
        else:
            corpus = self._memory.corpus()
            lessons = self._lessons(frame, corpus, None)
            learnt = tuple(
                lessons.of[field].learnt(frame.settings.threshold) for field in FIELDS[:2]
            )
            tickets = len(corpus.rows)
        return Status(
            state=self.state.value,
            model=self._encoder.model,
            size=self._encoder.size(),
            load_seconds=self._encoder.load_seconds,
            enabled=frame.settings.enabled,
            threshold=frame.settings.threshold,
            seeds=len(self._seeds),
            tickets=tickets,
            lacking=self._memory.lacking(),
            learnt=learnt,
        )

    def catch_up(self) -> bool:
        """Make vectors of some messages that have none; returns whether there may be more.

        Raises:
            NotAvailableError: the model cannot be had.
        """
        return self._memory.catch_up(BATCH)

    def complete(self, told: Told = lambda _done, _of: None) -> None:
        """Load, and make all vectors that are lacking: some 3 ms each, once.

        Nothing without a model.

        Args:
            told: hears how many are made, and of how many.
        """
        lacking, made = self._memory.lacking(), 0
        try:
            self._encoder.ready()
            while self.catch_up():
                made += BATCH
                told(min(made, lacking), lacking)
        except NotAvailableError:
            return

    # --- how ---------------------------------------------------------------------------------

    def _suggestion(
        self,
        frame: _Frame,
        text: str,
        vector: Vectors,
        of: tuple[Question, Vectors] | None,
        *,
        why: bool,
    ) -> Suggestion:
        asked, newest = of or (None, vector)
        corpus = self._memory.corpus()
        lessons = self._lessons(frame, corpus, asked.ticket_id if asked else None)
        last = asked.newest if asked else text
        threshold = frame.settings.threshold
        picks = _picks(lessons, Meant(text, vector), Meant(last, newest), threshold)
        if why:
            picks = self._explained(picks, lessons, text, last)
        duplicates, answered = near(corpus, vector, asked)
        return Suggestion(
            category=picks[lists.CATEGORY],
            type=picks[lists.TYPE],
            tone=picks[TONE],
            language=words.language(text),
            priority=None if asked is None else self._weight(asked, picks[TONE]),
            duplicates=duplicates,
            answered=answered,
            pages=self._library.best(text, vector, language=frame.language),
        )

    def _explained(
        self, picks: Mapping[str, Pick], lessons: Lessons, text: str, newest: str
    ) -> dict[str, Pick]:
        first = because.weighed(text, self._encoder, lessons.known)
        last = first
        if newest != text:
            last = because.weighed(newest, self._encoder, lessons.known)
        return {
            field: (last if field == TONE else first).explained(pick, lessons.of[field])
            for field, pick in picks.items()
        }

    def _weight(self, asked: Question, tone: Pick) -> Weight:
        public = self._is_public(asked.kind) if asked.public is None else asked.public
        signs = Signs(
            negative=tone.key == NEGATIVE,
            public=public,
            influence=asked.influence,
            words=words.found(asked.newest, words.HASTE),
            serious=words.found(asked.newest, words.SERIOUS),
            since_last=asked.since_last,
            used=asked.used,
        )
        return weigh(signs, Priority(asked.priority))

    def _sounds(self, corpus: Corpus, first: Meant, last: Meant) -> tuple[Pick, Pick]:
        frame = self._database.read_now(_frame)
        lessons = self._lessons(frame, corpus, None)
        picks = _picks(lessons, first, last, frame.settings.threshold)
        return picks[lists.TYPE], picks[TONE]

    def _lessons(self, frame: _Frame, corpus: Corpus, but: int | None) -> Lessons:
        taught = {
            field: Taught(self._known(frame, field), keys_of(frame.entries, field))
            for field in FIELDS
        }
        return self._school.lessons(taught, corpus, but=but)

    def _known(self, frame: _Frame, field: str) -> list[tuple[Seed, Vectors]]:
        """Return the seeds of a field with their vectors, which are made once."""
        wanted = [one for one in self._seeds if field in one.labels]
        wanted += named(field, frame.entries.get(field, ()), wanted)
        with self._lock:
            known = self._taught.get(field, [])
            if [one for one, _ in known] != wanted:
                texts = [one.text for one in wanted]
                rows = vectors.of_examples(self._database, self._encoder, texts)
                known = self._taught[field] = list(zip(wanted, rows, strict=True))
            return known

    def _prepare(self) -> None:
        if self._ended.is_set():
            return
        frame = self._database.read_now(_frame)
        self._lessons(frame, self._memory.corpus(), None)
        self._library.refresh()
        while not self._ended.is_set() and self.catch_up():
            self._ended.wait(BREATH_SECONDS)


def _frame(session: Session) -> _Frame:
    fields = (lists.CATEGORY, lists.TYPE)
    return _Frame(
        load(session, AssistSettings),
        load(session, LookSettings).language,
        {field: lists.entries(session, field) for field in fields},
    )


def _picks(lessons: Lessons, first: Meant, last: Meant, threshold: float) -> dict[str, Pick]:
    """Return what each field is likely to be: the tone by what was written last."""
    like = lessons.known.like(first.vector[None], [first.text])
    toned = like if first.text == last.text else lessons.known.like(last.vector[None], [last.text])
    return {
        field: lesson.pick(toned if field == TONE else like, threshold)
        for field, lesson in lessons.of.items()
    }
