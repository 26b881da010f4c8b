"""Words as the index cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.search.words import (
    STEM_MARK,
    Span,
    Wanted,
    content_of,
    fold,
    holds_phrase,
    spans,
    stem,
    words_of,
)
from tests.effort import repeated


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Café", "cafe"), ("ÉÉN", "een"), ("ijs", "ijs"), ("Ångström", "angstrom"), ("ß", "ß")],
)
def test_words_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_end_at_anything_else() -> None:
    assert words_of("a_b-c.d 12,5 E18!") == ["a", "b", "c", "d", "12", "5", "e18"]


def test_the_index_holds_words_and_their_stems() -> None:
    content = content_of("Bestelling geretourneerd, bestelling 20417")
    assert content.split() == [
        "bestelling", "geretourneerd", "bestelling", "20417",
        f"{STEM_MARK}bestel", f"{STEM_MARK}retourneer",
    ]  # fmt: skip


def wanted(word: str) -> Wanted:
    return Wanted(word, stem(word))


def test_what_was_looked_for_is_marked_where_it_stands() -> None:
    text = "De Koppeling lekt; ook de aanhangerkoppelingen."
    assert spans(text, [wanted("koppel")]) == [Span(3, 6), Span(35, 6)]
    assert spans("Geretourneerd", [wanted("retourneren")]) == [Span(0, 13)]
    assert spans("crème brûlée", [wanted("creme")]) == [Span(0, 5)]
    assert spans("niets", [wanted("iets")]) == [Span(1, 4)]
    assert spans("de", [wanted("e")]) == []
    assert spans("tekst", []) == []


def test_a_phrase_stands_word_by_word() -> None:
    assert holds_phrase("Waar blijft, mijn pakket?", "blijft mijn")
    assert not holds_phrase("Waar blijft mijn pakket?", "mijn blijft")
    assert not holds_phrase("Waar blijft mijn pakket?", "mijn pak")


@repeated
@given(st.text(max_size=200), st.text(min_size=1, max_size=10))
def test_marks_lie_inside_the_text(text: str, word: str) -> None:
    looked_for = [wanted(one) for one in words_of(word)]
    for span in spans(text, looked_for):
        assert 0 <= span.start < span.start + span.length <= len(text)
