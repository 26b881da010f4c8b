"""What is done to a chart changes its procedure, and nothing else of it."""

from dataclasses import replace

import pytest

from app.models.rules.handbook import drawing
from app.models.rules.handbook.chart import chart_of
from app.models.rules.handbook.drawing import Way
from app.models.rules.handbook.pages import START, Answer, Kind, Sop, Step

SOP = Sop(
    title="Te laat",
    key="te-laat",
    owner="Fatima",
    first=1,
    steps=(
        Step(1, Kind.DO, "Zoek op", next=2, expected="gevonden"),
        Step(2, Kind.CHOICE, "Komt het?", answers=(Answer("Ja", 3), Answer("Nee", 4))),
        Step(3, Kind.SEND, "Noem de dag.", "Onderweg", next=5),
        Step(4, Kind.ASK, "Nieuw pakket?", "Magazijn", next=3),
        Step(5, Kind.END, about="Opgelost"),
    ),
)


def lines(sop: Sop) -> list[str]:
    return [f"{e.source}>{e.target}{e.label and ' ' + e.label}" for e in chart_of(sop).edges]


def test_arrows_are_named_in_the_order_of_the_chart() -> None:
    assert lines(SOP) == ["0>1", "1>2", "2>3 Ja", "2>4 Nee", "3>5", "4>3"]
    assert list(drawing.ways(SOP).values()) == [e.target for e in chart_of(SOP).edges]
    assert drawing.target_of(SOP, Way(2, 1)) == 4
    assert drawing.target_of(SOP, Way(9)) is None
    assert drawing.ways(replace(SOP, first=None, steps=())) == {}


def test_a_new_step_comes_into_the_arrow() -> None:
    sop, number = drawing.added(SOP, Kind.DO, Way(1))
    assert (number, [step.id for step in sop.steps]) == (6, [1, 6, 2, 3, 4, 5])
    assert lines(sop)[1:3] == ["1>6", "6>2"]
    sop, _ = drawing.added(SOP, Kind.CHOICE, Way(START))
    assert lines(sop)[:3] == ["0>6", "6>1 Ja", "6>None Nee"]
    assert lines(drawing.added(SOP, Kind.END, Way(2, 0))[0])[2:4] == ["2>6 Ja", "2>4 Nee"]
    english = replace(SOP, language="en", steps=())
    sop, _ = drawing.added(english, Kind.CHOICE)
    assert [one.label for one in sop.steps[0].answers] == ["Yes", "No"]
    assert sop.first == 1


def test_after_a_choice_a_step_takes_an_answer_that_is_open_or_a_new_one() -> None:
    sop, number = drawing.added(SOP, Kind.DO, Way(2))
    assert lines(sop)[2:5] == ["2>3 Ja", "2>4 Nee", f"2>{number}"]
    opened = drawing.led(SOP, Way(2, 0), None)
    sop, number = drawing.added(opened, Kind.DO, Way(2))
    assert lines(sop)[2:4] == [f"2>{number} Ja", "2>4 Nee"]


def test_what_led_to_a_removed_step_leads_to_what_came_next() -> None:
    assert lines(drawing.removed(SOP, [3])) == ["0>1", "1>2", "2>5 Ja", "2>4 Nee", "4>5"]
    assert lines(drawing.removed(SOP, [1, 2])) == ["0>3", "3>5", "4>3"]
    assert lines(drawing.removed(SOP, [5])) == ["0>1", "1>2", "2>3 Ja", "2>4 Nee", "4>3"]
    assert drawing.removed(SOP, [START, 77]) == SOP
    loop = drawing.led(SOP, Way(1), 1)
    assert drawing.removed(loop, [1]).first is None


def test_an_arrow_is_led_joined_and_taken_away() -> None:
    assert lines(drawing.led(SOP, Way(1), 4))[1] == "1>4"
    assert drawing.led(SOP, Way(START), None).first is None
    assert drawing.led(SOP, Way(5), 1) == SOP
    assert drawing.led(SOP, Way(2, 9), 1) == SOP
    assert lines(drawing.joined(SOP, 2, 5))[2:5] == ["2>3 Ja", "2>4 Nee", "2>5"]
    assert lines(drawing.joined(SOP, 4, 1))[-1] == "4>1"
    assert drawing.joined(SOP, START, 3).first == 3
    assert drawing.joined(SOP, 77, 3) == SOP
    assert lines(drawing.parted(SOP, Way(1)))[1] == "2>3 Ja"
    assert lines(drawing.parted(SOP, Way(2, 0)))[2] == "2>4 Nee"


def test_words_change_and_answers_keep_where_they_lead() -> None:
    choice = SOP.steps[1]
    answers = tuple(Answer(label, None) for label in ("Zeker", "Nee", "Weet niet"))
    sop = drawing.worded(SOP, replace(choice, text="Komt het nog?", answers=answers))
    assert lines(sop)[2:5] == ["2>3 Zeker", "2>4 Nee", "2>None Weet niet"]
    assert drawing.main_words(sop.steps[1]) == "Komt het nog?"
    assert drawing.main_words(SOP.steps[2]) == "Onderweg"
    fewer = drawing.worded(SOP, replace(choice, answers=answers[:1]))
    assert lines(fewer)[2:4] == ["2>3 Zeker", "3>5"]


@pytest.mark.parametrize(
    ("number", "kind", "about", "text", "exits"),
    [
        (1, Kind.CHOICE, "", "Zoek op", ["1>2 Ja", "1>None Nee"]),
        (1, Kind.END, "Zoek op", "", []),
        (2, Kind.DO, "", "Komt het?", ["2>3"]),
        (3, Kind.END, "Onderweg", "Noem de dag.", []),
        (3, Kind.DO, "", "Onderweg", ["3>5"]),
        (4, Kind.SEND, "Nieuw pakket?", "", ["4>3"]),
    ],
)
def test_a_step_becomes_another_kind_and_keeps_its_words(
    number: int, kind: Kind, about: str, text: str, exits: list[str]
) -> None:
    sop = drawing.made(SOP, number, kind)
    step = drawing.step_of(sop, number)
    assert step is not None
    assert (step.kind, step.about, step.text) == (kind, about, text)
    assert [one for one in lines(sop) if one.startswith(f"{number}>")] == exits
    assert drawing.made(sop, number, kind) == sop
    assert drawing.made(sop, 77, kind) == sop


def test_boxes_are_placed_and_let_go() -> None:
    sop = drawing.placed(SOP, {START: (0, 0), 3: (10, 20)})
    assert sop.start_position == (0, 0)
    assert [step.position for step in sop.steps] == [None, None, (10, 20), None, None]
    assert drawing.placed(sop, dict.fromkeys([START, 3])) == SOP
    assert drawing.placed(sop, {}) == sop
