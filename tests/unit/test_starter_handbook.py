"""The starter handbook: pages that can be walked, the same in both languages."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from app.models.rules.handbook.check import problems
from app.models.rules.handbook.pages import LANGUAGES, Article, Kind, Sop, slug
from app.models.rules.handbook.text import parse, render
from app.services.resources import resource

FOLDER = resource("handbook")
FILES = sorted(FOLDER.glob("*/*.md"))
_VERSIONS = "app.services.storage.migrations.versions."
_FIRST = import_module(f"{_VERSIONS}0001_first")
TYPES = {key for key, *_ in import_module(f"{_VERSIONS}0006_assess").LISTS["types"]}
CATEGORIES = {key for key, _, _ in _FIRST.CATEGORIES}
DEPARTMENTS = {
    language: {names[at] for _, *names in _FIRST.DEPARTMENTS}
    for at, language in enumerate(LANGUAGES)
}
FEWEST_ASKED = 18
_LINK = re.compile(r"\]\(([^)\s]*)\)")


def page(path: Path) -> Article | Sop:
    return parse(path.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_page_is_tidy_and_can_be_walked(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    read = parse(text)
    assert render(read) == text
    assert (read.language, read.key) == (path.parent.name, path.stem)
    assert read.review is not None
    assert read.tags
    if isinstance(read, Sop):
        assert problems(read) == ()
        assert CATEGORIES.issuperset(read.categories)
        assert TYPES.issuperset(read.types)
        assert read.response or read.throughput
        assert read.throughput is not None
        asked = {step.about for step in read.steps if step.kind is Kind.ASK}
        assert DEPARTMENTS[read.language] >= asked


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_links_lead_to_pages(path: Path) -> None:
    known = {f"{one.stem}.md" for one in path.parent.glob("*.md")}
    links = _LINK.findall(path.read_text("utf-8"))
    assert {link for link in links if "://" not in link} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_is_asked_for_in_words_that_no_other_has(language: str) -> None:
    asked = [page(path).asked for path in FILES if path.parent.name == language]
    assert all(len(one) >= FEWEST_ASKED for one in asked)
    said = Counter(slug(text) for one in asked for text in one)
    assert [text for text, times in said.items() if times > 1] == []


@pytest.mark.parametrize("key", sorted({path.stem for path in FILES}))
def test_both_languages_have_the_same_page(key: str) -> None:
    dutch, english = (page(FOLDER / language / f"{key}.md") for language in LANGUAGES)
    assert type(dutch) is type(english)
    assert dutch.review == english.review
    if isinstance(dutch, Sop) and isinstance(english, Sop):
        assert shape(dutch) == shape(english)


def shape(sop: Sop) -> object:
    """What a procedure is without its words."""
    steps = [
        (step.id, step.kind, step.next, [answer.target for answer in step.answers])
        for step in sop.steps
    ]
    return sop.first, steps, sop.categories, sop.types, sop.response, sop.throughput


def test_there_are_pages() -> None:
    assert {path.parent.name for path in FILES} == set(LANGUAGES)
