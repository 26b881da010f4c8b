"""Where a chart is drawn: no box on another, whatever leads where."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.handbook.chart import Chart, Edge, Node
from app.models.rules.handbook.pages import START, Kind, Position
from app.services.handbook.layout import GRID, Size, arrange, make_room

KINDS = [kind for kind in Kind if kind is not Kind.START]


def random_chart(seed: int, most: int = 60) -> tuple[Chart, dict[int, Size]]:
    """Draw a chart that leads back, to itself, twice to one step and to nothing."""
    random = Random(seed)
    numbers = random.sample(range(1, 99), random.randint(0, most))
    nodes = [Node(START, Kind.START)]
    edges = [Edge(START, numbers[0])] if numbers else []
    for place, number in enumerate(numbers):
        kind = random.choice(KINDS)
        nodes.append(Node(number, kind, "x"))
        near = numbers[max(0, place - 3) : place + 6]
        ways = {Kind.END: 0, Kind.CHOICE: random.randint(2, 4)}.get(kind, random.randint(0, 1))
        for way in range(ways):
            target = random.choice((*near, random.choice(numbers), None))
            if kind is Kind.CHOICE or target is not None:
                edges.append(Edge(number, target, f"{way}" if kind is Kind.CHOICE else ""))
    sizes = {
        node.id: Size(random.choice((90, 200, 220)), random.randint(40, 160)) for node in nodes
    }
    return Chart(tuple(nodes), tuple(edges)), sizes


def overlapping(
    places: Mapping[int, Position], sizes: Mapping[int, Size], gap: int = 0
) -> list[tuple[int, int]]:
    return [
        (one, other)
        for one, other in combinations(places, 2)
        if abs(places[one][0] - places[other][0])
        < (sizes[one].width + sizes[other].width) / 2 + gap
        and abs(places[one][1] - places[other][1])
        < (sizes[one].height + sizes[other].height) / 2 + gap
    ]


@given(st.integers(0, 2**40))
@settings(max_examples=120, deadline=None)
def test_no_box_is_drawn_on_another(seed: int) -> None:
    chart, sizes = random_chart(seed)
    places = arrange(chart, sizes)
    assert places.keys() == {node.id for node in chart.nodes}
    assert overlapping(places, sizes, gap=20) == []
    assert places[START] == (0, 0)
    assert all(value % GRID == 0 for place in places.values() for value in place)
    assert arrange(chart, sizes) == places


@given(st.integers(0, 2**40))
@settings(max_examples=60, deadline=None)
def test_positions_of_the_procedure_win_and_the_rest_finds_room(seed: int) -> None:
    chart, sizes = random_chart(seed, most=30)
    random, laid = Random(seed), arrange(chart, sizes)
    fixed = {number for number in laid if random.random() < 0.5}
    nodes = [
        replace(node, position=(laid[node.id][0] + 7, laid[node.id][1]))
        if node.id in fixed
        else node
        for node in chart.nodes
    ]
    places = arrange(replace(chart, nodes=tuple(nodes)), sizes)
    given_places = {node.id: node.position for node in nodes if node.position is not None}
    assert places | given_places == places
    assert overlapping(places, sizes) == []


def test_what_follows_stands_below_and_an_arrow_back_does_not_lift_its_step() -> None:
    nodes = (
        Node(START, Kind.START), Node(1, Kind.DO), Node(2, Kind.CHOICE), Node(3, Kind.END),
        Node(4, Kind.DO),
    )  # fmt: skip
    edges = (Edge(START, 1), Edge(1, 2), Edge(2, 1, "Nee"), Edge(2, 3, "Ja"), Edge(2, 77, "?"))
    sizes = {node.id: Size(200, 60) for node in nodes}
    places = arrange(Chart(nodes, edges), sizes)
    heights = [places[number][1] for number in (START, 1, 2, 3)]
    assert heights == sorted(set(heights))
    assert places[4][0] > max(places[number][0] for number in (START, 1, 2, 3))


def test_a_new_box_makes_room_below_the_one_before_it() -> None:
    sizes = {number: Size(200, 60) for number in range(4)}
    column: dict[int, Position] = {0: (0, 0), 1: (0, 130), 2: (400, 130)}
    moved = make_room(column, sizes, after=0, number=3)
    assert moved[3] == (0, 130)
    assert moved[1] == (0, 260)
    assert moved[2] == (400, 260)
    assert make_room(moved, sizes, after=1, number=3)[3][1] > 260
    assert overlapping(moved, sizes) == []
