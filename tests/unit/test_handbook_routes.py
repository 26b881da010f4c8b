"""How arrows run: level and upright, round the boxes, with answers that cover nothing."""

from collections.abc import Mapping
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.rules.handbook.pages import START
from app.services.handbook.arrows import Arrow, Box, Route, box_at
from app.services.handbook.layout import Size, arrange
from app.services.handbook.routes import routes, stay
from tests.effort import repeated
from tests.unit.test_handbook_layout import random_chart


def drawing(seed: int, most: int = 60) -> tuple[dict[int, Box], list[Arrow]]:
    chart, sizes = random_chart(seed, most)
    random = Random(seed)
    arrows = [
        Arrow(
            edge.source,
            edge.target,
            Size(random.randint(20, 130), random.choice((18, 34))) if edge.label else None,
        )
        for edge in chart.edges
    ]
    places = arrange(chart, sizes)
    return {number: box_at(places[number], sizes[number]) for number in places}, arrows


def through(route: Route, boxes: Mapping[int, Box]) -> list[int]:
    """The boxes that a route runs through; to touch an edge is no harm."""
    parts = [
        Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)).grown(0.5)
        for (x1, y1), (x2, y2) in pairwise(route.points)
    ]
    inner = {number: box.grown(-2) for number, box in boxes.items()}
    return [number for number, box in inner.items() if any(part.meets(box) for part in parts)]


@repeated
@given(st.integers(0, 2**40))
@settings(max_examples=8, deadline=None)
def test_arrows_run_round_the_boxes_and_answers_cover_none(seed: int) -> None:
    boxes, arrows = drawing(seed)
    for arrow, route in zip(arrows, routes(boxes, arrows), strict=True):
        assert through(route, boxes) == []
        assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(route.points))
        assert len(route.points) >= 2
        assert boxes[arrow.source].grown(1).meets(Box(*route.points[0], *route.points[0]).grown(1))
        if arrow.target is not None:
            assert (
                boxes[arrow.target]
                .grown(1)
                .meets(Box(*route.points[-1], *route.points[-1]).grown(1))
            )
        assert (route.label is None) == (arrow.label is None)
        assert not any(route.label and route.label.meets(box) for box in boxes.values())


@given(st.integers(0, 2**40))
@settings(max_examples=6, deadline=None)
def test_a_moved_box_draws_its_own_arrows_anew_and_no_others(seed: int) -> None:
    boxes, arrows = drawing(seed, 20)
    drawn = routes(boxes, arrows)
    boxes[START] = box_at((-9000, -9000), Size(90, 40))
    kept = stay(boxes, arrows, drawn, {START})
    again = routes(boxes, arrows, kept)
    assert all(again[place] == drawn[place] for place in kept)
    assert [one.source for place, one in enumerate(arrows) if place not in kept] == (
        [START] if arrows else []
    )


def test_one_below_the_other_is_a_straight_line() -> None:
    boxes = {1: box_at((0, 0), Size(200, 60)), 2: box_at((0, 130), Size(200, 60))}
    (route,) = routes(boxes, [Arrow(1, 2, Size(30, 18))])
    assert list(route.points) == [(0, 30), (0, 100)]
    assert route.label is not None
    assert not any(route.label.meets(box) for box in boxes.values())


def test_an_arrow_back_runs_beside_the_boxes() -> None:
    boxes = {number: box_at((0, 130 * number), Size(200, 60)) for number in range(3)}
    arrows = [Arrow(0, 1), Arrow(1, 2), Arrow(2, 0), Arrow(2, None), Arrow(1, 1)]
    found = routes(boxes, arrows)
    assert max(abs(x) for x, _y in found[2].points) > 100
    assert found[3].points[0] == found[3].points[0]
    assert all(through(route, boxes) == [] for route in found)


def test_a_box_on_the_way_is_gone_round_and_one_dropped_on_an_arrow_moves_it() -> None:
    boxes = {number: box_at((0, 150 * number), Size(200, 60)) for number in range(3)}
    (route,) = routes(boxes, [Arrow(0, 2)])
    assert through(route, boxes) == []
    assert len(route.points) > 2
    del boxes[1]
    drawn = routes(boxes, [Arrow(0, 2)])
    boxes[1] = box_at((10, 150), Size(200, 60))
    assert stay(boxes, [Arrow(0, 2)], drawn, {1}) == {}
    assert stay(boxes, [Arrow(0, 2)], drawn, set()) == {0: drawn[0]}
