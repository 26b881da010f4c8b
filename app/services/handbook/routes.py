"""How arrows of a chart run: level and upright, round the boxes, with their answers beside them.

Every arrow is the cheapest of some dozens of ways with few bends, by length, bends, what it crosses
and what it runs along; ways through a box are taken last. So one arrow takes well under a
millisecond, and a dragged box only draws its own arrows anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import NamedTuple

from app.services.handbook.layout import Size

Point = tuple[float, float]
STUB = 18
"""How far an arrow leaves a box, and comes to it, before it may bend."""
MARGIN = 8
LANE = 14
OPEN_LENGTH = 46
"""Length of an arrow that leads nowhere yet."""
_BEND, _CROSSING, _ALONG, _STEM, _THROUGH, _SIDE = 30.0, 40.0, 260.0, 60.0, 5000.0, 24.0
_ON_BOX, _ON_LABEL = 9000.0, 1000.0
_MOST_LANES = 6
_EXITS, _ENTRIES = ("bottom", "right", "left"), ("top", "left", "right")
_DIRECTIONS = {"bottom": (0, 1), "top": (0, -1), "left": (-1, 0), "right": (1, 0)}


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


def routes(
    boxes: Mapping[int, Box], arrows: Sequence[Arrow], kept: Mapping[int, Route] | None = None
) -> list[Route]:
    """Return the route of every arrow.

    Args:
        kept: by place in `arrows`: what stays as it was drawn.
    """
    drawing = _Drawing(boxes)
    found = dict(kept or {})
    for place, route in found.items():
        drawing.note(arrows[place], route.points)
    for place, arrow in enumerate(arrows):
        if place not in found:
            found[place] = Route(drawing.way(arrow))
            drawing.note(arrow, found[place].points)
    drawing.labels += [one.label for one in found.values() if one.label is not None]
    for place, arrow in enumerate(arrows):
        if arrow.label is not None and found[place].label is None:
            points = found[place].points
            found[place] = Route(points, drawing.label(arrow, points, arrow.label))
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
        and not any(_hits(points, box) for points in pairwise(route.points) for box in around)
        and not any(route.label and route.label.meets(box) for box in around)
    }


# --- how -------------------------------------------------------------------------------------


class _Line(NamedTuple):
    """An upright or level part of a route that is drawn: where, from, to, and of which arrow."""

    at: float
    low: float
    high: float
    arrow: Arrow


class _Pair(NamedTuple):
    """Where an arrow leaves and arrives, what that costs, and what such a route costs at least."""

    least: float
    aside: float
    start: Point
    exit_side: str
    end: Point
    entry_side: str


class _Drawing:
    """The boxes, and what has been drawn between them so far."""

    def __init__(self, boxes: Mapping[int, Box]) -> None:
        self.boxes = boxes
        self.labels: list[Box] = []
        self._grown = {number: box.grown(MARGIN) for number, box in boxes.items()}
        self._shrunk = {number: box.grown(-1) for number, box in boxes.items()}
        self._lines: tuple[list[_Line], list[_Line]] = ([], [])
        self._ports: dict[tuple[int, str], int] = {}

    def note(self, arrow: Arrow, points: Sequence[Point]) -> None:
        """Remember a route, so that later ones keep clear of it."""
        for (x1, y1), (x2, y2) in pairwise(points):
            if x1 == x2:
                self._lines[1].append(_Line(x1, min(y1, y2), max(y1, y2), arrow))
            else:
                self._lines[0].append(_Line(y1, min(x1, x2), max(x1, x2), arrow))
        side = _side_at(self.boxes[arrow.source], points[0])
        self._ports[arrow.source, side] = self._ports.get((arrow.source, side), 0) + 1

    def way(self, arrow: Arrow) -> tuple[Point, ...]:
        """Return the cheapest route; lanes beside the usual ones only where those are taken."""
        source = self.boxes[arrow.source]
        target = self.boxes.get(arrow.target) if arrow.target is not None else None
        if target is None:
            return self._open_way(arrow, source)
        pairs = sorted(self._pairs(arrow, source, target), key=lambda pair: pair.least)
        best: tuple[Point, ...] = (pairs[0].start, pairs[0].end)
        least, clean = float("inf"), 0.0
        for shift in (0, LANE):
            for pair in pairs:
                if pair.least >= least:
                    break
                for points in self._between(pair, shift, least):
                    cheap = pair.aside + _length(points) + _BEND * (len(points) - 2)
                    cost = self._cost(arrow, points, cheap, least)
                    if cost < least:
                        best, least, clean = points, cost, cheap
            if least - clean < _STEM:
                break
        return best

    def _open_way(self, arrow: Arrow, source: Box) -> tuple[Point, ...]:
        ways: list[tuple[float, tuple[Point, ...]]] = []
        for side in _EXITS:
            start = _port(source, side)
            first = _moved(start, side, OPEN_LENGTH if side == "bottom" else STUB)
            points: tuple[Point, ...] = (start, first)
            if side != "bottom":
                points = (start, first, (first[0], source.bottom + OPEN_LENGTH))
            used = self._ports.get((arrow.source, side), 0) * _ALONG
            ways.append((used + self._dear(arrow, points, float("inf")), points))
        return min(ways, key=lambda way: way[0])[1]

    def _pairs(self, arrow: Arrow, source: Box, target: Box) -> Iterator["_Pair"]:
        for exit_side, entry_side in product(_EXITS, _ENTRIES):
            used = self._ports.get((arrow.source, exit_side), 0) * _STEM
            aside = used + _SIDE * ((exit_side != "bottom") + 1.5 * (entry_side != "top"))
            start, end = _port(source, exit_side), _port(target, entry_side)
            first, last = _moved(start, exit_side, STUB), _moved(end, entry_side, STUB)
            straight = _length((first, last)) + 2 * STUB
            # Only where both ways point at each other there need not be two bends or more.
            ahead = exit_side == "bottom" and entry_side == "top" and start[0] == end[0]
            bends = 0 if ahead and last[1] >= first[1] else _BEND
            yield _Pair(aside + straight + bends, aside, start, exit_side, end, entry_side)

    def label(self, arrow: Arrow, points: Sequence[Point], size: Size) -> Box:
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
        self.labels.append(best)
        return best

    def _covered(self, arrow: Arrow, spot: Box) -> float:
        around = spot.grown(2)
        boxes = sum(around.meets(box) for box in self.boxes.values())
        labels = sum(around.meets(box) for box in self.labels)
        return _ON_BOX * boxes + _ON_LABEL * labels or float(self._crossed(arrow, spot))

    def _crossed(self, arrow: Arrow, spot: Box) -> int:
        level, upright = self._lines
        return sum(
            line.arrow is not arrow
            and spot.top < line.at < spot.bottom
            and line.low < spot.right
            and line.high > spot.left
            for line in level
        ) + sum(
            line.arrow is not arrow
            and spot.left < line.at < spot.right
            and line.low < spot.bottom
            and line.high > spot.top
            for line in upright
        )

    def _between(self, pair: "_Pair", shift: float, least: float) -> Iterator[tuple[Point, ...]]:
        starts = self._stubs(pair.start, pair.exit_side)
        for first, last in product(starts, self._stubs(pair.end, pair.entry_side)):
            (x1, y1), (x2, y2) = first, last
            middles: list[tuple[Point, ...]] = []
            if not shift:
                middles = [((x2, y1),), ((x1, y2),)]
            if pair.least + _BEND < least:
                middles += [((x, y1), (x, y2)) for x in self._lanes(first, last, 0, shift)]
                middles += [((x1, y), (x2, y)) for y in self._lanes(first, last, 1, shift)]
            for middle in middles:
                points = _tidy((pair.start, first, *middle, last, pair.end))
                if points is not None:
                    yield points

    def _stubs(self, port: Point, side: str) -> list[Point]:
        """Return where an arrow may bend first: near its box, and clear of what stands beside."""
        near = _moved(port, side, STUB)
        if side not in ("bottom", "top"):
            return [near]
        y = near[1]
        for box in self.boxes.values():
            if box.top < max(port[1], y) + MARGIN and box.bottom > min(port[1], y) - MARGIN:
                y = max(y, box.bottom + LANE) if side == "bottom" else min(y, box.top - LANE)
        far = (near[0], y)
        return [near] if y == near[1] or abs(y - port[1]) > 250 else [near, far]

    def _lanes(self, one: Point, other: Point, axis: int, shift: float) -> list[float]:
        """Return where an arrow may run between two points: half-way, and beside boxes there."""
        low, high = sorted((one[1 - axis], other[1 - axis]))
        middle = (one[axis] + other[axis]) / 2
        before, behind = [], []
        for box in self.boxes.values():
            if box[1 - axis] < high + LANE and box[3 - axis] > low - LANE:
                before.append(box[axis] - LANE)
                behind.append(box[axis + 2] + LANE)
        lanes = [middle]
        if before:
            found = sorted({*before, *behind}, key=lambda at: abs(at - middle))
            lanes += [*found[:_MOST_LANES], min(before), max(behind)]
        if shift:
            lanes = [at + by for by in (shift, -shift) for at in lanes]
        return list(dict.fromkeys(lanes))

    def _cost(self, arrow: Arrow, points: Sequence[Point], cheap: float, least: float) -> float:
        return cheap if cheap >= least else cheap + self._dear(arrow, points, least - cheap)

    def _dear(self, arrow: Arrow, points: Sequence[Point], most: float) -> float:
        """Return what a route costs for what is in its way; counting ends beyond `most`."""
        cost = 0.0
        own = (arrow.source, arrow.target)
        for (x1, y1), (x2, y2) in pairwise(points):
            left, right = (x1, x2) if x1 < x2 else (x2, x1)
            top, bottom = (y1, y2) if y1 < y2 else (y2, y1)
            for number, box in self._grown.items():
                if left < box[2] and right > box[0] and top < box[3] and bottom > box[1]:
                    inner = self._shrunk[number]
                    if number not in own or inner.meets(Box(left, top, right, bottom).grown(0.1)):
                        cost += _THROUGH
            cost += self._along(arrow, left, top, right, bottom)
            if cost >= most:
                break
        return cost

    def _along(self, arrow: Arrow, left: float, top: float, right: float, bottom: float) -> float:
        upright = left == right
        at, low, high = (left, top, bottom) if upright else (top, left, right)
        low, high = low + 2, high - 2
        cost = 0.0
        for line in self._lines[upright]:
            if line[1] < high and line[2] > low and -MARGIN < line[0] - at < MARGIN:
                cost += _beside(line.arrow, arrow)
        for line in self._lines[not upright]:
            if low < line[0] < high and line[1] + 2 < at < line[2] - 2:
                cost += _CROSSING
        return cost


def _beside(one: Arrow, other: Arrow) -> float:
    if one.target is not None and one.target == other.target:
        return _STEM if one.source == other.source or one.label or other.label else 0.0
    return _STEM * 2 if one.source == other.source else _ALONG


def _hits(part: tuple[Point, Point], box: Box) -> bool:
    (x1, y1), (x2, y2) = part
    return (
        min(x1, x2) < box.right
        and max(x1, x2) > box.left
        and min(y1, y2) < box.bottom
        and max(y1, y2) > box.top
    )


def _port(box: Box, side: str) -> Point:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    across = {"left": box.left, "right": box.right}
    return across.get(side, x), {"top": box.top, "bottom": box.bottom}.get(side, y)


def _side_at(box: Box, port: Point) -> str:
    return next((side for side in _DIRECTIONS if _port(box, side) == port), "bottom")


def _moved(point: Point, side: str, by: float) -> Point:
    dx, dy = _DIRECTIONS[side]
    return point[0] + dx * by, point[1] + dy * by


def _length(points: Sequence[Point]) -> float:
    return sum(abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in pairwise(points))


def _tidy(points: Sequence[Point]) -> tuple[Point, ...] | None:
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


def _spots(points: Sequence[Point], size: Size) -> Iterator[Box]:
    """Yield where an answer may stand on a route: near its beginning first."""
    width, height = size
    for (x1, y1), (x2, y2) in pairwise(points):
        room = abs(x2 - x1) + abs(y2 - y1)
        half = (width if y1 == y2 else height) / 2 + 6
        for along in (half, room / 2, room - half, room / 4, 3 * room / 4):
            if 0 < along < room:
                x = x1 + (x2 - x1) * along / room
                y = y1 + (y2 - y1) * along / room
                yield box_at((x, y), size)
                if x1 == x2:
                    yield box_at((x + width / 2 + 6, y), size)
                    yield box_at((x - width / 2 - 6, y), size)
                else:
                    yield box_at((x, y - height / 2 - 4), size)
                    yield box_at((x, y + height / 2 + 4), size)
    x, y = points[-1]
    yield box_at((x, y + height / 2 + LANE), size)


def _spots_around(point: Point, size: Size) -> Iterator[Box]:
    """Yield places ever further from a point, for where everything on the route is taken."""
    for distance, (dx, dy) in product(range(1, 24), _DIRECTIONS.values()):
        x, y = point[0] + dx * LANE * distance, point[1] + dy * LANE * distance
        yield box_at((x, y), size)
