"""When a statement holds, which words fit a channel, who asks about it, and what is outdated."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.rules.communication import (
    NEVER,
    Asked,
    Line,
    Source,
    Status,
    asked_of,
    asked_text,
    day_of,
    fitting,
    last_day,
    lines_for,
    outdated,
    status_of,
    too_long_for,
)
from app.models.rules.limits import Measure

DAY, BEFORE, AFTER = "2026-05-10", "2026-05-09", "2026-05-11"


@pytest.mark.parametrize(
    ("state", "first", "last", "status"),
    [
        ("approved", DAY, DAY, Status.VALID),
        ("approved", BEFORE, None, Status.VALID),
        ("approved", BEFORE, BEFORE, Status.EXPIRED),
        ("approved", AFTER, None, Status.COMING),
        ("draft", BEFORE, BEFORE, Status.DRAFT),
        ("withdrawn", BEFORE, AFTER, Status.WITHDRAWN),
    ],
)
def test_a_statement_holds_from_its_first_day_through_its_last(
    state: str, first: str, last: str | None, status: Status
) -> None:
    assert status_of(state, first, last, DAY) is status


def test_what_was_posted_is_asked_about_until_its_last_day_or_for_two_months() -> None:
    assert last_day(date(2026, 5, 10), "2026-05-20") == "2026-05-20"
    assert last_day(date(2026, 5, 10), None) == "2026-07-09"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Vandaag ", DAY), ("tomorrow", AFTER), ("11-5-2026", AFTER), ("11/05/2026", AFTER),
        ("2026-05-09", BEFORE), ("31-02-2026", None), ("gauw", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_typed(words: str, day: str | None) -> None:
    assert day_of(words, date(2026, 5, 10)) == day


LINE = Line(
    Source.CONTENT, 1, "Voorjaarsactie", "Geldt de korting ook in de winkel?", ("Ja.",),
    frozenset({"geld", "korting", "winkel"}), frozenset({"voorjaar", "actie"}), BEFORE, AFTER,
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"korting", "winkel", "pan"}, True),
        ({"korting", "pan"}, False),
        ({"korting", "actie"}, False),
        ({"pan"}, False),
        (set(), False),
    ],
)
def test_a_line_is_for_who_says_most_of_its_words(asked: set[str], shown: bool) -> None:
    assert bool(lines_for([LINE], asked, DAY)) == shown


def test_half_the_words_do_when_its_subject_is_named_as_well() -> None:
    short = replace(LINE, stems=frozenset({"korting", "winkel"}))
    assert not lines_for([short], {"korting"}, DAY)
    assert lines_for([short], {"korting", "actie"}, DAY)


def test_the_best_line_comes_first_each_text_once_and_none_that_does_not_hold() -> None:
    every = {"geld", "korting", "winkel"}
    worse = replace(LINE, question="Tot wanneer?", stems=frozenset({*every, "dag"}))
    other = replace(worse, source=Source.STATEMENT, id=7, texts=("Nee.",))
    expired = replace(LINE, id=2, last=BEFORE)
    coming = replace(LINE, id=3, first=AFTER, last=NEVER)
    found = lines_for([worse, other, LINE, expired, coming], every, DAY)
    assert found == [LINE, other]


def test_the_longest_text_that_the_channel_takes_is_chosen() -> None:
    long, short = "a" * 270, "b" * 200
    assert fitting([short, long], Measure("email")) == long
    assert fitting([short, long], Measure("x")) == long
    assert fitting([short, long], Measure("x"), "Groeten van de hele winkel") == short
    assert fitting(["c" * 300], Measure("x")) is None
    assert too_long_for("d" * 290) == ("x",)
    assert too_long_for("") == ()


def test_a_sentence_of_what_no_longer_holds_is_found_in_either_form() -> None:
    gone = {
        "Kerst": ["Dag. Tot en met donderdag kunt {u:u|je:je} bestellen. Wij halen {dag} alles op."]
    }
    draft = "Dag Anna,\n\nTot en met  donderdag kunt je bestellen!"
    assert outdated(draft, gone, []) == ("Kerst",)
    assert outdated("Dag. Wij halen morgen alles op.", gone, []) == ()
    held = "Tot en met donderdag kunt je bestellen."
    assert outdated(draft, gone, [held]) == ()


def test_expected_questions_are_typed_as_blocks() -> None:
    typed = "Wat kost het?\nTien euro,\nmet btw.\n\n \n\nTot wanneer?\n"
    read = (Asked("Wat kost het?", "Tien euro,\nmet btw."), Asked("Tot wanneer?"))
    assert asked_of(typed) == read
    assert asked_of(asked_text(read)) == read
    assert asked_of("  ") == ()
