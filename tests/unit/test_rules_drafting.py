import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.rules.answer_check import Code, check
from app.models.rules.drafting import (
    MOST_TALK,
    Source,
    Turn,
    placeholders,
    prompt,
    written,
)
from app.models.rules.loopback import NotOnThisComputerError, checked
from app.models.rules.templates import Form

TALK = (
    Turn(False, "Ik ben Anna de Vries, bestelling 4471829. Bel 06-12345678."),
    Turn(True, "Dag Anna de Vries, we zoeken het uit. Of mail info@winkel.example"),
    Turn(False, "En? Mail anna@klant.example of bel 06-12345678"),
)
PAGES = (Source("Bezorging", "Te laat", "Na drie dagen bellen wij de bezorger."),)


def asked(language: str = "nl", form: Form = Form.JE, *, letter: bool = True) -> tuple[str, str]:
    made = prompt(TALK, PAGES, language=language, form=form, letter=letter, names=["Anna de Vries"])
    return made.system, made.user


def test_the_model_gets_no_people_and_each_has_a_number() -> None:
    made = prompt(
        TALK, PAGES, language="nl", form=Form.U, letter=True, customer="Anna",
        names=["Anna de Vries"], keep=["info@winkel.example"],
    )  # fmt: skip
    for secret in ("Anna de", "4471829", "12345678"):
        assert secret not in made.system + made.user
    assert "De klant heet [naam 1]." in made.user
    assert made.masks["[naam 1]"] == "Anna"
    assert made.user.count("[naam 2]") == 2
    assert made.user.count("[telefoon 1]") == 2
    assert made.masks["[bestelnummer 1]"] == "4471829"
    assert "info@winkel.example" in made.user
    assert "## Bezorging > Te laat\nNa drie dagen" in made.user
    assert made.user.index("Klant: Ik ben") < made.user.index("Wij: Dag")


def test_it_is_told_how_the_firm_writes() -> None:
    assert "Spreek de klant aan met u." in asked(form=Form.U)[0]
    assert "met je." in asked()[0]
    assert "aanhef" in asked()[0]
    assert "aanhef" not in asked(letter=False)[0]
    system, user = asked("en")
    assert "Write in English." in system
    assert "{what is to come}" in system
    assert "je." not in system
    assert "Customer: " in user
    assert "[name 1]" in user
    assert "(geen)" in prompt(TALK, (), language="nl", form=Form.U, letter=False).user


def test_only_the_newest_of_a_long_conversation_is_given() -> None:
    long = (Turn(False, "Anna de Vries " * 1_500), Turn(False, "Het laatste"))
    made = prompt(long, (), language="nl", form=Form.U, letter=False, names=["Anna de Vries"])
    assert len(made.user) < MOST_TALK + 100
    assert made.user.endswith("Klant: Het laatste")
    assert "Anna" not in made.user


def test_what_was_masked_is_put_back_and_what_stands_for_nothing_is_named() -> None:
    masks = {"[naam 1]": "Anna", "[bestelnummer 1]": "4471829"}
    found = written("Dag [Naam 1], [bestelnummer1] en [ naam 2 ] en [naam] [of zo]", masks)
    assert found.text == "Dag Anna, 4471829 en [ naam 2 ] en [naam] [of zo]"
    assert (found.put_back, found.open_places) == (2, ("[ naam 2 ]", "[naam]"))
    assert written("<think>hm [naam 1]</think>\n```text\nDag\n```", masks).text == "Dag"
    assert written("<think>nooit klaar", masks).text == ""


@given(st.lists(st.sampled_from(["Anna", "06-12345678", "bestelling 4471829", "dag"]), max_size=6))
def test_a_model_that_says_the_same_gives_back_what_was_masked(words: list[str]) -> None:
    text = ", ".join(words)
    made = prompt([Turn(False, text)], (), language="nl", form=Form.U, letter=False,
                  names=["Anna"])  # fmt: skip
    said = made.user.partition("Klant: ")[2]
    assert written(said, made.masks).text == text.strip()


def test_a_placeholder_in_an_answer_is_to_be_filled_unless_the_customer_wrote_it() -> None:
    (found, *_) = check("Dag [naam], hoe gaat het?")
    assert (found.code, found.words, found.stops) == (Code.UNFILLED, "[naam]", True)
    assert Code.UNFILLED not in {one.code for one in check("[link]", question_texts=["Zie [link]"])}
    assert placeholders("[IBAN] [iets] [phone 2] [IBAN]") == ("[IBAN]", "[phone 2]")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        (" http://LOCALHOST:8080 ", "http://localhost:8080/v1"),
        ("http://[::1]:1234/api/chat/completions", "http://[::1]:1234/api"),
        ("http://127.0.0.1/", "http://127.0.0.1:80/v1"),
    ],
)
def test_an_address_of_this_computer_is_taken(text: str, shown: str) -> None:
    assert checked(text).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "", "localhost:8080", "https://127.0.0.1/v1", "http://192.168.1.4:8080", "http://0.0.0.0",
        "http://127.0.0.1.voorbeeld.example", "http://127.0.0.1@voorbeeld.example/",
        "http://voorbeeld.example\\@127.0.0.1/", "http://a:b@127.0.0.1", "http://localhost/?a=1",
        "http://localhost/#a", "http://localhost:veel", "http://[::1", "http://2130706433/",
        "file:///etc/passwd", "http://localhost.voorbeeld.example",
    ],
)  # fmt: skip
def test_any_other_address_is_refused(text: str) -> None:
    with pytest.raises(NotOnThisComputerError):
        checked(text)
