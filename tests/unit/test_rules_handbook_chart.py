"""Text and chart are one: whatever is drawn comes back from the text, and the other way round."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.handbook.chart import (
    Chart,
    Edge,
    Node,
    WrongArrowError,
    chart_of,
    sop_of,
)
from app.models.rules.handbook.pages import START, Kind, Sop, tidied
from app.models.rules.handbook.text import parse, render
from tests.effort import repeated

EMPTY = Sop(title="Leeg", key="leeg", language="nl")
WORDS = (
    "Bel de klant", "Keuze: x", "- Ja -> 3", "-> 4", "Resultaat: y", "\\", "Waarom?",
    "(Magazijn): z", "Stuur: brief", "## Stappen", "1. eerst", "een → twee", "“Nee”",
)  # fmt: skip


def drawn(seed: int) -> Chart:
    """Draw a chart of up to ten steps: loops, open ends, positions, and texts that look odd."""
    random = Random(seed)
    numbers = random.sample(range(1, 40), random.randint(0, 10))
    kinds = [kind for kind in Kind if kind is not Kind.START]

    def words(separator: str) -> str:
        return separator.join(random.sample(WORDS, random.randint(0, 3)))

    def place() -> tuple[int, int] | None:
        place = (random.randint(-500, 5000), random.randint(-500, 5000))
        return place if random.random() < 0.8 else None

    nodes = [Node(START, Kind.START, position=place())]
    edges: list[Edge] = []
    for number in (START, *numbers):
        kind = random.choice(kinds) if number else Kind.START
        if number:
            about = words(" ") if kind in {Kind.ASK, Kind.SEND, Kind.END} else ""
            text = words(random.choice(("\n", "\n\n", "\n   ")))
            nodes.append(Node(number, kind, text, about, words(" "), place()))
        ways = {Kind.END: 0, Kind.CHOICE: random.randint(0, 4)}.get(kind, random.randint(0, 1))
        for _ in range(ways if numbers else 0):
            target = random.choice(numbers)
            if kind is Kind.CHOICE:
                edges.append(Edge(number, random.choice((target, None)), words(" ")))
            else:
                edges.append(Edge(number, target))
    return Chart(tuple(nodes), tuple(edges))


@repeated
@given(st.integers(0, 2**40))
@settings(max_examples=1000, deadline=None)
def test_a_chart_comes_back_from_its_text(seed: int) -> None:
    sop = tidied(sop_of(drawn(seed), EMPTY))
    chart = chart_of(sop)
    read = parse(render(sop))
    assert isinstance(read, Sop)
    assert chart_of(read) == chart
    assert sop_of(chart, EMPTY) == read


@given(st.integers(0, 2**40))
@settings(max_examples=200, deadline=None)
def test_a_chart_comes_back_from_its_procedure(seed: int) -> None:
    chart = drawn(seed)
    assert chart_of(sop_of(chart, EMPTY)) == chart


def test_a_back_arrow_and_a_position_stand_in_the_text() -> None:
    chart = Chart(
        (Node(START, Kind.START, position=(0, 0)), Node(1, Kind.DO, "Bel", position=(10, 80)),
         Node(2, Kind.CHOICE, "Opgenomen?"), Node(3, Kind.END, about="Gesproken")),
        (Edge(START, 1), Edge(1, 2), Edge(2, 1, "Nee"), Edge(2, 3, "Ja")),
    )  # fmt: skip
    text = render(sop_of(chart, EMPTY))
    assert "posities:\n  - start 0 0\n  - 1 10 80\n" in text
    assert "1. Bel\n2. Keuze: Opgenomen?\n   - Nee -> 1\n   - Ja -> 3\n3. Klaar: Gesp" in text


def test_drawing_changes_nothing_else_of_a_procedure() -> None:
    sop = Sop(title="T", key="k", purpose="P", owner="O", first=None, categories=("c",))
    chart = Chart((Node(START, Kind.START), Node(4, Kind.END, about="E")), (Edge(START, 4),))
    changed = sop_of(chart, sop)
    assert (changed.first, changed.steps[0].about) == (4, "E")
    assert replace(changed, first=None, steps=()) == sop


def test_arrows_may_be_drawn_in_any_order() -> None:
    nodes = (Node(START, Kind.START), Node(2, Kind.DO, "a"), Node(1, Kind.CHOICE, "b"))
    edges = (Edge(1, 2, "x"), Edge(2, 1), Edge(1, None, "y"), Edge(START, 2))
    assert chart_of(sop_of(Chart(nodes, edges), EMPTY)).edges == (
        Edge(START, 2), Edge(2, 1), Edge(1, 2, "x"), Edge(1, None, "y"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "edges"),
    [
        (Kind.DO, (Edge(1, 1), Edge(1, 1))),
        (Kind.SEND, (Edge(1, 1, "Ja"),)),
        (Kind.END, (Edge(1, 1),)),
    ],
)
def test_arrows_that_a_step_cannot_have_are_refused(kind: Kind, edges: tuple[Edge, ...]) -> None:
    with pytest.raises(WrongArrowError, match="Step 1 cannot"):
        sop_of(Chart((Node(START, Kind.START), Node(1, kind)), edges), EMPTY)


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        ((), ()),
        ((Node(3, Kind.START),), ()),
        ((Node(START, Kind.START), Node(1, Kind.DO), Node(1, Kind.DO)), ()),
        ((Node(START, Kind.START),), (Edge(9, 1),)),
    ],
)
def test_what_is_no_chart_at_all(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> None:
    with pytest.raises(ValueError, match=r"a chart has|an arrow leaves"):
        sop_of(Chart(nodes, edges), EMPTY)
