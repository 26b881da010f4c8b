"""Texts with places, how they end, and what is looked at before they go."""

import pytest

from app.models.rules.answer_check import Code, Finding, Style, check, leaving, open_questions
from app.models.rules.limits import Measure
from app.models.rules.signing import addition, greets, signed, signed_html, signs_off
from app.models.rules.templates import Form, fill, forms_in, language_of, unknown

X = Measure("x")


def codes(text: str, **given: object) -> list[Code]:
    return [one.code for one in check(text, **given)]  # type: ignore[arg-type]


def test_a_choice_leaves_the_text_of_the_form_and_language_standing() -> None:
    body = "{nl:Dag|en:Hello} {naam|daar}, {je:je pakket|u:uw pakket} is er.{en: Bye}"
    assert fill(body, {"naam": "Anna"}).text == "Dag Anna, uw pakket is er."
    found = fill(body, {}, form=Form.JE, language="en")
    assert found.text == "Hello daar, je pakket is er. Bye"
    assert found.missing == ()


def test_a_part_of_a_choice_without_a_key_is_never_chosen() -> None:
    assert fill("{je:jij|iemand}", {}, form=Form.U).text == ""


def test_what_a_customer_wrote_is_not_filled_again() -> None:
    assert fill("Over {onderwerp}", {"onderwerp": "{naam}", "naam": "Anna"}).text == "Over {naam}"


def test_places_that_nothing_fills_are_named_whether_they_fall_back_or_not() -> None:
    body = "{naam|daar} {code} {Bedrag|?} {je:je|u:u} {code}"
    assert unknown(body, frozenset({"naam"})) == ("code", "bedrag")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Waar is mijn pakket, ik heb het niet", "nl"),
        ("Where is my parcel, I have not got it", "en"),
        ("1234", "nl"),
    ],
)
def test_the_language_of_a_customer_is_told_by_small_words(text: str, language: str) -> None:
    assert language_of(text, "nl") == language


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Uw pakket is er", {Form.U}),
        ("Je pakket is er", {Form.JE}),
        ("Uw pakket, want je vroeg erom", {Form.JE, Form.U}),
        ("U en uw collega's: jullie pakket", {Form.U}),
        ("Jullie pakket", {Form.JE}),
        ("Het pakket is er", set()),
    ],
)
def test_the_form_of_a_text_is_told(text: str, forms: set[Form]) -> None:
    assert forms_in(text) == forms


def test_a_text_is_signed_once() -> None:
    assert signed("Dag Anna", "^LV") == "Dag Anna ^LV"
    assert signed("Dag Anna ^LV", "^LV") == "Dag Anna ^LV"
    assert signed("Het is er.", "Met groet,\nLien") == "Het is er.\n\nMet groet,\nLien"
    assert signed("Het is er.\n\nGroet,\nLien", "Met groet,\nLien").endswith("Groet,\nLien")
    assert signed("Het is er.\n\nLien", "Lien") == "Het is er.\n\nLien"
    assert signed("  ", "^LV") == "  "
    assert signed("Dag", "") == "Dag"


def test_formatting_keeps_its_signature_harmless() -> None:
    assert signed_html("<p>Dag</p>", "\n\nA<b>\nC") == "<p>Dag</p><p>A&lt;b&gt;<br>C</p>"
    assert signed_html("<p>Dag</p>", "") == "<p>Dag</p>"
    assert addition("Dag", "^L") == " ^L"


def test_greetings_and_closings_are_recognised() -> None:
    assert greets("Beste Anna,\nIk kijk")
    assert not greets("Ik kijk")
    assert signs_off("Tot ziens.\n\nHartelijke groet,\nLien")
    assert not signs_off("Tot ziens.")


def test_nothing_is_found_in_an_empty_answer_or_a_good_one() -> None:
    style = Style(Form.U, letter=True)
    assert check("  ", style=style, measure=X) == ()
    good = "Dag Anna,\n\nUw pakket komt vrijdag.\n\nGroet,\nLien"
    asked = ["Waar blijft mijn pakket?"]
    assert check(good, question_texts=asked, style=style, measure=X) == ()
    assert check("Dag", style=Style(letter=True), sign_off="Groet, Lien") == ()


def test_places_and_length_stop_an_answer() -> None:
    text = "Dag {naam}, {code|x}" + 270 * "."
    found = check(text, measure=X, sign_off="^LV")
    assert found == (Finding(Code.UNFILLED, "naam"), Finding(Code.TOO_LONG, "14"))
    assert all(one.stops for one in found)
    assert leaving(" Dag ", "^LV") == "Dag ^LV"
    assert leaving(" Dag ", "") == "Dag"


def test_braces_of_the_customer_do_not_stop_an_answer() -> None:
    assert codes("Haal {x} weg", question_texts=["Daar staat {x}."]) == []


def test_a_question_without_an_echo_is_shown() -> None:
    asked = "Hoi. Kan ik de kleur ruilen? En hoeveel? Wanneer komt de factuur?"
    assert open_questions(asked, "De factuur komt morgen.") == ("Kan ik de kleur ruilen?",)
    assert codes("Dank!", question_texts=[asked]) == [Code.QUESTION, Code.QUESTION]


def test_a_promise_and_manners_are_shown_and_stop_nothing() -> None:
    found = check(
        "Uw pakket komt, je hoort morgen van ons",
        promise="je hoort morgen van ons",
        style=Style(Form.U, letter=True),
    )
    expected = [Code.PROMISE, Code.MIXED, Code.NO_GREETING, Code.NO_SIGN_OFF]
    assert [one.code for one in found] == expected
    assert not any(one.stops for one in found)
    assert check("Je pakket komt", style=Style(Form.U)) == (Finding(Code.OTHER_FORM, "u"),)
    assert codes("Je pakket komt", style=Style(Form.JE)) == []
