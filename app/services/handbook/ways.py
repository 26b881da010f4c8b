"""Finds the way of one arrow: the cheapest of some dozens with few bends."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from app.services.handbook.arrows import (
    LANE,
    MARGIN,
    OPEN_LENGTH,
    STUB,
    Arrow,
    Box,
    Point,
    length,
    moved,
    port,
    tidy,
)
from app.services.handbook.ground import ALONG, STEM, THROUGH, Ground

_BEND, _SIDE = 30.0, 24.0
_MOST_LANES = 6
_FEW = 12
"""Ways that are looked at while a box is dragged; the rest waits until it is let go."""
_FARTHEST_STUB = 250
_EXITS, _ENTRIES = ("bottom", "right", "left"), ("top", "left", "right")
_SIMPLE, _LANES, _SHIFTED = range(3)


class _Pair(NamedTuple):
    """Where an arrow leaves and arrives, what that costs, and what such a route costs at least."""

    least: float
    aside: float
    start: Point
    exit_side: str
    end: Point
    entry_side: str


class Ways:
    """Finds ways on one ground.

    Args:
        quick: look at fewer, for a frame of a drawing that moves.
    """

    def __init__(self, ground: Ground, *, quick: bool = False) -> None:
        self._ground = ground
        self._quick = quick

    def way(self, arrow: Arrow) -> tuple[Point, ...]:
        """Return the cheapest way; lanes beside boxes only where simple ways are taken."""
        boxes = self._ground.boxes
        target = boxes.get(arrow.target) if arrow.target is not None else None
        if target is None:
            return self._open_way(arrow, boxes[arrow.source])
        pairs = sorted(self._pairs(arrow, boxes[arrow.source], target))
        best: tuple[Point, ...] = (pairs[0].start, pairs[0].end)
        least, clean, left = float("inf"), 0.0, _FEW
        for stage in (_SIMPLE, _LANES, _SHIFTED):
            for cheap, points in self._in_turn(pairs, stage):
                if cheap >= least or (self._quick and not left):
                    break
                left -= 1
                cost = cheap + self._ground.cost(arrow, points, least - cheap)
                if cost < least:
                    best, least, clean = points, cost, cheap
            if least - clean < (THROUGH if self._quick else STEM):
                break
        return best

    def _in_turn(
        self, pairs: Sequence[_Pair], stage: int
    ) -> Iterator[tuple[float, tuple[Point, ...]]]:
        """Yield ways with what each costs by itself, as cheap ones first as is quickly told."""
        ahead: list[tuple[float, tuple[Point, ...]]] = []
        for place, pair in enumerate(pairs):
            ahead += [
                (pair.aside + length(points) + _BEND * (len(points) - 2), points)
                for points in self._between(pair, stage)
            ]
            ahead.sort(reverse=True)
            rest = pairs[place + 1].least if place + 1 < len(pairs) else float("inf")
            while ahead and ahead[-1][0] <= rest:
                yield ahead.pop()

    def _open_way(self, arrow: Arrow, source: Box) -> tuple[Point, ...]:
        ways: list[tuple[float, tuple[Point, ...]]] = []
        for side in _EXITS:
            start = port(source, side)
            first = moved(start, side, OPEN_LENGTH if side == "bottom" else STUB)
            points: tuple[Point, ...] = (start, first)
            if side != "bottom":
                points = (start, first, (first[0], source.bottom + OPEN_LENGTH))
            used = self._ground.used(arrow.source, side) * ALONG
            ways.append((used + self._ground.cost(arrow, points), points))
        return min(ways, key=lambda way: way[0])[1]

    def _pairs(self, arrow: Arrow, source: Box, target: Box) -> Iterator[_Pair]:
        for exit_side, entry_side in product(_EXITS, _ENTRIES):
            used = self._ground.used(arrow.source, exit_side) * STEM
            # Answers may leave to all sides; other steps go on below as long as they can.
            out = 0.0 if exit_side == "bottom" else 1.0 if arrow.label else 7.0
            aside = used + _SIDE * (out + 4.0 * (entry_side != "top"))
            aside += ALONG * self._ground.against(arrow, exit_side, entry_side)
            start, end = port(source, exit_side), port(target, entry_side)
            first, last = moved(start, exit_side, STUB), moved(end, entry_side, STUB)
            straight = length((first, last)) + 2 * STUB
            # Only where both ways point at each other there need not be two bends or more.
            ahead = exit_side == "bottom" and entry_side == "top" and start[0] == end[0]
            bends = 0 if ahead and last[1] >= first[1] else _BEND
            yield _Pair(aside + straight + bends, aside, start, exit_side, end, entry_side)

    def _between(self, pair: _Pair, stage: int) -> Iterator[tuple[Point, ...]]:
        starts = self._stubs(pair.start, pair.exit_side)
        for first, last in product(starts, self._stubs(pair.end, pair.entry_side)):
            (x1, y1), (x2, y2) = first, last
            middles: list[tuple[Point, ...]]
            if stage == _SIMPLE:
                x, y = (x1 + x2) / 2, (y1 + y2) / 2
                middles = [((x2, y1),), ((x1, y2),)]
                middles += [((x, y1), (x, y2)), ((x1, y), (x2, y))]
            else:
                shift = LANE if stage == _SHIFTED else 0
                middles = [((x, y1), (x, y2)) for x in self._lanes(first, last, 0, shift)]
                middles += [((x1, y), (x2, y)) for y in self._lanes(first, last, 1, shift)]
            for middle in middles:
                points = tidy((pair.start, first, *middle, last, pair.end))
                if points is not None:
                    yield points

    def _stubs(self, start: Point, side: str) -> list[Point]:
        """Return where an arrow may bend first: near its box, and clear of what stands beside."""
        near = moved(start, side, STUB)
        if side not in ("bottom", "top"):
            return [near]
        y = near[1]
        for box in self._ground.boxes.values():
            if box.top < max(start[1], y) + MARGIN and box.bottom > min(start[1], y) - MARGIN:
                y = max(y, box.bottom + LANE) if side == "bottom" else min(y, box.top - LANE)
        far = (near[0], y)
        return [near] if y == near[1] or abs(y - start[1]) > _FARTHEST_STUB else [near, far]

    def _lanes(self, one: Point, other: Point, axis: int, shift: float) -> list[float]:
        """Return where an arrow may run between two points: half-way, and beside boxes there."""
        low, high = sorted((one[1 - axis], other[1 - axis]))
        middle = (one[axis] + other[axis]) / 2
        before, behind = [], []
        for box in self._ground.boxes.values():
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
