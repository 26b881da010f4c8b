"""Walking a procedure: what may be done where, going back, and what is left."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.handbook.pages import Answer, Kind, Sop, Step
from app.models.rules.handbook.walk import (
    Entry,
    Move,
    Walk,
    WrongMoveError,
    after,
    begun,
    middle,
    title_of,
    walked,
)
from tests.unit.handbook_pages import SOPS

LATE = Sop(
    title="Te laat",
    first=1,
    steps=(
        Step(1, Kind.DO, "Zoek de bestelling\nBij de vervoerder", next=2),
        Step(2, Kind.CHOICE, "Komt het?", answers=(Answer("Ja", 3), Answer("Nee", 5))),
        Step(3, Kind.SEND, about="Onderweg", next=4),
        Step(4, Kind.END, about="Opgelost"),
        Step(5, Kind.ASK, "Kan er een nieuw?", about="Magazijn", next=6),
        Step(6, Kind.DO, "Nog open", next=None),
    ),
)
FIRST, YES, NO = Entry(1, Move.TICK), Entry(2, Move.CHOOSE, 0), Entry(2, Move.CHOOSE, 1)


def test_a_walk_goes_by_ticks_and_choices_to_an_end() -> None:
    walk = begun(LATE)
    assert walk.at == LATE.steps[0]
    assert (walk.moves, walk.least_left, walk.outcome) == ({Move.TICK}, 3, "")
    walk = walked(LATE, [FIRST])
    assert (walk.moves, walk.least_left) == ({Move.CHOOSE, Move.BACK}, 2)
    walk = walked(LATE, [FIRST, YES])
    assert [(one.step.id, one.answer) for one in walk.behind] == [(1, ""), (2, "Ja")]
    walk = walked(LATE, [FIRST, YES, Entry(3, Move.TICK)])
    assert (walk.is_done, walk.outcome, walk.moves, walk.least_left) == (True, "Opgelost", set(), 0)


def test_going_back_is_an_entry_and_the_choice_can_be_another_one() -> None:
    walk = walked(LATE, [FIRST, YES, Entry(3, Move.BACK), NO])
    assert walk.at == LATE.steps[4]
    assert [one.answer for one in walk.behind] == ["", "Nee"]
    walk = after(after(walk, Entry(5, Move.BACK)), Entry(2, Move.BACK))
    assert walk == begun(LATE)


def test_where_an_arrow_leads_nowhere_one_can_only_go_back() -> None:
    walk = walked(LATE, [FIRST, NO, Entry(5, Move.TICK), Entry(6, Move.TICK)])
    assert (walk.at, walk.moves, walk.least_left, walk.is_done) == (None, {Move.BACK}, None, False)
    assert (begun(Sop(title="Leeg")).at, begun(Sop(title="Leeg")).moves) == (None, set())
    assert begun(Sop(title="Weg", first=9)).at is None
    assert walked(LATE, [FIRST, NO]).least_left is None


@pytest.mark.parametrize(
    "entries",
    [
        [Entry(2, Move.TICK)],
        [Entry(1, Move.CHOOSE, 0)],
        [Entry(1, Move.BACK)],
        [FIRST, FIRST],
        [FIRST, Entry(1, Move.BACK)],
        [FIRST, Entry(2, Move.TICK)],
        [FIRST, Entry(2, Move.CHOOSE)],
        [FIRST, Entry(2, Move.CHOOSE, 2)],
        [FIRST, Entry(2, Move.CHOOSE, -1)],
        [FIRST, YES, Entry(3, Move.TICK), Entry(4, Move.TICK)],
        [FIRST, YES, Entry(3, Move.TICK), Entry(4, Move.BACK)],
    ],
)
def test_what_does_not_fit_is_refused(entries: list[Entry]) -> None:
    with pytest.raises(WrongMoveError):
        walked(LATE, entries)


def moved(walk: Walk, move: Move, answer: int) -> Entry:
    return Entry(walk.number, move, answer if move is Move.CHOOSE else None)


@given(SOPS, st.lists(st.tuples(st.sampled_from(list(Move)), st.integers(0, 2)), max_size=12))
@settings(max_examples=20, deadline=None)
def test_any_procedure_can_be_walked_and_gone_back_on(
    sop: Sop, wanted: list[tuple[Move, int]]
) -> None:
    walk, entries = begun(sop), list[Entry]()
    for move, answer in wanted:
        if move not in walk.moves:
            continue
        entry = moved(walk, move, answer)
        try:
            further = after(walk, entry)
        except WrongMoveError:
            assert walk.at is not None
            assert not 0 <= answer < len(walk.at.answers)
            continue
        if move is not Move.BACK and not further.is_done:
            assert after(further, moved(further, Move.BACK, 0)) == walk
        walk = further
        entries.append(entry)
    assert walked(sop, entries) == walk


def test_a_step_has_a_title_of_one_line() -> None:
    assert [title_of(step) for step in LATE.steps] == [
        "Zoek de bestelling", "Komt het?", "Onderweg", "Opgelost", "Kan er een nieuw?", "Nog open",
    ]  # fmt: skip
    linked = Step(1, Kind.DO, "Zie [**het** beleid](beleid.md) en `dit`, 2 * 3")
    assert title_of(linked) == "Zie het beleid en dit, 2 * 3"
    assert title_of(Step(1, Kind.END, "Klaar dan")) == "Klaar dan"


def test_the_middle_of_durations_is_their_median() -> None:
    assert middle([]) is None
    assert middle(timedelta(hours=one) for one in (1, 9, 2)) == timedelta(hours=2)
    assert middle(timedelta(hours=one) for one in (1, 2)) == timedelta(minutes=90)
