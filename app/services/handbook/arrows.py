"""The shapes that arrows of a chart are made of: points, boxes, routes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from app.services.handbook.layout import Size

Point = tuple[float, float]
STUB = 18
"""How far an arrow leaves a box, and comes to it, before it may bend."""
MARGIN = 8
"""How near an arrow may come to a box that is not its own, or to another arrow."""
LANE = 14
OPEN_LENGTH = 50
"""Length of an arrow that leads nowhere yet."""
DIRECTIONS = {"bottom": (0, 1), "top": (0, -1), "left": (-1, 0), "right": (1, 0)}


class Box(NamedTuple):
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> "Box":
        """Return the rectangle with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Box") -> bool:
        """Tell whether the two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Arrow:
    """What is to be drawn: from a box to another, or to nothing, with an answer of some size."""

    source: int
    target: int | None
    label: Size | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Where an arrow runs, from its box to the point of its head, and where its answer stands."""

    points: tuple[Point, ...]
    label: Box | None = None


def box_at(place: Point, size: Size) -> Box:
    """Return the rectangle of a size round a middle."""
    (x, y), (width, height) = place, size
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def parts_of(points: Sequence[Point]) -> Iterator[Box]:
    """Yield the straight parts of a route as boxes without width or height."""
    for (x1, y1), (x2, y2) in pairwise(points):
        yield Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def port(box: Box, side: str) -> Point:
    """Return the middle of a side."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    across = {"left": box.left, "right": box.right}
    return across.get(side, x), {"top": box.top, "bottom": box.bottom}.get(side, y)


def side_at(box: Box, place: Point) -> str:
    """Return the side whose middle a place is."""
    if place[0] in (box.left, box.right):
        return "left" if place[0] == box.left else "right"
    return "top" if place[1] == box.top else "bottom"


def moved(point: Point, side: str, by: float) -> Point:
    """Return a point further away from a side."""
    dx, dy = DIRECTIONS[side]
    return point[0] + dx * by, point[1] + dy * by


def length(points: Sequence[Point]) -> float:
    """Return how long a level and upright way is."""
    return sum(abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in pairwise(points))


def tidy(points: Sequence[Point]) -> tuple[Point, ...] | None:
    """Return a route without points that are no bends; None for one that goes back on itself."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1:
            (x0, y0), (x1, y1), (x2, y2) = kept[-2], kept[-1], point
            if (x0 == x1 == x2) or (y0 == y1 == y2):
                if (x1 - x0) * (x2 - x1) + (y1 - y0) * (y2 - y1) < 0:
                    return None
                kept.pop()
        kept.append(point)
    return tuple(kept)
