"""What a case adds to the handbook."""

import pytest

from app.models.rules.handbook import from_case
from app.models.rules.handbook.from_case import NamelessTermError, NoSuchStepError, Part
from app.models.rules.handbook.pages import Article, Kind, Sop, Step, Term, tidied
from app.models.rules.handbook.text import parse, render

SOP = Sop(title="Te laat", steps=(Step(1, Kind.DO, "Bel"), Step(2, Kind.END)), purpose="Snel")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dag Anna,\n\nHij komt.\n\nGroet, Saskia", "Hij komt."),
        ("Hij komt.\nMet vriendelijke groet,\nSaskia\nDe Pollepel", "Hij komt."),
        ("Hoi", "Hoi"),
        ("Hallo, weten jullie meer?\nIk niet.", "Hallo, weten jullie meer?\nIk niet."),
        ("", ""),
    ],
)
def test_greeting_and_closing_are_no_part_of_it(text: str, left: str) -> None:
    assert from_case.bare(text) == left


def test_a_title_is_the_subject_or_the_beginning_of_the_question() -> None:
    assert from_case.title_of("RE: Fwd: Te laat", "x") == "Te laat"
    assert from_case.title_of("", "Waar\nblijft hij?") == "Waar blijft hij?"
    long = from_case.title_of("woord " * 30, "")
    assert long.endswith("woord\u2026")
    assert len(long) <= 91


def test_an_article_quotes_the_question_and_gives_the_answer() -> None:
    assert from_case.body_of("Waar?\n\nNu", "Hier", "nl") == (
        "## Vraag\n\n> Waar?\n>\n> Nu\n\n## Antwoord dat hielp\n\nHier"
    )
    assert from_case.body_of("Where?", "", "en").endswith("## Answer that helped")
    assert from_case.word("question", "fy") == "Vraag"
    assert from_case.extended(Article(title="A"), "B\n").body == "B"
    assert from_case.extended(Article(title="A", body="A"), "B").body == "A\n\nB"


def test_a_procedure_takes_a_term_an_example_or_more_text_in_a_step() -> None:
    term = from_case.added(SOP, Part.TERM, "Een doos\nmet lucht", name=" Leeg  pak ")
    assert term.terms == (Term("Leeg pak", "Een doos met lucht"),)
    example = from_case.added(SOP, Part.EXAMPLE, "Zo ging het")
    assert example.purpose == "Snel\n\n**Voorbeeld**: Zo ging het"
    whole = from_case.body_of("Waar?", "Hier", "nl")
    long = from_case.added(SOP, Part.EXAMPLE, whole)
    assert long.purpose.endswith(
        "**Voorbeeld**:\n\n*Vraag*\n\n> Waar?\n\n*Antwoord dat hielp*\n\nHier"
    )
    marked = from_case.added(SOP, Part.TERM, whole, name="X").terms[0]
    assert marked.meaning == "Vraag Waar? Antwoord dat hielp Hier"
    assert from_case.added(SOP, Part.STEP, whole, step=1).steps[0].text.startswith("Bel\n*Vraag*")
    step = from_case.added(SOP, Part.STEP, "Ook 's avonds", step=1)
    assert [one.text for one in step.steps] == ["Bel\nOok 's avonds", ""]
    for one in (term, example, step, long, from_case.added(SOP, Part.STEP, whole, step=1)):
        assert parse(render(one)) == tidied(one)
    with pytest.raises(NamelessTermError):
        from_case.added(SOP, Part.TERM, "x", name=" ")
    for number in (3, None):
        with pytest.raises(NoSuchStepError):
            from_case.added(SOP, Part.STEP, "x", step=number)
