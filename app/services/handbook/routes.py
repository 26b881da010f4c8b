"""How arrows of a chart run: level and upright, round the boxes, with their answers beside them.

Every arrow is the cheapest of some dozens of ways with few bends, by length, bends, what it crosses
and what it runs along; ways through a box are taken last. A dragged box draws only its own arrows
anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from app.services.handbook.arrows import (
    DIRECTIONS,
    LANE,
    MARGIN,
    Arrow,
    Box,
    Point,
    Route,
    box_at,
    parts_of,
)
from app.services.handbook.ground import Ground
from app.services.handbook.layout import Size
from app.services.handbook.ways import Ways

_ON_BOX, _ON_LABEL = 9000.0, 1000.0


def routes(
    boxes: Mapping[int, Box],
    arrows: Sequence[Arrow],
    kept: Mapping[int, Route] | None = None,
    *,
    quick: bool = False,
) -> list[Route]:
    """Return the route of every arrow.

    Args:
        kept: by place in `arrows`: what stays as it was drawn.
        quick: look at fewer ways, for a frame of a drawing that moves.
    """
    ground = Ground(boxes)
    found = dict(kept or {})
    for place, route in found.items():
        ground.note(arrows[place], route.points)
    ways = Ways(ground, quick=quick)
    for place, arrow in enumerate(arrows):
        if place not in found:
            found[place] = Route(ways.way(arrow))
            ground.note(arrow, found[place].points)
    answers = _Answers(ground, [one.label for one in found.values() if one.label is not None])
    for place, arrow in enumerate(arrows):
        if arrow.label is not None and found[place].label is None:
            points = found[place].points
            found[place] = Route(points, answers.place(arrow, points, arrow.label))
    return [found[place] for place in range(len(arrows))]


def stay(
    boxes: Mapping[int, Box], arrows: Sequence[Arrow], drawn: Sequence[Route], moved: Iterable[int]
) -> dict[int, Route]:
    """Return the routes that may stay after some boxes were moved: they touch none of them."""
    moved = set(moved)
    around = [boxes[number].grown(MARGIN) for number in moved if number in boxes]
    return {
        place: route
        for place, (arrow, route) in enumerate(zip(arrows, drawn, strict=True))
        if arrow.source not in moved
        and arrow.target not in moved
        and not any(part.meets(box) for part in parts_of(route.points) for box in around)
        and not any(route.label and route.label.meets(box) for box in around)
    }


class _Answers:
    """Finds room for the answers on arrows."""

    def __init__(self, ground: Ground, labels: list[Box]) -> None:
        self._ground = ground
        self._labels = labels

    def place(self, arrow: Arrow, points: Sequence[Point], size: Size) -> Box:
        """Return where an answer stands: on its arrow, where it covers least else."""
        least, best = float("inf"), box_at(points[0], size)
        for spots in (_spots(points, size), _spots_around(points[1], size)):
            for spot in spots:
                covered = self._covered(arrow, spot)
                if covered < least:
                    least, best = covered, spot
                if not covered:
                    break
            if least < _ON_LABEL:
                break
        self._labels.append(best)
        return best

    def _covered(self, arrow: Arrow, spot: Box) -> float:
        around = spot.grown(2)
        boxes = sum(around.meets(box) for box in self._ground.boxes.values())
        labels = sum(around.meets(box) for box in self._labels)
        return _ON_BOX * boxes + _ON_LABEL * labels or float(self._ground.crossed(arrow, spot))


def _spots(points: Sequence[Point], size: Size) -> Iterator[Box]:
    """Yield where an answer may stand on a route: over its line first, near where it begins.

    Where it would cover a bend comes later, and beside the line last.
    """
    width, height = size
    tight: list[Point] = []
    aside: list[Point] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        room = abs(x2 - x1) + abs(y2 - y1)
        half = (width if y1 == y2 else height) / 2 + 6
        dx, dy = (width / 2 + 6, 0.0) if x1 == x2 else (0.0, height / 2 + 4)
        near = (half, half + 2 * LANE, half + 4 * LANE)
        for along in (*near, room / 2, room - half - LANE, room / 4, 3 * room / 4):
            if 0 < along < room:
                x = x1 + (x2 - x1) * along / room
                y = y1 + (y2 - y1) * along / room
                aside += [(x + dx, y + dy), (x - dx, y - dy)]
                if half <= along <= room - half:
                    yield box_at((x, y), size)
                else:
                    tight.append((x, y))
    for spot in (*tight, *aside):
        yield box_at(spot, size)
    x, y = points[-1]
    yield box_at((x, y + height / 2 + LANE), size)


def _spots_around(point: Point, size: Size) -> Iterator[Box]:
    """Yield places ever further from a point, for where everything on the route is taken."""
    for distance, (dx, dy) in product(range(1, 24), DIRECTIONS.values()):
        x, y = point[0] + dx * LANE * distance, point[1] + dy * LANE * distance
        yield box_at((x, y), size)
