"""The pages of the handbook that may hold an answer.

By what they mean, by their words, and by what is asked when they are the ones to open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock

import numpy as np
from sqlalchemy.orm import Session

from app.models.rules.handbook.pages import Article, Sop
from app.models.rules.handbook.text import parse
from app.models.rules.handbook.troubles import UnreadablePageError
from app.services.assist import asked, vectors
from app.services.assist.answers import Found
from app.services.assist.embedder import Encoder, Vectors
from app.services.assist.lexical import Words
from app.services.handbook import pages
from app.services.handbook.pages import PageInfo
from app.services.storage.database import Database

MEANING = 0.7
"""How much the meaning of a passage counts for; the rest is for its words (measured)."""

PASSAGES = 3
"""Of a page that count: one alone may be near by chance."""

TOP = 0.5
"""What the title and the labels count for besides, in passages."""

SHOWN = 3
LEAST = 0.1
"""A page below this has nothing to do with the question."""

_FEWEST_WORDS = 4
_BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|\n(?=#)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"[*_`#>|]+|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the page of a title, under the heading where it stands; "" for the top."""

    title: str
    section: str
    text: str


def texts_of(page: Article | Sop) -> list[str]:
    """Return the texts of a page whose vectors are looked at."""
    return [*(one.text for one in _passages(page)), *page.asked]


class Library:
    """Reads the handbook anew when a page has changed."""

    def __init__(self, database: Database, encoder: Encoder) -> None:
        self._database, self._encoder = database, encoder
        self._lock = Lock()
        self._read_as: tuple[tuple[int, int], ...] | None = None
        self._pages: list[PageInfo] = []
        self._passages: list[Passage] = []
        self._bounds: list[tuple[int, int, int]] = []
        self._rows: Vectors = np.zeros((0, 0), dtype=np.float32)
        self._words = Words(())
        self._asked = asked.learnt((), (), self._rows)

    def best(self, question: str, vector: Vectors, *, language: str) -> tuple[Found, ...]:
        """Return the pages that may hold the answer, one of each key, the likeliest first.

        Args:
            question: the words; `vector` is what they mean.
            language: which of the pages of one key is given, if there is a choice.
        """
        with self._lock:
            self._refresh()
            return self._best(question, vector, language) if self._pages else ()

    def knows(self, word: str) -> bool:
        """Tell whether a page has a word, as they were read last."""
        return self._words.knows(word)

    def refresh(self) -> None:
        """Read what has changed, so that the next question need not."""
        with self._lock:
            self._refresh()

    def _best(self, question: str, vector: Vectors, language: str) -> tuple[Found, ...]:
        hits = self._words.search(question)
        scores = MEANING * np.maximum(0.0, self._rows @ vector)
        for at, hit in hits.items():
            scores[at] += (1 - MEANING) * hit.score
        wanted = self._asked.scores(question, vector)
        made = []
        for page, first, end in self._bounds:
            order = first + np.argsort(-scores[first:end])
            best = scores[order[:PASSAGES]].mean() + TOP * scores[first]
            said = hits.get(int(order[0]))
            words = () if said is None else said.words
            score = float(best) / (1 + TOP) + wanted.get(self._pages[page].key, 0.0)
            made.append(self._found(page, int(order[0]), score, words))
        return _one_of_each(sorted(made, key=lambda one: -one.score), language)

    def _found(self, page: int, at: int, score: float, words: tuple[str, ...]) -> Found:
        info, section = self._pages[page], self._passages[at].section
        return Found(info.id, info.key, info.language, info.kind, info.title, section, score, words)

    def _refresh(self) -> None:
        found = self._database.read_now(_versions)
        if found == self._read_as:
            return
        texts = self._database.read_now(pages.texts)
        read = [_parsed(text) for _, text in texts]
        self._pages = [info for info, _ in texts]
        self._passages, self._bounds = [], []
        for at, page in enumerate(read):
            first = len(self._passages)
            self._passages += () if page is None else _passages(page)
            if page is not None:
                self._bounds.append((at, first, len(self._passages)))
        whole = [one.text for one in self._passages]
        self._rows = vectors.of_texts(self._database, self._encoder, whole)
        self._words = Words([f"{one.title} {one.text}" for one in self._passages])
        self._learn(read)
        self._read_as = found

    def _learn(self, read: Sequence[Article | Sop | None]) -> None:
        known = [(said, page.key) for page in read if page is not None for said in page.asked]
        phrases, keys = [said for said, _ in known], [key for _, key in known]
        meant = vectors.of_texts(self._database, self._encoder, phrases)
        self._asked = asked.learnt(phrases, keys, meant)


def _one_of_each(made: Sequence[Found], language: str) -> tuple[Found, ...]:
    """Return the best pages, of each key the one in a language if there is a choice."""
    by_key: dict[str, list[Found]] = {}
    for one in made:
        by_key.setdefault(one.key, []).append(one)
    best = []
    for found in by_key.values():
        same = next((one for one in found if one.language == language), found[0])
        if found[0].score >= LEAST:
            best.append(replace(same, score=found[0].score, words=same.words or found[0].words))
    return tuple(best[:SHOWN])


def _versions(session: Session) -> tuple[tuple[int, int], ...]:
    return tuple((one.id, one.version) for one in pages.all_of(session))


def _parsed(text: str) -> Article | Sop | None:
    try:
        return parse(text)
    except UnreadablePageError:
        return None


def _passages(page: Article | Sop) -> Iterator[Passage]:
    """Yield the pieces of a page: first its title and labels."""
    yield Passage(page.title, "", ". ".join(filter(None, (page.title, ", ".join(page.tags)))))
    if isinstance(page, Article):
        yield from _blocks(page.title, page.body)
        return
    yield from _blocks(page.title, page.purpose)
    yield from (Passage(page.title, one.name, f"{one.name}: {one.meaning}") for one in page.terms)
    for step in page.steps:
        labels = " ".join(one.label for one in step.answers)
        text = _plain(" ".join((step.about, step.text, labels, step.expected)))
        if len(text.split()) >= _FEWEST_WORDS:
            yield Passage(page.title, _plain(step.text).partition("\n")[0], text)


def _blocks(title: str, markdown: str) -> Iterator[Passage]:
    """Yield the paragraphs and items of a text, each under its heading."""
    section = ""
    for each in _BLOCKS.split(markdown):
        block = each.lstrip()
        if block.startswith("#"):
            heading, _, block = block.partition("\n")
            section = _plain(heading)
        text = _plain(block)
        if len(text.split()) >= _FEWEST_WORDS:
            yield Passage(title, section, f"{section}: {text}" if section else text)


def _plain(markdown: str) -> str:
    return _SIGNS.sub("", _LINK.sub(r"\1", markdown)).strip()
