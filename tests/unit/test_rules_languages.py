"""The language of a text is known by its smallest words."""

import pytest

from app.models.rules.languages import language_in
from app.services.assist import words

SMALL = {"nl": frozenset({"de", "ik"}), "fr": frozenset({"de", "je"})}


def test_the_language_with_most_small_words_is_meant() -> None:
    assert language_in("Ik zoek DE fiets", SMALL) == "nl"
    assert language_in("je de", SMALL) == "fr"


@pytest.mark.parametrize("text", ["", "20417", "de", "iPhone 15"])
def test_in_doubt_there_is_none(text: str) -> None:
    assert language_in(text, SMALL) is None
    assert language_in(text, {}) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waar blijft mijn pakket?", "nl"),
        ("kan ik dit nog ruilen", "nl"),
        ("Where is my parcel?", "en"),
        ("do you have this in black", "en"),
        ("Wann kommt meine Bestellung, ich warte noch", "de"),
        ("Où est ma commande, je ne comprends pas", "fr"),
    ],
)
def test_the_shipped_words_tell_four_languages_apart(text: str, expected: str) -> None:
    assert words.language(text) == expected


def test_words_of_haste_and_danger_are_found_with_any_ending() -> None:
    assert words.found("Het is DRINGEND! Zo snel mogelijk graag", words.HASTE) == (
        "dringend",
        "zo snel mogelijk",
    )
    assert words.found("ik ruik brandlucht en bel mijn advocaat.", words.SERIOUS) == (
        "advocaat",
        "brandlucht",
    )
    assert words.found("Welk merk (brand) is dit?", words.SERIOUS) == ()
