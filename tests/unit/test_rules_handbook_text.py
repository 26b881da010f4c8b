"""Pages as text: what comes back, how leniently it is read, and what it says when it cannot."""

from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings

from app.models.rules.handbook.pages import (
    Answer,
    Article,
    Kind,
    Sop,
    Step,
    Term,
    renumbered,
    slug,
    tidied,
)
from app.models.rules.handbook.text import parse, render
from app.models.rules.handbook.troubles import UnreadablePageError
from tests.effort import repeated
from tests.unit.handbook_pages import ARTICLES, SOPS

DOC = (Path(__file__).parents[2] / "docs" / "handbook.md").read_text(encoding="utf-8")
EXAMPLES = [part.split("~~~")[0] for part in DOC.split("~~~markdown\n")[1:]]


@repeated
@given(SOPS)
@settings(max_examples=100, deadline=None)
def test_a_procedure_comes_back_as_it_was(sop: Sop) -> None:
    text = render(sop)
    assert parse(text) == tidied(sop)
    assert render(parse(text)) == text


@given(ARTICLES)
@settings(max_examples=40, deadline=None)
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    assert parse(render(article)) == tidied(article)


def steps(text: str, top: str = "") -> Sop:
    """Read a procedure of these steps."""
    page = parse(f"---\nkind: sop\ntitle: T\n{top}---\n## Steps\n{dedent(text)}")
    assert isinstance(page, Sop)
    return page


def troubles(text: str) -> list[tuple[int, str, str]]:
    """Return line, code and value of all that is wrong with a text."""
    with pytest.raises(UnreadablePageError) as caught:
        parse(text)
    return [(one.line, one.code, str(one.params.get("value"))) for one in caught.value.troubles]


def wrong(text: str, top: str = "") -> list[tuple[int, str, str]]:
    """Return the same for steps, the first of which is on line 1."""
    found = troubles(f"---\nkind: sop\ntitle: T\n{top}---\n## Steps\n{dedent(text)}")
    return [(number - 5 - top.count("\n"), code, value) for number, code, value in found]


@pytest.mark.parametrize("text", EXAMPLES, ids=["nl", "en"])
def test_the_examples_of_the_documentation_are_written_as_they_are_read(text: str) -> None:
    assert render(parse(text)) == text


def test_every_part_of_a_procedure_is_understood() -> None:
    page = parse(EXAMPLES[0])
    assert isinstance(page, Sop)
    assert (page.key, page.department, page.owner) == ("te-laat", "Klantenservice", "Fatima de Wit")
    assert (page.review, page.language) == (date(2027, 5, 1), "nl")
    assert (page.tags, page.categories, page.types) == ((), ("delivery",), ())
    assert page.asked == ("waar blijft mijn pakket?",)
    assert (page.response, page.throughput) == (timedelta(hours=4), timedelta(days=2))
    assert page.terms[0].name == "Track & trace"
    assert (page.first, page.start_position, page.steps[0].position) == (1, (0, 0), None)
    assert [step.kind for step in page.steps] == [
        Kind.DO, Kind.CHOICE, Kind.SEND, Kind.END, Kind.ASK, Kind.SEND,
    ]  # fmt: skip
    choice, send, _end, ask, again = page.steps[1:]
    assert choice.answers[0] == Answer("Ja, binnen twee dagen", 3)
    assert (send.about, send.text) == ("Excuus, pakket onderweg", "Noem de dag van bezorging.")
    assert (ask.about, ask.next, again.next) == ("Magazijn", 6, 4)
    assert page.steps[0].expected == "je weet wanneer het pakket komt."


def test_both_examples_say_the_same() -> None:
    dutch, english = parse(EXAMPLES[0]), parse(EXAMPLES[1])
    assert isinstance(dutch, Sop)
    assert isinstance(english, Sop)
    assert [(step.kind, step.next) for step in dutch.steps] == [
        (step.kind, step.next) for step in english.steps
    ]


def test_steps_are_read_as_people_type_them() -> None:
    page = steps("""\
        1) Look
        it up
        2. Is it late?
        - Yes → stap 3
          * No,
            not yet -> ?
        \t+ Perhaps
           result: you
           know

           More to read.
        3. Done:
        """)
    look, late, end = page.steps
    assert (look.text, look.next) == ("Look\nit up", 2)
    assert (late.kind, late.text) == (Kind.CHOICE, "Is it late?\n\nMore to read.")
    assert late.answers == (Answer("Yes", 3), Answer("No, not yet", None), Answer("Perhaps", None))
    assert late.expected == "you know"
    assert (end.kind, end.about) == (Kind.END, "")


def test_a_list_in_a_step_is_text() -> None:
    page = steps("1. Look at\n   - the date\n   - the address\n\t- the tabs\n")
    assert page.steps[0].text == "Look at\n- the date\n- the address\n- the tabs"
    assert page.steps[0].kind is Kind.DO


def test_a_procedure_may_begin_at_another_step_and_end_nowhere() -> None:
    page = steps("-> 2\n\n1. One\n   -> ?\n2. Two\n")
    assert (page.first, page.steps[0].next, page.steps[1].next) == (2, None, None)
    assert steps("").first is None


def test_details_are_read_as_people_write_them() -> None:
    page = parse(
        "\ufeff---\r\nSoort: ARTIKEL\r\n\r\ntitel:'It''s'\r\ntags: [a, \"b: c\"]\r\n"
        "taal: EN\r\nreview:\r\n---\r\nBody\r\n"
    )
    assert page == Article(title="It's", key="it-s", tags=("a", "b: c"), language="en", body="Body")
    one = parse("---\nkind: sop\ntitle: T\ncategorieen: a\n---\n")
    assert isinstance(one, Sop)
    assert one.categories == ("a",)


@pytest.mark.parametrize(("typed", "said"), [("ja", True), ("YES", True), ("nee", False)])
def test_a_procedure_says_for_what_signals_it_is_and_whether_it_has_to_be_ended(
    typed: str, said: bool
) -> None:
    sop = steps("1. A", top=f"verplicht: {typed}\nsignals: [urgent, low_stars]\n")
    assert (sop.required, sop.signals) == (said, ("low_stars", "urgent"))
    assert ("verplicht: ja" in render(sop)) is said
    assert wrong("1. A", top="required: maybe\nsignalen:\n  - loud\n") == [
        (-4, "bad_detail", "maybe"),
        (-3, "bad_detail", "loud"),
    ]


def test_every_kind_of_page_tells_what_is_asked_when_it_is_the_one() -> None:
    said = ("- waar blijft 't", 'kan "dat": ja of nee?', "a, b")
    for page in (Sop(title="T", asked=said), Article(title="T", asked=said, language="en")):
        again = parse(render(page))
        assert again == tidied(page)
        assert again.asked == said
    typed = parse("---\nsoort: artikel\ntitel: T\ngevraagd:\n  - hoe  dan?\n  -  \n---\n")
    assert typed.asked == ("hoe dan?",)


def test_text_before_the_first_heading_is_the_purpose() -> None:
    page = parse("---\nkind: sop\ntitle: T\n---\nWhy\n\n## Terms\n- a: b\n  c\n\n* **d**: e\n")
    assert isinstance(page, Sop)
    assert page.purpose == "Why"
    assert page.terms == (Term("a", "b c"), Term("d", "e"))


def test_a_heading_of_a_section_in_the_purpose_stays_text() -> None:
    page = Sop(title="T", purpose="## Steps\n\\## Terms\n## More", language="en")
    assert "\n\\## Steps\n\\\\## Terms\n## More\n" in render(page)
    assert parse(render(page)) == tidied(page)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(1, "no_details", "None")]),
        ("# Title\n", [(1, "no_details", "None")]),
        ("---\ntitle: T\n", [(3, "no_details", "None")]),
        ("---\n---\n", [(1, "missing_detail", "soort / kind"),
                        (1, "missing_detail", "titel / title")]),
        ("---\nkind: poem\ntitle: T\n---\n", [(2, "bad_detail", "poem")]),
        ("---\nkind: article\ntitle: T\nresponse: 4 h\n---\n",
         [(4, "unknown_detail", "response")]),
        ("---\nkind: article\ntitle: T\nmood: 4\n  - x\n# why\ntitel: U\n---\n",
         [(4, "unknown_detail", "mood"), (6, "unknown_detail", "# why"),
          (7, "double_detail", "titel")]),
        ("---\nkind: article\ntitle: \"T\nreview: soon\nlanguage: fy\n---\n",
         [(3, "bad_detail", '"T'), (4, "bad_detail", "soon"), (5, "bad_detail", "fy")]),
        ("---\nkind: sop\ntitle: T\nresponse: soon\n---\nWhy\n## Purpose\n",
         [(4, "bad_detail", "soon"), (7, "double_section", "Purpose")]),
        ("---\nkind: sop\ntitle: T\n---\n## Terms\nx\n- y\n## Terms\n",
         [(6, "unreadable_term", "x"), (7, "unreadable_term", "- y"),
          (8, "double_section", "Terms")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_page_is_said_by_line(
    text: str, found: list[tuple[int, str, str]]
) -> None:
    assert troubles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello\n1. One\n## More\n", [(1, "unreadable_page", "Hello"),
                                      (3, "unreadable_page", "## More")]),
        ("1. One\n0. Two\n1. Three\n", [(2, "double_step", "0"), (3, "double_step", "1")]),
        ("1. One\n   -> the end\n   -> 2\n", [(2, "bad_reference", "-> the end"),
                                             (3, "arrow_too_many", "1")]),
        ("1. Choice: One\n   - Yes -> two\n   -> 2\n", [(2, "bad_reference", "Yes -> two"),
                                                       (3, "arrow_too_many", "1")]),
        ("1. Done: One\n   -> 2\n", [(2, "arrow_too_many", "1")]),
        ("1. Send: One\n   - Yes -> 2\n", [(2, "answer_without_choice", "1")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_steps_is_said_by_line(
    text: str, found: list[tuple[int, str, str]]
) -> None:
    assert wrong(text) == found


@pytest.mark.parametrize("place", ["here", "0 1 2", "7 1 2", "1 2 3\n  - 1 2 3", "1 2"])
def test_positions_are_of_what_is_there(place: str) -> None:
    last = place.rpartition("- ")[2]
    found = wrong("1. One\n", f"positions:\n  - {place}\n")
    assert [(code, value) for _, code, value in found] == [("bad_detail", last)]


def test_steps_are_counted_anew_in_their_order() -> None:
    page = steps("-> 7\n\n5. Choice: A\n   - Yes -> 7\n   - No -> 9\n7. B\n   -> 5\n")
    again = renumbered(page)
    assert (again.first, [step.id for step in again.steps]) == (2, [1, 2])
    assert again.steps[0].answers == (Answer("Yes", 2), Answer("No", None))
    assert (again.steps[1].next, renumbered(Sop(title="T")).first) == (1, None)


def test_a_key_is_made_of_the_title() -> None:
    assert slug("Één klant: Café & co!") == "een-klant-cafe-co"
    assert tidied(Article(title="A b")).key == "a-b"


def test_tidied_leaves_out_what_a_kind_has_not() -> None:
    answers = (Answer("x", 1),)
    step = Step(1, Kind.END, about=" a  b", next=3, answers=answers)
    page = tidied(Sop(title=" T ", steps=(step, Step(2, Kind.DO, about="x")), tags=(" ",)))
    assert page.steps == (Step(1, Kind.END, about="a b"), Step(2, Kind.DO))
    assert (page.title, page.tags) == ("T", ())


def test_text_that_looks_like_a_part_stays_text() -> None:
    text = "\\Send: x\n-> 3\n  result: y\n- Yes -> 4\n\\\\- No -> 5\n- z\n\\- z\n\\plain"
    for kind in (Kind.DO, Kind.CHOICE, Kind.ASK, Kind.SEND, Kind.END):
        page = Sop(title="T", steps=(Step(3, kind, text=text),), first=None, language="en")
        assert parse(render(page)) == tidied(page)
    choice = Sop(title="T", steps=(Step(3, Kind.CHOICE, text="Why?\n- z"),), first=3, language="en")
    assert render(choice).endswith("## Steps\n\n3. Choice: Why?\n   \\- z\n")


def test_everything_a_page_can_have_is_written() -> None:
    page = Sop(
        title="Kort", owner="# x", review=date(2027, 5, 1), tags=("a: b", "c"), types=("d",),
        categories=("e",), response=timedelta(minutes=30), throughput=timedelta(days=3, seconds=9),
        terms=(Term("Woord", ""), Term("", "")), purpose="Doel", start_position=(0, -5), first=9,
        steps=(Step(2, Kind.ASK, text="Hoe?", about="Zij (x): y", next=9, position=(1, 2)),
               Step(9, Kind.END, about="Klaar", text="Dag", next=None)),
    )  # fmt: skip
    text = render(page)
    assert parse(text) == tidied(page)
    assert "posities:\n  - start 0 -5\n  - 2 1 2\n---\n\n## Doel\n\nDoel\n" in text
    assert "\n-> 9\n\n2. Vraag collega (Zij (x) : y): Hoe?\n9. Klaar: Klaar\n   Dag\n" in text
    assert "reactietijd: 30 min\ndoorlooptijd: 3 dagen\n" in text
    assert render(Article(title="")) == '---\nsoort: artikel\ntitel: ""\ntaal: nl\n---\n'
