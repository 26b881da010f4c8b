"""The starter handbook as it comes with the program: each text can be sent, each page followed."""

import pytest

from app.models.rules.answer_check import Style, check
from app.models.rules.handbook.check import problems
from app.models.rules.handbook.pages import LANGUAGES, Article, Kind, Sop
from app.models.rules.handbook.text import render
from app.models.rules.lengths_x import weighted
from app.models.rules.signing import SHORT_KINDS, greets, signs_off
from app.models.rules.templates import Form, fill, unknown
from app.services.handbook import starter
from app.services.handbook.starter import Text
from app.services.resources import resource
from app.services.tickets import template_acts, templates
from app.services.tickets.templates import ALSO, KNOWN
from app.views import channel_looks

TEXTS = starter.texts()
PAGES = starter.pages()
PUBLIC = 280
"""So long may what stands in public be: a message on X, in its own way of counting."""

DUTCH = frozenset({"naam", "winkel"})
ENGLISH = frozenset({"name", "shop"})


def filled(text: Text, form: Form) -> str:
    """Fill what Balie knows, and for each other place what an owner would type there."""
    values = {"naam": "Anne-Marie", "winkel": "De Pollepel Kookwinkel"}
    values |= {also: values[one] for also, one in ALSO.items() if one in values}
    values |= dict.fromkeys(unknown(text.body, KNOWN), "maandag 12 januari")
    found = fill(text.body, values, form=form, language=text.language)
    assert found.missing == ()
    return found.text


def called(text: Text) -> str:
    return f"{text.language} {text.name}"


def test_there_are_32_texts_in_two_languages() -> None:
    for language in LANGUAGES:
        names = [one.name for one in starter.texts(language=language)]
        assert len({name.casefold() for name in names}) == len(names) == 32
        assert max(map(len, names)) <= template_acts.LONGEST_NAME
        assert [one.kinds for one in TEXTS if one.language == language] == [
            one.kinds for one in TEXTS if one.language == LANGUAGES[0]
        ]


@pytest.mark.parametrize("text", TEXTS, ids=called)
def test_a_text_is_kept_as_the_owners_own_would_be(text: Text) -> None:
    assert text.body == text.body.strip()
    assert text.purpose in templates.PURPOSES
    assert list(text.kinds) == sorted(set(text.kinds))
    assert set(text.kinds) <= set(channel_looks.NAMES)


@pytest.mark.parametrize("text", TEXTS, ids=called)
def test_a_text_is_filled_without_a_trouble(text: Text) -> None:
    own, other = (DUTCH, ENGLISH) if text.language == "nl" else (ENGLISH, DUTCH)
    asked = unknown(text.body, KNOWN)
    bare = fill(text.body, dict.fromkeys(own, "x"), language=text.language)
    assert set(bare.missing) == set(asked), "a place with a fallback that nothing fills"
    assert not set(unknown(text.body, frozenset())) & other
    for form in Form:
        written = filled(text, form)
        assert not set("{}[]|") & set(written)
        style = Style(form if text.language == "nl" else None, letter=not text.kinds)
        assert check(written, style=style) == ()


@pytest.mark.parametrize("text", TEXTS, ids=called)
def test_what_stands_in_public_is_short_and_the_rest_is_a_letter(text: Text) -> None:
    longest = max((filled(text, form) for form in Form), key=len)
    if text.kinds:
        assert weighted(longest) <= PUBLIC
        assert signs_off(longest) is not set(text.kinds).issubset(SHORT_KINDS)
    else:
        assert greets(longest)
        assert signs_off(longest)
        assert len(longest) <= 1_200


def test_pages_are_tidy_files_in_both_languages() -> None:
    keys = {language: set[str]() for language in LANGUAGES}
    for page in PAGES:
        file = resource(starter.FOLDER, page.language, f"{page.key}.md")
        assert file.read_text("utf-8") == render(page)
        assert page.key not in keys[page.language]
        keys[page.language].add(page.key)
    assert keys["nl"] == keys["en"]


@pytest.mark.parametrize(
    "page", [one for one in PAGES if isinstance(one, Sop)], ids=lambda one: one.key
)
def test_a_procedure_can_be_followed_and_sends_what_is_there(page: Sop) -> None:
    assert problems(page) == ()
    names = {one.name for one in TEXTS if one.language == page.language}
    assert {step.about for step in page.steps if step.kind is Kind.SEND} <= names


def test_pages_link_to_pages_that_are_there() -> None:
    keys = {page.key for page in PAGES}
    for page in PAGES:
        words = page.body if isinstance(page, Article) else render(page)
        linked = {part.partition(")")[0] for part in words.split("](")[1:]}
        assert {one.removesuffix(".md") for one in linked if one.endswith(".md")} <= keys, page.key
