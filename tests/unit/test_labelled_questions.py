"""The labelled questions that measure finding a page: honest, spread, and in words of their own."""

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TypedDict

from app.models.rules.handbook.pages import LANGUAGES, Sop
from app.models.rules.handbook.text import parse
from app.services.resources import resource
from app.services.search.words import words_of


class Question(TypedDict):
    """A customer's message, or what a colleague types, and the pages to open first."""

    text: str
    language: str
    pages: list[str]


FILE = Path(__file__).parents[2] / "bench" / "data" / "questions.json"
QUESTIONS: list[Question] = json.loads(FILE.read_text("utf-8"))
FOLDER = resource("handbook")
TEXTS = [path.read_text("utf-8") for path in sorted(FOLDER.glob("*/*.md"))]
KEYS = {path.stem for path in FOLDER.glob("*/*.md")}
LONGEST_SHARED_RUN = 4


def test_each_question_names_one_or_two_pages_that_exist() -> None:
    for question in QUESTIONS:
        assert question.keys() == Question.__annotations__.keys()
        assert question["text"] == question["text"].strip() != ""
        assert question["language"] in LANGUAGES
        pages = question["pages"]
        assert len(set(pages)) == len(pages) in {1, 2}
        assert KEYS.issuperset(pages), question


def test_both_languages_and_every_page_are_measured() -> None:
    assert len(QUESTIONS) >= 230
    dutch = sum(question["language"] == "nl" for question in QUESTIONS)
    assert 0.55 <= dutch / len(QUESTIONS) <= 0.65
    counts = Counter((page, one["language"]) for one in QUESTIONS for page in one["pages"])
    for page in map(parse, TEXTS):
        wanted = 10 if isinstance(page, Sop) else 6
        assert sum(counts[page.key, language] for language in LANGUAGES) >= wanted, page.key
        assert counts[page.key, page.language] >= 3, page.key


def test_no_two_questions_are_nearly_the_same() -> None:
    sets = [(one["text"], set(words_of(one["text"]))) for one in QUESTIONS]
    assert all(words for _, words in sets)
    near = [
        (text, other)
        for (text, words), (other, others) in combinations(sets, 2)
        if 0.6 <= len(words) / len(others) <= 1 / 0.6
        and len(words & others) >= 0.6 * len(words | others)
    ]
    assert near == []


def test_no_question_is_in_the_words_of_a_page() -> None:
    written = {run for text in TEXTS for run in runs(text)}
    copied = [one["text"] for one in QUESTIONS if written.intersection(runs(one["text"]))]
    assert copied == []


def runs(text: str) -> set[tuple[str, ...]]:
    """All successions of words one longer than may be shared by chance."""
    words = words_of(text)
    longer = LONGEST_SHARED_RUN + 1
    return {tuple(words[at : at + longer]) for at in range(len(words) - longer + 1)}
