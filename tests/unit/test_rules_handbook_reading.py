"""Differences between wordings, places in a text, and terms in it."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.handbook.differences import Line, Mark, counted, differences
from app.models.rules.handbook.glossary import found, terms_of, together
from app.models.rules.handbook.pages import Article, Sop, Term
from app.models.rules.handbook.places import (
    Link,
    links,
    pictures,
    review_in,
    step_lines,
    with_review,
)

SIGNS = {Mark.SAME: " ", Mark.ADDED: "+", Mark.REMOVED: "-", Mark.GAP: "@"}
LETTERS = st.text("ab \n", max_size=30)


def drawn(lines: tuple[Line, ...]) -> list[str]:
    """Show lines with their sign, changed words between brackets."""
    return [
        SIGNS[line.mark]
        + "".join(f"[{one.text}]" if one.mark is not Mark.SAME else one.text for one in line.pieces)
        for line in lines
    ]


def test_changed_words_stand_out_in_their_line() -> None:
    old = "1. Bel de klant vandaag\n2. Klaar: Gebeld\n"
    new = "1. Bel de klant binnen een uur\n2. Klaar: Gebeld"
    assert drawn(differences(old, new)) == [
        "-1. Bel de klant [vandaag]",
        "+1. Bel de klant [binnen een uur]",
        " 2. Klaar: Gebeld",
    ]


def test_lines_with_nothing_in_common_are_wholly_new() -> None:
    assert drawn(differences("appel\npeer", "Bel hem op\npeer\n\nen nog iets")) == [
        "-[appel]",
        "+[Bel hem op]",
        " peer",
        "+[]",
        "+[en nog iets]",
    ]


def test_a_line_is_compared_with_the_one_it_is_like() -> None:
    old = "een twee drie vier\nvijf zes zeven acht"
    new = "iets heel anders\neen twee drie 4\nvijf zes zeven 8"
    assert drawn(differences(old, new)) == [
        "-een twee drie [vier]",
        "-vijf zes zeven [acht]",
        "+[iets heel anders]",
        "+een twee drie [4]",
        "+vijf zes zeven [8]",
    ]


def test_what_stays_the_same_far_away_is_left_out() -> None:
    old = "\n".join(map(str, range(1, 13)))
    new = old.replace("6", "zes")
    lines = differences(old, new, context=1)
    assert drawn(lines) == ["@", " 5", "-[6]", "+[zes]", " 7", "@"]
    assert (lines[0].old, lines[0].left_out, lines[-1].new, lines[-1].left_out) == (1, 4, 8, 5)
    assert counted(lines) == (1, 1)
    assert drawn(differences(old, old.replace("2\n", "", 1), context=1)) == [
        " 1",
        "-[2]",
        " 3",
        "@",
    ]
    assert drawn(differences("a\nb\nc", "a\nb\nd", context=1))[0] == " a"
    assert differences(old, old + "\n") == ()


def test_very_many_changed_lines_are_not_compared_with_each_other() -> None:
    old = "\n".join(f"oud woord {number}" for number in range(40))
    new = old.replace("oud", "nieuw")
    lines = differences(old, new)
    assert counted(lines) == (40, 40)
    assert all(len(line.pieces) == 1 for line in lines)


@given(LETTERS, LETTERS)
@settings(max_examples=200, deadline=None)
def test_both_texts_can_be_read_off_their_differences(old: str, new: str) -> None:
    lines = differences(old, new, context=99)
    if old.splitlines() != new.splitlines():
        before = [line for line in lines if line.mark is not Mark.ADDED]
        after = [line for line in lines if line.mark is not Mark.REMOVED]
        assert [line.text for line in before] == old.splitlines()
        assert [line.text for line in after] == new.splitlines()
        assert [line.old for line in before] == list(range(1, len(before) + 1))
        assert [line.new for line in after] == list(range(1, len(after) + 1))


PAGE = """---
soort: sop
titel: "Te laat: wat nu?"
herzien: 2027-05-01
taal: nl
---

Zie [terug](terugbetaling.md#stap-2) en [site](https://x.nl/a.md) of [b](boze-klant.md).

1. Geen stap

## Stappen

1. Bel
2. Klaar: Gebeld
2. Klaar: Nog eens
"""


def test_steps_and_links_have_their_line() -> None:
    assert step_lines(PAGE) == {1: 14, 2: 15}
    # An address on the internet is no page, whatever it ends in.
    keys = [one.key for one in links(PAGE)]
    assert keys == ["terugbetaling", "boze-klant"]
    assert links(PAGE)[0] == Link(8, "terugbetaling")
    shown = "x\n![a](images/a.png) ![](https://b.example/b.png)\n![c](c.gif)![a](a.png)"
    assert pictures(shown) == ((2, "a.png"), (3, "c.gif"), (3, "a.png"))


def test_the_day_of_review_is_read_and_written() -> None:
    assert review_in(PAGE) == date(2027, 5, 1)
    other = with_review(PAGE, date(2028, 1, 2))
    assert other == PAGE.replace("2027-05-01", "2028-01-02")
    without = with_review(PAGE, None)
    assert "herzien" not in without
    assert review_in(without) is None
    assert with_review(without, date(2027, 5, 1)) == PAGE
    english = "---\nkind: article\ntitle: Late\nlanguage: EN\n---\n"
    assert "\nreview: 2027-05-01\nlanguage" in with_review(english, date(2027, 5, 1))
    bare = "---\nsoort: artikel\n---"
    assert with_review(bare, date(2027, 5, 1)) == "---\nsoort: artikel\nherzien: 2027-05-01\n---"
    assert review_in(PAGE.replace("2027-05-01", "ooit")) is None
    for text in ("", "Hoi", "---\nherzien: 2027-05-01"):
        assert with_review(text, date(2027, 5, 1)) == text
        assert review_in(text) is None


def test_terms_are_read_off_a_page_and_found_in_a_text() -> None:
    body = "# A\n\n- **SLA / afspraak**: hoe snel\n- **retour (terugsturen)**: terug  \n- los: nee"
    terms = terms_of(Article(title="Begrippen", body=body))
    assert terms == (Term("SLA / afspraak", "hoe snel"), Term("retour (terugsturen)", "terug"))
    own = terms_of(Sop(title="X", terms=(Term("Retour (terugsturen)", "anders"), Term("SL", "x"))))
    assert together(terms, own) == (*terms, Term("SL", "x"))
    text = "Onze sla, drie afspraken? Retouren en retour; retourbon niet."
    hits = [(text[one.start : one.end], one.term.meaning) for one in found(text, terms)]
    assert hits == [("sla", "hoe snel"), ("Retouren", "terug"), ("retour", "terug")]
    assert [*found("Klant", (Term("(x)", "leeg"),))] == []
    longest = (Term("eerste", "a"), Term("eerste reactie", "b"))
    assert [one.term.meaning for one in found("De eerste reactie", longest)] == ["b"]
